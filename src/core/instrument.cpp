#include "mentor/instrument.hpp"

#include <algorithm>
#include <utility>

#include "digits.hpp"
#include "mentor/amount.hpp"
#include "mentor/input.hpp"
#include "mentor/model.hpp"

namespace mentor {

namespace {

/// The sorts of scale that have a name of their own.
constexpr std::array sorts = {std::pair{std::string_view{"yes-no"}, AnswerScale::Sort::yes_or_no},
                              std::pair{std::string_view{"number"}, AnswerScale::Sort::number},
                              std::pair{std::string_view{"text"}, AnswerScale::Sort::text}};

/// The answers to a question of yes or no, as records hold them.
constexpr std::array yes_and_no = {WordRow{"yes", {"да", "yes"}}, WordRow{"no", {"нет", "no"}}};

std::optional<std::string> whole_answer(const AnswerScale& scale, std::string_view typed) {
  const auto number = number_from_digits(typed);
  return number && scale.least() <= *number && *number <= scale.most() ? std::optional{std::to_string(*number)}
                                                                       : std::nullopt;
}

/// Whether this is an answer as mentor writes it. Nearly all are, so `check` reads few of them as if they were typed.
bool is_canonical(const Question& question, const Model& model, std::string_view answer) {
  switch (question.scale.sort()) {
    case AnswerScale::Sort::whole: {
      const auto number = number_from_digits(answer);
      return number && (answer.size() == 1 || answer.front() != '0') && question.scale.least() <= *number &&
             *number <= question.scale.most();
    }
    case AnswerScale::Sort::yes_or_no:
      return std::any_of(yes_and_no.begin(), yes_and_no.end(), [&](const WordRow& row) { return row.id == answer; });
    case AnswerScale::Sort::number:
      return Amount::parse(answer).has_value();
    case AnswerScale::Sort::text:
      return is_line(answer) && is_tidy_line(answer);
    case AnswerScale::Sort::words: {
      const NamedScale* scale = model.find(question.scale.name());
      const auto id = Id<ScaleWord>::parse(answer);
      return scale != nullptr && id &&
             std::any_of(scale->words.begin(), scale->words.end(),
                         [&](const ScaleWord& word) { return word.id == *id; });
    }
  }
  return false;
}

std::optional<std::string> yes_or_no(std::string_view typed, const Fold& fold) {
  const std::string asked = fold(typed);
  for (const WordRow& row : yes_and_no) {
    // The first letter is enough: nobody writes out «да» forty times.
    const bool is_letter = asked == fold(row.label.ru.substr(0, 2)) || asked == row.label.en.substr(0, 1);
    if (is_letter || asked == row.label.ru || asked == row.label.en) {
      return std::string{row.id};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<AnswerScale> AnswerScale::parse(std::string_view text) {
  AnswerScale scale;
  for (const auto& [name, sort] : sorts) {
    if (text == name) {
      scale.sort_ = sort;
      return scale;
    }
  }
  const bool is_range = !text.empty() && text.find_first_not_of("0123456789-") == std::string_view::npos;
  if (is_range) {
    const auto dash = text.find('-');
    const auto least = number_from_digits(text.substr(0, dash));
    const auto most = dash == std::string_view::npos ? std::nullopt : number_from_digits(text.substr(dash + 1));
    if (!least || !most || *most <= *least || *most > highest) {
      return std::nullopt;
    }
    scale.sort_ = Sort::whole;
    scale.least_ = *least;
    scale.most_ = *most;
    return scale;
  }
  const auto name = Id<NamedScale>::parse(text);
  if (!name) {
    return std::nullopt;
  }
  scale.sort_ = Sort::words;
  scale.name_ = *name;
  return scale;
}

std::string AnswerScale::to_string() const {
  if (sort_ == Sort::whole) {
    return std::to_string(least_) + '-' + std::to_string(most_);
  }
  if (sort_ == Sort::words) {
    return name_.to_string();
  }
  const auto* const named =
      std::find_if(sorts.begin(), sorts.end(), [&](const auto& one) { return one.second == sort_; });
  return std::string{named->first};
}

const Label* Question::text_at(SurveyStage stage) const {
  const auto found =
      std::find_if(wordings.begin(), wordings.end(), [&](const Wording& one) { return one.stage == stage; });
  return found == wordings.end() ? nullptr : &found->text;
}

const Question* Instrument::find(std::string_view question) const {
  const auto id = Id<Question>::parse(question);
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const Question& one) { return one.id == id; });
  return found == questions.end() ? nullptr : &*found;
}

std::vector<const Question*> Instrument::asked_at(SurveyStage stage) const {
  std::vector<const Question*> asked;
  for (const Question& question : questions) {
    if (question.text_at(stage) != nullptr) {
      asked.push_back(&question);
    }
  }
  return asked;
}

std::vector<SurveyStage> Instrument::stages() const {
  std::vector<SurveyStage> stages;
  for (const SurveyStage stage : all_survey_stages) {
    if (!asked_at(stage).empty()) {
      stages.push_back(stage);
    }
  }
  return stages;
}

const Level* Instrument::level_of(std::int64_t sum) const {
  const Level* reached = nullptr;
  for (const Level& level : levels) {
    reached = level.from <= sum && (reached == nullptr || reached->from <= level.from) ? &level : reached;
  }
  return reached;
}

std::optional<std::string> answer_from_input(const Question& question, const Model& model, std::string_view typed,
                                             const Fold& fold) {
  const std::string text = tidy_line(typed);
  switch (question.scale.sort()) {
    case AnswerScale::Sort::whole:
      return whole_answer(question.scale, text);
    case AnswerScale::Sort::yes_or_no:
      return yes_or_no(text, fold);
    case AnswerScale::Sort::number: {
      const auto amount = amount_from_input(text);
      return amount ? std::optional{amount->to_string()} : std::nullopt;
    }
    case AnswerScale::Sort::text:
      return text.empty() || !is_line(text) ? std::nullopt : std::optional{text};
    case AnswerScale::Sort::words: {
      const NamedScale* scale = model.find(question.scale.name());
      const auto meant = scale == nullptr ? std::vector<const ScaleWord*>{}
                                          : words_meant(std::span<const ScaleWord>{scale->words}, text, fold);
      return meant.size() == 1 ? std::optional{meant.front()->id.to_string()} : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::string> answer_of_record(const Question& question, const Model& model, std::string_view answer) {
  if (is_canonical(question, model, answer)) {
    return std::string{answer};
  }
  static const Fold plain = [](std::string_view text) { return folded_plainly(text).value_or(std::string{text}); };
  return answer_from_input(question, model, answer, plain);
}

std::optional<bool> says_satisfied(const Question& question, const Model& model, std::string_view answer) {
  constexpr std::int64_t usual_most = 10;
  const auto read = answer_of_record(question, model, answer);
  if (!read || !question.scale.tells_yes_or_no()) {
    return std::nullopt;
  }
  if (question.scale.sort() == AnswerScale::Sort::yes_or_no) {
    return *read == "yes";
  }
  const auto score = hundredths_of(question, *read);
  const std::int64_t from = model.norms[Norm::satisfied_from];
  return score ? std::optional{*score * usual_most >= 100 * from * question.scale.most()} : std::nullopt;
}

std::optional<std::int64_t> hundredths_of(const Question& question, std::string_view answer) {
  const bool is_whole = question.scale.sort() == AnswerScale::Sort::whole;
  if (!question.scale.is_counted() || (is_whole && !whole_answer(question.scale, tidy_line(answer)))) {
    return std::nullopt;
  }
  const auto amount = amount_from_input(answer);
  return amount ? std::optional{amount->hundredths()} : std::nullopt;
}

Label shown_answer(const Question& question, const Model& model, const std::string& answer) {
  if (question.scale.sort() == AnswerScale::Sort::yes_or_no) {
    for (const WordRow& row : yes_and_no) {
      if (row.id == answer) {
        return row.label.label();
      }
    }
  }
  const NamedScale* scale =
      question.scale.sort() == AnswerScale::Sort::words ? model.find(question.scale.name()) : nullptr;
  for (const ScaleWord& word : scale == nullptr ? std::vector<ScaleWord>{} : scale->words) {
    if (word.id.to_string() == answer) {
      return word.label;
    }
  }
  return {answer, answer};
}

std::string shown_scale(const AnswerScale& scale, const Model& model, Language language) {
  const auto joined = [](std::string& text, std::string_view word) {
    text.append(text.empty() ? "" : ", ").append(word);
  };
  std::string shown;
  switch (scale.sort()) {
    case AnswerScale::Sort::whole:
      return std::to_string(scale.least()) + "–" + std::to_string(scale.most());
    case AnswerScale::Sort::yes_or_no:
      for (const WordRow& row : yes_and_no) {
        joined(shown, row.label.in(language));
      }
      return shown;
    case AnswerScale::Sort::number:
      return std::string{FixedLabel{"число", "a number"}.in(language)};
    case AnswerScale::Sort::text:
      return std::string{FixedLabel{"своими словами", "own words"}.in(language)};
    case AnswerScale::Sort::words:
      if (const NamedScale* named = model.find(scale.name())) {
        for (const ScaleWord& word : named->words) {
          joined(shown, word.label.in(language));
        }
      }
      return shown;
  }
  return shown;
}

}  // namespace mentor

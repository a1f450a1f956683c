#include "instruments_reader.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "model_lists.hpp"

namespace mentor::storage {

namespace {

/// The scale of a question. A named one must be among those of the model.
std::optional<AnswerScale> read_answer_scale(const MapReader& reader, const Model& model) {
  const Node* node = reader.find("scale");
  const auto scale = reader.value(node, "scale", key("expected.scale"), AnswerScale::parse);
  if (!scale || scale->sort() != AnswerScale::Sort::words || model.find(scale->name()) != nullptr) {
    return scale;
  }
  Texts known;
  for (const NamedScale& one : model.scales) {
    known.push_back(one.id.to_string());
  }
  reader.sink().error(Rule::field_value, node->at, say("field-value.no-scale", node->text, known), "scale");
  return std::nullopt;
}

/// Reads a question. One that stands there already is one question with one scale: it may only be asked at other
/// stages, which its own lines say.
void read_question(const MapReader& reader, const Model& model, std::vector<Question>& questions) {
  Question question;
  const Node* id = reader.find("id");
  const auto same = std::find_if(questions.begin(), questions.end(),
                                 [&](const Question& one) { return id != nullptr && one.id.to_string() == id->text; });
  const auto scale = read_answer_scale(reader, model);
  if (same != questions.end() && scale && !(same->scale == *scale)) {
    reader.sink().error(Rule::field_value, reader.find("scale")->at,
                        say("field-value.scale-changes", id->text, same->scale.to_string(), scale->to_string()),
                        "scale");
    return;
  }
  const auto named = reader.value(id, "id", key("expected.id"), Id<Question>::parse);
  if (same != questions.end()) {
    reader.sink().error(Rule::duplicate_id, id->at, say("duplicate-id.in-model", id->text), "id");
    return;
  }
  if (!named || !scale) {
    return;
  }
  question.id = *named;
  question.scale = *scale;
  question.tells_satisfaction = reader.is_yes("satisfied");
  if (question.tells_satisfaction && !question.scale.tells_yes_or_no()) {
    reader.sink().error(Rule::field_value, reader.find("satisfied")->at,
                        say("field-value.satisfied-scale", id->text, question.scale.to_string()), "satisfied");
  }
  for (const SurveyStage stage : all_survey_stages) {
    if (const Node* texts = reader.find_map(to_string(stage))) {
      const MapReader inside{*texts, wording_rows, reader.sink()};
      const std::string ru = inside.text("ru");
      const std::string en = inside.text("en");
      question.wordings.push_back({stage, {ru.empty() ? en : ru, en.empty() ? ru : en}});
    }
  }
  if (question.wordings.empty()) {
    reader.sink().error(Rule::field_missing, id->at, say("field-missing.wording", id->text), "before");
    return;
  }
  questions.push_back(std::move(question));
}

/// The least that a whole sheet can come to, at the stage at which that is least.
std::optional<int> least_sum(const Instrument& instrument) {
  std::optional<int> least;
  for (const SurveyStage stage : instrument.stages()) {
    int sum = 0;
    bool is_scored = false;
    for (const Question* question : instrument.asked_at(stage)) {
      const bool is_whole = question->scale.sort() == AnswerScale::Sort::whole;
      sum += is_whole ? question->scale.least() : 0;
      is_scored = is_scored || is_whole;
    }
    if (is_scored) {
      least = std::min(least.value_or(sum), sum);
    }
  }
  return least;
}

/// Reads what the sum of a sheet means. Tells when two levels begin at one sum, or when the lowest one leaves out sums.
void read_levels(const MapReader& reader, Instrument& instrument) {
  std::vector<Level>& levels = instrument.levels;
  Position lowest;
  levels.clear();
  for (const Node* node : reader.maps("levels")) {
    const MapReader inside{*node, level_rows, reader.sink()};
    Level level;
    const bool is_named = inside.read_named(level, levels);
    const auto from = inside.number("from");
    if (!is_named || !from) {
      continue;
    }
    level.from = *from;
    const auto same =
        std::find_if(levels.begin(), levels.end(), [&](const Level& one) { return one.from == level.from; });
    if (same != levels.end()) {
      reader.sink().error(
          Rule::field_value, inside.find("from")->at,
          say("field-value.level-taken", level.id.to_string(), std::int64_t{level.from}, same->id.to_string()), "from");
    }
    tell_shared_label(inside, level, levels);
    const bool is_lowest =
        std::all_of(levels.begin(), levels.end(), [&](const Level& one) { return level.from < one.from; });
    lowest = is_lowest ? inside.find("from")->at : lowest;
    levels.push_back(std::move(level));
  }
  const auto least = least_sum(instrument);
  if (least && !levels.empty() && instrument.level_of(*least) == nullptr) {
    const auto first = std::min_element(levels.begin(), levels.end(),
                                        [](const Level& one, const Level& other) { return one.from < other.from; });
    reader.sink().error(
        Rule::field_value, lowest,
        say("field-value.level-hole", first->id.to_string(), std::int64_t{first->from}, std::int64_t{*least}), "from");
  }
}

/// Reads the form of the pairs whose members fill in an instrument. The model must have it.
void read_form_of(const MapReader& reader, const Model& model, Instrument& instrument) {
  const Node* node = reader.find("form");
  const auto form = reader.value(node, "form", key("expected.id"), Id<Form>::parse);
  if (!form) {
    return;
  }
  // A form of the edition's instruments need not be among those of the program, whose own lines name theirs.
  if (model.find(*form) == nullptr && (instrument.line == 0 || instrument.form != form)) {
    Texts known;
    std::transform(model.forms.begin(), model.forms.end(), std::back_inserter(known),
                   [](const Form& one) { return one.id.to_string(); });
    reader.sink().error(Rule::field_value, node->at, say("field-value.not-in-model", "form", form->to_string(), known),
                        "form");
    return;
  }
  instrument.form = form;
}

/// A whole number within bounds, as a key or a value of `targets`.
std::optional<int> number_within(std::string_view text, int least, int most) {
  int number = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  return error == std::errc{} && end == last && least <= number && number <= most ? std::optional{number}
                                                                                  : std::nullopt;
}

/// Reads targets by year. One of a year that has one already takes its place.
void read_targets(const MapReader& reader, std::vector<Indicator::Target>& targets) {
  const Node* node = reader.find_map("targets");
  for (const KeyValue& entry : node == nullptr ? std::vector<KeyValue>{} : node->entries) {
    const auto year = number_within(entry.key.text, Date::earliest().year(), Date::latest().year());
    const auto percent = number_within(entry.value.text, 0, 100);
    if (!year || !percent || entry.value.content != Node::Content::scalar) {
      reader.sink().wrong_value(entry.key.at, "targets", entry.key.text + ": " + shown(entry.value),
                                key("expected.targets"));
      continue;
    }
    std::erase_if(targets, [&](const Indicator::Target& one) { return one.year == *year; });
    targets.push_back({*year, *percent});
  }
  std::sort(targets.begin(), targets.end(), [](const auto& one, const auto& other) { return one.year < other.year; });
}

/// Whether an indicator can have this denominator. The denominator is how many people answered, or a number for which a
/// sheet of the program asks.
bool is_denominator(const Model& model, const Indicator& indicator) {
  const bool is_of_answers =
      indicator.count == Counted::satisfied_mentees || indicator.count == Counted::satisfied_mentors;
  if (is_of_answers || indicator.of == surveyed) {
    return is_of_answers && indicator.of == surveyed;
  }
  return std::any_of(model.instruments.begin(), model.instruments.end(), [&](const Instrument& one) {
    const Question* question = one.of == Respondent::program ? one.find(indicator.of) : nullptr;
    return question != nullptr && question->scale.is_counted();
  });
}

/// Tells which scales were dropped although questions are still answered by them.
void tell_dropped_scales(const MapReader& model_reader, const Model& model) {
  for (const Node* node : model_reader.maps("scales")) {
    const MapReader reader{*node, scale_rows, model_reader.sink()};
    const Node* id = reader.find("id");
    if (id == nullptr || !reader.is_yes("drop")) {
      continue;
    }
    for (const Instrument& instrument : model.instruments) {
      const auto found =
          std::find_if(instrument.questions.begin(), instrument.questions.end(), [&](const Question& question) {
            return question.scale.sort() == AnswerScale::Sort::words && question.scale.name().to_string() == id->text;
          });
      if (found != instrument.questions.end()) {
        reader.sink().error(Rule::field_value, reader.find("drop")->at,
                            say("field-value.scale-used", id->text, found->id.to_string(), instrument.id.to_string()),
                            "drop");
        break;
      }
    }
  }
}

}  // namespace

void read_scales(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "scales", scale_rows, model.scales, [](const MapReader& reader, NamedScale& scale, bool) {
    const auto meant = AnswerScale::parse(scale.id.to_string());
    if (!meant || meant->sort() != AnswerScale::Sort::words) {  // `yes-no` and `1-10` mean themselves
      reader.sink().error(Rule::field_value, reader.find("id")->at,
                          say("field-value.scale-taken", scale.id.to_string()), "id");
      return false;
    }
    if (reader.find("words") != nullptr) {
      scale.words.clear();
    }
    for (const Node* node : reader.maps("words")) {
      const MapReader inside{*node, scale_word_rows, reader.sink()};
      ScaleWord word;
      if (inside.read_named(word, scale.words)) {
        tell_shared_label(inside, word, scale.words);
        scale.words.push_back(std::move(word));
      }
    }
    if (scale.words.empty()) {
      reader.tell_missing("words");
    }
    return !scale.words.empty();
  });
}

void read_instruments(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "instruments", instrument_rows, model.instruments,
           [&](const MapReader& reader, Instrument& instrument, bool is_known) {
             const Node* questions = reader.find("questions");
             std::vector<Question> written;
             for (const Node* node : reader.maps("questions")) {
               read_question(MapReader{*node, question_rows, reader.sink()}, model, written);
             }
             // Answers that are there must keep their meaning.
             if (is_known && questions != nullptr && written != instrument.questions) {
               reader.sink().error(Rule::field_value, questions->at,
                                   say("field-value.instrument-of-edition", instrument.id.to_string()), "questions");
               return false;
             }
             const Respondent of = reader.choice<Respondent>("of").value_or(instrument.of);
             if (is_known && of != instrument.of) {  // else old sheets would be answered by others
               reader.sink().error(Rule::field_value, reader.find("of")->at,
                                   say("field-value.instrument-of-edition", instrument.id.to_string()), "of");
               return false;
             }
             instrument.of = of;
             instrument.source = reader.text_or("source", instrument.source);
             read_form_of(reader, model, instrument);
             instrument.questions = is_known ? instrument.questions : written;
             if (reader.find("levels") != nullptr) {
               read_levels(reader, instrument);
             }
             if (instrument.questions.empty() && (questions == nullptr || written.empty())) {
               reader.tell_missing("questions");
             }
             return !instrument.questions.empty();
           });
  tell_dropped_scales(model_reader, model);
}

void read_indicators(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "indicators", indicator_rows, model.indicators,
           [&](const MapReader& reader, Indicator& indicator, bool is_known) {
             const auto count = reader.choice<Counted>("count");
             indicator.count = count.value_or(indicator.count);
             indicator.of = reader.text_or("of", indicator.of);
             if (reader.find("categories") != nullptr) {
               indicator.categories = read_category_ids(reader, "categories", std::nullopt, model);
             }
             if (const auto ages = reader.value(reader.find("ages"), "ages", key("expected.ages"), AgeRange::parse)) {
               indicator.ages = ages;
             }
             const bool is_of_answers =
                 indicator.count == Counted::satisfied_mentees || indicator.count == Counted::satisfied_mentors;
             for (const std::string_view narrowing : {"categories", "ages"}) {
               const Node* node = reader.find(narrowing);
               const bool is_taken =
                   !is_of_answers && (indicator.count != Counted::organizations || narrowing != "ages");
               if (node != nullptr && !is_taken) {
                 reader.sink().error(
                     Rule::field_value, node->at,
                     say("field-value.indicator-key", std::string{narrowing}, std::string{to_string(indicator.count)}),
                     std::string{narrowing});
               }
             }
             read_targets(reader, indicator.targets);
             if (!is_known && reader.find("count") == nullptr) {
               reader.tell_missing("count");
             }
             if (indicator.of.empty()) {
               reader.tell_missing("of");
             } else if (!is_denominator(model, indicator)) {
               reader.sink().error(Rule::field_value, reader.find(reader.find("of") != nullptr ? "of" : "id")->at,
                                   say("field-value.no-denominator", indicator.of), "of");
             }
             return is_known || (count && !indicator.of.empty());
           });
}

}  // namespace mentor::storage

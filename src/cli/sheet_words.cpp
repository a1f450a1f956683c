#include "sheet_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "known_values.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "misplaced_words.hpp"
#include "typed_scalar.hpp"

namespace mentor::cli {

namespace {

/// The number of a question as the blank sheet prints it: `9`, «вопрос 9», «Вопрос № 9». Nothing for another text.
std::optional<std::size_t> number_of_question(std::string_view text) {
  constexpr std::array<std::string_view, 7> before = {"вопрос", "Вопрос", "question", "Question", "№", "No.", " "};
  constexpr std::size_t most_digits = 3;
  for (std::size_t size = text.size() + 1; text.size() < size;) {
    size = text.size();
    for (const std::string_view sign : before) {
      text.remove_prefix(text.starts_with(sign) ? sign.size() : 0);
    }
  }
  const bool is_number =
      !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? std::optional{static_cast<std::size_t>(std::stoi(std::string{text}))} : std::nullopt;
}

/// The pairs that were typed for a sheet: which instrument is meant may depend on their form.
KnownSoFar pairs_typed(const Session& session, const storage::Loaded& loaded, const TypedFields& typed) {
  KnownSoFar known;
  const auto& field = fields<Survey>()[field_index<Survey>("pairs")];
  const auto found = typed.find(field.name);
  for (const std::string& text : found == typed.end() ? std::vector<std::string>{} : found->second) {
    if (text.empty()) {
      continue;  // the builder tells it
    }
    for (const Understood& one : understand(session, loaded, field, text, {})) {
      const auto id = one.refused ? std::nullopt : Id<Pair>::parse(one.scalar);
      if (const Pair* pair = id ? loaded.program.find(*id) : nullptr) {
        known.pairs.push_back(pair);
      }
    }
  }
  return known;
}

/// What the rule would refuse, before anything is said of the answers.
Refused refused_subject(std::string_view field, Message message) {
  Refused refused{Status::findings, {}};
  refused.findings.push_back(
      {Rule::survey_subject, Severity::error, {.field = std::string{field}}, std::move(message), {}});
  return refused;
}

/// Refuses a sheet that people in another role or form fill in, and says which would do for the person who was named.
void refuse_other_sheet(const Session& session, const storage::Loaded& loaded, const Instrument& instrument,
                        const TypedFields& typed) {
  const auto found = typed.find("pairs");
  const auto role = role_of(instrument);
  if (found == typed.end() || found->second.size() != 1 || !role) {
    return;
  }
  const auto known = pairs_typed(session, loaded, typed);
  const auto people = resolve<Participant>({loaded.program, session.today(), session.fold()}, found->second.front());
  if (known.pairs.empty() || people.size() != 1) {
    return;  // the pair was named by its id, or by both
  }
  const Pair& pair = *known.pairs.front();
  const Participant& person = people.front()->record;
  const Role held = pair.mentor == person.id ? Role::mentor : Role::mentee;
  if (held == *role && (!instrument.form || *instrument.form == pair.form)) {
    return;
  }
  Texts fitting;
  for (const Instrument& one : loaded.program.model().instruments) {
    if (role_of(one) == held && (!one.form || *one.form == pair.form)) {
      fitting.push_back(one.id.to_string() + " (" + one.label.in(session.words().language()) + ')');
    }
  }
  const Form* form = loaded.program.model().find(pair.form);
  const std::string_view sentence = fitting.empty()       ? key("survey-subject.none-theirs")
                                    : fitting.size() == 1 ? key("survey-subject.not-theirs")
                                                          : key("survey-subject.several-theirs");
  Message message{sentence,
                  {instrument.label, title_of(loaded.program, person, session.today()), label_of(held),
                   form == nullptr ? Label{} : form->label}};
  if (!fitting.empty()) {
    message.arguments.emplace_back(std::move(fitting));
  }
  throw refused_subject("pairs", std::move(message));
}

/// The roles in which the person who was named, or both members of a pair, may have answered.
std::vector<Role> roles_of(const Session& session, const storage::Loaded& loaded, const std::string& name,
                           const Pair& pair) {
  const auto people = resolve<Participant>({loaded.program, session.today(), session.fold()}, name);
  std::vector<Role> roles;
  for (const Role role : all_roles) {
    const bool is_it = people.size() == 1 && people.front()->record.id == pair.member(role);
    if (people.size() != 1 || is_it) {
      roles.push_back(role);
    }
  }
  return roles;
}

/// Whether all questions that were answered by their ids are of the instrument.
bool has_questions(const Instrument& instrument, const TypedFields& typed) {
  const auto answers = typed.find("answers");
  for (std::size_t index = 0; answers != typed.end() && index + 1 < answers->second.size(); index += 2) {
    const std::string& word = answers->second[index];
    if (!number_of_question(word) && instrument.find(word) == nullptr) {
      return false;
    }
  }
  return true;
}

/// The instruments that are for the role of the person in the pairs, ask something at the stage that was typed, and
/// have the questions that were answered.
std::vector<const Instrument*> sheets_for(const Session& session, const storage::Loaded& loaded,
                                          const TypedFields& typed, const std::string& name,
                                          const std::vector<const Pair*>& pairs) {
  const auto stage = scalar_of<Survey>(session, loaded, typed, "stage");
  const auto at = stage ? value_from<SurveyStage>(*stage) : std::nullopt;
  std::vector<const Instrument*> fitting;
  for (const Instrument& one : loaded.program.model().instruments) {
    const auto role = role_of(one);
    const bool is_theirs =
        role && std::all_of(pairs.begin(), pairs.end(), [&](const Pair* pair) {
          const auto roles = roles_of(session, loaded, name, *pair);
          return std::find(roles.begin(), roles.end(), *role) != roles.end() && (!one.form || *one.form == pair->form);
        });
    if (is_theirs && (!at || !one.asked_at(*at).empty())) {
      fitting.push_back(&one);
    }
  }
  std::vector<const Instrument*> answered;
  std::copy_if(fitting.begin(), fitting.end(), std::back_inserter(answered),
               [&](const Instrument* one) { return has_questions(*one, typed); });
  return answered.empty() ? fitting : answered;
}

/// The id of the question that has this text at some stage.
std::optional<std::string> question_asked(const Instrument& instrument, const std::string& text, const Fold& fold) {
  const std::string asked = folded_label(text, fold);
  for (const Question& question : instrument.questions) {
    for (const Question::Wording& wording : question.wordings) {
      if (folded_label(wording.text.in(Language::ru), fold) == asked ||
          folded_label(wording.text.in(Language::en), fold) == asked) {
        return question.id.to_string();
      }
    }
  }
  return std::nullopt;
}

/// The id of the question with this number on the blank sheet. Nothing when the word is no number, or the stage is not
/// known. Throws `Refused` when the sheet has no such number.
std::optional<std::string> question_numbered(const Instrument& instrument, const std::string& word,
                                             std::optional<SurveyStage> at) {
  const auto number = number_of_question(word);
  const auto asked = at ? instrument.asked_at(*at) : std::vector<const Question*>{};
  if (!number || asked.empty()) {
    return std::nullopt;
  }
  if (*number == 0 || *number > asked.size()) {
    throw Refused{Status::usage,
                  say("survey.no-question-number", instrument.label, word, static_cast<std::int64_t>(asked.size()))};
  }
  return asked[*number - 1]->id.to_string();
}

/// Puts ids in the place of questions that were named by their texts, as a table may have them. Throws `Refused` when
/// what was named can be no question at all.
void name_questions(const Session& session, const Instrument& instrument, std::optional<SurveyStage> at,
                    TypedFields& typed) {
  const auto answers = typed.find("answers");
  if (answers == typed.end() || answers->second.size() == 1) {
    return;
  }
  for (std::size_t index = 0; index < answers->second.size(); index += 2) {
    std::string& word = answers->second[index];
    if (instrument.find(word) == nullptr) {
      word = question_numbered(instrument, word, at)
                 .value_or(question_asked(instrument, word, session.fold()).value_or(word));
    }
    if (!is_id(word)) {
      Refused refused{Status::usage, say("survey.no-question", instrument.label, word)};
      refused.is_about_heading = true;
      throw refused;
    }
    for (std::size_t earlier = 0; earlier < index; earlier += 2) {
      if (answers->second[earlier] == word) {
        throw Refused{Status::usage, say("survey.question-twice", word)};
      }
    }
  }
}

/// A question as a refusal names it.
std::string shown_question(const Question& question, SurveyStage stage, Language language) {
  return question.id.to_string() + " (" + question.text_at(stage)->in(language) + ')';
}

}  // namespace

void choose_sheet(const Session& session, const storage::Loaded& loaded, TypedFields& typed, const std::string& kind) {
  const auto found = typed.find("instrument");
  if (found == typed.end() || found->second.size() != 1) {
    return;
  }
  const std::string name = found->second.front();
  const ResolveContext context{loaded.program, session.today(), session.fold()};
  const auto& field = fields<Survey>()[field_index<Survey>("instrument")];
  const bool is_sheet =
      !understand(session, loaded, field, name, {}).front().refused ||
      !words_meant(std::span<const Instrument>{loaded.program.model().instruments}, name, session.fold()).empty();
  if (is_sheet || resolve<Pair>(context, name).empty()) {
    return;
  }
  if (typed.contains("pairs")) {
    return;  // what stands behind may be the instrument
  }
  TypedFields of_person = typed;
  of_person.erase("instrument");
  of_person["pairs"] = {name};
  const auto known = pairs_typed(session, loaded, of_person);
  const auto fitting = sheets_for(session, loaded, of_person, name, known.pairs);
  if (fitting.empty()) {
    return;
  }
  if (fitting.size() > 1) {
    Texts shown;
    Refused refused{Status::usage, {}};
    for (const Instrument* one : fitting) {
      shown.push_back(one->id.to_string() + " (" + one->label.in(session.words().language()) + ')');
      if (auto line = line_with(session, kind, name, one->id.to_string() + ' ' + shell_word(name))) {
        refused.candidates.push_back(*std::move(line));
      }
    }
    refused.message = say("survey.which-sheet", name, std::move(shown));
    throw refused;
  }
  of_person["instrument"] = {fitting.front()->id.to_string()};
  typed = std::move(of_person);
}

template <>
void add_known_values<Survey>(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  const Model& model = loaded.program.model();
  const auto scalar = scalar_of<Survey>(session, loaded, typed, "instrument", pairs_typed(session, loaded, typed));
  const auto id = scalar ? Id<Instrument>::parse(*scalar) : std::nullopt;
  const Instrument* instrument = id ? model.find(*id) : nullptr;
  if (instrument == nullptr) {
    return;
  }
  refuse_other_sheet(session, loaded, *instrument, typed);
  const auto stages = instrument->stages();
  if (!typed.contains("stage") && stages.size() == 1) {
    typed["stage"] = {std::string{to_string(stages.front())}};
  }
  const auto stage = scalar_of<Survey>(session, loaded, typed, "stage");
  const auto at = stage ? value_from<SurveyStage>(*stage) : std::nullopt;
  name_questions(session, *instrument, at, typed);
  const auto answers = typed.find("answers");
  if (at && instrument->asked_at(*at).empty()) {
    Labels labels;
    std::transform(stages.begin(), stages.end(), std::back_inserter(labels),
                   [](SurveyStage one) { return label_of(one); });
    throw refused_subject("stage", say("survey-subject.stage", instrument->label, label_of(*at), std::move(labels)));
  }
  if (!at || answers == typed.end() || answers->second.size() != 1) {
    return;
  }
  const SheetReading reading = read_sheet(*instrument, *at, answers->second.front());
  const auto questions = static_cast<std::int64_t>(instrument->asked_at(*at).size());
  if (reading.unclosed) {
    throw Refused{Status::usage, say("survey.unclosed-quote", *reading.unclosed)};
  }
  if (reading.first_left != nullptr || reading.first_surplus) {
    throw Refused{Status::usage, reading.first_left != nullptr
                                     ? say("survey.too-few", reading.answers, questions,
                                           shown_question(*reading.first_left, *at, session.words().language()))
                                     : say("survey.too-many", reading.answers, questions, *reading.first_surplus)};
  }
  answers->second.clear();
  for (const auto& [question, answer] : reading.entries) {
    answers->second.insert(answers->second.end(), {question, answer});
  }
}

void refuse_unknown_headings(const Session& session, const storage::Loaded& loaded, const TypedFields& typed) {
  const auto scalar = scalar_of<Survey>(session, loaded, typed, "instrument", pairs_typed(session, loaded, typed));
  const auto id = scalar ? Id<Instrument>::parse(*scalar) : std::nullopt;
  const Instrument* instrument = id ? loaded.program.model().find(*id) : nullptr;
  const auto answers = typed.find("answers");
  if (instrument == nullptr || answers == typed.end()) {
    return;
  }
  for (std::size_t index = 0; index + 1 < answers->second.size(); index += 2) {
    if (instrument->find(answers->second[index]) == nullptr) {
      Refused refused{Status::usage, say("survey.no-question", instrument->label, answers->second[index])};
      refused.is_about_heading = true;
      throw refused;
    }
  }
}

}  // namespace mentor::cli

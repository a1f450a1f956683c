#include "mentor/records/survey.hpp"

#include <algorithm>
#include <array>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "filled_sheets.hpp"
#include "inspection.hpp"
#include "names_in_text.hpp"
#include "question_columns.hpp"
#include "table_parts.hpp"

namespace mentor {

namespace {

constexpr std::array survey_fields = {
    field<&Survey::id, OwnIdCodec<Survey>>("id", required, {"Код", "Id"},
                                           {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Survey::instrument>("instrument", required, {"Анкета", "Instrument"},
                               {"Код анкеты из модели программы, например pupil-mentee.",
                                "The id of an instrument of the program's model, such as pupil-mentee."}),
    field<&Survey::stage>("stage", required, {"Этап", "Stage"},
                          {"before (на входе), day-30 (через месяц), middle (в середине), after (на выходе) или exit "
                           "(при досрочном завершении); можно не указывать, если в анкете один этап.",
                           "before, day-30, middle, after or exit; may be left out where the instrument has one."},
                          {.russian = "когда"}),
    field<&Survey::on>("on", required, {"Дата", "On"}, {"День заполнения.", "The day on which it was filled in."},
                       {.usual = "today"}),
    field<&Survey::pairs>("pairs", optional, {"Пары", "Pairs"},
                          {"Список кодов пар того, кто отвечал; без строки анкета безымянная или о программе в целом.",
                           "The ids of the pairs of whoever answered; without them it is anonymous, or of the whole "
                           "program."},
                          {.privacy = Privacy::name_of_minor}),
    field<&Survey::answers>("answers", required, {"Ответы", "Answers"},
                            {"Коды вопросов и ответы на них. Команда понимает и все ответы одной строкой в порядке "
                             "бланка: `8 9 - да`.",
                             "The ids of questions, and the answers to them. A command takes all answers in one text "
                             "as well, in the order of the sheet: `8 9 - yes`."},
                            {.use = Use::examined, .privacy = Privacy::sensitive}),
};

Labels labels_of(const std::vector<SurveyStage>& stages) {
  Labels labels;
  std::transform(stages.begin(), stages.end(), std::back_inserter(labels),
                 [](SurveyStage stage) { return label_of(stage); });
  return labels;
}

/// `survey-subject` for the pairs of a sheet that a member of pairs fills in.
void pairs_of_sheet(const Stored<Survey>& stored, const Instrument& instrument, Role role, Inspection& inspection) {
  const auto refuse = [&](Message message) {
    inspection.add(Rule::survey_subject, Severity::error, stored, "pairs", std::move(message));
  };
  const Form* form = instrument.form ? inspection.model().find(*instrument.form) : nullptr;
  std::optional<Id<Participant>> person;
  for (const auto& id : stored.record.pairs) {
    const Pair* pair = inspection.find(id);
    if (pair == nullptr) {
      continue;  // dangling-reference tells it
    }
    const Form* form_of_pair = inspection.model().find(pair->form);
    if (form != nullptr && form_of_pair != nullptr && form != form_of_pair) {
      refuse(say("survey-subject.form", instrument.label, form->label, form_of_pair->label));
      return;
    }
    if (person && *person != pair->member(role)) {
      const Date today = inspection.today();
      refuse(say("survey-subject.two-people", instrument.label, label_of(role),
                 name_of(inspection.program(), *person, today),
                 name_of(inspection.program(), pair->member(role), today)));
      return;
    }
    person = pair->member(role);
  }
}

/// Whether something is asked at the stage.
bool asks_at(const Instrument& instrument, SurveyStage stage) {
  return std::any_of(instrument.questions.begin(), instrument.questions.end(),
                     [&](const Question& one) { return one.text_at(stage) != nullptr; });
}

void survey_subject(const Stored<Survey>& stored, Inspection& inspection) {
  const Survey& survey = stored.record;
  const Instrument* instrument = inspection.model().find(survey.instrument);
  if (instrument == nullptr) {
    return;  // field-value tells it
  }
  if (!asks_at(*instrument, survey.stage)) {
    inspection.add(
        Rule::survey_subject, Severity::error, stored, "stage",
        say("survey-subject.stage", instrument->label, label_of(survey.stage), labels_of(instrument->stages())));
  }
  const auto role = role_of(*instrument);
  if (role) {
    pairs_of_sheet(stored, *instrument, *role, inspection);
  } else if (survey.pairs.size() != 0) {
    inspection.add(Rule::survey_subject, Severity::error, stored, "pairs",
                   say("survey-subject.of-program", instrument->label));
  }
}

void survey_answer(const Stored<Survey>& stored, Inspection& inspection) {
  const Survey& survey = stored.record;
  const Instrument* instrument = inspection.model().find(survey.instrument);
  if (instrument == nullptr || !asks_at(*instrument, survey.stage)) {
    return;
  }
  const Language language = inspection.program().settings.language;
  std::size_t next = 0;
  for (const auto& [id, answer] : survey.answers) {
    const std::size_t place = next++;
    const Question* question = instrument->find(id);
    const auto refuse = [&](Message message) {
      inspection.add_to_entry(Rule::survey_answer, Severity::error, stored, "answers", place, std::move(message));
    };
    if (question == nullptr) {
      Texts known;
      for (const Question* one : instrument->asked_at(survey.stage)) {
        known.push_back(one->id.to_string());
      }
      refuse(say("survey-answer.no-question", instrument->label, id, std::move(known)));
    } else if (question->text_at(survey.stage) == nullptr) {
      refuse(say("survey-answer.not-then", id, label_of(survey.stage)));
    } else if (!answer_of_record(*question, inspection.model(), answer)) {
      refuse(say("survey-answer.outside", id, answer, shown_scale(question->scale, inspection.model(), language)));
    }
  }
}

void survey_repeat(const Stored<Survey>& stored, Inspection& inspection) {
  const Stored<Survey>* other = inspection.index<FilledSheets>().repeated_by(&stored);
  const Instrument* instrument = inspection.model().find(stored.record.instrument);
  if (other == nullptr || instrument == nullptr) {
    return;
  }
  const std::string id = other->record.id.to_string();
  inspection.add(Rule::survey_repeat, Severity::error, stored, "stage",
                 say("survey-repeat.same", instrument->label, label_of(stored.record.stage), other->record.on, id),
                 {id});
}

/// Tells of a first sheet that came long after the pair began, and of a last one long before it ends.
void survey_date(const Stored<Survey>& stored, Inspection& inspection) {
  const Survey& survey = stored.record;
  const std::int64_t days = inspection.model().norms[Norm::survey_days];
  for (const auto& id : survey.pairs) {
    const Pair* pair = inspection.find(id);
    if (pair == nullptr || !is_counted(*pair, inspection.model())) {
      continue;
    }
    const auto tell = [&](Message message) {
      inspection.add(Rule::survey_date, Severity::warning, stored, "on", std::move(message), {id.to_string()});
    };
    if (survey.stage == SurveyStage::before && !pair->continues && survey.on.days_since(pair->from) > days) {
      tell(say("survey-date.late", survey.on, pair->from.day(), days));
    } else if (survey.stage == SurveyStage::after && pair->until && pair->until->days_since(survey.on) > days) {
      tell(say("survey-date.early", survey.on, *pair->until, days));
    }
  }
}

void future_survey(const Stored<Survey>& stored, Inspection& inspection) {
  refuse_future(stored, "on", stored.record.on, inspection);
}

/// `private-words`: an anonymous sheet that names somebody is not anonymous.
void names_in_anonymous(const Stored<Survey>& stored, Inspection& inspection) {
  const Survey& survey = stored.record;
  const Instrument* instrument = inspection.model().find(survey.instrument);
  if (instrument == nullptr || instrument->of == Respondent::program || survey.pairs.size() != 0) {
    return;
  }
  std::size_t next = 0;
  for (const auto& [id, answer] : survey.answers) {
    const std::size_t place = next++;
    if (const auto name = inspection.index<NamesInText>().in(answer)) {
      inspection.add_to_entry(Rule::private_words, Severity::warning, stored, "answers", place,
                              say("private-words.name", id, *name));
    }
  }
}

constexpr std::array survey_rules = {
    RecordRule<Survey>{Rule::survey_subject, survey_subject},
    RecordRule<Survey>{Rule::survey_answer, survey_answer},
    RecordRule<Survey>{Rule::survey_repeat, survey_repeat, KindSet::of<Survey>()},
    RecordRule<Survey>{Rule::survey_date, survey_date},
    RecordRule<Survey>{Rule::future_date, future_survey},
    RecordRule<Survey>{Rule::private_words, names_in_anonymous, KindSet::of<Participant>()},
};

/// The parts of the text, as blanks part them; what stands in quotes is one of them. `unclosed` gets what follows a
/// quote that nothing closes.
std::vector<std::string> answers_in(std::string_view typed, std::optional<std::string>& unclosed) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> quotes = {
      {{"\"", "\""}, {"«", "»"}, {"“", "”"}}};
  std::vector<std::string> answers;
  std::string_view rest = typed;
  while (true) {
    const auto begin = rest.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
      return answers;
    }
    rest.remove_prefix(begin);
    const auto* const quote =
        std::find_if(quotes.begin(), quotes.end(), [&](const auto& one) { return rest.starts_with(one.first); });
    const auto closing = quote == quotes.end() ? std::string_view::npos : rest.find(quote->second, quote->first.size());
    if (quote != quotes.end() && closing == std::string_view::npos) {
      unclosed = std::string{rest};
      return answers;
    }
    if (closing != std::string_view::npos) {
      answers.emplace_back(rest.substr(quote->first.size(), closing - quote->first.size()));
      rest.remove_prefix(closing + quote->second.size());
    } else {
      const auto end = rest.find_first_of(" \t\r\n");
      answers.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end, rest.size()));
    }
  }
}

}  // namespace

std::optional<Role> role_of(const Instrument& instrument) {
  return instrument.of == Respondent::program  ? std::nullopt
         : instrument.of == Respondent::mentee ? std::optional{Role::mentee}
                                               : std::optional{Role::mentor};
}

std::optional<Id<Participant>> respondent_of(const Survey& survey, const Program& program) {
  const Instrument* instrument = program.model().find(survey.instrument);
  const auto role = instrument == nullptr ? std::nullopt : role_of(*instrument);
  std::optional<Id<Participant>> person;
  for (const auto& id : survey.pairs) {
    const Pair* pair = program.find(id);
    if (!role || pair == nullptr || (person && *person != pair->member(*role))) {
      return std::nullopt;
    }
    person = pair->member(*role);
  }
  return person;
}

std::int64_t answered(const Survey& survey, const Model& model) {
  const Instrument* instrument = model.find(survey.instrument);
  const auto is_asked = [&](const Entries::View& entry) {
    const Question* question = instrument->find(entry.key);
    return question != nullptr && question->text_at(survey.stage) != nullptr;
  };
  return instrument == nullptr ? 0 : std::count_if(survey.answers.begin(), survey.answers.end(), is_asked);
}

std::int64_t asked(const Survey& survey, const Model& model) {
  const Instrument* instrument = model.find(survey.instrument);
  return instrument == nullptr ? 0 : static_cast<std::int64_t>(instrument->asked_at(survey.stage).size());
}

SheetSum sum_of(const Survey& survey, const Instrument& instrument) {
  constexpr std::int64_t hundred = 100;
  SheetSum total;
  for (const Question* question : instrument.asked_at(survey.stage)) {
    if (question->scale.sort() != AnswerScale::Sort::whole) {
      continue;
    }
    const auto answer = survey.answers.find(question->id.to_string());
    const auto score = answer ? hundredths_of(*question, *answer) : std::nullopt;
    total.sum += score.value_or(0) / hundred;
    total.most += question->scale.most();
    total.left += score ? 0 : 1;
  }
  return total;
}

Cell level_cell(const SheetSum& total, const Instrument& instrument) {
  const Level* level = instrument.level_of(total.sum);
  return total.left != 0    ? Cell{Unknown{say("unknown.unanswered", total.left)}}
         : level == nullptr ? Cell{}
                            : Cell{Labelled{level->id.to_string(), level->label}};
}

SheetReading read_sheet(const Instrument& instrument, SurveyStage stage, std::string_view typed) {
  constexpr std::array<std::string_view, 3> none = {"-", "–", "—"};
  const auto asked = instrument.asked_at(stage);
  SheetReading reading;
  const auto answers = answers_in(typed, reading.unclosed);
  reading.answers = static_cast<std::int64_t>(answers.size());
  if (answers.size() < asked.size()) {
    reading.first_left = asked[answers.size()];
  } else if (answers.size() > asked.size()) {
    reading.first_surplus = answers[asked.size()];
  }
  for (std::size_t index = 0; index < std::min(asked.size(), answers.size()); ++index) {
    if (std::find(none.begin(), none.end(), answers[index]) == none.end()) {
      reading.entries.push_back({asked[index]->id.to_string(), answers[index]});
    }
  }
  return reading;
}

std::span<const Field<Survey>> Kind<Survey>::fields() { return survey_fields; }
std::span<const RecordRule<Survey>> Kind<Survey>::rules() { return survey_rules; }

void Kind<Survey>::make_canonical(Survey& survey, const Model& model, const Fold& fold) {
  const Instrument* instrument = model.find(survey.instrument);
  if (instrument == nullptr) {
    return;
  }
  std::vector<Entries::Entry> entries = survey.answers.all();
  for (auto& [id, answer] : entries) {
    if (const Question* question = instrument->find(id)) {
      answer = answer_from_input(*question, model, answer, fold).value_or(answer);
    }
  }
  // In the order of the sheet; what is no question of it comes last.
  const auto place = [&](const Entries::Entry& entry) {
    const Question* question = instrument->find(entry.key);
    return question == nullptr ? instrument->questions.size()
                               : static_cast<std::size_t>(question - instrument->questions.data());
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& one, const auto& other) { return place(one) < place(other); });
  survey.answers = Entries{std::move(entries)};
}

std::string Kind<Survey>::title_of(const Program& program, const Survey& survey, Date day) {
  const Language language = program.settings.language;
  const Instrument* instrument = program.model().find(survey.instrument);
  std::string title = instrument == nullptr ? survey.instrument.to_string() : instrument->label.in(language);
  title.append(", ").append(label_of(survey.stage).in(language));
  if (const auto person = respondent_of(survey, program)) {
    title.append(", ").append(name_of(program, *person, day));
  }
  return title;
}

Section Kind<Survey>::table(const ReportContext& context) {
  auto surveys = mentor::select<Survey>(context.program, context.filter, context.today);
  sort_as_usual(surveys);
  const Model& model = context.program.model();
  Section section = rows_of(context, std::move(surveys), [&model](const Survey& survey, Row& row) {
    row.emplace_back(answered(survey, model));
    row.emplace_back(asked(survey, model));
  });
  section.columns.push_back(number_column("answered", {"Ответов", "Answered"}));
  section.columns.push_back(number_column("asked", {"Вопросов", "Asked"}));
  return section;
}

void Kind<Survey>::add_sections(Report& report, const ReportContext& context, const Stored<Survey>& stored) {
  const Survey& survey = stored.record;
  const Model& model = context.program.model();
  const Instrument* instrument = model.find(survey.instrument);
  if (instrument == nullptr) {
    return;
  }
  // The answers stand in a table of their own, with what was asked.
  std::erase_if(report.facts, [](const Fact& fact) { return fact.key == "answers"; });
  if (!instrument->levels.empty()) {
    const SheetSum total = sum_of(survey, *instrument);
    report.facts.push_back({"sum", FixedLabel{"Баллов", "Sum"}, total.sum});
    report.facts.push_back({"most", FixedLabel{"Из", "Of"}, total.most});
    report.facts.push_back({"level", FixedLabel{"Уровень", "Level"}, level_cell(total, *instrument)});
  }
  Section section{.key = "answers",
                  .title = FixedLabel{"Ответы", "Answers"},
                  .columns = question_columns({text_column("answer", {"Ответ", "Answer"})})};
  section.columns.back().privacy = Privacy::sensitive;
  std::int64_t number = 0;
  for (const Question* question : instrument->asked_at(survey.stage)) {
    const std::string id = question->id.to_string();
    const auto answer = survey.answers.find(id);
    section.rows.add(question_row(
        ++number, *question, survey.stage, context.program.settings.language,
        {answer ? Cell{Labelled{std::string{*answer}, shown_answer(*question, model, std::string{*answer})}}
                : Cell{}}));
  }
  for (const auto& [id, answer] : survey.answers) {
    const Question* question = instrument->find(id);
    if (question == nullptr || question->text_at(survey.stage) == nullptr) {
      const std::string word{id};
      section.rows.add({Cell{}, word, word, word, std::string{answer}});
    }
  }
  mentor::add_sections(report, std::move(section));
}

}  // namespace mentor

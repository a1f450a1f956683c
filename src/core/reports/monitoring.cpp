// What people and the curator say of the work, before it and after it: domain §5.2. No table names anybody.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "chains.hpp"
#include "report_parts.hpp"

namespace mentor {

namespace {

/// The sheets of one instrument at the beginning and at the end, by whoever answered.
struct BeforeAndAfter {
  using Sheets = std::map<Id<Participant>, std::vector<const Survey*>>;

  Sheets before;
  Sheets after;
  std::vector<const Survey*> others_before;  // of which nobody knows who answered
  std::vector<const Survey*> others_after;
};

/// Calls `visit` with each sheet of a stage, known and anonymous.
template <class Visit>
void for_each_sheet(const BeforeAndAfter& sheets, SurveyStage stage, Visit visit) {
  const bool is_before = stage == SurveyStage::before;
  for (const auto& [person, surveys] : is_before ? sheets.before : sheets.after) {
    for (const Survey* survey : surveys) {
      visit(*survey);
    }
  }
  for (const Survey* survey : is_before ? sheets.others_before : sheets.others_after) {
    visit(*survey);
  }
}

/// How many answers of a sheet lie outside the scale of their question, or are to a question that the sheet does not
/// have at its stage. `check` tells each of them; a report says how many it leaves out.
std::int64_t answers_left_out(const Survey& survey, const Model& model) {
  const Instrument* instrument = model.find(survey.instrument);
  std::int64_t count = 0;
  for (const auto& [id, answer] : survey.answers) {
    const Question* question = instrument == nullptr ? nullptr : instrument->find(id);
    const bool is_counted =
        question != nullptr && question->text_at(survey.stage) != nullptr && answer_of_record(*question, model, answer);
    count += is_counted ? 0 : 1;
  }
  return count;
}

std::optional<std::int64_t> score(const Survey& survey, const Question& question) {
  const auto answer = survey.answers.find(question.id.to_string());
  return answer ? hundredths_of(question, *answer) : std::nullopt;
}

std::optional<std::string> word(const Survey& survey, const Question& question, const Model& model) {
  const auto answer = survey.answers.find(question.id.to_string());
  return answer ? answer_of_record(question, model, *answer) : std::nullopt;
}

/// Scores of one question at one stage.
struct Scores {
  std::int64_t count = 0;
  std::int64_t people = 0;  // who gave them; an anonymous sheet is of somebody else each time
  std::int64_t sum = 0;     // in hundredths
  std::int64_t high = 0;
  std::int64_t low = 0;
};

/// Whether the norms of high and low scores are about the question's scale.
bool is_to_ten(const Question& question) {
  constexpr int ten = 10;
  return question.scale.sort() == AnswerScale::Sort::whole && question.scale.most() == ten;
}

/// Answers in words to one question at one stage.
struct Words {
  std::vector<std::string> answers;
  std::int64_t people = 0;  // as in `Scores`

  std::int64_t count() const { return static_cast<std::int64_t>(answers.size()); }
  std::int64_t count_of(std::string_view word) const { return std::count(answers.begin(), answers.end(), word); }
};

class Monitoring {
 public:
  explicit Monitoring(const ReportContext& context)
      : context_(context), model_(context.program.model()), chains_(context.program) {
    for (const Survey* survey : select<Survey>(context.program, context.filter, context.today)) {
      by_instrument_[survey->instrument].push_back(survey);
    }
    for (auto& [id, surveys] : by_instrument_) {
      std::sort(surveys.begin(), surveys.end(), [](const Survey* one, const Survey* other) {
        return std::tie(one->on, one->id) < std::tie(other->on, other->id);
      });
      remove_repeats(surveys);
    }
  }

  /// Calls `visit` with each instrument of this sort of respondent that has sheets, in the order of the model.
  template <class Visit>
  void for_each_instrument(bool of_program, Visit visit) const {
    for (const Instrument& instrument : model_.instruments) {
      const auto found = by_instrument_.find(instrument.id);
      if (found != by_instrument_.end() && (instrument.of == Respondent::program) == of_program) {
        visit(instrument, found->second);
      }
    }
  }

  BeforeAndAfter sheets_of(const std::vector<const Survey*>& surveys) const {
    BeforeAndAfter sheets;
    for (const Survey* survey : surveys) {
      const bool is_before = survey->stage == SurveyStage::before;
      if (!is_before && survey->stage != SurveyStage::after) {
        continue;
      }
      const auto person = respondent_of(*survey, context_.program);
      if (person) {
        auto& known = is_before ? sheets.before : sheets.after;
        known[*person].push_back(survey);
      } else {
        (is_before ? sheets.others_before : sheets.others_after).push_back(survey);
      }
    }
    return sheets;
  }

  Section scores() const;
  Section yes() const;
  Section words() const;
  Section sums() const;
  Section figures() const;
  Section own_words() const;

  /// Whether some sheet is of an instrument of the edition, whose wording nobody has compared.
  bool uses_edition() const {
    return std::any_of(by_instrument_.begin(), by_instrument_.end(), [&](const auto& one) {
      const Instrument* instrument = model_.find(one.first);
      return instrument != nullptr && instrument->line == 0;
    });
  }

  std::int64_t sheets() const {
    std::int64_t count = 0;
    for (const auto& [id, surveys] : by_instrument_) {
      count += static_cast<std::int64_t>(surveys.size());
    }
    return count;
  }

  /// The answers of these sheets that count nowhere.
  std::int64_t left_out() const {
    std::int64_t count = 0;
    for (const auto& [id, surveys] : by_instrument_) {
      for (const Survey* survey : surveys) {
        count += answers_left_out(*survey, model_);
      }
    }
    return count;
  }

 private:
  /// Of sheets of one person, stage and chain of pairs the last one stays.
  void remove_repeats(std::vector<const Survey*>& surveys) const {
    std::set<std::tuple<Id<Participant>, SurveyStage, Id<Pair>>> later;
    std::vector<const Survey*> kept;
    for (auto survey = surveys.rbegin(); survey != surveys.rend(); ++survey) {
      const auto person = respondent_of(**survey, context_.program);
      bool is_repeated = person.has_value();
      for (const auto& pair : (*survey)->pairs) {
        is_repeated =
            !later.emplace(person.value_or(Id<Participant>{}), (*survey)->stage, chains_.first_of(pair)).second &&
            is_repeated;
      }
      if (!is_repeated) {
        kept.push_back(*survey);
      }
    }
    surveys.assign(kept.rbegin(), kept.rend());
  }

  bool is_small(std::int64_t count) const { return count < model_.norms[Norm::small_group]; }
  Cell unless_small(std::int64_t count, Cell cell) const {
    return count == 0        ? Cell{}
           : is_small(count) ? Cell{Unknown{say("unknown.small-group", std::int64_t{model_.norms[Norm::small_group]})}}
                             : std::move(cell);
  }
  /// A question, as it is asked at the end if it is asked then.
  static Labelled shown(const Question& question) {
    const Label* text = question.text_at(SurveyStage::after);
    return {question.id.to_string(), text != nullptr ? *text : question.wordings.front().text};
  }
  static Labelled shown(const Instrument& instrument) { return {instrument.id.to_string(), instrument.label}; }

  Scores scores_at(const BeforeAndAfter& sheets, const Question& question, SurveyStage stage) const {
    Scores scores;
    const std::int64_t high = 100 * std::int64_t{model_.norms[Norm::high_from]};
    const std::int64_t low = 100 * std::int64_t{model_.norms[Norm::low_to]};
    std::set<Id<Participant>> people;
    for_each_sheet(sheets, stage, [&](const Survey& survey) {
      if (const auto value = score(survey, question)) {
        const auto person = respondent_of(survey, context_.program);
        scores.people += !person || people.insert(*person).second ? 1 : 0;
        ++scores.count;
        scores.sum += *value;
        scores.high += *value >= high ? 1 : 0;
        scores.low += *value <= low ? 1 : 0;
      }
    });
    return scores;
  }

  Words words_at(const std::vector<const Survey*>& surveys, const Question& question, SurveyStage stage) const {
    Words words;
    std::set<Id<Participant>> people;
    for (const Survey* survey : surveys) {
      if (auto answer = survey->stage == stage ? word(*survey, question, model_) : std::nullopt) {
        const auto person = respondent_of(*survey, context_.program);
        words.people += !person || people.insert(*person).second ? 1 : 0;
        words.answers.push_back(*std::move(answer));
      }
    }
    return words;
  }

  /// The differences of whoever answered both times, for one pair or for pairs of one chain.
  Scores differences(const BeforeAndAfter& sheets, const Question& question) const {
    Scores both;
    for (const auto& [person, last_sheets] : sheets.after) {
      const auto before = sheets.before.find(person);
      const std::int64_t count = both.count;
      for (const Survey* survey : last_sheets) {
        const Survey* first = before == sheets.before.end() ? nullptr : first_for(before->second, *survey);
        const auto was = first == nullptr ? std::nullopt : score(*first, question);
        const auto is = score(*survey, question);
        if (was && is) {
          ++both.count;
          both.sum += *is - *was;
        }
      }
      both.people += both.count > count ? 1 : 0;
    }
    return both;
  }

  /// The last of the sheets at the beginning that is of a chain of this one. Null when there is none.
  const Survey* first_for(const std::vector<const Survey*>& first_sheets, const Survey& last) const {
    std::set<Id<Pair>> chains;
    for (const auto& pair : last.pairs) {
      chains.insert(chains_.first_of(pair));
    }
    const Survey* found = nullptr;
    for (const Survey* survey : first_sheets) {
      const bool is_of_chain = std::any_of(survey->pairs.begin(), survey->pairs.end(),
                                           [&](const auto& pair) { return chains.contains(chains_.first_of(pair)); });
      found = is_of_chain && survey->on <= last.on ? survey : found;
    }
    return found;
  }

  const ReportContext& context_;
  const Model& model_;
  Chains chains_;
  std::map<Id<Instrument>, std::vector<const Survey*>> by_instrument_;
};

Column grouped(std::string key, FixedLabel heading) {
  Column column = text_column(std::move(key), heading);
  column.groups = true;
  return column;
}
Column share_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .kind = ColumnKind::share};
}
Column mean_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .kind = ColumnKind::mean};
}

Section Monitoring::scores() const {
  Section section{
      .key = "scores",
      .title = FixedLabel{"Оценки по вопросам", "Scores by question"},
      .columns = {grouped("instrument", {"Анкета", "Instrument"}), text_column("question", {"Вопрос", "Question"}),
                  number_column("before", {"До", "Before"}), number_column("after", {"После", "After"}),
                  number_column("both", {"Оба раза", "Both"}),
                  mean_column("mean-before", {"Средний до", "Mean before"}),
                  mean_column("mean-after", {"Средний после", "Mean after"}),
                  mean_column("change", {"Сдвиг", "Change"}), share_column("high", {"Высокие", "High"}),
                  share_column("low", {"Низкие", "Low"})},
      .when_empty =
          FixedLabel{"Вопросов с оценками в анкетах участников нет.", "No scores in questionnaires of people."}};
  for_each_instrument(false, [&](const Instrument& instrument, const std::vector<const Survey*>& surveys) {
    const BeforeAndAfter sheets = sheets_of(surveys);
    for (const Question& question : instrument.questions) {
      const Scores before = scores_at(sheets, question, SurveyStage::before);
      const Scores after = scores_at(sheets, question, SurveyStage::after);
      const Scores both = differences(sheets, question);
      const Scores& last = after.count != 0 ? after : before;
      if (question.scale.is_counted() && last.count != 0) {
        section.rows.add({shown(instrument), shown(question), before.count, after.count, both.count,
                          unless_small(before.people, Mean{before.sum, before.count}),
                          unless_small(after.people, Mean{after.sum, after.count}),
                          unless_small(both.people, Change{both.sum, both.count}),
                          is_to_ten(question) ? unless_small(last.people, Share{last.high, last.count}) : Cell{},
                          is_to_ten(question) ? unless_small(last.people, Share{last.low, last.count}) : Cell{}});
      }
    }
  });
  return section;
}

Section Monitoring::yes() const {
  Section section{.key = "yes",
                  .title = FixedLabel{"Ответили «да»", "Answered yes"},
                  .columns = {grouped("instrument", {"Анкета", "Instrument"}), text_column("stage", {"Этап", "Stage"}),
                              text_column("question", {"Вопрос", "Question"}),
                              number_column("answers", {"Ответов", "Answers"}), share_column("yes", {"Да", "Yes"})}};
  for_each_instrument(false, [&](const Instrument& instrument, const std::vector<const Survey*>& surveys) {
    for (const SurveyStage stage : all_survey_stages) {
      for (const Question* question : instrument.asked_at(stage)) {
        if (question->scale.sort() != AnswerScale::Sort::yes_or_no) {
          continue;
        }
        const Words words = words_at(surveys, *question, stage);
        const std::int64_t count = words.count();
        if (count != 0) {
          section.rows.add({shown(instrument), labelled(stage),
                            Labelled{question->id.to_string(), *question->text_at(stage)}, count,
                            unless_small(words.people, Share{words.count_of("yes"), count})});
        }
      }
    }
  });
  return section;
}

Section Monitoring::words() const {
  Section section{
      .key = "words",
      .title = FixedLabel{"Ответы по шкалам из слов", "Answers in words of a scale"},
      .columns = {grouped("instrument", {"Анкета", "Instrument"}), text_column("stage", {"Этап", "Stage"}),
                  text_column("question", {"Вопрос", "Question"}), text_column("answer", {"Ответ", "Answer"}),
                  number_column("answers", {"Ответов", "Answers"})}};
  for_each_instrument(false, [&](const Instrument& instrument, const std::vector<const Survey*>& surveys) {
    for (const SurveyStage stage : all_survey_stages) {
      for (const Question* question : instrument.asked_at(stage)) {
        const NamedScale* scale =
            question->scale.sort() == AnswerScale::Sort::words ? model_.find(question->scale.name()) : nullptr;
        if (scale == nullptr) {
          continue;
        }
        const Words words = words_at(surveys, *question, stage);
        const Labelled asked{question->id.to_string(), *question->text_at(stage)};
        if (words.count() != 0 && is_small(words.people)) {
          section.rows.add(
              {shown(instrument), labelled(stage), asked, unless_small(words.people, Cell{}), words.count()});
          continue;
        }
        for (const ScaleWord& one : scale->words) {
          const std::string id = one.id.to_string();
          if (const std::int64_t count = words.count_of(id); count != 0) {
            section.rows.add({shown(instrument), labelled(stage), asked, Labelled{id, one.label}, count});
          }
        }
      }
    }
  });
  return section;
}

Section Monitoring::sums() const {
  Section section{.key = "sums",
                  .title = FixedLabel{"Оценка программы", "The program's score"},
                  .columns = {grouped("instrument", {"Анкета", "Instrument"}), text_column("stage", {"Этап", "Stage"}),
                              Column{.key = "on", .heading = FixedLabel{"Дата", "On"}, .kind = ColumnKind::date},
                              number_column("sum", {"Баллов", "Sum"}), number_column("most", {"Из", "Of"}),
                              text_column("level", {"Уровень", "Level"})}};
  for_each_instrument(true, [&](const Instrument& instrument, const std::vector<const Survey*>& surveys) {
    for (const Survey* survey : instrument.levels.empty() ? std::vector<const Survey*>{} : surveys) {
      const SheetSum total = sum_of(*survey, instrument);
      section.rows.add({shown(instrument), labelled(survey->stage), survey->on, total.sum, total.most,
                        level_cell(total, instrument)});
    }
  });
  return section;
}

/// The last sheet of a stage up to a day.
const Survey* last_at(const std::vector<const Survey*>& surveys, SurveyStage stage, Date day) {
  const Survey* last = nullptr;
  for (const Survey* survey : surveys) {
    last = survey->stage == stage && survey->on <= day ? survey : last;
  }
  return last;
}

Section Monitoring::figures() const {
  Section section{
      .key = "figures",
      .title = FixedLabel{"До и после", "Before and after"},
      .columns = {grouped("instrument", {"Таблица", "Instrument"}), text_column("question", {"Показатель", "Figure"}),
                  number_column("before", {"До", "Before"}), number_column("after", {"После", "After"}),
                  mean_column("difference", {"Разница", "Difference"}),
                  mean_column("percent", {"Прирост, %", "Growth, %"})}};
  for_each_instrument(true, [&](const Instrument& instrument, const std::vector<const Survey*>& surveys) {
    const Survey* after = last_at(surveys, SurveyStage::after, Date::latest());
    const Survey* before = last_at(surveys, SurveyStage::before, after == nullptr ? Date::latest() : after->on);
    const bool is_compared = !instrument.asked_at(SurveyStage::after).empty();
    for (const Question& question : instrument.questions) {
      const auto was = before == nullptr ? std::nullopt : score(*before, question);
      const auto is = after == nullptr ? std::nullopt : score(*after, question);
      if (!is_compared || !question.scale.is_counted() || (!was && !is)) {
        continue;
      }
      const bool are_both = was && is;
      const std::int64_t first = was.value_or(0);
      const std::int64_t last = is.value_or(0);
      constexpr std::int64_t percent = 100;
      Cell difference;
      Cell in_percent;
      if (are_both) {
        difference = Change{last - first};
        in_percent = first == 0 ? Cell{Unknown{say("unknown.from-zero")}}
                                : Cell{Change{(last - first) * percent * percent, first}};
      }
      section.rows.add({shown(instrument), shown(question), was ? Cell{*Amount::from_hundredths(first)} : Cell{},
                        is ? Cell{*Amount::from_hundredths(last)} : Cell{}, std::move(difference),
                        std::move(in_percent)});
    }
  });
  return section;
}

Section Monitoring::own_words() const {
  Section section{
      .key = "own-words",
      .title = FixedLabel{"Своими словами: о программе", "In own words: of the program"},
      .columns = {grouped("instrument", {"Анкета", "Instrument"}),
                  Column{.key = "on", .heading = FixedLabel{"Дата", "On"}, .kind = ColumnKind::date},
                  text_column("question", {"Вопрос", "Question"}), text_column("answer", {"Ответ", "Answer"})}};
  section.columns.back().privacy = Privacy::sensitive;
  for_each_instrument(true, [&](const Instrument& instrument, const std::vector<const Survey*>& surveys) {
    for (const Survey* survey : surveys) {
      for (const Question* question : instrument.asked_at(survey->stage)) {
        const auto answer = survey->answers.find(question->id.to_string());
        if (question->scale.sort() == AnswerScale::Sort::text && answer) {
          section.rows.add({shown(instrument), survey->on,
                            Labelled{question->id.to_string(), *question->text_at(survey->stage)},
                            std::string{*answer}});
        }
      }
    }
  });
  return section;
}

void fill_monitoring(Report& report, const ReportContext& context) {
  const Monitoring monitoring{context};
  const Norms& norms = context.program.model().norms;
  report.facts.push_back({"sheets", FixedLabel{"Анкет", "Sheets"}, monitoring.sheets()});
  const std::int64_t left_out = monitoring.left_out();
  if (left_out != 0) {
    report.facts.push_back({"answers-left-out", FixedLabel{"Ответов не учтено", "Answers left out"}, left_out});
  }
  add_sections(report, monitoring.scores());
  for (Section section :
       {monitoring.yes(), monitoring.words(), monitoring.sums(), monitoring.figures(), monitoring.own_words()}) {
    if (section.rows.size() != 0) {
      add_sections(report, std::move(section));
    }
  }
  auto& notes = report.chapters.back().notes;
  notes = {
      FixedLabel{"Анкеты – те, что заполнены в период отчёта. Если один человек заполнил одну и ту же дважды, берётся "
                 "последняя.",
                 "Sheets are those filled in within the period. Of two of one person the last one counts."},
      FixedLabel{"Сдвиг – среднее разностей «после минус до» у тех, кто ответил оба раза: один человек, одна анкета, "
                 "одна пара или пары, которые её продолжают.",
                 "The change is the mean of after minus before of those who answered both times: one person, one "
                 "instrument, one pair or those that go on with it."},
      FixedLabel{
          "Оценки сравниваются на входе и в конце; на других этапах считаются только ответы «да» и словами.",
          "Scores are compared at the beginning and at the end; of other stages only answers of yes and in words "
          "are counted."},
      FixedLabel{
          "Прирост – на сколько процентов стало больше; у показателя, который сам в процентах, его нет, а разница "
          "– в процентных пунктах.",
          "Growth is by how many percent it became more; a figure that is in percent itself has none, and its "
          "difference is in percentage points."},
      say("monitoring.high", std::int64_t{norms[Norm::high_from]}, std::int64_t{norms[Norm::low_to]}),
      say("monitoring.small", std::int64_t{norms[Norm::small_group]}),
      FixedLabel{"Ответов своими словами в анкетах участников здесь нет: по ним видно, кто ответил. Они – в самих "
                 "анкетах: `mentor показать`.",
                 "Answers in own words of people are not here, since they tell who answered. They are in the sheets: "
                 "`mentor show`."}};
  if (left_out != 0) {
    notes.emplace_back(say("monitoring.left-out"));
  }
  if (monitoring.uses_edition()) {
    notes.emplace_back(
        FixedLabel{"Формулировки вопросов могут отличаться от МР-42/02: сверьте их с приказом.",
                   "Compare the wording with the order: it is given from general knowledge of МР-42/02."});
  }
}

}  // namespace

const ReportRow monitoring_report{.name = "monitoring",
                                  .russian = "мониторинг",
                                  .title = {"Мониторинг", "Monitoring"},
                                  .takes_filters = true,
                                  .looks_through = KindSet::of<Survey>(),
                                  .shows = KindSet::of<Survey>(),
                                  .counts_pairs = false,
                                  .lists_people = false,
                                  .fill = fill_monitoring,
                                  .types = ModelList::instruments};

}  // namespace mentor

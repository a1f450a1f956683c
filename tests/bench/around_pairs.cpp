#include "around_pairs.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "chance.hpp"
#include "mentor/edition.hpp"
#include "words.hpp"

namespace bench {

namespace {

using namespace mentor;

template <class Kind>
Id<Kind> named(std::string_view text) {
  return Id<Kind>::parse(text).value();
}

/// The school year in which the day lies.
std::size_t year_of(Date day) {
  std::size_t year = current_year;
  while (year > 0 && day < first_day(year)) {
    --year;
  }
  return year;
}

/// The days of a pair's first school year on which it works.
struct Days {
  std::size_t year;
  Date first;
  Date last;

  int length() const { return last.days_since(first) + 1; }
  /// The last of them if so many days later is too late.
  Date after(int days) const { return std::min(first.plus_days(days), last); }
};

Days days_of(const Pair& pair) {
  const Date first = pair.from;
  const std::size_t year = year_of(first);
  return {year, first, std::min(pair.until.value_or(last_day(year)), last_day(year))};
}

class AroundPairs {
 public:
  AroundPairs(MadeUpProgram& made, const Size& size, const Model& model, std::uint64_t seed)
      : made_(made), size_(size), model_(model), chance_(seed) {
    for (const Participant& person : made.participants) {
      people_.emplace(person.id, &person);
    }
  }

  void make() {
    add_trainings();
    add_practices();
    for (Pair& pair : made_.pairs) {
      add_papers(pair);
      add_contacts(pair);
      add_plan(pair);
      add_surveys(pair);
    }
    add_pauses();
    for (std::size_t year = 0; year < school_years; ++year) {
      add_roadmap(year);
    }
    sort_by_day(made_.trainings);
    sort_by_day(made_.documents);
    sort_by_day(made_.contacts);
    sort_by_day(made_.surveys);
  }

 private:
  template <class Record>
  Id<Record> new_id() {
    for (;;) {
      auto id = id_from_number(chance_.bits());
      if (ids_.insert(id).second) {
        return named<Record>(id);
      }
    }
  }

  template <class Record>
  static void sort_by_day(ByYear<Record>& years) {
    for (auto& records : years) {
      std::sort(records.begin(), records.end(),
                [](const Record& a, const Record& b) { return std::tie(a.on, a.id) < std::tie(b.on, b.id); });
    }
  }

  int below(int count) { return static_cast<int>(chance_.below(static_cast<std::size_t>(count))); }

  /// The mentors of a year are trained in groups, before the first pair begins.
  void add_trainings() {
    constexpr std::size_t largest_group = 25;
    ByYear<Id<Participant>> mentors;
    for (const Participant& person : made_.participants) {
      if (person.has(Role::mentor, *person.joined)) {
        mentors.at(year_of(*person.joined)).push_back(person.id);
      }
    }
    for (std::size_t year = 0; year < school_years; ++year) {
      const auto& all = mentors.at(year);
      for (std::size_t begin = 0; begin < all.size(); begin += largest_group) {
        const std::size_t end = std::min(begin + largest_group, all.size());
        const auto at = [&](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
        made_.trainings.at(year).push_back({.id = new_id<Training>(),
                                            .type = named<TrainingType>("mentor-school"),
                                            .people = IdList{std::vector(at(begin), at(end))},
                                            .title = "Школа наставников",
                                            .on = first_day(year).plus_days(14),
                                            .hours = Duration::parse("6")});
      }
    }
  }

  /// A program of each form by which a third of its pairs run, with a plan of its own.
  void add_practices() {
    for (const Form& form : model_.forms) {
      Practice practice{.id = new_id<Practice>(),
                        .title = "Наставничество: " + form.label.in(Language::ru),
                        .form = form.id,
                        .from = first_day(0)};
      practice.goal = made_up_note(chance_);
      practice.expected = made_up_note(chance_);
      for (int number = 0; number < 5; ++number) {
        Step step = some_step(first_day(current_year).plus_days(20 + below(200)));
        step.practice = practice.id;
        made_.steps.push_back(std::move(step));
      }
      for (Pair& pair : made_.pairs) {
        if (pair.form == form.id && chance_.percent(33)) {
          pair.practices = IdList{practice.id};
        }
      }
      made_.practices.push_back(std::move(practice));
    }
  }

  /// Two: the consent of the mentee and that of the mentor, or the agreement of a pair whose mentor has given his.
  void add_papers(const Pair& pair) {
    add_consent(pair.mentee);
    if (consenting_.contains(pair.mentor)) {
      const Days days = days_of(pair);
      made_.documents.at(days.year).push_back({.id = new_id<Document>(),
                                               .type = named<DocumentType>("agreement"),
                                               .pairs = IdList{pair.id},
                                               .number = std::to_string(1 + below(400)),
                                               .on = days.first.plus_days(-below(14))});
    } else {
      add_consent(pair.mentor);
    }
  }

  /// Signed in the first days of the school year, at the latest on the day of joining.
  void add_consent(Id<Participant> id) {
    consenting_.insert(id);
    const Participant& person = *people_.at(id);
    const std::size_t year = year_of(*person.joined);
    Document consent{.id = new_id<Document>(),
                     .type = named<DocumentType>("processing-consent"),
                     .people = IdList{id},
                     .on = person.joined->plus_days(-below(person.joined->days_since(first_day(year)) + 1))};
    consent.by = signer_of(*model_.find(consent.type), person, consent.on, model_).value_or(Signer::self);
    made_.documents.at(year).push_back(std::move(consent));
  }

  /// With both members twice in the first month, then with one of them now and then.
  void add_contacts(const Pair& pair) {
    static constexpr std::array ways = {Via::meeting, Via::call, Via::message, Via::visit};
    const Days days = days_of(pair);
    for (std::size_t number = 0; number < size_.contacts; ++number) {
      Contact contact{.id = new_id<Contact>(), .on = days.first};
      if (number < 2) {
        contact.people = IdList{std::vector{pair.mentor, pair.mentee}};
        contact.on = days.after(number == 0 ? 3 + below(10) : 16 + below(12));
      } else {
        contact.people = IdList{number % 2 == 0 ? pair.mentor : pair.mentee};
        contact.on = days.first.plus_days(below(days.length()));
      }
      contact.via = chance_.one_of(ways);
      if (chance_.percent(8)) {
        contact.reached = Reached::no;
      }
      contact.note = chance_.percent(60) ? made_up_note(chance_) : "";
      made_.contacts.at(days.year).push_back(std::move(contact));
    }
  }

  /// Of both members in turn at the beginning; then at the end of a pair that has ended, of another after a month.
  void add_surveys(const Pair& pair) {
    const Days days = days_of(pair);
    const bool has_ended = pair.until && *pair.until <= last_day(current_year);
    for (std::size_t number = 0; number < size_.surveys; ++number) {
      const bool is_first = number < 2;
      const SurveyStage stage = is_first ? SurveyStage::before : has_ended ? SurveyStage::after : SurveyStage::day_30;
      const Date on = is_first    ? days.after(below(12))
                      : has_ended ? std::max(days.first, pair.until->plus_days(-below(12)))
                                  : days.after(30 + below(5));
      const Respondent respondent = number % 2 == 0 ? Respondent::mentee : Respondent::mentor;
      const auto instrument = std::find_if(model_.instruments.begin(), model_.instruments.end(), [&](const auto& one) {
        return one.of == respondent && one.form == pair.form;
      });
      if (instrument != model_.instruments.end() && !instrument->asked_at(stage).empty()) {
        made_.surveys.at(days.year).push_back({.id = new_id<Survey>(),
                                               .instrument = instrument->id,
                                               .stage = stage,
                                               .on = on,
                                               .pairs = IdList{pair.id},
                                               .answers = some_answers(instrument->asked_at(stage))});
      }
    }
  }

  /// Scores and yes or no; few write out more.
  Entries some_answers(const std::vector<const Question*>& asked) {
    std::vector<Entries::Entry> answers;
    for (const Question* question : asked) {
      const AnswerScale& scale = question->scale;
      if (scale.sort() == AnswerScale::Sort::whole) {
        const int score = scale.most() - below(std::min(7, scale.most() - scale.least() + 1));
        answers.push_back({question->id.to_string(), std::to_string(score)});
      } else if (scale.sort() == AnswerScale::Sort::yes_or_no) {
        answers.push_back({question->id.to_string(), chance_.percent(70) ? "yes" : "no"});
      } else if (scale.sort() == AnswerScale::Sort::text && chance_.percent(20)) {
        answers.push_back({question->id.to_string(), made_up_note(chance_)});
      }
    }
    return Entries{std::move(answers)};
  }

  /// In the sections of its form in turn, due while the pair works; of a pair that goes on, until the end of May.
  void add_plan(const Pair& pair) {
    const auto& sections = model_.find(pair.form)->sections;
    const Days days = days_of(pair);
    const Date end = std::min(pair.until.value_or(Date::latest()), first_day(days.year).plus_months(9).plus_days(-1));
    for (std::size_t number = 0; number < size_.steps; ++number) {
      Step step = some_step(days.first.plus_days(below(end.days_since(days.first) + 1)));
      step.part = sections.at(number % sections.size());
      step.pairs = IdList{pair.id};
      if (step.done && chance_.percent(30)) {
        step.mark = chance_.percent(50) ? "хорошо" : "отлично";
      }
      made_.steps.push_back(std::move(step));
    }
  }

  /// Nine in ten of those whose day has come are done by it, some of them late.
  Step some_step(Date due) {
    Step step{.id = new_id<Step>(), .title = made_up_note(chance_)};
    step.due = Due{due};
    step.expected = chance_.percent(50) ? made_up_note(chance_) : "";
    if (due <= last_day(current_year) && chance_.percent(90)) {
      step.done = std::min(due.plus_days(chance_.percent(20) ? below(10) : -below(5)), last_day(current_year));
      step.result = chance_.percent(50) ? made_up_note(chance_) : "";
    }
    return step;
  }

  /// Every tenth pair has one, in the longest time without an activity if that is four days at least. Some go on.
  void add_pauses() {
    constexpr std::size_t tenth = 10;
    constexpr int shortest = 4;
    std::unordered_map<Id<Pair>, std::vector<Date>> busy;
    for (std::size_t number = 0; number < made_.pairs.size(); number += tenth) {
      busy[made_.pairs[number].id];
    }
    for (const auto& activities : made_.activities) {
      for (const Activity& activity : activities) {
        for (const auto& pair : activity.pairs) {
          if (const auto found = busy.find(pair); found != busy.end()) {
            found->second.push_back(activity.on);
          }
        }
      }
    }
    for (std::size_t number = 0; number < made_.pairs.size(); number += tenth) {
      const Pair& pair = made_.pairs[number];
      const Days days = days_of(pair);
      Days longest{days.year, days.first, days.first};
      Date next = days.first;  // the first day after the last activity
      for (const Date day : busy.at(pair.id)) {
        if (const Days free{days.year, next, std::min(day.plus_days(-1), days.last)};
            free.length() > longest.length()) {
          longest = free;
        }
        next = day.plus_days(1);
      }
      const bool goes_on = days.year == current_year && next <= days.last && !pair.reason && chance_.percent(50);
      if (goes_on) {
        made_.pauses.push_back(
            {.id = new_id<Pause>(), .pairs = IdList{pair.id}, .from = next, .until = {}, .note = {}});
      } else if (longest.length() >= shortest) {
        made_.pauses.push_back({.id = new_id<Pause>(),
                                .pairs = IdList{pair.id},
                                .from = longest.first,
                                .until = longest.last,
                                .note = made_up_note(chance_)});
      }
    }
  }

  void add_roadmap(std::size_t year) {
    const Date first = first_day(year);
    for (const RoadmapRow& row : roadmap_of_edition(model_.edition)) {
      const Date due =
          Date::from(first.year() + (row.due.month < first.month() ? 1 : 0), row.due.month, row.due.day).value();
      Step step = some_step(due);
      step.title = row.title.in(Language::ru);
      step.part = named<PlanPart>(row.stage);
      step.lead = row.lead.in(Language::ru);
      step.expected = row.expected.in(Language::ru);
      made_.steps.push_back(std::move(step));
    }
  }

  MadeUpProgram& made_;
  const Size& size_;
  const Model& model_;
  Chance chance_;
  std::unordered_set<std::string> ids_;
  std::unordered_map<Id<Participant>, const Participant*> people_;
  std::unordered_set<Id<Participant>> consenting_;
};

}  // namespace

void add_around_pairs(MadeUpProgram& made, const Size& size, const Model& model, std::uint64_t seed) {
  AroundPairs{made, size, model, seed}.make();
}

}  // namespace bench

// What is to be done: a line for each thing that wants a decision, with the command that clears it.
#include "attention.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "asked_of_pairs.hpp"
#include "mentor/pauses.hpp"
#include "report_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

/// The days in which the work of the pairs is looked at.
Period days_until_state(const Period& period, Date today) {
  return *Period::from(Date::earliest(), day_of_state(period, today));
}

/// What is typed to write down that a mentor was trained. It counts if its day is not after the pair's first one.
Labelled command_to_train(const Model& model, const Id<Participant>& mentor, const NamesToType& to_type) {
  const auto type = std::find_if(model.trainings.begin(), model.trainings.end(),
                                 [](const TrainingType& one) { return one.trains_mentors; });
  return command_to_type(
      {"mentor добавить обучение {} {} дата=…", "mentor add training {} {} on=…"},
      {type == model.trainings.end() ? WordToType{"…"} : to_type.word(model.trainings, *type), to_type.person(mentor)});
}

/// Says how many contacts the first month wants. There was one, so a day since the last does not tell it.
Labelled why_seldom(int wanted) {
  const Label& contact = label_of(Want::contact);
  const auto in = [&](Language language, std::string_view month) {
    return contact.in(language) + std::string{month} + std::to_string(wanted);
  };
  return {std::string{to_string(Want::contact)},
          {in(Language::ru, ": в первый месяц нужно "), in(Language::en, ": in the first month so many are wanted: ")}};
}

// What is typed for a pair.
constexpr FixedLabel to_say_reason{"mentor изменить {} причина=…", "mentor edit {} reason=…"};
constexpr FixedLabel to_log_first{"mentor занятие {} --вид … --встреча знакомство",
                                  "mentor log-activity {} --type … --meeting acquaintance"};
constexpr FixedLabel to_log{"mentor занятие {} --вид …", "mentor log-activity {} --type …"};
constexpr FixedLabel to_plan{"mentor добавить мероприятие … пары={}", "mentor add step … pairs={}"};
constexpr FixedLabel to_end{"mentor завершить {} --причина …", "mentor end {} --reason …"};
constexpr FixedLabel to_accept_later_training{"mentor изменить {} исключение.mentor-untrained=…",
                                              "mentor edit {} accept.mentor-untrained=…"};
constexpr FixedLabel to_resume{"mentor возобновить {}", "mentor resume {}"};

/// Gathers the lines. What the program does not use is asked of nobody.
class Attention {
 public:
  explicit Attention(const ReportContext& context)
      : program_(context.program),
        norms_(context.program.model().norms),
        day_(day_of_state(context.filter.period, context.today)),
        pauses_(context.program),
        contacts_(contacts_by_person(context.program, day_)),
        untrained_(context.program, day_),
        work_(work_for(context, days_until_state(context.filter.period, context.today))),
        planned_(planned_pairs(context.program)) {
    for (const auto& stored : program_.all<Pair>()) {
      const Pair& pair = stored.record;
      gives_outcomes_ = gives_outcomes_ || (pair.reason && pair.until && *pair.until < day_);
      if (pair.continues && !is_void(pair, program_.model())) {
        continued_.insert(*pair.continues);
      }
    }
  }

  void add_pair(const Pair& pair) {
    const std::size_t before = items_.size();
    const PairState state = state_on(pair, day_, program_.model(), pauses_);
    if (state == PairState::open) {
      add_of_open(pair);
    } else if (state == PairState::paused) {
      add_of_paused(pair);
    } else if (state == PairState::ended && gives_outcomes_ && !pair.reason) {
      add(Want::outcome, pair, *pair.until, to_say_reason);
    }
    if (untrained_.has(pair)) {
      add(Want::untrained, pair, pair.from,
          [&pair, was_later = untrained_.was_trained_later(pair)](const TextSources& sources) {
            return was_later ? command_to_type(to_accept_later_training, {sources.to_type.pair(pair)})
                             : command_to_train(sources.program.model(), pair.mentor, sources.to_type);
          });
    }
    if (state == PairState::paused) {
      ++paused_;
    } else if (state == PairState::open && items_.size() > before) {
      ++attention_;
    } else if (state == PairState::open) {
      ++(days_worked(pair) < norms_[Norm::too_early_days] ? too_early_ : sound_);
    }
  }

  void add(std::vector<AttentionItem> items) { std::move(items.begin(), items.end(), std::back_inserter(items_)); }

  void add_step(const Step& step) {
    const StepState state = state_on(step, day_, norms_[Norm::due_soon_days]);
    if (state == StepState::overdue || state == StepState::due) {
      const Date due = step.due->last();
      items_.push_back({Want::step, due, std::max(0, day_.days_since(due)),
                        [&step](const TextSources&) {
                          return Reference{step.id.to_string(), step.title.to_string()};
                        },
                        [&step](const TextSources&) {
                          return command_to_type({"mentor выполнено {}", "mentor done {}"}, {step.id.to_string()});
                        }});
    }
  }

  void add_resource(const Resource& resource) {
    if (resource.due && *resource.due < day_ && shortfall(resource) != Amount{}) {
      items_.push_back({Want::resource, *resource.due, day_.days_since(*resource.due),
                        [&resource](const TextSources&) {
                          return Reference{resource.id.to_string(), resource.title};
                        },
                        [&resource](const TextSources&) {
                          return command_to_type({"mentor изменить {} обеспечено={}", "mentor edit {} provided={}"},
                                                 {resource.id.to_string(), resource.needed.to_string()});
                        }});
    }
  }

  std::vector<AttentionItem> take() { return std::move(items_); }

  std::int64_t sound() const { return sound_; }
  std::int64_t attention() const { return attention_; }
  std::int64_t too_early() const { return too_early_; }
  std::int64_t paused() const { return paused_; }

 private:
  static constexpr std::int64_t month = 30;        // days
  static constexpr std::int64_t first_reach = 15;  // days after the first one by which each side is reached

  void add(Want want, const Pair& pair, Date since, std::function<Labelled(const TextSources&)> command) {
    items_.push_back({want, since, std::max(0, day_.days_since(since)),
                      [&pair](const TextSources& sources) {
                        return Reference{pair.id.to_string(), title_of(sources.program, pair, sources.day), true};
                      },
                      std::move(command)});
  }
  /// `command` outlives the report, and has the pair's place in it.
  void add(Want want, const Pair& pair, Date since, const FixedLabel& command) {
    add(want, pair, since, [&pair, &command](const TextSources& sources) {
      return command_to_type(command, {sources.to_type.pair(pair)});
    });
  }

  /// How many days lie between the two, without those on which the pair was paused.
  std::int64_t days_between(const Pair& pair, Date first, Date last) const {
    const auto days = Period::from(first.plus_days(1), last);
    return last.days_since(first) - (days ? pauses_.days_within(pair.id, *days) : 0);
  }
  std::int64_t days_worked(const Pair& pair) const { return days_between(pair, pair.from, day_); }

  void add_of_open(const Pair& pair) {
    const std::int64_t age = days_worked(pair);
    const std::optional<Date> last = work_.find(pair.id)->last;
    if (!last && age > norms_[Norm::first_meeting_days]) {
      add(Want::first_meeting, pair, pair.from, to_log_first);
    } else if (last && days_between(pair, *last, day_) > norms_[Norm::silent_days]) {
      add(Want::silent, pair, *last, to_log);
    }
    if (!planned_.empty() && !planned_.contains(pair.id) && age > norms_[Norm::plan_days]) {
      add(Want::plan, pair, pair.from, to_plan);
    }
    if (pair.until && pair.until->days_since(day_) <= norms_[Norm::ends_soon_days] && wants_end(pair)) {
      add(Want::ends_soon, pair, *pair.until, *pair.until == day_ ? to_say_reason : to_end);
    }
    if (!contacts_.empty()) {
      for (const Role role : all_roles) {
        add_contact(pair, pair.member(role), age);
      }
    }
  }

  /// Whether somebody still has to decide what becomes of a pair that has a last day. It is decided if the reason is
  /// given, another pair goes on with it, or a member has left.
  bool wants_end(const Pair& pair) const {
    return !pair.reason && !continued_.contains(pair.id) &&
           std::none_of(std::begin(all_roles), std::end(all_roles), [&](Role role) {
             const Participant* person = program_.find(pair.member(role));
             return person != nullptr && person->left && *person->left <= *pair.until;
           });
  }

  void add_of_paused(const Pair& pair) {
    const Date first = pauses_.on(pair.id, day_)->record.from;
    if (day_.days_since(first) > norms_[Norm::paused_days]) {
      add(Want::long_pause, pair, first, to_resume);
    }
  }

  /// Whether the curator is in touch with a side of the pair as often as the norms say, and since when not.
  void add_contact(const Pair& pair, const Id<Participant>& id, std::int64_t age) {
    const Participant* person = program_.find(id);
    if (person == nullptr || told_.contains(id)) {
      return;
    }
    const auto found = contacts_.find(id);
    const std::vector<Date> none;
    const auto& days = found == contacts_.end() ? none : found->second;
    const auto first = std::lower_bound(days.begin(), days.end(), pair.from);
    const auto reached = days.end() - first;
    const int per_month = norms_[Norm::contacts_per_month];
    const int in_first_month = norms_[Norm::contacts_first_month];
    const Date last = first == days.end() ? pair.from.day() : days.back();
    const bool is_unreached = first == days.end() && age > first_reach;
    const bool is_seldom = age > month && age <= 2 * month && reached < in_first_month;
    const bool is_long_ago = per_month > 0 && age > month && days_between(pair, last, day_) > month / per_month;
    if (is_unreached || is_seldom || is_long_ago) {
      told_.insert(id);
      items_.push_back(
          {Want::contact, last, day_.days_since(last), person_shown(*person), [person](const TextSources& sources) {
             return command_to_type({"mentor добавить контакт {}", "mentor add contact {}"},
                                    {sources.to_type.person(person->id)});
           }});
      if (!is_unreached && !is_long_ago) {
        items_.back().why = [in_first_month] { return why_seldom(in_first_month); };
      }
    }
  }

  const Program& program_;
  const Norms& norms_;
  Date day_;
  Pauses pauses_;
  std::unordered_map<Id<Participant>, std::vector<Date>> contacts_;
  UntrainedMentors untrained_;
  ByRecord<Pair, Work> work_;
  std::unordered_set<Id<Pair>> planned_;    // the pairs that have a step
  std::unordered_set<Id<Pair>> continued_;  // the pairs that another one goes on with
  std::unordered_set<Id<Participant>> told_;
  bool gives_outcomes_ = false;
  std::vector<AttentionItem> items_;
  std::int64_t sound_ = 0;
  std::int64_t attention_ = 0;
  std::int64_t too_early_ = 0;
  std::int64_t paused_ = 0;
};

/// The lines in the order of the report.
struct Lines {
  TextSources sources;
  std::vector<AttentionItem> items;
  std::vector<std::size_t> order = {};

  Labelled why(const AttentionItem& item) const { return item.why ? item.why() : labelled(item.want); }

  /// What has been so longest comes first; of the same length, by why and by whom.
  void sort(const SortKey& sort_key) {
    std::vector<std::string> names;
    for (const AttentionItem& item : items) {
      order.push_back(names.size());
      names.push_back(sort_key(item.who(sources).name));
    }
    const auto why_order = [&](const AttentionItem& one, const AttentionItem& other) {
      const int by_want = to_string(one.want).compare(to_string(other.want));
      return by_want != 0 || !one.why ? by_want : why(one).id.compare(why(other).id);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
      if (items[one].days != items[other].days) {
        return items[one].days > items[other].days;
      }
      const int by_why = why_order(items[one], items[other]);
      return by_why != 0 ? by_why < 0 : names[one] < names[other];
    });
  }
};

Section table_of(std::shared_ptr<const Lines> lines) {
  Column who = text_column("who", {"Кто, что", "Who, what"});
  who.kind = ColumnKind::reference;
  who.privacy = Privacy::name_of_minor;
  Section section{
      .key = "attention",
      .title = FixedLabel{"Что сделать", "What is to be done"},
      .columns = {text_column("why", {"Почему", "Why"}), std::move(who),
                  Column{.key = "since", .heading = FixedLabel{"С какого дня", "Since"}, .kind = ColumnKind::date},
                  number_column("days", {"Дней", "Days"}), command_column()},
      .when_empty = FixedLabel{"Ничего срочного.", "Nothing wants attention."}};
  const std::size_t count = lines->items.size();
  section.rows = {
      count, [lines = std::move(lines)](std::size_t place, Row& row) {
        const AttentionItem& item = lines->items[lines->order[place]];
        row = {lines->why(item), item.who(lines->sources), item.since, item.days, item.command(lines->sources)};
      }};
  return section;
}

/// The people of the filters, also those who left before the period.
std::vector<const Participant*> people_of_all_time(const ReportContext& context) {
  Filter filter = context.filter;
  filter.period = Period::all();
  return select<Participant>(context.program, filter, context.today);
}

void fill_attention(Report& report, const ReportContext& context) {
  Attention attention{context};
  const auto pairs = select<Pair>(context.program, context.filter, context.today);
  for (const Pair* pair : pairs) {
    attention.add_pair(*pair);
  }
  const Program& program = context.program;
  const Date day = day_of_state(context.filter.period, context.today);
  const Papers papers{program, day};
  attention.add(missing_papers(program, papers, pairs, day));
  attention.add(missing_surveys(program, pairs, day));
  attention.add(missing_courses(program, pairs, day));
  attention.add(unpaired_people(program, select<Participant>(program, context.filter, context.today), day));
  attention.add(kept_too_long(program, papers, people_of_all_time(context), day));
  for (const Step* step : select<Step>(context.program, context.filter, context.today)) {
    attention.add_step(*step);
  }
  for (const Resource* resource : select<Resource>(context.program, context.filter, context.today)) {
    attention.add_resource(*resource);
  }
  report.facts.push_back({"sound", FixedLabel{"Пар без замечаний", "Pairs that are well"}, attention.sound()});
  report.facts.push_back(
      {"attention", FixedLabel{"Пар, где нужно внимание", "Pairs that want attention"}, attention.attention()});
  report.facts.push_back({"too-early", FixedLabel{"Новых пар (судить о них ещё рано)", "New pairs (too early to tell)"},
                          attention.too_early()});
  report.facts.push_back({"paused", FixedLabel{"Приостановлено пар", "Paused pairs"}, attention.paused()});
  const auto lines =
      std::make_shared<Lines>(Lines{{program, day, NamesToType{program, day, context.fold}}, attention.take()});
  lines->sort(context.sort_key);
  const bool asks_for_training = std::any_of(lines->items.begin(), lines->items.end(),
                                             [](const AttentionItem& item) { return item.want == Want::untrained; });
  add_sections(report, table_of(lines));
  report.chapters.back().notes = {
      FixedLabel{"Здесь то, что ждёт решения на последний день периода, но не позже дня отчёта; сначала – то, что ждёт "
                 "дольше. Сроки – нормы модели (`mentor показать модель нормы`); дни приостановок не считаются.",
                 "The lines are what wants a decision on the period's last day, but not after the day of the report; "
                 "what has been so longest comes first. The days are norms of the model (`mentor show model norms`); "
                 "paused days do not count."},
      FixedLabel{"О том, чего программа ещё не ведёт (связь куратора, планы, обучение, курсы, документы, анкеты, "
                 "ресурсы, итоги), она не напоминает. Входную анкету и анкету через месяц спрашивают только в первые "
                 "60 дней пары, последнюю – survey-days до и после её конца.",
                 "There are no lines about what the program does not use (contacts, plans, trainings, courses, papers, "
                 "questionnaires, resources, outcomes). The first questionnaire and that after a month are asked for "
                 "only in a pair's first 60 days, the last one from survey-days before its end to as long after it."},
      FixedLabel{
          "Данные пора удалить, если человек выбыл больше чем keep-years лет назад, или отозвал согласие на обработку. "
          "После `mentor забыть` числа по ролям, категориям, формам и возрасту остаются, по классам – нет.",
          "Data is to be removed when the person left longer than keep-years ago, or withdrew the consent to "
          "processing. After `mentor forget` figures by role, category, form and age stay, by class they do "
          "not."}};
  if (asks_for_training) {
    report.chapters.back().notes.push_back(FixedLabel{
        "Наставник обучен к началу пары, если день обучения – не позже её первого дня; его и указывают "
        "(дата=ДЕНЬ): без него запишется сегодняшний. Обученный позже не был обучен к началу пары; если так и должно "
        "быть, пару отмечают исключением.",
        "A mentor is trained at the start of a pair if the day of the training is no later than the pair's first "
        "day; give that day (on=DAY): without it, today is written. One trained later was untrained at its start; if "
        "that is as it should be, the pair gets an exception."});
  }
}

}  // namespace

const ReportRow attention_report{
    .name = "attention",
    .russian = "внимание",
    .title = {"Что требует внимания", "Attention"},
    .takes_filters = true,
    .looks_through = KindSet::of<Activity, Step, Contact, Training, Document, Survey, Resource>(),
    .shows = {},
    .counts_pairs = false,
    .lists_people = false,
    .fill = fill_attention,
    .adds_up_within = days_until_state};

}  // namespace mentor

// The relay: who of the mentees became a mentor, from generation to generation (model §14.1).
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pair_filter.hpp"
#include "report_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

/// Where one person stands in the relay. The first of a chain is of generation 1.
struct Runner {
  std::optional<Date> mentors_since;    // the first day of the first pair as mentor
  const Participant* before = nullptr;  // the mentor from whom the longest chain comes
  std::int64_t generation = 1;
  bool was_mentee = false;  // in a pair that has ended
  std::int64_t mentees = 0;
  std::int64_t became_mentors = 0;  // of them
  bool is_mentor_now = false;

  /// Whether the person was a mentee first and a mentor then.
  bool handed_on() const { return generation > 1 && mentors_since; }
};

/// A person counts as a mentee only before the first pair as mentor. So whoever stands in a chain became a mentor later
/// than whoever stands before, and no chain is a ring, whatever the pairs say.
class Relay {
 public:
  explicit Relay(const ReportContext& context)
      : context_(context),
        program_(context.program),
        day_(day_of_state(context.filter.period, context.today)),
        runners_(context.program) {
    const auto pairs = pairs_by_day();
    for (const Pair* pair : pairs) {
      Runner& mentor = *runners_.find(pair->mentor);
      mentor.mentors_since = mentor.mentors_since.value_or(pair->from.day());
      mentor.is_mentor_now = mentor.is_mentor_now || is_in_force(*pair, day_, program_.model());
    }
    for (const Pair* pair : pairs) {
      pass_on(*pair);
    }
    count_mentees(pairs);
    choose();
  }

  std::int64_t former_mentees() const { return former_mentees_; }
  std::int64_t became_mentors() const { return static_cast<std::int64_t>(chosen_.size()); }
  /// How many people the longest chain has, and the last of them, from the first one.
  std::int64_t length() const { return longest_ == nullptr ? 0 : runners_.find(longest_->id)->generation; }
  std::vector<Reference> longest() const {
    return longest_ == nullptr ? std::vector<Reference>{} : chain_to(*longest_);
  }
  Section table_of_generations() const;
  Section table_of_people() const;

 private:
  /// The pairs that began by the day, in the order of their days. Each has both of its members.
  std::vector<const Pair*> pairs_by_day() const {
    Filter filter;
    filter.form = context_.filter.form;
    std::vector<const Pair*> pairs;
    for (const Pair* pair : select<Pair>(program_, filter, context_.today)) {
      if (pair->is_agreed() && pair->from <= day_ && !pair->ends_before_it_begins() && pair->mentor != pair->mentee &&
          program_.find(pair->mentor) != nullptr && program_.find(pair->mentee) != nullptr) {
        pairs.push_back(pair);
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair* one, const Pair* other) {
      return std::tie(one->from, one->id) < std::tie(other->from, other->id);
    });
    return pairs;
  }

  bool is_before_mentoring(const Pair& pair) const {
    const auto& since = runners_.find(pair.mentee)->mentors_since;
    return !since || pair.from < *since;
  }

  /// The mentor's own chain is whole by then: all that lengthens it began before the mentor's first pair.
  void pass_on(const Pair& pair) {
    if (!is_before_mentoring(pair)) {
      return;
    }
    const Runner& mentor = *runners_.find(pair.mentor);
    Runner& mentee = *runners_.find(pair.mentee);
    if (mentee.generation < mentor.generation + 1) {
      mentee.generation = mentor.generation + 1;
      mentee.before = program_.find(pair.mentor);
    }
    mentee.was_mentee = mentee.was_mentee || is_over(pair, day_, program_.model());
  }

  /// Two pairs of the same two people count one mentee.
  void count_mentees(const std::vector<const Pair*>& pairs) {
    std::vector<std::pair<Id<Participant>, Id<Participant>>> couples;
    couples.reserve(pairs.size());
    for (const Pair* pair : pairs) {
      couples.emplace_back(pair->mentor, pair->mentee);
    }
    std::sort(couples.begin(), couples.end());
    couples.erase(std::unique(couples.begin(), couples.end()), couples.end());
    for (const auto& [mentor, mentee] : couples) {
      Runner& runner = *runners_.find(mentor);
      ++runner.mentees;
      runner.became_mentors += runners_.find(mentee)->handed_on() ? 1 : 0;
    }
  }

  /// The people of the filter, also those who left before the period.
  void choose() {
    Filter filter = context_.filter;
    filter.period = Period::all();
    std::vector<std::tuple<std::int64_t, std::string, Id<Participant>, const Participant*>> keyed;
    for (const Participant* person : select<Participant>(program_, filter, day_)) {
      const Runner& runner = *runners_.find(person->id);
      if (runner.generation == 1 && !runner.mentors_since) {
        continue;
      }
      Generation& generation = generations_[runner.generation];
      ++generation.people;
      generation.mentors += runner.mentors_since ? 1 : 0;
      generation.mentors_now += runner.is_mentor_now ? 1 : 0;
      former_mentees_ += runner.handed_on() || (runner.generation > 1 && runner.was_mentee) ? 1 : 0;
      const std::string name = context_.sort_key(person->name.on(day_));
      if (runner.handed_on()) {
        keyed.emplace_back(-runner.generation, name, person->id, person);
      }
      const auto key = std::make_tuple(-runner.generation, name, person->id);
      if (longest_ == nullptr || key < longest_key_) {
        longest_ = person;
        longest_key_ = key;
      }
    }
    std::sort(keyed.begin(), keyed.end());
    for (const auto& one : keyed) {
      chosen_.push_back(std::get<const Participant*>(one));
    }
  }

  /// The chain up to this person. Of a longer one than people can read the first ones are left out.
  std::vector<Reference> chain_to(const Participant& person) const {
    std::vector<Reference> chain;
    for (const Participant* one = &person; one != nullptr && chain.size() < most_shown;
         one = runners_.find(one->id)->before) {
      chain.push_back({one->id.to_string(), one->name.on(day_), true});
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  static constexpr std::size_t most_shown = 12;  // [ours] people of one chain

  struct Generation {
    std::int64_t people = 0;
    std::int64_t mentors = 0;
    std::int64_t mentors_now = 0;
  };

  const ReportContext& context_;
  const Program& program_;
  Date day_;
  ByRecord<Participant, Runner> runners_;
  std::map<std::int64_t, Generation> generations_;
  std::vector<const Participant*> chosen_;  // who handed on, of the last generation first
  std::int64_t former_mentees_ = 0;
  const Participant* longest_ = nullptr;  // the last one of the longest chain
  std::tuple<std::int64_t, std::string, Id<Participant>> longest_key_;
};

Section Relay::table_of_generations() const {
  Section section{.key = "generations",
                  .title = FixedLabel{"Поколения", "Generations"},
                  .columns = {number_column("generation", {"Поколение", "Generation"}),
                              number_column("people", {"Людей", "People"}),
                              number_column("mentors", {"Наставничали", "Have mentored"}),
                              number_column("mentors-now", {"Наставники сейчас", "Mentors now"})},
                  .when_empty = FixedLabel{"Ни одна пара ещё не началась.", "No pair has begun."}};
  for (const auto& [number, generation] : generations_) {
    section.rows.add({number, generation.people, generation.mentors, generation.mentors_now});
  }
  return section;
}

Section Relay::table_of_people() const {
  const auto names = [](std::string key, FixedLabel heading) {
    return Column{
        .key = std::move(key), .heading = heading, .kind = ColumnKind::reference, .privacy = Privacy::name_of_minor};
  };
  Section section{
      .key = "relay",
      .title = FixedLabel{"Кто был наставляемым и стал наставником", "Mentees who became mentors"},
      .columns = {names("person", {"Кто", "Who"}), text_column("unit", {"Класс, МО", "Unit"}),
                  number_column("generation", {"Поколение", "Generation"}), names("chain", {"Цепочка", "Chain"}),
                  Column{
                      .key = "since", .heading = FixedLabel{"Наставник с", "Mentor since"}, .kind = ColumnKind::date},
                  number_column("mentees", {"Наставляемых", "Mentees"}),
                  number_column("became-mentors", {"Из них стали наставниками", "Of them became mentors"})},
      .when_empty = FixedLabel{"Пока никто из наставляемых не стал наставником.",
                               "None of the mentees has become a mentor yet."}};
  for (const Participant* person : chosen_) {
    const Runner& runner = *runners_.find(person->id);
    section.rows.add({Reference{person->id.to_string(), person->name.on(day_), true},
                      cell_or_blank(person->unit.on(day_)), runner.generation, chain_to(*person), *runner.mentors_since,
                      runner.mentees, runner.became_mentors});
  }
  hide_empty_columns(section);
  return section;
}

void fill_relay(Report& report, const ReportContext& context) {
  const Relay relay{context};
  report.facts.push_back(
      {"former-mentees", FixedLabel{"Бывших наставляемых", "Former mentees"}, relay.former_mentees()});
  report.facts.push_back({"became-mentors", FixedLabel{"Стали наставниками", "Became mentors"},
                          relay.former_mentees() == 0 ? Cell{Unknown{say("unknown.no-former-mentees")}}
                                                      : Cell{Share{relay.became_mentors(), relay.former_mentees()}}});
  report.facts.push_back(
      {"longest", FixedLabel{"Самая длинная цепочка, человек", "People in the longest chain"}, relay.length()});
  if (relay.length() > 2) {
    report.facts.push_back({"longest-chain", FixedLabel{"Кто в ней", "Its people"}, relay.longest()});
  }
  add_sections(report, relay.table_of_generations());
  add_sections(report, relay.table_of_people());
  report.chapters.back().notes = {
      FixedLabel{"Эстафета – по парам, которые начались до конца периода, но не позже дня отчёта; отменённые и "
                 "предложенные не считаются. Отбор по форме выбирает пары, остальные – людей.",
                 "The relay is that of pairs that began by the period's end, but not after the day of the report; "
                 "void and proposed ones do not count. A form chooses the pairs, the other filters choose people."},
      FixedLabel{
          "Поколение первого в цепочке – 1, наставляемого – на 1 больше, чем у его наставника; если наставников "
          "было несколько – по самой длинной цепочке. Наставляемым человек считается только до своей первой пары "
          "как наставник.",
          "The first of a chain is of generation 1, a mentee of the one after that of the mentor; of several "
          "mentors the longest chain counts. Somebody counts as a mentee only before the first pair as mentor."},
      FixedLabel{"Бывшие наставляемые – те, у кого такая пара завершилась, и те, кто уже стал наставником.",
                 "Former mentees are those of whom such a pair has ended, and those who became mentors."}};
}

}  // namespace

const ReportRow relay_report{
    .name = "relay",
    .russian = "эстафета",
    .title = {"Эстафета: наставляемые, которые стали наставниками", "Relay: mentees who became mentors"},
    .takes_filters = true,
    .looks_through = {},
    .shows = {},
    .counts_pairs = true,
    .lists_people = true,
    .fill = fill_relay};

}  // namespace mentor

// A pair that ended for a reason with the outcome `void` never was: it counts nowhere, nor do its activities.
#include <doctest/doctest.h>

#include "core/tally.hpp"
#include "mentor/departure.hpp"
#include "mentor/edition.hpp"
#include "mentor/selection.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

/// The sample with the reasons of the edition, and a pair of ivan and dora that is void for the given reason.
Program with_void_pair(std::string_view reason = "cancelled") {
  Program school = program();
  school.settings.model.reasons = model_of_edition(oldest_edition).reasons;
  store(school, mentee("dora"));
  Pair pair = sample::pair("never", "ivan", "dora", "2026-10-05");
  pair.reason = Id<Reason>::parse(reason);
  store(school, pair);
  store(school, activity("a1", {"never"}, "project", "2026-11-05", "2"));
  store(school, activity("a2", {"work", "never"}, "project", "2026-11-06", "1"));
  return school;
}

template <class Record>
std::string selected(const Program& program, const Filter& filter) {
  std::string text;
  for (const Record* record : select<Record>(program, filter, today)) {
    text += (text.empty() ? "" : " ") + record->id.to_string();
  }
  return text;
}

}  // namespace

TEST_CASE("a pair is void on every day if the outcome of its reason is") {
  const Program school = with_void_pair();
  Pair pair = *school.find(id<Pair>("never"));
  for (const Date day : {Date::earliest(), pair.from.day(), Date::latest()}) {
    CHECK(state_on(pair, day, school.model()) == PairState::cancelled);
    CHECK(is_over(pair, day, school.model()));
  }
  pair.reason = Id<Reason>::parse("no-time");
  CHECK(state_on(pair, today, school.model()) == PairState::open);
  pair.reason = Id<Reason>::parse("no-such-reason");
  CHECK(state_on(pair, today, school.model()) == PairState::open);
}

TEST_CASE("void pairs and what they alone did are selected only where they are asked for") {
  const Program school = with_void_pair();
  CHECK(selected<Pair>(school, {}) == "work");
  CHECK(selected<Activity>(school, {}) == "a2");
  CHECK(selected<Pair>(school, {.state = PairState::cancelled}) == "never");
  CHECK(selected<Activity>(school, {.state = PairState::cancelled}) == "a1 a2");
  CHECK(selected<Pair>(school, {.with_void = true}) == "work never");
  CHECK(selected<Pair>(school, {.person = id<Participant>("dora")}) == "");
  CHECK(selected<Activity>(school, {.person = id<Participant>("dora")}) == "");
  CHECK(selected<Activity>(school, {.person = id<Participant>("ivan")}) == "a2");
  CHECK(selected<Participant>(school, {.form = id<Form>("pupil-pupil")}) == "anna ivan");
}

TEST_CASE("void pairs count in no figure, nor do their activities") {
  const Program school = with_void_pair();
  const Period all = Period::all();
  CHECK(*pairs_by_person(school, all).find(id<Participant>("ivan")) == 1);
  CHECK(*pairs_by_person(school, all).find(id<Participant>("dora")) == 0);
  CHECK(work_by_person(school, all).find(id<Participant>("ivan"))->hours == Duration::parse("1"));
  CHECK(work_by_person(school, all).find(id<Participant>("dora"))->activities == 0);
  CHECK(work_by_pair(school, all).find(id<Pair>("work"))->activities == 1);
  const auto activities = select<Activity>(school, {}, today);
  CHECK(tally(activities, school).all.hours == Duration::parse("1"));
  CHECK(tally(activities, school).by_form.size() == 1);
}

TEST_CASE("the row of a void pair says what is noted of it") {
  CHECK(work_by_pair(with_void_pair(), Period::all()).find(id<Pair>("never"))->hours == Duration::parse("3"));
}

TEST_CASE("whoever makes a pair void is told which activities count no longer") {
  CHECK(checked(with_void_pair(), Rule::activity_date).empty());
  const Program sound = with_void_pair("no-time");
  Pair pair = *sound.find(id<Pair>("never"));
  pair.reason = Id<Reason>::parse("cancelled");
  const auto proposal = propose(sound, {ChangeRecord{pair, {"pairs/never.yaml", 1}, {"reason"}}}, today, fold());
  CHECK(plain(proposal.findings, Rule::activity_date) ==
        "warning --reason: activity-date.of-void-pair(ivan / dora, 2noun.activities, 3h, never) about never");
  CHECK(proposal.edits.size() == 1);
  CHECK(checked(sound, Rule::activity_date).empty());
}

TEST_CASE("who was only ever in a void pair took no part through it") {
  Program school = with_void_pair();
  Participant late = mentee("late");
  late.joined = day("2026-11-20");
  store(school, late);
  Pair pair = sample::pair("other", "ivan", "late", "2026-10-05");
  store(school, pair);
  const Filter october{.period = days("2026-10-01", "2026-10-31")};
  CHECK(selected<Participant>(school, october) == "anna ivan boris clara dora late");
  Program without = with_void_pair();
  store(without, late);
  pair.reason = Id<Reason>::parse("mistake");
  store(without, pair);
  CHECK(selected<Participant>(without, october) == "anna ivan boris clara dora");
}

TEST_CASE("nothing is wrong with a void pair, and it stands in no other pair's way") {
  Program school = with_void_pair();
  Participant dora = *school.find(id<Participant>("dora"));
  Pair again = sample::pair("again", "ivan", "dora", "2026-10-10");
  CHECK(propose(school, {CreateRecord{again}}, today, fold()).findings.empty());
  store(school, again);
  Participant tiny = mentee("tiny", "2020-01-01");
  tiny.joined = day("2026-11-01");
  tiny.left = day("2026-11-02");
  store(school, tiny);
  Pair wrong = sample::pair("wrong", "ivan", "tiny", "2026-10-05", "2026-11-20");
  wrong.reason = Id<Reason>::parse("mistake");
  store(school, wrong);
  CHECK(broken_rules(school) == "mentee-age");  // of the child alone, who is in no pair
  CHECK(checked(school, Rule::mentee_age).starts_with("error participants/tiny.yaml"));
}

TEST_CASE("nobody logs an activity of a void pair") {
  const Program school = with_void_pair();
  CHECK(proposed(school, activity("new", {"never"}), Rule::activity_date) ==
        "error --pairs: activity-date.void-pair(ivan / dora, never) about new never");
}

TEST_CASE("the planned pairs of who leaves are void, the others end, and void ones stay as they are") {
  Program school = with_void_pair();
  store(school, mentee("egor"));
  store(school, pair("planned", "ivan", "egor", "2026-12-01"));
  Departures departures{school, today, today, nullptr};
  const auto pairs = departures.add(*school.all<Participant>().find(id<Participant>("ivan")));
  REQUIRE(pairs.voided.size() == 1);
  CHECK(pairs.voided.front()->id == id<Pair>("planned"));
  REQUIRE(pairs.ended.size() == 1);
  CHECK(pairs.ended.front()->id == id<Pair>("work"));
  CHECK(pairs.planned.empty());
  const auto other = departures.add(*school.all<Participant>().find(id<Participant>("egor")));
  CHECK(other.voided.empty());  // named once
  const auto proposal = propose(school, departures.take(), today, fold());
  CHECK(proposal.findings.empty());
  REQUIRE(proposal.edits.size() == 4);
  for (const Edit& edit : proposal.edits) {
    const auto& change = std::get<ChangeRecord>(edit);
    if (const auto* changed = std::get_if<Pair>(&change.record); changed != nullptr && changed->reason) {
      CHECK(changed->id == id<Pair>("planned"));
      CHECK(changed->reason == Id<Reason>::parse("cancelled"));
      CHECK_FALSE(changed->until);
    }
  }
}

TEST_CASE("without a reason for it no pair is made void, and its members stay") {
  Program school = with_void_pair();
  auto& reasons = school.settings.model.reasons;
  std::erase_if(reasons, [](const Reason& reason) { return reason.id.to_string() == "cancelled"; });
  CHECK(school.model().reason_to_void()->id == *Id<Reason>::parse("mistake"));
  std::erase_if(reasons, [](const Reason& reason) { return reason.outcome == Outcome::cancelled; });
  CHECK(school.model().reason_to_void() == nullptr);
  store(school, mentee("egor"));
  store(school, pair("planned", "ivan", "egor", "2026-12-01"));
  Departures departures{school, today, today, nullptr};
  CHECK(departures.add(*school.all<Participant>().find(id<Participant>("egor"))).planned.size() == 1);
  CHECK(departures.take().empty());
}

TEST_CASE("a pair that has worked ends without a reason if that would make it void") {
  Program school = with_void_pair();
  school.settings.model.reasons.push_back(
      {.id = id<Reason>("never-came"), .label = {"не пришёл", "never came"}, .outcome = Outcome::cancelled});
  Departures departures{school, today, today, &school.settings.model.reasons.back()};
  REQUIRE(departures.add(*school.all<Participant>().find(id<Participant>("anna"))).ended.size() == 1);
  for (const Edit& edit : departures.take()) {
    const auto* change = std::get_if<ChangeRecord>(&edit);
    REQUIRE(change != nullptr);
    if (const auto* pair = std::get_if<Pair>(&change->record)) {
      CHECK_FALSE(is_void(*pair, school.model()));
    }
  }
}

TEST_CASE("a pair that has activities is not made void by a last day before it began") {
  const Program school = with_void_pair();
  Departures departures{school, day("2026-10-04"), today, nullptr};
  const auto pairs = departures.add(*school.all<Participant>().find(id<Participant>("anna")));
  REQUIRE(pairs.worked.size() == 1);
  CHECK(pairs.worked.front()->id == id<Pair>("work"));
  CHECK(pairs.stand_in_the_way());
  CHECK(departures.take().empty());
}

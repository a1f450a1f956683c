#include "mentor/records.hpp"

#include <doctest/doctest.h>

#include <set>

#include "sample.hpp"

using namespace sample;

namespace {

std::string_view state_word(const Pair& pair, std::string_view on) {
  return to_string(state_on(pair, day(on), gymnasium()));
}

}  // namespace

TEST_CASE("a person has the roles that were given and no other") {
  CHECK(mentee("anna").has(Role::mentee, today));
  CHECK_FALSE(mentee("anna").has(Role::mentor, today));
  CHECK(teacher("boris").has(Role::mentee, today));
  CHECK(teacher("boris").has(Role::mentor, today));
}

TEST_CASE("a pair knows its members by role") {
  const Pair work = pair("work", "ivan", "anna");
  CHECK(work.member(Role::mentor) == id<Participant>("ivan"));
  CHECK(work.member(Role::mentee) == id<Participant>("anna"));
}

TEST_CASE("a pair is planned before its first day, open up to its last, and ended after it") {
  const Pair work = pair("work", "ivan", "anna", "2026-10-05", "2026-10-31");
  CHECK(state_word(work, "2026-10-04") == "planned");
  CHECK(state_word(work, "2026-10-05") == "open");
  CHECK(state_word(work, "2026-10-31") == "open");
  CHECK(state_word(work, "2026-11-01") == "ended");
  const Pair one_day = pair("work", "ivan", "anna", "2026-10-05", "2026-10-05");
  CHECK(state_word(one_day, "2026-10-04") == "planned");
  CHECK(state_word(one_day, "2026-10-05") == "open");
  CHECK(state_word(one_day, "2026-10-06") == "ended");
}

TEST_CASE("a pair that ends before it begins has ended after its last day, and is open on none") {
  const Pair back = pair("back", "ivan", "anna", "2026-10-05", "2026-10-02");
  CHECK(state_word(back, "2026-10-02") == "planned");
  CHECK(state_word(back, "2026-10-03") == "ended");
  CHECK(state_word(back, "2026-10-05") == "ended");
  CHECK(state_word(back, "2026-10-06") == "ended");
}

TEST_CASE("a pair without a last day never ends") {
  const Pair work = pair("work", "ivan", "anna");
  CHECK(state_word(work, "2026-10-04") == "planned");
  CHECK(state_on(work, Date::latest(), gymnasium()) == PairState::open);
  CHECK(work.overlaps(Period::from(Date::latest(), Date::latest()).value()));
}

TEST_CASE("a pair that ends before it begins overlaps no period and belongs to all time alone") {
  const Pair back = pair("back", "ivan", "anna", "2026-10-05", "2026-10-04");
  CHECK(back.ends_before_it_begins());
  CHECK_FALSE(back.overlaps(Period::all()));
  CHECK(back.belongs_to(Period::all()));
  CHECK_FALSE(back.belongs_to(days("2026-10-01", "2026-10-31")));
  CHECK_FALSE(pair("work", "ivan", "anna", "2026-10-05", "2026-10-05").ends_before_it_begins());
  CHECK_FALSE(pair("work", "ivan", "anna").ends_before_it_begins());
}

TEST_CASE("a pair overlaps a period when they share a day") {
  const Pair work = pair("work", "ivan", "anna", "2026-10-05", "2026-10-31");
  CHECK_FALSE(work.overlaps(days("2026-09-01", "2026-10-04")));
  CHECK(work.overlaps(days("2026-09-01", "2026-10-05")));
  CHECK(work.overlaps(days("2026-10-31", "2026-12-31")));
  CHECK_FALSE(work.overlaps(days("2026-11-01", "2026-12-31")));
  CHECK(work.overlaps(days("2026-10-10", "2026-10-11")));
  CHECK(work.overlaps(Period::all()));
}

TEST_CASE("every kind has a folder, a word and a place of its own") {
  std::set<std::string_view> names;
  std::size_t place = 0;
  for_each_kind([&]<class Record>(Record*) {
    CHECK(names.insert(folder_of<Record>).second);
    CHECK(names.insert(word_for<Record>).second);
    CHECK(kind_index<Record>() == place++);
    for (const Language language : {Language::ru, Language::en}) {
      CHECK_FALSE(Kind<Record>::title.in(language).empty());
      CHECK_FALSE(Kind<Record>::many.in(language).empty());
    }
  });
  CHECK(place == kind_count);
}

TEST_CASE("a list of ids gives back none, one or several, and is what its ids are") {
  const auto list = [](std::initializer_list<std::string_view> names) { return IdList<Pair>{ids<Pair>(names)}; };
  CHECK(IdList<Pair>{}.size() == 0);
  CHECK(list({}) == IdList<Pair>{});
  CHECK(list({"work"}) == IdList<Pair>{id<Pair>("work")});
  CHECK(list({"work", "play"}).size() == 2);
  CHECK(*list({"work", "play"}).begin() == id<Pair>("work"));
  CHECK_FALSE(list({"work", "play"}) == list({"play", "work"}));
  const auto copy = list({"work", "play"});
  CHECK(copy == list({"work", "play"}));
}

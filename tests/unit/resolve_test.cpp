#include "mentor/resolve.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

Participant named(std::string_view code, std::string name) {
  Participant person = mentee(code);
  person.name = std::move(name);
  return person;
}

/// Four people, two of whom share a surname, and three pairs, one of them ended.
Program school_to_search() {
  Program result = empty_program();
  store(result, named("7k2m9qx4tz", "Семёнова Анна Игоревна"));
  store(result, named("7k2mzzzzzz", "Семёнова Мария"));
  store(result, named("4hs61bz9te", "Громов Иван"));
  store(result, named("anna", "Анна"));
  store(result, pair("q0d8rf3w1n", "4hs61bz9te", "7k2m9qx4tz"));
  store(result, pair("ended-pair", "4hs61bz9te", "7k2m9qx4tz", "2025-09-01", "2026-05-31"));
  store(result, pair("q0d8zzzzzz", "4hs61bz9te", "7k2mzzzzzz"));
  store(result, activity("x5t7c0me2v", {"q0d8rf3w1n"}));
  return result;
}

template <class Record>
std::string found(std::string_view reference) {
  const Program program = school_to_search();
  std::string text;
  for (const auto* stored : resolve<Record>({program, today, fold()}, reference)) {
    text += (text.empty() ? "" : " ") + stored->record.id.to_string();
  }
  return text;
}

}  // namespace

TEST_CASE("a record is named by its whole id") {
  CHECK(found<Participant>("4hs61bz9te") == "4hs61bz9te");
  CHECK(found<Pair>("ended-pair") == "ended-pair");
  CHECK(found<Activity>("x5t7c0me2v") == "x5t7c0me2v");
}

TEST_CASE("a record is named by the start of its id, from four characters on") {
  CHECK(found<Participant>("4hs6") == "4hs61bz9te");
  CHECK(found<Participant>("4hs").empty());
  CHECK(found<Participant>("7k2m") == "7k2m9qx4tz 7k2mzzzzzz");
  CHECK(found<Participant>("7k2m9") == "7k2m9qx4tz");
  CHECK(found<Pair>("q0d8") == "q0d8rf3w1n q0d8zzzzzz");
  CHECK(found<Activity>("x5t7") == "x5t7c0me2v");
  CHECK(found<Activity>("x5t").empty());
}

TEST_CASE("an id of another kind names nothing") {
  CHECK(found<Participant>("q0d8rf3w1n").empty());
  CHECK(found<Activity>("q0d8rf3w1n").empty());
}

TEST_CASE("a whole id wins over names, a whole name over parts of others") {
  CHECK(found<Participant>("anna") == "anna");
  CHECK(found<Participant>("Анна") == "anna");
}

TEST_CASE("a person is named by parts of the name, in any order, whatever the case and ё") {
  CHECK(found<Participant>("Громов") == "4hs61bz9te");
  CHECK(found<Participant>("анна семен") == "7k2m9qx4tz");
  CHECK(found<Participant>("СЕМЕНОВА М") == "7k2mzzzzzz");
  CHECK(found<Participant>("Семёнова") == "7k2m9qx4tz 7k2mzzzzzz");
}

TEST_CASE("a part of a name is the beginning of a word, not its middle") {
  CHECK(found<Participant>("ромов").empty());
  CHECK(found<Participant>("Анна Громов").empty());
}

TEST_CASE("nothing is named by nothing") {
  CHECK(found<Participant>("").empty());
  CHECK(found<Participant>("  ").empty());
  CHECK(found<Pair>("").empty());
  CHECK(found<Pair>("/").empty());
  CHECK(found<Pair>("Громов/").empty());
  CHECK(found<Activity>("").empty());
}

TEST_CASE("a pair is named by a member when that leaves one that has not ended") {
  CHECK(found<Pair>("Игоревна") == "q0d8rf3w1n");
  CHECK(found<Pair>("Громов") == "q0d8rf3w1n q0d8zzzzzz");
  CHECK(found<Pair>("Анна") == "");
}

TEST_CASE("a pair is named by mentor and mentee, in this order") {
  CHECK(found<Pair>("Громов/Мария") == "q0d8zzzzzz");
  CHECK(found<Pair>("4hs6/7k2m9qx4tz") == "q0d8rf3w1n");
  CHECK(found<Pair>("Мария/Громов").empty());
  CHECK(found<Pair>("Громов/Семенова") == "q0d8rf3w1n q0d8zzzzzz");
}

TEST_CASE("a pair that has ended is named by its members when there is no other") {
  Program program = empty_program();
  store(program, named("7k2m9qx4tz", "Семёнова Анна"));
  store(program, named("4hs61bz9te", "Громов Иван"));
  store(program, pair("ended-pair", "4hs61bz9te", "7k2m9qx4tz", "2025-09-01", "2026-05-31"));
  const auto result = resolve<Pair>({program, today, fold()}, "Громов/Семёнова");
  REQUIRE(result.size() == 1);
  CHECK(result.front()->record.id == id<Pair>("ended-pair"));
}

TEST_CASE("of several people whoever is meant by id and name alike is found once, and those meant by id come first") {
  Program people = empty_program();
  store(people, named("other", "Ivan Gromov"));
  store(people, named("ivan1", "Ivan Orlov"));
  store(people, named("ivan2", "Пётр Белов"));
  store(people, named("ivan3", "Юдин Ivan"));
  std::string text;
  for (const auto* stored : resolve<Participant>({people, today, fold()}, "ivan")) {
    text += stored->record.id.to_string() + ' ';
  }
  CHECK(text == "ivan1 ivan2 ivan3 other ");
}

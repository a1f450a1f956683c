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
  CHECK(found<Activity>("").empty());
}

TEST_CASE("a pair is named by a member when that leaves one that has not ended") {
  CHECK(found<Pair>("Игоревна") == "q0d8rf3w1n");
  CHECK(found<Pair>("Громов") == "q0d8rf3w1n q0d8zzzzzz");
  CHECK(found<Pair>("Анна") == "");
}

TEST_CASE("a pair is named by mentor and mentee, in either order") {
  CHECK(found<Pair>("Громов/Мария") == "q0d8zzzzzz");
  CHECK(found<Pair>("4hs6/7k2m9qx4tz") == "q0d8rf3w1n");
  CHECK(found<Pair>("Мария/Громов") == "q0d8zzzzzz");
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

TEST_CASE("all pairs of one member are named with a slash alone, those that are open") {
  CHECK(found<Pair>("Громов/") == "q0d8rf3w1n q0d8zzzzzz");
  CHECK(found<Pair>("/Мария") == "q0d8zzzzzz");
  CHECK(found<Pair>("/Громов").empty());
  CHECK(found<Pair>("Мария/").empty());
  CHECK(means_all_pairs("Громов/"));
  CHECK(means_all_pairs("/Громов"));
  for (const std::string text : {"", "/", " / ", "//", "Громов", "Громов/Семёнова"}) {
    CAPTURE(text);
    CHECK_FALSE(means_all_pairs(text));
  }
}

namespace {

/// People whose names are alike, with classes, roles and days.
Program namesakes() {
  Program result = empty_program();
  const auto add = [&](std::string_view code, std::string name, std::string unit,
                       std::vector<Role> roles = {Role::mentee}, std::string_view left = {}) {
    Participant person = named(code, std::move(name));
    person.unit = std::move(unit);
    person.roles = std::move(roles);
    person.left = Date::parse(left);
    store(result, person);
  };
  add("gromov-i", "Громов Иван Сергеевич", "10А", {Role::mentor});
  add("gromov-s", "Громов Сергей Иванович", "МО физиков", {Role::mentee});
  add("gromova", "Громова Ирина Сергеевна", "11Б", {Role::mentor});
  add("kuz-11", "Кузнецов Пётр", "11Б");
  add("kuz-6", "Кузнецов Павел", "6 Б");
  add("oneil", "О'Нил Джон", "7А");
  add("double", "Иванов-Петров Олег", "8А");
  add("ivanov", "Иванов Пётр", "8Б");
  add("left-orlov", "Орлов Глеб", "9А", {Role::mentor}, "2026-05-31");
  add("orlov", "Орлов Никита", "9А");
  Participant married = named("married", "Белова Вера");
  married.name = Dated<std::string>{{{day("2020-09-01"), "Котова Вера"}, {day("2026-08-01"), "Белова Вера"}}};
  store(result, married);
  return result;
}

std::string called(std::string_view reference, std::optional<Role> role = {}, std::optional<Date> on = {}) {
  const Program program = namesakes();
  std::string text;
  for (const auto* stored : resolve<Participant>({program, today, fold(), on, role}, reference)) {
    text += (text.empty() ? "" : " ") + stored->record.id.to_string();
  }
  return text;
}

}  // namespace

TEST_CASE("a whole word beats the beginning of another") {
  CHECK(called("Громов") == "gromov-i gromov-s");
  CHECK(called("Громова") == "gromova");
  CHECK(called("Гром") == "gromov-i gromov-s gromova");
  CHECK(called("Иванов") == "ivanov");
  CHECK(called("Петров") == "double");
  CHECK(called("Иванов-Петров") == "double");
  CHECK(called("Иванов Петров") == "double");
}

TEST_CASE("initials stand before or after the surname, with points and blanks or without, in their order") {
  for (const std::string text : {"Громов И. С.", "Громов И.С.", "И. С. Громов", "И.С. Громов", "громов и с",
                                 "Громов ИС", "Громов И.", "И Громов"}) {
    CAPTURE(text);
    CHECK(called(text) == "gromov-i");
  }
  CHECK(called("Громов С.И.") == "gromov-s");
  CHECK(called("Громов П.") == "");
  CHECK(called("Иванов И.") == "");  // the surname is no given name
}

TEST_CASE("a class or a department behind the name narrows it") {
  CHECK(called("Кузнецов") == "kuz-11 kuz-6");
  for (const std::string text : {"Кузнецов 11Б", "Кузнецов 11б", "Кузнецов 11-Б", "Кузнецов 11 Б", "кузн 11"}) {
    CAPTURE(text);
    CHECK(called(text) == "kuz-11");
  }
  CHECK(called("Кузнецов 6Б") == "kuz-6");
  CHECK(called("Кузнецов 1") == "");
  CHECK(called("Кузнецов 7А") == "");
  CHECK(called("Громов физик") == "gromov-s");
  CHECK(called("Громов МО физиков") == "gromov-s");
  CHECK(called("Громов ф") == "");  // one letter is no department
}

TEST_CASE("a role that is asked for narrows, but only among those who are called as well") {
  CHECK(called("Громов", Role::mentor) == "gromov-i");
  CHECK(called("Громов", Role::mentee) == "gromov-s");
  CHECK(called("Кузнецов", Role::mentor) == "kuz-11 kuz-6");  // neither: the command says what is wrong
}

TEST_CASE("who is in the program on the day beats who had left") {
  CHECK(called("Орлов") == "orlov");
  CHECK(called("Орлов", {}, day("2026-05-31")) == "left-orlov orlov");
  CHECK(called("Орлов Глеб") == "left-orlov");
}

TEST_CASE("any apostrophe or none finds a name, and so does a former name") {
  for (const std::string text : {"О'Нил", "О’Нил", "ОНил", "онил дж"}) {
    CAPTURE(text);
    CHECK(called(text) == "oneil");
  }
  CHECK(called("Котова") == "married");
  CHECK(called("Белова В.") == "married");
}

TEST_CASE("the pair of a person is the one that was open on the day that the command is about") {
  const Program program = school_to_search();
  const auto found_on = [&](std::string_view reference, std::string_view on) {
    std::string text;
    for (const auto* stored : resolve<Pair>({program, today, fold(), day(on)}, reference)) {
      text += (text.empty() ? "" : " ") + stored->record.id.to_string();
    }
    return text;
  };
  CHECK(found_on("Игоревна", "2026-11-05") == "q0d8rf3w1n");
  CHECK(found_on("Игоревна", "2026-03-01") == "ended-pair");
  CHECK(found_on("Игоревна/Громов", "2026-03-01") == "ended-pair");
  CHECK(found_on("Громов/", "2026-03-01") == "ended-pair");
  CHECK(found_on("Игоревна", "2026-07-01") == "q0d8rf3w1n");  // neither was open; this one is not over
}

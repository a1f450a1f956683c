#include "mentor/program.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "sample.hpp"

using namespace sample;

TEST_CASE("records are found by id and stand in the order of reading") {
  const Program school = program();
  REQUIRE(school.find(id<Participant>("anna")) != nullptr);
  CHECK(school.find(id<Participant>("anna"))->name == "anna");
  CHECK(school.find(id<Participant>("work")) == nullptr);
  std::string names;
  for (const auto& stored : school.all<Participant>()) {
    names += stored.record.name.on(today) + ' ';
  }
  CHECK(names == "anna ivan boris clara ");
}

TEST_CASE("of two records of one id the first is a row, the other a repeat, and both are kept") {
  Program school = program();
  auto& people = school.all<Participant>();
  const auto size = people.size();
  CHECK(school.repeated_count() == 0);
  Participant second = mentee("anna");
  second.name = "другая";
  const auto& stored = store(school, second, "participants/copy.yaml");
  store(school, second, "participants/third.yaml");
  CHECK(people.size() == size);
  CHECK(school.repeated_count() == 1);
  CHECK(school.find(id<Participant>("anna"))->name == "anna");
  REQUIRE(people.repeats().size() == 2);
  CHECK(people.repeats().front() == &stored);
  CHECK(people.all_of(id<Participant>("anna")).size() == 3);
  CHECK(people.all_of(id<Participant>("ivan")).size() == 1);
  CHECK(people.all_of(id<Participant>("nobody")).empty());
}

TEST_CASE("a repeat that is preferred is the row of its id") {
  Program school = program();
  auto& people = school.all<Participant>();
  const auto* first = people.find(id<Participant>("anna"));
  Participant second = mentee("anna");
  second.name = "другая";
  const auto& stored = store(school, second, "participants/copy.yaml");
  const auto prefer = [&](std::uint32_t line) {
    return people.prefer(id<Participant>("anna"),
                         [&](const auto& one) { return one.file == stored.file && one.line == line; });
  };
  CHECK(prefer(stored.line) == &stored);
  CHECK(people.find(id<Participant>("anna")) == &stored);
  CHECK(people.repeats().front() == first);
  CHECK(people.begin()->record.name == "другая");
  people.prefer(0);
  CHECK(people.find(id<Participant>("anna")) == first);
  CHECK(prefer(stored.line + 1) == nullptr);
}

TEST_CASE("what is removed is gone, and of one id the next takes its place") {
  Program school = program();
  auto& people = school.all<Participant>();
  const auto* first = people.find(id<Participant>("anna"));
  const auto& copy = store(school, mentee("anna"), "participants/copy.yaml");
  const std::size_t count = people.size();
  people.remove_if([&](const auto& one) { return &one == first; });
  CHECK(people.find(id<Participant>("anna")) == &copy);
  CHECK(people.size() == count);
  CHECK(people.repeats().empty());
  people.remove_if([&](const auto& one) { return &one == &copy; });
  CHECK(people.find(id<Participant>("anna")) == nullptr);
  CHECK(people.find(id<Participant>("ivan")) != nullptr);
  CHECK(people.size() == count - 1);
}

TEST_CASE("a record stays where it is while others are added") {
  Program school = empty_program();
  const auto* first = &store(school, mentee("first"));
  for (int number = 0; number < 1000; ++number) {
    store(school, mentee("p" + std::to_string(number)));
  }
  CHECK(school.all<Participant>().find(id<Participant>("first")) == first);
}

TEST_CASE("an unreadable record is known by name and is not there") {
  Program school = program();
  school.all<Pair>().add_unreadable("torn");
  CHECK(school.all<Pair>().is_unreadable("torn"));
  CHECK_FALSE(school.all<Pair>().is_unreadable("work"));
  CHECK_FALSE(school.all<Activity>().is_unreadable("torn"));
  CHECK(school.find(id<Pair>("torn")) == nullptr);
}

TEST_CASE("a field's place counts from the first line of its document") {
  Program school = empty_program();
  Stored<Pair> stored{.record = pair("work", "ivan", "anna"), .file = school.add_file("work.yaml"), .line = 11};
  school.set_marks(std::make_shared<LineForEach>());
  stored.layout = 1U << field_index<Pair>("from");
  const Place place = school.place(stored, "from");
  CHECK(place == Place{"pairs/work.yaml", 15, 7, "from"});
}

TEST_CASE("a field that is absent has the place of its record's first line") {
  Program school = empty_program();
  const Stored<Pair> stored{.file = school.add_file("work.yaml"), .line = 11};
  CHECK(school.place(stored, "until") == Place{"pairs/work.yaml", 11, 1, "until"});
}

TEST_CASE("a record that is not on disk has no place but its fields' names") {
  const Stored<Pair> stored{.record = pair("work", "ivan", "anna")};
  CHECK_FALSE(!stored.is_proposed());
  CHECK(Program{}.place(stored, "until") == Place{.field = "until"});
}

TEST_CASE("a pair is called by its members, one who is not there by id") {
  const Program school = program();
  CHECK(title_of(school, pair("x", "ivan", "anna"), today) == "ivan / anna");
  CHECK(title_of(school, pair("x", "nobody", "anna"), today) == "nobody / anna");
  CHECK(name_of(school, id<Participant>("nobody"), today) == "nobody");
}

TEST_CASE("a copy of a program has records of its own") {
  auto original = std::make_unique<Program>(program());
  Program copy = *original;
  const auto* before = original->all<Pair>().find(id<Pair>("work"));
  CHECK(copy.all<Pair>().find(id<Pair>("work")) != before);
  original.reset();
  CHECK(copy.find(id<Pair>("work"))->mentor == id<Participant>("ivan"));
  CHECK(copy.all<Pair>().repeats().empty());
  store(copy, pair("work", "boris", "clara"));
  const Program third = copy;
  copy = {};
  CHECK(third.all<Pair>().size() == 1);
  CHECK(third.find(id<Pair>("work"))->mentor == id<Participant>("ivan"));
  REQUIRE(third.all<Pair>().repeats().size() == 1);
  CHECK(third.all<Pair>().repeats().front()->record.mentor == id<Participant>("boris"));
}

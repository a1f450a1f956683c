// What is said of the first record that answers a demand: it must agree with the report that it names.
#include "mentor/begun_demands.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "made_report.hpp"
#include "mentor/edition.hpp"

using namespace made;

namespace {

Program with_pairs() {
  Program program = empty_program();
  program.settings.model = model_of_edition(newest_edition);
  for (const std::string_view name : {"anna", "vera", "oleg"}) {
    store(program, mentee(name));
  }
  store(program, mentor_pupil("ivan"));
  store(program, mentor_pupil("petr"));
  store(program, pair("one", "ivan", "anna"));
  store(program, pair("two", "ivan", "vera"));
  store(program, pair("three", "petr", "oleg"));
  return program;
}

/// The sentences about the record, as their keys and numbers, once it is in the program.
template <class Record>
std::string said_of(Program program, Record record, std::string_view on) {
  const auto begun = answered_by_new(Edits{CreateRecord{record}}, program.model(), day(on));
  store(program, std::move(record));
  std::string said;
  for (const Message& message : say_begun(begun, program, day(on))) {
    said += std::string{message.key} + ' ';
    for (const Argument& argument : message.arguments) {
      if (const auto* number = std::get_if<std::int64_t>(&argument)) {
        said += std::to_string(*number) + ' ';
      }
    }
  }
  return said;
}

/// How many lines of a table hold this text.
std::size_t lines_with(const std::string& table, std::string_view text) {
  std::size_t count = 0;
  for (auto at = table.find(text); at != std::string::npos; at = table.find(text, at + 1)) {
    ++count;
  }
  return count;
}

Training school(std::initializer_list<std::string_view> people) {
  Training training;
  training.id = id<Training>("school");
  training.people = IdList<Participant>{ids<Participant>(people)};
  training.on = day("2026-09-20");
  const Model model = model_of_edition(newest_edition);
  training.type = std::find_if(model.trainings.begin(), model.trainings.end(), [](const TrainingType& type) {
                    return type.trains_mentors;
                  })->id;
  return training;
}

}  // namespace

TEST_CASE("a contact that did not reach the person, or is still to come, begins no demand") {
  Contact missed = contact("call", {"anna"}, "2026-11-01");
  missed.reached = Reached::no;
  CHECK(said_of(with_pairs(), contact("call", {"anna"}, "2026-11-01"), "2026-11-02") == "begun.contacts ");
  CHECK(said_of(with_pairs(), missed, "2026-11-02") == "");
  CHECK(said_of(with_pairs(), contact("call", {"anna"}, "2026-11-03"), "2026-11-02") == "");
}

TEST_CASE("a contact that did not reach a person leaves the demand open") {
  Program program = with_pairs();
  Contact missed = contact("missed", {"anna"}, "2026-10-20");
  missed.reached = Reached::no;
  store(program, missed);
  CHECK(said_of(program, contact("call", {"ivan", "vera", "petr", "oleg"}, "2026-11-01"), "2026-11-02") ==
        "begun.contacts ");
  CHECK(said_of(program, contact("call", {"ivan", "anna", "vera", "petr", "oleg"}, "2026-11-01"), "2026-11-02") == "");
}

TEST_CASE("of untrained mentors as many are told as the report attention has lines") {
  Program program = with_pairs();
  CHECK(said_of(program, school({"petr"}), "2026-11-02") == "begun.trainings 2 ");  // ivan has two pairs
  store(program, school({"petr"}));
  const MadeReport attention{program, "attention", "2026-11-02"};
  CHECK(lines_with(attention.section("attention"), "untrained") == 2);
}

TEST_CASE("a mentor whose lack of training is accepted is not told of") {
  Program program = with_pairs();
  Participant nina = mentor_pupil("nina");
  nina.accept = Entries{{{"mentor-untrained", "педсовет № 2"}}};
  store(program, nina);
  store(program, pair("four", "nina", "oleg"));
  CHECK(said_of(program, school({"petr", "ivan"}), "2026-11-02") == "");
}

TEST_CASE("a step of the road map begins no demand, and one of a pair does while others have none") {
  Step step;
  step.id = id<Step>("topic");
  CHECK(said_of(with_pairs(), step, "2026-11-02") == "");
  step.pairs = IdList<Pair>{ids<Pair>({"one"})};
  CHECK(said_of(with_pairs(), step, "2026-11-02") == "begun.plans ");
  step.pairs = IdList<Pair>{ids<Pair>({"one", "two", "three"})};
  CHECK(said_of(with_pairs(), step, "2026-11-02") == "");
}

TEST_CASE("what another record answers is not begun again") {
  const Model model = model_of_edition(newest_edition);
  const Date today = day("2026-11-02");
  BegunDemands begun = answered_by(contact("call", {"anna"}, "2026-11-01"), model, today);
  begun.add(answered_by(school({"petr"}), model, today));
  CHECK(begun.kinds() == KindSet::of<Contact, Training>());
  begun.remove(answered_by(contact("other", {"ivan"}, "2026-10-01"), model, today));
  CHECK(begun.kinds() == KindSet::of<Training>());
}

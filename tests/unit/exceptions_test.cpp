// Exceptions that people and pairs accept, and rules that the model raises.
#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

Entries accepting(std::string_view rule, std::string_view reason = "педсовет № 2") {
  return Entries{{{std::string{rule}, std::string{reason}}}};
}

/// The sample, and a mentor of thirteen with a pair of his own.
Program with_young_mentor(const Entries& of_person, const Entries& of_pair) {
  Program school = program();
  Participant oleg = mentor_pupil("oleg", "2013-02-01");
  oleg.accept = of_person;
  store(school, oleg);
  store(school, mentee("dora"));
  Pair pair = sample::pair("young", "oleg", "dora");
  pair.accept = of_pair;
  store(school, pair);
  return school;
}

std::vector<Finding> found(const Program& program, Rule rule) {
  auto findings = check_all({program, today, fold()});
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule != rule; });
  return findings;
}

Severity severity_in(const Program& program, Rule rule) {
  const auto findings = found(program, rule);
  REQUIRE(findings.size() == 1);
  return findings.front().severity;
}

}  // namespace

TEST_CASE("a finding that a record accepts which it names is a note with the reason") {
  CHECK(severity_in(with_young_mentor({}, {}), Rule::mentor_age) == Severity::error);
  for (const bool by_pair : {true, false}) {
    CAPTURE(by_pair);
    const Entries accepted = accepting("mentor-age");
    const auto findings =
        found(with_young_mentor(by_pair ? Entries{} : accepted, by_pair ? accepted : Entries{}), Rule::mentor_age);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == Severity::note);
    CHECK(findings.front().accepted == "педсовет № 2");
    CHECK(findings.front().message.key.starts_with("mentor-age."));
    CHECK_FALSE(has_errors(findings));
    CHECK_FALSE(has_unaccepted(findings));
  }
  CHECK(severity_in(with_young_mentor(accepting("mentee-age"), {}), Rule::mentor_age) == Severity::error);
}

TEST_CASE("an exception of somebody whom the finding does not name accepts nothing") {
  Program school = with_young_mentor({}, {});
  Participant boris = teacher("late");
  boris.accept = accepting("mentor-age");
  store(school, boris);
  CHECK(severity_in(school, Rule::mentor_age) == Severity::error);
}

TEST_CASE("what is wrong with a pair may be accepted by its members") {
  Program school = program();
  store(school, mentor_pupil("oleg"));
  Participant dora = mentee("dora");
  dora.accept = Entries{{{"second-mentor", "педсовет"}, {"pair-overlap", "педсовет"}}};
  store(school, dora);
  store(school, pair("first", "ivan", "dora"));
  store(school, pair("second", "oleg", "dora", "2026-11-01"));
  CHECK(severity_in(school, Rule::second_mentor) == Severity::note);
  store(school, pair("again", "ivan", "dora", "2026-11-02"));
  CHECK(severity_in(school, Rule::pair_overlap) == Severity::note);
}

TEST_CASE("every finding counts under strict but an accepted one, notes too") {
  Finding finding{Rule::mentor_age, Severity::note, {}, say("mentor-age.out"), {"a"}};
  CHECK(has_unaccepted(std::vector{finding}));
  finding.accepted = "педсовет";
  CHECK_FALSE(has_unaccepted(std::vector{finding}));
  CHECK_FALSE(has_unaccepted({}));
}

TEST_CASE("an accepted rule refuses no command") {
  Program school = program();
  store(school, mentor_pupil("oleg", "2013-02-01"));
  Pair pair = sample::pair("new", "oleg", "anna");
  CHECK(proposed(school, pair, Rule::mentor_age).starts_with("error"));
  pair.accept = accepting("mentor-age");
  CHECK(proposed(school, pair, Rule::mentor_age).starts_with("note"));
  CHECK(propose(school, {CreateRecord{pair}}, today, fold()).edits.size() == 1);
}

TEST_CASE("whoever takes an exception out is told what it had accepted") {
  const Program school = with_young_mentor({}, accepting("mentor-age"));
  Pair pair = *school.find(id<Pair>("young"));
  pair.accept = {};
  const auto proposal = propose(school, {ChangeRecord{pair, {"pairs/young.yaml", 1}, {"accept"}}}, today, fold());
  CHECK(plain(proposal.findings, Rule::mentor_age).starts_with("error"));
  CHECK(proposal.edits.empty());
}

TEST_CASE("an exception that finds nothing is told by check alone") {
  Program school = with_young_mentor(accepting("mentee-age"), accepting("mentor-age"));
  CHECK(checked(school, Rule::accept_unused) ==
        "note participants/oleg.yaml:" + std::to_string(field_index<Participant>("accept") + 1) +
            ":7 accept: accept-unused.nothing(mentee-age, oleg) about oleg");
  Pair pair = sample::pair("new", "ivan", "dora");
  pair.accept = accepting("pair-overlap");
  CHECK(proposed(school, pair, Rule::accept_unused).empty());
}

TEST_CASE("what is no rule, or has no exceptions, is refused with those that have") {
  const std::string names = plain(Argument{Texts{acceptable_rules()}});
  Participant dora = mentee("new");
  const auto refused = [&](std::string_view rule) {
    dora.accept = accepting(rule);
    return proposed(program(), dora, Rule::field_value);
  };
  CHECK(refused("mentee-age").empty());
  CHECK(refused("mentee-aeg") ==
        "error --accept: field-value.no-rule-suggest(mentee-aeg, " + names + ", mentee-age) about new");
  CHECK(refused("zzzzzzzz") == "error --accept: field-value.no-rule(zzzzzzzz, " + names + ") about new");
  CHECK(refused("pair-dates") ==
        "error --accept: field-value.rule-without-exceptions(pair-dates, " + names + ") about new");
}

TEST_CASE("no rule about files, fields or the order of days has exceptions") {
  for (const Rule rule : {Rule::pair_dates, Rule::date_order, Rule::activity_type, Rule::activity_date, Rule::self_pair,
                          Rule::dangling_reference, Rule::duplicate_id, Rule::field_value, Rule::accept_unused}) {
    CAPTURE(name_of(rule));
    CHECK_FALSE(is_acceptable(rule));
  }
  for (const RuleRow& row : all_rules()) {
    CHECK(rule_named(row.name) == row.rule);
  }
  CHECK_FALSE(rule_named("no-such-rule"));
}

TEST_CASE("the model makes an error of a warning, and leaves notes and errors as they are") {
  Program school = program();
  Participant twin = mentee("twin");
  twin.name = "anna";
  store(school, twin);
  CHECK(severity_in(school, Rule::duplicate_person) == Severity::warning);
  school.settings.model.raised = {{Rule::duplicate_person, 7}};
  CHECK(severity_in(school, Rule::duplicate_person) == Severity::error);
  Participant third = twin;
  third.id = id<Participant>("third");
  CHECK(propose(school, {CreateRecord{third}}, today, fold()).edits.empty());
  third.accept = accepting("duplicate-person");
  CHECK(propose(school, {CreateRecord{third}}, today, fold()).edits.size() == 1);
  std::vector<Finding> note{{Rule::duplicate_person, Severity::note, {}, say("duplicate-person.same"), {}}};
  raise(school.model(), note);
  CHECK(note.front().severity == Severity::note);
}

TEST_CASE("exceptions are the last field of a record, and name the rules that have some") {
  int kinds = 0;
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (TakesExceptions<Record>) {
      const auto& field = fields<Record>().back();
      CHECK(field.name == "accept");
      CHECK(field.shape == Shape::entries);
      CHECK(field.presence == Presence::optional);
      const bool has_words = field.words != nullptr;
      REQUIRE(has_words);
      CHECK(field.words() == acceptable_rules());
      ++kinds;
    }
  });
  CHECK(kinds == 2);  // people and pairs
}

TEST_CASE("every command that makes or changes people or pairs one by one takes exceptions") {
  for (const cli::Command* command : cli::all_commands()) {
    CAPTURE(command->name);
    const auto has = [&](std::string_view name) {
      return std::any_of(command->options.begin(), command->options.end(),
                         [&](const cli::Option& option) { return option.name == name; });
    };
    const bool makes = has("--id") && command->name != "log-activity" && command->name != "pause";
    CHECK(has("--accept") == (makes || command->name == "edit" || command->name == "end"));
  }
}

TEST_CASE("there is an exception from each rule that may have one, whatever else the record says") {
  for (const std::string& rule : acceptable_rules()) {
    CAPTURE(rule);
    Participant dora = mentee("new");
    dora.accept = accepting(rule);
    CHECK(propose(program(), {CreateRecord{dora}}, today, fold()).findings.empty());
  }
}

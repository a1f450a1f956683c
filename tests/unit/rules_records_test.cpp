// The rules dangling-reference, duplicate-id, file-name and the part of field-value that the model decides.
#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a pair of somebody who is not there is refused") {
  Program school = program();
  CHECK(proposed(school, pair("new", "nobody", "anna"), Rule::dangling_reference) ==
        "error --mentor: dangling-reference.missing(mentor, nobody, participants/nobody.yaml) about new nobody");
  store(school, pair("wrong", "ivan", "noone"));
  CHECK(checked(school, Rule::dangling_reference) ==
        "error pairs/wrong.yaml:4:7 mentee: dangling-reference.missing(mentee, noone, participants/noone.yaml)"
        " about wrong noone");
}

TEST_CASE("an activity of a pair that is not there is refused, and each such pair is told") {
  Program school = program();
  CHECK(proposed(school, activity("new", {"one", "work", "two"}), Rule::dangling_reference) ==
        "error --pairs: dangling-reference.missing(pairs, one, pairs/one.yaml) about new one\n"
        "error --pairs: dangling-reference.missing(pairs, two, pairs/two.yaml) about new two");
  store(school, activity("wrong", {"one"}));
  CHECK(
      checked(school, Rule::dangling_reference) ==
      "error activities/wrong.yaml:2:7 pairs: dangling-reference.missing(pairs, one, pairs/one.yaml) about wrong one");
}

TEST_CASE("a reference to a record that is there but cannot be read does not dangle") {
  Program school = program();
  school.all<Participant>().add_unreadable("broken");
  CHECK(proposed(school, pair("new", "broken", "anna"), Rule::dangling_reference).empty());
  school.all<Pair>().add_unreadable("torn");
  CHECK(proposed(school, activity("new", {"torn"}), Rule::dangling_reference).empty());
}

TEST_CASE("a reference that dangles breaks no other rule") {
  Program school = program();
  store(school, pair("wrong", "nobody", "noone"));
  store(school, activity("lost", {"nowhere"}));
  CHECK(broken_rules(school) == "dangling-reference");
}

TEST_CASE("an id that another record of the kind has is refused") {
  Program school = program();
  CHECK(proposed(school, mentee("anna"), Rule::duplicate_id) ==
        "error --id: duplicate-id.taken(anna, participants/anna.yaml, #1) about anna");
  store(school, mentee("anna"), "participants/copy.yaml");
  CHECK(checked(school, Rule::duplicate_id) ==
        "error participants/copy.yaml:1:7 id: duplicate-id.taken(anna, participants/anna.yaml, #1) about anna");
}

TEST_CASE("a record that stands in several places breaks each rule once, and no other but that") {
  Program school = program();
  store(school, pair("work", "ivan", "anna"), "pairs/copy.yaml");
  CHECK(broken_rules(school) == "duplicate-id file-name");
  store(school, mentee("dora", "2000-01-01"));
  store(school, mentee("dora", "2000-01-01"), "participants/dora (1).yaml");
  CHECK(checked(school, Rule::mentee_age).find('\n') == std::string::npos);
  CHECK(checked(school, Rule::duplicate_person).empty());
}

TEST_CASE("an id that a record of another kind has is refused to a new record, and stays with one that has it") {
  Program school = program();
  CHECK(proposed(school, pair("anna", "ivan", "anna", "2026-01-01", "2026-01-02"), Rule::duplicate_id) ==
        "error --id: duplicate-id.taken(anna, participants/anna.yaml, #1) about anna");
  CHECK(proposed(school, activity("work", {"work"}), Rule::duplicate_id) ==
        "error --id: duplicate-id.taken(work, pairs/work.yaml, #1) about work");
  CHECK(proposed(school, mentee("work"), Rule::duplicate_id) ==
        "error --id: duplicate-id.taken(work, pairs/work.yaml, #1) about work");
  CHECK(proposed(school, mentee("dora"), Rule::duplicate_id).empty());
  school.all<Pair>().add_unreadable("broken");
  CHECK(proposed(school, mentee("broken"), Rule::duplicate_id) ==
        "error --id: duplicate-id.taken-by-unreadable(broken, pairs/broken.yaml) about broken");
  const auto& stored = store(school, pair("boris", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  CHECK(checked(school, Rule::duplicate_id).empty());
  Pair ended = stored.record;
  ended.until = day("2026-10-31");
  CHECK(propose(school, {ChangeRecord{ended, location_of(school, stored), {"until"}}}, today, fold()).edits.size() ==
        1);
}

TEST_CASE("the id of a file that cannot be read is taken") {
  Program school = program();
  school.all<Participant>().add_unreadable("broken");
  CHECK(proposed(school, mentee("broken"), Rule::duplicate_id) ==
        "error --id: duplicate-id.taken-by-unreadable(broken, participants/broken.yaml) about broken");
}

TEST_CASE("a loose file is named after the id in it") {
  Program school = program();
  store(school, mentee("dora"), "participants/other.yaml");
  CHECK(checked(school, Rule::file_name) ==
        "error participants/other.yaml:1:7 id: file-name.differs(dora, participants/other.yaml, participants/dora.yaml)"
        " about dora");
}

TEST_CASE("a packed school year holds activities of any id, but no other kind of record") {
  Program school = program();
  store(school, activity("one", {"work"}), "activities/2026-2027.yaml");
  CHECK(checked(school, Rule::file_name).empty());
  store(school, pair("two", "boris", "clara", "2026-10-05", {}, "teacher-teacher"), "pairs/2026-2027.yaml");
  CHECK(checked(school, Rule::file_name) ==
        "error pairs/2026-2027.yaml:1:7 id: file-name.differs(two, pairs/2026-2027.yaml, pairs/two.yaml) about two");
}

TEST_CASE("a copy of a packed year is told of once, and what else stands beside the year is told to be a copy") {
  Program school = program();
  for (const std::string path : {"activities/2026-2027.yaml", "activities/2026-2027 (1).yaml"}) {
    store(school, activity("one", {"work"}), path);
    store(school, activity("two", {"work"}), path);
  }
  store(school, activity("three", {"work"}), "activities/2026-2027 (1).yaml");
  store(school, activity("one", {"work"}), "activities/twin.yaml");
  CHECK(checked(school, Rule::file_name) ==
        "error activities/2026-2027 (1).yaml:0:0: file-name.copy-of-year(activities/2026-2027.yaml) about one\n"
        "error activities/2026-2027 (1).yaml:1:7 id: file-name.differs(three, activities/2026-2027 (1).yaml,"
        " activities/three.yaml) about three\n"
        "error activities/twin.yaml:1:7 id: file-name.copy(one, activities/2026-2027.yaml, activities/twin.yaml)"
        " about one");
  CHECK(checked(school, Rule::duplicate_id).find("error activities/2026-2027.yaml") == std::string::npos);
}

TEST_CASE("a record that is edited in a copy of a packed year is not refused for being a copy") {
  Program school = program();
  store(school, activity("one", {"work"}), "activities/2026-2027.yaml");
  const auto& copy = store(school, activity("one", {"work"}), "activities/2026-2027 (1).yaml");
  Activity edited = copy.record;
  edited.hours = Duration::parse("2");
  const auto proposal = propose(school, {ChangeRecord{edited, location_of(school, copy), {"hours"}}}, today, fold());
  CHECK(proposal.findings.empty());
  CHECK(proposal.edits.size() == 1);
}

TEST_CASE("a new activity may not take the name of a packed school year") {
  CHECK(proposed(program(), activity("2026-2027", {"work"}), Rule::file_name) ==
        "error --id: file-name.reserved(2026-2027) about 2026-2027");
  CHECK(proposed(program(), mentee("2026-2027"), Rule::file_name).empty());
}

TEST_CASE("a category that the model does not have is refused, with the nearest that it has") {
  Program school = program();
  CHECK(proposed(school, participant("dora", "pupils", {Role::mentee}), Rule::field_value) ==
        "error --category: field-value.not-in-model-suggest(category, pupils, pupil|young-specialist|teacher|graduate,"
        " pupil) about dora");
  store(school, participant("dora", "parent", {Role::mentee}));
  CHECK(checked(school, Rule::field_value) ==
        "error participants/dora.yaml:3:7 category: field-value.not-in-model(category, parent,"
        " pupil|young-specialist|teacher|graduate) about dora");
}

TEST_CASE("a form that the model does not have is refused") {
  Program school = program();
  CHECK(proposed(school, pair("new", "ivan", "anna", "2026-10-05", {}, "pupil-puppil"), Rule::field_value) ==
        "error --form: field-value.not-in-model-suggest(form, pupil-puppil, pupil-pupil|teacher-teacher, pupil-pupil)"
        " about new");
  store(school, pair("wrong", "ivan", "anna", "2026-10-05", {}, "family"));
  CHECK(checked(school, Rule::field_value) ==
        "error pairs/wrong.yaml:2:7 form: field-value.not-in-model(form, family, pupil-pupil|teacher-teacher)"
        " about wrong");
}

#include "mentor/edits.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a record that breaks no rule is proposed as the creation of itself") {
  const Proposal proposal = propose(program(), {CreateRecord{activity("new", {"work"})}}, today, fold());
  CHECK(proposal.findings.empty());
  REQUIRE(proposal.edits.size() == 1);
  const auto& created = std::get<CreateRecord>(proposal.edits.front());
  const auto& record = std::get<Activity>(created.record);
  CHECK(record.id == id<Activity>("new"));
  CHECK(record.pairs == IdList{ids<Pair>({"work"})});
}

TEST_CASE("a record that a rule refuses is not proposed at all") {
  const Proposal proposal = propose(program(), {CreateRecord{activity("new", {"work"}, "course")}}, today, fold());
  CHECK(has_errors(proposal.findings));
  CHECK(proposal.edits.empty());
}

TEST_CASE("a record with a warning is proposed all the same") {
  const Proposal proposal = propose(program(), {CreateRecord{mentee("dora", "2010")}}, today, fold());
  REQUIRE(proposal.findings.size() == 1);
  CHECK(proposal.findings.front().severity == Severity::warning);
  CHECK(proposal.edits.size() == 1);
}

TEST_CASE("what is wrong with the stored records does not stop a command about another") {
  Program broken = program();
  store(broken, mentee("egor", "2000-01-01"));
  CHECK(propose(broken, {CreateRecord{mentee("dora")}}, today, fold()).findings.empty());
}

TEST_CASE("all that is wrong with a proposed record is told, sorted by field") {
  const Proposal proposal =
      propose(program(), {CreateRecord{pair("work", "anna", "anna", "2026-10-05", "2026-10-04")}}, today, fold());
  std::string fields;
  for (const auto& finding : proposal.findings) {
    fields += std::string{name_of(finding.rule)} + " --" + finding.place.field + ' ';
  }
  CHECK(fields == "duplicate-id --id self-pair --mentee role-category --mentor pair-dates --until mentor-age --born ");
}

TEST_CASE("of records of one id the one that changes is judged as if it were the only one") {
  Program school = program();
  const auto& copy = store(school, pair("work", "ivan", "anna", "2026-10-06"), "pairs/copy.yaml");
  Pair changed = copy.record;
  changed.from = day("2026-10-07");
  const Proposal proposal =
      propose(school, {ChangeRecord{changed, location_of(school, copy), {"from"}}}, today, fold());
  CHECK(proposal.findings.empty());
  REQUIRE(proposal.edits.size() == 1);
  CHECK(std::get<ChangeRecord>(proposal.edits.front()).location.path == "pairs/copy.yaml");
}

TEST_CASE("of records of one id any can go, and what any of them names stays") {
  Program school = program();
  const auto& copy = store(school, pair("work", "boris", "anna"), "pairs/copy.yaml");
  store(school, activity("done", {"work"}));
  for (const auto* stored : {&copy, school.all<Pair>().find(id<Pair>("work"))}) {
    const Proposal proposal =
        propose(school, {RemoveRecord{stored->record, location_of(school, *stored)}}, today, fold());
    CHECK(proposal.findings.empty());
    REQUIRE(proposal.edits.size() == 1);
    CHECK(std::get<RemoveRecord>(proposal.edits.front()).location.path == school.path(*stored));
  }
  const auto& boris = *school.all<Participant>().find(id<Participant>("boris"));
  const Proposal proposal = propose(school, {RemoveRecord{boris.record, location_of(school, boris)}}, today, fold());
  REQUIRE(proposal.findings.size() == 1);
  CHECK(proposal.findings.front().place.path == "pairs/copy.yaml");
}

TEST_CASE("an id of a number is ten characters of Crockford's base32") {
  CHECK(id_from_number(0) == "0000000000");
  CHECK(id_from_number(31) == "z000000000");
  CHECK(id_from_number(32) == "0100000000");
  CHECK(id_from_number(~std::uint64_t{0}) == "zzzzzzzzzz");
}

TEST_CASE("an id is made of the low fifty bits alone") {
  const std::uint64_t number = 0x2F3A5C7E9B1D4ULL & ((1ULL << 50U) - 1);
  CHECK(id_from_number(number) == id_from_number(number | (1ULL << 50U) | (1ULL << 63U)));
  CHECK(id_from_number(number) != id_from_number(number ^ (1ULL << 49U)));
}

TEST_CASE("every id of a number is an id and has none of the letters that are mistaken for digits") {
  for (std::uint64_t number = 1; number != 0; number <<= 1U) {
    const auto text = id_from_number(number * 0x9E3779B97F4A7C15ULL);
    CHECK(is_id(text));
    CHECK(text.find_first_of("ilou") == std::string::npos);
  }
}

TEST_CASE("a record without a required field is refused, however it was made") {
  const Proposal proposal = propose(program(), {CreateRecord{activity("new", {})}}, today, fold());
  CHECK(proposal.edits.empty());
  CHECK(plain(proposal.findings, Rule::field_missing).find("field-missing.empty(pairs") != std::string::npos);
}

TEST_CASE("records that only name each other go together") {
  Program school = program();
  const auto& work = *school.all<Pair>().find(id<Pair>("work"));
  const auto& done = store(school, activity("done", {"work"}));
  const RemoveRecord of_pair{work.record, location_of(school, work)};
  const RemoveRecord of_activity{done.record, location_of(school, done)};
  CHECK(propose(school, {of_pair}, today, fold()).findings.size() == 1);
  CHECK(propose(school, {of_pair, of_activity}, today, fold()).edits.size() == 2);
}

TEST_CASE("several changes are judged by what comes of all of them") {
  Program school = program();
  const auto& work = *school.all<Pair>().find(id<Pair>("work"));
  const auto& done = store(school, activity("done", {"work"}, "project", "2026-10-20"));
  Pair ended = work.record;
  ended.until = day("2026-10-15");
  Activity earlier = done.record;
  earlier.on = day("2026-10-14");
  const ChangeRecord of_pair{ended, location_of(school, work), {"until"}};
  const ChangeRecord of_activity{earlier, location_of(school, done), {"on"}};
  CHECK(has_errors(propose(school, {of_pair}, today, fold()).findings));
  const Proposal both = propose(school, {of_pair, of_activity}, today, fold());
  CHECK(both.findings.empty());
  CHECK(both.edits.size() == 2);
}

TEST_CASE("a new record may name another that is made with it") {
  const Program school = program();
  const CreateRecord person{mentee("dora", "2014-03-09")};
  const CreateRecord of_both{pair("new", "ivan", "dora")};
  CHECK(has_errors(propose(school, {of_both}, today, fold()).findings));
  CHECK(propose(school, {of_both, person}, today, fold()).edits.size() == 2);
}

TEST_CASE("edits that contradict each other are refused, and nothing is proposed") {
  Program school = program();
  const auto& work = *school.all<Pair>().find(id<Pair>("work"));
  const Location there = location_of(school, work);
  Pair one = work.record;
  one.until = day("2026-10-15");
  Pair other = work.record;
  other.until = day("2026-10-16");
  const auto refused = [&](Edits edits) {
    const Proposal proposal = propose(school, std::move(edits), today, fold());
    CHECK(proposal.edits.empty());
    return proposal.findings.size() == 1 ? std::string{proposal.findings.front().message.key} : "";
  };
  CHECK(refused({ChangeRecord{one, there, {"until"}}, ChangeRecord{other, there, {"until"}}}) == "edits.two-values");
  CHECK(refused({ChangeRecord{one, there, {"until"}}, RemoveRecord{one, there}}) == "edits.removed-too");
  CHECK(refused({CreateRecord{mentee("dora", "2014")}, CreateRecord{mentee("dora", "2013")}}) == "edits.two-records");
  CHECK(propose(school, {ChangeRecord{one, there, {"until"}}, ChangeRecord{one, there, {"until"}}}, today, fold())
            .findings.empty());
}

TEST_CASE("of records of one id each is changed where its edit says, and one may go while another changes") {
  Program school = program();
  const auto& copy = store(school, pair("work", "ivan", "anna", "2026-10-06"), "pairs/copy.yaml");
  const auto& own = *school.all<Pair>().find(id<Pair>("work"));
  const Location there = location_of(school, copy);
  Pair changed = own.record;
  changed.until = day("2026-10-05");  // before the copy begins, which is another record
  const ChangeRecord change{changed, location_of(school, own), {"until"}};
  CHECK(propose(school, {change}, today, fold()).findings.empty());
  Pair later = copy.record;
  later.until = day("2026-10-31");
  const Proposal both = propose(school, {change, ChangeRecord{later, there, {"from"}}}, today, fold());
  CHECK(both.findings.empty());
  CHECK(both.edits.size() == 2);
  const RemoveRecord of_pair{copy.record, there};
  store(school, activity("done", {"work"}, "project", "2026-10-05"));
  CHECK(propose(school, {change, of_pair}, today, fold()).findings.empty());  // the activity's pair is left
}

TEST_CASE("where edits are about several records a finding without a path says which it is about, of one it does not") {
  const Program school = program();
  const auto change = [&](std::string_view name) {
    const auto& stored = *school.all<Participant>().find(id<Participant>(name));
    Participant changed = stored.record;
    changed.name = "Кто-то";
    changed.born = Born::parse("2030-01-01");
    return ChangeRecord{changed, location_of(school, stored), {"name", "born"}};
  };
  const auto told = [&](const Edits& edits) {
    std::string text;
    for (const Finding& finding : propose(school, edits, today, fold()).findings) {
      if (finding.rule == Rule::field_value) {
        text.append(finding.place.record).append(" ").append(finding.place.field).append("; ");
      }
    }
    return text;
  };
  CHECK(told({change("boris"), change("clara")}) == "boris born; clara born; ");
  CHECK(told({change("boris")}) == " born; ");
}

TEST_CASE("a record goes with a warning while one that may name it cannot be read") {
  Program school = program();
  const auto warnings = [&](const auto& record) {
    const auto& stored = *school.all<std::decay_t<decltype(record)>>().find(record.id);
    const Proposal proposal =
        propose(school, {RemoveRecord{stored.record, location_of(school, stored)}}, today, fold());
    CHECK(proposal.edits.size() == 1);
    return plain(proposal.findings, Rule::dangling_reference);
  };
  CHECK(warnings(pair("work", "ivan", "anna")).empty());
  school.all<Activity>().add_unreadable("torn");
  school.all<Participant>().add_unreadable("lost");
  CHECK(warnings(pair("work", "ivan", "anna")) ==
        "warning --: dangling-reference.unknown(1noun.records-not-read) about");
  CHECK(warnings(teacher("boris")).empty());  // what cannot be read is no pair
  school.all<Pair>().add_unreadable("worn");
  CHECK_FALSE(warnings(teacher("boris")).empty());
}

TEST_CASE("what a change makes wrong with a record that it does not touch is told, and stands in no way") {
  Program school = program();
  store(school, mentee("gleb", "2010-11-01"));  // fifteen when the pair began, sixteen today
  const auto& late = store(school, pair("late", "ivan", "gleb"));
  const std::string told =
      "warning participants/gleb.yaml:5:7 born: mentee-age.out(gleb, 16y, 2026-11-23, pupil, 10-15) about gleb";
  const auto check = [&](const Edit& edit) {
    const Proposal proposal = propose(school, {edit}, today, fold());
    CHECK(plain(proposal.findings, Rule::mentee_age) == told);
    CHECK(proposal.edits.size() == 1);
  };
  check(RemoveRecord{late.record, location_of(school, late)});
  Pair other = late.record;
  store(school, mentee("egor"));
  other.mentee = id<Participant>("egor");
  check(ChangeRecord{other, location_of(school, late), {"mentee"}});
}

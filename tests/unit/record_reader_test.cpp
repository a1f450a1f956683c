#include "storage/yaml/record_reader.hpp"

#include <doctest/doctest.h>

#include "storage/disk/limits.hpp"
#include "yaml_sample.hpp"

using namespace sample;

namespace {

template <class Record>
struct ReadOutcome {
  std::optional<storage::Read<Record>> read;
  std::string findings;
};

template <class Record>
ReadOutcome<Record> read_text(std::string_view text, std::uint32_t first_line = 1) {
  std::vector<Finding> findings;
  storage::FindingSink sink{findings, "x.yaml", first_line, "x"};
  ReadOutcome<Record> outcome{storage::read_record<Record>(parsed(text), sink), {}};
  for (const auto& finding : findings) {
    outcome.findings += (outcome.findings.empty() ? "" : "\n") + plain(finding);
  }
  return outcome;
}

const std::string good = "id: anna\nname: Анна\ncategory: pupil\nroles: [mentee]\n";

/// The names of the kind's fields, as a message lists them here.
template <class Record>
std::string field_names() {
  std::string names;
  for (const auto& field : fields<Record>()) {
    names.append(names.empty() ? "" : "|").append(field.name);
  }
  return names;
}

}  // namespace

TEST_CASE("a record is read whatever the order of its keys, each field with its mark") {
  const auto outcome =
      read_text<Participant>("roles: [mentee]\n# комментарий\ncategory: pupil\nname:   Анна\nid: anna\n");
  REQUIRE(outcome.read);
  CHECK(outcome.findings.empty());
  CHECK(outcome.read->record.name == "Анна");
  const Mark name = outcome.read->marks[field_index<Participant>("name")];
  CHECK(name.line == 4);
  CHECK(name.column == 9);
  CHECK(outcome.read->marks[field_index<Participant>("born")].line == 0);
}

TEST_CASE("a document that is not a mapping is no record") {
  const auto outcome = read_text<Participant>("- id: anna\n");
  CHECK_FALSE(outcome.read);
  CHECK(outcome.findings == "error x.yaml:1:1: yaml-syntax.not-a-mapping() about x");
  CHECK_FALSE(read_text<Participant>("просто текст\n").read);
}

TEST_CASE("a required field that is missing is told and makes no record") {
  const auto outcome = read_text<Pair>("id: work\nform: pupil-pupil\nmentor: ivan\nfrom: 2026-10-05\n");
  CHECK_FALSE(outcome.read);
  CHECK(outcome.findings ==
        "error x.yaml:1:1 mentee: field-missing.required(mentee, The id of the mentee's record.) about x");
}

TEST_CASE("every missing field is told") {
  const auto outcome = read_text<Activity>("note: x\n");
  for (const std::string name : {" id:", " pairs:", " type:", " on:"}) {
    CAPTURE(name);
    CHECK(outcome.findings.find(name) != std::string::npos);
  }
}

TEST_CASE("a required field with nothing behind its key is missing") {
  CHECK_FALSE(read_text<Participant>("id: anna\nname:\ncategory: pupil\nroles: [mentee]\n").read);
  CHECK_FALSE(read_text<Participant>("id: anna\nname: Анна\ncategory: pupil\nroles: []\n").read);
}

TEST_CASE("a required date with nothing behind its key is missing") {
  CHECK_FALSE(read_text<Activity>("id: x\npairs: [work]\ntype: project\non:\n").read);
}

TEST_CASE("a missing value is told on the line of its key") {
  CHECK(read_text<Participant>("id: anna\nname:\ncategory: pupil\nroles: [mentee]\n")
            .findings.starts_with("error x.yaml:2:"));
}

TEST_CASE("an optional field with nothing behind its key is absent") {
  const auto outcome = read_text<Participant>(good + "born:\nunit: 6Б\n");
  REQUIRE(outcome.read);
  CHECK(outcome.findings.empty());
  CHECK_FALSE(outcome.read->record.born);
}

TEST_CASE("a wrong value of a required field, or of one without which the record would be another, makes no record") {
  const auto outcome = read_text<Pair>("id: work\nform: pupil-pupil\nmentor: ivan\nmentee: anna\nfrom: 5.10.2026\n");
  CHECK_FALSE(outcome.read);
  CHECK(outcome.findings == "error x.yaml:5:7 from: field-value.wrong(from, 5.10.2026, <expected.date>) about x");
}

TEST_CASE("a wrong value of an optional field is told and leaves the record without it") {
  const auto outcome = read_text<Participant>(good + "born: 9 марта\n");
  REQUIRE(outcome.read);
  CHECK_FALSE(outcome.read->record.born);
  CHECK(outcome.findings == "error x.yaml:5:7 born: field-value.wrong(born, 9 марта, <expected.born>) about x");
}

TEST_CASE("a wrong value of every optional field is told") {
  CHECK_FALSE(read_text<Participant>(good + "joined: вчера\n").findings.empty());
  CHECK_FALSE(
      read_text<Pair>("id: w\nform: f\nmentor: i\nmentee: a\nfrom: 2026-10-05\nuntil: потом\n").findings.empty());
  CHECK_FALSE(read_text<Activity>("id: x\npairs: [w]\ntype: t\non: 2026-10-05\nhours: 1:75\n").findings.empty());
}

TEST_CASE("a list where one value should stand is told, and one value where a list should") {
  CHECK(read_text<Participant>(good + "joined: [6Б]\n").findings ==
        "error x.yaml:5:9 joined: field-value.wrong(joined, […], <expected.one-value>) about x");
  CHECK(read_text<Participant>(good + "unit: [6Б]\n").findings ==
        "error x.yaml:5:7 unit: field-value.wrong(unit, […], <expected.dated>) about x");
  CHECK(read_text<Participant>(good + "joined: {a: b}\n").findings ==
        "error x.yaml:5:9 joined: field-value.wrong(joined, {…}, <expected.one-value>) about x");
  CHECK(read_text<Participant>("id: anna\nname: Анна\ncategory: pupil\nroles: mentee\n").findings ==
        "error x.yaml:4:8 roles: field-value.wrong(roles, mentee, <expected.dated-list>) about x");
  CHECK(read_text<Participant>("id: anna\nname: Анна\ncategory: pupil\nroles: [[mentee]]\n").findings ==
        "error x.yaml:4:8 roles: field-value.wrong(roles, […], <expected.dated-list>) about x");
}

TEST_CASE("a dated value is told of at the day or the value that is wrong") {
  CHECK(read_text<Participant>(good + "unit: {осень: 6Б}\n").findings ==
        "error x.yaml:5:8 unit: field-value.wrong(unit, осень, <expected.day-of-value>) about x");
  CHECK(read_text<Participant>(good + "unit: {2027-09-01: 7Б, 2026-09-14: 6Б}\n").findings ==
        "error x.yaml:5:24 unit: field-value.wrong(unit, 2026-09-14, <expected.later-day>) about x");
  CHECK(read_text<Participant>(good + "unit:\n  2026-09-14: 6Б\n  2027-09-01: \"7\\nБ\"\n").findings ==
        "error x.yaml:7:15 unit: field-value.wrong(unit, 7\nБ, <expected.unit>) about x");
  CHECK(read_text<Participant>(good + "unit: {2026-09-14: [6Б]}\n").findings ==
        "error x.yaml:5:7 unit: field-value.wrong(unit, {…}, <expected.dated>) about x");
}

TEST_CASE("an entry without a text is missing, at the line of its word") {
  const auto outcome = read_text<Participant>(good + "accept:\n  mentee-age: Педсовет № 2\n  mentor-age:\n");
  CHECK(outcome.findings == "error x.yaml:7:3 accept: field-missing.entry(accept, mentor-age) about x");
  REQUIRE(outcome.read);
  CHECK(outcome.read->record.accept.is_empty());
  CHECK(read_text<Participant>(good + "accept: {mentor-age: ' '}\n").findings ==
        "error x.yaml:5:22 accept: field-missing.entry(accept, mentor-age) about x");
  CHECK(read_text<Participant>(good + "accept: [mentor-age]\n").findings ==
        "error x.yaml:5:9 accept: field-value.wrong(accept, […], <expected.entries>) about x");
  CHECK(read_text<Participant>(good + "accept:\n  mentor-age: Педсовет № 2\n").read->record.accept.find("mentor-age") ==
        "Педсовет № 2");
}

TEST_CASE("an unknown key is a warning with the nearest that is known, and the record is read") {
  const auto near = read_text<Participant>(good + "Unit: 6Б\n");
  CHECK(near.read);
  CHECK(near.findings == "warning x.yaml:5:1 Unit: unknown-key.suggest(Unit, unit) about x");
  CHECK(read_text<Participant>(good + "телефон: 1\n").findings ==
        "warning x.yaml:5:1 телефон: unknown-key.unknown(телефон, " + field_names<Participant>() + ") about x");
}

TEST_CASE("nothing is said of keys that are the school's own") {
  const auto own = read_text<Participant>(good + "x-locker: 12\nx-list: [a, b]\nx-: {}\n");
  CHECK(own.read);
  CHECK(own.findings.empty());
  REQUIRE(own.read->own.size() == 3);
  CHECK(own.read->own[0] == OwnField{"x-locker", {"12"}});
  CHECK(own.read->own[1] == OwnField{"x-list", {"a", "b"}, true});
  CHECK(own.read->own[2] == OwnField{"x-", {"{}"}, false, true});
  CHECK_FALSE(read_text<Participant>(good + "X-locker: 12\n").findings.empty());
}

TEST_CASE("findings count lines from the first of the document") {
  CHECK(read_text<Participant>(good + "born: x\n", 100).findings.starts_with("error x.yaml:104:7 born"));
}

TEST_CASE("a record may say its schema, and a newer one is refused") {
  CHECK(read_text<Participant>(good + "schema: 1\n").findings.empty());
  const auto newer = read_text<Participant>(good + "schema: 2\n");
  CHECK_FALSE(newer.read);
  CHECK(newer.findings == "error x.yaml:5:9 schema: newer-schema.newer(#2, #1) about x");
}

TEST_CASE("a schema that is no whole number from 0 is told") {
  for (const std::string text : {"-1", "1.0", "один", "[1]", "99999999999"}) {
    CAPTURE(text);
    const auto outcome = read_text<Participant>(good + "schema: " + text + "\n");
    CHECK(outcome.findings.find("field-value.wrong(schema, ") != std::string::npos);
  }
}

TEST_CASE("the scalars of a field are those of its shape, and nothing where it is written as another") {
  const auto scalars = [](const std::string& value, mentor::Shape shape) {
    const Node root = parsed("x: " + value + "\n");
    const auto found = storage::scalars_of(*root.find("x"), shape);
    std::string text = found ? "" : "none";
    for (const auto one : found.value_or(storage::Scalars{}).texts) {
      text.append(one).append("|");
    }
    return text;
  };
  using mentor::Shape;
  CHECK(scalars("a", Shape::text) == "a|");
  CHECK(scalars("[a]", Shape::text) == "none");
  CHECK(scalars("[a, 'b']", Shape::words) == "a|b|");
  CHECK(scalars("a", Shape::words) == "none");
  CHECK(scalars("a", Shape::dated) == "|a|");
  CHECK(scalars("{2026-09-14: a, 2027-09-01: }", Shape::dated) == "2026-09-14|a|2027-09-01||");
  CHECK(scalars("{2026-09-14: [a]}", Shape::dated) == "none");
  CHECK(scalars("[a]", Shape::dated) == "none");
  CHECK(scalars("[a, b]", Shape::dated_words) == "|a||b|");
  CHECK(scalars("{2026-09-14: [a, b], 2027-09-01: []}", Shape::dated_words) ==
        "2026-09-14|a|2026-09-14|b|2027-09-01||");
  CHECK(scalars("{2026-09-14: a}", Shape::dated_words) == "none");
  CHECK(scalars("\n  a: b\n  c:", Shape::entries) == "a|b|c||");
  CHECK(scalars("a", Shape::entries) == "none");
  CHECK(scalars("[a]", Shape::entries) == "none");
}

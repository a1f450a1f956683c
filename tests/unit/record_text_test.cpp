#include "storage/yaml/record_text.hpp"

#include <doctest/doctest.h>

#include "memory_tree.hpp"
#include "storage/change/changes.hpp"
#include "storage/disk/limits.hpp"
#include "yaml_sample.hpp"

using namespace sample;
using storage::record_text;
using storage::scalar_text;

TEST_CASE("a person is written in canonical text") {
  Participant person = mentee("7k2m9qx4tz");
  person.name = "Семёнова Анна Игоревна";
  person.unit = "6Б";
  person.joined = day("2026-09-14");
  person.roles = std::vector{Role::mentee, Role::mentor};
  CHECK(record_text(person) ==
        "id: 7k2m9qx4tz\n"
        "name: Семёнова Анна Игоревна\n"
        "category: pupil\n"
        "roles: [mentee, mentor]\n"
        "born: 2014-03-09\n"
        "unit: 6Б\n"
        "joined: 2026-09-14\n");
}

TEST_CASE("a pair and an activity are written in canonical text") {
  CHECK(record_text(pair("q0d8rf3w1n", "4hs61bz9te", "7k2m9qx4tz", "2026-10-05", "2027-05-31")) ==
        "id: q0d8rf3w1n\n"
        "form: pupil-pupil\n"
        "mentor: 4hs61bz9te\n"
        "mentee: 7k2m9qx4tz\n"
        "from: 2026-10-05\n"
        "until: 2027-05-31\n");
  Activity done = activity("x5t7c0me2v", {"one", "two"}, "project", "2026-11-05", "1.5");
  done.note = "Разбор: тема \"проекта\"\nи план";
  CHECK(record_text(done) ==
        "id: x5t7c0me2v\n"
        "pairs: [one, two]\n"
        "type: project\n"
        "on: 2026-11-05\n"
        "hours: 1.5\n"
        "note: \"Разбор: тема \\\"проекта\\\"\\nи план\"\n");
}

TEST_CASE("hours stand bare as a decimal, and in quotes as hours and minutes") {
  const auto hours = [](std::string_view text) {
    const std::string record = record_text(activity("a", {"work"}, "project", "2026-11-05", text));
    return record.substr(record.find("hours: "));
  };
  CHECK(hours("1.5") == "hours: 1.5\n");
  CHECK(hours("36") == "hours: 36\n");
  CHECK(hours("1:30") == "hours: 1.5\n");
  CHECK(hours("0:20") == "hours: \"0:20\"\n");
  CHECK(hours("100:01") == "hours: \"100:01\"\n");
}

TEST_CASE("empty fields are left out") {
  CHECK(record_text(pair("work", "ivan", "anna")) ==
        "id: work\nform: pupil-pupil\nmentor: ivan\nmentee: anna\nfrom: 2026-10-05\n");
}

TEST_CASE("a text that nothing can misread stands without quotes") {
  for (const std::string text : {"Анна", "6Б", "О'Нил", "a-b", "тема#1", "C#", "a:b", "a, b", "100%", "x*y", "нет",
                                 "1 класс", "нет!", "(скобки)", "d'Artagnan \"Д\""}) {
    CAPTURE(text);
    CHECK(scalar_text(text) == text);
  }
}

TEST_CASE("a text that YAML could misread stands in quotes") {
  for (const std::string text : {"",      "no",    "Yes",      "ON",         "null",
                                 "~",     "NULL",  "true",     "y",          "010",
                                 "12:30", "1_000", "1.5",      "-5",         "+7",
                                 "1e3",   "0x1F",  "0o17",     ".5",         ".inf",
                                 ".NaN",  "<<",    "=",        "2026-11-05", "2026-11-05 10:00",
                                 "- a",   "? a",   ": a",      ", a",        "[a]",
                                 "{a}",   "#a",    "&a",       "*a",         "!a",
                                 "|",     ">",     "'a'",      "%a",         "@a",
                                 "`a",    " a",    "a ",       "a: b",       "a #b",
                                 "a:",    "---",   "8 900 123"}) {
    CAPTURE(text);
    CHECK(scalar_text(text).front() == '"');
    CHECK(parsed("value: " + scalar_text(text) + "\n").find("value")->text == text);
  }
}

TEST_CASE("a moment with a small t stands in quotes") { CHECK(scalar_text("2001-12-14t21:59:43Z").front() == '"'); }

TEST_CASE("what would be unseen or break the line is escaped") {
  CHECK(scalar_text("a\nb\tc\rd") == "\"a\\nb\\tc\\rd\"");
  CHECK(scalar_text("\x1B[31m") == "\"\\x1b[31m\"");
  CHECK(scalar_text("a\u0085b\u2028c\u202Ed\uFEFFe") == "\"a\\x85b\\u2028c\\u202ed\\ufeffe\"");
  CHECK(scalar_text("a\"b\\c\n") == "\"a\\\"b\\\\c\\n\"");
  CHECK(scalar_text("\xFF") == "\"\uFFFD\"");
}

TEST_CASE("creating a record is a new file of its canonical text") {
  const auto changes =
      storage::file_changes({CreateRecord{pair("work", "ivan", "anna")}, CreateRecord{mentee("anna")}}, MemoryTree{})
          .changes;
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].path == "pairs/work.yaml");
  CHECK_FALSE(changes[0].before.has_value());
  CHECK(changes[0].after == record_text(pair("work", "ivan", "anna")));
  CHECK(changes[1].path == "participants/anna.yaml");
}

TEST_CASE("an id that YAML could misread stands in quotes") {
  CHECK(record_text(mentee("null")).starts_with("id: \"null\"\n"));
  CHECK(record_text(mentee("0123456789")).starts_with("id: \"0123456789\"\n"));
  CHECK(record_text(activity("x", {"no"})).find("[\"no\"]") != std::string::npos);
}

TEST_CASE("the longest note that is accepted can be read back, whatever it is made of") {
  const auto& note = fields<Activity>()[field_index<Activity>("note")];
  for (const std::string filler : {"x", "\"", "\x01", "ё", "\u200b"}) {
    std::string text;
    while (text.size() + filler.size() <= longest_text) {
      text += filler;
    }
    Activity done = activity("new", {"work"});
    CHECK(note.set(done, std::vector{std::string_view{text}}).is_none());
    CHECK(problems(record_text(done)).empty());
  }
}

TEST_CASE("a longer note is refused") {
  const auto& note = fields<Activity>()[field_index<Activity>("note")];
  Activity done = activity("new", {"work"});
  const std::string longer(longest_text + 1, 'x');
  CHECK(note.set(done, std::vector{std::string_view{longer}}).expected == "expected.text");
}

#include "storage/yaml/settings_edit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>

using namespace mentor;
using namespace mentor::storage;

namespace {

const std::string settings_text =
    "schema: 1\n"
    "# the language of reports\n"
    "language: ru\n"
    "school-year: 09-01\n\n"
    "# the model\n"
    "model:\n"
    "  profile: gymnasium-144\n"
    "  edition: 1\n"
    "  categories:\n"
    "    - {id: pupil, mentor: any, mentee: any}  # all\n"
    "  forms:\n"
    "    - {id: pupil-pupil, mentor: [pupil], mentee: [pupil], activities: [{id: project}]}\n";

EditableSetting setting_called(std::string_view name) {
  const auto settings = editable_settings();
  const auto found =
      std::find_if(settings.begin(), settings.end(), [&](const EditableSetting& one) { return one.name == name; });
  REQUIRE(found != settings.end());
  return *found;
}

std::string with_set(const std::string& text, std::string_view name, const std::string& value) {
  return with_setting(text, setting_called(name), value).value_or("(by hand)");
}

/// Settings with this text about the curator.
std::string with_curator(const std::string& lines) {
  return "schema: 1\nlanguage: ru\n" + lines + "school-year: 09-01\nmodel: {edition: 1}\n";
}

/// Where the text now has this line, and nothing else has changed.
std::string with_one_line(std::string text, const std::string& before, const std::string& line) {
  return text.insert(text.find(before), line);
}

}  // namespace

TEST_CASE("a line of program.yaml goes to its place, and every comment stays") {
  CHECK(with_set(settings_text, "organization", "Гимназия № 7") ==
        with_one_line(settings_text, "# the language", "organization: Гимназия № 7\n"));
  CHECK(with_set(settings_text, "curator.name", "Орлова М. П.") ==
        with_one_line(settings_text, "school-year", "curator:\n  name: Орлова М. П.\n"));
}

TEST_CASE("a line that is there is replaced, and an empty value takes it out") {
  const std::string named = with_set(settings_text, "organization", "a");
  CHECK(with_set(named, "organization", "b: c") == with_set(settings_text, "organization", "b: c"));
  CHECK(with_set(named, "organization", "") == settings_text);
  const std::string answered = with_set(with_set(settings_text, "curator.phone", "1"), "curator.name", "Орлова");
  CHECK(answered == with_one_line(settings_text, "school-year", "curator:\n  name: Орлова\n  phone: 1\n"));
  CHECK(with_set(with_set(answered, "curator.phone", ""), "curator.name", "") == settings_text);
}

TEST_CASE("a line below curator that says nothing stays as it is when another changes") {
  const std::string before = "curator:\n  # who\n  name: Орлова\n  phone:  # none yet\n  email: ''\n";
  const std::string after = "curator:\n  # who\n  name: Петрова\n  phone:  # none yet\n  email: ''\n";
  CHECK(with_set(with_curator(before), "curator.name", "Петрова") == with_curator(after));
  CHECK(with_set(with_curator(before), "curator.phone", "12-34") ==
        with_curator("curator:\n  # who\n  name: Орлова\n  phone: \"12-34\"  # none yet\n  email: ''\n"));
  CHECK(with_set(with_curator(before), "organization", "a") ==
        "schema: 1\norganization: a\nlanguage: ru\n" + before + "school-year: 09-01\nmodel: {edition: 1}\n");
}

TEST_CASE("comments and unknown lines below curator stay, and a new line goes to its place") {
  const std::string before = "curator:  # of 2026\n  # at work\n  phone: 1  # after 9\n  rooms: [1, 2]\n";
  CHECK(with_set(with_curator(before), "curator.name", "Орлова") ==
        with_curator("curator:  # of 2026\n  name: Орлова\n  # at work\n  phone: 1  # after 9\n  rooms: [1, 2]\n"));
  CHECK(with_set(with_curator(before), "curator.email", "a@b.ru") ==
        with_curator("curator:  # of 2026\n  # at work\n  phone: 1  # after 9\n  email: a@b.ru\n  rooms: [1, 2]\n"));
  CHECK(with_set(with_curator(before), "curator.phone", "") ==
        with_curator("curator:  # of 2026\n  # at work\n  # after 9\n  rooms: [1, 2]\n"));
  CHECK(with_set(with_curator(before), "curator.post", "") == with_curator(before));
}

TEST_CASE("a curator in braces is changed within them") {
  const std::string before = "curator: {name: \"Орлова\", phone: , post: b}  # all\n";
  CHECK(with_set(with_curator(before), "curator.name", "Петрова") ==
        with_curator("curator: {name: Петрова, phone: , post: b}  # all\n"));
  CHECK(with_set(with_curator("curator: {phone: 1}\n"), "curator.name", "a, b") ==
        with_curator("curator: {name: \"a, b\", phone: 1}\n"));
  CHECK(with_set(with_curator("curator: {phone: 1}\n"), "curator.email", "c") ==
        with_curator("curator: {phone: 1, email: c}\n"));
  CHECK(with_set(with_curator(before), "curator.post", "") ==
        with_curator("curator: {name: \"Орлова\", phone:}  # all\n"));
  CHECK(with_set(with_curator("curator: {phone: 1}\n"), "curator.phone", "") == with_curator(""));
}

TEST_CASE("a curator of whom nothing is said yet gets the first line") {
  CHECK(with_set(with_curator("curator:\n"), "curator.phone", "1") == with_curator("curator:\n  phone: 1\n"));
  CHECK(with_set(with_curator("curator:\n"), "curator.phone", "") == with_curator("curator:\n"));
}

TEST_CASE("a layout that only a person can change gives nothing, and the line to change is named") {
  const std::string as_text = with_curator("curator: Орлова\n");
  CHECK_FALSE(with_setting(as_text, setting_called("curator.phone"), "1").has_value());
  const LineByHand phone = line_by_hand(as_text, setting_called("curator.phone"), "a: 1");
  CHECK(phone.number == 3);
  CHECK(phone.text == "phone: \"a: 1\"");
  const std::string split = "schema: 1\n? organization\n: a\nmodel: {edition: 1}\n";
  CHECK_FALSE(with_setting(split, setting_called("organization"), "b").has_value());
  CHECK(line_by_hand(split, setting_called("organization"), "b").number == 2);
  CHECK_FALSE(with_setting("- a list\n", setting_called("organization"), "b").has_value());
}

TEST_CASE("no two lines that can be changed have a name in common") {
  std::set<std::string> names;
  for (const EditableSetting& setting : editable_settings()) {
    std::vector<std::string_view> own{setting.name, setting.row->russian};
    std::copy_if(setting.row->others.begin(), setting.row->others.end(), std::back_inserter(own),
                 [](std::string_view other) { return !other.empty(); });
    for (const std::string_view name : own) {
      CHECK_MESSAGE(names.emplace(name).second, name);
    }
  }
}

TEST_CASE("what is wrong with a line of program.yaml is found") {
  CHECK(findings_of_settings(settings_text).empty());
  CHECK(findings_of_settings(with_set(settings_text, "language", "de")).size() == 1);
  CHECK(findings_of_settings(with_set(settings_text, "school-year", "02-30")).size() == 1);
}

#include "storage/yaml/settings_edit.hpp"

#include <doctest/doctest.h>

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

std::string with_set(const std::string& text, std::string_view name, const std::string& value) {
  return with_setting(text, name, value).value_or("(by hand)");
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

TEST_CASE("what is wrong with a line of program.yaml is found") {
  CHECK(findings_of_settings(settings_text).empty());
  CHECK(findings_of_settings(with_set(settings_text, "language", "de")).size() == 1);
  CHECK(findings_of_settings(with_set(settings_text, "school-year", "02-30")).size() == 1);
}

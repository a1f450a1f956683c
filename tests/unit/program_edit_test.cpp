#include "storage/yaml/settings_edit.hpp"

#include <doctest/doctest.h>

using namespace mentor;
using namespace mentor::storage;

namespace {

const std::string program =
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

std::string with(const std::string& text, std::string_view name, const std::string& value) {
  return with_setting(text, name, value).value_or("(by hand)");
}

/// Where the text now has this line, and nothing else has changed.
std::string with_line(std::string text, const std::string& before, const std::string& line) {
  return text.insert(text.find(before), line);
}

}  // namespace

TEST_CASE("a line of program.yaml goes to its place, and every comment stays") {
  CHECK(with(program, "organization", "Гимназия № 7") ==
        with_line(program, "# the language", "organization: Гимназия № 7\n"));
  CHECK(with(program, "curator.name", "Орлова М. П.") ==
        with_line(program, "school-year", "curator:\n  name: Орлова М. П.\n"));
}

TEST_CASE("a line that is there is replaced, and an empty value takes it out") {
  const std::string named = with(program, "organization", "a");
  CHECK(with(named, "organization", "b: c") == with(program, "organization", "b: c"));
  CHECK(with(named, "organization", "") == program);
  const std::string answered = with(with(program, "curator.phone", "1"), "curator.name", "Орлова");
  CHECK(answered == with_line(program, "school-year", "curator:\n  name: Орлова\n  phone: \"1\"\n"));
  CHECK(with(with(answered, "curator.phone", ""), "curator.name", "") == program);
}

TEST_CASE("what is wrong with a line of program.yaml is found") {
  CHECK(findings_of_settings(program).empty());
  CHECK(findings_of_settings(with(program, "language", "de")).size() == 1);
  CHECK(findings_of_settings(with(program, "school-year", "02-30")).size() == 1);
}

#include "storage/yaml/other_model.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sample.hpp"

using namespace sample;

namespace {

const std::string program_text =
    "schema: 1\n"
    "organization: Гимназия № 7\n"
    "model:\n"
    "  profile: gymnasium-144\n"
    "  edition: 1\n"
    "  norms: {silent-days: 40, plan-days: 20}\n"
    "  categories:\n"
    "    - {id: pupil, ru: ученик, en: pupil, mentee: 10-15, mentor: 15-18}\n"
    "    - {id: teacher, ru: педагог, en: teacher, mentee: any, mentor: any}\n"
    "  forms:\n"
    "    - id: pupil-pupil\n"
    "      ru: Ученик – ученик\n"
    "      en: Pupil – pupil\n"
    "      mentor: [pupil]\n"
    "      mentee: [pupil]\n"
    "      activities: [{id: project, ru: проект, en: project}, {id: event, ru: событие, en: event}]\n";

struct Read {
  Model model;
  std::string findings;
};

Read with(const std::string& text) {
  const auto other = storage::read_other_model(text, "other.yaml", program_text);
  Read read{other.settings.model, {}};
  for (const Finding& finding : other.findings) {
    read.findings += plain(finding) + '\n';
  }
  return read;
}

}  // namespace

TEST_CASE("a model without a profile says only what differs") {
  const auto read = with("model:\n  norms: {silent-days: 21}\n  categories:\n    - {id: pupil, mentor: 14-18}\n");
  CHECK(read.findings == "");
  CHECK(read.model.norms[Norm::silent_days] == 21);
  CHECK(read.model.norms[Norm::plan_days] == 20);
  REQUIRE(read.model.categories.size() == 2);
  CHECK(read.model.categories.front().mentor->to_string() == "14-18");
  CHECK(read.model.categories.front().mentee->to_string() == "10-15");
  CHECK(read.model.forms.front().activities.size() == 2);
}

TEST_CASE("entries of the program are taken out where the file says so") {
  const auto read = with(
      "model:\n  categories:\n    - {id: teacher, drop: yes}\n  forms:\n    - id: pupil-pupil\n      activities: [{id: "
      "event, drop: yes}, {id: volunteering, ru: помощь, en: help}]\n");
  CHECK(read.findings == "");
  CHECK(read.model.categories.size() == 1);
  REQUIRE(read.model.forms.front().activities.size() == 2);
  CHECK(read.model.forms.front().activities.back().id.to_string() == "volunteering");
}

TEST_CASE("a model with a profile is whole, and what it leaves out is of its edition") {
  const auto read = with(
      "schema: 1\norganization: Другая\nmodel:\n  profile: gymnasium-144\n  edition: 1\n  categories:\n    - {id: "
      "pupil, "
      "mentee: 10-15, mentor: any}\n  forms:\n    - {id: pupils, mentor: [pupil], mentee: [pupil], activities: [{id: "
      "project}]}\n");
  CHECK(read.findings == "");
  CHECK(read.model.norms[Norm::silent_days] == 30);
  CHECK(read.model.categories.size() == 1);
}

TEST_CASE("what is wrong in another model is told at its place in that file") {
  const auto says = [](const std::string& text, std::string_view beginning) {
    const std::string findings = with(text).findings;
    INFO(findings);
    return findings.starts_with(beginning);
  };
  CHECK(says("model:\n  norms: {silent-days: 0}\n", "error other.yaml:2:24 silent-days: field-value.whole-number"));
  CHECK(with("norms: {silent-days: 21}\n").findings.find("error other.yaml:1:1 model: field-missing.key") !=
        std::string::npos);
  CHECK(says("", "error other.yaml:1:1: yaml-syntax.empty-file"));
  CHECK(says("- a\n", "error other.yaml:1:1: yaml-syntax.not-a-mapping"));
  CHECK(says("schema: 99\nmodel: {}\n", "error other.yaml:1:9 schema: newer-schema"));
  CHECK(says("model: [a]\n", "error other.yaml:1:8 model: field-value"));
  // A category that a form of the program needs is gone: told where the file says it.
  CHECK(says("model:\n  categories: [{id: pupil, drop: yes}]\n",
             "error other.yaml:2:3 mentor: dangling-reference.category"));
}

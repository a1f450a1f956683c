// Findings in each of their formats (src/render/findings.cpp).
#include "render/findings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render_sample.hpp"

using namespace sample;

namespace {

Finding finding(Place place, Severity severity = Severity::error) {
  return {Rule::self_pair, severity, std::move(place), say("self-pair.same", std::string{"Анна"}), {"work", "anna"}};
}
const Place somewhere{"pairs/work.yaml", 4, 9, "mentee"};

std::string rendered_as(std::string_view format, std::vector<Finding> findings, const language::Words& words = english,
                        const render::FindingsStyle& style = {}) {
  std::ostringstream out;
  for (const auto& one : render::all_findings_formats()) {
    if (one.name == format) {
      one.render(out, findings, words, style);
    }
  }
  return out.str();
}

std::ptrdiff_t lines_in(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace

TEST_CASE("a finding as text names its place, severity and rule") {
  CHECK(rendered_as("text", {finding(somewhere)}) ==
        "pairs/work.yaml:4:9: error: Анна is both the mentor and the mentee; a pair is two people [self-pair]\n");
  CHECK(rendered_as("text", {finding(somewhere, Severity::warning)}, russian)
            .starts_with("pairs/work.yaml:4:9: предупреждение: Анна: наставник"));
  CHECK(rendered_as("text", {finding({"a.txt", 0, 0, {}}, Severity::note)}).starts_with("a.txt: note: "));
}

TEST_CASE("a finding about what is in no file yet has no place") {
  CHECK(rendered_as("text", {finding({.field = "mentee"})}).starts_with("error: Анна is both"));
  CHECK(rendered_as("text", {finding({.field = "mentee", .record = "Анна (anna)"})})
            .starts_with("Анна (anna): error: Анна is both"));
}

TEST_CASE("an accepted finding says why in every format") {
  Finding accepted = finding(somewhere, Severity::note);
  accepted.accepted = "педсовет № 2";
  CHECK(rendered_as("text", {accepted}) ==
        "pairs/work.yaml:4:9: note: Анна is both the mentor and the mentee; a pair is two people; accepted as an "
        "exception: педсовет № 2 [self-pair]\n");
  for (const std::string format : {"text", "json", "sarif", "github"}) {
    CAPTURE(format);
    CHECK(rendered_as(format, {accepted}, russian).find("; в порядке исключения: педсовет № 2") != std::string::npos);
  }
  const auto json = nlohmann::json::parse(rendered_as("json", {accepted, finding(somewhere)}));
  CHECK(json["findings"][0]["accepted"] == "педсовет № 2");
  CHECK(json["findings"][1]["accepted"].is_null());
  const auto sarif = nlohmann::json::parse(rendered_as("sarif", {accepted, finding(somewhere)}));
  CHECK(sarif["runs"][0]["results"][0]["suppressions"][0]["justification"] == "педсовет № 2");
  CHECK_FALSE(sarif["runs"][0]["results"][1].contains("suppressions"));
}

TEST_CASE("severities have their colors, and only when asked for") {
  CHECK(rendered_as("text", {finding(somewhere)}, english, {.color = true}).find(": \x1B[1;31merror\x1B[0m: ") !=
        std::string::npos);
  CHECK(rendered_as("text", {finding(somewhere, Severity::warning)}, english, {.color = true}).find("\x1B[1;33m") !=
        std::string::npos);
  CHECK(rendered_as("text", {finding(somewhere)}).find('\x1B') == std::string::npos);
}

TEST_CASE("no finding steers a terminal") {
  Finding hostile = finding({"pairs/\x1B[2J.yaml", 1, 1, {}});
  hostile.message = say("self-pair.same", std::string{"\x1B[31m\u202E\n"});
  for (const std::string format : {"text", "json", "sarif", "github"}) {
    CAPTURE(format);
    const std::string all = rendered_as(format, {hostile});
    CHECK(all.find('\x1B') == std::string::npos);
    CHECK(all.find("\u202E") == std::string::npos);
  }
  CHECK(lines_in(rendered_as("text", {hostile})) == 1);
  CHECK(lines_in(rendered_as("github", {hostile})) == 1);
}

TEST_CASE("findings as JSON have the same keys always, null where there is nothing") {
  CHECK(rendered_as("json", {finding(somewhere)}) == R"({
  "schema": "mentor/1",
  "findings": [
    {
      "rule": "self-pair",
      "severity": "error",
      "path": "pairs/work.yaml",
      "line": 4,
      "column": 9,
      "field": "mentee",
      "message": "Анна is both the mentor and the mentee; a pair is two people",
      "accepted": null,
      "records": [
        "work",
        "anna"
      ]
    }
  ]
}
)");
  const auto json = nlohmann::json::parse(rendered_as("json", {finding({})}, russian));
  for (const std::string name : {"path", "line", "column", "field"}) {
    CHECK(json["findings"][0][name].is_null());
  }
  CHECK(json["findings"][0]["severity"] == "error");
}

TEST_CASE("no findings are an empty list, and no text at all") {
  CHECK(rendered_as("text", {}).empty());
  CHECK(rendered_as("github", {}).empty());
  CHECK(nlohmann::json::parse(rendered_as("json", {}))["findings"].empty());
  CHECK(nlohmann::json::parse(rendered_as("sarif", {}))["runs"][0]["results"].is_array());
}

TEST_CASE("findings as SARIF name their rule by its place among all") {
  const auto run = nlohmann::json::parse(rendered_as("sarif", {finding(somewhere, Severity::note)}))["runs"][0];
  const auto& rules = run["tool"]["driver"]["rules"];
  CHECK(rules.size() == all_rules().size());
  const auto& result = run["results"][0];
  CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  CHECK(result["level"] == "note");
  const auto& location = result["locations"][0]["physicalLocation"];
  CHECK(location["artifactLocation"]["uri"] == "pairs/work.yaml");
  CHECK(location["region"].dump() == R"({"startColumn":9,"startLine":4})");
}

TEST_CASE("a file as a whole has no region in SARIF") {
  const auto json = nlohmann::json::parse(rendered_as("sarif", {finding({"a.txt", 0, 0, {}})}));
  CHECK_FALSE(json["runs"][0]["results"][0]["locations"][0]["physicalLocation"].contains("region"));
}

TEST_CASE("a path in SARIF is a URI") {
  const auto json = nlohmann::json::parse(rendered_as("sarif", {finding({"pairs/ё 1%.yaml", 1, 1, {}})}));
  CHECK(json["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "pairs/%D1%91%201%25.yaml");
}

TEST_CASE("findings are annotations of GitHub") {
  CHECK(rendered_as("github", {finding(somewhere)}) ==
        "::error file=pairs/work.yaml,line=4,col=9,title=self-pair::Анна is both the mentor and the mentee; a pair is "
        "two people\n");
  CHECK(rendered_as("github", {finding(somewhere, Severity::note)}).starts_with("::notice "));
  CHECK(rendered_as("github", {finding({"a,b:c%.txt", 0, 0, {}}, Severity::warning)})
            .starts_with("::warning file=a%2Cb%3Ac%25.txt,title=self-pair::"));
}

TEST_CASE("at a terminal each command of a finding has a line of its own, and else the sentence is one") {
  const Finding missing{Rule::document_missing,
                        Severity::warning,
                        {"pairs/work.yaml", 4, 9, {}},
                        say("document-missing.of-person", std::string{"Анна"}, today, std::string{"согласие"},
                            std::string{"consent"}, std::string{"anna"}),
                        {}};
  const std::string head = "pairs/work.yaml:4:9: предупреждение: Анна: на 23 ноября 2026 г. нет документа «согласие»; ";
  CHECK(rendered_as("text", {missing}, russian, {.is_for_terminal = true}) ==
        head + "записать его: [document-missing]\n    mentor добавить документ consent anna дата=ДАТА\n");
  CHECK(rendered_as("text", {missing}, russian) ==
        head + "записать его: mentor добавить документ consent anna дата=ДАТА [document-missing]\n");
}

TEST_CASE("what a finding says after a command stands below it") {
  const Finding two{Rule::pair_end, Severity::error, {}, say("pair-end.reason-alone", std::string{"work"}), {}};
  CHECK(rendered_as("text", {two}, russian, {.is_for_terminal = true}) ==
        "ошибка: у пары есть итог, но нет последнего дня; указать его: [pair-end]\n"
        "    mentor изменить work по=ДАТА\n"
        "  если пара работает дальше:\n"
        "    mentor изменить work по= причина=\n");
  CHECK(rendered_as("text", {finding(somewhere)}, english, {.is_for_terminal = true}) ==
        rendered_as("text", {finding(somewhere)}));
}

TEST_CASE("a line feed in what a record says is no beginning of a command") {
  const Finding odd{
      Rule::self_pair, Severity::error, {}, say("self-pair.same", std::string{"Анна\nmentor remove x"}), {}};
  CHECK(lines_in(rendered_as("text", {odd}, english, {.is_for_terminal = true})) == 1);
}

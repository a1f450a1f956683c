#include "mentor/finding.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

Finding finding(std::string path, std::uint32_t line, std::uint32_t column, Rule rule = Rule::field_value,
                std::string text = "x") {
  return {rule, Severity::error, {std::move(path), line, column, {}}, say("key", std::move(text)), {}};
}

std::string sorted(std::vector<Finding> findings) {
  sort_findings(findings);
  std::string result;
  for (const auto& one : findings) {
    result += one.place.path + ':' + std::to_string(one.place.line) + ':' + std::to_string(one.place.column) + ' ' +
              std::string{name_of(one.rule)} + ' ' + plain(one.message.arguments.front()) + '\n';
  }
  return result;
}

}  // namespace

TEST_CASE("findings are told by path, then line, then column, as numbers") {
  CHECK(
      sorted({finding("b", 1, 1), finding("a", 10, 1), finding("a", 9, 2), finding("a", 9, 10), finding("a", 0, 0)}) ==
      "a:0:0 field-value x\n"
      "a:9:2 field-value x\n"
      "a:9:10 field-value x\n"
      "a:10:1 field-value x\n"
      "b:1:1 field-value x\n");
}

TEST_CASE("at one place findings are told in the order of the rules") {
  CHECK(sorted({finding("a", 1, 1, Rule::field_value), finding("a", 1, 1, Rule::mentee_age)}) ==
        "a:1:1 mentee-age x\n"
        "a:1:1 field-value x\n");
}

TEST_CASE("of one rule at one place findings keep their order") {
  CHECK(sorted({finding("a", 1, 1, Rule::field_value, "second"), finding("a", 1, 1, Rule::field_value, "first")}) ==
        "a:1:1 field-value second\n"
        "a:1:1 field-value first\n");
}

TEST_CASE("an exact repeat is told once, another message at the same place is told too") {
  CHECK(sorted({finding("a", 1, 1), finding("a", 1, 1), finding("a", 1, 1, Rule::field_value, "y")}) ==
        "a:1:1 field-value x\n"
        "a:1:1 field-value y\n");
}

TEST_CASE("an exact repeat is told once, whatever was found in between") {
  CHECK(sorted({finding("a", 1, 1), finding("a", 1, 1, Rule::field_value, "y"), finding("a", 1, 1)}) ==
        "a:1:1 field-value x\n"
        "a:1:1 field-value y\n");
}

TEST_CASE("of thousands of findings at one place the repeats are dropped and the others keep their order") {
  std::vector<Finding> findings;
  std::string expected;
  for (const char* turn : {"first", "second"}) {
    for (int number = 20'000; number > 0; --number) {
      const std::string text = std::to_string(number % 10'007);
      findings.push_back(finding("a", 1, 1, Rule::mentor_age, text));
      if (turn == std::string{"first"} && number > 20'000 - 10'007) {
        expected += "a:1:1 mentor-age " + text + '\n';
      }
    }
  }
  CHECK(sorted(std::move(findings)) == expected);
}

TEST_CASE("findings are alike in rule, field and records, whatever their place and words are") {
  const auto about = [](Rule rule, std::string field, std::vector<std::string> ids, std::uint32_t line) {
    return Finding{
        rule, Severity::error, {"a", line, 1, std::move(field)}, say("key", std::int64_t{line}), std::move(ids)};
  };
  const std::vector<Finding> findings{about(Rule::pair_overlap, "from", {"b", "a"}, 1),
                                      about(Rule::pair_dates, "until", {"b"}, 2),
                                      about(Rule::pair_overlap, "from", {"a", "c"}, 3)};
  const KnownFindings known{findings};
  CHECK(known.have_like(about(Rule::pair_overlap, "from", {"b", "a"}, 9)));
  CHECK(known.have_like(about(Rule::pair_dates, "until", {"b"}, 9)));
  CHECK(known.have_like(about(Rule::pair_overlap, "from", {"a", "c"}, 9)));
  CHECK_FALSE(known.have_like(about(Rule::pair_overlap, "until", {"b", "a"}, 1)));
  CHECK_FALSE(known.have_like(about(Rule::pair_overlap, "from", {"a", "b"}, 1)));
  CHECK_FALSE(known.have_like(about(Rule::pair_dates, "from", {"b"}, 2)));
  CHECK_FALSE(known.have_like(about(Rule::self_pair, "until", {"b"}, 2)));
  auto milder = about(Rule::pair_dates, "until", {"b"}, 9);
  milder.severity = Severity::note;
  CHECK(known.have_like(milder));
  const std::vector only_milder{milder};
  CHECK_FALSE(KnownFindings{only_milder}.have_like(about(Rule::pair_dates, "until", {"b"}, 9)));
  const std::vector<Finding> none;
  CHECK_FALSE(KnownFindings{none}.have_like(findings.front()));
}

TEST_CASE("only errors are errors") {
  auto one = finding("a", 1, 1);
  CHECK(has_errors(std::vector{one}));
  one.severity = Severity::warning;
  CHECK_FALSE(has_errors(std::vector{one}));
  one.severity = Severity::note;
  CHECK_FALSE(has_errors(std::vector{one}));
  CHECK_FALSE(has_errors({}));
}

TEST_CASE("severities have their names") {
  CHECK(to_string(Severity::error) == "error");
  CHECK(to_string(Severity::warning) == "warning");
  CHECK(to_string(Severity::note) == "note");
}

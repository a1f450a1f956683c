#include "model_comparison.hpp"

#include <array>
#include <sstream>
#include <string>

#include "findings.hpp"
#include "json.hpp"
#include "mentor/rules.hpp"

namespace mentor::render {

namespace {

using language::Words;

constexpr std::array comparison_formats = {
    ComparisonFormat{"text", comparison_text},
    ComparisonFormat{"json", comparison_json},
};

std::string_view noun_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return key("noun.errors");
    case Severity::warning:
      return key("noun.warnings");
    case Severity::note:
      return key("noun.notes");
  }
  return {};
}

/// `+7`, `−3`.
std::string signed_text(std::int64_t difference) {
  return difference < 0 ? "−" + std::to_string(-difference) : '+' + std::to_string(difference);
}

void write_findings(std::ostream& out, std::string_view heading, char sign, std::span<const Finding> findings,
                    const Words& words, bool color) {
  if (findings.empty()) {
    return;
  }
  out << words.text(heading) << '\n';
  std::ostringstream text;
  findings_text(text, findings, words, {.color = color});
  std::istringstream lines{text.str()};
  for (std::string line; std::getline(lines, line);) {
    out << sign << ' ' << line << '\n';
  }
}

/// The findings as `check` gives them.
nlohmann::ordered_json findings_member(std::span<const Finding> findings, const Words& words) {
  std::ostringstream text;
  findings_json(text, findings, words, {});
  return nlohmann::ordered_json::parse(text.str()).at("findings");
}

}  // namespace

std::span<const ComparisonFormat> all_comparison_formats() { return comparison_formats; }

void comparison_text(std::ostream& out, const ModelComparison& comparison, const Words& words, bool color) {
  if (comparison.is_empty()) {
    out << words.text(key("what-if.nothing")) << '\n';
    return;
  }
  write_findings(out, key("what-if.vanish"), '-', comparison.vanish, words, color);
  write_findings(out, key("what-if.come"), '+', comparison.come, words, color);
  if (!comparison.rules.empty()) {
    out << words.text(key("what-if.rules")) << '\n';
  }
  for (const RuleChange& change : comparison.rules) {
    out << "  "
        << words.say(say("what-if.rule", std::string{name_of(change.rule)},
                         Count{change.before, noun_of(change.severity)}, change.after,
                         signed_text(change.after - change.before)))
        << '\n';
  }
  bool is_first = true;
  for (const FigureChange& change : comparison.figures) {
    if (change.before.count != change.after) {
      out << (is_first ? words.text(key("what-if.figures")) + '\n' : std::string{});
      is_first = false;
      out << "  "
          << words.say(say("what-if.figure", change.before.name, change.before.count, change.after,
                           signed_text(change.after - change.before.count)))
          << '\n';
    }
  }
}

void comparison_json(std::ostream& out, const ModelComparison& comparison, const Words& words, bool) {
  JsonWriter writer{out, "schema", json_schema};
  writer.add("vanish", findings_member(comparison.vanish, words));
  writer.add("come", findings_member(comparison.come, words));
  writer.begin_array("rules");
  for (const RuleChange& change : comparison.rules) {
    writer.add({{"rule", name_of(change.rule)},
                {"severity", to_string(change.severity)},
                {"before", change.before},
                {"after", change.after}});
  }
  writer.end();
  writer.begin_array("figures");
  for (const FigureChange& change : comparison.figures) {
    writer.add({{"key", change.before.key},
                {"name", change.before.name.in(words.language())},
                {"before", change.before.count},
                {"after", change.after}});
  }
  writer.finish();
}

}  // namespace mentor::render

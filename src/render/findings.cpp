#include "findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "escape.hpp"
#include "json.hpp"
#include "mentor/rules.hpp"

namespace mentor::render {

namespace {

using language::Words;
using Json = nlohmann::ordered_json;

constexpr std::array findings_formats = {
    FindingsFormat{"text", findings_text},
    FindingsFormat{"json", findings_json},
    FindingsFormat{"sarif", findings_sarif},
    FindingsFormat{"github", findings_github},
};

std::string severity_text(Severity severity, const Words& words) {
  switch (severity) {
    case Severity::error:
      return words.text(key("severity.error"));
    case Severity::warning:
      return words.text(key("severity.warning"));
    case Severity::note:
      return words.text(key("severity.note"));
  }
  return {};
}

/// Why the finding is accepted, to be put behind what it says; empty when it is not.
std::string acceptance_of(const Finding& finding, const Words& words) {
  return finding.accepted.empty() ? std::string{} : words.say(say("finding.accepted", finding.accepted));
}

/// What a finding says; of an exception also why it is accepted.
std::string sentence_of(const Finding& finding, const Words& words) {
  return words.say(finding.message) + acceptance_of(finding, words);
}

/// The same in parts: what it says, then commands and what is said of them.
std::vector<std::string> parts_of(const Finding& finding, const Words& words) {
  auto parts = words.parts(finding.message);
  parts.front() += acceptance_of(finding, words);
  return parts;
}

std::string colored(const std::string& text, Severity severity, bool color) {
  if (!color) {
    return text;
  }
  const char* code = severity == Severity::error ? "31" : severity == Severity::warning ? "33" : "36";
  return std::string{"\x1b[1;"} + code + "m" + text + "\x1b[0m";
}

std::string place_text(const Place& place) {
  if (place.path.empty()) {  // the finding is about what was typed, and its sentence says what
    return place.record.empty() ? std::string{} : visible(place.record) + ": ";
  }
  std::string text = visible(place.path);
  if (place.line != 0) {
    text += ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
  }
  return text + ": ";
}

/// Escapes a text as GitHub's workflow commands ask for.
std::string github_escape(std::string_view text, bool property) {
  std::string result;
  for (const char byte : text) {
    switch (byte) {
      case '%':
        result += "%25";
        break;
      case '\r':
        result += "%0D";
        break;
      case '\n':
        result += "%0A";
        break;
      case ':':
        result += property ? "%3A" : ":";
        break;
      case ',':
        result += property ? "%2C" : ",";
        break;
      default:
        result += byte;
    }
  }
  return result;
}

/// A path as a relative URI. Letters, digits and the signs that paths are made of stay. Everything else is
/// percent-encoded.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri;
  for (const char byte : path) {
    if (kept.find(byte) != std::string_view::npos) {
      uri += byte;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return uri;
}

}  // namespace

std::span<const FindingsFormat> all_findings_formats() { return findings_formats; }

void findings_text(std::ostream& out, std::span<const Finding> findings, const Words& words,
                   const FindingsStyle& style) {
  for (const Finding& finding : findings) {
    const auto parts = style.is_for_terminal ? parts_of(finding, words) : std::vector{sentence_of(finding, words)};
    out << place_text(finding.place) << colored(severity_text(finding.severity, words), finding.severity, style.color)
        << ": " << visible(parts.front()) << " [" << name_of(finding.rule) << "]\n";
    std::for_each(parts.begin() + 1, parts.end(), [&](const std::string& part) {
      out << (part.starts_with("mentor ") ? "    " : "  ") << visible(part) << '\n';
    });
  }
}

void findings_json(std::ostream& out, std::span<const Finding> findings, const Words& words, const FindingsStyle&) {
  JsonWriter writer{out, "schema", json_schema};
  writer.begin_array("findings");
  for (const Finding& finding : findings) {
    writer.add({{"rule", name_of(finding.rule)},
                {"severity", to_string(finding.severity)},
                {"path", finding.place.path.empty() ? Json(nullptr) : Json(finding.place.path)},
                {"line", finding.place.line == 0 ? Json(nullptr) : Json(finding.place.line)},
                {"column", finding.place.line == 0 ? Json(nullptr) : Json(finding.place.column)},
                {"field", finding.place.field.empty() ? Json(nullptr) : Json(finding.place.field)},
                {"message", sentence_of(finding, words)},
                {"accepted", finding.accepted.empty() ? Json(nullptr) : Json(finding.accepted)},
                {"records", finding.about}});
  }
  writer.finish();
}

void findings_sarif(std::ostream& out, std::span<const Finding> findings, const Words& words, const FindingsStyle&) {
  JsonWriter writer{out, "$schema", "https://json.schemastore.org/sarif-2.1.0.json"};
  writer.add("version", "2.1.0");
  writer.begin_array("runs");
  writer.begin_object();
  Json rules = Json::array();
  for (const RuleRow& row : all_rules()) {
    rules.push_back({{"id", row.name}});
  }
  writer.add("tool", {{"driver", {{"name", "mentor"}, {"rules", std::move(rules)}}}});
  writer.add("columnKind", "unicodeCodePoints");
  writer.begin_array("results");
  for (const Finding& finding : findings) {
    Json location{{"artifactLocation", {{"uri", uri_of(finding.place.path)}}}};
    if (finding.place.line != 0) {
      location["region"] = {{"startLine", finding.place.line}, {"startColumn", finding.place.column}};
    }
    Json locations = Json::array();
    locations.push_back({{"physicalLocation", std::move(location)}});
    Json result{{"ruleId", name_of(finding.rule)},
                {"ruleIndex", static_cast<int>(finding.rule)},
                {"level", to_string(finding.severity)},
                {"message", {{"text", sentence_of(finding, words)}}},
                {"locations", std::move(locations)}};
    if (!finding.accepted.empty()) {
      Json suppression{{"kind", "inSource"}, {"justification", finding.accepted}};
      result["suppressions"] = Json::array({std::move(suppression)});
    }
    writer.add(result);
  }
  writer.finish();
}

void findings_github(std::ostream& out, std::span<const Finding> findings, const Words& words, const FindingsStyle&) {
  for (const Finding& finding : findings) {
    const char* command = finding.severity == Severity::note      ? "notice"
                          : finding.severity == Severity::warning ? "warning"
                                                                  : "error";
    out << "::" << command << " file=" << github_escape(visible(finding.place.path), true);
    if (finding.place.line != 0) {
      out << ",line=" << finding.place.line << ",col=" << finding.place.column;
    }
    out << ",title=" << name_of(finding.rule) << "::" << github_escape(visible(sentence_of(finding, words)), false)
        << '\n';
  }
}

}  // namespace mentor::render

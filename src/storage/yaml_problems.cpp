#include "yaml_problems.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>

#include "limits.hpp"
#include "mentor/utf8.hpp"

namespace mentor::storage {

namespace {

/// How long the conflict marker is that the line begins with: git writes seven of a sign, and more where conflicts
/// stand within each other; 0 when there is none.
std::size_t marker_length(std::string_view line) {
  constexpr std::size_t least = 7;
  if (line.empty() || std::string_view{"<|=>"}.find(line.front()) == std::string_view::npos) {
    return 0;
  }
  const std::size_t length = std::min(line.find_first_not_of(line.front()), line.size());
  const bool ends = length == line.size() || line[length] == ' ' || line[length] == '\r';
  return length >= least && ends ? length : 0;
}

/// Neither a line end, a tab, nor printable: C0 and C1 controls, the byte-order mark within the text, non-characters.
bool is_forbidden(char32_t character) {
  return (character < 0x20 && character != '\t' && character != '\r') ||
         (character >= 0x7F && character < 0xA0 && character != 0x85) || character == 0xFEFF || character == 0xFFFE ||
         character == 0xFFFF;
}

/// `U+001B`, as tables of characters have it.
std::string code_point(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = 12; shift >= 0; shift -= 4) {
    text += digits[(character >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return text;
}

}  // namespace

Message explain(const std::string& message, std::string_view line) {
  const auto indent = line.substr(0, line.find_first_not_of(" \t"));
  if (indent.find('\t') != std::string_view::npos) {
    return say("yaml-syntax.malformed", Phrase{key("yaml.tab")});
  }
  struct Explained {
    std::string_view start;
    std::string_view key;
  };
  namespace say_yaml = YAML::ErrorMsg;
  constexpr auto unclosed = key("yaml.unclosed");
  constexpr auto misplaced = key("yaml.misplaced");
  constexpr auto quote = key("yaml.unclosed-quote");
  constexpr auto token = key("yaml.unknown-token");
  constexpr auto escape = key("yaml.escape");
  constexpr auto block = key("yaml.block");
  constexpr auto directive = key("yaml.directive");
  static const std::array table = {
      Explained{say_yaml::END_OF_MAP, unclosed},
      Explained{say_yaml::END_OF_MAP_FLOW, unclosed},
      Explained{say_yaml::END_OF_SEQ, unclosed},
      Explained{say_yaml::END_OF_SEQ_FLOW, unclosed},
      Explained{say_yaml::MAP_VALUE, misplaced},
      Explained{say_yaml::MAP_KEY, misplaced},
      Explained{say_yaml::BLOCK_ENTRY, misplaced},
      Explained{say_yaml::FLOW_END, key("yaml.stray-bracket")},
      Explained{say_yaml::UNKNOWN_TOKEN, token},
      Explained{say_yaml::ALIAS_NOT_FOUND, token},
      Explained{say_yaml::ANCHOR_NOT_FOUND, token},
      Explained{say_yaml::EOF_IN_SCALAR, quote},
      Explained{say_yaml::DOC_IN_SCALAR, quote},
      Explained{say_yaml::CHAR_IN_SCALAR, quote},
      Explained{say_yaml::INVALID_ESCAPE, escape},
      Explained{say_yaml::INVALID_HEX, escape},
      Explained{say_yaml::INVALID_UNICODE, escape},
      Explained{say_yaml::CHAR_IN_BLOCK, block},
      Explained{say_yaml::ZERO_INDENT_IN_BLOCK, block},
      Explained{say_yaml::TAG_WITH_NO_SUFFIX, token},
      Explained{say_yaml::CHAR_IN_TAG_HANDLE, token},
      Explained{say_yaml::END_OF_VERBATIM_TAG, token},
      Explained{say_yaml::MULTIPLE_TAGS, token},
      Explained{say_yaml::MULTIPLE_ANCHORS, token},
      Explained{say_yaml::ALIAS_CONTENT, token},
      Explained{say_yaml::CHAR_IN_ALIAS, token},
      Explained{say_yaml::CHAR_IN_ANCHOR, token},
      Explained{say_yaml::YAML_DIRECTIVE_ARGS, directive},
      Explained{say_yaml::YAML_VERSION, directive},
      Explained{say_yaml::YAML_MAJOR_VERSION, directive},
      Explained{say_yaml::REPEATED_YAML_DIRECTIVE, directive},
      Explained{say_yaml::TAG_DIRECTIVE_ARGS, directive},
      Explained{say_yaml::REPEATED_TAG_DIRECTIVE, directive},
  };
  if (message.starts_with(say_yaml::UNKNOWN_ANCHOR)) {
    return say("yaml-syntax.alias");
  }
  for (const Explained& one : table) {
    if (message.starts_with(one.start)) {
      return say("yaml-syntax.malformed", Phrase{one.key});
    }
  }
  return say("yaml-syntax.malformed", message);
}

std::uint32_t column_at(std::string_view line, std::size_t byte) {
  while (byte > 0 && byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U) {
    --byte;
  }
  return static_cast<std::uint32_t>(utf8::length(line.substr(0, byte))) + 1;
}

std::vector<Problem> check_bytes(std::string_view text, const std::vector<std::string_view>& lines) {
  std::vector<Problem> problems;
  const auto add = [&](Rule rule, std::size_t line, std::uint32_t column, Message message) {
    problems.push_back({rule, {static_cast<std::uint32_t>(line + 1), column}, std::move(message)});
  };
  if (lines.size() > most_document_lines) {
    add(Rule::yaml_syntax, 0, 1, say("yaml-syntax.too-many-lines", static_cast<std::int64_t>(most_document_lines)));
    return problems;
  }
  if (text.size() > most_document_bytes) {
    add(Rule::yaml_syntax, 0, 1, say("yaml-syntax.document-too-large", static_cast<std::int64_t>(most_document_bytes)));
    return problems;
  }
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const auto line = lines[number];
    if (line.size() > most_line_bytes) {
      add(Rule::yaml_syntax, number, 1, say("yaml-syntax.line-too-long", static_cast<std::int64_t>(most_line_bytes)));
      continue;
    }
    if (const auto length = marker_length(line)) {
      add(Rule::conflict_marker, number, 1, say("conflict-marker.found", std::string{line.substr(0, length)}));
      continue;
    }
    for (std::size_t byte = 0; byte < line.size();) {
      const auto decoded = utf8::decode(line.substr(byte));
      if (!decoded) {
        add(Rule::yaml_syntax, number, column_at(line, byte), say("yaml-syntax.not-utf8"));
        break;
      }
      if (is_forbidden(decoded->character)) {
        add(Rule::yaml_syntax, number, column_at(line, byte),
            say("yaml-syntax.control-character", code_point(decoded->character)));
        break;
      }
      byte += decoded->length;
    }
  }
  return problems;
}

}  // namespace mentor::storage

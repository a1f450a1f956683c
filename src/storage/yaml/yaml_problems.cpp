#include "yaml_problems.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <variant>

#include "mentor/utf8.hpp"
#include "storage/disk/limits.hpp"
#include "yaml_places.hpp"

namespace mentor::storage {

namespace {

/// The length of the conflict marker with which a line begins; 0 when there is none. git writes seven signs, and more
/// of them for a conflict within a conflict.
std::size_t marker_length(std::string_view line) {
  constexpr std::size_t least = 7;
  if (line.empty() || std::string_view{"<|=>"}.find(line.front()) == std::string_view::npos) {
    return 0;
  }
  const std::size_t length = std::min(line.find_first_not_of(line.front()), line.size());
  const bool ends = length == line.size() || line[length] == ' ' || line[length] == '\r';
  return length >= least && ends ? length : 0;
}

/// Whether a document must not have this character: C0 and C1 controls except line ends and the tab, a byte-order mark
/// within the text, non-characters.
bool is_forbidden(char32_t character) {
  return (character < 0x20 && character != '\t' && character != '\r') ||
         (character >= 0x7F && character < 0xA0 && character != 0x85) || character == 0xFEFF || character == 0xFFFE ||
         character == 0xFFFF;
}

/// `U+001B`, as tables of characters write it.
std::string code_point(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = 12; shift >= 0; shift -= 4) {
    text += digits[(character >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return text;
}

/// Goes past the signs between the scalars of a document, one after another.
class Signs {
 public:
  explicit Signs(std::string_view text) : text_(text) {}

  /// The place after the sign, blank or comment at `place`. If it is none of these, says what is wrong.
  std::variant<std::size_t, Message> past(std::size_t place) const {
    switch (text_[place]) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ',':
      case ':':
      case '[':
      case ']':
      case '{':
      case '}':
        return place + 1;
      case '#':
        if (place == 0 || is_white(place - 1)) {
          return std::min(text_.find('\n', place), text_.size());
        }
        return malformed(key("yaml.comment"));
      case '|':
      case '>':
        return past_block_sign(place);
      case '-':
      case '.':
      case '?':
        return past_mark(place);
      case '!':
        return say("yaml-syntax.tag", std::string{word_at(place)});
      case '&':
        return say("yaml-syntax.anchor");
      case '%':
        return malformed(key("yaml.directive"));
      default:
        return malformed(key("yaml.passed-over"));
    }
  }

 private:
  static Message malformed(std::string_view why) { return say("yaml-syntax.malformed", Phrase{why}); }

  /// Whether a blank, a line end or the end of the text is there.
  bool is_white(std::size_t place) const {
    return place >= text_.size() || std::string_view{" \t\r\n"}.find(text_[place]) != std::string_view::npos;
  }
  std::string_view word_at(std::size_t place) const {
    const auto rest = text_.substr(place);
    return rest.substr(0, rest.find_first_of(" \t\r\n"));
  }

  std::variant<std::size_t, Message> past_block_sign(std::size_t place) const {
    const auto end = std::min(text_.find_first_not_of("+-0123456789", place + 1), text_.size());
    return is_white(end) ? std::variant<std::size_t, Message>{end} : malformed(key("yaml.block"));
  }

  /// The place after a dash, a question mark, or a mark that begins or ends a document.
  std::variant<std::size_t, Message> past_mark(std::size_t place) const {
    const auto word = word_at(place);
    const bool begins_line = place == 0 || text_[place - 1] == '\n';
    if (word == "-" || word == "?" || (begins_line && (word == "---" || word == "..."))) {
      return place + word.size();
    }
    return malformed(key("yaml.passed-over"));
  }

  std::string_view text_;
};

/// How a message of yaml-cpp begins, and what we say instead: a key of the catalogs.
struct Explained {
  std::string_view start;
  std::string_view key;
};

/// What to say of each fault that yaml-cpp names.
std::span<const Explained> explanations() {
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
  return table;
}

}  // namespace

std::optional<Problem> find_dropped(std::string_view text, const std::vector<std::string_view>& lines,
                                    const Node& root) {
  const Signs signs{text};
  for (const auto& [begin, end] : gaps_of(text, root)) {
    for (std::size_t place = begin; place < end;) {
      auto past = signs.past(place);
      if (auto* wrong = std::get_if<Message>(&past)) {
        return Problem{Rule::yaml_syntax, position_of(lines, place), std::move(*wrong)};
      }
      place = std::get<std::size_t>(past);
    }
  }
  return std::nullopt;
}

Message explain(const std::string& message, std::string_view line) {
  const auto indent = line.substr(0, line.find_first_not_of(" \t"));
  if (indent.find('\t') != std::string_view::npos) {
    return say("yaml-syntax.malformed", Phrase{key("yaml.tab")});
  }
  if (message.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR)) {
    return say("yaml-syntax.alias");
  }
  for (const Explained& one : explanations()) {
    if (message.starts_with(one.start)) {
      return say("yaml-syntax.malformed", Phrase{one.key});
    }
  }
  return say("yaml-syntax.malformed", message);
}

std::optional<std::string> forbidden_character(std::string_view line) {
  for (auto decoded = utf8::decode(line); decoded && !line.empty(); decoded = utf8::decode(line)) {
    if (is_forbidden(decoded->character)) {
      return code_point(decoded->character);
    }
    line.remove_prefix(decoded->length);
  }
  return std::nullopt;
}

std::vector<Problem> check_bytes(std::string_view text, const std::vector<std::string_view>& lines) {
  std::vector<Problem> problems;
  const auto add = [&](Rule rule, std::size_t line, std::uint32_t column, Message message) {
    problems.push_back({rule, {static_cast<std::uint32_t>(line + 1), column}, std::move(message)});
  };
  const bool has_start = !lines.empty() && (lines.front() == "---" || lines.front() == "---\r");
  const std::size_t start = has_start ? std::min(lines.front().size() + 1, text.size()) : 0;
  if (lines.size() - (has_start ? 1 : 0) > most_document_lines) {
    add(Rule::yaml_syntax, 0, 1, say("yaml-syntax.too-many-lines", static_cast<std::int64_t>(most_document_lines)));
    return problems;
  }
  if (text.size() - start > most_document_bytes) {
    add(Rule::yaml_syntax, 0, 1, say("yaml-syntax.document-too-large", static_cast<std::int64_t>(most_file_bytes)));
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

#include "yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

#include "limits.hpp"
#include "mentor/text.hpp"
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

bool is_blank_or_comment(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || line[first] == '#';
}

/// Neither a line end, a tab, nor printable: C0 and C1 controls, the byte-order mark within the text, non-characters.
bool is_forbidden(char32_t character) {
  return (character < 0x20 && character != '\t' && character != '\r') ||
         (character >= 0x7F && character < 0xA0 && character != 0x85) || character == 0xFEFF || character == 0xFFFE ||
         character == 0xFFFF;
}

/// yaml-cpp says what is wrong in English alone, so what a curator may meet is said by our catalogs. `line` is the one
/// where it stopped.
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

/// The column of a byte, or of the character that it is in: yaml-cpp counts the digits of an escape as bytes.
std::uint32_t column_at(std::string_view line, std::size_t byte) {
  while (byte > 0 && byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U) {
    --byte;
  }
  return static_cast<std::uint32_t>(utf8::length(line.substr(0, byte))) + 1;
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

/// What can be said of the bytes before YAML is asked.
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

/// Whether a line has the colon of a key: one with nothing or a blank behind it. At the end of a file yaml-cpp takes a
/// line without one for a key.
bool ends_a_key(std::string_view line) {
  for (auto colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    if (colon + 1 == line.size() || std::string_view{" \t\r,]}"}.find(line[colon + 1]) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// Builds the tree from yaml-cpp's events and stops at the first thing that the subset does not have.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const std::vector<std::string_view>& lines) : lines_(lines) {}

  Node take() { return std::move(root_); }
  Position start() const { return start_; }

  void OnDocumentStart(const YAML::Mark& mark) override { start_ = position(mark); }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    Node node{.at = position(mark)};
    // yaml-cpp takes these words for nothing; here a scalar is the text that was written. Where there is nothing, the
    // mark is at what comes next, which may begin with such a word: then more follows it.
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      auto rest = rest_of_line(mark);
      if (rest.starts_with(word)) {
        rest.remove_prefix(word.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r"), rest.size()));
        if (rest.empty() || std::string_view{",]}#"}.find(rest.front()) != std::string_view::npos) {
          node.kind = Node::Kind::scalar;
          node.text = word;
        }
      }
    }
    add(std::move(node));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, say("yaml-syntax.alias")); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (tag == "?" && value == "<<" && expects_key()) {
      refuse(mark, say("yaml-syntax.merge-key"));
    }
    if (tag == "!" && !is_closed(mark)) {
      refuse(mark, say("yaml-syntax.malformed", Phrase{key("yaml.unclosed-quote")}));
    }
    add({.kind = Node::Kind::scalar, .at = position(mark), .text = value});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    std::optional<Node> key;
  };

  [[noreturn]] static void refuse(Position at, Rule rule, Message message) {
    throw Problem{rule, at, std::move(message)};
  }
  [[noreturn]] void refuse(const YAML::Mark& mark, Message message) const {
    refuse(position(mark), Rule::yaml_syntax, std::move(message));
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor != YAML::NullAnchor) {
      refuse(mark, say("yaml-syntax.anchor"));
    }
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    // The tag of a quoted scalar is `!`, and so is a lone `!` that was written.
    if ((!tag.empty() && tag != "?" && tag != "!") || rest_of_line(mark).starts_with('!')) {
      constexpr std::string_view standard = "tag:yaml.org,2002:";  // what `!!` stands for
      refuse(mark, say("yaml-syntax.tag", tag.starts_with(standard) ? "!!" + tag.substr(standard.size()) : tag));
    }
  }

  /// Whether a quoted scalar has its closing quote: yaml-cpp takes the end of the file for one.
  bool is_closed(const YAML::Mark& mark) const {
    const auto first = rest_of_line(mark);
    const char quote = first.empty() ? '\0' : first.front();
    if (quote != '"' && quote != '\'') {
      return true;  // a block scalar
    }
    auto line = static_cast<std::size_t>(mark.line);
    std::string_view rest = first.substr(1);
    while (true) {
      const auto place = rest.find_first_of(quote == '"' ? "\"\\" : "'");
      const bool found = place != std::string_view::npos;
      const bool doubled = found && quote == '\'' && rest.substr(place).starts_with("''");
      if (found && rest[place] == quote && !doubled) {
        return true;
      }
      if (found) {  // past an escaped character, or a quote that the text holds
        rest.remove_prefix(std::min(place + 2, rest.size()));
      } else if (++line < lines_.size()) {
        rest = lines_[line];
      } else {
        return false;
      }
    }
  }

  std::string_view rest_of_line(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    return line < lines_.size() && column <= lines_[line].size() ? lines_[line].substr(column) : std::string_view{};
  }
  /// Marks come in the order of the text, so the characters of a line are counted once, not for every mark anew.
  Position position(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    const auto byte = static_cast<std::size_t>(std::max(mark.column, 0));
    if (line >= lines_.size()) {
      return {static_cast<std::uint32_t>(line + 1), 1};
    }
    if (line != last_.line || byte < last_.byte) {
      last_ = {line, 0, 1};
    }
    const auto between = lines_[line].substr(std::min(last_.byte, lines_[line].size()), byte - last_.byte);
    last_ = {line, byte, last_.column + static_cast<std::uint32_t>(utf8::length(between))};
    return {static_cast<std::uint32_t>(line + 1), last_.column};
  }

  bool expects_key() const {
    return !stack_.empty() && stack_.back().node.kind == Node::Kind::map && !stack_.back().key;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (expects_key()) {
      refuse(mark, say("yaml-syntax.complex-key"));
    }
    if (stack_.size() >= most_depth) {
      refuse(mark, say("yaml-syntax.too-deep", std::int64_t{most_depth}));
    }
    stack_.push_back({.node = {.kind = kind, .at = position(mark)}});
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.items.size() + parent.node.entries.size() >= most_entries) {
      refuse(node.at, Rule::yaml_syntax, say("yaml-syntax.too-many-entries", static_cast<std::int64_t>(most_entries)));
    }
    if (parent.node.kind == Node::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (parent.key) {
      if (node.kind == Node::Kind::empty) {
        node.at = parent.key->at;  // the mark of nothing is that of the next thing
        if (!ends_a_key(lines_[parent.key->at.line - 1])) {
          refuse(node.at, Rule::yaml_syntax, say("yaml-syntax.malformed", Phrase{key("yaml.no-colon")}));
        }
      }
      parent.node.entries.push_back({*std::move(parent.key), std::move(node)});
      parent.key.reset();
    } else {
      if (node.kind == Node::Kind::empty) {
        refuse(node.at, Rule::yaml_syntax, say("yaml-syntax.complex-key"));
      }
      for (const auto& [key, value] : parent.node.entries) {
        if (key.text == node.text) {
          refuse(node.at, Rule::duplicate_key,
                 say("duplicate-key.repeated", node.text, static_cast<std::int64_t>(key.at.line)));
        }
      }
      parent.key = std::move(node);
    }
  }

  struct Counted {
    std::size_t line = 0;
    std::size_t byte = 0;
    std::uint32_t column = 1;
  };

  const std::vector<std::string_view>& lines_;
  mutable Counted last_;  // where `position` counted to
  std::vector<Open> stack_;
  Node root_;
  Position start_;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const KeyValue& entry) { return entry.key.text == key; });
  return found == entries.end() ? nullptr : &found->value;
}

bool same(const Node& one, const Node& other) {
  return one.kind == other.kind && one.text == other.text &&
         std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same) &&
         std::equal(one.entries.begin(), one.entries.end(), other.entries.begin(), other.entries.end(),
                    [](const KeyValue& a, const KeyValue& b) { return same(a.key, b.key) && same(a.value, b.value); });
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  text.remove_prefix(text.starts_with(mark) ? mark.size() : 0);
  return text;
}

bool is_document_start(std::string_view line) {
  return line.starts_with("---") && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r');
}

std::vector<Document> split_documents(std::string_view stream) {
  std::vector<Document> documents;
  const char* start = stream.data();
  std::uint32_t first_line = 1;
  std::uint32_t number = 0;
  bool has_content = false;
  const auto finish = [&](const char* end) {
    if (has_content) {
      documents.push_back({{start, static_cast<std::size_t>(end - start)}, first_line});
    }
  };
  std::string_view rest = stream;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    ++number;
    if (is_document_start(line)) {
      finish(line.data());
      start = line.data();
      first_line = number;
      has_content = line.size() > 3 && !is_blank_or_comment(line.substr(3));
    } else if (!is_blank_or_comment(line)) {
      has_content = true;
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  finish(stream.data() + stream.size());
  return documents;
}

std::variant<Node, std::vector<Problem>> parse_document(std::string_view text) {
  text.remove_suffix(text.ends_with('\r') ? 1 : 0);  // of a CRLF that was cut off: yaml-cpp would have it in the value
  const auto lines = lines_of(text);
  if (auto problems = check_bytes(text, lines); !problems.empty()) {
    return problems;
  }
  std::istringstream stream{std::string{text}};
  TreeBuilder builder{lines};
  try {
    YAML::Parser parser{stream};
    parser.HandleNextDocument(builder);
    Node root = builder.take();
    TreeBuilder rest{lines};
    if (parser.HandleNextDocument(rest)) {
      return std::vector{Problem{Rule::yaml_syntax, rest.start(), say("yaml-syntax.trailing-content")}};
    }
    return root;
  } catch (const Problem& problem) {
    return std::vector{problem};
  } catch (const YAML::Exception& exception) {
    const auto line = static_cast<std::size_t>(std::max(exception.mark.line, 0));
    const auto column = static_cast<std::size_t>(std::max(exception.mark.column, 0));
    const Position at{static_cast<std::uint32_t>(line + 1), line < lines.size() ? column_at(lines[line], column) : 1};
    return std::vector{
        Problem{Rule::yaml_syntax, at, explain(exception.msg, line < lines.size() ? lines[line] : std::string_view{})}};
  }
}

}  // namespace mentor::storage

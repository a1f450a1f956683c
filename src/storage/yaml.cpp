#include "yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "limits.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "yaml_problems.hpp"

namespace mentor::storage {

namespace {

bool is_blank_or_comment(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || line[first] == '#';
}

bool is_quoted(std::string_view scalar) { return scalar.starts_with('"') || scalar.starts_with('\''); }
bool is_white(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

std::size_t end_of_line(std::string_view text, std::size_t place) {
  return std::min(text.find('\n', place), text.size());
}

/// Behind the bytes from `place` on that a value was read from: folding changes blanks and line ends alone.
std::size_t behind_value(std::string_view text, std::size_t place, std::string_view value) {
  std::size_t end = place;
  for (const char byte : value) {
    if (is_white(byte)) {
      continue;
    }
    while (place < text.size() && is_white(text[place])) {
      ++place;
    }
    if (place == text.size() || text[place] != byte) {
      break;
    }
    end = ++place;
  }
  return end;
}

/// Behind the scalar that begins at `begin` and was read as that value.
std::size_t end_of_scalar(std::string_view text, std::size_t begin, std::string_view value) {
  const auto scalar = text.substr(begin);
  if (is_quoted(scalar)) {
    return begin + quoted_length(scalar).value_or(scalar.size());
  }
  const auto sign = block_sign(scalar);
  if (sign.empty()) {
    return behind_value(text, begin, value);
  }
  const std::size_t lines = end_of_line(text, begin);
  const std::size_t end = behind_value(text, lines, value);
  if (end == lines) {
    return begin + sign.size();
  }
  const std::size_t break_at = end_of_line(text, end);
  return break_at - (text[break_at - 1] == '\r' ? 1 : 0);
}

/// Past the bracket that closes, with nothing but blanks, comments and a comma before it.
std::size_t past_closing_bracket(std::string_view text, std::size_t place) {
  while (place < text.size() && text[place] != ']' && text[place] != '}') {
    place = text[place] == '#' ? end_of_line(text, place) : place + 1;
  }
  return std::min(place + 1, text.size());
}

/// A sign that says how deep its lines stand, and has none, is a text like `>5`.
bool is_block_without_lines(std::string_view scalar, std::string_view value) {
  return block_sign(scalar).find_first_of("0123456789") != std::string_view::npos &&
         std::all_of(value.begin(), value.end(), is_white);
}

void add_scalars(std::vector<Extent>& scalars, std::string_view text, const Node& node) {
  if (node.kind == Node::Kind::scalar) {
    Extent extent = node.bytes;
    if (!block_sign(text.substr(extent.begin)).empty()) {
      extent.begin = std::min(end_of_line(text, extent.begin), extent.end);
    }
    scalars.push_back(extent);
  }
  for (const Node& item : node.items) {
    add_scalars(scalars, text, item);
  }
  for (const auto& [key, value] : node.entries) {
    add_scalars(scalars, text, key);
    add_scalars(scalars, text, value);
  }
}

/// Builds the tree from yaml-cpp's events and stops at the first thing that the subset does not have.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// Both must outlive this; the lines are those of the text.
  TreeBuilder(std::string_view text, const std::vector<std::string_view>& lines) : text_(text), lines_(lines) {}

  Node take() { return std::move(root_); }
  Position start() const { return start_; }

  void OnDocumentStart(const YAML::Mark& mark) override { start_ = position(mark); }
  void OnDocumentEnd() override {
    if (without_colon_) {  // told last: it may come of a bracket that is not closed, of which yaml-cpp tells
      refuse(*without_colon_, Rule::yaml_syntax, say("yaml-syntax.malformed", Phrase{key("yaml.no-colon")}));
    }
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    const std::size_t begin = offset(mark);
    Node node{.at = position(mark), .bytes = {begin, begin}};
    // yaml-cpp takes these words for nothing; here a scalar is the text that was written. Where there is nothing, the
    // mark is at what comes next, which may begin with such a word: then more follows it.
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (const auto rest = rest_of_line(mark); rest.starts_with(word) && ends_scalar(rest.substr(word.size()))) {
        node.kind = Node::Kind::scalar;
        node.text = word;
        node.bytes.end += word.size();
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
    const std::size_t begin = offset(mark);
    if (is_block_without_lines(text_.substr(begin), value)) {
      refuse(mark, say("yaml-syntax.malformed", Phrase{key("yaml.block")}));
    }
    add({.kind = Node::Kind::scalar,
         .at = position(mark),
         .bytes = {begin, end_of_scalar(text_, begin, value)},
         .text = value});
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

  /// Whether a scalar that is not plain, if it is quoted, has its closing quote: yaml-cpp takes the end of the file for
  /// one.
  bool is_closed(const YAML::Mark& mark) const {
    const auto scalar = text_.substr(offset(mark));
    return !is_quoted(scalar) || quoted_length(scalar);
  }

  std::string_view rest_of_line(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    return line < lines_.size() && column <= lines_[line].size() ? lines_[line].substr(column) : std::string_view{};
  }
  std::size_t offset(const YAML::Mark& mark) const {
    const auto rest = rest_of_line(mark);
    return rest.data() == nullptr ? text_.size() : static_cast<std::size_t>(rest.data() - text_.data());
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

  /// Whether a plain scalar is over before this rest of its line.
  bool ends_scalar(std::string_view rest) const {
    const std::size_t blanks = std::min(rest.find_first_not_of(" \t\r"), rest.size());
    const std::string_view opening = stack_.empty() ? "" : text_.substr(stack_.back().node.bytes.begin, 1);
    const bool flow = opening == "[" || opening == "{";
    rest.remove_prefix(blanks);
    return rest.empty() || (rest.starts_with('#') && blanks != 0) ||
           (flow && std::string_view{",]}"}.find(rest.front()) != std::string_view::npos);
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
    const std::size_t begin = offset(mark);
    stack_.push_back({.node = {.kind = kind, .at = position(mark), .bytes = {begin, begin}}});
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    auto& [begin, end] = node.bytes;
    const auto opening = text_.substr(begin, 1);
    const bool brackets = opening == "[" || opening == "{";
    end += brackets ? 1 : 0;
    if (!node.items.empty() || !node.entries.empty()) {
      end = std::max(end, (node.items.empty() ? node.entries.back().value : node.items.back()).bytes.end);
    }
    end = brackets ? past_closing_bracket(text_, end) : end;
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
        // The mark of nothing is that of the next thing.
        node.at = parent.key->at;
        const auto colon = colon_behind(text_, parent.key->bytes.end);
        const std::size_t end = colon ? *colon + 1 : parent.key->bytes.end;
        node.bytes = {end, end};
        if (!without_colon_ && !colon) {  // at the end of a text yaml-cpp takes a line without one for a key
          without_colon_ = node.at;
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

  std::string_view text_;
  const std::vector<std::string_view>& lines_;
  mutable Counted last_;  // where `position` counted to
  std::vector<Open> stack_;
  Node root_;
  Position start_;
  std::optional<Position> without_colon_;  // the first key that has neither value nor colon
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

std::string_view block_sign(std::string_view scalar) {
  const bool begins = scalar.starts_with('|') || scalar.starts_with('>');
  return begins ? scalar.substr(0, scalar.find_first_not_of("+-0123456789", 1)) : std::string_view{};
}

std::optional<std::size_t> quoted_length(std::string_view text) {
  const char quote = text.front();
  const std::string_view escape = quote == '"' ? "\\" : "''";  // what stands for two bytes that end nothing
  for (std::size_t place = 1; place < text.size(); ++place) {
    if (text.substr(place).starts_with(escape)) {
      ++place;
    } else if (text[place] == quote) {
      return place + 1;
    }
  }
  return std::nullopt;
}

bool is_document_start(std::string_view line) {
  return line.starts_with("---") && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r');
}

std::optional<std::size_t> colon_behind(std::string_view text, std::size_t place) {
  while (place < text.size() && (text[place] == ' ' || text[place] == '\t')) {
    ++place;
  }
  return place < text.size() && text[place] == ':' ? std::optional{place} : std::nullopt;
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

std::vector<Extent> gaps_of(std::string_view text, const Node& root) {
  std::vector<Extent> gaps;
  add_scalars(gaps, text, root);
  std::size_t from = 0;
  for (Extent& extent : gaps) {
    extent = {std::exchange(from, extent.end), extent.begin};
  }
  gaps.push_back({from, text.size()});
  return gaps;
}

std::vector<std::string_view> comments_of(std::string_view text, const Node& root) {
  std::vector<std::string_view> comments;
  for (const auto& [begin, end] : gaps_of(text, root)) {
    const auto before_scalar = text.substr(0, end);
    for (std::size_t place = before_scalar.find('#', begin); place < end; place = before_scalar.find('#', place)) {
      const auto comment = text.substr(place, end_of_line(text, place) - place);
      place += comment.size();
      comments.push_back(comment.substr(0, comment.find_last_not_of(" \t\r") + 1));
    }
  }
  return comments;
}

std::variant<Node, std::vector<Problem>> parse_document(std::string_view text) {
  text.remove_suffix(text.ends_with('\r') ? 1 : 0);  // of a CRLF that was cut off: yaml-cpp would have it in the value
  const auto lines = lines_of(text);
  if (auto problems = check_bytes(text, lines); !problems.empty()) {
    return problems;
  }
  std::istringstream stream{std::string{text}};
  TreeBuilder builder{text, lines};
  try {
    YAML::Parser parser{stream};
    parser.HandleNextDocument(builder);
    Node root = builder.take();
    TreeBuilder rest{text, lines};
    if (parser.HandleNextDocument(rest)) {
      return std::vector{Problem{Rule::yaml_syntax, rest.start(), say("yaml-syntax.trailing-content")}};
    }
    if (auto dropped = find_dropped(text, lines, root)) {
      return std::vector{*std::move(dropped)};
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

#include "yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "storage/disk/limits.hpp"
#include "yaml_places.hpp"
#include "yaml_problems.hpp"

namespace mentor::storage {

namespace {

bool is_blank_or_comment(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || line[first] == '#';
}

Places::Mark place_of(const YAML::Mark& mark) {
  return {static_cast<std::size_t>(std::max(mark.line, 0)), static_cast<std::size_t>(std::max(mark.column, 0))};
}

/// Builds the tree from yaml-cpp's events. It stops at the first thing that the subset does not have.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// Both arguments must outlive this. `lines` are the lines of `text`.
  TreeBuilder(std::string_view text, const std::vector<std::string_view>& lines) : places_(text, lines) {}

  Node take() { return std::move(root_); }
  Position start() const { return start_; }

  void OnDocumentStart(const YAML::Mark& mark) override { start_ = places_.position(place_of(mark)); }
  void OnDocumentEnd() override {
    if (without_colon_) {  // told last: its cause may be an unclosed bracket, which yaml-cpp reports
      refuse(*without_colon_, Rule::yaml_syntax, say("yaml-syntax.malformed", Phrase{key("yaml.no-colon")}));
    }
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(places_.word_or_nothing(place_of(mark), !stack_.empty() && stack_.back().within_brackets));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, say("yaml-syntax.alias")); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (tag == "?" && value == "<<" && expects_key()) {
      refuse(mark, say("yaml-syntax.merge-key"));
    }
    add(places_.scalar(place_of(mark), value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Content::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Content::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    bool within_brackets = false;
    std::optional<Node> key;
  };

  [[noreturn]] static void refuse(Position at, Rule rule, Message message) {
    throw Problem{rule, at, std::move(message)};
  }
  [[noreturn]] void refuse(const YAML::Mark& mark, Message message) {
    refuse(places_.position(place_of(mark)), Rule::yaml_syntax, std::move(message));
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      refuse(mark, say("yaml-syntax.anchor"));
    }
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    // A quoted scalar has the tag `!`. So has a lone `!` that somebody wrote.
    if ((!tag.empty() && tag != "?" && tag != "!") || places_.rest_of_line(place_of(mark)).starts_with('!')) {
      constexpr std::string_view standard = "tag:yaml.org,2002:";  // what `!!` stands for
      refuse(mark, say("yaml-syntax.tag", tag.starts_with(standard) ? "!!" + tag.substr(standard.size()) : tag));
    }
  }

  bool expects_key() const {
    return !stack_.empty() && stack_.back().node.content == Node::Content::map && !stack_.back().key;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Content content) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (expects_key()) {
      refuse(mark, say("yaml-syntax.complex-key"));
    }
    if (stack_.size() >= most_depth) {
      refuse(mark, say("yaml-syntax.too-deep", std::int64_t{most_depth}));
    }
    Node node = places_.collection(place_of(mark), content);
    const bool within_brackets =
        node.style == Node::Style::brackets || (!stack_.empty() && stack_.back().within_brackets);
    stack_.push_back({std::move(node), within_brackets, {}});
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    places_.finish(node);
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
    if (parent.node.content == Node::Content::list) {
      places_.add_item(parent.node, std::move(node));
    } else if (parent.key) {
      places_.add_entry(parent.node, *std::exchange(parent.key, {}), std::move(node));
      const KeyValue& entry = parent.node.entries.back();
      if (!without_colon_ && !entry.colon && entry.value.content == Node::Content::empty) {
        without_colon_ = entry.key.at;  // at the end of a text, yaml-cpp takes a line without a colon for a key
      }
    } else {
      take_key(parent, std::move(node));
    }
  }

  static void take_key(Open& map, Node node) {
    if (node.content == Node::Content::empty) {
      refuse(node.at, Rule::yaml_syntax, say("yaml-syntax.complex-key"));
    }
    for (const KeyValue& entry : map.node.entries) {
      if (entry.key.text == node.text) {
        refuse(node.at, Rule::duplicate_key,
               say("duplicate-key.repeated", node.text, static_cast<std::int64_t>(entry.key.at.line)));
      }
    }
    map.key = std::move(node);
  }

  Places places_;
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
  return one.content == other.content && one.text == other.text &&
         std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same) &&
         std::equal(one.entries.begin(), one.entries.end(), other.entries.begin(), other.entries.end(),
                    [](const KeyValue& a, const KeyValue& b) { return same(a.key, b.key) && same(a.value, b.value); });
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = utf8::byte_order_mark;
  text.remove_prefix(text.starts_with(mark) ? mark.size() : 0);
  return text;
}

bool is_document_start(std::string_view line) {
  return line.starts_with("---") && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r');
}

std::vector<YamlDocument> split_documents(std::string_view stream) {
  std::vector<YamlDocument> documents;
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
  text.remove_suffix(text.ends_with('\r') ? 1 : 0);  // half of a cut CRLF; yaml-cpp would take it into the value
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
    const auto [line, byte] = place_of(exception.mark);
    const Position at{static_cast<std::uint32_t>(line + 1), line < lines.size() ? column_at(lines[line], byte) : 1};
    return std::vector{
        Problem{Rule::yaml_syntax, at, explain(exception.msg, line < lines.size() ? lines[line] : std::string_view{})}};
  }
}

}  // namespace mentor::storage

#include "yaml_places.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "mentor/utf8.hpp"

namespace mentor::storage {

namespace {

bool is_white(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

std::size_t end_of_line(std::string_view text, std::size_t place) {
  return std::min(text.find('\n', place), text.size());
}

/// How the node that begins at this byte is written. A list of lines begins with a dash and a map of lines with its
/// first key. Either could also begin a plain scalar, so `content` decides.
Node::Style style_at(std::string_view text, std::size_t begin, Node::Content content) {
  const char first = begin < text.size() ? text[begin] : '\n';
  if (content == Node::Content::scalar) {
    return first == '"' || first == '\''  ? Node::Style::quoted
           : first == '|' || first == '>' ? Node::Style::block
                                          : Node::Style::bare;
  }
  return first == '[' || first == '{' ? Node::Style::brackets : Node::Style::lines;
}

/// The place after the quoted scalar that begins here. Nothing when the scalar is not closed.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const std::string_view escape = quote == '"' ? "\\" : "''";  // two bytes that begin so do not close the scalar
  for (std::size_t place = begin + 1; place < text.size(); ++place) {
    if (text.substr(place).starts_with(escape)) {
      ++place;
    } else if (text[place] == quote) {
      return place + 1;
    }
  }
  return std::nullopt;
}

/// The place after the bytes that a value was read from. They begin at `place`. YAML folds only blanks and line ends,
/// so all other bytes of the value must be there.
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

/// The place after the last line of a block text that says something, without its line break. If it has no such line,
/// the place after the sign. Nothing if the sign gives a depth but there is no line: then it is a text like `>5`.
std::optional<std::size_t> end_of_block(std::string_view text, const Node& block) {
  const Extent sign = sign_of(text, block);
  const std::size_t lines = end_of_line(text, sign.begin);
  const std::size_t end = behind_value(text, lines, block.text);
  if (end != lines) {
    const std::size_t break_at = end_of_line(text, end);
    return break_at - (text[break_at - 1] == '\r' ? 1 : 0);
  }
  const auto depth = text.substr(sign.begin, sign.end - sign.begin).find_first_of("0123456789");
  return depth == std::string_view::npos ? std::optional{sign.end} : std::nullopt;
}

/// The place after the first of these signs. Only blanks, comments and other signs may stand before it.
std::size_t past_sign(std::string_view text, std::size_t place, std::string_view signs) {
  while (place < text.size() && signs.find(text[place]) == std::string_view::npos) {
    place = text[place] == '#' ? end_of_line(text, place) : place + 1;
  }
  return std::min(place + 1, text.size());
}

/// The colon of the key that ends here. Nothing when no colon follows on the line.
std::optional<std::size_t> colon_behind(std::string_view text, std::size_t key_end) {
  const auto place = text.find_first_not_of(" \t", key_end);
  return place != std::string_view::npos && text[place] == ':' ? std::optional{place} : std::nullopt;
}

/// Whether a plain scalar ends before this rest of its line.
bool ends_scalar(std::string_view rest, bool within_brackets) {
  const std::size_t blanks = std::min(rest.find_first_not_of(" \t\r"), rest.size());
  rest.remove_prefix(blanks);
  return rest.empty() || (rest.starts_with('#') && blanks != 0) ||
         (within_brackets && std::string_view{",]}"}.find(rest.front()) != std::string_view::npos);
}

void add_scalars(std::vector<Extent>& scalars, std::string_view text, const Node& node) {
  if (node.content == Node::Content::scalar) {
    const auto [begin, end] = node.bytes;
    scalars.push_back({node.style == Node::Style::block ? std::min(end_of_line(text, begin), end) : begin, end});
  }
  for (const Node& item : node.items) {
    add_scalars(scalars, text, item);
  }
  for (const KeyValue& entry : node.entries) {
    add_scalars(scalars, text, entry.key);
    add_scalars(scalars, text, entry.value);
  }
}

[[noreturn]] void refuse(const Node& node, std::string_view why) {
  throw Problem{Rule::yaml_syntax, node.at, say("yaml-syntax.malformed", Phrase{why})};
}

}  // namespace

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

Extent sign_of(std::string_view text, const Node& block) {
  const std::size_t begin = block.bytes.begin;
  return {begin, std::min(text.find_first_not_of("+-0123456789", begin + 1), text.size())};
}

std::uint32_t column_at(std::string_view line, std::size_t byte) {
  while (byte > 0 && byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U) {
    --byte;
  }
  return static_cast<std::uint32_t>(utf8::length(line.substr(0, byte))) + 1;
}

Position position_of(const std::vector<std::string_view>& lines, std::size_t byte) {
  const char* place = lines.front().data() + byte;
  const auto behind = std::upper_bound(lines.begin(), lines.end(), place,
                                       [](const char* wanted, std::string_view line) { return wanted < line.data(); });
  const std::string_view line = *(behind - 1);
  return {static_cast<std::uint32_t>(behind - lines.begin()),
          column_at(line, static_cast<std::size_t>(place - line.data()))};
}

Position Places::position(Mark mark) {
  const auto [line, byte] = mark;
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

std::string_view Places::rest_of_line(Mark mark) const {
  return mark.line < lines_.size() && mark.byte <= lines_[mark.line].size() ? lines_[mark.line].substr(mark.byte)
                                                                            : std::string_view{};
}

std::size_t Places::offset(Mark mark) const {
  const auto rest = rest_of_line(mark);
  return rest.data() == nullptr ? text_.size() : static_cast<std::size_t>(rest.data() - text_.data());
}

Node Places::begun(Mark mark, Node::Content content) {
  const std::size_t begin = offset(mark);
  return {.content = content, .style = style_at(text_, begin, content), .at = position(mark), .bytes = {begin, begin}};
}

Node Places::scalar(Mark mark, std::string value) {
  Node node = begun(mark, Node::Content::scalar);
  node.text = std::move(value);
  auto& [begin, end] = node.bytes;
  if (node.style == Node::Style::bare) {
    end = behind_value(text_, begin, node.text);
    return node;
  }
  const bool quoted = node.style == Node::Style::quoted;
  const auto found = quoted ? end_of_quoted(text_, begin) : end_of_block(text_, node);
  if (!found) {
    refuse(node, quoted ? key("yaml.unclosed-quote") : key("yaml.block"));
  }
  end = *found;
  return node;
}

Node Places::word_or_nothing(Mark mark, bool within_brackets) {
  Node node{.at = position(mark)};
  node.bytes.begin = node.bytes.end = offset(mark);
  const auto rest = rest_of_line(mark);
  // If the node is empty, the mark is at what comes next. That may begin with such a word, but then more follows it.
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (rest.starts_with(word) && ends_scalar(rest.substr(word.size()), within_brackets)) {
      node.content = Node::Content::scalar;
      node.text = word;
      node.bytes.end += word.size();
    }
  }
  return node;
}

Node Places::collection(Mark mark, Node::Content content) { return begun(mark, content); }

void Places::finish(Node& collection) const {
  auto& [begin, end] = collection.bytes;
  const bool brackets = collection.style == Node::Style::brackets;
  end = begin + (brackets ? 1 : 0);
  if (!collection.items.empty() || !collection.entries.empty()) {
    end = (collection.items.empty() ? collection.entries.back().value : collection.items.back()).bytes.end;
  }
  end = brackets ? past_sign(text_, end, "]}") : end;
}

void Places::add_item(Node& list, Node item) const {
  if (item.content == Node::Content::empty && list.style == Node::Style::lines) {
    const std::size_t from = list.items.empty() ? list.bytes.begin : list.items.back().bytes.end;
    const std::size_t end = past_sign(text_, from, "-");
    item.bytes = {end, end};
    item.at = position_of(lines_, end - 1);
  }
  list.items.push_back(std::move(item));
}

void Places::add_entry(Node& map, Node key, Node value) const {
  const auto colon = colon_behind(text_, key.bytes.end);
  // If a key is such a word itself and has no value, yaml-cpp gives the place of the word twice.
  if (value.content == Node::Content::empty || value.bytes.begin < key.bytes.end) {
    value = {};
    const std::size_t end = colon ? *colon + 1 : key.bytes.end;
    value.bytes = {end, end};
    value.at = key.at;
  }
  map.entries.push_back({std::move(key), std::move(value), colon});
}

}  // namespace mentor::storage

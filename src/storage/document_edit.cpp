#include "document_edit.hpp"

#include <algorithm>

#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "record_text.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

/// A stretch of the document, in bytes.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_break(char byte) { return byte == '\n' || byte == '\r'; }
bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

/// Where the things of a parsed document stand, in bytes. yaml-cpp tells only where each begins; where it ends follows
/// from how it begins.
class Layout {
 public:
  explicit Layout(std::string_view text) : text_(text), lines_(lines_of(text)) {}

  std::size_t offset(Position at) const {
    if (at.line > lines_.size()) {
      return text_.size();
    }
    std::string_view line = lines_[at.line - 1];
    for (std::uint32_t column = 1; column < at.column && !line.empty(); ++column) {
      line.remove_prefix(utf8::decode(line).value_or(utf8::Decoded{0, 1}).length);
    }
    return static_cast<std::size_t>(line.data() - text_.data());
  }

  /// From the key's first byte to its colon, which is not part of it; nothing when there is none.
  std::optional<Extent> key(const Node& key) const {
    const std::size_t begin = offset(key.at);
    std::size_t end = is_quote(begin) ? end_of_quoted(begin) : begin + key.text.size();
    while (end < text_.size() && is_blank(text_[end])) {
      ++end;
    }
    return end < text_.size() && text_[end] == ':' ? std::optional{Extent{begin, end}} : std::nullopt;
  }

  /// A value within a mapping or list of that indentation; `flow` when that is written in brackets.
  Extent value(const Node& node, std::size_t indent, bool flow) const {
    const std::size_t begin = offset(node.at);
    switch (node.kind) {
      case Node::Kind::empty:
        return {begin, begin};
      case Node::Kind::scalar:
        return {begin, end_of_scalar(begin, indent, flow)};
      case Node::Kind::list:
      case Node::Kind::map:
        break;
    }
    const bool brackets = begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{');
    std::size_t end = begin + (brackets ? 1 : 0);
    const std::size_t inner = column_of(begin);
    for (const Node& item : node.items) {
      end = std::max(end, value(item, inner, brackets).end);
    }
    for (const auto& [entry_key, entry] : node.entries) {
      end = std::max({end, key(entry_key).value_or(Extent{}).end + 1, value(entry, inner, brackets).end});
    }
    return {begin, brackets ? past_closing_bracket(end) : end};
  }

  std::size_t column_of(std::size_t place) const { return place - line_begin(place); }
  std::size_t line_begin(std::size_t place) const {
    const auto before = place == 0 ? std::string_view::npos : text_.rfind('\n', place - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }
  /// The end of the line, without its line break.
  std::size_t line_end(std::size_t place) const {
    while (place < text_.size() && !is_break(text_[place])) {
      ++place;
    }
    return place;
  }
  /// Past the line's line break, if it has one.
  std::size_t next_line(std::size_t place) const {
    const auto end = text_.find('\n', place);
    return end == std::string_view::npos ? text_.size() : end + 1;
  }
  bool is_one_line(Extent extent) const { return line_end(extent.begin) >= extent.end; }
  std::string_view of(Extent extent) const { return text_.substr(extent.begin, extent.end - extent.begin); }
  std::string_view text() const { return text_; }
  /// The line break of the line at that place, or of any.
  std::string_view line_break(std::size_t place) const {
    const std::size_t end = line_end(place);
    return text_.substr(end).starts_with("\r\n") ? "\r\n" : "\n";
  }

  /// The comments in a stretch that holds nothing but blanks, commas, brackets and comments.
  std::vector<std::string_view> comments_in(Extent gap) const {
    std::vector<std::string_view> comments;
    for (std::size_t place = gap.begin; place < gap.end; ++place) {
      if (text_[place] == '#') {
        const std::size_t end = std::min(line_end(place), gap.end);
        comments.push_back(text_.substr(place, end - place));
        place = end;
      }
    }
    return comments;
  }

 private:
  bool is_quote(std::size_t place) const {
    return place < text_.size() && (text_[place] == '"' || text_[place] == '\'');
  }

  std::size_t end_of_quoted(std::size_t begin) const {
    const auto length = quoted_length(text_.substr(begin));
    return length ? begin + *length : text_.size();
  }

  std::size_t end_of_scalar(std::size_t begin, std::size_t indent, bool flow) const {
    if (begin >= text_.size()) {
      return begin;
    }
    if (is_quote(begin)) {
      return end_of_quoted(begin);
    }
    if (!flow && (text_[begin] == '|' || text_[begin] == '>')) {
      return end_of_block_scalar(begin, indent);
    }
    return flow ? end_of_plain_in_brackets(begin) : end_of_plain(begin, indent);
  }

  std::size_t indent_of_line(std::size_t line) const {
    const auto first = text_.find_first_not_of(' ', line);
    return (first == std::string_view::npos ? text_.size() : first) - line;
  }
  bool is_blank_line(std::size_t line) const {
    const auto first = text_.find_first_not_of(" \t\r", line);
    return first == std::string_view::npos || text_[first] == '\n';
  }

  /// The lines of a block scalar are those that stand at least as deep as its first.
  std::size_t end_of_block_scalar(std::size_t begin, std::size_t indent) const {
    std::size_t end = line_end(begin);
    std::optional<std::size_t> depth;
    const auto digit = text_.substr(begin, end - begin).substr(0, 3).find_first_of("123456789");
    if (digit != std::string_view::npos) {  // it says itself how deep it stands
      depth = indent + static_cast<std::size_t>(text_[begin + digit] - '0');
    }
    for (std::size_t line = next_line(begin); line < text_.size(); line = next_line(line)) {
      if (is_blank_line(line)) {
        continue;
      }
      const std::size_t here = indent_of_line(line);
      if (here <= indent || (depth && here < *depth)) {
        break;
      }
      depth = depth.value_or(here);
      end = line_end(line);
    }
    return end;
  }

  /// The end of a plain scalar's part in one line: before a comment or a key's colon, without blanks.
  std::size_t end_of_plain_part(std::size_t begin, std::string_view stops) const {
    std::size_t end = line_end(begin);
    for (std::size_t place = begin; place < end; ++place) {
      const bool comment = text_[place] == '#' && place > begin && is_blank(text_[place - 1]);
      const bool colon = text_[place] == ':' && (place + 1 == end || is_blank(text_[place + 1]));
      if (comment || colon || stops.find(text_[place]) != std::string_view::npos) {
        end = place;
      }
    }
    while (end > begin && is_blank(text_[end - 1])) {
      --end;
    }
    return end;
  }

  /// A plain scalar goes on in the deeper lines that follow, up to a comment.
  std::size_t end_of_plain(std::size_t begin, std::size_t indent) const {
    std::size_t end = end_of_plain_part(begin, {});
    std::size_t line = begin;
    while (text_.find_first_not_of(" \t", end) >= line_end(end)) {  // no comment behind it
      line = next_line(line);
      while (line < text_.size() && is_blank_line(line)) {
        line = next_line(line);
      }
      if (line >= text_.size() || indent_of_line(line) <= indent) {
        break;
      }
      const std::size_t first = text_.find_first_not_of(" \t", line);
      if (text_[first] == '#') {
        break;
      }
      end = end_of_plain_part(first, {});
    }
    return end;
  }

  std::size_t end_of_plain_in_brackets(std::size_t begin) const {
    std::size_t end = end_of_plain_part(begin, ",[]{}");
    std::size_t place = end;
    while (true) {
      while (place < text_.size() && (is_blank(text_[place]) || is_break(text_[place]))) {
        ++place;
      }
      if (place >= text_.size() || std::string_view{",[]{}#:"}.find(text_[place]) != std::string_view::npos) {
        return end;
      }
      end = end_of_plain_part(place, ",[]{}");
      place = end;
    }
  }

  /// Past the bracket that closes, with nothing but blanks, comments and a comma before it.
  std::size_t past_closing_bracket(std::size_t place) const {
    while (place < text_.size() && text_[place] != ']' && text_[place] != '}') {
      place = text_[place] == '#' ? line_end(place) : place + 1;
    }
    return std::min(place + 1, text_.size());
  }

  std::string_view text_;
  std::vector<std::string_view> lines_;
};

/// A parsed document, ready to be changed.
struct Parsed {
  Layout layout;
  Node root;
  std::size_t indent = 0;  // of the root's keys
  bool flow = false;       // the root is written in braces

  Extent value_of(const KeyValue& entry) const {
    return entry.value.kind == Node::Kind::empty ? empty_value_of(entry) : layout.value(entry.value, indent, flow);
  }
  /// Where the value of a key that has none would begin.
  Extent empty_value_of(const KeyValue& entry) const {
    const std::size_t place = layout.key(entry.key).value_or(Extent{}).end + 1;
    return {place, place};
  }
};

std::optional<Node> map_of(std::string_view document) {
  auto parsed = parse_document(document);
  auto* root = std::get_if<Node>(&parsed);
  return root != nullptr && root->kind == Node::Kind::map && !root->entries.empty() ? std::optional{std::move(*root)}
                                                                                    : std::nullopt;
}

std::optional<Parsed> parse_layout(std::string_view document) {
  auto root = map_of(document);
  if (!root) {
    return std::nullopt;
  }
  Parsed parsed{Layout{document}, *std::move(root)};
  const std::size_t begin = parsed.layout.offset(parsed.root.at);
  parsed.flow = begin < document.size() && document[begin] == '{';
  parsed.indent = parsed.layout.column_of(parsed.layout.offset(parsed.root.entries.front().key.at));
  const bool usual = std::all_of(parsed.root.entries.begin(), parsed.root.entries.end(),
                                 [&](const KeyValue& entry) { return parsed.layout.key(entry.key).has_value(); });
  return usual ? std::optional{std::move(parsed)} : std::nullopt;
}

std::string replaced(std::string_view text, Extent extent, std::string_view by) {
  return std::string{text.substr(0, extent.begin)}.append(by).append(text.substr(extent.end));
}

/// What a field is to hold.
struct Wanted {
  FieldShape field;
  const std::vector<std::string>& scalars;
};

/// A field of dates or numbers may hold something else in a document that people wrote; that is text then.
std::string scalar_as(const std::string& scalar, Shape shape, bool brackets) {
  const bool bare = shape == Shape::plain && scalar.find_first_not_of("0123456789-.") == std::string::npos;
  return bare && !scalar.empty() ? scalar : brackets ? scalar_in_brackets(scalar) : scalar_text(scalar);
}

std::string text_of(const Wanted& wanted, bool flow) {
  if (wanted.field.shape != Shape::words) {
    return scalar_as(wanted.scalars.front(), wanted.field.shape, flow);
  }
  std::string text = "[";
  for (const auto& one : wanted.scalars) {
    text.append(text.size() == 1 ? "" : ", ").append(scalar_in_brackets(one));
  }
  return text + ']';
}

/// The comments among the items of a value, and between its key and it.
std::vector<std::string_view> comments_within(const Parsed& parsed, const KeyValue& entry) {
  std::size_t from = parsed.empty_value_of(entry).begin;
  std::vector<std::string_view> comments;
  const auto add = [&](std::size_t until) {
    const auto more = parsed.layout.comments_in({from, std::max(from, until)});
    comments.insert(comments.end(), more.begin(), more.end());
  };
  const Extent whole = parsed.value_of(entry);
  const bool brackets = parsed.layout.of(whole).starts_with('[');
  const std::size_t inner = parsed.layout.column_of(whole.begin);
  if (entry.value.kind != Node::Kind::list) {
    add(whole.begin);
    const auto text = parsed.layout.of(whole);
    if (!parsed.flow && (text.starts_with('|') || text.starts_with('>'))) {  // behind the sign of a block text
      from = whole.begin;
      add(parsed.layout.line_end(whole.begin));
    }
    return comments;
  }
  for (const Node& item : entry.value.items) {
    const Extent extent = parsed.layout.value(item, inner, brackets);
    add(extent.begin);
    from = extent.end;
  }
  add(whole.end);
  return comments;
}

/// A list with an item a line keeps its layout when items only go or are added behind. Nothing when it is no such list.
std::optional<std::string> with_items(const Parsed& parsed, const KeyValue& entry,
                                      const std::vector<std::string>& wanted) {
  const auto& items = entry.value.items;
  const Extent whole = parsed.value_of(entry);
  if (wanted.empty() || items.empty() || !parsed.layout.of(whole).starts_with('-')) {
    return std::nullopt;
  }
  const std::size_t indent = parsed.layout.column_of(whole.begin);
  std::vector<Extent> lines;
  for (const Node& item : items) {
    const Extent extent = parsed.layout.value(item, indent, false);
    lines.push_back({parsed.layout.line_begin(extent.begin), parsed.layout.next_line(extent.end)});
    if (item.kind != Node::Kind::scalar || (lines.size() > 1 && lines.back().begin < lines[lines.size() - 2].end)) {
      return std::nullopt;
    }
  }
  std::string text{parsed.layout.text().substr(0, lines.front().begin)};
  std::size_t kept = 0;  // of the wanted
  for (std::size_t index = 0; index < items.size(); ++index) {
    const bool stays = kept < wanted.size() && wanted[kept] == items[index].text;
    kept += stays ? 1 : 0;
    const std::size_t until = index + 1 < items.size() ? lines[index + 1].begin : lines[index].end;
    const std::size_t from = stays ? lines[index].begin : lines[index].end;
    text += parsed.layout.text().substr(from, until - from);
  }
  const std::string_view line_break = parsed.layout.line_break(whole.begin);
  for (; kept < wanted.size(); ++kept) {
    if (!text.ends_with('\n')) {
      text += line_break;
    }
    text.append(indent, ' ').append("- ").append(scalar_text(wanted[kept])).append(line_break);
  }
  text += parsed.layout.text().substr(lines.back().end);
  return text;
}

std::optional<std::string> with_value(const Parsed& parsed, const KeyValue& entry, const Wanted& wanted) {
  const Layout& layout = parsed.layout;
  const Extent key = *layout.key(entry.key);
  const Extent value = parsed.value_of(entry);
  const std::string text = text_of(wanted, parsed.flow);
  if (layout.line_end(key.begin) >= value.end) {
    const bool after_colon = entry.value.kind == Node::Kind::empty;
    return replaced(layout.text(), value, after_colon ? ' ' + text : text);
  }
  if (!parsed.flow && wanted.field.shape == Shape::words) {
    if (auto listed = with_items(parsed, entry, wanted.scalars)) {
      return listed;
    }
  }
  // What took several lines becomes one, and the comments that stood in between stand above it.
  const auto comments = comments_within(parsed, entry);
  if (parsed.flow && !comments.empty()) {
    return std::nullopt;
  }
  std::string lines;
  for (const auto comment : comments) {
    lines.append(comment).append(layout.line_break(key.begin)).append(parsed.indent, ' ');
  }
  lines.append(layout.of({key.begin, key.end + 1})).append(" ").append(text);
  return replaced(layout.text(), {key.begin, value.end}, lines);
}

std::optional<std::string> without_entry(const Parsed& parsed, std::size_t index) {
  const Layout& layout = parsed.layout;
  const auto& entries = parsed.root.entries;
  const std::size_t begin = layout.key(entries[index].key)->begin;
  const std::size_t end = parsed.value_of(entries[index]).end;
  if (parsed.flow) {
    if (index + 1 < entries.size()) {
      return replaced(layout.text(), {begin, layout.key(entries[index + 1].key)->begin}, {});
    }
    return index == 0 ? std::nullopt
                      : std::optional{replaced(layout.text(), {parsed.value_of(entries[index - 1]).end, end}, {})};
  }
  const std::size_t line = layout.line_begin(begin);
  const bool own_line = layout.text().substr(line, begin - line).find_first_not_of(' ') == std::string_view::npos;
  return own_line ? std::optional{replaced(layout.text(), {line, layout.next_line(end)}, {})} : std::nullopt;
}

std::string with_new_entry(const Parsed& parsed, const Wanted& wanted, std::span<const FieldShape> fields) {
  const Layout& layout = parsed.layout;
  const auto& entries = parsed.root.entries;
  const auto rank = [&](std::string_view name) {
    return std::find_if(fields.begin(), fields.end(), [&](const FieldShape& field) { return field.name == name; });
  };
  const auto own = rank(wanted.field.name);
  // Behind the nearest field that comes before it; `id` always does.
  const KeyValue* before = &entries.front();
  for (const KeyValue& entry : entries) {
    const auto place = rank(entry.key.text);
    const auto best = rank(before->key.text);
    if (place < own && (best >= own || best <= place)) {
      before = &entry;
    }
  }
  const std::size_t end = parsed.value_of(*before).end;
  const std::string entry = std::string{wanted.field.name} + ": " + text_of(wanted, parsed.flow);
  if (parsed.flow) {
    return replaced(layout.text(), {end, end}, ", " + entry);
  }
  const std::size_t line = layout.next_line(end);
  const std::string_view line_break = layout.line_break(end);
  const bool ends_line = line > 0 && layout.text()[line - 1] == '\n';
  std::string text{ends_line ? std::string_view{} : line_break};
  text.append(parsed.indent, ' ').append(entry).append(line_break);
  return replaced(layout.text(), {line, line}, text);
}

/// Whether both mappings say the same, but for a key that is called otherwise in the second.
bool same_under(Node before, const Node& after, std::string_view name, std::string_view new_name) {
  for (KeyValue& entry : before.entries) {
    if (entry.key.text == name) {
      entry.key.text = new_name;
    }
  }
  return same(before, after);
}

bool holds(const Node& value, const Wanted& wanted) {
  if (wanted.field.shape != Shape::words) {
    return value.kind == Node::Kind::scalar && value.text == wanted.scalars.front();
  }
  return value.kind == Node::Kind::list &&
         std::equal(value.items.begin(), value.items.end(), wanted.scalars.begin(), wanted.scalars.end(),
                    [](const Node& item, const std::string& scalar) {
                      return item.kind == Node::Kind::scalar && item.text == scalar;
                    });
}

/// Whether the new text says what was wanted of the field and the same as before of everything else.
bool is_as_wanted(const Node& before, std::string_view document, const Wanted& wanted) {
  auto after = map_of(document);
  if (!after) {
    return false;
  }
  const Node* value = after->find(wanted.field.name);
  if (wanted.scalars.empty() ? value != nullptr : value == nullptr || !holds(*value, wanted)) {
    return false;
  }
  auto entries = before.entries;
  const auto is_field = [&](const KeyValue& entry) { return entry.key.text == wanted.field.name; };
  std::erase_if(entries, is_field);
  std::erase_if(after->entries, is_field);
  return std::equal(entries.begin(), entries.end(), after->entries.begin(), after->entries.end(),
                    [](const KeyValue& a, const KeyValue& b) { return same(a.key, b.key) && same(a.value, b.value); });
}

}  // namespace

std::optional<std::string> with_field(std::string_view document, FieldShape field,
                                      const std::vector<std::string>& scalars, std::span<const FieldShape> fields) {
  const auto parsed = parse_layout(document);
  if (!parsed) {
    return std::nullopt;
  }
  const Wanted wanted{field, scalars};
  const auto& entries = parsed->root.entries;
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const KeyValue& entry) { return entry.key.text == field.name; });
  std::optional<std::string> text;
  if (found == entries.end()) {
    text = scalars.empty() ? std::string{document} : with_new_entry(*parsed, wanted, fields);
  } else if (scalars.empty()) {
    text = without_entry(*parsed, static_cast<std::size_t>(found - entries.begin()));
  } else if (holds(found->value, wanted)) {
    text = document;
  } else {
    text = with_value(*parsed, *found, wanted);
  }
  return text && is_as_wanted(parsed->root, *text, wanted) ? text : std::nullopt;
}

std::optional<std::string> with_key(std::string_view document, std::string_view name, std::string_view new_name) {
  const auto parsed = parse_layout(document);
  if (!parsed || parsed->root.find(new_name) != nullptr) {
    return std::nullopt;
  }
  for (const KeyValue& entry : parsed->root.entries) {
    if (entry.key.text == name) {
      Extent extent = *parsed->layout.key(entry.key);
      const char first = document[extent.begin];
      const bool quoted = first == '"' || first == '\'';
      extent.end = extent.begin + entry.key.text.size() + (quoted ? 2 : 0);
      std::string new_key{new_name};
      if (quoted) {
        new_key.insert(0, 1, first).append(1, first);
      }
      std::string text = replaced(document, extent, new_key);
      const auto after = map_of(text);
      return after && same_under(parsed->root, *after, name, new_name) ? std::optional{std::move(text)} : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::string> with_canonical_quotes(std::string_view document, std::span<const FieldShape> fields) {
  const auto parsed = parse_layout(document);
  if (!parsed) {
    return std::nullopt;
  }
  std::string text{document};
  const auto quote = [&](const Node& node, Shape shape, std::size_t indent, bool flow) {
    const Extent extent = parsed->layout.value(node, indent, flow);
    if (node.kind == Node::Kind::scalar && parsed->layout.is_one_line(extent)) {
      text = replaced(text, extent, scalar_as(node.text, shape, flow));
    }
  };
  const auto& entries = parsed->root.entries;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {  // from behind, so that places stay
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const FieldShape& one) { return one.name == entry->key.text; });
    if (field == fields.end()) {
      continue;
    }
    const Node& value = entry->value;
    quote(value, field->shape, parsed->indent, parsed->flow);
    const std::size_t begin = parsed->layout.offset(value.at);
    for (auto item = value.items.rbegin(); item != value.items.rend(); ++item) {
      quote(*item, field->shape, parsed->layout.column_of(begin), parsed->flow || document[begin] == '[');
    }
  }
  const auto after = map_of(text);
  return after && same(parsed->root, *after) ? std::optional{text} : std::nullopt;
}

}  // namespace mentor::storage

#include "document_edit.hpp"

#include <algorithm>

#include "record_text.hpp"
#include "yaml.hpp"
#include "yaml_places.hpp"

namespace mentor::storage {

namespace {

bool is_break(char byte) { return byte == '\n' || byte == '\r'; }

/// The lines of a document.
class Layout {
 public:
  explicit Layout(std::string_view text) : text_(text) {}

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
  /// The line break of the line at that place; of the last one before it where that line has none.
  std::string_view line_break(std::size_t place) const {
    const std::size_t next = std::min(text_.find('\n', place), text_.rfind('\n'));
    return next != std::string_view::npos && text_.substr(0, next).ends_with('\r') ? "\r\n" : "\n";
  }

 private:
  std::string_view text_;
};

/// A parsed document, ready to be changed.
struct Parsed {
  Layout layout;
  Node root;
  std::vector<std::string_view> comments;
  std::size_t indent = 0;  // of the root's keys
  bool flow = false;       // the root is written in braces

  /// The comments of a stretch, each in a line of its own, to be put where a key or an item could begin.
  std::string lines_of_comments(Extent extent, std::size_t depth) const {
    std::string lines;
    for (const auto comment : comments) {
      const auto place = static_cast<std::size_t>(comment.data() - layout.text().data());
      if (place >= extent.begin && place < extent.end) {
        lines.append(comment).append(layout.line_break(extent.begin)).append(depth, ' ');
      }
    }
    return lines;
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
  Parsed parsed{Layout{document}, *std::move(root), {}};
  parsed.comments = comments_of(document, parsed.root);
  parsed.flow = document.substr(parsed.root.bytes.begin).starts_with('{');
  parsed.indent = parsed.layout.column_of(parsed.root.entries.front().key.bytes.begin);
  const bool usual = std::all_of(parsed.root.entries.begin(), parsed.root.entries.end(),
                                 [](const KeyValue& entry) { return entry.colon.has_value(); });
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

/// A list with an item a line keeps its layout when items only go or are added behind; the comment of one that goes
/// stays in its place. Nothing when it is no such list.
std::optional<std::string> with_items(const Parsed& parsed, const KeyValue& entry,
                                      const std::vector<std::string>& wanted) {
  const auto& items = entry.value.items;
  const Layout& layout = parsed.layout;
  const Extent whole = entry.value.bytes;
  if (wanted.empty() || items.empty() || !layout.of(whole).starts_with('-')) {
    return std::nullopt;
  }
  const std::string indent(layout.column_of(whole.begin), ' ');
  std::vector<Extent> lines;
  for (const Node& item : items) {
    lines.push_back({layout.line_begin(item.bytes.begin), layout.next_line(item.bytes.end)});
    if (item.kind != Node::Kind::scalar || (lines.size() > 1 && lines.back().begin < lines[lines.size() - 2].end)) {
      return std::nullopt;
    }
  }
  std::string text{layout.text().substr(0, lines.front().begin)};
  std::size_t kept = 0;  // of the wanted
  for (std::size_t index = 0; index < items.size(); ++index) {
    const std::size_t until = index + 1 < items.size() ? lines[index + 1].begin : lines[index].end;
    if (kept < wanted.size() && wanted[kept] == items[index].text) {
      text += layout.of({lines[index].begin, until});
      ++kept;
      continue;
    }
    if (const auto comments = parsed.lines_of_comments(lines[index], indent.size()); !comments.empty()) {
      text.append(indent).append(comments, 0, comments.size() - indent.size());
    }
    text += layout.of({lines[index].end, until});
  }
  const std::string_view line_break = layout.line_break(whole.begin);
  for (; kept < wanted.size(); ++kept) {
    if (!text.ends_with('\n')) {
      text += line_break;
    }
    text.append(indent).append("- ").append(scalar_text(wanted[kept])).append(line_break);
  }
  text += layout.text().substr(lines.back().end);
  return text;
}

/// Comments before a bracket or a comma would stand too close to it.
std::string_view blank_before(const Layout& layout, std::size_t place, std::string_view comments) {
  const bool close = !comments.empty() && place > 0 && layout.text().find_first_of(" \t\n", place - 1) != place - 1;
  return close ? " " : "";
}

std::optional<std::string> with_value(const Parsed& parsed, const KeyValue& entry, const Wanted& wanted) {
  const Layout& layout = parsed.layout;
  const Extent key{entry.key.bytes.begin, *entry.colon};
  const Extent value = entry.value.bytes;
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
  std::string lines = parsed.lines_of_comments({key.end, value.end}, parsed.indent);
  lines.insert(0, blank_before(layout, key.begin, lines));
  lines.append(layout.of({key.begin, key.end + 1})).append(" ").append(text);
  return replaced(layout.text(), {key.begin, value.end}, lines);
}

std::optional<std::string> without_entry_in_braces(const Parsed& parsed, std::size_t index) {
  const Layout& layout = parsed.layout;
  const auto& entries = parsed.root.entries;
  if (entries.size() == 1) {
    return std::nullopt;
  }
  const bool last = index + 1 == entries.size();
  const Extent extent = last ? Extent{entries[index - 1].value.bytes.end, entries[index].value.bytes.end}
                             : Extent{entries[index].key.bytes.begin, entries[index + 1].key.bytes.begin};
  std::string comments = parsed.lines_of_comments(extent, parsed.indent);
  comments.insert(0, blank_before(layout, extent.begin, comments));
  return replaced(layout.text(), extent, comments);
}

/// Without the lines of an entry; a comment in them stays in a line of its own.
std::optional<std::string> without_entry(const Parsed& parsed, std::size_t index) {
  if (parsed.flow) {
    return without_entry_in_braces(parsed, index);
  }
  const Layout& layout = parsed.layout;
  const auto& [key, value, colon] = parsed.root.entries[index];
  const Extent lines{layout.line_begin(key.bytes.begin), layout.next_line(value.bytes.end)};
  if (layout.of({lines.begin, key.bytes.begin}).find_first_not_of(' ') != std::string_view::npos) {
    return std::nullopt;
  }
  std::string comments = parsed.lines_of_comments(lines, parsed.indent);
  if (!comments.empty()) {
    comments.erase(comments.size() - parsed.indent);
    comments.insert(0, parsed.indent, ' ');
    if (!layout.of(lines).ends_with('\n')) {
      comments.erase(comments.find_last_not_of("\r\n") + 1);
    }
  }
  return replaced(layout.text(), lines, comments);
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
  const std::size_t end = before->value.bytes.end;
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

/// Whether every one of the comments is in the document.
bool has_all(std::vector<std::string_view> comments, std::string_view document, const Node& root) {
  auto there = comments_of(document, root);
  std::sort(comments.begin(), comments.end());
  std::sort(there.begin(), there.end());
  return std::includes(there.begin(), there.end(), comments.begin(), comments.end());
}

/// Whether the new text says what was wanted of the field and the same as before of everything else, and has lost no
/// comment.
bool is_as_wanted(const Parsed& before, std::string_view document, const Wanted& wanted) {
  auto after = map_of(document);
  if (!after || !has_all(before.comments, document, *after)) {
    return false;
  }
  const Node* value = after->find(wanted.field.name);
  if (wanted.scalars.empty() ? value != nullptr : value == nullptr || !holds(*value, wanted)) {
    return false;
  }
  auto entries = before.root.entries;
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
  return text && is_as_wanted(*parsed, *text, wanted) ? text : std::nullopt;
}

std::optional<std::string> with_key(std::string_view document, std::string_view name, std::string_view new_name) {
  const auto parsed = parse_layout(document);
  if (!parsed || parsed->root.find(new_name) != nullptr) {
    return std::nullopt;
  }
  for (const KeyValue& entry : parsed->root.entries) {
    if (entry.key.text == name) {
      const char first = document[entry.key.bytes.begin];
      const bool quoted = first == '"' || first == '\'';
      std::string new_key{new_name};
      if (quoted) {
        new_key.insert(0, 1, first).append(1, first);
      }
      std::string text = replaced(document, entry.key.bytes, new_key);
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
  const auto quote = [&](const Node& node, Shape shape, bool flow) {
    if (node.kind == Node::Kind::scalar && parsed->layout.is_one_line(node.bytes)) {
      text = replaced(text, node.bytes, scalar_as(node.text, shape, flow));
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
    quote(value, field->shape, parsed->flow);
    const bool flow = parsed->flow || document.substr(value.bytes.begin).starts_with('[');
    for (auto item = value.items.rbegin(); item != value.items.rend(); ++item) {
      quote(*item, field->shape, flow);
    }
  }
  const auto after = map_of(text);
  return after && same(parsed->root, *after) ? std::optional{text} : std::nullopt;
}

}  // namespace mentor::storage

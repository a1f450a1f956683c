#include "document_edit.hpp"

#include <algorithm>
#include <cstdint>

#include "document_layout.hpp"
#include "record_reader.hpp"
#include "record_text.hpp"
#include "yaml.hpp"
#include "yaml_places.hpp"

namespace mentor::storage {

namespace {

/// For each key, the wanted entry as which it stays; nothing when it goes. As many keys stay as the two orders allow.
std::vector<std::optional<std::size_t>> staying(const std::vector<std::string_view>& keys,
                                                const std::vector<FieldEntry>& wanted) {
  const std::size_t width = wanted.size() + 1;
  std::vector<std::uint16_t> most((keys.size() + 1) * width);  // how many can stay from that key and that entry on
  const auto at = [&](std::size_t key, std::size_t want) -> std::uint16_t& { return most[key * width + want]; };
  for (std::size_t key = keys.size(); key-- > 0;) {
    for (std::size_t want = wanted.size(); want-- > 0;) {
      at(key, want) = keys[key] == wanted[want].key ? static_cast<std::uint16_t>(at(key + 1, want + 1) + 1)
                                                    : std::max(at(key + 1, want), at(key, want + 1));
    }
  }
  std::vector<std::optional<std::size_t>> places(keys.size());
  for (std::size_t key = 0, want = 0; key < keys.size() && want < wanted.size();) {
    if (keys[key] == wanted[want].key) {
      places[key++] = want++;
    } else {
      ++(at(key + 1, want) >= at(key, want + 1) ? key : want);
    }
  }
  return places;
}

/// The new contents of a field or of an entry.
struct WantedValue {
  Shape shape;
  std::vector<std::string> scalars;
  std::string line;                 // the contents on one line
  std::vector<FieldEntry> entries;  // the contents on lines below the key, for a value that is laid out so

  bool has_lines() const { return shape == Shape::entries; }
};

std::vector<FieldEntry> items_of(const std::vector<std::string>& words) {
  std::vector<FieldEntry> items;
  std::transform(words.begin(), words.end(), std::back_inserter(items), [](const std::string& word) {
    return FieldEntry{word, {}};
  });
  return items;
}

WantedValue wanted_of(Shape shape, const std::vector<std::string>& scalars, bool within_brackets) {
  if (scalars.empty()) {
    return {shape, {}, {}, {}};
  }
  if (shape == Shape::dated_words && scalars.front().empty()) {  // a list without days is laid out as any other
    std::vector<std::string> words;
    for (std::size_t index = 1; index < scalars.size(); index += 2) {
      words.push_back(scalars[index]);
    }
    return wanted_of(Shape::words, words, within_brackets);
  }
  return {shape, scalars, value_in_line(shape, scalars, within_brackets),
          shape == Shape::words ? items_of(scalars) : entries_of(shape, scalars)};
}

/// The new contents of one entry of the field.
WantedValue wanted_of(Shape shape, const FieldEntry& entry) {
  const bool ends = entry.scalars.front().empty();  // for words this is an empty list, not a list of one empty word
  return shape == Shape::dated_words ? WantedValue{Shape::words, entry.scalars, entry_value(shape, entry, false),
                                                   ends ? std::vector<FieldEntry>{} : items_of(entry.scalars)}
                                     : WantedValue{Shape::text, entry.scalars, entry_value(shape, entry, false), {}};
}

bool holds(const Node& value, const WantedValue& wanted) {
  const auto held = scalars_of(value, wanted.shape);
  return held && std::equal(held->texts.begin(), held->texts.end(), wanted.scalars.begin(), wanted.scalars.end());
}

/// Whether an entry holds what is wanted. An entry without a value or with an empty list counts as an empty text.
bool holds_entry(const Node& value, Shape shape, const FieldEntry& entry) {
  const bool ends = entry.scalars.size() == 1 && entry.scalars.front().empty();
  return ends ? value.text.empty() && value.items.empty() && value.entries.empty()
              : holds(value, wanted_of(shape, entry));
}

/// Writes the document anew, from beginning to end. What no member function replaces stays.
class Writing {
 public:
  explicit Writing(const Layout& layout) : layout_(layout) {}

  void replace(Extent extent, std::string_view by) {
    text_.append(layout_.of({done_, extent.begin})).append(by);
    done_ = extent.end;
  }

  /// Puts a line before the line that begins at `place`.
  void add_line(std::size_t place, std::size_t indent, std::string_view line) {
    const std::string_view line_break = layout_.line_break(place == 0 ? 0 : place - 1);
    replace({place, place}, {});
    if (!text_.empty() && !text_.ends_with('\n')) {
      text_ += line_break;
    }
    text_.append(indent, ' ').append(line).append(line_break);
  }

  void set(const KeyValue& entry, const WantedValue& wanted) {
    const auto& [key, value, colon] = entry;
    const Extent whole{key.bytes.begin, value.bytes.end};
    if (value.style == Node::Style::lines && set_rows(value, wanted)) {
      return;
    }
    const bool one_line = layout_.is_one_line(whole);
    const bool below = wanted.has_lines() && !layout_.within_brackets() &&
                       !(one_line && value.style == Node::Style::brackets && !value.entries.empty());
    const std::size_t indent = layout_.column_of(whole.begin);
    if (one_line && !below) {
      replace(value.bytes, value.content == Node::Content::empty ? ' ' + wanted.line : wanted.line);
      return;
    }
    if (one_line) {
      replace({*colon + 1, value.bytes.end}, {});
    } else {
      // The value took several lines and now takes one. The comments between those lines move above it.
      std::string text = layout_.comments_before({*colon, whole.end}, indent);
      text.insert(0, blank_before(whole.begin, text));
      text.append(layout_.of({whole.begin, *colon + 1})).append(below ? "" : ' ' + wanted.line);
      replace(whole, text);
    }
    if (below) {
      add_entries(layout_.next_line(whole.end), indent, wanted);
    }
  }

  bool remove(std::size_t index) {
    const auto& entries = layout_.root.entries;
    const Extent whole{entries[index].key.bytes.begin, entries[index].value.bytes.end};
    const std::size_t indent = layout_.indent();
    if (!layout_.within_brackets()) {
      const Extent lines = layout_.lines_of(whole);
      replace(lines, layout_.comments_for(lines, indent));
      return layout_.of({lines.begin, whole.begin}).find_first_not_of(' ') == std::string_view::npos;
    }
    const bool last = index + 1 == entries.size();
    if (last && index == 0) {
      return false;
    }
    const Extent gone = last ? Extent{entries[index - 1].value.bytes.end, whole.end}
                             : Extent{whole.begin, entries[index + 1].key.bytes.begin};
    std::string comments = layout_.comments_before(gone, indent);
    comments.insert(0, blank_before(gone.begin, comments));
    replace(gone, comments);
    return true;
  }

  /// Adds an entry before the first, below the line of the key whose colon this is.
  void add_first(std::size_t colon, std::string_view name, const WantedValue& wanted) {
    const std::string entry = std::string{name} + ": " + wanted.line;
    if (layout_.within_brackets()) {
      const std::size_t place = layout_.root.entries.front().key.bytes.begin;
      replace({place, place}, entry + ", ");
    } else {
      add_line(layout_.next_line(colon), layout_.indent(), entry);
    }
  }

  /// Adds a field after the entry `before`.
  void add(const KeyValue& before, std::string_view name, const WantedValue& wanted) {
    const std::size_t end = before.value.bytes.end;
    const std::string key = std::string{name} + ':';
    if (layout_.within_brackets()) {
      replace({end, end}, ", " + key + ' ' + wanted.line);
      return;
    }
    const std::size_t place = layout_.next_line(end);
    add_line(place, layout_.indent(), wanted.has_lines() ? key : key + ' ' + wanted.line);
    if (wanted.has_lines()) {
      add_entries(place, layout_.indent(), wanted);
    }
  }

  /// Quotes those scalars of a field that stand on one line, as mentor quotes them.
  void quote(const Node& value, Shape shape, bool within_brackets) {
    if (value.content == Node::Content::scalar && layout_.is_one_line(value.bytes)) {
      replace(value.bytes, scalar_of(shape, value.text, within_brackets));
    }
    const bool inner = within_brackets || value.style == Node::Style::brackets;
    for (const Node& item : value.items) {
      quote(item, shape, inner);
    }
    for (const KeyValue& entry : value.entries) {
      quote(entry.value, shape, inner);
    }
  }

  std::string finish() && {
    replace({layout_.text.size(), layout_.text.size()}, {});
    return std::move(text_);
  }

 private:
  /// A blank, if the comments in `lines` would touch the bracket or comma before `place`; else nothing.
  std::string_view blank_before(std::size_t place, std::string_view lines) const {
    const bool close = !lines.empty() && place > 0 && layout_.text.find_first_of(" \t\n", place - 1) != place - 1;
    return close ? " " : "";
  }

  void add_entries(std::size_t place, std::size_t indent, const WantedValue& wanted) {
    for (const FieldEntry& entry : wanted.entries) {
      add_line(place, indent + 2, entry_text(wanted.shape, entry, false));
    }
  }

  /// Changes a list or a map that has lines of its own for each part, and keeps this layout. A part that stays keeps
  /// its line and its comment. The comment of a part that goes stays in its place. A new part goes after the part
  /// before it. False when the value is not laid out so, or cannot stay so.
  bool set_rows(const Node& value, const WantedValue& wanted) {
    const auto rows = layout_.rows(value);
    const bool items = value.content == Node::Content::list;
    if (!rows || wanted.entries.empty() || items != (wanted.shape == Shape::words)) {
      return false;
    }
    std::vector<std::string_view> keys;
    std::transform(rows->begin(), rows->end(), std::back_inserter(keys), [](const Row& row) { return row.key; });
    const auto stay = staying(keys, wanted.entries);
    const std::size_t indent = layout_.column_of(value.bytes.begin);
    std::size_t next = 0;  // index of the next wanted entry
    const auto add_until = [&](std::size_t end, std::size_t place) {
      for (; next < end; ++next) {
        const FieldEntry& one = wanted.entries[next];
        add_line(place, indent, items ? "- " + scalar_text(one.key) : entry_text(wanted.shape, one, false));
      }
    };
    std::size_t place = rows->front().lines.begin;
    for (std::size_t index = 0; index < rows->size(); ++index) {
      const Row& row = (*rows)[index];
      if (!stay[index]) {
        replace(row.lines, layout_.comments_for(row.lines, indent));
      } else {
        add_until(*stay[index], place);
        const FieldEntry& one = wanted.entries[next++];
        if (const KeyValue* entry = row.entry; entry != nullptr && !holds_entry(entry->value, wanted.shape, one)) {
          set(*entry, wanted_of(wanted.shape, one));
        }
      }
      place = row.lines.end;
    }
    add_until(wanted.entries.size(), place);
    return true;
  }

  const Layout& layout_;
  std::string text_;
  std::size_t done_ = 0;  // how many bytes of the document are done
};

/// Whether both mappings say the same, except that one key has a new name in the second.
bool same_under(Node before, const Node& after, std::string_view name, std::string_view new_name) {
  for (KeyValue& entry : before.entries) {
    if (entry.key.text == name) {
      entry.key.text = new_name;
    }
  }
  return same(before, after);
}

/// The place of a key in the order of the fields.
auto rank_of(std::string_view key, std::span<const FieldShape> fields) {
  return std::find_if(fields.begin(), fields.end(), [&](const FieldShape& field) { return field.name == key; });
}

/// The entry after which a field belongs by the order of the fields. If no such entry is there, it is the first one.
const KeyValue& entry_before(const Node& root, std::string_view name, std::span<const FieldShape> fields) {
  const auto rank = [&](std::string_view key) { return rank_of(key, fields); };
  const auto own = rank(name);
  const KeyValue* before = &root.entries.front();
  for (const KeyValue& entry : root.entries) {
    const auto place = rank(entry.key.text);
    const auto best = rank(before->key.text);
    if (place < own && (best >= own || best <= place)) {
      before = &entry;
    }
  }
  return *before;
}

/// Whether the document has every one of these comments.
bool has_all(std::vector<std::string_view> comments, std::string_view document, const Node& root) {
  auto there = comments_of(document, root);
  std::sort(comments.begin(), comments.end());
  std::sort(there.begin(), there.end());
  return std::includes(there.begin(), there.end(), comments.begin(), comments.end());
}

/// Whether a mapping holds what is wanted at the key, and says the same as before in all else.
bool holds_and_keeps(const Node& before, const Node& after, std::string_view name, const WantedValue& wanted) {
  const Node* value = after.find(name);
  if (wanted.scalars.empty() ? value != nullptr : value == nullptr || !holds(*value, wanted)) {
    return false;
  }
  Node others = before;
  Node others_now = after;
  for (Node* root : {&others, &others_now}) {
    std::erase_if(root->entries, [&](const KeyValue& entry) { return entry.key.text == name; });
  }
  return same(others, others_now);
}

/// Whether the new text holds what is wanted in the field, says the same as before in all else, and has lost no
/// comment.
bool is_as_wanted(const Layout& before, std::string_view document, std::string_view name, const WantedValue& wanted) {
  const auto after = map_of(document);
  return after && has_all(before.comments, document, *after) && holds_and_keeps(before.root, *after, name, wanted);
}

/// The same of an entry of the mapping `map`. `whole` is the layout of the document.
bool is_as_wanted(const Layout& whole, std::string_view document, std::string_view map, std::string_view name,
                  const WantedValue& wanted) {
  auto after = map_of(document);
  const Node* inner = after ? after->find(map) : nullptr;
  if (inner == nullptr || !has_all(whole.comments, document, *after) ||
      !holds_and_keeps(*whole.root.find(map), *inner, name, wanted)) {
    return false;
  }
  Node others = whole.root;
  for (Node* root : {&others, &*after}) {
    for (KeyValue& entry : root->entries) {
      if (entry.key.text == map) {
        entry.value = {};
      }
    }
  }
  return same(others, *after);
}

}  // namespace

std::optional<std::string> with_field(std::string_view document, FieldShape field,
                                      const std::vector<std::string>& scalars, std::span<const FieldShape> fields) {
  const auto layout = layout_of(document);
  if (!layout) {
    return std::nullopt;
  }
  const WantedValue wanted = wanted_of(field.shape, scalars, layout->within_brackets());
  const auto& entries = layout->root.entries;
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const KeyValue& entry) { return entry.key.text == field.name; });
  Writing writing{*layout};
  if (found == entries.end()) {
    if (!scalars.empty()) {
      writing.add(entry_before(layout->root, field.name, fields), field.name, wanted);
    }
  } else if (scalars.empty()) {
    if (!writing.remove(static_cast<std::size_t>(found - entries.begin()))) {
      return std::nullopt;
    }
  } else if (!holds(found->value, wanted)) {
    writing.set(*found, wanted);
  }
  std::string text = std::move(writing).finish();
  return is_as_wanted(*layout, text, field.name, wanted) ? std::optional{std::move(text)} : std::nullopt;
}

std::optional<std::string> with_entry(std::string_view document, std::string_view map, FieldShape entry,
                                      const std::vector<std::string>& scalars, std::span<const FieldShape> entries) {
  const auto whole = layout_of(document);
  if (!whole) {
    return std::nullopt;
  }
  const auto& keys = whole->root.entries;
  const auto holder = std::find_if(keys.begin(), keys.end(), [&](const KeyValue& one) { return one.key.text == map; });
  if (holder == keys.end() || holder->value.content != Node::Content::map ||
      !std::all_of(holder->value.entries.begin(), holder->value.entries.end(),
                   [](const KeyValue& one) { return one.colon.has_value(); })) {
    return std::nullopt;
  }
  const Layout layout{document, holder->value, whole->comments};
  const WantedValue wanted = wanted_of(entry.shape, scalars, layout.within_brackets());
  const auto& present = layout.root.entries;
  const auto found =
      std::find_if(present.begin(), present.end(), [&](const KeyValue& one) { return one.key.text == entry.name; });
  Writing writing{layout};
  if (found != present.end()) {
    if (scalars.empty() && !writing.remove(static_cast<std::size_t>(found - present.begin()))) {
      return std::nullopt;
    }
    if (!scalars.empty() && !holds(found->value, wanted)) {
      writing.set(*found, wanted);
    }
  } else if (!scalars.empty()) {
    const KeyValue& before = entry_before(layout.root, entry.name, entries);
    if (rank_of(before.key.text, entries) > rank_of(entry.name, entries)) {
      writing.add_first(*holder->colon, entry.name, wanted);
    } else {
      writing.add(before, entry.name, wanted);
    }
  }
  std::string text = std::move(writing).finish();
  return is_as_wanted(*whole, text, map, entry.name, wanted) ? std::optional{std::move(text)} : std::nullopt;
}

std::optional<std::string> with_key(std::string_view document, std::string_view name, std::string_view new_name) {
  const auto layout = layout_of(document);
  if (!layout || layout->root.find(new_name) != nullptr) {
    return std::nullopt;
  }
  for (const KeyValue& entry : layout->root.entries) {
    if (entry.key.text == name) {
      std::string new_key{new_name};
      if (entry.key.style == Node::Style::quoted) {
        const char quote = document[entry.key.bytes.begin];
        new_key.insert(0, 1, quote).append(1, quote);
      }
      Writing writing{*layout};
      writing.replace(entry.key.bytes, new_key);
      std::string text = std::move(writing).finish();
      const auto after = map_of(text);
      return after && same_under(layout->root, *after, name, new_name) ? std::optional{std::move(text)} : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::string> with_canonical_quotes(std::string_view document, std::span<const FieldShape> fields) {
  const auto layout = layout_of(document);
  if (!layout) {
    return std::nullopt;
  }
  Writing writing{*layout};
  for (const KeyValue& entry : layout->root.entries) {
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const FieldShape& one) { return one.name == entry.key.text; });
    if (field != fields.end()) {
      writing.quote(entry.value, field->shape, layout->within_brackets());
    }
  }
  std::string text = std::move(writing).finish();
  const auto after = map_of(text);
  return after && same(layout->root, *after) ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace mentor::storage

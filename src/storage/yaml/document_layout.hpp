/// A parsed document as an editor sees it: its nodes and the lines that they stand in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml.hpp"

namespace mentor::storage {

/// The tree of a document that is a mapping with entries; nothing when it is none, or cannot be read.
std::optional<Node> map_of(std::string_view document);

/// An item of a list, or an entry of a map, that has lines of its own.
struct Row {
  std::string_view key;   // or the item
  Extent lines;           // from the begin of the first to behind the line break of the last
  const KeyValue* entry;  // null: an item
};

struct Layout {
  std::string_view text;
  Node root;
  std::vector<std::string_view> comments;

  bool within_brackets() const { return root.style == Node::Style::brackets; }
  /// Before each key of the root.
  std::size_t indent() const { return column_of(root.entries.front().key.bytes.begin); }

  std::string_view of(Extent extent) const { return text.substr(extent.begin, extent.end - extent.begin); }
  bool is_one_line(Extent extent) const { return of(extent).find('\n') == std::string_view::npos; }
  /// In bytes from 0.
  std::size_t column_of(std::size_t place) const { return place - line_begin(place); }
  /// Past the line's line break, if it has one.
  std::size_t next_line(std::size_t place) const;
  /// The whole lines that the stretch stands in.
  Extent lines_of(Extent extent) const { return {line_begin(extent.begin), next_line(extent.end)}; }
  /// The line break of the line at that place; of the last one before it where that line has none.
  std::string_view line_break(std::size_t place) const;

  /// The comments of a stretch, each in a line of its own, to be put where a key or an item could begin.
  std::string comments_before(Extent extent, std::size_t indent) const;
  /// The same, to be put in the place of whole lines.
  std::string comments_for(Extent lines, std::size_t indent) const;

  /// The rows of a list or a map without brackets; nothing when two of them share a line, a list holds more than
  /// scalars, or something stands in another line than its dash or its key.
  std::optional<std::vector<Row>> rows(const Node& node) const;

 private:
  std::size_t line_begin(std::size_t place) const;
};

/// The layout of a document; nothing when it is no mapping, cannot be read, or has a colon in another line than its
/// key, which only a person can change. The document must outlive it.
std::optional<Layout> layout_of(std::string_view document);

}  // namespace mentor::storage

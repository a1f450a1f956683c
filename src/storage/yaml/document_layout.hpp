/// A parsed document as an editor sees it: its nodes, and the lines on which they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml.hpp"

namespace mentor::storage {

/// The tree of a document that is a mapping with entries. Nothing when it is not, or when it cannot be read.
std::optional<Node> map_of(std::string_view document);

/// An item of a list, or an entry of a map, that has lines of its own.
struct Row {
  std::string_view key;   // the key of the entry, or the item
  Extent lines;           // from the beginning of its first line to after the last line break
  const KeyValue* entry;  // null for an item
};

struct Layout {
  std::string_view text;
  Node root;
  std::vector<std::string_view> comments;

  bool within_brackets() const { return root.style == Node::Style::brackets; }
  /// The column of the root's keys.
  std::size_t indent() const { return column_of(root.entries.front().key.bytes.begin); }

  std::string_view of(Extent extent) const { return text.substr(extent.begin, extent.end - extent.begin); }
  bool is_one_line(Extent extent) const { return of(extent).find('\n') == std::string_view::npos; }
  /// The column of a byte, counted in bytes from 0.
  std::size_t column_of(std::size_t place) const { return place - line_begin(place); }
  /// The place after the line break of this line, or the end of the text.
  std::size_t next_line(std::size_t place) const;
  /// The whole lines on which this stretch stands.
  Extent lines_of(Extent extent) const { return {line_begin(extent.begin), next_line(extent.end)}; }
  /// The line break of the line at this place. If the line has none, that of the line before it.
  std::string_view line_break(std::size_t place) const;

  /// The comments of a stretch, each on a line of its own. They fit in where a key or an item could begin.
  std::string comments_before(Extent extent, std::size_t indent) const;
  /// The comments of whole lines, again as whole lines that can replace those.
  std::string comments_for(Extent lines, std::size_t indent) const;

  /// The rows of a list or a map without brackets. Nothing when two rows share a line, a list holds more than scalars,
  /// an item is not on the line of its dash, or a colon is not on the line of its key.
  std::optional<std::vector<Row>> rows(const Node& node) const;

 private:
  std::size_t line_begin(std::size_t place) const;
};

/// The layout of a document. Nothing when it is not a mapping, cannot be read, or has a colon on another line than its
/// key; only a person can change such a document. The document must outlive the layout.
std::optional<Layout> layout_of(std::string_view document);

}  // namespace mentor::storage

#include "document_layout.hpp"

#include <algorithm>

#include "yaml_places.hpp"

namespace mentor::storage {

std::optional<Node> map_of(std::string_view document) {
  auto parsed = parse_document(document);
  auto* root = std::get_if<Node>(&parsed);
  return root != nullptr && root->content == Node::Content::map && !root->entries.empty()
             ? std::optional{std::move(*root)}
             : std::nullopt;
}

std::size_t Layout::line_begin(std::size_t place) const {
  const auto before = place == 0 ? std::string_view::npos : text.rfind('\n', place - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t Layout::next_line(std::size_t place) const {
  const auto end = text.find('\n', place);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::string_view Layout::line_break(std::size_t place) const {
  const std::size_t next = std::min(text.find('\n', place), text.rfind('\n'));
  return next != std::string_view::npos && text.substr(0, next).ends_with('\r') ? "\r\n" : "\n";
}

std::string Layout::comments_before(Extent extent, std::size_t indent) const {
  std::string lines;
  for (const auto comment : comments) {
    const auto place = static_cast<std::size_t>(comment.data() - text.data());
    if (place >= extent.begin && place < extent.end) {
      lines.append(comment).append(line_break(extent.begin)).append(indent, ' ');
    }
  }
  return lines;
}

std::string Layout::comments_for(Extent lines, std::size_t indent) const {
  std::string own = comments_before(lines, indent);
  if (!own.empty()) {
    own.erase(own.size() - indent);
    own.insert(0, indent, ' ');
    if (!of(lines).ends_with('\n')) {
      own.erase(own.find_last_not_of("\r\n") + 1);
    }
  }
  return own;
}

std::optional<std::vector<Row>> Layout::rows(const Node& node) const {
  std::vector<Row> rows;
  const std::size_t indent = column_of(node.bytes.begin);
  // `sign` is the text before a row's first scalar, from the column where rows begin. It is empty, or a dash.
  const auto add = [&](const Node& first, const Node& last, const KeyValue* entry) {
    const Extent lines = lines_of({first.bytes.begin, last.bytes.end});
    const auto sign = of({std::min(lines.begin + indent, first.bytes.begin), first.bytes.begin});
    const bool usual = entry != nullptr ? sign.empty() && entry->colon.has_value()
                                        : first.content == Node::Content::scalar && sign.starts_with('-') &&
                                              sign.find_first_not_of(" \t", 1) == std::string_view::npos;
    const bool own = rows.empty() || lines.begin >= rows.back().lines.end;
    rows.push_back({first.text, lines, entry});
    return usual && own;
  };
  bool all = true;
  for (const Node& item : node.items) {
    all = add(item, item, nullptr) && all;
  }
  for (const KeyValue& entry : node.entries) {
    all = add(entry.key, entry.value, &entry) && all;
  }
  return all && !rows.empty() ? std::optional{std::move(rows)} : std::nullopt;
}

std::optional<Layout> layout_of(std::string_view document) {
  auto root = map_of(document);
  const auto has_colon = [](const KeyValue& entry) { return entry.colon.has_value(); };
  if (!root || !std::all_of(root->entries.begin(), root->entries.end(), has_colon)) {
    return std::nullopt;
  }
  auto comments = comments_of(document, *root);
  return Layout{document, *std::move(root), std::move(comments)};
}

}  // namespace mentor::storage

#include "schema.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mentor::storage {

namespace {

// Schema 0 was the draft before the first release.
constexpr std::array changes = {
    KeyChange{0, "", "school", "organization"},    KeyChange{0, "participants", "birth", "born"},
    KeyChange{0, "participants", "class", "unit"}, KeyChange{0, "participants", "since", "joined"},
    KeyChange{0, "pairs", "start", "from"},        KeyChange{0, "pairs", "end", "until"},
    KeyChange{0, "activities", "date", "on"},
};

}  // namespace

std::span<const KeyChange> key_changes() { return changes; }

std::string_view current_key(std::string_view folder, std::string_view key, int schema) {
  const auto* found = std::find_if(changes.begin(), changes.end(), [&](const KeyChange& change) {
    return change.until >= schema && change.folder == folder && change.old_name == key;
  });
  return found == changes.end() ? key : found->name;
}

std::optional<int> declared_schema(const Node& root) {
  const Node* schema = root.content == Node::Content::map ? root.find(schema_key) : nullptr;
  if (schema == nullptr || schema->content != Node::Content::scalar) {
    return std::nullopt;
  }
  int number = 0;
  const std::string& text = schema->text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number >= oldest_schema ? std::optional{number} : std::nullopt;
}

}  // namespace mentor::storage

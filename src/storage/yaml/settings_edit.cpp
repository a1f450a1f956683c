#include "settings_edit.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include "document_edit.hpp"
#include "record_text.hpp"
#include "settings_reader.hpp"
#include "storage/disk/names.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

/// How a line is written. What stands below a mapping is a word and a text a line, as the entries of a record are;
/// a day of the year needs no quotes.
Shape shape_of(const SettingRow& row) {
  return !row.inside.empty() ? Shape::entries : row.value == SettingValue::month_day ? Shape::plain : Shape::text;
}

/// The lines of a table as an editor sees them.
std::vector<FieldShape> shapes_of_rows(std::span<const SettingRow> rows) {
  std::vector<FieldShape> shapes;
  std::transform(rows.begin(), rows.end(), std::back_inserter(shapes), [](const SettingRow& row) {
    return FieldShape{row.name, shape_of(row)};
  });
  return shapes;
}

std::optional<Node> root_of(std::string_view text) {
  const auto documents = split_documents(text);
  auto parsed = documents.size() == 1 ? parse_document(documents.front().text)
                                      : std::variant<Node, std::vector<Problem>>{std::vector<Problem>{}};
  auto* root = std::get_if<Node>(&parsed);
  return root == nullptr ? std::nullopt : std::optional{std::move(*root)};
}

/// What stands in a map at a key; null when the map or the key is not there.
const KeyValue* entry_at(const Node* map, std::string_view name) {
  if (map == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(map->entries.begin(), map->entries.end(),
                                  [&](const KeyValue& entry) { return entry.key.text == name; });
  return found == map->entries.end() ? nullptr : &*found;
}

/// The text in which a line below a mapping, which may not be there yet, says `value`.
std::optional<std::string> with_line_below(std::string_view text, const Node& root, const EditableSetting& setting,
                                           const std::vector<std::string>& scalars) {
  const std::string_view map = setting.above->name;
  const std::string_view name = setting.row->name;
  const Node* present = root.find(map);
  if (scalars.empty() && entry_at(present, name) == nullptr) {
    return std::string{text};
  }
  const bool has_entries = present != nullptr && !present->entries.empty();
  if (present != nullptr && !has_entries && present->content != Node::Content::empty) {
    return std::nullopt;  // what stands there would be lost
  }
  const bool is_last = scalars.empty() && present->entries.size() == 1;
  if (has_entries && !is_last) {
    return with_entry(text, map, {name, shape_of(*setting.row)}, scalars, shapes_of_rows(setting.above->inside));
  }
  const auto entries = is_last ? std::vector<std::string>{} : std::vector{std::string{name}, scalars.front()};
  return with_field(text, {map, Shape::entries}, entries, shapes_of_rows(program_rows));
}

}  // namespace

std::vector<EditableSetting> editable_settings() {
  std::vector<EditableSetting> settings;
  for (const SettingRow& row : program_rows) {
    if (!row.russian.empty()) {
      settings.push_back({std::string{row.name}, &row, nullptr});
    }
    for (const SettingRow& inner : row.inside) {
      if (!inner.russian.empty()) {
        settings.push_back({std::string{row.name} + '.' + std::string{inner.name}, &inner, &row});
      }
    }
  }
  return settings;
}

std::optional<std::string> with_setting(std::string_view text, const EditableSetting& setting,
                                        const std::string& value) {
  const auto root = root_of(text);
  if (!root || root->content != Node::Content::map) {
    return std::nullopt;
  }
  const auto scalars = value.empty() ? std::vector<std::string>{} : std::vector{value};
  return setting.above != nullptr
             ? with_line_below(text, *root, setting, scalars)
             : with_field(text, {setting.row->name, shape_of(*setting.row)}, scalars, shapes_of_rows(program_rows));
}

namespace {

/// The single text at a key of a map.
std::string text_at(const Node* map, std::string_view name) {
  const KeyValue* entry = entry_at(map, name);
  return entry != nullptr && entry->value.content == Node::Content::scalar ? entry->value.text : std::string{};
}

}  // namespace

std::string value_of_setting(std::string_view text, const EditableSetting& setting) {
  const auto root = root_of(text);
  const KeyValue* above = root && setting.above != nullptr ? entry_at(&*root, setting.above->name) : nullptr;
  return text_at(above != nullptr                   ? &above->value
                 : root && setting.above == nullptr ? &*root
                                                    : nullptr,
                 setting.row->name);
}

std::string profile_named_in(std::string_view text) {
  const auto root = root_of(text);
  const KeyValue* model = root ? entry_at(&*root, "model") : nullptr;
  return text_at(model != nullptr ? &model->value : nullptr, "profile");
}

LineByHand line_by_hand(std::string_view text, const EditableSetting& setting, const std::string& value) {
  const auto root = root_of(text);
  const Node* map = root ? &*root : nullptr;
  LineByHand line{1, std::string{setting.row->name} + ':'};
  if (!value.empty()) {
    line.text += ' ' + scalar_text(value);
  }
  if (setting.above != nullptr) {
    const KeyValue* above = entry_at(map, setting.above->name);
    line.number = above != nullptr ? above->key.at.line : line.number;
    map = above != nullptr ? &above->value : nullptr;
  }
  if (const KeyValue* entry = entry_at(map, setting.row->name)) {
    line.number = entry->key.at.line;
  }
  return line;
}

std::vector<Finding> findings_of_settings(std::string_view text) {
  std::vector<Finding> findings;
  if (const auto root = root_of(text)) {
    FindingSink sink{findings, std::string{settings_path}, 1, {}};
    read_settings(*root, sink);
  }
  return findings;
}

}  // namespace mentor::storage

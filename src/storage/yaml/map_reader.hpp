/// Reads a mapping of program.yaml by the table of its rows.
#pragma once

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/model.hpp"
#include "record_reader.hpp"
#include "schema.hpp"
#include "settings_table.hpp"
#include "yaml.hpp"

namespace mentor::storage {

/// Takes values out of one mapping, as the rows of its table say. It tells what is missing, wrong or unknown.
class MapReader {
 public:
  MapReader(const Node& map, std::span<const SettingRow> rows, FindingSink& sink, int schema = newest_schema)
      : map_(map), rows_(rows), sink_(sink), schema_(schema) {
    std::vector<std::string> known;
    std::transform(rows.begin(), rows.end(), std::back_inserter(known),
                   [](const SettingRow& row) { return std::string{row.name}; });
    for (const KeyValue& entry : map.entries) {
      if (std::find(known.begin(), known.end(), current_key({}, entry.key.text, schema)) == known.end()) {
        sink.unknown_key(entry.key, known);
      }
    }
  }

  /// The value of a key, or null when the key is absent or empty; a required one is then told.
  const Node* find(std::string_view name) const {
    const auto found = std::find_if(map_.entries.begin(), map_.entries.end(), [&](const KeyValue& entry) {
      return current_key({}, entry.key.text, schema_) == name;
    });
    const bool is_absent =
        found == map_.entries.end() || found->value.content == Node::Content::empty ||
        (found->value.content == Node::Content::scalar && found->value.text.empty());  // '' is the same as nothing
    if (is_absent && row(name).presence == Presence::required) {
      tell_missing(name);
    }
    return is_absent ? nullptr : &found->value;
  }

  void tell_missing(std::string_view name) const {
    sink_.error(Rule::field_missing, map_.at, say("field-missing.key", std::string{name}), std::string{name});
  }

  std::string text(std::string_view name) const {
    const Node* node = find(name);
    if (node != nullptr && node->content != Node::Content::scalar) {
      sink_.wrong_value(node->at, name, shown(*node), key("expected.one-value"));
      return {};
    }
    return node == nullptr ? std::string{} : node->text;
  }

  std::string text_or(std::string_view name, const std::string& former) const {
    const std::string written = text(name);
    return written.empty() ? former : written;
  }

  /// The texts of a list; nothing when the key is absent or its value is none.
  std::optional<std::vector<std::string>> texts(std::string_view name) const {
    const Node* node = find(name);
    if (node == nullptr) {
      return std::nullopt;
    }
    std::vector<std::string> result;
    const bool is_list = node->content == Node::Content::list;
    for (const Node& item : is_list ? node->items : std::vector<Node>{}) {
      if (item.content != Node::Content::scalar || !is_line(item.text)) {
        sink_.wrong_value(item.at, name, shown(item), key("expected.line"));
        return std::nullopt;
      }
      result.push_back(item.text);
    }
    if (!is_list) {
      sink_.wrong_value(node->at, name, shown(*node), key("expected.list"));
      return std::nullopt;
    }
    return result;
  }

  /// The value as `parse` reads it. If `parse` gives nothing, adds a finding.
  template <class Parse>
  auto value(const Node* node, std::string_view name, std::string_view expected, Parse parse) const
      -> decltype(parse(std::string_view{})) {
    if (node == nullptr) {
      return std::nullopt;
    }
    auto parsed = node->content == Node::Content::scalar ? parse(std::string_view{node->text}) : std::nullopt;
    if (!parsed) {
      sink_.wrong_value(node->at, name, shown(*node), expected);
    }
    return parsed;
  }

  /// The whole number under a key, within the bounds of its row.
  std::optional<int> number(std::string_view name) const {
    const Node* node = find(name);
    if (node == nullptr) {
      return std::nullopt;
    }
    const SettingRow& bounds = row(name);
    const char* const last = node->text.data() + node->text.size();
    int number = 0;
    const auto [end, error] = std::from_chars(node->text.data(), last, number);
    if (error != std::errc{} || end != last || number < bounds.least || number > bounds.most) {
      sink_.error(Rule::field_value, node->at,
                  bounds.least == bounds.most
                      ? say("field-value.only-number", std::string{name}, shown(*node), std::int64_t{bounds.most})
                      : say("field-value.whole-number", std::string{name}, shown(*node), std::int64_t{bounds.least},
                            std::int64_t{bounds.most}),
                  std::string{name});
      return std::nullopt;
    }
    return number;
  }

  /// The mapping under a key, or null when the key is absent or empty. If it is something else, adds a finding.
  const Node* find_map(std::string_view name) const {
    const Node* node = find(name);
    if (node != nullptr && node->content != Node::Content::map) {
      sink_.wrong_value(node->at, name, shown(*node), key("expected.mapping"));
      return nullptr;
    }
    return node;
  }

  /// The entries of a list of mappings.
  std::vector<const Node*> maps(std::string_view name) const {
    std::vector<const Node*> result;
    const Node* node = find(name);
    if (node == nullptr) {
      return result;
    }
    if (node->content != Node::Content::list) {
      sink_.wrong_value(node->at, name, shown(*node), key("expected.list"));
      return result;
    }
    for (const Node& item : node->items) {
      if (item.content == Node::Content::map) {
        result.push_back(&item);
      } else {
        sink_.wrong_value(item.at, name, shown(item), key("expected.mapping"));
      }
    }
    return result;
  }

  /// The word of an enumeration.
  template <HasWords Enum>
  std::optional<Enum> choice(std::string_view name) const {
    const Node* node = find(name);
    if (node == nullptr) {
      return std::nullopt;
    }
    const auto value = node->content == Node::Content::scalar ? value_from<Enum>(node->text) : std::nullopt;
    if (!value) {
      Texts words;
      std::transform(WordsOf<Enum>::rows.begin(), WordsOf<Enum>::rows.end(), std::back_inserter(words),
                     [](const WordRow& word) { return std::string{word.id}; });
      sink_.error(Rule::field_value, node->at, say("field-value.one-of", std::string{name}, shown(*node), words),
                  std::string{name});
    }
    return value;
  }

  bool is_yes(std::string_view name) const {
    return value(find(name), name, key("expected.yes-or-no"),
                 [](std::string_view text) {
                   return text == "yes" || text == "no" ? std::optional{text == "yes"} : std::nullopt;
                 })
        .value_or(false);
  }

  /// Reads what every entry of the model has: an id that no entry before it has, and a name in both languages. A name
  /// that is not there stays as it was.
  template <class Entry>
  bool read_named(Entry& entry, const std::vector<Entry>& before) const {
    const Node* node = find("id");
    const auto id = value(node, "id", key("expected.id"), Id<Entry>::parse);
    if (!id) {
      return false;
    }
    if (std::any_of(before.begin(), before.end(), [&](const Entry& other) { return other.id == *id; })) {
      sink_.error(Rule::duplicate_id, node->at, say("duplicate-id.in-model", id->to_string()), "id");
      return false;
    }
    entry.id = *id;
    read_label(entry);
    return true;
  }

  /// Reads the names of an entry whose id is known. One that is not there stays as it was.
  template <class Entry>
  void read_label(Entry& entry) const {
    const std::string ru = text_or("ru", entry.label.in(Language::ru));
    const std::string en = text_or("en", entry.label.in(Language::en));
    // One language is enough to work with. The other then gets the same text.
    const std::string& told = ru.empty() ? en : ru;
    const std::string other = told.empty() ? entry.id.to_string() : told;
    entry.label = {ru.empty() ? other : ru, en.empty() ? other : en};
  }

  FindingSink& sink() const { return sink_; }

 private:
  const SettingRow& row(std::string_view name) const {
    return *std::find_if(rows_.begin(), rows_.end(), [&](const SettingRow& one) { return one.name == name; });
  }

  const Node& map_;
  std::span<const SettingRow> rows_;
  FindingSink& sink_;
  int schema_;
};

}  // namespace mentor::storage

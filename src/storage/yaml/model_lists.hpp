/// What the readers of the lists of the model share: program.yaml lays its entries over those of the edition.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "map_reader.hpp"
#include "mentor/suggest.hpp"

namespace mentor::storage {

/// The categories of a list. The model must have them, and must allow them the role if there is one.
std::vector<Id<Category>> read_category_ids(const MapReader& reader, std::string_view name, std::optional<Role> role,
                                            const Model& model);

template <class Entry>
void tell_nothing_to_drop(const MapReader& reader, const Id<Entry>& id, const std::vector<Entry>& entries) {
  Texts ids;
  for (const Entry& entry : entries) {
    ids.push_back(entry.id.to_string());
  }
  const auto nearest = suggest(id.to_string(), ids);
  reader.sink().error(Rule::field_value, reader.find("id")->at,
                      nearest ? say("field-value.not-in-model-suggest", "id", id.to_string(), ids, *nearest)
                              : say("field-value.not-in-model", "id", id.to_string(), ids),
                      "id");
}

/// Tells when another entry has a name of this one, since nobody can tell them apart by it. An error is for lists of
/// which no program was ever read with such names: it makes program.yaml unusable.
template <class Entry>
void tell_shared_label(const MapReader& reader, const Entry& entry, const std::vector<Entry>& entries,
                       Severity severity = Severity::error) {
  const auto plain = [](const std::string& label) { return folded_plainly(label).value_or(label); };
  for (const Language language : {Language::ru, Language::en}) {
    const std::string& label = entry.label.in(language);
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const Entry& other) {
      return other.id != entry.id && plain(other.label.in(language)) == plain(label);
    });
    const Node* node = reader.find(to_string(language));
    if (same != entries.end()) {
      reader.sink().add(Rule::field_value, severity, (node != nullptr ? node : reader.find("id"))->at,
                        say("field-value.label-taken", entry.id.to_string(), label, same->id.to_string()), "id");
      return;
    }
  }
}

/// Tells when another entry has one of the other names of this one: typed, it would mean neither.
template <class Entry>
void tell_shared_other_name(const MapReader& reader, const Entry& entry, const std::vector<Entry>& entries) {
  const Node* node = reader.find("also");
  if (node == nullptr) {
    return;  // the names are the edition's
  }
  const auto plain = [](const std::string& name) { return folded_plainly(name).value_or(name); };
  for (const std::string& name : entry.also.names) {
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const Entry& other) {
      const auto& names = other.also.names;
      return other.id != entry.id &&
             std::any_of(names.begin(), names.end(), [&](const std::string& one) { return plain(one) == plain(name); });
    });
    if (same != entries.end()) {
      reader.sink().add(Rule::field_value, Severity::warning, node->at,
                        say("field-value.other-name-taken", entry.id.to_string(), name, same->id.to_string()), "also");
    }
  }
}

/// The entries of a list that is laid over that of the edition: of an entry with a known id, the lines that are there
/// take the place of the former; `drop: yes` takes it out; any other joins the list. `read_more` reads what an entry
/// has beside its names, and gives whether it may stay.
template <class Entry, class ReadMore>
void lay_over(const MapReader& model_reader, std::string_view name, std::span<const SettingRow> rows,
              std::vector<Entry>& entries, ReadMore read_more) {
  std::vector<Entry> written;
  for (const Node* node : model_reader.maps(name)) {
    const MapReader reader{*node, rows, model_reader.sink()};
    Entry entry;
    if (!reader.read_named(entry, written)) {
      continue;
    }
    written.push_back(entry);
    const auto known =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.id == entry.id; });
    if (known != entries.end()) {
      entry = *known;
      reader.read_label(entry);
    }
    entry.line = node->at.line;
    const bool is_dropped = reader.is_yes("drop");
    if (is_dropped && known == entries.end()) {
      tell_nothing_to_drop(reader, entry.id, entries);
      continue;
    }
    const bool is_sound = read_more(reader, entry, known != entries.end());
    if (is_dropped) {
      entries.erase(known);
    } else if (known == entries.end() && is_sound) {
      entries.push_back(std::move(entry));
    } else if (is_sound) {
      *known = std::move(entry);  // else the edition's entry stays
    }
  }
  for (const Node* node : model_reader.maps(name)) {  // two of them may have changed their names
    const MapReader reader{*node, rows, model_reader.sink()};
    const Node* id = reader.find("id");
    const auto written_entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) {
      return id != nullptr && one.id.to_string() == id->text && one.line == node->at.line;
    });
    if (written_entry != entries.end()) {
      tell_shared_label(reader, *written_entry, entries);
      if constexpr (requires { written_entry->also; }) {
        tell_shared_other_name(reader, *written_entry, entries);
      }
    }
  }
}

}  // namespace mentor::storage

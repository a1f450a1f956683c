#include "other_model.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "file_reader.hpp"
#include "map_reader.hpp"
#include "settings_reader.hpp"
#include "storage/disk/file_system.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::storage {

namespace {

/// The tree of a text that is one document. Nothing, and a finding, when it is none.
std::optional<Node> document_of(std::string_view text, const std::string& name, std::vector<Finding>& findings) {
  const auto documents = split_documents(without_byte_order_mark(text));
  if (documents.size() != 1) {
    FindingSink{findings, name, 1, {}}.error(
        Rule::yaml_syntax, {}, documents.empty() ? say("yaml-syntax.empty-file") : say("yaml-syntax.one-document"));
    return std::nullopt;
  }
  return parse_or_tell(documents.front(), name, {}, findings);
}

/// Gives all of a tree the same place, so that a finding about it points there.
void move_to(Node& node, Position at) {
  node.at = at;
  std::for_each(node.items.begin(), node.items.end(), [&](Node& item) { move_to(item, at); });
  for (KeyValue& entry : node.entries) {
    move_to(entry.key, at);
    move_to(entry.value, at);
  }
}

std::string_view id_of(const Node& entry) {
  const Node* id = entry.content == Node::Content::map ? entry.find("id") : nullptr;
  return id == nullptr ? std::string_view{} : std::string_view{id->text};
}

bool is_of_entries(const Node& list) {
  return list.content == Node::Content::list &&
         std::none_of(list.items.begin(), list.items.end(), [](const Node& item) { return id_of(item).empty(); });
}

/// Whether entries of this list are dropped by taking them out, since no edition has others below them.
bool is_whole_list(std::string_view key) {
  return key == "categories" || key == "forms" || key == "role-models" || key == "activities";
}

Node laid_over(Node base, const Node& over, std::string_view key);

void lay_entry(Node& list, const Node& entry, std::string_view key) {
  const auto known =
      std::find_if(list.items.begin(), list.items.end(), [&](const Node& one) { return id_of(one) == id_of(entry); });
  const Node* drop = entry.find("drop");
  if (known == list.items.end()) {
    list.items.push_back(entry);
  } else if (drop != nullptr && drop->text == "yes" && is_whole_list(key)) {
    list.items.erase(known);
  } else {
    *known = laid_over(std::move(*known), entry, {});
  }
}

/// What stands in `over`, and of `base` what that leaves out. `key` is the one under which they stand.
Node laid_over(Node base, const Node& over, std::string_view key) {
  if (base.content == Node::Content::map && over.content == Node::Content::map) {
    base.at = over.at;
    for (const KeyValue& entry : over.entries) {
      const auto known = std::find_if(base.entries.begin(), base.entries.end(),
                                      [&](const KeyValue& one) { return one.key.text == entry.key.text; });
      if (known == base.entries.end()) {
        base.entries.push_back(entry);
      } else {
        known->key = entry.key;
        known->value = laid_over(std::move(known->value), entry.value, entry.key.text);
      }
    }
    return base;
  }
  if (is_of_entries(base) && is_of_entries(over)) {
    base.at = over.at;
    for (const Node& entry : over.items) {
      lay_entry(base, entry, key);
    }
    return base;
  }
  return over;
}

Node* value_under(Node& map, std::string_view key) {
  const auto found =
      std::find_if(map.entries.begin(), map.entries.end(), [&](const KeyValue& one) { return one.key.text == key; });
  return found == map.entries.end() ? nullptr : &found->value;
}

/// Puts the value under the key, which the map may have already.
void put(Node& map, std::string_view key, const Node& value) {
  if (Node* known = value_under(map, key)) {
    *known = value;
  } else {
    KeyValue& added = map.entries.emplace_back();
    added.key.content = Node::Content::scalar;
    added.key.text = key;
    added.key.at = value.at;
    added.value = value;
  }
}

}  // namespace

OtherModel read_other_model(std::string_view text, const std::string& name, std::string_view program) {
  OtherModel other;
  std::vector<Finding> of_program;
  const auto file = document_of(text, name, other.findings);
  auto base = document_of(program, std::string{settings_path}, of_program);
  FindingSink sink{other.findings, name, 1, {}};
  if (!file || !base || base->content != Node::Content::map) {
    return other;
  }
  if (file->content != Node::Content::map) {
    sink.error(Rule::yaml_syntax, file->at, say("yaml-syntax.not-a-mapping"));
    return other;
  }
  const auto schema = schema_to_read(*file, sink, newest_schema);
  if (!schema) {
    return other;
  }
  const MapReader reader{*file, program_rows, sink, *schema};
  const Node* model = reader.find("model");
  if (model == nullptr) {
    return other;
  }
  Node* own = value_under(*base, "model");
  if (own != nullptr && model->content == Node::Content::map && model->find("profile") == nullptr) {
    move_to(*own, model->at);
    put(*base, "model", laid_over(std::move(*own), *model, "model"));
  } else {
    put(*base, "model", *model);
  }
  if (const Node* year = reader.find("school-year")) {
    put(*base, "school-year", *year);
  }
  other.settings = read_settings(*base, sink);
  return other;
}

}  // namespace mentor::storage

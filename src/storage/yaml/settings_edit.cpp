#include "settings_edit.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "document_edit.hpp"
#include "settings_reader.hpp"
#include "storage/disk/names.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

/// The keys of `program.yaml` in the order in which `init` writes them. What stands below `curator` is a word and a
/// text a line, as the entries of a record are.
constexpr std::string_view curator = "curator";
constexpr std::array shapes = {FieldShape{"schema", Shape::text},      FieldShape{"organization", Shape::text},
                               FieldShape{"language", Shape::text},    FieldShape{curator, Shape::entries},
                               FieldShape{"school-year", Shape::text}, FieldShape{"model", Shape::entries}};

std::optional<Node> root_of(std::string_view text) {
  const auto documents = split_documents(text);
  auto parsed = documents.size() == 1 ? parse_document(documents.front().text)
                                      : std::variant<Node, std::vector<Problem>>{std::vector<Problem>{}};
  auto* root = std::get_if<Node>(&parsed);
  return root == nullptr ? std::nullopt : std::optional{std::move(*root)};
}

/// The words and texts below `curator`, in turn, in the order of the file; a new one in the usual order.
std::optional<std::vector<std::string>> curator_with(const Node& root, std::string_view name,
                                                     const std::string& value) {
  std::vector<std::string> scalars;
  bool is_there = false;
  if (const Node* present = root.find(curator)) {
    for (const KeyValue& entry : present->entries) {
      const bool is_meant = entry.key.text == name;
      if (entry.value.content != Node::Content::scalar && !is_meant) {
        return std::nullopt;
      }
      const std::string& text = is_meant ? value : entry.value.text;
      is_there = is_there || is_meant;
      if (!text.empty()) {
        scalars.insert(scalars.end(), {entry.key.text, text});
      }
    }
  }
  if (!is_there && !value.empty()) {
    scalars.insert(name == "name" ? scalars.begin() : scalars.end(), {std::string{name}, value});
  }
  return scalars;
}

}  // namespace

std::optional<std::string> with_setting(std::string_view text, std::string_view name, const std::string& value) {
  const auto root = root_of(text);
  if (!root || root->content != Node::Content::map) {
    return std::nullopt;
  }
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) {
    const auto scalars = value.empty() ? std::vector<std::string>{} : std::vector{value};
    return with_field(text, {name, Shape::text}, scalars, shapes);
  }
  const auto scalars = curator_with(*root, name.substr(dot + 1), value);
  return scalars ? with_field(text, {curator, Shape::entries}, *scalars, shapes) : std::nullopt;
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

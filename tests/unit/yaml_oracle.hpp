/// Holds the places of a tree against yaml-cpp: when something else takes the bytes of a node, yaml-cpp must read that
/// there, and everything else as before.
#pragma once

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "storage/yaml/yaml.hpp"
#include "storage/yaml/yaml_places.hpp"

namespace sample {

namespace storage = mentor::storage;

/// What yaml-cpp makes of a document, as one line.
inline std::string meaning(const YAML::Node& node) {
  std::string text;
  for (const auto& part : node) {
    text += node.IsMap() ? meaning(part.first) + '=' + meaning(part.second) + ';' : meaning(part) + ',';
  }
  return node.IsScalar() ? '<' + node.Scalar() + '>' : node.IsSequence() ? '[' + text + ']' : '{' + text + '}';
}

/// The same of a tree, where `§` has taken the place of `changed`.
inline std::string meaning(const storage::Node& node, const storage::Node* changed) {
  using storage::Node;
  const std::vector<std::string_view> nothing{"~", "null", "Null", "NULL"};
  if (&node == changed) {
    return node.style != Node::Style::lines ? "<§>" : node.content == Node::Content::list ? "[<§>,]" : "{<§>=<§>;}";
  }
  if (node.content == Node::Content::scalar) {
    const bool is_null =
        node.style == Node::Style::bare && std::find(nothing.begin(), nothing.end(), node.text) != nothing.end();
    return is_null ? "{}" : '<' + node.text + '>';
  }
  std::string text;
  for (const Node& item : node.items) {
    text += meaning(item, changed) + ',';
  }
  for (const storage::KeyValue& entry : node.entries) {
    text += meaning(entry.key, changed) + '=' + meaning(entry.value, changed) + ';';
  }
  return node.content == Node::Content::list ? '[' + text + ']' : '{' + text + '}';
}

inline void add_nodes(std::vector<const storage::Node*>& nodes, const storage::Node& node) {
  nodes.push_back(&node);
  for (const storage::Node& item : node.items) {
    add_nodes(nodes, item);
  }
  for (const storage::KeyValue& entry : node.entries) {
    add_nodes(nodes, entry.key);
    add_nodes(nodes, entry.value);
  }
}

/// What yaml-cpp makes of the document when `§` takes the place of the node.
inline std::string meaning_with(const std::string& text, const storage::Node& node) {
  using storage::Node;
  const auto [begin, end] = node.bytes;
  const std::string scalar = begin == end ? " \"§\"" : "\"§\"";  // what was left out is close behind its sign
  const std::string changed = node.style != Node::Style::lines      ? scalar
                              : node.content == Node::Content::list ? "- " + scalar
                                                                    : scalar + ": " + scalar;
  try {
    return meaning(YAML::Load(text.substr(0, begin) + changed + text.substr(end)));
  } catch (const YAML::Exception& exception) {
    return exception.what();
  }
}

/// The nodes whose places are wrong, as `begin-end`; none when all are right. The document must be readable.
inline std::string misplaced(const std::string& text, const storage::Node& root) {
  std::vector<const storage::Node*> nodes;
  add_nodes(nodes, root);
  const auto comments = storage::comments_of(text, root);
  std::string wrong;
  for (const storage::Node* node : nodes) {
    const auto [begin, end] = node->bytes;
    const char* place = text.data() + end;
    const bool ends_in_comment = std::any_of(comments.begin(), comments.end(), [&](std::string_view comment) {
      return comment.data() < place && comment.data() + comment.size() >= place;
    });
    if (ends_in_comment || meaning_with(text, *node) != meaning(root, node)) {
      wrong += std::to_string(begin) + '-' + std::to_string(end) + ' ';
    }
  }
  return wrong;
}

}  // namespace sample

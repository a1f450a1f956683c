/// Trees of YAML as one line of text each.
#pragma once

#include <doctest/doctest.h>

#include "sample.hpp"
#include "storage/yaml/yaml.hpp"

namespace sample {

using storage::Node;
using storage::parse_document;
using storage::Problem;

/// The tree of a document that must be readable.
inline Node parsed(std::string_view text) {
  auto result = parse_document(text);
  if (const auto* problems = std::get_if<std::vector<Problem>>(&result)) {
    FAIL("not read: " << plain(problems->front().message) << " in " << std::string{text});
  }
  return std::get<Node>(std::move(result));
}

inline std::string at(storage::Position position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

/// `{id=anna, roles=[mentee, mentor]}`; an empty node is nothing.
inline std::string outline(const Node& node) {
  std::string text;
  const auto separator = [&] { return text.empty() ? "" : ", "; };
  switch (node.content) {
    case Node::Content::empty:
      return {};
    case Node::Content::scalar:
      return node.text;
    case Node::Content::list:
      for (const Node& item : node.items) {
        text += separator() + outline(item);
      }
      return '[' + text + ']';
    case Node::Content::map:
      for (const storage::KeyValue& entry : node.entries) {
        text += separator() + entry.key.text + '=' + outline(entry.value);
      }
      return '{' + text + '}';
  }
  return text;
}

/// Every problem as `2:7 yaml-syntax yaml-syntax.tag(!!str)`, a line each; nothing when the document can be read.
inline std::string problems(std::string_view text) {
  const auto result = parse_document(text);
  std::string found;
  if (const auto* list = std::get_if<std::vector<Problem>>(&result)) {
    for (const Problem& problem : *list) {
      found += (found.empty() ? "" : "\n") + at(problem.at) + ' ' + std::string{name_of(problem.rule)} + ' ' +
               plain(problem.message);
    }
  }
  return found;
}

/// The documents of a stream as `line:text`, with bars between.
inline std::string split(std::string_view stream) {
  std::string text;
  for (const auto& document : storage::split_documents(stream)) {
    text += (text.empty() ? "" : "|") + std::to_string(document.line) + ':' + std::string{document.text};
  }
  return text;
}

}  // namespace sample

/// From the tree of a document to a record, by the kind's description. All that is wrong is told; a record lacking a
/// required field is not made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/fields.hpp"
#include "mentor/finding.hpp"
#include "mentor/program.hpp"
#include "record_marks.hpp"
#include "schema.hpp"
#include "yaml.hpp"

namespace mentor::storage {

/// Where a document stands, and where what is found in it goes.
class FindingSink {
 public:
  /// `line` is the document's first line in the file.
  FindingSink(std::vector<Finding>& findings, std::string path, std::uint32_t line, std::string id)
      : findings_(findings), path_(std::move(path)), line_(line), id_(std::move(id)) {}

  void add(Rule rule, Severity severity, Position at, Message message, std::string field = {});
  void error(Rule rule, Position at, Message message, std::string field = {}) {
    add(rule, Severity::error, at, std::move(message), std::move(field));
  }
  /// A key that nothing reads, with the nearest of those that would be.
  void unknown_key(const Node& key, std::span<const std::string> known);
  /// A value that its field refuses.
  void wrong_value(Position at, std::string_view field, std::string text, std::string_view expected);

 private:
  std::vector<Finding>& findings_;
  std::string path_;
  std::uint32_t line_;
  std::string id_;
};

/// The value of a scalar or of an empty node, for showing what was written; `[…]` and `{…}` for the rest.
std::string shown(const Node& node);

/// The scalars of a field, and the part of the document that each stands in.
struct Scalars {
  std::vector<std::string_view> texts;
  std::vector<const Node*> nodes;

  void add(std::string_view text, const Node& node) {
    texts.push_back(text);
    nodes.push_back(&node);
  }
};

/// The scalars that a node gives a field of that shape, in the node; nothing when it is written as another shape.
std::optional<Scalars> scalars_of(const Node& node, Shape shape);

template <class Record>
struct Read {
  Record record;
  Marks marks;
  std::vector<OwnField> own;  // what the school has added
};

/// The schema to read a document by: what it says, else `program_schema`. Nothing, and a finding, when it is newer than
/// is known.
std::optional<int> schema_to_read(const Node& root, FindingSink& sink, int program_schema);

/// Nothing when the document is not a mapping, or a required field is missing or wrong. `program_schema` is the one
/// that `program.yaml` says.
template <class Record>
std::optional<Read<Record>> read_record(const Node& root, FindingSink& sink, int program_schema = newest_schema);

}  // namespace mentor::storage

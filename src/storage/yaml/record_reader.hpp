/// From the tree of a document to a record, by the description of its kind. All faults become findings. A record that
/// lacks a required field is not made.
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

/// The place of a document, and the list to which its findings go.
class FindingSink {
 public:
  /// `line` is the document's first line in the file.
  FindingSink(std::vector<Finding>& findings, std::string path, std::uint32_t line, std::string id)
      : findings_(findings), path_(std::move(path)), line_(line), id_(std::move(id)) {}

  void add(Rule rule, Severity severity, Position at, Message message, std::string field = {});
  void error(Rule rule, Position at, Message message, std::string field = {}) {
    add(rule, Severity::error, at, std::move(message), std::move(field));
  }
  /// Adds a finding about a key that nothing reads. It names the nearest of the known keys.
  void unknown_key(const Node& key, std::span<const std::string> known);
  /// Adds a finding about a value that its field refuses.
  void wrong_value(Position at, std::string_view field, std::string text, std::string_view expected);

 private:
  std::vector<Finding>& findings_;
  std::string path_;
  std::uint32_t line_;
  std::string id_;
};

/// What was written, to be shown: the text of a scalar, nothing for an empty node, else `[…]` or `{…}`.
std::string shown(const Node& node);

/// The scalars of a field, and the node from which each was taken.
struct Scalars {
  std::vector<std::string_view> texts;
  std::vector<const Node*> nodes;

  bool is_blank(std::size_t index) const { return texts[index].find_first_not_of(' ') == std::string_view::npos; }
  void add(std::string_view text, const Node& node) {
    texts.push_back(text);
    nodes.push_back(&node);
  }
};

/// The scalars that a node has for a field of this shape; they point into the node. Nothing when it is written as
/// another shape.
std::optional<Scalars> scalars_of(const Node& node, Shape shape);

template <class Record>
struct Read {
  Record record;
  Marks marks;
  std::vector<Mark> entries;  // where those of the field of entries stand, if the kind has one
  std::vector<OwnField> own;  // the fields that the school has added
};

/// The schema by which to read a document: the one it declares, else `program_schema`. Nothing, and a finding, when it
/// is newer than `newest_schema`.
std::optional<int> schema_to_read(const Node& root, FindingSink& sink, int program_schema);

/// A field has refused a value as it stands. This gives the scalars that the writer meant: `1,5` is 1.5 hours,
/// «обучающийся» is a category. A scalar without a meaning stays as it is. Nothing when the value has another shape.
std::optional<std::vector<std::string>> meant_scalars(const FieldDescription& field, const Node& value,
                                                      const Model& model);

/// Reads a record. Nothing when the document is not a mapping, or a required field is missing or wrong.
/// `program_schema` is the schema that `program.yaml` declares. If there is a `model`, a value
/// such as `1,5` is understood and noted. Without a model, only canonical values are read.
template <class Record>
std::optional<Read<Record>> read_record(const Node& root, FindingSink& sink, int program_schema = newest_schema,
                                        const Model* model = nullptr);

}  // namespace mentor::storage

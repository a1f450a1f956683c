/// The strict subset of YAML that records use, as a small tree with positions. Only this and the writer know YAML. The
/// subset has no anchors, aliases, tags, merge keys, duplicate or complex keys, conflict markers or control characters,
/// and nothing beyond the limits. A scalar keeps the text that was written; nothing is guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "mentor/finding.hpp"

namespace mentor::storage {

/// A position within the document. Lines and columns count from 1, columns in characters.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// A stretch of the document, in bytes.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct KeyValue;

struct Node {
  enum class Content : std::uint8_t { empty, scalar, list, map };
  /// How the node is written.
  enum class Style : std::uint8_t {
    bare,      // a scalar as it is, or nothing
    quoted,    // a scalar in quotes of either kind
    block,     // a scalar on the lines below its sign, `|` or `>`
    brackets,  // a list or a map in brackets or braces
    lines,     // a list with a dash before each item, or a map without braces
  };

  Content content = Content::empty;
  Style style = Style::bare;
  Position at;
  Extent bytes;                   // with quotes, brackets or block sign; an empty node is after its dash or colon
  std::string text;               // of a scalar
  std::vector<Node> items;        // of a list
  std::vector<KeyValue> entries;  // of a map, in the order written; every key is a scalar

  /// The value of a key of a map, or null.
  const Node* find(std::string_view key) const;
};

/// Whether two trees say the same. Positions do not count.
bool same(const Node& one, const Node& other);

/// A key of a map and its value.
struct KeyValue {
  Node key;
  Node value;
  std::optional<std::size_t> colon;  // its byte; nothing when the key began with `?` and the colon is on another line
};

/// Why a document cannot be read.
struct Problem {
  Rule rule = Rule::yaml_syntax;
  Position at;
  Message message;
};

/// One document of a stream as text, and the number of its first line in the file.
struct YamlDocument {
  std::string_view text;
  std::uint32_t line;
};

/// The text without its byte-order mark, which YAML allows at the start of a file.
std::string_view without_byte_order_mark(std::string_view text);

/// Whether this line, given without its line feed, begins a document of a stream.
bool is_document_start(std::string_view line);

/// Cuts a stream at its `---` lines, so that one broken record does not hide the others. A part that has only comments
/// and blanks is not a document.
std::vector<YamlDocument> split_documents(std::string_view stream);

/// The tree of one document. Or all that is wrong with its bytes; or the first thing that is wrong with its YAML.
std::variant<Node, std::vector<Problem>> parse_document(std::string_view text);

}  // namespace mentor::storage

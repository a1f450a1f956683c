/// Where the nodes of a document begin and end, how each is written, and what lies between them. yaml-cpp tells what a
/// node says, and the line and byte where it begins. This code finds the rest in the text; no other code does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml.hpp"

namespace mentor::storage {

/// What lies between the scalars of a document, in the order of the text: signs, blanks and comments. The sign of a
/// block text and the rest of its line are among it.
std::vector<Extent> gaps_of(std::string_view text, const Node& root);

/// The comments of a document, each from its # to the end of its line.
std::vector<std::string_view> comments_of(std::string_view text, const Node& root);

/// The sign that begins a block text: `|`, `>-`, `|2+`. The node must be a block text.
Extent sign_of(std::string_view text, const Node& block);

/// The column of a byte, or of the character to which the byte belongs.
std::uint32_t column_at(std::string_view line, std::size_t byte);

/// The line and column of a byte. `lines` are the lines of the text.
Position position_of(const std::vector<std::string_view>& lines, std::size_t byte);

/// Makes the nodes of one document, and gives each its place. yaml-cpp tells of the nodes in the order of the text.
class Places {
 public:
  /// Where yaml-cpp says that a node begins, both counted from 0.
  struct Mark {
    std::size_t line = 0;
    std::size_t byte = 0;  // of the line
  };

  /// Both arguments must outlive this. `lines` are the lines of `text`.
  Places(std::string_view text, const std::vector<std::string_view>& lines) : text_(text), lines_(lines) {}

  Position position(Mark mark);
  /// The rest of the line from the mark on; empty where there is none.
  std::string_view rest_of_line(Mark mark) const;

  /// A scalar that yaml-cpp read as `value`. Throws `Problem` where yaml-cpp accepts a quote that is not closed, or a
  /// sign for a block text that has no lines.
  Node scalar(Mark mark, std::string value);
  /// A node where yaml-cpp found nothing. If a word like `null` stands there, the node is a scalar with this word as
  /// its text. A comma or a bracket ends the word only within brackets.
  Node word_or_nothing(Mark mark, bool within_brackets);
  /// A list or a map without its parts. Once the parts are there, `finish` finds its end.
  Node collection(Mark mark, Node::Content content);
  void finish(Node& collection) const;
  /// Adds a part. If the part was left out, yaml-cpp gives the place of the next thing. So an item is put after its
  /// dash here, and a value after its colon.
  void add_item(Node& list, Node item) const;
  void add_entry(Node& map, Node key, Node value) const;

 private:
  struct Counted {
    std::size_t line = 0;
    std::size_t byte = 0;
    std::uint32_t column = 1;
  };

  std::size_t offset(Mark mark) const;
  /// A node of this kind that does not hold a byte yet.
  Node begun(Mark mark, Node::Content content);

  std::string_view text_;
  const std::vector<std::string_view>& lines_;
  Counted last_;  // where `position` stopped counting, so that it counts each character of a line once
};

}  // namespace mentor::storage

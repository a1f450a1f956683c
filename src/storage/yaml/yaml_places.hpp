/// Where the nodes of a document begin and end, how each is written, and what lies between them. yaml-cpp tells what a
/// node says, and the line and the byte where it begins; the rest is found in the text here, and nowhere else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml.hpp"

namespace mentor::storage {

/// What lies between the scalars of a document, in the order of the text: signs, blanks and comments. The sign of a
/// block text and what stands in its line belong to it.
std::vector<Extent> gaps_of(std::string_view text, const Node& root);

/// The comments of a document, each from its # to the end of its line.
std::vector<std::string_view> comments_of(std::string_view text, const Node& root);

/// The sign that begins a block text: `|`, `>-`, `|2+`. The node must be one.
Extent sign_of(std::string_view text, const Node& block);

/// The column of a byte, or of the character that it is in.
std::uint32_t column_at(std::string_view line, std::size_t byte);

/// The line and column of a byte of the text that has these lines.
Position position_of(const std::vector<std::string_view>& lines, std::size_t byte);

/// Makes the nodes of one document, as yaml-cpp tells of them in the order of the text, and gives each its place.
class Places {
 public:
  /// Where yaml-cpp says that a node begins, both counted from 0.
  struct Mark {
    std::size_t line = 0;
    std::size_t byte = 0;  // of the line
  };

  /// Both must outlive this; the lines are those of the text.
  Places(std::string_view text, const std::vector<std::string_view>& lines) : text_(text), lines_(lines) {}

  Position position(Mark mark);
  /// The line from there on; empty where there is none.
  std::string_view rest_of_line(Mark mark) const;

  /// A scalar that was read as that value. Throws `Problem` where yaml-cpp takes a quote for closed that is not, or a
  /// sign for a block text that has no lines.
  Node scalar(Mark mark, std::string value);
  /// What yaml-cpp takes for nothing: a word like `null` is a scalar here, which is the text that was written. A comma
  /// or a bracket ends it only within brackets.
  Node word_or_nothing(Mark mark, bool within_brackets);
  /// A list or a map without its parts, whose end `finish` finds when they are there.
  Node collection(Mark mark, Node::Content content);
  void finish(Node& collection) const;
  /// Of what was left out yaml-cpp tells the place of the next thing; an item stands behind its dash instead, and a
  /// value behind its colon.
  void add_item(Node& list, Node item) const;
  void add_entry(Node& map, Node key, Node value) const;

 private:
  struct Counted {
    std::size_t line = 0;
    std::size_t byte = 0;
    std::uint32_t column = 1;
  };

  std::size_t offset(Mark mark) const;
  /// A node of that kind that is not known to hold a byte yet.
  Node begun(Mark mark, Node::Content content);

  std::string_view text_;
  const std::vector<std::string_view>& lines_;
  Counted last_;  // where `position` counted to, so that the characters of a line are counted once
};

}  // namespace mentor::storage

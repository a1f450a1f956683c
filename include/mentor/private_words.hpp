/// `private-words`: texts that hold words about health or family, which no record should.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

/// Finds words that begin like one of the model's list. Case, ё and е do not count. It compares letters itself: `check`
/// asks it of a million notes.
class PrivateWords {
 public:
  explicit PrivateWords(const RuleContext& context) : PrivateWords(context.program.model().private_words) {}
  explicit PrivateWords(const std::vector<std::string>& words);

  /// The first of the words with which a word of the text begins. Nothing when there is none.
  std::optional<std::string> in(std::string_view text) const;

 private:
  struct Word {
    std::string written;
    std::u32string letters;
  };

  /// What a character is to the words of a text.
  enum class Part : std::uint8_t { none, letter, beginning };  // with a `beginning` one of the words begins
  static constexpr std::size_t known_characters = 0x500;       // up to the last Cyrillic one

  std::vector<Word> words_;
  std::array<Part, known_characters> parts_{};  // by code; a table, since every character of a text is asked
};

}  // namespace mentor

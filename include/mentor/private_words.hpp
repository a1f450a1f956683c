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

  /// The words that begin with one letter.
  using Words = std::vector<Word>;

  static constexpr std::size_t known_characters = 0x500;  // up to the last Cyrillic one

  /// The list of the words that begin with this letter. It is made if there is none.
  Words& beginning_with(char32_t letter);
  /// Where the word after the one at `place` begins. The end of the text when there is none.
  std::size_t next_word(std::string_view text, std::size_t place) const;
  /// The word with which the text begins. Null when it begins with none.
  const Word* at_start_of(std::string_view text) const;

  std::vector<Words> lists_;
  std::array<bool, 256> in_words_;                         // whether a byte belongs to a word
  std::array<std::uint16_t, known_characters> numbers_{};  // of the list of a letter, by its code; 0: there is none
};

}  // namespace mentor

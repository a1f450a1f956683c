/// `private-words`: texts that hold words about health or family, which no record should.
#pragma once

#include <array>
#include <cstddef>
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

  static constexpr std::size_t known_letters = 0x500;  // Latin and Cyrillic

  std::vector<Word> words_;
  std::array<bool, known_letters> begins_{};  // the small letters with which the words begin
};

}  // namespace mentor

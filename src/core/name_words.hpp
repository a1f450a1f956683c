/// The words of a name, by which two names are held against each other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mentor {

/// The words of one name. Apostrophes are left out, and a Latin letter is the Cyrillic one that looks like it. Each
/// part of a double name is a word. A single letter is an initial. Only the hash of a word is kept, which needs no
/// memory of its own. Of a name with more than `most` words, only the first ones are kept.
class NameWords {
 public:
  static constexpr std::size_t most = 8;

  struct Word {
    std::uint64_t hash = 0;
    char32_t first = 0;  // its first letter
    bool is_initial = false;
  };

  /// `folded` is a name after a `Fold`.
  explicit NameWords(std::string_view folded);

  std::span<const Word> all() const { return {words_.data(), size_}; }
  std::size_t size() const { return size_; }
  /// The same for the same words in any order. Without one of the words it is less by the hash of that word.
  std::uint64_t hash() const { return hash_; }

 private:
  void add(Word word, std::size_t letters);

  std::array<Word, most> words_{};
  std::size_t size_ = 0;
  std::uint64_t hash_ = 0;
};

/// Whether two names agree as far as they go: they have the same words in any order, where an initial may stand for a
/// word and one word, such as the patronymic, may be missing. At least one whole word must be the same.
bool agree(const NameWords& one, const NameWords& other);

}  // namespace mentor

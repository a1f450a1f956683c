#include "name_words.hpp"

#include <algorithm>

#include "look_alikes.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

namespace {

constexpr std::uint64_t hash_of_nothing = 0xCBF29CE484222325U;  // FNV-1a

std::uint64_t with_letter(std::uint64_t hash, char32_t letter) {
  constexpr std::uint64_t prime = 0x100000001B3U;
  return (hash ^ letter) * prime;
}

/// Mixes the bits, since hashes of words are added up.
std::uint64_t with_mixed_bits(std::uint64_t hash) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  hash = (hash ^ (hash >> 32U)) * odd;
  return hash ^ (hash >> 29U);
}

bool is_between_words(char32_t character) {
  return character == U' ' || character == U'-' || character == U'.' || character == U',';
}

}  // namespace

NameWords::NameWords(std::string_view folded) {
  Word word{hash_of_nothing};
  std::size_t letters = 0;
  while (!folded.empty()) {
    const auto decoded = utf8::decode(folded);
    folded.remove_prefix(decoded ? decoded->length : 1);
    const char32_t letter = decoded ? as_cyrillic(decoded->character) : U' ';
    if (is_between_words(letter)) {
      add(word, letters);
      word = {hash_of_nothing};
      letters = 0;
    } else if (letter != U'\'') {
      word.hash = with_letter(word.hash, letter);
      word.first = letters == 0 ? letter : word.first;
      ++letters;
    }
  }
  add(word, letters);
}

void NameWords::add(Word word, std::size_t letters) {
  if (letters == 0 || size_ == most) {
    return;
  }
  word.hash = with_mixed_bits(word.hash);
  word.is_initial = letters == 1;
  hash_ += word.hash;
  words_[size_++] = word;
}

namespace {

/// Takes words of a name one by one, each once.
class Taking {
 public:
  explicit Taking(std::span<const NameWords::Word> words) : words_(words) {}

  template <class Fits>
  bool take(Fits fits) {
    for (std::size_t index = 0; index < words_.size(); ++index) {
      if (!taken_[index] && fits(words_[index])) {
        return taken_[index] = true;
      }
    }
    return false;
  }

 private:
  std::span<const NameWords::Word> words_;
  std::array<bool, NameWords::most> taken_{};
};

}  // namespace

bool agree(const NameWords& one, const NameWords& other) {
  using Word = NameWords::Word;
  const NameWords& fewer = one.size() <= other.size() ? one : other;
  const NameWords& more = &fewer == &one ? other : one;
  if (fewer.size() == more.size() && fewer.hash() == more.hash()) {
    return fewer.size() != 0;
  }
  if (fewer.size() < 2 || more.size() - fewer.size() > 1) {
    return false;
  }
  Taking left{more.all()};
  std::array<const Word*, NameWords::most> rest{};
  std::size_t count = 0;
  for (const Word& word : fewer.all()) {
    const bool is_there =
        !word.is_initial && left.take([&](const Word& same) { return !same.is_initial && same.hash == word.hash; });
    if (!is_there) {
      rest[count++] = &word;
    }
  }
  return count < fewer.size() && std::all_of(rest.begin(), rest.begin() + count, [&](const Word* word) {
           return left.take(
               [&](const Word& like) { return like.first == word->first && (like.is_initial || word->is_initial); });
         });
}

}  // namespace mentor

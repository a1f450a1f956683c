#include "mentor/id.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <functional>
#include <memory>

namespace mentor {

namespace {

// The digit of a character is its index here plus 1. The digit 0 stands after the last character of an id, so a text
// comes before the longer texts that it begins.
constexpr std::string_view id_characters = "-0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::uint64_t base = 38;
constexpr std::size_t most_in_place = 12;
static_assert(id_characters.size() + 1 == base);

constexpr std::array<std::uint8_t, 256> counts_of_characters() {
  std::array<std::uint8_t, 256> counts{};
  for (std::size_t index = 0; index < id_characters.size(); ++index) {
    counts[static_cast<unsigned char>(id_characters[index])] = static_cast<std::uint8_t>(index + 1);
  }
  return counts;
}
constexpr std::array<std::uint8_t, 256> counts = counts_of_characters();

/// The powers of the base. The first one is its 0th power.
constexpr std::array<std::uint64_t, most_in_place> powers_of_base() {
  std::array<std::uint64_t, most_in_place> powers{1};
  for (std::size_t index = 1; index < powers.size(); ++index) {
    powers[index] = powers[index - 1] * base;
  }
  return powers;
}
constexpr std::array<std::uint64_t, most_in_place> powers = powers_of_base();

std::uint8_t count_of(char character) { return counts[static_cast<unsigned char>(character)]; }

/// Keeps each long text once, and only grows. There is a list for each hash value. A thread exchanges the front of a
/// list in one step, so threads need not wait for each other. What is given depends on the text alone, so the core
/// stays pure.
class LongTexts {
 public:
  /// The text as it is kept. It stays as long as the process runs.
  const std::string& keep(std::string_view text) {
    auto& list = lists_[std::hash<std::string_view>{}(text) % lists_.size()];
    const Kept* front = list.load();
    if (const Kept* found = find(front, nullptr, text)) {
      return found->text;
    }
    auto added = std::make_unique<Kept>(Kept{std::string{text}, front});
    while (!list.compare_exchange_weak(front, added.get())) {
      if (const Kept* found = find(front, added->next, text)) {
        return found->text;
      }
      added->next = front;
    }
    return added.release()->text;
  }

 private:
  struct Kept {
    std::string text;
    const Kept* next;
  };

  static const Kept* find(const Kept* kept, const Kept* end, std::string_view text) {
    while (kept != end && kept->text != text) {
      kept = kept->next;
    }
    return kept == end ? nullptr : kept;
  }

  // There are so many lists that even a million long ids do not make a list long. A page of the array costs nothing
  // before it is used. There is no destructor, which would go through all pages: the texts stay until the process ends.
  static constexpr std::size_t most_lists = std::size_t{1} << 16U;
  std::array<std::atomic<const Kept*>, most_lists> lists_{};
};

LongTexts& long_texts() {
  static LongTexts texts;
  return texts;
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), [](char character) { return count_of(character) != 0; });
}

std::string id_from_number(std::uint64_t number) {
  constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr int length = 10;
  std::string id;
  for (int index = 0; index < length; ++index) {
    id.push_back(alphabet[number % alphabet.size()]);
    number /= alphabet.size();
  }
  return id;
}

std::optional<IdText> IdText::parse(std::string_view text) {
  IdText id;
  if (text.size() > most_in_place) {
    if (!is_id(text)) {
      return std::nullopt;
    }
    const std::string* kept = &long_texts().keep(text);
    // The address is even, so half of it leaves the bit of the mark free. (`std::bit_cast` crashes clang-tidy 14.)
    static_assert(alignof(std::string) > 1 && sizeof(std::uintptr_t) <= sizeof(id.word_));
    id.word_ = long_mark | reinterpret_cast<std::uintptr_t>(kept) / 2;  // NOLINT(*-reinterpret-cast)
    return id;
  }
  if (text.empty() || text.front() == '-') {
    return std::nullopt;
  }
  for (const char character : text) {
    const std::uint8_t count = count_of(character);
    if (count == 0) {
      return std::nullopt;
    }
    id.word_ = id.word_ * base + count;
  }
  id.word_ *= powers[most_in_place - text.size()];
  return id;
}

IdText::Characters IdText::characters() const {
  Characters characters;
  if (is_long()) {
    const std::string& text = long_text();
    characters.size = static_cast<std::size_t>(std::copy(text.begin(), text.end(), characters.bytes.begin()) -
                                               characters.bytes.begin());
    return characters;
  }
  characters.size = most_in_place;
  std::uint64_t rest = word_;
  for (std::size_t index = most_in_place; index-- > 0; rest /= base) {
    if (rest % base == 0) {
      characters.size = index;
    } else {
      characters.bytes[index] = id_characters[rest % base - 1];
    }
  }
  return characters;
}

std::string IdText::to_string() const { return std::string{characters().text()}; }

const std::string& IdText::long_text() const {
  return *std::bit_cast<const std::string*>(static_cast<std::uintptr_t>(word_ << 1U));
}

std::strong_ordering IdText::compare_long(const IdText& other) const {
  const Characters own = characters();
  const Characters others = other.characters();
  return own.text() <=> others.text();
}

}  // namespace mentor

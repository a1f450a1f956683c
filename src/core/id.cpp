#include "mentor/id.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

namespace mentor {

namespace {

// What a character counts in the number: 0 stands behind the last one, so that a beginning comes before what it begins.
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

std::uint8_t count_of(char character) { return counts[static_cast<unsigned char>(character)]; }

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
  if (!is_id(text)) {
    return std::nullopt;
  }
  IdText id;
  if (text.size() > most_in_place) {
    auto owned = std::make_unique<std::string>(text);
    id.word_ = std::bit_cast<std::uintptr_t>(owned.release()) | long_mark;
    return id;
  }
  for (std::size_t index = 0; index < most_in_place; ++index) {
    id.word_ = id.word_ * base + (index < text.size() ? count_of(text[index]) : 0);
  }
  return id;
}

std::string IdText::to_string() const {
  if (is_long()) {
    return long_text();
  }
  std::array<char, most_in_place> text{};
  std::size_t length = most_in_place;
  std::uint64_t rest = word_;
  for (std::size_t index = most_in_place; index-- > 0; rest /= base) {
    if (rest % base == 0) {
      length = index;
    } else {
      text[index] = id_characters[rest % base - 1];
    }
  }
  return {text.data(), length};
}

std::size_t IdText::hash() const {
  // The numbers of short ids end alike.
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 by the golden ratio
  const std::uint64_t mixed = (is_long() ? std::hash<std::string>{}(long_text()) : word_) * odd;
  return mixed ^ (mixed >> 32U);
}

const std::string& IdText::long_text() const {
  return *std::bit_cast<const std::string*>(std::uintptr_t{word_ & ~long_mark});
}

std::strong_ordering IdText::compare_long(const IdText& other) const { return to_string() <=> other.to_string(); }

std::uint64_t IdText::copy_of(const IdText& other) {
  return std::bit_cast<std::uintptr_t>(std::make_unique<std::string>(other.long_text()).release()) | long_mark;
}

void IdText::destroy() { const std::unique_ptr<const std::string> owned{&long_text()}; }

}  // namespace mentor

#include "mentor/id.hpp"

#include <algorithm>

namespace mentor {

bool is_id(std::string_view text) {
  const auto letter_or_digit = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); };
  return !text.empty() && text.size() <= longest_id && letter_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char byte) { return letter_or_digit(byte) || byte == '-'; });
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

}  // namespace mentor

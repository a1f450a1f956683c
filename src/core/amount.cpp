#include "mentor/amount.hpp"

#include <algorithm>

#include "digits.hpp"
#include "mentor/text.hpp"

namespace mentor {

namespace {

constexpr std::int64_t one = 100;  // in hundredths

/// Reads digits with at most two more after a point.
std::optional<Amount> decimal_from(std::string_view text) {
  const auto point = text.find('.');
  const std::string_view digits = text.substr(0, point);
  constexpr std::size_t most_digits = 10;
  if (digits.empty() || digits.size() > most_digits) {
    return std::nullopt;
  }
  std::int64_t whole = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') {
      return std::nullopt;
    }
    whole = whole * 10 + (digit - '0');
  }
  if (point == std::string_view::npos) {
    return Amount::from_hundredths(whole * one);
  }
  const auto decimals = text.substr(point + 1);
  const auto value = number_from_digits(decimals);
  if (!value || decimals.size() > 2) {
    return std::nullopt;
  }
  return Amount::from_hundredths(whole * one + (decimals.size() == 1 ? *value * 10 : *value));
}

}  // namespace

std::optional<Amount> Amount::from_hundredths(std::int64_t hundredths) {
  return hundredths < 0 || hundredths > most * one ? std::nullopt : std::optional{Amount{hundredths}};
}

std::optional<Amount> Amount::parse(std::string_view text) {
  const auto amount = decimal_from(text);
  return amount && amount->to_string() == text ? amount : std::nullopt;
}

std::string Amount::to_string() const {
  std::string text = std::to_string(hundredths_ / one);
  const std::string rest = padded(static_cast<int>(hundredths_ % one), 2);
  const auto last = rest.find_last_not_of('0');
  return last == std::string::npos ? text : text + '.' + rest.substr(0, last + 1);
}

std::optional<Amount> amount_from_input(std::string_view text) {
  std::string plain = tidy_line(text);
  const std::string_view whole{plain.data(), std::min(plain.find_first_of(",."), plain.size())};
  const auto first_blank = whole.find(' ');
  for (std::size_t blank = first_blank; blank < whole.size(); blank += 4) {
    const auto group = whole.substr(blank + 1, whole.find(' ', blank + 1) - blank - 1);
    if (whole[blank] != ' ' || group.size() != 3) {  // «12 500», but not «2 2 1»
      return std::nullopt;
    }
  }
  std::erase(plain, ' ');
  std::replace(plain.begin(), plain.end(), ',', '.');
  return decimal_from(plain);
}

}  // namespace mentor

#include "mentor/age.hpp"

#include <utility>

#include "digits.hpp"

namespace mentor {

namespace {

int age_of(Date born, Date day) {
  const bool before_birthday = std::pair{day.month(), day.day()} < std::pair{born.month(), born.day()};
  return day.year() - born.year() - (before_birthday ? 1 : 0);
}

}  // namespace

std::optional<Born> Born::parse(std::string_view text) {
  if (const auto date = Date::parse(text)) {
    return Born{*date, true};
  }
  const auto year = text.size() == 4 ? number_from_digits(text) : std::nullopt;
  const auto first = year ? Date::from(*year, 1, 1) : std::nullopt;
  return first ? std::optional{Born{*first, false}} : std::nullopt;
}

Date Born::latest() const { return exact_ ? date_ : *Date::from(date_.year(), 12, 31); }

std::string Born::to_string() const { return exact_ ? date_.to_string() : padded(date_.year(), 4); }

Ages ages_on(const Born& born, Date day) { return {age_of(born.latest(), day), age_of(born.earliest(), day)}; }

std::optional<AgeRange> AgeRange::parse(std::string_view text) {
  constexpr int oldest = 150;
  if (text == "any") {
    return AgeRange{0, std::nullopt};
  }
  if (!text.empty() && text.back() == '+') {
    const auto from = number_from_digits(text.substr(0, text.size() - 1));
    return from && *from <= oldest ? std::optional{AgeRange{*from, std::nullopt}} : std::nullopt;
  }
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto from = number_from_digits(text.substr(0, dash));
  const auto to = number_from_digits(text.substr(dash + 1));
  return from && to && *from <= *to && *to <= oldest ? std::optional{AgeRange{*from, *to}} : std::nullopt;
}

std::string AgeRange::to_string() const {
  if (is_any()) {
    return "any";
  }
  return std::to_string(from_) + (to_ ? '-' + std::to_string(*to_) : "+");
}

}  // namespace mentor

/// For how many mentees at once a mentor has places: a whole number from 0 to 50 [ours].
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

class Places {
 public:
  static constexpr int most = 50;

  /// Reads `0` to `50`, without a sign or leading zeros.
  static std::optional<Places> parse(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    if (text.empty() || text.size() > 2 || text.find_first_not_of(digits) != std::string_view::npos) {
      return std::nullopt;
    }
    constexpr int ten = 10;
    Places places{0};
    for (const char digit : text) {
      places.number_ = places.number_ * ten + (digit - '0');
    }
    return places.number_ <= most && places.to_string() == text ? std::optional{places} : std::nullopt;
  }

  int number() const { return number_; }
  std::string to_string() const { return std::to_string(number_); }

  bool operator==(const Places&) const = default;

 private:
  explicit Places(int number) : number_(number) {}

  int number_;
};

}  // namespace mentor

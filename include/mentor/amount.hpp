/// How much of something: a plain decimal from 0 to a thousand million, with at most two decimals (model §2).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

class Amount {
 public:
  static constexpr std::int64_t most = 1'000'000'000;

  /// Nothing of it. A sum begins with it.
  Amount() = default;

  /// Nothing unless it is from 0 to `most`.
  static std::optional<Amount> from_hundredths(std::int64_t hundredths);

  /// Reads the text of a record: `2`, `1.5`, `0.25`, without a sign, leading zeros or zeros at the end of a fraction.
  static std::optional<Amount> parse(std::string_view text);

  std::int64_t hundredths() const { return hundredths_; }
  std::string to_string() const;

  auto operator<=>(const Amount&) const = default;

 private:
  explicit Amount(std::int64_t hundredths) : hundredths_(hundredths) {}

  std::int64_t hundredths_ = 0;
};

/// Reads what a person types: `2`, `1,5`, `12 000`, `1000.50`. The bounds of `Amount` hold.
std::optional<Amount> amount_from_input(std::string_view text);

}  // namespace mentor

#include "mentor/amount.hpp"

#include <doctest/doctest.h>

#include <string>

using mentor::Amount;

TEST_CASE("a record holds an amount as the shortest plain decimal with at most two decimals") {
  for (const std::string text : {"0", "2", "1.5", "0.25", "1000000000"}) {
    CAPTURE(text);
    const auto amount = Amount::parse(text);
    REQUIRE(amount);
    CHECK(amount->to_string() == text);
  }
  for (const std::string text :
       {"", "-1", "1e9", "1.50", "01", "1.", ".5", "1.255", "1000000000.01", "99999999999", "1,5"}) {
    CAPTURE(text);
    CHECK_FALSE(Amount::parse(text));
  }
}

TEST_CASE("people type amounts with a comma and with blanks between thousands") {
  const auto typed = [](const std::string& text) {
    const auto amount = mentor::amount_from_input(text);
    return amount ? amount->to_string() : std::string{"nothing"};
  };
  CHECK(typed("1,5") == "1.5");
  CHECK(typed("12 500,50") == "12500.5");
  CHECK(typed("12\u00A0500") == "12500");
  CHECK(typed("1 000 000") == "1000000");
  CHECK(typed("2 2 1") == "nothing");
  CHECK(typed("1 5") == "nothing");
  CHECK(typed("2 шт.") == "nothing");
  CHECK(typed("-2") == "nothing");
}

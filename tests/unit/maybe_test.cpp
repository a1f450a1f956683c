#include "mentor/maybe.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a value or nothing takes the bytes of the value, and is used like an optional") {
  static_assert(sizeof(Maybe<Id<Pair>>) == sizeof(Id<Pair>));
  Maybe<Id<Pair>> none;
  CHECK_FALSE(none.has_value());
  CHECK_FALSE(none);
  CHECK(none == std::nullopt);
  CHECK(none.value_or(id<Pair>("work")) == id<Pair>("work"));
  CHECK_THROWS_AS(none.value(), std::bad_optional_access);
  Maybe<Id<Pair>> some = id<Pair>("work");
  CHECK(some);
  CHECK(*some == id<Pair>("work"));
  CHECK(some->to_string() == "work");
  CHECK(some.value() == id<Pair>("work"));
  CHECK(some == id<Pair>("work"));
  CHECK(some != none);
  CHECK(Maybe<Id<Pair>>{Id<Pair>::parse("Не код")} == none);
  some = std::nullopt;
  CHECK(some == none);
}

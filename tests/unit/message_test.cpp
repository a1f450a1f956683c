#include "mentor/message.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a message keeps its key and its arguments with their types, in order") {
  const Message message = say("some.key", std::string{"Анна"}, Years{16}, today, std::int64_t{3});
  CHECK(message.key == "some.key");
  REQUIRE(message.arguments.size() == 4);
  CHECK(std::get<std::string>(message.arguments[0]) == "Анна");
  CHECK(std::get<Years>(message.arguments[1]) == Years{16});
  CHECK(std::get<Date>(message.arguments[2]) == today);
  CHECK(std::get<std::int64_t>(message.arguments[3]) == 3);
}

TEST_CASE("a message may go without arguments") { CHECK(say("some.key").arguments.empty()); }

TEST_CASE("messages are the same when their keys and arguments are") {
  CHECK(say("a", Years{16}) == say("a", Years{16}));
  CHECK(say("a", Years{16}) != say("a", Years{15}));
  CHECK(say("a", Years{16}) != say("b", Years{16}));
  CHECK(say("a", Years{16}) != say("a", std::int64_t{16}));
  CHECK(say("a", Count{2, "noun.errors"}) != say("a", Count{2, "noun.notes"}));
}

TEST_CASE("a key marked for the catalogs is the key itself") { CHECK(key("some.key") == "some.key"); }

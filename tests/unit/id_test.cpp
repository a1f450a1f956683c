#include "mentor/id.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

using namespace mentor;

namespace {

struct Thing;
using ThingId = Id<Thing>;

}  // namespace

TEST_CASE("an id is lower-case letters, digits and hyphens, up to 32 of them") {
  for (const std::string text : {"a", "7", "7k2m9qx4tz", "pupil-pupil", "a-", "0--0"}) {
    CAPTURE(text);
    CHECK(is_id(text));
  }
  CHECK(is_id(std::string(32, 'z')));
  CHECK_FALSE(is_id(std::string(33, 'z')));
}

TEST_CASE("what could leave a folder or break a line is no id") {
  for (const std::string text :
       {"", "-a", "A", "a.b", "..", "a/b", "/a", "a b", "a\n", "анна", "a_b", "a\\b", "a:b", "a\t"}) {
    CAPTURE(text);
    CHECK_FALSE(ThingId::parse(text));
  }
  CHECK_FALSE(ThingId::parse(std::string_view{"a\0b", 3}));
}

TEST_CASE("an id gives back the text that it was read from, at full length too") {
  const std::string longest(32, 'x');
  CHECK(ThingId::parse(longest)->to_string() == longest);
  CHECK(ThingId::parse("ab-1")->to_string() == "ab-1");
}

TEST_CASE("a blank id names nothing and is no other id") {
  CHECK(ThingId{}.is_blank());
  CHECK(ThingId{}.to_string().empty());
  CHECK_FALSE(ThingId::parse("a")->is_blank());
  CHECK(ThingId{} < ThingId::parse("0"));
}

TEST_CASE("ids are ordered as their texts are, a beginning before what it begins") {
  CHECK(ThingId::parse("a") < ThingId::parse("ab"));
  CHECK(ThingId::parse("ab") < ThingId::parse("b"));
  CHECK(ThingId::parse("0") < ThingId::parse("a"));
}

TEST_CASE("ids are ordered as their texts are at every length, within twelve characters and beyond") {
  const std::vector<std::string> texts = {"0",
                                          "00",
                                          "a",
                                          "a-",
                                          "a0",
                                          "aa",
                                          "abcdefghijk",
                                          "abcdefghijkl",
                                          "abcdefghijkl-",
                                          "abcdefghijkl0",
                                          "abcdefghijkm",
                                          "teacher-teacher",
                                          "zzzzzzzzzzzz",
                                          "zzzzzzzzzzzzz"};
  for (const auto& one : texts) {
    for (const auto& other : texts) {
      CAPTURE(one);
      CAPTURE(other);
      CHECK((*ThingId::parse(one) <=> *ThingId::parse(other)) == (one <=> other));
      CHECK((ThingId::parse(one) == ThingId::parse(other)) == (one == other));
    }
    CHECK(ThingId::parse(one)->to_string() == one);
  }
}

TEST_CASE("a long id is the same whichever thread has read it") {
  constexpr std::size_t count = 2000;
  const auto read_all = [](std::vector<ThingId>& ids) {
    for (std::size_t number = 0; number < count; ++number) {
      ids.push_back(*ThingId::parse("abcdefghijkl-longer-" + std::to_string(number)));
    }
  };
  std::vector<ThingId> here;
  std::vector<ThingId> there;
  {
    const std::jthread other{read_all, std::ref(there)};
    read_all(here);
  }
  REQUIRE(here.size() == count);
  CHECK(here == there);
  CHECK(std::set<ThingId>{here.begin(), here.end()}.size() == count);
  CHECK(here.back().to_string() == "abcdefghijkl-longer-1999");
}

TEST_CASE("equal ids hash alike") {
  const std::unordered_set<ThingId> set{*ThingId::parse("a"), *ThingId::parse("a"), *ThingId::parse("b")};
  CHECK(set.size() == 2);
}

TEST_CASE("ids of different kinds do not mix") {
  static_assert(!std::is_convertible_v<Id<int>, Id<char>>);
  static_assert(!std::is_constructible_v<ThingId, std::string>);
}

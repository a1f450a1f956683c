// Who of the mentees became a mentor: generations, chains, and what is no relay.
#include <doctest/doctest.h>

#include <string>

#include "made_report.hpp"
#include "mentor/edition.hpp"

using namespace sample;
using made::MadeReport;

namespace {

/// Teachers a to e, and the reasons of the edition.
Program five_teachers() {
  Program program = empty_program();
  program.settings.model.reasons = model_of_edition(1).reasons;
  for (const std::string name : {"a", "b", "c", "d", "e"}) {
    store(program, teacher(name));
  }
  return program;
}

void mentors(Program& program, const std::string& mentor, const std::string& mentee, std::string_view from,
             std::string_view until = {}, std::string_view reason = {}) {
  Pair one = pair(mentor + '-' + mentee + '-' + std::string{from}, mentor, mentee, from, until, "teacher-teacher");
  one.reason = Id<Reason>::parse(reason);
  store(program, one);
}

}  // namespace

TEST_CASE("a chain of four is found, and who was a mentee and became a mentor") {
  Program program = five_teachers();
  mentors(program, "a", "b", "2022-10-01", "2023-05-31");
  mentors(program, "b", "c", "2023-10-01", "2024-05-31");
  mentors(program, "c", "d", "2024-10-01", "2025-05-31");
  mentors(program, "c", "e", "2024-10-01");
  const MadeReport relay{program, "relay", "2025-06-01"};
  CHECK(relay.fact("longest") == "4");
  CHECK(relay.fact("longest-chain") == "a b c d");
  CHECK(relay.fact("former-mentees") == "3");  // whose pair goes on is none yet
  CHECK(relay.fact("became-mentors") == "0.6667");
  CHECK(relay.section("generations") == "1,1,1,0|2,1,1,0|3,1,1,1|4,2,0,0");
  CHECK(relay.section("relay") == "c,,3,a b c,2024-10-01,2,0|b,,2,a b,2023-10-01,1,1");
}

TEST_CASE("of several mentors before the first mentoring the longest chain counts, and those after it do not") {
  Program program = five_teachers();
  mentors(program, "a", "b", "2022-10-01");
  mentors(program, "e", "c", "2022-10-01");
  mentors(program, "b", "c", "2023-10-01");
  mentors(program, "c", "d", "2024-10-01");
  mentors(program, "d", "e", "2025-10-01");  // who mentored before
  const MadeReport relay{program, "relay", "2026-06-01"};
  CHECK(relay.fact("longest-chain") == "a b c d");
  CHECK(relay.section("generations") == "1,2,2,2|2,1,1,1|3,1,1,1|4,1,1,1");
}

TEST_CASE("pairs that go in a ring end no later than others, and nobody stands twice in a chain") {
  Program program = five_teachers();
  mentors(program, "a", "b", "2022-10-01", "2023-05-31");
  mentors(program, "b", "c", "2023-10-01", "2024-05-31");
  mentors(program, "c", "a", "2024-10-01", "2025-05-31");
  mentors(program, "a", "b", "2025-10-01");
  mentors(program, "d", "e", "2025-10-01");
  mentors(program, "e", "d", "2025-10-01");  // on the same day
  const MadeReport relay{program, "relay", "2026-06-01"};
  CHECK(relay.fact("longest-chain") == "a b c");
  CHECK(relay.section("relay") == "c,,3,a b c,2024-10-01,1,0|b,,2,a b,2023-10-01,1,1");
}

TEST_CASE("void, proposed and later pairs hand nothing on") {
  Program program = five_teachers();
  mentors(program, "a", "b", "2022-10-01", "2022-10-02", "mistake");
  mentors(program, "b", "c", "2023-10-01", "2024-05-31");
  Pair proposed = pair("c-d", "c", "d", "2024-10-01", {}, "teacher-teacher");
  proposed.from = FirstDay{};
  store(program, proposed);
  mentors(program, "c", "e", "2025-10-01");
  CHECK(MadeReport{program, "relay", "2025-09-30"}.section("relay") == "");
  CHECK(MadeReport{program, "relay", "2025-10-01"}.section("relay") == "c,,2,b c,2025-10-01,1,0");
  CHECK(MadeReport{program, "relay", "2023-09-30"}.fact("longest") == "0");
}

TEST_CASE("the people of the filter are counted, their chains whole") {
  Program program = five_teachers();
  mentors(program, "a", "b", "2022-10-01", "2023-05-31");
  mentors(program, "b", "c", "2023-10-01", "2024-05-31");
  mentors(program, "c", "d", "2024-10-01", "2025-05-31");
  const MadeReport relay{program, "relay", "2025-06-01", {.person = id<Participant>("c")}};
  CHECK(relay.section("relay") == "c,,3,a b c,2024-10-01,1,0");
  CHECK(relay.fact("became-mentors") == "1");
}

TEST_CASE("a very long chain is counted whole and shown in part") {
  Program program = empty_program();
  constexpr int people = 3000;
  Date from = day("2001-09-01");
  for (int number = 0; number < people; ++number) {
    store(program, teacher("p" + std::to_string(number)));
    if (number != 0) {
      mentors(program, "p" + std::to_string(number - 1), "p" + std::to_string(number), from.to_string());
      from = from.plus_days(1);
    }
  }
  const MadeReport relay{program, "relay", "2026-06-01"};
  CHECK(relay.fact("longest") == "3000");
  CHECK(relay.fact("longest-chain") == "p2988 p2989 p2990 p2991 p2992 p2993 p2994 p2995 p2996 p2997 p2998 p2999");
}

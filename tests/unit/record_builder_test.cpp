#include "cli/record_builder.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "sample.hpp"
#include "trip.hpp"

using namespace sample;

namespace {

/// A session at the sample's day, and the sample's program with two teachers paired.
class Desk {
 public:
  Desk() {
    loaded.program = sample::program();
    for (Form& form : loaded.program.settings.model.forms) {
      form.activities.push_back({id<ActivityType>("talk-" + form.id.to_string()), {"беседа", "talk"}});
    }
    store(loaded.program, pair("staff", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  }

  template <class Record>
  cli::RecordBuilder<Record> builder(Record record = {}) const {
    return {session, loaded, std::move(record)};
  }

  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{.in = in,
                   .out = out,
                   .err = err,
                   .environment = [](const char*) { return std::nullopt; },
                   .today = [] { return today; }};
  cli::Session session{world, {}, {}};
  storage::Loaded loaded;
};

/// Why the record was refused, a line each.
template <class Record>
std::string refusals(cli::RecordBuilder<Record>& builder) {
  std::string text;
  try {
    builder.take();
  } catch (const cli::Refused& refused) {
    for (const Finding& finding : refused.findings) {
      text.append(text.empty() ? "" : "\n").append(plain(finding.message));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("of activity types with one label that of the form is meant whose pair the record names, whatever its kind") {
  const Desk desk;
  for (const auto& [named, type] :
       {std::pair{"work", "talk-pupil-pupil"}, std::pair{"staff", "talk-teacher-teacher"}}) {
    auto trip = desk.builder<Trip>();
    trip.type("pair", {named});
    trip.type("type", {"беседа"});
    CHECK(trip.take().type == id<ActivityType>(type));
    auto activity = desk.builder<Activity>();
    activity.type("pairs", {named});
    activity.type("type", {"беседа"});
    CHECK(activity.take().type == id<ActivityType>(type));
  }
}

TEST_CASE("the last value may be taken from a list that may be empty, and from no other") {
  const Desk desk;
  auto trip = desk.builder<Trip>({.guests = ids<Participant>({"anna"})});
  trip.take_from("guests", {"anna"});
  CHECK(trip.take().guests.empty());
  auto person = desk.builder(mentee("anna"));
  person.take_from("roles", {"mentee"});
  CHECK(refusals(person) == "edit.last-in-list(roles)");
}

TEST_CASE("a value that stands in the list is added once, one that does not stand there is not taken") {
  const Desk desk;
  auto trip = desk.builder<Trip>({.guests = ids<Participant>({"anna"})});
  trip.add_to("guests", {"boris", "anna", "boris"});
  CHECK(trip.take().guests == ids<Participant>({"anna", "boris"}));
  auto other = desk.builder<Trip>({.guests = ids<Participant>({"anna"})});
  other.take_from("guests", {"boris"});
  CHECK(refusals(other) == "edit.not-in-list(guests, boris, anna)");
}

TEST_CASE("a list with an empty value is refused, though an empty text clears a field that may be empty") {
  const Desk desk;
  const std::vector<std::vector<std::string>> lists{{"anna", ""}, {"", "anna"}, {"", ""}};
  for (const auto& typed : lists) {
    auto trip = desk.builder<Trip>();
    trip.type("guests", typed);
    trip.add_to("guests", typed);
    trip.take_from("guests", typed);
    const std::string refused = "field-value.empty-item(guests)";
    CHECK(refusals(trip) == refused + '\n' + refused + '\n' + refused);
  }
  auto cleared = desk.builder<Trip>({.guests = ids<Participant>({"anna"})});
  cleared.type("guests", {""});
  CHECK(cleared.take().guests.empty());
}

TEST_CASE("an entry is given a text, another one in its place, or taken away, and the other entries stay") {
  const Desk desk;
  const Entries both{{{"comfort", "7"}, {"useful", "да"}}};
  for (const auto& [word, text, expected] :
       {std::tuple{"trust", "9", Entries{{{"comfort", "7"}, {"useful", "да"}, {"trust", "9"}}}},
        std::tuple{"comfort", "8", Entries{{{"comfort", "8"}, {"useful", "да"}}}},
        std::tuple{"comfort", "", Entries{{{"useful", "да"}}}}, std::tuple{"trust", "", both}}) {
    auto trip = desk.builder<Trip>({.answers = both});
    trip.set_entry("answers", word, text);
    CHECK(trip.take().answers == expected);
  }
  auto trip = desk.builder<Trip>({.answers = Entries{{{"comfort", "7"}}}});
  trip.set_entry("answers", "comfort", "");
  CHECK(trip.take().answers.is_empty());
}

TEST_CASE("an entry whose word is none, or whose text has two lines, is refused by what is wrong with it") {
  const Desk desk;
  auto trip = desk.builder<Trip>();
  trip.set_entry("answers", "Удобно ли", "да");
  trip.set_entry("answers", "comfort", "7\n8");
  CHECK(refusals(trip) ==
        "field-value.wrong(answers, Удобно ли, <expected.id>)\n"
        "field-value.wrong(answers, 7\n8, <expected.line>)");
}

TEST_CASE("a word is typed with a field of entries and with no other") {
  const auto refused = [](const std::string& name) {
    try {
      cli::target_of<Trip>(name);
    } catch (const cli::Refused& refusal) {
      return plain(refusal.message);
    }
    return std::string{};
  };
  CHECK(*cli::target_of<Trip>("answers.comfort").word == "comfort");
  CHECK(!cli::target_of<Trip>("guests").word);
  CHECK(refused("answers") == "edit.entries(answers)");
  CHECK(refused("guests.anna") == "edit.no-entries(guests.anna, guests)");
  CHECK(refused("guest.anna").starts_with("edit.no-such-field(guest"));
}

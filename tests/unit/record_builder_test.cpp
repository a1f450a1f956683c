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

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

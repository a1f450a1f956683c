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
  CHECK(refused("guest.anna") == "edit.no-entries(guest.anna, guests)");
  CHECK(refused("visitor.anna").starts_with("edit.no-such-field(visitor"));
}

TEST_CASE("the pair of a person is that of the day of the activity, which is typed before") {
  Desk desk;
  store(desk.loaded.program, pair("former", "ivan", "anna", "2025-09-01", "2026-05-31"));
  for (const auto& [on, meant] : {std::pair{"15.05.2026", "former"}, std::pair{"5.11", "work"}}) {
    auto activity = desk.builder<Activity>();
    activity.type("on", {on});
    activity.type("pairs", {"anna"});
    CHECK(activity.take().pairs == IdList<Pair>{ids<Pair>({meant})});
  }
}

TEST_CASE("all pairs of a mentor may be typed at once, and no two mentors") {
  Desk desk;
  store(desk.loaded.program, mentee("dora"));
  store(desk.loaded.program, pair("second", "ivan", "dora"));
  auto activity = desk.builder<Activity>();
  activity.type("on", {"5.11"});
  activity.type("pairs", {"ivan/"});
  CHECK(activity.take().pairs == IdList<Pair>{ids<Pair>({"work", "second"})});
  auto taken = desk.builder<Activity>(sample::activity("a", {"work", "second"}));
  taken.take_from("pairs", {"/dora"});
  CHECK(taken.take().pairs == IdList<Pair>{ids<Pair>({"work"})});
  Participant namesake = mentor_pupil("ivan-2");
  namesake.name = "ivan";
  store(desk.loaded.program, namesake);
  store(desk.loaded.program, pair("third", "ivan-2", "dora"));
  auto doubtful = desk.builder<Activity>();
  doubtful.type("on", {"5.11"});
  CHECK_NOTHROW(doubtful.type("pairs", {"ivan/"}));  // it is an id
  CHECK_THROWS_AS(doubtful.type("pairs", {"iva/"}), cli::Refused);
}

TEST_CASE("the last day of a pair that is typed without its year comes after the first one") {
  const Desk desk;
  auto fresh = desk.builder<Pair>();
  fresh.type("from", {"5.10"});
  fresh.type("until", {"31.05"});
  CHECK(fresh.take().until == day("2027-05-31"));
  auto old = desk.builder<Pair>(pair("old", "ivan", "anna", "2025-09-01"));
  old.type("until", {"31.05"});
  CHECK(refusals(old) == "day-input.either-year(31.05, 2026-05-31, 2027-05-31)");
  auto wrong = desk.builder<Pair>(pair("old", "ivan", "anna", "2025-09-01"));
  wrong.type("until", {"31.02"});
  CHECK(refusals(wrong) == "field-value.wrong(until, 31.02, <expected.date-input>)");
}

TEST_CASE("a word that may mean several entries of the model is refused with them") {
  const Desk desk;
  auto two = desk.builder<Activity>();
  two.type("pairs", {"staff"});
  two.type("type", {"talk"});
  CHECK(two.take().type == id<ActivityType>("talk-teacher-teacher"));
  auto several = desk.builder<Activity>();
  several.type("type", {"talk-"});
  CHECK(refusals(several) ==
        "field-value.several-words(type, talk-, talk-pupil-pupil (talk)|talk-teacher-teacher (talk))");
}

TEST_CASE("of people who are called alike the one with the role of the field is meant") {
  Desk desk;
  Participant other = mentee("ivan-younger");
  other.name = "Ivan Gromov";
  Participant elder = mentor_pupil("gromov");
  elder.name = "Petr Gromov";
  store(desk.loaded.program, other);
  store(desk.loaded.program, elder);
  auto made = desk.builder<Pair>();
  made.type("from", {"5.10"});
  made.type("mentor", {"Gromov"});
  made.type("mentee", {"Gromov"});
  const Pair pair = made.take();
  CHECK(pair.mentor == id<Participant>("gromov"));
  CHECK(pair.mentee == id<Participant>("ivan-younger"));
}

TEST_CASE("a control character is refused in what was typed, as it is in a file") {
  const Desk desk;
  auto builder = desk.builder<Activity>();
  builder.type("note", {"Тема\x1b[31m"});
  CHECK(refusals(builder) == "field-value.control-character(note, U+001B)");
  auto lines = desk.builder<Activity>();
  lines.type("note", {"Тема\n\tдва"});
  CHECK(refusals(lines).empty());
  auto name = desk.builder<Participant>();
  name.type("name", {"Зуев\x7f"});
  CHECK(refusals(name) == "field-value.control-character(name, U+007F)");
  CHECK_THROWS_AS(cli::own_texts("x-room", "12\x01", false), cli::Refused);
}

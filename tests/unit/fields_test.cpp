#include "mentor/fields.hpp"

#include <doctest/doctest.h>

#include <set>

#include "sample.hpp"

using namespace sample;

namespace {

/// The scalars of a field that may change by days, but never did.
std::vector<std::string> as_whole(const FieldDescription& field, const std::vector<std::string>& scalars) {
  std::vector<std::string> whole;
  for (const std::string& scalar : scalars) {
    whole.insert(whole.end(), {std::string{}, scalar});
  }
  return field.is_dated() ? whole : scalars;
}

/// What the field says to the scalars: a key of the catalogs, or nothing.
template <class Record>
std::string_view set(std::string_view name, std::vector<std::string> scalars, Record record = {}) {
  const auto& field = fields<Record>()[field_index<Record>(name)];
  scalars = as_whole(field, scalars);
  return field.set(record, std::vector<std::string_view>{scalars.begin(), scalars.end()}).expected;
}

template <class Record>
Cell cell(const Program& program, const Record& record, std::string_view name) {
  return fields<Record>()[field_index<Record>(name)].cell(record, {program, today});
}

}  // namespace

TEST_CASE("the id of a record stands first, must be there and refers to nothing") {
  for_each_kind([]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      CAPTURE(field.name);
      CHECK((field.meaning == Meaning::own_id) == (&field == &fields<Record>().front()));
    }
    CHECK(fields<Record>().front().name == "id");
    CHECK(fields<Record>().front().presence == Presence::required);
    CHECK(fields<Record>().front().refers_to == kind_count);
  });
}

TEST_CASE("no kind has more fields than places are kept for") {
  for_each_kind([]<class Record>(Record*) { CHECK(fields<Record>().size() <= most_fields); });
}

TEST_CASE("every field is found by its name and explained in both languages") {
  for_each_kind([]<class Record>(Record*) {
    std::set<std::string_view> seen;
    for (std::size_t index = 0; index < fields<Record>().size(); ++index) {
      const auto& field = fields<Record>()[index];
      CAPTURE(field.name);
      CHECK(field_index<Record>(field.name) == index);
      CHECK(seen.insert(field.name).second);
      for (const Language language : {Language::ru, Language::en}) {
        CHECK_FALSE(field.heading.in(language).empty());
        CHECK(field.help.in(language).ends_with('.'));
      }
    }
  });
}

TEST_CASE("entries stand last: they take more lines than one, and the places of what stands behind would be wrong") {
  for_each_kind([]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      CHECK((field.shape != Shape::entries || field.name == fields<Record>().back().name));
    }
  });
}

TEST_CASE("a field gives back the scalars that it took") {
  Participant person;
  const auto check = [&](std::string_view name, const std::vector<std::string>& typed) {
    const auto& field = fields<Participant>()[field_index<Participant>(name)];
    const auto scalars = name == "unit" ? typed : as_whole(field, typed);
    CHECK(field.set(person, std::vector<std::string_view>{scalars.begin(), scalars.end()}).is_none());
    CHECK(field.scalars(person) == scalars);
  };
  check("id", {"anna"});
  check("name", {"Семёнова Анна"});
  check("category", {"pupil"});
  check("roles", {"mentor", "mentee"});
  check("born", {"2014"});
  check("unit", {"", "6Б"});
  check("unit", {"2026-09-14", "6Б", "2027-09-01", "7Б"});
  check("joined", {"2026-09-14"});
}

TEST_CASE("an empty field has no scalars") {
  for (const auto& field : fields<Participant>()) {
    CAPTURE(field.name);
    CHECK(field.scalars(Participant{}).empty());
  }
  CHECK(fields<Activity>()[field_index<Activity>("hours")].scalars({}).empty());
  CHECK(fields<Activity>()[field_index<Activity>("note")].scalars({}).empty());
  CHECK(fields<Pair>()[field_index<Pair>("until")].scalars({}).empty());
}

TEST_CASE("a wrong value is answered with what would be right") {
  CHECK(set<Participant>("id", {"Anna"}) == "expected.id");
  CHECK(set<Participant>("name", {" \t"}) == "expected.line");
  CHECK(set<Participant>("name", {"Анна\nПетровна"}) == "expected.line");
  CHECK(set<Participant>("name", {"Анна\xFF"}) == "expected.line");
  CHECK(set<Participant>("category", {"обучающийся"}) == "expected.id");
  CHECK(set<Participant>("roles", {"mentee", "curator"}) == "expected.role");
  CHECK(set<Participant>("roles", {"mentee", "mentee"}) == "expected.no-repeats");
  CHECK(set<Participant>("born", {"09.03.2014"}) == "expected.born");
  CHECK(set<Participant>("joined", {"2026"}) == "expected.date");
  CHECK(set<Activity>("hours", {"0"}) == "expected.hours");
  CHECK(set<Activity>("note", {"\xFF"}) == "expected.text");
  CHECK(set<Activity>("note", {"две\nстроки"}).empty());
}

TEST_CASE("a refused value leaves the field alone") {
  Participant person = mentee("anna");
  const auto& roles = fields<Participant>()[field_index<Participant>("roles")];
  const std::vector<std::string_view> wrong{"", "mentor", "", "king"};
  CHECK(roles.set(person, wrong).expected == "expected.role");
  CHECK(person.roles == std::vector{Role::mentee});
}

TEST_CASE("a field of one value does not take several or none") {
  CHECK(set<Participant>("name", {"Анна", "Пётр"}) == "expected.day-of-value");
  CHECK(set<Participant>("born", {}) == "expected.born");
}

TEST_CASE("a word of the model is shown with its label, an unknown one by its id") {
  const Program school = program();
  CHECK(std::get<Labelled>(cell(school, mentee("anna"), "category")).label.in(Language::en) == "pupil");
  const auto unknown = std::get<Labelled>(cell(school, participant("x", "parent", {}), "category"));
  CHECK(unknown.id == "parent");
  CHECK(unknown.label == Label{"parent", "parent"});
}

TEST_CASE("a reference is shown with the name behind it, a dangling one by its id") {
  const Program school = program();
  const auto pairs = std::get<std::vector<Reference>>(cell(school, activity("x", {"work", "lost"}), "pairs"));
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].name == "ivan / anna");
  CHECK(pairs[1].name == "lost");
  CHECK(std::get<Reference>(cell(school, pair("x", "nobody", "anna"), "mentor")).name == "nobody");
}

TEST_CASE("only fields that name other records are references, each to a kind before its own or to its own") {
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      CAPTURE(field.name);
      CHECK((field.meaning == Meaning::reference) == (field.refers_to != kind_count));
      CHECK((field.meaning != Meaning::reference || field.refers_to <= kind_index<Record>()));
      CHECK((field.meaning == Meaning::choice) == !field.choices.empty());
    }
  });
}

TEST_CASE("a field gives the ids that it holds, of records and of the model") {
  const auto ids_in = [](const auto& record, std::string_view name) {
    Texts ids;
    auto visit = [&](IdText id) { ids.push_back(id.to_string()); };
    using Record = std::decay_t<decltype(record)>;
    fields<Record>()[field_index<Record>(name)].for_each_id(record, IdVisitor{visit});
    return ids;
  };
  CHECK(ids_in(pair("work", "ivan", "anna"), "mentor") == Texts{"ivan"});
  CHECK(ids_in(pair("work", "ivan", "anna"), "form") == Texts{"pupil-pupil"});
  CHECK(ids_in(activity("x", {"work", "play"}), "pairs") == Texts{"work", "play"});
  CHECK(ids_in(mentee("anna"), "roles").empty());
  CHECK(ids_in(Pair{}, "mentor").empty());
}

TEST_CASE("what is only shown is known by the names of the fields asked for") {
  for_each_kind([]<class Record>(Record*) {
    const auto all = fields<Record>();
    const auto has = [&](Use use) {
      return std::any_of(all.begin(), all.end(), [&](const auto& field) { return field.use == use; });
    };
    for (const auto& field : all) {
      CAPTURE(field.name);
      CHECK(needs_more_than_counted<Record>(Texts{"id", std::string{field.name}}) ==
            (field.use == Use::shown || has(Use::examined)));
    }
    CHECK(needs_more_than_counted<Record>() == (has(Use::shown) || has(Use::examined)));
    CHECK(needs_more_than_counted<Record>(Texts{}) == has(Use::examined));
  });
}

TEST_CASE("a birth is a date only when the day is known, and an empty field is an empty cell") {
  const Program school = program();
  CHECK(std::get<Date>(cell(school, mentee("x", "2014-03-09"), "born")) == day("2014-03-09"));
  CHECK(std::get<std::string>(cell(school, mentee("x", "2014"), "born")) == "2014");
  CHECK(std::holds_alternative<std::monostate>(cell(school, mentee("x", ""), "born")));
}

TEST_CASE("a record's file is named after its kind and id") {
  CHECK(path_of(id<Participant>("anna")) == "participants/anna.yaml");
  CHECK(path_of(id<Pair>("q0d8rf3w1n")) == "pairs/q0d8rf3w1n.yaml");
  CHECK(path_of(id<Activity>("x")) == "activities/x.yaml");
}

TEST_CASE("only a school year of activities is packed") {
  CHECK(is_packed_name<Activity>("2025-2026"));
  CHECK_FALSE(is_packed_name<Participant>("2025-2026"));
  CHECK_FALSE(is_packed_name<Pair>("2025-2026"));
  CHECK(is_packed_name<Step>("2025-2026"));
  for (const std::string name : {"2025-202", "2025-20266", "20252026", "2025x2026", "abcd-2026", ""}) {
    CAPTURE(name);
    CHECK_FALSE(is_packed_name<Activity>(name));
  }
}

TEST_CASE("an id with other hyphens is no school year") {
  CHECK_FALSE(is_packed_name<Activity>("12-3-4-56"));
  CHECK_FALSE(is_packed_name<Activity>("2025-20-6"));
}

TEST_CASE("a line shows something, ends nowhere within and has a bound") {
  CHECK(is_line("Анна"));
  CHECK(is_line("Анна \u00a0 Ли"));
  for (const std::string text :
       {"", " \t", "\u00a0", "\u200b\u2003", "\u2800", "\u3164\ufe0f", "a\nb", "a\r", "\xff"}) {
    CAPTURE(text);
    CHECK_FALSE(is_line(text));
  }
  CHECK(is_line(std::string(longest_text, 'a')));
  CHECK_FALSE(is_line(std::string(longest_text + 1, 'a')));
}

TEST_CASE("a field that a kind lacks is an error of the program") {
  CHECK_THROWS_AS(field_index<Pair>("shoe-size"), std::logic_error);
}

#include "mentor/reports.hpp"

#include <doctest/doctest.h>

#include "language/words.hpp"
#include "render/cells.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

/// The sample with two activities, one of them of two pairs of different forms.
Program school_to_report() {
  Program result = program();
  Participant egor = mentee("egor");
  egor.unit = "6Б";
  store(result, egor);
  store(result, pair("talk", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  store(result, pair("idle", "ivan", "egor", "2026-09-01", "2026-10-31"));
  store(result, activity("a1", {"work"}, "project", "2026-10-10", "1.5"));
  store(result, activity("a2", {"work", "talk"}, "project", "2026-12-20", "0.25"));
  return result;
}

/// Rows as machines read them: cells with commas, rows with bars between, the total after `=`.
std::string outline(const Section& section) {
  const auto row = [](const Row& cells) {
    std::string text;
    for (std::size_t index = 0; index < cells.size(); ++index) {
      text += (index == 0 ? "" : ",") + render::machine(cells[index]);
    }
    return text;
  };
  std::string text;
  section.rows.for_each([&](const Row& cells) { text += (text.empty() ? "" : "|") + row(cells); });
  return text + (section.total.empty() ? "" : "=" + row(section.total));
}

struct Made {
  Program program = school_to_report();
  SortKey sort_key = language::russian_order();

  ReportContext context(Filter filter = {}) const {
    return {program, std::move(filter), day("2027-01-15"), sort_key, {}};
  }
  std::string section(std::string_view report, std::string_view key, Filter filter = {}) const {
    for (const ReportRow* row : all_reports()) {
      if (row->name == report) {
        const Report report_made = make_report(*row, context(filter));
        for (const Section* section : blocks_of<Section>(report_made)) {
          if (section->key == key) {
            return outline(*section);
          }
        }
      }
    }
    return "(no such section)";
  }
};

}  // namespace

TEST_CASE("the reports of the main job are there, each named in both languages") {
  std::string names;
  for (const ReportRow* row : all_reports()) {
    names += std::string{row->name} + ' ';
    for (const Language language : {Language::ru, Language::en}) {
      CHECK_FALSE(row->title.in(language).empty());
    }
  }
  CHECK(names.starts_with("summary participants pairs activities "));
}

TEST_CASE("every row and total has as many cells as there are columns") {
  const Made made;
  for (const ReportRow* row : all_reports()) {
    const Report report = make_report(*row, made.context());
    for (const Section* section : blocks_of<Section>(report)) {
      CAPTURE(section->key);
      section->rows.for_each([&](const Row& cells) { CHECK(cells.size() == section->columns.size()); });
      CHECK((section->total.empty() || section->total.size() == section->columns.size()));
    }
  }
}

TEST_CASE(
    "a report says whose it is, of which day and revision, and what could not be read or stands in several places") {
  Made made;
  made.program.all<Pair>().add_unreadable("torn");
  store(made.program, mentee("egor"), "participants/copy.yaml");
  ReportContext context = made.context();
  context.revision = "0123456789ab";
  const std::vector<Finding> of_reading{
      {Rule::file_ignored,
       Severity::error,
       {.path = "pairs/work (1).yaml"},
       say("file-ignored.copy", "pairs/work.yaml"),
       {"work"}},
      {Rule::field_value, Severity::error, {"pairs/work.yaml", 6, 8, "until"}, {}, {"work"}},
      {Rule::field_missing, Severity::error, {"pairs/torn.yaml", 1, 1, "from"}, {}, {"torn"}},
      {Rule::not_canonical, Severity::note, {"pairs/work.yaml", 5, 7, "from"}, {}, {"work"}}};
  context.health = health_of(made.program, of_reading);
  std::string facts;
  for (const auto& fact : make_report(*all_reports().front(), context).facts) {
    facts += fact.key + '=' + render::machine(fact.value) + ' ';
  }
  CHECK(facts ==
        "organization=Гимназия № 7 today=2027-01-15 revision=0123456789ab unreadable=1 repeated=1 "
        "passed-over=1 left-out=1 ");
  const auto report = make_report(*all_reports().front(), context);
  REQUIRE(report.health);
  std::string spots;
  report.health->rows.for_each([&](const Row& row) {
    for (const Cell& cell : row) {
      spots += render::machine(cell) + ' ';
    }
    spots += '\n';
  });
  CHECK(spots ==
        "unreadable pairs/torn.yaml 1 from \npassed-over pairs/work (1).yaml   \nleft-out pairs/work.yaml 6 until "
        "\nrepeated participants/copy.yaml 1 id \n");
}

TEST_CASE("a report of sound files says nothing of their health") {
  const Made made;
  CHECK_FALSE(make_report(*all_reports().front(), made.context()).health);
}

TEST_CASE("a report names what its records were chosen by") {
  const Made made;
  ReportContext context = made.context();
  CHECK(make_report(*all_reports()[1], context).filters.empty());
  context.filter.role = Role::mentor;
  context.filter.units = {"6Б", "6б"};
  context.filter.form = id<Form>("pupil-pupil");
  context.filter.state = PairState::open;
  std::string filters;
  for (const auto& fact : make_report(*all_reports()[1], context).filters) {
    filters += fact.key + '=' + render::machine(fact.value) + ' ';
  }
  CHECK(filters == "role=mentor unit=6Б 6б form=pupil-pupil state=open ");
}

TEST_CASE("the summary counts people by role and category, who holds both roles once in the total") {
  const Made made;
  CHECK(made.section("summary", "people-by-role") == "mentee,4|mentor,3=total,5");
  CHECK(made.section("summary", "people-by-category") ==
        "pupil,2,1,3|young-specialist,0,0,0|teacher,2,2,2|graduate,0,0,0=total,4,3,5");
  CHECK(made.section("summary", "people-by-unit") == "6Б,1,0,1|,3,3,4=total,4,3,5");
}

TEST_CASE("the summary counts pairs by form and state") {
  CHECK(Made{}.section("summary", "pairs-by-form") ==
        "pupil-pupil,2,1,0,1,0,2,1|teacher-teacher,1,1,0,0,0,1,0=total,3,2,0,1,0,3,1");
  CHECK(Made{}.section("summary", "pairs-by-form", {.period = days("2026-10-01", "2026-10-31")}) ==
        "pupil-pupil,2,2,0,0,0,1,1|teacher-teacher,1,1,0,0,0,1,0=total,3,3,0,0,0,2,1");
}

TEST_CASE("an activity of pairs of two forms counts once in each form and once in the total") {
  CHECK(Made{}.section("summary", "activities-by-form") == "pupil-pupil,2,1.75|teacher-teacher,1,0.25=total,2,1.75");
}

TEST_CASE("a month without work between two with it is shown at zero") {
  CHECK(Made{}.section("summary", "activities-by-month") == "2026-10,1,1.5|2026-11,0,0|2026-12,1,0.25=total,2,1.75");
  CHECK(Made{}.section("summary", "activities-by-month", {.period = days("2026-12-01", "2026-12-31")}) ==
        "2026-12,1,0.25=total,1,0.25");
}

TEST_CASE("the summary names who has no pair and which pair no activity in the period") {
  const Filter december{.period = days("2026-12-01", "2026-12-31")};
  CHECK(Made{}.section("summary", "people-without-pair") == "");
  CHECK(Made{}.section("summary", "people-without-pair", december) == "egor,egor,mentee,pupil,6Б");
  CHECK(Made{}.section("summary", "pairs-without-activity") == "idle,ivan,egor,pupil-pupil,2026-09-01,2026-10-31");
  CHECK(Made{}
            .section("summary", "pairs-without-activity", {.period = days("2026-10-31", "2026-11-30")})
            .starts_with("talk,boris,clara"));
}

TEST_CASE("people are listed by name with what was done around them, shared work once") {
  CHECK(Made{}.section("participants", "participants") ==
        "anna,anna,pupil,mentee,,,1,2,1.75|boris,boris,teacher,mentee mentor,,,1,1,0.25|"
        "clara,clara,teacher,mentee mentor,,,1,1,0.25|egor,egor,pupil,mentee,6Б,,1,0,0|"
        "ivan,ivan,pupil,mentor,,,2,2,1.75");
}

TEST_CASE("pairs are listed by the names of mentor and mentee with their state and last activity") {
  CHECK(Made{}.section("pairs", "pairs") ==
        "talk,boris,clara,teacher-teacher,2026-10-05,,open,1,0.25,2026-12-20|"
        "work,ivan,anna,pupil-pupil,2026-10-05,,open,2,1.75,2026-12-20|"
        "idle,ivan,egor,pupil-pupil,2026-09-01,2026-10-31,ended,0,0,");
}

TEST_CASE("activities are listed by date with their forms, and their hours are summed") {
  CHECK(Made{}.section("activities", "activities") ==
        "a1,2026-10-10,pupil-pupil,project,work,1.5,,|"
        "a2,2026-12-20,pupil-pupil teacher-teacher,project,work talk,0.25,,=,,,,,1.75,,");
}

TEST_CASE("three times twenty minutes are an hour in every sum") {
  Made made;
  for (const std::string name : {"b1", "b2", "b3"}) {
    store(made.program, activity(name, {"idle"}, "project", "2026-10-15", "0:20"));
  }
  const Filter idle{.pair = id<Pair>("idle")};
  CHECK(made.section("activities", "activities", idle) ==
        "b1,2026-10-15,pupil-pupil,project,idle,0.3333,,|"
        "b2,2026-10-15,pupil-pupil,project,idle,0.3333,,|"
        "b3,2026-10-15,pupil-pupil,project,idle,0.3333,,=,,,,,1,,");
  CHECK(made.section("pairs", "pairs", idle) ==
        "idle,ivan,egor,pupil-pupil,2026-09-01,2026-10-31,ended,3,1,2026-10-15");
  CHECK(made.section("summary", "activities-by-month", idle) == "2026-10,3,1=total,3,1");
}

TEST_CASE("a report on a person shows their fields, where they stand, their pairs and activities") {
  const Made made;
  const auto* stored = made.program.all<Participant>().find(id<Participant>("egor"));
  const Report report = report_on(made.context(), *stored);
  CHECK(report.subject == "egor");
  CHECK(report.facts.size() == fields<Participant>().size() + 1);
  CHECK(render::machine(report.facts.back().value) == "participants/egor.yaml:1");
  const auto sections = blocks_of<Section>(report);
  REQUIRE(sections.size() == 2);
  CHECK(outline(*sections[0]) == "idle,ivan,egor,pupil-pupil,2026-09-01,2026-10-31,ended,0,0");
  CHECK(sections[1]->rows.is_empty());
}

TEST_CASE("columns are picked in the order asked for, in rows and total alike") {
  Section section{.key = "x", .columns = {{.key = "a"}, {.key = "b"}, {.key = "c"}}};
  section.rows.add({std::string{"1"}, std::string{"2"}, std::string{"3"}});
  section.total = {std::string{"4"}, std::string{"5"}, std::string{"6"}};
  const Section picked = pick_columns(section, std::vector<std::string>{"c", "a"});
  CHECK(picked.key == "x");
  REQUIRE(picked.columns.size() == 2);
  CHECK(picked.columns[0].key == "c");
  CHECK(outline(picked) == "3,1=6,4");
  section.total.clear();
  CHECK(pick_columns(section, std::vector<std::string>{"b"}).total.empty());
}

TEST_CASE("an activity that breaks the rules stands in the summary all the same, so that rows add up to the total") {
  Made made;
  store(made.program, activity("a3", {"work"}, "consultation", "2026-10-11", "1"));
  store(made.program, activity("a4", {"gone"}, "dancing", "2026-10-12", "2"));
  store(made.program, pair("odd", "ivan", "anna", "2026-10-05", {}, "pupil-robot"));
  std::int64_t by_form = 0;
  std::int64_t by_type = 0;
  std::int64_t pairs = 0;
  const auto report = make_report(*all_reports().front(), made.context());
  for (const Section* section : blocks_of<Section>(report)) {
    section->rows.for_each([&](const Row& row) {
      by_form += section->key == "activities-by-form" ? std::get<std::int64_t>(row[1]) : 0;
      by_type += section->key == "activities-by-type" ? std::get<std::int64_t>(row[2]) : 0;
      pairs += section->key == "pairs-by-form" ? std::get<std::int64_t>(row[1]) : 0;
    });
  }
  CHECK(by_form == 5);  // four activities, one of them in two forms
  CHECK(by_type == by_form);
  CHECK(pairs == 4);
}

TEST_CASE("somebody who is both members of a pair has one pair there") {
  Made made;
  store(made.program, participant("vera", "teacher", {Role::mentee, Role::mentor}));
  store(made.program, pair("alone", "vera", "vera", "2026-10-05", {}, "teacher-teacher"));
  store(made.program, activity("a3", {"alone"}, "course", "2026-10-11", "1"));
  CHECK(made.section("participants", "participants", {.person = id<Participant>("vera")}) ==
        "vera,vera,teacher,mentee mentor,,,1,1,1");
}

TEST_CASE("a pair whose dates are reversed is listed and counted when no period is asked for") {
  Made made;
  store(made.program, mentee("dora"));
  store(made.program, pair("back", "ivan", "dora", "2026-10-05", "2026-10-01"));
  CHECK(select<Pair>(made.program, {}, today).size() == 4);
  const Filter dora{.person = id<Participant>("dora")};
  CHECK(made.section("participants", "participants", dora) == "dora,dora,pupil,mentee,,,1,0,0");
  CHECK(made.section("pairs", "pairs", dora) == "back,ivan,dora,pupil-pupil,2026-10-05,2026-10-01,ended,0,0,");
  CHECK(made.section("summary", "people-without-pair") == "");
}

TEST_CASE("a pair whose dates are reversed is in no period, and a report of one says so") {
  Made made;
  const Filter autumn{.period = days("2026-09-01", "2026-12-31")};
  const auto uncounted = [&](std::string_view name, const Filter& filter) {
    std::string found;
    for (const ReportRow* row : all_reports()) {
      for (const auto& fact : row->name == name ? make_report(*row, made.context(filter)).facts : std::vector<Fact>{}) {
        found += fact.key == "uncounted-pairs" ? render::machine(fact.value) : "";
      }
    }
    return found;
  };
  CHECK(uncounted("summary", autumn) == "");
  store(made.program, pair("back", "ivan", "anna", "2026-10-05", "2026-10-01"));
  CHECK(select<Pair>(made.program, autumn, today).size() == 3);
  CHECK(uncounted("summary", autumn) == "1");
  CHECK(uncounted("participants", autumn) == "1");
  CHECK(uncounted("pairs", autumn) == "1");
  CHECK(uncounted("activities", autumn) == "");
  CHECK(uncounted("summary", {}) == "");
}

TEST_CASE("a column says that it shows names or days of birth, and no other shows any") {
  Program program = empty_program();
  for (Participant person : {mentee("egor"), mentor_pupil("ivan")}) {
    person.name = "Surname of " + person.id.to_string();
    person.born = Born::parse("2011-02-03");
    store(program, person);
  }
  store(program, pair("work", "ivan", "egor", "2026-09-01"));
  store(program, activity("a1", {"work"}, "project", "2026-10-10", "1.5"));
  Pair later = pair("later", "ivan", "egor", "2026-12-01");
  later.continues = id<Pair>("work");
  store(program, later);
  store(program, pause("p1", {"work"}, "2026-11-02"));
  store(program, contact("c1", {"ivan"}, "2026-10-20"));
  store(program, Practice{.id = id<Practice>("first-project"),
                          .title = "First project",
                          .form = id<Form>("pupil-pupil"),
                          .authors = IdList<Participant>{id<Participant>("ivan")}});
  store(program, Step{.id = id<Step>("s1"), .title = "Choose", .pairs = IdList<Pair>{id<Pair>("work")}});
  store(program, Training{.id = id<Training>("t1"),
                          .type = id<TrainingType>("mentor-school"),
                          .people = IdList<Participant>{id<Participant>("ivan")},
                          .on = day("2026-10-20")});
  store(program, Document{.id = id<Document>("d1"),
                          .type = id<DocumentType>("processing-consent"),
                          .people = IdList<Participant>{id<Participant>("ivan")},
                          .pairs = IdList<Pair>{id<Pair>("work")},
                          .on = day("2026-10-20")});
  store(program, Survey{.id = id<Survey>("u1"),
                        .instrument = id<Instrument>("pupil-mentee"),
                        .stage = SurveyStage::before,
                        .on = day("2026-10-20"),
                        .pairs = IdList<Pair>{id<Pair>("work")}});
  store(program, Resource{.id = id<Resource>("r1"), .title = "Laptop", .type = id<ResourceType>("equipment")});
  const SortKey sort_key = language::russian_order();
  const auto shows = [](const Section& section, std::size_t column, std::string_view text) {
    bool found = false;
    section.rows.for_each([&](const Row& row) {
      const auto human = render::human(row[column], language::Words{Language::en});
      found = found || human.find(text) != std::string::npos;
    });
    return found;
  };
  for_each_kind([&]<class Record>(Record*) {
    const Section section = table_of<Record>({program, {}, day("2027-01-15"), sort_key, {}});
    REQUIRE_FALSE(section.rows.is_empty());
    for (std::size_t index = 0; index < section.columns.size(); ++index) {
      const Column& column = section.columns[index];
      CAPTURE(column.key);
      CHECK((column.privacy == Privacy::name_of_minor) == shows(section, index, "Surname"));
      CHECK((column.privacy == Privacy::birth) == shows(section, index, "2011-02-03"));
    }
  });
}

TEST_CASE("a column that a table lacks is an error of the program") {
  const Made made;
  const std::vector<std::string> keys{"shoe-size"};
  CHECK_THROWS_AS(pick_columns(table_of<Pair>(made.context()), keys), std::logic_error);
}

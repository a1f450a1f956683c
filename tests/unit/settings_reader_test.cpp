#include "storage/yaml/settings_reader.hpp"

#include <doctest/doctest.h>

#include "mentor/edition.hpp"
#include "storage/yaml/profiles.hpp"
#include "yaml_sample.hpp"

using namespace sample;

namespace {

struct ReadSettings {
  Settings settings;
  std::string findings;
};

ReadSettings read_program_text(std::string_view text) {
  std::vector<Finding> findings;
  storage::FindingSink sink{findings, "program.yaml", 1, {}};
  ReadSettings outcome{storage::read_settings(parsed(text), sink), {}};
  for (const auto& finding : findings) {
    outcome.findings += (outcome.findings.empty() ? "" : "\n") + plain(finding);
  }
  return outcome;
}

/// A program with one category and one form; `category`, `form` and `top` are further lines of each.
std::string text_with(std::string_view category = "", std::string_view form = "", std::string_view top = "") {
  return "schema: 1\n" + std::string{top} +
         "model:\n"
         "  categories:\n"
         "    - id: pupil\n"
         "      mentee: 10-15\n"
         "      mentor: any\n" +
         std::string{category} +
         "  forms:\n"
         "    - id: pupils\n"
         "      mentor: [pupil]\n"
         "      mentee: [pupil]\n"
         "      activities: [{id: project}]\n" +
         std::string{form};
}

bool says(const std::string& findings, std::string_view part) { return findings.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("both built-in profiles are read without findings, after what init writes before them") {
  for (const auto& profile : storage::all_profiles()) {
    CAPTURE(profile.name);
    const auto outcome =
        read_program_text(storage::program_text({"Гимназия: № 144 #1", "Орлова \"М\" П", Language::en}, profile));
    CHECK(outcome.findings == "");
    CHECK(outcome.settings.organization == "Гимназия: № 144 #1");
    CHECK(outcome.settings.curator.name == "Орлова \"М\" П");
    CHECK(outcome.settings.language == Language::en);
    CHECK(outcome.settings.school_year_start == SchoolYearStart{9, 1});
    CHECK(outcome.settings.model.norms[Norm::lesson_minutes] == 40);
  }
}

TEST_CASE("the default profile is the school's page") {
  const auto model = read_program_text(storage::program_text({}, storage::all_profiles().front())).settings.model;
  CHECK(storage::all_profiles().front().name == "gymnasium-144");
  REQUIRE(model.forms.size() == 2);
  CHECK(model.forms[0].activities.size() == 6);
  CHECK(model.forms[1].activities.size() == 7);
  CHECK(model.find(id<Category>("pupil"))->mentee == AgeRange::parse("10-15"));
  CHECK(model.find(id<Category>("pupil"))->mentor == AgeRange::parse("15-18"));
  CHECK_FALSE(model.has_form_for(id<Category>("graduate"), Role::mentor));
  CHECK_FALSE(model.find(id<Category>("graduate"))->mentee);
}

TEST_CASE("the other profile has the five forms of R-145") {
  const auto model = read_program_text(storage::program_text({}, storage::all_profiles().back())).settings.model;
  CHECK(model.forms.size() == 5);
  CHECK(model.find(id<Category>("pupil"))->mentee == AgeRange::parse("10-19"));
  CHECK(model.find(id<Category>("pupil"))->mentor == AgeRange::parse("15-19"));
  CHECK(model.has_form_for(id<Category>("employer"), Role::mentor));
}

TEST_CASE("the sample's text is read, a label left out being the other's or the id") {
  const auto outcome = read_program_text(text_with("      ru: обучающийся\n"));
  CHECK(outcome.findings == "");
  CHECK(outcome.settings.model.categories.front().label == Label{"обучающийся", "обучающийся"});
  CHECK(outcome.settings.model.forms.front().label == Label{"pupils", "pupils"});
}

TEST_CASE("the head of program.yaml is read") {
  const auto outcome = read_program_text(text_with("", "",
                                                   "organization: Гимназия\nlanguage: en\nschool-year: 08-15\n"
                                                   "curator: {name: Орлова, post: завуч, phone: 010, email: a@b}\n"));
  CHECK(outcome.findings == "");
  CHECK(outcome.settings.language == Language::en);
  CHECK(outcome.settings.school_year_start == SchoolYearStart{8, 15});
  CHECK(outcome.settings.curator.phone == "010");
  CHECK(outcome.settings.curator.post == "завуч");
}

TEST_CASE("a document that is no mapping is refused") {
  CHECK(read_program_text("- a\n").findings == "error program.yaml:1:1: yaml-syntax.not-a-mapping() about");
}

TEST_CASE("the schema and the model must be there") {
  CHECK(read_program_text("organization: x\n").findings ==
        "error program.yaml:1:1 schema: field-missing.key(schema) about\n"
        "error program.yaml:1:1 model: field-missing.key(model) about");
  CHECK(read_program_text("schema: 1\nmodel: {}\n").findings ==
        "error program.yaml:2:8 categories: field-missing.key(categories) about\n"
        "error program.yaml:2:8 forms: field-missing.key(forms) about");
}

TEST_CASE("a newer schema is refused and nothing else is read") {
  CHECK(read_program_text("schema: 2\nmodel: 7\n").findings ==
        "error program.yaml:1:9 schema: newer-schema.newer(#2, #1) about");
}

TEST_CASE("a wrong value of the head is told, and the usual one taken") {
  const auto outcome =
      read_program_text(text_with("", "", "language: de\nschool-year: 02-29\norganization: [a]\ncurator: Орлова\n"));
  CHECK(says(outcome.findings, "2:11 language: field-value.no-language(de)"));
  CHECK(says(outcome.findings, "3:14 school-year: field-value.wrong(school-year, 02-29, <expected.school-year>)"));
  CHECK(says(outcome.findings, "4:15 organization: field-value.wrong(organization, […], <expected.one-value>)"));
  CHECK(says(outcome.findings, "5:10 curator: field-value.wrong(curator, Орлова, <expected.mapping>)"));
  CHECK(outcome.settings.language == Language::ru);
  CHECK(outcome.settings.school_year_start == SchoolYearStart{9, 1});
}

TEST_CASE("what a program does not say is of its edition") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n";
  const auto unsaid = read_program_text(model).settings.model;
  CHECK(unsaid.edition == oldest_edition);
  CHECK(unsaid.reasons.size() == model_of_edition(oldest_edition).reasons.size());
  CHECK(read_program_text(model + "  edition: 1\n").settings.model.edition == 1);
  CHECK(says(read_program_text(model + "  edition: 0\n").findings, "edition: field-value.only-number(edition, 0, #1)"));
}

TEST_CASE("a model of an edition that is not known yet is refused, and nothing else of it is read") {
  CHECK(read_program_text("schema: 1\nmodel:\n  categories: 7\n  edition: 99\n").findings ==
        "error program.yaml:4:12 edition: newer-schema.edition(#99, #1) about");
}

TEST_CASE("the lines of a program lie over those of its edition") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  reasons:\n";
  const auto count = model_of_edition(oldest_edition).reasons.size();
  const auto reason = [&](const std::string& line, std::string_view id) {
    const auto outcome = read_program_text(model + "    - " + line + '\n');
    CHECK(outcome.findings.empty());
    const Reason* found = outcome.settings.model.find(*Id<Reason>::parse(id));
    REQUIRE(found != nullptr);
    CHECK(found->line == 6);
    return *found;
  };
  const auto renamed = reason("{id: no-time, ru: некогда}", "no-time");
  CHECK(renamed.label == Label{"некогда", "no time"});
  CHECK(renamed.outcome == Outcome::early);
  const auto own = reason("{id: exams, ru: экзамены, outcome: continued, of: pair}", "exams");
  CHECK(own.label == Label{"экзамены", "экзамены"});
  CHECK(own.outcome == Outcome::continued);
  CHECK(own.of == Ending::pair);
  CHECK(read_program_text(model + "    - {id: moved, drop: yes}\n").settings.model.reasons.size() == count - 1);
  CHECK(read_program_text(model + "    - {id: exams, outcome: early}\n").settings.model.reasons.size() == count + 1);
}

TEST_CASE("what is wrong in a list that lies over the edition is told, and the edition holds") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  reasons:\n    - ";
  const auto count = model_of_edition(oldest_edition).reasons.size();
  for (const auto& [line, said] : std::vector<std::pair<std::string, std::string>>{
           {"{id: exams, ru: экзамены}", "outcome: field-missing.key(outcome)"},
           {"{id: exams, outcome: никакой}", "outcome: field-value.one-of(outcome, никакой, "},
           {"{id: moved, of: school}", "of: field-value.one-of(of, school, "},
           {"{id: moved, drop: maybe}", "drop: field-value.wrong(drop, maybe, <expected.yes-or-no>)"},
           {"{id: moved, outcom: early}", "unknown-key.suggest(outcom, outcome)"},
           {"{id: moved}\n    - {id: moved}", "id: duplicate-id.in-model(moved)"}}) {
    CAPTURE(line);
    const auto outcome = read_program_text(model + line + '\n');
    CHECK(says(outcome.findings, said));
    CHECK(outcome.settings.model.reasons.size() == count);
  }
}

TEST_CASE("a program says how long its lessons are") {
  const std::string model = "schema: 1\nmodel: {categories: [], forms: [], norms: ";
  CHECK(read_program_text(model + "{lesson-minutes: 45}}\n").settings.model.norms[Norm::lesson_minutes] == 45);
  CHECK(read_program_text(model + "{}}\n").settings.model.norms[Norm::lesson_minutes] == 40);
  CHECK(read_program_text(model + "{lesson-minutes: 1}}\n").settings.model.norms[Norm::lesson_minutes] == 1);
  CHECK(read_program_text(model + "{lesson-minutes: 240}}\n").settings.model.norms[Norm::lesson_minutes] == 240);
  for (const std::string text : {"0", "241", "-45", "45.0", "45 мин", "0:45", "999999999", "99999999999"}) {
    CAPTURE(text);
    const auto outcome = read_program_text(model + "{lesson-minutes: \"" + text + "\"}}\n");
    CHECK(says(outcome.findings, "lesson-minutes: field-value.whole-number(lesson-minutes, " + text + ", #1, #240)"));
    CHECK(outcome.settings.model.norms[Norm::lesson_minutes] == 40);
  }
  CHECK(says(read_program_text(model + "45}\n").findings, "norms: field-value.wrong(norms, 45, <expected.mapping>)"));
  CHECK(says(read_program_text(model + "{lesson-minute: 45}}\n").findings,
             "unknown-key.suggest(lesson-minute, lesson-minutes)"));
}

TEST_CASE("every norm has its usual value, its bounds and a line of its own") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  norms:\n    ";
  for (const NormRow& row : norm_rows) {
    const std::string name{row.name};
    CAPTURE(name);
    CHECK(Norms{}[row.norm] == row.usual);
    CHECK(row.least <= row.usual);
    CHECK(row.usual <= row.most);
    const auto read = [&](int number) {
      return read_program_text(model + name + ": " + std::to_string(number) + '\n');
    };
    CHECK(read(row.most).settings.model.norms[row.norm] == row.most);
    CHECK(read(row.most).settings.model.norms.value(row.norm).line == 6);
    CHECK(read(row.most + 1).settings.model.norms[row.norm] == row.usual);
    CHECK(says(read(row.least - 1).findings, name + ": field-value.whole-number(" + name));
  }
}

TEST_CASE("an activity type has the hours of its line, else those of the edition, else none") {
  const auto most_hours = [](const std::string& type) {
    return read_program_text(
               text_with("", "    - {id: two, mentor: [pupil], mentee: [pupil], activities: [{id: " + type + "}]}\n"))
        .settings.model.forms.back()
        .activities.front();
  };
  CHECK(most_hours("project").most_hours == std::nullopt);
  CHECK(most_hours("project, most-hours: 12").most_hours == 12);
  CHECK(most_hours("course").most_hours == 300);
  CHECK(most_hours("course").hours_of_edition);
  CHECK(most_hours("teaching-guide").most_hours == 300);
  CHECK(most_hours("course, most-hours: 72").most_hours == 72);
  CHECK_FALSE(most_hours("course, most-hours: 72").hours_of_edition);
  CHECK(says(read_program_text(text_with("",
                                         "    - {id: two, mentor: [pupil], mentee: [pupil], activities: [{id: a, "
                                         "most-hours: 0}]}\n"))
                 .findings,
             "most-hours: field-value.whole-number(most-hours, 0, #1, #1000)"));
}

TEST_CASE("an entry has the other names of its line, else those of the edition") {
  const auto type = [](const std::string& keys) {
    return read_program_text(
               text_with("", "    - {id: two, mentor: [pupil], mentee: [pupil], activities: [{id: " + keys + "}]}\n"))
        .settings.model.forms.back()
        .activities.front()
        .also;
  };
  CHECK(type("consultation").names == std::vector<std::string>{"консультация"});
  CHECK(type("consultation").of_edition);
  CHECK(type("consultation, also: [разговор, беседа]").names == std::vector<std::string>{"разговор", "беседа"});
  CHECK_FALSE(type("consultation, also: [разговор]").of_edition);
  CHECK(type("consultation, also: []").names.empty());
  CHECK(type("chess").names.empty());
  const auto told = [](const std::string& line) { return read_program_text(text_with(line)).findings; };
  CHECK(says(told("      also: учитель\n"), "also: field-value.wrong(also, учитель, <expected.list>)"));
  CHECK(says(told("      also: [[учитель]]\n"), "also: field-value.wrong(also, "));
  CHECK(says(told("      also: ['']\n"), "<expected.line>"));
}

TEST_CASE("unknown keys are warnings at every level") {
  const auto outcome = read_program_text(
      text_with("      menter: any\n", "      activitys: []\n", "organisation: x\ncurator: {nam: y}\n"));
  CHECK(
      says(outcome.findings, "warning program.yaml:2:1 organisation: unknown-key.suggest(organisation, organization)"));
  CHECK(says(outcome.findings, "warning program.yaml:3:11 nam: unknown-key.suggest(nam, name)"));
  CHECK(says(outcome.findings, "unknown-key.suggest(menter, mentee)"));
  CHECK(says(outcome.findings, "unknown-key.suggest(activitys, activities)"));
}

TEST_CASE("a category with a wrong age or id is told") {
  CHECK(says(read_program_text(text_with("    - {id: teacher, mentor: 18}\n")).findings,
             "7:29 mentor: field-value.wrong(mentor, 18, <expected.ages>)"));
  CHECK(says(read_program_text(text_with("    - {id: Педагог}\n")).findings,
             "7:12 id: field-value.wrong(id, Педагог, <expected.id>)"));
  CHECK(says(read_program_text(text_with("    - {ru: педагог}\n")).findings, "7:7 id: field-missing.key(id)"));
  CHECK(says(read_program_text(text_with("    - педагог\n")).findings,
             "7:7 categories: field-value.wrong(categories, педагог, <expected.mapping>)"));
}

TEST_CASE("an id that is twice in its list is told") {
  CHECK(says(read_program_text(text_with("    - {id: pupil}\n")).findings, "7:12 id: duplicate-id.in-model(pupil)"));
  CHECK(says(read_program_text(text_with("", "    - {id: pupils}\n")).findings, "duplicate-id.in-model(pupils)"));
  CHECK(says(read_program_text(
                 text_with("", "    - {id: two, mentor: [pupil], mentee: [pupil], activities: [{id: a}, {id: a}]}\n"))
                 .findings,
             "duplicate-id.in-model(a)"));
}

TEST_CASE("a form of a category that is not there, or never holds the role, is told") {
  const std::string form = "    - {id: two, mentor: [parent], mentee: [guest], activities: []}\n";
  const auto outcome = read_program_text(text_with("    - {id: guest, mentor: any}\n", form));
  CHECK(says(outcome.findings, "13:26 mentor: dangling-reference.category(parent)"));
  CHECK(says(outcome.findings, "13:44 mentee: role-category.model-mentee(guest)"));
  CHECK(says(read_program_text(text_with("    - {id: guest, mentee: any}\n",
                                         "    - {id: two, mentor: [guest], mentee: [pupil], activities: []}\n"))
                 .findings,
             "role-category.model-mentor(guest)"));
}

TEST_CASE("a form needs its mentors, mentees and activities, as lists") {
  const auto missing = read_program_text(text_with("", "    - {id: two}\n")).findings;
  for (const std::string name : {"mentor", "mentee", "activities"}) {
    CHECK(says(missing, "field-missing.key(" + std::string{name} + ')'));
  }
  const auto wrong =
      read_program_text(text_with("", "    - {id: two, mentor: pupil, mentee: [[a]], activities: x}\n")).findings;
  CHECK(says(wrong, "mentor: field-value.wrong(mentor, pupil, <expected.list>)"));
  CHECK(says(wrong, "mentee: field-value.wrong(mentee, […], <expected.id>)"));
  CHECK(says(wrong, "activities: field-value.wrong(activities, x, <expected.list>)"));
}

TEST_CASE("a program lays its own terms over those of its edition") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  terms:\n";
  const auto terms = [&](const std::string& line) { return read_program_text(model + "    - " + line + '\n'); };
  const auto changed = terms("{id: t1, until: 10-30}");
  CHECK(changed.findings.empty());
  CHECK(changed.settings.model.terms.size() == 6);
  CHECK(changed.settings.model.terms.front().from == DayOfYear{9, 1});
  CHECK(changed.settings.model.terms.front().until == DayOfYear{10, 30});
  CHECK(changed.settings.model.terms.front().line == 6);
  CHECK(terms("{id: tri1, ru: 1 триместр, from: 09-01, until: 11-20}").settings.model.terms.size() == 7);
  CHECK(terms("{id: t1, drop: yes}").settings.model.terms.size() == 5);
}

TEST_CASE("a wrong line about a term of the edition leaves the term as it is") {
  const auto outcome = read_program_text(
      "schema: 1\nmodel:\n  categories: []\n  forms: []\n  terms:\n    - {id: h2, from: 06-01, until: 01-12}\n");
  CHECK(says(outcome.findings, "field-value.term-reversed"));
  REQUIRE(outcome.settings.model.terms.size() == 6);
  CHECK(outcome.settings.model.terms.back().from == DayOfYear{1, 12});
}

TEST_CASE("a term without days, with wrong ones or with the name of another period is told") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  terms:\n";
  const auto told = [&](const std::string& line) {
    const auto outcome = read_program_text(model + "    - " + line + '\n');
    CHECK(outcome.settings.model.terms.size() == 6);
    return outcome.findings;
  };
  CHECK(told("{id: tri1, from: 09-01}") == "error program.yaml:6:7 until: field-missing.key(until) about");
  CHECK(told("{id: tri1, from: 09-01, until: 31.12}") ==
        "error program.yaml:6:38 until: field-value.wrong(until, 31.12, <expected.day-of-year>) about");
  CHECK(told("{id: tri1, from: 12-01, until: 11-20}") ==
        "error program.yaml:6:38 until: field-value.term-reversed(tri1, 12-01, 11-20, 09-01) about");
  CHECK(told("{id: 2026-11, from: 11-01, until: 11-30}") ==
        "error program.yaml:6:12 id: field-value.term-taken(2026-11) about");
  CHECK(told("{id: autumn, ru: 2026-11, from: 11-01, until: 11-30}") ==
        "error program.yaml:6:12 id: field-value.term-taken(2026-11) about");
}

TEST_CASE("two entries of one list never share a name, since people type it") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  ";
  const auto taken =
      read_program_text(model + "terms: [{id: first, ru: 1 Четверть, en: new, from: 09-01, until: 10-25}]\n");
  CHECK(taken.findings == "error program.yaml:5:27 id: field-value.label-taken(first, 1 Четверть, t1) about");
  CHECK(taken.settings.model.terms.size() == 7);
  const auto reason = read_program_text(model + "reasons: [{id: ill, ru: Болезнь, outcome: early}]\n");
  CHECK(says(reason.findings, "field-value.label-taken(ill, Болезнь, health)"));
  const auto moved =
      read_program_text(model + "reasons: [{id: health, drop: yes}, {id: ill, ru: Болезнь, outcome: early}]\n");
  CHECK(moved.findings.empty());
}

TEST_CASE("two categories, or two types of one form, with one name are told, since nobody can type which is meant") {
  const std::string model =
      "schema: 1\nmodel:\n  categories:\n    - {id: a, ru: Ученик, en: one, mentee: any, mentor: any}\n";
  const auto categories = read_program_text(model + "    - {id: b, ru: ученик, en: two, mentee: any}\n  forms: []\n");
  CHECK(categories.findings == "warning program.yaml:5:19 id: field-value.label-taken(b, ученик, a) about");
  const auto types =
      read_program_text(model +
                        "  forms:\n    - id: f\n      mentors: [a]\n      mentees: [a]\n      activities:\n"
                        "        - {id: talk, ru: беседа, en: talk}\n"
                        "        - {id: chat, ru: Беседа, en: chat}\n");
  CHECK(says(types.findings, "field-value.label-taken(chat, Беседа, talk)"));
  CHECK(says(types.findings, "warning program.yaml:11"));
}

TEST_CASE("two answers of one scale, and two levels of one sheet, never share a name") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n";
  const auto scale = read_program_text(model +
                                       "  scales:\n    - id: mood\n      words:\n"
                                       "        - {id: good, ru: Хорошо, en: good}\n"
                                       "        - {id: fine, ru: хорошо, en: fine}\n");
  CHECK(scale.findings == "error program.yaml:9:26 id: field-value.label-taken(fine, хорошо, good) about");
  const auto levels = read_program_text(model +
                                        "  instruments:\n    - id: curator-sheet\n      levels:\n"
                                        "        - {id: low, ru: мало, en: low, from: 0}\n"
                                        "        - {id: high, ru: мало, en: high, from: 9}\n");
  CHECK(levels.findings == "error program.yaml:9:26 id: field-value.label-taken(high, мало, low) about");
}

TEST_CASE("levels leave out no sum that a sheet can come to, and begin each at one of its own") {
  const auto read = [](const std::string& levels) {
    return read_program_text(
               "schema: 1\nmodel:\n  categories: []\n  forms: []\n  instruments:\n    - id: mood\n      of: program\n"
               "      questions:\n        - {id: one, scale: 1-5, after: {ru: Первый, en: first}}\n"
               "        - {id: two, scale: 1-5, after: {ru: Второй, en: second}}\n      levels:\n" +
               levels)
        .findings;
  };
  const std::string high = "        - {id: high, from: 8}\n";
  CHECK(read(high + "        - {id: low, from: 2}\n").empty());  // whoever answers has at least two
  CHECK(read(high + "        - {id: low, from: 3}\n") ==
        "error program.yaml:13:27 from: field-value.level-hole(low, #3, #2) about");
  CHECK(read("        - {id: low, from: 0}\n" + high + "        - {id: top, from: 8}\n") ==
        "error program.yaml:14:27 from: field-value.level-taken(top, #8, high) about");
}

TEST_CASE("two entries may change their names") {
  const auto swapped = read_program_text(
      "schema: 1\nmodel:\n  categories: []\n  forms: []\n  reasons:\n"
      "    - {id: health, ru: переезд, en: moved}\n    - {id: moved, ru: болезнь, en: health}\n");
  CHECK(swapped.findings.empty());
}

TEST_CASE("an entry that is not there cannot be dropped") {
  const auto outcome =
      read_program_text("schema: 1\nmodel:\n  categories: []\n  forms: []\n  reasons: [{id: healt, drop: yes}]\n");
  CHECK(says(outcome.findings, "id: field-value.not-in-model-suggest(id, healt, "));
  CHECK(says(outcome.findings, "health"));
}

TEST_CASE("a paper that nobody is asked for cannot be required") {
  const auto told = [](const std::string& type) {
    const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  documents: [{required: yes, ";
    return read_program_text(model + type + "}]\n").findings;
  };
  CHECK(told("id: agreement") == "");
  CHECK(told("id: interview, for: mentor") == "");
  CHECK(told("id: interview").find("field-value.asked-of-nobody") != std::string::npos);
  CHECK(told("id: school-act, for: all").find("field-value.asked-of-nobody") != std::string::npos);
}

TEST_CASE("a program makes errors of warnings, and lowers no error") {
  const std::string model = "schema: 1\nmodel:\n  categories: []\n  forms: []\n  rules: ";
  const auto raised = read_program_text(model + "{duplicate-person: error}\n");
  CHECK(raised.findings.empty());
  CHECK(raised.settings.model.raises(Rule::duplicate_person));
  CHECK_FALSE(raised.settings.model.raises(Rule::pair_dates));
  const auto told = [&](const std::string& rules) {
    const auto outcome = read_program_text(model + rules + '\n');
    CHECK(outcome.settings.model.raised.empty());
    return outcome.findings;
  };
  CHECK(told("{}").empty());
  CHECK(told("{pair-dates: warning}") ==
        "error program.yaml:5:23 rules: field-value.only-raised(pair-dates, warning) about");
  CHECK(told("{duplicate-person: [error]}") ==
        "error program.yaml:5:29 rules: field-value.only-raised(duplicate-person, […]) about");
  CHECK(
      says(told("{duplicate-persn: error}"), "program.yaml:5:11 rules: field-value.no-rule-suggest(duplicate-persn, "));
  CHECK(says(told("{zzzzzzzzz: error}"), "field-value.no-rule(zzzzzzzzz, "));
  CHECK(says(told("{not-canonical: error}"), "field-value.rule-of-notes(not-canonical, "));
  CHECK(told("error") == "error program.yaml:5:10 rules: field-value.wrong(rules, error, <expected.mapping>) about");
}

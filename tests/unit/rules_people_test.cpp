// The rules role-category, form-mentor, form-mentee, duplicate-person and look-alike-letters.
#include <doctest/doctest.h>

#include <algorithm>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a role that the model never gives to the category is refused") {
  Program school = program();
  CHECK(proposed(school, participant("yana", "young-specialist", {Role::mentor}), Rule::role_category) ==
        "error --roles: role-category.mentor(yana, young specialist, pupil|teacher|graduate) about yana");
  store(school, participant("gleb", "graduate", {Role::mentor, Role::mentee}));
  CHECK(checked(school, Rule::role_category) ==
        "error participants/gleb.yaml:4:7 roles: role-category.mentee(gleb, graduate, pupil|young specialist|teacher)"
        " about gleb");
}

TEST_CASE("a role that the model gives to the category is accepted") {
  CHECK(proposed(program(), participant("yana", "young-specialist", {Role::mentee}), Rule::role_category).empty());
  CHECK(proposed(program(), participant("gleb", "teacher", {Role::mentor}), Rule::role_category).empty());
}

TEST_CASE("a pair needs people who hold its roles") {
  Program school = program();
  store(school, mentee("dora"));
  store(school, mentor_pupil("oleg"));
  CHECK(proposed(school, pair("new", "dora", "oleg"), Rule::role_category) ==
        "error --mentee: role-category.not-mentee(oleg, oleg, 2026-10-05) about new oleg\n"
        "error --mentor: role-category.not-mentor(dora, dora, 2026-10-05) about new dora");
  store(school, pair("wrong", "dora", "oleg"));
  CHECK(checked(school, Rule::role_category) ==
        "error pairs/wrong.yaml:3:7 mentor: role-category.not-mentor(dora, dora, 2026-10-05) about wrong dora\n"
        "error pairs/wrong.yaml:4:7 mentee: role-category.not-mentee(oleg, oleg, 2026-10-05) about wrong oleg");
  CHECK(proposed(school, pair("right", "oleg", "dora"), Rule::role_category).empty());
}

TEST_CASE("a mentor of a category that the form does not pair is refused") {
  Program school = program();
  CHECK(proposed(school, pair("new", "boris", "anna"), Rule::form_mentor) ==
        "error --mentor: form-mentor.wrong(boris, teacher, Pupil – pupil, pupil) about new boris");
  store(school, pair("wrong", "boris", "anna"));
  CHECK(checked(school, Rule::form_mentor) ==
        "error pairs/wrong.yaml:3:7 mentor: form-mentor.wrong(boris, teacher, Pupil – pupil, pupil) about wrong boris");
}

TEST_CASE("a mentee of a category that the form does not pair is refused") {
  Program school = program();
  CHECK(proposed(school, pair("new", "boris", "anna", "2026-10-05", {}, "teacher-teacher"), Rule::form_mentee) ==
        "error --mentee: form-mentee.wrong(anna, pupil, Teacher – teacher, young specialist|teacher) about new anna");
  store(school, pair("wrong", "boris", "anna", "2026-10-05", {}, "teacher-teacher"));
  CHECK(checked(school, Rule::form_mentee) ==
        "error pairs/wrong.yaml:4:7 mentee: form-mentee.wrong(anna, pupil, Teacher – teacher, young specialist|teacher)"
        " about wrong anna");
}

TEST_CASE("the members that the form pairs are accepted") {
  Program school = program();
  store(school, participant("yana", "young-specialist", {Role::mentee}));
  const Pair fine = pair("new", "boris", "yana", "2026-10-05", {}, "teacher-teacher");
  CHECK(proposed(school, fine, Rule::form_mentor).empty());
  CHECK(proposed(school, fine, Rule::form_mentee).empty());
}

TEST_CASE("a graduate may be registered as a mentor, with a warning that no form pairs them") {
  Program school = program();
  const auto gleb = participant("gleb", "graduate", {Role::mentor});
  const auto findings = propose(school, {CreateRecord{gleb}}, today, fold()).findings;
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::warning);
  CHECK(findings.front().message.key == "role-category.mentor-without-form");
  store(school, gleb);
  CHECK(broken_rules(school).empty());
  CHECK(proposed(school, pair("new", "gleb", "anna"), Rule::form_mentor) ==
        "error --mentor: form-mentor.wrong-no-form(gleb, graduate, Pupil – pupil, pupil) about new gleb");
}

TEST_CASE("a mentee whom no form pairs is refused in a pair alone") {
  Program school = program();
  school.settings.model.forms.pop_back();
  const auto yana = participant("yana", "young-specialist", {Role::mentee});
  store(school, yana);
  CHECK(broken_rules(school).empty());
  CHECK(proposed(school, pair("new", "ivan", "yana"), Rule::form_mentee) ==
        "error --mentee: form-mentee.wrong-no-form(yana, young specialist, Pupil – pupil, pupil) about new yana");
}

TEST_CASE("a second person of the same name is a warning that does not stop the command") {
  Program school = program();
  Participant second = mentee("second");
  second.name = "АННА";
  Participant named = mentee("named");
  named.name = "Анна";
  named.unit = "6Б";
  store(school, named);
  CHECK(proposed(school, second, Rule::duplicate_person) ==
        "warning --name: duplicate-person.same-in-unit(АННА, named, 6Б) about second named");
  CHECK(propose(school, {CreateRecord{second}}, today, fold()).edits.size() == 1);
}

TEST_CASE("two stored namesakes are told of once, at the later id") {
  Program school = empty_program();
  Participant first = mentee("aaa");
  Participant later = mentee("bbb");
  first.name = later.name = "Семёнова Анна";
  store(school, later);
  store(school, first);
  CHECK(checked(school, Rule::duplicate_person) ==
        "warning participants/bbb.yaml:2:7 name: duplicate-person.same(Семёнова Анна, aaa) about bbb aaa");
}

TEST_CASE("of many stored namesakes each is told with one other, so that there are no more findings than people") {
  Program school = empty_program();
  for (const char* id : {"aaa", "bbb", "ccc", "ddd"}) {
    Participant person = mentee(id, id == std::string{"aaa"} ? "2013" : "2014-03-09");
    person.name = "Анна";
    store(school, person);
  }
  CHECK(checked(school, Rule::duplicate_person) ==
        "warning participants/ccc.yaml:2:7 name: duplicate-person.same(Анна, bbb) about ccc bbb\n"
        "warning participants/ddd.yaml:2:7 name: duplicate-person.same(Анна, bbb) about ddd bbb");
}

TEST_CASE("namesakes born on different days are two people") {
  Program school = empty_program();
  Participant first = mentee("aaa", "2014-03-09");
  first.name = "Анна";
  store(school, first);
  const auto newcomer = [](std::string_view born) {
    Participant person = mentee("bbb", born);
    person.name = "Анна";
    return person;
  };
  CHECK(proposed(school, newcomer("2014-03-10"), Rule::duplicate_person).empty());
  CHECK(proposed(school, newcomer("2013"), Rule::duplicate_person).empty());
  CHECK_FALSE(proposed(school, newcomer("2014-03-09"), Rule::duplicate_person).empty());
  CHECK_FALSE(proposed(school, newcomer("2014"), Rule::duplicate_person).empty());
  CHECK_FALSE(proposed(school, newcomer(""), Rule::duplicate_person).empty());
}

TEST_CASE("of stored namesakes each is told with the first by id who may be the same, whatever they are read in") {
  const std::vector<std::string_view> births{"", "2014", "2014-03-09", "2014-03-10", "2013-03-09", "2014-03-09"};
  const auto may_be_one = [](const Participant& one, const Participant& other) {
    return !one.born || !other.born ||
           (one.born->earliest() <= other.born->latest() && other.born->earliest() <= one.born->latest());
  };
  std::vector<std::string> names{"a", "b", "c", "d", "e", "f"};
  do {
    Program school = empty_program();
    std::vector<Participant> people;
    for (std::size_t index = 0; index < births.size(); ++index) {
      people.push_back(mentee(names[index], births[index]));
      people.back().name = "Анна";
      store(school, people.back());
    }
    std::string expected;
    for (const auto& person : people) {
      const Participant* first = nullptr;
      for (const auto& other : people) {
        if (other.id < person.id && may_be_one(other, person) && (first == nullptr || other.id < first->id)) {
          first = &other;
        }
      }
      expected += first == nullptr ? "" : person.id.to_string() + ' ' + first->id.to_string() + '\n';
    }
    std::string told;
    for (const auto& finding : check_all({school, today, fold()})) {
      told += finding.rule == Rule::duplicate_person ? finding.about[0] + ' ' + finding.about[1] + '\n' : "";
    }
    CHECK(told == expected);
  } while (std::next_permutation(names.begin(), names.end()));
}

TEST_CASE("any of a person's names makes a second person of the same name") {
  Program school = program();
  Participant bride = mentee("bride");
  bride.name = Dated<std::string>{{{day("2025-09-01"), "Анна Орлова"}, {day("2026-11-01"), "Анна Белова"}}};
  store(school, bride);
  Participant second = mentee("second");
  second.name = "анна орлова";
  CHECK(proposed(school, second, Rule::duplicate_person) ==
        "warning --name: duplicate-person.same(анна орлова, bride) about second bride");
  second.name = Dated<std::string>{{{day("2025-09-01"), "Анна Белова"}, {day("2026-11-01"), "Анна Орлова"}}};
  store(school, second);
  CHECK(checked(school, Rule::duplicate_person) ==
        "warning participants/second.yaml:2:7 name: duplicate-person.same(Анна Орлова, bride) about second bride");
}

TEST_CASE("a name that was only spelt otherwise does not make somebody their own namesake") {
  Program school = program();
  Participant bride = mentee("bride");
  bride.name = Dated<std::string>{{{day("2025-09-01"), "Анна Белова"}, {day("2026-11-01"), "анна белова"}}};
  store(school, bride);
  CHECK(checked(school, Rule::duplicate_person).empty());
}

TEST_CASE("a role is judged by the category of every day on which either begins") {
  using Roles = Dated<std::vector<Role>>;
  using Categories = Dated<Id<Category>>;
  Participant yana = participant("yana", "young-specialist", {Role::mentee});
  yana.category =
      Categories{{{day("2025-09-01"), id<Category>("young-specialist")}, {day("2026-09-10"), id<Category>("teacher")}}};
  yana.roles = Roles{{{day("2025-09-01"), {Role::mentee}}, {day("2026-09-10"), {Role::mentee, Role::mentor}}}};
  CHECK(proposed(program(), yana, Rule::role_category).empty());
  yana.roles = Roles{{{day("2025-09-01"), {Role::mentee}}, {day("2026-09-09"), {Role::mentee, Role::mentor}}}};
  CHECK(proposed(program(), yana, Rule::role_category) ==
        "error --roles: role-category.mentor(yana, young specialist, pupil|teacher|graduate) about yana");
}

TEST_CASE("nobody leaves before joining, and no value begins before the birth") {
  Participant dora = mentee("dora", "2014-03-09");
  dora.joined = day("2026-09-14");
  dora.left = day("2026-09-14");
  dora.unit = Dated<std::string>{{{day("2014-03-09"), "6А"}, {day("2026-11-01"), "6Б"}}};
  CHECK(proposed(program(), dora, Rule::date_order).empty());
  dora.left = day("2026-09-13");
  dora.unit = Dated<std::string>{{{day("2014-03-08"), "6А"}, {day("2026-11-01"), "6Б"}}};
  CHECK(proposed(program(), dora, Rule::date_order) ==
        "error --left: date-order.left-before-joining(2026-09-13, 2026-09-14) about dora\n"
        "error --unit: date-order.before-birth(unit, 2014-03-08, 2014-03-09) about dora");
}

TEST_CASE("a class may end, but a name, a category and roles may not") {
  Program school = program();
  Participant dora = mentee("dora");
  dora.unit = Dated<std::string>{{{day("2025-09-01"), "11А"}, {day("2026-09-01"), ""}}};
  CHECK(proposed(school, dora, Rule::field_value).empty());
  dora.name = Dated<std::string>{{{day("2025-09-01"), "Дора"}, {day("2026-09-01"), ""}}};
  dora.roles = Dated<std::vector<Role>>{{{day("2025-09-01"), {Role::mentee}}, {day("2026-09-01"), {}}}};
  CHECK(proposed(school, dora, Rule::field_value) ==
        "error --name: field-value.ended(name, 2026-09-01) about dora\n"
        "error --roles: field-value.ended(roles, 2026-09-01) about dora");
}

namespace {

Participant person_called(std::string_view id, std::string_view name, std::string_view born = {},
                          std::string_view unit = {}) {
  Participant person = mentee(id, born);
  person.name = std::string{name};
  person.unit = std::string{unit};
  return person;
}

}  // namespace

TEST_CASE("initials, a missing patronymic and swapped words make a second person of the same name") {
  Program school = empty_program();
  store(school, person_called("olga", "Кузнецова Ольга Игоревна", "2013-06-01", "6А"));
  for (const std::string_view name : {"Кузнецова Ольга", "Кузнецова О.И.", "О. И. Кузнецова"}) {
    CAPTURE(name);
    CHECK(proposed(school, person_called("new", name, "2013-06-01", "7Б"), Rule::duplicate_person) ==
          "warning --name: duplicate-person.like-in-unit(" + std::string{name} +
              ", Кузнецова Ольга Игоревна, olga, 6А) about new olga");
    CHECK(proposed(school, person_called("new", name, "2013-06-02", "6А"), Rule::duplicate_person).empty());
  }
  CHECK_FALSE(
      proposed(school, person_called("new", "Ольга Игоревна Кузнецова", "2013-06-01"), Rule::duplicate_person).empty());
  CHECK_FALSE(
      proposed(school, person_called("new", "Kузнецова Oльга Игоревна", "2013-06-01"), Rule::duplicate_person).empty());
}

TEST_CASE("the longer of two names may be the new one") {
  Program school = empty_program();
  store(school, person_called("short", "Кузнецова Ольга"));
  store(school, person_called("initials", "Кузнецова О. И."));
  CHECK(
      proposed(school, person_called("new", "Кузнецова Ольга Игоревна"), Rule::duplicate_person) ==
      "warning --name: duplicate-person.like(Кузнецова Ольга Игоревна, Кузнецова Ольга, short) about new short\n"
      "warning --name: duplicate-person.like(Кузнецова Ольга Игоревна, Кузнецова О. И., initials) about new initials");
}

TEST_CASE("names that agree only in part are of two people when anything else that is known of both differs") {
  Program school = empty_program();
  store(school, person_called("olga", "Кузнецова Ольга Игоревна", "2013", "6А"));
  const auto told = [&](Participant person) {
    return !proposed(school, std::move(person), Rule::duplicate_person).empty();
  };
  CHECK(told(person_called("new", "Кузнецова О.И.", "2013-06-01", "6а")));
  CHECK(told(person_called("new", "Кузнецова О.И.")));
  CHECK_FALSE(told(person_called("new", "Кузнецова О.И.", "2013-06-01", "7А")));
  CHECK_FALSE(told(person_called("new", "Кузнецова О.И.", "2014", "6А")));
  Participant grown = person_called("new", "Кузнецова О.И.", "2013");
  grown.category = id<Category>("teacher");
  CHECK_FALSE(told(grown));
}

TEST_CASE("of stored people whose names agree in part the later by id is told of once") {
  Program school = empty_program();
  store(school, person_called("ccc", "Кузнецова Ольга Игоревна"));
  store(school, person_called("aaa", "Кузнецова О. И."));
  store(school, person_called("bbb", "Кузнецова Ольга"));
  CHECK(checked(school, Rule::duplicate_person) ==
        "warning participants/bbb.yaml:2:7 name: duplicate-person.like(Кузнецова Ольга, Кузнецова О. И., aaa)"
        " about bbb aaa\n"
        "warning participants/ccc.yaml:2:7 name: duplicate-person.like(Кузнецова Ольга Игоревна, Кузнецова О. И., aaa)"
        " about ccc aaa");
}

TEST_CASE("a word of letters of two alphabets is told of, two words side by side are not") {
  const auto told = [](std::string_view name) {
    return proposed(empty_program(), person_called("new", name), Rule::look_alike_letters);
  };
  CHECK(told("Иванoв Пётр") ==
        "warning --name: look-alike-letters.latin-in-cyrillic(Иванoв Пётр, Иванoв, o) about new");
  CHECK(told("Smith Jоhn") == "warning --name: look-alike-letters.cyrillic-in-latin(Smith Jоhn, Jоhn, о) about new");
  CHECK(told("Иванов Пётр").empty());
  CHECK(told("Smith John").empty());
  CHECK(told("3D-моделирование").empty());
  CHECK(told("Müller Иван").empty());
}

TEST_CASE("a class is spelt as most have it") {
  Program school = empty_program();
  store(school, person_called("anna", "Анна", {}, "7А"));
  store(school, person_called("boris", "Борис", {}, "7А"));
  store(school, person_called("clara", "Клара", {}, "7A"));  // a Latin letter
  store(school, person_called("dora", "Дора", {}, "7 а"));
  store(school, person_called("egor", "Егор", {}, "7Б"));
  CHECK(checked(school, Rule::look_alike_letters) ==
        "warning participants/clara.yaml:6:7 unit: look-alike-letters.class-there(7A, 7А, clara, unit=7А, --correct) "
        "about clara\n"
        "warning participants/dora.yaml:6:7 unit: look-alike-letters.class-there(7 а, 7А, dora, unit=7А, --correct) "
        "about dora");
  CHECK(proposed(school, person_called("new", "Нина", {}, "7б"), Rule::look_alike_letters) ==
        "warning --unit: look-alike-letters.class(7б, 7Б, unit=7Б) about new");
  CHECK(proposed(school, person_called("new", "Нина", {}, "7В"), Rule::look_alike_letters).empty());
  CHECK_FALSE(proposed(school, person_called("new", "Нина", {}, "7 Б"), Rule::look_alike_letters).empty());
}

TEST_CASE("of two spellings of a class that equally many have, the one without blanks is right") {
  Program school = empty_program();
  store(school, person_called("anna", "Анна", {}, "7 А"));
  CHECK(proposed(school, person_called("new", "Нина", {}, "7А"), Rule::look_alike_letters).empty());
  store(school, person_called("boris", "Борис", {}, "7А"));
  CHECK(checked(school, Rule::look_alike_letters) ==
        "warning participants/anna.yaml:6:7 unit: look-alike-letters.class-there(7 А, 7А, anna, unit=7А, --correct) "
        "about anna");
}

TEST_CASE("a class of former years is corrected on its own first day") {
  Program school = empty_program();
  store(school, person_called("boris", "Борис", {}, "6Б"));
  store(school, person_called("clara", "Клара", {}, "6Б"));
  Participant anna = person_called("anna", "Анна");
  anna.unit = Dated<std::string>{{{day("2025-09-01"), "6 Б"}, {day("2026-09-01"), "7Б"}}};
  store(school, anna);
  CHECK(checked(school, Rule::look_alike_letters) ==
        "warning participants/anna.yaml:6:7 unit: look-alike-letters.class-there(6 Б, 6Б, anna, unit=6Б,"
        " --from 2025-09-01) about anna");
}

// mentor_break: writes made-up programs full of errors, the same for the same arguments on every machine.
//   mentor_break --rules            the names of all rules, one a line
//   mentor_break DIR RULE NUMBER    a program in which so many records break that rule; `all`: so many break each rule
// What is wrong has in common what it can have: one name, one person, one day, one id, so that whoever holds each
// against every other is found out.
#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "mentor/rules.hpp"
#include "storage/yaml/profiles.hpp"

namespace {

using namespace mentor;

const Date first_day = Date::from(2022, 9, 1).value();

/// The date of birth of somebody who has that age on the day.
std::string born(int age, Date day) { return std::to_string(day.year() - age) + "-01-01"; }

/// Writes the records that break one rule. Their ids begin with the number of the rule, so that the rules may be broken
/// together.
class Breaker {
 public:
  Breaker(std::filesystem::path folder, Rule rule, std::size_t count)
      : folder_(std::move(folder)), prefix_("r" + std::to_string(static_cast<int>(rule)) + '-'), count_(count) {}

  std::size_t count() const { return count_; }

  std::string id(std::string_view word, std::size_t number) const {
    constexpr std::size_t digits = 6;
    const std::string text = std::to_string(number);
    return prefix_ + std::string{word} + std::string(digits - std::min(digits, text.size()), '0') + text;
  }

  /// Gives the id. `more` are further lines.
  std::string person(const std::string& id, std::string_view category, std::string_view role, std::string_view more) {
    return person_in_file(id, id, named(id) + sorted(category, role), more);
  }
  std::string person_in_file(const std::string& file, const std::string& id, const std::string& lines,
                             std::string_view more) {
    write("participants/" + file + ".yaml", "id: " + id + '\n' + lines + std::string{more});
    return id;
  }
  static std::string named(const std::string& name) { return "name: Иванов Иван " + name + '\n'; }
  static std::string sorted(std::string_view category, std::string_view role) {
    return "category: " + std::string{category} + "\nroles: [" + std::string{role} + "]\n";
  }
  std::string mentor_pupil(const std::string& id, Date day) {
    return person(id, "pupil", "mentor", "born: " + born(16, day) + '\n');
  }
  std::string mentee_pupil(const std::string& id, Date day) {
    return person(id, "pupil", "mentee", "born: " + born(12, day) + '\n');
  }
  std::string teacher(const std::string& id) { return person(id, "teacher", "mentor, mentee", ""); }

  /// `more` is the line of its end.
  std::string pair(const std::string& id, std::string_view form, const std::string& mentor, const std::string& mentee,
                   Date from, const std::string& more = "") {
    write("pairs/" + id + ".yaml", "id: " + id + "\nform: " + std::string{form} + "\nmentor: " + mentor +
                                       "\nmentee: " + mentee + "\nfrom: " + from.to_string() + '\n' + more);
    return id;
  }
  std::string pair_of_pupils() {
    return pair(id("p", 0), "pupil-pupil", mentor_pupil(id("m", 0), first_day), mentee_pupil(id("e", 0), first_day),
                first_day);
  }

  /// In the packed year, which all rules share. `more` are further lines.
  void activity(const std::string& id, const std::string& pair, std::string_view type, Date on,
                const std::string& more = "") {
    append("activities/2025-2026.yaml", "---\nid: " + id + "\npairs: [" + pair + "]\ntype: " + std::string{type} +
                                            "\non: " + on.to_string() + '\n' + more);
  }

  /// A record of another kind. `lines` are those behind its id.
  void record(std::string_view folder, const std::string& id, const std::string& lines) {
    write(std::string{folder} + '/' + id + ".yaml", "id: " + id + '\n' + lines);
  }

 private:
  void write(const std::string& path, const std::string& text) const { put(path, text, std::ios::trunc); }
  void append(const std::string& path, const std::string& text) const { put(path, text, std::ios::app); }
  void put(const std::string& path, const std::string& text, std::ios::openmode mode) const {
    std::ofstream file{folder_ / path, std::ios::binary | mode};
    file << text << std::flush;
    if (!file) {
      throw std::runtime_error{path + ": could not be written"};
    }
  }

  std::filesystem::path folder_;
  std::string prefix_;
  std::size_t count_;
};

// Each breaks one rule once for each number below the count.

/// One person of a wrong age in as many pairs, each of which begins on a day of its own.
void break_age(Breaker& breaker, Role wrong) {
  const bool mentee = wrong == Role::mentee;
  const auto person = breaker.person(breaker.id("x", 0), "pupil", to_string(wrong), "born: 1980-01-01\n");
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const Date day = first_day.plus_days(static_cast<int>(number));
    const auto other = mentee ? breaker.mentor_pupil(breaker.id("o", number), day)
                              : breaker.mentee_pupil(breaker.id("o", number), day);
    breaker.pair(breaker.id("p", number), "pupil-pupil", mentee ? other : person, mentee ? person : other, day);
  }
}
void break_mentee_age(Breaker& breaker) { break_age(breaker, Role::mentee); }
void break_mentor_age(Breaker& breaker) { break_age(breaker, Role::mentor); }

void break_role_category(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.person(breaker.id("x", number), "young-specialist", "mentor", "");
  }
}

void break_form_mentor(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "pupil-pupil", teacher,
                 breaker.mentee_pupil(breaker.id("e", number), first_day), first_day);
  }
}
void break_form_mentee(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "pupil-pupil", breaker.mentor_pupil(breaker.id("m", number), first_day),
                 teacher, first_day);
  }
}

void break_activity_type(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.activity(breaker.id("a", number), pair, "lesson-visit", first_day);
  }
}
void break_activity_date(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.activity(breaker.id("a", number), pair, "project", first_day.plus_days(-1));
  }
}

void break_activity_hours(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.activity(breaker.id("a", number), pair, "project", first_day, "hours: 90\n");
  }
}

/// One activity, entered again and again.
void break_activity_repeated(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number <= breaker.count(); ++number) {
    breaker.activity(breaker.id("a", number), pair, "project", first_day, "hours: 1\n");
  }
}

/// As many pairs of the same two teachers.
void break_pairs(Breaker& breaker, const std::string& until) {
  const auto one = breaker.teacher(breaker.id("x", 0));
  const auto other = breaker.teacher(breaker.id("x", 1));
  for (std::size_t number = 0; number <= breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", one, other, first_day, until);
  }
}
void break_pair_dates(Breaker& breaker) {
  break_pairs(breaker, "until: " + first_day.plus_days(-1).to_string() + '\n');
}

/// One mentor who has left, in as many pairs that go on.
void break_left_dates(Breaker& breaker) {
  const auto gone = breaker.person(breaker.id("x", 0), "teacher", "mentor", "left: " + first_day.to_string() + '\n');
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", gone, breaker.teacher(breaker.id("t", number)), first_day);
  }
}

void break_date_order(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.person(breaker.id("x", number), "teacher", "mentor", "joined: 2025-09-02\nleft: 2025-09-01\n");
  }
}

void break_pair_overlap(Breaker& breaker) { break_pairs(breaker, ""); }

/// One mentee of as many mentors at once.
void break_second_mentor(Breaker& breaker) {
  const auto mentee = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number <= breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("t", number)), mentee,
                 first_day);
  }
}

void break_self_pair(Breaker& breaker) {
  const auto alone = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", alone, alone, first_day);
  }
}

/// Of one name are twice as many: each is born on the same day as one other alone, who comes long before.
void break_duplicate_person(Breaker& breaker) {
  for (std::size_t number = 0; number < 2 * breaker.count(); ++number) {
    const Date day = Date::from(1950, 1, 1).value().plus_days(static_cast<int>(number % breaker.count()));
    const auto id = breaker.id("x", number);
    breaker.person_in_file(id, id, Breaker::named(breaker.id("x", 0)) + Breaker::sorted("teacher", "mentor"),
                           "born: " + day.to_string() + '\n');
  }
}

/// A Latin letter in each surname.
void break_look_alike_letters(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto id = breaker.id("x", number);
    breaker.person_in_file(id, id, "name: Иванoв Иван " + id + '\n' + Breaker::sorted("teacher", "mentor"),
                           "unit: 7А\n");
  }
}

void break_pair_end(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const Date day = first_day.plus_days(static_cast<int>(number));
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)), teacher, day,
                 "until: " + day.to_string() + "\nside: mentor\n");
  }
}

void break_pair_practice(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  breaker.record("practices", breaker.id("c", 0), "title: Практика\nform: pupil-pupil\n");
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const Date day = first_day.plus_days(static_cast<int>(number));
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)), teacher, day,
                 "until: " + day.to_string() + "\npractices: [" + breaker.id("c", 0) + "]\n");
  }
}

/// All pauses of one pair, from one day on.
void break_pause_dates(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number <= breaker.count(); ++number) {
    breaker.record(
        "pauses", breaker.id("s", number),
        "pairs: [" + pair + "]\nfrom: " + first_day.to_string() + "\nuntil: " + first_day.to_string() + '\n');
  }
}

void break_paused_activity(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const Date day = first_day.plus_days(static_cast<int>(number));
    breaker.record("pauses", breaker.id("s", number),
                   "pairs: [" + pair + "]\nfrom: " + day.to_string() + "\nuntil: " + day.to_string() + '\n');
    breaker.activity(breaker.id("a", number), pair, "project", day);
  }
}

void break_step_place(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("steps", breaker.id("s", number), "title: Приказ\npart: development\n");
  }
}

void break_step_dates(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("steps", breaker.id("s", number), "title: Приказ\npart: preparation\nresult: приказ № 1\n");
  }
}

/// One mentor was trained, and all others were not.
void break_mentor_untrained(Breaker& breaker) {
  const auto trained = breaker.teacher(breaker.id("x", 0));
  breaker.record("trainings", breaker.id("s", 0),
                 "type: mentor-school\npeople: [" + trained + "]\non: " + first_day.to_string() + '\n');
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)),
                 breaker.teacher(breaker.id("t", number)), first_day);
  }
}

/// One consent is there, and all other people have none.
void break_document_missing(Breaker& breaker) {
  breaker.record("documents", breaker.id("d", 0),
                 "type: record-check\npeople: [" + breaker.teacher(breaker.id("x", 0)) + "]\non: 2025-09-01\n");
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto outsider = breaker.person(breaker.id("o", number), "graduate", "mentor", "");
    breaker.pair(breaker.id("p", number), "pupil-pupil", outsider,
                 breaker.mentee_pupil(breaker.id("e", number), first_day), first_day);
  }
}

void break_document_subject(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("documents", breaker.id("d", number), "type: award\non: " + first_day.to_string() + '\n');
  }
}

void break_document_signer(Breaker& breaker) {
  const auto mentee = breaker.mentee_pupil(breaker.id("e", 0), first_day);
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record(
        "documents", breaker.id("d", number),
        "type: distribution-consent\npeople: [" + mentee + "]\non: " + first_day.to_string() + "\nby: self\n");
  }
}

void break_document_late(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto person = breaker.person(breaker.id("x", number), "graduate", "mentor", "joined: 2025-09-01\n");
    breaker.record("documents", breaker.id("d", number),
                   "type: record-check\npeople: [" + person + "]\non: 2025-09-02\n");
  }
}

/// A sheet of pupils for a pair of teachers.
void break_survey_subject(Breaker& breaker) {
  const auto pair = breaker.pair(breaker.id("p", 0), "teacher-teacher", breaker.teacher(breaker.id("m", 0)),
                                 breaker.teacher(breaker.id("t", 0)), first_day);
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("surveys", breaker.id("s", number),
                   "instrument: pupil-mentee\nstage: exit\non: " + first_day.to_string() + "\npairs: [" + pair +
                       "]\nanswers:\n  why: Переезд\n");
  }
}

void break_survey_answer(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record(
        "surveys", breaker.id("s", number),
        "instrument: pupil-mentee\nstage: before\non: " + first_day.to_string() + "\nanswers:\n  comfort: 11\n");
  }
}

void break_survey_repeat(Breaker& breaker) {
  for (std::size_t number = 0; number <= breaker.count(); ++number) {
    breaker.record(
        "surveys", breaker.id("s", number),
        "instrument: swot\nstage: after\non: " + first_day.to_string() + "\nanswers:\n  strengths: Много пар\n");
  }
}

void break_survey_date(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto pair = breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)),
                                   breaker.teacher(breaker.id("t", number)), first_day);
    breaker.record("surveys", breaker.id("s", number),
                   "instrument: teacher-mentee\nstage: before\non: " + first_day.plus_days(20).to_string() +
                       "\npairs: [" + pair + "]\nanswers:\n  comfort: 8\n");
  }
}

void break_document_renew(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  breaker.pair(breaker.id("p", 0), "teacher-teacher", teacher, breaker.teacher(breaker.id("t", 0)), first_day);
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("documents", breaker.id("d", number),
                   "type: processing-consent\npeople: [" + teacher + "]\non: 2025-01-09\n");
  }
}

/// One practice that was published, and all pairs name it.
void break_practice_consent(Breaker& breaker) {
  const auto consenting = breaker.teacher(breaker.id("x", 0));
  breaker.record("documents", breaker.id("d", 0),
                 "type: distribution-consent\npeople: [" + consenting + "]\non: 2022-09-01\nby: self\n");
  breaker.record("practices", breaker.id("c", 0),
                 "title: Практика\nform: teacher-teacher\nauthors: [" + consenting +
                     "]\npublished: " + first_day.to_string() + '\n');
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", consenting, breaker.teacher(breaker.id("t", number)),
                 first_day, "until: " + first_day.to_string() + "\npractices: [" + breaker.id("c", 0) + "]\n");
  }
}

/// All pairs of one mentor, from one day on.
void break_mentor_load(Breaker& breaker) {
  const auto mentor = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", mentor, breaker.teacher(breaker.id("t", number)),
                 first_day);
  }
}

void break_mentor_younger(Breaker& breaker) {
  const std::string year = std::to_string(first_day.year() - 15);
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto mentor = breaker.person(breaker.id("m", number), "pupil", "mentor", "born: " + year + "-06-01\n");
    const auto mentee = breaker.person(breaker.id("e", number), "pupil", "mentee", "born: " + year + "-01-01\n");
    breaker.pair(breaker.id("p", number), "pupil-pupil", mentor, mentee, first_day);
  }
}

void break_young_specialist(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto mentee =
        breaker.person(breaker.id("e", number), "young-specialist", "mentee", "teaching-since: 2015-09-01\n");
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)), mentee,
                 first_day);
  }
}

void break_age_during_pair(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto mentee =
        breaker.person(breaker.id("e", number), "pupil", "mentee", "born: " + born(15, first_day) + '\n');
    breaker.pair(breaker.id("p", number), "pupil-pupil", breaker.mentor_pupil(breaker.id("m", number), first_day),
                 mentee, first_day);
  }
}

void break_form_word(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)),
                 breaker.teacher(breaker.id("t", number)), first_day, "role-model: leader-passive\n");
  }
}

void break_pair_length(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)),
                 breaker.teacher(breaker.id("t", number)), first_day,
                 "until: " + first_day.plus_days(7).to_string() + '\n');
  }
}

/// All pairs go on with one that is still open.
void break_pair_continues(Breaker& breaker) {
  const auto mentee = breaker.teacher(breaker.id("x", 0));
  const auto former =
      breaker.pair(breaker.id("f", 0), "teacher-teacher", breaker.teacher(breaker.id("n", 0)), mentee, first_day);
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.pair(breaker.id("p", number), "teacher-teacher", breaker.teacher(breaker.id("m", number)), mentee,
                 first_day.plus_days(1 + static_cast<int>(number)), "continues: " + former + '\n');
  }
}

void break_missed_hours(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.activity(breaker.id("a", number), pair, "project", first_day.plus_days(static_cast<int>(number)),
                     "hours: 1\nmissed: [mentee]\n");
  }
}

void break_private_words(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("contacts", breaker.id("c", number),
                   "people: [" + teacher + "]\non: " + first_day.to_string() + "\nnote: Ребёнок с ОВЗ\n");
  }
}

void break_future_date(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.record("contacts", breaker.id("c", number), "people: [" + teacher + "]\non: 2199-01-01\n");
  }
}

void break_dangling_reference(Breaker& breaker) {
  const auto teacher = breaker.teacher(breaker.id("x", 0));
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const Date day = first_day.plus_days(static_cast<int>(number));
    breaker.pair(breaker.id("p", number), "teacher-teacher", teacher, "nobody", day,
                 "until: " + day.to_string() + '\n');
    breaker.activity(breaker.id("a", number), "nothing", "consultation", first_day);
  }
}

void break_duplicate_id(Breaker& breaker) {
  const auto pair = breaker.pair_of_pupils();
  for (std::size_t number = 0; number <= breaker.count(); ++number) {
    breaker.activity(breaker.id("a", 0), pair, "project", first_day);
  }
}

void break_file_name(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto id = breaker.id("x", number);
    breaker.person_in_file(breaker.id("y", number), id, Breaker::named(id) + Breaker::sorted("teacher", "mentor"), "");
  }
}

void break_file_ignored(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto id = breaker.id("x", number);
    breaker.person_in_file(id + " (1)", id, Breaker::named(id) + Breaker::sorted("teacher", "mentor"), "");
  }
}

/// Teachers with one line too many.
void break_text(Breaker& breaker, std::string_view line) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.person(breaker.id("x", number), "teacher", "mentor", line);
  }
}
void break_yaml_syntax(Breaker& breaker) { break_text(breaker, "unit: [\n"); }
void break_duplicate_key(Breaker& breaker) { break_text(breaker, "name: Петров Пётр\n"); }
void break_unknown_key(Breaker& breaker) { break_text(breaker, "nickname: Ваня\n"); }
void break_field_value(Breaker& breaker) { break_text(breaker, "born: soon\n"); }
void break_not_canonical(Breaker& breaker) { break_text(breaker, "born: 5.11.1980\n"); }
void break_conflict_marker(Breaker& breaker) { break_text(breaker, "<<<<<<< HEAD\n"); }
void break_newer_schema(Breaker& breaker) { break_text(breaker, "schema: 99\n"); }
void break_accept_unused(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    breaker.person(breaker.id("x", number), "teacher", "mentor", "accept:\n  mentor-age: Педсовет № 2\n");
  }
}
void break_older_schema(Breaker& breaker) { break_text(breaker, "schema: 0\n"); }

void break_field_missing(Breaker& breaker) {
  for (std::size_t number = 0; number < breaker.count(); ++number) {
    const auto id = breaker.id("x", number);
    breaker.person_in_file(id, id, Breaker::named(id), "roles: [mentor]\n");
  }
}

struct Breakage {
  Rule rule;
  void (*make)(Breaker&);
};

constexpr std::array breakages = {
    Breakage{Rule::mentee_age, break_mentee_age},
    Breakage{Rule::mentor_age, break_mentor_age},
    Breakage{Rule::role_category, break_role_category},
    Breakage{Rule::form_mentor, break_form_mentor},
    Breakage{Rule::form_mentee, break_form_mentee},
    Breakage{Rule::activity_type, break_activity_type},
    Breakage{Rule::activity_date, break_activity_date},
    Breakage{Rule::activity_hours, break_activity_hours},
    Breakage{Rule::activity_repeated, break_activity_repeated},
    Breakage{Rule::pair_dates, break_pair_dates},
    Breakage{Rule::left_dates, break_left_dates},
    Breakage{Rule::self_pair, break_self_pair},
    Breakage{Rule::pair_overlap, break_pair_overlap},
    Breakage{Rule::second_mentor, break_second_mentor},
    Breakage{Rule::mentor_load, break_mentor_load},
    Breakage{Rule::mentor_younger, break_mentor_younger},
    Breakage{Rule::young_specialist, break_young_specialist},
    Breakage{Rule::age_during_pair, break_age_during_pair},
    Breakage{Rule::form_word, break_form_word},
    Breakage{Rule::pair_length, break_pair_length},
    Breakage{Rule::pair_continues, break_pair_continues},
    Breakage{Rule::pair_end, break_pair_end},
    Breakage{Rule::pair_practice, break_pair_practice},
    Breakage{Rule::pause_dates, break_pause_dates},
    Breakage{Rule::paused_activity, break_paused_activity},
    Breakage{Rule::missed_hours, break_missed_hours},
    Breakage{Rule::step_place, break_step_place},
    Breakage{Rule::step_dates, break_step_dates},
    Breakage{Rule::mentor_untrained, break_mentor_untrained},
    Breakage{Rule::document_missing, break_document_missing},
    Breakage{Rule::document_subject, break_document_subject},
    Breakage{Rule::document_signer, break_document_signer},
    Breakage{Rule::document_late, break_document_late},
    Breakage{Rule::document_renew, break_document_renew},
    Breakage{Rule::survey_subject, break_survey_subject},
    Breakage{Rule::survey_answer, break_survey_answer},
    Breakage{Rule::survey_repeat, break_survey_repeat},
    Breakage{Rule::survey_date, break_survey_date},
    Breakage{Rule::practice_consent, break_practice_consent},
    Breakage{Rule::date_order, break_date_order},
    Breakage{Rule::future_date, break_future_date},
    Breakage{Rule::duplicate_person, break_duplicate_person},
    Breakage{Rule::look_alike_letters, break_look_alike_letters},
    Breakage{Rule::private_words, break_private_words},
    Breakage{Rule::dangling_reference, break_dangling_reference},
    Breakage{Rule::duplicate_id, break_duplicate_id},
    Breakage{Rule::file_name, break_file_name},
    Breakage{Rule::file_ignored, break_file_ignored},
    Breakage{Rule::yaml_syntax, break_yaml_syntax},
    Breakage{Rule::duplicate_key, break_duplicate_key},
    Breakage{Rule::unknown_key, break_unknown_key},
    Breakage{Rule::field_missing, break_field_missing},
    Breakage{Rule::field_value, break_field_value},
    Breakage{Rule::not_canonical, break_not_canonical},
    Breakage{Rule::conflict_marker, break_conflict_marker},
    Breakage{Rule::newer_schema, break_newer_schema},
    Breakage{Rule::older_schema, break_older_schema},
    Breakage{Rule::accept_unused, break_accept_unused},
};

void break_program(const std::filesystem::path& folder, std::string_view name, std::size_t count) {
  for_each_kind([&]<class Record>(Record*) { std::filesystem::create_directories(folder / folder_of<Record>); });
  std::ofstream{folder / "program.yaml"} << storage::program_text(
      {.organization = "Гимназия № 7", .curator = "Орлова Мария Петровна"}, storage::all_profiles().front());
  for (const RuleRow& row : all_rules()) {
    if (name != "all" && name != row.name) {
      continue;
    }
    const auto* breakage =
        std::find_if(breakages.begin(), breakages.end(), [&](const Breakage& one) { return one.rule == row.rule; });
    if (breakage == breakages.end()) {
      throw std::logic_error{"nothing here breaks " + std::string{row.name} + ": add a row to the breakages"};
    }
    Breaker breaker{folder, row.rule, count};
    breakage->make(breaker);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> words{argv + 1, argv + argc};
  if (words == std::vector<std::string_view>{"--rules"}) {
    for (const RuleRow& row : all_rules()) {
      std::cout << row.name << '\n';
    }
    return 0;
  }
  std::size_t count = 0;
  if (words.size() != 3 ||
      std::from_chars(words[2].data(), words[2].data() + words[2].size(), count).ec != std::errc{}) {
    std::cerr << "usage: mentor_break --rules | mentor_break DIR RULE|all NUMBER\n";
    return 2;
  }
  try {
    break_program(words[0], words[1], count);
  } catch (const std::exception& failed) {
    std::cerr << "mentor_break: " << failed.what() << '\n';
    return 1;
  }
}

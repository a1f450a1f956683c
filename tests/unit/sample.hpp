/// A small program in memory with the model of gymnasium-144, records by one call each, and findings as one line of
/// text each, so that a test compares everything that a finding says and stays readable.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "language/unicode.hpp"
#include "mentor/edits.hpp"
#include "mentor/program.hpp"
#include "mentor/rules.hpp"

namespace sample {

using namespace mentor;

inline Date day(std::string_view text) { return Date::parse(text).value(); }
inline const Date today = day("2026-11-23");

inline Period days(std::string_view first, std::string_view last) {
  return Period::from(day(first), day(last)).value();
}

template <class Kind>
Id<Kind> id(std::string_view text) {
  return Id<Kind>::parse(text).value();
}

template <class Kind>
std::vector<Id<Kind>> ids(std::initializer_list<std::string_view> texts) {
  std::vector<Id<Kind>> result;
  for (const auto text : texts) {
    result.push_back(id<Kind>(text));
  }
  return result;
}

inline const Fold& fold() {
  static const Fold folding = language::folding();
  return folding;
}

/// The model of the profile gymnasium-144, with four of its activity types.
inline Model gymnasium() {
  const auto ages = [](std::string_view text) { return AgeRange::parse(text); };
  return {
      .categories = {{id<Category>("pupil"), {"обучающийся", "pupil"}, ages("10-15"), ages("15-18")},
                     {id<Category>("young-specialist"), {"молодой специалист", "young specialist"}, ages("any"), {}},
                     {id<Category>("teacher"), {"педагог", "teacher"}, ages("any"), ages("any")},
                     {id<Category>("graduate"), {"выпускник", "graduate"}, {}, ages("any")}},
      .forms = {{id<Form>("pupil-pupil"),
                 {"Ученик – ученик", "Pupil – pupil"},
                 ids<Category>({"pupil"}),
                 ids<Category>({"pupil"}),
                 {{id<ActivityType>("project"), {"проектная деятельность", "project work"}},
                  {id<ActivityType>("class-hour"), {"классные часы", "class hours"}}}},
                {id<Form>("teacher-teacher"),
                 {"Учитель – учитель", "Teacher – teacher"},
                 ids<Category>({"teacher"}),
                 ids<Category>({"young-specialist", "teacher"}),
                 {{id<ActivityType>("consultation"), {"консультации", "consultations"}},
                  {id<ActivityType>("course"), {"курсы", "courses"}}}}},
  };
}

inline Program empty_program() {
  Program program;
  program.settings.organization = "Гимназия № 7";
  program.settings.model = gymnasium();
  return program;
}

/// A person called by their id. Without a birth: not known.
inline Participant participant(std::string_view name, std::string_view category, std::vector<Role> roles,
                               std::string_view born = {}) {
  return {.id = id<Participant>(name),
          .name = std::string{name},
          .category = id<Category>(category),
          .roles = std::move(roles),
          .born = Born::parse(born)};
}
/// Twelve years old on the day on which the pairs below start.
inline Participant mentee(std::string_view name, std::string_view born = "2014-03-09") {
  return participant(name, "pupil", {Role::mentee}, born);
}
/// Sixteen years old on that day.
inline Participant mentor_pupil(std::string_view name, std::string_view born = "2010-02-01") {
  return participant(name, "pupil", {Role::mentor}, born);
}
inline Participant teacher(std::string_view name) { return participant(name, "teacher", {Role::mentee, Role::mentor}); }

inline Pair pair(std::string_view name, std::string_view mentor, std::string_view mentee,
                 std::string_view from = "2026-10-05", std::string_view until = {},
                 std::string_view form = "pupil-pupil") {
  return {.id = id<Pair>(name),
          .form = id<Form>(form),
          .mentor = id<Participant>(mentor),
          .mentee = id<Participant>(mentee),
          .from = day(from),
          .until = Date::parse(until)};
}

inline Activity activity(std::string_view name, std::initializer_list<std::string_view> pairs,
                         std::string_view type = "project", std::string_view on = "2026-11-05",
                         std::string_view hours = {}) {
  return {.id = id<Activity>(name),
          .pairs = IdList<Pair>{ids<Pair>(pairs)},
          .type = id<ActivityType>(type),
          .on = day(on),
          .hours = Duration::parse(hours)};
}

inline Pause pause(std::string_view name, std::initializer_list<std::string_view> pairs, std::string_view from,
                   std::string_view until = {}) {
  return {.id = id<Pause>(name),
          .pairs = IdList<Pair>{ids<Pair>(pairs)},
          .from = day(from),
          .until = Date::parse(until),
          .note = {}};
}

inline Contact contact(std::string_view name, std::initializer_list<std::string_view> people, std::string_view on) {
  return {.id = id<Contact>(name), .people = IdList<Participant>{ids<Participant>(people)}, .on = day(on)};
}

/// Lets each field that a record has stand on the line of its place in canonical order. A layout has a bit for each.
class LineForEach : public FieldMarks {
 public:
  Mark mark(std::uint32_t layout, std::size_t field, const FieldDescription&) const override {
    constexpr std::uint16_t column = 7;
    return (layout >> field & 1U) == 0 ? Mark{} : Mark{static_cast<std::uint16_t>(field + 1), column};
  }
};

/// Adds the record as if it stood in a file of its own, each field on the line of its place in canonical order.
template <class Record>
const Stored<Record>& store(Program& program, Record record, std::string path) {
  program.set_marks(std::make_shared<LineForEach>());
  std::uint32_t layout = 0;
  for (std::size_t index = 0; index < fields<Record>().size(); ++index) {
    layout |= fields<Record>()[index].scalars(record).empty() ? 0U : 1U << index;
  }
  return program.all<Record>().add({.record = std::move(record),
                                    .file = program.add_file(path.substr(path.find('/') + 1)),
                                    .line = 1,
                                    .layout = layout});
}
template <class Record>
const Stored<Record>& store(Program& program, Record record) {
  return store(program, record, path_of(record.id));
}

/// ivan (16) mentors anna (12) as the pair `work` since 2026-10-05; boris and clara are teachers without a pair.
inline Program program() {
  Program result = empty_program();
  store(result, mentee("anna"));
  store(result, mentor_pupil("ivan"));
  store(result, teacher("boris"));
  store(result, teacher("clara"));
  store(result, pair("work", "ivan", "anna"));
  return result;
}

/// An argument without the words of any language.
inline std::string plain(const Argument& argument) {
  struct Visitor {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return '#' + std::to_string(number); }
    std::string operator()(Date date) const { return date.to_string(); }
    std::string operator()(Years years) const { return std::to_string(years.value) + 'y'; }
    std::string operator()(const AgeRange& range) const { return range.to_string(); }
    std::string operator()(Duration duration) const { return duration.to_string() + 'h'; }
    std::string operator()(const Label& label) const { return label.in(Language::en); }
    std::string operator()(const Count& count) const { return std::to_string(count.value).append(count.noun); }
    std::string operator()(const Phrase& phrase) const { return '<' + std::string{phrase.key} + '>'; }
    std::string operator()(const Period& period) const {
      return period.first().to_string() + ".." + period.last().to_string();
    }
    std::string operator()(const Texts& texts) const {
      std::string result;
      for (const auto& text : texts) {
        result += (result.empty() ? "" : "|") + text;
      }
      return result;
    }
    std::string operator()(const Labels& labels) const {
      Texts texts;
      for (const auto& label : labels) {
        texts.push_back(label.in(Language::en));
      }
      return (*this)(texts);
    }
  };
  return std::visit(Visitor{}, argument);
}

/// `mentee-age.out(anna, 16y)`.
inline std::string plain(const Message& message) {
  std::string text;
  for (const auto& argument : message.arguments) {
    text += (text.empty() ? "" : ", ") + plain(argument);
  }
  return std::string{message.key} + '(' + text + ')';
}

/// `error pairs/work.yaml:5:7 from: pair-dates.reversed(…) about work`; a record that is not on disk: `error --from:
/// …`.
inline std::string plain(const Finding& finding) {
  const Place& place = finding.place;
  std::string text = std::string{to_string(finding.severity)} + ' ';
  text += place.path.empty() ? "--" + place.field
                             : place.path + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) +
                                   (place.field.empty() ? "" : ' ' + place.field);
  text += ": " + plain(finding.message) + " about";
  for (const auto& one : finding.about) {
    text += ' ' + one;
  }
  return text;
}

/// The findings of one rule, sorted, a line each.
inline std::string plain(std::vector<Finding> findings, Rule rule) {
  sort_findings(findings);
  std::string text;
  for (const auto& finding : findings) {
    if (finding.rule == rule) {
      text += plain(finding) + '\n';
    }
  }
  return text.substr(0, text.empty() ? 0 : text.size() - 1);
}

/// What `check` finds of this rule.
inline std::string checked(const Program& program, Rule rule) {
  return plain(check_all({program, today, fold()}), rule);
}

/// What is found of this rule in a record that a command is about to write.
template <class Record>
std::string proposed(const Program& program, Record record, Rule rule) {
  return plain(propose(program, {CreateRecord{std::move(record)}}, today, fold()).findings, rule);
}

/// The names of all the rules that the program breaks, each once.
inline std::string broken_rules(const Program& program) {
  std::string text;
  for (const auto& row : all_rules()) {
    if (!checked(program, row.rule).empty()) {
      text += (text.empty() ? "" : " ") + std::string{row.name};
    }
  }
  return text;
}

}  // namespace sample

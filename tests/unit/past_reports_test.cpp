// What this year's commands leave of the reports of a past school year: every byte.
#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "cli/command.hpp"
#include "cli/run.hpp"
#include "mentor/fields.hpp"
#include "mentor/reports.hpp"
#include "sample.hpp"
#include "temporary_folder.hpp"

using namespace sample;

namespace {

using CommandWords = std::vector<std::string>;

CommandWords words_of(const std::string& line) {
  std::istringstream stream{line};
  return {std::istream_iterator<std::string>{stream}, {}};
}

/// A program that has lived through the school year 2025-2026, and the commands of the next one.
class School {
 public:
  School() {
    for (const char* line : {
             "init . --lang ru",
             "add-participant --id ivan --name Громов --role mentor --category pupil --born 2010-01-12 --unit 9А",
             "add-participant --id anna --name Семёнова --role mentee --category pupil --born 2013-03-09 --unit 6Б",
             "add-participant --id vera --name Лескова --role mentee --category pupil --born 2014-05-20 --unit 5Б",
             "add-participant --id yana --name Молодцова --role mentee --category young-specialist --unit кафедра",
             "add-participant --id boris --name Белов --role mentor --category teacher --unit кафедра",
             "pair --id first --form pupil-pupil --mentor ivan --mentee anna --from 2025-10-01 --until 2026-05-31",
             "pair --id second --form teacher-teacher --mentor boris --mentee yana --from 2025-10-01",
             "log-activity first --id one --type project --hours 2 --on 2025-11-05 --today 2026-05-31",
             "log-activity second --id two --type consultation --on 2026-02-10 --today 2026-05-31",
         }) {
      CAPTURE(line);
      auto words = words_of(line);
      if (words.back() != "2026-05-31" || words.front() == "pair") {
        words.insert(words.end(), {"--today", "2025-09-14"});
      }
      REQUIRE(run(words) == 0);
    }
  }

  /// The exit status of a command of this year.
  int run(CommandWords words) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    cli::World world{
        .in = in,
        .out = out,
        .err = err,
        .folder = folder_.path(),
        .environment = [](const char*) { return std::nullopt; },
        .today = [] { return today; },
        .steady_now = [] { return std::chrono::steady_clock::time_point{}; },
        .now = [] { return std::string{"2026-11-23 16:04:10"}; },
        .random = [this] { return number_ = number_ * 6364136223846793005U + 1442695040888963407U; },
    };
    const int status = cli::run(world, words);
    printed_ = out.str();
    said_ = err.str();
    return status;
  }
  int run(const std::string& line) { return run(words_of(line)); }
  const std::string& said() const { return said_; }

  std::string record(const std::string& kind, const std::string& id) const {
    return folder_.read(kind + '/' + id + ".yaml");
  }

  /// Every report and list of the past school year.
  std::string past() {
    std::string text;
    for (const ReportRow* row : all_reports()) {
      for (const char* format : {"text", "json"}) {
        REQUIRE(run({"report", std::string{row->name}, "--period", "2025-2026", "--format", format}) == 0);
        text += printed_;
      }
    }
    for_each_kind([&]<class Record>(Record*) {
      REQUIRE(run({"list", std::string{folder_of<Record>}, "--period", "2025-2026", "--format", "csv"}) == 0);
      text += printed_;
    });
    return text;
  }

 private:
  TemporaryFolder folder_;
  std::uint64_t number_ = 144;
  std::string printed_;
  std::string said_;
};

/// What one may try to type for a field.
CommandWords values_for(const FieldDescription& field) {
  switch (field.meaning) {
    case Meaning::text:
      return {"Новое"};
    case Meaning::choice: {
      CommandWords values;
      std::string all;
      for (const WordRow& row : field.choices) {
        values.emplace_back(row.id);
        all.append(all.empty() ? "" : ",").append(row.id);
      }
      values.push_back(all);
      return values;
    }
    case Meaning::word:
      return {"pupil", "young-specialist", "teacher", "graduate", "employer"};
    default:
      return {};
  }
}

/// How many edits of the field of a record were accepted and changed it. After each the past must be what it was.
template <class Record>
int edits_of(School& school, const std::string& past, const Field<Record>& field, const std::string& id,
             const CommandWords& more) {
  int changes = 0;
  for (const std::string& value : values_for(field)) {
    CommandWords words{"edit", id, std::string{field.name} + '=' + value};
    words.insert(words.end(), more.begin(), more.end());
    CAPTURE(words);
    const std::string before = school.record(std::string{folder_of<Record>}, id);
    if (school.run(words) != 0 || school.record(std::string{folder_of<Record>}, id) == before) {
      continue;
    }
    ++changes;
    CHECK(school.past() == past);
    REQUIRE(school.run("undo") == 0);
    REQUIRE(school.record(std::string{folder_of<Record>}, id) == before);
  }
  return changes;
}

}  // namespace

TEST_CASE("no edit of a field whose values change by days changes a report of a past school year") {
  School school;
  const std::string past = school.past();
  const std::map<std::string_view, CommandWords> ids{{"participants", {"ivan", "anna", "vera", "yana", "boris"}},
                                                     {"pairs", {"first", "second"}},
                                                     {"activities", {"one", "two"}}};
  for (const CommandWords& more : {CommandWords{}, CommandWords{"--from", "2026-09-01"}}) {
    for_each_kind([&]<class Record>(Record*) {
      for (const auto& field : fields<Record>()) {
        if (!field.is_dated()) {
          continue;  // such an edit corrects what has always been so, and may change every report
        }
        CAPTURE(field.name);
        int changes = 0;
        for (const std::string& id : ids.at(folder_of<Record>)) {
          changes += edits_of(school, past, field, id, more);
        }
        CHECK(changes > 0);
      }
    });
  }
}

TEST_CASE("no command of this year changes a report of a past school year") {
  School school;
  const std::string past = school.past();
  // What corrects the past on purpose is left out: `--correct`, edits of fields without days, removals.
  const std::map<std::string_view, CommandWords> lines{
      {"init", {}},
      {"migrate", {}},
      {"remove", {}},
      {"forget", {}},
      {"add-participant",
       {"add-participant --id oleg --name Зуев --role mentee --category pupil --born 2015-01-01 --unit 5А"}},
      {"add",
       {"add participant name=Котова roles=mentor category=teacher", "add training course Белов hours=36",
        "add document mentor-approval Белов", "add contact Белов", "add resource Ноутбук type=equipment needed=2",
        "add survey swot strengths=Много"}},
      {"pair", {"pair --id third --form pupil-pupil --mentor ivan --mentee oleg --until 2027-05-31"}},
      {"log-activity", {"log-activity third --type project --hours 1", "log-activity second --type consultation"}},
      {"edit",
       {"edit yana category=teacher roles=mentee,mentor unit=Методисты name=Белова", "edit third until=2027-05-30"}},
      {"done", {"done положение"}},
      {"end", {"end second --reason completed --result Сделано --on 2026-11-23"}},
      {"pause", {"pause second --note Сборы"}},
      {"resume", {"resume second --on 2026-11-25"}},
      {"leave", {"leave boris vera"}},
      {"open-year", {"open-year 2026-2027"}},
      {"undo", {"undo"}},
      {"redo", {"redo"}},
      {"close-year", {"close-year 2025-2026 --force"}},
      {"check", {"check --fix"}},
  };
  std::vector<std::string_view> order{
      "init",   "migrate", "remove", "add-participant", "add",  "pair", "log-activity", "edit",       "pause",
      "resume", "end",     "leave",  "open-year",       "done", "undo", "redo",         "close-year", "check"};
  for (const cli::Command* command : cli::all_commands()) {
    CAPTURE(command->name);
    CHECK((!command->writes || lines.contains(command->name)));
  }
  for (const auto name : order) {
    for (const std::string& line : lines.at(name)) {
      CAPTURE(line);
      const int status = school.run(line);
      CAPTURE(school.said());
      REQUIRE(status == 0);
      CHECK(school.past() == past);
    }
  }
}

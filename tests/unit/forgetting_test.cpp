#include "mentor/forgetting.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "cli/run.hpp"
#include "mentor/edition.hpp"
#include "sample.hpp"
#include "storage/change/journal.hpp"
#include "storage/yaml/record_text.hpp"
#include "temporary_folder.hpp"

using namespace sample;

namespace {

namespace fs = std::filesystem;

/// A person of whom everything is known.
Participant known() {
  Participant person = mentee("anna");
  person.name = "Семёнова Анна Игоревна";
  person.unit = "6Б";
  person.joined = day("2025-09-01");
  person.left = day("2026-05-31");
  person.reason = id<Reason>("moved");
  person.phone = CompactText{"+7 900 000-00-01"};
  person.email = CompactText{"zyuzya@example.org"};
  person.representative = CompactText{"Кукушкина Ирина (мать), 8 (900) 000-00-02"};
  person.request = CompactText{"Подготовка проекта"};
  person.accept = Entries{{{"mentee-age", "педсовет № 2"}}};
  return person;
}

/// Whether the person of `known` is recognized in a line of that file.
bool recognized(std::string_view line, std::string_view path = "activities/x.yaml", const Program& program = {}) {
  return Traces{program, known(), fold()}.are_in(line, path);
}

/// The texts of the records as they are after the person was forgotten, by `contacts/own`.
std::map<std::string, std::string> forgotten_texts(const Program& program, std::string_view person) {
  std::map<std::string, std::string> texts;
  for (const Edit& edit : forget(program, *program.all<Participant>().find(id<Participant>(person)), today).edits) {
    std::visit(
        [&]<class Record>(const Record& record) {
          texts.emplace(std::string{folder_of<Record>} + '/' + record.id.to_string(), storage::record_text(record));
        },
        std::get<ChangeRecord>(edit).record);
  }
  return texts;
}

Contact noted(Contact contact) {
  contact.note = "Мешает расписание";
  return contact;
}

}  // namespace

TEST_CASE("of a forgotten person stays what figures need, and nothing else") {
  Program program = empty_program();
  store(program, known());
  CHECK(forgotten_texts(program, "anna").at("participants/anna") ==
        "id: anna\n"
        "name: данные удалены\n"
        "category: pupil\n"
        "roles: [mentee]\n"
        "born: 2014\n"
        "joined: 2025-09-01\n"
        "left: 2026-05-31\n"
        "reason: moved\n"
        "forgotten: 2026-11-23\n"
        "accept:\n"
        "  mentee-age: данные удалены\n");
  program.settings.language = Language::en;
  CHECK(forgotten_texts(program, "anna").at("participants/anna").find("name: data removed\n") != std::string::npos);
}

TEST_CASE("a record about the forgotten alone loses its texts, and one about others too stays") {
  Program program = empty_program();
  store(program, known());
  store(program, mentor_pupil("ivan"));
  Participant gone = mentee("gone");
  gone.forgotten = day("2026-01-01");
  store(program, gone);
  store(program, noted(contact("own", {"anna"}, "2026-03-01")));
  store(program, noted(contact("both", {"anna", "ivan"}, "2026-03-01")));
  store(program, noted(contact("former", {"gone", "anna"}, "2026-03-01")));
  store(program, noted(contact("other", {"ivan"}, "2026-03-01")));
  const auto texts = forgotten_texts(program, "anna");
  CHECK(texts.size() == 3);
  CHECK(texts.at("contacts/own") == "id: own\npeople: [anna]\non: 2026-03-01\n");
  CHECK(texts.at("contacts/former") == "id: former\npeople: [gone, anna]\non: 2026-03-01\n");
}

TEST_CASE("a pair stands in the way through its last day, and a void one never") {
  Program program = empty_program();
  store(program, known());
  store(program, mentor_pupil("ivan"));
  store(program, pair("work", "ivan", "anna", "2026-01-10", "2026-05-31"));
  const auto stands = [&](std::string_view on) {
    return pair_in_the_way(program, id<Participant>("anna"), day(on)) != nullptr;
  };
  CHECK(stands("2026-01-09"));
  CHECK(stands("2026-05-31"));
  CHECK_FALSE(stands("2026-06-01"));
  CHECK(pair_in_the_way(program, id<Participant>("boris"), day("2026-02-01")) == nullptr);
  program.settings.model.reasons = {
      {.id = id<Reason>("cancelled"), .label = {"не состоялась", "cancelled"}, .outcome = Outcome::cancelled}};
  Pair never = pair("never", "ivan", "anna", "2026-12-01");
  never.reason = id<Reason>("cancelled");
  store(program, never);
  CHECK_FALSE(stands("2026-06-01"));
}

TEST_CASE("a person is recognized by each word of the name, in its cases and in any letters") {
  for (const char* line :
       {"note: Помогала Семёнова", "note: Помогли Семёновой", "СЕМЕНОВА А. И.", "с Анной спорили", "«Игоревна»",
        "note: Кукушкина звонила", "тел. 89000000001", "+7(900)000 00 02", "Zyuzya@Example.org"}) {
    CAPTURE(line);
    CHECK(recognized(line));
  }
  for (const char* line : {"note: Помогал Громов", "Аннотация к проекту", "моя мать", "on: 2026-11-05", "anna",
                           "id: anna", "тел. 89000000003", ""}) {
    CAPTURE(line);
    CHECK_FALSE(recognized(line));
  }
}

TEST_CASE("a word that others bear too counts only beside another, and a surname where no people are written down") {
  Program program = empty_program();
  Participant sister = mentee("sister");
  sister.name = "Семёнова Вера Игоревна";
  store(program, sister);
  Participant namesake = mentee("namesake");
  namesake.name = "Лескова Анна";
  store(program, namesake);
  CHECK(recognized("note: Семёнова опоздала", "activities/x.yaml", program));
  CHECK(recognized("note: Анна Игоревна", "activities/x.yaml", program));
  CHECK_FALSE(recognized("note: Анна", "activities/x.yaml", program));
  CHECK_FALSE(recognized("name: Семёнова Вера Игоревна", "participants/sister.yaml", program));
  CHECK_FALSE(recognized("name: Лескова Анна", "participants/namesake.yaml", program));
  CHECK(recognized("representative: Кукушкина", "participants/sister.yaml", program));
}

TEST_CASE("an id counts as a word of its own alone") {
  CHECK(has_id("people: [anna, ivan]", "anna"));
  CHECK(has_id("anna", "anna"));
  CHECK_FALSE(has_id("people: [anna-maria]", "anna"));
  CHECK_FALSE(has_id("id: joanna", "anna"));
}

TEST_CASE("what a change takes out of the log comes back from its entry as it was") {
  storage::JournalEntry entry{.number = 12,
                              .origin = {"2026-11-23 16:04:10", "mentor forget anna"},
                              .records = {"participants/anna"},
                              .patches = {{.path = "participants/anna.yaml", .before = "a", .after = "b"}},
                              .forgetting = storage::Forgetting{{{3, "mentor edit", false}, {7, "mentor", true}}}};
  const auto read = storage::parse_journal(storage::journal_text(entry));
  REQUIRE(read);
  CHECK(read->forgetting == entry.forgetting);
  CHECK_FALSE(read->is_emptied);

  const auto empty = storage::parse_journal(storage::journal_text(emptied(entry, {12, "mentor forget", false})));
  REQUIRE(empty);
  CHECK(empty->is_emptied);
  CHECK(empty->patches.empty());
  CHECK_FALSE(empty->forgetting);
  CHECK(empty->origin.command == "mentor forget");
  CHECK(empty->records == entry.records);

  const auto shortened = storage::parse_journal(storage::journal_text(emptied(entry, {12, "mentor edit", true})));
  REQUIRE(shortened);
  CHECK_FALSE(shortened->is_emptied);
  CHECK(shortened->patches == entry.patches);
}

namespace {

/// A program in a folder, and the commands that are run there.
class Folder {
 public:
  /// The exit status.
  int run(std::vector<std::string> words) {
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
    printed = out.str();
    said = err.str();
    return status;
  }

  /// The files below the folder that have the text, `.mentor` included.
  std::string files_with(std::string_view text) const {
    std::string found;
    for (const auto& entry : fs::recursive_directory_iterator{folder_.path()}) {
      const std::string path = fs::relative(entry.path(), folder_.path()).string();
      if (entry.is_regular_file() && folder_.read(path).find(text) != std::string::npos) {
        found += (found.empty() ? "" : " ") + path;
      }
    }
    return found;
  }

  const TemporaryFolder& files() const { return folder_; }

  std::string printed;
  std::string said;

 private:
  TemporaryFolder folder_;
  std::uint64_t number_ = 144;
};

/// Zyuzya left, after everything that one may do to records of hers.
void live_through_a_year(Folder& folder) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"init", ".", "--lang", "ru"},
           {"add-participant", "--id", "ivan", "--name", "Громов Иван", "--role", "mentor", "--category", "pupil",
            "--born", "2009-04-12", "--joined", "2025-09-01"},
           {"add-participant", "--id", "zyu", "--name", "Зюзюкина Пелагея Протогеновна", "--role", "mentee",
            "--category", "pupil", "--born", "2013-03-09", "--joined", "2025-09-01"},
           {"edit", "zyu", "phone=+7 900 111-22-33", "representative=Мухоедова Фёкла (мать)", "request=Макраме",
            "x-bus=Квас"},
           {"edit", "zyu", "name=Брюкина Пелагея Протогеновна", "--from", "2026-02-01"},
           {"edit", "zyu", "request=Вышивка бисером"},
           {"pair", "--id", "work", "--form", "pupil-pupil", "--mentor", "Громов", "--mentee", "Зюзюкина", "--from",
            "2025-09-15"},
           {"log-activity", "Зюзюкина", "--id", "one", "--type", "project", "--on", "2025-10-01"},
           {"log-activity", "work", "--id", "two", "--type", "project", "--on", "2025-10-08", "--note",
            "Пелагее понравилось"},
           {"edit", "two", "note=Обоим понравилось"},
           {"add", "contact", "zyu", "on=2025-10-02", "note=Боится щекотки", "--id", "own"},
           {"add", "contact", "zyu", "on=2025-10-03", "note=Икота", "--id", "gone"},
           {"remove", "gone"},
           {"add", "contact", "ivan", "on=2025-10-03", "note=Жалуется на Зюзюкину", "--id", "his"},
           {"edit", "zyu", "email=kvas@example.org"},
           {"undo"},
           {"close-year", "2025-2026", "--force"},
           {"leave", "Брюкина", "--on", "2026-05-31"},
       }) {
    CAPTURE(words);
    const int status = folder.run(words);
    CAPTURE(folder.said);
    REQUIRE(status == 0);
  }
}

}  // namespace

TEST_CASE("no word of a forgotten person is left in the folder but where the command said") {
  Folder folder;
  live_through_a_year(folder);
  folder.files().write("report.md", "# Пары\nЗюзюкина П. П.\n");
  folder.files().write("participants/zyu (1).yaml", "id: zyu\nname: Брюкина Пелагея\n");
  folder.files().write(".mentor/kept-3-new-0", "phone: 8 900 111 22 33\n");
  REQUIRE(folder.files_with("Зюзюк").find(".mentor/log/") != std::string::npos);
  REQUIRE(folder.run({"list", "participants", "--format", "csv"}) == 0);
  REQUIRE(folder.run({"forget", "Брюкина"}) == 0);
  CHECK(folder.printed ==
        ".mentor/kept-3-new-0:1: phone: 8 900 111 22 33\n"
        "contacts/2025-2026.yaml:9: note: Жалуется на Зюзюкину\n"
        "participants/zyu (1).yaml:2: name: Брюкина Пелагея\n"
        "report.md:2: Зюзюкина П. П.\n");
  const std::map<std::string, std::string> left{{"Зюзюк", "contacts/2025-2026.yaml report.md"},
                                                {"Брюк", "participants/zyu (1).yaml"},
                                                {"Пелаге", "participants/zyu (1).yaml"}};
  for (const char* word : {"Зюзюк", "Брюк", "Пелаге", "Протоген", "111-22-33", "Мухоедов", "Фёкл", "Макраме", "бисер",
                           "Квас", "kvas", "щекотк", "Икота", "2013-03"}) {
    CAPTURE(word);
    const auto found = left.find(word);
    std::string files = folder.files_with(word);
    CHECK(files == (found == left.end() ? "" : found->second));
  }
  CHECK(folder.files().read("contacts/2025-2026.yaml").find("id: own\npeople: [zyu]\non: 2025-10-02\n") !=
        std::string::npos);
}

TEST_CASE("what was forgotten cannot be undone, and forgetting twice does nothing") {
  Folder folder;
  live_through_a_year(folder);
  REQUIRE(folder.run({"forget", "zyu"}) == 0);
  const std::string record = folder.files().read("participants/zyu.yaml");
  CHECK(folder.run({"undo"}) == 1);
  CHECK(folder.run({"undo", "3"}) == 1);
  CHECK(folder.run({"forget", "zyu"}) == 0);
  CHECK(folder.said.find("уже удалены") != std::string::npos);
  CHECK(folder.files().read("participants/zyu.yaml") == record);
  REQUIRE(folder.run({"check"}) == 0);
  // Only the command had a name, so its change can be undone: the activity is not about one person.
  REQUIRE(folder.run({"log", "--format", "csv"}) == 0);
  CHECK(folder.printed.find("mentor log-activity\r\n") != std::string::npos);
}

TEST_CASE("a trial shows what would change and where the name would stand, and changes nothing") {
  Folder folder;
  live_through_a_year(folder);
  const std::string files = folder.files_with("Зюзюк");
  REQUIRE(folder.run({"forget", "zyu", "--dry-run"}) == 0);
  CHECK(folder.printed.find("+forgotten: 2026-11-23") != std::string::npos);
  CHECK(folder.printed.find("contacts/2025-2026.yaml:9: note: Жалуется на Зюзюкину") != std::string::npos);
  CHECK(folder.files_with("Зюзюк") == files);
}

TEST_CASE("records that cannot be read stop the forgetting, since they may be about the person") {
  Folder folder;
  live_through_a_year(folder);
  folder.files().write("contacts/odd.yaml", "id: odd\npeople: [zyu\n");
  const std::string record = folder.files().read("participants/zyu.yaml");
  CHECK(folder.run({"forget", "zyu"}) == 4);
  CHECK(folder.files().read("participants/zyu.yaml") == record);
}

TEST_CASE("only forgetting enters the day on which somebody was forgotten") {
  Folder folder;
  live_through_a_year(folder);
  CHECK(folder.run({"edit", "zyu", "forgotten=2026-01-01"}) == 2);
  CHECK(folder.said.find("mentor забыть") != std::string::npos);
  CHECK(folder.run({"add", "participant", "name=Белов", "roles=mentor", "category=teacher", "forgotten=today"}) == 2);
}

TEST_CASE("a person with a year of birth instead of the day brings no new finding once forgotten") {
  Program program = empty_program();
  Participant anna = mentee("anna", "2016-09-01");  // ten years old on the first day, by the year nine or ten
  store(program, anna);
  store(program, mentor_pupil("ivan"));
  store(program, pair("work", "ivan", "anna", "2026-10-05", "2026-10-30"));
  REQUIRE(checked(program, Rule::mentee_age).empty());
  Program later = program;
  Participant& person = later.all<Participant>().prefer(anna.id, [](const auto&) { return true; })->record;
  person.born = Born::parse("2016");
  CHECK_FALSE(checked(later, Rule::mentee_age).empty());
  person.forgotten = today;
  CHECK(checked(later, Rule::mentee_age) == "");
}

TEST_CASE("those who are forgotten have one name, and are no duplicates") {
  Program program = empty_program();
  for (const char* name : {"anna", "vera"}) {
    Participant person = mentee(name);
    person.name = "данные удалены";
    person.forgotten = today;
    store(program, person);
  }
  CHECK(checked(program, Rule::duplicate_person).empty());
}

TEST_CASE(
    "who left longer ago than the term stands in attention with the command, from the day after and until forgotten") {
  Folder folder;
  live_through_a_year(folder);  // left on 2026-05-31
  const auto is_told = [&](const std::string& on) {
    REQUIRE(folder.run({"report", "attention", "--today", on, "--format", "csv"}) == 0);
    return folder.printed.find("mentor forget zyu") != std::string::npos;
  };
  CHECK_FALSE(is_told("2029-05-31"));
  CHECK(is_told("2029-06-01"));
  REQUIRE(folder.run({"report", "attention", "--period", "2029-06", "--today", "2029-06-30", "--format", "csv"}) == 0);
  CHECK(folder.printed.find("mentor forget zyu") != std::string::npos);
  REQUIRE(folder.run({"forget", "zyu"}) == 0);
  CHECK_FALSE(is_told("2029-06-01"));
}

TEST_CASE("who withdrew the consent to processing stands in attention, but for one who gave another") {
  Folder folder;
  live_through_a_year(folder);
  const auto told = [&](const std::string& command) {
    REQUIRE(folder.run({"report", "attention", "--format", "csv"}) == 0);
    return folder.printed.find(command) != std::string::npos;
  };
  REQUIRE(folder.run({"add", "document", "processing-consent", "ivan", "on=2025-09-01", "by=representative", "--id",
                      "old"}) == 0);
  CHECK_FALSE(told("mentor forget ivan"));
  REQUIRE(folder.run({"edit", "old", "withdrawn=2026-11-23"}) == 0);
  CHECK(told("mentor forget ivan"));
  REQUIRE(folder.run({"add", "document", "distribution-consent", "zyu", "on=2025-09-01", "withdrawn=2026-01-01",
                      "by=representative"}) == 0);
  CHECK_FALSE(told("mentor forget zyu"));
  REQUIRE(folder.run({"add", "document", "processing-consent", "ivan", "on=2026-11-23", "by=representative"}) == 0);
  CHECK_FALSE(told("mentor forget ivan"));
}

TEST_CASE("a sheet in the log is told by its pair and its instrument, since it names nobody") {
  Program program = empty_program();
  program.settings.model.instruments = model_of_edition(1).instruments;
  store(program, mentee("anna"));
  store(program, mentor_pupil("ivan"));
  store(program, pair("work", "ivan", "anna"));
  const Participant& anna = program.all<Participant>().find(id<Participant>("anna"))->record;
  CHECK(is_sheet_of(program, anna, "instrument: pupil-mentee\nstage: exit\npairs: [work]\n"));
  CHECK(is_sheet_of(program, anna, "pairs: [other, work]\n"));  // nobody knows of which instrument
  CHECK_FALSE(is_sheet_of(program, anna, "instrument: pupil-mentor\nstage: exit\npairs: [work]\n"));
  CHECK_FALSE(is_sheet_of(program, anna, "instrument: pupil-mentee\nstage: exit\npairs: [work-two]\n"));
}

#include "storage/yaml/loader.hpp"

#include <doctest/doctest.h>

#include "memory_tree.hpp"
#include "mentor/health.hpp"
#include "sample.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/profiles.hpp"
#include "storage/yaml/record_text.hpp"
#include "told.hpp"

using namespace sample;
using storage::EntryType;

namespace {

/// A tree with program.yaml of the default profile.
MemoryTree tree() { return MemoryTree{{{"program.yaml", storage::program_text({}, storage::all_profiles().front())}}}; }

void add(MemoryTree& files, const auto& record) { files.add(path_of(record.id), storage::record_text(record)); }

std::string findings(storage::Loaded loaded) {
  sort_findings(loaded.findings);
  std::string text;
  for (const auto& finding : loaded.findings) {
    text += (text.empty() ? "" : "\n") + plain(finding);
  }
  return text;
}

template <class Record>
std::string loaded_ids(const storage::Loaded& loaded) {
  std::string text;
  for (const auto& stored : loaded.program.all<Record>()) {
    text += (text.empty() ? "" : " ") + stored.record.id.to_string();
  }
  return text;
}

std::string activity_text(std::string_view code) { return storage::record_text(activity(code, {"work"})); }

}  // namespace

TEST_CASE("a tree of records is loaded whole, and no rule is broken by it") {
  MemoryTree files = tree();
  add(files, mentee("anna"));
  add(files, mentor_pupil("ivan"));
  add(files, pair("work", "ivan", "anna"));
  add(files, activity("x", {"work"}));
  const auto loaded = load(files);
  CHECK(findings(loaded) == "");
  CHECK(loaded.has_model);
  CHECK(loaded_ids<Participant>(loaded) == "anna ivan");
  CHECK(loaded_ids<Pair>(loaded) == "work");
  CHECK(loaded_ids<Activity>(loaded) == "x");
  CHECK(broken_rules(loaded.program) == "");
}

TEST_CASE("a program without folders is a program without records") {
  const auto loaded = load(tree());
  CHECK(findings(loaded) == "");
  CHECK(loaded.program.all<Participant>().size() == 0);
}

TEST_CASE("a missing program.yaml is the world's refusal, not a finding") {
  CHECK_THROWS_AS(load(MemoryTree{}), storage::SystemError);
}

TEST_CASE("a program.yaml that is empty, twofold, broken or too large leaves no model") {
  const auto check = [](std::string text, std::string_view expected) {
    const auto loaded = load(MemoryTree{{{"program.yaml", std::move(text)}}});
    CHECK_FALSE(loaded.has_model);
    CHECK(findings(loaded) == expected);
  };
  check("", "error program.yaml:1:1: yaml-syntax.empty-file() about");
  check("# пусто\n", "error program.yaml:1:1: yaml-syntax.empty-file() about");
  check("a: b\n---\na: b\n", "error program.yaml:1:1: yaml-syntax.one-document() about");
  check("schema: &a 1\n", "error program.yaml:1:9: yaml-syntax.anchor() about");
  check(std::string(storage::most_file_bytes + 1, '#'),
        "error program.yaml:0:0: yaml-syntax.file-too-large(#1048576) about");
}

TEST_CASE("a warning about program.yaml leaves the model usable") {
  MemoryTree files = tree();
  files.add("program.yaml", "оригинал: x\n" + storage::program_text({}, storage::all_profiles().front()));
  CHECK(load(files).has_model);
  CHECK_FALSE(load(files).findings.empty());
}

TEST_CASE("a file that cannot be read does not hide the others, and its id is known as taken") {
  MemoryTree files = tree();
  add(files, mentee("anna"));
  files.add("participants/broken.yaml", "id: broken\nname: [\n");
  files.add("participants/empty.yaml", "# никого\n");
  const auto loaded = load(files);
  CHECK(loaded_ids<Participant>(loaded) == "anna");
  CHECK(loaded.program.all<Participant>().is_unreadable("broken"));
  CHECK(loaded.program.all<Participant>().is_unreadable("empty"));
  CHECK(findings(loaded) ==
        "error participants/broken.yaml:3:1: yaml-syntax.malformed(<yaml.unclosed>) about broken\n"
        "error participants/empty.yaml:1:1: yaml-syntax.empty-file() about empty");
}

TEST_CASE("a record that lacks a field is unreadable under its file's name") {
  MemoryTree files = tree();
  files.add("pairs/work.yaml", "id: work\n");
  const auto loaded = load(files);
  CHECK(loaded.program.all<Pair>().is_unreadable("work"));
  CHECK(loaded.findings.size() == 3);
}

TEST_CASE("a byte-order mark before a record is no part of it") {
  MemoryTree files = tree();
  files.add("participants/anna.yaml", "\xEF\xBB\xBF" + storage::record_text(mentee("anna")));
  const auto loaded = load(files);
  CHECK(findings(loaded) == "");
  CHECK(loaded.program.place(*loaded.program.all<Participant>().find(id<Participant>("anna")), "id").column == 5);
}

TEST_CASE("what does not end in .yaml is a warning and is not read") {
  MemoryTree files = tree();
  files.add("participants/заметки.txt", "\xFF");
  CHECK(findings(load(files)) == "warning participants/заметки.txt:0:0: file-name.not-a-record(заметки.txt) about");
}

TEST_CASE("a folder or a link where a record should be is told and never opened") {
  MemoryTree files = tree();
  files.add_odd("pairs/folder.yaml", EntryType::folder);
  files.add_odd("pairs/link.yaml", EntryType::other);
  const auto loaded = load(files);
  CHECK(findings(loaded) ==
        "error pairs/folder.yaml:0:0: yaml-syntax.folder() about folder\n"
        "error pairs/link.yaml:0:0: yaml-syntax.not-a-file() about link");
  CHECK(loaded.program.all<Pair>().is_unreadable("link"));
}

TEST_CASE("a record that is larger than the limit is told and not read") {
  MemoryTree files = tree();
  files.add("pairs/large.yaml", "id: large\n" + std::string(storage::most_file_bytes, '#'));
  CHECK(findings(load(files)) == "error pairs/large.yaml:0:0: yaml-syntax.file-too-large(#1048576) about large");
}

TEST_CASE("a packed school year is many records, each with its place in the file") {
  MemoryTree files = tree();
  files.add("activities/2025-2026.yaml", activity_text("one") + "---\n" + activity_text("two"));
  const auto loaded = load(files);
  CHECK(findings(loaded) == "");
  CHECK(loaded_ids<Activity>(loaded) == "one two");
  const auto* second = loaded.program.all<Activity>().find(id<Activity>("two"));
  REQUIRE(second != nullptr);
  CHECK(loaded.program.place(*second, "type") == Place{"activities/2025-2026.yaml", 8, 7, "type"});
}

TEST_CASE("a broken record of a packed year hides no other, and is known by its id when that can be read") {
  MemoryTree files = tree();
  files.add("activities/2025-2026.yaml",
            activity_text("one") + "---\nid: torn\ntype: project\n---\nid: [\n---\n" + activity_text("two"));
  const auto loaded = load(files);
  CHECK(loaded_ids<Activity>(loaded) == "one two");
  CHECK(loaded.program.all<Activity>().is_unreadable("torn"));
  CHECK(findings(loaded).find("activities/2025-2026.yaml:6:1 pairs: field-missing") != std::string::npos);
  CHECK(findings(loaded).find("activities/2025-2026.yaml:10:1: yaml-syntax.malformed") != std::string::npos);
}

TEST_CASE("a packed year that is read in pieces is read in its order, each record and finding with its place") {
  const std::string long_note = "note: " + std::string(5000, 'a') + "\n";
  std::string text;
  std::string expected;
  std::size_t line = 1;
  for (int number = 0; number < 500; ++number) {  // two and a half megabytes
    const std::string id = "a" + std::to_string(number);
    // Every third by yaml-cpp, the others by the scanner, so that each piece has some of both.
    const std::string hours = number % 100 == 99 ? "hours: many\n"
                              : number % 3 == 0  ? "hours: 2  # two\n"
                                                 : "hours: 2\n";
    text += "---\n" + activity_text(id) + hours + long_note;
    if (number % 100 == 99) {
      expected += (expected.empty() ? "" : "\n") + ("error activities/2025-2026.yaml:" + std::to_string(line + 5)) +
                  ":8 hours: field-value.wrong(hours, many, <expected.hours>) about " + id;
    }
    line += 7;
  }
  MemoryTree files = tree();
  files.add("activities/2025-2026.yaml", text);
  const auto loaded = load(files);
  int number = 0;
  for (const auto& stored : loaded.program.all<Activity>()) {
    CHECK(stored.record.id.to_string() == "a" + std::to_string(number));
    CHECK(loaded.program.place(stored, "note").line == static_cast<std::uint32_t>(7 * number + 7));
    ++number;
  }
  CHECK(number == 500);
  CHECK(findings(loaded) == expected);
  CHECK(sample::told(loaded) == sample::told_by(storage::Reading::yaml_alone, files));
}

TEST_CASE("packed years and loose files between them are read in their order, whatever of them cannot be") {
  MemoryTree files = tree();
  const auto year = [](std::string_view code) {
    std::string text;
    for (int number = 0; number < 3; ++number) {
      text += "---\n" + activity_text(std::string{code} + std::to_string(number));
    }
    return text;
  };
  files.add("activities/2021-2022.yaml", year("a"));
  files.add_refusal("activities/2022-2023.yaml", EACCES);
  files.add("activities/2023-2024.yaml", year("b"));
  files.add("activities/2023.yaml", activity_text("2023"));
  files.add("activities/2024-2024x.yaml", activity_text("2024-2024x"));
  files.add_refusal("activities/2024-2025.yaml", ENOENT);  // gone since the folder was listed
  files.add("activities/2025-2026.yaml", year("c"));
  files.add("activities/loose.yaml", activity_text("loose"));
  files.add("activities/other.yaml", "id: [");
  const auto loaded = load(files);
  CHECK(loaded_ids<Activity>(loaded) == "a0 a1 a2 b0 b1 b2 2023 2024-2024x c0 c1 c2 loose");
  CHECK(loaded.program.all<Activity>().unreadable() == std::unordered_set<std::string>{"2022-2023", "other"});
  for (const auto& stored : loaded.program.all<Activity>()) {
    CHECK(loaded.program.find(stored.record.id) == &stored.record);
  }
}

TEST_CASE("a packed year without a record is told of, unless comments were left in it") {
  for (const std::string text : {"", "\n\n", "---\n---\n"}) {
    MemoryTree files = tree();
    files.add("activities/2025-2026.yaml", text);
    CHECK(findings(load(files)) == "error activities/2025-2026.yaml:0:0: yaml-syntax.empty-file() about 2025-2026");
  }
  MemoryTree files = tree();
  files.add("activities/2025-2026.yaml", "# Год закрыт\n");
  CHECK(findings(load(files)) == "");
}

TEST_CASE("several documents in a loose file are all read, and those whose id is not its name are told") {
  MemoryTree files = tree();
  files.add("participants/anna.yaml",
            storage::record_text(mentee("anna")) + "---\n" + storage::record_text(mentee("dora")));
  const auto loaded = load(files);
  CHECK(loaded_ids<Participant>(loaded) == "anna dora");
  CHECK(broken_rules(loaded.program) == "file-name");
}

TEST_CASE("a record that is gone since its folder was listed was never there") {
  MemoryTree files = tree();
  files.add_refusal("pairs/gone.yaml", ENOENT);
  const auto loaded = load(files);
  CHECK(findings(loaded) == "");
  CHECK(loaded.program.all<Pair>().unreadable().empty());
}

TEST_CASE("a record that may not be read is told, and the others are read") {
  MemoryTree files = tree();
  files.add_refusal("pairs/secret.yaml", EACCES);
  const auto loaded = load(files);
  CHECK(findings(loaded) == "error pairs/secret.yaml:0:0: yaml-syntax.no-permission() about secret");
  CHECK(loaded.program.all<Pair>().is_unreadable("secret"));
}

TEST_CASE("a disk that fails is the world's refusal, not a finding") {
  MemoryTree files = tree();
  files.add_refusal("pairs/torn.yaml", EIO);
  CHECK_THROWS_AS(load(files), storage::SystemError);
}

TEST_CASE("of a scope narrowed to pairs no more than they and their members are read") {
  MemoryTree files = tree();
  const std::string rest = "\nform: pupil-pupil\nmentor: ivan\nmentee: anna\nfrom: 2026-10-05\n";
  files.add("pairs/work.yaml", "id: work" + rest + "own: 1\n");  // a key of their own costs nobody the folders
  files.add("pairs/other.yaml", "id: strange" + rest);
  for (const std::string id : {"ivan", "anna", "dora"}) {
    files.add("participants/" + id + ".yaml", "id: " + id + "\nname: " + id + "\ncategory: pupil\nroles: [mentor]\n");
  }
  const auto read = [&](std::vector<std::string> ids) {
    const auto loaded =
        load(files, storage::Scope::of(KindSet::of<Participant, Pair>()).narrowed_to_pairs(std::move(ids)));
    return std::pair{loaded.program.all<Participant>().size(), loaded.program.all<Pair>().size()};
  };
  CHECK(read({"work"}) == std::pair{std::size_t{2}, std::size_t{1}});
  CHECK(read({"work", "work"}) == std::pair{std::size_t{2}, std::size_t{1}});
  // Where a pair is not what its file is called, or is a name, the folders must tell.
  CHECK(read({"work", "other"}) == std::pair{std::size_t{3}, std::size_t{2}});
  CHECK(read({"Иван"}) == std::pair{std::size_t{3}, std::size_t{2}});
  CHECK(read({}) == std::pair{std::size_t{3}, std::size_t{2}});
}

TEST_CASE("of two pairs of one id the one in the file of that name is meant, whichever way it is read") {
  MemoryTree files = tree();
  add(files, mentee("ivan"));
  add(files, mentee("boris"));
  add(files, mentee("anna"));
  add(files, pair("work", "ivan", "anna"));
  files.add("pairs/aaa.yaml", storage::record_text(pair("work", "boris", "anna")));
  files.add("pairs/zzz.yaml", storage::record_text(pair("work", "boris", "anna")));
  for (const auto& scope : {storage::Scope::everything(), storage::Scope::everything().narrowed_to_pairs({"work"})}) {
    const auto loaded = load(files, scope);
    const Program copy = loaded.program;
    CHECK(loaded.program.find(id<Pair>("work"))->mentor == id<Participant>("ivan"));
    CHECK(copy.find(id<Pair>("work"))->mentor == id<Participant>("ivan"));
  }
}

TEST_CASE("of several records of one id the first in the file of that name is meant, else the first of all") {
  MemoryTree files = tree();
  const auto of_person = [](std::string_view name) {
    Participant person = mentee("anna");
    person.name = std::string{name};
    return storage::record_text(person);
  };
  files.add("participants/aaa.yaml", of_person("Первая"));
  files.add("participants/bbb.yaml", of_person("Вторая"));
  CHECK(load(files).program.find(id<Participant>("anna"))->name == "Первая");
  files.add("participants/anna.yaml", of_person("Третья") + "---\n" + of_person("Четвёртая"));
  const auto loaded = load(files);
  CHECK(loaded.program.find(id<Participant>("anna"))->name == "Третья");
  CHECK(loaded.program.all<Participant>().size() == 1);
  CHECK(loaded.program.all<Participant>().repeats().size() == 3);
}

TEST_CASE(
    "of a record that stands in a packed year and in a copy of it that of the year is meant, whatever the copy's "
    "name") {
  const auto with_hours = [](std::string_view hours) {
    return "---\n" + storage::record_text(activity("one", {"work"}, "course", "2025-11-05", hours)) + "---\n" +
           storage::record_text(activity("two", {"work"}, "course", "2025-11-06", hours));
  };
  for (const std::string name : {"0", "zzz", "copy-2025-2026"}) {
    CAPTURE(name);
    MemoryTree files = tree();
    files.add("activities/2025-2026.yaml", with_hours("2"));
    files.add("activities/" + name + ".yaml", with_hours("7"));
    files.add("activities/two.yaml", storage::record_text(activity("two", {"work"}, "course", "2025-11-06", "4")));
    const auto loaded = load(files);
    const auto& table = loaded.program.all<Activity>();
    CHECK(table.size() == 2);
    CHECK(table.repeats().size() == 3);
    CHECK(loaded.program.path(*table.find(id<Activity>("one"))) == "activities/2025-2026.yaml");
    CHECK(table.find(id<Activity>("one"))->record.hours == Duration::parse("2"));
    CHECK(loaded.program.path(*table.find(id<Activity>("two"))) == "activities/two.yaml");
  }
}

TEST_CASE("a copy of a packed year is not read, and is told of once, whatever it is called") {
  const std::string year = "---\n" + activity_text("one") + "---\n" + activity_text("two");
  for (const std::string name : {"2025-2026 (1)", "2025-2026-copy", "2025-2026.1", "2025-2026 – копия"}) {
    MemoryTree files = tree();
    files.add("activities/2025-2026.yaml", year);
    files.add("activities/" + name + ".yaml", year + "---\n" + activity_text("three"));
    const auto loaded = load(files);
    CHECK(loaded_ids<Activity>(loaded) == "one two");
    CHECK(findings(loaded) == "error activities/" + name +
                                  ".yaml:0:0: file-ignored.copy-of-year(activities/2025-2026.yaml) about 2025-2026");
    CHECK(broken_rules(loaded.program) == "activity-repeated dangling-reference");  // there is no pair
  }
}

TEST_CASE("a copy of a record is not read, and is told of with the file that counts") {
  MemoryTree files = tree();
  add(files, mentee("anna"));
  files.add("activities/2025-2026.yaml", "---\n" + activity_text("one"));
  for (const std::string name :
       {"anna (1).yaml", "anna – копия.yaml", "anna.sync-conflict-20261122-101500-K3T7.yaml"}) {
    files.add("participants/" + name, storage::record_text(mentee("anna")));
  }
  files.add("activities/one (1).yaml", activity_text("one"));
  const auto loaded = load(files);
  CHECK(loaded.program.all<Participant>().size() == 1);
  CHECK(loaded.program.repeated_count() == 0);
  CHECK(findings(loaded) ==
        "error activities/one (1).yaml:0:0: file-ignored.copy(activities/2025-2026.yaml) about one\n"
        "error participants/anna (1).yaml:0:0: file-ignored.copy(participants/anna.yaml) about anna\n"
        "error participants/anna – копия.yaml:0:0: file-ignored.copy(participants/anna.yaml) about anna\n"
        "error participants/anna.sync-conflict-20261122-101500-K3T7.yaml:0:0: "
        "file-ignored.copy(participants/anna.yaml) about anna");
}

TEST_CASE("a record whose file alone has a wrong name is not read, and its id is taken") {
  MemoryTree files = tree();
  files.add("participants/anna.yml", storage::record_text(mentee("anna")));
  files.add("participants/Ivan.YAML", storage::record_text(mentee("ivan")));
  files.add("participants/Семёнова.yaml", storage::record_text(mentee("dora")));
  add(files, pair("work", "ivan", "anna"));
  auto loaded = load(files);
  CHECK(loaded_ids<Participant>(loaded) == "");
  CHECK(findings(loaded) ==
        "error participants/Ivan.YAML:0:0: file-ignored.alone(participants/ivan.yaml) about ivan\n"
        "error participants/anna.yml:0:0: file-ignored.alone(participants/anna.yaml) about anna\n"
        "error participants/Семёнова.yaml:0:0: file-ignored.no-id(participants/) about");
  CHECK(loaded.program.unreadable_count() == 0);
  CHECK(loaded.program.all<Participant>().is_unknown("anna"));
  CHECK(broken_rules(loaded.program) == "");  // what the pair names is not missing
  const auto& proposed = loaded.program.all<Participant>().add({.record = mentee("anna")});
  const auto refused = check_record({loaded.program, today, fold()}, proposed);
  REQUIRE(refused.size() == 1);
  CHECK(plain(refused.front()).find("duplicate-id.taken-by-ignored(anna, participants/anna.yml)") != std::string::npos);
}

TEST_CASE("a backup beside its record is a warning, a backup alone is a record that is not read") {
  MemoryTree files = tree();
  add(files, mentee("anna"));
  files.add("participants/anna.yaml~", "");
  files.add("participants/dora.yaml.bak", "");
  CHECK(findings(load(files)) ==
        "warning participants/anna.yaml~:0:0: file-name.not-a-record(anna.yaml~) about\n"
        "error participants/dora.yaml.bak:0:0: file-ignored.alone(participants/dora.yaml) about dora");
}

TEST_CASE("a folder of records with a wrong name is told of if it holds any") {
  MemoryTree files = tree();
  files.add("Participants/anna.yaml", storage::record_text(mentee("anna")));
  files.add("pairs (1)/work.yaml", "");
  files.add("pairs (1)/rest.yml", "");
  files.add("ACTIVITIES/photo.jpg", "");
  files.add("participants/6Б/dora.yaml", "");
  files.add("participants/photos/dora.jpg", "");
  files.add("program (1).yaml", "");
  CHECK(findings(load(files)) ==
        "error Participants:0:0: file-ignored.folder(1noun.files, participants/) about\n"
        "error pairs (1):0:0: file-ignored.folder(2noun.files, pairs/) about\n"
        "error participants/6Б:0:0: file-ignored.folder-within(1noun.files, participants/) about\n"
        "warning participants/photos:0:0: file-name.folder(photos) about\n"
        "error program (1).yaml:0:0: file-ignored.settings(program.yaml) about");
}

TEST_CASE("values that people write by hand are understood, and each is noted") {
  MemoryTree files = tree();
  add(files, mentee("anna"));
  add(files, mentor_pupil("ivan"));
  files.add("participants/dora.yaml",
            "id: dora\nname: Дора\ncategory: Обучающийся\nroles: наставляемый, mentor\nborn: 9.3.2014\n"
            "unit: {1.9.2026: 6Б}\njoined: 14 сентября 2026\n");
  files.add("pairs/work.yaml",
            "id: work\nform: ученик - ученик\nmentor: ivan\nmentee: anna\nfrom: 2026-10-5\nuntil: 31.05.27\n");
  files.add("activities/2025-2026.yaml",
            "---\nid: one\npairs: [work]\ntype: классные часы\non: 10.11.2026\nhours: 1,5\n"
            "---\nid: two\npairs: work\ntype: project\non: 2026-11-11\nhours: 2 урока\n");
  const auto loaded = load(files);
  CHECK(loaded.program.unreadable_count() == 0);
  const auto* dora = loaded.program.find(id<Participant>("dora"));
  REQUIRE(dora != nullptr);
  CHECK(storage::record_text(*dora) ==
        "id: dora\nname: Дора\ncategory: pupil\nroles: [mentee, mentor]\nborn: 2014-03-09\n"
        "unit: {2026-09-01: 6Б}\njoined: 2026-09-14\n");
  CHECK(storage::record_text(*loaded.program.find(id<Pair>("work"))) ==
        "id: work\nform: pupil-pupil\nmentor: ivan\nmentee: anna\nfrom: 2026-10-05\nuntil: 2027-05-31\n");
  CHECK(loaded.program.find(id<Activity>("one"))->hours == Duration::parse("1.5"));
  CHECK(loaded.program.find(id<Activity>("one"))->type == id<ActivityType>("class-hour"));
  CHECK(loaded.program.find(id<Activity>("two"))->hours == Duration::parse("1:20"));
  CHECK(loaded.findings.size() == 13);
  CHECK(std::all_of(loaded.findings.begin(), loaded.findings.end(), [](const Finding& finding) {
    return finding.rule == Rule::not_canonical && finding.severity == Severity::note;
  }));
  CHECK(findings(loaded).find("note activities/2025-2026.yaml:6:8 hours: not-canonical.understood(hours, 1,5, 1.5) "
                              "about one") != std::string::npos);
  CHECK(health_of(loaded.program, loaded.findings).is_sound());
}

TEST_CASE("a value that nobody can read is an error, and the health says that it was left out") {
  MemoryTree files = tree();
  add(files, mentee("anna"));
  add(files, mentor_pupil("ivan"));
  files.add("pairs/work.yaml",
            "id: work\nform: pupil-pupil\nmentor: ivan\nmentee: anna\nfrom: 2026-10-05\nuntil: вчера\n");
  files.add("activities/one.yaml", "id: one\npairs: [work]\ntype: project\non: 2026-11-10\nhour: 2\nnickname: нет\n");
  const auto loaded = load(files);
  const auto health = health_of(loaded.program, loaded.findings);
  CHECK(health.count(Omission::left_out) == 2);  // a misspelt field may be one that counts; one like no other is not
  CHECK(health.spots.size() == 2);
  CHECK(health.count(Omission::unread) == 0);
}

TEST_CASE("in a packed year a conflict is told as one in which both sides are kept") {
  MemoryTree files = tree();
  files.add("activities/2025-2026.yaml",
            "<<<<<<< HEAD\n" + activity_text("one") + "=======\n" + activity_text("two") + ">>>>>>> other\n");
  files.add("activities/one.yaml", "<<<<<<< HEAD\nid: one\n");
  const auto told = findings(load(files));
  CHECK(told.find("activities/2025-2026.yaml:1:1: conflict-marker.in-packed-year(<<<<<<<)") != std::string::npos);
  CHECK(told.find("conflict-marker.in-packed-year(>>>>>>>)") != std::string::npos);
  CHECK(told.find("activities/one.yaml:1:1: conflict-marker.found(<<<<<<<)") != std::string::npos);
}

TEST_CASE("what is only shown changes no finding of any example") {
  const auto found = [](const std::filesystem::path& folder, const storage::Scope& scope) {
    auto loaded = storage::load(storage::WorkingTree{folder}, scope);
    const auto broken = check_all({loaded.program, today, fold()});
    loaded.findings.insert(loaded.findings.end(), broken.begin(), broken.end());
    return findings(std::move(loaded));
  };
  for (const std::string example : {"broken", "gymnasium"}) {
    CAPTURE(example);
    const auto folder = std::filesystem::path{MENTOR_EXAMPLES} / example;
    const auto everything = storage::Scope::everything();
    CHECK(found(folder, everything) == found(folder, storage::Scope{everything}.for_rules()));
  }
}

TEST_CASE("the fields that a school has added are known of each record of a file, but not to who asks for figures") {
  MemoryTree files = tree();
  files.add("activities/2025-2026.yaml",
            "---\nid: a\npairs: [work]\ntype: project\non: 2025-11-05\nx-room: 12\n"
            "---\nid: b\npairs: [work]\ntype: project\non: 2025-11-06\n"
            "---\nid: c\npairs: [work]\ntype: project\non: 2025-11-07\nx-bus: нет\n");
  const auto own_of = [](const Program& school, std::string_view name) {
    const auto fields = school.own_fields(*school.all<Activity>().find(id<Activity>(name)));
    return std::vector<OwnField>{fields.begin(), fields.end()};
  };
  const Program school = load(files).program;
  CHECK(own_of(school, "a") == std::vector{OwnField{"x-room", {"12"}}});
  CHECK(own_of(school, "b").empty());
  CHECK(own_of(school, "c") == std::vector{OwnField{"x-bus", {"нет"}}});
  CHECK(school.own_names<Activity>() == std::vector<std::string>{"x-bus", "x-room"});
  CHECK(school.own_names<Pair>().empty());
  CHECK(load(files, storage::Scope::everything().for_figures()).program.own_names<Activity>().empty());
}

TEST_CASE("who asks for figures gets no note, unless it is of a kind that is to be shown") {
  MemoryTree files = tree();
  Activity noted = activity("noted", {"work"});
  noted.note = "Разбор темы, который никуда не помещается без памяти";
  add(files, noted);
  const auto loaded = load(files, storage::Scope::everything().for_figures());
  CHECK(loaded.program.all<Activity>().at(0).record.note.is_empty());
  CHECK(load(files).program.all<Activity>().at(0).record.note == noted.note);
  const auto note_of = [&](KindSet shown) {
    return load(files, storage::Scope::everything().for_figures(shown)).program.all<Activity>().at(0).record.note;
  };
  CHECK(note_of(KindSet::of<Activity>()) == noted.note);
  CHECK(note_of(KindSet::of<Pair>()).is_empty());
  CHECK(note_digest(loaded.program.all<Activity>().at(0).record) == note_digest(noted));
}

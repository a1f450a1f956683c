#include "storage/change/snapshot.hpp"

#include <doctest/doctest.h>

#include "memory_tree.hpp"
#include "storage/change/store.hpp"
#include "storage/disk/limits.hpp"
#include "temporary_folder.hpp"

using namespace mentor;
using namespace mentor::storage;
using namespace std::chrono_literals;
using sample::TemporaryFolder;

namespace {

std::string person(const std::string& id, const std::string& unit) {
  return "id: " + id + "\nname: " + id + "\ncategory: pupil\nroles: [mentee]\nunit: " + unit + "\n";
}

void apply(const TemporaryFolder& folder, const std::vector<FileChange>& changes) {
  Store{folder.path(), 0ms}.apply(changes, {"2026-11-23 16:04:10", "mentor test"});
}

/// Makes the change of that number look as if its process had died before it said that it was done.
void unfinish(const TemporaryFolder& folder, const std::string& number) {
  const auto log = folder.path() / ".mentor/log";
  std::filesystem::rename(log / number, log / (number + ".todo"));
}

std::string units_of(const Program& program) {
  std::string text;
  for (const auto& stored : program.all<Participant>()) {
    text += stored.record.id.to_string() + '=' + stored.record.unit.on(Date::latest()) + ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("a change that is under way is not seen, neither whole nor in part") {
  const TemporaryFolder folder;
  apply(folder, {{"program.yaml", std::nullopt, "schema: 1\n"},
                 {"participants/anna.yaml", std::nullopt, person("anna", "6")},
                 {"participants/gone.yaml", std::nullopt, person("gone", "6")}});
  apply(folder, {{"participants/anna.yaml", person("anna", "6"), person("anna", "7")},
                 {"participants/gone.yaml", person("gone", "6"), std::nullopt},
                 {"participants/new.yaml", std::nullopt, person("new", "7")}});
  CHECK(units_of(load_program(folder.path()).program) == "anna=7 new=7 ");
  unfinish(folder, "000002");
  CHECK(units_of(load_program(folder.path()).program) == "anna=6 gone=6 ");
  std::filesystem::remove(folder.path() / "participants/new.yaml");  // it had not come so far
  CHECK(units_of(load_program(folder.path()).program) == "anna=6 gone=6 ");
}

TEST_CASE("changes that build on each other are taken off one by one") {
  const TemporaryFolder folder;
  folder.write("program.yaml", "schema: 1\n");
  apply(folder, {{"participants/anna.yaml", std::nullopt, person("anna", "6")}});
  apply(folder, {{"participants/anna.yaml", person("anna", "6"), person("anna", "7")}});
  apply(folder, {{"participants/anna.yaml", person("anna", "7"), person("anna", "8")}});
  unfinish(folder, "000002");
  CHECK(units_of(load_program(folder.path()).program) == "anna=6 ");
}

TEST_CASE("a change that is being taken back is not seen either") {
  const TemporaryFolder folder;
  folder.write("program.yaml", "schema: 1\n");
  apply(folder, {{"participants/anna.yaml", std::nullopt, person("anna", "6")}});
  apply(folder, {{"participants/anna.yaml", person("anna", "6"), person("anna", "7")}});
  std::filesystem::rename(folder.path() / ".mentor/log/000002", folder.path() / ".mentor/log/000002.back");
  CHECK(units_of(load_program(folder.path()).program) == "anna=6 ");
  std::filesystem::rename(folder.path() / ".mentor/log/000002.back", folder.path() / ".mentor/log/000002.void");
  CHECK(units_of(load_program(folder.path()).program) == "anna=7 ");
}

TEST_CASE("a log entry that is none of ours does not keep anybody from reading") {
  const TemporaryFolder folder;
  folder.write("program.yaml", "schema: 1\n");
  folder.write("participants/anna.yaml", person("anna", "6"));
  folder.write(".mentor/log/000007.todo", "scribble");
  CHECK(units_of(load_program(folder.path()).program) == "anna=6 ");
}

TEST_CASE("a frozen tree shows what the tree showed, and what was set in it") {
  sample::MemoryTree tree{{{"program.yaml", "schema: 1\n"}, {"pairs/a.yaml", "a\n"}, {"pairs/b.yaml", "b\n"}}};
  tree.add_odd("pairs/link.yaml", EntryType::other);
  tree.add_refusal("pairs/shut.yaml", EACCES);
  FrozenTree frozen{tree};
  tree.add("pairs/a.yaml", "later\n");
  REQUIRE(frozen.text("pairs/a.yaml") != nullptr);
  CHECK(*frozen.text("pairs/a.yaml") == "a\n");
  CHECK(frozen.text("pairs/none.yaml") == nullptr);
  frozen.set("pairs/a.yaml", std::nullopt);
  frozen.set("pairs/c.yaml", "c\n");
  std::string names;
  for (const Entry& entry : frozen.list("pairs")) {
    names += entry.name + (entry.type == EntryType::file ? " " : "! ");
  }
  CHECK(names == "b.yaml c.yaml link.yaml! shut.yaml ");
  CHECK(frozen.read("pairs/c.yaml", 2) == "c\n");
  CHECK_THROWS_AS(frozen.read("pairs/c.yaml", 1), SystemError);  // beyond its bound, as on the disk
  CHECK_THROWS_AS(frozen.read("pairs/shut.yaml", 10), SystemError);
}

TEST_CASE("of a file that is larger than a record may be, nothing is kept in memory") {
  const TemporaryFolder folder;
  folder.write("program.yaml", "schema: 1\n");
  const std::string note(most_file_bytes, 'x');
  folder.write("activities/large.yaml", "note: " + note + "\n");
  folder.write("activities/2023-2024.yaml", "note: " + note + "\n");
  const FrozenTree frozen = freeze_program(folder.path());
  CHECK(frozen.has("activities/large.yaml"));
  CHECK(frozen.text("activities/large.yaml") == nullptr);
  CHECK(frozen.text("activities/2023-2024.yaml") != nullptr);
}

TEST_CASE("a file that cannot be read is not taken for one that is not there") {
  for (const int error : {EACCES, EIO, EMFILE, ENFILE, ENOMEM, ESTALE}) {
    CAPTURE(error);
    sample::MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
    tree.add_refusal("pairs/shut.yaml", error);
    const FrozenTree frozen{tree};
    CHECK(std::holds_alternative<Absent>(frozen.content("pairs/none.yaml")));
    CHECK(std::holds_alternative<SystemError>(frozen.content("pairs/shut.yaml")));
    CHECK_THROWS_AS(frozen.text("pairs/shut.yaml"), SystemError);
    CHECK_THROWS_AS(frozen.require_all_read(), SystemError);
  }
}

TEST_CASE("a file that has gone since its folder was listed is not there") {
  sample::MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
  tree.add_refusal("pairs/gone.yaml", ENOENT);
  const FrozenTree frozen{tree};
  CHECK_FALSE(frozen.has("pairs/gone.yaml"));
  CHECK_NOTHROW(frozen.require_all_read());
}

TEST_CASE("a reader who meets a whole change, one file of which somebody has changed since, sees it made") {
  const TemporaryFolder folder;
  apply(folder, {{"program.yaml", std::nullopt, "schema: 1\n"},
                 {"participants/anna.yaml", std::nullopt, person("anna", "6")},
                 {"participants/vera.yaml", std::nullopt, person("vera", "6")}});
  apply(folder, {{"participants/anna.yaml", person("anna", "6"), person("anna", "7")},
                 {"participants/vera.yaml", person("vera", "6"), std::nullopt}});
  unfinish(folder, "000002");
  folder.write("participants/anna.yaml", person("anna", "8"));
  CHECK(units_of(load_program(folder.path()).program) == "anna=8 ");
}

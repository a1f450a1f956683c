#include "storage/change/store.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <functional>
#include <new>

#include "sample.hpp"
#include "storage/change/history.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/yaml/record_text.hpp"
#include "temporary_folder.hpp"

using sample::TemporaryFolder;
using namespace mentor::storage;
using namespace std::chrono_literals;

namespace {

/// The errno of the refusal, or 0 when there was none.
int refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const SystemError& error) {
    return error.error();
  }
  return 0;
}

/// Applies the changes as a command would.
void apply(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  Store{root, 0ms}.apply(changes, {"2026-11-23 16:04:10", "mentor test"});
}

FileChange creation(std::string path, std::string text) { return {std::move(path), std::nullopt, std::move(text)}; }

}  // namespace

TEST_CASE("a new file is written whole, with its folder, and nothing else is left") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/work.yaml", "id: work\n"), creation("program.yaml", "schema: 1\n")});
  CHECK(folder.read("pairs/work.yaml") == "id: work\n");
  CHECK(folder.read("program.yaml") == "schema: 1\n");
  CHECK(folder.names() ==
        ".mentor .mentor/.gitignore .mentor/lock .mentor/log .mentor/log/000001 pairs pairs/work.yaml program.yaml");
}

TEST_CASE("creating never overwrites, and leaves nothing behind") {
  const TemporaryFolder folder;
  folder.write("pairs/work.yaml", "old\n");
  CHECK(refusal([&] { apply(folder.path(), {creation("pairs/work.yaml", "new\n")}); }) == EEXIST);
  CHECK(folder.read("pairs/work.yaml") == "old\n");
  CHECK(folder.names() ==
        ".mentor .mentor/.gitignore .mentor/lock .mentor/log .mentor/log/000001.void pairs pairs/work.yaml");
}

TEST_CASE("creating does not write through a symbolic link either") {
  const TemporaryFolder folder;
  folder.write("outside", "old\n");
  std::filesystem::create_directories(folder.path() / "pairs");
  std::filesystem::create_symlink(folder.path() / "outside", folder.path() / "pairs/work.yaml");
  CHECK(refusal([&] { apply(folder.path(), {creation("pairs/work.yaml", "new\n")}); }) == EEXIST);
  CHECK(folder.read("outside") == "old\n");
}

TEST_CASE("a folder that is a symbolic link is not entered") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  std::filesystem::create_directory_symlink(elsewhere.path(), folder.path() / "pairs");
  CHECK(refusal([&] { apply(folder.path(), {creation("pairs/work.yaml", "new\n")}); }) != 0);
  CHECK(elsewhere.names().empty());
}

TEST_CASE("a file that was there is replaced whole, and one that goes is removed") {
  const TemporaryFolder folder;
  folder.write("pairs/work.yaml", "old, and longer\n");
  apply(folder.path(), {{"pairs/work.yaml", "old, and longer\n", "new\n"}});
  CHECK(folder.read("pairs/work.yaml") == "new\n");
  apply(folder.path(), {{"pairs/work.yaml", "new\n", std::nullopt}});
  CHECK(folder.names() ==
        ".mentor .mentor/.gitignore .mentor/lock .mentor/log .mentor/log/000001 .mentor/log/000002 pairs");
}

TEST_CASE("a refusal names what was in the way and what was being done") {
  const TemporaryFolder folder;
  folder.write("pairs", "a file where the folder should be");
  try {
    apply(folder.path(), {creation("pairs/work.yaml", "new\n")});
    FAIL("it was written");
  } catch (const SystemError& error) {
    CHECK(error.operation() == Operation::open_folder);
    CHECK(error.path() == "pairs");
    CHECK(error.error() == ENOTDIR);
  }
  CHECK(folder.names() == ".mentor .mentor/.gitignore .mentor/lock .mentor/log pairs");
}

TEST_CASE("a program's folder that is not there is a refusal") {
  const TemporaryFolder folder;
  CHECK(refusal([&] { apply(folder.path() / "none", {creation("a", "b")}); }) == ENOENT);
  CHECK(refusal([&] { const Store lock{folder.path() / "none", 0ms}; }) == ENOENT);
}

TEST_CASE("a lock excludes another until it goes out of scope") {
  const TemporaryFolder folder;
  {
    const Store first{folder.path(), 0ms};
    CHECK(refusal([&] { const Store second{folder.path(), 0ms}; }) == EWOULDBLOCK);
    CHECK(refusal([&] { const Store second{folder.path(), 30ms}; }) == EWOULDBLOCK);
  }
  CHECK(refusal([&] { const Store second{folder.path(), 0ms}; }) == 0);
}

TEST_CASE("locks of two programs do not exclude each other") {
  const TemporaryFolder one;
  const TemporaryFolder other;
  const Store first{one.path(), 0ms};
  CHECK(refusal([&] { const Store second{other.path(), 0ms}; }) == 0);
}

TEST_CASE("a lock that is a symbolic link is refused") {
  const TemporaryFolder folder;
  folder.write("outside", "old\n");
  std::filesystem::create_directory(folder.path() / ".mentor");
  std::filesystem::create_symlink(folder.path() / "outside", folder.path() / ".mentor/lock");
  CHECK(refusal([&] { const Store lock{folder.path(), 0ms}; }) == ELOOP);
}

TEST_CASE("when a later file of a change fails, the earlier ones are as they were") {
  const TemporaryFolder folder;
  folder.write("pairs/a.yaml", "a\n");
  folder.write("pairs/b.yaml", "b\n");
  folder.write("pairs/taken.yaml", "somebody's\n");
  CHECK(refusal([&] {
          apply(folder.path(), {{"pairs/a.yaml", "a\n", "other\n"},
                                {"pairs/b.yaml", "b\n", std::nullopt},
                                creation("pairs/new.yaml", "new\n"),
                                creation("pairs/taken.yaml", "mine\n")});
        }) == EEXIST);
  CHECK(folder.read("pairs/a.yaml") == "a\n");
  CHECK(folder.read("pairs/b.yaml") == "b\n");
  CHECK(folder.read("pairs/taken.yaml") == "somebody's\n");
  CHECK(folder.names() ==
        ".mentor .mentor/.gitignore .mentor/lock .mentor/log .mentor/log/000001.void pairs pairs/a.yaml pairs/b.yaml "
        "pairs/taken.yaml");
}

TEST_CASE("writing tells how many files of how many are written, and ends with all of them") {
  const TemporaryFolder folder;
  std::vector<std::size_t> told;
  Store{folder.path(), 0ms}.apply({creation("pairs/one.yaml", "id: one\n"), creation("pairs/two.yaml", "id: two\n")},
                                  {"2026-11-23 16:04:10", "mentor test"}, std::nullopt,
                                  [&](Stage stage, std::size_t done, std::size_t total) {
                                    CHECK(stage == Stage::writing);
                                    CHECK(total == 2);
                                    told.push_back(done);
                                  });
  CHECK(told == std::vector<std::size_t>{0, 1, 1, 2});
}

TEST_CASE("a change is taken back whatever stops it, a lack of memory too") {
  for (int stopped_at = 1; stopped_at <= 4; ++stopped_at) {
    CAPTURE(stopped_at);
    const TemporaryFolder folder;
    folder.write("pairs/a.yaml", "a\n");
    folder.write("pairs/b.yaml", "b\n");
    int calls = 0;
    const auto stop = [&](Stage, std::size_t, std::size_t) {
      if (++calls == stopped_at) {
        throw std::bad_alloc{};
      }
    };
    CHECK_THROWS_AS(
        (Store{folder.path(), 0ms}.apply({{"pairs/a.yaml", "a\n", "other\n"}, {"pairs/b.yaml", "b\n", "other\n"}},
                                         {"2026-11-23 16:04:10", "mentor test"}, std::nullopt, stop)),
        std::bad_alloc);
    CHECK(folder.read("pairs/a.yaml") == "a\n");
    CHECK(folder.read("pairs/b.yaml") == "b\n");
    CHECK_FALSE(has_unfinished_change(folder.path()));
  }
}

TEST_CASE("what takes the place of a file just before it is written is put back, even if it cannot be read") {
  const TemporaryFolder folder;
  folder.write("pairs/a.yaml", "a\n");
  const auto swap = [&](Stage, std::size_t, std::size_t) {
    std::filesystem::remove(folder.path() / "pairs/a.yaml");
    std::filesystem::create_symlink("elsewhere", folder.path() / "pairs/a.yaml");
  };
  CHECK(refusal([&] {
          Store{folder.path(), 0ms}.apply({{"pairs/a.yaml", "a\n", "other\n"}}, {"2026-11-23 16:04:10", "mentor test"},
                                          std::nullopt, swap);
        }) != 0);
  CHECK(std::filesystem::is_symlink(folder.path() / "pairs/a.yaml"));
}

TEST_CASE("a file that was changed since the change was computed is left alone") {
  const TemporaryFolder folder;
  folder.write("pairs/a.yaml", "by hand\n");
  CHECK(refusal([&] { apply(folder.path(), {{"pairs/a.yaml", "a\n", "b\n"}}); }) == ESTALE);
  CHECK(folder.read("pairs/a.yaml") == "by hand\n");
}

TEST_CASE("a change that was decided before its process died is finished by the next writer") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/a.yaml", "a\n"), creation("pairs/b.yaml", "b\n")});
  std::filesystem::remove(folder.path() / "pairs/b.yaml");
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  CHECK(has_unfinished_change(folder.path()));
  const Store store{folder.path(), 0ms};
  REQUIRE(store.recovered().size() == 1);
  CHECK(store.recovered().front().command == "mentor test");
  CHECK(store.recovered().front().finished);
  CHECK(store.recovered().front().changed_since.empty());
  CHECK(folder.read("pairs/b.yaml") == "b\n");
  CHECK_FALSE(has_unfinished_change(folder.path()));
}

TEST_CASE("a change that failed before its process died is taken back by the next writer") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/a.yaml", "a\n"), creation("pairs/b.yaml", "b\n")});
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.back");
  CHECK_FALSE(recover_if_possible(folder.path()).front().finished);
  CHECK(folder.names() == ".mentor .mentor/.gitignore .mentor/lock .mentor/log .mentor/log/000001.void pairs");
  CHECK_FALSE(has_unfinished_change(folder.path()));
}

TEST_CASE("what somebody changed after a process died is left as it is, and named") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/a.yaml", "a\n")});
  folder.write("pairs/a.yaml", "by hand\n");
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  CHECK(recover_if_possible(folder.path()).front().changed_since == std::vector<std::string>{"pairs/a.yaml"});
  CHECK(folder.read("pairs/a.yaml") == "by hand\n");
}

TEST_CASE("a file that is changed keeps its permissions, and one that comes back has those it had") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  const auto permissions = [&](const std::string& name) {
    return std::filesystem::status(folder.path() / name).permissions();
  };
  const auto own = perms::owner_read | perms::owner_write;
  folder.write("pairs/a.yaml", "a\n");
  std::filesystem::permissions(folder.path() / "pairs/a.yaml", own);
  apply(folder.path(), {{"pairs/a.yaml", "a\n", "b\n"}});
  CHECK(permissions("pairs/a.yaml") == own);
  apply(folder.path(), {{"pairs/a.yaml", "b\n", std::nullopt}});
  const auto entry = Journal::of_program(folder.path()).read_done(2);
  apply(folder.path(), {{"pairs/a.yaml", std::nullopt, "b\n", {}, entry.patches.front().access}});
  CHECK(permissions("pairs/a.yaml") == own);
}

TEST_CASE("what has the name of a log entry or of the lock but is no file stops nobody") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / ".mentor/log/000009.todo");
  REQUIRE(::mkfifo((folder.path() / ".mentor/lock").c_str(), 0666) == 0);
  REQUIRE(::mkfifo((folder.path() / ".mentor/log/000008.todo").c_str(), 0666) == 0);
  apply(folder.path(), {creation("pairs/a.yaml", "a\n")});
  CHECK(folder.read("pairs/a.yaml") == "a\n");
}

TEST_CASE("a change that cannot be made whole is taken back, so that nothing goes before its place is taken") {
  const TemporaryFolder folder;
  folder.write("activities/loose.yaml", "loose\n");
  apply(folder.path(),
        {creation("activities/2025-2026.yaml", "packed\n"), {"activities/loose.yaml", "loose\n", std::nullopt}});
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  folder.write("activities/loose.yaml", "loose\n");
  folder.write("activities/2025-2026.yaml", "another came with git\n");
  CHECK_FALSE(recover_if_possible(folder.path()).front().finished);
  CHECK(folder.read("activities/loose.yaml") == "loose\n");
  CHECK(folder.read("activities/2025-2026.yaml") == "another came with git\n");
}

TEST_CASE("a change of more files than a process may open is made") {
  const TemporaryFolder folder;
  std::vector<FileChange> changes;
  for (int number = 0; number < 2000; ++number) {
    changes.push_back(creation("pairs/" + std::to_string(number) + ".yaml", "x\n"));
  }
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  rlimit few = before;
  few.rlim_cur = 64;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  const int refused = refusal([&folder, &made = std::as_const(changes)] { apply(folder.path(), made); });
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  CHECK(refused == 0);
}

TEST_CASE("what is made of files that others may not read is not open to them either") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  folder.write("activities/a.yaml", "a\n");
  const auto own = perms::owner_read | perms::owner_write;
  std::filesystem::permissions(folder.path() / "activities/a.yaml", own);
  apply(folder.path(), {{"activities/2025-2026.yaml", std::nullopt, "a\n", {}, {}, {"activities/a.yaml"}},
                        {"activities/a.yaml", "a\n", std::nullopt}});
  for (const std::string name : {"activities/2025-2026.yaml", ".mentor/log/000001"}) {
    CHECK(std::filesystem::status(folder.path() / name).permissions() == own);
  }
}

TEST_CASE("what has the name of an entry but is none is put aside") {
  const TemporaryFolder folder;
  folder.write(".mentor/log/000007.todo", "mentor log 2\n");
  folder.write(".mentor/log/18446744073709551615", "scribble");
  const auto recovered = recover_if_possible(folder.path());
  REQUIRE(recovered.size() == 1);
  CHECK(recovered.front().set_aside == ".mentor/log/000007.odd");
  CHECK_FALSE(has_unfinished_change(folder.path()));
}

TEST_CASE("no change is made under a number that nobody would know for that of an entry") {
  const TemporaryFolder folder;
  folder.write(".mentor/log/999999999999", "scribble");
  CHECK(refusal([&] { apply(folder.path(), {creation("pairs/a.yaml", "a\n")}); }) == EFBIG);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "pairs/a.yaml"));
}

TEST_CASE("an entry beyond the bound is none, however large it is, and is not read") {
  const TemporaryFolder folder;
  folder.write(".mentor/log/000007", "mentor log 1\nend\n");
  std::filesystem::resize_file(folder.path() / ".mentor/log/000007", std::uintmax_t{1} << 40U);  // takes no room
  rusage before{};
  ::getrusage(RUSAGE_SELF, &before);
  CHECK(std::holds_alternative<NoEntry>(Journal::of_program(folder.path()).read({7, EntryState::done})));
  rusage after{};
  ::getrusage(RUSAGE_SELF, &after);
  CHECK(after.ru_maxrss - before.ru_maxrss < 100'000);  // kilobytes
}

TEST_CASE("a change that was whole before somebody went on with one of its files is done, not taken back by halves") {
  const TemporaryFolder folder;
  folder.write("activities/loose.yaml", "loose\n");
  apply(folder.path(), {{"activities/2025-2026.yaml", std::nullopt, "packed\n", {}, {}, {"activities/loose.yaml"}},
                        {"activities/loose.yaml", "loose\n", std::nullopt}});
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  folder.write("activities/2025-2026.yaml", "packed\n# by hand\n");
  const auto recovery = recover_if_possible(folder.path()).front();
  CHECK(recovery.finished);
  CHECK(recovery.changed_since == std::vector<std::string>{"activities/2025-2026.yaml"});
  CHECK_FALSE(std::filesystem::exists(folder.path() / "activities/loose.yaml"));
  CHECK(folder.read("activities/2025-2026.yaml") == "packed\n# by hand\n");
}

TEST_CASE("what came out of its place for a change that nobody can read any more is kept") {
  const TemporaryFolder folder;
  folder.write(".mentor/log/000001.todo", "damaged");
  folder.write(".mentor/new-0", "all that is left of it");
  apply(folder.path(), {creation("pairs/a.yaml", "a\n")});
  CHECK(folder.read(".mentor/kept-1-new-0") == "all that is left of it");
}

TEST_CASE("what somebody saved in the moment in which a process died is kept and named") {
  const TemporaryFolder folder;
  folder.write("pairs/a.yaml", "a\n");
  folder.write("pairs/d.yaml", "d\n");
  apply(folder.path(),
        {{"pairs/a.yaml", "a\n", "b\n"}, creation("pairs/c.yaml", "c\n"), {"pairs/d.yaml", "d\n", "e\n"}});
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  folder.write(".mentor/new-0", "a by hand\n");  // it came out of its place, and nobody put it back
  folder.write(".mentor/new-1", "c\n");
  folder.write(".mentor/new-2", "d\n");
  const auto recovery = recover_if_possible(folder.path()).front();
  CHECK(recovery.finished);
  CHECK(recovery.kept == std::vector<std::string>{".mentor/kept-1-new-0"});
  CHECK(folder.read(".mentor/kept-1-new-0") == "a by hand\n");
  CHECK_FALSE(std::filesystem::exists(folder.path() / ".mentor/new-1"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / ".mentor/new-2"));
}

TEST_CASE("a recovery opens to nobody what the process that died would not have opened") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  folder.write("activities/a.yaml", "a\n");
  const auto own = perms::owner_read | perms::owner_write;
  std::filesystem::permissions(folder.path() / "activities/a.yaml", own);
  apply(folder.path(), {{"activities/2025-2026.yaml", std::nullopt, "a\n", {}, {}, {"activities/a.yaml"}},
                        {"activities/a.yaml", "a\n", std::nullopt}});
  std::filesystem::remove(folder.path() / "activities/2025-2026.yaml");  // as if it had not come so far
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  CHECK(recover_if_possible(folder.path()).front().finished);
  CHECK(std::filesystem::status(folder.path() / "activities/2025-2026.yaml").permissions() == own);
}

TEST_CASE("an entry under another number is none, and one that is missing in between is lost") {
  const TemporaryFolder folder;
  const auto log = folder.path() / ".mentor/log";
  for (const std::string name : {"a", "b", "c"}) {
    apply(folder.path(), {creation("pairs/" + name + ".yaml", name)});
  }
  std::filesystem::copy(log / "000001", log / "000004");
  auto history = history_of(folder.path());
  REQUIRE(history.lost.size() == 1);
  CHECK(history.lost.front().path == ".mentor/log/000004");
  std::filesystem::remove(log / "000004");
  std::filesystem::remove(log / "000002");
  history = history_of(folder.path());
  REQUIRE(history.lost.size() == 1);
  CHECK(history.lost.front().number == 2);
  std::filesystem::remove(log / "000003");
  std::filesystem::create_symlink("000001", log / "000003");
  CHECK(history_of(folder.path()).lost.back().path == ".mentor/log/000003");
}

TEST_CASE("what is lost of the log is told once and by number") {
  const TemporaryFolder folder;
  const auto log = folder.path() / ".mentor/log";
  for (const std::string name : {"a", "b", "c"}) {
    apply(folder.path(), {creation("pairs/" + name + ".yaml", name)});
  }
  std::filesystem::rename(log / "000002", log / "000002.odd");
  folder.write(".mentor/log/000003", "damaged");
  const auto lost = history_of(folder.path()).lost;
  REQUIRE(lost.size() == 2);
  CHECK(lost.front().path == ".mentor/log/000002.odd");
  CHECK(lost.back().path == ".mentor/log/000003");
}

TEST_CASE("files that are open to different people are not made one") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  folder.write("activities/a.yaml", "a\n");
  folder.write("activities/2025-2026.yaml", "b\n");
  std::filesystem::permissions(folder.path() / "activities/a.yaml", perms::owner_read | perms::owner_write);
  CHECK(refusal([&] {
          apply(folder.path(), {{"activities/2025-2026.yaml", "b\n", "b\na\n", {}, {}, {"activities/a.yaml"}},
                                {"activities/a.yaml", "a\n", std::nullopt}});
        }) == EPERM);
  CHECK(folder.read("activities/2025-2026.yaml") == "b\n");
  CHECK(folder.read("activities/a.yaml") == "a\n");
}

TEST_CASE("git takes nothing of the private folder, and what says so is made again") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/a.yaml", "a\n")});
  CHECK(folder.read(".mentor/.gitignore") == "*\n");
  std::filesystem::remove(folder.path() / ".mentor/.gitignore");
  apply(folder.path(), {creation("pairs/b.yaml", "b\n")});
  CHECK(folder.read(".mentor/.gitignore") == "*\n");
  folder.write(".mentor/.gitignore", "!log\n");
  apply(folder.path(), {creation("pairs/c.yaml", "c\n")});
  CHECK(folder.read(".mentor/.gitignore") == "*\n");
}

TEST_CASE("while a writer is at work nobody else recovers") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/a.yaml", "a\n")});
  const Store store{folder.path(), 0ms};
  std::filesystem::rename(folder.path() / ".mentor/log/000001", folder.path() / ".mentor/log/000001.todo");
  CHECK(recover_if_possible(folder.path()).empty());
  CHECK(has_unfinished_change(folder.path()));
}

TEST_CASE("what is left of a process that died is tidied away, and the log holds no more than its bound") {
  const TemporaryFolder folder;
  folder.write(".mentor/new-3", "half");
  folder.write(".mentor/log/new", "half");
  for (std::size_t number = 0; number < most_changes + 5; ++number) {
    apply(folder.path(), {creation("pairs/" + std::to_string(number) + ".yaml", "x\n")});
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() / ".mentor/new-3"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / ".mentor/log/new"));
  CHECK(Journal::of_program(folder.path()).list().size() == most_changes);
}

TEST_CASE("a folder is made with those above it, and may be there already") {
  const TemporaryFolder folder;
  make_folder(folder.path() / "a/b");
  make_folder(folder.path() / "a/b");
  CHECK(folder.names() == "a a/b");
  folder.write("file", "");
  CHECK(refusal([&] { make_folder(folder.path() / "file/c"); }) == ENOTDIR);
}

TEST_CASE("a record that was made lately is found in the log, until a later change takes it away or alters it") {
  const TemporaryFolder folder;
  const auto text = [](std::string_view id, std::string_view hours) {
    return record_text(sample::activity(id, {"work"}, "project", "2026-11-05", hours));
  };
  const auto found = [&] {
    const auto made = made_lately<mentor::Activity>(
        folder.path(), [](const mentor::Activity& one) { return one.hours == mentor::Duration::parse("1"); });
    return made.empty() ? "none" : made.front().id.to_string();
  };
  CHECK(found() == "none");  // there is no log
  apply(folder.path(), {creation("activities/a.yaml", text("a", "1"))});
  apply(folder.path(), {creation("activities/b.yaml", text("b", "2")), creation("pairs/c.yaml", "id: c\n")});
  CHECK(found() == "a");
  apply(folder.path(), {creation("activities/c.yaml", text("c", "1"))});
  CHECK(found() == "c");
  apply(folder.path(), {{"activities/c.yaml", text("c", "1"), text("c", "3")}});
  CHECK(found() == "a");
  apply(folder.path(), {creation("pairs/large.yaml", std::string(100'000, 'x'))});
  CHECK(found() == "a");
  std::filesystem::remove(folder.path() / "activities/a.yaml");  // by hand
  CHECK(found() == "none");
}

TEST_CASE("of the log only the last twenty changes are looked at") {
  const TemporaryFolder folder;
  const auto found = [&] {
    return !made_lately<mentor::Activity>(folder.path(), [](const mentor::Activity&) { return true; }).empty();
  };
  apply(folder.path(), {creation("activities/a.yaml", record_text(sample::activity("a", {"work"})))});
  for (int number = 1; number < 20; ++number) {
    apply(folder.path(), {creation("pairs/p" + std::to_string(number) + ".yaml", "x\n")});
  }
  CHECK(found());
  apply(folder.path(), {creation("pairs/last.yaml", "x\n")});
  CHECK_FALSE(found());
}

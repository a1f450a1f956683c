#include "storage/store.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <chrono>
#include <functional>

#include "storage/system_error.hpp"
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

FileChange creation(std::string path, std::string text) { return {std::move(path), std::nullopt, std::move(text)}; }

}  // namespace

TEST_CASE("a new file is written whole, with its folder, and nothing else is left") {
  const TemporaryFolder folder;
  apply(folder.path(), {creation("pairs/work.yaml", "id: work\n"), creation("program.yaml", "schema: 1\n")});
  CHECK(folder.read("pairs/work.yaml") == "id: work\n");
  CHECK(folder.read("program.yaml") == "schema: 1\n");
  CHECK(folder.names() == ".mentor pairs pairs/work.yaml program.yaml");
}

TEST_CASE("creating never overwrites, and leaves nothing behind") {
  const TemporaryFolder folder;
  folder.write("pairs/work.yaml", "old\n");
  CHECK(refusal([&] { apply(folder.path(), {creation("pairs/work.yaml", "new\n")}); }) == EEXIST);
  CHECK(folder.read("pairs/work.yaml") == "old\n");
  CHECK(folder.names() == ".mentor pairs pairs/work.yaml");
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
  CHECK(folder.names() == ".mentor pairs");
}

TEST_CASE("a refusal names the file and what was being done") {
  const TemporaryFolder folder;
  folder.write("pairs", "a file where the folder should be");
  try {
    apply(folder.path(), {creation("pairs/work.yaml", "new\n")});
    FAIL("it was written");
  } catch (const SystemError& error) {
    CHECK(error.operation() == Operation::open_folder);
    CHECK(error.path() == "pairs/work.yaml");
    CHECK(error.error() == ENOTDIR);
  }
  CHECK(folder.names() == ".mentor pairs");
}

TEST_CASE("a program's folder that is not there is a refusal") {
  const TemporaryFolder folder;
  CHECK(refusal([&] { apply(folder.path() / "none", {creation("a", "b")}); }) == ENOENT);
  CHECK(refusal([&] { const Lock lock{folder.path() / "none", 0ms}; }) == ENOENT);
}

TEST_CASE("a lock excludes another until it goes out of scope") {
  const TemporaryFolder folder;
  {
    const Lock first{folder.path(), 0ms};
    CHECK(refusal([&] { const Lock second{folder.path(), 0ms}; }) == EWOULDBLOCK);
    CHECK(refusal([&] { const Lock second{folder.path(), 30ms}; }) == EWOULDBLOCK);
  }
  CHECK(refusal([&] { const Lock second{folder.path(), 0ms}; }) == 0);
}

TEST_CASE("locks of two programs do not exclude each other") {
  const TemporaryFolder one;
  const TemporaryFolder other;
  const Lock first{one.path(), 0ms};
  CHECK(refusal([&] { const Lock second{other.path(), 0ms}; }) == 0);
}

TEST_CASE("a lock that is a symbolic link is refused") {
  const TemporaryFolder folder;
  folder.write("outside", "old\n");
  std::filesystem::create_directory(folder.path() / ".mentor");
  std::filesystem::create_symlink(folder.path() / "outside", folder.path() / ".mentor/lock");
  CHECK(refusal([&] { const Lock lock{folder.path(), 0ms}; }) == ELOOP);
}

TEST_CASE("a report is written over what was there, and nothing is left beside it") {
  const TemporaryFolder folder;
  folder.write("report.csv", "old, and longer\n");
  write_file(folder.path() / "report.csv", "new\n");
  CHECK(folder.read("report.csv") == "new\n");
  CHECK(folder.names() == "report.csv");
}

TEST_CASE("a report that cannot be written is a refusal and leaves nothing") {
  const TemporaryFolder folder;
  CHECK(refusal([] { write_file("/dev/full", "new\n"); }) == ENOSPC);
  CHECK(refusal([&] { write_file(folder.path() / "none/report.csv", "new\n"); }) == ENOENT);
  CHECK(refusal([&] { write_file(folder.path(), "new\n"); }) == EISDIR);
  CHECK(folder.names().empty());
}

TEST_CASE("a folder is made with those above it, and may be there already") {
  const TemporaryFolder folder;
  make_folder(folder.path() / "a/b");
  make_folder(folder.path() / "a/b");
  CHECK(folder.names() == "a a/b");
  folder.write("file", "");
  CHECK(refusal([&] { make_folder(folder.path() / "file/c"); }) == ENOTDIR);
}

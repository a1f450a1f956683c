// What is asked of git, and what is made of it when git does not answer. What it answers is tested with git itself, by
// tests/system/branches.sh.
#include "storage/upkeep/git_branches.hpp"

#include <doctest/doctest.h>

#include <map>

#include "memory_tree.hpp"
#include "temporary_folder.hpp"

using namespace mentor;
using namespace mentor::storage;
using sample::TemporaryFolder;

namespace {

/// A program `git` that is this script.
void write_git(const TemporaryFolder& folder, std::string_view script) {
  folder.write("bin/git", "#!/bin/sh\n" + std::string{script});
  std::filesystem::permissions(folder.path() / "bin/git", std::filesystem::perms::owner_all);
}

BranchWork ask(const TemporaryFolder& folder, std::map<std::string, std::string> environment) {
  const sample::MemoryTree tree;
  const Program program;
  return branch_work(folder.path(),
                     [&](const char* name) {
                       const auto found = environment.find(name);
                       return found == environment.end() ? std::nullopt : std::optional{found->second};
                     },
                     {tree, program, Period::all(), "2025-2026"});
}

}  // namespace

TEST_CASE("a program is kept in git when its folder or one above it is a repository") {
  const TemporaryFolder folder;
  folder.write("school/program.yaml", "");
  CHECK_FALSE(is_kept_in_git(folder.path() / "school"));
  folder.write(".git", "gitdir: elsewhere");
  CHECK(is_kept_in_git(folder.path() / "school"));
  CHECK(is_kept_in_git(folder.path()));
}

TEST_CASE("without a program git nothing is known") {
  const TemporaryFolder folder;
  const auto work = ask(folder, {{"PATH", folder.path().string()}});
  REQUIRE(work.silence);
  CHECK(work.silence->reason == GitSilence::Reason::not_there);
}

TEST_CASE("a program git in a folder that is not named from the root is not run") {
  const TemporaryFolder folder;
  write_git(folder, "exit 1");
  const auto relative = std::filesystem::relative(folder.path() / "bin").string();
  const auto work = ask(folder, {{"PATH", relative + "::."}});
  REQUIRE(work.silence);
  CHECK(work.silence->reason == GitSilence::Reason::not_there);
}

TEST_CASE("what git says when it refuses is told") {
  const TemporaryFolder folder;
  write_git(folder, "echo 'fatal: dubious' >&2; echo more >&2; exit 128");
  const auto work = ask(folder, {{"PATH", (folder.path() / "bin").string()}});
  REQUIRE(work.silence);
  CHECK(work.silence->reason == GitSilence::Reason::refused);
  CHECK(work.silence->said == "fatal: dubious");
}

TEST_CASE("an answer of git that is not whole is none") {
  const TemporaryFolder folder;
  write_git(folder,
            "case \"$*\" in\n"
            "*for-each-ref*) echo 'abc refs/heads/other' ;;\n"
            "*ls-tree*abc*) printf '100644 blob def\\tactivities/a.yaml\\0' ;;\n"
            "*cat-file*) echo 'def missing' ;;\n"
            "esac");
  const auto work = ask(folder, {{"PATH", (folder.path() / "bin").string()}});
  REQUIRE(work.silence);
  CHECK(work.silence->reason == GitSilence::Reason::refused);
}

TEST_CASE("git has people's own settings and nothing else of our environment") {
  const TemporaryFolder folder;
  write_git(folder, "/usr/bin/env >\"$HOME/seen\"; echo \"$@\" >>\"$HOME/asked\"");
  const auto work = ask(folder, {{"PATH", (folder.path() / "bin").string()},
                                 {"HOME", folder.path().string()},
                                 {"GIT_DIR", "/elsewhere"},
                                 {"GIT_TRACE", "1"},
                                 {"GIT_EXTERNAL_DIFF", "x"},
                                 {"LC_ALL", "ru_RU.UTF-8"}});
  CHECK_FALSE(work.silence);
  CHECK(work.unmerged.empty());
  const auto seen = folder.read("seen");
  CHECK(seen.find("GIT_DIR") == std::string::npos);
  CHECK(seen.find("GIT_TRACE") == std::string::npos);
  CHECK(seen.find("GIT_EXTERNAL_DIFF") == std::string::npos);
  CHECK(seen.find("LC_ALL=C\n") != std::string::npos);
  CHECK(seen.find("GIT_OPTIONAL_LOCKS=0\n") != std::string::npos);
  CHECK(seen.find("GIT_TERMINAL_PROMPT=0\n") != std::string::npos);
  // Most of these stop what another of them stops, too, or what today's questions do not start: git shows it of none.
  CHECK(seen.find("GIT_NO_LAZY_FETCH=1\n") != std::string::npos);
  CHECK(seen.find("GIT_ALLOW_PROTOCOL=none\n") != std::string::npos);
  const auto asked = folder.read("asked");
  CHECK(asked.find("--no-pager") == 0);
  for (const std::string setting : {"core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.allow=never"}) {
    CHECK(asked.find(" -c " + setting + ' ') != std::string::npos);
  }
}

TEST_CASE("the work of a branch on every kind that is packed is found, and on no other") {
  std::string listing;  // in each folder the packed year, a file of which nobody can tell the year, and other things
  std::vector<std::string> expected;
  for_each_kind([&]<class Record>(Record*) {
    const std::string folder{folder_of<Record>};
    for (const std::string name : {"2025-2026.yaml", "2024-2025.yaml", "a.yaml", "a.txt", "deeper/a.yaml"}) {
      listing += "100644 blob def\\t" + folder + '/' + name + "\\000";
    }
    if (Packable<Record>) {
      expected.push_back(folder + "/2025-2026.yaml");
      expected.push_back(folder + "/a.yaml");
    }
  });
  const TemporaryFolder folder;
  folder.write("listing", listing);
  write_git(folder,
            "case \"$*\" in\n"
            "*for-each-ref*) echo 'abc refs/heads/other' ;;\n"
            "*ls-tree*abc*) printf \"$(/bin/cat \"$HOME/listing\")\" ;;\n"
            "*cat-file*) printf 'def blob 3\\nid\\n\\n' ;;\n"
            "esac");
  const auto work = ask(folder, {{"PATH", (folder.path() / "bin").string()}, {"HOME", folder.path().string()}});
  REQUIRE_FALSE(work.silence);
  REQUIRE(work.unmerged.size() == 1);
  CHECK(work.unmerged.front().branch == "other");
  CHECK(work.unmerged.front().files == expected);
}

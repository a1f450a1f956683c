#include "storage/git_revision.hpp"

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

using mentor::storage::git_revision;
using sample::TemporaryFolder;

namespace {

constexpr const char* commit = "0123456789abcdef0123456789abcdef01234567";
constexpr const char* shown = "0123456789ab";

}  // namespace

TEST_CASE("the revision is that of the branch that HEAD names") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/refs/heads/main", std::string{commit} + '\n');
  CHECK(git_revision(folder.path()) == shown);
}

TEST_CASE("a detached HEAD is a revision itself") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", std::string{commit} + '\n');
  CHECK(git_revision(folder.path()) == shown);
}

TEST_CASE("a packed branch is found, by its whole name") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/packed-refs", std::string{"# pack-refs with: peeled\n"} + std::string(40, 'f') +
                                       " refs/heads/main-2\n" + commit + " refs/heads/main\n^" + std::string(40, 'e') +
                                       '\n');
  CHECK(git_revision(folder.path()) == shown);
}

TEST_CASE("a loose branch wins over a packed one") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/refs/heads/main", commit);
  folder.write(".git/packed-refs", std::string(40, 'f') + " refs/heads/main\n");
  CHECK(git_revision(folder.path()) == shown);
}

TEST_CASE("a program in a folder of a repository has the repository's revision") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", commit);
  folder.write("наставничество/program.yaml", "");
  CHECK(git_revision(folder.path() / "наставничество") == shown);
}

TEST_CASE("a worktree's revision is that of its own HEAD and the shared branches") {
  const TemporaryFolder folder;
  folder.write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
  folder.write("main/.git/worktrees/side/commondir", "../..\n");
  folder.write("main/.git/refs/heads/side", commit);
  folder.write("side/.git", "gitdir: " + (folder.path() / "main/.git/worktrees/side").string() + '\n');
  CHECK(git_revision(folder.path() / "side") == shown);
}

TEST_CASE("without a commit there is no revision") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  CHECK(git_revision(folder.path()).empty());
  folder.write(".git/HEAD", "мусор\n");
  CHECK(git_revision(folder.path()).empty());
  folder.write("other/.git", "мусор\n");
  CHECK(git_revision(folder.path() / "other").empty());
}

#include "storage/disk/git_revision.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "temporary_folder.hpp"

using mentor::storage::git_revision;
using sample::TemporaryFolder;

namespace {

constexpr const char* commit = "0123456789abcdef0123456789abcdef01234567";
constexpr const char* short_commit = "0123456789ab";

}  // namespace

TEST_CASE("the revision is that of the branch that HEAD names") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/refs/heads/main", std::string{commit} + '\n');
  CHECK(git_revision(folder.path()) == short_commit);
}

TEST_CASE("a detached HEAD is a revision itself") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", std::string{commit} + '\n');
  CHECK(git_revision(folder.path()) == short_commit);
}

TEST_CASE("a packed branch is found, by its whole name") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/packed-refs", std::string{"# pack-refs with: peeled\n"} + std::string(40, 'f') +
                                       " refs/heads/main-2\n" + commit + " refs/heads/main\n^" + std::string(40, 'e') +
                                       '\n');
  CHECK(git_revision(folder.path()) == short_commit);
}

TEST_CASE("a loose branch wins over a packed one") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/refs/heads/main", commit);
  folder.write(".git/packed-refs", std::string(40, 'f') + " refs/heads/main\n");
  CHECK(git_revision(folder.path()) == short_commit);
}

TEST_CASE("a program in a folder of a repository has the repository's revision") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", commit);
  folder.write("наставничество/program.yaml", "");
  CHECK(git_revision(folder.path() / "наставничество") == short_commit);
}

TEST_CASE("a worktree's revision is that of its own HEAD and the shared branches") {
  const TemporaryFolder folder;
  folder.write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
  folder.write("main/.git/worktrees/side/commondir", "../..\n");
  folder.write("main/.git/refs/heads/side", commit);
  folder.write("side/.git", "gitdir: " + (folder.path() / "main/.git/worktrees/side").string() + '\n');
  CHECK(git_revision(folder.path() / "side") == short_commit);
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

TEST_CASE("the shared branches of a worktree may stand under a whole path, and its folder under a relative one") {
  const TemporaryFolder folder;
  folder.write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
  folder.write("main/.git/worktrees/side/commondir", (folder.path() / "main/.git").string() + '\n');
  folder.write("main/.git/packed-refs", std::string{commit} + " refs/heads/side\n");
  folder.write("side/.git", "gitdir: ../main/.git/worktrees/side\n");
  CHECK(git_revision(folder.path() / "side") == short_commit);
}

TEST_CASE("a branch may name a branch, and not itself") {
  const TemporaryFolder folder;
  folder.write(".git/HEAD", "ref: refs/heads/current\n");
  folder.write(".git/refs/heads/current", "ref: refs/heads/main\n");
  folder.write(".git/packed-refs", std::string{commit} + " refs/heads/main\n");
  CHECK(git_revision(folder.path()) == short_commit);
  folder.write(".git/refs/heads/main", "ref: refs/heads/current\n");
  CHECK(git_revision(folder.path()).empty());
}

TEST_CASE("HEAD may be a link to the branch, as old repositories have it") {
  const TemporaryFolder folder;
  folder.write(".git/refs/heads/main", commit);
  std::filesystem::create_symlink("refs/heads/main", folder.path() / ".git/HEAD");
  CHECK(git_revision(folder.path()) == short_commit);
  std::filesystem::remove(folder.path() / ".git/refs/heads/main");
  folder.write(".git/packed-refs", std::string{commit} + " refs/heads/main\n");
  CHECK(git_revision(folder.path()) == short_commit);
}

TEST_CASE("no file is read as a branch that stands outside of them") {
  const TemporaryFolder folder;
  folder.write("outside", commit);
  for (const std::string& name :
       {std::string{"../outside"}, std::string{"refs/../../outside"}, (folder.path() / "outside").string()}) {
    folder.write(".git/HEAD", "ref: " + name + '\n');
    CHECK(git_revision(folder.path()).empty());
  }
}

TEST_CASE("a commit is named in full") {
  const TemporaryFolder folder;
  for (const std::string& text : {std::string{commit} + "  \n", std::string(64, 'a')}) {
    folder.write(".git/HEAD", text);
    CHECK(git_revision(folder.path()) == text.substr(0, 12));
  }
  for (const std::string& text : {std::string{short_commit}, std::string{commit} + "0", std::string(40, 'g')}) {
    folder.write(".git/HEAD", text);
    CHECK(git_revision(folder.path()).empty());
  }
}

TEST_CASE("what git never writes is not read: a pipe, a device, more than a line") {
  const TemporaryFolder folder;
  const auto branch = folder.path() / ".git/refs/heads/main";
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/refs/heads/other", commit);
  CHECK(::mkfifo(branch.c_str(), 0600) == 0);
  CHECK(git_revision(folder.path()).empty());
  std::filesystem::remove(branch);
  std::filesystem::create_symlink("/dev/zero", branch);
  CHECK(git_revision(folder.path()).empty());
  std::filesystem::remove(branch);
  folder.write(".git/refs/heads/main", std::string{commit} + std::string(1000, '\n'));
  CHECK(git_revision(folder.path()).empty());
  std::filesystem::remove(folder.path() / ".git/HEAD");
  CHECK(::mkfifo((folder.path() / ".git/HEAD").c_str(), 0600) == 0);
  CHECK(git_revision(folder.path()).empty());
}

TEST_CASE("packed branches are read up to 64 MiB") {
  const TemporaryFolder folder;
  constexpr std::size_t most = std::size_t{64} << 20U;
  const std::string line = std::string{commit} + " refs/heads/main\n";
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  folder.write(".git/packed-refs", line);
  std::filesystem::resize_file(folder.path() / ".git/packed-refs", most);
  CHECK(git_revision(folder.path()) == short_commit);
  std::filesystem::resize_file(folder.path() / ".git/packed-refs", most + 1);
  CHECK(git_revision(folder.path()).empty());
}

TEST_CASE("a .git without an end leads nowhere") {
  const TemporaryFolder folder;
  folder.write("main/HEAD", commit);
  folder.write(".git", "gitdir: main\n");
  CHECK(git_revision(folder.path()) == short_commit);
  std::filesystem::resize_file(folder.path() / ".git", std::size_t{1} << 40U);
  CHECK(git_revision(folder.path()).empty());
}

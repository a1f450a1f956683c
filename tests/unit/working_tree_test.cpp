#include "storage/disk/working_tree.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>

#include "storage/disk/system_error.hpp"
#include "temporary_folder.hpp"

using sample::TemporaryFolder;
using namespace mentor::storage;

namespace {

int refusal(const WorkingTree& tree, std::string_view path) {
  try {
    tree.read(path, 100);
  } catch (const SystemError& error) {
    return error.error();
  }
  return 0;
}

}  // namespace

TEST_CASE("a folder is listed by name, with the type of each entry and without hidden ones") {
  const TemporaryFolder folder;
  folder.write("pairs/b.yaml", "");
  folder.write("pairs/a.yaml", "");
  folder.write("pairs/.hidden", "");
  std::filesystem::create_directory(folder.path() / "pairs/c");
  std::filesystem::create_symlink("a.yaml", folder.path() / "pairs/d");
  std::string text;
  for (const auto& entry : WorkingTree{folder.path()}.list("pairs")) {
    text += entry.name + (entry.type == EntryType::file ? "" : entry.type == EntryType::folder ? "/" : "?") + ' ';
  }
  CHECK(text == "a.yaml b.yaml c/ d? ");
}

TEST_CASE("a folder that is not there is empty, one that is a link or a file is a refusal") {
  const TemporaryFolder folder;
  folder.write("file", "");
  std::filesystem::create_directory_symlink("/", folder.path() / "link");
  const WorkingTree tree{folder.path()};
  CHECK(tree.list("none").empty());
  CHECK_THROWS_AS(tree.list("file"), SystemError);
  CHECK_THROWS_AS(tree.list("link"), SystemError);
}

TEST_CASE("a file is read whole, and one beyond the limit is not read at all") {
  const TemporaryFolder folder;
  folder.write("pairs/a.yaml", "123456");
  const WorkingTree tree{folder.path()};
  CHECK(tree.read("pairs/a.yaml", 100) == "123456");
  CHECK(tree.read("pairs/a.yaml", 6) == "123456");
  CHECK_THROWS_AS(tree.read("pairs/a.yaml", 4), SystemError);
}

TEST_CASE("no symbolic link is followed, and neither a folder nor a pipe is read") {
  const TemporaryFolder folder;
  folder.write("a/file", "x");
  std::filesystem::create_symlink("a/file", folder.path() / "link");
  std::filesystem::create_directory_symlink("a", folder.path() / "folder-link");
  ::mkfifo((folder.path() / "pipe").c_str(), 0600);
  const WorkingTree tree{folder.path()};
  CHECK(refusal(tree, "a/file") == 0);
  CHECK(refusal(tree, "link") == ELOOP);
  CHECK(refusal(tree, "folder-link/file") != 0);
  CHECK(refusal(tree, "a") == EISDIR);
  CHECK(refusal(tree, "pipe") == EINVAL);
  CHECK(refusal(tree, "none") == ENOENT);
}

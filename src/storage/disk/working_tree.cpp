#include "working_tree.hpp"

#include <fcntl.h>

#include <cerrno>
#include <utility>

#include "file_system.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

/// Opens a folder below the root. It follows no symbolic link on the way.
Descriptor open_below(int root, std::string_view path, int flags) {
  const auto slash = path.find('/');
  const bool last = slash == std::string_view::npos;
  const std::string name{path.substr(0, slash)};
  const int how = (last ? flags : O_PATH | O_DIRECTORY) | O_NOFOLLOW | O_CLOEXEC;
  Descriptor opened{uninterrupted([&] { return ::openat(root, name.c_str(), how); })};
  return last || !opened.is_open() ? std::move(opened) : open_below(opened.number(), path.substr(slash + 1), flags);
}

}  // namespace

std::vector<Entry> list_if_allowed(const Tree& tree, std::string_view folder) {
  try {
    return tree.list(folder);
  } catch (const SystemError& failed) {
    if (failed.error() == EACCES || failed.error() == EPERM) {
      return {};
    }
    throw;
  }
}

WorkingTree::WorkingTree(const std::filesystem::path& root) : root_(open_root(root)) {}

std::vector<Entry> WorkingTree::list(std::string_view folder) const {
  const Descriptor opened = open_below(root_.number(), folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  if (!opened.is_open()) {
    if (errno == ENOENT) {
      return {};
    }
    throw SystemError{Operation::open_folder, folder, errno};
  }
  return entries_of(opened.number(), folder);
}

int WorkingTree::folder(std::string_view name) const {
  const std::lock_guard guard{opening_};
  auto found = folders_.find(name);
  if (found == folders_.end()) {
    Descriptor opened = open_below(root_.number(), name, O_PATH | O_DIRECTORY);
    if (!opened.is_open()) {
      throw SystemError{Operation::open_folder, name, errno};
    }
    found = folders_.emplace(name, std::move(opened)).first;
  }
  return found->second.number();
}

void WorkingTree::read_into(std::string& text, std::string_view path, std::size_t most) const {
  const auto slash = path.rfind('/');
  const std::string name{path.substr(slash == std::string_view::npos ? 0 : slash + 1)};
  const std::string_view folder = slash == std::string_view::npos ? "." : path.substr(0, slash);
  if (!read_file_into(text, this->folder(folder), name.c_str(), path, most)) {
    throw SystemError{Operation::read, path, ENOENT};
  }
}

}  // namespace mentor::storage

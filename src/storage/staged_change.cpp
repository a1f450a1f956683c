#include "staged_change.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "limits.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

std::string folder_of_path(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

}  // namespace

std::string name_in_folder(const std::string& path) { return path.substr(path.find('/') + 1); }

std::optional<unsigned> mode_of(const FileAt& file) {
  constexpr mode_t permissions = 0777;
  struct stat status {};
  const bool there = ::fstatat(file.folder, file.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  return there ? std::optional{status.st_mode & permissions} : std::nullopt;
}

int OpenedFolders::of(const std::string& path) {
  const std::string name = folder_of_path(path);
  auto found = folders_.find(name);
  if (found == folders_.end()) {
    found =
        folders_.emplace(name, name == "." ? open_folder(root_, ".", name) : ensure_folder(root_, name.c_str(), name))
            .first;
  }
  return found->second.number();
}

void OpenedFolders::sync_all() const {
  for (const auto& [name, folder] : folders_) {
    sync(folder.number(), name);
  }
}

std::optional<std::string> read_current(int root, const std::string& path) {
  try {
    const std::string name = folder_of_path(path);
    const Descriptor folder = open_folder(root, name.c_str(), name);
    return read_file(folder.number(), name_in_folder(path).c_str(), path, most_packed_bytes);
  } catch (const SystemError& failed) {
    if (failed.operation() == Operation::open_folder && failed.error() == ENOENT) {
      return std::nullopt;
    }
    throw;
  }
}

StagedChange::StagedChange(OpenedFolders& folders, int private_folder, std::size_t number, const FileChange& change)
    : change_(change),
      file_{folders.of(change.path), name_in_folder(change.path)},
      staged_{private_folder, std::string{staged_prefix} + std::to_string(number)} {
  if (change.before) {
    mode_ = mode_of(file_);
  }
  if (!change.after) {
    return;
  }
  TemporaryFile file{staged_.folder, staged_.name, *change.after, change.before ? mode_ : change.mode, change.path};
  file.keep();
}

StagedChange::~StagedChange() { ::unlinkat(staged_.folder, staged_.name.c_str(), 0); }

bool StagedChange::displace() {
  if (!change_.before) {
    move_file(staged_, file_, Onto::nothing, change_.path);
    return false;
  }
  if (!change_.after) {
    move_file(file_, staged_, Onto::anything, change_.path);
    return true;
  }
  exchanged_ = exchange_files(staged_, file_, change_.path);
  if (!exchanged_) {  // not every file system can
    move_file(staged_, file_, Onto::anything, change_.path);
  }
  return exchanged_;
}

void StagedChange::make() {
  const bool keeps_the_old = displace();
  made_ = true;
  try {
    if (keeps_the_old && !displaced_the_expected()) {  // somebody has saved it in this very moment
      throw SystemError{Operation::changed, change_.path, ESTALE};
    }
  } catch (...) {
    take_back();
    throw;
  }
}

bool StagedChange::displaced_the_expected() const {
  return read_file(staged_.folder, staged_.name.c_str(), change_.path, most_packed_bytes) == change_.before;
}

void StagedChange::take_back() {
  if (!made_) {
    return;
  }
  if (!change_.after) {
    move_file(staged_, file_, Onto::nothing, change_.path);
  } else if (!change_.before) {
    remove_file(file_.folder, file_.name, change_.path);
  } else if (!exchanged_ || !exchange_files(staged_, file_, change_.path)) {
    TemporaryFile old{staged_.folder, staged_.name, *change_.before, mode_, change_.path};
    old.move_to(file_, Onto::anything, change_.path);
  }
  made_ = false;
}

}  // namespace mentor::storage

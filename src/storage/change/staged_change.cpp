#include "staged_change.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "storage/disk/limits.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::storage {

namespace {

std::string folder_of_path(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

}  // namespace

std::string name_in_folder(const std::string& path) { return path.substr(path.find('/') + 1); }

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

mode_t OpenedFolders::reach() const {
  mode_t reach = S_IRWXU | S_IRWXG | S_IRWXO;
  for (const auto& [name, folder] : folders_) {
    const mode_t mode = access_of(folder.number(), name).mode;
    reach &= S_IRWXU | ((mode & S_IXGRP) != 0 ? S_IRWXG : 0U) | ((mode & S_IXOTH) != 0 ? S_IRWXO : 0U);
  }
  return reach;
}

std::optional<OpenedFile> read_current(int root, const std::string& path) {
  try {
    const std::string name = folder_of_path(path);
    const Descriptor folder = open_folder(root, name.c_str(), name);
    return read_opened(folder.number(), name_in_folder(path).c_str(), path, most_packed_bytes);
  } catch (const SystemError& failed) {
    if (failed.operation() == Operation::open_folder && failed.error() == ENOENT) {
      return std::nullopt;
    }
    throw;
  }
}

StagedChange::StagedChange(OpenedFolders& folders, int private_files, std::string staged_name, const FileChange& change,
                           const TemporaryFile::Audience& audience)
    : change_(change),
      file_{folders.of(change.path), name_in_folder(change.path)},
      staged_{private_files, std::move(staged_name)},
      audience_(audience) {
  if (change.after) {
    TemporaryFile file{staged_.folder, staged_.name, *change.after, audience, change.path};
    access_ = file.access();
    file.keep();
  }
}

StagedChange::~StagedChange() {
  if (state_ == State::staged || settled_) {
    ::unlinkat(staged_.folder, staged_.name.c_str(), 0);
  }
}

bool StagedChange::holds(const FileAt& file, const std::optional<std::string>& text) const {
  return read_file(file.folder, file.name.c_str(), change_.path, most_packed_bytes) == text;
}

bool StagedChange::is_made() const {
  if (!change_.before) {
    return !is_there(staged_, change_.path);
  }
  if (!change_.after) {
    return is_there(staged_, change_.path);
  }
  return holds(file_, change_.after);
}

bool StagedChange::swap(const std::string& comes_in) {
  try {
    if (!exchange_files(staged_, file_, change_.path)) {
      return false;
    }
  } catch (const SystemError&) {
    if (!holds(file_, comes_in)) {
      throw;
    }
  }
  exchanged_ = !exchanged_;
  return true;
}

bool StagedChange::exchange(const std::string& comes_in, const std::string& comes_out) {
  if (!swap(comes_in)) {
    return false;
  }
  const auto swap_back = [&] {
    try {
      exchange_files(staged_, file_, change_.path);
    } catch (const SystemError&) {
      if (!holds(staged_, comes_in)) {
        throw;
      }
    }
    exchanged_ = !exchanged_;
    if (!holds(staged_, comes_in)) {  // and somebody has also saved over the text that came in
      state_ = State::edited_by_hand;
      throw SystemError{Operation::unfinished, change_.path, ESTALE};
    }
  };
  try {
    if (holds(staged_, comes_out)) {
      return true;
    }
  } catch (...) {
    swap_back();
    throw;
  }
  swap_back();  // somebody has saved the file in this very moment
  throw SystemError{Operation::changed, change_.path, ESTALE};
}

void StagedChange::replace() {
  if (!holds(file_, change_.before)) {
    throw SystemError{Operation::changed, change_.path, ESTALE};
  }
  if (!exchange(*change_.after, *change_.before)) {
    // Some file systems cannot exchange files. There, a person who saves the file between these two calls loses that
    // text.
    move_file(staged_, file_, Onto::anything, change_.path);
  }
}

void StagedChange::move_out() {
  move_file(file_, staged_, Onto::anything, change_.path);
  const auto back = [&] { move_file(staged_, file_, Onto::nothing, change_.path); };
  try {
    if (holds(staged_, change_.before)) {
      return;
    }
  } catch (...) {
    back();
    throw;
  }
  back();
  throw SystemError{Operation::changed, change_.path, ESTALE};
}

void StagedChange::displace() {
  if (!change_.before) {
    move_file(staged_, file_, Onto::nothing, change_.path);
  } else if (!change_.after) {
    move_out();
  } else {
    replace();
  }
}

void StagedChange::make() {
  state_ = State::unclear;
  try {
    displace();
  } catch (const SystemError&) {
    if (state_ != State::edited_by_hand) {
      state_ = is_made() ? State::made : State::staged;
    }
    throw;
  }
  state_ = State::made;
}

void StagedChange::take_back() {
  if (state_ == State::edited_by_hand) {
    throw SystemError{Operation::unfinished, change_.path, ESTALE};
  }
  if (state_ == State::unclear) {
    state_ = is_made() ? State::made : State::staged;
  }
  if (state_ == State::staged) {
    return;
  }
  state_ = State::unclear;
  if (!change_.after) {
    move_file(staged_, file_, Onto::nothing, change_.path);
  } else if (!change_.before) {
    if (!holds(file_, change_.after)) {
      throw SystemError{Operation::changed, change_.path, ESTALE};
    }
    remove_file(file_.folder, file_.name, change_.path);
  } else if (exchanged_) {
    if (!exchange(*change_.before, *change_.after)) {
      throw SystemError{Operation::unfinished, change_.path, ENOTSUP};
    }
  } else {
    TemporaryFile old{staged_.folder, staged_.name, *change_.before, audience_, change_.path};
    old.move_to(file_, Onto::anything, change_.path);
  }
  state_ = State::staged;
}

}  // namespace mentor::storage

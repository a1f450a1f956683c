#include "store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <thread>

#include "system_error.hpp"

namespace mentor::storage {

namespace {

constexpr const char* private_folder = ".mentor";

Descriptor open_folder(int parent, const char* name, std::string_view shown) {
  Descriptor folder{::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  if (!folder.is_open()) {
    throw SystemError{Operation::open_folder, shown, errno};
  }
  return folder;
}

Descriptor open_root(const std::filesystem::path& root) {
  Descriptor folder{::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!folder.is_open()) {
    throw SystemError{Operation::open_folder, root.string(), errno};
  }
  return folder;
}

void sync(int number, std::string_view shown) {
  // Some file systems cannot sync a folder and say EINVAL: there is nothing to wait for then.
  if (::fsync(number) != 0 && errno != EINVAL) {
    throw SystemError{Operation::write, shown, errno};
  }
}

/// As `sync`, for a folder in which a change has been made: it is there, but a power cut may still undo it.
void confirm(int number, std::string_view shown) {
  try {
    sync(number, shown);
  } catch (const SystemError& failed) {
    throw SystemError{Operation::confirm, shown, failed.error()};
  }
}

/// The folder of that name in the parent, made when it is missing.
Descriptor ensure_folder(int parent, const char* name, std::string_view shown) {
  if (::mkdirat(parent, name, 0777) == 0) {
    sync(parent, shown);
  } else if (errno != EEXIST) {
    throw SystemError{Operation::make_folder, shown, errno};
  }
  return open_folder(parent, name, shown);
}

void write_all(int file, std::string_view text, std::string_view shown) {
  while (!text.empty()) {
    const auto count = ::write(file, text.data(), text.size());
    if (count < 0 && errno != EINTR) {
      throw SystemError{Operation::write, shown, errno};
    }
    text.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
}

/// A new file that is removed again unless it was renamed away.
class TemporaryFile {
 public:
  TemporaryFile(int folder, std::string_view text, std::string_view shown)
      : folder_(folder), name_(".mentor-new-" + std::to_string(::getpid())) {
    ::unlinkat(folder_, name_.c_str(), 0);  // left by a process that died and had the same number
    const Descriptor file{::openat(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)};
    if (!file.is_open()) {
      throw SystemError{Operation::write, shown, errno};
    }
    try {
      write_all(file.number(), text, shown);
      sync(file.number(), shown);
    } catch (...) {
      ::unlinkat(folder_, name_.c_str(), 0);
      throw;
    }
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!renamed_) {
      ::unlinkat(folder_, name_.c_str(), 0);
    }
  }

  /// As the file that it takes the place of had it.
  void set_mode(mode_t mode) { ::fchmodat(folder_, name_.c_str(), mode, 0); }

  void rename_to(int folder, const std::string& name, unsigned flags, std::string_view shown) {
    int status = ::renameat2(folder_, name_.c_str(), folder, name.c_str(), flags);
    if (status != 0 && errno == EINVAL && flags == RENAME_NOREPLACE) {
      // Some network file systems do not know the flag; a hard link is as exclusive.
      status = ::linkat(folder_, name_.c_str(), folder, name.c_str(), 0);
      renamed_ = false;  // the first name still goes
    } else {
      renamed_ = status == 0;
    }
    if (status != 0) {
      throw SystemError{Operation::write, shown, errno};
    }
  }

 private:
  int folder_;
  std::string name_;
  bool renamed_ = false;
};

/// Where a change is made: its folder and its name in it.
struct Target {
  Descriptor folder;
  std::string name;
};

Target target_of(int root, const FileChange& change) {
  const auto slash = change.path.find('/');
  if (slash == std::string::npos) {
    return {open_folder(root, ".", change.path), change.path};
  }
  return {ensure_folder(root, change.path.substr(0, slash).c_str(), change.path), change.path.substr(slash + 1)};
}

void make_change(const Target& target, int private_files, const FileChange& change) {
  if (change.after) {
    TemporaryFile file{private_files, *change.after, change.path};
    file.rename_to(target.folder.number(), target.name, change.before ? 0 : RENAME_NOREPLACE, change.path);
  } else if (::unlinkat(target.folder.number(), target.name.c_str(), 0) != 0) {
    throw SystemError{Operation::write, change.path, errno};
  }
}

/// What a path leads to, through symbolic links; a path to nothing is itself.
std::filesystem::path real_file(const std::filesystem::path& file) {
  std::error_code error;
  auto real = std::filesystem::canonical(file, error);
  return error ? file : real;
}

void replace_file(const std::filesystem::path& file, std::string_view text) {
  struct stat status {};
  const bool exists = ::stat(file.c_str(), &status) == 0;
  const bool is_special = file.string().starts_with("/dev/") || file.string().starts_with("/proc/");
  if (exists && (is_special || !S_ISREG(status.st_mode))) {  // a device, a pipe: written to as it is
    const Descriptor open_file{::open(file.c_str(), O_WRONLY | O_CLOEXEC)};
    if (!open_file.is_open()) {
      throw SystemError{Operation::write, file.string(), errno};
    }
    write_all(open_file.number(), text, file.string());
    return;
  }
  const auto real = real_file(file);
  const auto parent = real.parent_path();
  const Descriptor folder = open_root(parent.empty() ? "." : parent);
  TemporaryFile temporary{folder.number(), text, file.string()};
  if (exists) {
    temporary.set_mode(status.st_mode & 0777U);
  }
  temporary.rename_to(folder.number(), real.filename(), 0, file.string());
  sync(folder.number(), file.string());
}

}  // namespace

Lock::Lock(const std::filesystem::path& root, std::chrono::milliseconds timeout) {
  constexpr auto pause = std::chrono::milliseconds{20};
  const Descriptor folder = open_root(root);
  const Descriptor files = ensure_folder(folder.number(), private_folder, private_folder);
  file_ = Descriptor{::openat(files.number(), "lock", O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666)};
  if (!file_.is_open()) {
    throw SystemError{Operation::lock, ".mentor/lock", errno};
  }
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  while (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) {
      continue;
    }
    if (errno != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline) {
      throw SystemError{Operation::lock, ".mentor/lock", errno};
    }
    std::this_thread::sleep_for(pause);
  }
}

void apply(const std::filesystem::path& root, const std::vector<FileChange>& changes) {
  const Descriptor folder = open_root(root);
  const Descriptor files = ensure_folder(folder.number(), private_folder, private_folder);
  std::vector<Target> made;  // new files, to be taken back should a later change fail
  try {
    for (const FileChange& change : changes) {
      Target target = target_of(folder.number(), change);
      make_change(target, files.number(), change);
      if (!change.before) {
        made.push_back({open_folder(target.folder.number(), ".", change.path), target.name});
      }
      confirm(target.folder.number(), change.path);
    }
  } catch (const SystemError& failed) {
    for (const Target& target : made) {
      if (failed.operation() != Operation::confirm) {
        ::unlinkat(target.folder.number(), target.name.c_str(), 0);
      }
    }
    throw;
  }
}

void write_file(const std::filesystem::path& file, std::string_view text) {
  try {
    replace_file(file, text);
  } catch (const SystemError& failed) {
    throw SystemError{Operation::write_output, file.string(), failed.error()};
  }
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw SystemError{Operation::make_folder, folder.string(), error.value()};
  }
}

}  // namespace mentor::storage

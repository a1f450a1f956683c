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

/// A file in the private folder that is removed again unless it was renamed away.
class TemporaryFile {
 public:
  /// `mode` as open(2) has it, so that a new file gets what the user's umask leaves of it.
  TemporaryFile(int folder, std::string_view text, std::string_view shown, mode_t mode = 0666)
      : folder_(folder), name_(".mentor-new-" + std::to_string(::getpid())) {
    ::unlinkat(folder_, name_.c_str(), 0);  // left by a process that died and had the same number
    const Descriptor file{::openat(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)};
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

  void rename_to(int folder, const std::string& name, unsigned flags, std::string_view shown) {
    if (::renameat2(folder_, name_.c_str(), folder, name.c_str(), flags) != 0) {
      throw SystemError{Operation::write, shown, errno};
    }
    renamed_ = true;
  }

 private:
  int folder_;
  std::string name_;
  bool renamed_ = false;
};

void apply_one(int root, int private_files, const FileChange& change) {
  const auto slash = change.path.find('/');
  const bool at_root = slash == std::string::npos;
  const Descriptor folder = at_root ? open_folder(root, ".", change.path)
                                    : ensure_folder(root, change.path.substr(0, slash).c_str(), change.path);
  const std::string name = at_root ? change.path : change.path.substr(slash + 1);
  if (change.after) {
    TemporaryFile file{private_files, *change.after, change.path};
    file.rename_to(folder.number(), name, change.before ? 0 : RENAME_NOREPLACE, change.path);
  } else if (::unlinkat(folder.number(), name.c_str(), 0) != 0) {
    throw SystemError{Operation::write, change.path, errno};
  }
  sync(folder.number(), change.path);
}

void replace_file(const std::filesystem::path& file, std::string_view text) {
  struct stat status {};
  const bool replaces = ::stat(file.c_str(), &status) != 0 || S_ISREG(status.st_mode);
  if (!replaces) {
    const Descriptor open_file{::open(file.c_str(), O_WRONLY | O_CLOEXEC)};
    if (!open_file.is_open()) {
      throw SystemError{Operation::write, file.string(), errno};
    }
    write_all(open_file.number(), text, file.string());
    return;
  }
  const auto parent = file.parent_path();
  const Descriptor folder = open_root(parent.empty() ? "." : parent);
  const bool is_new = ::stat(file.c_str(), &status) != 0;
  TemporaryFile temporary{folder.number(), text, file.string(), is_new ? mode_t{0666} : mode_t{status.st_mode & 0777U}};
  temporary.rename_to(folder.number(), file.filename(), 0, file.string());
  sync(folder.number(), file.string());
}

}  // namespace

Lock::Lock(const std::filesystem::path& root, std::chrono::milliseconds timeout) {
  constexpr auto pause = std::chrono::milliseconds{20};
  const Descriptor folder = open_root(root);
  const Descriptor files = ensure_folder(folder.number(), private_folder, private_folder);
  file_ = Descriptor{::openat(files.number(), "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666)};
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
  for (const FileChange& change : changes) {
    apply_one(folder.number(), files.number(), change);
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

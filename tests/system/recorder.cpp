// Loaded into mentor before libc (LD_PRELOAD): notes each call that changed the file system, with all that it wrote, so
// that power_loss.cpp can tell what a power loss would have left of it. Used by power_loss.sh.
//
//   RECORD_TO=FILE        where the calls are noted, one after another; of several processes, too
//   RECORD_BELOW=FOLDER   only what is in this folder counts
//   RECORD_WITHOUT=WHAT   a poorer file system: "exchange" (RENAME_EXCHANGE is not known), "noreplace" (nor is
//                         RENAME_NOREPLACE), "link" (there are no hard links)
//
// A call is a line `CALL NUMBER LENGTH LENGTH LENGTH` and behind it the bytes of a path below the folder, of a second
// path and of what was written. Only calls that succeeded are noted. The calls are:
//
//   create mode path           sync path               unlink path
//   write offset path - text   rename flags path to    mkdir path
//   resize size path           link path to            rmdir path
//   mode mode path
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "interpose.hpp"

namespace {

using interpose::next;
using interpose::takes_mode;

/// `errno` as it was, whatever we do meanwhile.
class KeptErrno {
 public:
  KeptErrno() = default;
  KeptErrno(const KeptErrno&) = delete;
  KeptErrno& operator=(const KeptErrno&) = delete;
  ~KeptErrno() { errno = error_; }

 private:
  int error_ = errno;
};

bool is_without(const char* what) {
  const char* missing = std::getenv("RECORD_WITHOUT");
  return missing != nullptr && std::strstr(missing, what) != nullptr;
}

/// Whether the file system does not know these flags of a rename.
bool is_unknown(unsigned flags) {
  return (flags == RENAME_EXCHANGE && is_without("exchange")) || (flags == RENAME_NOREPLACE && is_without("noreplace"));
}

/// The path of an open file or folder, or of the working directory.
std::string path_of(int descriptor) {
  char path[PATH_MAX];
  const std::string link = descriptor == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t length = ::readlink(link.c_str(), path, sizeof path);
  return {path, static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

std::string path_of(int folder, std::string_view name) {
  return name.starts_with('/') ? std::string{name} : path_of(folder).append("/").append(name);
}

/// The path as seen from the folder that counts; nothing when it is elsewhere.
std::optional<std::string> below(const std::string& path) {
  static const char* const root = std::getenv("RECORD_BELOW");
  const std::string normal = std::filesystem::path{path}.lexically_normal().string();
  if (root == nullptr || !normal.starts_with(root)) {
    return std::nullopt;
  }
  const std::string_view rest = std::string_view{normal}.substr(std::strlen(root));
  return rest.empty()          ? std::optional<std::string>{"."}
         : rest.front() == '/' ? std::optional<std::string>{rest.substr(1)}
                               : std::nullopt;
}

void note(const char* call, long number, const std::string& path, const std::string& to = {},
          std::string_view text = {}) {
  const char* file = std::getenv("RECORD_TO");
  const auto place = below(path);
  if (file == nullptr || !place) {
    return;
  }
  const auto target = to.empty() ? std::optional{to} : below(to);
  if (!target) {
    std::abort();  // where it went could not be told any more
  }
  std::string line = std::string{call} + ' ' + std::to_string(number);
  for (const std::size_t length : {place->size(), target->size(), text.size()}) {
    line.append(" ").append(std::to_string(length));
  }
  interpose::append(file, line.append("\n").append(*place).append(*target).append(text));
}

bool is_named(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0 &&
         (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

void note_file(const char* call, long number, int file, std::string_view text = {}) {
  const KeptErrno kept;
  if (is_named(file)) {
    note(call, number, path_of(file), {}, text);
  }
}

/// What was written by a call that gave `count`, up to where the file now stands.
void note_written(int file, std::string_view text, ssize_t count, off_t end) {
  if (count > 0) {
    note_file("write", end - count, file, text.substr(0, static_cast<std::size_t>(count)));
  }
}

off_t place_in(int file) {
  const KeptErrno kept;
  return ::lseek(file, 0, SEEK_CUR);
}

std::string joined(const iovec* texts, int number) {
  std::string text;
  std::for_each(texts, texts + number,
                [&](const iovec& part) { text.append(static_cast<const char*>(part.iov_base), part.iov_len); });
  return text;
}

std::string_view view(const void* text, size_t size) { return {static_cast<const char*>(text), size}; }

/// What a path is before a call.
struct Former {
  bool exists;
  bool is_folder;
};

Former former(int folder, const char* path) {
  const KeptErrno kept;
  struct stat status {};
  const bool exists = ::fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
  return {exists, exists && S_ISDIR(status.st_mode)};
}

template <class Open>
int opened(int folder, const char* path, int flags, const Open& open) {
  const bool existed = former(folder, path).exists;
  const int file = open();
  struct stat status {};
  if (file >= 0 && !existed && (flags & O_CREAT) != 0 && ::fstat(file, &status) == 0) {
    note_file("create", status.st_mode & 0777, file);
  } else if (file >= 0 && existed && (flags & O_TRUNC) != 0) {
    note_file("resize", 0, file);
  }
  return file;
}

/// Notes a call about a path that succeeded, and gives its result.
int named(int result, const char* call, long number, int folder, const char* path, int to_folder = AT_FDCWD,
          const char* to = nullptr) {
  const KeptErrno kept;
  if (result == 0) {
    note(call, number, path_of(folder, path), to == nullptr ? std::string{} : path_of(to_folder, to));
  }
  return result;
}

int refused(int error) {
  errno = error;
  return -1;
}

int about_file(int result, const char* call, long number, int file) {
  if (result == 0) {
    note_file(call, number, file);
  }
  return result;
}

}  // namespace

// A function of libc under its own name; in its body `original` is the function itself.
#define INTERPOSE(RESULT, NAME, PARAMETERS, NOEXCEPT, ...)        \
  extern "C" RESULT NAME PARAMETERS NOEXCEPT {                    \
    static auto* const original = next<RESULT PARAMETERS>(#NAME); \
    __VA_ARGS__                                                   \
  }

#define INTERPOSE_OPEN(NAME)                                                           \
  extern "C" int NAME(const char* path, int flags, ...) {                              \
    static auto* const original = next<int(const char*, int, ...)>(#NAME);             \
    va_list rest;                                                                      \
    va_start(rest, flags);                                                             \
    const mode_t mode = takes_mode(flags) ? va_arg(rest, mode_t) : 0;                  \
    va_end(rest);                                                                      \
    return opened(AT_FDCWD, path, flags, [&] { return original(path, flags, mode); }); \
  }

#define INTERPOSE_OPENAT(NAME)                                                               \
  extern "C" int NAME(int folder, const char* path, int flags, ...) {                        \
    static auto* const original = next<int(int, const char*, int, ...)>(#NAME);              \
    va_list rest;                                                                            \
    va_start(rest, flags);                                                                   \
    const mode_t mode = takes_mode(flags) ? va_arg(rest, mode_t) : 0;                        \
    va_end(rest);                                                                            \
    return opened(folder, path, flags, [&] { return original(folder, path, flags, mode); }); \
  }

INTERPOSE_OPEN(open)
INTERPOSE_OPEN(open64)
INTERPOSE_OPENAT(openat)
INTERPOSE_OPENAT(openat64)
INTERPOSE(int, creat, (const char* path, mode_t mode), ,
          return opened(AT_FDCWD, path, O_CREAT | O_TRUNC, [&] { return original(path, mode); });)

INTERPOSE(ssize_t, write, (int file, const void* text, size_t size), , const ssize_t count = original(file, text, size);
          note_written(file, view(text, size), count, place_in(file)); return count;)
INTERPOSE(ssize_t, writev, (int file, const iovec* texts, int number), ,
          const ssize_t count = original(file, texts, number);
          note_written(file, joined(texts, number), count, place_in(file)); return count;)
INTERPOSE(ssize_t, pwrite, (int file, const void* text, size_t size, off_t offset), ,
          const ssize_t count = original(file, text, size, offset);
          note_written(file, view(text, size), count, offset + count); return count;)
INTERPOSE(ssize_t, pwrite64, (int file, const void* text, size_t size, off64_t offset), ,
          const ssize_t count = original(file, text, size, offset);
          note_written(file, view(text, size), count, offset + count); return count;)
INTERPOSE(int, fsync, (int file), , return about_file(original(file), "sync", 0, file);)
INTERPOSE(int, fdatasync, (int file), , return about_file(original(file), "sync", 0, file);)
INTERPOSE(int, ftruncate, (int file, off_t size), noexcept,
          return about_file(original(file, size), "resize", size, file);)
INTERPOSE(int, ftruncate64, (int file, off64_t size), noexcept,
          return about_file(original(file, size), "resize", size, file);)
INTERPOSE(int, truncate, (const char* path, off_t size), noexcept,
          return named(original(path, size), "resize", size, AT_FDCWD, path);)
INTERPOSE(int, truncate64, (const char* path, off64_t size), noexcept,
          return named(original(path, size), "resize", size, AT_FDCWD, path);)

INTERPOSE(int, mkdir, (const char* path, mode_t mode), noexcept,
          return named(original(path, mode), "mkdir", 0, AT_FDCWD, path);)
INTERPOSE(int, mkdirat, (int folder, const char* path, mode_t mode), noexcept,
          return named(original(folder, path, mode), "mkdir", 0, folder, path);)
INTERPOSE(int, link, (const char* from, const char* to), noexcept,
          return named(original(from, to), "link", 0, AT_FDCWD, from, AT_FDCWD, to);)
INTERPOSE(int, linkat, (int from_folder, const char* from, int to_folder, const char* to, int flags), noexcept,
          return is_without("link") ? refused(EPERM)
                                    : named(original(from_folder, from, to_folder, to, flags), "link", 0, from_folder,
                                            from, to_folder, to);)

INTERPOSE(int, rename, (const char* from, const char* to), noexcept,
          return named(original(from, to), "rename", 0, AT_FDCWD, from, AT_FDCWD, to);)
INTERPOSE(int, renameat, (int from_folder, const char* from, int to_folder, const char* to), noexcept,
          return named(original(from_folder, from, to_folder, to), "rename", 0, from_folder, from, to_folder, to);)
INTERPOSE(int, renameat2, (int from_folder, const char* from, int to_folder, const char* to, unsigned flags), noexcept,
          return is_unknown(flags) ? refused(EINVAL)
                                   : named(original(from_folder, from, to_folder, to, flags), "rename", flags,
                                           from_folder, from, to_folder, to);)
INTERPOSE(int, unlink, (const char* path), noexcept, return named(original(path), "unlink", 0, AT_FDCWD, path);)
INTERPOSE(int, unlinkat, (int folder, const char* path, int flags), noexcept,
          return named(original(folder, path, flags), (flags & AT_REMOVEDIR) != 0 ? "rmdir" : "unlink", 0, folder,
                       path);)
INTERPOSE(int, rmdir, (const char* path), noexcept, return named(original(path), "rmdir", 0, AT_FDCWD, path);)
INTERPOSE(int, remove, (const char* path), noexcept, const bool was_folder = former(AT_FDCWD, path).is_folder;
          return named(original(path), was_folder ? "rmdir" : "unlink", 0, AT_FDCWD, path);)
INTERPOSE(int, chmod, (const char* path, mode_t mode), noexcept,
          return named(original(path, mode), "mode", mode & 0777, AT_FDCWD, path);)
INTERPOSE(int, fchmod, (int file, mode_t mode), noexcept,
          return about_file(original(file, mode), "mode", mode & 0777, file);)
INTERPOSE(int, fchmodat, (int folder, const char* path, mode_t mode, int flags), noexcept,
          return named(original(folder, path, mode, flags), "mode", mode & 0777, folder, path);)

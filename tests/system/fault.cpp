// Loaded into mentor before all other libraries (LD_PRELOAD): counts the calls by which the process changes the file
// system, or those by which it reads, and lets one of them, or all from one on, go wrong. Used by writing_commands.sh.
//
//   FAULT_TRACE=FILE    appends the name of each such call to the file, a line each, before it is made
//   FAULT_AT=N          the call that goes wrong, counted from 1
//   FAULT_FROM=N        this one and all after it do
//   FAULT_ACTION=WHAT   kill: the process dies of SIGKILL before the call is made
//                       EIO, EACCES, ENOSPC, EDQUOT, EINTR, EMFILE, ENFILE, ENOMEM, ESTALE: the call is not made and
//                       fails with this error
//   FAULT_EDIT_AT=N     before the Nth call is made, somebody adds a line to the file FAULT_FILE
//   FAULT_EDIT_AGAIN=N  and before this one, another line
//   FAULT_LOST=1        the call is made after all, and then reported as failed: so a network file system tells of an
//                       answer that it lost
//   FAULT_PLAIN=WHAT    the file system can do less. no-flags: neither exchange files nor rename to a free name alone;
//                       no-links: nor make hard links
//   FAULT_READS=1       counts the calls that read files and folders instead of those that change them
//
// Two errors are as choosy as the real ones. EINTR strikes only calls that a signal can interrupt, by their manual
// pages; the others are made. A disk that is full for good (FAULT_FROM with ENOSPC or EDQUOT) still lets files be
// removed, renamed, locked and opened; only what takes new room fails.
//
// Calls on pipes, terminals and devices, and on descriptors 0 to 2, do not count.
//
// Random numbers are 1, 2, 3... in every process, so that new ids are the same whenever a command is run.
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "interpose.hpp"

namespace {

using interpose::next;
using interpose::takes_mode;

struct Kind {
  bool takes_room;     // fails on a full disk
  bool interruptible;  // may fail with EINTR
};

int number_of(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? 0 : std::atoi(value);
}

/// The error that the environment names; 0 for none, -1 for the signal.
int action() {
  struct Row {
    const char* name;
    int error;
  };
  constexpr Row rows[] = {{"kill", -1},       {"EIO", EIO},      {"EACCES", EACCES}, {"ENOSPC", ENOSPC},
                          {"EDQUOT", EDQUOT}, {"EINTR", EINTR},  {"EMFILE", EMFILE}, {"ENFILE", ENFILE},
                          {"ENOMEM", ENOMEM}, {"ESTALE", ESTALE}};
  const char* name = std::getenv("FAULT_ACTION");
  if (name == nullptr) {
    return 0;
  }
  for (const Row& row : rows) {
    if (std::strcmp(row.name, name) == 0) {
      return row.error;
    }
  }
  std::abort();  // a misspelt action must not look like a program that survives it
}

void trace(const char* call) {
  if (const char* file = std::getenv("FAULT_TRACE")) {
    char line[64];
    const int length = std::snprintf(line, sizeof line, "%s\n", call);
    interpose::append(file, {line, static_cast<std::size_t>(length)});
  }
}

bool counts_reads() {
  static const bool reads = std::getenv("FAULT_READS") != nullptr;
  return reads;
}

bool is_made_all_the_same() {
  static const bool lost = std::getenv("FAULT_LOST") != nullptr;
  return lost;
}

/// Counts a call; true when it is to fail, with `errno` set.
bool counted_goes_wrong(const char* call, Kind kind) {
  static const int at = number_of("FAULT_AT");
  static const int from = number_of("FAULT_FROM");
  static const int error = action();
  static int count = 0;
  static const int edit_at = number_of("FAULT_EDIT_AT");
  static const int edit_again = number_of("FAULT_EDIT_AGAIN");
  ++count;
  if (count == edit_at) {
    interpose::append(std::getenv("FAULT_FILE"), "# by hand\n");
  }
  if (count == edit_again) {
    interpose::append(std::getenv("FAULT_FILE"), "# by hand again\n");
  }
  const int former_error = errno;
  trace(call);
  errno = former_error;
  const bool chosen = count == at || (from != 0 && count >= from);
  const bool full_for_good = from != 0 && (error == ENOSPC || error == EDQUOT);
  if (error == 0 || !chosen || (error == EINTR && !kind.interruptible) || (full_for_good && !kind.takes_room)) {
    return false;
  }
  if (error < 0) {
    ::kill(::getpid(), SIGKILL);
  }
  errno = error;
  return true;
}

bool goes_wrong(const char* call, Kind kind) { return !counts_reads() && counted_goes_wrong(call, kind); }
bool reading_goes_wrong(const char* call, bool interruptible) {
  return counts_reads() && counted_goes_wrong(call, {.takes_room = false, .interruptible = interruptible});
}

/// By the system itself, since our own `fstat` and `fstatat` count.
bool status_at(int folder, const char* path, int flags, struct stat& status) {
  return ::syscall(SYS_newfstatat, folder, path, &status, flags) == 0;
}

bool counts(int descriptor) {
  struct stat status {};
  return descriptor > STDERR_FILENO && status_at(descriptor, "", AT_EMPTY_PATH, status) &&
         (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

bool is_file(int descriptor) {
  struct stat status {};
  return status_at(descriptor, "", AT_EMPTY_PATH, status) && S_ISREG(status.st_mode);
}

bool is_there(int folder, const char* path) {
  struct stat status {};
  return status_at(folder, path, AT_SYMLINK_NOFOLLOW, status);
}

/// Whether a path may belong to the program: what is named from the root, but for the working directory, is the
/// system's.
bool is_near(const char* path) {
  static const char* const work = std::getenv("PWD");
  return path[0] != '/' || (work != nullptr && std::strncmp(path, work, std::strlen(work)) == 0);
}

bool opening_goes_wrong(const char* call, int folder, const char* path, int flags) {
  const bool changes = (flags & (O_CREAT | O_TRUNC)) != 0 || (flags & O_ACCMODE) != O_RDONLY;
  struct stat status {};
  const bool exists = status_at(folder, path, 0, status);
  if (!changes) {
    const bool is_ordinary = exists && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
    return is_ordinary && is_near(path) && reading_goes_wrong(call, true);
  }
  const bool is_ordinary = !exists || S_ISREG(status.st_mode);
  return is_ordinary && goes_wrong(call, {.takes_room = !exists, .interruptible = true});
}

/// What a call that goes wrong gives: the error alone, or, if it is made all the same, the error after its work.
template <class Result, class Call>
Result failed(Result failure, Call call) {
  const int error = errno;
  if (is_made_all_the_same()) {
    call();
  }
  errno = error;
  return failure;
}

/// Whether FAULT_PLAIN says one of these.
template <class... Words>
bool is_plain(Words... words) {
  const char* said = std::getenv("FAULT_PLAIN");
  return said != nullptr && ((std::strcmp(said, words) == 0) || ...);
}

int closed(int descriptor) { return descriptor < 0 ? descriptor : ::close(descriptor); }

}  // namespace

// A function of libc: counted if the condition holds, and done unless it goes wrong.
#define INTERPOSE(RESULT, NAME, PARAMETERS, ARGUMENTS, NOEXCEPT, CONDITION, ...) \
  INTERPOSE_AS(NAME, RESULT, NAME, PARAMETERS, ARGUMENTS, NOEXCEPT, CONDITION, __VA_ARGS__)

// The same under a name of its own, for a function that looks first whether the call is known here.
#define INTERPOSE_AS(OWN_NAME, RESULT, NAME, PARAMETERS, ARGUMENTS, NOEXCEPT, CONDITION, ...)   \
  extern "C" RESULT OWN_NAME PARAMETERS NOEXCEPT {                                              \
    static auto* const original = interpose::next<RESULT PARAMETERS>(#NAME);                    \
    const bool wrong = (CONDITION) && goes_wrong(#NAME, {__VA_ARGS__});                         \
    return wrong ? failed<RESULT>(-1, [&] { return original ARGUMENTS; }) : original ARGUMENTS; \
  }

// One that reads.
#define INTERPOSE_READ(RESULT, NAME, PARAMETERS, ARGUMENTS, NOEXCEPT, CONDITION, FAILURE, ...)   \
  extern "C" RESULT NAME PARAMETERS NOEXCEPT {                                                   \
    static auto* const original = next<RESULT PARAMETERS>(#NAME);                                \
    return (CONDITION) && reading_goes_wrong(#NAME, __VA_ARGS__) ? FAILURE : original ARGUMENTS; \
  }

#define INTERPOSE_OPEN(NAME)                                                                                \
  extern "C" int NAME(const char* path, int flags, ...) {                                                   \
    static auto* const original = next<int(const char*, int, ...)>(#NAME);                                  \
    va_list rest;                                                                                           \
    va_start(rest, flags);                                                                                  \
    const mode_t mode = takes_mode(flags) ? va_arg(rest, mode_t) : 0;                                       \
    va_end(rest);                                                                                           \
    const auto open_it = [&] { return original(path, flags, mode); };                                       \
    return opening_goes_wrong(#NAME, AT_FDCWD, path, flags) ? failed(-1, [&] { return closed(open_it()); }) \
                                                            : open_it();                                    \
  }

#define INTERPOSE_OPENAT(NAME)                                                                                         \
  extern "C" int NAME(int folder, const char* path, int flags, ...) {                                                  \
    static auto* const original = next<int(int, const char*, int, ...)>(#NAME);                                        \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    const mode_t mode = takes_mode(flags) ? va_arg(rest, mode_t) : 0;                                                  \
    va_end(rest);                                                                                                      \
    const auto open_it = [&] { return original(folder, path, flags, mode); };                                          \
    return opening_goes_wrong(#NAME, folder, path, flags) ? failed(-1, [&] { return closed(open_it()); }) : open_it(); \
  }

INTERPOSE_OPEN(open)
INTERPOSE_OPEN(open64)
INTERPOSE_OPENAT(openat)
INTERPOSE_OPENAT(openat64)
INTERPOSE(int, creat, (const char* path, mode_t mode), (path, mode), , true, true, true)

INTERPOSE(ssize_t, write, (int file, const void* text, size_t size), (file, text, size), , counts(file), true, true)
INTERPOSE(ssize_t, writev, (int file, const iovec* texts, int number), (file, texts, number), , counts(file), true,
          true)
INTERPOSE(ssize_t, pwrite, (int file, const void* text, size_t size, off_t offset), (file, text, size, offset), ,
          counts(file), true, true)
INTERPOSE(ssize_t, pwrite64, (int file, const void* text, size_t size, off64_t offset), (file, text, size, offset), ,
          counts(file), true, true)
INTERPOSE(int, fsync, (int file), (file), , counts(file), is_file(file), true)
INTERPOSE(int, fdatasync, (int file), (file), , counts(file), is_file(file), true)
INTERPOSE(int, ftruncate, (int file, off_t size), (file, size), noexcept, counts(file), false, true)
INTERPOSE(int, ftruncate64, (int file, off64_t size), (file, size), noexcept, counts(file), false, true)
INTERPOSE(int, truncate, (const char* path, off_t size), (path, size), noexcept, true, false, true)
INTERPOSE(int, truncate64, (const char* path, off64_t size), (path, size), noexcept, true, false, true)

INTERPOSE(int, mkdir, (const char* path, mode_t mode), (path, mode), noexcept, true, !is_there(AT_FDCWD, path), false)
INTERPOSE(int, mkdirat, (int folder, const char* path, mode_t mode), (folder, path, mode), noexcept, true,
          !is_there(folder, path), false)
INTERPOSE(int, symlink, (const char* to, const char* path), (to, path), noexcept, true, true, false)
INTERPOSE(int, symlinkat, (const char* to, int folder, const char* path), (to, folder, path), noexcept, true, true,
          false)
INTERPOSE(int, link, (const char* from, const char* to), (from, to), noexcept, true, true, false)
INTERPOSE_AS(linkat_here, int, linkat, (int from_folder, const char* from, int to_folder, const char* to, int flags),
             (from_folder, from, to_folder, to, flags), noexcept, true, true, false)

INTERPOSE(int, rename, (const char* from, const char* to), (from, to), noexcept, true, false, false)
INTERPOSE(int, renameat, (int from_folder, const char* from, int to_folder, const char* to),
          (from_folder, from, to_folder, to), noexcept, true, false, false)
INTERPOSE_AS(renameat2_here, int, renameat2,
             (int from_folder, const char* from, int to_folder, const char* to, unsigned flags),
             (from_folder, from, to_folder, to, flags), noexcept, true, false, false)
INTERPOSE(int, unlink, (const char* path), (path), noexcept, true, false, false)
INTERPOSE(int, unlinkat, (int folder, const char* path, int flags), (folder, path, flags), noexcept, true, false, false)
INTERPOSE(int, rmdir, (const char* path), (path), noexcept, true, false, false)
INTERPOSE(int, remove, (const char* path), (path), noexcept, true, false, false)
INTERPOSE(int, chmod, (const char* path, mode_t mode), (path, mode), noexcept, true, false, false)
INTERPOSE(int, fchmod, (int file, mode_t mode), (file, mode), noexcept, counts(file), false, false)
INTERPOSE(int, fchmodat, (int folder, const char* path, mode_t mode, int flags), (folder, path, mode, flags), noexcept,
          true, false, false)
INTERPOSE(int, flock, (int file, int operation), (file, operation), noexcept, counts(file), false, true)

INTERPOSE(int, fchown, (int file, uid_t owner, gid_t group), (file, owner, group), noexcept, counts(file), false, false)
INTERPOSE(int, fsetxattr, (int file, const char* name, const void* value, size_t size, int flags),
          (file, name, value, size, flags), noexcept, counts(file), true, false)

INTERPOSE_READ(ssize_t, read, (int file, void* text, size_t size), (file, text, size), , counts(file), -1, true)
INTERPOSE_READ(int, fstat, (int file, struct stat* status), (file, status), noexcept, counts(file), -1, false)
INTERPOSE_READ(int, fstatat, (int folder, const char* path, struct stat* status, int flags),
               (folder, path, status, flags), noexcept, is_near(path) && is_there(folder, path), -1, false)
INTERPOSE_READ(ssize_t, flistxattr, (int file, char* names, size_t size), (file, names, size), noexcept, counts(file),
               -1, false)
INTERPOSE_READ(DIR*, fdopendir, (int file), (file), , counts(file), nullptr, false)
INTERPOSE_READ(dirent*, readdir, (DIR * stream), (stream), , true, nullptr, false)
INTERPOSE_READ(dirent64*, readdir64, (DIR * stream), (stream), , true, nullptr, false)

extern "C" int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
  if (flags != 0 && is_plain("no-flags", "no-links")) {
    errno = EINVAL;
    return -1;
  }
  return renameat2_here(from_folder, from, to_folder, to, flags);
}

extern "C" int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  if (is_plain("no-links")) {
    errno = EPERM;
    return -1;
  }
  return linkat_here(from_folder, from, to_folder, to, flags);
}

// std::random_device::_M_getval of libstdc++: what it asks, the processor or the system, no library could stand before.
extern "C" unsigned _ZNSt13random_device9_M_getvalEv(void* /*device*/) {
  static unsigned number = 0;
  return ++number;
}

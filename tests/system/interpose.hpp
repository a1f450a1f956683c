/// What the libraries share that stand between mentor and the system's calls (LD_PRELOAD). All of it is static: one
/// process may have two of the libraries, and `next` of the second must not be that of the first.
#pragma once

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string_view>

namespace interpose {

/// The function of that name that would have been called without us.
template <class Function>
static Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Whether an `open` with these flags is given a mode.
[[maybe_unused]] static bool takes_mode(int flags) { return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; }

/// Appends to a file by the system itself, since our own `open` and `write` count.
[[maybe_unused]] static void append(const char* path, std::string_view text) {
  const long file = ::syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  ::syscall(SYS_write, file, text.data(), text.size());
  ::syscall(SYS_close, file);
}

}  // namespace interpose

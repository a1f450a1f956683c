#include "output_file.hpp"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <string>
#include <thread>

#include "descriptor_stream.hpp"
#include "file_system.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as many as Linux follows
// The reader of a pipe may start at the same moment as mentor.
constexpr auto patience = std::chrono::seconds{2};
constexpr auto pause = std::chrono::milliseconds{10};

/// Whether a process finds its own descriptors in this folder, as links.
bool has_own_descriptors(const fs::path& folder) {
  std::error_code error;
  return folder == fs::canonical("/proc/self/fd", error) || folder == fs::canonical("/proc/thread-self/fd", error);
}

std::optional<int> number_of(const std::string& name) {
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc{} && end == name.data() + name.size() ? std::optional{number} : std::nullopt;
}

/// Whether a folder is in /proc. Its links lead to open files, even if another file has the name now.
bool is_in_proc(const fs::path& folder) {
  struct statfs status {};
  return uninterrupted([&] { return ::statfs(folder.c_str(), &status); }) == 0 && status.f_type == PROC_SUPER_MAGIC;
}

/// The type and the permissions of what is at a path, after its links; nothing when nothing is there.
std::optional<mode_t> mode_at(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    return status.st_mode;
  }
  if (errno == ENOENT) {
    return std::nullopt;
  }
  throw SystemError{Operation::write, path.string(), errno};
}

/// Opens a device, a pipe or an open file for writing. It keeps the bytes that are there.
Descriptor open_as_it_is(const fs::path& path) {
  constexpr int how = O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  Descriptor opened{uninterrupted([&] { return ::open(path.c_str(), how); })};
  while (!opened.is_open() && errno == ENXIO && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(pause);
    opened = Descriptor{uninterrupted([&] { return ::open(path.c_str(), how); })};
  }
  // Only the opening must be quick. A slow reader is waited for, as on standard output.
  if (!opened.is_open() || ::fcntl(opened.number(), F_SETFL, O_APPEND) != 0) {
    throw SystemError{Operation::write, path.string(), errno};
  }
  return opened;
}

/// Lets `write` write to a descriptor. Throws `SystemError` when that takes no more.
void write_to(int descriptor, const Write& write, const fs::path& shown) {
  DescriptorBuffer buffer{descriptor};
  std::ostream out{&buffer};
  out.exceptions(std::ios::badbit);
  try {
    write(out);
    out.flush();
  } catch (const std::ios_base::failure&) {
    if (buffer.error() == 0) {
      throw;
    }
  }
  if (buffer.error() != 0) {
    throw SystemError{Operation::write, shown.string(), buffer.error()};
  }
}

void replace_file(const fs::path& path, bool exists, const Write& write) {
  const Descriptor folder = open_root(path.parent_path());
  const auto audience = exists ? TemporaryFile::Audience{access_of(folder.number(), path.filename(), path.string())}
                               : TemporaryFile::Usual{};
  TemporaryFile temporary{folder.number(), ".mentor-new-" + std::to_string(::getpid()),
                          [&](int descriptor) { write_to(descriptor, write, path); }, audience, path.string()};
  // The folder is not synced: the report is already there, and a failure here would deny it.
  temporary.move_to({folder.number(), path.filename()}, Onto::anything, path.string());
}

void write_where_it_leads(const OutputFile& file, const Write& write) {
  if (file.descriptor) {  // where the shell writes, over a file or at its end
    write_to(*file.descriptor, write, file.named);
    return;
  }
  const auto mode = mode_at(file.named);  // by the given name, so that the kernel may refuse its links
  if (mode && S_ISDIR(*mode)) {
    throw SystemError{Operation::write, file.path.string(), EISDIR};
  }
  std::error_code error;
  if (mode && (!S_ISREG(*mode) || fs::is_symlink(file.path, error))) {
    write_to(open_as_it_is(file.path).number(), write, file.path);
  } else {
    replace_file(file.path, mode.has_value(), write);
  }
}

}  // namespace

OutputFile output_file(const fs::path& named) {
  std::error_code error;
  const auto throw_unless = [&](bool expected) {
    if (!expected) {
      throw SystemError{Operation::write_output, named.string(), error.value()};
    }
  };
  OutputFile file{.named = named, .path = fs::absolute(named, error), .descriptor = std::nullopt};
  for (int followed = 0; followed <= most_links; ++followed) {
    const fs::path folder = fs::canonical(file.path.parent_path(), error);
    if (error) {  // the folder may be made before the file is written
      throw_unless(error == std::errc::no_such_file_or_directory);
      return file;
    }
    file.path = folder / file.path.filename();
    if (has_own_descriptors(folder)) {
      file.descriptor = number_of(file.path.filename());
    }
    const fs::path target = is_in_proc(folder) ? fs::path{} : fs::read_symlink(file.path, error);
    throw_unless(!error || error == std::errc::no_such_file_or_directory || error == std::errc::invalid_argument);
    if (target.empty()) {
      return file;
    }
    file.path = folder / target;
  }
  throw SystemError{Operation::write_output, named.string(), ELOOP};
}

void write_file(const OutputFile& file, const Write& write) {
  try {
    write_where_it_leads(file, write);
  } catch (const SystemError& failed) {
    if (failed.error() != EPIPE) {
      throw SystemError{Operation::write_output, file.named.string(), failed.error()};
    }
  }
}

}  // namespace mentor::storage

#include "child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "argument_pointers.hpp"
#include "descriptor.hpp"
#include "file_system.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_error_bytes = 4096;

/// The same file under a number of 3 or more. Files that replace the standard streams must not have their numbers.
Descriptor beside_streams(int number) {
  const Descriptor own{number};
  constexpr int first = 3;
  return Descriptor{number < 0 ? number : ::fcntl(number, F_DUPFD_CLOEXEC, first)};
}

struct Pipe {
  Descriptor reading;
  Descriptor writing;

  static Pipe make() {
    std::array<int, 2> ends{-1, -1};
    [[maybe_unused]] const int status = ::pipe2(ends.data(), O_CLOEXEC);  // `is_open` tells
    return {beside_streams(ends[0]), beside_streams(ends[1])};
  }
  bool is_open() const { return reading.is_open() && writing.is_open(); }
};

/// A file without a name that holds the text. So nobody has to write while the child reads.
Descriptor file_of(const std::string& text) {
  Descriptor file = beside_streams(::memfd_create("input", MFD_CLOEXEC));
  if (file.is_open()) {
    write_all(file.number(), text, "input");
    ::lseek(file.number(), 0, SEEK_SET);
  }
  return file;
}

/// Starts the program with these three streams, and gives its process number. If it cannot, sets `error` to an `errno`
/// value.
pid_t start(const ChildOrder& order, int in, int out, int err, int& error) {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  sigset_t signals;
  ::sigemptyset(&signals);
  ::posix_spawnattr_setsigmask(&attributes, &signals);
  ::sigaddset(&signals, SIGPIPE);
  ::sigaddset(&signals, SIGXFSZ);
  ::posix_spawnattr_setsigdefault(&attributes, &signals);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  std::vector<std::string> arguments{order.program.string()};
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  std::vector<std::string> environment = order.environment;
  pid_t child = -1;
  error = ::posix_spawn(&child, arguments.front().c_str(), &actions, &attributes, pointers_to(arguments).data(),
                        pointers_to(environment).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return child;
}

int milliseconds_until(Clock::time_point until) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  constexpr std::int64_t at_once = 1000;
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, at_once));
}

/// Reads what a stream has now, up to `most` bytes in all. Closes the stream at its end. False when there is more.
bool read_some(Descriptor& stream, std::string& text, std::size_t most) {
  std::array<char, 65536> part;  // NOLINT(cppcoreguidelines-pro-type-member-init): it is read into
  const auto count = uninterrupted([&] { return ::read(stream.number(), part.data(), part.size()); });
  if (count <= 0) {
    stream = Descriptor{};
    return true;
  }
  const auto size = static_cast<std::size_t>(count);
  text.append(part.data(), std::min(size, most - text.size()));
  return text.size() < most;
}

/// Reads both streams to their end, within the bounds of the order.
ChildEnd read_answer(const ChildOrder& order, Descriptor out, Descriptor err, ChildResult& result) {
  while (out.is_open() || err.is_open()) {
    std::array<pollfd, 2> streams{{{out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}}};
    const int left = milliseconds_until(order.until);
    if (left == 0) {
      return ChildEnd::too_slow;
    }
    static_cast<void>(::poll(streams.data(), streams.size(), left));
    if (out.is_open() && streams[0].revents != 0 && !read_some(out, result.out, order.most_bytes + 1)) {
      return ChildEnd::too_much;
    }
    if (err.is_open() && streams[1].revents != 0) {
      read_some(err, result.err, most_error_bytes);  // the rest is dropped
    }
  }
  return ChildEnd::exited;
}

/// Waits until the child ends, or ends it.
void wait_for(pid_t child, const ChildOrder& order, ChildResult& result) {
  int status = 0;
  pid_t ended = 0;
  while (result.end == ChildEnd::exited && ended == 0) {
    ended = uninterrupted([&] { return ::waitpid(child, &status, WNOHANG); });
    if (ended == 0 && milliseconds_until(order.until) == 0) {
      result.end = ChildEnd::too_slow;
    } else if (ended == 0) {
      static_cast<void>(::poll(nullptr, 0, 1));
    }
  }
  if (ended == 0) {
    ::kill(child, SIGKILL);
    uninterrupted([&] { return ::waitpid(child, &status, 0); });
  }
  result.status = ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ChildResult run_child(const ChildOrder& order) {
  ChildResult result;
  const auto not_started = [&](int error) {
    result.end = ChildEnd::not_started;
    result.error = error;
    return result;
  };
  try {
    const Descriptor in = file_of(order.input);
    Pipe out = Pipe::make();
    Pipe err = Pipe::make();
    if (!in.is_open() || !out.is_open() || !err.is_open()) {
      return not_started(errno);
    }
    int error = 0;
    const pid_t child = start(order, in.number(), out.writing.number(), err.writing.number(), error);
    if (error != 0) {
      return not_started(error);
    }
    out.writing = Descriptor{};
    err.writing = Descriptor{};
    result.end = read_answer(order, std::move(out.reading), std::move(err.reading), result);
    wait_for(child, order, result);
  } catch (const SystemError& failed) {  // there is no room for the input file
    return not_started(failed.error());
  }
  return result;
}

}  // namespace mentor::storage

#include "pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>
#include <utility>
#include <vector>

#include "argument_pointers.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

/// Whether a command has signs of the shell.
bool is_for_shell(const std::string& command) {
  return command.find_first_of("|&;<>()$`\\\"'*?[]#~=%{}\n") != std::string::npos;
}

/// The words of the program's command line: the words of `command`, or the shell with it as an argument.
std::vector<std::string> words_to_run(const std::string& command) {
  if (is_for_shell(command)) {
    return {"sh", "-c", command};
  }
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < command.size();) {
    const std::size_t end = std::min(command.find_first_of(" \t", begin), command.size());
    if (end > begin) {
      words.push_back(command.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return words;
}

/// Our environment, and what `less` and `lv` need to show colours and UTF-8, and to end at once if all fits the screen.
/// A person's own settings go before these.
std::vector<std::string> environment_of_pager(const std::string& prompt) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    all.emplace_back(*entry);
  }
  const std::string less = prompt.empty() ? "LESS=FRX" : "LESS=FRXPs" + prompt + '$';
  for (const std::string& usual : {less, std::string{"LV=-c"}, std::string{"LESSCHARSET=utf-8"}}) {
    const std::string name = usual.substr(0, usual.find('=') + 1);
    if (std::none_of(all.begin(), all.end(), [&](const std::string& entry) { return entry.starts_with(name); })) {
      all.emplace_back(usual);
    }
  }
  return all;
}

/// The signals that we ignore, and that the program shall treat as usual.
constexpr std::array signals_of_pager = {SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ};

/// Starts the program with this standard input. Gives 0, or an `errno` value.
int spawn(std::vector<std::string> words, const std::string& prompt, int in, pid_t& child) {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : signals_of_pager) {
    ::sigaddset(&signals, signal);
  }
  ::posix_spawnattr_setsigdefault(&attributes, &signals);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  auto environment = environment_of_pager(prompt);
  const int error = ::posix_spawnp(&child, words.front().c_str(), &actions, &attributes, pointers_to(words).data(),
                                   pointers_to(environment).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

/// Whether the shell understands the command. It says on standard error what it does not understand, and runs nothing.
bool is_understood(const std::string& command, int in) {
  pid_t child = -1;
  int status = 0;
  return spawn({"sh", "-n", "-c", command}, {}, in, child) != 0 ||
         uninterrupted([&] { return ::waitpid(child, &status, 0); }) != child || status == 0;
}

constexpr std::array interrupts = {SIGINT, SIGQUIT};
using Handlers = std::array<void (*)(int), interrupts.size()>;

/// Gives each interrupt its handler. Returns the former ones.
Handlers handle_interrupts(const Handlers& handlers) {
  Handlers former{};
  for (std::size_t index = 0; index < interrupts.size(); ++index) {
    former[index] = std::signal(interrupts[index], handlers[index]);
  }
  return former;
}

/// Another descriptor of a pipe, to read from it; none when there is no `/proc`.
Descriptor reading_end_of(const Descriptor& writing) {
  const std::string path = "/proc/self/fd/" + std::to_string(writing.number());
  return Descriptor{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
}

}  // namespace

std::optional<Pager> Pager::start(const std::string& command, const std::string& prompt) {
  auto words = words_to_run(command);
  std::array<int, 2> ends{-1, -1};
  if (words.empty() || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return std::nullopt;
  }
  const Descriptor reading{ends[0]};
  Descriptor answer{ends[1]};
  if (is_for_shell(command) && !is_understood(command, reading.number())) {
    return std::nullopt;
  }
  pid_t child = -1;
  const Handlers former = handle_interrupts({SIG_IGN, SIG_IGN});  // from now on they are for the pager alone
  if (spawn(std::move(words), prompt, reading.number(), child) != 0) {
    handle_interrupts(former);
    return std::nullopt;
  }
  return Pager{child, std::move(answer)};
}

Pager::Pager(Pager&& other) noexcept
    : child_(std::exchange(other.child_, -1)),
      answer_(std::move(other.answer_)),
      has_shown_(other.has_shown_),
      has_not_begun_(other.has_not_begun_),
      left_(other.left_) {}

bool Pager::wait() {
  if (child_ < 0) {
    return has_shown_;
  }
  const Descriptor rest = reading_end_of(answer_);  // as long as it is open, what nobody has read is kept
  answer_ = Descriptor{};
  int status = 0;
  const pid_t ended = uninterrupted([&] { return ::waitpid(child_, &status, 0); });
  // 1: as `false` and a `less` with a wrong option end. A shell ends with 126 and 127 when it cannot run the program or
  // does not find it.
  const int ending = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  has_not_begun_ = ended == child_ && (ending == 126 || ending == 127);
  has_shown_ = ended != child_ || (WIFEXITED(status) && ending != 1 && !has_not_begun_);
  child_ = -1;
  int left = 0;
  if (rest.number() >= 0 && ::ioctl(rest.number(), FIONREAD, &left) == 0) {
    left_ = static_cast<std::size_t>(left);
  }
  return has_shown_;
}

}  // namespace mentor::storage

// Builds the commands' world from the real one, runs a command, and returns its status. If there is no memory even for
// the sentence that says so, prints the last words from here.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <new>
#include <optional>
#include <random>
#include <string_view>
#include <vector>

#include "cli/run.hpp"
#include "cli/status.hpp"
#include "storage/disk/descriptor_stream.hpp"
#include "storage/disk/pager.hpp"

namespace {

std::tm local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return local;
}

std::string now() {
  const std::tm local = local_time();
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &local)};
}

mentor::Date today() {
  const std::tm local = local_time();
  const auto date = mentor::Date::from(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1,
                                       static_cast<unsigned>(local.tm_mday));
  return date.value_or(mentor::Date::earliest());
}

/// Gives the descriptor, or -1 when it is closed. A closed number is then taken, so that no file of ours gets it, and
/// with it what is written to the stream. Other names of it, such as /dev/stdout, are closed too: nothing can be
/// written there.
int reserve(int descriptor) {
  if (::fcntl(descriptor, F_GETFD) >= 0) {
    return descriptor;
  }
  const int null = ::open("/dev/null", O_RDONLY);
  if (null >= 0 && null != descriptor) {
    ::dup2(null, descriptor);
    ::close(null);
  }
  return -1;
}

/// The width of the terminal behind a descriptor: what it says, else 80 columns. Nothing when it is not a terminal.
std::optional<std::size_t> width_of(int descriptor) {
  winsize size{};
  if (::isatty(descriptor) == 0) {
    return std::nullopt;
  }
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  constexpr std::size_t usual = 80;
  return usual;
}

/// Says something when there may be too little memory to choose a language. Gives the status.
int end_with(std::string_view last_words, mentor::cli::Status status) {
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, last_words.data(), last_words.size());
  return static_cast<int>(status);
}

// These are in both languages, since we may not be able to find out which one is wanted.
constexpr std::string_view no_memory = "mentor: не хватает памяти (there is not enough memory)\n";
constexpr std::string_view bug = "mentor: внутренняя ошибка программы (a bug of the program)\n";
constexpr std::string_view no_memory_but_changed =
    "mentor: не хватает памяти; само изменение сделано, см. mentor log "
    "(there is not enough memory; the change itself was made; see mentor log)\n";

/// Ends the process when an exception can go no further: it has left `run_in_the_world`, or nothing can catch it, as
/// when a library needs memory to free what it holds.
[[noreturn]] void end_at_once() {
  auto status = mentor::cli::Status::bug;
  std::string_view last_words = bug;
  try {
    if (const auto thrown = std::current_exception()) {
      std::rethrow_exception(thrown);
    }
  } catch (const std::bad_alloc&) {
    status = mentor::cli::Status::system;
    last_words = no_memory;
  } catch (...) {
    // A bug.
  }
  std::_Exit(end_with(last_words, status));
}

void set_signals() {
  // A write that is impossible must be an error of write(2) and not end the process. A closed pipe is then a quiet
  // error, and a file beyond the size limit an error that is told.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
  // The process that starts us may ignore SIGCHLD. Then we could not learn how a child ended.
  static_cast<void>(std::signal(SIGCHLD, SIG_DFL));
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): there is one thread
  return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

std::uint64_t random_number() {
  std::random_device random;
  return (std::uint64_t{random()} << 32U) | random();
}

int run_in_the_world(int argc, char** argv) {
  const int out_descriptor = reserve(STDOUT_FILENO);
  const int err_descriptor = reserve(STDERR_FILENO);
  set_signals();
  std::ios::sync_with_stdio(false);  // else a failed read looks like the end of the input
  mentor::storage::DescriptorBuffer out_buffer{out_descriptor};
  mentor::storage::DescriptorBuffer err_buffer{err_descriptor};
  std::ostream out{&out_buffer};
  std::ostream err{&err_buffer};
  std::optional<mentor::storage::Pager> pager;
  std::error_code no_folder;
  mentor::cli::World world{
      .in = std::cin,
      .out = out,
      .err = err,
      .out_width = width_of(STDOUT_FILENO),
      .err_width = width_of(STDERR_FILENO),
      .folder = std::filesystem::current_path(no_folder),
      .environment = environment,
      .today = today,
      .steady_now = [] { return std::chrono::steady_clock::now(); },
      .now = now,
      .random = random_number,
      .start_pager =
          [&](const std::string& command, const std::string& prompt) {
            err.flush();
            if (auto started = mentor::storage::Pager::start(command, prompt)) {
              pager.emplace(std::move(*started));
              out_buffer.redirect(pager->descriptor(), [&] {
                pager->wait();
                return pager->has_not_begun() || pager->left() == out_buffer.redirected();
              });
            }
            return pager.has_value();
          },
  };
  const std::vector<std::string> arguments{argv + std::min(argc, 1), argv + argc};
  try {
    const int status = mentor::cli::run(world, arguments);
    out.flush();
    bool is_lost = pager && !pager->wait();
    const std::size_t written = out_buffer.redirected();
    const bool has_taken_nothing = pager && written != 0 && pager->left() == written;
    if (has_taken_nothing || (is_lost && pager->has_not_begun())) {
      out_buffer.turn_back();
      is_lost = true;
    }
    is_lost = is_lost || out_buffer.is_turned_back();  // that happens too while the answer is written
    int final_status = mentor::cli::after_output(world, arguments, status, out_buffer.error());
    if (is_lost && !out_buffer.is_turned_back()) {
      final_status = mentor::cli::after_lost_pager(world, arguments);
    } else if (is_lost) {
      mentor::cli::tell_failed_pager(world, arguments);
    }
    err.flush();
    return final_status;
  } catch (const std::bad_alloc&) {
    err.flush();
    return end_with(world.has_changed ? no_memory_but_changed : no_memory, mentor::cli::Status::system);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end_at_once);
  try {
    return run_in_the_world(argc, argv);
  } catch (...) {
    end_at_once();
  }
}

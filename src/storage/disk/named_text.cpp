#include "named_text.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "descriptor.hpp"
#include "file_system.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

bool is_pipe(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 && S_ISFIFO(status.st_mode);
}

/// What a pipe gives until nobody writes to it any more. A pipe that nobody opens for writing within two seconds is
/// refused.
std::string text_of_pipe(const std::filesystem::path& file, const std::string& shown, std::size_t most) {
  constexpr int wait_for_writer = 2000;  // milliseconds
  enum class Writer { awaited, late, known };
  const auto fail = [&](int error) { throw SystemError{Operation::read, shown, error}; };
  const Descriptor pipe{uninterrupted([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); })};
  if (!pipe.is_open()) {
    fail(errno);
  }
  std::string text;
  std::array<char, 65536> part{};
  Writer writer = Writer::awaited;
  while (true) {
    const auto count = uninterrupted([&] { return ::read(pipe.number(), part.data(), part.size()); });
    if (count < 0 && errno != EAGAIN) {
      fail(errno);
    }
    if (count == 0 && writer == Writer::known) {
      return text;
    }
    if (count == 0 && writer == Writer::late) {
      fail(ENODATA);
    }
    if (count != 0) {
      writer = Writer::known;  // EAGAIN too says that somebody has it open
    }
    if (count > 0) {
      text.append(part.data(), static_cast<std::size_t>(count));
      if (text.size() > most) {
        fail(EFBIG);
      }
      continue;
    }
    pollfd polled{pipe.number(), POLLIN, 0};
    const int timeout = writer == Writer::known ? -1 : wait_for_writer;
    const int ready = uninterrupted([&] { return ::poll(&polled, 1, timeout); });
    if (ready < 0) {
      fail(errno);
    }
    // One that has come and gone again is known by `poll` alone; one that has not written yet, by the next read.
    writer = ready > 0 ? Writer::known : Writer::late;
  }
}

}  // namespace

std::string text_of_named(const std::filesystem::path& file, const std::string& shown, std::size_t most) {
  if (is_pipe(file)) {
    return text_of_pipe(file, shown, most);
  }
  std::error_code error;
  const auto path = std::filesystem::canonical(file, error);
  auto text = error ? std::nullopt : read_file(AT_FDCWD, path.c_str(), shown, most);
  if (!text) {
    throw SystemError{Operation::read, shown, error ? error.value() : ENOENT};
  }
  return *std::move(text);
}

}  // namespace mentor::storage

/// A file descriptor that closes itself, and a way to repeat calls that a signal interrupted.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace mentor::storage {

/// Makes a call again until no signal interrupts it.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) {
    result = call();
  }
  return result;
}

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    const int kept = errno;  // of an earlier failure
    if (number_ >= 0) {
      ::close(number_);
    }
    errno = kept;
  }

  int number() const { return number_; }
  /// Gives the number away. The caller has to close it.
  int release() { return std::exchange(number_, -1); }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

}  // namespace mentor::storage

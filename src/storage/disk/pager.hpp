/// A program that shows a long answer page by page, such as `less`. It gets the answer on its standard input.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>

#include "descriptor.hpp"

namespace mentor::storage {

class Pager {
 public:
  /// Starts the program, which may have arguments; a command with signs of the shell is given to the shell. From then
  /// on an interrupt is for the program alone. Nothing when it cannot be started, or when the
  /// shell does not understand the command.
  /// `less` shows `prompt` at the bottom, if it is not empty and people have no settings of their own; the prompt has
  /// none of the signs `?:.%\$`.
  static std::optional<Pager> start(const std::string& command, const std::string& prompt);

  Pager(const Pager&) = delete;
  Pager(Pager&& other) noexcept;
  Pager& operator=(const Pager&) = delete;
  Pager& operator=(Pager&&) = delete;
  ~Pager() { wait(); }

  /// Where the answer is written to. It may be closed from the other side before the answer ends.
  int descriptor() const { return answer_.number(); }

  /// Says that the answer has ended, and waits until the person has read it. False when the program did not end by
  /// itself or has failed, or the shell did not find it: then nobody may have seen the answer.
  bool wait();

  /// Whether the program, for which `wait` was called, has not even begun: the shell did not find it or could not run
  /// it. Then nobody has seen anything of the answer.
  bool has_not_begun() const { return has_not_begun_; }

  /// How many bytes of the answer the program, for which `wait` was called, has not taken. Nothing when that is
  /// unknown.
  std::optional<std::size_t> left() const { return left_; }

 private:
  Pager(pid_t child, Descriptor answer) : child_(child), answer_(std::move(answer)) {}

  pid_t child_;  // -1 once it has ended
  Descriptor answer_;
  bool has_shown_ = true;
  bool has_not_begun_ = false;
  std::optional<std::size_t> left_ = {};
};

}  // namespace mentor::storage

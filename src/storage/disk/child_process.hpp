/// Another program, run as a child. What it is given is all said here, what it answers has bounds, and it does not
/// outlive its time. No shell is between.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace mentor::storage {

struct ChildOrder {
  std::filesystem::path program;  // its file: nothing is searched for
  std::vector<std::string> arguments;
  std::vector<std::string> environment;  // all that it has: `NAME=value`
  std::string input;                     // what it reads
  std::size_t most_bytes;                // of its answer
  std::chrono::steady_clock::time_point until;
};

enum class ChildEnd {
  exited,       // by itself, with `status`
  not_started,  // `error` says why
  too_slow,     // ended by us, as are those below
  too_much,     // its answer has more bytes than it may have
};

struct ChildResult {
  ChildEnd end = ChildEnd::exited;
  int status = 0;  // -1 when a signal ended it
  int error = 0;   // an `errno` value
  std::string out;
  std::string err;  // the beginning of what it said on standard error
};

/// Runs the program to its end. It has no descriptor of ours but the three that it is given, and answers SIGPIPE as
/// programs usually do, whatever we do.
ChildResult run_child(const ChildOrder& order);

}  // namespace mentor::storage

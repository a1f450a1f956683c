/// Runs another program as a child. The order says all that the child gets. Its answer and its time are bounded. No
/// shell is involved.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace mentor::storage {

struct ChildOrder {
  std::filesystem::path program;  // the path of its file; no folder is searched
  std::vector<std::string> arguments;
  std::vector<std::string> environment;  // all of it: `NAME=value`
  std::string input;                     // the child reads it on standard input
  std::size_t most_bytes;                // of the answer
  std::chrono::steady_clock::time_point until;
};

enum class ChildEnd {
  exited,       // by itself, with `status`
  not_started,  // `error` says why
  too_slow,     // we ended it, as in the next case
  too_much,     // the answer has more than `most_bytes`
};

struct ChildResult {
  ChildEnd end = ChildEnd::exited;
  int status = 0;  // -1 when a signal ended the child
  int error = 0;   // an `errno` value
  std::string out;
  std::string err;  // the beginning of its standard error
};

/// Runs the program to its end. The child gets none of our descriptors but its three streams. It treats SIGPIPE as
/// programs usually do, even if we do not.
ChildResult run_child(const ChildOrder& order);

}  // namespace mentor::storage

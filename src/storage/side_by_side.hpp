/// Work on several processors. Nothing else in mentor has a thread.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace mentor::storage {

/// How many threads are worth it: one a processor, up to four.
inline std::size_t usual_threads() {
  static const auto threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);  // asks a file
  return threads;
}

/// Calls `work` with every number below `count`, on `usual_threads`; on fewer where the system allows no more. `work`
/// must not throw. `tell` is called on this thread alone, with how many numbers have been taken.
template <class Work, class Tell>
void for_each_number(std::size_t count, Work work, Tell tell) {
  std::atomic<std::size_t> next{0};
  const auto take_turns = [&] {
    for (std::size_t number = next++; number < count; number = next++) {
      work(number);
    }
  };
  std::vector<std::jthread> others;
  try {
    for (std::size_t thread = 1; thread < count && thread < usual_threads(); ++thread) {
      others.emplace_back(take_turns);
    }
  } catch (const std::system_error&) {
    // The threads that there are do the work.
  }
  for (std::size_t number = next++; number < count; number = next++) {
    work(number);
    tell(number + 1);
  }
}

}  // namespace mentor::storage

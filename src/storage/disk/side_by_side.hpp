/// Work on several processors. Nothing else in mentor uses threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace mentor::storage {

/// How many threads are worth it: one for each processor, up to four.
inline std::size_t usual_threads() {
  static const auto threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);  // reads a file
  return threads;
}

/// Calls `work` with every number below `count`, on `usual_threads`, or on fewer where the system allows no more. Calls
/// `tell` only on this thread, with how many numbers have been taken. When `work` or `tell` throws, no further number
/// is taken. Then the exception of the lowest number is thrown, as a single thread would have met that one first.
template <class Work, class Tell>
void for_each_number(std::size_t count, Work work, Tell tell) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;  // guards the two below
  std::size_t failed = count;
  std::exception_ptr failure;
  const auto take_turns = [&](auto told) {
    for (std::size_t number = next++; number < count; number = next++) {
      try {
        work(number);
        told(number + 1);
      } catch (...) {
        next = count;  // all lower numbers have been taken; each of them gets done or fails itself
        const std::lock_guard lock{mutex};
        if (number < failed) {
          failed = number;
          failure = std::current_exception();
        }
      }
    }
  };
  {
    std::vector<std::jthread> others;
    try {
      for (std::size_t thread = 1; thread < count && thread < usual_threads(); ++thread) {
        others.emplace_back(take_turns, [](std::size_t) {});
      }
    } catch (const std::exception&) {
      // There are no more threads, or no memory for them. The threads that run do the work.
    }
    take_turns(tell);
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace mentor::storage

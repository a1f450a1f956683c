/// A line on the terminal that says how far long work is, and is gone when the work is done.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <ostream>

#include "language/words.hpp"
#include "storage/disk/progress.hpp"

namespace mentor::cli {

class ProgressLine {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `width` is that of the terminal, in columns: what is wider would leave rows behind, so it is not shown. `clock`
  /// tells a time that never goes back. Nothing is shown of work that takes less than a second.
  ProgressLine(std::ostream& terminal, std::size_t width, const language::Words& words, std::function<Time()> clock);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  /// Takes the line away.
  ~ProgressLine();

  void show(storage::Stage stage, std::size_t done, std::size_t total);

 private:
  std::ostream& terminal_;
  std::size_t width_;
  const language::Words& words_;
  std::function<Time()> clock_;
  Time next_;  // not shown anew before
  bool shown_ = false;
};

}  // namespace mentor::cli

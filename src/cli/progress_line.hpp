/// A line on the terminal that tells the progress of long work. It vanishes when the work is done.
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

  /// `width` is that of the terminal, in columns. A sentence that is wider would leave rows behind, so it is not shown.
  /// `clock` gives a time that never goes back. Work of less than a second shows nothing.
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
  Time next_;  // the sentence is not written again before this time
  bool shown_ = false;
};

}  // namespace mentor::cli

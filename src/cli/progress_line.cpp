#include "progress_line.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

#include "language/unicode.hpp"

namespace mentor::cli {

namespace {

constexpr auto before_the_first = std::chrono::seconds{1};
constexpr auto between = std::chrono::milliseconds{100};
constexpr std::string_view clear_line = "\r\x1b[K";

std::string_view key_of(storage::Stage stage) {
  return stage == storage::Stage::reading ? key("progress.reading") : key("progress.writing");
}

}  // namespace

ProgressLine::ProgressLine(std::ostream& terminal, std::size_t width, const language::Words& words,
                           std::function<Time()> clock)
    : terminal_(terminal), width_(width), words_(words), clock_(std::move(clock)), next_(clock_() + before_the_first) {}

ProgressLine::~ProgressLine() {
  if (shown_) {
    terminal_ << clear_line << std::flush;
  }
}

void ProgressLine::show(storage::Stage stage, std::size_t done, std::size_t total) {
  const Time now = clock_();
  if (now < next_) {
    return;
  }
  next_ = now + between;
  const std::string sentence =
      words_.say({key_of(stage), {static_cast<std::int64_t>(done), static_cast<std::int64_t>(total)}});
  const bool fits = language::display_width(sentence) < width_;  // the cursor needs the last column
  if (fits || shown_) {
    terminal_ << clear_line << (fits ? sentence : "") << std::flush;
  }
  shown_ = fits;
}

}  // namespace mentor::cli

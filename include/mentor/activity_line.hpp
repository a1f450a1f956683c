/// The short way to log an activity: `Семёнова проект 1,5 вчера`. Behind the pair come a type, a day and a duration, in
/// any order, without the names of options. (Model §14.)
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mentor {

/// What the words of a line are. Words that belong together are one text: «2 урока».
struct ActivityLine {
  std::vector<std::string> pairs;
  std::optional<std::string> type;
  std::optional<std::string> on;
  std::optional<std::string> hours;

  bool operator==(const ActivityLine&) const = default;
};

/// What one text may be. It may be several things: `1.5` is a day and a duration.
struct LineMeanings {
  std::function<bool(const std::string& text)> is_pair;
  /// Of pairs of different forms other types are known by the same word.
  std::function<bool(const std::string& text, const std::vector<std::string>& pairs)> is_type;
  std::function<bool(const std::string& text)> is_day;
  std::function<bool(const std::string& text)> is_duration;
};

/// Which parts an option has given already, so that no word of the line is one.
struct GivenByOptions {
  bool type = false;
  bool on = false;
  bool hours = false;
};

/// All ways to read a line whole: one or more pairs, then at most one type, one day and one duration. Of two readings
/// that differ only in how words are joined to texts, the one with fewer texts counts. None when some word can be
/// nothing; several when nobody can know what is meant.
std::vector<ActivityLine> readings_of(std::span<const std::string> words, const GivenByOptions& given,
                                      const LineMeanings& meanings);

/// What keeps a line from being read whole.
struct LineFault {
  enum class Kind { pair_not_first, two_types, two_days, two_durations };

  Kind kind;
  std::string text;        // the line with the pair at its beginning, or the first of two texts
  std::string other = {};  // the second of two texts

  bool operator==(const LineFault&) const = default;
};

/// The most words of a line that is searched for what is wrong with it: each place is tried.
inline constexpr std::size_t longest_searched_line = 12;

/// Finds the one thing after whose mending the line has a reading: the pair is moved to the front, or one text is left
/// out. Nothing when there is no such thing. The line has no reading.
std::optional<LineFault> fault_of(std::span<const std::string> words, const GivenByOptions& given,
                                  const LineMeanings& meanings);

/// The first word that belongs to no text that could be anything. Nothing when there is none.
std::optional<std::string> unknown_word(std::span<const std::string> words, const LineMeanings& meanings);

}  // namespace mentor

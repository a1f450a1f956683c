#include "mentor/activity_line.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {

namespace {

/// «Кузнецов Иван Петрович 11Б» and «1 ч 30 мин» have four words.
constexpr std::size_t most_joined = 4;

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? "" : " ").append(word);
  }
  return text;
}

enum class Part : char { pair = 'p', type = 't', day = 'd', duration = 'h' };

/// Goes through the words from left to right and tries what each of the next texts may be.
class Reading {
 public:
  Reading(std::span<const std::string> words, const GivenByOptions& given, const LineMeanings& meanings)
      : words_(words), given_(given), meanings_(meanings) {
    read(0, {}, {}, 0);
  }

  std::vector<ActivityLine> take() {
    std::vector<ActivityLine> lines;
    for (auto& [parts, found] : found_) {
      lines.push_back(std::move(found.second));
    }
    return lines;
  }

 private:
  /// `parts` has a letter for each word before `begin`.
  void read(std::size_t begin, const ActivityLine& line, const std::string& parts, std::size_t texts) {
    if (begin == words_.size()) {
      const auto [known, is_new] = found_.try_emplace(parts, texts, line);
      if (!is_new && texts < known->second.first) {
        known->second = {texts, line};
      }
      return;
    }
    for (std::size_t count = 1; count <= std::min(most_joined, words_.size() - begin); ++count) {
      const std::string text = joined(words_.subspan(begin, count));
      const auto go_on = [&](Part part, const ActivityLine& longer) {
        read(begin + count, longer, parts + std::string(count, static_cast<char>(part)), texts + 1);
      };
      const bool is_among_pairs = !line.type && !line.on && !line.hours;
      if (is_among_pairs && meanings_.is_pair(text)) {
        ActivityLine longer = line;
        longer.pairs.push_back(text);
        go_on(Part::pair, longer);
      }
      if (line.pairs.empty()) {
        continue;
      }
      const auto go_on_with = [&](Part part, std::optional<std::string> ActivityLine::*place, bool is_given,
                                  const auto& is_it) {
        if (!is_given && !(line.*place) && is_it()) {
          ActivityLine longer = line;
          longer.*place = text;
          go_on(part, longer);
        }
      };
      go_on_with(Part::type, &ActivityLine::type, given_.type,
                 [&] { return !is_unit_of_duration(begin, count) && meanings_.is_type(text, line.pairs); });
      go_on_with(Part::day, &ActivityLine::on, given_.on, [&] { return meanings_.is_day(text); });
      go_on_with(Part::duration, &ActivityLine::hours, given_.hours, [&] { return meanings_.is_duration(text); });
    }
  }

  /// Whether the word before this one and this one are a duration together. In «2 урока» the word «урока» is no type.
  bool is_unit_of_duration(std::size_t begin, std::size_t count) const {
    return count == 1 && begin > 0 && meanings_.is_duration(joined(words_.subspan(begin - 1, 2)));
  }

  std::span<const std::string> words_;
  const GivenByOptions& given_;
  const LineMeanings& meanings_;
  std::map<std::string, std::pair<std::size_t, ActivityLine>> found_;  // by what each word is: texts, and the line
};

}  // namespace

std::vector<ActivityLine> readings_of(std::span<const std::string> words, const GivenByOptions& given,
                                      const LineMeanings& meanings) {
  return Reading{words, given, meanings}.take();
}

namespace {

/// The reading of these words that has a type; nothing when there is none.
std::optional<ActivityLine> whole_reading(std::span<const std::string> words, const GivenByOptions& given,
                                          const LineMeanings& meanings) {
  for (ActivityLine& line : readings_of(words, given, meanings)) {
    if (line.type || given.type) {
      return std::move(line);
    }
  }
  return std::nullopt;
}

/// The words without `count` of them, which begin at `begin`.
std::vector<std::string> without(std::span<const std::string> words, std::size_t begin, std::size_t count) {
  std::vector<std::string> rest{words.begin(), words.end()};
  const auto first = rest.begin() + static_cast<std::ptrdiff_t>(begin);
  rest.erase(first, first + static_cast<std::ptrdiff_t>(count));
  return rest;
}

/// What the text repeats of a line that can be read without it.
std::optional<LineFault> fault_of_repeat(const ActivityLine& line, const std::string& text,
                                         const LineMeanings& meanings) {
  if (line.hours && meanings.is_duration(text)) {
    return LineFault{LineFault::Kind::two_durations, *line.hours, text};
  }
  if (line.on && meanings.is_day(text)) {
    return LineFault{LineFault::Kind::two_days, *line.on, text};
  }
  if (line.type && meanings.is_type(text, line.pairs)) {
    return LineFault{LineFault::Kind::two_types, *line.type, text};
  }
  return std::nullopt;
}

}  // namespace

std::optional<LineFault> fault_of(std::span<const std::string> words, const GivenByOptions& given,
                                  const LineMeanings& meanings) {
  if (words.size() > longest_searched_line) {
    return std::nullopt;
  }
  const bool begins_with_pair = !words.empty() && meanings.is_pair(words.front());
  for (std::size_t begin = 1; begin < words.size() && !begins_with_pair; ++begin) {
    for (std::size_t count = std::min(most_joined, words.size() - begin); count > 0; --count) {
      const auto moved = words.subspan(begin, count);
      if (!meanings.is_pair(joined(moved))) {
        continue;
      }
      auto line = without(words, begin, count);
      line.insert(line.begin(), moved.begin(), moved.end());
      if (whole_reading(line, given, meanings)) {
        return LineFault{LineFault::Kind::pair_not_first, joined(line)};
      }
    }
  }
  for (std::size_t end = words.size(); end > 1; --end) {
    for (std::size_t count = std::min(most_joined, end - 1); count > 0; --count) {
      const auto line = whole_reading(without(words, end - count, count), given, meanings);
      const std::string text = joined(words.subspan(end - count, count));
      if (auto fault = line ? fault_of_repeat(*line, text, meanings) : std::nullopt) {
        return fault;
      }
    }
  }
  return std::nullopt;
}

std::optional<std::string> unknown_word(std::span<const std::string> words, const LineMeanings& meanings) {
  std::vector<bool> is_known(words.size(), false);
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    for (std::size_t count = 1; count <= std::min(most_joined, words.size() - begin); ++count) {
      const std::string text = joined(words.subspan(begin, count));
      if (meanings.is_pair(text) || meanings.is_type(text, {}) || meanings.is_day(text) || meanings.is_duration(text)) {
        std::fill_n(is_known.begin() + static_cast<std::ptrdiff_t>(begin), count, true);
      }
    }
  }
  const auto unknown = std::find(is_known.begin(), is_known.end(), false);
  return unknown == is_known.end() ? std::nullopt
                                   : std::optional{words[static_cast<std::size_t>(unknown - is_known.begin())]};
}

}  // namespace mentor

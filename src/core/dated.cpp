#include "mentor/dated.hpp"

#include <algorithm>

namespace mentor {

namespace {

/// The part of the scalars that has one key. A list has its key before each of its words.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The stretch that holds on this day. It is empty when there are no scalars.
Stretch stretch_on(const std::vector<std::string>& scalars, Date day) {
  Stretch found;
  for (std::size_t begin = 0; begin < scalars.size();) {
    std::size_t end = begin + 2;
    while (end < scalars.size() && scalars[end] == scalars[begin]) {
      end += 2;
    }
    const auto from = Date::parse(scalars[begin]);
    if (begin == 0 || (from && *from <= day)) {
      found = {begin, end};
    }
    begin = end;
  }
  return found;
}

}  // namespace

std::vector<std::string> values_on(const std::vector<std::string>& scalars, Date day) {
  std::vector<std::string> values;
  const Stretch found = stretch_on(scalars, day);
  for (std::size_t index = found.begin; index < found.end; index += 2) {
    if (!scalars[index + 1].empty()) {
      values.push_back(scalars[index + 1]);
    }
  }
  return values;
}

std::vector<std::string> with_value_on(const std::vector<std::string>& scalars, Date day,
                                       const std::vector<std::string>& values) {
  std::vector<std::string> result = scalars.empty() ? std::vector<std::string>{"", ""} : scalars;
  const Stretch old = stretch_on(result, day);
  const std::string from = result[old.begin];
  const auto at = [](std::size_t place) { return static_cast<std::ptrdiff_t>(place); };
  result.erase(result.begin() + at(old.begin), result.begin() + at(old.end));
  std::vector<std::string> part;
  for (const std::string& value : values) {
    part.insert(part.end(), {from, value});
  }
  if (part.empty()) {
    part = {from, ""};
  }
  result.insert(result.begin() + at(old.begin), part.begin(), part.end());
  bool has_value = false;
  for (std::size_t index = 1; index < result.size(); index += 2) {
    has_value = has_value || !result[index].empty();
  }
  return has_value ? result : std::vector<std::string>{};
}

}  // namespace mentor

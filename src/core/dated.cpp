#include "mentor/dated.hpp"

#include <algorithm>

namespace mentor {

namespace {

/// The part of the scalars that has one key. A list has its key before each of its words.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

template <class Visit>
void for_each_stretch(const std::vector<std::string>& scalars, Visit visit) {
  for (std::size_t begin = 0; begin < scalars.size();) {
    std::size_t end = begin + 2;
    while (end < scalars.size() && scalars[end] == scalars[begin]) {
      end += 2;
    }
    visit(Stretch{begin, end});
    begin = end;
  }
}

/// The stretch that holds on this day. It is empty when there are no scalars.
Stretch stretch_on(const std::vector<std::string>& scalars, Date day) {
  Stretch found;
  for_each_stretch(scalars, [&](const Stretch& stretch) {
    const auto from = Date::parse(scalars[stretch.begin]);
    if (stretch.begin == 0 || (from && *from <= day)) {
      found = stretch;
    }
  });
  return found;
}

/// These values under this day. An empty list is an empty value.
std::vector<std::string> part_of(const std::string& from, const std::vector<std::string>& values) {
  std::vector<std::string> part;
  for (const std::string& value : values) {
    part.insert(part.end(), {from, value});
  }
  return part.empty() ? std::vector<std::string>{from, ""} : part;
}

/// The same scalars if one of them has a value, else nothing.
std::vector<std::string> unless_empty(std::vector<std::string> scalars) {
  for (std::size_t index = 1; index < scalars.size(); index += 2) {
    if (!scalars[index].empty()) {
      return scalars;
    }
  }
  return {};
}

/// Leaves out each part whose value is that of the part before it. What is left of one part alone is a plain value.
std::vector<std::string> without_repeats(const std::vector<std::string>& scalars) {
  std::vector<std::string> result;
  std::vector<std::string> former;
  std::size_t parts = 0;
  bool has_repeats = false;
  for_each_stretch(scalars, [&](const Stretch& stretch) {
    std::vector<std::string> values;
    for (std::size_t index = stretch.begin; index < stretch.end; index += 2) {
      values.push_back(scalars[index + 1]);
    }
    if (values == former) {
      has_repeats = true;
      return;
    }
    const auto part = part_of(scalars[stretch.begin], values);
    result.insert(result.end(), part.begin(), part.end());
    former = std::move(values);
    ++parts;
  });
  return has_repeats && parts == 1 ? part_of("", former) : result;
}

/// The first day after this one on which a value begins, if there is one.
std::optional<Date> day_after(const std::vector<std::string>& scalars, Date day) {
  for (std::size_t index = 0; index < scalars.size(); index += 2) {
    const auto from = Date::parse(scalars[index]);
    if (from && day < *from) {
      return from;
    }
  }
  return std::nullopt;
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
  const auto part = part_of(result[old.begin], values);
  const auto at = [](std::size_t place) { return static_cast<std::ptrdiff_t>(place); };
  result.erase(result.begin() + at(old.begin), result.begin() + at(old.end));
  result.insert(result.begin() + at(old.begin), part.begin(), part.end());
  return unless_empty(without_repeats(result));
}

std::vector<std::string> with_value_from(const std::vector<std::string>& scalars, Date day, Date former,
                                         const std::vector<std::string>& values) {
  const std::string from = day.to_string();
  std::vector<std::string> result;
  bool is_in = false;
  const auto insert = [&] {
    const auto part = part_of(from, values);
    result.insert(result.end(), part.begin(), part.end());
    is_in = true;
  };
  for_each_stretch(scalars, [&](const Stretch& stretch) {
    const std::string begin = scalars[stretch.begin].empty() ? former.to_string() : scalars[stretch.begin];
    if (!is_in && from <= begin) {
      insert();
    }
    for (std::size_t index = stretch.begin; index < stretch.end && begin != from; index += 2) {
      result.insert(result.end(), {begin, scalars[index + 1]});
    }
  });
  if (!is_in) {
    insert();
  }
  return unless_empty(without_repeats(result));
}

EditedDay edited_day(const std::vector<std::string>& scalars, const EditOfDated& edit) {
  using Way = EditedDay::Way;
  if (scalars.empty()) {
    return {};
  }
  if (const auto later = day_after(scalars, edit.today)) {
    return {Way::later_day, *later};
  }
  if (edit.begins == Begins::school_year && first_of_summer(edit.school_year.last().year()) <= edit.today) {
    return {Way::either_year};
  }
  const std::string& key = scalars[stretch_on(scalars, edit.today).begin];
  const auto from = key.empty() ? edit.joined : Date::parse(key);
  if (from && edit.school_year.first() <= *from) {
    return {Way::in_place};
  }
  return {Way::new_value, edit.begins == Begins::school_year ? edit.school_year.first() : edit.today};
}

Date day_of_former(Date day, std::optional<Date> joined, SchoolYearStart start) {
  return joined && *joined < day ? *joined
                                 : school_year_of(school_year_of(day, start).first().plus_days(-1), start).first();
}

}  // namespace mentor

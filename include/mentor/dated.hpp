/// A value that changes over time, such as the class of a pupil (model §2). The record keeps each old value with its
/// first day, so one can tell what held on any day.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mentor/date.hpp"

namespace mentor {

template <class Value>
class Dated {
 public:
  struct Part {
    std::optional<Date> from;  // none: nobody said when it began, and it is the only part
    Value value;               // empty: the previous value has ended

    bool operator==(const Part&) const = default;
  };

  Dated() = default;
  /// A value that never changed. An empty one gives no parts.
  static Dated whole(Value value) {
    return value == Value{} ? Dated{} : Dated{std::vector<Part>{{std::nullopt, std::move(value)}}};
  }
  /// Takes the parts in the order of their days. No day may occur twice, and a part without a day must be the only
  /// part. Throws `std::logic_error` otherwise.
  explicit Dated(std::vector<Part> parts) : parts_(std::move(parts)) {
    for (std::size_t index = 1; index < parts_.size(); ++index) {
      if (!parts_[index - 1].from || !parts_[index].from || *parts_[index].from <= *parts_[index - 1].from) {
        throw std::logic_error{"days that do not ascend"};
      }
    }
  }

  bool is_empty() const { return parts_.empty(); }
  /// The value that holds on the day: that of the last part which begins on this day or before it. A day before all
  /// parts gets the value of the first part. Without parts the value is empty.
  const Value& on(Date day) const {
    static const Value nothing{};
    const Value* found = parts_.empty() ? &nothing : &parts_.front().value;
    for (const Part& part : parts_) {
      if (part.from && *part.from <= day) {
        found = &part.value;
      }
    }
    return *found;
  }
  /// The parts in the order of their days.
  const std::vector<Part>& parts() const { return parts_; }

  bool operator==(const Dated&) const = default;

 private:
  std::vector<Part> parts_;
};

/// The values of a dated field that hold on the day. `scalars` has days and values in turn, as `Shape` says. Gives none
/// when the field is empty or its value has ended.
std::vector<std::string> values_on(const std::vector<std::string>& scalars, Date day);

/// Replaces the values of a dated field that hold on the day, and gives the new scalars. The first day of those values
/// stays. An empty list ends the earlier value. Gives nothing when no part has a value any more.
std::vector<std::string> with_value_on(const std::vector<std::string>& scalars, Date day,
                                       const std::vector<std::string>& values);

}  // namespace mentor

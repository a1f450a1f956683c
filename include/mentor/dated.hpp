/// A value that changes by days, such as the class of a pupil (model §2). The record keeps the old values, each with
/// its first day. So it is known what held on any day.
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
    std::optional<Date> from;  // none: nobody has said when it began, and there is no other part
    Value value;               // empty: what was before has ended

    bool operator==(const Part&) const = default;
  };

  Dated() = default;
  /// A value that never changed. An empty one gives no parts.
  static Dated whole(Value value) {
    return value == Value{} ? Dated{} : Dated{std::vector<Part>{{std::nullopt, std::move(value)}}};
  }
  /// The days must ascend, each once; only a part that stands alone may have none. Throws `std::logic_error` otherwise.
  explicit Dated(std::vector<Part> parts) : parts_(std::move(parts)) {
    for (std::size_t index = 1; index < parts_.size(); ++index) {
      if (!parts_[index - 1].from || !parts_[index].from || *parts_[index].from <= *parts_[index - 1].from) {
        throw std::logic_error{"days that do not ascend"};
      }
    }
  }

  bool is_empty() const { return parts_.empty(); }
  /// The value of the last part that does not begin after the day; before all of them, the first. An empty one when
  /// there is none.
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
  /// In the order of their days.
  const std::vector<Part>& parts() const { return parts_; }

  bool operator==(const Dated&) const = default;

 private:
  std::vector<Part> parts_;
};

/// What a dated field holds on the day. The scalars are days and values in turn, as `Shape` says. Gives none when the
/// field is empty, or its value has ended.
std::vector<std::string> values_on(const std::vector<std::string>& scalars, Date day);

/// The scalars of a dated field with these values in the place of those that hold on the day. An empty list ends
/// what was before. Gives nothing when no part is left with a value.
std::vector<std::string> with_value_on(const std::vector<std::string>& scalars, Date day,
                                       const std::vector<std::string>& values);

}  // namespace mentor

/// A value that changes over time, such as the class of a pupil (model §2). The record keeps each old value with its
/// first day, so one can tell what held on any day.
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/period.hpp"

namespace mentor {

/// Nearly every value never changes, so a value without days is kept as it is. Values with days stand beside it.
template <class Value>
class Dated {
 public:
  struct Part {
    std::optional<Date> from;  // none: nobody said when it began, and it is the only part
    Value value;               // empty: the previous value has ended

    bool operator==(const Part&) const = default;
  };

  Dated() = default;
  /// A value that never changed. It converts from whatever a `Value` does, as a record can hold the plain value. An
  /// empty value gives no parts.
  // It cannot be taken for a copy or a move, as the check fears: the constraint leaves `Dated` out.
  template <class From>
  // NOLINTNEXTLINE(bugprone-forwarding-reference-overload)
  requires std::convertible_to<From, Value> &&(!std::same_as<std::remove_cvref_t<From>, Dated>)Dated(From&& value)
      : whole_(std::forward<From>(value)) {}
  /// Takes the parts in the order of their days. No day may occur twice, and a part without a day must be the only
  /// part. Throws `std::logic_error` otherwise.
  explicit Dated(std::vector<Part> parts) {
    for (std::size_t index = 1; index < parts.size(); ++index) {
      if (!parts[index - 1].from || !parts[index].from || *parts[index].from <= *parts[index - 1].from) {
        throw std::logic_error{"days that do not ascend"};
      }
    }
    if (!parts.empty() && !parts.front().from) {
      whole_ = std::move(parts.front().value);
    } else if (!parts.empty()) {
      days_ = std::make_unique<const std::vector<Part>>(std::move(parts));
    }
  }
  Dated(const Dated& other) : whole_(other.whole_), days_(copy_of(other)) {}
  Dated(Dated&&) noexcept = default;
  Dated& operator=(const Dated& other) {
    if (this != &other) {
      *this = Dated{other};
    }
    return *this;
  }
  Dated& operator=(Dated&&) noexcept = default;
  ~Dated() = default;

  bool is_empty() const { return days_ == nullptr && whole_ == Value{}; }
  bool has_days() const { return days_ != nullptr; }
  /// The value that holds on the day: that of the last part which begins on this day or before it. A day before all
  /// parts gets the value of the first part. Without parts the value is empty.
  const Value& on(Date day) const { return days_ == nullptr ? whole_ : among_days(day); }
  /// The parts in the order of their days.
  std::vector<Part> parts() const {
    return days_ != nullptr ? *days_ : is_empty() ? std::vector<Part>{} : std::vector<Part>{{std::nullopt, whole_}};
  }
  /// Calls `visit` with the value of each part, in the order of their days. It copies none.
  template <class Visit>
  void for_each_value(Visit visit) const {
    if (days_ == nullptr) {
      if (!is_empty()) {
        visit(whole_);
      }
      return;
    }
    for (const Part& part : *days_) {
      visit(part.value);
    }
  }

  bool operator==(const Dated& other) const {
    return whole_ == other.whole_ && (days_ == nullptr) == (other.days_ == nullptr) &&
           (days_ == nullptr || *days_ == *other.days_);
  }

 private:
  using Days = std::unique_ptr<const std::vector<Part>>;

  static Days copy_of(const Dated& other) {
    return other.days_ == nullptr ? nullptr : std::make_unique<const std::vector<Part>>(*other.days_);
  }
  const Value& among_days(Date day) const {
    const Value* found = &days_->front().value;
    for (const Part& part : *days_) {
      if (*part.from <= day) {
        found = &part.value;
      }
    }
    return *found;
  }

  Value whole_{};  // empty if there are days
  Days days_;      // null if the value never changed
};

// What follows is about the scalars of a dated field: days and values in turn, as `Shape` says.

/// The values that hold on the day. Gives none when the field is empty or its value has ended.
std::vector<std::string> values_on(const std::vector<std::string>& scalars, Date day);

/// Replaces the values that hold on the day, and gives the new scalars. The first day of those values stays. An empty
/// list ends the earlier value. Gives nothing when no part has a value any more.
std::vector<std::string> with_value_on(const std::vector<std::string>& scalars, Date day,
                                       const std::vector<std::string>& values);

/// Lets these values hold from the day on, up to the next day of the field, and gives the new scalars. An empty list
/// ends the earlier value. A former value without a day gets `former` for its day, which must be an earlier one.
std::vector<std::string> with_value_from(const std::vector<std::string>& scalars, Date day, Date former,
                                         const std::vector<std::string>& values);

/// When a new value of a dated field begins if nobody says it.
enum class Begins {
  today,
  school_year,  // as a class does: on the first day of the school year
};

/// What decides whether an edit corrects the value in force or begins a new one (model §2).
struct EditOfDated {
  Date today;
  Period school_year;          // the present one
  std::optional<Date> joined;  // a value without a day has held since then
  Begins begins = Begins::today;
};

/// Where an edit of a dated field leads if nobody says a day.
struct EditedDay {
  enum class Way {
    in_place,     // the value in force began in the present school year, and is corrected
    new_value,    // a new value begins on `day`
    later_day,    // the value of a later day, `day`, stands already
    either_year,  // the school year is about to end, so the value may be meant for this one or for the next
  };

  Way way = Way::in_place;
  Date day = {};
};
EditedDay edited_day(const std::vector<std::string>& scalars, const EditOfDated& edit);

/// The day that a value without a day gets when another begins on `day`: that of joining if it is earlier, else the
/// first day of the school year before. `start` is that of every school year.
Date day_of_former(Date day, std::optional<Date> joined, SchoolYearStart start);

}  // namespace mentor

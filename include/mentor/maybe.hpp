/// A value or nothing, in the bytes of the value alone: `Value{}` stands for nothing. A `std::optional` of an id or of
/// a duration takes eight bytes more, and a program holds millions of them.
#pragma once

#include <optional>

namespace mentor {

/// `Value{}` must be no value of its own, such as a blank id or no time at all. It is used like a `std::optional`.
template <class Value>
class Maybe {
 public:
  using value_type = Value;

  Maybe() = default;
  Maybe(std::nullopt_t) {}
  Maybe(Value value) : value_(value) {}
  Maybe(const std::optional<Value>& value) : value_(value.value_or(Value{})) {}

  bool has_value() const { return value_ != Value{}; }
  explicit operator bool() const { return has_value(); }
  /// Only where there is a value.
  const Value& operator*() const { return value_; }
  const Value* operator->() const { return &value_; }
  /// Throws `std::bad_optional_access` when there is none.
  const Value& value() const { return has_value() ? value_ : throw std::bad_optional_access{}; }
  Value value_or(Value other) const { return has_value() ? value_ : other; }
  bool operator==(const Maybe&) const = default;

 private:
  Value value_{};
};

}  // namespace mentor

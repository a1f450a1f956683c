/// The value of a catalog's `plural=` expression, which gettext has in C's syntax, for one number.
#pragma once

#include <string>
#include <string_view>

namespace sample {

class PluralFormula {
 public:
  explicit PluralFormula(std::string_view text) {
    for (const char byte : text) {
      text_ += byte == ' ' ? "" : std::string(1, byte);
    }
  }

  long operator()(long number) {
    number_ = number;
    rest_ = text_;
    return choice();
  }
  /// Whether the whole text was an expression.
  bool is_spent() const { return rest_.empty(); }

 private:
  bool take(std::string_view token) {
    const bool found = rest_.starts_with(token);
    rest_.remove_prefix(found ? token.size() : 0);
    return found;
  }
  long choice() {
    const long condition = either();
    if (!take("?")) {
      return condition;
    }
    const long yes = choice();
    take(":");
    const long no = choice();
    return condition != 0 ? yes : no;
  }
  long either() {
    long value = both();
    while (take("||")) {
      const long other = both();
      value = value != 0 || other != 0 ? 1 : 0;
    }
    return value;
  }
  long both() {
    long value = comparison();
    while (take("&&")) {
      const long other = comparison();
      value = value != 0 && other != 0 ? 1 : 0;
    }
    return value;
  }
  long comparison() {
    const long left = remainder();
    const auto of = [](bool truth) { return truth ? 1L : 0L; };
    if (take("=="))
      return of(left == remainder());
    if (take("!="))
      return of(left != remainder());
    if (take("<="))
      return of(left <= remainder());
    if (take(">="))
      return of(left >= remainder());
    if (take("<"))
      return of(left < remainder());
    if (take(">"))
      return of(left > remainder());
    return left;
  }
  long remainder() {
    long value = primary();
    while (take("%")) {
      value %= primary();
    }
    return value;
  }
  long primary() {
    if (take("n")) {
      return number_;
    }
    if (take("(")) {
      const long value = choice();
      take(")");
      return value;
    }
    long value = 0;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return value;
  }

  std::string text_;
  std::string_view rest_;
  long number_ = 0;
};

}  // namespace sample

/// Messages, numbers and dates in the words of one language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/label.hpp"
#include "mentor/message.hpp"

namespace mentor::language {

class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  Language language() const { return language_; }

  /// The text of a key without arguments. If the catalog lacks the key, gives the key itself; a test makes sure that
  /// this never happens.
  std::string text(std::string_view key) const;

  /// The message with its arguments in place of `{0}`, `{1}`…
  std::string say(const Message& message) const;
  /// The same in parts, where the catalog has each command to be copied on a line of its own: `say` has them in one
  /// line. One part where it has none. A part that is no command has no sign at its ends that joins it to a command.
  std::vector<std::string> parts(const Message& message) const;

  /// `5 пар`: the number, and the form of the noun that goes with it.
  std::string count(std::int64_t number, std::string_view noun) const;

  /// `5 октября 2026 г.`; in English `2026-10-05`.
  std::string date(Date date) const;
  /// `5 октября`; in English `2026-10-05`.
  std::string day(Date date) const;
  /// `05.10.2026`, for the columns of a table; in English `2026-10-05`.
  std::string short_date(Date date) const;
  /// `05.10.2026 14:30` for `2026-10-05 14:30:12`; in English `2026-10-05 14:30`. Another text is given back.
  std::string moment(const std::string& moment) const;
  /// `октябрь 2026`, `October 2026`. The short form stands over a column: `окт 26`, `Oct 26`.
  std::string month(Month month) const;
  std::string short_month(Month month) const;
  /// `1 сентября 2025 г. – 31 августа 2026 г.`, or a text that says there is no limit.
  std::string period(const Period& period) const;
  /// `1,5` or `0:20`; in English `1.5` or `0:20`.
  std::string duration(Duration duration) const;
  /// `33,3`: a number with the decimal sign of the language; in English `33.3`.
  std::string decimal(std::string number) const;
  /// `0,3333`, for a cell that people calculate with; in English `0.3333`.
  std::string decimal_hours(Duration duration) const;

 private:
  std::string argument(const Argument& argument) const;
  /// The lines that the catalog has for the message, with its arguments.
  std::vector<std::string> lines(const Message& message) const;

  Language language_;
};

}  // namespace mentor::language

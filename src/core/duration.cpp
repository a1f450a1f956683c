#include "mentor/duration.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "digits.hpp"

namespace mentor {

namespace {

constexpr std::int64_t seconds_of_minute = 60;
constexpr std::int64_t seconds_of_hour = 3600;
constexpr std::int64_t seconds_of_hundredth = seconds_of_hour / 100;

/// A plain decimal with at most two decimals, read as hundredths.
std::optional<std::int64_t> hundredths_from(std::string_view text) {
  const auto point = text.find('.');
  const auto whole = number_from_digits(text.substr(0, point));
  if (!whole) {
    return std::nullopt;
  }
  const std::int64_t hundredths = std::int64_t{*whole} * 100;
  if (point == std::string_view::npos) {
    return hundredths;
  }
  const auto decimals = text.substr(point + 1);
  const auto value = number_from_digits(decimals);
  if (!value || decimals.size() > 2) {
    return std::nullopt;
  }
  return hundredths + (decimals.size() == 1 ? *value * 10 : *value);
}

/// Reads what a person types. It may have a comma in place of the point.
std::optional<std::int64_t> typed_hundredths(std::string_view text) {
  std::string plain{text};
  std::replace(plain.begin(), plain.end(), ',', '.');
  return hundredths_from(plain);
}

/// Reads `1:30`, as seconds.
std::optional<std::int64_t> seconds_from_clock(std::string_view text, std::size_t colon) {
  const auto hours = number_from_digits(text.substr(0, colon));
  const auto minutes = number_from_digits(text.substr(colon + 1));
  if (!hours || !minutes || text.size() - colon != 3 || *minutes >= 60) {
    return std::nullopt;
  }
  return *hours * seconds_of_hour + *minutes * seconds_of_minute;
}

/// The shortest plain decimal of `count / one`. `one` must be 1 with `places` zeros.
std::string decimal(std::int64_t count, std::int64_t one, std::size_t places) {
  std::string text = std::to_string(count / one);
  const std::string rest = padded(static_cast<int>(count % one), places);
  const auto last = rest.find_last_not_of('0');
  return last == std::string::npos ? text : text + '.' + rest.substr(0, last + 1);
}

enum class Unit { hours, minutes, lessons };

struct UnitName {
  std::string_view name;
  Unit unit;
};

/// What people call the units. The point after an abbreviation is left out.
constexpr std::array unit_names = {
    UnitName{"ч", Unit::hours},         UnitName{"час", Unit::hours},      UnitName{"часа", Unit::hours},
    UnitName{"часов", Unit::hours},     UnitName{"h", Unit::hours},        UnitName{"hour", Unit::hours},
    UnitName{"hours", Unit::hours},     UnitName{"м", Unit::minutes},      UnitName{"мин", Unit::minutes},
    UnitName{"минута", Unit::minutes},  UnitName{"минуты", Unit::minutes}, UnitName{"минут", Unit::minutes},
    UnitName{"m", Unit::minutes},       UnitName{"min", Unit::minutes},    UnitName{"minute", Unit::minutes},
    UnitName{"minutes", Unit::minutes}, UnitName{"урок", Unit::lessons},   UnitName{"урока", Unit::lessons},
    UnitName{"ур", Unit::lessons},      UnitName{"уроков", Unit::lessons}, UnitName{"lesson", Unit::lessons},
    UnitName{"lessons", Unit::lessons}};

/// A number and its unit, as people type it: `90 мин`.
struct Quantity {
  std::int64_t hundredths = 0;
  Unit unit = Unit::hours;
};

/// The quantity in hundredths of a minute.
std::int64_t minutes_of(const Quantity& quantity, int lesson_minutes) {
  switch (quantity.unit) {
    case Unit::hours:
      return quantity.hundredths * 60;
    case Unit::minutes:
      return quantity.hundredths;
    case Unit::lessons:
      return quantity.hundredths * lesson_minutes;
  }
  return 0;
}

std::optional<Duration> of_whole_minutes(std::int64_t hundredths) {
  return hundredths % 100 == 0 ? Duration::from_seconds(hundredths / 100 * seconds_of_minute) : std::nullopt;
}

/// Takes this many bytes off the beginning of the text.
std::string_view take(std::string_view& rest, std::size_t count) {
  const auto taken = rest.substr(0, count);
  rest.remove_prefix(taken.size());
  return taken;
}

/// Takes a number and its unit. It also takes the blanks after each of them.
std::optional<Quantity> take_quantity(std::string_view& rest) {
  const auto number = typed_hundredths(take(rest, rest.find_first_not_of("0123456789.,")));
  take(rest, rest.find_first_not_of(' '));
  auto name = take(rest, rest.find_first_of(" 0123456789"));
  take(rest, rest.find_first_not_of(' '));
  if (name.ends_with('.')) {
    name.remove_suffix(1);
  }
  const auto* unit =
      std::find_if(unit_names.begin(), unit_names.end(), [&](const UnitName& one) { return one.name == name; });
  return number && unit != unit_names.end() ? std::optional{Quantity{*number, unit->unit}} : std::nullopt;
}

}  // namespace

std::optional<Duration> Duration::from_seconds(std::int64_t seconds) {
  constexpr std::int64_t most = most_hours * seconds_of_hour;
  return seconds > 0 && seconds <= most ? std::optional{Duration{seconds}} : std::nullopt;
}

std::optional<Duration> Duration::parse(std::string_view text) {
  const auto colon = text.find(':');
  if (colon != std::string_view::npos) {
    const auto seconds = seconds_from_clock(text, colon);
    return seconds ? from_seconds(*seconds) : std::nullopt;
  }
  const auto hundredths = hundredths_from(text);
  return hundredths ? from_seconds(*hundredths * seconds_of_hundredth) : std::nullopt;
}

std::int64_t Duration::ten_thousandths() const {
  constexpr std::int64_t numerator = 25;  // 10000 / 3600
  constexpr std::int64_t denominator = 9;
  return (seconds_ * numerator * 2 + denominator) / (denominator * 2);
}

std::string Duration::to_string() const {
  if (seconds_ % seconds_of_hundredth == 0) {
    return decimal(seconds_ / seconds_of_hundredth, 100, 2);
  }
  const auto two_digits = [](std::int64_t number) { return ':' + padded(static_cast<int>(number), 2); };
  std::string text = std::to_string(seconds_ / seconds_of_hour);
  text += two_digits(seconds_ % seconds_of_hour / seconds_of_minute);
  const std::int64_t rest = seconds_ % seconds_of_minute;
  return rest == 0 ? text : text + two_digits(rest);
}

std::string Duration::to_decimal() const { return decimal(ten_thousandths(), 10'000, 4); }

namespace {

/// What people say without a number.
constexpr std::array durations_in_words = {std::pair<std::string_view, int>{"полчаса", 30},
                                           std::pair<std::string_view, int>{"час", 60},
                                           std::pair<std::string_view, int>{"полтора часа", 90}};

}  // namespace

std::optional<Duration> duration_from_input(std::string_view text, int lesson_minutes) {
  for (const auto& [words, minutes] : durations_in_words) {
    if (text == words) {
      return Duration::from_seconds(std::int64_t{minutes} * 60);
    }
  }
  if (const auto hours = typed_hundredths(text)) {
    return Duration::from_seconds(*hours * seconds_of_hundredth);
  }
  if (const auto clock = Duration::parse(text)) {
    return clock;
  }
  const auto first = take_quantity(text);
  if (!first || text.empty()) {
    return first ? of_whole_minutes(minutes_of(*first, lesson_minutes)) : std::nullopt;
  }
  constexpr std::int64_t hour = 6000;  // one hour, in hundredths of a minute
  constexpr std::size_t digits = 2;
  const auto minutes = text.size() <= digits ? number_from_digits(text) : std::nullopt;  // «1 ч 30»
  const auto second =
      minutes ? std::optional{Quantity{std::int64_t{*minutes} * 100, Unit::minutes}} : take_quantity(text);
  text.remove_prefix(minutes ? text.size() : 0);
  const bool is_hours_and_minutes = second && text.empty() && first->unit == Unit::hours &&
                                    first->hundredths % 100 == 0 && second->unit == Unit::minutes &&
                                    second->hundredths < hour;
  return is_hours_and_minutes
             ? of_whole_minutes(minutes_of(*first, lesson_minutes) + minutes_of(*second, lesson_minutes))
             : std::nullopt;
}

}  // namespace mentor

#include "words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <vector>

#include "catalog.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"

namespace mentor::language {

namespace {

constexpr std::array<std::string_view, 12> months = {key("month.1"), key("month.2"),  key("month.3"),  key("month.4"),
                                                     key("month.5"), key("month.6"),  key("month.7"),  key("month.8"),
                                                     key("month.9"), key("month.10"), key("month.11"), key("month.12")};
constexpr std::array<std::string_view, 12> months_of_date = {
    key("month-of-date.1"), key("month-of-date.2"),  key("month-of-date.3"),  key("month-of-date.4"),
    key("month-of-date.5"), key("month-of-date.6"),  key("month-of-date.7"),  key("month-of-date.8"),
    key("month-of-date.9"), key("month-of-date.10"), key("month-of-date.11"), key("month-of-date.12")};
constexpr std::array<std::string_view, 12> short_months = {
    key("month-short.1"), key("month-short.2"),  key("month-short.3"),  key("month-short.4"),
    key("month-short.5"), key("month-short.6"),  key("month-short.7"),  key("month-short.8"),
    key("month-short.9"), key("month-short.10"), key("month-short.11"), key("month-short.12")};

template <class Items, class Show>
std::string joined(const Items& items, Show show) {
  std::string result;
  for (const auto& item : items) {
    result += (result.empty() ? "" : ", ") + show(item);
  }
  return result;
}

/// Shortens a text that a person typed or wrote. It may have any length, but a sentence about it must be short.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 120;  // characters
  std::size_t bytes = 0;
  for (std::size_t count = 0; count < longest && bytes < text.size(); ++count) {
    const auto decoded = utf8::decode(std::string_view{text}.substr(bytes));
    bytes += decoded ? decoded->length : 1;
  }
  return bytes < text.size() ? text.substr(0, bytes) + "…" : text;
}

/// The signs around a value in a sentence, and those around what is quoted within it.
struct Quotes {
  std::string_view open;
  std::string_view close;
  std::string_view inner_open;
  std::string_view inner_close;
};

constexpr Quotes quotes_of(Language language) {
  return language == Language::ru ? Quotes{"«", "»", "„", "“"} : Quotes{"“", "”", "‘", "’"};
}

/// The text with its own quotation marks as they are written inside others: «Анкета „ученик – ученик“». Marks that do
/// not go together stay.
std::string with_inner_quotes(const std::string& text, const Quotes& quotes) {
  if (text.find(quotes.open) == std::string::npos) {
    return text;
  }
  std::string result;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view{text}.substr(at);
    if (rest.starts_with(quotes.open)) {
      ++depth;
      result += quotes.inner_open;
      at += quotes.open.size();
    } else if (rest.starts_with(quotes.close)) {
      if (depth == 0) {
        return text;
      }
      --depth;
      result += quotes.inner_close;
      at += quotes.close.size();
    } else {
      result += text[at++];
    }
  }
  return depth == 0 ? result : text;
}

/// The sentence with `{2}` in the place of each `{0}` that stands between quotation marks, where there are two
/// arguments.
std::string with_quoted_arguments(const std::string& sentence, std::size_t count, const Quotes& quotes) {
  std::string result;
  bool is_quoted = false;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::string_view rest = std::string_view{sentence}.substr(at);
    is_quoted = (is_quoted || rest.starts_with(quotes.open)) && !rest.starts_with(quotes.close);
    std::size_t number = 0;
    const char* const end = rest.data() + rest.size();
    const auto parsed = std::from_chars(rest.data() + (rest.front() == '{' ? 1 : 0), end, number);
    if (is_quoted && rest.front() == '{' && parsed.ec == std::errc{} && parsed.ptr != end && *parsed.ptr == '}') {
      result.append("{").append(std::to_string(number + count)).append("}");
      at += static_cast<std::size_t>(parsed.ptr - rest.data()) + 1;
    } else {
      result += sentence[at++];
    }
  }
  return result;
}

/// Whether a line of a message is a command to be copied.
bool is_command(std::string_view line) { return line.starts_with("mentor "); }

std::string with_decimal_sign(std::string number, Language language) {
  if (language == Language::ru) {
    std::replace(number.begin(), number.end(), '.', ',');
  }
  return number;
}

}  // namespace

std::string Words::text(std::string_view key) const { return std::string{catalog(language_).find(key).value_or(key)}; }

std::string Words::count(std::int64_t number, std::string_view noun) const {
  return fmt::format(fmt::runtime(catalog(language_).find_plural(noun, number).value_or(noun)), number);
}

std::string Words::say(const Message& message) const {
  std::string sentence;
  for (const std::string& line : lines(message)) {
    sentence += line;
  }
  return sentence;
}

std::vector<std::string> Words::parts(const Message& message) const {
  auto parts = lines(message);
  for (std::string& part : parts) {
    if (parts.size() > 1 && !is_command(part)) {
      part.erase(part.find_last_not_of(" ;") + 1);
      part.erase(0, part.find_first_not_of(" ;,"));
    }
  }
  return parts;
}

std::vector<std::string> Words::lines(const Message& message) const {
  const Quotes quotes = quotes_of(language_);
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  std::vector<std::string> quoted;  // each argument as it is said between quotation marks
  bool has_quotes = false;
  for (const Argument& one : message.arguments) {
    const std::string said = argument(one);
    arguments.push_back(said);
    quoted.push_back(with_inner_quotes(said, quotes));
    has_quotes = has_quotes || quoted.back() != said;
  }
  std::string said = text(message.key);
  if (has_quotes) {
    std::for_each(quoted.begin(), quoted.end(), [&](const std::string& one) { arguments.push_back(one); });
    said = with_quoted_arguments(said, quoted.size(), quotes);
  }
  if (said.find("\nmentor ") == std::string::npos) {
    return {fmt::vformat(said, arguments)};
  }
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(said)) {
    lines.push_back(fmt::vformat(line, arguments));
  }
  return lines;
}

std::string Words::argument(const Argument& argument) const {
  struct Visitor {
    const Words& words;
    std::string operator()(const std::string& text) const { return shortened(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Date date) const { return words.date(date); }
    std::string operator()(Years years) const { return words.count(years.value, key("noun.years")); }
    std::string operator()(const AgeRange& range) const {
      if (range.is_any()) {
        return words.text(key("ages.any"));
      }
      return range.to() ? words.say(mentor::say("ages.range", std::int64_t{range.from()}, Years{*range.to()}))
                        : words.say(mentor::say("ages.from", Years{range.from()}));
    }
    std::string operator()(Duration duration) const { return words.duration(duration); }
    std::string operator()(const Label& label) const { return label.in(words.language()); }
    std::string operator()(const Count& count) const { return words.count(count.value, count.noun); }
    std::string operator()(const Phrase& phrase) const { return words.text(phrase.key); }
    std::string operator()(const Period& period) const { return words.period(period); }
    std::string operator()(const Texts& texts) const { return joined(texts, shortened); }
    std::string operator()(const Labels& labels) const {
      return joined(labels, [this](const Label& label) { return label.in(words.language()); });
    }
  };
  return std::visit(Visitor{*this}, argument);
}

std::string Words::date(Date date) const {
  if (language_ == Language::en) {
    return date.to_string();
  }
  return fmt::format("{} {} г.", day(date), date.year());
}

std::string Words::day(Date date) const {
  return language_ == Language::en ? date.to_string()
                                   : fmt::format("{} {}", date.day(), text(months_of_date[date.month() - 1]));
}

std::string Words::short_date(Date date) const {
  const std::string iso = date.to_string();
  if (language_ == Language::en) {
    return iso;
  }
  std::string text;  // put together by hand: a list may have a million
  return text.append(iso, 8, 2).append(1, '.').append(iso, 5, 2).append(1, '.').append(iso, 0, 4);
}

std::string Words::moment(const std::string& moment) const {
  constexpr std::size_t length_of_day = 10;
  constexpr std::size_t length_to_minute = 16;
  const auto day = Date::parse(std::string_view{moment}.substr(0, length_of_day));
  if (!day || moment.size() < length_to_minute) {
    return moment;
  }
  return short_date(*day) + moment.substr(length_of_day, length_to_minute - length_of_day);
}

std::string Words::month(Month month) const { return fmt::format("{} {}", text(months[month.month - 1]), month.year); }

std::string Words::short_month(Month month) const {
  constexpr int century = 100;
  return fmt::format("{} {:02}", text(short_months[month.month - 1]), month.year % century);
}

std::string Words::period(const Period& period) const {
  if (period.is_all()) {
    return text(key("period.all"));
  }
  if (period.first() == Date::earliest()) {
    return say(mentor::say("period.until", period.last()));
  }
  if (period.last() == Date::latest()) {
    return say(mentor::say("period.from", period.first()));
  }
  return say(mentor::say("period.between", period.first(), period.last()));
}

std::string Words::duration(Duration duration) const { return with_decimal_sign(duration.to_string(), language_); }

std::string Words::decimal(std::string number) const { return with_decimal_sign(std::move(number), language_); }

std::string Words::decimal_hours(Duration duration) const {
  return with_decimal_sign(duration.to_decimal(), language_);
}

}  // namespace mentor::language

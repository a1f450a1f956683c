#include "cells.hpp"

#include <algorithm>
#include <array>

#include "mentor/message.hpp"

namespace mentor::render {

namespace {

template <class Items, class Show>
std::string joined(const Items& items, std::string_view separator, Show show) {
  std::string result;
  for (const auto& item : items) {
    result.append(result.empty() ? "" : separator).append(show(item));
  }
  return result;
}

std::string text_of_entry(const Entries::Entry& entry) { return entry.key + ": " + entry.text; }

/// `part` of `whole`, counted in equal pieces and rounded to the nearest. A share that is neither nothing nor the whole
/// is never rounded to either.
std::int64_t rounded_share(const Share& share, std::int64_t pieces) {
  const std::int64_t nearest = (2 * share.part * pieces + share.whole) / (2 * share.whole);
  const bool is_some = share.part != 0 && share.part != share.whole;
  return is_some ? std::clamp<std::int64_t>(nearest, 1, pieces - 1) : nearest;
}

/// A count of pieces, `scale` to one, as a plain decimal. It has no zeros at its end.
std::string with_point(std::int64_t number, std::int64_t scale) {
  std::string text = std::to_string(number / scale);
  std::string rest = std::to_string(scale + number % scale);  // the 1 of `scale` keeps the zeros after the point
  rest.erase(rest.find_last_not_of('0') + 1);
  return rest.size() <= 1 ? text : text.append(1, '.').append(rest, 1);
}

/// A change as its size in hundredths, rounded to the nearest, and whether it is one downwards.
struct Size {
  std::int64_t hundredths;
  bool is_down;
};
Size size_of(const Change& change) {
  const std::int64_t sum = change.sum < 0 ? -change.sum : change.sum;
  const std::int64_t hundredths = (2 * sum + change.count) / (2 * change.count);
  return {hundredths, change.sum < 0 && hundredths != 0};
}

/// Hours as a decimal of two places, as all columns and facts have them. What is more than nothing never reads as 0.
std::string rounded_hours(Duration duration, const language::Words& words) {
  constexpr std::int64_t seconds_of_hundredth = 36;
  const std::int64_t nearest = (duration.seconds() + seconds_of_hundredth / 2) / seconds_of_hundredth;
  return words.decimal(with_point(duration.seconds() == 0 ? 0 : std::max<std::int64_t>(nearest, 1), 100));
}

struct Human {
  const language::Words& words;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Unknown&) const { return words.text(key("cell.unknown")); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Amount amount) const { return words.decimal(amount.to_string()); }
  std::string operator()(Duration duration) const { return rounded_hours(duration, words); }
  std::string operator()(Date date) const { return words.short_date(date); }
  std::string operator()(Month month) const { return words.month(month); }
  std::string operator()(const Share& share) const {
    constexpr std::int64_t per_mille = 1000;
    return words.say(say("cell.percent", words.decimal(with_point(rounded_share(share, per_mille), 10))));
  }
  std::string operator()(const Mean& mean) const {
    const std::int64_t hundredths = (2 * mean.sum + mean.count) / (2 * mean.count);
    return words.decimal(with_point(hundredths, 100));
  }
  std::string operator()(const Change& change) const {
    const auto [hundredths, is_down] = size_of(change);
    return (hundredths == 0 ? "" : is_down ? "−" : "+") + words.decimal(with_point(hundredths, 100));
  }
  std::string operator()(const Link& link) const { return link.address; }
  std::string operator()(const Labelled& labelled) const { return labelled.label.in(words.language()); }
  std::string operator()(const Reference& reference) const { return reference.name; }
  std::string operator()(const DatedCell& part) const {
    const std::string value = std::visit(*this, part.value);
    return !part.from      ? value
           : value.empty() ? words.say(say("cell.ended", *part.from))
                           : words.say(say("cell.from", value, *part.from));
  }
  std::string operator()(const History& history) const { return joined(history, "; ", *this); }
  std::string operator()(const Entries& entries) const { return joined(entries.all(), "; ", text_of_entry); }
  template <class Item>
  std::string operator()(const std::vector<Item>& items) const {
    return joined(items, ", ", *this);
  }
};

struct Machine {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Unknown&) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Amount amount) const { return amount.to_string(); }
  std::string operator()(Duration duration) const { return duration.to_decimal(); }
  std::string operator()(Date date) const { return date.to_string(); }
  std::string operator()(Month month) const { return month.to_string(); }
  std::string operator()(const Share& share) const { return decimal(share.part, share.whole); }
  std::string operator()(const Mean& mean) const { return decimal(mean.sum, 100 * mean.count); }
  std::string operator()(const Change& change) const {
    const std::int64_t size = change.sum < 0 ? -change.sum : change.sum;
    const std::string text = decimal(size, 100 * change.count);
    return (change.sum < 0 && text != "0" ? "-" : "") + text;
  }
  std::string operator()(const Link& link) const { return link.address; }
  std::string operator()(const Labelled& labelled) const { return labelled.id; }
  std::string operator()(const Reference& reference) const { return reference.id; }
  std::string operator()(const DatedCell& part) const {
    const std::string value = std::visit(*this, part.value);
    return part.from ? part.from->to_string() + ' ' + value : value;
  }
  std::string operator()(const History& history) const { return joined(history, "; ", *this); }
  std::string operator()(const Entries& entries) const { return joined(entries.all(), "; ", text_of_entry); }
  template <class Item>
  std::string operator()(const std::vector<Item>& items) const {
    return joined(items, " ", *this);
  }
};

}  // namespace

std::string human(const Cell& cell, const language::Words& words) { return std::visit(Human{words}, cell); }

std::string human(const Heading& heading, const language::Words& words) {
  if (const auto* month = std::get_if<Month>(&heading)) {
    return words.short_month(*month);
  }
  if (const auto* label = std::get_if<Label>(&heading)) {
    return label->in(words.language());
  }
  return std::string{std::get<FixedLabel>(heading).in(words.language())};
}

std::string human(const Wording& wording, const language::Words& words) {
  if (const auto* message = std::get_if<Message>(&wording)) {
    return words.say(*message);
  }
  return std::string{std::get<FixedLabel>(wording).in(words.language())};
}

std::string human_value(const Fact& fact, const language::Words& words) {
  if (const auto* date = std::get_if<Date>(&fact.value)) {
    return words.date(*date);
  }
  const std::string value = human(fact.value, words);
  const auto* unknown = std::get_if<Unknown>(&fact.value);
  return unknown == nullptr || unknown->why.key.empty() ? value : value + " (" + words.say(unknown->why) + ')';
}

std::string human(const Gap& gap, const language::Words& words) {
  const std::string text = words.say(say("report.gap")) + ' ' + words.say(gap.text);
  return gap.records.empty() ? text : text + " (" + human(Cell{gap.records}, words) + ')';
}

std::string machine(const Cell& cell) { return std::visit(Machine{}, cell); }

std::string decimal(std::int64_t part, std::int64_t whole) {
  constexpr std::int64_t places = 10'000;
  return with_point((2 * part * places + whole) / (2 * whole), places);
}

std::string Footnotes::mark(const Message& message) {
  constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (message.key.empty()) {
    return {};
  }
  const auto [known, is_new] = numbers_.try_emplace(message, all_.size());
  if (is_new) {
    std::string mark;
    for (const char digit : std::to_string(all_.size() + 1)) {
      mark += digits.at(static_cast<std::size_t>(digit - '0'));
    }
    all_.push_back({std::move(mark), message});
  }
  return all_[known->second].mark;
}

std::string Footnotes::mark(const Cell& cell) {
  const auto* unknown = std::get_if<Unknown>(&cell);
  return unknown == nullptr ? std::string{} : mark(unknown->why);
}

std::string Footnotes::mark(const Column& column) { return column.note ? mark(*column.note) : std::string{}; }

std::string machine_names(const Cell& cell) {
  if (const auto* reference = std::get_if<Reference>(&cell)) {
    return reference->name;
  }
  const auto* references = std::get_if<std::vector<Reference>>(&cell);
  return references == nullptr ? std::string{}
                               : joined(*references, "; ", [](const Reference& reference) { return reference.name; });
}

}  // namespace mentor::render

#include "cells.hpp"

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

struct Human {
  const language::Words& words;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(Unknown) const { return words.text(key("cell.unknown")); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Duration duration) const { return words.duration(duration); }
  std::string operator()(Date date) const { return words.short_date(date); }
  std::string operator()(Month month) const { return words.month(month); }
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
  std::string operator()(Unknown) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Duration duration) const { return duration.to_decimal(); }
  std::string operator()(Date date) const { return date.to_string(); }
  std::string operator()(Month month) const { return month.to_string(); }
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
  if (const auto* name = std::get_if<std::string>(&heading)) {
    return *name;
  }
  return std::string{std::get<FixedLabel>(heading).in(words.language())};
}

std::string machine(const Cell& cell) { return std::visit(Machine{}, cell); }

std::string machine_names(const Cell& cell) {
  if (const auto* reference = std::get_if<Reference>(&cell)) {
    return reference->name;
  }
  const auto* references = std::get_if<std::vector<Reference>>(&cell);
  return references == nullptr ? std::string{}
                               : joined(*references, "; ", [](const Reference& reference) { return reference.name; });
}

}  // namespace mentor::render

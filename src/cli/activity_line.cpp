#include "activity_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

#include "mentor/activity_line.hpp"
#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "mentor/utf8.hpp"
#include "record_builder.hpp"
#include "references.hpp"

namespace mentor::cli {

namespace {

const Field<Activity>& activity_field(std::string_view name) { return fields<Activity>()[field_index<Activity>(name)]; }

/// The pairs that these names mean, as far as each means one.
std::vector<const Pair*> pairs_named(const ResolveContext& context, const std::vector<std::string>& names) {
  std::vector<const Pair*> pairs;
  for (const std::string& name : names) {
    const auto meant = resolve<Pair>(context, name);
    for (const auto* pair : meant.size() == 1 || means_all_pairs(name) ? meant : decltype(meant){}) {
      pairs.push_back(&pair->record);
    }
  }
  return pairs;
}

/// Whether a number with a point may be hours and not a day that the calendar lacks (`31.11`) or minutes (`1.30`). Only
/// whole quarters of an hour have two decimals, and only `0` stands before a point as a first zero.
bool may_be_hours(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) {
    return true;
  }
  constexpr std::array<std::string_view, 4> quarters = {"00", "25", "50", "75"};
  const std::string_view decimals = text.substr(point + 1);
  const bool is_quarter =
      decimals.size() < 2 || std::find(quarters.begin(), quarters.end(), decimals.substr(0, 2)) != quarters.end();
  return is_quarter && (point < 2 || text.front() != '0');
}

/// Whether a text is long enough to be told from «и», «с» and «к»: it has three letters, or is a short surname with its
/// capital letter, or an id.
bool may_be_name(const ResolveContext& context, const std::string& text) {
  constexpr std::size_t usual = 3;
  const std::size_t length = utf8::length(text);
  const bool is_surname = length == 2 && context.fold(text) != text;
  return length >= usual || is_surname || !by_id<Pair>(context.program, text).empty() ||
         !by_id<Participant>(context.program, text).empty();
}

/// Whether the field understands a text.
bool is_understood(const Session& session, const storage::Loaded& loaded, std::string_view field,
                   const std::string& text, const KnownSoFar& known = {}) {
  const auto understood = understand(session, loaded, activity_field(field), text, known);
  return std::none_of(understood.begin(), understood.end(),
                      [](const Understood& one) { return one.refused.has_value(); });
}

LineMeanings meanings_in(const Session& session, const storage::Loaded& loaded) {
  const ResolveContext context{loaded.program, session.today(), session.fold()};
  return {
      // Each text is asked about on many paths through the line, and each answer goes through all people.
      [context, known = std::make_shared<std::map<std::string, bool>>()](const std::string& text) {
        const auto [found, is_new] = known->try_emplace(text, false);
        if (is_new && may_be_name(context, text)) {
          found->second = context.program.all<Pair>().is_unknown(text) || !resolve<Pair>(context, text).empty();
        }
        return found->second;
      },
      [context, &session, &loaded](const std::string& text, const std::vector<std::string>& pairs) {
        return is_understood(session, loaded, "type", text, {.pairs = pairs_named(context, pairs)});
      },
      [&session, &loaded](const std::string& text) { return is_understood(session, loaded, "on", text); },
      [&session, &loaded](const std::string& text) {
        return may_be_hours(text) && is_understood(session, loaded, "hours", text);
      },
  };
}

/// The same words with a name before each value, which leaves one reading.
std::string with_options(const ActivityLine& line) {
  std::string text;
  for (const std::string& pair : line.pairs) {
    text += (text.empty() ? "" : " ") + shell_word(pair);
  }
  const std::array values{std::pair{"--type", line.type}, std::pair{"--on", line.on}, std::pair{"--hours", line.hours}};
  for (const auto& [option, value] : values) {
    text += value ? std::string{" "} + option + ' ' + shell_word(*value) : "";
  }
  return text;
}

/// How many bytes the start of a text has that is at least as long as this, and holds whole characters.
std::size_t length_of_start(std::string_view text, std::size_t least) {
  constexpr unsigned char kind_of_byte = 0xC0;
  constexpr unsigned char continuation = 0x80;
  std::size_t length = std::min(least, text.size());
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & kind_of_byte) == continuation) {
    ++length;
  }
  return length;
}

/// The label of which some word begins nearly like this one. Nothing when there is none.
std::optional<std::string> label_like(const std::string& word, const Texts& labels, const Fold& fold) {
  const std::string asked = folded_label(word, fold);
  std::map<std::string, std::string> label_by_start;
  for (const std::string& label : labels) {
    const std::string folded = folded_label(label, fold);
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      const auto whole = std::string_view{folded}.substr(begin, end - begin);
      label_by_start.emplace(whole, label);
      label_by_start.emplace(whole.substr(0, length_of_start(whole, asked.size())), label);
      begin = end + 1;
    }
  }
  std::vector<std::string> starts;
  for (const auto& [start, label] : label_by_start) {
    starts.push_back(start);
  }
  const auto nearest = suggest(asked, starts);
  return nearest ? std::optional{label_by_start.at(*nearest)} : std::nullopt;
}

/// Says that a word is nothing that stands in a line, or that it may be several types.
Refused refused_unknown(const Session& session, const storage::Loaded& loaded, const std::string& word,
                        const std::vector<const Pair*>& pairs) {
  const auto as_type = understand(session, loaded, activity_field("type"), word, {.pairs = pairs});
  if (as_type.front().refused && as_type.front().refused->key == key("field-value.several-words")) {
    return {Status::usage, *as_type.front().refused};
  }
  Texts labels;
  for (const ActivityType& type : types_of(pairs, loaded.program.model())) {
    labels.push_back(type.label.in(session.words().language()));
  }
  const auto nearest = label_like(word, labels, session.fold());
  return Refused{Status::usage, say("line.unknown-word", word, std::move(labels))}.with_suggestion(nearest);
}

/// Refuses a line that cannot be read. With a type from an option, its words are left to be pairs, of which one is
/// none.
void refuse_line(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                 const LineMeanings& meanings) {
  const auto& words = typed.at("pairs");
  const auto unknown = unknown_word(words, meanings);
  if (unknown && *unknown == words.front()) {
    find_record<Pair>(session, loaded, words.front(), {});  // throws, since nobody has this name
  }
  if (typed.contains("type")) {
    return;
  }
  if (unknown) {
    const ResolveContext context{loaded.program, session.today(), session.fold()};
    throw refused_unknown(session, loaded, *unknown, pairs_named(context, {words.front()}));
  }
  throw Refused{Status::usage, say("line.no-reading")};
}

}  // namespace

void read_activity_line(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  constexpr std::size_t most_words = 60;
  auto& words = typed.at("pairs");
  if (std::find(words.begin(), words.end(), std::string{}) != words.end()) {
    throw Refused{Status::usage, say("line.empty-word")};
  }
  if (words.size() == 1 || (typed.contains("type") && words.size() > most_words)) {
    return;  // pairs alone
  }
  if (words.size() > most_words) {
    throw Refused{Status::usage, say("line.no-reading")};
  }
  const GivenByOptions given{typed.contains("type"), typed.contains("on"), typed.contains("hours")};
  const auto meanings = meanings_in(session, loaded);
  auto readings = readings_of(words, given, meanings);
  if (!given.type && std::any_of(readings.begin(), readings.end(), [](const auto& line) { return line.type; })) {
    std::erase_if(readings, [](const ActivityLine& line) { return !line.type; });  // it could not be logged
  }
  if (readings.empty()) {
    refuse_line(session, loaded, typed, meanings);
    return;
  }
  if (readings.size() > 1) {
    Refused refused{Status::usage, say("line.several-readings")};
    std::transform(readings.begin(), readings.end(), std::back_inserter(refused.candidates), with_options);
    throw refused;
  }
  ActivityLine& line = readings.front();
  words = std::move(line.pairs);
  const auto give = [&](std::string_view field, std::optional<std::string>& value) {
    if (value) {
      typed[field] = {*std::move(value)};
    }
  };
  give("type", line.type);
  give("on", line.on);
  give("hours", line.hours);
}

}  // namespace mentor::cli

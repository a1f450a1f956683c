#include "activity_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "mentor/activity_line.hpp"
#include "mentor/day_input.hpp"
#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "record_builder.hpp"

namespace mentor::cli {

namespace {

const Field<Activity>& activity_field(std::string_view name) { return fields<Activity>()[field_index<Activity>(name)]; }

/// The pairs that these names mean, as far as each means one.
std::vector<const Pair*> pairs_named(const ResolveContext& context, const std::vector<std::string>& names) {
  std::vector<const Pair*> pairs;
  for (const std::string& name : names) {
    const auto meant = resolve<Pair>(context, name);
    if (meant.size() == 1) {
      pairs.push_back(&meant.front()->record);
    }
  }
  return pairs;
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
      [context](const std::string& text) {
        return context.program.all<Pair>().is_unknown(text) || !resolve<Pair>(context, text).empty();
      },
      [context, &session, &loaded](const std::string& text, const std::vector<std::string>& pairs) {
        return is_understood(session, loaded, "type", text, {.pairs = pairs_named(context, pairs)});
      },
      [&session, &loaded](const std::string& text) { return is_understood(session, loaded, "on", text); },
      [&session, &loaded](const std::string& text) { return is_understood(session, loaded, "hours", text); },
  };
}

/// The same line with a name before each value, which leaves one reading.
std::string with_options(const ActivityLine& line) {
  std::string text = "mentor log-activity";
  for (const std::string& pair : line.pairs) {
    text += ' ' + shell_word(pair);
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
  for (const ActivityType& type : all_types(loaded.program.model())) {
    labels.push_back(type.label.in(session.words().language()));
  }
  const auto nearest = label_like(word, labels, session.fold());
  return Refused{Status::usage, say("line.unknown-word", word, std::move(labels))}.with_suggestion(nearest);
}

}  // namespace

std::vector<std::string> ids_in_line(const Session& session, const TypedFields& typed) {
  constexpr int any_lesson = 45;  // how long it is does not matter here
  std::vector<std::string> ids = typed.at("pairs");
  std::erase_if(ids, [&](const std::string& word) {
    return date_from_input(word, session.today()) || duration_from_input(word, any_lesson);
  });
  if (!typed.contains("type") && ids.size() > 1) {
    ids.pop_back();
  }
  return ids;
}

void read_activity_line(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  auto& words = typed.at("pairs");
  if (words.size() == 1) {
    return;
  }
  const GivenByOptions given{typed.contains("type"), typed.contains("on"), typed.contains("hours")};
  auto meanings = meanings_in(session, loaded);
  auto readings = readings_of(words, given, meanings);
  if (readings.empty() && given.type) {
    return;  // they are to be pairs, and one of them is none
  }
  if (readings.empty()) {
    if (const auto unknown = unknown_word(words, meanings); unknown && *unknown != words.front()) {
      const ResolveContext context{loaded.program, session.today(), session.fold()};
      throw refused_unknown(session, loaded, *unknown, pairs_named(context, {words.front()}));
    }
    // Nobody has the first name. So let it be refused as the name of a pair, if that is all that is wrong.
    meanings.is_pair = [&words](const std::string& text) { return text == words.front(); };
    readings = readings_of(words, given, meanings);
  }
  if (readings.empty()) {
    throw Refused{Status::usage, say("line.no-reading")};
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

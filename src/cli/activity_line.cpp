#include "activity_line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "mentor/activity_line.hpp"
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

LineMeanings meanings_in(const Session& session, const storage::Loaded& loaded) {
  const auto scalar = [&session, &loaded](std::string_view field, const std::string& text) {
    return understand(session, loaded, activity_field(field), text, {}).scalar;
  };
  const ResolveContext context{loaded.program, session.today(), session.fold()};
  return {
      [context](const std::string& text) {
        return context.program.all<Pair>().is_unknown(text) || !resolve<Pair>(context, text).empty();
      },
      [context, &session, &loaded](const std::string& text, const std::vector<std::string>& pairs) {
        return !understand(session, loaded, activity_field("type"), text, pairs_named(context, pairs)).refused;
      },
      [scalar](const std::string& text) { return Date::parse(scalar("on", text)).has_value(); },
      [scalar](const std::string& text) { return Duration::parse(scalar("hours", text)).has_value(); },
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

Refused refused_unknown(const Session& session, const storage::Loaded& loaded, const std::string& word) {
  const auto types = all_types(loaded.program.model());
  Texts labels;
  std::vector<std::string> folded;
  for (const ActivityType& type : types) {
    labels.push_back(type.label.in(session.words().language()));
    folded.push_back(folded_label(labels.back(), session.fold()));
  }
  return Refused{Status::usage, say("line.unknown-word", word, std::move(labels))}.with_suggestion(
      suggest(folded_label(word, session.fold()), folded));
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
      throw refused_unknown(session, loaded, *unknown);
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

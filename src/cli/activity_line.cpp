#include "activity_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <utility>

#include "command.hpp"
#include "mentor/activity_line.hpp"
#include "mentor/day_input.hpp"
#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "mentor/utf8.hpp"
#include "record_builder.hpp"
#include "references.hpp"
#include "with_blanks.hpp"

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

/// Whether a text has the form of a day in numbers: `31.02`, `10/11`, `31.02.2026`. There need be no such day.
bool has_form_of_day(std::string_view text) {
  constexpr std::size_t longest = 4;
  std::size_t parts = 0;
  for (std::string_view rest = text; parts <= 3; ++parts) {
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > longest) {
      return false;
    }
    if (digits == rest.size()) {
      return parts == 1 || parts == 2;
    }
    if (rest[digits] != '.' && rest[digits] != '/' && rest[digits] != '-') {
      return false;
    }
    rest.remove_prefix(digits + 1);
  }
  return false;
}

/// Whether a text is written as a day and a month, and the month has no such day: `31.2`.
bool is_missing_day(std::string_view text) {
  constexpr int leap_year = 2024;
  const auto point = text.find('.');
  const auto number = [](std::string_view digits) {
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? value : 0;
  };
  const int day = number(text.substr(0, point));
  const int month = point == std::string_view::npos ? 0 : number(text.substr(point + 1));
  return Date::from(leap_year, 1, static_cast<unsigned>(day)) &&
         Date::from(leap_year, static_cast<unsigned>(month), 1) &&
         !Date::from(leap_year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

/// Whether a number with a point may be hours and not a day that the calendar lacks (`31.11`, `31.2`) or minutes
/// (`1.30`). Only whole quarters of an hour have two decimals, and only `0` stands before a point as a first zero.
bool may_be_hours(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) {
    return true;
  }
  if (is_missing_day(text)) {
    return false;
  }
  constexpr std::array<std::string_view, 4> quarters = {"00", "25", "50", "75"};
  const std::string_view rest = text.substr(point + 1);
  const std::string_view decimals = rest.substr(0, rest.find_first_not_of("0123456789"));
  const bool is_quarter =
      decimals.size() < 2 || std::find(quarters.begin(), quarters.end(), decimals) != quarters.end();
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

/// Types in other forms, «курсов», may be meant only where nothing else can be.
enum class TypeForms { as_labelled, any };

LineMeanings meanings_in(const Session& session, const storage::Loaded& loaded,
                         TypeForms forms = TypeForms::as_labelled) {
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
      [context, &session, &loaded, forms](const std::string& text, const std::vector<std::string>& pairs) {
        return is_understood(session, loaded, "type", text,
                             {.pairs = pairs_named(context, pairs), .takes_other_forms = forms == TypeForms::any});
      },
      [&session, &loaded](const std::string& text) { return is_understood(session, loaded, "on", text); },
      [&session, &loaded](const std::string& text) {
        return may_be_hours(text) && is_understood(session, loaded, "hours", text);
      },
  };
}

const Option& option_of_activity(std::string_view name) {
  const auto options = log_activity_command.options;
  return *std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.name == name; });
}

/// The same words with a name before each value, which leaves one reading.
std::string with_options(const ActivityLine& line, Language language) {
  std::string text;
  for (const std::string& pair : line.pairs) {
    text += (text.empty() ? "" : " ") + shell_word(pair);
  }
  const std::array values{std::pair{"--type", line.type}, std::pair{"--on", line.on}, std::pair{"--hours", line.hours}};
  for (const auto& [name, value] : values) {
    text += value ? ' ' + typed_label(option_of_activity(name), shell_word(*value)).in(language) : std::string{};
  }
  return text;
}

/// What a reading means: its pairs and values as records hold them. Two readings may mean the same.
std::vector<std::string> meaning_of(const Session& session, const storage::Loaded& loaded, const ActivityLine& line) {
  const ResolveContext context{loaded.program, session.today(), session.fold()};
  std::vector<std::string> meaning;
  const auto pairs = pairs_named(context, line.pairs);
  for (const Pair* pair : pairs) {
    meaning.push_back(pair->id.to_string());
  }
  std::sort(meaning.begin(), meaning.end());
  meaning.erase(std::unique(meaning.begin(), meaning.end()), meaning.end());
  if (pairs.empty()) {
    meaning = line.pairs;  // each may mean several
  }
  const std::array values{std::pair{"type", line.type}, std::pair{"on", line.on}, std::pair{"hours", line.hours}};
  for (const auto& [name, value] : values) {
    meaning.emplace_back();
    if (value) {
      meaning.back() = understand(session, loaded, activity_field(name), *value, {.pairs = pairs}).front().scalar;
    }
  }
  return meaning;
}

/// Leaves one of the readings that mean the same.
void leave_one_of_each(const Session& session, const storage::Loaded& loaded, std::vector<ActivityLine>& readings) {
  std::set<std::vector<std::string>> meant;
  std::erase_if(readings,
                [&](const ActivityLine& line) { return !meant.insert(meaning_of(session, loaded, line)).second; });
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
  starts.reserve(label_by_start.size());
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
  if (has_form_of_day(word)) {
    std::string with_points = word;
    std::replace_if(
        with_points.begin(), with_points.end(), [](char sign) { return sign == '/' || sign == '-'; }, '.');
    return {Status::usage, with_points != word && date_from_input(with_points, session.today())
                               ? say("line.day-with-points", word, with_points)
                               : say("line.no-such-day", word)};
  }
  Texts labels;
  for (const ActivityType& type : types_of(pairs, loaded.program.model())) {
    labels.push_back(type.label.in(session.words().language()));
  }
  const auto nearest = label_like(word, labels, session.fold());
  return Refused{Status::usage, say("line.unknown-word", word, std::move(labels))}.with_suggestion(nearest);
}

/// The words as they would be without the quotes around several of them.
std::vector<std::string> without_quotes(const std::vector<std::string>& words) {
  std::vector<std::string> parts;
  for (const std::string& word : words) {
    std::istringstream stream{word};
    parts.insert(parts.end(), std::istream_iterator<std::string>{stream}, {});
  }
  return parts;
}

/// Refuses a line that could be read if no words of it were in quotes.
void refuse_quotes(const std::vector<std::string>& words, const GivenByOptions& given, const LineMeanings& meanings) {
  const auto parts = without_quotes(words);
  if (parts.size() == words.size() || parts.size() > longest_searched_line) {
    return;
  }
  const auto readings = readings_of(parts, given, meanings);
  const auto reading =
      std::find_if(readings.begin(), readings.end(), [](const ActivityLine& line) { return line.type.has_value(); });
  if (reading != readings.end()) {
    throw Refused{Status::usage, say("line.quotes", with_blanks_between(parts))};
  }
}

Message said_of(const LineFault& fault) {
  switch (fault.kind) {
    case LineFault::Kind::pair_not_first:
      return say("line.pair-first", fault.text);
    case LineFault::Kind::two_types:
      return say("line.two-types", fault.text, fault.other);
    case LineFault::Kind::two_days:
      return say("line.two-days", fault.text, fault.other);
    case LineFault::Kind::two_durations:
      return say("line.two-durations", fault.text, fault.other);
  }
  return say("line.no-reading");
}

/// Refuses words that say who did not come: «никто не пришёл». Shows the line to type, with the option for it. Where
/// the words may mean the mentor or the mentee, shows a line for each. `unknown` is the first word that is not
/// understood.
void refuse_missed(const Session& session, const std::vector<std::string>& words, const std::string& unknown) {
  constexpr std::array<std::string_view, 4> verbs = {"приш", "яви", "come", "show"};
  constexpr std::array<std::string_view, 4> nobody = {"никто", "оба", "обе", "nobody"};
  const Option& missed = option_of_activity("--missed");
  for (auto verb = words.begin() + 1; verb < words.end(); ++verb) {
    const std::string folded = session.fold()(*verb);
    const std::string before = session.fold()(*(verb - 1));
    const bool says_so = std::any_of(verbs.begin(), verbs.end(), [&](auto one) { return folded.starts_with(one); }) &&
                         (before == "не" || before == "not" || before == "didn't");
    if (!says_so || verb - words.begin() < 2) {
      continue;
    }
    const std::string who = session.fold()(*(verb - 2));
    const WordRow* role = find_choice(WordsOf<Role>::rows, who, session.fold());
    const bool is_nobody = std::find(nobody.begin(), nobody.end(), who) != nobody.end();
    const auto first_unknown = std::find(words.begin(), verb, unknown);
    const auto begin = std::min(first_unknown, verb - (role != nullptr || is_nobody ? 2 : 1));
    const auto label_of_role = [](const WordRow& row) { return Label{std::string{row.label.ru}, std::string{row.id}}; };
    Labels values;
    if (role != nullptr) {
      values = {label_of_role(*role)};
    } else if (!is_nobody) {
      std::transform(WordsOf<Role>::rows.begin(), WordsOf<Role>::rows.end(), std::back_inserter(values), label_of_role);
    }
    if (role == nullptr) {
      values.push_back({"оба", "both"});
    }
    const std::vector<std::string> taken{begin, verb + 1};
    Refused refused{Status::usage, say("line.missed", with_blanks_between(taken), typed_name(missed))};
    const Language language = session.words().language();
    for (const Label& value : values) {
      const std::string option = typed_label(missed).in(language) + ' ' + value.in(language);
      refused.candidates.push_back(line_with_words(session, taken, option).value_or(option));
    }
    if (values.size() == 1) {
      const std::string line = refused.candidates.front();
      refused.candidates.clear();
      throw std::move(refused).with_hint(say("hint.type-line", Label{line, line}));
    }
    throw refused;
  }
}

/// Refuses a line that cannot be read. With a type from an option, its words are left to be pairs, of which one is
/// none.
void refuse_line(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                 const GivenByOptions& given, const LineMeanings& meanings) {
  const auto& words = typed.at("pairs");
  refuse_quotes(words, given, meanings);
  const auto unknown = unknown_word(words, meanings);
  if (unknown && *unknown == words.front()) {
    find_record<Pair>(session, loaded, words.front(), {});  // throws, since nobody has this name
  }
  if (typed.contains("type")) {
    return;
  }
  if (unknown) {
    refuse_missed(session, words, *unknown);
    const ResolveContext context{loaded.program, session.today(), session.fold()};
    throw refused_unknown(session, loaded, *unknown, pairs_named(context, {words.front()}));
  }
  const auto fault = fault_of(words, given, meanings);
  throw Refused{Status::usage, fault ? said_of(*fault) : say("line.no-reading")};
}

/// If the two members of one pair stand side by side, they become one text: «Зуев», «Громов» become «Зуев/Громов».
void join_members(const ResolveContext& context, std::vector<std::string>& pairs) {
  for (std::size_t index = 0; index + 1 < pairs.size(); ++index) {
    std::string both = pairs[index] + '/' + pairs[index + 1];
    const auto of_both = resolve<Pair>(context, both);
    const auto is_named_by = [&](const std::string& name) {
      const auto meant = resolve<Pair>(context, name);
      return std::find(meant.begin(), meant.end(), of_both.front()) != meant.end();
    };
    if (of_both.size() == 1 && is_named_by(pairs[index]) && is_named_by(pairs[index + 1])) {
      pairs[index] = std::move(both);
      pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    }
  }
}

}  // namespace

namespace {

/// Whether a folded text has one of these words or beginnings of words.
template <std::size_t Count>
bool has_any(const std::string& text, const std::array<std::string_view, Count>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view one) { return text.find(one) != std::string::npos; });
}

/// Who did not come, as a note tells it. Empty when it does not tell.
std::vector<Role> roles_in(const std::string& note) {
  constexpr std::array<std::string_view, 4> of_both = {"оба", "никто", "both", "nobody"};
  constexpr std::array<std::string_view, 2> of_mentor = {"наставник", "mentor"};
  constexpr std::array<std::string_view, 6> of_mentee = {"наставляем", "ученик",  "ученица",
                                                         "дети",       "ребенок", "mentee"};
  std::vector<Role> roles;
  if (has_any(note, of_both) || has_any(note, of_mentee)) {
    roles.push_back(Role::mentee);
  }
  if (has_any(note, of_both) || has_any(note, of_mentor)) {
    roles.push_back(Role::mentor);
  }
  return roles;
}

}  // namespace

void say_note_of_missed(const Session& session, const Activity& activity, std::vector<Message>& said) {
  constexpr std::array<std::string_view, 9> words = {"не пришли",    "не пришел",   "не пришла",
                                                     "не явились",   "не явился",   "не явилась",
                                                     "did not come", "didn't come", "did not show up"};
  constexpr std::array<std::string_view, 2> others = {"родител", "parent"};
  const std::string note = session.fold()(activity.note.to_string());
  if (activity.is_attempt() || !has_any(note, words) || has_any(note, others)) {
    return;
  }
  std::string who;
  for (const Role role : roles_in(note)) {
    who.append(who.empty() ? "" : ",").append(label_of(role).in(session.words().language()));
  }
  said.push_back(who.empty()      ? say("line.note-of-missed-whose")
                 : activity.hours ? say("line.note-of-missed-with-hours", who)
                                  : say("line.note-of-missed", who));
}

void read_activity_line(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  constexpr std::size_t most_words = 60;
  auto& words = typed.at("pairs");
  if (std::find(words.begin(), words.end(), std::string{}) != words.end()) {
    throw Refused{Status::usage, say("line.empty-word")};
  }
  const GivenByOptions given{typed.contains("type"), typed.contains("on"), typed.contains("hours")};
  if (words.size() == 1 || (given.type && words.size() > most_words)) {
    if (!given.type && words.front().find(' ') != std::string::npos) {
      refuse_quotes(words, given, meanings_in(session, loaded));
    }
    return;  // pairs alone
  }
  if (words.size() > most_words) {
    throw Refused{Status::usage, say("line.no-reading")};
  }
  const auto meanings = meanings_in(session, loaded);
  auto readings = readings_of(words, given, meanings);
  if (!given.type && std::none_of(readings.begin(), readings.end(), [](const auto& line) { return line.type; })) {
    auto others = readings_of(words, given, meanings_in(session, loaded, TypeForms::any));
    if (std::any_of(others.begin(), others.end(), [](const auto& line) { return line.type; })) {
      readings = std::move(others);
    }
  }
  if (!given.type && std::any_of(readings.begin(), readings.end(), [](const auto& line) { return line.type; })) {
    std::erase_if(readings, [](const ActivityLine& line) { return !line.type; });  // it could not be logged
  }
  leave_one_of_each(session, loaded, readings);
  if (readings.empty()) {
    refuse_line(session, loaded, typed, given, meanings);
    return;
  }
  if (readings.size() > 1) {
    Refused refused{Status::usage, say("line.several-readings")};
    std::transform(readings.begin(), readings.end(), std::back_inserter(refused.candidates),
                   [&](const ActivityLine& line) { return with_options(line, session.words().language()); });
    throw refused;
  }
  ActivityLine& line = readings.front();
  join_members({loaded.program, session.today(), session.fold()}, line.pairs);
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

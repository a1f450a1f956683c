// The commands that only make a record. Each is a row: which option gives which field.
#include <array>

#include "cli/activity_line.hpp"
#include "cli/references.hpp"
#include "cli/standard_input.hpp"
#include "mentor/day_input.hpp"
#include "mentor/pauses.hpp"
#include "mentor/shell_word.hpp"
#include "new_record.hpp"

namespace mentor::cli {

namespace {

/// An option, and the field of the record that gets its value.
struct FieldOption {
  Option option;
  std::string_view field;
};

/// The options of such a command: those of its row, and those that all of these commands have.
template <class Record, std::size_t Count>
constexpr auto options_of(const std::array<FieldOption, Count>& row) {
  constexpr std::size_t more = TakesExceptions<Record> ? 3 : 2;
  std::array<Option, Count + more> all{};
  std::transform(row.begin(), row.end(), all.begin(), [](const FieldOption& one) { return one.option; });
  if constexpr (TakesExceptions<Record>) {
    all[Count] = accept_option;
  }
  all[Count + more - 2] = id_option;
  all[Count + more - 1] = strict_option;
  return all;
}

template <class Record>
const Field<Record>& field_named(std::string_view name) {
  return fields<Record>()[field_index<Record>(name)];
}

/// The name of a field as a parameter of a template.
template <std::size_t size>
struct FieldName {
  std::array<char, size> text{};
  constexpr FieldName(const char (&name)[size]) {  // NOLINT(*): it is the name
    std::copy(std::begin(name), std::end(name), text.begin());
  }
};

/// An option that fills a field and is described by it.
template <class Record, FieldName name>
constexpr FieldOption option_of(std::string_view option, std::string_view russian, std::string_view value) {
  Option made{option, russian, "", value, Arity::optional, ""};
  made.told = [] { return field_named<Record>(name.text.data()).help; };
  return {made, name.text.data()};
}

/// Whether a field takes a text of several lines, which may come from standard input.
template <class Record>
bool may_be_read(std::string_view field) {
  return field_named<Record>(field).has_lines;
}

/// `--role mentee,mentor` means the option given twice.
std::vector<std::string> parts_of(const std::vector<std::string>& values) {
  std::vector<std::string> all;
  for (const std::string& value : values) {
    const auto parts = split_at_commas(value);
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all;
}

std::string read_text(const Session& session) {
  std::string text = standard_input(session);
  text.erase(text.find_last_not_of("\r\n") + 1);
  return text;
}

/// What was typed for the fields of the row. It is read before the lock is taken: other writers must not wait while a
/// person types.
template <class Record>
TypedFields typed_fields(const Session& session, const Arguments& arguments, std::span<const FieldOption> row) {
  const FieldOption* reader = nullptr;  // the option that reads standard input
  const auto take_input = [&](const FieldOption& one) {
    if (reader != nullptr) {
      const auto shown = [](const FieldOption& option) {
        return option.option.is_positional() ? std::string{"-"} : std::string{option.option.name} + " -";
      };
      throw Refused{Status::usage, say("usage.not-together", shown(*reader), shown(one))};
    }
    reader = &one;
  };
  for (const FieldOption& one : row) {
    const bool is_input = arguments.all(one.option) == std::vector<std::string>{"-"};
    if (is_input && (one.option.is_positional() || may_be_read<Record>(one.field))) {
      take_input(one);
    }
  }
  TypedFields typed;
  for (const FieldOption& one : row) {
    if (!arguments.has(one.option)) {
      continue;
    }
    auto values = arguments.all(one.option);
    if (one.option.is_positional()) {
      values = with_standard_input(session, values);
    } else if (&one == reader) {
      values = {read_text(session)};
    } else if (one.option.is_repeated()) {
      values = parts_of(values);
    }
    typed.emplace(one.field, std::move(values));
  }
  return typed;
}

/// Throws `Refused` when an option was left out, and nothing else that was typed says the same. If the option has
/// choices, shows the line to type for each.
void require(const Session& session, const FieldOption& needed, const TypedFields& typed, const Command& command) {
  if (typed.contains(needed.field)) {
    return;
  }
  const Option& option = needed.option;
  if (option.choices == nullptr) {
    throw Refused{Status::usage, {key("usage.missing-option"), {typed_name(option), Phrase{option.value}}}}.with_hint(
        say("hint.command-help", typed_label(command)));
  }
  Refused refused{Status::usage, {key("usage.missing-choice"), {typed_name(option), Phrase{option.value}}}};
  const Language language = session.words().language();
  for (const Choice& choice : option.choices()) {
    const bool has_russian = language == Language::ru && !choice.called.empty();
    const std::string value{has_russian ? choice.called.front() : std::string_view{choice.name}};
    refused.candidates.push_back(session.command_line() + ' ' + typed_label(option, shell_word(value)).in(language));
  }
  throw refused;
}

/// Whether what was typed for the field, if anything was, has a meaning.
template <class Record>
bool is_understood(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                   std::string_view name) {
  const auto found = typed.find(name);
  if (found == typed.end() || found->second == std::vector<std::string>{""}) {
    return true;
  }
  const auto understood = understand(session, loaded, field_named<Record>(name), found->second.front(), {});
  return std::none_of(understood.begin(), understood.end(), [](const Understood& one) { return one.refused; });
}

/// Makes a record. The option with this index may be left out if its value is known.
template <class Record, const auto& row, std::size_t known, const Command& command>
Status run_row(Session& session, const Arguments& arguments) {
  const auto complete = [](const Session& in, const storage::Loaded&, TypedFields& typed) {
    require(in, row[known], typed, command);
  };
  make_record<Record>(session, arguments, typed_fields<Record>(session, arguments, row), {.complete = complete});
  return Status::done;
}

constexpr std::array participant_row = {
    FieldOption{{"--name", "--фио", "", key("value.name"), Arity::required, key("help.add-participant.name")}, "name"},
    FieldOption{{"--role", "--роль", "", key("value.role"), Arity::repeated, key("help.add-participant.role"),
                 choices_of<Role>},
                "roles"},
    FieldOption{{.name = "--category",
                 .russian = "--категория",
                 .short_name = "",
                 .value = key("value.category"),
                 .arity = Arity::required,
                 .help = key("help.add-participant.category"),
                 .words = "categories"},
                "category"},
    FieldOption{{"--born", "--рождение", "", key("value.born"), Arity::optional, key("help.add-participant.born")},
                "born"},
    FieldOption{{"--unit", "--класс", "", key("value.text"), Arity::optional, key("help.add-participant.unit")},
                "unit"},
    FieldOption{{"--joined", "--вхождение", "", key("value.date"), Arity::optional, key("help.add-participant.joined")},
                "joined"},
    option_of<Participant, "post">("--post", "--должность", key("value.text")),
    option_of<Participant, "teaching-since">("--teaching-since", "--стаж-с", key("value.date")),
    option_of<Participant, "phone">("--phone", "--телефон", key("value.text")),
    option_of<Participant, "email">("--email", "--почта", key("value.text")),
    option_of<Participant, "representative">("--representative", "--представитель", key("value.text")),
    option_of<Participant, "request">("--request", "--запрос", key("value.text")),
    option_of<Participant, "competences">("--competences", "--компетенции", key("value.text")),
    option_of<Participant, "achievements">("--achievements", "--достижения", key("value.text")),
    option_of<Participant, "interests">("--interests", "--интересы", key("value.text")),
    option_of<Participant, "wished-age">("--wished-age", "--желаемый-возраст", key("value.text")),
    option_of<Participant, "time">("--time", "--время", key("value.text")),
    option_of<Participant, "capacity">("--capacity", "--сколько", key("value.text")),
};
constexpr auto participant_options = [] {
  constexpr auto own = options_of<Participant>(participant_row);
  std::array<Option, own.size() + 1> all{papers_option};
  std::copy(own.begin(), own.end(), all.begin() + 1);
  return all;
}();

constexpr Option continues_option{"--continues",     "--продолжает",  "",
                                  key("value.pair"), Arity::optional, key("help.pair.continues")};

/// An option of a pair that takes its value from the pair with which it goes on, unless it is empty.
constexpr Option taken_from_former(Option option) {
  option.empty_beside = continues_option.name;
  return option;
}

constexpr std::array pair_row = {
    FieldOption{{"--form", "--форма", "", key("value.form"), Arity::optional, key("help.pair.form")}, "form"},
    FieldOption{{"--mentor", "--наставник", "", key("value.reference"), Arity::optional, key("help.pair.mentor")},
                "mentor"},
    FieldOption{{"--mentee", "--наставляемый", "", key("value.reference"), Arity::repeated, key("help.pair.mentee")},
                "mentee"},
    FieldOption{{"--from", "--с", "", key("value.date"), Arity::optional, key("help.pair.from")}, "from"},
    FieldOption{{"--until", "--по", "", key("value.date"), Arity::optional, key("help.pair.until")}, "until"},
    FieldOption{continues_option, "continues"},
    FieldOption{taken_from_former({"--role-model", "--ролевая-модель", "", key("value.word"), Arity::optional,
                                   key("help.pair.role-model")}),
                "role-model"},
    FieldOption{taken_from_former(
                    {"--kind", "--вид-наставничества", "", key("value.word"), Arity::optional, key("help.pair.kind")}),
                "kind"},
    FieldOption{taken_from_former({"--practice", "--программа", "", key("value.reference"), Arity::repeated,
                                   key("help.pair.practice")}),
                "practices"},
    FieldOption{taken_from_former({"--goal", "--цель", "", key("value.text"), Arity::optional, key("help.pair.goal")}),
                "goal"},
};
constexpr Option proposed_pair_option{"--proposed", "--предложена", "", "", Arity::flag, key("help.pair.proposed")};
constexpr Option members_argument{"MENTOR/MENTEE",         "", "", key("value.members"), Arity::repeated,
                                  key("help.pair.members")};
constexpr auto pair_options = [] {
  constexpr auto own = options_of<Pair>(pair_row);
  std::array<Option, own.size() + 2> all{members_argument, proposed_pair_option};
  std::copy(own.begin(), own.end(), all.begin() + 2);
  return all;
}();
constexpr const FieldOption& form_of_pair = pair_row[0];
constexpr const FieldOption& mentor_of_pair = pair_row[1];
constexpr const FieldOption& mentee_of_pair = pair_row[2];
constexpr const FieldOption& first_day_of_pair = pair_row[3];
constexpr std::string_view continues = "continues";

/// What was typed for each of several mentees: a pair each, which together are a group unless a kind was typed.
std::vector<TypedFields> a_pair_each(TypedFields typed) {
  const auto found = typed.find(mentee_of_pair.field);
  if (found == typed.end() || found->second.size() < 2) {
    return {std::move(typed)};
  }
  const std::vector<std::string> mentees = found->second;
  typed.try_emplace("kind", std::vector<std::string>{"group"});
  std::vector<TypedFields> all;
  for (const std::string& mentee : mentees) {
    if (std::count(mentees.begin(), mentees.end(), mentee) > 1) {
      throw refused_twice(mentee, mentee);
    }
    all.push_back(typed);
    all.back()[mentee_of_pair.field] = {mentee};
  }
  return all;
}

/// The first day, if the last of the words belong to it, since there were no quotes around it: `--from 1 November`.
std::optional<std::string> day_without_quotes(const Session& session, const Arguments& arguments,
                                              const std::vector<std::string>& words) {
  const auto begun = arguments.one(first_day_of_pair.option);
  for (std::size_t begin = 1; begun && begin < words.size(); ++begin) {
    std::string day = *begun;
    std::for_each(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(),
                  [&](const std::string& word) { day += ' ' + word; });
    if (date_from_input(day, session.today())) {
      return day;
    }
  }
  return std::nullopt;
}

/// The two members that were typed as words, `Громов/Семёнова` or `Громов Семёнова`. None when no word was typed.
std::vector<std::string> typed_members(const Session& session, const Arguments& arguments) {
  for (const std::string& word : arguments.all(members_argument)) {
    if (word.find('=') != std::string::npos) {
      throw Refused{Status::usage, say("pair.field", word)};
    }
  }
  std::vector<std::string> typed = arguments.all(members_argument);
  std::erase_if(typed, [](const std::string& word) { return is_called(word, "и") || word == "and"; });
  auto words = with_members_apart(typed);
  const bool is_wrong = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.empty() || word.find('/') != std::string::npos;  // a pair beside another word
  });
  if (!words.empty() && (words.size() != 2 || is_wrong)) {
    Refused refused{Status::usage, say("pair.members", Texts{arguments.all(members_argument)})};
    if (const auto day = day_without_quotes(session, arguments, typed)) {
      throw std::move(refused).with_hint(
          say("hint.first-day", typed_label(first_day_of_pair.option, shell_word(*day))));
    }
    const auto from = std::find_if(typed.begin(), typed.end(),
                                   [](const std::string& word) { return is_called(word, "с") || word == "from"; });
    if (from != typed.end() && from + 1 != typed.end()) {
      std::string day;
      std::for_each(from + 1, typed.end(), [&](const std::string& word) { day += (day.empty() ? "" : " ") + word; });
      throw std::move(refused).with_hint(say("hint.first-day", typed_label(first_day_of_pair.option, shell_word(day))));
    }
    throw refused;
  }
  return words;
}

/// Takes the members from words or from options.
Status run_pair(Session& session, const Arguments& arguments) {
  auto typed = typed_fields<Pair>(session, arguments, pair_row);
  if (const auto members = typed_members(session, arguments); !members.empty()) {
    for (const FieldOption* option : {&mentor_of_pair, &mentee_of_pair}) {
      if (typed.contains(option->field)) {
        throw Refused{Status::usage,
                      say("usage.not-together", typed_name(members_argument), typed_name(option->option))};
      }
    }
    typed[mentor_of_pair.field] = {members.front()};
    typed[mentee_of_pair.field] = {members.back()};
  }
  if (arguments.has(proposed_pair_option)) {
    if (typed.contains(first_day_of_pair.field)) {
      throw Refused{Status::usage,
                    say("usage.not-together", typed_name(proposed_pair_option), typed_name(first_day_of_pair.option))};
    }
    typed[first_day_of_pair.field] = {""};
  }
  const bool goes_on = typed.contains(continues);
  if (!goes_on && !typed.contains(mentor_of_pair.field) && !typed.contains(mentee_of_pair.field)) {
    throw Refused{Status::usage, Message{key("usage.missing-argument"), {Phrase{members_argument.value}}}}.with_hint(
        say("hint.command-help", typed_label(pair_command)));
  }
  if (!goes_on) {
    require(session, mentor_of_pair, typed, pair_command);
    require(session, mentee_of_pair, typed, pair_command);
  }
  const auto complete = [](const Session& in, const storage::Loaded& loaded, TypedFields& fields) {
    if (is_understood<Pair>(in, loaded, fields, first_day_of_pair.field)) {  // else that is what to tell
      refuse_several_forms(in, loaded, fields, typed_label(form_of_pair.option).in(in.words().language()) + ' ');
      require(in, form_of_pair, fields, pair_command);
    }
  };
  make_records<Pair>(session, arguments, a_pair_each(std::move(typed)), {.complete = complete});
  return Status::done;
}

/// The word for everybody in the place of a role.
constexpr std::string_view both_roles = "both";

/// The roles, and one word for the two.
std::vector<Choice> choices_of_missed() {
  auto choices = choices_of<Role>();
  choices.push_back({std::string{both_roles}, {"оба", "обе", "никто", "nobody"}});
  return choices;
}

constexpr std::array activity_row = {
    FieldOption{{"PAIR", "", "", key("value.pair"), Arity::required_repeated, key("help.log-activity.pair")}, "pairs"},
    FieldOption{{"--type", "--вид", "", key("value.type"), Arity::optional, key("help.log-activity.type")}, "type"},
    FieldOption{{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.log-activity.on")}, "on"},
    FieldOption{{"--hours", "--часы", "", key("value.hours"), Arity::optional, key("help.log-activity.hours")},
                "hours"},
    FieldOption{{"--note", "--примечание", "", key("value.text"), Arity::optional, key("help.log-activity.note")},
                "note"},
    FieldOption{{"--meeting", "--встреча", "", key("value.meeting"), Arity::optional, key("help.log-activity.meeting"),
                 choices_of<Meeting>},
                "meeting"},
    FieldOption{{"--missed", "--не-пришли", "", key("value.role"), Arity::repeated, key("help.log-activity.missed"),
                 choices_of_missed},
                "missed"},
};
constexpr auto activity_options = options_of<Activity>(activity_row);
constexpr const Option& activity_words = activity_row[0].option;
constexpr const FieldOption& activity_type_option = activity_row[1];

/// Says that the type is missing, and which types the forms of the pairs have.
[[noreturn]] void refuse_without_type(const Session& session, const storage::Loaded& loaded, const TypedFields& typed) {
  std::vector<const Pair*> pairs;
  const auto found = typed.find("pairs");
  for (const std::string& text : found == typed.end() ? std::vector<std::string>{} : found->second) {
    for (const Understood& one : understand(session, loaded, field_named<Activity>("pairs"), text, {})) {
      const auto id = Id<Pair>::parse(one.scalar);
      if (const Pair* pair = id ? loaded.program.find(*id) : nullptr) {
        pairs.push_back(pair);
      }
    }
  }
  Labels types;
  for (const ActivityType& type : types_of(pairs, loaded.program.model())) {
    types.push_back(type.label);
  }
  const Label example = types.empty() ? Label{} : types.front();
  throw Refused{Status::usage, say("line.no-type", typed_name(activity_type_option.option), std::move(types), example)};
}

/// Reads the words behind the pair, if there are some.
Status run_log_activity(Session& session, const Arguments& arguments) {
  auto typed = typed_fields<Activity>(session, arguments, activity_row);
  if (const auto missed = typed.find("missed");
      missed != typed.end() && missed->second == Texts{std::string{both_roles}}) {
    missed->second = {std::string{to_string(Role::mentor)}, std::string{to_string(Role::mentee)}};
  }
  const bool has_words = arguments.all(activity_words) != std::vector<std::string>{"-"};
  if (!has_words) {
    require(session, activity_type_option, typed, log_activity_command);
  }
  const auto complete = [](const Session& in, const storage::Loaded& loaded, TypedFields& fields) {
    read_activity_line(in, loaded, fields);
    if (!fields.contains(activity_type_option.field)) {
      refuse_without_type(in, loaded, fields);
    }
  };
  make_record<Activity>(session, arguments, std::move(typed), {.complete = has_words ? +complete : nullptr});
  return Status::done;
}

constexpr std::array pause_row = {
    FieldOption{{"PAIR", "", "", key("value.pair"), Arity::required_repeated, key("help.pause.pair")}, "pairs"},
    FieldOption{{"--from", "--с", "", key("value.date"), Arity::optional, key("help.pause.from")}, "from"},
    FieldOption{{"--until", "--по", "", key("value.date"), Arity::optional, key("help.pause.until")}, "until"},
    FieldOption{{"--note", "--примечание", "", key("value.text"), Arity::optional, key("help.pause.note")}, "note"},
};
constexpr auto pause_options = options_of<Pause>(pause_row);
constexpr const FieldOption& pairs_of_pause = pause_row[0];
constexpr const FieldOption& first_day_of_pause = pause_row[1];

/// Of all pairs of one member (`Громов/`) those that work on the first day of the pause and are not paused then.
void take_working_pairs(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  const auto first = typed.find(first_day_of_pause.field);
  const Date day =
      first == typed.end()
          ? session.today()
          : day_ahead_from_input(first->second.front(), session.today(), {}).value.value_or(session.today());
  const Pauses pauses{loaded.program};
  const auto works = [&](const Pair& pair) {
    return state_on(pair, day, loaded.program.model(), pauses) == PairState::open;
  };
  std::vector<std::string> meant;
  for (const std::string& reference : typed[pairs_of_pause.field]) {
    if (!means_all_pairs(reference)) {
      meant.push_back(reference);
      continue;
    }
    for (const auto* stored : find_pairs_that(session, loaded, reference, day, works)) {
      meant.push_back(stored->record.id.to_string());
    }
  }
  typed[pairs_of_pause.field] = std::move(meant);
}

Status run_pause(Session& session, const Arguments& arguments) {
  make_record<Pause>(session, arguments, typed_fields<Pause>(session, arguments, pause_row),
                     {.complete = take_working_pairs});
  return Status::done;
}

}  // namespace

const Command add_participant_command{
    .name = "add-participant",
    .russian = "участник",
    .summary = key("help.add-participant.summary"),
    .description = key("help.add-participant.description"),
    .examples = key("help.add-participant.examples"),
    .options = participant_options,
    .writes = true,
    .run = run_row<Participant, participant_row, 1, add_participant_command>,
};

const Command pair_command{
    .name = "pair",
    .russian = "пара",
    .summary = key("help.pair.summary"),
    .description = key("help.pair.description"),
    .examples = key("help.pair.examples"),
    .options = pair_options,
    .writes = true,
    .run = run_pair,
};

const Command log_activity_command{
    .name = "log-activity",
    .russian = "занятие",
    .summary = key("help.log-activity.summary"),
    .description = key("help.log-activity.description"),
    .examples = key("help.log-activity.examples"),
    .options = activity_options,
    .writes = true,
    .run = run_log_activity,
    .behind_dashes = "--note",
};

const Command pause_command{
    .name = "pause",
    .russian = "приостановить",
    .summary = key("help.pause.summary"),
    .description = key("help.pause.description"),
    .examples = key("help.pause.examples"),
    .options = pause_options,
    .writes = true,
    .run = run_pause,
};

}  // namespace mentor::cli

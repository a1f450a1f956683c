#include <algorithm>
#include <array>

#include "cli/accepting.hpp"
#include "cli/field_names.hpp"
#include "cli/first_pair.hpp"
#include "cli/misplaced_words.hpp"
#include "cli/program_edit.hpp"
#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/writing.hpp"
#include "mentor/shell_word.hpp"

namespace mentor::cli {

namespace {

/// Whether a word is a change. Other words are references.
bool is_change(std::string_view word) { return word.find('=') != std::string_view::npos; }

constexpr Option change_argument{"CHANGE", "",       "", key("value.change"), Arity::repeated, key("help.edit.change"),
                                 nullptr,  is_change};

constexpr Option from_option{"--from", "--с", "", key("value.date"), Arity::optional, key("help.edit.from")};
constexpr Option correct_option{"--correct", "--исправление", "", "", Arity::flag, key("help.edit.correct")};

/// Records, or the program itself.
std::vector<Choice> word_for_program() { return {program_choice()}; }
constexpr Option edited_argument = [] {
  Option argument = references_argument;
  argument.choices = word_for_program;
  return argument;
}();

constexpr std::array edit_options = {
    edited_argument, change_argument, from_option, correct_option, accept_option, file_option, strict_option,
};

/// `unit=7А`, `until=`, `roles+=mentor`, `roles-=mentee`.
struct TypedChange {
  enum class Action { set, add, take };

  std::string text;  // as it was typed
  std::string field;
  Action action;
  std::string value;
};

TypedChange change_from(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Refused{Status::usage, say("edit.not-a-change", text)};
  }
  const char before = text[equals - 1];
  const bool sign = before == '+' || before == '-';
  return {text, field_name(text.substr(0, equals - (sign ? 1 : 0))),
          before == '+'   ? TypedChange::Action::add
          : before == '-' ? TypedChange::Action::take
                          : TypedChange::Action::set,
          text.substr(equals + 1)};
}

template <class Record>
void make_change(RecordBuilder<Record>& builder, const Target<Record>& target, const TypedChange& change) {
  const auto& field = target.field;
  if (change.action != TypedChange::Action::set && !field.is_list()) {
    throw Refused{Status::usage, say("edit.not-a-list", change.text, typed_name(field))};
  }
  const auto values = typed_values(field, change.value);
  if (target.word) {
    builder.set_entry(field.name, *target.word, change.value);
  } else if (change.action == TypedChange::Action::add) {
    builder.add_to(field.name, values);
  } else if (change.action == TypedChange::Action::take) {
    builder.take_from(field.name, values);
  } else if (change.value.empty() && field.presence == Presence::required) {
    builder.refuse(field.name, say("edit.required", typed_name(field)));
  } else {
    builder.type(field.name, values);
  }
}

bool share_a_value(const TypedChange& change, const TypedChange& other) {
  const auto values = split_at_commas(change.value);
  const auto others = split_at_commas(other.value);
  return std::find_first_of(values.begin(), values.end(), others.begin(), others.end()) != values.end();
}

/// Refuses two changes of one field that contradict each other: one of them sets the field, or both are about the same
/// value.
void refuse_contradictions(const std::vector<TypedChange>& changes) {
  for (const TypedChange& change : changes) {
    for (const TypedChange& other : changes) {
      const bool is_set = change.action == TypedChange::Action::set;
      if (&change != &other && change.field == other.field && (is_set || share_a_value(change, other))) {
        throw refused_twice(change.text, other.text);
      }
    }
  }
}

/// The changes with the names that the fields of the kind have: «программа» of a pair is «программы».
template <class Record>
std::vector<TypedChange> with_fields_of(std::vector<TypedChange> changes) {
  for (TypedChange& change : changes) {
    if (!is_own_field(change.field)) {
      const auto target = target_of<Record>(change.field);
      change.field = std::string{target.field.name} + (target.word ? '.' + *target.word : std::string{});
    }
  }
  return changes;
}

/// Adds these values to a list or takes them from it. No value is added twice.
std::vector<std::string> changed_list(std::vector<std::string> list, TypedChange::Action action,
                                      const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    const auto place = std::find(list.begin(), list.end(), value);
    if (action == TypedChange::Action::take && place != list.end()) {
      list.erase(place);
    } else if (action == TypedChange::Action::add && place == list.end()) {
      list.push_back(value);
    }
  }
  return list;
}

/// A change of a field that the school keeps for itself. `present` are the record's own fields: a list stays a list.
OwnField own_of(const TypedChange& change, std::span<const OwnField> present) {
  const auto found =
      std::find_if(present.begin(), present.end(), [&](const OwnField& one) { return one.name == change.field; });
  if (found != present.end() && found->is_nested) {
    throw Refused{Status::findings, say("yaml-syntax.by-hand", change.field)};
  }
  const bool is_list = found != present.end() && found->is_list;
  if (change.action != TypedChange::Action::set && !is_list) {
    throw Refused{Status::usage, say("edit.not-a-list", change.text, change.field)};
  }
  if (found == present.end()) {
    refuse_own_name(change.field);
  }
  auto texts = own_texts(change.field, change.value, is_list);
  if (change.action != TypedChange::Action::set) {
    texts = changed_list(found->texts, change.action, texts);
  }
  return {change.field, std::move(texts), is_list};
}

/// Refuses to edit a field of several values that could not be read. The edit would lose them.
template <class Record>
void refuse_unread(RecordBuilder<Record>& builder, const Program& program, const Stored<Record>& stored,
                   const Field<Record>& field) {
  if (field.holds_several() && field.scalars(stored.record).empty() && !program.mark(stored, field.name).is_absent()) {
    const Place place = program.place(stored, field.name);
    builder.refuse(field.name, say("edit.unread", typed_name(field), place.path + ':' + std::to_string(place.line)));
  }
}

/// The value in a cell, as part of a sentence.
Argument argument_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return *text;
  }
  if (const auto* word = std::get_if<Labelled>(&cell)) {
    return word->label;
  }
  Labels labels;
  if (const auto* words = std::get_if<std::vector<Labelled>>(&cell)) {
    std::transform(words->begin(), words->end(), std::back_inserter(labels),
                   [](const auto& word) { return word.label; });
  }
  return labels.empty() ? Argument{Phrase{key("edit.no-value")}} : Argument{std::move(labels)};
}

/// The day on which the value after that of `day` begins, if there is one. The scalars are those of a dated field.
std::optional<Date> next_day(const std::vector<std::string>& scalars, Date day) {
  for (std::size_t index = 0; index < scalars.size(); index += 2) {
    const auto from = Date::parse(scalars[index]);
    if (from && day < *from) {
      return from;
    }
  }
  return std::nullopt;
}

/// Says what has become of a dated field that had a value: since when another holds, or which one was corrected.
template <class Record>
void tell_of_days(const Program& program, const Record& before, const Record& after, const Field<Record>& field,
                  std::optional<Date> begun, Date today, std::vector<Message>& said) {
  if (!field.is_dated() || field.scalars(before).empty() || field.scalars(before) == field.scalars(after)) {
    return;
  }
  const CellView view{program, begun.value_or(today)};
  const Argument was = argument_of(field.cell(before, view));
  const Argument is = argument_of(field.cell(after, view));
  const std::string title = title_of(program, before, today);
  const Label heading{std::string{field.heading.ru}, std::string{field.heading.en}};
  const auto next = begun ? next_day(field.scalars(after), *begun) : std::nullopt;
  said.push_back(next    ? say("edit.begun-until", title, heading, *begun, is, was, *next)
                 : begun ? say("edit.begun", title, heading, *begun, is, was)
                         : say("edit.corrected", title, heading, is, was));
}

/// Which value of dated fields the command means, by its options.
WhichValue which_value(const Session& session, const Arguments& arguments) {
  if (arguments.has(from_option) && arguments.has(correct_option)) {
    throw Refused{Status::usage, say("usage.not-together", typed_name(from_option), typed_name(correct_option))};
  }
  return {typed_day(session, arguments, from_option), arguments.has(correct_option), typed_label(from_option),
          typed_label(correct_option)};
}

/// What a command of edits is to do, and what it has done.
struct Task {
  std::vector<TypedChange> changes;
  WhichValue which;
  const Arguments& arguments;
  std::vector<Message> said = {};
};

/// Refuses a day for fields without days.
template <class Record>
void require_dated(const WhichValue& which, const std::vector<std::string_view>& names) {
  const bool any = std::any_of(names.begin(), names.end(), [](std::string_view name) {
    return fields<Record>()[field_index<Record>(name)].is_dated();
  });
  if (any || (!which.from && !which.in_force)) {
    return;
  }
  Labels dated;
  for (const auto& field : fields<Record>()) {
    if (field.is_dated()) {
      dated.push_back(typed_name(field));
    }
  }
  const Argument option = typed_name(which.from ? from_option : correct_option);
  throw Refused{Status::usage, dated.empty() ? say("edit.no-days", option) : say("edit.no-such-days", option, dated)};
}

/// Throws `Refused` when a person whose data was removed would get some again.
void refuse_forgotten(const Participant& person, const std::vector<std::string_view>& changed) {
  const auto is_personal = [](std::string_view name) {
    return fields<Participant>()[field_index<Participant>(name)].privacy != Privacy::open;
  };
  if (person.forgotten && std::any_of(changed.begin(), changed.end(), is_personal)) {
    throw Refused{Status::findings, say("edit.forgotten", person.id.to_string())}.with_hint(say("hint.forgotten"));
  }
}

template <class Record>
ChangeRecord change_of(const Session& session, const storage::Loaded& loaded, const Stored<Record>& stored,
                       Task& task) {
  RecordBuilder<Record> builder{session, loaded, stored.record, task.which};
  refuse_contradictions(with_fields_of<Record>(task.changes));
  std::vector<std::string_view> fields;
  std::vector<OwnField> own;
  auto changes = task.changes;  // the first day before the last one, which is counted from it
  std::stable_partition(changes.begin(), changes.end(), [](const TypedChange& one) { return one.field == "from"; });
  for (const TypedChange& change : changes) {
    if (is_own_field(change.field)) {
      const auto same =
          std::find_if(own.begin(), own.end(), [&](const OwnField& one) { return one.name == change.field; });
      if (same != own.end()) {
        *same = own_of(change, {&*same, 1});  // the change before it made the list that this one changes
      } else {
        own.push_back(own_of(change, loaded.program.own_fields(stored)));
      }
      continue;
    }
    const auto target = target_of<Record>(change.field);
    refuse_unread(builder, loaded.program, stored, target.field);
    make_change(builder, target, change);
    fields.push_back(target.field.name);
  }
  require_dated<Record>(task.which, fields);
  accept_typed(builder, task.arguments);
  if (task.arguments.has(accept_option)) {
    fields.push_back(accept_name);
  }
  if constexpr (std::is_same_v<Record, Participant>) {
    refuse_forgotten(stored.record, fields);
  }
  Record changed = builder.take();
  for (const auto& field : mentor::fields<Record>()) {
    tell_of_days(loaded.program, stored.record, changed, field, builder.begun(field.name), session.today(), task.said);
  }
  return {std::move(changed), location_of(loaded.program, stored), std::move(fields), std::move(own)};
}

/// Changes program.yaml, which has no days, lists or exceptions of a record.
Status edit_settings(Session& session, const Arguments& arguments, const Task& task) {
  for (const Option* option : {&from_option, &correct_option, &accept_option, &file_option}) {
    if (arguments.has(*option)) {
      throw Refused{Status::usage, say("edit.not-of-program", typed_name(*option))};
    }
  }
  for (const TypedChange& change : task.changes) {
    if (change.action != TypedChange::Action::set) {
      throw Refused{Status::usage, say("edit.not-a-list", change.text, change.field)};
    }
  }
  return edit_program(session, arguments, arguments.all(change_argument));
}

/// Whether some kind has a field that is called so, or `program.yaml` has such a line.
bool names_field(const std::string& word) {
  bool names = is_setting(word, Language::ru) || is_setting(word, Language::en);
  for_each_kind([&]<class Record>(Record*) {
    const auto all = fields<Record>();
    names = names || std::any_of(all.begin(), all.end(), [name = field_name(word)](const auto& field) {
              return field.name == name && field.meaning != Meaning::own_id;
            });
  });
  return names;
}

/// Refuses words that are no changes, and shows the line to type where they are a change in several words: `class 8B`,
/// `organization=School No. 12`.
void refuse_loose_words(const Session& session, const std::vector<std::string>& words) {
  const auto loose = std::find_if(words.begin(), words.end(), [](const auto& word) { return !is_change(word); });
  if (loose == words.end()) {
    return;
  }
  const auto named = std::find_if(loose, words.end(), [](const auto& word) { return names_field(word); });
  const auto begin = loose != words.begin() ? loose - 1 : named;
  const auto end = begin == words.end() ? begin : std::find_if(begin + 1, words.end(), is_change);
  Refused refused{Status::usage, say("edit.not-a-change", *loose)};
  if (end - begin > 1) {
    std::string value;
    std::for_each(begin + 1, end, [&](const std::string& word) { value += (value.empty() ? "" : " ") + word; });
    const std::string change = *begin + (begin == named && !is_change(*begin) ? "=" : " ") + value;
    if (auto line = line_with_words(session, {begin, end}, shell_word(change))) {
      const Label typed{*line, *line};
      throw std::move(refused).with_hint(is_change(*begin) ? say("hint.value-in-quotes", typed)
                                                           : say("hint.type-line", typed));
    }
  }
  throw refused;
}

Status run_edit(Session& session, const Arguments& arguments) {
  Task task{{}, which_value(session, arguments), arguments};
  refuse_loose_words(session, arguments.all(change_argument));
  for (const std::string& text : arguments.all(change_argument)) {
    task.changes.push_back(change_from(text));
  }
  if (task.changes.empty() && !arguments.has(accept_option)) {
    throw Refused{Status::usage, Message{key("usage.missing-argument"), {Phrase{change_argument.value}}}}.with_hint(
        say("hint.command-help", typed_label(edit_command)));
  }
  refuse_contradictions(task.changes);
  refuse_repeated_exceptions(arguments, arguments.all(change_argument));
  auto references = references_of(session, arguments);
  if (references.size() == 1 && means_program(references.front())) {
    return edit_settings(session, arguments, task);
  }
  if (means_program(references.front())) {
    references.front() = word_for<Practice>;  // «программу "Первый проект"» is not the school's
  }
  Writing writing{session, arguments};
  auto loaded = writing.load();
  Edits edits;
  visit_each(session, loaded, references, arguments, [&]<class Record>(const Stored<Record>& stored) {
    try {
      ChangeRecord change = change_of(session, loaded, stored, task);
      Edits beside;
      if constexpr (std::is_same_v<Record, Pair>) {
        if (const Pair& pair = std::get<Pair>(change.record); pair.from < stored.record.from) {
          beside = joined_with_first_pairs(session, loaded.program, {pair}, task.said);
        }
      }
      edits.emplace_back(std::move(change));
      std::move(beside.begin(), beside.end(), std::back_inserter(edits));
    } catch (Refused& refused) {
      if (references.size() > 1) {
        refused.name_record(title_with_id(loaded.program, stored.record, session.today()));
      }
      throw;
    }
  });
  if (edits.size() == 1 && task.said.size() == 1 && task.changes.size() == 1) {
    writing.say_it_once();  // since when another value holds, or which one was corrected
  }
  writing.make(std::move(loaded), std::move(edits), task.said);
  return Status::done;
}

}  // namespace

const Command edit_command{
    .name = "edit",
    .russian = "изменить",
    .summary = key("help.edit.summary"),
    .description = key("help.edit.description"),
    .examples = key("help.edit.examples"),
    .options = edit_options,
    .writes = true,
    .run = run_edit,
};

}  // namespace mentor::cli

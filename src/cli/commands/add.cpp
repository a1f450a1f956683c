#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <type_traits>

#include "cli/choices.hpp"
#include "cli/field_names.hpp"
#include "cli/references.hpp"
#include "cli/standard_input.hpp"
#include "cli/typed_rows.hpp"
#include "cli/with_blanks.hpp"
#include "mentor/day_input.hpp"
#include "mentor/suggest.hpp"

#include "new_record.hpp"

namespace mentor::cli {

namespace {

constexpr Option add_kind_argument{
    "KIND", "", "", key("value.one-of-kind"), Arity::required, key("help.add.kind"), kind_words<KindWord::one>};
constexpr Option value_argument{"VALUE", "", "", key("value.field-value"), Arity::repeated, key("help.add.value")};
constexpr Option rows_option{"--file", "--из-файла", "", key("value.file"), Arity::optional, key("help.add.file")};
constexpr std::array add_options = {add_kind_argument, value_argument, rows_option,
                                    accept_option,     id_option,      strict_option};

/// The words before the first `FIELD=VALUE`.
std::vector<std::string> words_without_a_name(const Arguments& arguments) {
  std::vector<std::string> words = arguments.all(value_argument);
  const auto named = std::find_if(words.begin(), words.end(),
                                  [](const std::string& word) { return word.find('=') != std::string::npos; });
  words.erase(named, words.end());
  return words;
}

/// The field of the day that a record of the kind is about, or by which it is due; null when it has none.
template <class Record>
const Field<Record>* field_of_day() {
  for (const std::string_view name : {"on", "due"}) {
    for (const auto& field : fields<Record>()) {
      if (field.name == name && (field.meaning == Meaning::date || field.meaning == Meaning::due)) {
        return &field;
      }
    }
  }
  return nullptr;
}

/// Takes the only day among words of which there are more than main fields: `Ноутбук 5.12`. It may be of several words.
template <class Record>
void take_day_among(const Session& session, std::vector<std::string>& words, std::size_t fields_left,
                    TypedFields& typed) {
  constexpr std::size_t most_words = 3;
  const Field<Record>* day = field_of_day<Record>();
  const auto& last = fields<Record>()[field_index<Record>(Kind<Record>::main_fields.back())];
  if (day == nullptr || last.is_list() || words.size() <= fields_left) {
    return;
  }
  std::vector<std::pair<std::size_t, std::string>> days;  // where each begins, and its text
  std::vector<std::size_t> lengths;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    for (std::size_t count = std::min(most_words, words.size() - begin); count > 0; --count) {
      std::string text = with_blanks_between(std::span{words}.subspan(begin, count));
      if (date_from_input(text, session.today())) {
        days.emplace_back(begin, std::move(text));
        lengths.push_back(count);
        begin += count - 1;
        break;
      }
    }
  }
  if (days.size() == 1) {
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(days.front().first);
    typed[day->name] = {days.front().second};
    words.erase(first, first + static_cast<std::ptrdiff_t>(lengths.front()));
  }
}

/// Fills the main fields of the kind, each with one of these words, but the last one with all that are left if it is a
/// list. Throws `Refused` when there are too many words.
template <class Record>
TypedFields main_fields_from(const Session& session, std::vector<std::string> words) {
  constexpr auto& names = Kind<Record>::main_fields;
  if constexpr (requires { &Kind<Record>::is_named_by_members; }) {
    words = with_members_apart(std::move(words));
  }
  TypedFields typed;
  std::span<const std::string_view> left{names};
  // «анкета Семёнова входное»: a word of the last field ends the list before it.
  const auto& last = fields<Record>()[field_index<Record>(names.back())];
  if (!last.choices.empty() && words.size() > 1 && find_choice(last.choices, words.back(), session.fold()) != nullptr) {
    typed[last.name] = {words.back()};
    words.pop_back();
    left = left.first(left.size() - 1);
  }
  take_day_among<Record>(session, words, left.size(), typed);
  std::size_t next = 0;
  for (const std::string_view name : left) {
    const auto& field = fields<Record>()[field_index<Record>(name)];
    const bool takes_rest = name == left.back() && field.is_list();
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(next);
    const auto end = takes_rest ? words.end() : begin + (next < words.size() ? 1 : 0);
    if (begin != end) {
      typed[name] = with_standard_input(session, {begin, end});
      next = static_cast<std::size_t>(end - words.begin());
    }
  }
  if (next < words.size()) {
    throw Refused{Status::usage, say("add.not-a-value", words[next])};
  }
  return typed;
}

/// The word of an entry, if no field has this name: `comfort=8` is `answers.comfort=8`.
template <class Record>
std::optional<std::string> entry_named(const std::string& name) {
  const auto all = fields<Record>();
  const bool is_field = std::any_of(all.begin(), all.end(),
                                    [&](const auto& field) { return field.name == name.substr(0, name.find('.')); });
  return is_field ? std::nullopt : std::optional{name};
}

/// A value that was typed for a field, by the field's name, and the word that said so.
struct TypedValue {
  std::string name;
  std::string text;
  std::string word;
};

/// What schools write over the column that says whose a sheet is.
constexpr std::array<std::string_view, 13> names_of_whose = {"кто",      "чья",          "пара",      "фио", "человек",
                                                             "участник", "наставляемый", "наставник", "who", "whose",
                                                             "pair",     "mentee",       "mentor"};

/// Over the column that is «Класс, МО» now, in tables that an earlier version wrote.
constexpr std::string_view former_heading_of_unit = "Класс, подразделение";

/// The field whose whole heading this is, as our own tables print it; else the name as it is.
template <class Record>
std::string name_of_column(const std::string& name) {
  const auto wanted = folded_plainly(name);
  if (std::is_same_v<Record, Survey> && wanted &&
      std::find(names_of_whose.begin(), names_of_whose.end(), *wanted) != names_of_whose.end()) {
    return "pairs";
  }
  if (wanted == folded_plainly(former_heading_of_unit)) {
    return "unit";
  }
  for (const auto& field : fields<Record>()) {
    for (const Language language : {Language::ru, Language::en}) {
      if (wanted && wanted == folded_plainly(field.heading.in(language))) {
        return std::string{field.name};
      }
    }
  }
  return name;
}

/// The name of the field that has this name in another form; any other name as it is. `pair=` of a sheet may be the id
/// of a question.
template <class Record>
std::string in_usual_form(std::string name) {
  const auto all = fields<Record>();
  const bool is_field = std::any_of(all.begin(), all.end(), [&](const auto& field) { return field.name == name; });
  const Field<Record>* other =
      is_field || (is_id(name) && std::is_same_v<Record, Survey>) ? nullptr : field_in_other_form<Record>(name);
  return other == nullptr ? std::move(name) : std::string{other->name};
}

/// The name of a field for what was typed in its place. What heads its column in a table is a name too, where it is
/// no other field's.
template <class Record>
std::string name_typed(const std::string& typed) {
  std::string name = field_name(typed);
  const auto all = fields<Record>();
  const bool is_field = std::any_of(all.begin(), all.end(), [&](const auto& field) {
    return field.name == std::string_view{name}.substr(0, name.find('.'));
  });
  return is_field ? name : in_usual_form<Record>(field_name(name_of_column<Record>(typed)));
}

/// The words `FIELD=VALUE`. Throws `Refused` when one is none.
template <class Record>
std::vector<TypedValue> values_typed(const Arguments& arguments, std::size_t plain_words) {
  std::vector<TypedValue> values;
  const auto all = arguments.all(value_argument);
  for (const std::string& word : std::span{all}.subspan(plain_words)) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Refused{Status::usage, say("add.not-a-value", word)};
    }
    values.push_back({name_typed<Record>(word.substr(0, equals)), word.substr(equals + 1), word});
  }
  return values;
}

/// What was typed for a record: the values of the kind's fields, and those of the school's own fields.
struct TypedRecord {
  TypedFields fields;
  std::vector<OwnField> own;
  std::map<std::string, std::string, std::less<>> words;  // the word that gave each field
};

/// Adds a value to what was typed. Throws `Refused` when it names no field of the kind, or names a field a second time.
template <class Record>
void add_value(TypedRecord& typed, const TypedValue& value) {
  std::string name = value.name;
  if constexpr (requires { Kind<Record>::entries_field; }) {
    if (const auto entry = entry_named<Record>(name); entry && !is_own_field(name)) {
      name = std::string{Kind<Record>::entries_field} + '.' + *entry;  // `comfort` and `answers.comfort` are one
    }
  }
  if (name == fields<Record>().front().name) {
    throw Refused{Status::usage, say("add.id", typed_name(id_option))};
  }
  const auto [former, is_new] = typed.words.emplace(name, value.word);
  if (!is_new) {
    throw refused_twice(former->second, value.word);
  }
  if (is_own_field(name)) {
    OwnField field{name, own_texts(name, value.text, false)};
    refuse_own_name(field.name);
    if (!field.texts.empty()) {
      typed.own.push_back(std::move(field));
    }
    return;
  }
  if constexpr (requires { Kind<Record>::entries_field; }) {
    const std::string dotted = std::string{Kind<Record>::entries_field} + '.';
    auto& entries = typed.fields[Kind<Record>::entries_field];
    const bool is_whole = name == Kind<Record>::entries_field;
    const bool is_one = name.starts_with(dotted);
    if ((is_whole && !entries.empty()) || (is_one && entries.size() == 1)) {
      throw Refused{Status::usage,
                    value.word.find('=') == std::string::npos
                        ? say("survey.both-ways-in-table", value.word,
                              typed_name(fields<Record>()[field_index<Record>(Kind<Record>::entries_field)]))
                        : say("survey.both-ways", value.word)};
    }
    if (is_whole) {
      entries = {value.text};  // all of them in one text
      return;
    }
    if (is_one) {
      const auto begin = std::min(value.text.find_first_not_of(' '), value.text.size());
      entries.insert(entries.end(), {name.substr(dotted.size()), value.text.substr(begin)});
      return;
    }
    if (entries.empty()) {
      typed.fields.erase(Kind<Record>::entries_field);
    }
  }
  const Target<Record> target = target_of<Record>(name);
  auto& values = typed.fields[target.field.name];
  if (target.word) {
    values.insert(values.end(), {*target.word, value.text});
  } else {
    values = typed_values(target.field, value.text);
  }
}

/// What was typed as words and as `FIELD=VALUE`. Throws `Refused` when a word is not a value.
template <class Record>
TypedRecord typed_record(const Session& session, const Arguments& arguments) {
  const auto plain_words = words_without_a_name(arguments);
  TypedRecord typed{main_fields_from<Record>(session, plain_words), {}, {}};
  for (const auto& [name, values] : typed.fields) {
    typed.words.emplace(name, values.front());
  }
  for (const TypedValue& value : values_typed<Record>(arguments, plain_words.size())) {
    add_value<Record>(typed, value);
  }
  return typed;
}

/// Shows what to type when the form of a pair must be chosen.
void refuse_form_left_out(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  const auto& form = fields<Pair>()[field_index<Pair>("form")];
  refuse_several_forms(session, loaded, typed, typed_name(form).in(session.words().language()) + '=');
}

/// Makes a record of each row of a file; what was typed beside it holds for every row.
template <class Record>
void make_records_of_file(Session& session, const Arguments& arguments, const std::string& path) {
  const TypedRecord common = typed_record<Record>(session, arguments);
  std::map<std::string, std::string> fields_of_columns;  // so that each heading is compared once
  const auto field_of = [&](const std::string& column) -> const std::string& {
    const auto known = fields_of_columns.find(column);
    return known != fields_of_columns.end()
               ? known->second
               : fields_of_columns.emplace(column, in_usual_form<Record>(field_name(name_of_column<Record>(column))))
                     .first->second;
  };
  std::vector<TypedFields> all;
  Making making{.are_in_order = true};
  for (const TypedRow& row : rows_of_file(session, path)) {
    TypedRecord typed = common;
    try {
      for (const auto& [name, text] : row.values) {
        add_value<Record>(typed, {field_of(name), text, name});
      }
    } catch (Refused& refused) {
      refused.name_record(path + ':' + std::to_string(row.line_of_names));
      throw;
    }
    all.push_back(std::move(typed.fields));
    making.rows.push_back({{.path = path, .line = row.line, .column = 1}, std::move(typed.own), row.line_of_names});
  }
  make_records<Record>(session, arguments, std::move(all), std::move(making));
}

/// Calls `visit` with a null pointer of the kind that was named. Throws `Refused` when there is no such kind.
template <class Visit>
void visit_kind(const Arguments& arguments, Visit visit) {
  const std::string word = choose_kind(KindWord::one, *arguments.one(add_kind_argument));
  for_each_kind([&]<class Record>(Record* kind) {
    if (word == word_for<Record>) {
      visit(kind);
    }
  });
}

Status run_add(Session& session, const Arguments& arguments) {
  refuse_repeated_exceptions(arguments, arguments.all(value_argument));
  visit_kind(arguments, [&]<class Record>(Record*) {
    if (const auto path = arguments.one(rows_option)) {
      make_records_of_file<Record>(session, arguments, *path);
      return;
    }
    TypedRecord typed = typed_record<Record>(session, arguments);
    Making making{.are_in_order = true, .kind = *arguments.one(add_kind_argument)};
    making.own = std::move(typed.own);
    if constexpr (std::is_same_v<Record, Pair>) {
      making.complete = refuse_form_left_out;
    }
    make_record<Record>(session, arguments, std::move(typed.fields), std::move(making));
  });
  return Status::done;
}

/// The fields of the kind that was named; the kinds when none was named.
HelpList kinds_or_fields(const Arguments& arguments, const language::Words& words) {
  if (!arguments.has(add_kind_argument)) {
    return help_of_kinds(KindWord::one, words);
  }
  HelpList all{key("help.fields"), {}};
  visit_kind(arguments, [&]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      if (field.meaning != Meaning::own_id && field.set_by.empty()) {
        const bool is_russian = words.language() == Language::ru;
        const std::string name = std::string{field.name} + '=' + (is_russian ? ", " + russian_name(field) + '=' : "");
        const bool is_needed = field.presence == Presence::required && field.usual.empty();
        constexpr auto& main = Kind<Record>::main_fields;
        const bool is_main = std::find(main.begin(), main.end(), field.name) != main.end();
        all.items.push_back(
            {is_needed ? name : '[' + name + ']',
             std::string{field.help.in(words.language())} + (is_main ? ' ' + words.text(key("help.add.main")) : "")});
      }
    }
  });
  return all;
}

}  // namespace

const Command add_command{
    .name = "add",
    .russian = "добавить",
    .summary = key("help.add.summary"),
    .description = key("help.add.description"),
    .examples = key("help.add.examples"),
    .options = add_options,
    .writes = true,
    .run = run_add,
    .more_help = kinds_or_fields,
};

}  // namespace mentor::cli

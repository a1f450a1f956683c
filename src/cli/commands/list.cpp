#include <algorithm>

#include "cli/choices.hpp"
#include "cli/field_names.hpp"
#include "cli/filters.hpp"
#include "cli/output.hpp"
#include "cli/row_filters.hpp"
#include "language/unicode.hpp"
#include "mentor/model_tables.hpp"
#include "mentor/reports.hpp"

namespace mentor::cli {

namespace {

/// What can be listed: the records of a kind, or a list of the model.
std::vector<Choice> listed_words() {
  auto words = kind_words<KindWord::folder>();
  const auto of_model = choices_of_rows<model_tables>();
  words.insert(words.end(), of_model.begin(), of_model.end());
  return words;
}

constexpr Option list_kind_argument{"KIND",      "", "", key("value.kind"), Arity::required, key("help.list.kind"),
                                    listed_words};
constexpr Option fields_option{"--fields", "--поля", "", key("value.fields"), Arity::optional, key("help.list.fields")};

constexpr Option sort_option{"--sort", "--порядок", "", key("value.sort"), Arity::optional, key("help.list.sort")};
constexpr Option idle_option{"--idle", "--без-занятий", "", key("value.days"), Arity::optional, key("help.list.idle")};
constexpr Option ending_option{"--ending",        "--заканчиваются", "",
                               key("value.days"), Arity::optional,   key("help.list.ending")};
constexpr Option unpaired_option{"--unpaired", "--без-пары", "", "", Arity::flag, key("help.list.unpaired")};

constexpr Option list_ids_option{"--ids", "--коды", "", "", Arity::flag, key("help.list.ids")};

constexpr auto list_options = with_filters(std::array{
    list_kind_argument,
    period_argument,
    sort_option,
    fields_option,
    wide_option,
    idle_option,
    ending_option,
    unpaired_option,
    find_option,
    part_option,
    practice_option,
    overdue_option,
    undone_option,
    format_option,
    excel_option,
    list_ids_option,
    output_option,
    strict_health_option,
});

/// Typed for all fields.
constexpr std::string_view all_fields = "all";
constexpr std::string_view all_fields_in_russian = "все";

/// Whether the list is to be ids alone, one on a line, for another command to read.
bool is_of_ids(const Arguments& arguments) {
  return arguments.has(list_ids_option) && !arguments.has(excel_option) && !arguments.has(format_option);
}

/// Throws `Refused` when something is asked of the columns of a list that has none.
void refuse_columns_of_ids(const Arguments& arguments) {
  for (const Option& option : {fields_option, wide_option}) {
    if (is_of_ids(arguments) && arguments.has(option)) {
      throw Refused{Status::usage, say("usage.not-together", typed_name(option), typed_name(list_ids_option))};
    }
  }
}

/// Ids alone need not be for Excel.
render::Style style_of_list(const Session& session, const Arguments& arguments) {
  return is_of_ids(arguments) ? render::Style{} : style_of(session, arguments);
}

/// The file of `--output`; empty for standard output.
std::filesystem::path file_of(const Arguments& arguments) {
  std::string file = output_of(arguments);
  return file == "-" ? std::string{} : std::move(file);
}

/// Writes the ids of the section's rows, one on a line.
void write_ids(const Session& session, const Section& section, const std::filesystem::path& file) {
  const auto column =
      std::find_if(section.columns.begin(), section.columns.end(), [](const Column& one) { return one.key == "id"; });
  const auto index = static_cast<std::size_t>(column - section.columns.begin());
  write_whole(session, file, [&](std::ostream& out) {
    section.rows.for_each([&](const Row& row) { out << std::get<std::string>(row[index]) << '\n'; });
  });
}

/// Whether the list is made for a screen: with the columns that people need most, each row on one line.
bool is_short(const Arguments& arguments) {
  return format_of(arguments).name == "text" && !arguments.has(fields_option) && !arguments.has(wide_option);
}

/// The columns that people need most of a list of this kind; nothing when they need all.
std::optional<std::vector<std::string>> listed_fields(std::string_view kind) {
  std::optional<std::vector<std::string>> listed;
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (requires { Kind<Record>::listed; }) {
      if (kind == folder_of<Record>) {
        listed.emplace(Kind<Record>::listed.begin(), Kind<Record>::listed.end());
      }
    }
  });
  return listed;
}

/// The fields that `--fields` names, each once; without it those that people need most. Nothing when all are meant.
std::optional<std::vector<std::string>> asked_fields(const Arguments& arguments, std::string_view kind) {
  const auto typed = arguments.one(fields_option);
  if (!typed) {
    return is_short(arguments) ? listed_fields(kind) : std::nullopt;
  }
  if (*typed == all_fields || is_called(*typed, all_fields_in_russian)) {
    return std::nullopt;
  }
  auto asked = split_at_commas(*typed);
  std::transform(asked.begin(), asked.end(), asked.begin(), field_name);
  return asked;
}

/// The fields among them that are a school's own.
std::vector<std::string> own_fields_of(const std::vector<std::string>& asked) {
  std::vector<std::string> own;
  std::copy_if(asked.begin(), asked.end(), std::back_inserter(own), is_own_field);
  return own;
}

/// The school's own fields that the table needs: those that were asked for; all that records of the kind have where
/// every column is shown, or texts are searched.
std::vector<std::string> own_fields_of(const Program& program, std::string_view kind,
                                       const std::optional<std::vector<std::string>>& asked, bool searches) {
  if (asked && !searches) {
    return own_fields_of(*asked);
  }
  std::vector<std::string> own;
  for_each_kind([&]<class Record>(Record*) {
    if (folder_of<Record> == kind) {
      own = program.own_names<Record>();
    }
  });
  for (const std::string& name : asked ? own_fields_of(*asked) : std::vector<std::string>{}) {
    if (std::find(own.begin(), own.end(), name) == own.end()) {
      own.push_back(name);
    }
  }
  return own;
}

/// What must be read. Fields that are only ever shown are left out, unless the list prints one: then those of its kind
/// are read.
storage::Scope scope_of(std::string_view kind, const Arguments& arguments,
                        const std::optional<std::vector<std::string>>& asked) {
  const bool shows_own = !asked || !own_fields_of(*asked).empty();
  KindSet kinds = asked_by_filters(arguments, own_types(kind).value_or(ModelList::activity_types));
  KindSet shown;
  for_each_kind([&]<class Record>(Record*) {
    if (kind == folder_of<Record>) {
      const bool shows = asked ? needs_more_than_counted<Record>(*asked) : needs_more_than_counted<Record>();
      kinds = kinds | read_by_list<Record>();
      shown = arguments.has(find_option) || shows_own || shows ? KindSet::of<Record>() : KindSet{};
    }
  });
  return storage::Scope::of(read_by_report(kinds)).for_figures(shown);
}

/// The columns as choices. People may name a field in Russian, and another column by the first word of its heading.
std::vector<Choice> choices_of_columns(const std::vector<Column>& columns) {
  std::vector<Choice> choices;
  for (const Column& column : columns) {
    Choice& choice = choices.emplace_back(Choice{column.key});
    const auto* heading = std::get_if<FixedLabel>(&column.heading);
    if (const std::string_view name = russian_field_name(column.key); !name.empty()) {
      choice.called.push_back(name);
    } else if (heading != nullptr) {
      choice.called.push_back(first_word(heading->ru));
    }
  }
  return choices;
}

/// The key of the column that a person has named by its key or by its heading. Another text is given back.
std::string key_of_column(const std::string& typed, const std::vector<Choice>& columns) {
  const auto names = names_of(columns);
  if (std::find(names.begin(), names.end(), typed) != names.end()) {
    return typed;
  }
  const auto is_meant = [&](const Choice& column) {
    return !column.called.empty() && is_called(typed, column.called.front());
  };
  const auto found = std::find_if(columns.begin(), columns.end(), is_meant);
  if (found != columns.end() || is_own_field(typed)) {
    return found != columns.end() ? found->name : typed;
  }
  const auto is_form = [&](const Choice& column) {
    return are_forms_of_name(typed, column.name) ||
           (!column.called.empty() && are_forms_of_name(typed, column.called.front()));
  };
  const auto form = std::find_if(columns.begin(), columns.end(), is_form);
  return std::count_if(columns.begin(), columns.end(), is_form) == 1 ? form->name : typed;
}

std::string joined_with_commas(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text.append(text.empty() ? "" : ",").append(name);
  }
  return text;
}

/// Throws `Refused` when a field is named twice.
void refuse_repeated(const std::vector<std::string>& fields, const std::string& typed) {
  for (auto field = fields.begin(); field != fields.end(); ++field) {
    if (std::find(fields.begin(), field, *field) != field) {
      throw Refused{Status::usage,
                    say("usage.wrong-value", typed_name(fields_option), typed, Phrase{key("expected.no-repeats")})};
    }
  }
}

/// The section with the fields that were asked for. Each must be a column of it, or one of the school's own fields.
/// Those that somebody typed are shown to everybody.
Section with_fields(Section section, const std::optional<std::vector<std::string>>& asked,
                    const std::vector<std::string>& own, bool is_typed) {
  if (!asked) {
    return section;
  }
  auto all = choices_of_columns(section.columns);
  std::erase_if(all, [](const Choice& choice) { return is_own_field(choice.name); });
  std::transform(own.begin(), own.end(), std::back_inserter(all), [](const std::string& name) { return Choice{name}; });
  std::vector<std::string> fields;
  for (const std::string& field : *asked) {
    fields.push_back(choose(typed_label(fields_option), key_of_column(field, all), all));
  }
  refuse_repeated(fields, joined_with_commas(*asked));
  Section picked = pick_columns(std::move(section), fields);
  for (Column& column : picked.columns) {
    column.audience = is_typed ? Audience::all : column.audience;
  }
  return picked;
}

HelpList kinds(const Arguments&, const language::Words& words) {
  HelpList all = help_of_kinds(KindWord::folder, words);
  for (const ModelTable& table : model_tables()) {
    all.items.push_back({std::string{table.name}, std::string{table.title.in(words.language())}});
  }
  return all;
}

/// The number of days of an option; nothing when it is not given. Throws `Refused` when it is no such number, or when
/// the list is not one of pairs.
std::optional<int> days_of(const Arguments& arguments, const Option& option, std::string_view kind) {
  const auto typed = arguments.one(option);
  if (!typed) {
    return std::nullopt;
  }
  if (kind != folder_of<Pair>) {
    throw Refused{Status::usage,
                  say("list.of-one-kind", typed_name(option), typed_name_of_list<Pair>(), typed_label(option, *typed))};
  }
  constexpr std::size_t longest = 4;
  if (typed->empty() || typed->size() > longest || typed->find_first_not_of("0123456789") != std::string::npos) {
    throw Refused{Status::usage, say("usage.wrong-value", typed_name(option), *typed, Phrase{key("expected.days")})};
  }
  return std::stoi(*typed);
}

/// What only lists filter by.
struct OwnFilters {
  std::optional<int> idle_days;
  std::optional<int> ending_days;
  bool is_unpaired = false;
};

/// Throws `Refused` when the list is of another kind, or when nothing could be left to select.
OwnFilters own_filters_of(const Arguments& arguments, std::string_view kind) {
  const OwnFilters filters{days_of(arguments, idle_option, kind), days_of(arguments, ending_option, kind),
                           arguments.has(unpaired_option)};
  const auto refuse_with = [&](const Option& option, std::initializer_list<Option> others) {
    for (const Option& other : others) {
      if (arguments.has(option) && arguments.has(other)) {
        throw Refused{Status::usage, say("usage.not-together", typed_name(option), typed_name(other))};
      }
    }
  };
  refuse_with(idle_option, {proposed_option, paused_option, ended_option, void_option});
  refuse_with(ending_option, {proposed_option, paused_option, ended_option, void_option});
  refuse_with(unpaired_option, {proposed_option, open_option, paused_option, ended_option, void_option, form_option,
                                type_option, pair_option});
  if (filters.is_unpaired && kind != folder_of<Participant>) {
    throw Refused{Status::usage, say("list.of-one-kind", typed_name(unpaired_option), typed_name_of_list<Participant>(),
                                     typed_name(unpaired_option))};
  }
  return filters;
}

/// Refuses the filters that speak of the state of pairs and of activity types where the list is of another kind.
void refuse_filters_of_pairs(const Arguments& arguments, std::string_view kind) {
  if (kind == folder_of<Participant> || kind == folder_of<Pair> || kind == folder_of<Activity>) {
    return;
  }
  for (const Option& option : {type_option, proposed_option, open_option, paused_option, ended_option, void_option}) {
    if (arguments.has(option) && !(option.name == type_option.name && own_types(kind))) {
      throw Refused{Status::usage, say("usage.not-together", typed_name(option), typed_name_of_list(kind))};
    }
  }
}

/// The section with its rows in the order of `--sort`. Throws `Refused` when the section has no such column.
Section in_order_of(Section section, const Arguments& arguments, Language language, const SortKey& sort_key) {
  const auto typed = arguments.one(sort_option);
  if (!typed) {
    return section;
  }
  const bool is_reversed = typed->starts_with('-');
  const auto columns = choices_of_columns(section.columns);
  const std::string named = key_of_column(field_name(typed->substr(is_reversed ? 1 : 0)), columns);
  const std::string column = choose(typed_label(sort_option), named, columns);
  return sorted(std::move(section), {column, is_reversed, language}, sort_key);
}

/// Lists the words of the model. They are few and have no days, so no filter chooses among them.
Status list_model(Session& session, const Arguments& arguments, const ModelTable& table) {
  for (const Option& option : filter_options) {
    if (arguments.has(option)) {
      throw Refused{Status::usage, say("usage.not-together", typed_name(option), typed_label(table))};
    }
  }
  own_filters_of(arguments, table.name);  // refuses them all
  refuse_row_filters(arguments, table.name);
  const auto loaded = session.load(storage::Scope::of({}));
  const auto words = session.report_words(loaded.program);
  Section section = in_order_of(with_rows(session, loaded, table.section(loaded.program.model()), arguments, words),
                                arguments, words.language(), language::russian_order());
  const std::filesystem::path file = file_of(arguments);
  if (is_of_ids(arguments)) {
    write_ids(session, section, file);
    return Status::done;
  }
  Report report{.bare = true};
  report.chapters.push_back({.blocks = {with_fields(std::move(section), asked_fields(arguments, table.name), {},
                                                    arguments.has(fields_option))}});
  write_report(session, report, words, arguments, file);
  tell_of_excel(session, arguments);
  return Status::done;
}

Status list_what_was_asked(Session& session, const Arguments& arguments) {
  const std::string kind =
      choose_kind(KindWord::folder, *arguments.one(list_kind_argument), choices_of_rows<model_tables>());
  refuse_own_file(session, arguments);
  refuse_columns_of_ids(arguments);
  style_of_list(session, arguments);
  for (const ModelTable& table : model_tables()) {
    if (table.name == kind) {
      return list_model(session, arguments, table);
    }
  }
  if (kind != folder_of<Participant>) {
    refuse_lone_role(arguments);
  }
  refuse_filters_of_pairs(arguments, kind);
  refuse_row_filters(arguments, kind);
  const auto asked = asked_fields(arguments, kind);
  const OwnFilters own_filters = own_filters_of(arguments, kind);
  const auto loaded = session.load(scope_of(kind, arguments, asked));
  const SortKey sort_key = language::russian_order();
  Filter filter = filter_of(session, loaded, arguments, own_types(kind).value_or(ModelList::activity_types));
  filter.idle_days = own_filters.idle_days;
  filter.ending_days = own_filters.ending_days;
  filter.is_unpaired = own_filters.is_unpaired;
  const ReportContext context{loaded.program,
                              std::move(filter),
                              session.today(),
                              sort_key,
                              {},
                              own_fields_of(loaded.program, kind, asked, arguments.has(find_option)),
                              health_of(loaded.program, loaded.findings)};
  const auto words = session.report_words(loaded.program);
  const std::filesystem::path file = file_of(arguments);
  Report report{.bare = true, .health = health_section(context.health)};
  for_each_kind([&]<class Record>(Record*) {
    if (kind == folder_of<Record>) {
      Section section = table_of<Record>(context);
      section.total.clear();
      section = with_rows(session, loaded, std::move(section), arguments, words);
      section = in_order_of(std::move(section), arguments, words.language(), sort_key);
      if (is_of_ids(arguments)) {
        write_ids(session, section, file);
        return;
      }
      report.chapters.push_back({.blocks = {with_fields(std::move(section), asked, loaded.program.own_names<Record>(),
                                                        arguments.has(fields_option))}});
    }
  });
  if (is_of_ids(arguments)) {
    return status_of(arguments, context.health);
  }
  render::Style style = style_of_list(session, arguments);
  style.one_line = is_short(arguments);
  write_report(session, report, words, arguments, style, file);
  tell_of_excel(session, arguments);
  return status_of(arguments, context.health);
}

/// Takes words behind the kind for a period.
Status run_list(Session& session, const Arguments& arguments) {
  const auto words = arguments.all(period_argument);
  if (words.empty()) {
    return list_what_was_asked(session, arguments);
  }
  if (!is_period(session, words)) {
    refuse_filter_without_option(session, words);
    throw Refused{Status::usage, say("usage.extra-argument", words.front())};
  }
  return list_what_was_asked(session, with_period(arguments, words));
}

}  // namespace

const Command list_command{
    .name = "list",
    .russian = "список",
    .summary = key("help.list.summary"),
    .description = key("help.list.description"),
    .examples = key("help.list.examples"),
    .options = list_options,
    .writes = false,
    .run = run_list,
    .more_help = kinds,
};

}  // namespace mentor::cli

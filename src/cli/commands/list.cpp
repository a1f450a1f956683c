#include <algorithm>

#include "cli/choices.hpp"
#include "cli/field_names.hpp"
#include "cli/filters.hpp"
#include "cli/output.hpp"
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
constexpr Option wide_option{"--wide", "--широко", "", "", Arity::flag, key("help.list.wide")};
constexpr Option idle_option{"--idle", "--без-занятий", "", key("value.days"), Arity::optional, key("help.list.idle")};
constexpr Option ending_option{"--ending",        "--заканчиваются", "",
                               key("value.days"), Arity::optional,   key("help.list.ending")};
constexpr Option unpaired_option{"--unpaired", "--без-пары", "", "", Arity::flag, key("help.list.unpaired")};

constexpr auto list_options = with_filters(std::array{
    list_kind_argument,
    sort_option,
    fields_option,
    wide_option,
    idle_option,
    ending_option,
    unpaired_option,
    format_option,
    excel_option,
    ids_option,
    output_option,
    strict_health_option,
});

/// Typed for all fields.
constexpr std::string_view all_fields = "all";
constexpr std::string_view all_fields_in_russian = "все";

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
  for (auto field = asked.begin(); field != asked.end(); ++field) {
    if (std::find(asked.begin(), field, *field) != field) {
      throw Refused{Status::usage, say("usage.wrong-value", std::string{fields_option.name}, *typed,
                                       Phrase{key("expected.no-repeats")})};
    }
  }
  return asked;
}

/// The fields among them that are a school's own.
std::vector<std::string> own_fields_of(const std::optional<std::vector<std::string>>& asked) {
  std::vector<std::string> own;
  if (asked) {
    std::copy_if(asked->begin(), asked->end(), std::back_inserter(own), is_own_field);
  }
  return own;
}

/// What must be read. Fields that are only ever shown are left out, unless the list prints one.
storage::Scope scope_of(std::string_view kind, const std::optional<std::vector<std::string>>& asked) {
  bool shows = !own_fields_of(asked).empty();
  for_each_kind([&]<class Record>(Record*) {
    shows =
        shows || (kind == folder_of<Record> && (asked ? has_shown_fields<Record>(*asked) : has_shown_fields<Record>()));
  });
  return shows ? storage::Scope::everything() : storage::Scope::everything().for_figures();
}

/// The section with the fields that were asked for. Each must be a column of it, or one of the school's own fields.
Section with_fields(Section section, const std::optional<std::vector<std::string>>& asked,
                    const std::vector<std::string>& own) {
  if (!asked) {
    return section;
  }
  std::vector<std::string> all;
  for (const Column& column : section.columns) {
    if (!is_own_field(column.key)) {
      all.push_back(column.key);
    }
  }
  all.insert(all.end(), own.begin(), own.end());
  for (const std::string& field : *asked) {
    choose(fields_option.name, field, all);
  }
  Section picked = pick_columns(std::move(section), *asked);
  for (Column& column : picked.columns) {
    column.audience = Audience::all;
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
    throw Refused{Status::usage, say("list.of-one-kind", std::string{option.name}, std::string{folder_of<Pair>},
                                     std::string{option.name} + ' ' + *typed)};
  }
  constexpr std::size_t longest = 4;
  if (typed->empty() || typed->size() > longest || typed->find_first_not_of("0123456789") != std::string::npos) {
    throw Refused{Status::usage,
                  say("usage.wrong-value", std::string{option.name}, *typed, Phrase{key("expected.days")})};
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
        throw Refused{Status::usage, say("usage.not-together", std::string{option.name}, std::string{other.name})};
      }
    }
  };
  refuse_with(idle_option, {paused_option, ended_option, void_option});
  refuse_with(ending_option, {paused_option, ended_option, void_option});
  refuse_with(unpaired_option,
              {open_option, paused_option, ended_option, void_option, form_option, type_option, pair_option});
  if (filters.is_unpaired && kind != folder_of<Participant>) {
    throw Refused{Status::usage, say("list.of-one-kind", std::string{unpaired_option.name},
                                     std::string{folder_of<Participant>}, std::string{unpaired_option.name})};
  }
  return filters;
}

/// The section with its rows in the order of `--sort`. Throws `Refused` when the section has no such column.
Section in_order_of(Section section, const Arguments& arguments, Language language, const SortKey& sort_key) {
  const auto typed = arguments.one(sort_option);
  if (!typed) {
    return section;
  }
  const bool is_reversed = typed->starts_with('-');
  std::vector<std::string> columns;
  std::transform(section.columns.begin(), section.columns.end(), std::back_inserter(columns),
                 [](const Column& column) { return column.key; });
  const std::string column = choose(sort_option.name, field_name(typed->substr(is_reversed ? 1 : 0)), columns);
  return sorted(std::move(section), {column, is_reversed, language}, sort_key);
}

/// Lists the words of the model. They are few and have no days, so no filter chooses among them.
Status list_model(Session& session, const Arguments& arguments, const ModelTable& table) {
  for (const Option& option : filter_options) {
    if (arguments.has(option)) {
      throw Refused{Status::usage, say("usage.not-together", std::string{option.name}, std::string{table.name})};
    }
  }
  own_filters_of(arguments, table.name);  // refuses them all
  const auto loaded = session.load(storage::Scope::of({}));
  const auto words = session.report_words(loaded.program);
  Report report{.bare = true};
  report.chapters.push_back({.blocks = {with_fields(in_order_of(table.section(loaded.program.model()), arguments,
                                                                words.language(), language::russian_order()),
                                                    asked_fields(arguments, table.name), {})}});
  const std::string file = output_of(arguments);
  write_report(session, report, words, arguments, file == "-" ? std::filesystem::path{} : std::filesystem::path{file});
  return Status::done;
}

Status run_list(Session& session, const Arguments& arguments) {
  const std::string kind =
      choose_kind(KindWord::folder, *arguments.one(list_kind_argument), choices_of_rows<model_tables>());
  refuse_own_file(session, arguments);
  style_of(session, arguments);
  for (const ModelTable& table : model_tables()) {
    if (table.name == kind) {
      return list_model(session, arguments, table);
    }
  }
  if (kind != folder_of<Participant>) {
    refuse_lone_role(arguments);
  }
  const auto asked = asked_fields(arguments, kind);
  const OwnFilters own_filters = own_filters_of(arguments, kind);
  const auto loaded = session.load(scope_of(kind, asked));
  const SortKey sort_key = language::russian_order();
  Filter filter = filter_of(session, loaded, arguments);
  filter.idle_days = own_filters.idle_days;
  filter.ending_days = own_filters.ending_days;
  filter.is_unpaired = own_filters.is_unpaired;
  const ReportContext context{loaded.program,
                              std::move(filter),
                              session.today(),
                              sort_key,
                              {},
                              own_fields_of(asked),
                              health_of(loaded.program, loaded.findings)};
  const auto words = session.report_words(loaded.program);
  Report report{.bare = true, .health = health_section(context.health)};
  for_each_kind([&]<class Record>(Record*) {
    if (kind == folder_of<Record>) {
      Section section = table_of<Record>(context);
      section.total.clear();
      section = in_order_of(std::move(section), arguments, words.language(), sort_key);
      report.chapters.push_back(
          {.blocks = {with_fields(std::move(section), asked, loaded.program.own_names<Record>())}});
    }
  });
  const std::string file = output_of(arguments);
  render::Style style = style_of(session, arguments);
  style.one_line = is_short(arguments);
  style.is_wide = arguments.has(wide_option);
  write_report(session, report, words, arguments, style,
               file == "-" ? std::filesystem::path{} : std::filesystem::path{file});
  return status_of(arguments, context.health);
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

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

constexpr auto list_options = with_filters(std::array{
    list_kind_argument,
    fields_option,
    format_option,
    excel_option,
    output_option,
    strict_health_option,
});

/// The fields that `--fields` names, each once. Nothing when the option is not given, so that all are meant.
std::optional<std::vector<std::string>> asked_fields(const Arguments& arguments) {
  const auto typed = arguments.one(fields_option);
  if (!typed) {
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

/// Lists the words of the model. They are few and have no days, so no filter chooses among them.
Status list_model(Session& session, const Arguments& arguments, const ModelTable& table) {
  for (const Option& option : filter_options) {
    if (arguments.has(option)) {
      throw Refused{Status::usage, say("usage.not-together", std::string{option.name}, std::string{table.name})};
    }
  }
  const auto loaded = session.load(storage::Scope::of({}));
  Report report{.bare = true};
  report.chapters.push_back(
      {.blocks = {with_fields(table.section(loaded.program.model()), asked_fields(arguments), {})}});
  const std::string file = output_of(arguments);
  write_report(session, report, session.report_words(loaded.program), arguments,
               file == "-" ? std::filesystem::path{} : std::filesystem::path{file});
  return Status::done;
}

Status run_list(Session& session, const Arguments& arguments) {
  const std::string kind =
      choose_kind(KindWord::folder, *arguments.one(list_kind_argument), names_of(choices_of_rows<model_tables>()));
  style_of(session, arguments);
  for (const ModelTable& table : model_tables()) {
    if (table.name == kind) {
      return list_model(session, arguments, table);
    }
  }
  if (kind != folder_of<Participant>) {
    refuse_lone_role(arguments);
  }
  const auto asked = asked_fields(arguments);
  const auto loaded = session.load(scope_of(kind, asked));
  const SortKey sort_key = language::russian_order();
  const ReportContext context{
      loaded.program,       filter_of(session, loaded, arguments),     session.today(), sort_key, {},
      own_fields_of(asked), health_of(loaded.program, loaded.findings)};
  Report report{.bare = true, .health = health_section(context.health)};
  for_each_kind([&]<class Record>(Record*) {
    if (kind == folder_of<Record>) {
      Section section = table_of<Record>(context);
      section.total.clear();
      report.chapters.push_back(
          {.blocks = {with_fields(std::move(section), asked, loaded.program.own_names<Record>())}});
    }
  });
  const auto words = session.report_words(loaded.program);
  const std::string file = output_of(arguments);
  write_report(session, report, words, arguments, file == "-" ? std::filesystem::path{} : std::filesystem::path{file});
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

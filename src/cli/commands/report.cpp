#include "cli/choices.hpp"
#include "mentor/reports.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "cli/filters.hpp"
#include "cli/output.hpp"
#include "cli/with_blanks.hpp"
#include "language/unicode.hpp"
#include "mentor/shell_word.hpp"
#include "storage/change/store.hpp"
#include "storage/disk/git_revision.hpp"

namespace mentor::cli {

namespace {

constexpr Option name_argument{"NAME",
                               "",
                               "",
                               key("value.report"),
                               Arity::required_repeated,
                               key("help.report.name"),
                               choices_of_rows<all_reports>};
constexpr Option file_or_folder_option{
    "--output", "--файл", "-o", key("value.file-or-folder"), Arity::optional, key("help.report.output")};

constexpr auto report_options = with_filters(std::array{
    name_argument,
    format_option,
    excel_option,
    ids_option,
    wide_option,
    file_or_folder_option,
    strict_health_option,
});

/// How the words behind the command may be read: so many of the first ones name reports, and the others a period.
struct Reading {
  std::size_t names;
  std::vector<std::string> period;
};

bool names_report(const std::string& word) {
  const auto rows = all_reports();
  return std::any_of(rows.begin(), rows.end(), [&](const ReportRow* row) { return row->name == word; });
}

/// All such readings.
std::vector<Reading> readings_of(const Session& session, const Arguments& arguments) {
  const auto names = arguments.all(name_argument);
  const auto typed = arguments.typed(name_argument);
  std::vector<Reading> readings;
  for (std::size_t count = 1; count <= names.size() && names_report(names[count - 1]); ++count) {
    const std::vector<std::string> rest{typed.begin() + static_cast<std::ptrdiff_t>(count), typed.end()};
    if (rest.empty() || is_period(session, rest)) {
      readings.push_back({count, rest});
    }
  }
  return readings;
}

/// The command line with the period of the reading behind its option.
std::string line_of(const Session& session, const Arguments& arguments, const Reading& reading) {
  const Language language = session.words().language();
  std::string line = "mentor " + typed_label(report_command).in(language);
  const auto names = arguments.all(name_argument);
  for (std::size_t index = 0; index < reading.names; ++index) {
    line += ' ' + typed_label(choose_row({}, names[index], all_reports())).in(language);
  }
  const std::string period = with_blanks_between(reading.period);
  return period.empty() ? line : line + ' ' + typed_label(period_option, shell_word(period)).in(language);
}

/// The arguments with words behind the names of reports as the period, if they are one. Throws `Refused` when a word
/// may be either.
Arguments with_period_apart(const Session& session, const Arguments& arguments) {
  const auto names = arguments.all(name_argument);
  const auto typed = arguments.typed(name_argument);
  if (std::all_of(names.begin(), names.end(), names_report) &&
      std::none_of(typed.begin(), typed.end(),
                   [&](const std::string& word) { return is_usual_period(session, {word}); })) {
    return arguments;
  }
  const auto readings = readings_of(session, arguments);
  if (readings.size() > 1) {
    Refused refused{Status::usage, say("report.name-or-period")};
    for (const Reading& reading : readings) {
      refused.candidates.push_back(line_of(session, arguments, reading));
    }
    throw refused;
  }
  if (readings.empty() || readings.front().period.empty()) {
    return arguments;
  }
  Arguments apart = with_period(arguments, readings.front().period);
  apart.set(name_argument, {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(readings.front().names)});
  return apart;
}

/// The rows of the reports that were named. Throws `Refused` when a word names none.
std::vector<const ReportRow*> rows_of(const Session& session, const Arguments& arguments) {
  std::vector<const ReportRow*> rows;
  const auto names = arguments.all(name_argument);
  const auto typed = arguments.typed(name_argument);
  const auto other = std::find_if_not(names.begin(), names.end(), names_report) - names.begin();
  if (other > 0) {
    refuse_filter_without_option(session, {typed.begin() + other, typed.end()});
  }
  for (const std::string& name : arguments.all(name_argument)) {
    const ReportRow* row = &choose_row({}, name, all_reports());
    if (std::find(rows.begin(), rows.end(), row) == rows.end()) {  // «дорожная карта» are two words of one name
      rows.push_back(row);
    }
  }
  return rows;
}

/// Where the reports go.
struct Output {
  std::filesystem::path path;  // empty for standard output
  bool is_folder = false;      // a folder with a file for each report

  std::filesystem::path of(std::string_view name, const render::Format& format) const {
    return is_folder ? path / std::string{name}.append(format.extension) : path;
  }
};

/// Throws `Refused` when the reports cannot go there. This comes before anything is read or made.
Output output_for(const Session& session, const Arguments& arguments, std::span<const ReportRow* const> rows) {
  const render::Format& format = format_of(arguments);
  const auto typed = output_of(arguments);
  Output output;
  if (typed != "-") {
    std::error_code error;
    output.path = typed;
    output.is_folder = typed.ends_with('/') || std::filesystem::is_directory(session.world().folder / typed, error);
  }
  if (rows.size() > 1 && !output.is_folder && !format.can_follow && !arguments.has(excel_option)) {
    throw Refused{Status::usage, say("usage.one-report", typed_label(format))}.with_hint(say("hint.output-folder"));
  }
  std::error_code error;
  if (rows.size() > 1 && arguments.has(excel_option) && !output.path.empty() && !output.is_folder &&
      output.path.extension().empty() && !std::filesystem::exists(session.world().folder / output.path, error)) {
    throw Refused{Status::usage, say("usage.file-or-folder", typed)}.with_hint(
        say("hint.output-file-or-folder", shell_word(typed + '/'), shell_word(typed + std::string{format.extension})));
  }
  for (const ReportRow* row : rows) {
    if (const auto file = output.of(row->name, format); !file.empty()) {
      answer_file(session, file);
    }
  }
  return output;
}

/// Writes the reports one after another to one place. Each is made when its turn comes.
void write_reports(const Session& session, std::span<const ReportRow* const> rows, const ReportContext& context,
                   const Arguments& arguments, const std::filesystem::path& file) {
  const auto words = session.report_words(context.program);
  if (rows.size() == 1) {
    write_report(session, make_report(*rows.front(), context), words, arguments, file);
    return;
  }
  const render::Format& format = format_of(arguments);
  const auto usual_style = style_of(session, arguments);
  auto style = file.empty() ? usual_style : style_in_file(usual_style, arguments);
  style.is_titled = true;
  write_whole(session, file, [&](std::ostream& out) {
    bool is_first = true;
    for (const ReportRow* row : rows) {
      out << (is_first || style.excel ? "" : "\n");
      style.follows = !std::exchange(is_first, false);
      format.render([&](std::string_view, const storage::Write& write) { write(out); }, make_report(*row, context),
                    words, style);
    }
  });
}

/// Throws `storage::SystemError` when a folder has the name of the file.
void refuse_folder(const storage::OutputFile& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file.path, error)) {
    throw storage::SystemError{storage::Operation::write_output, file.named.string(), EISDIR};
  }
}

/// Writes each report to a file of its own. Files for Excel are for people, so they have the reports' names in their
/// language.
void write_to_folder(const Session& session, std::span<const ReportRow* const> rows, const ReportContext& context,
                     const Arguments& arguments, const Output& output) {
  const auto words = session.report_words(context.program);
  const render::Format& format = format_of(arguments);
  const auto style = style_in_file(style_of(session, arguments), arguments);
  const bool has_russian_names = arguments.has(excel_option) && words.language() == Language::ru;
  storage::make_folder(session.world().folder / output.path);
  std::vector<std::filesystem::path> files;
  for (const ReportRow* row : rows) {
    files.push_back(output.of(has_russian_names ? row->russian : row->name, format));
    refuse_folder(answer_file(session, files.back()));  // before any is written, so that none is left half
  }
  Texts written;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    write_files(session, format, make_report(*rows[index], context), words, style, files[index], Tells::replaced_alone);
    written.push_back(files[index].filename().string());
  }
  if (session.says_what_it_did()) {
    session.tell(say("output.written-to", output.path.string(), std::move(written)));
  }
}

HelpList reports(const Arguments&, const language::Words& words) {
  HelpList reports{key("help.reports"), {}};
  for (const ReportRow* row : all_reports()) {
    reports.items.push_back({std::string{row->name}, std::string{row->title.in(words.language())}});
  }
  return reports;
}

/// What the reports need, and what the filters ask.
storage::Scope scope_of(std::span<const ReportRow* const> rows, const Arguments& arguments) {
  KindSet kinds = asked_by_filters(arguments, rows.front()->types);
  KindSet shown;
  for (const ReportRow* row : rows) {
    kinds = kinds | row->looks_through;
    shown = shown | row->shows;
  }
  return storage::Scope::of(read_by_report(kinds)).for_figures(shown);
}

/// Throws `Refused` when a filter was given that selects nothing of what the report is about.
void refuse_filters_of_people(const Arguments& arguments, const ReportRow& row) {
  for (const Option& option : filter_options) {
    const bool selects = option.name == period_option.name || option.name == type_option.name ||
                         (option.name == form_option.name && row.types == ModelList::instruments);
    if (row.lists_types && !selects && arguments.has(option)) {
      throw Refused{Status::usage, say("usage.no-filters-of-people", typed_label(row), typed_name(option))};
    }
  }
}

Status run_report(Session& session, const Arguments& all_arguments) {
  const Arguments arguments = with_period_apart(session, all_arguments);
  const auto rows = rows_of(session, arguments);
  refuse_own_file(session, arguments);
  style_of(session, arguments);  // refuses options that contradict each other before anything is read
  const auto filter_given = first_filter(arguments);
  for (const ReportRow* row : rows) {
    if (filter_given && !row->takes_filters) {
      throw Refused{Status::usage, say("usage.no-filters", typed_label(*row), *filter_given)};
    }
    refuse_filters_of_people(arguments, *row);
    if (!row->lists_people) {
      refuse_lone_role(arguments);
    }
  }
  const ModelList types = rows.front()->types;
  for (const ReportRow* row : rows) {
    if (arguments.has(type_option) && row->types != types) {
      throw Refused{Status::usage,
                    say("usage.other-types", typed_name(type_option), typed_label(*rows.front()), typed_label(*row))};
    }
  }
  const Output output = output_for(session, arguments, rows);
  std::shared_ptr<const PairWork> work;
  auto scope = scope_of(rows, arguments);
  if (rows.size() == 1 && rows.front()->adds_up_within != nullptr &&
      !asked_by_filters(arguments, types).has<Activity>()) {
    scope = std::move(scope).summing_up<Activity>([&](const Program& program) {
      work = add_up(*rows.front(), program, period_of(session, program, arguments), session.today());
    });
  }
  const auto loaded = session.load(scope);
  const SortKey sort_key = language::russian_order();
  const ReportContext context{loaded.program,
                              filter_of(session, loaded, arguments, types),
                              session.today(),
                              sort_key,
                              storage::git_revision(session.root()),
                              {},
                              health_of(loaded.program, loaded.findings),
                              std::move(work),
                              session.fold()};
  if (output.is_folder) {
    write_to_folder(session, rows, context, arguments, output);
  } else {
    write_reports(session, rows, context, arguments, output.path);
  }
  tell_of_excel(session, arguments);
  return status_of(arguments, context.health);
}

}  // namespace

const Command report_command{
    .name = "report",
    .russian = "отчёт",
    .summary = key("help.report.summary"),
    .description = key("help.report.description"),
    .examples = key("help.report.examples"),
    .options = report_options,
    .writes = false,
    .run = run_report,
    .more_help = reports,
};

}  // namespace mentor::cli

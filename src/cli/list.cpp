#include <algorithm>

#include "filters.hpp"
#include "language/unicode.hpp"
#include "mentor/reports.hpp"
#include "output.hpp"

namespace mentor::cli {

namespace {

constexpr auto options = with_filters(std::array{
    Option{"KIND", "", key("value.kind"), Arity::required, key("help.list.kind")},
    Option{"--fields", "", key("value.fields"), Arity::optional, key("help.list.fields")},
    Option{"--format", "", key("value.format"), Arity::optional, key("help.report.format")},
    Option{"--excel", "", "", Arity::flag, key("help.report.excel")},
    Option{"--output", "-o", key("value.file"), Arity::optional, key("help.list.output")},
});

/// The fields asked for, each one of the section's; all when none were.
std::vector<std::string> fields_of(const Section& section, const Arguments& arguments) {
  std::vector<std::string> all;
  for (const Column& column : section.columns) {
    all.push_back(column.key);
  }
  const auto typed = arguments.one("--fields");
  if (!typed) {
    return all;
  }
  std::vector<std::string> asked;
  for (const std::string& field : split_at_commas(*typed)) {
    if (std::find(asked.begin(), asked.end(), field) != asked.end()) {
      throw Refused{Status::usage,
                    say("usage.wrong-value", std::string{"--fields"}, *typed, Phrase{key("expected.no-repeats")})};
    }
    asked.push_back(choose("--fields", field, all));
  }
  return asked;
}

Status run(Session& session, const Arguments& arguments) {
  std::vector<std::string> kinds;
  for_each_kind([&]<class Record>(Record*) { kinds.emplace_back(folder_of<Record>); });
  const std::string kind = choose({}, *arguments.one("KIND"), kinds);
  style_of(session, arguments);
  if (kind != folder_of<Participant>) {
    refuse_lone_role(arguments);
  }
  auto loaded = session.load(kind == folder_of<Activity> ? storage::Scope::everything()
                                                         : storage::Scope::everything().for_figures());
  const SortKey sort_key = language::russian_order();
  const ReportContext context{loaded.program, filter_of(session, loaded, arguments), session.today(), sort_key, {}};
  Report report{.bare = true};
  for_each_kind([&]<class Record>(Record*) {
    if (kind == folder_of<Record>) {
      Section section = table_of<Record>(context);
      section.total.clear();
      const auto asked = fields_of(section, arguments);
      report.sections.push_back(pick_columns(std::move(section), asked));
    }
  });
  const auto words = session.report_words(loaded.program);
  loaded.program = {};  // what it held is needed no more, and to show a long list takes as much again
  const std::string file = output_of(arguments);
  write_report(session, report, words, arguments, file == "-" ? std::filesystem::path{} : std::filesystem::path{file});
  return Status::done;
}

}  // namespace

const Command list_command{
    .name = "list",
    .summary = key("help.list.summary"),
    .description = key("help.list.description"),
    .examples = key("help.list.examples"),
    .options = options,
    .writes = false,
    .run = run,
};

}  // namespace mentor::cli

#include <array>

#include "language/unicode.hpp"
#include "mentor/reports.hpp"
#include "output.hpp"
#include "values.hpp"

namespace mentor::cli {

namespace {

constexpr std::array options = {
    Option{"REF", "", key("value.reference"), Arity::required, key("help.show.ref")},
    Option{"--format", "", key("value.format"), Arity::optional, key("help.show.format")},
};

/// The only record of any kind that is meant; people come first, since a name also names their pairs.
Report report_about(const Session& session, const storage::Loaded& loaded, const std::string& reference) {
  const Before before = language::russian_order();
  const ReportContext context{loaded.program, {}, session.today(), before, {}};
  const ResolveContext resolving{loaded.program, session.today(), session.fold()};
  std::optional<Report> report;
  for_each_kind([&]<class Record>(Record*) {
    const auto found = resolve<Record>(resolving, reference);
    if (!report && found.size() == 1) {
      report = report_on(context, *found.front());
    }
  });
  if (report) {
    return *std::move(report);
  }
  // Nothing, or several: the kind that has candidates says so.
  if (reference.find('/') != std::string::npos || resolve<Pair>(resolving, reference).size() > 1 ||
      loaded.program.all<Pair>().is_unreadable(reference)) {
    find_record<Pair>(session, loaded, reference);
  }
  if (resolve<Activity>(resolving, reference).size() > 1 || loaded.program.all<Activity>().is_unreadable(reference)) {
    find_record<Activity>(session, loaded, reference);
  }
  return report_on(context, find_record<Participant>(session, loaded, reference));
}

Status run(Session& session, const Arguments& arguments) {
  style_of(session, arguments);
  const auto loaded = session.load();
  const Report report = report_about(session, loaded, *arguments.one("REF"));
  write_report(session, report, session.report_words(loaded.program), arguments, {});
  return Status::done;
}

}  // namespace

const Command show_command{
    .name = "show",
    .summary = key("help.show.summary"),
    .description = key("help.show.description"),
    .examples = key("help.show.examples"),
    .options = options,
    .writes = false,
    .run = run,
};

}  // namespace mentor::cli

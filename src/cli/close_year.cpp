#include <array>

#include "storage/packing.hpp"
#include "values.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array options = {
    Option{"YEAR", "", key("value.school-year"), Arity::required, key("help.close-year.year")},
};

/// The school year that was typed. Throws `Refused` when it is none, or is not over.
Period year_of(const Session& session, const Program& program, const std::string& typed) {
  const auto start = program.settings.school_year_start;
  const auto period = period_from_input(typed, session.today(), start);
  if (!period || *period != school_year_of(period->first(), start)) {
    throw Refused{Status::usage,
                  say("usage.wrong-value", std::string{"YEAR"}, typed, Phrase{key("expected.school-year-name")})};
  }
  if (session.today() <= period->last()) {
    throw Refused{Status::findings, say("close-year.not-over", typed, period->last())};
  }
  return *period;
}

Status run(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  const auto tree = session.freeze();
  const auto loaded = writing.load(tree);
  const Period year = year_of(session, loaded.program, *arguments.one("YEAR"));
  const std::string name = std::to_string(year.first().year()) + '-' + std::to_string(year.first().year() + 1);
  const auto closing = storage::close_year(tree, year, name, loaded.schema);
  const std::string path = path_of_file<Activity>(name);
  if (closing.unreadable) {
    throw Refused{Status::unreadable, say("close-year.unreadable", path)}.with_hint(say("hint.check"));
  }
  writing.write(closing.changes);
  if (!closing.left.empty()) {
    session.tell(say("close-year.left", Texts{closing.left}));
  }
  if (closing.changes.empty()) {
    session.tell(say("close-year.nothing", name));
  } else if (!writing.is_dry()) {
    session.tell(
        say("close-year.done", Count{static_cast<std::int64_t>(closing.packed), key("noun.activities-packed")}, path));
  }
  return Status::done;
}

}  // namespace

const Command close_year_command{
    .name = "close-year",
    .summary = key("help.close-year.summary"),
    .description = key("help.close-year.description"),
    .examples = key("help.close-year.examples"),
    .options = options,
    .writes = true,
    .run = run,
};

}  // namespace mentor::cli

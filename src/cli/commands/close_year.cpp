#include <algorithm>
#include <array>
#include <iterator>

#include "cli/typed_day.hpp"
#include "cli/writing.hpp"
#include "storage/upkeep/git_branches.hpp"
#include "storage/upkeep/packing.hpp"

namespace mentor::cli {

namespace {

constexpr Option closed_year_argument{
    "YEAR", "", "", key("value.school-year"), Arity::required, key("help.close-year.year")};
constexpr Option force_option{"--force", "--принудительно", "", "", Arity::flag, key("help.close-year.force")};

constexpr std::array close_year_options = {
    closed_year_argument,
    force_option,
};

/// The school year that was typed. Throws `Refused` when it is not a school year, or is not over.
Period closed_year(const Session& session, const Program& program, const std::string& typed) {
  const Period period =
      typed_school_year(session, program.settings, closed_year_argument, typed, key("expected.school-year-name"));
  if (session.today() <= period.last()) {
    throw Refused{Status::findings, say("close-year.not-over", school_year_name(period), period.last())};
  }
  return period;
}

Message reason_of(const storage::GitSilence& silence, const std::string& name) {
  switch (silence.reason) {
    case storage::GitSilence::Reason::not_there:
      return say("close-year.no-git", name);
    case storage::GitSilence::Reason::too_long:
      return say("close-year.git-too-long", name);
    case storage::GitSilence::Reason::too_much:
      return say("close-year.git-too-much", name);
    case storage::GitSilence::Reason::refused:
      return say("close-year.git-refused", name, silence.said);
  }
  return {};
}

/// `origin/main: activities/a.yaml, activities/b.yaml … (12)`
std::string unmerged_line(const storage::UnmergedWork& work) { return work.branch + ": " + shortened(work.files); }

/// Throws `Refused` when another branch has work on the year that is not here, or when git does not tell. git cannot
/// merge a file that was packed here and changed there, and a file that was removed there would come back.
void refuse_unmerged(const Session& session, const storage::YearToPack& year) {
  const auto work = storage::branch_work(session.root(), session.world().environment, year);
  if (work.silence) {
    throw Refused{Status::system, reason_of(*work.silence, year.name)}.with_hint(say("hint.force-year"));
  }
  if (!work.unmerged.empty()) {
    Refused refused{Status::findings, say("close-year.unmerged", year.name)};
    std::transform(work.unmerged.begin(), work.unmerged.end(), std::back_inserter(refused.candidates), unmerged_line);
    throw std::move(refused).with_hint(say("hint.merge-first"));
  }
}

template <class Record>
constexpr std::string_view packed_noun() {
  if constexpr (requires { &Kind<Record>::packed_noun; }) {
    return Kind<Record>::packed_noun;
  } else {
    return key("noun.records");
  }
}

/// Says a line for each kind of which records were packed.
void tell_packed(Session& session, const storage::Closing& closing, const std::string& name) {
  for_each_kind([&]<class Record>(Record*) {
    if (const auto count = static_cast<std::int64_t>(closing.packed.at(kind_index<Record>())); count != 0) {
      session.tell(say("close-year.done", Count{count, packed_noun<Record>()}, path_of_file<Record>(name)));
    }
  });
}

Status run_close_year(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  const auto tree = session.freeze();
  const auto loaded = writing.load(tree);
  const Period year = closed_year(session, loaded.program, *arguments.one(closed_year_argument));
  const std::string name = school_year_name(year);
  const auto closing = storage::close_year(tree, loaded.program, year, name, loaded.schema);
  if (!closing.unreadable.empty()) {
    throw Refused{Status::unreadable, say("close-year.unreadable", shortened(closing.unreadable))}.with_hint(
        say("hint.check"));
  }
  if (!closing.changes.empty() && storage::is_kept_in_git(session.root())) {
    if (!arguments.has(force_option)) {
      refuse_unmerged(session, {tree, loaded.program, year, name});
    }
    session.tell(say("close-year.merge-first"));
  }
  writing.write(closing.changes);
  if (!closing.left.empty()) {
    session.tell(say("close-year.left", shortened(closing.left)));
  }
  if (!closing.no_room.empty()) {
    session.tell(say("close-year.no-room", shortened(closing.no_room)));
  }
  if (closing.changes.empty()) {
    session.tell(say("close-year.nothing", name));
  } else if (!writing.is_dry()) {
    tell_packed(session, closing, name);
  }
  return Status::done;
}

}  // namespace

const Command close_year_command{
    .name = "close-year",
    .russian = "закрыть-год",
    .summary = key("help.close-year.summary"),
    .description = key("help.close-year.description"),
    .examples = key("help.close-year.examples"),
    .options = close_year_options,
    .writes = true,
    .run = run_close_year,
};

}  // namespace mentor::cli

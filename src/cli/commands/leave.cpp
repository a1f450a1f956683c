#include <algorithm>
#include <array>

#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/writing.hpp"
#include "mentor/departure.hpp"

namespace mentor::cli {

namespace {

constexpr Option person_argument{
    "PERSON", "", "", key("value.reference"), Arity::required_repeated, key("help.leave.person")};
constexpr Option on_option{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.leave.on")};

constexpr Option reason_option{"--reason",          "--причина",     "",
                               key("value.reason"), Arity::optional, key("help.leave.reason")};

constexpr std::array leave_options = {person_argument, on_option, reason_option, file_option, strict_option};

/// Refuses to let somebody leave who has left already, or who joins only later.
void refuse_wrong_day(const Session& session, const Program& program, const Participant& person, Date day) {
  const std::string name = title_with_id(program, person, session.today());
  if (person.left) {
    throw Refused{Status::findings, say("leave.left-already", name, *person.left, person.id.to_string())};
  }
  if (person.joined && day < *person.joined) {
    throw Refused{Status::findings, say("leave.before-joining", name, day, *person.joined)};
  }
}

/// Lets one person leave, and says what ends with it.
Message let_leave(const Session& session, const Program& program, const Stored<Participant>& stored, Date day,
                  Departures& departures) {
  refuse_wrong_day(session, program, stored.record, day);
  const auto pairs = departures.add(stored);
  if (!pairs.worked.empty()) {
    const Pair& pair = *pairs.worked.front();
    throw Refused{Status::findings,
                  say("leave.worked", title_with_id(program, pair, session.today()), pair.from, pair.id.to_string())};
  }
  if (!pairs.planned.empty()) {
    const Pair& pair = *pairs.planned.front();
    throw Refused{Status::findings,
                  say("leave.planned", title_with_id(program, pair, session.today()), pair.from, pair.id.to_string())};
  }
  for (const Pair* pair : pairs.ended) {
    if (const auto latest = departures.latest_activity(pair->id)) {
      throw Refused{Status::findings, say("leave.active", title_with_id(program, *pair, session.today()), day, *latest,
                                          pair->id.to_string(), latest->to_string())};
    }
  }
  const auto titles_of = [&](const std::vector<const Pair*>& all) {
    Texts titles;
    for (const Pair* pair : all) {
      titles.push_back(title_with_id(program, *pair, session.today()));
    }
    return titles;
  };
  const std::string name = title_with_id(program, stored.record, session.today());
  const Texts ended = titles_of(pairs.ended);
  const Texts voided = titles_of(pairs.voided);
  return !ended.empty() && !voided.empty() ? say("leave.done-both", name, day, ended, voided)
         : !voided.empty()                 ? say("leave.done-voided", name, day, voided)
         : !ended.empty()                  ? say("leave.done-pairs", name, day, ended)
                                           : say("leave.done", name, day);
}

/// Why they leave; null when it was not typed. Throws `Refused` when the model has no such reason.
const Reason* reason_of(const Session& session, const storage::Loaded& loaded, const Arguments& arguments) {
  const auto typed = arguments.one(reason_option);
  if (!typed) {
    return nullptr;
  }
  const auto& field = fields<Participant>()[field_index<Participant>("reason")];
  const auto understood = understand(session, loaded, field, *typed, {.ending = Ending::person}).front();
  if (understood.refused) {
    throw Refused{Status::findings, *understood.refused};
  }
  return loaded.program.model().find(*Id<Reason>::parse(understood.scalar));
}

Status run_leave(Session& session, const Arguments& arguments) {
  const Date day = typed_day(session, arguments, on_option).value_or(session.today());
  const auto typed = references_of(session, arguments, person_argument);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  const auto people = without_kind<Participant>(session, loaded, typed);
  Departures departures{loaded.program, day, session.today(), reason_of(session, loaded, arguments)};
  std::vector<Message> said;
  std::vector<const Stored<Participant>*> left;
  for (const std::string& reference : people) {
    const auto& stored = one_place(loaded.program, find_record<Participant>(session, loaded, reference), arguments);
    if (std::find(left.begin(), left.end(), &stored) == left.end()) {
      left.push_back(&stored);
      said.push_back(let_leave(session, loaded.program, stored, day, departures));
    }
  }
  require_all_read(loaded.program, KindSet::of<Pair, Activity>());
  writing.make(std::move(loaded), departures.take(), said);
  return Status::done;
}

}  // namespace

const Command leave_command{
    .name = "leave",
    .russian = "выбыл",
    .summary = key("help.leave.summary"),
    .description = key("help.leave.description"),
    .examples = key("help.leave.examples"),
    .options = leave_options,
    .writes = true,
    .run = run_leave,
};

}  // namespace mentor::cli

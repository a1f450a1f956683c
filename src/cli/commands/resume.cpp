#include <algorithm>
#include <array>
#include <unordered_set>

#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/writing.hpp"
#include "mentor/pauses.hpp"

namespace mentor::cli {

namespace {

constexpr Option resumed_argument{"PAIR", "", "", key("value.pair"), Arity::required_repeated, key("help.resume.pair")};
constexpr Option resume_day_option{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.resume.on")};

constexpr std::array resume_options = {resumed_argument, resume_day_option, file_option, strict_option};

/// What resuming some of the pairs of one pause changes: the day before is its last. The other pairs stay paused: they
/// keep the record, and those that go on get one of their own. A pause without a day left never was.
class Resumption {
 public:
  Resumption(const Program& program, const Stored<Pause>& stored, Date day)
      : program_(program), stored_(stored), last_(day.plus_days(-1)) {}

  const Stored<Pause>& stored() const { return stored_; }
  void add(const Id<Pair>& pair) { resumed_.push_back(pair); }

  void append_to(Edits& edits, const Writing& writing) const {
    const Pause& pause = stored_.record;
    const Location location = location_of(program_, stored_);
    std::vector<Id<Pair>> kept;
    std::copy_if(pause.pairs.begin(), pause.pairs.end(), std::back_inserter(kept),
                 [&](const auto& pair) { return std::find(resumed_.begin(), resumed_.end(), pair) == resumed_.end(); });
    const bool has_days = pause.from <= last_;
    if (!kept.empty()) {
      Pause others = pause;
      others.pairs = IdList<Pair>{std::move(kept)};
      edits.emplace_back(ChangeRecord{std::move(others), location, {"pairs"}});
      if (has_days) {
        Pause own = pause;
        own.id = writing.random_id<Pause>(program_);
        own.pairs = IdList<Pair>{resumed_};
        own.until = last_;
        edits.emplace_back(CreateRecord{std::move(own)});
      }
    } else if (has_days) {
      Pause ended = pause;
      ended.until = last_;
      edits.emplace_back(ChangeRecord{std::move(ended), location, {"until"}});
    } else {
      edits.emplace_back(RemoveRecord{pause, location});
    }
  }

 private:
  const Program& program_;
  const Stored<Pause>& stored_;
  Date last_;
  std::vector<Id<Pair>> resumed_;
};

/// Throws `Refused`: the pair works on that day.
[[noreturn]] void refuse_not_paused(const Session& session, const Program& program, const Pair& pair, Date day) {
  const PairState state = state_on(pair, day, program.model());
  throw Refused{Status::findings, say("resume.not-paused", title_with_id(program, pair, session.today()), day,
                                      label_of(state), pair.id.to_string())};
}

Status run_resume(Session& session, const Arguments& arguments) {
  const Date day = typed_day(session, arguments, resume_day_option).value_or(session.today());
  const auto typed = references_of(session, arguments, resumed_argument);
  Writing writing{session, arguments};
  writing.leave_ids_out();
  auto loaded = writing.load();
  const auto references = without_kind<Pair>(session, loaded, typed);
  const Program& program = loaded.program;
  const Pauses pauses{program};
  const auto is_paused = [&](const Pair& pair) {
    return state_on(pair, day, program.model(), pauses) == PairState::paused;
  };
  std::vector<Resumption> resumptions;
  std::unordered_set<Id<Pair>> seen;
  std::vector<Message> said;
  for (const std::string& reference : references) {
    for (const auto* pair : find_pairs_that(session, loaded, reference, day, is_paused)) {
      if (!seen.insert(pair->record.id).second) {
        continue;
      }
      if (!is_paused(pair->record)) {
        refuse_not_paused(session, program, pair->record, day);
      }
      const auto* pause = pauses.on(pair->record.id, day);
      auto found = std::find_if(resumptions.begin(), resumptions.end(),
                                [&](const Resumption& one) { return &one.stored() == pause; });
      if (found == resumptions.end()) {
        resumptions.emplace_back(program, one_place(program, *pause, arguments), day);
        found = std::prev(resumptions.end());
      }
      found->add(pair->record.id);
      said.push_back(say("resume.done", title_with_id(program, pair->record, session.today()), day));
    }
  }
  Edits edits;
  for (const Resumption& one : resumptions) {
    one.append_to(edits, writing);
  }
  writing.make(std::move(loaded), std::move(edits), said);
  return Status::done;
}

}  // namespace

const Command resume_command{
    .name = "resume",
    .russian = "возобновить",
    .summary = key("help.resume.summary"),
    .description = key("help.resume.description"),
    .examples = key("help.resume.examples"),
    .options = resume_options,
    .writes = true,
    .run = run_resume,
};

}  // namespace mentor::cli

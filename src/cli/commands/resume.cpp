#include <algorithm>
#include <array>
#include <unordered_set>

#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/writing.hpp"

namespace mentor::cli {

namespace {

constexpr Option resumed_argument{"PAIR", "", "", key("value.pair"), Arity::required_repeated, key("help.resume.pair")};
constexpr Option resume_day_option{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.resume.on")};

constexpr std::array resume_options = {resumed_argument, resume_day_option, file_option, strict_option};

/// The pause that the pair is in on this day, or null.
const Stored<Pause>* pause_of(const Program& program, const Pair& pair, Date day) {
  const auto& pauses = program.all<Pause>();
  const auto found = std::find_if(pauses.begin(), pauses.end(), [&](const auto& stored) {
    const Pause& pause = stored.record;
    return pause.covers(day) && std::find(pause.pairs.begin(), pause.pairs.end(), pair.id) != pause.pairs.end();
  });
  return found == pauses.end() ? nullptr : &*found;
}

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

/// The pairs that a reference means: of all pairs of one member those that are paused on the day.
std::vector<const Stored<Pair>*> paused_pairs(const Session& session, const storage::Loaded& loaded,
                                              const std::string& reference, Date day) {
  auto pairs = find_records<Pair>(session, loaded, reference, {.day = day});
  if (pairs.size() > 1) {
    const auto is_paused = [&](const auto* pair) { return pause_of(loaded.program, pair->record, day) != nullptr; };
    if (std::any_of(pairs.begin(), pairs.end(), is_paused)) {
      std::erase_if(pairs, [&](const auto* pair) { return !is_paused(pair); });
    }
  }
  return pairs;
}

/// Throws `Refused`: the pair works on that day.
[[noreturn]] void refuse_not_paused(const Session& session, const Program& program, const Pair& pair, Date day) {
  const PairState state = state_on(pair, day, program.model());
  throw Refused{Status::findings, say("resume.not-paused", title_with_id(program, pair, session.today()), day,
                                      label_of(state), pair.id.to_string())};
}

Status run_resume(Session& session, const Arguments& arguments) {
  const Date day = typed_day(session, arguments, resume_day_option).value_or(session.today());
  const auto references = references_of(session, arguments, resumed_argument);
  Writing writing{session, arguments};
  writing.leave_ids_out();
  auto loaded = writing.load();
  const Program& program = loaded.program;
  std::vector<Resumption> resumptions;
  std::unordered_set<Id<Pair>> seen;
  std::vector<Message> said;
  for (const std::string& reference : references) {
    for (const auto* pair : paused_pairs(session, loaded, reference, day)) {
      if (!seen.insert(pair->record.id).second) {
        continue;
      }
      const auto* pause = pause_of(program, pair->record, day);
      if (pause == nullptr || state_on(pair->record, day, program.model()) != PairState::open) {
        refuse_not_paused(session, program, pair->record, day);
      }
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

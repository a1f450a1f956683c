#include <algorithm>
#include <array>

#include "cli/accepting.hpp"
#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/typed_option.hpp"
#include "cli/writing.hpp"
#include "mentor/departure.hpp"

namespace mentor::cli {

namespace {

constexpr Option ended_pair_argument{"PAIR", "", "", key("value.pair"), Arity::required_repeated, key("help.end.pair")};
constexpr Option end_reason_option{.name = "--reason",
                                   .russian = "--причина",
                                   .short_name = "",
                                   .value = key("value.reason"),
                                   .arity = Arity::required,
                                   .help = key("help.end.reason"),
                                   .words = "reasons"};
constexpr Option end_day_option{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.end.on")};
constexpr Option side_option{
    "--side", "--инициатива", "", key("value.side"), Arity::optional, key("help.end.side"), choices_of<Initiative>};
constexpr Option rematch_option{
    "--rematch", "--новая-пара", "", key("value.role"), Arity::repeated, key("help.end.rematch"), choices_of<Role>};
constexpr Option end_result_option{"--result",        "--результат",   "",
                                   key("value.text"), Arity::optional, key("help.end.result")};

constexpr std::array end_options = {ended_pair_argument, end_reason_option, end_day_option,
                                    side_option,         rematch_option,    end_result_option,
                                    accept_option,       file_option,       strict_option};

/// How pairs are to end.
struct End {
  Date day;
  const Reason& reason;
  bool is_void = false;  // the pairs never were
  const LatestActivities& latest;
};

/// Throws `Refused` when a pair cannot end in this way.
void refuse_wrong_end(const Session& session, const Program& program, const Pair& pair, const End& end) {
  const std::string title = title_with_id(program, pair, session.today());
  const std::string id = pair.id.to_string();
  if (is_void(pair, program.model())) {
    throw Refused{Status::findings, say("end.void-already", title, id)};
  }
  if (pair.reason && pair.until) {
    throw Refused{Status::findings, say("end.ended-already", title, *pair.until, id)};
  }
  if (end.is_void) {
    return;
  }
  if (!pair.is_agreed()) {
    throw Refused{Status::findings, say("end.proposed", title, id)};
  }
  const Date last = std::min(end.day, pair.until.value_or(end.day));
  if (last < pair.from) {
    throw Refused{Status::findings, say("end.not-begun", title, pair.from, id, last)};
  }
  if (const auto latest = end.latest.find(pair.id); latest != end.latest.end() && last < latest->second) {
    throw Refused{Status::findings, say("end.active", title, latest->second, last, id, latest->second.to_string(),
                                        end.reason.id.to_string())};
  }
}

/// The titles of the steps of the pair's plan that are not done.
Texts open_steps(const Program& program, const Pair& pair) {
  Texts titles;
  for (const auto& stored : program.all<Step>()) {
    const Step& step = stored.record;
    if (!step.done && std::find(step.pairs.begin(), step.pairs.end(), pair.id) != step.pairs.end()) {
      titles.push_back(step.title.to_string());
    }
  }
  return titles;
}

/// The pair as it ends, and which fields change; what is said of it goes to `said`.
ChangeRecord ended_pair(const Session& session, const storage::Loaded& loaded, const Arguments& arguments,
                        const Stored<Pair>& stored, Date day, const LatestActivities& latest,
                        std::vector<Message>& said) {
  const Program& program = loaded.program;
  RecordBuilder<Pair> builder{session, loaded, stored.record};
  std::vector<std::string_view> changed;
  type_value(builder, arguments, end_reason_option, "reason", changed);
  type_value(builder, arguments, side_option, "side", changed);
  type_value(builder, arguments, rematch_option, "rematch", changed);
  type_value(builder, arguments, end_result_option, "result", changed);
  accept_typed(builder, arguments);
  if (arguments.has(accept_option)) {
    changed.push_back(accept_name);
  }
  Pair pair = builder.take();
  const Reason* reason = pair.reason ? program.model().find(*pair.reason) : nullptr;
  if (reason == nullptr) {
    throw Refused{Status::usage,
                  {key("usage.missing-option"), {typed_name(end_reason_option), Phrase{end_reason_option.value}}}};
  }
  const bool becomes_void = is_void(pair, program.model());
  refuse_wrong_end(session, program, stored.record, {day, *reason, becomes_void, latest});
  const std::string title = title_with_id(program, pair, session.today());
  if (becomes_void) {
    said.push_back(say("end.voided", title, reason->label));
  } else {
    pair.until = std::min(day, pair.until.value_or(day));
    changed.emplace_back("until");
    said.push_back(say("end.done", title, *pair.until, reason->label));
  }
  if (const Texts open = open_steps(program, pair); !open.empty()) {
    said.push_back(say("end.open-steps", open));
  }
  return {std::move(pair), location_of(program, stored), std::move(changed)};
}

Status run_end(Session& session, const Arguments& arguments) {
  const Date day = typed_day(session, arguments, end_day_option).value_or(session.today());
  const auto typed = references_of(session, arguments, ended_pair_argument);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  const auto references = without_kind<Pair>(session, loaded, typed);
  const Program& program = loaded.program;
  const LatestActivities latest = latest_activities_after(program, day);
  const auto works = [&](const Pair& pair) {
    return state_on(pair, day, program.model()) == PairState::open && !pair.reason;
  };
  Edits edits;
  std::vector<Message> said;
  std::vector<const Stored<Pair>*> ended;
  for (const std::string& reference : references) {
    for (const auto* meant : find_pairs_that(session, loaded, reference, day, works)) {
      const auto& stored = one_place(program, *meant, arguments);
      if (std::find(ended.begin(), ended.end(), &stored) != ended.end()) {
        continue;
      }
      ended.push_back(&stored);
      edits.emplace_back(ended_pair(session, loaded, arguments, stored, day, latest, said));
    }
  }
  writing.make(std::move(loaded), std::move(edits), said);
  return Status::done;
}

}  // namespace

const Command end_command{
    .name = "end",
    .russian = "завершить",
    .summary = key("help.end.summary"),
    .description = key("help.end.description"),
    .examples = key("help.end.examples"),
    .options = end_options,
    .writes = true,
    .run = run_end,
};

}  // namespace mentor::cli

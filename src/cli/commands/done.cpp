#include <algorithm>
#include <array>

#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/typed_option.hpp"
#include "cli/writing.hpp"

namespace mentor::cli {

namespace {

constexpr Option step_argument{"STEP", "", "", key("value.step"), Arity::required_repeated, key("help.done.step")};
constexpr Option done_day_option{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.done.on")};
constexpr Option result_option{"--result",        "--результат",   "",
                               key("value.text"), Arity::optional, key("help.done.result")};
constexpr Option mark_option{"--mark", "--оценка", "", key("value.text"), Arity::optional, key("help.done.mark")};

constexpr std::array done_options = {step_argument, done_day_option, result_option,
                                     mark_option,   file_option,     strict_option};

Status run_done(Session& session, const Arguments& arguments) {
  const Date day = typed_day(session, arguments, done_day_option).value_or(session.today());
  const auto references = references_of(session, arguments, step_argument);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  Edits edits;
  std::vector<Message> said;
  std::vector<const Stored<Step>*> changed;
  for (const std::string& reference : references) {
    const auto& stored = one_place(loaded.program, find_record<Step>(session, loaded, reference), arguments);
    if (std::find(changed.begin(), changed.end(), &stored) != changed.end()) {
      continue;
    }
    changed.push_back(&stored);
    Step step = stored.record;
    const std::string title = title_with_id(loaded.program, step, session.today());
    if (step.done) {
      throw Refused{Status::findings, say("done.already", title, *step.done, step.id.to_string())};
    }
    RecordBuilder<Step> builder{session, loaded, std::move(step)};
    std::vector<std::string_view> names{"done"};
    type_value(builder, arguments, result_option, "result", names);
    type_value(builder, arguments, mark_option, "mark", names);
    step = builder.take();
    step.done = day;
    const bool is_late = step.due && step.due->last() < day;
    said.push_back(is_late    ? say("done.late", title, day, step.due->last())
                   : step.due ? say("done.done-due", title, day, step.due->last())
                              : say("done.done", title, day));
    edits.emplace_back(ChangeRecord{std::move(step), location_of(loaded.program, stored), std::move(names)});
  }
  writing.make(std::move(loaded), std::move(edits), said);
  return Status::done;
}

}  // namespace

const Command done_command{
    .name = "done",
    .russian = "выполнено",
    .summary = key("help.done.summary"),
    .description = key("help.done.description"),
    .examples = key("help.done.examples"),
    .options = done_options,
    .writes = true,
    .run = run_done,
};

}  // namespace mentor::cli

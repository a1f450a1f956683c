#include <algorithm>
#include <array>

#include "cli/record_builder.hpp"
#include "cli/references.hpp"
#include "cli/typed_day.hpp"
#include "cli/typed_option.hpp"
#include "cli/understood.hpp"
#include "cli/writing.hpp"
#include "language/unicode.hpp"
#include "mentor/roadmap.hpp"

namespace mentor::cli {

namespace {

constexpr Option step_argument{"STEP", "", "", key("value.step"), Arity::required_repeated, key("help.done.step")};
constexpr Option done_day_option{"--on", "--дата", "", key("value.date"), Arity::optional, key("help.done.on")};
constexpr Option result_option{"--result",        "--результат",   "",
                               key("value.text"), Arity::optional, key("help.done.result")};
constexpr Option mark_option{"--mark", "--оценка", "", key("value.text"), Arity::optional, key("help.done.mark")};

constexpr std::array done_options = {step_argument, done_day_option, result_option,
                                     mark_option,   file_option,     strict_option};

/// The number of a step in the road map, `2.3` or «№ 2.3»; empty when the text is none.
std::string number_in_roadmap(std::string_view typed) {
  for (const std::string_view sign : {"№", "No.", " "}) {
    typed.remove_prefix(typed.starts_with(sign) ? sign.size() : 0);
  }
  const auto point = typed.find('.');
  const bool is_number = point != std::string_view::npos && point > 0 && point + 1 < typed.size() &&
                         typed.find_first_not_of("0123456789.") == std::string_view::npos &&
                         typed.find('.', point + 1) == std::string_view::npos;
  return is_number ? std::string{typed} : std::string{};
}

/// The step that has this number in the printed road map: that of the school year, or that of all years. Of two such
/// steps one that is done is not meant. Null when none has the number. Throws `Refused` when two may be meant.
const Stored<Step>* step_numbered(const Session& session, const Program& program, const std::string& number, Date day) {
  const SortKey sort_key = language::russian_order();
  std::vector<const Step*> meant;
  for (const Period& period : {school_year_of(day, program.settings.school_year_start), Period::all()}) {
    Filter filter;
    filter.period = period;
    for (const NumberedStep& one : numbered_roadmap({program, filter, session.today(), sort_key, {}})) {
      if (one.number == number && std::find(meant.begin(), meant.end(), one.step) == meant.end()) {
        meant.push_back(one.step);
      }
    }
  }
  const auto is_done = [](const Step* step) { return step->done.has_value(); };
  if (!std::all_of(meant.begin(), meant.end(), is_done)) {
    std::erase_if(meant, is_done);
  } else if (!meant.empty()) {
    meant.resize(1);  // that of the school year, of which is told that it is done
  }
  if (meant.size() > 1) {
    Refused refused{Status::no_record, say("done.several-numbered", number)};
    for (const Step* step : meant) {
      refused.candidates.push_back(step->id.to_string() + "  " + step->title.to_string());
    }
    throw refused;
  }
  return meant.empty() ? nullptr : program.all<Step>().find(meant.front()->id);
}

/// Throws `Refused` when the reference may also mean a step of another title that was done in this school year: it may
/// be that one of which somebody wants to say so.
void refuse_if_other_is_done(const Session& session, const Program& program, const std::string& reference,
                             const Step& meant) {
  const std::string asked = session.fold()(reference);
  const std::string title = session.fold()(meant.title);
  if (meant.done || title == asked || !by_id<Step>(program, reference).empty()) {
    return;
  }
  const Period year = school_year_of(session.today(), program.settings.school_year_start);
  Refused refused{Status::no_record, say("done.other-is-done", reference)};
  const auto add = [&](const Step& step) {
    const Texts parts = described(program, step, session.today(), session.words());
    std::string text = step.id.to_string() + ' ';
    for (const std::string& part : parts) {
      text.append(&part == &parts.front() ? " " : ", ").append(part);
    }
    refused.candidates.push_back(std::move(text));
  };
  add(meant);
  for (const auto& stored : program.all<Step>()) {
    const Step& step = stored.record;
    const std::string other = session.fold()(step.title);
    if (step.done && year.contains(*step.done) && other != title && other.find(asked) != std::string::npos) {
      add(step);
    }
  }
  if (refused.candidates.size() > 1) {
    throw std::move(refused).with_hint(say("hint.use-id"));
  }
}

Status run_done(Session& session, const Arguments& arguments) {
  const Date day = typed_day(session, arguments, done_day_option).value_or(session.today());
  const auto typed = references_of(session, arguments, step_argument);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  const auto references = without_kind<Step>(session, loaded, typed);
  // What was understood of a single step names it and the day already.
  const bool is_told = session.says_what_it_did() && !writing.is_dry() && references.size() == 1;
  Edits edits;
  std::vector<Message> said;
  std::vector<const Stored<Step>*> changed;
  for (const std::string& reference : references) {
    const std::string number = number_in_roadmap(reference);
    const auto* numbered = number.empty() ? nullptr : step_numbered(session, loaded.program, number, day);
    const auto& stored = one_place(
        loaded.program, numbered != nullptr ? *numbered : find_record<Step>(session, loaded, reference), arguments);
    if (std::find(changed.begin(), changed.end(), &stored) != changed.end()) {
      continue;
    }
    changed.push_back(&stored);
    if (numbered == nullptr) {
      refuse_if_other_is_done(session, loaded.program, reference, stored.record);
    }
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
    if (!is_told) {
      said.push_back(is_late    ? say("done.late", title, day, step.due->last())
                     : step.due ? say("done.done-due", title, day, step.due->last())
                                : say("done.done", title, day));
    } else if (step.due) {
      said.push_back(is_late ? say("done.was-due", step.due->last()) : say("done.due", step.due->last()));
    }
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

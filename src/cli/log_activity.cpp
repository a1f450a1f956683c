#include <array>
#include <iterator>

#include "values.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array options = {
    Option{"PAIR", "", key("value.pair"), Arity::required_repeated, key("help.log-activity.pair")},
    Option{"--type", "", key("value.type"), Arity::required, key("help.log-activity.type")},
    Option{"--on", "", key("value.date"), Arity::optional, key("help.log-activity.on")},
    Option{"--hours", "", key("value.hours"), Arity::optional, key("help.log-activity.hours")},
    Option{"--note", "", key("value.text"), Arity::optional, key("help.log-activity.note")},
    id_option,
    strict_option,
};

/// The activity types of the pairs' forms.
std::vector<ActivityType> types_of(const std::vector<const Pair*>& pairs, const Model& model) {
  Model narrowed;
  for (const Form& form : model.forms) {
    if (std::any_of(pairs.begin(), pairs.end(), [&](const Pair* pair) { return pair->form == form.id; })) {
      narrowed.forms.push_back(form);
    }
  }
  return all_types(narrowed);
}

void set_type(RecordBuilder<Activity>& builder, const std::string& typed, const std::vector<const Pair*>& pairs,
              const Session& session, const Model& model) {
  const auto own = types_of(pairs, model);
  const auto all = all_types(model);
  const auto* found = find_word(std::span<const ActivityType>{own}, typed, session.fold());
  if (found == nullptr) {  // a type of another form is for the rule to refuse
    found = find_word(std::span<const ActivityType>{all}, typed, session.fold());
  }
  if (found != nullptr) {
    builder.set("type", found->id.to_string());
    return;
  }
  WordList list;
  add_words(list, std::span<const ActivityType>{own}, session.words());
  builder.refuse("type", unknown_word("type", typed, list, session.fold()));
}

std::optional<std::string> hours_scalar(const std::optional<std::string>& typed) {
  const auto hours = typed ? hours_from_input(*typed) : std::nullopt;
  return hours ? hours->to_string() : typed;
}

std::optional<std::string> note_scalar(const Session& session, const Arguments& arguments) {
  auto note = arguments.one("--note");
  if (note == "-") {
    note = std::string{std::istreambuf_iterator<char>{session.world().in}, {}};
    note->erase(note->find_last_not_of('\n') + 1);
  }
  return note && note->empty() ? std::nullopt : note;
}

Status run(Session& session, const Arguments& arguments) {
  if (arguments.all("PAIR") == std::vector<std::string>{"-"} && arguments.one("--note") == "-") {
    throw Refused{Status::usage, say("usage.not-together", std::string{"-"}, std::string{"--note -"})};
  }
  // Before the lock is taken: others must not wait for what somebody types.
  const auto references = with_standard_input(session, arguments.all("PAIR"));
  const auto note = note_scalar(session, arguments);
  Writing writing{session, arguments};
  auto loaded = session.load();
  std::vector<const Pair*> pairs;
  std::vector<std::string> ids;
  for (const std::string& reference : references) {
    pairs.push_back(&find_record<Pair>(session, loaded, reference).record);
    ids.push_back(pairs.back()->id.to_string());
  }
  RecordBuilder<Activity> builder;
  builder.set("id", writing.new_id<Activity>(loaded.program, arguments));
  builder.set("pairs", ids);
  set_type(builder, *arguments.one("--type"), pairs, session, loaded.program.model());
  builder.set("on", date_scalar(arguments.one("--on").value_or("today"), session.today()));
  builder.set("hours", hours_scalar(arguments.one("--hours")));
  builder.set("note", note);
  writing.create(std::move(loaded), builder.take());
  return Status::done;
}

}  // namespace

const Command log_activity_command{
    .name = "log-activity",
    .summary = key("help.log-activity.summary"),
    .description = key("help.log-activity.description"),
    .examples = key("help.log-activity.examples"),
    .options = options,
    .writes = true,
    .run = run,
};

}  // namespace mentor::cli

#include <array>
#include <iterator>

#include "record_builder.hpp"
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

std::optional<std::string> typed_note(const Session& session, const Arguments& arguments) {
  auto note = arguments.one("--note");
  if (note == "-") {
    note = standard_input(session);
    note->erase(note->find_last_not_of("\r\n") + 1);
  }
  return note && note->empty() ? std::nullopt : note;
}

Status run(Session& session, const Arguments& arguments) {
  if (arguments.all("PAIR") == std::vector<std::string>{"-"} && arguments.one("--note") == "-") {
    throw Refused{Status::usage, say("usage.not-together", std::string{"-"}, std::string{"--note -"})};
  }
  // Before the lock is taken: others must not wait for what somebody types.
  const auto references = with_standard_input(session, arguments.all("PAIR"));
  const auto note = typed_note(session, arguments);
  Writing writing{session, arguments};
  // An id that was chosen may be that of any other activity; a random one is not.
  auto loaded =
      writing.load(arguments.has("--id") ? storage::Scope::everything()
                                         : storage::Scope::of<Participant, Pair>().narrowed_to_pairs(references));
  RecordBuilder<Activity> builder{session, loaded};
  builder.set("id", {writing.new_id<Activity>(loaded.program, arguments)});
  builder.type("pairs", references);
  builder.type("type", arguments.one("--type"));
  builder.type("on", arguments.one("--on").value_or("today"));
  builder.type("hours", arguments.one("--hours"));
  builder.type("note", note);
  Edits edits{CreateRecord{builder.take()}};
  writing.make(std::move(loaded), std::move(edits));
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

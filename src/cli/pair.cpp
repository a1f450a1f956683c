#include <array>

#include "record_builder.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array options = {
    Option{"--form", "", key("value.form"), Arity::required, key("help.pair.form")},
    Option{"--mentor", "", key("value.reference"), Arity::required, key("help.pair.mentor")},
    Option{"--mentee", "", key("value.reference"), Arity::required, key("help.pair.mentee")},
    Option{"--from", "", key("value.date"), Arity::optional, key("help.pair.from")},
    Option{"--until", "", key("value.date"), Arity::optional, key("help.pair.until")},
    id_option,
    strict_option,
};

Status run(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  // An id that was chosen may be that of an activity.
  auto loaded = writing.load(arguments.has("--id") ? storage::Scope::everything().for_figures()
                                                   : storage::Scope::of<Participant, Pair>());
  RecordBuilder<Pair> builder{session, loaded};
  builder.set("id", {writing.new_id<Pair>(loaded.program, arguments)});
  builder.type("form", arguments.one("--form"));
  builder.type("mentor", arguments.one("--mentor"));
  builder.type("mentee", arguments.one("--mentee"));
  builder.type("from", arguments.one("--from").value_or("today"));
  builder.type("until", arguments.one("--until"));
  Edits edits{CreateRecord{builder.take()}};
  writing.make(std::move(loaded), std::move(edits));
  return Status::done;
}

}  // namespace

const Command pair_command{
    .name = "pair",
    .summary = key("help.pair.summary"),
    .description = key("help.pair.description"),
    .examples = key("help.pair.examples"),
    .options = options,
    .writes = true,
    .run = run,
};

}  // namespace mentor::cli

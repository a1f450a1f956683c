#include <array>

#include "record_builder.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array options = {
    Option{"--name", "", key("value.name"), Arity::required, key("help.add-participant.name")},
    Option{"--role", "", key("value.role"), Arity::required_repeated, key("help.add-participant.role")},
    Option{"--category", "", key("value.category"), Arity::required, key("help.add-participant.category")},
    Option{"--born", "", key("value.born"), Arity::optional, key("help.add-participant.born")},
    Option{"--unit", "", key("value.text"), Arity::optional, key("help.add-participant.unit")},
    Option{"--joined", "", key("value.date"), Arity::optional, key("help.add-participant.joined")},
    id_option,
    strict_option,
};

/// `--role mentee,mentor`, or the option twice.
std::vector<std::string> roles_of(const Arguments& arguments) {
  std::vector<std::string> roles;
  for (const std::string& value : arguments.all("--role")) {
    const auto parts = split_at_commas(value);
    roles.insert(roles.end(), parts.begin(), parts.end());
  }
  return roles;
}

Status run(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  // Pairs may refer to an id that was chosen, and any record may have it; to a random one none does.
  auto loaded = writing.load(arguments.has("--id") ? storage::Scope::everything().for_figures()
                                                   : storage::Scope::of<Participant>());
  RecordBuilder<Participant> builder{session, loaded};
  builder.set("id", {writing.new_id<Participant>(loaded.program, arguments)});
  builder.type("name", arguments.one("--name"));
  builder.type("category", arguments.one("--category"));
  builder.type("roles", roles_of(arguments));
  builder.type("born", arguments.one("--born"));
  builder.type("unit", arguments.one("--unit"));
  builder.type("joined", arguments.one("--joined").value_or("today"));
  Edits edits{CreateRecord{builder.take()}};
  writing.make(std::move(loaded), std::move(edits));
  return Status::done;
}

}  // namespace

const Command add_participant_command{
    .name = "add-participant",
    .summary = key("help.add-participant.summary"),
    .description = key("help.add-participant.description"),
    .examples = key("help.add-participant.examples"),
    .options = options,
    .writes = true,
    .run = run,
};

}  // namespace mentor::cli

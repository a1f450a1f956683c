#include <array>

#include "values.hpp"
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

/// `--role mentee,mentor`, or the option twice, or the labels.
void set_roles(RecordBuilder<Participant>& builder, const std::vector<std::string>& typed, const Fold& fold) {
  std::vector<std::string> scalars;
  for (const std::string& value : typed) {
    for (const std::string& one : split_at_commas(value)) {
      const auto role = find_role(one, fold);
      scalars.push_back(role ? std::string{to_string(*role)} : one);
    }
  }
  builder.set("roles", scalars);
}

/// A birth date may be typed as any date, or as a year.
std::optional<std::string> born_scalar(const std::optional<std::string>& typed, Date today) {
  return typed && Born::parse(*typed) ? typed : date_scalar(typed, today);
}

Status run(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  auto loaded = session.load();
  const Model& model = loaded.program.model();
  RecordBuilder<Participant> builder;
  builder.set("id", writing.new_id<Participant>(loaded.program, arguments));
  builder.set("name", arguments.one("--name"));
  set_word(builder, "category", *arguments.one("--category"), std::span<const Category>{model.categories}, session);
  set_roles(builder, arguments.all("--role"), session.fold());
  builder.set("born", born_scalar(arguments.one("--born"), session.today()));
  builder.set("unit", arguments.one("--unit"));
  builder.set("joined", date_scalar(arguments.one("--joined").value_or("today"), session.today()));
  writing.create(std::move(loaded), builder.take());
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

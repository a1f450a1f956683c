#include <array>

#include "values.hpp"
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
  auto loaded = session.load();
  const Model& model = loaded.program.model();
  RecordBuilder<Pair> builder;
  builder.set("id", writing.new_id<Pair>(loaded.program, arguments));
  set_word(builder, "form", *arguments.one("--form"), std::span<const Form>{model.forms}, session);
  for (const Role role : all_roles) {
    const std::string option = "--" + std::string{to_string(role)};
    builder.set(to_string(role),
                find_record<Participant>(session, loaded, *arguments.one(option)).record.id.to_string());
  }
  builder.set("from", date_scalar(arguments.one("--from").value_or("today"), session.today()));
  builder.set("until", date_scalar(arguments.one("--until"), session.today()));
  writing.create(std::move(loaded), builder.take());
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

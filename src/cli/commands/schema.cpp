#include <array>
#include <filesystem>

#include "cli/choices.hpp"
#include "cli/manual/json_schema.hpp"
#include "cli/output.hpp"
#include "storage/change/store.hpp"

namespace mentor::cli {

namespace {

constexpr Option kind_argument{"KIND",      "", key("value.one-of-kind"), Arity::optional, key("help.schema.kind"),
                               schema_names};
constexpr Option folder_option{"--output", "-o", key("value.folder"), Arity::optional, key("help.schema.output")};

constexpr std::array options = {kind_argument, folder_option};

Status run(Session& session, const Arguments& arguments) {
  const auto named = arguments.one(kind_argument);
  const auto names = named ? std::vector{choose(kind_argument, *named)} : schema_names();
  const Language language = session.words().language();
  const std::string folder = output_of(arguments);
  if (folder != "-") {
    const auto path = session.world().folder / folder;
    storage::make_folder(path);
    for (const std::string& name : names) {
      const auto file = storage::output_file(path / (name + ".schema.json"));
      storage::write_file(file, [&](std::ostream& out) { out << json_schema(name, language); });
    }
    return Status::done;
  }
  if (!named) {
    throw Refused{Status::usage, say("schema.which", Texts{names})}.with_hint(say("hint.schema-folder"));
  }
  session.world().out << json_schema(*named, language);
  return Status::done;
}

}  // namespace

const Command schema_command{
    .name = "schema",
    .summary = key("help.schema.summary"),
    .description = key("help.schema.description"),
    .examples = key("help.schema.examples"),
    .options = options,
    .writes = false,
    .run = run,
};

}  // namespace mentor::cli

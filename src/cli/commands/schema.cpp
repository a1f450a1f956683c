#include <array>
#include <filesystem>

#include "cli/choices.hpp"
#include "cli/manual/json_schema.hpp"
#include "cli/output.hpp"
#include "storage/change/store.hpp"

namespace mentor::cli {

namespace {

/// The names of the schemas. Those of kinds may be typed as people call the kinds.
std::vector<Choice> schema_choices() {
  auto choices = kind_words<KindWord::one>();
  for (const std::string& name : schema_names()) {
    if (std::none_of(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.name == name; })) {
      choices.push_back({name});
    }
  }
  return choices;
}

constexpr Option schema_kind_argument{
    "KIND", "", "", key("value.one-of-kind"), Arity::optional, key("help.schema.kind"), schema_choices};
constexpr Option folder_option{"--output",          "--файл",        "-o",
                               key("value.folder"), Arity::optional, key("help.schema.output")};

constexpr std::array schema_options = {schema_kind_argument, folder_option};

Status run_schema(Session& session, const Arguments& arguments) {
  const auto named = arguments.one(schema_kind_argument);
  const auto names = named ? std::vector{choose(schema_kind_argument, *named)} : schema_names();
  const Language language = session.words().language();
  const std::string folder = output_of(arguments);
  if (folder != "-") {
    std::vector<storage::OutputFile> files;
    files.reserve(names.size());
    for (const std::string& name : names) {  // all of them before any is written: one may be refused
      files.push_back(answer_file(session, std::filesystem::path{folder} / (name + ".schema.json")));
    }
    storage::make_folder(session.world().folder / folder);
    for (std::size_t index = 0; index < names.size(); ++index) {
      storage::write_file(files[index], [&](std::ostream& out) { out << json_schema(names[index], language); });
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
    .russian = "схема",
    .summary = key("help.schema.summary"),
    .description = key("help.schema.description"),
    .examples = key("help.schema.examples"),
    .options = schema_options,
    .writes = false,
    .run = run_schema,
};

}  // namespace mentor::cli

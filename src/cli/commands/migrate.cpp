#include "cli/writing.hpp"
#include "storage/upkeep/migration.hpp"

namespace mentor::cli {

namespace {

Status run_migrate(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  const auto tree = session.freeze();
  const auto loaded = session.load(tree);
  if (loaded.schema < storage::newest_schema && loaded.program.unreadable_count() != 0) {
    // These records would keep the old names of their fields, and nobody would read those once the records are mended.
    throw Refused{Status::unreadable, say("migrate.unreadable")}.with_hint(say("hint.check"));
  }
  const auto changes = storage::migrate(tree, loaded.schema);
  writing.write(changes);
  if (changes.empty()) {
    session.tell(say("migrate.nothing", std::int64_t{storage::newest_schema}));
  } else if (!writing.is_dry()) {
    session.tell(say("migrate.done", Count{static_cast<std::int64_t>(changes.size()), key("noun.files")},
                     std::int64_t{storage::newest_schema}));
  }
  return Status::done;
}

}  // namespace

const Command migrate_command{
    .name = "migrate",
    .russian = "обновить-формат",
    .summary = key("help.migrate.summary"),
    .description = key("help.migrate.description"),
    .examples = key("help.migrate.examples"),
    .options = {},
    .writes = true,
    .run = run_migrate,
};

}  // namespace mentor::cli

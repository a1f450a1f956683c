#include <array>

#include "cli/references.hpp"
#include "cli/writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array remove_options = {
    references_argument,
    file_option,
    strict_option,
};

Status run_remove(Session& session, const Arguments& arguments) {
  const auto references = references_of(session, arguments);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  Edits edits;
  visit_each(session, loaded, references, arguments, [&](const auto& stored) {
    edits.emplace_back(RemoveRecord{stored.record, location_of(loaded.program, stored)});
  });
  writing.make(std::move(loaded), std::move(edits));
  return Status::done;
}

}  // namespace

const Command remove_command{
    .name = "remove",
    .russian = "удалить",
    .summary = key("help.remove.summary"),
    .description = key("help.remove.description"),
    .examples = key("help.remove.examples"),
    .options = remove_options,
    .writes = true,
    .run = run_remove,
};

}  // namespace mentor::cli

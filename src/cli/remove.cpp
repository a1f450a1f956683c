#include <array>

#include "values.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array options = {
    Option{"REF", "", key("value.reference"), Arity::required, key("help.remove.ref")},
    file_option,
};

Status run(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  const auto loaded = writing.load();
  visit_record(session, loaded, *arguments.one("REF"),
               [&](const auto& stored) { writing.remove(loaded, one_place(loaded.program, stored, arguments)); });
  return Status::done;
}

}  // namespace

const Command remove_command{
    .name = "remove",
    .summary = key("help.remove.summary"),
    .description = key("help.remove.description"),
    .examples = key("help.remove.examples"),
    .options = options,
    .writes = true,
    .run = run,
};

}  // namespace mentor::cli

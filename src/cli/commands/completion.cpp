#include "cli/manual/completion.hpp"

#include <array>

#include "cli/choices.hpp"
#include "cli/session.hpp"

namespace mentor::cli {

namespace {

constexpr Option shell_argument{
    "SHELL", "", "", key("value.shell"), Arity::required, key("help.completion.shell"), choices_of_rows<all_shells>};

constexpr std::array completion_options = {shell_argument};

Status run_completion(Session& session, const Arguments& arguments) {
  session.world().out << choose_row({}, *arguments.one(shell_argument), all_shells()).script();
  return Status::done;
}

}  // namespace

const Command completion_command{
    .name = "completion",
    .russian = "дополнение",
    .summary = key("help.completion.summary"),
    .description = key("help.completion.description"),
    .examples = key("help.completion.examples"),
    .options = completion_options,
    .writes = false,
    .run = run_completion,
};

}  // namespace mentor::cli

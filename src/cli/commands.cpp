#include <array>

#include "command.hpp"

namespace mentor::cli {

namespace {

constexpr std::array<const Command*, 15> commands = {
    &init_command,   &add_participant_command, &pair_command,    &log_activity_command, &edit_command, &remove_command,
    &report_command, &check_command,           &list_command,    &show_command,         &log_command,  &undo_command,
    &redo_command,   &close_year_command,      &migrate_command,
};

constexpr std::array common = {
    Option{"--directory", "-C", key("value.folder"), Arity::optional, key("help.option.directory")},
    Option{"--today", "", key("value.date"), Arity::optional, key("help.option.today")},
    Option{"--lang", "", key("value.language"), Arity::optional, key("help.option.lang")},
    Option{"--color", "", key("value.when"), Arity::optional, key("help.option.color")},
    Option{"--quiet", "-q", "", Arity::flag, key("help.option.quiet")},
    Option{"--help", "-h", "", Arity::flag, key("help.option.help")},
    Option{"--version", "", "", Arity::flag, key("help.option.version")},
};

constexpr std::array writing = {
    Option{"--dry-run", "-n", "", Arity::flag, key("help.option.dry-run")},
    Option{"--lock-timeout", "", key("value.seconds"), Arity::optional, key("help.option.lock-timeout")},
};

}  // namespace

std::span<const Command* const> all_commands() { return commands; }
std::span<const Option> common_options() { return common; }
std::span<const Option> writing_options() { return writing; }

}  // namespace mentor::cli

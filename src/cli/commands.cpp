#include <array>

#include "command.hpp"

namespace mentor::cli {

namespace {

constexpr std::array commands = {
    &init_command,      &add_participant_command,
    &pair_command,      &log_activity_command,
    &add_command,       &edit_command,
    &pause_command,     &resume_command,
    &done_command,      &end_command,
    &leave_command,     &forget_command,
    &remove_command,    &report_command,
    &check_command,     &list_command,
    &show_command,      &log_command,
    &undo_command,      &redo_command,
    &open_year_command, &close_year_command,
    &migrate_command,   &help_command,
    &schema_command,    &completion_command,
};

constexpr std::array common = {
    directory_option, today_option,    lang_option, color_option,
    quiet_option,     no_pager_option, help_option, version_option,
};

constexpr std::array writing = {
    dry_run_option,
    verbose_option,
    lock_timeout_option,
};

}  // namespace

std::span<const Command* const> all_commands() { return commands; }
std::span<const Option> common_options() { return common; }
std::span<const Option> writing_options() { return writing; }

}  // namespace mentor::cli

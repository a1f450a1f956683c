#include <array>

#include "mentor/fields.hpp"
#include "mentor/shell_word.hpp"

#include "cli/choices.hpp"
#include "cli/session.hpp"
#include "cli/writing.hpp"
#include "storage/change/store.hpp"
#include "storage/disk/names.hpp"
#include "storage/yaml/profiles.hpp"

namespace mentor::cli {

namespace {

constexpr std::string_view git_attributes =
    "# Records are UTF-8 with LF line ends everywhere.\n"
    "*.yaml text eol=lf\n";
constexpr std::string_view git_ignore =
    "# The lock and other private files of mentor.\n"
    ".mentor/\n";

constexpr Option dir_argument{"DIR", "", "", key("value.folder"), Arity::optional, key("help.init.dir")};
constexpr Option profile_option{"--profile",
                                "--профиль",
                                "",
                                key("value.profile"),
                                Arity::optional,
                                key("help.init.profile"),
                                choices_of_rows<storage::all_profiles>};
constexpr Option organization_option{"--organization",  "--организация", "",
                                     key("value.text"), Arity::optional, key("help.init.organization")};
constexpr Option curator_option{"--curator",       "--куратор",     "",
                                key("value.name"), Arity::optional, key("help.init.curator")};
constexpr Option language_option{"--language",          "--язык-программы", "",
                                 key("value.language"), Arity::optional,    key("help.init.language"),
                                 choices_of<Language>};

constexpr std::array init_options = {
    dir_argument, profile_option, organization_option, curator_option, language_option,
};

/// A text of one line in UTF-8, as program.yaml gets it.
std::string line_of(const Arguments& arguments, const Option& option) {
  std::string text = arguments.one(option).value_or("");
  if (arguments.has(option) && !is_line(text)) {
    throw Refused{Status::findings, say("usage.wrong-value", typed_name(option), text, Phrase{key("expected.line")})};
  }
  return text;
}

/// The folder as it was typed, or else its whole path.
Label shown_folder(const Arguments& arguments, const std::filesystem::path& folder) {
  if (const auto typed = arguments.one(dir_argument);
      typed && std::filesystem::path{*typed}.lexically_normal() != ".") {
    return {*typed, *typed};
  }
  std::error_code error;
  const auto whole = std::filesystem::weakly_canonical(folder, error);
  const std::string path = error ? folder.lexically_normal().string() : whole.string();
  return {path, path};
}

/// How to name the folder in the working directory; empty when it is that directory.
std::string way_to(const Session& session, const Arguments& arguments, const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::equivalent(folder, session.world().folder, error)) {
    return {};
  }
  const std::filesystem::path typed = arguments.one(dir_argument).value_or(".");
  return (arguments.one(directory_option).value_or(".") / typed).lexically_normal().string();
}

Status run_init(Session& session, const Arguments& arguments) {
  const auto profiles = storage::all_profiles();
  const auto& profile =
      choose_row(typed_label(profile_option),
                 arguments.one(profile_option).value_or(std::string{profiles.front().name}), profiles);
  const storage::NewProgram program{.organization = line_of(arguments, organization_option),
                                    .curator = line_of(arguments, curator_option),
                                    .language = chosen<Language>(arguments, language_option).value_or(Language::ru)};
  const auto folder = session.folder() / arguments.one(dir_argument).value_or(".");
  std::vector<storage::FileChange> changes;
  const auto add = [&](std::string_view path, std::string_view text) {
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(folder / path, error))) {
      changes.push_back({.path = std::string{path}, .before = std::nullopt, .after = std::string{text}});
      return true;
    }
    return false;
  };
  const auto decide = [&] {
    changes.clear();
    add(".gitattributes", git_attributes);
    add(".gitignore", git_ignore);
    // This file comes last, since it makes the folder a program.
    if (!add(storage::settings_path, storage::program_text(program, profile))) {
      throw Refused{Status::findings, say("init.exists", shown_folder(arguments, folder))}.with_hint(
          say("hint.edit-program"));
    }
  };
  decide();
  if (arguments.has(dry_run_option)) {
    show_changes(session, changes);
    return Status::done;
  }
  storage::make_folder(folder);
  storage::Store store{folder, lock_timeout(arguments)};
  decide();  // again: now nobody else makes a program here, and a killed `init` is finished
  store.apply(changes, session.origin());
  session.tell(say("init.done", shown_folder(arguments, folder), std::string{profile.name}));
  if (program.organization.empty()) {
    session.tell(say("init.no-organization"));
  }
  const std::string elsewhere = way_to(session, arguments, folder);
  session.tell(elsewhere.empty() ? say("init.next") : say("init.next-there", shell_word(elsewhere)));
  tell_private_files_in_git(session, folder);
  return Status::done;
}

}  // namespace

const Command init_command{
    .name = "init",
    .russian = "создать",
    .summary = key("help.init.summary"),
    .description = key("help.init.description"),
    .examples = key("help.init.examples"),
    .options = init_options,
    .writes = true,
    .run = run_init,
};

}  // namespace mentor::cli

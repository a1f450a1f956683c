#include "session.hpp"

#include <array>
#include <system_error>

#include "language/choice.hpp"
#include "language/unicode.hpp"
#include "mentor/shell_word.hpp"
#include "render/escape.hpp"
#include "render/findings.hpp"

#include "storage/disk/git.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"
#include "values.hpp"

namespace mentor::cli {

namespace {

namespace fs = std::filesystem;

std::optional<Language> asked_language(const Arguments& arguments) {
  const auto asked = arguments.one(lang_option);
  if (!asked) {
    return std::nullopt;
  }
  return choose(lang_option, *asked) == "ru" ? Language::ru : Language::en;
}

Date day_of_report(const World& world, const Arguments& arguments) {
  const Date clock = world.today();
  auto asked = arguments.one(today_option);
  const bool by_option = asked.has_value();
  if (!asked) {
    asked = world.environment("MENTOR_TODAY");
  }
  if (!asked || (asked->empty() && !by_option)) {
    return clock;
  }
  if (const auto date = date_from_input(*asked, clock)) {
    return *date;
  }
  throw Refused{Status::usage, say("usage.wrong-value", std::string{by_option ? today_option.name : "MENTOR_TODAY"},
                                   *asked, Phrase{key("expected.date-input")})};
}

/// Whether a path failed because it leads to nothing. One that is too long leads nowhere either.
bool is_not_there(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory ||
         error == std::errc::filename_too_long;
}

/// Whether the terminals can do nothing but print: so is the window of an editor, say.
bool has_dumb_terminals(const World& world) {
  const auto term = world.environment("TERM");
  return !term || term->empty() || *term == "dumb";
}

/// What was typed, so that a shell would read it the same.
std::string command_line_of(std::span<const std::string> words) {
  std::string line = "mentor";
  for (const std::string& word : words) {
    line.append(" ").append(shell_word(word));
  }
  return line;
}

}  // namespace

Language message_language(const World& world, const Arguments& arguments) {
  const auto asked = arguments.one(lang_option);
  if (asked == "ru" || asked == "en") {
    return language::of_locale(*asked);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = world.environment(name); value && !value->empty()) {
      return language::of_locale(*value);
    }
  }
  return Language::en;
}

std::size_t page_width(const World& world) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t widest = 100;
  return std::min(world.out_width.value_or(usual), widest);
}

bool uses_color(const World& world, const Arguments& arguments, bool terminal) {
  const auto asked = arguments.one(color_option);
  if (asked == "always" || asked == "never") {
    return asked == "always";
  }
  const auto no_color = world.environment("NO_COLOR");
  return terminal && !has_dumb_terminals(world) && (!no_color || no_color->empty());
}

Session::Session(World& world, const Arguments& arguments, std::span<const std::string> words)
    : world_(world),
      asked_language_(asked_language(arguments)),
      words_(message_language(world, arguments)),
      today_(day_of_report(world, arguments)),
      command_line_(command_line_of(words)),
      directory_(arguments.one(directory_option)),
      quiet_(arguments.has(quiet_option)),
      colors_out_(uses_color(world, arguments, world.out_width.has_value())),
      colors_err_(uses_color(world, arguments, world.err_width.has_value())),
      progress_width_(quiet_ || has_dumb_terminals(world) ? std::nullopt : world.err_width) {
  choose(color_option, arguments.one(color_option).value_or("auto"));
}

const Fold& Session::fold() const {
  if (!fold_) {
    fold_ = language::folding();
  }
  return *fold_;
}

fs::path Session::folder() const { return directory_ ? world_.folder / *directory_ : world_.folder; }

fs::path Session::root() const {
  const auto is_program = [&](const fs::path& candidate, bool meant) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(candidate / storage::settings_path, error))) {
      return true;
    }
    // A folder further up may be anybody's, and closed to us.
    if (error && !is_not_there(error) && (meant || error != std::errc::permission_denied)) {
      throw storage::SystemError{storage::Operation::open_folder, candidate.string(), error.value()};
    }
    // An `init` that was killed may have left no program.yaml yet.
    return meant && storage::has_unfinished_change(candidate);
  };
  auto asked = directory_;
  if (!asked) {
    asked = world_.environment("MENTOR_DIR");
  }
  if (directory_ && directory_->empty()) {
    throw Refused{Status::usage, say("usage.one-value", std::string{directory_option.name})};
  }
  if (asked && !asked->empty()) {
    fs::path candidate = world_.folder / *asked;
    if (is_program(candidate, true)) {
      return candidate;
    }
    throw Refused{Status::usage, say("usage.no-program-in", *asked)}.with_hint(say("hint.init"));
  }
  for (fs::path candidate = world_.folder;; candidate = candidate.parent_path()) {
    if (is_program(candidate, candidate == world_.folder)) {
      return candidate;
    }
    if (candidate == candidate.parent_path()) {
      throw Refused{Status::usage, say("usage.no-program")}.with_hint(say("hint.init"));
    }
  }
}

storage::Loaded Session::load_quietly(const storage::Scope& scope) const {
  const auto folder = root();
  if (storage::has_unfinished_change(folder)) {
    tell(storage::recover_if_possible(folder));
  }
  return with_progress(
      [&](const storage::Progress& progress) { return storage::load_program(folder, scope, progress); });
}

storage::FrozenTree Session::freeze() const {
  return with_progress([&](const storage::Progress& progress) { return storage::freeze_program(root(), progress); });
}

storage::Origin Session::origin() const { return {world_.now(), command_line_}; }

void Session::tell(std::span<const storage::Recovery> recovered) const {
  for (const auto& recovery : recovered) {
    if (!recovery.kept.empty()) {
      tell_always(say("recovery.kept", Texts{recovery.kept}));
    }
    if (!recovery.set_aside.empty()) {
      tell(say("recovery.set-aside", recovery.set_aside));
    } else if (!recovery.changed_since.empty()) {
      tell(recovery.finished ? say("recovery.finished-changed-since", recovery.command, Texts{recovery.changed_since})
                             : say("recovery.changed_since", recovery.command, Texts{recovery.changed_since}));
    }
  }
}

storage::Loaded Session::load(const storage::Scope& scope) const { return require_model(load_quietly(scope)); }

storage::Loaded Session::load(const storage::FrozenTree& tree) const { return require_model(storage::load(tree)); }

storage::Loaded Session::require_model(storage::Loaded loaded) const {
  if (!loaded.has_model) {
    Refused refused{Status::unreadable, say("program.unusable")};
    for (Finding& finding : loaded.findings) {
      if (finding.place.path == storage::settings_path) {
        refused.findings.push_back(std::move(finding));
      }
    }
    throw refused;
  }
  tell_health(loaded.program);
  return loaded;
}

void Session::tell_health(const Program& program) const {
  const auto tell_count = [&](std::size_t count, std::string_view sentence, std::string_view noun) {
    if (count != 0) {
      tell_always(Message{sentence, {Count{static_cast<std::int64_t>(count), noun}}});
    }
  };
  tell_count(program.unreadable_count(), key("program.unreadable"), key("noun.records-not-read"));
  tell_count(program.repeated_count(), key("program.repeated"), key("noun.records-repeated"));
}

void Session::tell(const Message& message) const {
  if (!quiet_) {
    tell_always(message);
  }
}

void Session::tell_always(const Message& message) const { world_.err << render::visible(words_.say(message)) << '\n'; }

void Session::tell(std::span<const Finding> findings) const {
  std::vector<Finding> told{findings.begin(), findings.end()};
  if (quiet_) {
    std::erase_if(told, [](const Finding& finding) { return finding.severity != Severity::error; });
  }
  render::findings_text(world_.err, told, words_, colors_err());
}

void tell_private_files_in_git(const Session& session, const fs::path& root) {
  const auto files = storage::private_files_in_git(root, session.world().environment);
  if (!files.empty()) {
    session.tell_always(
        say("git.has-private-files", Count{static_cast<std::int64_t>(files.size()), key("noun.files")}));
  }
}

}  // namespace mentor::cli

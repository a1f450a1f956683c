#include "session.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <system_error>

#include "appearance.hpp"
#include "choices.hpp"
#include "language/unicode.hpp"
#include "mentor/day_input.hpp"
#include "mentor/shell_word.hpp"
#include "render/escape.hpp"
#include "render/findings.hpp"

#include "program_folder.hpp"
#include "storage/disk/git.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

namespace {

namespace fs = std::filesystem;

/// The program that a person has named to show answers page by page; nothing when none is named.
std::optional<std::string> named_pager(const World& world) {
  for (const char* name : {"MENTOR_PAGER", "PAGER"}) {
    if (auto named = world.environment(name)) {
      return named;
    }
  }
  return std::nullopt;
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

/// What was typed, written so that a shell would read it the same way.
std::string command_line_of(std::span<const std::string> words) {
  std::string line = "mentor";
  for (const std::string& word : words) {
    line.append(" ").append(shell_word(word));
  }
  return line;
}

}  // namespace

Session::Session(World& world, const Arguments& arguments, std::span<const std::string> words)
    : world_(world),
      asked_language_(chosen<Language>(arguments, lang_option)),
      today_(day_of_report(world, arguments)),
      command_line_(command_line_of(words)),
      directory_(arguments.one(directory_option)),
      quiet_(arguments.has(quiet_option)),
      is_verbose_(arguments.has(verbose_option)),
      pages_(world.out_width && !arguments.has(no_pager_option) && !has_dumb_terminals(world)),
      colors_out_(uses_color(world, arguments, world.out_width.has_value())),
      colors_err_(uses_color(world, arguments, world.err_width.has_value())),
      progress_width_(quiet_ || has_dumb_terminals(world) ? std::nullopt : world.err_width) {
  choose(color_option, arguments.one(color_option).value_or("auto"));
  if (const auto language = named_language(world, arguments)) {
    words_.emplace(*language);
  }
}

const language::Words& Session::words() const {
  if (!words_) {
    words_.emplace(language_of_program(world_, directory_));
  }
  return *words_;
}

const Fold& Session::fold() const {
  if (!fold_) {
    fold_ = language::folding();
  }
  return *fold_;
}

fs::path Session::folder() const { return directory_ ? world_.folder / *directory_ : world_.folder; }

fs::path Session::root() const { return program_folder(world_, directory_); }

storage::Loaded Session::load_quietly(const storage::Scope& scope) const {
  const auto folder = root();
  if (storage::has_unfinished_change(folder)) {
    tell(storage::recover_if_possible(folder));
  }
  auto loaded =
      with_progress([&](const storage::Progress& progress) { return storage::load_program(folder, scope, progress); });
  learn_language(loaded);
  return loaded;
}

void Session::learn_language(const storage::Loaded& loaded) const {
  if (!words_ && loaded.has_model) {
    words_.emplace(loaded.program.settings.language);
  }
}

void Session::note_day(const std::string& typed, Date understood) const { typed_days_.emplace(understood, typed); }

void Session::note(Message how_understood) const {
  if (std::find(noted_.begin(), noted_.end(), how_understood) == noted_.end()) {
    noted_.push_back(std::move(how_understood));
  }
}

std::optional<Message> Session::other_day(const std::string& typed, Date understood) const {
  const auto coming = date_near(typed, today_, {today_, NearestTo::Way::ahead});
  const bool is_nearer = coming && today_ < *coming && coming->days_since(today_) < today_.days_since(understood);
  return is_nearer && !written_date(typed) ? std::optional{say("day.understood", typed, understood, *coming)}
                                           : std::nullopt;
}

void Session::tell_how_understood() const {
  for (const Message& message : noted_) {
    tell(message);
  }
  for (const auto& [day, typed] : typed_days_) {
    if (const auto told = says_what_it_did() ? other_day(typed, day) : std::nullopt) {
      tell(*told);
    }
  }
}

void Session::explain_day(Refused& refused) const {
  for (const auto& [day, typed] : typed_days_) {
    const auto is_it = [&](const Argument& argument) { return argument == Argument{day}; };
    const auto tells_it = [&](const Message& message) {
      return std::any_of(message.arguments.begin(), message.arguments.end(), is_it);
    };
    const bool is_about_it =
        tells_it(refused.message) || std::any_of(refused.findings.begin(), refused.findings.end(),
                                                 [&](const Finding& finding) { return tells_it(finding.message); });
    const auto told = is_about_it ? other_day(typed, day) : std::nullopt;
    if (!told) {
      continue;
    }
    refused.first = told;
    for (Finding& finding : refused.findings) {
      if (finding.message.key == key("activity-date.before-pair")) {
        finding.message.key = key("activity-date.before-pair-begins");  // it is not the pair that is to be changed
      }
    }
    return;
  }
}

storage::FrozenTree Session::freeze() const {
  return with_progress([&](const storage::Progress& progress) { return storage::freeze_program(root(), progress); });
}

storage::Origin Session::origin() const { return {world_.now(), command_line_}; }

void Session::page() const {
  if (!pages_ || !world_.start_pager) {
    return;
  }
  const auto named = named_pager(world_);
  const std::string pager = named.value_or("less");
  const bool is_wanted = !pager.empty() && pager != "cat";
  if (is_wanted && !world_.start_pager(pager, named ? std::string{} : words().say(say("pager.prompt"))) && named) {
    tell(say("pager.cannot", pager));
  }
  world_.start_pager = {};
}

void Session::tell(std::span<const storage::Recovery> recovered) const {
  for (const auto& recovery : recovered) {
    if (!recovery.kept.empty()) {
      tell_always(say("recovery.kept", Texts{recovery.kept}));
    }
    if (!recovery.set_aside.empty()) {
      tell(say("recovery.set-aside", recovery.set_aside));
    } else if (!recovery.changed_since.empty()) {
      tell(recovery.finished ? say("recovery.finished-changed-since", recovery.command, Texts{recovery.changed_since})
                             : say("recovery.changed-since", recovery.command, Texts{recovery.changed_since}));
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
  learn_language(loaded);
  tell_health(health_of(loaded.program, loaded.findings));
  return loaded;
}

void Session::tell_health(const Health& health) const {
  const auto tell_count = [&](Omission what, std::string_view sentence, std::string_view noun) {
    if (const std::size_t count = health.count(what); count != 0) {
      tell_always(Message{sentence, {Count{static_cast<std::int64_t>(count), noun}}});
    }
  };
  tell_count(Omission::unread, key("program.unreadable"), key("noun.records-not-read"));
  tell_count(Omission::repeated, key("program.repeated"), key("noun.records-repeated"));
  tell_count(Omission::passed_over, key("program.passed-over"), key("noun.files-not-read"));
  tell_count(Omission::left_out, key("program.left-out"), key("noun.values-left-out"));
}

void Session::tell(const Message& message) const {
  if (!quiet_) {
    tell_always(message);
  }
}

void Session::tell_to_copy(const std::string& line) const {
  if (!quiet_) {
    world_.err << "    " << render::visible(line) << '\n';
  }
}

void Session::tell_always(const Message& message) const {
  write_messages(world_.err, world_.err_width, render::visible(words().say(message)) + '\n');
}

void Session::tell(std::span<const Finding> findings) const {
  std::vector<Finding> told{findings.begin(), findings.end()};
  if (quiet_) {
    std::erase_if(told, [](const Finding& finding) { return finding.severity != Severity::error; });
  }
  std::ostringstream text;
  render::findings_text(text, told, words(), {colors_err(), world_.err_width.has_value()});
  write_messages(world_.err, world_.err_width, text.str());
}

void tell_private_files_in_git(const Session& session, const fs::path& root) {
  const auto files = storage::private_files_in_git(root, session.world().environment);
  if (!files.empty()) {
    session.tell_always(
        say("git.has-private-files", Count{static_cast<std::int64_t>(files.size()), key("noun.files")}));
  }
}

}  // namespace mentor::cli

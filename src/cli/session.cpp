#include "session.hpp"

#include <array>

#include "language/choice.hpp"
#include "language/unicode.hpp"
#include "render/escape.hpp"
#include "render/findings.hpp"
#include "storage/working_tree.hpp"
#include "values.hpp"

namespace mentor::cli {

namespace {

namespace fs = std::filesystem;

std::optional<Language> asked_language(const Arguments& arguments) {
  const auto asked = arguments.one("--lang");
  if (!asked) {
    return std::nullopt;
  }
  return choose("--lang", *asked, std::vector<std::string>{"ru", "en"}) == "ru" ? Language::ru : Language::en;
}

Date day_of_report(const World& world, const Arguments& arguments) {
  const Date clock = world.today();
  auto asked = arguments.one("--today");
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
  throw Refused{Status::usage, say("usage.wrong-value", std::string{by_option ? "--today" : "MENTOR_TODAY"}, *asked,
                                   Phrase{key("expected.date-input")})};
}

}  // namespace

Language message_language(const World& world, const Arguments& arguments) {
  const auto asked = arguments.one("--lang");
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

bool uses_color(const World& world, const Arguments& arguments, bool terminal) {
  const auto asked = arguments.one("--color");
  if (asked == "always" || asked == "never") {
    return asked == "always";
  }
  const auto no_color = world.environment("NO_COLOR");
  return terminal && (!no_color || no_color->empty());
}

Session::Session(World& world, const Arguments& arguments)
    : world_(world),
      asked_language_(asked_language(arguments)),
      words_(message_language(world, arguments)),
      today_(day_of_report(world, arguments)),
      directory_(arguments.one("--directory")),
      quiet_(arguments.has("--quiet")),
      colors_out_(uses_color(world, arguments, world.out_is_terminal)),
      colors_err_(uses_color(world, arguments, world.err_is_terminal)) {
  choose("--color", arguments.one("--color").value_or("auto"), {"auto", "always", "never"});
}

const Fold& Session::fold() const {
  if (!fold_) {
    fold_ = language::folding();
  }
  return *fold_;
}

fs::path Session::folder() const { return directory_ ? world_.folder / *directory_ : world_.folder; }

fs::path Session::root() const {
  std::error_code error;
  const auto is_program = [&](const fs::path& candidate) {
    return fs::exists(fs::symlink_status(candidate / storage::settings_path, error));
  };
  auto asked = directory_;
  if (!asked) {
    asked = world_.environment("MENTOR_DIR");
  }
  if (directory_ && directory_->empty()) {
    throw Refused{Status::usage, say("usage.one-value", std::string{"--directory"})};
  }
  if (asked && !asked->empty()) {
    fs::path candidate = world_.folder / *asked;
    if (is_program(candidate)) {
      return candidate;
    }
    throw Refused{Status::usage, say("usage.no-program-in", *asked)}.with_hint(say("hint.init"));
  }
  for (fs::path candidate = world_.folder;; candidate = candidate.parent_path()) {
    if (is_program(candidate)) {
      return candidate;
    }
    if (candidate == candidate.parent_path()) {
      throw Refused{Status::usage, say("usage.no-program")}.with_hint(say("hint.init"));
    }
  }
}

storage::Loaded Session::load() const {
  auto loaded = storage::load(storage::WorkingTree{root()});
  if (!loaded.has_model) {
    Refused refused{Status::unreadable, say("program.unusable")};
    for (Finding& finding : loaded.findings) {
      if (finding.place.path == storage::settings_path) {
        refused.findings.push_back(std::move(finding));
      }
    }
    throw refused;
  }
  const std::size_t unreadable = loaded.program.unreadable_count();
  if (unreadable != 0) {
    tell(say("program.unreadable", Count{static_cast<std::int64_t>(unreadable), key("noun.records-not-read")}));
  }
  return loaded;
}

void Session::tell(const Message& message) const {
  if (!quiet_) {
    world_.err << render::visible(words_.say(message)) << '\n';
  }
}

void Session::tell(std::span<const Finding> findings) const {
  std::vector<Finding> told{findings.begin(), findings.end()};
  if (quiet_) {
    std::erase_if(told, [](const Finding& finding) { return finding.severity != Severity::error; });
  }
  render::findings_text(world_.err, told, words_, colors_err());
}

}  // namespace mentor::cli

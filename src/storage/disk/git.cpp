#include "git.hpp"

#include <unistd.h>

#include <iterator>
#include <utility>

#include "git_revision.hpp"
#include "names.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_answer_bytes = std::size_t{64} << 20U;
constexpr std::chrono::seconds longest_time{20};  // the program may be locked all this time

/// The file of the program `git`. Relative folders of PATH are skipped, since anybody might own them.
fs::path find_git(const Environment& environment) {
  const std::string path = environment("PATH").value_or("/usr/local/bin:/usr/bin:/bin");
  for (std::string_view rest = path; !rest.empty();) {
    const fs::path folder{take_until(rest, ':')};
    fs::path git = folder / "git";
    std::error_code error;
    if (folder.is_absolute() && fs::is_regular_file(git, error) && ::access(git.c_str(), X_OK) == 0) {
      return git;
    }
  }
  throw GitSilent{GitSilence::Reason::not_there};
}

[[noreturn]] void refuse(const ChildResult& answer) {
  const std::string said = answer.err.substr(0, answer.err.find('\n'));
  throw GitSilent{GitSilence::Reason::refused, said.empty() ? "git: " + std::to_string(answer.status) : said};
}

}  // namespace

std::string_view take_until(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

bool is_kept_in_git(const fs::path& root) { return !nearest_git(root).empty(); }

Git::Git(const fs::path& root, const Environment& environment)
    : root_(fs::absolute(root).string()),
      program_(find_git(environment)),
      environment_{"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
                   "GIT_ALLOW_PROTOCOL=none"},
      until_(std::chrono::steady_clock::now() + longest_time) {
  if (const fs::path irregular = irregular_file_of_git(root); !irregular.empty()) {
    throw GitSilent{GitSilence::Reason::refused, irregular.string() + ": not a regular file"};
  }
  // These lead to people's own settings, which say what repositories they trust.
  for (const char* name : {"PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"}) {
    if (const auto value = environment(name)) {
      environment_.push_back(std::string{name} + '=' + *value);
    }
  }
}

std::string Git::ask(std::vector<std::string> question, std::string input) const {
  ChildResult answer = run(std::move(question), std::move(input));
  if (answer.status != 0) {
    refuse(answer);
  }
  return std::move(answer.out);
}

std::string Git::ask_line(std::vector<std::string> question) const {
  const ChildResult answer = run(std::move(question), {});
  if (answer.status != 0 && (answer.status != 1 || !answer.err.empty())) {
    refuse(answer);
  }
  return answer.out.substr(0, answer.out.find('\n'));
}

ChildResult Git::run(std::vector<std::string> question, std::string input) const {
  std::vector<std::string> arguments{"--no-pager", "-C", root_};
  for (const char* setting : {"core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.allow=never"}) {
    arguments.insert(arguments.end(), {"-c", setting});
  }
  std::move(question.begin(), question.end(), std::back_inserter(arguments));
  ChildResult answer =
      run_child({program_, std::move(arguments), environment_, std::move(input), most_answer_bytes, until_});
  if (answer.end == ChildEnd::not_started) {
    throw SystemError{Operation::read, program_.string(), answer.error};
  }
  if (answer.end != ChildEnd::exited) {
    throw GitSilent{answer.end == ChildEnd::too_much ? GitSilence::Reason::too_much : GitSilence::Reason::too_long};
  }
  return answer;
}

std::vector<std::string> private_files_in_git(const fs::path& root, const Environment& environment) {
  std::vector<std::string> files;
  if (!is_kept_in_git(root)) {
    return files;
  }
  try {
    const std::string answer = Git{root, environment}.ask({"ls-files", "-z", "--cached", "--", private_folder});
    for (std::string_view rest = answer; !rest.empty();) {
      files.emplace_back(take_until(rest, '\0'));
    }
  } catch (const GitSilent&) {
    // If git cannot tell this of its index now, it will tell when something is added to the index.
  }
  return files;
}

}  // namespace mentor::storage

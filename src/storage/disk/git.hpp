/// Asks the `git` program about the repository that holds a program. It only reads. Whatever a configuration says, no
/// hook runs, nothing is fetched, and no lock is taken.
#pragma once

#include <chrono>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "child_process.hpp"

namespace mentor::storage {

using Environment = std::function<std::optional<std::string>(const char*)>;

/// Whether the folder or one above it seems to be a repository of git, judged by names alone.
bool is_kept_in_git(const std::filesystem::path& root);

/// The files of the program's private folder that git keeps, and so gives to every clone, as paths below `root`. Empty
/// when there are none, or when there is no git or no answer. Throws `SystemError` when there is no room to run a
/// program.
std::vector<std::string> private_files_in_git(const std::filesystem::path& root, const Environment& environment);

/// Why git did not answer.
struct GitSilence {
  enum class Reason { not_there, too_long, too_much, refused };

  Reason reason = Reason::refused;
  std::string said;  // what git said when it refused
};

/// Thrown when git does not answer.
class GitSilent : public std::exception {
 public:
  explicit GitSilent(GitSilence::Reason reason, std::string said = {}) : silence{reason, std::move(said)} {}

  GitSilence silence;
};

/// Takes the part before the separator off a text, and the separator too. Gives that part.
std::string_view take_until(std::string_view& text, char separator);

/// Asks git one question after another. All of them together have twenty seconds.
class Git {
 public:
  /// Throws `GitSilent` when there is no git.
  Git(const std::filesystem::path& root, const Environment& environment);

  /// The answer to a question. The question may have an input. Throws `GitSilent`, and `SystemError` when there is no
  /// room to run a program.
  std::string ask(std::vector<std::string> question, std::string input = {}) const;
  /// An answer of one line; empty when git ends with 1, which means that there is none. Throws as `ask` does.
  std::string ask_line(std::vector<std::string> question) const;

 private:
  ChildResult run(std::vector<std::string> question, std::string input) const;

  std::string root_;
  std::filesystem::path program_;
  std::vector<std::string> environment_;
  std::chrono::steady_clock::time_point until_;
};

}  // namespace mentor::storage

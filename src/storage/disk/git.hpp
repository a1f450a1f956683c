/// The `git` program, asked about the repository in which a program is kept. It only reads: no hook runs, nothing is
/// fetched, no lock is taken, whatever a configuration says.
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

/// Whether the folder or one above it is a repository of git, as far as names tell.
bool is_kept_in_git(const std::filesystem::path& root);

/// The files of the program's private folder that git keeps, and so gives to every clone; by their paths below `root`.
/// Empty where there are none, no git, or no answer. Throws `SystemError` when there is no room to run a program.
std::vector<std::string> private_files_in_git(const std::filesystem::path& root, const Environment& environment);

/// Why git has not answered.
struct GitSilence {
  enum class Reason { not_there, too_long, too_much, refused };

  Reason reason = Reason::refused;
  std::string said;  // by git, when it refused
};

/// Thrown where git has not answered.
class GitSilent : public std::exception {
 public:
  explicit GitSilent(GitSilence::Reason reason, std::string said = {}) : silence{reason, std::move(said)} {}

  GitSilence silence;
};

/// The part of a text before the separator, which is taken from it with the separator.
std::string_view take_until(std::string_view& text, char separator);

/// Asks git one question after another, twenty seconds for all of them together.
class Git {
 public:
  /// Throws `GitSilent` where there is no git.
  Git(const std::filesystem::path& root, const Environment& environment);

  /// The answer to a question, which may have an input. Throws `GitSilent`, and `SystemError` when there is no room to
  /// run a program.
  std::string ask(std::vector<std::string> question, std::string input = {}) const;
  /// The answer of one line; empty when git ends with 1, which says that there is none. Throws as `ask` does.
  std::string ask_line(std::vector<std::string> question) const;

 private:
  ChildResult run(std::vector<std::string> question, std::string input) const;

  std::string root_;
  std::filesystem::path program_;
  std::vector<std::string> environment_;
  std::chrono::steady_clock::time_point until_;
};

}  // namespace mentor::storage

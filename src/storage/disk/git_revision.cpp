#include "git_revision.hpp"

#include <fcntl.h>

#include <algorithm>
#include <optional>

#include "file_system.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t shown_characters = 12;
// Anybody may have written these files. A file much larger than git's own was not written by git.
constexpr std::size_t most_reference_bytes = 512;
constexpr std::size_t most_path_bytes = 8192;
constexpr std::size_t most_packed_references_bytes = std::size_t{64} << 20U;
constexpr int most_references_in_a_row = 5;

/// The text of a file of git, also through a link. Empty when there is none, or when git cannot have written it.
std::string read_text(const fs::path& path, std::size_t most) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error || !fs::is_regular_file(real, error)) {  // merely opening some devices has effects
    return {};
  }
  try {
    return read_file(AT_FDCWD, real.c_str(), real.native(), most).value_or(std::string{});
  } catch (const SystemError&) {
    return {};
  }
}

/// A text of one line, without the blanks around it.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string read_path(const fs::path& path) {
  const std::string text = read_text(path, most_path_bytes);
  return text.substr(0, text.find_first_of("\r\n"));
}

bool is_hash(std::string_view text) {
  constexpr std::size_t sha1 = 40;
  constexpr std::size_t sha256 = 64;
  return (text.size() == sha1 || text.size() == sha256) &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Whether a name is that of a branch or the like, and cannot lead to a file elsewhere.
bool is_reference(std::string_view name) { return name.starts_with("refs/") && name.find("..") == std::string::npos; }

/// The folder that holds HEAD: `.git`, or the folder to which a worktree's `.git` file points.
fs::path git_folder(const fs::path& root) {
  fs::path git = nearest_git(root);
  std::error_code error;
  if (!fs::is_regular_file(git, error)) {
    return git;
  }
  constexpr std::string_view prefix = "gitdir: ";
  const std::string line = read_path(git);
  return line.starts_with(prefix) ? git.parent_path() / line.substr(prefix.size()) : fs::path{};
}

std::string packed_reference(const fs::path& common, std::string_view name) {
  const std::string text = read_text(common / "packed-refs", most_packed_references_bytes);
  for (std::string_view rest = text; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    const auto blank = line.find(' ');
    if (blank != std::string_view::npos && line.substr(blank + 1) == name) {
      return std::string{line.substr(0, blank)};
    }
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return {};
}

/// The reference that a file names instead of a commit. In old repositories the file is a link to the reference.
std::optional<std::string> named_reference(const fs::path& path, std::string_view text) {
  constexpr std::string_view prefix = "ref:";
  if (text.starts_with(prefix)) {
    return std::string{trimmed(text.substr(prefix.size()))};
  }
  std::error_code error;
  const fs::path target = fs::read_symlink(path, error);
  return !error && is_reference(target.native()) ? std::optional{target.native()} : std::nullopt;
}

}  // namespace

fs::path nearest_git(const fs::path& root) {
  std::error_code error;
  for (fs::path folder = fs::absolute(root, error).lexically_normal();; folder = folder.parent_path()) {
    fs::path git = folder / ".git";
    if (fs::is_directory(git, error) || fs::is_regular_file(git, error)) {
      return git;
    }
    if (folder == folder.parent_path()) {
      return {};
    }
  }
}

fs::path irregular_file_of_git(const fs::path& root) {
  const fs::path git = git_folder(root);
  std::error_code error;
  for (const char* name : {"HEAD", "config", "commondir", "index", "packed-refs"}) {
    fs::path file = git / name;
    if (fs::exists(file, error) && !fs::is_regular_file(file, error)) {
      return file;
    }
  }
  return {};
}

std::string git_revision(const fs::path& root) {
  const fs::path git = git_folder(root);
  if (git.empty()) {
    return {};
  }
  const std::string shared = read_path(git / "commondir");  // a worktree keeps its branches elsewhere
  const fs::path common = shared.empty() ? git : git / shared;
  fs::path file = git / "HEAD";
  std::string name;
  for (int followed = 0; followed <= most_references_in_a_row; ++followed) {
    const std::string text{trimmed(read_text(file, most_reference_bytes))};
    const auto next = named_reference(file, text);
    if (!next) {
      const std::string hash = is_hash(text) || name.empty() ? text : packed_reference(common, name);
      return is_hash(hash) ? hash.substr(0, shown_characters) : std::string{};
    }
    if (!is_reference(*next)) {
      return {};
    }
    name = *next;
    file = common / name;
  }
  return {};
}

}  // namespace mentor::storage

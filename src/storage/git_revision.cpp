#include "git_revision.hpp"

#include <fstream>
#include <sstream>

namespace mentor::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t shown_characters = 12;

std::string read_text(const fs::path& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string first_line(const fs::path& path) {
  const std::string text = read_text(path);
  return text.substr(0, text.find_first_of("\r\n"));
}

bool is_hash(const std::string& text) {
  return text.size() >= shown_characters && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// The folder that holds HEAD: `.git`, or what a worktree's `.git` file points to.
fs::path git_folder(const fs::path& root) {
  std::error_code error;
  for (fs::path folder = fs::absolute(root, error).lexically_normal();; folder = folder.parent_path()) {
    fs::path git = folder / ".git";
    if (fs::is_directory(git, error)) {
      return git;
    }
    if (fs::is_regular_file(git, error)) {
      constexpr std::string_view prefix = "gitdir: ";
      const std::string line = first_line(git);
      return line.starts_with(prefix) ? folder / line.substr(prefix.size()) : fs::path{};
    }
    if (folder == folder.parent_path()) {
      return {};
    }
  }
}

std::string packed_reference(const fs::path& common, const std::string& name) {
  std::istringstream lines{read_text(common / "packed-refs")};
  for (std::string line; std::getline(lines, line);) {
    const auto blank = line.find(' ');
    if (blank != std::string::npos && line.substr(blank + 1) == name) {
      return line.substr(0, blank);
    }
  }
  return {};
}

}  // namespace

std::string git_revision(const fs::path& root) {
  const fs::path git = git_folder(root);
  if (git.empty()) {
    return {};
  }
  constexpr std::string_view symbolic = "ref: ";
  std::string hash = first_line(git / "HEAD");
  if (hash.starts_with(symbolic)) {
    const std::string name = hash.substr(symbolic.size());
    const std::string shared = first_line(git / "commondir");  // a worktree keeps its branches elsewhere
    const fs::path common = shared.empty() ? git : git / shared;
    hash = first_line(common / name);
    hash = is_hash(hash) ? hash : packed_reference(common, name);
  }
  return is_hash(hash) ? hash.substr(0, shown_characters) : std::string{};
}

}  // namespace mentor::storage

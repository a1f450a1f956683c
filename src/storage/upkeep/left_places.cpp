#include "left_places.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "mentor/text.hpp"
#include "storage/disk/file_system.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::storage {

namespace {

namespace fs = std::filesystem;

/// Whether a file of the private folder is mentor's own: the lock, the log, or a text on its way.
bool is_own(std::string_view path) {
  constexpr std::string_view folder = private_folder;
  const auto is_private = [&](std::string_view name) {
    return path.starts_with(folder) && path.substr(folder.size()).starts_with(name);
  };
  return is_private("/log") || is_private("/lock") || is_private("/new-") || is_private("/mend-");
}

/// A file that is no text has a NUL among its first bytes, as git judges too.
bool is_text_file(std::string_view text) {
  constexpr std::size_t looked_at = 8000;
  return text.substr(0, looked_at).find('\0') == std::string_view::npos;
}

class Search {
 public:
  Search(fs::path root, const std::vector<FileChange>& changes, const Wanted& wanted)
      : root_(std::move(root)), wanted_(wanted) {
    for (const FileChange& change : changes) {
      changes_.emplace(change.path, &change);
    }
  }

  LeftPlaces run() && {
    look_into_folder({});
    const auto by_path = [](const LeftPlace& one, const LeftPlace& other) {
      return one.path != other.path ? one.path < other.path : one.line < other.line;
    };
    std::sort(left_.places.begin(), left_.places.end(), by_path);
    std::sort(left_.unknown.begin(), left_.unknown.end());
    return std::move(left_);
  }

 private:
  void look_into_folder(const std::string& folder) {
    const std::string prefix = folder.empty() ? "" : folder + '/';
    std::error_code error;
    fs::directory_iterator entry{root_ / folder, error};
    for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      const std::string path = prefix + name;
      if (name == ".git" || is_own(path)) {
        continue;
      }
      if (wanted_.is_in(name, path)) {
        left_.places.push_back({path, 0, {}});
      }
      std::error_code unknown;
      const fs::file_type type = entry->symlink_status(unknown).type();
      if (type == fs::file_type::directory) {
        look_into_folder(path);
      } else if (type == fs::file_type::regular) {
        look_into_file(folder, name, path);
      } else if (unknown) {
        left_.unknown.push_back(path);
      }
    }
    if (error) {
      left_.unknown.push_back(folder.empty() ? "." : folder);
    }
  }

  void look_into_file(const std::string& folder, const std::string& name, const std::string& path) {
    std::optional<std::string> text;
    if (const auto changed = changes_.find(path); changed != changes_.end()) {
      text = changed->second->after;
    } else {
      try {
        const Descriptor opened = open_root(root_ / folder);
        text = read_file(opened.number(), name.c_str(), path, most_packed_bytes);
      } catch (const SystemError&) {
        left_.unknown.push_back(path);
      }
    }
    if (!text) {
      return;  // it has gone meanwhile, or will
    }
    const auto decoded = wanted_.in_utf8(*text);
    const std::string& readable = decoded ? *decoded : *text;
    if (!decoded || !is_text_file(readable)) {
      left_.unknown.push_back(path);
    }
    if (is_text_file(readable) && wanted_.may_be_in(readable)) {
      std::size_t number = 0;
      for (const std::string_view line : lines_of(readable)) {
        ++number;
        if (wanted_.is_in(line, path)) {
          left_.places.push_back({path, number, tidy_line(line)});
        }
      }
    }
  }

  fs::path root_;
  const Wanted& wanted_;
  std::map<std::string, const FileChange*, std::less<>> changes_;
  LeftPlaces left_;
};

}  // namespace

LeftPlaces places_left(const fs::path& root, const std::vector<FileChange>& changes, const Wanted& wanted) {
  return Search{root, changes, wanted}.run();
}

}  // namespace mentor::storage

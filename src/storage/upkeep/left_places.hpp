/// Where something still stands in a program's folder, in whatever file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/change/changes.hpp"

namespace mentor::storage {

struct LeftPlace {
  std::string path;
  std::size_t line = 0;  // 0: the name of the file itself
  std::string text;      // of the line
};

struct LeftPlaces {
  std::vector<LeftPlace> places;     // sorted by path
  std::vector<std::string> unknown;  // files that are no texts, and what the system refuses to show
};

/// What is looked for.
struct Wanted {
  /// The text of a file in UTF-8, as a table that Excel saved may not be. Nothing when nobody can tell how it is
  /// encoded.
  std::function<std::optional<std::string>(std::string bytes)> in_utf8;
  std::function<bool(std::string_view text)> may_be_in;                     // of the whole of a file: a quick answer
  std::function<bool(std::string_view line, std::string_view path)> is_in;  // of a line, or of a path
};

/// The places in all files below `root`, as they are after these changes. The history of git and the entries of the log
/// are left out: neither is a place that people edit. No symbolic link is followed.
LeftPlaces places_left(const std::filesystem::path& root, const std::vector<FileChange>& changes, const Wanted& wanted);

}  // namespace mentor::storage

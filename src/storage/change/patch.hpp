/// How one file changed. A patch is small, so that a correction in a packed year costs a line and not the year. It has
/// the old and the new text of one stretch of the file, and a checksum of the rest. Each state of the file can be made
/// from the other, and a file in neither state is noticed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "changes.hpp"

namespace mentor::storage {

enum class Side { before, after };

struct Patch {
  std::string path;
  std::size_t head = 0;               // bytes before the stretch
  std::size_t tail = 0;               // bytes after the stretch
  std::uint64_t rest = 0;             // the checksum of head and tail
  std::optional<std::string> before;  // the old stretch; nothing: there was no such file
  std::optional<std::string> after;   // the new stretch; nothing: there is no such file now
  std::optional<Access> access;       // the access to a file that comes or goes

  const std::optional<std::string>& stretch(Side side) const { return side == Side::before ? before : after; }
  bool operator==(const Patch&) const = default;
};

Patch patch_of(const FileChange& change);

/// The patch that takes this one back.
Patch reversed(Patch patch);

/// Whether a file with this text (nothing: no file) is in that state.
bool is_at(const Patch& patch, Side side, const std::optional<std::string>& text);

/// How far a change of several files has come, judged by what the files hold now.
struct Standing {
  std::size_t waiting = 0;                 // files that are still in the state before
  std::vector<std::string> changed_since;  // files in neither state: somebody changed them afterwards

  /// Whether the change was made as a whole, and somebody then changed some of the files.
  bool was_whole(std::size_t files) const { return waiting == 0 && changed_since.size() < files; }
};

/// `text_of` gives the present text of a path; nothing when there is no such file.
template <class TextOf>
Standing standing_of(const std::vector<Patch>& patches, TextOf text_of) {
  Standing standing;
  for (const Patch& patch : patches) {
    const std::optional<std::string> text = text_of(patch.path);
    if (is_at(patch, Side::before, text)) {
      ++standing.waiting;
    } else if (!is_at(patch, Side::after, text)) {
      standing.changed_since.push_back(patch.path);
    }
  }
  return standing;
}

/// The file in the wanted state, made from its present text. The file must be in one of the two states.
std::optional<std::string> text_at(const Patch& patch, Side wanted, const std::optional<std::string>& text);

}  // namespace mentor::storage

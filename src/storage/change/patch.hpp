/// How one file changed, kept so small that a correction in a packed year costs a line and not the year: what stood in
/// one stretch of it and what stands there now, with a checksum of the rest. From either state the other can be made,
/// and a file that is in neither is known as such.
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
  std::size_t tail = 0;               // bytes behind it
  std::uint64_t rest = 0;             // the checksum of head and tail
  std::optional<std::string> before;  // the stretch; nothing: there was no such file
  std::optional<std::string> after;   // nothing: there is none now
  std::optional<Access> access;       // that to a file that comes or goes

  const std::optional<std::string>& stretch(Side side) const { return side == Side::before ? before : after; }
  bool operator==(const Patch&) const = default;
};

Patch patch_of(const FileChange& change);

/// The patch that takes it back.
Patch reversed(Patch patch);

/// Whether a file of this text (nothing: no file) is in that state.
bool is_at(const Patch& patch, Side side, const std::optional<std::string>& text);

/// How far a change of several files has come, by what they hold now.
struct Standing {
  std::size_t waiting = 0;                 // files that are still on the side before
  std::vector<std::string> changed_since;  // those on neither side: somebody has changed them since

  /// Whether all was made, and then somebody went on to change some of the files.
  bool was_whole(std::size_t files) const { return waiting == 0 && changed_since.size() < files; }
};

/// `text_of` gives the text of a path as it is now, nothing where there is no such file.
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

/// The file as it is on the side wanted, made of what it is now. The file must be in one of the two states.
std::optional<std::string> text_at(const Patch& patch, Side wanted, const std::optional<std::string>& text);

}  // namespace mentor::storage

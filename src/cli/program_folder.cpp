#include "program_folder.hpp"

#include <system_error>

#include "command.hpp"
#include "storage/change/store.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

namespace {

namespace fs = std::filesystem;

/// Whether a path failed because nothing is there. A path that is too long cannot lead to anything either.
bool is_not_there(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory ||
         error == std::errc::filename_too_long;
}

/// Whether the folder has a program. `meant`: a person named the folder, so it is an error if we may not enter it.
bool has_program(const fs::path& candidate, bool meant) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(candidate / storage::settings_path, error))) {
    return true;
  }
  // A folder further up may belong to anybody, and be closed to us.
  if (error && !is_not_there(error) && (meant || error != std::errc::permission_denied)) {
    throw storage::SystemError{storage::Operation::open_folder, candidate.string(), error.value()};
  }
  // An `init` that was killed may not have written program.yaml yet.
  return meant && storage::has_unfinished_change(candidate);
}

}  // namespace

fs::path program_folder(const World& world, const std::optional<std::string>& directory) {
  auto asked = directory;
  if (!asked) {
    asked = world.environment("MENTOR_DIR");
  }
  if (asked && !asked->empty()) {
    fs::path candidate = world.folder / *asked;
    if (has_program(candidate, true)) {
      return candidate;
    }
    throw Refused{Status::usage, say("usage.no-program-in", *asked)}.with_hint(say("hint.init"));
  }
  for (fs::path candidate = world.folder;; candidate = candidate.parent_path()) {
    if (has_program(candidate, candidate == world.folder)) {
      return candidate;
    }
    if (candidate == candidate.parent_path()) {
      throw Refused{Status::usage, say("usage.no-program")}.with_hint(say("hint.init"));
    }
  }
}

}  // namespace mentor::cli

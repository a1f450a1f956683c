/// Who may read and write a file, and what else the system keeps about it beside its text. A new text takes the place
/// of the old one as another file, so all of this has to be carried over: nobody gains or loses a record by an edit.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::storage {

struct Access {
  std::optional<uid_t> owner;                     // nothing: whoever makes the file
  std::optional<gid_t> group;                     // nothing: that of new files
  mode_t mode = 0;                                // the permission bits alone
  std::map<std::string, std::string> attributes;  // the extended ones by name, an access control list among them

  bool operator==(const Access&) const = default;
};

/// The access to an open file or folder; `shown` is what a refusal names. Throws `SystemError`.
Access access_of(int file, std::string_view shown);
/// The same of a file of the folder. Throws `SystemError`, also when there is none.
Access access_of(int folder, const std::string& name, std::string_view shown);

/// Whether the same people can read all of these files, so that one file of them neither shows nor hides anything.
bool are_open_alike(const std::vector<Access>& accesses);

/// The access to a file that is made of several: each may do with it what all of them allow. Nothing when their groups
/// or access control lists differ, so that there is no such.
std::optional<Access> common_access(const std::vector<Access>& accesses);

/// Gives an open file that access. What the system does not allow to this user is left out, as long as the same people
/// can read the file; else this throws `SystemError` with `Operation::keep_access`.
void give_access(int file, const Access& wanted, std::string_view shown);

/// The same, but where the same people could not read the file, nobody but its owner can. Throws `SystemError`.
void give_access_or_close(int file, const Access& wanted, std::string_view shown);

/// What a new file in `folder` would be given, when that is not what one in `beside` is given: by a set-group-id bit,
/// by a default access control list, or because the superuser makes it in somebody's folder. Throws `SystemError`.
std::optional<Access> access_given_by(int folder, int beside, std::string_view shown);

/// What the superuser makes in somebody's folder is handed over to that folder's owner. For others this does nothing.
void hand_over(int made, int folder);

}  // namespace mentor::storage

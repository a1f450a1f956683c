/// Who may read and write a file, and what else the system keeps about it beside its text. mentor writes a new text
/// into a new file, which then takes the place of the old one. So all of this is carried over: an edit must neither
/// show a record to more people nor hide it from any.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::storage {

/// The part of a mode that says who may read, write and execute.
inline constexpr mode_t permission_bits = 0777;

struct Access {
  std::optional<uid_t> owner;                     // nothing: the user who makes the file
  std::optional<gid_t> group;                     // nothing: the group that a new file gets
  mode_t mode = 0;                                // only the permission bits
  std::map<std::string, std::string> attributes;  // the extended attributes by name, with access control lists

  bool operator==(const Access&) const = default;
};

/// The access to an open file or folder. An error names it as `shown`. Throws `SystemError`.
Access access_of(int file, std::string_view shown);
/// The access to a file of the folder. Throws `SystemError`, also when there is no such file.
Access access_of(int folder, const std::string& name, std::string_view shown);

/// Whether the same people can read all of these files. If so, one file made of them shows nothing and hides nothing.
bool are_open_alike(const std::vector<Access>& accesses);

/// The access to a file that is made of several: each user may do what all of the files allow. Nothing when their
/// groups or access control lists differ, since then there is no such access.
std::optional<Access> common_access(const std::vector<Access>& accesses);

/// Gives an open file this access. It leaves out what the system does not allow to this user, as long as the same
/// people can read the file. If they could not, throws `SystemError` with `Operation::keep_access`.
void give_access(int file, const Access& wanted, std::string_view shown);

/// Gives an open file this access. If the same people could not read it then, only its owner can. Throws `SystemError`.
void give_access_or_close(int file, const Access& wanted, std::string_view shown);

/// The access that a new file in `folder` gets, if a new file in `beside` gets another. The cause may be a set-group-id
/// bit, a default access control list, or the superuser making a file in another user's folder. Throws `SystemError`.
std::optional<Access> access_given_by(int folder, int beside, std::string_view shown);

/// Gives what the superuser made in another user's folder to the owner of the folder. For others it does nothing.
void hand_over(int made, int folder);

}  // namespace mentor::storage

#include "access.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "descriptor.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

constexpr mode_t group_reads = S_IRGRP;
constexpr mode_t all_read = S_IRUSR | S_IRGRP | S_IROTH;
constexpr mode_t usual = 0666;
constexpr mode_t owner_alone = S_IRUSR | S_IWUSR;
constexpr std::string_view access_prefix = "system.";  // access control lists, whatever a file system calls them
constexpr std::string_view default_list = "system.posix_acl_default";

struct stat status_of(int file, std::string_view shown) {
  struct stat status {};
  if (::fstat(file, &status) != 0) {
    throw SystemError{Operation::read, shown, errno};
  }
  return status;
}

/// Whether a file system says by this error that it has no such attribute, or no attributes at all.
bool means_none(int error) { return error == ENODATA || error == ENOTSUP || error == ENOSYS; }

/// Calls `call` with a buffer of the size that `call` first asks for, and gives its contents; empty when there are
/// none.
template <class Call>
std::string filled(Call call, std::string_view shown) {
  while (true) {
    const auto size = call(nullptr, 0);
    std::string text(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    const auto got = size > 0 ? call(text.data(), text.size()) : size;
    if (got >= 0) {
      text.resize(static_cast<std::size_t>(got));
      return text;
    }
    if (means_none(errno)) {
      return {};
    }
    if (errno != ERANGE) {  // ERANGE: the attribute grew between the two calls
      throw SystemError{Operation::read, shown, errno};
    }
  }
}

std::string attribute_of(int file, const std::string& name, std::string_view shown) {
  return filled([&](char* text, std::size_t size) { return ::fgetxattr(file, name.c_str(), text, size); }, shown);
}

/// False for attributes that belong to the old bytes or to the folder of the new file. On another file they would be
/// wrong.
bool is_carried_over(std::string_view name) {
  constexpr std::array left = {"security.ima", "security.evm", "security.capability", "security.selinux"};
  return std::find(left.begin(), left.end(), name) == left.end();
}

std::map<std::string, std::string> attributes_of(int file, std::string_view shown) {
  std::map<std::string, std::string> attributes;
  const std::string names = filled([&](char* text, std::size_t size) { return ::flistxattr(file, text, size); }, shown);
  for (std::size_t begin = 0; begin < names.size(); begin += std::strlen(names.c_str() + begin) + 1) {
    const std::string name = names.c_str() + begin;
    if (is_carried_over(name)) {
      attributes.emplace(name, attribute_of(file, name, shown));
    }
  }
  return attributes;
}

using Attributes = std::map<std::string, std::string>;

Attributes lists_in(const Attributes& attributes) {
  Attributes lists;
  std::copy_if(attributes.begin(), attributes.end(), std::inserter(lists, lists.end()),
               [](const auto& attribute) { return attribute.first.starts_with(access_prefix); });
  return lists;
}

/// Whether the system's list of users has this user, and has the user outside this group. If the list does not have the
/// user, we trust that the user belongs to the group of the file.
bool is_known_outside(uid_t user, gid_t group) {
  constexpr std::size_t room = 16384;
  std::string texts(room, '\0');
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(user, &entry, texts.data(), texts.size(), &found) != 0 || found == nullptr) {
    return false;
  }
  int count = 0;
  ::getgrouplist(entry.pw_name, entry.pw_gid, nullptr, &count);
  std::vector<gid_t> groups(static_cast<std::size_t>(count));
  return ::getgrouplist(entry.pw_name, entry.pw_gid, groups.data(), &count) >= 0 &&
         std::find(groups.begin(), groups.end(), group) == groups.end();
}

/// Whether the same people can read a file if its access is `got` instead of `wanted`. The person who made the file
/// could read the old one.
bool same_readers(const Access& wanted, const Access& got) {
  const auto lists = lists_in(wanted.attributes);
  if (lists != lists_in(got.attributes) || (wanted.mode & all_read) != (got.mode & all_read)) {
    return false;
  }
  if (lists.empty() && (wanted.mode & all_read) == all_read) {
    return true;
  }
  const bool group_matters = (wanted.mode & group_reads) != 0;
  if (group_matters && wanted.group && wanted.group != got.group) {
    return false;
  }
  return !wanted.owner || wanted.owner == got.owner ||
         (group_matters && got.group && !is_known_outside(*wanted.owner, *got.group));
}

/// Accepts that this user may not do something or that the file system cannot. In the end only one thing counts: who
/// can read the file.
void throw_unless_denied(std::string_view shown) {
  if (errno != EPERM && errno != EINVAL && !means_none(errno)) {
    throw SystemError{Operation::write, shown, errno};
  }
}

void change_owner(int file, const Access& wanted, const Access& now, std::string_view shown) {
  constexpr auto same_owner = static_cast<uid_t>(-1);
  constexpr auto same_group = static_cast<gid_t>(-1);
  const uid_t owner = wanted.owner == now.owner ? same_owner : wanted.owner.value_or(same_owner);
  const gid_t group = wanted.group == now.group ? same_group : wanted.group.value_or(same_group);
  if (owner == same_owner && group == same_group) {
    return;
  }
  // Only the superuser can give a file to another owner. But everybody can choose among the groups they are in.
  if (::fchown(file, owner, group) != 0) {
    throw_unless_denied(shown);
    if (group != same_group && ::fchown(file, same_owner, group) != 0) {
      throw_unless_denied(shown);
    }
  }
}

void set_access(int file, const Access& wanted, const Access& now, std::string_view shown) {
  change_owner(file, wanted, now, shown);
  for (const auto& [name, value] : now.attributes) {
    if (!wanted.attributes.contains(name)) {
      ::fremovexattr(file, name.c_str());
    }
  }
  for (const auto& [name, value] : wanted.attributes) {
    const auto found = now.attributes.find(name);
    if (found != now.attributes.end() && found->second == value) {
      continue;
    }
    const bool set = ::fsetxattr(file, name.c_str(), value.data(), value.size(), 0) == 0;
    if (!set && name.starts_with("user.")) {
      throw SystemError{Operation::write, shown, errno};
    }
  }
  // The mode comes after the access control lists, since its group bits are part of a list.
  if ((status_of(file, shown).st_mode & permission_bits) != wanted.mode &&
      uninterrupted([&] { return ::fchmod(file, wanted.mode); }) != 0) {
    throw_unless_denied(shown);
  }
}

}  // namespace

Access access_of(int file, std::string_view shown) {
  const auto status = status_of(file, shown);
  return {status.st_uid, status.st_gid, status.st_mode & permission_bits, attributes_of(file, shown)};
}

Access access_of(int folder, const std::string& name, std::string_view shown) {
  constexpr int how = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC;
  const Descriptor file{uninterrupted([&] { return ::openat(folder, name.c_str(), how); })};
  if (!file.is_open()) {
    throw SystemError{Operation::read, shown, errno};
  }
  return access_of(file.number(), shown);
}

bool are_open_alike(const std::vector<Access>& accesses) {
  return std::all_of(accesses.begin(), accesses.end(), [&](const Access& access) {
    const Access& first = accesses.front();
    const bool by_owner_alone = (access.mode & group_reads) == 0;
    return access.group == first.group && (access.mode & all_read) == (first.mode & all_read) &&
           lists_in(access.attributes) == lists_in(first.attributes) &&
           (!by_owner_alone || access.owner == first.owner);
  });
}

std::optional<Access> common_access(const std::vector<Access>& accesses) {
  if (accesses.empty()) {
    return std::nullopt;
  }
  Access common = accesses.front();
  for (const Access& access : accesses) {
    const auto lists = lists_in(access.attributes);
    if (access.group != common.group || lists != lists_in(common.attributes) ||
        (!lists.empty() && access.mode != common.mode)) {
      return std::nullopt;
    }
    common.owner = access.owner == common.owner ? common.owner : std::nullopt;
    common.mode &= access.mode;
    common.attributes = access.attributes == common.attributes ? common.attributes : lists;
  }
  return common;
}

void give_access(int file, const Access& wanted, std::string_view shown) {
  const Access now = access_of(file, shown);
  set_access(file, wanted, now, shown);
  if (!same_readers(wanted, access_of(file, shown))) {
    throw SystemError{Operation::keep_access, shown, EPERM};
  }
}

void give_access_or_close(int file, const Access& wanted, std::string_view shown) {
  try {
    give_access(file, wanted, shown);
  } catch (const SystemError& failed) {
    if (failed.operation() != Operation::keep_access) {
      throw;
    }
    const Access now = access_of(file, shown);
    set_access(file, {now.owner, now.group, wanted.mode & owner_alone, {}}, now, shown);
    if ((status_of(file, shown).st_mode & permission_bits & ~owner_alone) != 0) {
      throw;
    }
  }
}

std::optional<Access> access_given_by(int folder, int beside, std::string_view shown) {
  const auto there = status_of(folder, shown);
  const auto here = status_of(beside, shown);
  const auto group_given = [](const struct stat& status) {
    return (status.st_mode & S_ISGID) != 0 ? std::optional{status.st_gid} : std::nullopt;
  };
  const bool for_another = ::geteuid() == 0 && there.st_uid != 0;
  const std::string list_name{default_list};
  const auto list_there = attribute_of(folder, list_name, shown);
  if (!for_another && group_given(there) == group_given(here) && list_there == attribute_of(beside, list_name, shown)) {
    return std::nullopt;
  }
  // We ask the system itself, by a file that vanishes when it is closed.
  constexpr int how = O_RDWR | O_CLOEXEC;
  Descriptor probe{uninterrupted([&] { return ::openat(folder, ".", how | O_TMPFILE, usual); })};
  if (!probe.is_open()) {  // some file systems have no files without a name
    const std::string name = ".mentor-new-" + std::to_string(::getpid());
    probe = Descriptor{
        uninterrupted([&] { return ::openat(folder, name.c_str(), how | O_CREAT | O_EXCL | O_NOFOLLOW, usual); })};
    const int error = errno;
    if (probe.is_open() || error != EEXIST) {  // the file may have been made even if the answer was lost
      ::unlinkat(folder, name.c_str(), 0);
    }
    if (!probe.is_open()) {
      throw SystemError{Operation::write, shown, error};
    }
  }
  Access access = access_of(probe.number(), shown);
  if (for_another) {
    access.owner = there.st_uid;
    access.group = there.st_gid;
  }
  return access;
}

void hand_over(int made, int folder) {
  struct stat there {};
  struct stat here {};
  if (::geteuid() == 0 && ::fstat(folder, &there) == 0 && there.st_uid != 0 && ::fstat(made, &here) == 0 &&
      here.st_uid == 0) {
    [[maybe_unused]] const int status = ::fchown(made, there.st_uid, there.st_gid);
  }
}

}  // namespace mentor::storage

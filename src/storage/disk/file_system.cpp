#include "file_system.hpp"

#include <dirent.h>
#include <endian.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "system_error.hpp"

namespace mentor::storage {

namespace {

/// Calls `visit` with each entry of a folder except `.` and `..`, in the system's order, until `visit` gives false.
/// Throws `SystemError`.
template <class Visit>
void for_each_entry(int folder, std::string_view shown, Visit visit) {
  Descriptor opened = open_folder(folder, ".", shown);  // opened anew, so that no other reader's place moves
  const std::unique_ptr<DIR, int (*)(DIR*)> stream{::fdopendir(opened.number()), ::closedir};
  if (stream == nullptr) {
    throw SystemError{Operation::open_folder, shown, errno};
  }
  opened.release();  // the stream closes it
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe): the stream is ours alone
    const std::string_view name = entry->d_name;
    if (name != "." && name != ".." && !visit(*entry)) {
      return;
    }
    errno = 0;
  }
  if (errno != 0) {
    throw SystemError{Operation::read, shown, errno};
  }
}

bool is_empty(int folder, std::string_view shown) {
  bool empty = true;
  for_each_entry(folder, shown, [&](const dirent&) { return empty = false; });
  return empty;
}

EntryType type_of(int folder, const dirent& entry, std::string_view shown) {
  switch (entry.d_type) {
    case DT_REG:
      return EntryType::file;
    case DT_DIR:
      return EntryType::folder;
    case DT_UNKNOWN:
      break;  // some file systems do not say
    default:
      return EntryType::other;
  }
  struct stat status {};
  if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    throw SystemError{Operation::read, shown, errno};
  }
  return S_ISREG(status.st_mode) ? EntryType::file : S_ISDIR(status.st_mode) ? EntryType::folder : EntryType::other;
}

}  // namespace

Descriptor open_root(const std::filesystem::path& root) {
  Descriptor folder{uninterrupted([&] { return ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); })};
  if (!folder.is_open()) {
    throw SystemError{Operation::open_folder, root.string(), errno};
  }
  return folder;
}

Descriptor open_folder(int parent, const char* name, std::string_view shown) {
  Descriptor folder{
      uninterrupted([&] { return ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); })};
  if (!folder.is_open()) {
    throw SystemError{Operation::open_folder, shown, errno};
  }
  return folder;
}

Descriptor ensure_folder(int parent, const char* name, std::string_view shown) {
  if (uninterrupted([&] { return ::mkdirat(parent, name, permission_bits); }) == 0) {
    Descriptor made = open_folder(parent, name, shown);
    hand_over(made.number(), parent);
    sync(parent, shown);
    return made;
  }
  if (errno != EEXIST) {
    throw SystemError{Operation::make_folder, shown, errno};
  }
  Descriptor folder = open_folder(parent, name, shown);
  if (is_empty(folder.number(), shown)) {  // a process that died may have made it without syncing its name
    sync(parent, shown);
  }
  return folder;
}

void sync(int number, std::string_view shown) {
  // Some file systems cannot sync a folder and say EINVAL. Then there is nothing to wait for.
  if (uninterrupted([&] { return ::fsync(number); }) != 0 && errno != EINVAL) {
    throw SystemError{Operation::write, shown, errno};
  }
}

void write_all(int file, std::string_view text, std::string_view shown) {
  while (!text.empty()) {
    const auto count = uninterrupted([&] { return ::write(file, text.data(), text.size()); });
    if (count < 0) {
      throw SystemError{Operation::write, shown, errno};
    }
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

namespace {

/// A file opened for reading. It is not open when there is no such file.
Descriptor open_to_read(int folder, const char* name, std::string_view shown) {
  // O_NONBLOCK keeps the open from hanging if a pipe has taken the place of the file.
  Descriptor file{
      uninterrupted([&] { return ::openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC); })};
  if (!file.is_open() && errno != ENOENT) {
    throw SystemError{Operation::read, shown, errno};
  }
  return file;
}

/// Reads the whole of an open regular file.
void read_whole(std::string& text, int file, std::string_view shown, std::size_t most) {
  struct stat status {};
  if (::fstat(file, &status) != 0) {
    throw SystemError{Operation::read, shown, errno};
  }
  if (!S_ISREG(status.st_mode)) {
    throw SystemError{Operation::read, shown, S_ISDIR(status.st_mode) ? EISDIR : EINVAL};
  }
  if (static_cast<std::uintmax_t>(status.st_size) > most) {
    throw SystemError{Operation::read, shown, EFBIG};
  }
  // We ask for one byte more than the size of the file. If it does not come, one call has read all. The file may also
  // have grown meanwhile.
  const auto expected = static_cast<std::size_t>(status.st_size);
  std::size_t size = 0;
  for (bool more = true; more && size <= most;) {
    constexpr std::size_t growth = 4096;
    text.resize(std::min(size < expected ? expected + 1 : size + (size == 0 ? 1 : growth), most + 1));
    const std::size_t wanted = text.size() - size;
    const auto count = uninterrupted([&] { return ::read(file, text.data() + size, wanted); });
    if (count < 0) {
      throw SystemError{Operation::read, shown, errno};
    }
    size += static_cast<std::size_t>(count);
    more = count != 0 && (size != expected || static_cast<std::size_t>(count) == wanted);
  }
  if (size > most) {
    throw SystemError{Operation::read, shown, EFBIG};
  }
  text.resize(size);
}

}  // namespace

bool read_file_into(std::string& text, int folder, const char* name, std::string_view shown, std::size_t most) {
  const Descriptor file = open_to_read(folder, name, shown);
  if (file.is_open()) {
    read_whole(text, file.number(), shown, most);
  }
  return file.is_open();
}

std::optional<std::string> read_file(int folder, const char* name, std::string_view shown, std::size_t most) {
  std::string text;
  return read_file_into(text, folder, name, shown, most) ? std::optional{std::move(text)} : std::nullopt;
}

std::optional<OpenedFile> read_opened(int folder, const char* name, std::string_view shown, std::size_t most) {
  const Descriptor file = open_to_read(folder, name, shown);
  if (!file.is_open()) {
    return std::nullopt;
  }
  OpenedFile opened;
  read_whole(opened.text, file.number(), shown, most);
  opened.access = access_of(file.number(), shown);
  return opened;
}

namespace {

/// The first eight bytes of a name as a number that is smaller the earlier the name comes. Zeros fill a shorter name.
std::uint64_t beginning_of(const std::string& name) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, name.data(), std::min(name.size(), sizeof(bytes)));
  return be64toh(bytes);
}

/// Whether a name comes before another, byte by byte. Nearly all names are ids, whose beginnings differ: comparing
/// these as numbers costs a tenth of comparing texts, and a folder has a hundred thousand.
bool comes_before(const Entry& one, const Entry& other) {
  const std::uint64_t beginning = beginning_of(one.name);
  const std::uint64_t other_beginning = beginning_of(other.name);
  return beginning == other_beginning ? one.name < other.name : beginning < other_beginning;
}

}  // namespace

std::vector<Entry> entries_of(int folder, std::string_view shown) {
  std::vector<Entry> entries;
  for_each_entry(folder, shown, [&](const dirent& entry) {
    if (entry.d_name[0] != '.') {
      entries.push_back({entry.d_name, type_of(folder, entry, shown)});
    }
    return true;
  });
  std::sort(entries.begin(), entries.end(), comes_before);
  return entries;
}

namespace {

/// The status of what has this name; nothing when the name is free.
std::optional<struct stat> status_of(const FileAt& file, std::string_view shown) {
  struct stat status {};
  if (::fstatat(file.folder, file.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
    return status;
  }
  if (errno != ENOENT) {
    throw SystemError{Operation::read, shown, errno};
  }
  return std::nullopt;
}

}  // namespace

bool is_there(const FileAt& file, std::string_view shown) { return status_of(file, shown).has_value(); }

namespace {

/// Whether a move was done. If it was half done, the file has both names, as two links: then this removes the old name.
bool has_moved(const FileAt& file, const FileAt& to, std::string_view shown) {
  const auto old_name = status_of(file, shown);
  const auto new_name = status_of(to, shown);
  if (old_name && new_name && old_name->st_dev == new_name->st_dev && old_name->st_ino == new_name->st_ino) {
    ::unlinkat(file.folder, file.name.c_str(), 0);
    return true;
  }
  return !old_name && new_name;
}

/// Whether the names look as if the call that failed with `error` was done after all.
template <class Look>
bool was_done_after_all(Look look, std::string_view shown, int error) {
  try {
    return look();
  } catch (const SystemError&) {
    throw SystemError{Operation::unfinished, shown, error};
  }
}

/// Whether this error means that the file system does not know a flag or a kind of link.
bool means_unknown(int error) { return error == EINVAL || error == ENOSYS || error == ENOTSUP || error == EPERM; }

/// Moves a file to a free name, on a file system that does not check this within the move.
int move_to_free_name(const FileAt& file, const FileAt& to, std::string_view shown) {
  int status = ::linkat(file.folder, file.name.c_str(), to.folder, to.name.c_str(), 0);
  if (status == 0) {
    ::unlinkat(file.folder, file.name.c_str(), 0);
  } else if (means_unknown(errno)) {
    // The file system has no hard links either, as exFAT. All who write here hold the lock, so nobody can take the name
    // in between, except a person who saves a file of this name within these microseconds.
    if (is_there(to, shown)) {
      errno = EEXIST;
      return status;
    }
    status = ::renameat(file.folder, file.name.c_str(), to.folder, to.name.c_str());
  }
  return status;
}

}  // namespace

void move_file(const FileAt& file, const FileAt& to, Onto onto, std::string_view shown) {
  const unsigned flags = onto == Onto::nothing ? RENAME_NOREPLACE : 0;
  int status =
      uninterrupted([&] { return ::renameat2(file.folder, file.name.c_str(), to.folder, to.name.c_str(), flags); });
  if (status != 0 && onto == Onto::nothing && means_unknown(errno)) {
    status = uninterrupted([&] { return move_to_free_name(file, to, shown); });
  }
  if (status == 0) {
    return;
  }
  const int error = errno;
  if (!was_done_after_all([&] { return has_moved(file, to, shown); }, shown, error)) {
    throw SystemError{Operation::write, shown, error};
  }
}

bool exchange_files(const FileAt& one, const FileAt& other, std::string_view shown) {
  if (uninterrupted([&] {
        return ::renameat2(one.folder, one.name.c_str(), other.folder, other.name.c_str(), RENAME_EXCHANGE);
      }) == 0) {
    return true;
  }
  if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) {
    return false;
  }
  throw SystemError{Operation::write, shown, errno};
}

void remove_file(int folder, const std::string& name, std::string_view shown) {
  if (uninterrupted([&] { return ::unlinkat(folder, name.c_str(), 0); }) == 0 || errno == ENOENT) {
    return;
  }
  const int error = errno;
  if (!was_done_after_all([&] { return !is_there({folder, name}, shown); }, shown, error)) {
    throw SystemError{Operation::write, shown, error};
  }
}

TemporaryFile::TemporaryFile(int folder, std::string name, std::string_view text, const Audience& audience,
                             std::string_view shown)
    : TemporaryFile(
          folder, std::move(name), [&](int file) { write_all(file, text, shown); }, audience, shown) {}

TemporaryFile::TemporaryFile(int folder, std::string name, const Contents& contents, const Audience& audience,
                             std::string_view shown)
    : file_{folder, std::move(name)} {
  ::unlinkat(folder, file_.name.c_str(), 0);
  const Descriptor file{uninterrupted([&] {
    constexpr mode_t usual = 0666;
    constexpr mode_t own = 0600;
    return ::openat(folder, file_.name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                    std::holds_alternative<Usual>(audience) ? usual : own);
  })};
  if (!file.is_open()) {
    const int error = errno;
    if (error != EEXIST) {  // the file may have been made, and only the answer was lost
      ::unlinkat(folder, file_.name.c_str(), 0);
    }
    throw SystemError{Operation::write, shown, error};
  }
  try {
    contents(file.number());
    if (std::holds_alternative<Usual>(audience)) {
      hand_over(file.number(), folder);
    } else if (const auto* access = std::get_if<Access>(&audience)) {
      give_access(file.number(), *access, shown);
    } else if (const auto* most = std::get_if<AtMost>(&audience)) {
      give_access_or_close(file.number(), most->access, shown);
    }
    access_ = access_of(file.number(), shown);
    sync(file.number(), shown);
  } catch (...) {
    ::unlinkat(folder, file_.name.c_str(), 0);
    throw;
  }
}

TemporaryFile::~TemporaryFile() {
  if (temporary_) {
    ::unlinkat(file_.folder, file_.name.c_str(), 0);
  }
}

void TemporaryFile::move_to(const FileAt& to, Onto onto, std::string_view shown) {
  move_file(file_, to, onto, shown);
  temporary_ = false;
}

}  // namespace mentor::storage

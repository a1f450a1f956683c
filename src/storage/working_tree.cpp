#include "working_tree.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "system_error.hpp"

namespace mentor::storage {

namespace {

EntryType type_of(int folder, const dirent& entry) {
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
    return EntryType::other;
  }
  return S_ISREG(status.st_mode) ? EntryType::file : S_ISDIR(status.st_mode) ? EntryType::folder : EntryType::other;
}

/// Opens a file in a folder of the root, following no symbolic link on the way.
Descriptor open_below(int root, std::string_view path, int flags) {
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) {
    return Descriptor{::openat(root, std::string{path}.c_str(), flags | O_NOFOLLOW | O_CLOEXEC)};
  }
  const Descriptor folder{
      ::openat(root, std::string{path.substr(0, slash)}.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  return folder.is_open() ? open_below(folder.number(), path.substr(slash + 1), flags) : Descriptor{};
}

}  // namespace

WorkingTree::WorkingTree(const std::filesystem::path& root)
    : root_(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!root_.is_open()) {
    throw SystemError{Operation::open_folder, root.string(), errno};
  }
}

std::vector<Entry> WorkingTree::list(std::string_view folder) const {
  Descriptor opened = open_below(root_.number(), folder, O_RDONLY | O_DIRECTORY);
  if (!opened.is_open()) {
    if (errno == ENOENT) {
      return {};
    }
    throw SystemError{Operation::open_folder, folder, errno};
  }
  const std::unique_ptr<DIR, int (*)(DIR*)> stream{::fdopendir(opened.number()), ::closedir};
  if (stream == nullptr) {
    throw SystemError{Operation::open_folder, folder, errno};
  }
  const int number = opened.release();  // the stream closes it
  std::vector<Entry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe): the stream is ours alone
    if (entry->d_name[0] != '.') {
      entries.push_back({entry->d_name, type_of(number, *entry)});
    }
    errno = 0;
  }
  if (errno != 0) {
    throw SystemError{Operation::read, folder, errno};
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

std::string WorkingTree::read(std::string_view path, std::size_t most) const {
  // O_NONBLOCK: should a pipe take the file's place, the open must not hang.
  const Descriptor file = open_below(root_.number(), path, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) {
    throw SystemError{Operation::read, path, errno};
  }
  if (!S_ISREG(status.st_mode)) {
    throw SystemError{Operation::read, path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL};
  }
  std::string text;
  std::array<char, 65536> buffer{};
  while (text.size() <= most) {
    const auto count = ::read(file.number(), buffer.data(), std::min(buffer.size(), most + 1 - text.size()));
    if (count == 0) {
      break;
    }
    if (count < 0) {
      if (errno == EINTR) {
        continue;
      }
      throw SystemError{Operation::read, path, errno};
    }
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return text;
}

}  // namespace mentor::storage

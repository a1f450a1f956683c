/// A program's files in memory: the twin of `WorkingTree` for tests.
#pragma once

#include <cerrno>
#include <map>
#include <string>

#include "storage/disk/system_error.hpp"
#include "storage/disk/tree.hpp"

namespace sample {

class MemoryTree : public mentor::storage::Tree {
 public:
  MemoryTree() = default;
  explicit MemoryTree(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  void add(std::string path, std::string text) { files_[std::move(path)] = std::move(text); }
  /// Something that is not a file.
  void add_odd(std::string path, mentor::storage::EntryType type) { odd_[std::move(path)] = type; }

  /// A file that is listed but cannot be read, for this reason.
  void add_refusal(std::string path, int error) {
    files_[path] = {};
    refusals_[std::move(path)] = error;
  }

  std::vector<mentor::storage::Entry> list(std::string_view folder) const override {
    std::map<std::string, mentor::storage::EntryType> entries;
    const std::string prefix = folder.empty() ? std::string{} : std::string{folder} + '/';
    const auto consider = [&](const std::string& path, mentor::storage::EntryType type) {
      if (path.starts_with(prefix)) {
        const std::string name = path.substr(prefix.size());
        const auto slash = name.find('/');
        entries[name.substr(0, slash)] = slash == std::string::npos ? type : mentor::storage::EntryType::folder;
      }
    };
    for (const auto& [path, text] : files_) {
      consider(path, mentor::storage::EntryType::file);
    }
    for (const auto& [path, type] : odd_) {
      consider(path, type);
    }
    std::vector<mentor::storage::Entry> result;
    for (const auto& [name, type] : entries) {
      result.push_back({name, type});
    }
    return result;
  }

  void read_into(std::string& text, std::string_view path, std::size_t most) const override {
    if (const auto refused = refusals_.find(std::string{path}); refused != refusals_.end()) {
      throw mentor::storage::SystemError{mentor::storage::Operation::read, path, refused->second};
    }
    const auto found = files_.find(std::string{path});
    if (found == files_.end()) {
      throw mentor::storage::SystemError{mentor::storage::Operation::read, path, ENOENT};
    }
    if (found->second.size() > most) {
      throw mentor::storage::SystemError{mentor::storage::Operation::read, path, EFBIG};
    }
    text = found->second;
  }

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, mentor::storage::EntryType> odd_;
  std::map<std::string, int> refusals_;
};

}  // namespace sample

/// The files of a program in a folder of the disk. No symbolic link below that folder is followed, so no record can
/// make mentor read outside it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "descriptor.hpp"
#include "tree.hpp"

namespace mentor::storage {

class WorkingTree : public Tree {
 public:
  /// Throws `SystemError` when the folder cannot be opened.
  explicit WorkingTree(const std::filesystem::path& root);

  std::vector<Entry> list(std::string_view folder) const override;
  void read_into(std::string& text, std::string_view path, std::size_t most) const override;

 private:
  /// A folder. It is opened once for all of its files. Throws `SystemError`.
  int folder(std::string_view name) const;

  Descriptor root_;
  mutable std::mutex opening_;
  mutable std::map<std::string, Descriptor, std::less<>> folders_;
};

}  // namespace mentor::storage

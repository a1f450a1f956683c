/// The files of a program in a folder of the disk. No symbolic link is followed below that folder, so no record can
/// make the program read outside it.
#pragma once

#include <filesystem>

#include "descriptor.hpp"
#include "tree.hpp"

namespace mentor::storage {

class WorkingTree : public Tree {
 public:
  /// Throws `SystemError` when the folder cannot be opened.
  explicit WorkingTree(const std::filesystem::path& root);

  std::vector<Entry> list(std::string_view folder) const override;
  std::string read(std::string_view path, std::size_t most) const override;

 private:
  Descriptor root_;
};

}  // namespace mentor::storage

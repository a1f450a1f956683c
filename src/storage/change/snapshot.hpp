/// Reading a program as it stood at one moment, whatever is being written meanwhile, and without waiting for it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "storage/disk/tree.hpp"
#include "storage/yaml/loader.hpp"

namespace mentor::storage {

/// A tree's files in memory, some of them other than they are: what a program would be after a change, or was before
/// it.
class FrozenTree : public Tree {
 public:
  /// Reads every file of the records' folders, whatever a command needs of them: what is undone, mended or packed may
  /// be any. A file with more bytes than `load` would read is one that cannot be read, as it is there.
  explicit FrozenTree(const Tree& tree, const Progress& progress = {});

  std::vector<Entry> list(std::string_view folder) const override;
  void read_into(std::string& text, std::string_view path, std::size_t most) const override;

  /// What was found at that path.
  const FileContent& content(std::string_view path) const;
  /// The file's text; null where there is none, or something that no record can be in (`has` tells). Throws
  /// `SystemError` when the system did not give it.
  const std::string* text(std::string_view path) const;
  /// Throws the first refusal of the system. Whoever changes the program as a whole must have seen all of it.
  void require_all_read() const;
  /// Whether anything has that name, be it a file or not.
  bool has(const std::string& path) const { return files_.contains(path); }
  /// Gives a file another text, or (nothing) takes it away.
  void set(const std::string& path, std::optional<std::string> text);

 private:
  struct File {
    EntryType type = EntryType::file;
    FileContent content;
  };

  std::map<std::string, File, std::less<>> files_;
};

/// The program's files, all of one moment: no change is in them by halves. Throws `SystemError`, also when some file
/// could not be read.
FrozenTree freeze_program(const std::filesystem::path& root, const Progress& progress = {});

/// The program as the last change that was complete when reading began left it. Throws `SystemError`.
Loaded load_program(const std::filesystem::path& root, const Scope& scope = Scope::everything(),
                    const Progress& progress = {});

}  // namespace mentor::storage

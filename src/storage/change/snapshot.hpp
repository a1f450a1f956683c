/// Reads a program as it stood at one moment. Writers may go on meanwhile, and nobody waits.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "storage/disk/tree.hpp"
#include "storage/yaml/loader.hpp"

namespace mentor::storage {

/// A tree's files in memory. Some may differ from the disk: they show a program as it would be after a change, or was
/// before one.
class FrozenTree : public Tree {
 public:
  /// Reads every file in the folders of records, even if a command needs few: any file may be undone, mended or packed.
  /// A file that is larger than `load` would read counts as unreadable.
  explicit FrozenTree(const Tree& tree, const Progress& progress = {});

  std::vector<Entry> list(std::string_view folder) const override;
  void read_into(std::string& text, std::string_view path, std::size_t most) const override;

  /// What is at this path.
  const FileContent& content(std::string_view path) const;
  /// The text of a file. Null when there is no file, or something that cannot hold records (`has` tells which). Throws
  /// `SystemError` when the system refused to give the text.
  const std::string* text(std::string_view path) const;
  /// Throws the first refusal of the system. Code that changes the program as a whole must have seen all of it.
  void require_all_read() const;
  /// Whether anything has this name, even if it is not a file.
  bool has(const std::string& path) const { return files_.contains(path); }
  /// Gives a file another text. Without a text, removes the file.
  void set(const std::string& path, std::optional<std::string> text);

 private:
  struct File {
    EntryType type = EntryType::file;
    FileContent content;
  };

  /// Keeps the entries of a folder without records, and those of the folders in it that seem to have some.
  void keep_listing(const Tree& tree, const std::string& folder);

  std::map<std::string, File, std::less<>> files_;
  std::map<std::string, std::vector<Entry>, std::less<>> listings_;  // of folders that hold no record, by path
};

/// The program's files, all as they were at one moment: no change is half in them. Throws `SystemError`, also when a
/// file could not be read.
FrozenTree freeze_program(const std::filesystem::path& root, const Progress& progress = {});

/// The program as it was after the last change that was complete when the reading began. Throws `SystemError`.
Loaded load_program(const std::filesystem::path& root, const Scope& scope = Scope::everything(),
                    const Progress& progress = {});

}  // namespace mentor::storage

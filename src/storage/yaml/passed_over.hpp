/// What is not read because of its name, in the folders of records and beside them, and what is said about it.
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/program.hpp"
#include "storage/disk/tree.hpp"

namespace mentor::storage {

/// How many of these files hold records, as far as their names tell.
std::size_t records_in(std::span<const Entry> entries);

/// What stands in each folder of records that is read, by the folder.
using Listings = std::map<std::string_view, std::vector<Entry>>;

/// Adds a finding for each file or folder beside these folders that would be one of them, or the settings, but for its
/// name.
void tell_odd_folders(const Tree& tree, const Listings& listings, std::vector<Finding>& findings);

/// Adds a finding for something in a folder of records that is no record.
void tell_no_record(const Tree& tree, std::string_view folder, const Entry& entry, std::vector<Finding>& findings);

/// The files of one kind.
template <class Record>
class PassedOver {
 public:
  /// `entries` is what stands in the kind's folder.
  explicit PassedOver(std::span<const Entry> entries);

  bool has(std::string_view name) const { return stems_.find(name) != stems_.end(); }
  /// What the name of such a file stands for: an id, a year, or nothing when nobody can tell.
  const std::string& stem(std::string_view name) const { return stems_.find(name)->second; }

  /// Adds a finding for each file, when all records of the kind have been read. The id of a record that stands nowhere
  /// else counts as taken.
  void tell(Program& program, std::vector<Finding>& findings) const;

 private:
  /// Where the record is that counts, or would be: `participants/x.yaml`.
  struct Original {
    std::string path;
    bool is_there = false;
  };
  Original original_of(const Program& program, const std::string& stem) const;

  std::map<std::string, std::string, std::less<>> stems_;  // what the name stands for, by name
  std::vector<std::string> packed_;                        // the years that are there, without extension
};

}  // namespace mentor::storage

/// From the files of a tree to a program: every record that can be read, and a finding for all that cannot.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/program.hpp"
#include "schema.hpp"
#include "storage/disk/progress.hpp"
#include "storage/disk/tree.hpp"

namespace mentor::storage {

struct Loaded {
  Program program;
  std::vector<Finding> findings;  // unsorted
  int schema = newest_schema;     // of the program: an older one is read, but not written
  bool has_model = false;         // false: program.yaml could not be read, and no rule can be checked
};

/// What a command needs of a program.
class Scope {
 public:
  static Scope everything() { return Scope{}; }
  /// The folders of these kinds; the others are as if they were empty.
  static Scope of(KindSet kinds) {
    Scope scope;
    scope.kinds_ = kinds;
    return scope;
  }

  /// Of the folders no more than these pairs and their members, where each stands in the file that its id names; else
  /// the whole folders. So what is logged for a pair costs the same in a program of any size.
  Scope narrowed_to_pairs(std::vector<std::string> ids) && {
    pairs_ = std::move(ids);
    return std::move(*this);
  }

  /// Without the fields that are only ever shown (`Use::shown`): they are checked, and then left empty. Half of the
  /// memory of a million activities is their notes.
  Scope for_figures() && {
    shown_too_ = false;
    return std::move(*this);
  }

  template <class Record>
  bool has() const {
    return kinds_.has<Record>();
  }
  /// None: the folders as they are.
  const std::vector<std::string>& pairs() const { return pairs_; }
  bool has_what_is_shown() const { return shown_too_; }

 private:
  KindSet kinds_ = KindSet::all();
  std::vector<std::string> pairs_;
  bool shown_too_ = true;
};

/// Who reads the records that mentor itself has written.
enum class Reading {
  usual,      // the scanner for canonical text
  yaml_alone  // yaml-cpp, as it reads all others: for the tests that hold the two against each other
};

/// Throws `SystemError` when the disk refuses; whatever the files hold is told as findings.
Loaded load(const Tree& tree, const Scope& scope = Scope::everything(), Reading reading = Reading::usual,
            const Progress& progress = {});

}  // namespace mentor::storage

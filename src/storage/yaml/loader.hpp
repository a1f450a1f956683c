/// From the files of a tree to a program: every record that can be read, and a finding for each that cannot.
#pragma once

#include <algorithm>
#include <functional>
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
  int schema = newest_schema;     // the program's schema; mentor reads an older one, but does not write it
  bool has_model = false;         // false: program.yaml could not be read, so no rule can be checked
};

/// The part of a program that a command needs.
class Scope {
 public:
  static Scope everything() { return Scope{}; }
  /// Only the folders of these kinds. The others count as empty.
  static Scope of(KindSet kinds) {
    Scope scope;
    scope.kinds_ = kinds;
    return scope;
  }

  /// Only these pairs and their members, if each stands in the file that its id names. If not, the folders as they are.
  /// So a command that logs an activity of a pair costs the same in a program of any size.
  Scope narrowed_to_pairs(std::vector<std::string> ids) && {
    pairs_ = std::move(ids);
    return std::move(*this);
  }

  /// Without the fields that nothing is counted by (`Use::shown`, `Use::examined`), but for those of the kinds `shown`.
  /// They are checked, but stay empty. Half of the memory of a million activities is their notes.
  Scope for_figures(KindSet shown = {}) && {
    shown_ = shown;
    return std::move(*this);
  }

  /// Without the fields that no rule looks at (`Use::shown`). Of their texts those that hold a private word are kept,
  /// so that the rule about them finds it.
  Scope for_rules() && {
    shown_ = {};
    for_rules_ = true;
    return std::move(*this);
  }

  /// Calls `sum_up` once the records of this kind are read, and then removes them. The kinds that stand behind it in
  /// `records.hpp` are not read yet, so they take the memory that becomes free. `sum_up` is not called when
  /// `program.yaml` cannot be read. Records that share an id stay, so that they can be told of.
  template <class Record>
  Scope summing_up(std::function<void(const Program&)> sum_up) && {
    summed_up_ = KindSet::of<Record>();
    sum_up_ = std::move(sum_up);
    return std::move(*this);
  }

  template <class Record>
  bool has() const {
    return kinds_.has<Record>();
  }
  /// Whether the records of this kind are let go of after `sum_up`.
  template <class Record>
  bool sums_up() const {
    return summed_up_.has<Record>();
  }
  void sum_up(const Program& program) const { sum_up_(program); }
  /// The pairs to which the scope is narrowed. If there are none, the folders are read as they are.
  const std::vector<std::string>& pairs() const { return pairs_; }
  /// The kinds whose fields are all kept.
  KindSet shown() const { return shown_; }
  bool is_for_rules() const { return for_rules_; }

 private:
  KindSet kinds_ = KindSet::all();
  std::vector<std::string> pairs_;
  KindSet shown_ = KindSet::all();
  KindSet summed_up_;
  std::function<void(const Program&)> sum_up_;
  bool for_rules_ = false;
};

/// Which reader reads the records that mentor itself has written.
enum class Reading {
  usual,      // the scanner for canonical text
  yaml_alone  // yaml-cpp, which reads all other text too; for the tests that compare the two
};

/// Loads a program. What is wrong in its files becomes findings. Throws `SystemError` when the disk fails.
Loaded load(const Tree& tree, const Scope& scope = Scope::everything(), Reading reading = Reading::usual,
            const Progress& progress = {});

}  // namespace mentor::storage

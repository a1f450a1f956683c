/// From the files of a tree to a program: every record that can be read, and a finding for all that cannot.
#pragma once

#include <vector>

#include "limits.hpp"
#include "mentor/finding.hpp"
#include "mentor/program.hpp"
#include "tree.hpp"

namespace mentor::storage {

inline constexpr std::string_view settings_path = "program.yaml";

struct Loaded {
  Program program;
  std::vector<Finding> findings;  // unsorted
  int schema = newest_schema;     // of the program: an older one is read, but not written
  bool has_model = false;         // false: program.yaml could not be read, and no rule can be checked
};

/// Throws `SystemError` when the disk refuses; whatever the files hold is told as findings.
Loaded load(const Tree& tree);

}  // namespace mentor::storage

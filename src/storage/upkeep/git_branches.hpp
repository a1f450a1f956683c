/// Asks `git` what other branches have done to the records of a school year that is to be packed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "mentor/period.hpp"
#include "mentor/program.hpp"
#include "storage/disk/git.hpp"
#include "storage/disk/tree.hpp"

namespace mentor::storage {

/// A branch, here or of a remote, and the files of records in which it has unmerged work.
struct UnmergedWork {
  std::string branch;
  std::vector<std::string> files;
};

struct BranchWork {
  std::vector<UnmergedWork> unmerged;
  std::optional<GitSilence> silence;  // if git was silent, nothing is known
};

/// A school year that is to be packed, and the program as it is now.
struct YearToPack {
  const Tree& tree;
  const Program& program;
  Period period;
  std::string name;  // of the packed files: 2025-2026
};

/// Looks at every branch that is not merged into HEAD, for what it added, changed or removed since it parted from HEAD.
/// It looks at every kind that has a day: at the year's packed file, and at those single records of the year that the
/// tree does not have in the same form. Throws `SystemError` when there is no room to run a program.
BranchWork branch_work(const std::filesystem::path& root, const Environment& environment, const YearToPack& year);

}  // namespace mentor::storage

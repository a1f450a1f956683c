/// What other branches of the program's repository have done to the activities of a school year, asked of the `git`
/// program.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "git.hpp"
#include "mentor/period.hpp"
#include "mentor/program.hpp"
#include "tree.hpp"

namespace mentor::storage {

/// A branch, here or of a remote, and the files of activities in which it has work that is not merged.
struct UnmergedWork {
  std::string branch;
  std::vector<std::string> files;
};

struct BranchWork {
  std::vector<UnmergedWork> unmerged;
  std::optional<GitSilence> silence;  // then nothing is known
};

/// A school year that is to be packed, and the program as it is.
struct YearToPack {
  const Tree& tree;
  const Program& program;
  Period period;
  std::string packed_path;  // activities/2025-2026.yaml
};

/// Goes through every branch that HEAD does not hold, for what it has added, changed or removed since it parted from
/// HEAD: single activities of the year that the tree does not have so, and the year itself, packed. Throws
/// `SystemError` when there is no room to run a program.
BranchWork branch_work(const std::filesystem::path& root, const Environment& environment, const YearToPack& year);

}  // namespace mentor::storage

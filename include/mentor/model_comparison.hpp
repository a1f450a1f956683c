/// What another model would change: which findings vanish or come, and how figures differ (model §14.2).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/label.hpp"
#include "mentor/reports.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// Something that is counted under a model, such as the people who may be mentors.
struct Figure {
  std::string key;
  Label name;
  std::int64_t count = 0;
};

/// What one model makes of a program.
struct Judgement {
  std::vector<Finding> findings;  // of the rules; what reading finds is the same under every model
  std::vector<Figure> figures;
};

/// Judges the program by the model of its settings. The context has no filter.
Judgement judge(const ReportContext& context, const Fold& fold);

/// The findings of one rule that are equally bad, under both models.
struct RuleChange {
  Rule rule{};
  Severity severity{};
  std::int64_t before = 0;
  std::int64_t after = 0;
};

/// A figure under both models.
struct FigureChange {
  Figure before;  // with the name
  std::int64_t after = 0;
};

struct ModelComparison {
  std::vector<Finding> vanish;  // sorted, as the next ones
  std::vector<Finding> come;
  std::vector<RuleChange> rules;  // those of which something vanishes or comes, in the order of the rules
  std::vector<FigureChange> figures;

  /// Whether both models come to the same.
  bool is_empty() const;
};

/// Compares two judgements of the same records. A finding stays if there is one of the same rule, as bad as it, at the
/// same place and about the same records; its words may differ.
ModelComparison compare(const Judgement& before, const Judgement& after);

}  // namespace mentor

/// Answers of sheets that no figure counts.
#pragma once

#include <cstdint>

#include "mentor/records/survey.hpp"

namespace mentor {

/// How many answers of a sheet lie outside the scale of their question, or are to a question that the sheet does not
/// have at its stage. `check` tells each of them; a report says how many it leaves out.
inline std::int64_t answers_left_out(const Survey& survey, const Model& model) {
  const Instrument* instrument = model.find(survey.instrument);
  std::int64_t count = 0;
  for (const auto& [id, answer] : survey.answers.all()) {
    const Question* question = instrument == nullptr ? nullptr : instrument->find(id);
    const bool is_counted =
        question != nullptr && question->text_at(survey.stage) != nullptr && answer_of_record(*question, model, answer);
    count += is_counted ? 0 : 1;
  }
  return count;
}

}  // namespace mentor

#include "filled_sheets.hpp"

#include <map>
#include <tuple>

namespace mentor {

namespace {

/// Whether a sheet comes before one that the program has before it: new ones in the order in which they were typed,
/// after those that are there; those by their ids.
bool comes_first(const Stored<Survey>* later, const Stored<Survey>* known) {
  return !later->is_proposed() && (known->is_proposed() || later->record.id < known->record.id);
}

}  // namespace

FilledSheets::FilledSheets(const RuleContext& context) {
  using Key = std::tuple<Id<Instrument>, SurveyStage, Id<Pair>, Date>;
  std::map<Key, StoredSurvey> first;
  const auto add = [&](const Key& key, StoredSurvey stored) {
    const auto [known, is_new] = first.try_emplace(key, stored);
    if (is_new || known->second == stored) {
      return;
    }
    const bool is_first = comes_first(stored, known->second);
    repeated_.try_emplace(is_first ? known->second : stored, is_first ? stored : known->second);
    known->second = is_first ? stored : known->second;
  };
  for (const auto& stored : context.program.all<Survey>()) {
    const Survey& survey = stored.record;
    const Instrument* instrument = context.program.model().find(survey.instrument);
    if (instrument == nullptr) {
      continue;
    }
    for (const auto& pair : survey.pairs) {
      add({survey.instrument, survey.stage, pair, Date::earliest()}, &stored);
    }
    if (instrument->of == Respondent::program) {
      add({survey.instrument, survey.stage, Id<Pair>{}, survey.on}, &stored);
    }
  }
}

FilledSheets::StoredSurvey FilledSheets::repeated_by(StoredSurvey stored) const {
  const auto found = repeated_.find(stored);
  return found == repeated_.end() ? nullptr : found->second;
}

}  // namespace mentor

#include "filled_sheets.hpp"

#include <map>
#include <tuple>

namespace mentor {

namespace {

/// Whether a new sheet comes after one that is there, else by the id.
bool comes_first(const Stored<Survey>* one, const Stored<Survey>* other) {
  return one->is_proposed() != other->is_proposed() ? other->is_proposed() : one->record.id < other->record.id;
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

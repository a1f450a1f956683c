#include "sheets_wanted.hpp"

#include <set>
#include <tuple>

#include "chains.hpp"
#include "mentor/pauses.hpp"

namespace mentor {

WordToType stage_to_type(SurveyStage stage) {
  const WordRow& row = WordsOf<SurveyStage>::rows[static_cast<std::size_t>(stage)];
  const std::string id{row.id};
  return {id, {shell_word(row.also.empty() ? row.label.ru : row.also), id}};
}

namespace {

constexpr int month = 30;  // days

/// The day from which a pair should have a sheet of this stage. Nothing when it need not have one on `day`. After two
/// months nobody remembers what he expected before, so then the first ones are no longer asked for.
std::optional<Date> day_asked(const Pair& pair, SurveyStage stage, Date day, const Model& model) {
  const int days = model.norms[Norm::survey_days];
  const PairState state = state_on(pair, day, model);
  const bool works = state == PairState::open || state == PairState::paused;
  const Reason* reason = pair.reason ? model.find(*pair.reason) : nullptr;
  const bool is_early = reason != nullptr && reason->outcome == Outcome::early;
  const bool goes_on = reason != nullptr && reason->outcome == Outcome::continued;
  const bool is_at_end =
      pair.until && !goes_on && pair.until->plus_days(-days) <= day && day <= pair.until->plus_days(days);
  const int age = day.days_since(pair.from);
  switch (stage) {
    case SurveyStage::before:
      return works && age > days && age <= 2 * month ? std::optional{pair.from.day()} : std::nullopt;
    case SurveyStage::day_30:
      return works && age > month && age <= 2 * month ? std::optional{pair.from.day().plus_days(month)} : std::nullopt;
    case SurveyStage::middle:
      return std::nullopt;  // nobody knows when that is
    case SurveyStage::after:
      return is_at_end && !is_early ? pair.until : std::nullopt;
    case SurveyStage::exit:
      return is_at_end && is_early ? pair.until : std::nullopt;
  }
  return std::nullopt;
}

/// The pair for which a sheet counts. A sheet of the beginning counts for the whole chain, by its first pair: nobody
/// begins again with another mentor.
Id<Pair> filled_for(const Id<Pair>& pair, SurveyStage stage, const Chains& chains) {
  const bool is_of_chain = stage == SurveyStage::before || stage == SurveyStage::day_30;
  return is_of_chain ? chains.first_of(pair) : pair;
}

}  // namespace

std::vector<SheetWanted> sheets_wanted(const Program& program, const std::vector<const Pair*>& pairs, Date day) {
  const Model& model = program.model();
  const Chains chains{program};
  std::set<std::tuple<Id<Instrument>, SurveyStage>> in_use;
  std::set<std::tuple<Id<Instrument>, SurveyStage, Id<Pair>>> filled;
  for (const auto& stored : program.all<Survey>()) {
    const Survey& survey = stored.record;
    if (day < survey.on) {
      continue;
    }
    in_use.emplace(survey.instrument, survey.stage);
    for (const auto& pair : survey.pairs) {
      filled.emplace(survey.instrument, survey.stage, filled_for(pair, survey.stage, chains));
    }
  }
  std::vector<SheetWanted> wanted;
  for (const auto& [id, stage] : in_use) {
    const Instrument* instrument = model.find(id);
    const auto role = instrument == nullptr ? std::nullopt : role_of(*instrument);
    if (!role) {
      continue;
    }
    for (const Pair* pair : pairs) {
      const bool is_of_form = !instrument->form || *instrument->form == pair->form;
      const auto since = is_of_form && is_counted(*pair, model) ? day_asked(*pair, stage, day, model) : std::nullopt;
      if (since && !filled.contains({id, stage, filled_for(pair->id, stage, chains)})) {
        wanted.push_back({instrument, stage, pair, pair->member(*role), *since});
      }
    }
  }
  return wanted;
}

}  // namespace mentor

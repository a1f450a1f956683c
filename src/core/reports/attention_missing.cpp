// Lines of the report `attention`: the papers, questionnaires and courses that members of pairs lack.
#include <unordered_set>

#include "attention.hpp"
#include "demands.hpp"
#include "sheets_wanted.hpp"
#include "teachers.hpp"

namespace mentor {

namespace {

/// Which paper is missing or expires.
Labelled why_of(const DemandState& state) {
  const FixedLabel why =
      state.is_met ? FixedLabel{"истекает: ", "expires: "} : FixedLabel{"нет документа: ", "missing: "};
  const auto in = [&](Language language) {
    return std::string{why.in(language)} + state.demand.type->label.in(language);
  };
  return {std::string{to_string(Want::document)}, {in(Language::ru), in(Language::en)}};
}

/// Of which stage a questionnaire is missing.
Labelled why_of(SurveyStage stage) {
  const auto why = [&](Language language) {
    return std::string{FixedLabel{"нет анкеты: ", "questionnaire: "}.in(language)} + label_of(stage).in(language);
  };
  return {std::string{to_string(Want::survey)} + '-' + std::string{to_string(stage)},
          {why(Language::ru), why(Language::en)}};
}

}  // namespace

std::vector<AttentionItem> missing_papers(const Program& program, const Papers& papers,
                                          const std::vector<const Pair*>& pairs, Date day) {
  std::vector<AttentionItem> items;
  for (const DemandState& state : demands_on(program, papers, pairs, day)) {
    if (!state.is_met || state.last) {
      const Date since = state.last.value_or(state.demand.pair->from.day());
      items.push_back(
          {Want::document, since, std::max(0, day.days_since(since)),
           [demand = state.demand](const TextSources& sources) { return who_of(sources.program, demand, sources.day); },
           [demand = state.demand](const TextSources& sources) {
             return command_for(demand, sources.program.model(), sources.to_type);
           },
           [state] { return why_of(state); }});
    }
  }
  return items;
}

std::vector<AttentionItem> missing_surveys(const Program& program, const std::vector<const Pair*>& pairs, Date day) {
  std::vector<AttentionItem> items;
  for (const SheetWanted& wanted : sheets_wanted(program, pairs, day)) {
    items.push_back(
        {Want::survey, wanted.since, std::max(0, day.days_since(wanted.since)),
         [person = wanted.person](const TextSources& sources) {
           return Reference{person.to_string(), name_of(sources.program, person, sources.day), true};
         },
         [wanted](const TextSources& sources) {
           return command_to_type(
               {"mentor добавить анкету {} {} {} ответы=…", "mentor add survey {} {} {} answers=…"},
               {wanted.instrument->id.to_string(), sources.to_type.pair(*wanted.pair), stage_to_type(wanted.stage)});
         },
         [stage = wanted.stage] { return why_of(stage); }});
  }
  return items;
}

std::vector<AttentionItem> missing_courses(const Program& program, const std::vector<const Pair*>& pairs, Date day) {
  std::vector<AttentionItem> items;
  const LastCourses last_courses{program, day};
  std::unordered_set<Id<Participant>> asked;
  for (const Pair* pair : pairs) {
    if (!is_in_force(*pair, day, program.model())) {
      continue;
    }
    for (const Role role : all_roles) {
      const Participant* person = program.find(pair->member(role));
      const auto due = person == nullptr ? std::nullopt : last_courses.due(person->id);
      if (due && *due <= day && asked.insert(person->id).second) {
        items.push_back(
            {Want::course, *due, day.days_since(*due), person_shown(*person), [person](const TextSources& sources) {
               return command_to_add_course(sources.program.model(), person->id, sources.to_type);
             }});
      }
    }
  }
  return items;
}

}  // namespace mentor

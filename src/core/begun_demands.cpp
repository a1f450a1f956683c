#include "mentor/begun_demands.hpp"

#include <algorithm>
#include <tuple>

#include "asked_of_pairs.hpp"
#include "demands.hpp"
#include "mentor/pauses.hpp"
#include "mentor/selection.hpp"
#include "sheets_wanted.hpp"

namespace mentor {

namespace {

// What a record of each kind answers. With other kinds no demand begins.

template <class Record>
void add_answered(BegunDemands&, const Record&, const Model&, Date) {}

void add_answered(BegunDemands& answered, const Document& document, const Model& model, Date today) {
  const DocumentType* type = model.find(document.type);
  if (type != nullptr && !type->required && document.on <= today) {
    answered.documents.insert(type->id);
  }
}
void add_answered(BegunDemands& answered, const Training& training, const Model& model, Date) {
  const TrainingType* type = model.find(training.type);
  answered.trainings = type != nullptr && type->trains_mentors;
}
void add_answered(BegunDemands& answered, const Contact& contact, const Model&, Date today) {
  answered.contacts = has_reached(contact, today);
}
void add_answered(BegunDemands& answered, const Step& step, const Model&, Date) {
  answered.plans = step.pairs.size() != 0;
}
void add_answered(BegunDemands& answered, const Survey& survey, const Model& model, Date today) {
  const Instrument* instrument = model.find(survey.instrument);
  if (instrument != nullptr && role_of(*instrument) && survey.on <= today) {
    answered.surveys.emplace(instrument->id, survey.stage);
  }
}

/// Counts what the reports show of the whole program on the day.
class Missing {
 public:
  Missing(const Program& program, Date day)
      : program_(program), day_(day), pairs_(select<Pair>(program, Filter{}, day)) {}

  /// The lines of the report `documents` about the type.
  std::int64_t papers(const DocumentType& type) const {
    const auto states = demands_on(program_, Papers{program_, day_}, pairs_, day_);
    return std::count_if(states.begin(), states.end(),
                         [&](const DemandState& state) { return state.demand.type == &type && !state.is_met; });
  }
  /// The lines of the report `attention` about untrained mentors.
  std::int64_t trainings() const {
    const UntrainedMentors untrained{program_, day_};
    return std::count_if(pairs_.begin(), pairs_.end(), [&](const Pair* pair) { return untrained.has(*pair); });
  }
  /// The lines of the report `attention` about the questionnaire.
  std::int64_t sheets(const Instrument& instrument, SurveyStage stage) const {
    const auto wanted = sheets_wanted(program_, pairs_, day_);
    return std::count_if(wanted.begin(), wanted.end(), [&](const SheetWanted& sheet) {
      return sheet.instrument == &instrument && sheet.stage == stage;
    });
  }

  // The report `attention` tells of these later, when the norms of the model say so.

  bool lacks_contacts() const {
    const auto contacts = contacts_by_person(program_, day_);
    return any_open(
        [&](const Pair& pair) { return !contacts.contains(pair.mentor) || !contacts.contains(pair.mentee); });
  }
  bool lacks_plans() const {
    const auto planned = planned_pairs(program_);
    return any_open([&](const Pair& pair) { return !planned.contains(pair.id); });
  }

 private:
  template <class IsSo>
  bool any_open(IsSo is_so) const {
    const Pauses pauses{program_};
    return std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair* pair) {
      return state_on(*pair, day_, program_.model(), pauses) == PairState::open && is_so(*pair);
    });
  }

  const Program& program_;
  Date day_;
  std::vector<const Pair*> pairs_;
};

}  // namespace

KindSet BegunDemands::kinds() const {
  const auto if_any = [](bool is_any, KindSet kinds) { return is_any ? kinds : KindSet{}; };
  return if_any(!documents.empty(), KindSet::of<Document>()) | if_any(trainings, KindSet::of<Training>()) |
         if_any(contacts, KindSet::of<Contact>()) | if_any(plans, KindSet::of<Step>()) |
         if_any(!surveys.empty(), KindSet::of<Survey>());
}

void BegunDemands::add(const BegunDemands& other) {
  documents.insert(other.documents.begin(), other.documents.end());
  trainings = trainings || other.trainings;
  contacts = contacts || other.contacts;
  plans = plans || other.plans;
  surveys.insert(other.surveys.begin(), other.surveys.end());
}

void BegunDemands::remove(const BegunDemands& other) {
  std::erase_if(documents, [&](const auto& type) { return other.documents.contains(type); });
  trainings = trainings && !other.trainings;
  contacts = contacts && !other.contacts;
  plans = plans && !other.plans;
  std::erase_if(surveys, [&](const auto& sheet) { return other.surveys.contains(sheet); });
}

template <class Record>
BegunDemands answered_by(const Record& record, const Model& model, Date today) {
  BegunDemands answered;
  add_answered(answered, record, model, today);
  return answered;
}

BegunDemands answered_by_new(const Edits& edits, const Model& model, Date today) {
  BegunDemands answered;
  for (const Edit& edit : edits) {
    if (const auto* create = std::get_if<CreateRecord>(&edit)) {
      std::visit([&](const auto& record) { answered.add(answered_by(record, model, today)); }, create->record);
    }
  }
  return answered;
}

KindSet kinds_to_say(const BegunDemands& begun) {
  return begun.is_empty() ? KindSet{} : with_named(begun.kinds() | KindSet::of<Participant, Pair, Pause>());
}

std::vector<Message> say_begun(const BegunDemands& begun, const Program& after, Date today) {
  const Model& model = after.model();
  const Missing missing{after, today};
  std::vector<Message> said;
  for (const auto& id : begun.documents) {
    const DocumentType* type = model.find(id);
    if (const auto count = type == nullptr ? 0 : missing.papers(*type); count != 0) {
      said.push_back(say("begun.documents", type->label, count));
    }
  }
  if (const auto count = begun.trainings ? missing.trainings() : 0; count != 0) {
    said.push_back(say("begun.trainings", count));
  }
  if (begun.contacts && missing.lacks_contacts()) {
    said.push_back(say("begun.contacts"));
  }
  if (begun.plans && missing.lacks_plans()) {
    said.push_back(say("begun.plans"));
  }
  for (const auto& [id, stage] : begun.surveys) {
    const Instrument* instrument = model.find(id);
    if (const auto count = instrument == nullptr ? 0 : missing.sheets(*instrument, stage); count != 0) {
      said.push_back(say("begun.surveys", instrument->label, label_of(stage), count));
    }
  }
  return said;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_begun_demands(std::tuple<Records...>) {
  return std::tuple{&answered_by<Records>...};
}
template auto instances_of_begun_demands(Kinds);

}  // namespace mentor

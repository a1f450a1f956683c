#include "mentor/begun_demands.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

#include "demands.hpp"
#include "mentor/pauses.hpp"
#include "sheets_wanted.hpp"
#include "trained_mentors.hpp"

namespace mentor {

namespace {

// What a record answers, as a text that records which answer the same have in common. Nothing of a record with which
// no demand begins.

template <class Record>
std::optional<std::string> answered_by(const Record&, const Model&) {
  return std::nullopt;
}
std::optional<std::string> answered_by(const Document& document, const Model& model) {
  const DocumentType* type = model.find(document.type);
  return type == nullptr || type->required ? std::nullopt : std::optional{type->id.to_string()};
}
std::optional<std::string> answered_by(const Training& training, const Model& model) {
  const TrainingType* type = model.find(training.type);
  return type != nullptr && type->trains_mentors ? std::optional{std::string{}} : std::nullopt;
}
std::optional<std::string> answered_by(const Contact& contact, const Model&) {
  return contact.reached ? std::nullopt : std::optional{std::string{}};
}
std::optional<std::string> answered_by(const Step& step, const Model&) {
  return step.pairs.size() == 0 ? std::nullopt : std::optional{std::string{}};
}
std::optional<std::string> answered_by(const Survey& survey, const Model& model) {
  const Instrument* instrument = model.find(survey.instrument);
  return instrument == nullptr || !role_of(*instrument)
             ? std::nullopt
             : std::optional{instrument->id.to_string() + ' ' + std::string{to_string(survey.stage)}};
}

/// What the new records of this kind answer and no other record of the program does.
template <class Record>
std::set<std::string> begun(const Program& program, const Edits& edits) {
  std::set<std::string> answered;
  std::unordered_set<Id<Record>> created;
  for (const Edit& edit : edits) {
    const auto* create = std::get_if<CreateRecord>(&edit);
    const auto* record = create == nullptr ? nullptr : std::get_if<Record>(&create->record);
    const auto what = record == nullptr ? std::nullopt : answered_by(*record, program.model());
    if (what) {
      answered.insert(*what);
      created.insert(record->id);
    }
  }
  if (answered.empty()) {
    return answered;
  }
  for (const auto& stored : program.all<Record>()) {
    if (const auto what = answered_by(stored.record, program.model()); what && !created.contains(stored.record.id)) {
      answered.erase(*what);
    }
  }
  return answered;
}

/// Counts on the day what is still missing.
class Missing {
 public:
  Missing(const Program& program, Date day) : program_(program), day_(day) {
    for (const auto& stored : program.all<Pair>()) {
      pairs_.push_back(&stored.record);
    }
  }

  std::int64_t papers(const DocumentType& type) const {
    const Papers papers{program_};
    const auto states = demands_on(program_, papers, pairs_, day_);
    return std::count_if(states.begin(), states.end(),
                         [&](const DemandState& state) { return state.demand.type == &type && !state.is_met; });
  }
  std::int64_t trained() const {
    const Fold fold = [](std::string_view text) { return std::string{text}; };
    const TrainedMentors trained{RuleContext{program_, day_, fold}};
    std::unordered_set<Id<Participant>> mentors;
    for (const Pair* pair : pairs_) {
      if (is_in_force(*pair, day_, program_.model()) && !trained.was_trained_by(pair->mentor, pair->from)) {
        mentors.insert(pair->mentor);
      }
    }
    return std::ssize(mentors);
  }
  std::int64_t contacts() const {
    std::unordered_set<Id<Participant>> people;
    for_each_open([&](const Pair& pair) { people.insert({pair.mentor, pair.mentee}); });
    for (const auto& stored : program_.all<Contact>()) {
      for (const auto& person : stored.record.people) {
        people.erase(person);
      }
    }
    return std::ssize(people);
  }
  std::int64_t plans() const {
    std::unordered_set<Id<Pair>> pairs;
    for_each_open([&](const Pair& pair) { pairs.insert(pair.id); });
    for (const auto& stored : program_.all<Step>()) {
      for (const auto& pair : stored.record.pairs) {
        pairs.erase(pair);
      }
    }
    return std::ssize(pairs);
  }
  std::int64_t sheets(const std::string& instrument_and_stage) const {
    const auto wanted = sheets_wanted(program_, pairs_, day_);
    return std::count_if(wanted.begin(), wanted.end(), [&](const SheetWanted& sheet) {
      return sheet.instrument->id.to_string() + ' ' + std::string{to_string(sheet.stage)} == instrument_and_stage;
    });
  }

 private:
  template <class Visit>
  void for_each_open(Visit visit) const {
    const Pauses pauses{program_};
    for (const Pair* pair : pairs_) {
      if (state_on(*pair, day_, program_.model(), pauses) == PairState::open) {
        visit(*pair);
      }
    }
  }

  const Program& program_;
  Date day_;
  std::vector<const Pair*> pairs_;
};

}  // namespace

KindSet kinds_to_say_begun(const Program& before, const Edits& edits) {
  KindSet kinds;
  for_each_kind([&]<class Record>(Record*) {
    kinds = begun<Record>(before, edits).empty() ? kinds : kinds | KindSet::of<Record>();
  });
  return kinds.is_empty() ? kinds : with_named(kinds | KindSet::of<Participant, Pair, Pause>());
}

std::vector<Message> begun_by(const Program& after, const Edits& edits, Date today) {
  const Model& model = after.model();
  const Missing missing{after, today};
  std::vector<Message> said;
  for (const std::string& id : begun<Document>(after, edits)) {
    const DocumentType& type = *model.find(*Id<DocumentType>::parse(id));
    if (const auto count = missing.papers(type); count != 0) {
      said.push_back(say("begun.documents", type.label, count));
    }
  }
  const auto add = [&](std::int64_t count, std::string_view sentence) {
    if (count != 0) {
      said.push_back(say(sentence, count));
    }
  };
  if (!begun<Training>(after, edits).empty()) {
    add(missing.trained(), key("begun.trainings"));
  }
  if (!begun<Contact>(after, edits).empty()) {
    add(missing.contacts(), key("begun.contacts"));
  }
  if (!begun<Step>(after, edits).empty()) {
    add(missing.plans(), key("begun.plans"));
  }
  for (const std::string& sheet : begun<Survey>(after, edits)) {
    const auto blank = sheet.find(' ');
    const Instrument& instrument = *model.find(*Id<Instrument>::parse(sheet.substr(0, blank)));
    if (const auto count = missing.sheets(sheet); count != 0) {
      said.push_back(
          say("begun.surveys", instrument.label, label_of(*value_from<SurveyStage>(sheet.substr(blank + 1))), count));
    }
  }
  return said;
}

}  // namespace mentor

/// What a program asks of everybody from the first record on that answers it (model §0): the first consent, the first
/// training of mentors, the first plan. People who write that record are told so.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "mentor/edits.hpp"
#include "mentor/records.hpp"

namespace mentor {

/// Demands that begin with the first record that answers them.
struct BegunDemands {
  std::set<Id<DocumentType>> documents;
  bool trainings = false;  // that mentors are trained
  bool contacts = false;
  bool plans = false;
  std::set<std::pair<Id<Instrument>, SurveyStage>> surveys;

  bool is_empty() const { return kinds().is_empty(); }
  /// The kinds whose records answer these demands.
  KindSet kinds() const;
  void add(const BegunDemands& other);
  void remove(const BegunDemands& other);
};

/// What a record answers, of what begins with the first one that does. A record of a later day answers nothing yet
/// where reports look at the day.
template <class Record>
BegunDemands answered_by(const Record& record, const Model& model, Date today);

/// What the new records answer. They begin what no other record of the program answers.
BegunDemands answered_by_new(const Edits& edits, const Model& model, Date today);

/// The kinds whose records must be read to say what begins.
KindSet kinds_to_say(const BegunDemands& begun);

/// Says what is asked from now on, and of how many that is still missing where a report shows so many today. What
/// nobody lacks is left out. `after` is the program with the new records.
std::vector<Message> say_begun(const BegunDemands& begun, const Program& after, Date today);

}  // namespace mentor

#include "papers.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "inspection.hpp"
#include "mentor/age.hpp"

namespace mentor {

Papers::Papers(const Program& program, Date known) : program_(program) {
  for (const auto& stored : program.all<Document>()) {
    if (stored.record.on <= known) {
      kept_.insert(stored.record.type);
    }
    for (const auto& person : stored.record.people) {
      by_person_[person].push_back(&stored);
    }
    for (const auto& pair : stored.record.pairs) {
      by_pair_[pair].push_back(&stored);
    }
  }
}

bool Papers::is_asked(const DocumentType& type) const { return type.required.value_or(kept_.contains(type.id)); }

std::span<const Stored<Document>* const> Papers::about(const Demand& demand) const {
  if (demand.role) {
    const auto found = by_person_.find(demand.person());
    return found == by_person_.end() ? std::span<const Stored<Document>* const>{} : found->second;
  }
  const auto found = by_pair_.find(demand.pair->id);
  return found == by_pair_.end() ? std::span<const Stored<Document>* const>{} : found->second;
}

std::vector<const Stored<Document>*> Papers::of(const DocumentType& type, const Id<Participant>& person) const {
  const auto found = by_person_.find(person);
  Found papers = found == by_person_.end() ? Found{} : found->second;
  std::erase_if(papers, [&](const auto* stored) { return stored->record.type != type.id; });
  return papers;
}

std::vector<const Stored<Document>*> Papers::meeting(const Demand& demand) const {
  const auto all = about(demand);
  Found papers{all.begin(), all.end()};
  std::erase_if(papers, [&](const auto* stored) { return stored->record.type != demand.type->id; });
  return papers;
}

bool Papers::has(const Demand& demand, Date day) const {
  const auto all = about(demand);
  return std::any_of(all.begin(), all.end(), [&](const auto* stored) {
    return stored->record.type == demand.type->id && counts_on(stored->record, day, program_.model());
  });
}

bool Papers::is_asked_of(const DocumentType& type, const Participant& person, Role role, Date day) const {
  if (!type.asked_of || (type.since && day < *type.since)) {
    return false;
  }
  const auto& categories = type.categories;
  if (!categories.empty() &&
      std::find(categories.begin(), categories.end(), person.category.on(day)) == categories.end()) {
    return false;
  }
  switch (*type.asked_of) {
    case AskedOf::all:
      return true;
    case AskedOf::mentee:
      return role == Role::mentee;
    case AskedOf::mentor:
      return role == Role::mentor;
    case AskedOf::minor:
      return person.born && ages_on(*person.born, day).oldest < program_.model().norms[Norm::adult_age];
  }
  return false;
}

std::vector<Demand> Papers::asked_of(const Pair& pair) const {
  std::vector<Demand> demands;
  for (const DocumentType& type : program_.model().documents) {
    if (!is_asked(type)) {
      continue;
    }
    if (type.of == Subject::pairs && (!type.since || *type.since <= pair.from)) {
      demands.push_back({&type, &pair});
    }
    for (const Role role : all_roles) {
      const Participant* person = program_.find(pair.member(role));
      if (person != nullptr && (type.of == Subject::person || type.of == Subject::people) &&
          is_asked_of(type, *person, role, pair.from)) {
        demands.push_back({&type, &pair, role});
      }
    }
  }
  return demands;
}

namespace {

/// The first type of paper by which people agree to being named in what is published. Null when the model has none.
const DocumentType* consent_to_publish(const Model& model) {
  const auto found = std::find_if(model.documents.begin(), model.documents.end(),
                                  [](const DocumentType& type) { return type.publishes; });
  return found == model.documents.end() ? nullptr : &*found;
}

/// Whether a consent of the person to being published counts on the day. A person who is not there, or whose data was
/// removed, need not give one.
bool may_be_published(const Id<Participant>& id, Date day, Inspection& inspection) {
  const Participant* person = inspection.find(id);
  if (person == nullptr || person->forgotten) {
    return true;
  }
  const auto& papers = inspection.index<Papers>();
  const Model& model = inspection.model();
  return std::any_of(model.documents.begin(), model.documents.end(), [&](const DocumentType& type) {
    const auto given = type.publishes ? papers.of(type, id) : std::vector<const Stored<Document>*>{};
    return std::any_of(given.begin(), given.end(),
                       [&](const auto* stored) { return counts_on(stored->record, day, model); });
  });
}

/// Adds the finding to the record: the practice, or a pair that names it.
template <class Record>
void tell_unpublishable(const Stored<Record>& stored, std::string_view field, const Practice& practice,
                        const Id<Participant>& person, Inspection& inspection) {
  const DocumentType* type = consent_to_publish(inspection.model());
  if (type == nullptr || may_be_published(person, *practice.published, inspection)) {
    return;
  }
  const std::string id = person.to_string();
  const std::string practice_id = practice.id.to_string();
  std::vector<std::string> also{id};
  if constexpr (!std::is_same_v<Record, Practice>) {
    also.push_back(practice_id);
  }
  inspection.add(Rule::practice_consent, Severity::error, stored, field,
                 say("practice-consent.none", practice.title, *practice.published,
                     name_of(inspection.program(), person, inspection.today()), type->label, type->id.to_string(), id,
                     practice_id),
                 std::move(also));
}

}  // namespace

void practice_consent(const Stored<Practice>& stored, Inspection& inspection) {
  const Practice& practice = stored.record;
  if (!practice.published) {
    return;
  }
  for (const auto& author : practice.authors) {
    tell_unpublishable(stored, "authors", practice, author, inspection);
  }
}

void practice_consent_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  for (const auto& id : pair.practices) {
    const Practice* practice = inspection.find(id);
    if (practice == nullptr || !practice->published || !pair.is_agreed() || *practice->published < pair.from) {
      continue;  // what was published before the pair began cannot name its members
    }
    for (const Role role : all_roles) {
      tell_unpublishable(stored, "practices", *practice, pair.member(role), inspection);
    }
  }
}

void document_missing(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Program& program = inspection.program();
  const Date today = inspection.today();
  if (!is_in_force(pair, today, inspection.model())) {
    return;
  }
  const auto& papers = inspection.index<Papers>();
  for (const Demand& demand : papers.asked_of(pair)) {
    const Date day = day_of_demand(pair, today);
    if (papers.has(demand, day)) {
      continue;
    }
    const DocumentType& type = *demand.type;
    // No paper can name a pair that is only being written: of those about pairs a command warns alone.
    const bool may_refuse = type.required.value_or(false) && !(stored.is_proposed() && !demand.role);
    const Severity severity = may_refuse ? type.severity : Severity::warning;
    const std::string type_id = type.id.to_string();
    if (demand.role) {
      const std::string id = demand.person().to_string();
      inspection.add(
          Rule::document_missing, severity, stored, to_string(*demand.role),
          say("document-missing.of-person", name_of(program, demand.person(), today), day, type.label, type_id, id),
          {id});
    } else {
      inspection.add(Rule::document_missing, severity, stored, "id",
                     say("document-missing.of-pair", title_of(program, pair, today), day, type.label, type_id,
                         pair.id.to_string()));
    }
  }
}

}  // namespace mentor

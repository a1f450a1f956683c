/// Which papers are asked of a pair and its members, and which are there (model §0.5, §3.9).
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/program.hpp"
#include "mentor/rules.hpp"
#include "pair_filter.hpp"

namespace mentor {

/// One paper that is asked for: of a member of a pair, or of the pair itself.
struct Demand {
  const DocumentType* type = nullptr;
  const Pair* pair = nullptr;
  std::optional<Role> role = {};  // of the member; none: the pair's own

  /// The member of whom it is asked. Only a demand with a role has one.
  Id<Participant> person() const { return pair->member(*role); }
};

/// The papers of a program, by whom they concern.
class Papers {
 public:
  /// What is asked for begins with the first paper of a type, up to the day `known`.
  explicit Papers(const Program& program, Date known = Date::latest());
  explicit Papers(const RuleContext& context) : Papers(context.program) {}

  /// Whether anybody is asked for papers of this type: always where `required` says so, else from the first one on.
  bool is_asked(const DocumentType& type) const;
  /// The papers of this type that concern the person.
  std::vector<const Stored<Document>*> of(const DocumentType& type, const Id<Participant>& person) const;
  /// The papers that meet this demand, whenever they count.
  std::vector<const Stored<Document>*> meeting(const Demand& demand) const;
  /// Whether one of them counts on this day.
  bool has(const Demand& demand, Date day) const;

  /// What is asked of the pair and its members. Who is a minor is judged on the pair's first day.
  std::vector<Demand> asked_of(const Pair& pair) const;
  /// Whether papers of this type are asked of the person in this role, in pairs that begin on this day.
  bool is_asked_of(const DocumentType& type, const Participant& person, Role role, Date day) const;

 private:
  /// The papers that concern whom the demand is about, of any type.
  std::span<const Stored<Document>* const> about(const Demand& demand) const;

  using Found = std::vector<const Stored<Document>*>;

  const Program& program_;
  std::set<Id<DocumentType>> kept_;  // the types of which there are papers
  std::unordered_map<Id<Participant>, Found> by_person_;
  std::unordered_map<Id<Pair>, Found> by_pair_;
};

/// The people in pairs that are open or still to begin today.
class PeopleInPairs {
 public:
  explicit PeopleInPairs(const RuleContext& context) : ids_(paired_people(context.program, {}, context.today)) {}
  bool have(const Id<Participant>& person) const { return ids_.contains(person); }

 private:
  std::unordered_set<Id<Participant>> ids_;
};

/// The day on which a pair must have its papers: its first one, or today if that is later.
inline Date day_of_demand(const Pair& pair, Date today) { return std::max(pair.from.day(), today); }

/// `practice-consent` (152-ФЗ, ст. 10.1): the practice is published, and an author gave no consent to it.
void practice_consent(const Stored<Practice>& stored, Inspection& inspection);
/// `practice-consent` of a pair: a practice that it names was published when it worked already, and a member gave no
/// consent.
void practice_consent_of_pair(const Stored<Pair>& stored, Inspection& inspection);

/// `document-missing`: a pair that is not over lacks a paper. Of a pair, since every gate is one of pairs.
void document_missing(const Stored<Pair>& stored, Inspection& inspection);

}  // namespace mentor

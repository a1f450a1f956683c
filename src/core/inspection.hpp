/// One pass of the rules over records: what they look things up in, and where their findings gather.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

class Inspection {
 public:
  explicit Inspection(const RuleContext& context) : context_(context) {}

  const Program& program() const { return context_.program; }
  const Model& model() const { return context_.program.model(); }
  Date today() const { return context_.today; }

  /// Adds a finding about the field of a record; `also` are the ids of other records concerned.
  template <class Record>
  void add(Rule rule, Severity severity, const Stored<Record>& stored, std::string_view field, Message message,
           std::vector<std::string> also = {}) {
    also.insert(also.begin(), stored.record.id.to_string());
    findings_.push_back({rule, severity, program().place(stored, field), std::move(message), std::move(also)});
  }

  std::vector<Finding> take() { return std::move(findings_); }

  // Indexes, built when first asked for.

  /// The pairs of these two people in this form, whoever of them is the mentor.
  const std::vector<const Stored<Pair>*>& pairs_of(const Id<Form>& form, const Id<Participant>& one,
                                                   const Id<Participant>& other);
  /// Whether the person is a member of some pair in that role.
  bool is_paired(const Id<Participant>& person, Role role);
  /// The people whose names fold to the same text.
  const std::vector<const Stored<Participant>*>& namesakes(const Participant& person);

 private:
  using Couple = std::tuple<Id<Form>, Id<Participant>, Id<Participant>>;

  void index_pairs();

  RuleContext context_;
  std::vector<Finding> findings_;
  std::optional<std::map<Couple, std::vector<const Stored<Pair>*>>> couples_;
  std::unordered_set<Id<Participant>> mentors_;
  std::unordered_set<Id<Participant>> mentees_;
  std::optional<std::unordered_map<std::string, std::vector<const Stored<Participant>*>>> names_;
};

// The checks, by what they look at. Each is one rule for one kind of record.

void mentee_age_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void mentor_age_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void mentee_age_of_pair(const Stored<Pair>& stored, Inspection& inspection);
void mentor_age_of_pair(const Stored<Pair>& stored, Inspection& inspection);
void role_category_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void role_category_of_pair(const Stored<Pair>& stored, Inspection& inspection);
void form_mentor_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void form_mentee_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void form_mentor_of_pair(const Stored<Pair>& stored, Inspection& inspection);
void form_mentee_of_pair(const Stored<Pair>& stored, Inspection& inspection);
void duplicate_person(const Stored<Participant>& stored, Inspection& inspection);

void pair_dates(const Stored<Pair>& stored, Inspection& inspection);
void self_pair(const Stored<Pair>& stored, Inspection& inspection);
void pair_overlap(const Stored<Pair>& stored, Inspection& inspection);

void activity_type(const Stored<Activity>& stored, Inspection& inspection);
void activity_date(const Stored<Activity>& stored, Inspection& inspection);

void dangling_reference_of_pair(const Stored<Pair>& stored, Inspection& inspection);
void dangling_reference_of_activity(const Stored<Activity>& stored, Inspection& inspection);
void values_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void values_of_pair(const Stored<Pair>& stored, Inspection& inspection);
template <class Record>
void duplicate_id(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void file_name(const Stored<Record>& stored, Inspection& inspection);

}  // namespace mentor

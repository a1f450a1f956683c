/// One pass of the rules over records. The rules look things up in it, and it gathers their findings.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "chains.hpp"
#include "class_spellings.hpp"
#include "filled_sheets.hpp"
#include "mentor/pauses.hpp"
#include "mentor/private_words.hpp"
#include "mentor/rules.hpp"
#include "mentor_loads.hpp"
#include "names_in_text.hpp"
#include "namesakes.hpp"
#include "papers.hpp"
#include "repeated_activities.hpp"
#include "second_mentors.hpp"
#include "trained_mentors.hpp"

namespace mentor {

class Inspection {
 public:
  explicit Inspection(const RuleContext& context) : context_(context) {}

  const Program& program() const { return context_.program; }
  const Model& model() const { return context_.program.model(); }
  Date today() const { return context_.today; }
  const RuleContext& context() const { return context_; }
  std::string fold(std::string_view text) const { return context_.fold(text); }

  /// Adds a finding about a field of the record. `also` has the ids of other records that it concerns.
  template <class Record>
  void add(Rule rule, Severity severity, const Stored<Record>& stored, std::string_view field, Message message,
           std::vector<std::string> also = {}) {
    also.insert(also.begin(), stored.record.id.to_string());
    findings_.push_back({rule, severity, program().place(stored, field), std::move(message), std::move(also)});
  }

  /// Adds a finding about one entry of a field. They count from 0 in the order of the record.
  template <class Record>
  void add_to_entry(Rule rule, Severity severity, const Stored<Record>& stored, std::string_view field,
                    std::size_t entry, Message message) {
    findings_.push_back({rule,
                         severity,
                         program().place_of_entry(stored, field, entry),
                         std::move(message),
                         {stored.record.id.to_string()}});
  }

  /// Adds a finding about the record's whole file. If a rule finds the same of several records in the file, it is told
  /// once.
  template <class Record>
  void add_to_file(Rule rule, Severity severity, const Stored<Record>& stored, Message message) {
    findings_.push_back({rule, severity, {program().path(stored)}, std::move(message), {stored.record.id.to_string()}});
  }

  /// The findings, as bad as the model and the records' exceptions make them.
  std::vector<Finding> take();

  /// The record with this id, or null. The last two answers are kept, since one rule after another asks for the members
  /// of a pair, or for the pair of an activity.
  template <class Record>
  const Stored<Record>* stored(const Id<Record>& id) {
    auto& recent = std::get<Recent<Record>>(recent_);
    for (const auto& [asked, found] : recent) {
      if (asked == id) {
        return found;
      }
    }
    std::swap(recent.front(), recent.back());
    recent.front() = {id, program().all<Record>().find(id)};
    return recent.front().second;
  }
  template <class Record>
  const Record* find(const Id<Record>& id) {
    const auto* found = stored(id);
    return found == nullptr ? nullptr : &found->record;
  }

  /// Whether the program has a record of this kind (its index in `Kinds`) with this id, or may have one that cannot be
  /// read.
  bool may_have(std::size_t kind, IdText id);

  // Each index is built when somebody first asks for it. Void and proposed pairs are in none of them.

  /// The pairs of these two people in this form. Either of them may be the mentor.
  std::vector<const Stored<Pair>*> pairs_of(const Id<Form>& form, const Id<Participant>& one,
                                            const Id<Participant>& other);
  /// Whether the person has this role in some pair.
  bool is_paired(const Id<Participant>& person, Role role);
  /// Another index over the whole program.
  template <class Index>
  const Index& index() {
    auto& one = std::get<std::optional<Index>>(indexes_);
    return one ? *one : one.emplace(context_);
  }
  /// The fewest hours that any activity type allows for one activity.
  int fewest_most_hours();

  // This gives one pair for all that are alike. To tell of each two of them would give as many findings as the square
  // of their number.

  /// The other pair that overlaps this one. It has the same two people and the same form, and it comes before this pair
  /// by start and id. If there are several, it is the one that lasts longest. Null when there is none. This pair must
  /// be the program's own record.
  const Stored<Pair>* overlapped_by(const Stored<Pair>& stored);

 private:
  template <class Record>
  using Recent = std::array<std::pair<Id<Record>, const Stored<Record>*>, 2>;
  struct Couple {
    Id<Form> form;
    Id<Participant> one;
    Id<Participant> other;
    const Stored<Pair>* pair = nullptr;

    auto key() const { return std::tie(form, one, other); }
    /// By `key`, and then in the order in which pairs of the same two people are told.
    auto order() const { return std::tie(form, one, other, pair->record.from, pair->record.id); }
  };

  void index_pairs();
  void index_overlaps(std::span<const Couple> couples);

  RuleContext context_;
  std::vector<Finding> findings_;

  OfEachKind<std::tuple, Recent> recent_;
  std::optional<std::vector<Couple>> couples_;
  std::unordered_map<const Stored<Pair>*, const Stored<Pair>*> overlaps_;
  std::vector<Id<Participant>> mentors_;
  std::vector<Id<Participant>> mentees_;
  std::tuple<std::optional<Namesakes>, std::optional<ClassSpellings>, std::optional<SecondMentors>,
             std::optional<RepeatedActivities>, std::optional<Pauses>, std::optional<TrainedMentors>,
             std::optional<Papers>, std::optional<PeopleInPairs>, std::optional<MentorLoads>, std::optional<Chains>,
             std::optional<Continuations>, std::optional<FilledSheets>, std::optional<NamesInText>,
             std::optional<PrivateWords>, std::optional<ProposedPairs>>
      indexes_;
  std::optional<int> fewest_most_hours_;
};

// The rules for records of every kind.

template <class Record>
void dangling_reference(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void duplicate_id(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void file_name(const Stored<Record>& stored, Inspection& inspection);
/// Tells of words about health and family that the model lists. It does not look at the names of people, since a name
/// may begin like such a word.
template <class Record>
void private_words(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void unknown_words(const Stored<Record>& stored, Inspection& inspection);

}  // namespace mentor

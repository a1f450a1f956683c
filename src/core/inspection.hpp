/// One pass of the rules over records: what they look things up in, and where their findings gather.
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

#include "mentor/rules.hpp"

namespace mentor {

class Inspection {
 public:
  using Namesakes = std::vector<const Stored<Participant>*>;

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

  /// Adds a finding about the whole file of the record. Found of several records of the file, it is told once.
  template <class Record>
  void add_to_file(Rule rule, Severity severity, const Stored<Record>& stored, Message message) {
    findings_.push_back({rule, severity, {program().path(stored)}, std::move(message), {stored.record.id.to_string()}});
  }

  std::vector<Finding> take() { return std::move(findings_); }

  /// The record of that id, or null. Of the last two asked for it is known still: one rule after another asks for the
  /// members of a pair, or for the pair of an activity.
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

  // Indexes, built when first asked for.

  /// The pairs of these two people in this form, whoever of them is the mentor.
  std::vector<const Stored<Pair>*> pairs_of(const Id<Form>& form, const Id<Participant>& one,
                                            const Id<Participant>& other);
  /// Whether the person is a member of some pair in that role.
  bool is_paired(const Id<Participant>& person, Role role);
  /// The people whose names fold to the same text as that person's, with the person; none when nobody else has it. The
  /// person is known by address: it must be the program's own record.
  const Namesakes& namesakes(const Stored<Participant>& stored);

  // Of all that are alike, one for each: all with all would be as many as the square of their number.

  /// Of the pairs of the same two people in the same form that come before this one, by start and id, and overlap it,
  /// the one that lasts longest; null when none does. It must be the program's own record.
  const Stored<Pair>* overlapped_by(const Stored<Pair>& stored);
  /// Of the namesakes with lesser ids, the first by id who may be the same person; null when nobody may. It must be the
  /// program's own record.
  const Stored<Participant>* first_like(const Stored<Participant>& stored);

 private:
  template <class Record>
  using Recent = std::array<std::pair<Id<Record>, const Stored<Record>*>, 2>;
  struct Couple {
    Id<Form> form;
    Id<Participant> one;
    Id<Participant> other;
    const Stored<Pair>* pair = nullptr;

    auto key() const { return std::tie(form, one, other); }
    /// As `key`, those of the same two in the order in which they are told of.
    auto order() const { return std::tie(form, one, other, pair->record.from, pair->record.id); }
  };

  void index_pairs();
  void index_overlaps(std::span<const Couple> couples);
  void index_names();
  void index_likeness(Namesakes people);

  RuleContext context_;
  std::vector<Finding> findings_;

  OfEachKind<std::tuple, Recent> recent_;
  std::optional<std::vector<Couple>> couples_;
  std::unordered_map<const Stored<Pair>*, const Stored<Pair>*> overlaps_;
  std::vector<Id<Participant>> mentors_;
  std::vector<Id<Participant>> mentees_;
  std::optional<std::vector<Namesakes>> names_;  // of each name that seems to be several people's
  std::unordered_map<const Stored<Participant>*, std::size_t> name_of_person_;
  std::unordered_map<const Stored<Participant>*, const Stored<Participant>*> first_like_;
};

// What is asked of the records of every kind.

template <class Record>
void dangling_reference(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void duplicate_id(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void file_name(const Stored<Record>& stored, Inspection& inspection);
template <class Record>
void unknown_words(const Stored<Record>& stored, Inspection& inspection);

}  // namespace mentor

/// The papers that a program keeps, and of whom each is asked (model §3.9, §6.2).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/finding.hpp"
#include "mentor/id.hpp"
#include "mentor/label.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

struct Category;

/// What one paper is about.
enum class Subject { person, people, pairs, program };

template <>
struct WordsOf<Subject> {
  static constexpr std::array rows = {WordRow{"person", {"один человек", "one person"}},
                                      WordRow{"people", {"люди", "people"}}, WordRow{"pairs", {"пары", "pairs"}},
                                      WordRow{"program", {"программа", "the program"}}};
};

/// Of which members of a pair a paper is asked.
enum class AskedOf { all, mentee, mentor, minor };

template <>
struct WordsOf<AskedOf> {
  static constexpr std::array rows = {WordRow{"all", {"все", "all"}}, WordRow{"mentee", {"наставляемый", "mentee"}},
                                      WordRow{"mentor", {"наставник", "mentor"}},
                                      WordRow{"minor", {"несовершеннолетний", "minor"}}};
};

/// Who signed a paper.
enum class Signer { self, representative };

template <>
struct WordsOf<Signer> {
  static constexpr std::array rows = {WordRow{"self", {"сам(а)", "self"}},
                                      WordRow{"representative", {"законный представитель", "representative"}}};
  static constexpr std::string_view expected = key("expected.signer");
};

/// How bad a finding may be that a model decides about.
template <>
struct WordsOf<Severity> {
  static constexpr std::array rows = {WordRow{"error", {"ошибка", "error"}},
                                      WordRow{"warning", {"предупреждение", "warning"}}};
};

struct DocumentType {
  Id<DocumentType> id;
  Label label;
  Subject of = Subject::person;
  std::optional<AskedOf> asked_of = {};       // none: of the pair, or of nobody
  std::vector<Id<Category>> categories = {};  // of those of whom it is asked; empty: of every category
  std::optional<Signer> signer = {};          // who signs it for a minor; an adult signs himself. None: anybody
  Severity severity = Severity::warning;      // of its absence, where the program requires it
  std::optional<bool> required = {};          // none: as soon as the program has one such paper
  std::optional<Date> since = {};             // asked of pairs that began on this day or later
  std::optional<int> months = {};             // for so long it counts, unless it says itself
  bool approves = false;                      // a mentor who has one is approved
  bool publishes = false;                     // a person who has one agrees to being named in what is published
  std::optional<Date> renew_before = {};      // one that is older is to be looked at again
  std::uint32_t line = 0;                     // as in `Reason`
};

}  // namespace mentor

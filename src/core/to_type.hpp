/// How people, pairs and words of the model are called in commands that reports tell to type.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "command_to_type.hpp"
#include "mentor/input.hpp"
#include "mentor/program.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/utf8.hpp"
#include "people_by_words.hpp"

namespace mentor {

/// Finds for each person the name that people type: the surname, else surname and given name, where a command that
/// reads it finds this person and nobody else; else the id. It goes through all people once, so it is made once for a
/// report.
class NamesToType {
 public:
  /// Names are those of the day. `fold` is that of the commands; without one, or among more than 300 people, everybody
  /// is named by the id. The program must outlive this.
  NamesToType(const Program& program, Date day, const Fold& fold);

  WordToType person(const Id<Participant>& id) const;
  /// `mentor/mentee` where the two are in no other pair, else the id.
  WordToType pair(const Pair& pair) const;
  /// A word of the model: in Russian by the first words of its label that mean it alone, else by its id. The list must
  /// outlive this.
  template <class Entry>
  WordToType word(const std::vector<Entry>& entries, const Entry& entry) const {
    const auto known = words_.find(&entry);
    return known != words_.end() ? known->second : words_.emplace(&entry, word_of(entries, entry)).first->second;
  }

 private:
  /// The name to type for the person, not yet quoted. Nothing when no name means this person alone.
  const std::optional<std::string>& name_of(const Id<Participant>& id) const;
  std::optional<std::string> find_name(const Id<Participant>& id) const;

  template <class Entry>
  WordToType word_of(const std::vector<Entry>& entries, const Entry& entry) const {
    constexpr std::size_t shortest = 3;  // «согласие на» is no end of a phrase
    const std::string& label = entry.label.in(Language::ru);
    for (std::size_t begin = 0; begin < label.size();) {
      const std::size_t end = std::min(label.find(' ', begin), label.size());
      const std::string start = label.substr(0, end);
      const bool is_end_of_phrase = utf8::length(std::string_view{label}.substr(begin, end - begin)) >= shortest;
      const auto meant = words_meant(std::span<const Entry>{entries}, start, fold_);
      if (is_end_of_phrase && meant.size() == 1 && meant.front()->id == entry.id) {
        return {entry.id.to_string(), {shell_word(start), entry.id.to_string()}};
      }
      begin = end + 1;
    }
    return entry.id.to_string();
  }

  const Program& program_;
  Date day_;
  Fold fold_;
  std::optional<PeopleByWords> people_;                                            // none without a way to fold names
  mutable std::unordered_map<Id<Participant>, std::optional<std::string>> names_;  // each row is made several times
  std::unordered_map<std::string, std::size_t> pairs_of_two_;                      // how many pairs these two are in
  mutable std::unordered_map<const void*, WordToType> words_;                      // by the entry
};

}  // namespace mentor

/// How people, pairs and words of the model are called in commands that reports tell to type.
#pragma once

#include <algorithm>
#include <map>
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

namespace mentor {

/// Finds for each person the name that people type: the surname, else surname and given name, where nobody else is
/// called so; else the id. It goes through all people once, so it is made once for a report.
class ToType {
 public:
  /// Names are those of the day. The program must outlive this.
  ToType(const Program& program, Date day);

  WordToType person(const Id<Participant>& id) const;
  /// `mentor/mentee` where the two are in no other pair, else the id.
  WordToType pair(const Pair& pair) const;
  /// A word of the model: in Russian by the first words of its label that mean it alone, else by its id.
  template <class Entry>
  WordToType word(const std::vector<Entry>& entries, const Entry& entry) const {
    const std::string id = entry.id.to_string();
    const auto known = words_.find(id);
    return known != words_.end() ? known->second : words_.emplace(id, word_of(entries, entry)).first->second;
  }

 private:
  /// The name to type for the person, not yet quoted. Nothing when no name means this person alone.
  std::optional<std::string> name_of(const Id<Participant>& id) const;

  template <class Entry>
  static WordToType word_of(const std::vector<Entry>& entries, const Entry& entry) {
    constexpr std::size_t shortest = 3;  // «согласие на» is no end of a phrase
    const Fold fold = [](std::string_view text) { return folded_plainly(text).value_or(std::string{text}); };
    const std::string& label = entry.label.in(Language::ru);
    for (std::size_t begin = 0; begin < label.size();) {
      const std::size_t end = std::min(label.find(' ', begin), label.size());
      const std::string start = label.substr(0, end);
      const bool is_end_of_phrase = utf8::length(std::string_view{label}.substr(begin, end - begin)) >= shortest;
      const auto meant = words_meant(std::span<const Entry>{entries}, start, fold);
      if (is_end_of_phrase && meant.size() == 1 && meant.front()->id == entry.id) {
        return {entry.id.to_string(), {shell_word(start), entry.id.to_string()}};
      }
      begin = end + 1;
    }
    return entry.id.to_string();
  }

  /// One person, or the sign that there are several.
  struct Bearer {
    const Participant* person;
    bool is_alone = true;
  };
  using Bearers = std::unordered_map<std::string, Bearer>;
  static void add(Bearers& bearers, const std::string& name, const Participant& person);
  static bool mean(const Bearers& bearers, const std::string& name, const Participant& person);

  const Program& program_;
  Date day_;
  Bearers by_word_;                                            // by each word of each name
  Bearers by_two_words_;                                       // by the first two words of each name
  std::unordered_map<std::string, std::size_t> pairs_of_two_;  // how many pairs these two are in
  mutable std::map<std::string, WordToType> words_;
};

}  // namespace mentor

/// How each class is spelt most often, so that one that is spelt otherwise is found out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mentor/rules.hpp"

namespace mentor {

class ClassSpellings {
 public:
  /// The program must outlive this, and must not change. What a command proposes does not count.
  explicit ClassSpellings(const RuleContext& context);

  /// The spelling that most people have of a class that differs from this one in letters that look alike, letter case
  /// or blanks alone. Null when it is this one, or when nobody else has such a class.
  const std::string* instead_of(const std::string& unit) const;
  /// The same for the class that a command gives somebody, who then has this spelling too.
  const std::string* instead_of_new(const std::string& unit, const Fold& fold) const;

 private:
  struct Spelling {
    const std::string* text;
    std::uint32_t people;

    bool is_before(const Spelling& other) const;
  };

  std::unordered_map<std::string_view, Spelling> spellings_;
  std::unordered_map<std::string, Spelling> usual_by_key_;
  std::unordered_map<std::string_view, const std::string*> usual_;  // by each spelling that there is
};

}  // namespace mentor

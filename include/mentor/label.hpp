/// The two languages, and a name that is said in both.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

enum class Language { ru, en };

/// What a thing is called, in both languages. Data, not a message: it comes from the model.
struct Label {
  std::string ru;
  std::string en;

  const std::string& in(Language language) const { return language == Language::ru ? ru : en; }
  bool operator==(const Label&) const = default;
};

/// The same for what is built into the program, such as the description of a field.
struct FixedLabel {
  std::string_view ru;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::ru ? ru : en; }
};

}  // namespace mentor

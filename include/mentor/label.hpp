/// The two languages, and a name that is said in both.
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace mentor {

enum class Language { ru, en };

/// What a thing is called, in both languages. Data, not a message: it comes from the model. Copies share their texts,
/// since every row of a report may hold some.
class Label {
 public:
  /// Called nothing, in either language.
  Label() = default;
  Label(std::string ru, std::string en) : texts_(std::make_shared<const Texts>(Texts{std::move(ru), std::move(en)})) {}

  const std::string& in(Language language) const {
    static const Texts none;
    const Texts& texts = texts_ == nullptr ? none : *texts_;
    return language == Language::ru ? texts.ru : texts.en;
  }
  bool operator==(const Label& other) const { return (*this <=> other) == 0; }
  std::strong_ordering operator<=>(const Label& other) const {
    const auto by_ru = in(Language::ru) <=> other.in(Language::ru);
    return by_ru != 0 ? by_ru : in(Language::en) <=> other.in(Language::en);
  }

 private:
  struct Texts {
    std::string ru;
    std::string en;
  };

  std::shared_ptr<const Texts> texts_;
};

/// The same for what is built into the program, such as the description of a field.
struct FixedLabel {
  std::string_view ru;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::ru ? ru : en; }
  Label label() const { return {std::string{ru}, std::string{en}}; }
};

}  // namespace mentor

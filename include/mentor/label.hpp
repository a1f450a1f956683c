/// The two languages, and names in both of them.
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace mentor {

enum class Language { ru, en };

/// The name of a thing in both languages. It comes from the model, so it is data and not a message. Copies share their
/// texts, since every row of a report may hold some.
class Label {
 public:
  /// An empty name in both languages.
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

/// A label that is built into the program, such as the description of a field.
struct FixedLabel {
  std::string_view ru;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::ru ? ru : en; }
  Label label() const { return {std::string{ru}, std::string{en}}; }
};

}  // namespace mentor

/// A text that few records have. It takes eight bytes where it is empty, since a program holds 100,000 people.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace mentor {

class RareText {
 public:
  RareText() = default;
  explicit RareText(std::string text)
      : text_(text.empty() ? nullptr : std::make_unique<const std::string>(std::move(text))) {}

  RareText(const RareText& other) : RareText(other.text()) {}
  RareText& operator=(const RareText& other) {
    if (this != &other) {
      *this = RareText{other};
    }
    return *this;
  }
  RareText(RareText&&) = default;
  RareText& operator=(RareText&&) = default;
  ~RareText() = default;

  bool is_empty() const { return text_ == nullptr; }
  const std::string& text() const {
    static const std::string none;
    return text_ == nullptr ? none : *text_;
  }

  bool operator==(const RareText& other) const { return text() == other.text(); }

 private:
  std::unique_ptr<const std::string> text_;
};

}  // namespace mentor

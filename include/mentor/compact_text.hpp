/// A text in eight bytes, and in one block of memory unless it is empty. A `std::string` takes 32 bytes, and a large
/// program has millions of texts, most of them empty.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace mentor {

/// Whatever may be taken for a text, but for a compact one.
template <class Text, class Compact>
concept PlainText = std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, Compact>;

class CompactText {
 public:
  CompactText() = default;
  /// Made from any text without a cast, as a `std::string` is.
  template <class Text>
  requires PlainText<Text, CompactText> CompactText(const Text& text) : CompactText{Copy{}, text} {}
  CompactText(const CompactText& other) : CompactText{Copy{}, other.text()} {}
  CompactText& operator=(const CompactText& other) {
    if (this != &other) {
      *this = CompactText{other};
    }
    return *this;
  }
  CompactText(CompactText&&) noexcept = default;
  CompactText& operator=(CompactText&&) noexcept = default;
  ~CompactText() = default;

  bool is_empty() const { return block_ == nullptr; }
  /// The text. It is valid as long as this value is neither changed nor moved nor destroyed.
  std::string_view text() const {
    return block_ == nullptr ? std::string_view{} : std::string_view{block_.get() + sizeof(Size), size()};
  }
  operator std::string_view() const { return text(); }  // NOLINT(*-explicit-*): as a `std::string` does
  std::string to_string() const { return std::string{text()}; }
  bool operator==(const CompactText& other) const { return text() == other.text(); }

 private:
  struct Copy {};

  using Size = std::uint32_t;
  using Bytes = std::array<char, sizeof(Size)>;

  CompactText(Copy, std::string_view text) {
    if (text.size() > ~Size{0}) {
      throw std::length_error{"a text of four gigabytes"};
    }
    if (!text.empty()) {
      const auto size = static_cast<Size>(text.size());
      block_ = std::make_unique<char[]>(sizeof size + size);
      const auto bytes = std::bit_cast<Bytes>(size);
      std::copy(text.begin(), text.end(), std::copy(bytes.begin(), bytes.end(), block_.get()));
    }
  }
  Size size() const {
    Bytes bytes;
    std::copy_n(block_.get(), bytes.size(), bytes.begin());
    return std::bit_cast<Size>(bytes);
  }

  std::unique_ptr<char[]> block_;  // the number of bytes, then the bytes
};

}  // namespace mentor

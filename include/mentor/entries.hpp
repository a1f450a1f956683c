/// A mapping of words to texts of one line, such as rules with the reasons for exceptions from them (model §2).
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mentor/compact_text.hpp"

namespace mentor {

/// It takes eight bytes and one block of memory, since a program holds hundreds of thousands of filled-in sheets.
class Entries {
 public:
  struct Entry {
    std::string key;
    std::string text;
    bool operator==(const Entry&) const = default;
  };
  /// An entry as it lies in the mapping. It is valid as long as the mapping is.
  struct View {
    std::string_view key;
    std::string_view text;
  };

  /// Goes through the entries in the order of the record.
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = View;
    using difference_type = std::ptrdiff_t;
    using pointer = const View*;
    using reference = View;

    Iterator() = default;
    explicit Iterator(std::string_view rest) : rest_(rest) { read(); }
    View operator*() const { return entry_; }
    Iterator& operator++() {
      read();
      return *this;
    }
    Iterator operator++(int) {  // NOLINT(cert-dcl21-cpp): a constant could not be moved
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return entry_.key.data() == other.entry_.key.data(); }

   private:
    void read() {
      if (rest_.empty()) {
        *this = {};
        return;
      }
      entry_.key = take();
      entry_.text = take();
    }
    /// Takes one part from what is left.
    std::string_view take() {
      std::size_t size = 0;
      for (unsigned shift = 0;; shift += bits_at_once) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        size |= std::size_t{byte & low_bits} << shift;
        if ((byte & more_mark) == 0) {
          break;
        }
      }
      const std::string_view part = rest_.substr(0, size);
      rest_.remove_prefix(size);
      return part;
    }

    View entry_;
    std::string_view rest_;  // behind the entry
  };

  Entries() = default;
  /// The keys must differ. Throws `std::logic_error` otherwise.
  explicit Entries(const std::vector<Entry>& entries) : Entries{views_of(entries)} {}
  explicit Entries(std::span<const View> entries) {
    std::string all;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
      if (std::any_of(entries.begin(), entry, [&](const View& before) { return before.key == entry->key; })) {
        throw std::logic_error{"two entries of one word"};
      }
      append(all, entry->key);
      append(all, entry->text);
    }
    all_ = all;
  }

  bool is_empty() const { return all_.is_empty(); }
  Iterator begin() const { return Iterator{all_.text()}; }
  Iterator end() const { return {}; }
  /// The text of a key. Nothing when the key is not there.
  std::optional<std::string_view> find(std::string_view key) const {
    const auto found = std::find_if(begin(), end(), [&](const View& one) { return one.key == key; });
    return found == end() ? std::nullopt : std::optional{(*found).text};
  }
  /// Copies of the entries in the order of the record.
  std::vector<Entry> all() const {
    std::vector<Entry> entries;
    for (const auto& [key, text] : *this) {
      entries.push_back({std::string{key}, std::string{text}});
    }
    return entries;
  }

  bool operator==(const Entries&) const = default;

 private:
  static constexpr unsigned bits_at_once = 7;
  static constexpr unsigned low_bits = 0x7F;
  static constexpr unsigned more_mark = 0x80;

  static std::vector<View> views_of(const std::vector<Entry>& entries) {
    std::vector<View> views;
    for (const Entry& entry : entries) {
      views.push_back({entry.key, entry.text});
    }
    return views;
  }
  /// Appends the size of a part, seven bits a byte with the lowest first, and then the part.
  static void append(std::string& all, std::string_view part) {
    std::size_t size = part.size();
    for (; size > low_bits; size >>= bits_at_once) {
      all.push_back(static_cast<char>((size & low_bits) | more_mark));
    }
    all.append(1, static_cast<char>(size)).append(part);
  }

  CompactText all_;  // each key and each text with its size before it
};

}  // namespace mentor

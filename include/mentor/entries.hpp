/// A mapping of words to texts of one line, such as rules with the reasons for exceptions from them (model §2).
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

class Entries {
 public:
  struct Entry {
    std::string key;
    std::string text;

    bool operator==(const Entry&) const = default;
  };

  Entries() = default;
  /// The keys must differ. Throws `std::logic_error` otherwise.
  explicit Entries(std::vector<Entry> entries) : entries_(std::move(entries)) {
    for (const Entry& entry : entries_) {
      if (find(entry.key) != &entry.text) {
        throw std::logic_error{"two entries of one word"};
      }
    }
  }

  bool is_empty() const { return entries_.empty(); }
  /// The text of a key, or null when the key is not there.
  const std::string* find(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) { return one.key == key; });
    return found == entries_.end() ? nullptr : &found->text;
  }
  /// The entries in the order of the record.
  const std::vector<Entry>& all() const { return entries_; }

  bool operator==(const Entries&) const = default;

 private:
  std::vector<Entry> entries_;
};

}  // namespace mentor

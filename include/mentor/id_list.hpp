/// A list of ids. A program holds a million such lists, and most have one id, so one id needs no memory of its own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "mentor/id.hpp"

namespace mentor {

template <class Tag>
class IdList {
 public:
  using value_type = Id<Tag>;

  IdList() = default;
  /// A list of one id. A blank id makes the list empty.
  explicit IdList(Id<Tag> only) : only_(only) {}
  /// No id of the list may be blank.
  explicit IdList(std::vector<Id<Tag>> ids) {
    if (ids.size() == 1) {
      only_ = ids.front();
    } else if (!ids.empty()) {
      several_ = std::make_unique<const std::vector<Id<Tag>>>(std::move(ids));
    }
  }

  IdList(const IdList& other)
      : only_(other.only_),
        several_(other.several_ ? std::make_unique<const std::vector<Id<Tag>>>(*other.several_) : nullptr) {}
  IdList(IdList&&) noexcept = default;
  IdList& operator=(const IdList& other) {
    if (this != &other) {
      *this = IdList{other};
    }
    return *this;
  }
  IdList& operator=(IdList&&) noexcept = default;
  ~IdList() = default;

  /// These point into the list. They are invalid once the list is moved or destroyed.
  const Id<Tag>* begin() const { return several_ ? several_->data() : &only_; }
  const Id<Tag>* end() const { return begin() + size(); }
  std::size_t size() const { return several_ ? several_->size() : (only_.is_blank() ? 0 : 1); }

  bool operator==(const IdList& other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

 private:
  Id<Tag> only_;  // blank when the list has no id, or several
  std::unique_ptr<const std::vector<Id<Tag>>> several_;
};

}  // namespace mentor

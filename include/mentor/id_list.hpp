/// A list of ids that mostly has one, and then needs no memory of its own: a program holds a million of them.
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
  /// A blank id makes the empty list.
  explicit IdList(Id<Tag> only) : only_(only) {}
  /// None of them is blank.
  explicit IdList(std::vector<Id<Tag>> ids) {
    if (ids.size() == 1) {
      only_ = ids.front();
    } else if (!ids.empty()) {
      several_ = std::make_shared<const std::vector<Id<Tag>>>(std::move(ids));
    }
  }

  /// Within this list: not to be kept when it is moved or gone.
  const Id<Tag>* begin() const { return several_ ? several_->data() : &only_; }
  const Id<Tag>* end() const { return begin() + size(); }
  std::size_t size() const { return several_ ? several_->size() : (only_.is_blank() ? 0 : 1); }

  bool operator==(const IdList& other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

 private:
  Id<Tag> only_;                                         // blank: none, or several
  std::shared_ptr<const std::vector<Id<Tag>>> several_;  // never changed, so copies share them
};

}  // namespace mentor

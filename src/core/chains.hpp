/// Chains: a pair and all that go on with it (model §4).
#pragma once

#include "mentor/program.hpp"

namespace mentor {

class Chains {
 public:
  explicit Chains(const Program& program) : program_(program) {}

  /// The first pair of the chain in which this one is. Of a ring, which a rule tells of, any of its pairs.
  Id<Pair> first_of(const Id<Pair>& pair) const {
    Id<Pair> first = pair;
    const std::size_t most = program_.all<Pair>().size();
    for (std::size_t steps = 0; steps < most; ++steps) {
      const Pair* found = program_.find(first);
      if (found == nullptr || !found->continues || program_.find(*found->continues) == nullptr) {
        break;
      }
      first = *found->continues;
    }
    return first;
  }

 private:
  const Program& program_;
};

}  // namespace mentor

#include "mentor/resolve.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

namespace mentor {

template <class Record>
std::vector<const Stored<Record>*> by_id(const Program& program, std::string_view reference) {
  const auto& table = program.all<Record>();
  if (const auto id = Id<Record>::parse(reference)) {
    if (const auto* exact = table.find(*id)) {
      return {exact};
    }
  }
  std::vector<const Stored<Record>*> result;
  if (is_id(reference) && reference.size() >= shortest_start) {
    for (const auto& stored : table) {
      if (stored.record.id.to_string().starts_with(reference)) {
        result.push_back(&stored);
      }
    }
  }
  return result;
}

template <class Record>
std::vector<const Stored<Record>*> resolve(const ResolveContext& context, std::string_view reference) {
  if constexpr (requires { &Kind<Record>::resolve; }) {
    return Kind<Record>::resolve(context, reference);
  } else {
    return by_id<Record>(context.program, reference);
  }
}

bool means_last(std::string_view reference) {
  constexpr std::array<std::string_view, 6> words = {"last",      "последнее", "последняя",
                                                     "последний", "последнюю", "последнего"};
  const auto folded = folded_plainly(reference);
  return folded && std::find(words.begin(), words.end(), *folded) != words.end();
}

/// The instances for every kind.
template <class... Records>
auto instances_of_resolve(std::tuple<Records...>) {
  return std::tuple{&by_id<Records>..., &resolve<Records>...};
}
template auto instances_of_resolve(Kinds);

}  // namespace mentor

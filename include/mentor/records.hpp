/// The kinds of record that a curator keeps, as plain values. What stands in them on disk is described in `fields.hpp`.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>

#include "mentor/records/activity.hpp"
#include "mentor/records/pair.hpp"
#include "mentor/records/participant.hpp"

namespace mentor {

/// Every kind of record, in the order in which they are read and shown: a kind refers only to kinds before it, and to
/// itself.
using Kinds = std::tuple<Participant, Pair, Activity>;

inline constexpr std::size_t kind_count = std::tuple_size_v<Kinds>;

/// Calls `visit` with a null pointer of each kind, in their order.
template <class Visit>
void for_each_kind(Visit visit) {
  std::apply([&](const auto&... kind) { (visit(static_cast<std::decay_t<decltype(kind)>*>(nullptr)), ...); }, Kinds{});
}

/// The place of a kind in `Kinds`.
template <class Record, std::size_t place = 0>
constexpr std::size_t kind_index() {
  if constexpr (std::is_same_v<Record, std::tuple_element_t<place, Kinds>>) {
    return place;
  } else {
    return kind_index<Record, place + 1>();
  }
}

/// The path of the record's file when it stands alone.
template <class Record>
std::string path_of(const Id<Record>& id) {
  return path_of_file<Record>(id.to_string());
}

}  // namespace mentor

/// The kinds of record that a curator keeps, as plain values. `fields.hpp` describes how they stand on disk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "mentor/records/activity.hpp"
#include "mentor/records/contact.hpp"
#include "mentor/records/document.hpp"
#include "mentor/records/pair.hpp"
#include "mentor/records/participant.hpp"
#include "mentor/records/pause.hpp"
#include "mentor/records/practice.hpp"
#include "mentor/records/resource.hpp"
#include "mentor/records/step.hpp"
#include "mentor/records/survey.hpp"
#include "mentor/records/training.hpp"

namespace mentor {

/// Every kind of record, in the order in which mentor reads and shows them. A kind refers only to itself and to kinds
/// before it.
using Kinds =
    std::tuple<Participant, Practice, Pair, Activity, Step, Pause, Contact, Training, Document, Survey, Resource>;

inline constexpr std::size_t kind_count = std::tuple_size_v<Kinds>;

/// Calls `visit` for each kind, in their order, with a null pointer of its type.
template <class Visit>
void for_each_kind(Visit visit) {
  // By a pointer: a tuple of records would be made each time.
  [&]<class... Records>(std::tuple<Records...>*) {
    (visit(static_cast<Records*>(nullptr)), ...);
  }(static_cast<Kinds*>(nullptr));
}

/// `Outer<Inner<Participant>, Inner<Pair>, …>`, with each kind in its order.
template <template <class...> class Outer, template <class> class Inner, class... Records>
Outer<Inner<Records>...> of_each_kind(std::tuple<Records...>);
template <template <class...> class Outer, template <class> class Inner>
using OfEachKind = decltype(of_each_kind<Outer, Inner>(Kinds{}));

/// The index of a kind in `Kinds`.
template <class Record, std::size_t place = 0>
constexpr std::size_t kind_index() {
  if constexpr (std::is_same_v<Record, std::tuple_element_t<place, Kinds>>) {
    return place;
  } else {
    return kind_index<Record, place + 1>();
  }
}

/// The folders of the kinds, in their order.
template <class... Records>
constexpr std::array<std::string_view, kind_count> folders_of(std::tuple<Records...>*) {
  return {folder_of<Records>...};
}
inline constexpr auto kind_folders = folders_of(static_cast<Kinds*>(nullptr));

/// A set of kinds.
class KindSet {
 public:
  template <class... Records>
  static constexpr KindSet of() {
    return KindSet{((std::uint32_t{1} << kind_index<Records>()) | ... | 0U)};
  }
  /// The kind of this index in `Kinds`; the empty set if no kind has it.
  static constexpr KindSet of(std::size_t kind) {
    return kind < kind_count ? KindSet{std::uint32_t{1} << kind} : KindSet{};
  }
  static constexpr KindSet all() { return KindSet{(std::uint32_t{1} << kind_count) - 1}; }

  constexpr KindSet() = default;
  constexpr bool is_empty() const { return bits_ == 0; }
  constexpr bool has(std::size_t kind) const { return ((bits_ >> kind) & 1U) != 0; }
  template <class Record>
  constexpr bool has() const {
    return has(kind_index<Record>());
  }
  constexpr KindSet operator|(KindSet other) const { return KindSet{bits_ | other.bits_}; }
  constexpr KindSet without(KindSet other) const { return KindSet{bits_ & ~other.bits_}; }
  constexpr bool operator==(const KindSet&) const = default;

 private:
  explicit constexpr KindSet(std::uint32_t bits) : bits_(bits) {}

  std::uint32_t bits_ = 0;
};

/// The path of the record's file when the file holds this record alone.
template <class Record>
std::string path_of(const Id<Record>& id) {
  return path_of_file<Record>(id.to_string());
}

}  // namespace mentor

/// A kind of record that the program does not have, for what must hold of kinds to come: it names a pair and a person,
/// and has a list that may be empty and entries.
#pragma once

#include <array>
#include <vector>

#include "core/field_table.hpp"
#include "mentor/entries.hpp"
#include "mentor/rules.hpp"

namespace sample {

struct Trip {
  mentor::Id<Trip> id;
  mentor::Id<mentor::Pair> pair;
  mentor::Id<mentor::ActivityType> type;
  std::vector<mentor::Id<mentor::Participant>> guests;
  mentor::Entries answers;
};

}  // namespace sample

template <>
struct mentor::Kind<sample::Trip> {
  static std::span<const Field<sample::Trip>> fields() {
    using sample::Trip;
    static constexpr std::array table = {
        field<&Trip::id, OwnIdCodec<Trip>>("id", required, {"Код", "Id"}, {"Код.", "The id."}),
        field<&Trip::pair>("pair", required, {"Пара", "Pair"}, {"Пара.", "The pair."}),
        field<&Trip::type>("type", required, {"Вид", "Type"}, {"Вид.", "The type."}),
        field<&Trip::guests>("guests", optional, {"Гости", "Guests"}, {"Гости.", "The guests."}),
        field<&Trip::answers>("answers", optional, {"Ответы", "Answers"}, {"Ответы.", "The answers."}),
    };
    return table;
  }
};

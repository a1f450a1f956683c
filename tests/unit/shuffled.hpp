/// Programs that are made of another: with some kinds alone, and with values that others of its records have.
#pragma once

#include <cstdint>
#include <random>

#include "sample.hpp"

namespace sample {

/// The program with the records of these kinds alone.
inline Program limited(Program program, KindSet kinds) {
  for_each_kind([&]<class Record>(Record*) {
    if (!kinds.has<Record>()) {
      program.all<Record>() = {};
    }
  });
  return program;
}

/// The program with some fields of its records holding what they hold in others of their kind.
inline Program shuffled(Program program, std::uint32_t seed) {
  std::mt19937 random{seed};
  const auto below = [&](std::size_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  for_each_kind([&]<class Record>(Record*) {
    auto& table = program.all<Record>();
    const auto size = static_cast<std::uint32_t>(table.size());
    for (std::uint32_t row = 0; row < size; ++row) {
      const auto& field = fields<Record>()[below(fields<Record>().size())];
      const auto scalars = field.scalars(table.at(below(size)).record);
      if (below(4) != 0 || field.meaning == Meaning::own_id || scalars.empty()) {
        continue;
      }
      auto* stored = table.prefer(table.at(row).record.id, [](const auto&) { return true; });
      field.set(stored->record, std::vector<std::string_view>{scalars.begin(), scalars.end()});
    }
  });
  return program;
}

}  // namespace sample

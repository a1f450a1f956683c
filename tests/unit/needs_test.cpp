// What a command reads follows from its rules: a new record is judged by what `needs_of_new` says as by the whole
// program.
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <random>

#include "mentor/edits.hpp"
#include "sample.hpp"
#include "storage/loader.hpp"
#include "storage/working_tree.hpp"

using namespace sample;

namespace {

/// The program with the records of these kinds alone.
Program limited(Program program, KindSet kinds) {
  for_each_kind([&]<class Record>(Record*) {
    if (!kinds.has<Record>()) {
      program.all<Record>() = {};
    }
  });
  return program;
}

std::string told_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text.append(name_of(finding.rule)).append(" ").append(plain(finding)).append("\n");
  }
  return text;
}

/// Of each record of the program a like one with a new id is proposed; then the same with only what such needs.
void check_needs(const Program& program) {
  std::size_t refused = 0;
  for_each_kind([&]<class Record>(Record*) {
    const Program enough = limited(program, needs_of_new<Record>().kinds);
    for (const auto& stored : program.all<Record>()) {
      Record record = stored.record;
      record.id = id<Record>("quite-new");
      CAPTURE(stored.record.id.to_string());
      const Proposal whole = propose(program, {CreateRecord{record}}, today, fold());
      const Proposal limited = propose(enough, {CreateRecord{record}}, today, fold());
      CHECK(told_of(whole.findings) == told_of(limited.findings));
      CHECK(whole.edits.size() == limited.edits.size());
      refused += whole.edits.empty() ? 1U : 0U;
    }
  });
  CHECK(refused > 0);  // else nothing was compared but sound records
}

/// The program with some fields of its records holding what they hold in others of their kind.
Program shuffled(Program program, std::uint32_t seed) {
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

}  // namespace

TEST_CASE("a new record is judged by what it needs as by the whole program") {
  for (const auto& entry : std::filesystem::directory_iterator{MENTOR_EXAMPLES}) {
    if (entry.is_directory()) {
      CAPTURE(entry.path().filename().string());
      const Program program = storage::load(storage::WorkingTree{entry.path()}).program;
      check_needs(program);
      for (const std::uint32_t seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        check_needs(shuffled(program, seed));
      }
    }
  }
}

TEST_CASE("an activity needs the records that it names, a pair and a person those among which rules search") {
  CHECK(needs_of_new<Activity>().named_alone);
  CHECK(needs_of_new<Activity>().kinds == KindSet::of<Participant, Pair>());
  CHECK_FALSE(needs_of_new<Pair>().named_alone);
  CHECK(needs_of_new<Pair>().kinds == KindSet::of<Participant, Pair>());
  CHECK(needs_of_new<Participant>().kinds == KindSet::of<Participant>());
}

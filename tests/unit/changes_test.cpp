#include "storage/change/changes.hpp"

#include <doctest/doctest.h>

#include "memory_tree.hpp"
#include "sample.hpp"

using namespace sample;
using namespace mentor::storage;

namespace {

constexpr const char* path = "activities/2025-2026.yaml";

std::string document(std::string_view id, std::string_view more = "") {
  return "---\nid: " + std::string{id} + "\npairs: [work]\ntype: project\non: 2025-10-05\n" + std::string{more};
}

Location at(std::uint32_t line) { return {path, line}; }

Activity noted(std::string_view id, std::string note) {
  Activity record = activity(id, {"work"}, "project", "2025-10-05");
  record.note = std::move(note);
  return record;
}

}  // namespace

TEST_CASE("several edits in one file are one change of it, wherever the others move its lines") {
  const MemoryTree tree{{{path, document("a", "# keep\n") + document("b") + document("c") + document("d")}}};
  const auto lowered =
      file_changes({RemoveRecord{noted("c", ""), at(12)}, ChangeRecord{noted("a", "A"), at(1), {"note"}},
                    ChangeRecord{noted("d", "D"), at(17), {"note"}}},
                   tree);
  REQUIRE(lowered.changes.size() == 1);
  CHECK(lowered.changes.front().after.value() ==
        document("a", "note: A\n# keep\n") + document("b") + document("d", "note: D\n"));
  CHECK(lowered.changes.front().records == Texts{"activities/c", "activities/a", "activities/d"});
}

TEST_CASE("two edits of one record are made one after the other") {
  const MemoryTree tree{{{path, document("a") + document("b")}}};
  Activity both = noted("b", "B");
  both.hours = Duration::parse("1.5");
  const auto lowered =
      file_changes({ChangeRecord{noted("b", "B"), at(6), {"note"}}, ChangeRecord{both, at(6), {"hours"}}}, tree);
  REQUIRE(lowered.changes.size() == 1);
  CHECK(lowered.changes.front().after.value() == document("a") + document("b", "hours: 1.5\nnote: B\n"));
  CHECK(lowered.changes.front().records == Texts{"activities/b"});
}

TEST_CASE("a packed year that loses all of its records goes, and edits that change nothing are none") {
  const MemoryTree tree{{{path, document("a") + document("b", "note: B\n")}}};
  const auto gone = file_changes({RemoveRecord{noted("a", ""), at(1)}, RemoveRecord{noted("b", ""), at(6)}}, tree);
  REQUIRE(gone.changes.size() == 1);
  CHECK_FALSE(gone.changes.front().after);
  CHECK(file_changes({ChangeRecord{noted("b", "B"), at(6), {"note"}}}, tree).changes.empty());
}

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

TEST_CASE("a new record that nobody could read again is refused with the bound, and nothing is written") {
  const auto lowered_with = [](std::size_t fields, std::size_t bytes) {
    CreateRecord made{noted("a", ""), {}};
    for (std::size_t number = 0; number < fields; ++number) {
      made.own.push_back({"x-" + std::to_string(number), {std::string(bytes, 'x')}});
    }
    return file_changes({CreateRecord{noted("b", ""), {}}, std::move(made)}, MemoryTree{});
  };
  const auto first_finding = [](const FileChanges& lowered) {
    REQUIRE(lowered.findings.size() == 1);
    CHECK(lowered.changes.empty());
    return plain(lowered.findings.front());
  };
  constexpr std::size_t own_lines = 4;  // id, pairs, type, on
  CHECK(lowered_with(1'000 - own_lines, 1).changes.size() == 2);
  CHECK(first_finding(lowered_with(1'001 - own_lines, 1)) == "error --: yaml-syntax.too-many-entries(#1000) about a");
  CHECK(lowered_with(100, 10'000).changes.size() == 2);
  CHECK(first_finding(lowered_with(110, 10'000)) == "error --: yaml-syntax.file-too-large(#1048576) about a");
}

TEST_CASE("a record that has as many lines as it may takes no other field of the school's") {
  std::string text = document("a").substr(std::string_view{"---\n"}.size());
  for (int number = 4; number < 1'000; ++number) {
    text += "x-" + std::to_string(number) + ": 1\n";
  }
  const MemoryTree tree{{{"activities/a.yaml", text}}};
  const auto lowered =
      file_changes({ChangeRecord{noted("a", ""), {"activities/a.yaml", 1}, {}, {{"x-new", {"1"}}}}}, tree);
  REQUIRE(lowered.findings.size() == 1);
  CHECK(plain(lowered.findings.front()) ==
        "error activities/a.yaml:1:1 x-new: yaml-syntax.too-many-entries(#1000) about a");
}

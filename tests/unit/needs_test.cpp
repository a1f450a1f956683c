// What a command reads follows from its rules: a new record is judged by what `needs_of_new` says, and by what is read
// for it, as by the whole program.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/commands/new_record.hpp"
#include "memory_tree.hpp"
#include "mentor/edits.hpp"
#include "sample.hpp"
#include "shuffled.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/loader.hpp"
#include "trip.hpp"

using namespace sample;

namespace {

std::string told_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text.append(name_of(finding.rule)).append(" ").append(plain(finding)).append("\n");
  }
  return text;
}

/// A like record with a new id.
template <class Record>
Record renewed(Record record) {
  record.id = id<Record>("quite-new");
  return record;
}

/// Of each record of the program a like one with a new id is proposed; then the same with only what such needs.
void check_needs(const Program& program) {
  std::size_t refused = 0;
  for_each_kind([&]<class Record>(Record*) {
    const Program enough = limited(program, needs_of_new<Record>().kinds);
    for (const auto& stored : program.all<Record>()) {
      const Record record = renewed(stored.record);
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

/// What is typed for a record, each value as it stands.
template <class Record>
cli::TypedFields typed_for(const Record& record) {
  cli::TypedFields typed;
  for (const auto& field : fields<Record>()) {
    if (auto scalars = field.scalars(record); field.meaning != Meaning::own_id && !scalars.empty()) {
      typed.emplace(field.name, std::move(scalars));
    }
  }
  return typed;
}

/// The same with what a command reads of the files for it.
void check_reading(const storage::Tree& tree) {
  const Program program = storage::load(tree).program;
  for_each_kind([&]<class Record>(Record*) {
    const Program whole_folders = storage::load(tree, storage::Scope::of(needs_of_new<Record>().kinds)).program;
    for (const auto& stored : program.all<Record>()) {
      CAPTURE(stored.record.id.to_string());
      const auto scope = cli::scope_of_new<Record>(typed_for(stored.record));
      const Edits edits{CreateRecord{renewed(stored.record)}};
      const auto by_whole = propose(program, edits, today, fold());
      const auto by_read =
          propose(scope.pairs().empty() ? whole_folders : storage::load(tree, scope).program, edits, today, fold());
      CHECK(told_of(by_whole.findings) == told_of(by_read.findings));
    }
  });
}

}  // namespace

TEST_CASE("a new record is judged by what it needs as by the whole program") {
  for (const auto& entry : std::filesystem::directory_iterator{MENTOR_EXAMPLES}) {
    if (std::filesystem::exists(entry.path() / "program.yaml")) {
      CAPTURE(entry.path().filename().string());
      const Program program = storage::load(storage::WorkingTree{entry.path()}).program;
      check_needs(program);
      check_reading(storage::WorkingTree{entry.path()});
      for (const std::uint32_t seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        check_needs(shuffled(program, seed));
      }
    }
  }
}

TEST_CASE("an activity needs the records that it names, a pair and a person those among which rules search") {
  CHECK(needs_of_new<Activity>().named_alone);
  CHECK(needs_of_new<Activity>().kinds == KindSet::of<Participant, Practice, Pair>());
  CHECK_FALSE(needs_of_new<Pair>().named_alone);
  CHECK(needs_of_new<Pair>().kinds == KindSet::of<Participant, Practice, Pair, Training, Document>());
  CHECK(needs_of_new<Participant>().kinds == KindSet::of<Participant>());
}

TEST_CASE("what is needed includes what the records name among which rules search") {
  CHECK(with_named({}) == KindSet{});
  CHECK(with_named(KindSet::of<Participant>()) == KindSet::of<Participant>());
  CHECK(with_named(KindSet::of<Pair>()) == KindSet::of<Participant, Practice, Pair>());
  CHECK(with_named(KindSet::of<Activity>()) == KindSet::of<Participant, Practice, Pair, Activity>());
}

TEST_CASE("for a record that names nothing but pairs these are read, for one that names others too whole folders are") {
  const Needs needs{KindSet::of<Participant, Pair>(), true};
  CHECK(cli::scope_of_new<Activity>({{"pairs", {"work"}}}, needs).pairs() == std::vector<std::string>{"work"});
  CHECK(cli::scope_of_new<Activity>({{"pairs", {"work"}}}, {needs.kinds, false}).pairs().empty());
  const sample::MemoryTree tree{{
      {"program.yaml", "schema: 1\norganization: Гимназия № 7\nlanguage: ru\nprofile: gymnasium-144\n"},
      {"participants/anna.yaml", "id: anna\nname: Анна\ncategory: pupil\nroles: [mentee]\n"},
      {"participants/boris.yaml", "id: boris\nname: Борис\ncategory: pupil\nroles: [mentor]\n"},
      {"participants/ivan.yaml", "id: ivan\nname: Иван\ncategory: pupil\nroles: [mentor]\n"},
      {"pairs/work.yaml", "id: work\nform: pupil-pupil\nmentor: ivan\nmentee: anna\nfrom: 2026-10-05\n"},
  }};
  const auto scope = cli::scope_of_new<Trip>({{"pair", {"work"}}, {"guests", {"boris"}}}, needs);
  const Program program = storage::load(tree, scope).program;
  CHECK(program.find(id<Participant>("boris")) != nullptr);
  CHECK(program.find(id<Pair>("work")) != nullptr);
}

#include "storage/change/journal.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "storage/disk/descriptor.hpp"
#include "storage/disk/system_error.hpp"
#include "temporary_folder.hpp"

using namespace mentor::storage;

namespace {

Patch with_access(Patch patch) {
  patch.access = mentor::storage::Access{
      .owner = 1000, .group = 50, .mode = 0640, .attributes = {{"user.a=b", std::string{"\0\n", 2}}}};
  return patch;
}

JournalEntry sample_entry() {
  return {.number = 7,
          .origin = {"2026-11-23 16:04:10", "mentor edit anna 'unit=7 А'"},
          .reversal = Reversal{Reversal::Direction::undo, 12},
          .records = {"participants/anna"},
          .patches = {patch_of({"participants/anna.yaml", "id: anna\nunit: 6Б\n", "id: anna\nunit: 7А\n"}),
                      patch_of({"pairs/new.yaml", std::nullopt, "file 3\nend\n"}),
                      with_access(patch_of({"pairs/old.yaml", "", std::nullopt}))}};
}

}  // namespace

TEST_CASE("an entry is read back as it was written, whatever bytes its files hold") {
  const auto entry = sample_entry();
  const auto read = parse_journal(journal_text(entry));
  REQUIRE(read.has_value());
  CHECK(read->origin.moment == entry.origin.moment);
  CHECK(read->origin.command == entry.origin.command);
  CHECK(read->reversal == entry.reversal);
  CHECK(read->records == entry.records);
  CHECK(read->patches == entry.patches);
}

TEST_CASE("a log that cannot be tidied is no matter: the change that comes before it is made") {
  const sample::TemporaryFolder folder;
  const Descriptor private_files{::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  const Journal journal{private_files.number()};
  std::filesystem::permissions(folder.path() / "log", std::filesystem::perms::none);
  const uid_t user = ::geteuid();
  constexpr uid_t nobody = 65534;
  REQUIRE((user != 0 || ::seteuid(nobody) == 0));  // permissions do not bind the superuser
  const auto listed = [&] { return journal.list(); };
  CHECK_THROWS_AS(listed(), SystemError);
  CHECK_NOTHROW(journal.tidy());
  REQUIRE(::seteuid(user) == 0);
  std::filesystem::permissions(folder.path() / "log", std::filesystem::perms::owner_all);
}

TEST_CASE("no entry that was cut short is taken for one") {
  const std::string text = journal_text(sample_entry());
  for (std::size_t size = 0; size < text.size(); ++size) {
    CHECK_FALSE(parse_journal(text.substr(0, size)).has_value());
  }
}

TEST_CASE("an entry about a file that is none of a program's is no entry") {
  for (const std::string& path :
       std::vector<std::string>{"../x", "/etc/x", "pairs/../../x", "pairs/..", "pairs/", "pairs/.x", ".git/config",
                                ".mentor/lock", "other/x.yaml", "", std::string{"pairs/a\0b", 9}}) {
    CAPTURE(path);
    CHECK_FALSE(parse_journal(
        journal_text({.number = 1, .origin = {}, .reversal = {}, .records = {}, .patches = {{.path = path}}})));
  }
}

TEST_CASE("no entry that was damaged is taken for one, whichever byte it is") {
  const std::string text = journal_text(sample_entry());
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const int bit : {0, 4}) {
      std::string damaged = text;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      CHECK_FALSE(parse_journal(damaged).has_value());
    }
  }
}

TEST_CASE("the log knows files that have the number of an entry and are none of its own") {
  const sample::TemporaryFolder folder;
  for (const std::string name :
       {"000003.odd", "000012", "000005 (copy)", "000007.later", "README", "000009.todo.swp", "new"}) {
    folder.write(".mentor/log/" + name, "x");
  }
  std::string names;
  for (const auto& stranger : Journal::of_program(folder.path()).contents().strangers) {
    names += shown_name(stranger) + ' ';
  }
  CHECK(names ==
        ".mentor/log/000003.odd .mentor/log/000005 (copy) .mentor/log/000007.later .mentor/log/000009.todo.swp ");
}

TEST_CASE("a patch knows both of its states and makes either of the other") {
  const std::string before = "a\nb\nc\n";
  const std::string after = "a\nx\ny\nc\n";
  const Patch patch = patch_of({"pairs/a.yaml", before, after});
  CHECK(is_at(patch, Side::before, before));
  CHECK(is_at(patch, Side::after, after));
  CHECK_FALSE(is_at(patch, Side::before, after));
  CHECK_FALSE(is_at(patch, Side::after, before));
  CHECK_FALSE(is_at(patch, Side::after, std::nullopt));
  CHECK(text_at(patch, Side::before, after) == before);
  CHECK(text_at(patch, Side::after, before) == after);
  CHECK(patch.before->size() + patch.after->size() < before.size() + after.size());
}

TEST_CASE("a file that was changed elsewhere in it is in neither state of a patch") {
  const Patch patch = patch_of({"pairs/a.yaml", "a\nb\nc\n", "a\nx\nc\n"});
  CHECK_FALSE(is_at(patch, Side::after, "A\nx\nc\n"));
  CHECK_FALSE(is_at(patch, Side::after, "a\nx\nC\n"));
  CHECK_FALSE(is_at(patch, Side::after, "a\nx\nc\n\n"));
  CHECK_FALSE(is_at(patch, Side::after, ""));
}

TEST_CASE("a file that comes or goes is at its sides with and without it") {
  const Patch patch = patch_of({"pairs/a.yaml", std::nullopt, ""});
  CHECK(is_at(patch, Side::before, std::nullopt));
  CHECK(is_at(patch, Side::after, ""));
  CHECK_FALSE(is_at(patch, Side::after, std::nullopt));
  CHECK_FALSE(is_at(patch, Side::before, ""));
  CHECK(is_at(reversed(patch), Side::after, std::nullopt));
}

// Packing a year: what each record says, and every comment, is the same afterwards. yaml-cpp by itself is the judge.
#include "storage/upkeep/packing.hpp"

#include <doctest/doctest.h>
#include <map>

#include "memory_tree.hpp"
#include "odd_records.hpp"
#include "storage/change/changes.hpp"
#include "storage/disk/limits.hpp"
#include "storage/upkeep/mending.hpp"
#include "storage/upkeep/migration.hpp"
#include "storage/yaml/document_edit.hpp"
#include "storage/yaml/yaml.hpp"
#include "told.hpp"
#include "yaml_oracle.hpp"

using namespace sample;
using namespace mentor::storage;

namespace {

const std::string year_path = "activities/2025-2026.yaml";

/// What yaml-cpp makes of each activity, by its id.
std::map<std::string, std::string> meanings(const Tree& tree) {
  std::map<std::string, std::string> result;
  for (const Entry& entry : tree.list("activities")) {
    const std::string text = tree.read("activities/" + entry.name, most_packed_bytes);
    for (const YAML::Node& document : YAML::LoadAll(std::string{without_byte_order_mark(text)})) {
      if (document.IsMap()) {
        result[document["id"].Scalar()] += meaning(document);
      }
    }
  }
  return result;
}

/// What mentor makes of each activity, wherever it stands.
std::map<std::string, std::string> records(const Tree& tree) {
  std::map<std::string, std::string> result;
  const auto loaded = load(tree);
  for (const auto& stored : loaded.program.all<Activity>()) {
    result[stored.record.id.to_string()] += record_text(stored.record);
  }
  return result;
}

std::string all_text(const Tree& tree) {
  std::string text;
  for (const Entry& entry : tree.list("activities")) {
    text += tree.read("activities/" + entry.name, most_packed_bytes) + '\n';
  }
  return text;
}

std::vector<std::string> found_in(const std::string& text, const std::vector<std::string>& comments) {
  std::vector<std::string> result;
  std::copy_if(comments.begin(), comments.end(), std::back_inserter(result),
               [&](const std::string& comment) { return text.find(comment) != std::string::npos; });
  return result;
}

/// An activity that is read, and no more than one: what stands behind a text may have become a part of it.
std::string readable(OddRecords& odd, const std::string& id, const std::string& date, const std::string& day = "on") {
  while (true) {
    const std::string text = odd.activity(id, date, day);
    const auto all = records(MemoryTree{{{"program.yaml", day == "on" ? "schema: 1\n" : "schema: 0\n"},  //
                                         {"activities/" + id + ".yaml", text}}});
    if (all.size() == 1 && all.contains(id)) {
      return text;
    }
  }
}

Closing close(const Tree& tree, std::size_t most = most_packed_bytes, int schema = newest_schema) {
  const auto year = *Period::from(*Date::parse("2025-09-01"), *Date::parse("2026-08-31"));
  return close_year(FrozenTree{tree}, load(tree).program, year, "2025-2026", schema, most);
}

template <class Record>
std::size_t packed_count(const Closing& closing) {
  return closing.packed.at(kind_index<Record>());
}

FrozenTree after(const Tree& tree, const std::vector<FileChange>& changes) {
  FrozenTree result{tree};
  for (const FileChange& change : changes) {
    result.set(change.path, change.after);
  }
  return result;
}

MemoryTree loose(const std::string& text) {
  return MemoryTree{{{"program.yaml", "schema: 1\n"}, {"activities/one.yaml", text}}};
}

/// What a loose file comes to in a packed year, of which each record must say the same and is followed by another.
std::string packed(const std::string& text) {
  CAPTURE(text);
  MemoryTree tree = loose(text);
  tree.add("activities/two.yaml", record_text(activity("two", {"first"}, "course", "2026-02-02")));
  const auto closing = close(tree);
  CHECK(packed_count<Activity>(closing) == 2);
  const auto closed = after(tree, closing.changes);
  CHECK(meanings(closed) == meanings(tree));
  CHECK(records(closed) == records(tree));
  const std::string year = closed.read(year_path, most_packed_bytes);
  return year.substr(0, year.find("---\nid: two"));
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto place = text.find(part); place != std::string::npos; place = text.find(part, place + 1)) {
    ++found;
  }
  return found;
}

/// A record of any kind with its required fields, and of this day, or done on it, if the kind is packed by that.
template <class Record>
std::string plain_record(std::string_view name, std::string_view date) {
  Record record{};
  for (const auto& field : fields<Record>()) {
    if (field.presence == Presence::required) {
      const std::string_view scalar = field.meaning == Meaning::own_id     ? name
                                      : field.meaning == Meaning::date     ? date
                                      : field.meaning == Meaning::choice   ? field.choices.front().id
                                      : field.meaning == Meaning::duration ? "1"
                                      : field.meaning == Meaning::amount   ? "1"
                                                                           : "some";
      const bool has_entries = field.shape == Shape::entries;
      const std::array whole{std::string_view{has_entries ? "some" : ""}, scalar};
      REQUIRE(field.set(record, std::span{whole}.subspan(field.is_dated() || has_entries ? 0 : 1)).is_none());
    }
  }
  if constexpr (requires { record.done; }) {
    record.done = day(date);
  }
  return record_text(record);
}

/// Of each kind two records of a year and one of the next, each in a file of its own.
MemoryTree records_of_every_kind() {
  MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
  for_each_kind([&]<class Record>(Record*) {
    tree.add(path_of_file<Record>("later"), plain_record<Record>("later", "2026-03-02"));
    tree.add(path_of_file<Record>("first"), plain_record<Record>("first", "2025-09-01"));
    tree.add(path_of_file<Record>("next"), plain_record<Record>("next", "2026-09-01"));
  });
  return tree;
}

const std::string plain_fields = "id: one\npairs: [first]\ntype: course\non: 2025-11-05\n";

}  // namespace

TEST_CASE("a text that ends its file without a line feed is packed without one") {
  CHECK(packed(plain_fields + "note: |\n  текст") == "---\n" + plain_fields + "note: |-\n  текст\n");
  CHECK(packed(plain_fields + "note: >+ # почему\n  текст") == "---\n" + plain_fields + "note: >- # почему\n  текст\n");
  CHECK(packed(plain_fields + "note: |2+\n   текст") == "---\n" + plain_fields + "note: |2-\n   текст\n");
  CHECK(packed(plain_fields + "place:\n  - x: |\n      текст") ==
        "---\n" + plain_fields + "place:\n  - x: |-\n      текст\n");
  CHECK(packed(plain_fields + "note: |\n  текст\n  ") == "---\n" + plain_fields + "note: |\n  текст\n  \n");
  CHECK(packed(plain_fields + "note: |+\n  текст\n\n  ") == "---\n" + plain_fields + "note: |+\n  текст\n\n");
  CHECK(packed(plain_fields + "note: >+ # почему\n  два\n  слова\n  ") ==
        "---\n" + plain_fields + "note: \"два слова \" # почему\n");
  CHECK(packed(plain_fields + "note: текст") == "---\n" + plain_fields + "note: текст\n");
}

TEST_CASE("a key that begins with three dashes is no start of a document") {
  CHECK(packed("---x: y\n" + plain_fields) == "---\n---x: y\n" + plain_fields);
  CHECK(packed("---\n---x: y\n" + plain_fields) == "---\n---x: y\n" + plain_fields);
}

TEST_CASE("what stands in the line of the three dashes stays") {
  CHECK(packed("--- # почему\n" + plain_fields) == "---\n# почему\n" + plain_fields);
  const std::string braces = "{id: one, pairs: [first], type: course, on: 2025-11-05}\n";
  CHECK(packed("---\t" + braces) == "---\n" + braces);
  CHECK(packed("# почему\n--- # и ещё\n--- " + braces) == "---\n# почему\n# и ещё\n" + braces);
}

TEST_CASE("comments behind a text stand so that they are no part of it") {
  CHECK(packed(plain_fields + "note: |\n  текст\n---\n  # конец\n") ==
        "---\n" + plain_fields + "note: |\n  текст\n# конец\n");
  CHECK(packed(plain_fields + "note: |+\n  текст\n---\n\n# конец\n") ==
        "---\n" + plain_fields + "note: |+\n  текст\n# конец\n");
}

TEST_CASE("a carriage return within a text is no half of a line end") {
  CHECK(packed(plain_fields + "note: текст\r\r\n") == "---\n" + plain_fields + "note: текст\r\r\n");
  CHECK(packed("id: one\r\npairs: [first]\r\ntype: course\r\non: 2025-11-05\r\n") == "---\n" + plain_fields);
}

TEST_CASE("every record that is read has room in a packed year") {
  const std::size_t lines = 4;
  CHECK(packed(plain_fields + std::string(most_document_lines - lines, '\n')).size() > most_document_lines);
  CHECK(packed("\n\n---\n" + plain_fields + std::string(most_document_lines - lines - 1, '\n'))
            .starts_with("---\n\n\n---\n"));
  std::string text = plain_fields;
  while (text.size() + 1000 < most_file_bytes) {
    text += "# " + std::string(900, 'x') + '\n';
  }
  const std::string note = "note: |\n  ";
  text += note + std::string(most_file_bytes - text.size() - note.size(), 'x');
  REQUIRE(text.size() == most_file_bytes);
  CHECK(packed(text).ends_with("x\n"));
  CHECK(
      packed("# " + std::string(most_line_bytes, 'x') + "\n---\n" + plain_fields).ends_with("x\n---\n" + plain_fields));
  CHECK(packed(std::string(most_document_lines, '\n') + "---\n" + plain_fields).ends_with("\n---\n" + plain_fields));
}

TEST_CASE("what has no room in the year as a whole stays where it is, and is named") {
  MemoryTree tree = loose(plain_fields);
  tree.add("activities/two.yaml", record_text(activity("two", {"first"}, "course", "2026-02-02")));
  const std::size_t both = close(tree).changes.front().after->size();
  CHECK(close(tree, both).no_room.empty());
  const auto closing = close(tree, both - 1);
  CHECK(packed_count<Activity>(closing) == 1);
  CHECK(closing.no_room == std::vector<std::string>{"activities/two.yaml"});
  CHECK(records(after(tree, closing.changes)) == records(tree));
}

TEST_CASE("whatever a record looks like, a packed year has its fields, its unknown keys and its comments") {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    OddRecords odd{seed};
    MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
    for (int count = 0; count < 6; ++count) {
      const std::string name = "a" + std::to_string(count);
      tree.add("activities/" + name + ".yaml", readable(odd, name, "2026-05-" + std::to_string(10 + odd.below(20))));
    }
    auto comments = found_in(all_text(tree), odd.comments());
    CAPTURE(all_text(tree));
    REQUIRE(records(tree).size() == 6);
    auto closing = close(tree);
    CHECK(closing.left.empty());
    CHECK(closing.no_room.empty());
    auto closed = after(tree, closing.changes);
    CAPTURE(all_text(closed));
    CHECK(closed.list("activities").size() == 1);
    CHECK(meanings(closed) == meanings(tree));
    CHECK(records(closed) == records(tree));
    CHECK(found_in(all_text(closed), comments) == comments);
    // What comes late finds its place among them.
    closed.set("activities/late.yaml", readable(odd, "late", "2026-05-20"));
    comments = found_in(all_text(closed), odd.comments());
    closing = close(closed);
    const auto again = after(closed, closing.changes);
    CHECK(meanings(again) == meanings(closed));
    CHECK(found_in(all_text(again), comments) == comments);
  }
}

TEST_CASE("mending and lifting lose no comment and change no value") {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    OddRecords odd{seed};
    MemoryTree tree{{{"program.yaml", "schema: 0\n"}}};
    for (int count = 0; count < 4; ++count) {
      const std::string name = "a" + std::to_string(count);
      tree.add("activities/x" + name + ".yaml", readable(odd, name, "2026-05-1" + std::to_string(9 - count), "date"));
    }
    std::string year;
    for (int count = 4; count < 8; ++count) {
      const std::string name = "a" + std::to_string(count);
      const std::string text = readable(odd, name, "2026-05-1" + std::to_string(9 - count), "date");
      const auto document = split_documents(without_byte_order_mark(text)).front().text;
      year += (is_document_start(document.substr(0, document.find('\n'))) ? "" : "---\n") + std::string{document};
      year += year.ends_with('\n') ? "" : "\n";
    }
    tree.add("activities/2025-2026.yaml", year);
    const auto comments = found_in(all_text(tree), odd.comments());
    CAPTURE(all_text(tree));
    const auto mended = after(tree, safe_fixes(FrozenTree{tree}, 0, Model{}));
    CHECK(meanings(mended) == meanings(tree));
    CHECK(found_in(all_text(mended), comments) == comments);
    const auto lifted = after(mended, migrate(mended, 0));
    CAPTURE(all_text(lifted));
    CHECK(all_text(lifted).find("date") == std::string::npos);
    CHECK(records(lifted) == records(tree));
    CHECK(found_in(all_text(lifted), comments) == comments);
  }
}

TEST_CASE("an edit of any field, or the end of it, loses no comment") {
  auto shapes = shapes_of<Activity>();
  shapes.push_back({"unit", Shape::dated});
  shapes.push_back({"answers", Shape::entries});
  int refused = 0;
  int edits = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    OddRecords odd{seed};
    std::string document = readable(odd, "one", "2026-05-10");
    document = split_documents(without_byte_order_mark(document)).front().text;
    const auto comments = found_in(document, odd.comments());
    CAPTURE(document);
    for (const auto& [name, scalars] : std::map<std::string, std::vector<std::string>>{
             {"hours", odd.one_in(2) ? std::vector<std::string>{} : std::vector<std::string>{"3"}},
             {"note", odd.one_in(2) ? std::vector<std::string>{} : std::vector<std::string>{"a #b"}},
             {"on", {"2026-05-11"}},
             {"pairs", {odd.pick({"first", "second", "third"})}},
             {"unit", odd.pick_of<std::vector<std::string>>({{},
                                                             {"", "a, b"},
                                                             {"2026-09-14", "6Б", "2027-09-01", "7Б"},
                                                             {"2025-09-14", "5Б", "2027-09-01", "7Б"}})},
             {"answers", odd.pick_of<std::vector<std::string>>(
                             {{}, {"comfort", "8", "note", "x y"}, {"new", "-", "comfort", "7", "old-", ""}})},
             {"type", {"project"}}}) {
      CAPTURE(name);
      const auto shape = std::find_if(shapes.begin(), shapes.end(), [&](const auto& one) { return one.name == name; });
      const auto edited = with_field(document, *shape, scalars, shapes);
      ++(edited ? edits : refused);
      CAPTURE(edited.value_or("refused"));
      if (edited) {
        CHECK(found_in(*edited, comments) == comments);
        const bool crlf = document.find("\r\n") != std::string::npos;
        CHECK(count(*edited, "\r\n") == (crlf ? count(*edited, "\n") : 0));
      }
    }
  }
  CHECK(edits > 50 * refused);
}

TEST_CASE("the removal of another record loses no comment") {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    OddRecords odd{seed};
    MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
    std::vector<std::size_t> known{0};  // how many comments there were before each record
    for (int count = 0; count < 5; ++count) {
      const std::string name = "a" + std::to_string(count);
      tree.add("activities/" + name + ".yaml", readable(odd, name, "2026-05-1" + std::to_string(count)));
      known.push_back(odd.comments().size());
    }
    const auto closed = after(tree, close(tree).changes);
    CAPTURE(all_text(closed));
    const auto loaded = load(closed);
    for (const auto& stored : loaded.program.all<Activity>()) {
      const auto number = static_cast<std::size_t>(stored.record.id.to_string().back() - '0');
      auto comments = odd.comments();
      comments.erase(comments.begin() + static_cast<std::ptrdiff_t>(known[number]),
                     comments.begin() + static_cast<std::ptrdiff_t>(known[number + 1]));
      comments = found_in(all_text(closed), comments);
      const RemoveRecord removal{stored.record, {loaded.program.path(stored), stored.line}};
      const auto left = after(closed, file_changes({removal}, closed).changes);
      CHECK(records(left).size() == 4);
      CHECK(found_in(all_text(left), comments) == comments);
    }
  }
}

TEST_CASE(
    "a year of every kind that has a day, or is done on one, is packed in the kind's own folder, and nothing of the "
    "other kinds") {
  const MemoryTree tree = records_of_every_kind();
  const auto closing = close(tree);
  const auto closed = after(tree, closing.changes);
  std::size_t changes = 0;
  for_each_kind([&]<class Record>(Record*) {
    CAPTURE(folder_of<Record>);
    const bool has_day = Packable<Record>;
    CHECK(packed_count<Record>(closing) == (has_day ? 2 : 0));
    changes += has_day ? 3 : 0;  // the year, and the two files that are in it now
    std::vector<std::string> names;
    for (const Entry& entry : closed.list(folder_of<Record>)) {
      names.push_back(entry.name);
    }
    CHECK(names == (has_day ? std::vector<std::string>{"2025-2026.yaml", "next.yaml"}
                            : std::vector<std::string>{"first.yaml", "later.yaml", "next.yaml"}));
    if (has_day) {
      CHECK(closed.read(path_of_file<Record>("2025-2026"), most_packed_bytes) ==
            "---\n" + plain_record<Record>("first", "2025-09-01") + "---\n" +
                plain_record<Record>("later", "2026-03-02"));
    }
    CHECK(load(closed).program.template all<Record>().size() == 3);
  });
  CHECK(closing.changes.size() == changes);
  CHECK(closing.unreadable.empty());
}

TEST_CASE("where the packed year of one kind cannot be read, nothing of any kind is packed") {
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (Packable<Record>) {
      MemoryTree tree = records_of_every_kind();
      const std::string path = path_of_file<Record>("2025-2026");
      tree.add(path, "---\nid: broken\n");
      const auto closing = close(tree);
      CHECK(closing.changes.empty());
      CHECK(closing.packed == decltype(closing.packed){});
      CHECK(closing.unreadable == std::vector<std::string>{path});
    }
  });
}

TEST_CASE("of one kind a record that stands in several places is left, though another kind has its id once") {
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (Packable<Record>) {
      MemoryTree tree = records_of_every_kind();
      tree.add(path_of_file<Record>("twin"), plain_record<Record>("first", "2025-09-02"));
      const auto closing = close(tree);
      CHECK(closing.left == std::vector<std::string>{path_of_file<Record>("first"), path_of_file<Record>("twin")});
      for_each_kind([&]<class Other>(Other*) {
        const std::size_t usual = Packable<Other> ? 2 : 0;
        CHECK(packed_count<Other>(closing) == (std::is_same_v<Other, Record> ? 1 : usual));
      });
    }
  });
}

TEST_CASE("a step is packed by the day on which it was done, and one that is not done stays by itself") {
  const std::string path = path_of_file<Step>("2025-2026");
  MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
  const auto add = [&](std::string_view name, std::string_view due, std::string_view done) {
    tree.add(
        path_of_file<Step>(name),
        record_text(Step{.id = id<Step>(name), .title = "Шаг", .due = Due::parse(due), .done = Date::parse(done)}));
  };
  add("late", "2026-05-20", "2026-09-01");
  add("done", "2026-10-01", "2026-05-20");
  add("open", "2026-05-20", "");
  const auto closing = close(tree);
  CHECK(packed_count<Step>(closing) == 1);
  const auto closed = after(tree, closing.changes);
  CHECK(closed.read(path, most_packed_bytes) == "---\nid: done\ntitle: Шаг\ndue: 2026-10-01\ndone: 2026-05-20\n");
  const auto loaded = load(closed);
  CHECK(loaded.program.all<Step>().size() == 3);
  CHECK(loaded.findings.size() == load(tree).findings.size());

  // Somebody takes back that it was done: it stays where it stands, in the year, and a later step joins it there.
  const auto* stored = loaded.program.all<Step>().find(id<Step>("done"));
  REQUIRE(stored != nullptr);
  Step undone = stored->record;
  undone.done = {};
  const ChangeRecord change{undone, {loaded.program.path(*stored), stored->line}, {"done"}};
  MemoryTree taken_back{{{"program.yaml", "schema: 1\n"},
                         {path, after(closed, file_changes({change}, closed).changes).read(path, most_packed_bytes)}}};
  taken_back.add(path_of_file<Step>("more"),
                 record_text(Step{.id = id<Step>("more"), .title = "Шаг", .done = day("2026-05-01")}));
  const auto again = close(taken_back);
  CHECK(packed_count<Step>(again) == 1);
  CHECK(after(taken_back, again.changes).read(path, most_packed_bytes) ==
        "---\nid: done\ntitle: Шаг\ndue: 2026-10-01\n---\nid: more\ntitle: Шаг\ndone: 2026-05-01\n");
}

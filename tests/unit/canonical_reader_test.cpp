#include "storage/yaml/canonical_reader.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "memory_tree.hpp"
#include "storage/yaml/record_text.hpp"
#include "told.hpp"

using namespace mentor;
using namespace mentor::storage;

namespace {

/// Whether both readers tell the same of a file with this text, among sound others.
void check_alike(const std::string& path, const std::string& text) {
  CAPTURE(path);
  CAPTURE(text);
  const sample::MemoryTree tree{{{"program.yaml", "schema: 1\n"}, {path, text}}};
  CHECK(sample::told_by(Reading::usual, tree) == sample::told_by(Reading::yaml_alone, tree));
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Every record file of the examples, by its path within its program.
template <class Visit>
void for_each_example(Visit visit) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator{MENTOR_EXAMPLES}) {
    const auto folder = entry.path().parent_path().filename().string();
    if (entry.is_regular_file() && (folder == "participants" || folder == "pairs" || folder == "activities")) {
      visit(folder + '/' + entry.path().filename().string(), text_of(entry.path()));
    }
  }
}

/// At every so many-eth byte texts are changed, in each file from another one on, since those of a kind look alike; at
/// each of them with MENTOR_TEST_LONG=1.
std::size_t stride() {
  constexpr std::size_t usual = 16;
  return std::getenv("MENTOR_TEST_LONG") != nullptr ? 1 : usual;  // NOLINT(concurrency-mt-unsafe): nobody sets it
}

constexpr std::string_view canonical_activity = "id: x5t7c0me2v\npairs: [q0d8rf3w1n]\ntype: project\non: 2026-11-05\n";

}  // namespace

TEST_CASE("a record as mentor writes it is read without yaml-cpp, with its places") {
  const auto read =
      read_canonical<Activity>(std::string{canonical_activity} + "hours: 1.5\nnote: Разбор темы «проект»\n");
  REQUIRE(read);
  CHECK(read->lines == 6);
  CHECK(read->record.id.to_string() == "x5t7c0me2v");
  CHECK(read->record.pairs.size() == 1);
  CHECK(read->record.hours == Duration::parse("1.5"));
  CHECK(read->record.note == "Разбор темы «проект»");
  CHECK(read->layout.mark(5, fields<Activity>()[5]).line == 6);
  CHECK(read->layout.mark(5, fields<Activity>()[5]).column == 7);
}

TEST_CASE("hours and minutes are read in quotes, as mentor writes them, and bare, by both readers alike") {
  for (const std::string value : {"\"0:20\"", "0:20", "\"1:30\"", "1:30", "\"1.5\"", "1.50"}) {
    CAPTURE(value);
    const std::string text = std::string{canonical_activity} + "hours: " + value + "\n";
    const auto read = read_canonical<Activity>(text);
    REQUIRE(read);
    CHECK(read->record.hours == Duration::parse(value.find("20") != std::string::npos ? "0:20" : "1.5"));
    check_alike("activities/x5t7c0me2v.yaml", text);
  }
  for (const std::string value :
       {"0:60", "0:00", "\"1:30:20\"", "1:30:20", "1000:01", "0: 20", "0:2", "90 мин", "1,5", "1h"}) {
    CAPTURE(value);
    const std::string text = std::string{canonical_activity} + "hours: " + value + "\n";
    CHECK_FALSE(read_canonical<Activity>(text));
    check_alike("activities/x5t7c0me2v.yaml", text);
  }
}

TEST_CASE("a record ends where the next document begins") {
  const std::string one = "---\n" + std::string{canonical_activity};
  const auto read = read_canonical<Activity>(one + "---\nid: other\n");
  REQUIRE(read);
  CHECK(read->bytes == one.size());
  CHECK(read->lines == 5);
}

TEST_CASE("what is not plainly canonical is left to yaml-cpp") {
  const std::string start{canonical_activity};
  for (const std::string end :
       {"note: a # comment\n", "note: a: b\n", "note: 'a'\n",    "note: \"a\\n\"\n", "note: |\n  a\n",
        "note: [a\n",          "note: a \n",   "note:\n",        "note: \"\"\n",     "note: a",
        "note: a\r\n",         "note:  a\n",   "note: a\n  b\n", "extra: a\n",       "note: a\nhours: 1\n",
        "hours: 1.555\n",      "hours: 0\n",   "note: \x01\n",   "note: \xFF\n",     "note: \u200B\n",
        "note: &a b\n",        "note: *a\n",   "note: !a b\n",   "note: %a\n",       "note: a\n# end\n",
        "note: a\n\n",         "---x\n",       "...\n"}) {
    CAPTURE(end);
    CHECK_FALSE(read_canonical<Activity>(start + end));
    check_alike("activities/x5t7c0me2v.yaml", start + end);
  }
  CHECK_FALSE(read_canonical<Activity>("id: a\npairs: []\ntype: project\non: 2026-11-05\n"));
  CHECK_FALSE(read_canonical<Activity>("id: a\npairs: [b]\ntype: project\n"));
  CHECK_FALSE(read_canonical<Activity>(""));
}

TEST_CASE("ids in quotes, since they could be numbers, are read without yaml-cpp too") {
  const auto with_pairs = [](const std::string& list) {
    return "id: x5t7c0me2v\npairs: " + list + "\ntype: project\non: 2026-11-05\n";
  };
  const auto read = read_canonical<Activity>(with_pairs("[\"4651e979\", b, \"12\"]"));
  REQUIRE(read);
  REQUIRE(read->record.pairs.size() == 3);
  CHECK(read->record.pairs.begin()[0].to_string() == "4651e979");
  CHECK(read->record.pairs.begin()[2].to_string() == "12");
  check_alike("activities/x5t7c0me2v.yaml", with_pairs("[\"4651e979\", b, \"12\"]"));
  for (const std::string list : {"[\"a]", "[\"a, b\"]", "[a\"]", "[\"a\"b]", "['a']", "[\"a\" ]", "[\"\"]", "[\"-a\"]",
                                 "[\"a\":b]", "[\"\\x61\"]"}) {
    CAPTURE(list);
    CHECK_FALSE(read_canonical<Activity>(with_pairs(list)));
    check_alike("activities/x5t7c0me2v.yaml", with_pairs(list));
  }
}

TEST_CASE(
    "a value of days is read without yaml-cpp as mentor writes it, and by both readers alike however it is written") {
  const auto with_unit = [](const std::string& unit) {
    return "id: anna\nname: Семёнова Анна\ncategory: pupil\nroles: [mentee]\nunit: " + unit + "\njoined: 2026-09-14\n";
  };
  for (const std::string unit : {"{2026-09-14: 6Б, 2027-09-01: 7Б}", "{2025-09-01: 11А, 2026-09-01: \"\"}",
                                 "{2026-09-14: \"6, Б\", 2027-09-01: Кафедра физики}", "{2026-09-14: 6-Б}"}) {
    CAPTURE(unit);
    const auto read = read_canonical<Participant>(with_unit(unit));
    REQUIRE(read);
    CHECK(record_text(read->record) == with_unit(unit));
    CHECK(read->lines == 6);
    check_alike("participants/anna.yaml", with_unit(unit));
  }
  const std::string sound = with_unit("{2026-09-14: 6Б, 2027-09-01: \"7, Б\", 2028-09-01: \"\"}");
  const std::size_t begin = sound.find("unit");
  for (std::size_t place = begin; place < sound.size(); ++place) {
    check_alike("participants/anna.yaml", sound.substr(0, place) + sound.substr(place + 1));
    for (const char byte : {'\n', ' ', ':', '#', '"', '-', ',', '\t', '}', '{', '[', ']', '?', '0'}) {
      std::string changed = sound;
      changed[place] = byte;
      check_alike("participants/anna.yaml", changed);
      check_alike("participants/anna.yaml", sound.substr(0, place) + byte + sound.substr(place));
    }
  }
}

TEST_CASE("both readers give the same of every example, and with bytes of it removed, repeated or changed") {
  std::size_t first = 0;
  for_each_example([&first](const std::string& path, const std::string& text) {
    check_alike(path, text);
    if (text.size() > 600) {
      return;
    }
    const std::size_t step = (path.starts_with("activities/") ? 7 : 1) * stride();  // there are many of them
    for (std::size_t place = first++ % step; place < text.size(); place += step) {
      check_alike(path, text.substr(0, place) + text.substr(place + 1));
      for (const char byte : {'\n', ' ', ':', '#', '"', '-', ',', '\t', ']', 'a', '\r'}) {
        if (place % 3 == static_cast<std::size_t>(byte) % 3) {
          std::string changed = text;
          changed[place] = byte;
          check_alike(path, changed);
        }
      }
      check_alike(path, text.substr(0, place) + text.substr(place > 3 ? place - 3 : 0));
    }
  });
}

TEST_CASE("both readers give the same of a packed year with odd things between its records") {
  const std::string record = "---\n" + std::string{canonical_activity};
  const std::string second =
      "---\nid: second\npairs: [p-1, p-2]\ntype: event-preparation\non: 2026-11-06\nnote: \"1: 2\"\n";
  for (const std::string between :
       {"", "# a comment\n", "\n", "--- \n", "---\n# nothing\n", "--- # x\n", "...\n", "x\n", "id: x5t7c0me2v\n",
        "---\r\n", "\xEF\xBB\xBF", "<<<<<<< ours\n", "---\nid: lost\n"}) {
    check_alike("activities/2026-2027.yaml", between + record + second);
    check_alike("activities/2026-2027.yaml", record + between + second);
    check_alike("activities/2026-2027.yaml", record + second + between);
    check_alike("activities/one.yaml", record + between);
  }
}

#include "storage/yaml/document_edit.hpp"

#include <doctest/doctest.h>

#include <random>

#include "storage/yaml/record_text.hpp"
#include "yaml_sample.hpp"

using namespace sample;
using namespace mentor::storage;

namespace {

const std::vector<FieldShape> shapes = shapes_of<Participant>();

FieldShape shape(std::string_view name) {
  return *std::find_if(shapes.begin(), shapes.end(), [&](const FieldShape& one) { return one.name == name; });
}

/// The values of a field that may change by days never did.
std::optional<std::string> edited(std::string_view document, std::string_view field,
                                  const std::vector<std::string>& scalars) {
  const Shape written = shape(field).shape;
  std::vector<std::string> whole;
  for (const std::string& scalar : scalars) {
    whole.insert(whole.end(), {std::string{}, scalar});
  }
  const bool is_dated = written == Shape::dated_words || (written == Shape::dated && scalars.size() == 1);
  return with_field(document, shape(field), is_dated ? whole : scalars, shapes);
}

/// The same where the field has another shape, behind which no other field stands if it has entries.
std::optional<std::string> as(std::string_view document, std::string_view name, Shape shape,
                              const std::vector<std::string>& scalars) {
  auto all = shapes;
  std::erase_if(all, [&](const FieldShape& one) { return shape == Shape::entries && one.name == name; });
  if (shape == Shape::entries) {
    all.push_back({name, shape});
  }
  const auto changed = with_field(document, {name, shape}, scalars, all);
  if (changed) {
    CHECK(with_field(*changed, {name, shape}, scalars, all) == changed);
  }
  return changed;
}

/// Records as people lay them out, of parts that an edit must leave alone; the same ones in every run.
class Hand {
 public:
  explicit Hand(std::uint32_t seed) : random_(seed) {}

  struct Part {
    std::string field;  // empty: a comment, a blank line, an unknown key
    std::string text;
  };

  std::vector<Part> record() {
    line_break_ = below(4) == 0 ? "\r\n" : "\n";
    std::vector<std::string> names{"id", "name", "category", "roles"};
    for (const std::string optional : {"born", "unit", "joined"}) {
      if (below(2) == 0) {
        names.push_back(optional);
      }
    }
    std::shuffle(names.begin() + static_cast<std::ptrdiff_t>(below(2)), names.end(), random_);
    std::vector<Part> parts;
    for (const auto& name : names) {
      for (auto count = below(3); count > 0; --count) {
        parts.push_back({"", filler()});
      }
      parts.push_back({name, field(name)});
    }
    parts.push_back({"", below(2) == 0 ? filler() : ""});
    if (parts.back().text.empty() && below(3) == 0) {  // no line break at the end
      std::string& last = parts[parts.size() - 2].text;
      last.erase(last.find_last_not_of("\r\n") + 1);
    }
    return parts;
  }

  std::vector<std::string> value(const std::string& name) {
    if (name == "roles") {
      return pick(std::vector<std::vector<std::string>>{{"mentor"}, {"mentee"}, {"mentee", "mentor"}});
    }
    if (name == "category") {
      return {pick(std::vector<std::string>{"pupil", "teacher"})};
    }
    if (name == "born" || name == "joined") {
      return {pick(std::vector<std::string>{"2014-03-09", "2015-01-01"})};
    }
    return {pick(std::vector<std::string>{"Анна", "6Б", "a: b", "no", "x #y", "\"q\"", "it's", "- z", "two\nlines",
                                          "[a]", "back\\slash", "{b}, c"})};
  }

  std::size_t below(std::size_t bound) { return random_() % bound; }

  template <class Value>
  Value pick(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

 private:
  std::string filler() { return below(4) == 0 ? line_break_ : lines(filler_text()); }
  std::string filler_text() {
    static const std::vector<std::string> texts{"# замечание", "  # со сдвигом: и двоеточием", "# - id: x"};
    static const std::vector<std::string> unknown{": 'шахматы'  # и шашки",
                                                  ":\n  - a # раз\n  # два\n  - b",
                                                  ": |\n  # не замечание\n\n  текст",
                                                  ": [a, 'b, c'] # в скобках",
                                                  ": много\n  слов\n  в строках",
                                                  ": {x: 1, 'y': \"#2\"}",
                                                  ":",
                                                  ": # пусто"};
    return below(2) == 0 ? pick(texts) : "key" + std::to_string(++keys_) + pick(unknown);
  }

  /// A text of several lines, with the line breaks of this record.
  std::string lines(std::string text) {
    text += '\n';
    std::string result;
    for (const char byte : text) {
      result += byte == '\n' ? line_break_ : std::string{byte};
    }
    return result;
  }

  std::string field(const std::string& name) {
    const std::string key = below(6) == 0 ? '"' + name + '"' : name;
    const std::string comment = below(3) == 0 ? pick(std::vector<std::string>{" # к полю", "   #", "\t# a: b"}) : "";
    const auto scalars = value(name);
    if (name == "roles") {
      std::string block;
      std::string flow;
      for (const auto& scalar : scalars) {
        block += "\n  - " + scalar + (below(3) == 0 ? " # роль" : "");
        flow += (flow.empty() ? "" : ", ") + scalar;
      }
      return lines(pick(std::vector<std::string>{key + ": [" + flow + "]" + comment, key + ":" + comment + block,
                                                 key + ": [ " + flow + ",\n  ]" + comment,
                                                 key + ":\n  [" + flow + "]" + comment}));
    }
    const std::string& scalar = scalars.front();
    std::vector<std::string> ways{key + ": " + scalar_text(scalar) + comment, key + ":\n  " + scalar_text(scalar)};
    if (scalar.find_first_of("\n'") == std::string::npos) {
      ways.push_back(key + ":   '" + scalar + "'" + comment);
    }
    if (scalar.find('\n') == std::string::npos) {
      ways.push_back(key + ": >-\n    " + scalar);
      ways.push_back(key + ": |-\n    " + scalar + (below(2) == 0 ? "\n" : ""));
    }
    if (name == "name") {
      ways.push_back(key + ": Семёнова\n  Анна" + comment);
      ways.push_back(key + ": \"Семёнова\n  Анна\"" + comment);
    }
    return lines(pick(ways));
  }

  std::mt19937 random_;
  std::string line_break_ = "\n";
  int keys_ = 0;
};

std::string joined(const std::vector<Hand::Part>& parts, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t index = from; index < to; ++index) {
    text += parts[index].text;
  }
  return text;
}

}  // namespace

TEST_CASE("whatever people write around a field, an edit of it changes nothing else") {
  Hand hand{144};
  int edits = 0;
  for (int count = 0; count < 3000; ++count) {
    const auto parts = hand.record();
    const std::string document = joined(parts, 0, parts.size());
    const std::string name = hand.pick(std::vector<std::string>{"name", "category", "roles", "born", "unit", "joined"});
    const bool clear = (name == "born" || name == "unit" || name == "joined") && hand.below(3) == 0;
    const auto scalars = clear ? std::vector<std::string>{} : hand.value(name);
    CAPTURE(document);
    CAPTURE(name);
    const auto changed = edited(document, name, scalars);
    REQUIRE(changed.has_value());
    CAPTURE(*changed);
    const auto place = static_cast<std::size_t>(
        std::find_if(parts.begin(), parts.end(), [&](const Hand::Part& part) { return part.field == name; }) -
        parts.begin());
    if (place < parts.size()) {
      CHECK(changed->starts_with(joined(parts, 0, place)));
      CHECK(changed->ends_with(joined(parts, place + 1, parts.size())));
      ++edits;
    } else if (clear) {
      CHECK(*changed == document);
    } else {  // one line more, in between
      std::size_t same = 0;
      while (same < document.size() && (*changed)[same] == document[same]) {
        ++same;
      }
      CHECK(changed->ends_with(document.substr(same)));
    }
    // A second edit to the same value is none.
    CHECK(edited(*changed, name, scalars) == changed);
  }
  CHECK(edits > 1000);
}

TEST_CASE("comments that stood within a field of several lines stay, above it") {
  CHECK(edited("id: a\nroles: [mentee, # раз\n  mentor # два\n]\n", "roles", {"mentor"}) ==
        "id: a\n# раз\n# два\nroles: [mentor]\n");
  CHECK(edited("id: a\nname: # какое\n  Анна\n", "name", {"Яна"}) == "id: a\n# какое\nname: Яна\n");
}

TEST_CASE("a block text goes with all its lines, however deep it says that it stands, and leaves its comment") {
  CHECK(edited("id: a\nunit: | # почему\n  6Б\n# c\n", "unit", {"7А"}) == "id: a\n# почему\nunit: 7А\n# c\n");
  CHECK(edited("id: a\nunit: > # почему\nname: b\n", "unit", {"7А"}) == "id: a\nunit: 7А # почему\nname: b\n");
  CHECK(edited("id: a\nunit: |1\n   deep\n # not a comment\n# c\n", "unit", {}) == "id: a\n# c\n");
}

TEST_CASE("a list of an item a line stays one, with the comments of all its items") {
  const std::string document = "id: a\nroles:\n  # сначала\n  - mentee # раз\n  - mentor # два\nunit: 6Б\n";
  CHECK(edited(document, "roles", {"mentor"}) == "id: a\nroles:\n  # сначала\n  # раз\n  - mentor # два\nunit: 6Б\n");
  CHECK(edited(document, "roles", {"mentee"}) == "id: a\nroles:\n  # сначала\n  - mentee # раз\n  # два\nunit: 6Б\n");
  CHECK(edited("id: a\nroles:\n- mentee # раз", "roles", {"mentor"}) == "id: a\nroles:\n# раз\n- mentor\n");
  CHECK(edited("id: a\nroles:\n- mentee\n- |- # раз\n  mentor\n", "roles", {"mentee"}) ==
        "id: a\nroles:\n- mentee\n# раз\n");
  CHECK(edited("id: a\nroles:\n- mentee", "roles", {"mentee", "mentor"}) == "id: a\nroles:\n- mentee\n- mentor\n");
}

TEST_CASE("an item that comes in between, or changes its place, leaves those that stay their lines") {
  const std::string document = "id: a\nroles:\n- b # раз\n- c # два\n";
  CHECK(edited(document, "roles", {"a", "b", "x", "c"}) == "id: a\nroles:\n- a\n- b # раз\n- x\n- c # два\n");
  CHECK(edited(document, "roles", {"c", "b"}) == "id: a\nroles:\n# раз\n- c # два\n- b\n");
}

TEST_CASE("a list that ends with nothing leaves the comments behind it alone") {
  CHECK(edited("id: a\nroles:\n- b\n-\n# раз\nunit: c\n", "roles", {"d"}) == "id: a\nroles: [d]\n# раз\nunit: c\n");
  CHECK(edited("id: a\nroles:\n- b\n-\n\n# раз\nunit: c\n", "roles", {}) == "id: a\n\n# раз\nunit: c\n");
}

TEST_CASE("the comment of a field that goes stays, in a line of its own") {
  CHECK(edited("id: a\nunit: 6Б  # класс\nname: b\n", "unit", {}) == "id: a\n# класс\nname: b\n");
  CHECK(edited("  id: a\n  unit: |- # раз\n    6Б\n# c\n", "unit", {}) == "  id: a\n  # раз\n# c\n");
  CHECK(edited("id: a\r\nunit: # раз\r\n  6Б # два", "unit", {}) == "id: a\r\n# раз\r\n# два");
  CHECK(edited("{id: a, # раз\n unit: x # два\n}\n", "unit", {}) == "{id: a # раз\n  # два\n}\n");
  CHECK(edited("{unit: x, # раз\n id: a}\n", "unit", {}) == "{ # раз\n id: a}\n");
}

TEST_CASE("a line that is added ends as the lines of the document do") {
  CHECK(edited("id: a\r\nname: b", "unit", {"6Б"}) == "id: a\r\nname: b\r\nunit: 6Б\r\n");
  CHECK(edited("id: a\r\nname: b\r\n", "unit", {"6Б"}) == "id: a\r\nname: b\r\nunit: 6Б\r\n");
  CHECK(edited("id: a\r\nroles:\r\n- mentee", "roles", {"mentee", "mentor"}) ==
        "id: a\r\nroles:\r\n- mentee\r\n- mentor\r\n");
  CHECK(edited("id: a\r\nname: |-\r\n  b\r\n", "name", {"c"}) == "id: a\r\nname: c\r\n");
}

TEST_CASE("a field that was empty gets its value where it stood") {
  CHECK(edited("id: a\nunit:\nname: b\n", "unit", {"6Б"}) == "id: a\nunit: 6Б\nname: b\n");
  CHECK(edited("id: a\nunit:   # класс\n", "unit", {"6Б"}) == "id: a\nunit: 6Б   # класс\n");
  CHECK(edited("id: a\nunit: ''\n", "unit", {"6Б"}) == "id: a\nunit: 6Б\n");
}

TEST_CASE("a field that is missing stands where the order has it, after all lines of the one before") {
  CHECK(edited("id: a\nname: b\njoined: 2026-09-01\n", "unit", {"6Б"}) ==
        "id: a\nname: b\nunit: 6Б\njoined: 2026-09-01\n");
  CHECK(edited("joined: 2026-09-01\nid: a\nname: |\n  b\n# c\n", "born", {"2014"}) ==
        "joined: 2026-09-01\nid: a\nname: |\n  b\nborn: 2014\n# c\n");
  CHECK(edited("id: a", "unit", {"6Б"}) == "id: a\nunit: 6Б\n");
  CHECK(edited("---\n  id: a\n...\n", "unit", {"6Б"}) == "---\n  id: a\n  unit: 6Б\n...\n");
}

TEST_CASE("a record in brackets is changed within them") {
  CHECK(edited("{id: a, unit: x}\n", "unit", {"a, b"}) == "{id: a, unit: \"a, b\"}\n");
  CHECK(edited("{\"id\": \"a\", \"unit\": \"x\"}", "unit", {}) == "{\"id\": \"a\"}");
  CHECK(edited("{unit: x, id: a}", "unit", {}) == "{id: a}");
  CHECK(edited("{id: a}", "roles", {"mentor", "mentee"}) == "{id: a, roles: [mentor, mentee]}");
  CHECK(edited("{id: a,\n name: b c\n  d # e\n}", "name", {"f"}) == "{id: a,\n name: f # e\n}");
}

TEST_CASE("a dated value is a text as long as it has no day, and days in one line from then on") {
  CHECK(as("id: a\nunit: 6Б # c\n", "unit", Shape::dated, {"", "7А"}) == "id: a\nunit: 7А # c\n");
  CHECK(as("id: a\nunit: 6Б # c\n", "unit", Shape::dated, {"2026-09-14", "6Б", "2027-09-01", "7, Б"}) ==
        "id: a\nunit: {2026-09-14: 6Б, 2027-09-01: \"7, Б\"} # c\n");
  CHECK(as("id: a\nunit: {2026-09-14: 6Б} # c\n", "unit", Shape::dated, {"2026-09-14", "6Б", "2027-09-01", ""}) ==
        "id: a\nunit: {2026-09-14: 6Б, 2027-09-01: \"\"} # c\n");
  CHECK(as("id: a\nunit: {2026-09-14: 6Б} # c\n", "unit", Shape::dated, {"", "a, b"}) == "id: a\nunit: a, b # c\n");
  CHECK(as("id: a\nname: b\njoined: 2026-09-01\n", "unit", Shape::dated, {"2026-09-14", "no"}) ==
        "id: a\nname: b\nunit: {2026-09-14: \"no\"}\njoined: 2026-09-01\n");
  CHECK(as("{id: a, unit: 6Б}", "unit", Shape::dated, {"2026-09-14", "7А"}) == "{id: a, unit: {2026-09-14: 7А}}");
  CHECK(as("{unit: a b, id: a}", "unit", Shape::dated, {"", "a, b"}) == "{unit: \"a, b\", id: a}");
  CHECK(as("id: a\nunit: {2026-09-14: 6Б} # c\nname: b\n", "unit", Shape::dated, {}) == "id: a\n# c\nname: b\n");
  CHECK(as("id: a\nunit: {2026-09-14: 6Б, # раз\n  2027-09-01: 7Б} # два\n", "unit", Shape::dated,
           {"2026-09-14", "6Б"}) == "id: a\n# раз\nunit: {2026-09-14: 6Б} # два\n");
}

TEST_CASE("days that have lists are written as those") {
  CHECK(as("id: a\nroles: [b]\n", "roles", Shape::dated_words, {"", "b", "", "c"}) == "id: a\nroles: [b, c]\n");
  CHECK(as("id: a\nroles: [b]\n", "roles", Shape::dated_words,
           {"2025-09-10", "b", "2026-09-10", "b", "2026-09-10", "c", "2027-09-10", ""}) ==
        "id: a\nroles: {2025-09-10: [b], 2026-09-10: [b, c], 2027-09-10: []}\n");
  const std::string document =
      "id: a\nroles:\n  2025-09-10: # раз\n    - b # два\n  2026-09-10: [c] # три\n  2027-09-10:\n";
  CHECK(as(document, "roles", Shape::dated_words,
           {"2025-09-10", "b", "2025-09-10", "d", "2026-09-10", "e", "2027-09-10", ""}) ==
        "id: a\nroles:\n  2025-09-10: # раз\n    - b # два\n    - d\n  2026-09-10: [e] # три\n  2027-09-10:\n");
  CHECK(as(document, "roles", Shape::dated_words, {"2025-09-10", "", "2027-09-10", "f"}) ==
        "id: a\nroles:\n  # раз\n  2025-09-10: [] # два\n  # три\n  2027-09-10: [f]\n");
}

TEST_CASE("days that a person wrote a line each keep their lines and comments") {
  const std::string document = "id: a\nunit: # класс\n  2026-09-14: 6Б # раз\n  # два\n  2027-09-01: 7Б # три\n# c\n";
  CHECK(as(document, "unit", Shape::dated, {"2026-09-14", "6А", "2027-09-01", "7Б", "2028-09-01", "8Б"}) ==
        "id: a\nunit: # класс\n  2026-09-14: 6А # раз\n  # два\n  2027-09-01: 7Б # три\n  2028-09-01: 8Б\n# c\n");
  CHECK(as(document, "unit", Shape::dated, {"2027-09-01", "7Б"}) ==
        "id: a\nunit: # класс\n  # раз\n  # два\n  2027-09-01: 7Б # три\n# c\n");
  CHECK(as(document, "unit", Shape::dated, {"", "7Б"}) == "id: a\n# класс\n# раз\n# два\nunit: 7Б # три\n# c\n");
  CHECK(edited(document, "name", {"b"}) == "id: a\nname: b" + document.substr(5));
}

TEST_CASE("entries are written a line each, behind all other fields") {
  const std::vector<std::string> answers{"comfort", "7", "note", "a: b", "no", "1.50", "old", "007"};
  const std::string lines = "answers:\n  comfort: 7\n  note: \"a: b\"\n  \"no\": 1.50\n  old: \"007\"\n";
  CHECK(as("id: a\nunit: b", "answers", Shape::entries, answers) == "id: a\nunit: b\n" + lines);
  CHECK(as("id: a\nanswers: # c\n", "answers", Shape::entries, answers) == "id: a\nanswers: # c\n" + lines.substr(9));
  CHECK(as("id: a\nanswers: '' # c", "answers", Shape::entries, {"b", "-"}) == "id: a\nanswers: # c\n  b: \"-\"\n");
  CHECK(as("id: a\nanswers:\n", "answers", Shape::entries, answers) == "id: a\n" + lines);
  CHECK(as("id: a\nanswers: >- # раз\n  x\n# c\n", "answers", Shape::entries, {"b", "1"}) ==
        "id: a\n# раз\nanswers:\n  b: 1\n# c\n");
  CHECK(as("  id: a\r\n", "answers", Shape::entries, {"b", "1"}) == "  id: a\r\n  answers:\r\n    b: 1\r\n");
  CHECK(as("{id: a}", "answers", Shape::entries, {"b", "1", "c", "x, y"}) == "{id: a, answers: {b: 1, c: \"x, y\"}}");
}

TEST_CASE("an entry that stays keeps its comment, and one that goes leaves its own") {
  const std::string document =
      "id: a\nanswers:\n  # сначала\n  b: '1' # раз\n  c: >- # два\n    x\n    y\n\n  d: z   # три\n";
  CHECK(as(document, "answers", Shape::entries, {"b", "2", "c", "x y", "d", "z", "e", "5"}) ==
        "id: a\nanswers:\n  # сначала\n  b: 2 # раз\n  c: >- # два\n    x\n    y\n\n  d: z   # три\n  e: 5\n");
  CHECK(as(document, "answers", Shape::entries, {"b", "1", "c", "w", "d", "z"}) ==
        "id: a\nanswers:\n  # сначала\n  b: '1' # раз\n  # два\n  c: w\n\n  d: z   # три\n");
  CHECK(as(document, "answers", Shape::entries, {"d", "z", "b", "1"}) ==
        "id: a\nanswers:\n  # сначала\n  # раз\n  # два\n\n  d: z   # три\n  b: 1\n");
  CHECK(as(document, "answers", Shape::entries, {"f", "g"}) ==
        "id: a\nanswers:\n  # сначала\n  # раз\n  # два\n\n  # три\n  f: g\n");
  CHECK(as(document, "answers", Shape::entries, {}) == "id: a\n# сначала\n# раз\n# два\n# три\n");
  CHECK(as("id: a\nanswers:\n  b: # раз\n  c: d", "answers", Shape::entries, {"b", "", "c", "e", "f", "g"}) ==
        "id: a\nanswers:\n  b: # раз\n  c: e\n  f: g\n");
}

TEST_CASE("entries that a person wrote in braces stay in one line if they were in one") {
  CHECK(as("id: a\nanswers: {b: 1} # раз\nunit: c\n", "answers", Shape::entries, {"b", "2", "d", "e"}) ==
        "id: a\nanswers: {b: 2, d: e} # раз\nunit: c\n");
  CHECK(as("id: a\nanswers: {b: 1, # раз\n  c: 2} # два\nunit: c\n", "answers", Shape::entries, {"b", "1"}) ==
        "id: a\n# раз\nanswers: # два\n  b: 1\nunit: c\n");
}

TEST_CASE("what cannot be read is not edited") {
  CHECK_FALSE(edited("id: a\nid: b\n", "unit", {"6Б"}).has_value());
  CHECK_FALSE(edited("- a\n", "unit", {"6Б"}).has_value());
  CHECK_FALSE(edited("", "unit", {"6Б"}).has_value());
  CHECK_FALSE(edited("? id\n: a\n", "unit", {"6Б"}).has_value());
}

TEST_CASE("a key is renamed without its value or its comment") {
  CHECK(with_key("id: a\n\"birth\" :  2014 # x\n", "birth", "born") == "id: a\n\"born\" :  2014 # x\n");
  CHECK(with_key("{\"birth\":\"2014\"}", "birth", "born") == "{\"born\":\"2014\"}");
  CHECK_FALSE(with_key("birth: 2014\nborn: 2014\n", "birth", "born").has_value());
  CHECK_FALSE(with_key("id: a\n", "birth", "born").has_value());
}

TEST_CASE("values of days and entries are quoted likewise, and their keys are left alone") {
  const std::vector<FieldShape> fields{{"id", Shape::text}, {"unit", Shape::dated}, {"answers", Shape::entries}};
  CHECK(with_canonical_quotes("id: a\nunit: {'2026-09-14': '6Б', 2027-09-01: a b}\nanswers:\n  b: '7'\n  'c': 007\n",
                              fields) ==
        "id: a\nunit: {'2026-09-14': 6Б, 2027-09-01: a b}\nanswers:\n  b: 7\n  'c': \"007\"\n");
}

TEST_CASE("values are quoted as mentor quotes them, and nothing else is touched") {
  CHECK(with_canonical_quotes("id: 'a'\nname:  \"Анна\" # x\nunit: no\nborn: \"2014-03-09\"\nhobby: 'b'\n"
                              "roles: [ \"mentee\", 'mentor' ]\n",
                              shapes) ==
        "id: a\nname:  Анна # x\nunit: \"no\"\nborn: 2014-03-09\nhobby: 'b'\nroles: [ mentee, mentor ]\n");
  CHECK(with_canonical_quotes("id: a\nroles:\n  - 'mentee'\nname: >-\n  'x'\n", shapes) ==
        "id: a\nroles:\n  - mentee\nname: >-\n  'x'\n");
  CHECK(with_canonical_quotes("{id: 'a', unit: 'b]'}\n", shapes) == "{id: a, unit: \"b]\"}\n");
}

TEST_CASE("hours stand bare as a decimal, and in quotes as hours and minutes, when they are changed in place") {
  const auto activity = shapes_of<Activity>();
  const auto with_hours = [&](std::string_view document, const std::string& hours) {
    return with_field(document, {"hours", Shape::plain}, {hours}, activity);
  };
  CHECK(with_hours("id: a\nhours: 1.5 # x\n", "0:20") == "id: a\nhours: \"0:20\" # x\n");
  CHECK(with_hours("id: a\nhours: \"0:20\" # x\n", "1.5") == "id: a\nhours: 1.5 # x\n");
  CHECK(with_hours("{id: a, hours: 1}\n", "0:20") == "{id: a, hours: \"0:20\"}\n");
  CHECK(with_canonical_quotes("id: a\nhours: '1.5'\n", activity) == "id: a\nhours: 1.5\n");
  CHECK(with_canonical_quotes("id: a\nhours: 0:20\n", activity) == "id: a\nhours: \"0:20\"\n");
}

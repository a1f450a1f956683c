#include "storage/document_edit.hpp"

#include <doctest/doctest.h>

#include <random>

#include "storage/record_text.hpp"
#include "yaml_sample.hpp"

using namespace sample;
using namespace mentor::storage;

namespace {

const std::vector<FieldShape> shapes = shapes_of<Participant>();

FieldShape shape(std::string_view name) {
  return *std::find_if(shapes.begin(), shapes.end(), [&](const FieldShape& one) { return one.name == name; });
}

std::optional<std::string> edited(std::string_view document, std::string_view field,
                                  const std::vector<std::string>& scalars) {
  return with_field(document, shape(field), scalars, shapes);
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

TEST_CASE("values are quoted as mentor quotes them, and nothing else is touched") {
  CHECK(with_canonical_quotes("id: 'a'\nname:  \"Анна\" # x\nunit: no\nborn: \"2014-03-09\"\nhobby: 'b'\n"
                              "roles: [ \"mentee\", 'mentor' ]\n",
                              shapes) ==
        "id: a\nname:  Анна # x\nunit: \"no\"\nborn: 2014-03-09\nhobby: 'b'\nroles: [ mentee, mentor ]\n");
  CHECK(with_canonical_quotes("id: a\nroles:\n  - 'mentee'\nname: >-\n  'x'\n", shapes) ==
        "id: a\nroles:\n  - mentee\nname: >-\n  'x'\n");
  CHECK(with_canonical_quotes("{id: 'a', unit: 'b]'}\n", shapes) == "{id: a, unit: \"b]\"}\n");
}

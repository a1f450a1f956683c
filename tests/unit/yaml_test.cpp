// What the strict YAML subset reads, and where things stand. What it refuses is in yaml_refusals_test.cpp.
#include "storage/yaml/yaml.hpp"

#include <doctest/doctest.h>

#include "yaml_sample.hpp"

using namespace sample;

TEST_CASE("a mapping is read in the order written") {
  const Node root = parsed("id: anna\nname: Анна\nroles: [mentee, mentor]\ncurator:\n  name: Орлова\n");
  CHECK(outline(root) == "{id=anna, name=Анна, roles=[mentee, mentor], curator={name=Орлова}}");
}

TEST_CASE("scalars stay the text that was written") {
  for (const std::string text : {"no", "yes", "true", "010", "0x1F", "12:30", "1_000", "1.50", "1e3", "2026-11-05",
                                 ".inf", "null", "Null", "NULL", "~", "=", "y"}) {
    CAPTURE(text);
    CHECK(outline(parsed("value: " + std::string{text} + "\n")) == "{value=" + std::string{text} + "}");
    CHECK(outline(parsed("value: [" + std::string{text} + ", x]\n")) == "{value=[" + std::string{text} + ", x]}");
    CHECK(outline(parsed("value: [y: " + std::string{text} + ", x]\n")) ==
          "{value=[{y=" + std::string{text} + "}, x]}");
  }
}

TEST_CASE("a value that is left out is empty, and a quoted empty one is a text") {
  const Node root = parsed("name:\nunit: \"\"\nnote: ''\n");
  CHECK(root.find("name")->content == Node::Content::empty);
  CHECK(root.find("unit")->content == Node::Content::scalar);
  CHECK(root.find("note")->content == Node::Content::scalar);
}

TEST_CASE("an empty value stays empty whatever the next key is called") {
  CHECK(outline(parsed("unit:\nnullable: x\n")) == "{unit=, nullable=x}");
  CHECK(outline(parsed("unit:\n~]: x\n")) == "{unit=, ~]=x}");
  CHECK(outline(parsed("unit:\nnull#: x\n")) == "{unit=, null#=x}");
}

TEST_CASE("quotes and block scalars are undone") {
  CHECK(parsed("note: \"a: \\\"b\\\"\\n\\x41\\u0451\"\n").find("note")->text == "a: \"b\"\nAё");
  CHECK(parsed("note: 'it''s'\n").find("note")->text == "it's");
  CHECK(parsed("note: |\n  одна\n  две\n").find("note")->text == "одна\nдве\n");
  CHECK(parsed("note: >-\n  одна\n  две\n").find("note")->text == "одна две");
  CHECK(parsed("note: \"не # комментарий\"\n").find("note")->text == "не # комментарий");
}

TEST_CASE("positions count lines from one and columns in characters") {
  const Node root = parsed("id: anna\nроли: [мама, папа]\n");
  CHECK(at(root.at) == "1:1");
  CHECK(at(root.find("id")->at) == "1:5");
  CHECK(at(root.entries[1].key.at) == "2:1");
  CHECK(at(root.find("роли")->at) == "2:7");
  CHECK(at(root.find("роли")->items[0].at) == "2:8");
  CHECK(at(root.find("роли")->items[1].at) == "2:14");
}

TEST_CASE("positions are those of the value, not of comments and blank lines around it") {
  const Node root = parsed("# вступление\n\nname:   Анна # имя\nunit:\n  6Б\n");
  CHECK(at(root.find("name")->at) == "3:9");
  CHECK(at(root.find("unit")->at) == "5:3");
}

TEST_CASE("a null word has a position like any other scalar") {
  CHECK(at(parsed("имя: null\n").find("имя")->at) == "1:6");
  CHECK(at(parsed("имя: [а, ~]\n").find("имя")->items[1].at) == "1:10");
}

TEST_CASE("lines may end with CRLF, which is no part of a value") {
  const Node root = parsed("id: anna\r\nname: Анна\r\nroles:\r\n  - mentee\r\nunit: null\r\n");
  CHECK(outline(root) == "{id=anna, name=Анна, roles=[mentee], unit=null}");
  CHECK(at(root.find("name")->at) == "2:7");
}

TEST_CASE("a document without a line end at its end is whole") {
  CHECK(outline(parsed("id: anna\nname: Анна")) == "{id=anna, name=Анна}");
}

TEST_CASE("a document may begin with --- and end with ...") {
  CHECK(outline(parsed("---\nid: anna\n...\n")) == "{id=anna}");
  CHECK(outline(parsed("--- {id: anna}\n")) == "{id=anna}");
}

TEST_CASE("a key is found by its text, and not where there is no mapping") {
  const Node root = parsed("id: anna\n");
  CHECK(root.find("name") == nullptr);
  CHECK(root.find("id")->find("id") == nullptr);
}

TEST_CASE("a stream is cut at its --- lines, each document with its first line") {
  CHECK(split("id: one\n---\nid: two\n---\nid: three\n") ==
        "1:id: one\n"
        "|2:---\nid: two\n"
        "|4:---\nid: three\n");
  CHECK(split("---\nid: one\n") == "1:---\nid: one\n");
  CHECK(split("--- # первый\nid: one\r\n---\r\nid: two") == "1:--- # первый\nid: one\r\n|3:---\r\nid: two");
  CHECK(split("--- {id: one}\n--- {id: two}\n") == "1:--- {id: one}\n|2:--- {id: two}\n");
}

TEST_CASE("what holds nothing but comments and blanks is no document") {
  CHECK(split("").empty());
  CHECK(split("\n \n# текст\n").empty());
  CHECK(split("# начало\n---\nid: one\n---\n# конец\n") == "2:---\nid: one\n");
  CHECK(split("---\n---\n").empty());
}

TEST_CASE("only a line of --- cuts, not one that begins like it or is indented") {
  CHECK(split("a: b\n----\n--\n ---\n---x\n") == "1:a: b\n----\n--\n ---\n---x\n");
}

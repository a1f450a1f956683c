// Everything that the strict YAML subset refuses, each with its line and column.
#include <doctest/doctest.h>

#include "storage/disk/limits.hpp"
#include "storage/yaml/yaml_problems.hpp"
#include "yaml_sample.hpp"

using namespace sample;

namespace {

std::string malformed(std::string_view place, std::string_view why) {
  return std::string{place} + " yaml-syntax yaml-syntax.malformed(<yaml." + std::string{why} + ">)";
}

}  // namespace

TEST_CASE("an anchor is refused") {
  CHECK(problems("имя: &а Анна\n") == "1:6 yaml-syntax yaml-syntax.anchor()");
  CHECK(problems("id: x\nroles: &r [mentee]\n") == "2:8 yaml-syntax yaml-syntax.anchor()");
  CHECK(problems("&all\nid: x\n") == "1:1 yaml-syntax yaml-syntax.anchor()");
  CHECK(problems("unit: &empty\nid: x\n") == "1:7 yaml-syntax yaml-syntax.anchor()");
}

TEST_CASE("an alias is refused") { CHECK(problems("имя: *a\n") == "1:6 yaml-syntax yaml-syntax.alias()"); }

TEST_CASE("a tag is refused") {
  CHECK(problems("имя: !!str Анна\n") == "1:6 yaml-syntax yaml-syntax.tag(!!str)");
  CHECK(problems("имя: !own Анна\n") == "1:6 yaml-syntax yaml-syntax.tag(!own)");
  CHECK(problems("roles: !!set [mentee]\n") == "1:8 yaml-syntax yaml-syntax.tag(!!set)");
  CHECK(problems("id: x\nкуратор: !!map\n  name: y\n").find("yaml-syntax.tag(!!map)") != std::string::npos);
  CHECK(problems("unit: !!null null\n") == "1:7 yaml-syntax yaml-syntax.tag(!!null)");
}

TEST_CASE("the column of a wrong escape is that of a character, not within one") {
  CHECK(problems("\"\\u02\u2028\n").starts_with("1:6 "));
}

TEST_CASE("a tag without a name is refused") { CHECK_FALSE(problems("имя: ! Анна\n").empty()); }

TEST_CASE("a merge key is refused, a value that looks like one is not") {
  CHECK(problems("id: x\n<<: {name: y}\n") == "2:1 yaml-syntax yaml-syntax.merge-key()");
  CHECK(problems("note: <<\n").empty());
  CHECK(problems("\"<<\": y\n").empty());
}

TEST_CASE("a key that is repeated is refused, with the line of the first") {
  CHECK(problems("id: x\nимя: а\nimя: б\nимя: в\n") == "4:1 duplicate-key duplicate-key.repeated(имя, #2)");
  CHECK(problems("forms:\n  - {id: a, id: b}\n") == "2:13 duplicate-key duplicate-key.repeated(id, #2)");
  CHECK(problems("a: {id: x}\nb: {id: x}\n").empty());
}

TEST_CASE("the line of a repeated key is that of the key itself") {
  CHECK(problems("roles:\n  - mentee\nroles: [mentor]\n") == "3:1 duplicate-key duplicate-key.repeated(roles, #1)");
}

TEST_CASE("a key that is a list or a mapping is refused") {
  CHECK(problems("[а, б]: x\n") == "1:1 yaml-syntax yaml-syntax.complex-key()");
  CHECK(problems("? {a: b}\n: x\n") == "1:3 yaml-syntax yaml-syntax.complex-key()");
}

TEST_CASE("a value without a key is refused") { CHECK_FALSE(problems(": x\n").empty()); }

TEST_CASE("a git conflict marker is refused, and each of them is told") {
  CHECK(problems("id: x\n<<<<<<< HEAD\nunit: 6А\n||||||| base\nunit: 5А\n=======\nunit: 6Б\n>>>>>>> theirs\n") ==
        "2:1 conflict-marker conflict-marker.found(<<<<<<<)\n"
        "4:1 conflict-marker conflict-marker.found(|||||||)\n"
        "6:1 conflict-marker conflict-marker.found(=======)\n"
        "8:1 conflict-marker conflict-marker.found(>>>>>>>)");
  CHECK(problems("<<<<<<<<< one\n") == "1:1 conflict-marker conflict-marker.found(<<<<<<<<<)");
  CHECK(problems("=======\r\n") == "1:1 conflict-marker conflict-marker.found(=======)");
}

TEST_CASE("what only resembles a conflict marker is none") {
  CHECK(problems("note: <<<<<<< HEAD\n").empty());
  CHECK(problems("note: |\n  =======\n").empty());
  CHECK(problems("========: x\n").empty());
}

TEST_CASE("a control character is refused, with its number") {
  CHECK(problems("имя: Ан\x1Bна\n") == "1:8 yaml-syntax yaml-syntax.control-character(U+001B)");
  CHECK(problems(std::string{"a: b\0c\n", 7}) == "1:5 yaml-syntax yaml-syntax.control-character(U+0000)");
  CHECK(problems("a: \x7F\n") == "1:4 yaml-syntax yaml-syntax.control-character(U+007F)");
  CHECK(problems("a: \xC2\x9B\n") == "1:4 yaml-syntax yaml-syntax.control-character(U+009B)");
  CHECK(problems("a: \xEF\xBF\xBF\n") == "1:4 yaml-syntax yaml-syntax.control-character(U+FFFF)");
  CHECK(problems("a: b\xEF\xBB\xBF\n") == "1:5 yaml-syntax yaml-syntax.control-character(U+FEFF)");
}

TEST_CASE("bytes that are not UTF-8 are refused, on every line where they are") {
  CHECK(problems("имя: Ан\xFFна\nid: x\nunit: 6\xC1\n") ==
        "1:8 yaml-syntax yaml-syntax.not-utf8()\n"
        "3:8 yaml-syntax yaml-syntax.not-utf8()");
  CHECK(problems("a: \xED\xA0\x80\n") == "1:4 yaml-syntax yaml-syntax.not-utf8()");
}

TEST_CASE("what follows the end of a document is refused") {
  CHECK(problems("id: x\n...\nid: y\n").find("yaml-syntax.trailing-content()") != std::string::npos);
}

TEST_CASE("malformed YAML is refused in words of ours, at its place in characters") {
  CHECK(problems("имя: а: б\n") == malformed("1:7", "misplaced"));
  CHECK(problems("id: x\nимя: \"Анна\n") == malformed("2:6", "unclosed-quote"));
  CHECK(problems("id: 'Анна\n") == malformed("1:5", "unclosed-quote"));
  CHECK(problems("id: x\nимя: [а, б\n") == malformed("3:1", "unclosed"));
  CHECK(problems("имя: @а\n") == malformed("1:6", "unknown-token"));
  CHECK(problems("имя: \"\\q\"\n") == malformed("1:9", "escape"));  // yaml-cpp names the place behind it
  CHECK(problems("a:\n\tb: c\n").starts_with("2:"));
  CHECK(problems("а: ]\n").starts_with("1:4"));
}

TEST_CASE("eight levels within each other are read and nine are refused") {
  const auto nested = [](int levels) {
    return "a: " + std::string(static_cast<std::size_t>(levels - 1), '[') +
           std::string(static_cast<std::size_t>(levels - 1), ']') + '\n';
  };
  CHECK(problems(nested(storage::most_depth)).empty());
  CHECK(problems(nested(storage::most_depth + 1)) == "1:11 yaml-syntax yaml-syntax.too-deep(#8)");
  CHECK(problems(nested(20000)) == "1:11 yaml-syntax yaml-syntax.too-deep(#8)");
}

TEST_CASE("a line at the limit is read and a longer one is refused") {
  const auto line = [](std::size_t length) { return "id: x\na: " + std::string(length - 3, 'b') + '\n'; };
  CHECK(problems(line(storage::most_line_bytes)).empty());
  CHECK(problems(line(storage::most_line_bytes + 1)) == "2:1 yaml-syntax yaml-syntax.line-too-long(#60000)");
}

TEST_CASE("a document at the limit of bytes or lines is read and a larger one is refused") {
  const std::string refused = "1:1 yaml-syntax yaml-syntax.document-too-large(#1048576)";
  const std::string too_many_lines = "1:1 yaml-syntax yaml-syntax.too-many-lines(#60000)";
  const auto of_lines = [](std::size_t lines) { return "id: x\n" + std::string(lines - 1, '\n'); };
  CHECK(problems(of_lines(storage::most_document_lines)).empty());
  CHECK(problems(of_lines(storage::most_document_lines + 1)) == too_many_lines);
  std::string bytes = "id: x\n";
  while (bytes.size() + 1000 <= storage::most_document_bytes) {
    bytes += '#' + std::string(998, 'x') + '\n';
  }
  bytes += '#' + std::string(storage::most_document_bytes - bytes.size() - 1, 'x');
  CHECK(problems(bytes).empty());
  CHECK(problems(bytes + "x") == refused);
  for (const std::string start : {"---\n", "---\r\n"}) {
    CHECK(problems(start + bytes).empty());
    CHECK(problems(start + bytes + "x") == refused);
    CHECK(problems(start + of_lines(storage::most_document_lines)).empty());
    CHECK(problems(start + of_lines(storage::most_document_lines + 1)) == too_many_lines);
  }
}

TEST_CASE("a list or a mapping of more entries than the limit is refused, however small") {
  std::string list = "a: [";
  std::string map = "a:\n";
  for (std::size_t index = 0; index <= storage::most_entries; ++index) {
    list += "x,";
    map += "  k" + std::to_string(index) + ": x\n";
  }
  CHECK(problems(list + "]\n").ends_with("yaml-syntax yaml-syntax.too-many-entries(#1000)"));
  CHECK(problems(map).ends_with("yaml-syntax yaml-syntax.too-many-entries(#1000)"));
}

TEST_CASE("a block scalar that goes on behind its mark is told in words of ours") {
  CHECK(problems("note: > 5 hours\n") == malformed("1:9", "block"));
  CHECK(problems("note: |draft\n") == malformed("1:8", "block"));
  CHECK(problems("note: |0\n  a\n") == malformed("1:9", "block"));
}

TEST_CASE("what yaml-cpp would pass over in silence is told, at its place") {
  CHECK(problems("note: >#5 урок\n") == malformed("1:7", "block"));
  CHECK(problems("id: x\nnote: |-#5\nunit: 6А\n") == malformed("2:7", "block"));
  CHECK(problems("note: >5\n") == malformed("1:7", "block"));
  CHECK(problems("note: \"да\"#5 урок\n") == malformed("1:11", "comment"));
  CHECK(problems("roles: ['ё',#5\n  b]\n") == malformed("1:13", "comment"));
  CHECK(problems("roles: [a]#5\n") == malformed("1:11", "comment"));
  CHECK(problems("id: x\n%5 урок\n") == malformed("2:1", "directive"));
  CHECK(problems("note: !\n") == "1:7 yaml-syntax yaml-syntax.tag(!)");
  CHECK(problems("!\n") == "1:1 yaml-syntax yaml-syntax.tag(!)");
  CHECK(problems("note: |2-  # почему\n   x\n").empty());
  CHECK(problems("note: >\nunit: |- # пусто\n").empty());
  CHECK(problems("--- # a\n? id\n: x\nroles: [a , # b\n ]\n... # c\n").empty());
}

TEST_CASE("bytes that are no part of what was read of a document are found") {
  const auto dropped = [](const std::string& text, const std::string& read) {
    const auto problem = storage::find_dropped(text, lines_of(text), parsed(read));
    return problem ? at(problem->at) + ' ' + plain(problem->message) : "";
  };
  CHECK(dropped("id: x\nё: y\n", "id: x\n") == "2:1 yaml-syntax.malformed(<yaml.passed-over>)");
  CHECK(dropped("id: x\n ---\n", "id: x\n") == "2:2 yaml-syntax.malformed(<yaml.passed-over>)");
  CHECK(dropped("id: x\n&y\n", "id: x\n") == "2:1 yaml-syntax.anchor()");
  CHECK(dropped("id: x\nё: y\n", "id: x\nё: y\n").empty());
}

TEST_CASE("tags and directives that YAML cannot read are told in words of ours") {
  CHECK(problems("note: !!\n") == malformed("1:9", "unknown-token"));
  CHECK(problems("note: !<x\n") == malformed("1:10", "unknown-token"));
  CHECK(problems("note: !a !a\n") == malformed("1:10", "unknown-token"));
  CHECK(problems("%YAML 3.0\n---\nid: x\n") == malformed("1:1", "directive"));
  CHECK(problems("%TAG\n---\nid: x\n") == malformed("1:1", "directive"));
}

TEST_CASE("a last line whose colon nothing parts from its value is no key") {
  CHECK(problems("id: x\nuntil:2027-05-31\n") == malformed("2:1", "no-colon"));
  CHECK(problems("id: x\nnote:a:b") == malformed("2:1", "no-colon"));
  CHECK(problems("id: x\nhours # how many: 2") == malformed("2:1", "no-colon"));
  CHECK(problems("id: x\n\"hours\" # how many: 2") == malformed("2:1", "no-colon"));
  CHECK(problems("{id: x, note:a}\n") == malformed("1:9", "no-colon"));
  CHECK(problems("id: x\n~\n") == malformed("2:1", "no-colon"));
  CHECK(problems("{id: x, null}\n") == malformed("1:9", "no-colon"));
  CHECK(problems("id: x\nключ : \n").empty());
  CHECK(problems("id: x\n\"a\\\"b: c\":\n'd''e':\n").empty());
  CHECK(problems("{id: x, \"note\":, unit: }\n").empty());
  CHECK(problems("id: x\nnote:\n").empty());
  CHECK(problems("id: x\nnote: \n").empty());
  CHECK(problems("id: x\na:b:").empty());
}

TEST_CASE("the half of a line end is no part of the value before it") {
  CHECK(problems("id: x\r\nborn: 2010-04-12\r").empty());
  CHECK(std::get<storage::Node>(storage::parse_document("id: x\r\nborn: 2010-04-12\r")).find("born")->text ==
        "2010-04-12");
}

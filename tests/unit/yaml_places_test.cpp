// Where nodes stand, held against yaml-cpp, which is asked what it reads when other bytes take their place.
#include "storage/yaml/yaml_places.hpp"

#include <doctest/doctest.h>

#include "odd_records.hpp"
#include "yaml_oracle.hpp"
#include "yaml_sample.hpp"

using namespace sample;
using namespace mentor::storage;

namespace {

/// The bytes of a node of the document.
std::string_view of(std::string_view text, Extent extent) {
  return text.substr(extent.begin, extent.end - extent.begin);
}

}  // namespace

TEST_CASE("a value has its bytes, with quotes, brackets and signs, and without what follows") {
  const std::string text =
      "id: 'a''b' # c # c\nroles: [x , 'y' # ]\n ]\nnote: |2- # d\n   e\n\n  f \nunit: g\n  h # i\nname:\nnone: ~ # "
      "j\n";
  const Node root = parsed(text);
  const auto bytes = [&](std::string_view key) { return of(text, root.find(key)->bytes); };
  CHECK(bytes("id") == "'a''b'");
  CHECK(bytes("roles") == "[x , 'y' # ]\n ]");
  CHECK(bytes("note") == "|2- # d\n   e\n\n  f ");
  CHECK(of(text, sign_of(text, *root.find("note"))) == "|2-");
  CHECK(bytes("unit") == "g\n  h");
  CHECK(bytes("name").empty());
  CHECK(bytes("none") == "~");
  const std::vector<std::string_view> comments{"# c # c", "# ]", "# d", "# i", "# j"};
  CHECK(comments_of(text, root) == comments);
}

TEST_CASE("how a node is written is known") {
  using Style = Node::Style;
  const Node root = parsed("a: b\n'c': \"d\"\ne: |\n  f\ng: [h, i: j]\nk: {}\nl:\n- m\nn: ~\no:\n");
  CHECK(root.style == Style::lines);
  const std::vector<Style> styles{Style::bare,     Style::quoted, Style::block, Style::brackets,
                                  Style::brackets, Style::lines,  Style::bare,  Style::bare};
  REQUIRE(root.entries.size() == styles.size());
  for (std::size_t index = 0; index < styles.size(); ++index) {
    CAPTURE(root.entries[index].key.text);
    CHECK(root.entries[index].value.style == styles[index]);
  }
  CHECK(root.entries[1].key.style == Style::quoted);
  CHECK(root.find("g")->items[1].style == Style::lines);
}

TEST_CASE("a key has its colon, unless that is in another line") {
  const std::string text = "a: b\n\"c\" \t:\n? d\n: e\n";
  const Node root = parsed(text);
  CHECK(root.entries[0].colon == 1);
  CHECK(root.entries[1].colon == text.find("\t:") + 1);
  CHECK_FALSE(root.entries[2].colon.has_value());
}

TEST_CASE("an item that is left out stands behind its dash, and its list ends there") {
  const std::string text = "a:\n  - # - x\n  -\n  -   # c\n# d\nb: x\n";
  const Node root = parsed(text);
  const Node& list = *root.find("a");
  CHECK(of(text, list.bytes) == "- # - x\n  -\n  -");
  REQUIRE(list.items.size() == 3);
  CHECK(at(list.items[0].at) == "2:3");
  CHECK(at(list.items[2].at) == "4:3");
  CHECK(of(text, {list.items[1].bytes.begin, text.size()}) == "\n  -   # c\n# d\nb: x\n");
}

TEST_CASE("whatever takes the bytes of a node, yaml-cpp reads it there and the rest as before") {
  const std::vector<std::string> texts{
      "a: [b, 'c' , \"d\\\"]\" # ]\n  ]\ne: {f: , g: [h: i], \"j\": {}}\n",
      "a: |\n\n  b # c\n\nd: >+2\n   e\n\n\nf: |-\ng: > # h\ni: j\n",
      "- a\n-   b: c\n    d:\n      - e\n      -\n\n# f\n- - g\n  - 'h\n\n    i'\n-\n",
      "a:\n- b\n-\n- - c\n  -   # - d\n  # e\nf:\n",
      "? a # b\n: c\n? d\n: - e\n  -\n# f\n",
      "--- # a\n'b' : c d\n  e  # f\ng:\n  \"h\\\n   i\" # j\n... # k\n",
      "a: b\r\nc: |\r\n  d\r\n\r\ne:\r\n- f # g\r\n-\r\n",
      "a: ~ # b\nc: [null, ~]\nd: {e: NULL, f: ~}\n",
      "a: b#c:d\ne: f:g\n",
      "{a: b, # c\n d: , e: [ , f]}\n",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    const Node root = parsed(text);
    CHECK(meaning(root, nullptr) == meaning(YAML::Load(text)));
    CHECK(misplaced(text, root) == "");
  }
  OddRecords odd{15};
  int read = 0;
  for (int count = 0; count < 300; ++count) {
    const std::string file = odd.activity("one", "2026-05-10");
    const std::string text{split_documents(without_byte_order_mark(file)).front().text};
    CAPTURE(text);
    const auto result = parse_document(text);
    if (const auto* root = std::get_if<Node>(&result)) {
      ++read;
      CHECK(misplaced(text, *root) == "");
    }
  }
  CHECK(read > 200);
}

#include "render/diff.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace {

using Text = std::optional<std::string>;

std::string diff(const Text& before, const Text& after, bool color = false) {
  std::ostringstream out;
  mentor::render::diff(out, "pairs/work.yaml", before, after, color);
  return out.str();
}

}  // namespace

TEST_CASE("a new file is all additions") {
  CHECK(diff(std::nullopt, "id: a\nform: b\n") ==
        "--- /dev/null\n+++ b/pairs/work.yaml\n@@ -0,0 +1,2 @@\n+id: a\n+form: b\n");
}

TEST_CASE("a removed file is all removals") {
  CHECK(diff("id: a\n", std::nullopt) == "--- a/pairs/work.yaml\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-id: a\n");
}

TEST_CASE("a changed line stands with three lines around it") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n") ==
        "--- a/pairs/work.yaml\n+++ b/pairs/work.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
}

TEST_CASE("a line added at the end or the beginning is one addition") {
  CHECK(diff("1\n2\n", "1\n2\n3\n").ends_with("@@ -1,2 +1,3 @@\n 1\n 2\n+3\n"));
  CHECK(diff("1\n2\n", "0\n1\n2\n").ends_with("@@ -1,2 +1,3 @@\n+0\n 1\n 2\n"));
  CHECK(diff("1\n1\n", "1\n1\n1\n").ends_with("@@ -1,2 +1,3 @@\n 1\n 1\n+1\n"));
}

TEST_CASE("changes that stand apart are told apart, and what is between them is left out") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n")
            .ends_with("@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+y\n"));
}

TEST_CASE("a line between two that change is told as it was") {
  CHECK(diff("1\n2\n3\n", "x\n2\ny\n").ends_with("@@ -1,3 +1,3 @@\n-1\n+x\n 2\n-3\n+y\n"));
}

TEST_CASE("the same text is no diff") { CHECK(diff("1\n2\n", "1\n2\n").empty()); }

TEST_CASE("lines that differ are colored and lines that do not are not") {
  const auto all = diff("1\n2\n", "1\n3\n", true);
  CHECK(all.ends_with(" 1\n\x1B[31m-2\x1B[0m\n\x1B[32m+3\x1B[0m\n"));
}

TEST_CASE("a text cannot steer the terminal through its diff") {
  CHECK(diff(std::nullopt, "a\x1B[31m\u202E\r\n").find("+a\\x1b[31m\\u202e\\r\n") != std::string::npos);
}

TEST_CASE("a line end that is missing at the end is told as git does") {
  CHECK(diff("1\n2", "1\n2\n").find("\\ No newline at end of file\n") != std::string::npos);
}

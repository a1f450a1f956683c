#include "storage/yaml/canonical_scanner.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "scanned.hpp"

using namespace mentor;
using sample::require_same_scalars;
using namespace mentor::storage;

namespace {

using Texts = std::vector<std::string>;

/// What the scanner takes of a field called `x` with that text behind its name; nothing when it takes none.
std::optional<Texts> scanned(const std::string& text, Shape shape) {
  const std::string document = "x:" + text;
  CanonicalScanner scanner{document};
  Values values;
  if (!scanner.take_key("x", shape)) {
    return std::nullopt;
  }
  const auto taken = scanner.take_values(shape, values);
  return taken.empty() || !scanner.is_at_end() ? std::nullopt : std::optional{Texts{taken.begin(), taken.end()}};
}

}  // namespace

TEST_CASE("each shape is taken as mentor writes it") {
  CHECK(scanned(" 6Б\n", Shape::dated) == Texts{"", "6Б"});
  CHECK(scanned(" {2026-09-14: 6Б, 2027-09-01: \"\"}\n", Shape::dated) == Texts{"2026-09-14", "6Б", "2027-09-01", ""});
  CHECK(scanned(" [mentee, mentor]\n", Shape::dated_words) == Texts{"", "mentee", "", "mentor"});
  CHECK(scanned(" {2025-09-10: [mentee], 2026-09-10: [mentee, mentor], 2027-09-10: []}\n", Shape::dated_words) ==
        Texts{"2025-09-10", "mentee", "2026-09-10", "mentee", "2026-09-10", "mentor", "2027-09-10", ""});
  CHECK(scanned("\n  comfort: 7\n  useful: \"да, очень\"\n", Shape::entries) ==
        Texts{"comfort", "7", "useful", "да, очень"});
}

TEST_CASE("what is not plainly canonical is not taken in any shape") {
  for (const std::string text : {" {}\n",
                                 " {2026-09-14: 6Б\n",
                                 " {2026-09-14: 6Б}}\n",
                                 " {2026-09-14: 6Б }\n",
                                 " { 2026-09-14: 6Б}\n",
                                 " {2026-09-14:6Б}\n",
                                 " {2026-09-14: 6Б, 2026-09-14: 7Б}\n",
                                 " {2026-09-14: a: b}\n",
                                 " {2026-09-14: 'a'}\n",
                                 " {2026-09-14: [a, [b]]}\n",
                                 " {2026-09-14: [a,b]}\n",
                                 " {2026-09-14: a?b}\n",
                                 " {2026-09-14: a} # c\n",
                                 "\n  a: b\n  a: c\n",
                                 "\n  a: b\n   c: d\n",
                                 "\n  a:\n",
                                 "\n a: b\n",
                                 "\n  a: [b]\n",
                                 "\n  a: b # c\n",
                                 "\n  \"a\": b\n",
                                 "\n"}) {
    for (const Shape shape : {Shape::dated, Shape::dated_words, Shape::entries}) {
      CAPTURE(text);
      CHECK_FALSE(scanned(text, shape));
    }
  }
}

TEST_CASE("whatever the scanner takes of a field yaml-cpp reads the same") {
  for (const std::string sound : {" {2025-09-10: [mentee], 2026-09-10: [mentee, \"12\"], 2027-09-10: []}\n",
                                  " {2026-09-14: 6Б, 2027-09-01: \"7, Б\", 2028-09-01: \"\"}\n",
                                  "\n  comfort: 7\n  useful: \"да, очень\"\n", " [mentee, mentor]\n", " 6Б\n"}) {
    for (std::size_t place = 0; place < sound.size(); ++place) {
      require_same_scalars("x:" + sound.substr(0, place) + sound.substr(place + 1));
      for (const char byte : {'\n', ' ', ':', '#', '"', '-', ',', '\t', '}', '{', '[', ']', '?', '0', 'a'}) {
        std::string changed = sound;
        changed[place] = byte;
        require_same_scalars("x:" + changed);
        require_same_scalars("x:" + sound.substr(0, place) + byte + sound.substr(place));
      }
    }
  }
}

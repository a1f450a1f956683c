// What mentor/text.hpp promises of the functions that the core is handed, held by those of the language layer.
#include "mentor/text.hpp"

#include <doctest/doctest.h>

#include "language/unicode.hpp"

using namespace mentor;

TEST_CASE("texts that a person would call the same fold alike") {
  const Fold fold = language::folding();
  CHECK(fold("Семёнова АННА") == fold("семенова анна"));
  CHECK(fold("е\u0308ж") == fold("ёж"));  // ё as two characters
  CHECK(fold("Ученик – ученик") == fold("ученик - ученик"));
  CHECK(fold("ученик — ученик") == fold("ученик \u2212 ученик"));
  CHECK(fold("  Анна \t Петровна\u00A0") == fold("Анна Петровна"));
}

TEST_CASE("texts that a person would tell apart fold apart") {
  const Fold fold = language::folding();
  CHECK(fold("Анна") != fold("Анна П"));
  CHECK(fold("мой") != fold("мои"));
  CHECK(fold("ученик-ученик") != fold("ученик ученик"));
  CHECK(fold("6А") != fold("6Б"));
}

TEST_CASE("folding a folded text changes nothing") {
  const Fold fold = language::folding();
  for (const std::string text : {"Семёнова  АННА", "Straße", "ﬁ", "İ", "6Б – 10А", "", "\u00AD"}) {
    CAPTURE(text);
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("a text has one key, a long one too, and another text has another") {
  const SortKey key = language::russian_order();
  std::string longest;
  for (int count = 0; count < 500; ++count) {
    longest += "Ё1";
  }
  for (const std::string& text : {std::string{}, std::string{"Анна"}, std::string{"ё"}, longest}) {
    CHECK(key(text) == key(text));
    CHECK(key(text) < key(text + "а"));
  }
}

TEST_CASE("a text is read with LF line ends, and a CR within a line stays") {
  CHECK(with_line_feeds("a\r\nb\n") == "a\nb\n");
  CHECK(with_line_feeds("a\rb\r\n") == "a\rb\n");
  CHECK(with_line_feeds("a\r\nb\r") == "a\nb");
  CHECK(with_line_feeds("").empty());
}

TEST_CASE("a text is split at its commas, empty parts kept") {
  CHECK(split_at_commas("a,b") == std::vector<std::string>{"a", "b"});
  CHECK(split_at_commas("a") == std::vector<std::string>{"a"});
  CHECK(split_at_commas(",") == std::vector<std::string>{"", ""});
}

TEST_CASE("a tidy line has single blanks, and none around it") {
  CHECK(tidy_line("  Семёнова \t Анна\u00A0\u202FИгоревна ") == "Семёнова Анна Игоревна");
  for (const std::string_view text : {"", "Анна", "Семёнова Анна", "6Б", "…", "Â à"}) {
    CAPTURE(text);
    CHECK(is_tidy_line(text));
    CHECK(tidy_line(text) == text);
  }
  for (const std::string_view text : {" ", " Анна", "Анна ", "а  б", "а\tб", "а\u00A0б", "а\u202Fб"}) {
    CAPTURE(text);
    CHECK_FALSE(is_tidy_line(text));
    CHECK(is_tidy_line(tidy_line(text)));
  }
}

TEST_CASE("a byte is counted in a text of any length, and in one that has many") {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 31U, 32U, 33U, 255U, 256U, 4096U, 5000U, 100'000U}) {
    std::string text(size, 'a');
    CHECK(occurrences(text, 'a') == size);
    CHECK(occurrences(text, '\n') == 0);
    for (std::size_t place = 0; place < size; place += 7) {
      text[place] = '\n';
    }
    CHECK(occurrences(text, '\n') == (size + 6) / 7);
  }
  CHECK(occurrences("\xFF\x80\xFF", '\xFF') == 2);
}

#include "mentor/activity_line.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <set>
#include <sstream>

using namespace mentor;

namespace {

bool is_one_of(const std::set<std::string>& texts, const std::string& text) { return texts.contains(text); }

const LineMeanings line_meanings{
    [](const std::string& text) {
      return is_one_of({"Зуев", "Семёнова", "Кузнецов", "Кузнецов 11Б", "Проект", "Зуев Пётр", "Пётр", "2"}, text);
    },
    [](const std::string& text, const std::vector<std::string>& pairs) {
      return is_one_of({"проект", "Проект", "классные часы", "май"}, text) ||
             (text == "урок" && pairs == std::vector<std::string>{"Семёнова"});
    },
    [](const std::string& text) {
      return is_one_of({"вчера", "1.5", "5 ноября", "май"}, text);
    },
    [](const std::string& text) {
      return is_one_of({"1", "1,5", "1.5", "2 урока", "1 ч 30 мин", "5"}, text);
    },
};

std::vector<std::string> words_in(const std::string& line) {
  std::istringstream stream{line};
  return {std::istream_iterator<std::string>{stream}, {}};
}

/// Each reading as `pairs | type | day | hours`.
std::string readings(const std::string& line, const GivenByOptions& given = {}) {
  std::string told;
  for (const ActivityLine& reading : readings_of(words_in(line), given, line_meanings)) {
    told += told.empty() ? "" : "; ";
    for (const std::string& pair : reading.pairs) {
      told += (&pair == &reading.pairs.front() ? "" : "+") + pair;
    }
    told += " | " + reading.type.value_or("-") + " | " + reading.on.value_or("-") + " | " + reading.hours.value_or("-");
  }
  return told;
}

}  // namespace

TEST_CASE("behind the pair come a type, a day and a duration in any order") {
  CHECK(readings("Зуев проект 1") == "Зуев | проект | - | 1");
  CHECK(readings("Зуев вчера проект 1,5") == "Зуев | проект | вчера | 1,5");
  CHECK(readings("Зуев 1,5 вчера проект") == "Зуев | проект | вчера | 1,5");
  CHECK(readings("Зуев") == "Зуев | - | - | -");
  CHECK(readings("Зуев Семёнова проект") == "Зуев+Семёнова | проект | - | -");
}

TEST_CASE("words that belong together count as one") {
  CHECK(readings("Кузнецов 11Б классные часы 2 урока 5 ноября") == "Кузнецов 11Б | классные часы | 5 ноября | 2 урока");
  CHECK(readings("Зуев проект 1 ч 30 мин") == "Зуев | проект | - | 1 ч 30 мин");
  CHECK(readings("Зуев Пётр проект") == "Зуев Пётр | проект | - | -");
}

TEST_CASE("a line with two readings gives both, and a further word may leave one") {
  CHECK(readings("Зуев проект 1.5") == "Зуев | проект | 1.5 | -; Зуев | проект | - | 1.5");
  CHECK(readings("Зуев проект 1.5 вчера") == "Зуев | проект | вчера | 1.5");
  CHECK(readings("Зуев май") == "Зуев | - | май | -; Зуев | май | - | -");
  CHECK(readings("Зуев Проект") == "Зуев+Проект | - | - | -; Зуев | Проект | - | -");
}

TEST_CASE("what an option has given is no word of the line") {
  CHECK(readings("Зуев проект 1.5", {.on = true}) == "Зуев | проект | - | 1.5");
  CHECK(readings("Зуев проект 1.5", {.hours = true}) == "Зуев | проект | 1.5 | -");
  CHECK(readings("Зуев проект", {.type = true}).empty());
}

TEST_CASE("a type may depend on the pair") {
  CHECK(readings("Семёнова урок 1") == "Семёнова | урок | - | 1");
  CHECK(readings("Зуев урок 1").empty());
}

TEST_CASE("a line is read whole or not at all") {
  CHECK(readings("проект Зуев").empty());
  CHECK(readings("Зуев проект 1 1,5").empty());
  CHECK(readings("Зуев проект тема").empty());
  CHECK(unknown_word(words_in("Зуев проект тема"), line_meanings) == "тема");
  CHECK_FALSE(unknown_word(words_in("Зуев проект 1 1,5"), line_meanings));
  CHECK_FALSE(unknown_word(words_in("Зуев проект 1 ч 30 мин"), line_meanings));
}

TEST_CASE("what keeps a line from being read whole is named") {
  using Kind = LineFault::Kind;
  const auto fault = [](const std::string& line) { return fault_of(words_in(line), {}, line_meanings); };
  CHECK(fault("вчера Зуев проект 1") == LineFault{Kind::pair_not_first, "Зуев вчера проект 1"});
  CHECK(fault("проект Кузнецов 11Б 1") == LineFault{Kind::pair_not_first, "Кузнецов 11Б проект 1"});
  CHECK(fault("Зуев проект 1 1,5") == LineFault{Kind::two_durations, "1", "1,5"});
  CHECK(fault("Зуев проект вчера 5 ноября") == LineFault{Kind::two_days, "вчера", "5 ноября"});
  CHECK(fault("Зуев проект классные часы") == LineFault{Kind::two_types, "проект", "классные часы"});
  CHECK_FALSE(fault("Зуев проект тема"));
  CHECK_FALSE(fault("Зуев проект проект вчера вчера"));
}

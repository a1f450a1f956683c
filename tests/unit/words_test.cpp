#include "language/words.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;
using language::Words;

namespace {

const Words in_russian{Language::ru};
const Words in_english{Language::en};

/// An argument as it is said within a sentence.
std::string said(const Words& words, Argument argument) { return words.say({"period.from", {std::move(argument)}}); }

}  // namespace

TEST_CASE("a date is said in words in Russian and as in records in English") {
  CHECK(in_russian.date(day("2026-10-05")) == "5 октября 2026 г.");
  CHECK(in_english.date(day("2026-10-05")) == "2026-10-05");
  CHECK(in_russian.short_date(day("2026-10-05")) == "05.10.2026");
  CHECK(in_english.short_date(day("2026-10-05")) == "2026-10-05");
}

TEST_CASE("every month has its name, its name in a date and its short name") {
  CHECK(in_russian.month({2026, 10}) == "октябрь 2026");
  CHECK(in_english.month({2026, 10}) == "October 2026");
  CHECK(in_russian.short_month({2026, 10}) == "окт 26");
  CHECK(in_english.short_month({2001, 5}) == "May 01");
  std::string names;
  for (unsigned month = 1; month <= 12; ++month) {
    names += in_russian.date(*Date::from(2026, month, 1)) + ' ';
  }
  CHECK(names ==
        "1 января 2026 г. 1 февраля 2026 г. 1 марта 2026 г. 1 апреля 2026 г. 1 мая 2026 г. 1 июня 2026 г. "
        "1 июля 2026 г. 1 августа 2026 г. 1 сентября 2026 г. 1 октября 2026 г. 1 ноября 2026 г. 1 декабря 2026 г. ");
}

TEST_CASE("a period is said by its ends, an open one by the other end") {
  CHECK(in_russian.period(days("2025-09-01", "2026-08-31")) == "1 сентября 2025 г. – 31 августа 2026 г.");
  CHECK(in_english.period(days("2025-09-01", "2026-08-31")) == "2025-09-01 – 2026-08-31");
  CHECK(in_russian.period(Period::all()) == "за всё время");
  CHECK(in_russian.period(days("2025-09-01", "2199-12-31")) == "с 1 сентября 2025 г.");
  CHECK(in_english.period(days("1900-01-01", "2026-08-31")) == "until 2026-08-31");
}

TEST_CASE("hours have the decimal sign of the language") {
  CHECK(in_russian.duration(*Duration::parse("1.5")) == "1,5");
  CHECK(in_english.duration(*Duration::parse("1.5")) == "1.5");
  CHECK(in_russian.duration(*Duration::parse("36")) == "36");
  CHECK(in_russian.decimal_hours(*Duration::parse("0:20")) == "0,3333");
  CHECK(in_english.decimal_hours(*Duration::parse("0:20")) == "0.3333");
}

TEST_CASE("minutes that no decimal says exactly are said as they are, in both languages") {
  CHECK(in_russian.duration(*Duration::parse("0:20")) == "0:20");
  CHECK(in_english.duration(*Duration::parse("1:40")) == "1:40");
  CHECK(in_russian.duration(*Duration::parse("1:30")) == "1,5");
}

TEST_CASE("years are said with the form of the noun that goes with the number") {
  const auto years = [](const Words& words, int number) { return said(words, Years{number}); };
  CHECK(years(in_russian, 1) == "с 1 год");
  CHECK(years(in_russian, 2) == "с 2 года");
  CHECK(years(in_russian, 5) == "с 5 лет");
  CHECK(years(in_russian, 11) == "с 11 лет");
  CHECK(years(in_russian, 21) == "с 21 год");
  CHECK(years(in_russian, 112) == "с 112 лет");
  CHECK(years(in_english, 1) == "from 1");
  CHECK(years(in_english, 16) == "from 16");
}

TEST_CASE("things are counted with the form of the noun that goes with the number") {
  CHECK(in_russian.count(1, "noun.errors") == "1 ошибка");
  CHECK(in_russian.count(2, "noun.errors") == "2 ошибки");
  CHECK(in_russian.count(5, "noun.errors") == "5 ошибок");
  CHECK(in_russian.count(11, "noun.warnings") == "11 предупреждений");
  CHECK(in_russian.count(21, "noun.notes") == "21 замечание");
  CHECK(in_english.count(1, "noun.errors") == "1 error");
  CHECK(in_english.count(0, "noun.errors") == "0 errors");
  CHECK(in_english.count(21, "noun.errors") == "21 errors");
}

TEST_CASE("each kind of argument is said in the language of the message") {
  CHECK(said(in_russian, AgeRange::parse("10-15").value()) == "с 10–15 лет");
  CHECK(said(in_russian, AgeRange::parse("18+").value()) == "с от 18 лет");
  CHECK(said(in_russian, AgeRange::parse("any").value()) == "с любой возраст");
  CHECK(said(in_english, AgeRange::parse("10-15").value()) == "from 10–15");
  CHECK(said(in_english, Label{"пара", "pair"}) == "from pair");
  CHECK(said(in_russian, Labels{{"пара", "pair"}, {"форма", "form"}}) == "с пара, форма");
  CHECK(said(in_english, Texts{"a", "b"}) == "from a, b");
  CHECK(said(in_english, Phrase{"cell.unknown"}) == "from " + in_english.text("cell.unknown"));
  CHECK(said(in_russian, day("2026-10-05")) == "с 5 октября 2026 г.");
  CHECK(said(in_russian, *Duration::parse("0.5")) == "с 0,5");
  CHECK(said(in_russian, std::int64_t{7}) == "с 7");
}

TEST_CASE("braces in what was typed are text and not placeholders") {
  CHECK(said(in_english, std::string{"{0} {} {{"}) == "from {0} {} {{");
}

TEST_CASE("the sentence of the design is said to the letter") {
  const Message message = say("mentee-age.out", std::string{"Семёнова Анна Игоревна"}, Years{16}, day("2026-10-05"),
                              Label{"обучающийся", "pupil"}, AgeRange::parse("10-15").value());
  CHECK(in_english.say(message) == "Семёнова Анна Игоревна is 16 on 2026-10-05, a mentee pupil is 10–15");
}

TEST_CASE("a long value is cut in a sentence") {
  const std::string sentence = Words{Language::en}.say(say("usage.unknown-option", std::string(5000, 'x')));
  CHECK(sentence.size() < 200);
  CHECK(sentence.ends_with("x…"));
}

TEST_CASE("what a quoted value quotes itself has inner quotation marks, and elsewhere the outer ones") {
  const Message sentence{"reference.none", {Label{"Документ", "Document"}, std::string{"Анкета «Ученик»"}}};
  CHECK(in_russian.say(sentence).find("«Анкета „Ученик“»") != std::string::npos);
  const Message english{"reference.none", {Label{"Документ", "Document"}, std::string{"Sheet “Pupil”"}}};
  CHECK(in_english.say(english).find("“Sheet ‘Pupil’”") != std::string::npos);
  CHECK(said(in_russian, std::string{"Анкета «Ученик»"}) == "с Анкета «Ученик»");
  const Message odd{"reference.none", {Label{"Документ", "Document"}, std::string{"»«"}}};
  CHECK(in_russian.say(odd).find("«»«»") != std::string::npos);  // marks that do not go together stay
}

TEST_CASE("a moment is told to the minute, as the language writes days") {
  CHECK(in_russian.moment("2026-11-28 14:05:59") == "28.11.2026 14:05");
  CHECK(in_english.moment("2026-11-28 14:05:59") == "2026-11-28 14:05");
  CHECK(in_russian.moment("yesterday") == "yesterday");
}

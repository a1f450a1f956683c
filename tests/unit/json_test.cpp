#include "render/json.hpp"

#include <doctest/doctest.h>

#include "render_sample.hpp"

using namespace sample;

namespace {

/// A value as it stands in an object.
std::string written(const nlohmann::ordered_json& value) {
  std::ostringstream out;
  render::JsonWriter writer{out, "schema", "s"};
  writer.add("x", value);
  writer.finish();
  const std::string text = out.str();
  const std::string before = "{\n  \"schema\": \"s\",\n  \"x\": ";
  const std::string after = "\n}\n";
  REQUIRE(text.starts_with(before));
  REQUIRE(text.ends_with(after));
  return text.substr(before.size(), text.size() - before.size() - after.size());
}
/// The JSON of one cell.
std::string cell(Cell value) {
  const auto json = nlohmann::ordered_json::parse(rendered(render::json, list_of({column("x")}, {{std::move(value)}})));
  return json["things"][0]["x"].dump();
}

}  // namespace

TEST_CASE("a report in JSON has its keys in a fixed order") {
  CHECK(rendered(render::json, full_report(), russian) == R"({
  "schema": "mentor/1",
  "report": "sample",
  "period": {
    "from": "2026-09-01",
    "until": "2027-08-31"
  },
  "organization": "Гимназия",
  "today": "2026-11-23",
  "revision": "",
  "sections": {
    "people": [
      {
        "id": "a1",
        "name": "Анна"
      }
    ],
    "work": [
      {
        "type": "project",
        "hours": 1.5
      }
    ]
  },
  "totals": {
    "work": {
      "type": "total",
      "hours": 1.5
    }
  }
}
)");
}

TEST_CASE("chapters in JSON give their facts, tables and gaps under their keys") {
  CHECK(nlohmann::ordered_json::parse(rendered(render::json, chaptered_report())).dump() ==
        R"({"schema":"mentor/1","report":"chapters","facts":{"half":{"part":1,"whole":2},"none":null},)"
        R"("sections":{"figures":[{"name":"a","share":{"part":1,"whole":3},"mean":{"mean":4.3333,"count":3},)"
        R"("site":"https://example.org/x"},{"name":"b","share":null,"mean":null,"site":"javascript:x"}],)"
        R"("other":[{"id":"x"}]},"gaps":[{"message":"5%","records":[{"id":"anna","name":"Семёнова Анна"},)"
        R"({"id":"ivan","name":"Иванов"}]}]})");
}

TEST_CASE("a list in JSON is its rows under the name of the kind") {
  CHECK(rendered(render::json, list_of({column("id")}, {})) == "{\n  \"schema\": \"mentor/1\",\n  \"things\": []\n}\n");
}

TEST_CASE("JSON is the same in both languages") {
  CHECK(rendered(render::json, full_report(), russian) == rendered(render::json, full_report(), english));
}

TEST_CASE("an end of the period that is open is null") {
  Report report = full_report();
  report.period = Period::all();
  const auto json = nlohmann::ordered_json::parse(rendered(render::json, report));
  CHECK(json["period"].dump() == R"({"from":null,"until":null})");
}

TEST_CASE("each kind of cell has its type in JSON") {
  CHECK(cell(std::monostate{}) == "null");
  CHECK(cell(Unknown{}) == "null");
  CHECK(cell(std::string{"a"}) == "\"a\"");
  CHECK(cell(std::int64_t{0}) == "0");
  CHECK(cell(today) == "\"2026-11-23\"");
  CHECK(cell(Month{2026, 11}) == "\"2026-11\"");
  CHECK(cell(project()) == "\"project\"");
  CHECK(cell(anna()) == R"({"id":"anna","name":"Семёнова Анна"})");
  CHECK(cell(std::vector{Labelled{"a", {}}}) == R"(["a"])");
  CHECK(cell(std::vector<Reference>{}) == "[]");
}

TEST_CASE("what changes by days is a list of them in JSON, and entries are an object") {
  CHECK(cell(History{{std::nullopt, std::string{"6Б"}}}) == R"([{"from":null,"value":"6Б"}])");
  CHECK(cell(History{{today, Labelled{"pupil", {}}}, {today.plus_days(1), std::monostate{}}}) ==
        R"([{"from":"2026-11-23","value":"pupil"},{"from":"2026-11-24","value":null}])");
  CHECK(cell(History{{today, std::vector{Labelled{"mentee", {}}}}}) == R"([{"from":"2026-11-23","value":["mentee"]}])");
  CHECK(cell(Entries{{{"comfort", "7"}, {"useful", "да"}}}) == R"({"comfort":"7","useful":"да"})");
}

TEST_CASE("hours are decimals without a rounding error") {
  for (const std::string text : {"0.1", "0.07", "1.5", "36", "12.34", "999.99", "1000"}) {
    CHECK(cell(Duration::parse(text).value()) == text);
  }
}

TEST_CASE("minutes are hours to four places in JSON, and no more than it needs") {
  CHECK(cell(Duration::parse("0:20").value()) == "0.3333");
  CHECK(cell(Duration::parse("0:40").value()) == "0.6667");
  CHECK(cell(Duration::parse("1:30").value()) == "1.5");
  CHECK(cell(Duration::parse("999:59").value()) == "999.9833");
  CHECK(cell(Duration{}) == "0");
  for (std::int64_t minutes = 1; minutes < 6000; ++minutes) {
    const Duration duration = Duration::from_seconds(minutes * 60).value();
    CHECK(cell(duration) == duration.to_decimal());
  }
}

TEST_CASE("characters that could steer a terminal are escaped in JSON") {
  CHECK(written("\x1B\x7F\u009B") == "\"\\u001b\\u007f\\u009b\"");
  CHECK(written("\u202E\u200B\uFEFF") == "\"\\u202e\\u200b\\ufeff\"");
  CHECK(written("\U000E0041") == "\"\\udb40\\udc41\"");
  CHECK(written("a\n\"б\"\\") == "\"a\\n\\\"б\\\"\\\\\"");
}

TEST_CASE("what is escaped in JSON is read back as it was") {
  const std::string text = "\x1B\x7F\u009B\u202E\U000E0041 😀 ё\n\t\"\\";
  CHECK(nlohmann::ordered_json::parse(written(text)).get<std::string>() == text);
}

TEST_CASE("malformed bytes do not stop JSON") { CHECK(written(std::string{"a\xFF"}) == "\"a\uFFFD\""); }

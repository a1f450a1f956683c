#include "json.hpp"

#include <fmt/format.h>

#include "cells.hpp"
#include "escape.hpp"
#include "mentor/utf8.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using Json = nlohmann::ordered_json;

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(Unknown) const { return nullptr; }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(Hours hours) const {
    if (hours.hundredths() % 100 == 0) {
      return hours.hundredths() / 100;
    }
    return static_cast<double>(hours.hundredths()) / 100;
  }
  Json operator()(Date date) const { return date.to_string(); }
  Json operator()(Month month) const { return month.to_string(); }
  Json operator()(const Labelled& labelled) const { return labelled.id.empty() ? Json(nullptr) : Json(labelled.id); }
  Json operator()(const Reference& reference) const { return {{"id", reference.id}, {"name", reference.name}}; }
  template <class Item>
  Json operator()(const std::vector<Item>& items) const {
    Json list = Json::array();
    for (const Item& item : items) {
      list.push_back((*this)(item));
    }
    return list;
  }
};

Json to_json(const Cell& cell) { return std::visit(ToJson{}, cell); }

Json row_to_json(const Section& section, const Row& row) {
  Json object = Json::object();
  for (std::size_t index = 0; index < section.columns.size(); ++index) {
    object[section.columns[index].key] = to_json(row[index]);
  }
  return object;
}

Json rows_to_json(const Section& section) {
  Json rows = Json::array();
  for (const Row& row : section.rows) {
    rows.push_back(row_to_json(section, row));
  }
  return rows;
}

}  // namespace

void write_json(std::ostream& out, const Json& value) {
  // nlohmann escapes C0 controls; DEL, C1 and the bidirectional controls can stand only within strings, so each can be
  // replaced by its escape wherever it is.
  std::string text = value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto decoded = utf8::decode(rest).value_or(utf8::Decoded{U'\uFFFD', 1});
    const auto bytes = rest.substr(0, decoded.length);
    if (decoded.character != '\n' && visible(bytes) != bytes) {
      const auto code = static_cast<std::uint32_t>(decoded.character);
      if (code < 0x10000) {
        out << fmt::format("\\u{:04x}", code);
      } else {
        out << fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0U + (code >> 10U), 0xDC00U + (code & 0x3FFU));
      }
    } else {
      out << bytes;
    }
    rest.remove_prefix(decoded.length);
  }
  out << '\n';
}

void json(std::ostream& out, const Report& report, const language::Words&, const Style&) {
  Json root{{"schema", json_schema}};
  if (report.bare) {
    for (const Section& section : report.sections) {
      root[section.key] = rows_to_json(section);
    }
    write_json(out, root);
    return;
  }
  root["report"] = report.name;
  if (report.period) {
    const auto end = [](Date date, Date open) { return date == open ? Json(nullptr) : Json(date.to_string()); };
    root["period"] = {{"from", end(report.period->first(), Date::earliest())},
                      {"until", end(report.period->last(), Date::latest())}};
  }
  // The fields of one record stand apart: they may be called anything.
  Json& facts = report.subject.empty() ? root : root["record"];
  for (const Fact& fact : report.facts) {
    facts[fact.key] = to_json(fact.value);
  }
  for (const Section& section : report.sections) {
    root["sections"][section.key] = rows_to_json(section);
    if (!section.total.empty()) {
      root["totals"][section.key] = row_to_json(section, section.total);
    }
  }
  write_json(out, root);
}

}  // namespace mentor::render

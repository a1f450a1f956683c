#include "json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cells.hpp"
#include "mentor/utf8.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using Json = nlohmann::ordered_json;

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(const Unknown&) const { return nullptr; }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(Amount amount) const { return Json::parse(amount.to_string()); }
  Json operator()(Duration duration) const {
    constexpr int one = 10'000;
    const std::int64_t hours = duration.ten_thousandths();
    return hours % one == 0 ? Json(hours / one) : Json(static_cast<double>(hours) / one);
  }
  Json operator()(Date date) const { return date.to_string(); }
  Json operator()(Month month) const { return month.to_string(); }
  Json operator()(const Share& share) const { return {{"part", share.part}, {"whole", share.whole}}; }
  Json operator()(const Mean& mean) const {
    return {{"mean", Json::parse(decimal(mean.sum, 100 * mean.count))}, {"count", mean.count}};
  }
  Json operator()(const Change& change) const { return Json::parse(machine(Cell{change})); }
  Json operator()(const Link& link) const { return link.address; }
  Json operator()(const Labelled& labelled) const { return labelled.id.empty() ? Json(nullptr) : Json(labelled.id); }
  Json operator()(const DatedCell& part) const {
    return {{"from", part.from ? Json(part.from->to_string()) : Json(nullptr)},
            {"value", std::visit(*this, part.value)}};
  }
  Json operator()(const Entries& entries) const {
    Json object = Json::object();
    for (const Entries::Entry& entry : entries.all()) {
      object[entry.key] = entry.text;
    }
    return object;
  }
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
    if (is_for_machines(section.columns[index])) {
      object[section.columns[index].key] = to_json(row[index]);
    }
  }
  return object;
}

/// Writes one line of JSON. Control and invisible characters that nlohmann leaves as they are become `\u` escapes. Such
/// characters stand only within strings.
void write_line(std::ostream& out, std::string_view line) {
  if (utf8::is_plain(line)) {
    out << line;
    return;
  }
  while (!line.empty()) {
    const auto decoded = utf8::decode(line).value_or(utf8::Decoded{U'\uFFFD', 1});
    const auto code = static_cast<std::uint32_t>(decoded.character);
    if (!utf8::is_steering(decoded.character)) {
      out << line.substr(0, decoded.length);
    } else if (code < 0x10000) {
      out << fmt::format("\\u{:04x}", code);
    } else {
      out << fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0U + (code >> 10U), 0xDC00U + (code & 0x3FFU));
    }
    line.remove_prefix(decoded.length);
  }
}

void begin_line(std::ostream& out, std::size_t depth) {
  out << '\n';
  for (std::size_t level = 0; level < depth; ++level) {
    out << "  ";
  }
}

/// Writes a value on as many lines as it needs. All lines but the first are indented by `depth` more levels.
void write_json(std::ostream& out, const Json& value, std::size_t depth) {
  const std::string text = value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string_view rest = text;
  for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    write_line(out, rest.substr(0, end));
    begin_line(out, depth);
    rest.remove_prefix(end + 1);
  }
  write_line(out, rest);
}

void write_rows(JsonWriter& writer, const Section& section) {
  writer.begin_array(section.key);
  section.rows.for_each([&](const Row& row) { writer.add(row_to_json(section, row)); });
  writer.end();
}

void write_facts(JsonWriter& writer, const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    writer.add(fact.key, to_json(fact.value));
  }
}

/// Writes what the report is about. Its tables come later.
void write_head(JsonWriter& writer, const Report& report) {
  writer.add("report", report.name);
  if (report.period) {
    const auto end = [](Date date, Date open) { return date == open ? Json(nullptr) : Json(date.to_string()); };
    writer.add("period", {{"from", end(report.period->first(), Date::earliest())},
                          {"until", end(report.period->last(), Date::latest())}});
  }
  if (!report.filters.empty()) {
    writer.begin_object("filters");
    write_facts(writer, report.filters);
    writer.end();
  }
  const bool of_record = !report.subject.empty();
  if (of_record) {  // a record's fields may have any names, so they stand apart
    writer.begin_object("record");
  }
  write_facts(writer, report.facts);
  if (of_record) {
    writer.end();
  }
  const auto has_facts = [](const Chapter& chapter) { return !chapter.facts.empty(); };
  if (std::any_of(report.chapters.begin(), report.chapters.end(), has_facts)) {
    writer.begin_object("facts");
    for (const Chapter& chapter : report.chapters) {
      write_facts(writer, chapter.facts);
    }
    writer.end();
  }
}

void write_totals(JsonWriter& writer, const std::vector<const Section*>& sections) {
  const auto has_total = [](const Section* section) { return !section->total.empty(); };
  if (std::none_of(sections.begin(), sections.end(), has_total)) {
    return;
  }
  writer.begin_object("totals");
  for (const Section* section : sections) {
    if (has_total(section)) {
      writer.add(section->key, row_to_json(*section, section->total));
    }
  }
  writer.end();
}

void write_gaps(JsonWriter& writer, const std::vector<const Gap*>& gaps, const language::Words& words) {
  if (gaps.empty()) {
    return;
  }
  writer.begin_array("gaps");
  for (const Gap* gap : gaps) {
    writer.add({{"message", words.say(gap->text)}, {"records", to_json(gap->records)}});
  }
  writer.end();
}

}  // namespace

JsonWriter::JsonWriter(std::ostream& out, std::string_view name, std::string_view schema) : out_(out), levels_{{'}'}} {
  out_ << '{';
  add(name, schema);
}

void JsonWriter::place(std::string_view name) {
  out_ << (levels_.back().is_empty ? "" : ",");
  levels_.back().is_empty = false;
  begin_line(out_, levels_.size());
  if (!name.empty()) {
    write_json(out_, name, levels_.size());
    out_ << ": ";
  }
}

void JsonWriter::add(std::string_view name, const Json& value) {
  place(name);
  write_json(out_, value, levels_.size());
}

void JsonWriter::begin(std::string_view name, char opening, char closing) {
  place(name);
  out_ << opening;
  levels_.push_back({closing});
}

void JsonWriter::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.is_empty) {
    begin_line(out_, levels_.size());
  }
  out_ << level.closing;
}

void JsonWriter::finish() {
  while (!levels_.empty()) {
    end();
  }
  out_ << '\n';
}

void json(std::ostream& out, const Report& report, const language::Words& words, const Style&) {
  JsonWriter writer{out, "schema", json_schema};
  const auto sections = blocks_of<Section>(report);
  if (!report.bare) {
    write_head(writer, report);
  }
  const bool has_room_of_their_own = !report.bare && !sections.empty();
  if (has_room_of_their_own) {
    writer.begin_object("sections");
  }
  for (const Section* section : sections) {
    write_rows(writer, *section);
  }
  if (report.health) {
    write_rows(writer, *report.health);
  }
  if (has_room_of_their_own) {
    writer.end();
  }
  if (!report.bare) {
    write_totals(writer, sections);
  }
  write_gaps(writer, blocks_of<Gap>(report), words);
  writer.finish();
}

}  // namespace mentor::render

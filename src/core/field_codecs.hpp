/// How a value is read from one scalar, written to it, and shown. A codec that refuses a scalar says what it expected.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "mentor/amount.hpp"
#include "mentor/compact_text.hpp"
#include "mentor/dated.hpp"
#include "mentor/entries.hpp"
#include "mentor/fields.hpp"
#include "mentor/first_day.hpp"
#include "mentor/maybe.hpp"
#include "mentor/places.hpp"
#include "mentor/program.hpp"
#include "mentor/text.hpp"

namespace mentor {

template <class Value>
struct Codec {};  // of a list, each element has a codec
template <class Value>
struct Codec<Dated<Value>> : Codec<Value> {};  // each part is read like a value

// How the id of each kind of thing is shown.

template <class Entry>
struct ListOf;  // the list of the model in which the entries stand
template <>
struct ListOf<Category> {
  static constexpr ModelList value = ModelList::categories;
};
template <>
struct ListOf<Form> {
  static constexpr ModelList value = ModelList::forms;
};
template <>
struct ListOf<ActivityType> {
  static constexpr ModelList value = ModelList::activity_types;
};
template <>
struct ListOf<Reason> {
  static constexpr ModelList value = ModelList::reasons;
};

template <>
struct ListOf<PlanPart> {
  static constexpr ModelList value = ModelList::parts;
};
template <>
struct ListOf<TrainingType> {
  static constexpr ModelList value = ModelList::trainings;
};
template <>
struct ListOf<RoleModel> {
  static constexpr ModelList value = ModelList::role_models;
};
template <>
struct ListOf<PairKind> {
  static constexpr ModelList value = ModelList::kinds;
};
template <>
struct ListOf<ResourceType> {
  static constexpr ModelList value = ModelList::resources;
};
template <>
struct ListOf<Instrument> {
  static constexpr ModelList value = ModelList::instruments;
};
template <>
struct ListOf<DocumentType> {
  static constexpr ModelList value = ModelList::documents;
};

/// An entry of the model.
template <class Tag>
concept IsWord = requires {
  ListOf<Tag>::value;
};

/// What a codec has if it says nothing else.
struct CodecBase {
  static constexpr std::span<const WordRow> choices{};
  static constexpr ModelList list = ModelList::categories;
  static constexpr std::size_t refers_to = kind_count;
  static constexpr bool has_lines = false;
};

/// What the codecs of all ids have in common.
template <class Tag>
struct IdCodec : CodecBase {
  static constexpr Shape shape = Shape::text;
  static constexpr Expected expected = key("expected.id");
  static std::optional<Id<Tag>> parse(std::string_view text) { return Id<Tag>::parse(text); }
  static std::string print(const Id<Tag>& id) { return id.to_string(); }
  static bool is_empty(const Id<Tag>& id) { return id.is_blank(); }
};

template <class Tag>
struct Codec<Id<Tag>> : IdCodec<Tag> {
  static constexpr Meaning meaning = Meaning::reference;
  static constexpr std::size_t refers_to = kind_index<Tag>();
  static Cell cell(const Id<Tag>& id, const CellView& view) {
    const Tag* record = view.program.find(id);
    return Reference{id.to_string(), record == nullptr ? id.to_string() : title_of(view.program, *record, view.day),
                     names_people<Tag>};
  }
};

template <IsWord Entry>
struct Codec<Id<Entry>> : IdCodec<Entry> {
  static constexpr Meaning meaning = Meaning::word;
  static constexpr ModelList list = ListOf<Entry>::value;
  static Cell cell(const Id<Entry>& id, const CellView& view) {
    const Entry* entry = view.program.model().find(id);
    std::string text = id.to_string();
    return entry != nullptr ? Labelled{std::move(text), entry->label} : Labelled{text, {text, text}};
  }
};

/// A record's own id. It refers to nothing.
template <class Record>
struct OwnIdCodec : IdCodec<Record> {
  static constexpr Meaning meaning = Meaning::own_id;
  static Cell cell(const Id<Record>& id, const CellView&) { return id.to_string(); }
};

template <>
struct Codec<Date> : CodecBase {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::date;
  static constexpr Expected expected = key("expected.date");
  static std::optional<Date> parse(std::string_view text) { return Date::parse(text); }
  static std::string print(const Date& date) { return date.to_string(); }
  static bool is_empty(const Date&) { return false; }
  static Cell cell(const Date& date, const CellView&) { return date; }
};

template <>
struct Codec<FirstDay> : Codec<Date> {
  static std::optional<FirstDay> parse(std::string_view text) {
    const auto day = Date::parse(text);
    return day ? std::optional{FirstDay{*day}} : std::nullopt;
  }
  static std::string print(const FirstDay& first) { return first.day().to_string(); }
  static bool is_empty(const FirstDay& first) { return !first.is_set(); }
  static Cell cell(const FirstDay& first, const CellView&) { return first.is_set() ? Cell{first.day()} : Cell{}; }
};

template <>
struct Codec<Born> : CodecBase {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::born;
  static constexpr Expected expected = key("expected.born");
  static std::optional<Born> parse(std::string_view text) { return Born::parse(text); }
  static std::string print(const Born& born) { return born.to_string(); }
  static Cell cell(const Born& born, const CellView&) {
    return born.is_exact() ? Cell{born.earliest()} : Cell{born.to_string()};
  }
};

template <>
struct Codec<Due> : CodecBase {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::due;
  static constexpr Expected expected = key("expected.due");
  static std::optional<Due> parse(std::string_view text) { return Due::parse(text); }
  static std::string print(const Due& due) { return due.to_string(); }
  static bool is_empty(const Due&) { return false; }
  static Cell cell(const Due& due, const CellView&) {
    return due.is_month() ? Cell{month_of(due.last())} : Cell{due.last()};
  }
};

template <>
struct Codec<Duration> : CodecBase {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::duration;
  static constexpr Expected expected = key("expected.hours");
  static std::optional<Duration> parse(std::string_view text) { return Duration::parse(text); }
  static std::string print(const Duration& duration) { return duration.to_string(); }
  static Cell cell(const Duration& duration, const CellView&) { return duration; }
};

/// A value of an enumeration, written with the words of its table.
template <HasWords Enum>
struct Codec<Enum> : CodecBase {
  static constexpr Shape shape = Shape::text;
  static constexpr Meaning meaning = Meaning::choice;
  static constexpr std::span<const WordRow> choices{WordsOf<Enum>::rows};
  static constexpr Expected expected = WordsOf<Enum>::expected;
  static std::optional<Enum> parse(std::string_view text) { return value_from<Enum>(text); }
  static std::string print(Enum value) { return std::string{to_string(value)}; }
  static bool is_empty(Enum) { return false; }
  static Cell cell(Enum value, const CellView&) { return labelled(value); }
};

/// Free text on any number of lines, up to a bound.
template <>
struct Codec<std::string> : CodecBase {
  static constexpr Shape shape = Shape::text;
  static constexpr Meaning meaning = Meaning::text;
  static constexpr bool has_lines = true;
  static constexpr Expected expected = key("expected.text");
  static bool takes(std::string_view text) { return is_text(text); }
  static std::optional<std::string> parse(std::string_view text) {
    return takes(text) ? std::optional{std::string{text}} : std::nullopt;
  }
  static std::string print(const std::string& text) { return text; }
  static bool is_empty(const std::string& text) { return text.empty(); }
  static Cell cell(const std::string& text, const CellView&) { return text.empty() ? Cell{} : Cell{text}; }
};

/// Free text on one line, which is not empty and has no needless blanks. A name on several lines would break every
/// table, and one with another blank would be another name.
struct LineCodec : Codec<std::string> {
  static constexpr bool has_lines = false;
  static constexpr Expected expected = key("expected.line");
  static bool takes(std::string_view text) { return is_line(text) && is_tidy_line(text); }
  static std::optional<std::string> parse(std::string_view text) {
    return takes(text) ? std::optional{std::string{text}} : std::nullopt;
  }
};

/// A text in eight bytes, as `Base` reads it.
template <class Base>
struct CompactCodec : Base {
  static std::optional<CompactText> parse(std::string_view text) {
    return Base::takes(text) ? std::optional{CompactText{text}} : std::nullopt;
  }
  static std::string print(const CompactText& text) { return text.to_string(); }
  static bool is_empty(const CompactText& text) { return text.is_empty(); }
  static Cell cell(const CompactText& text, const CellView& view) { return Base::cell(text.to_string(), view); }
};
template <>
struct Codec<CompactText> : CompactCodec<Codec<std::string>> {};
using CompactLineCodec = CompactCodec<LineCodec>;

template <>
struct Codec<Places> : CodecBase {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::places;
  static constexpr Expected expected = key("expected.places");
  static std::optional<Places> parse(std::string_view text) { return Places::parse(text); }
  static std::string print(const Places& places) { return places.to_string(); }
  static Cell cell(const Places& places, const CellView&) { return std::int64_t{places.number()}; }
};

template <>
struct Codec<Amount> : CodecBase {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::amount;
  static constexpr Expected expected = key("expected.amount");
  static std::optional<Amount> parse(std::string_view text) { return Amount::parse(text); }
  static std::string print(const Amount& amount) { return amount.to_string(); }
  static bool is_empty(const Amount&) { return false; }
  static Cell cell(const Amount& amount, const CellView&) { return amount; }
};

template <>
struct Codec<Entries> : LineCodec {};  // reads the text of each entry

template <class Value>
struct Codec<std::optional<Value>> {
  static constexpr Shape shape = Codec<Value>::shape;
  static constexpr Meaning meaning = Codec<Value>::meaning;
  static constexpr auto choices = Codec<Value>::choices;
  static constexpr ModelList list = Codec<Value>::list;
  static constexpr std::size_t refers_to = Codec<Value>::refers_to;
  static constexpr bool has_lines = Codec<Value>::has_lines;
  static constexpr Expected expected = Codec<Value>::expected;
  static std::optional<std::optional<Value>> parse(std::string_view text) {
    using Member = std::optional<Value>;  // std::optional{value} would only copy the optional that is inside
    const auto value = Codec<Value>::parse(text);
    return value ? std::optional<Member>{std::in_place, *value} : std::nullopt;
  }
  static std::string print(const std::optional<Value>& value) { return Codec<Value>::print(*value); }
  static bool is_empty(const std::optional<Value>& value) { return !value; }
  static Cell cell(const std::optional<Value>& value, const CellView& view) {
    return value ? Codec<Value>::cell(*value, view) : Cell{};
  }
};

template <class Value>
struct Codec<Maybe<Value>> : Codec<std::optional<Value>> {
  static std::optional<Maybe<Value>> parse(std::string_view text) {
    const auto value = Codec<Value>::parse(text);
    return value ? std::optional{Maybe<Value>{*value}} : std::nullopt;
  }
  static std::string print(const Maybe<Value>& value) { return Codec<Value>::print(*value); }
  static bool is_empty(const Maybe<Value>& value) { return !value; }
  static Cell cell(const Maybe<Value>& value, const CellView& view) {
    return value ? Codec<Value>::cell(*value, view) : Cell{};
  }
};

}  // namespace mentor

/// The rows of a kind's field table. Each row is made of one member. A codec reads one scalar; an `Access` uses the
/// codec to read all scalars of the field.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "field_codecs.hpp"
#include "mentor/rules.hpp"

namespace mentor {

/// How one element of a list is shown.
template <class Value>
using CellOf = std::conditional_t<Codec<Value>::meaning == Meaning::reference, Reference, Labelled>;

template <class Member>
struct Parts;
template <class R, class V>
struct Parts<V R::*> {
  using Record = R;
  using Value = V;
};

/// Calls `visit` with the value if it is an id.
template <class Value>
void visit_ids(const Value&, const IdVisitor&) {
  static_assert(Codec<Value>::meaning != Meaning::reference && Codec<Value>::meaning != Meaning::word,
                "a value with ids in it wants a visit_ids of its own");
}
template <class Tag>
void visit_ids(const Id<Tag>& id, const IdVisitor& visit) {
  if (!id.is_blank()) {
    visit(id.text());
  }
}
template <class Tag>
void visit_ids(const std::optional<Id<Tag>>& id, const IdVisitor& visit) {
  if (id) {
    visit_ids(*id, visit);
  }
}

template <class Tag>
void visit_ids(const Maybe<Id<Tag>>& id, const IdVisitor& visit) {
  visit_ids(*id, visit);
}

/// How a field reads, writes and shows its member. A codec reads one scalar. An `Access` reads all scalars of a field.
template <class Value, class ValueCodec>
struct Access {
  using Element = ValueCodec;  // the codec of one scalar
  static constexpr Shape shape = ValueCodec::shape;
  static void for_each_id(const Value& value, const IdVisitor& visit) { visit_ids(value, visit); }
  static void for_each_text(const Value& value, const TextVisitor& visit) {
    if constexpr (std::convertible_to<const Value&, std::string_view>) {
      visit(value);
    }
  }
  static Cell cell(const Value& value, const CellView& view) { return ValueCodec::cell(value, view); }

  static Refusal set(Value& value, std::span<const std::string_view> scalars) {
    auto parsed = scalars.size() == 1 ? ValueCodec::parse(scalars.front()) : std::nullopt;
    if (!parsed) {
      return {ValueCodec::expected};
    }
    value = *std::move(parsed);
    return {};
  }

  static std::vector<std::string> scalars(const Value& value) {
    return ValueCodec::is_empty(value) ? std::vector<std::string>{} : std::vector{ValueCodec::print(value)};
  }
};

template <class List>
struct ListAccess {
  using Value = typename List::value_type;
  using Element = Codec<Value>;
  static constexpr Shape shape = Shape::words;
  static void for_each_id(const List& values, const IdVisitor& visit) {
    for (const Value& value : values) {
      visit_ids(value, visit);
    }
  }

  static Cell cell(const List& values, const CellView& view) {
    static_assert(Element::meaning == Meaning::reference || Element::meaning == Meaning::word ||
                      Element::meaning == Meaning::choice,
                  "a list of other values wants a cell of its own");
    std::vector<CellOf<Value>> cells;
    cells.reserve(values.size());
    for (const Value& value : values) {
      cells.push_back(std::get<CellOf<Value>>(Codec<Value>::cell(value, view)));
    }
    return cells;
  }

  static Refusal set(List& values, std::span<const std::string_view> scalars) {
    if (scalars.size() > longest_list) {
      return {key("expected.shorter-list")};
    }
    std::vector<Value> read;
    read.reserve(scalars.size());
    for (const auto& scalar : scalars) {
      const auto value = Codec<Value>::parse(scalar);
      if (!value) {
        return {Codec<Value>::expected, read.size()};
      }
      if (std::find(read.begin(), read.end(), *value) != read.end()) {
        return {key("expected.no-repeats"), read.size()};
      }
      read.push_back(*value);
    }
    values = List{std::move(read)};
    return {};
  }

  static std::vector<std::string> scalars(const List& values) {
    std::vector<std::string> result;
    result.reserve(values.size());
    for (const Value& value : values) {
      result.push_back(Codec<Value>::print(value));
    }
    return result;
  }
};

template <class Value, class ValueCodec>
struct Access<std::vector<Value>, ValueCodec> : ListAccess<std::vector<Value>> {};

template <class ValueCodec>
struct Access<RoleList, ValueCodec> : ListAccess<RoleList> {};

/// A list of ids. It mostly has one id, which is read without making another list.
template <class Tag, class ValueCodec>
struct Access<IdList<Tag>, ValueCodec> : ListAccess<IdList<Tag>> {
  static Refusal set(IdList<Tag>& values, std::span<const std::string_view> scalars) {
    const auto only = scalars.size() == 1 ? Id<Tag>::parse(scalars.front()) : std::nullopt;
    if (!only) {
      return ListAccess<IdList<Tag>>::set(values, scalars);
    }
    values = IdList<Tag>{*only};
    return {};
  }
};

/// A value that changes by days. It is read part by part.
template <class Value, class ValueCodec>
struct Access<Dated<Value>, ValueCodec> {
  using Part = typename Dated<Value>::Part;
  using Whole = Access<Value, ValueCodec>;
  using Element = typename Whole::Element;
  static constexpr Shape shape = Whole::shape == Shape::words ? Shape::dated_words : Shape::dated;

  static void for_each_id(const Dated<Value>& dated, const IdVisitor& visit) {
    dated.for_each_value([&](const Value& value) { Whole::for_each_id(value, visit); });
  }

  static Cell cell(const Dated<Value>& dated, const CellView& view) {
    if (dated.is_empty() || !view.all_days) {
      return view.all_days ? Cell{} : Whole::cell(dated.on(view.day), view);
    }
    static_assert(Element::meaning != Meaning::reference && Element::meaning != Meaning::date &&
                      Element::meaning != Meaning::born && Element::meaning != Meaning::due &&
                      Element::meaning != Meaning::duration && Element::meaning != Meaning::places &&
                      Element::meaning != Meaning::amount,
                  "a history of other values wants an alternative of DatedCell");
    History history;
    for (const Part& part : dated.parts()) {
      const Cell value = Whole::cell(part.value, view);
      DatedCell& cell = history.emplace_back(DatedCell{part.from, {}});
      if (const auto* words = std::get_if<std::vector<Labelled>>(&value)) {
        cell.value = *words;
      } else if (const auto* word = std::get_if<Labelled>(&value)) {
        cell.value = *word;
      } else if (const auto* text = std::get_if<std::string>(&value)) {
        cell.value = *text;
      }
    }
    return history;
  }

  static Refusal set(Dated<Value>& dated, std::span<const std::string_view> scalars) {
    if (is_short_whole(scalars)) {
      return set_whole(dated, scalars);
    }
    if (scalars.size() > 2 * longest_list) {
      return {key("expected.shorter-list")};
    }
    if (scalars.size() % 2 != 0) {
      return {key("expected.dated")};
    }
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin < scalars.size();) {
      std::vector<std::string_view> values{scalars[begin + 1]};
      std::size_t end = begin + 2;
      for (; shape == Shape::dated_words && end < scalars.size() && scalars[end] == scalars[begin]; end += 2) {
        values.push_back(scalars[end + 1]);
      }
      Part part;
      const bool is_whole = scalars[begin].empty() && end - begin == scalars.size();
      if (!is_whole) {
        part.from = Date::parse(scalars[begin]);
        if (!part.from) {
          return {key("expected.day-of-value"), begin};
        }
        if (!parts.empty() && *part.from <= *parts.back().from) {
          return {key("expected.later-day"), begin};
        }
      }
      const bool is_end = part.from && values.size() == 1 && values.front().empty();
      if (const Refusal refusal = is_end ? Refusal{} : Whole::set(part.value, values); !refusal.is_none()) {
        return within(refusal, begin);
      }
      parts.push_back(std::move(part));
      begin = end;
    }
    if (std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.value == Value{}; })) {
      return {key("expected.dated")};  // nothing began, so nothing can end
    }
    dated = Dated<Value>{std::move(parts)};
    return {};
  }

  static std::vector<std::string> scalars(const Dated<Value>& dated) {
    std::vector<std::string> result;
    for (const Part& part : dated.parts()) {
      const std::string from = part.from ? part.from->to_string() : std::string{};
      const auto values = Whole::scalars(part.value);
      for (const std::string& value : values) {
        result.insert(result.end(), {from, value});
      }
      if (values.empty()) {
        result.insert(result.end(), {from, std::string{}});
      }
    }
    return result;
  }

 private:
  static constexpr std::size_t short_list = 4;  // more values than most lists have

  /// The refusal of one part, whose scalars begin there.
  static Refusal within(const Refusal& refusal, std::size_t begin) {
    return {refusal.expected, begin + 1 + 2 * (refusal.scalar == Refusal::all ? 0 : refusal.scalar)};
  }

  /// Whether the value never changed, as nearly all do, and is no long list.
  static bool is_short_whole(std::span<const std::string_view> scalars) {
    if (scalars.empty() || scalars.size() % 2 != 0 || scalars.size() > (shape == Shape::dated ? 2 : 2 * short_list)) {
      return false;
    }
    for (std::size_t index = 0; index < scalars.size(); index += 2) {
      if (!scalars[index].empty()) {
        return false;
      }
    }
    return true;
  }
  /// Sets such a value without making a part of it.
  static Refusal set_whole(Dated<Value>& dated, std::span<const std::string_view> scalars) {
    std::array<std::string_view, short_list> values;
    const std::size_t count = scalars.size() / 2;
    for (std::size_t index = 0; index < count; ++index) {
      values[index] = scalars[2 * index + 1];
    }
    Value value{};
    if (const Refusal refusal = Whole::set(value, std::span{values}.first(count)); !refusal.is_none()) {
      return within(refusal, 0);
    }
    dated = Dated<Value>{std::move(value)};
    return {};
  }
};

/// Words, each with a text.
template <class ValueCodec>
struct Access<Entries, ValueCodec> {
  using Element = ValueCodec;
  static constexpr Shape shape = Shape::entries;

  static void for_each_id(const Entries&, const IdVisitor&) {}
  static void for_each_text(const Entries& entries, const TextVisitor& visit) {
    for (const auto& [key, text] : entries) {
      visit(text);
    }
  }

  static Cell cell(const Entries& entries, const CellView&) { return entries.is_empty() ? Cell{} : Cell{entries}; }

  static Refusal set(Entries& entries, std::span<const std::string_view> scalars) {
    if (scalars.size() > 2 * longest_list) {
      return {key("expected.shorter-list")};
    }
    if (scalars.size() % 2 != 0) {
      return {key("expected.entries")};
    }
    std::vector<Entries::View> read;
    read.reserve(scalars.size() / 2);
    for (std::size_t index = 0; index < scalars.size(); index += 2) {
      if (!is_id(scalars[index])) {
        return {key("expected.id"), index};
      }
      if (std::any_of(read.begin(), read.end(), [&](const auto& one) { return one.key == scalars[index]; })) {
        return {key("expected.no-repeats"), index};
      }
      if (!ValueCodec::takes(scalars[index + 1])) {
        return {ValueCodec::expected, index + 1};
      }
      read.push_back({scalars[index], scalars[index + 1]});
    }
    entries = Entries{read};
    return {};
  }

  static std::vector<std::string> scalars(const Entries& entries) {
    std::vector<std::string> result;
    for (const Entries::Entry& entry : entries.all()) {
      result.insert(result.end(), {entry.key, entry.text});
    }
    return result;
  }
};

/// What only a few fields have.
struct FieldExtras {
  std::string_view russian = {};
  std::string_view usual = {};
  Use use = Use::counted;
  Privacy privacy = Privacy::open;
  Begins begins = Begins::today;
  bool ahead = false;
  bool of_school_year = false;
  bool is_vital = false;
  bool settled = false;
  FixedLabel more = {};
  std::vector<std::string> (*words)() = nullptr;
  std::string_view set_by = {};
};

/// The row of a member in the field table of its kind.
template <auto Member, class ValueCodec = Codec<typename Parts<decltype(Member)>::Value>>
constexpr auto field(std::string_view name, Presence presence, FixedLabel heading, FixedLabel help,
                     FieldExtras extras = {}) {
  using Record = typename Parts<decltype(Member)>::Record;
  using Value = typename Parts<decltype(Member)>::Value;
  using MemberAccess = Access<Value, ValueCodec>;
  using Element = typename MemberAccess::Element;
  if (heading.ru.empty() || heading.en.empty() || help.ru.empty() || help.en.empty() ||
      extras.more.ru.empty() != extras.more.en.empty()) {
    throw std::logic_error{"a field that is not told in both languages"};  // a table with such a field does not compile
  }
  return Field<Record>{
      {.name = name,
       .presence = presence,
       .shape = MemberAccess::shape,
       .meaning = Element::meaning,
       .heading = heading,
       .help = help,
       .more = extras.more,
       .russian = extras.russian,
       .usual = extras.usual,
       .has_lines = Element::has_lines,
       .use = extras.use,
       .privacy = extras.privacy,
       .begins = extras.begins,
       .ahead = extras.ahead,
       .of_school_year = extras.of_school_year,
       .is_vital = extras.is_vital,
       .settled = extras.settled,
       .choices = Element::choices,
       .words = extras.words,
       .list = Element::list,
       .set_by = extras.set_by,
       .refers_to = Element::meaning == Meaning::reference ? Element::refers_to : kind_count},
      // set
      [](Record& record, std::span<const std::string_view> scalars) {
        return MemberAccess::set(record.*Member, scalars);
      },
      // clear
      [](Record& record) {
        Value empty{};
        std::swap(record.*Member, empty);  // an assignment would keep the memory of a text
      },
      // scalars
      [](const Record& record) { return MemberAccess::scalars(record.*Member); },
      // cell
      [](const Record& record, const CellView& view) { return MemberAccess::cell(record.*Member, view); },
      // for_each_id
      [](const Record& record, const IdVisitor& visit) { MemberAccess::for_each_id(record.*Member, visit); },
      // for_each_text
      []([[maybe_unused]] const Record& record, [[maybe_unused]] const TextVisitor& visit) {
        if constexpr (requires { MemberAccess::for_each_text(record.*Member, visit); }) {
          MemberAccess::for_each_text(record.*Member, visit);
        }
      },
  };
}

inline constexpr auto required = Presence::required;
inline constexpr auto optional = Presence::optional;

/// The row of the exceptions of people and of pairs. It is always the last.
template <auto Member>
constexpr auto accept_field() {
  return field<Member>("accept", optional, {"Принятые исключения", "Accepted exceptions"},
                       {"Правила, исключением из которых эта запись признана, и почему.",
                        "The rules from which this record is an accepted exception, and why."},
                       {.russian = "исключение",
                        .privacy = Privacy::sensitive,
                        .more = {"Например `mentor-age: педсовет № 2`. О том, что нашло бы такое правило, `check` "
                                 "говорит замечанием с этой причиной, а команды не отказывают.",
                                 "Such as `mentor-age: staff meeting 2`. What such a rule finds is a note with this "
                                 "reason, and refuses no command."},
                        .words = acceptable_rules});
}

}  // namespace mentor

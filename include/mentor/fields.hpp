/// The one description of every record kind. Reading, writing, listing, the rules about unknown, missing and wrong
/// fields, and the check of mentor-records(5) all go by these tables; a new kind is a struct and its table.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "mentor/label.hpp"
#include "mentor/records.hpp"
#include "mentor/report.hpp"

namespace mentor {

class Program;

/// How a field stands in YAML.
enum class Shape {
  plain,  // one date or number, written bare
  text,   // one scalar of text, quoted where YAML could misread it
  words,  // a list of ids or words in one line, quoted likewise
};

enum class Presence { required, optional };

/// What a scalar of a field stands for, so that what a person types for it can be understood.
enum class Meaning {
  own_id,  // the record's
  text,
  date,
  born,
  hours,
  role,
  category,  // of the model, as the next two
  form,
  activity_type,
  participant,  // the id of one, as the next
  pair,
};

/// Why a value was refused: a key of the catalogs that says what would be right; empty when it was accepted.
using Expected = std::string_view;

/// What a field is for.
enum class Use {
  counted,  // rules, filters, orders or figures may depend on it
  shown     // none of them does: who does not show the record can do without
};

template <class Record>
struct Field {
  std::string_view name;
  Presence presence = Presence::required;
  Shape shape = Shape::text;
  Meaning meaning = Meaning::text;
  FixedLabel heading;  // over a column
  FixedLabel help;     // a sentence for the manual
  Use use = Use::counted;

  /// Sets the field from its scalars (one, or the list's), or says what would have been right and leaves it alone.
  Expected (*set)(Record&, std::span<const std::string_view> scalars) = nullptr;
  /// Makes the field empty.
  void (*clear)(Record&) = nullptr;
  /// The field's scalars as canonical text; none when the field is empty.
  std::vector<std::string> (*scalars)(const Record&) = nullptr;
  /// The field as a cell of a table: words of the model with their labels, references with their names.
  Cell (*cell)(const Record&, const Program&) = nullptr;

  bool is_list() const { return shape == Shape::words; }
};

/// Bounds of a value [ours]: a text in bytes, a list in elements. Both keep a record's line within what is read back.
inline constexpr std::size_t longest_text = 10'000;
inline constexpr std::size_t longest_list = 1'000;

/// The most fields that a kind may have; positions are kept in an array of this size.
inline constexpr std::size_t most_fields = 8;

/// The kind's fields in canonical order, `id` first.
template <class Record>
std::span<const Field<Record>> fields();
template <>
std::span<const Field<Participant>> fields<Participant>();
template <>
std::span<const Field<Pair>> fields<Pair>();
template <>
std::span<const Field<Activity>> fields<Activity>();

/// The place of a field in that order. Throws `std::logic_error` when the kind has no such field.
template <class Record>
std::size_t field_index(std::string_view name);

/// The required fields that a record leaves empty, by their place in the order.
template <class Record>
std::vector<std::size_t> missing_fields(const Record& record) {
  std::vector<std::size_t> missing;
  for (std::size_t index = 0; index < fields<Record>().size(); ++index) {
    const auto& field = fields<Record>()[index];
    if (field.presence == Presence::required && field.scalars(record).empty()) {
      missing.push_back(index);
    }
  }
  return missing;
}

/// Whether a text may stand where one line is asked for: not blank, no line break, UTF-8, within the bound.
bool is_line(std::string_view text);

/// The kind's folder, and the word for one record of it on the command line and in JSON.
template <class Record>
struct KindNames;
template <>
struct KindNames<Participant> {
  static constexpr std::string_view folder = "participants", one = "participant";
};
template <>
struct KindNames<Pair> {
  static constexpr std::string_view folder = "pairs", one = "pair";
};
template <>
struct KindNames<Activity> {
  static constexpr std::string_view folder = "activities", one = "activity";
};

template <class Record>
inline constexpr std::string_view folder_of = KindNames<Record>::folder;
template <class Record>
inline constexpr std::string_view word_for = KindNames<Record>::one;

/// The folder of the records whose ids such a scalar holds; empty when it holds none.
constexpr std::string_view folder_meant(Meaning meaning) {
  return meaning == Meaning::participant ? folder_of<Participant>
         : meaning == Meaning::pair      ? folder_of<Pair>
                                         : std::string_view{};
}

/// What the name of a file of records ends with.
inline constexpr std::string_view record_extension = ".yaml";

/// The name of a file of records without that; it must end with it.
inline std::string_view stem_of(std::string_view name) { return name.substr(0, name.size() - record_extension.size()); }

/// The path of a file of the kind's records by that stem: `pairs/q0d8rf3w1n.yaml`.
template <class Record>
std::string path_of_file(std::string_view stem) {
  return std::string{folder_of<Record>}.append(1, '/').append(stem).append(record_extension);
}

/// The path of the record's file when it stands alone.
template <class Record>
std::string path_of(const Id<Record>& id) {
  return path_of_file<Record>(id.to_string());
}

/// Whether a file of this kind, by its name without `.yaml`, is a packed school year (`activities/2025-2026.yaml`):
/// many records, so that its name is no id.
template <class Record>
bool is_packed_name(std::string_view stem) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::size_t year = 4;
  return std::is_same_v<Record, Activity> && stem.size() == 2 * year + 1 && stem.find_first_not_of(digits) == year &&
         stem[year] == '-' && stem.find_first_not_of(digits, year + 1) == std::string_view::npos;
}

/// The same of a file by its whole name.
template <class Record>
bool is_packed_file(std::string_view name) {
  return name.ends_with(record_extension) && is_packed_name<Record>(stem_of(name));
}

/// Calls `visit` with a null pointer of each kind, in their order.
template <class Visit>
void for_each_kind(Visit visit) {
  std::apply([&](const auto&... kind) { (visit(static_cast<std::decay_t<decltype(kind)>*>(nullptr)), ...); }, Kinds{});
}

}  // namespace mentor

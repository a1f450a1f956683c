/// How a kind of record describes itself. All code that reads, writes, lists, shows, finds or checks records uses this
/// description. `Kinds` names every kind.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mentor/date.hpp"
#include "mentor/label.hpp"

namespace mentor {

class KindSet;
class Program;
struct Filter;
struct ReportContext;
struct Report;
struct ResolveContext;
struct Section;
template <class Record>
struct Field;
template <class Record>
struct RecordRule;
template <class Record>
struct Stored;

/// The header of each kind specializes this. Every kind has
///
///     static constexpr std::string_view folder, one;   // its folder; the word for one in commands and JSON
///     static constexpr FixedLabel title, many;         // what people call one and several
///     static constexpr std::array<std::string_view, 2> inflected;  // other forms of the word that people type
///     static constexpr FixedLabel example;             // a canonical record, for the manual
///     static std::span<const Field<Record>> fields();  // in canonical order, `id` first
///     static std::span<const RecordRule<Record>> rules();  // its own, without the rules that every kind has
///
/// A kind that differs from the others has some of these too. The compiler refuses one with wrong parameters, but
/// ignores one with a misspelt name:
///
///     static constexpr std::string_view not_found;     // a key of the catalogs: there is no record of that name
///     static constexpr std::array<std::string_view, N> listed;  // the columns of a list that people need most
///     static constexpr std::array<std::string_view, N> main_fields;  // which `add` fills from words without a name
///     static constexpr std::string_view packed_noun;   // a key for "so many of them"; without it "so many records"
///     static constexpr bool is_named_by_members = true;  // people may name it by its members, with a slash between
///     static constexpr bool has_names_for_title = true;  // its title holds nothing but names of people
///     static std::string title_of(const Program&, const Record&, Date day);  // what people call the record that day
///     static std::vector<std::string> names_of(const Record&);      // all titles that it ever had, if they may change
///     static std::string subject_of(const Program&, const Record&); // heads its report, where the title would not do
///     static std::string told_apart(const Program&, const Record&, Date day);  // from others of its title, that day;
///                                                                        // without it all fields tell that
///     static std::vector<const Stored<Record>*> resolve(const ResolveContext&, std::string_view reference);
///     static std::vector<const Record*> select(const Program&, const Filter&, Date today);
///     static Section table(const ReportContext&);      // a list of the selected records
///     static KindSet counted_in_table();               // other kinds whose records the list goes through
///     static constexpr std::string_view entries_field; // whose words `add` takes for fields: `comfort=8`
///     static void make_canonical(Record&, const Model&, const Fold&);  // of what was typed, beyond single fields
///     static void keep_of_shown(Record&);              // keeps of the fields of `Use::shown` what rules ask of them
///     static void add_sections(Report&, const ReportContext&, const Stored<Record>&);  // what belongs to the record
template <class Record>
struct Kind;

template <class Record>
inline constexpr std::string_view folder_of = Kind<Record>::folder;
template <class Record>
inline constexpr std::string_view word_for = Kind<Record>::one;

/// Whether a record of the kind is called by nothing but names of people, which may be shortened.
template <class Record>
inline constexpr bool names_people = requires {
  requires Kind<Record>::has_names_for_title;
};

/// The kind's fields in canonical order, `id` first.
template <class Record>
std::span<const Field<Record>> fields() {
  return Kind<Record>::fields();
}

/// The extension of every file of records.
inline constexpr std::string_view record_extension = ".yaml";

/// The name of a file of records without its extension. The name must have it.
inline std::string_view stem_of(std::string_view name) { return name.substr(0, name.size() - record_extension.size()); }

/// The path of a file of the kind's records, made of the name without extension: `pairs/q0d8rf3w1n.yaml`.
template <class Record>
std::string path_of_file(std::string_view stem) {
  return std::string{folder_of<Record>}.append(1, '/').append(stem).append(record_extension);
}

/// A kind whose records each belong to one day.
template <class Record>
concept HasDay = requires(const Record& record) {
  record.on;
};

/// A kind whose records each last from one day to another.
template <class Record>
concept HasDays = requires(const Record& record) {
  record.from;
  record.until;
};

/// A kind whose records of one school year may stand in one file of its folder. `close-year` packs them by their day,
/// or by the day on which they were done.
template <class Record>
concept Packable = HasDay<Record> || requires(const Record& record) {
  record.done;
};

/// The day by which a record is packed. Nothing while it is not done: then it keeps a file of its own.
template <Packable Record>
std::optional<Date> packing_day(const Record& record) {
  if constexpr (HasDay<Record>) {
    return record.on;
  } else {
    return record.done;
  }
}

/// Whether `stem`, a file name without `.yaml`, is that of a packed school year (`activities/2025-2026.yaml`). Such a
/// file holds many records, so its name is no id.
template <class Record>
bool is_packed_name(std::string_view stem) {
  constexpr std::size_t year = 4;
  const auto has_digits = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  };
  return Packable<Record> && stem.size() == 2 * year + 1 && stem[year] == '-' && has_digits(stem.substr(0, year)) &&
         has_digits(stem.substr(year + 1));
}

/// The same test for the whole name of a file.
template <class Record>
bool is_packed_file(std::string_view name) {
  return name.ends_with(record_extension) && is_packed_name<Record>(stem_of(name));
}

}  // namespace mentor

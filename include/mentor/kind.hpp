/// What a kind of record says of itself. Everything that is done with records – reading, writing, listing, showing,
/// finding, checking – goes by it; see `Kinds` for all of them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mentor/label.hpp"

namespace mentor {

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

/// Specialized in the kind's header. Each has
///
///     static constexpr std::string_view folder, one;   // its folder, and one of it on the command line and in JSON
///     static constexpr FixedLabel title, many;         // what people call one and several
///     static constexpr FixedLabel example;             // a canonical record, for the manual
///     static std::span<const Field<Record>> fields();  // in canonical order, `id` first
///     static std::span<const RecordRule<Record>> rules();  // its own; those of every kind are not among them
///
/// and, where the kind differs from what is done with any other, some of these. One with other parameters does not
/// compile; under another name it is passed over:
///
///     static constexpr std::string_view not_found;     // a key of the catalogs: there is none of that name
///     static constexpr std::string_view packed_noun;   // of the catalogs, for so many of them; else so many records
///     static constexpr bool is_named_by_members = true;  // by a reference with a slash between them
///     static std::string title_of(const Program&, const Record&);   // what people call the record
///     static std::string subject_of(const Program&, const Record&); // over its report, where that is not the title
///     static std::string told_apart(const Program&, const Record&, Date day);  // from others of its title, that day
///     static std::vector<const Stored<Record>*> resolve(const ResolveContext&, std::string_view reference);
///     static std::vector<const Record*> select(const Program&, const Filter&, Date today);
///     static Section table(const ReportContext&);      // a list of the selected records
///     static void add_sections(Report&, const ReportContext&, const Stored<Record>&);  // what belongs to the record
template <class Record>
struct Kind;

template <class Record>
inline constexpr std::string_view folder_of = Kind<Record>::folder;
template <class Record>
inline constexpr std::string_view word_for = Kind<Record>::one;

/// The kind's fields in canonical order, `id` first.
template <class Record>
std::span<const Field<Record>> fields() {
  return Kind<Record>::fields();
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

/// A kind whose records are of one day. A school year of it may stand in one file of the kind's folder: `close-year`
/// packs every such kind, and every such kind is read so.
template <class Record>
concept HasDay = requires(const Record& record) {
  record.on;
};

/// Whether a file of this kind, by its name without `.yaml`, is a packed school year (`activities/2025-2026.yaml`):
/// many records, so that its name is no id.
template <class Record>
bool is_packed_name(std::string_view stem) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::size_t year = 4;
  return HasDay<Record> && stem.size() == 2 * year + 1 && stem.find_first_not_of(digits) == year && stem[year] == '-' &&
         stem.find_first_not_of(digits, year + 1) == std::string_view::npos;
}

/// The same of a file by its whole name.
template <class Record>
bool is_packed_file(std::string_view name) {
  return name.ends_with(record_extension) && is_packed_name<Record>(stem_of(name));
}

}  // namespace mentor

/// Canonical text: the one way in which mentor writes a record, so that one change is one line of diff. Reading the
/// text gives the same record again; the tests read it with yaml-cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/fields.hpp"

namespace mentor::storage {

/// A scalar as it stands after `key: `. It is in double quotes where YAML could misread it, here or in another program.
std::string scalar_text(std::string_view text);

/// A scalar within brackets, where commas and brackets have a meaning too.
std::string scalar_in_brackets(std::string_view text);

/// A day or a key of a field, and what it holds: the words of that day, or one text.
struct FieldEntry {
  std::string key;
  std::vector<std::string> scalars;
};

/// The entries of a field of days or of entries. None when its scalars are a value without a day.
std::vector<FieldEntry> entries_of(Shape shape, std::span<const std::string> scalars);

/// A scalar of a field of this shape. In a document that a person wrote, a field of dates or numbers may hold something
/// else; that is written as text.
std::string scalar_of(Shape shape, std::string_view text, bool within_brackets);

/// The value of an entry, on one line.
std::string entry_value(Shape shape, const FieldEntry& entry, bool within_brackets);

/// The entry, as `key: value`.
std::string entry_text(Shape shape, const FieldEntry& entry, bool within_brackets);

/// What stands after `key: ` when the field is on one line, as all fields but entries are. There must be scalars.
std::string value_in_line(Shape shape, std::span<const std::string> scalars, bool within_brackets);

/// The record as the text of its file.
template <class Record>
std::string record_text(const Record& record);

}  // namespace mentor::storage

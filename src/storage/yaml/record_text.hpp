/// Canonical text: the one way in which mentor writes a record, so that one change is one line of diff. Reading it
/// back gives the same record; the tests hold it against yaml-cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/fields.hpp"

namespace mentor::storage {

/// A scalar as it stands after `key: `, in double quotes where YAML, here or in another program, could misread it.
std::string scalar_text(std::string_view text);

/// The same within brackets, where commas and brackets mean something too.
std::string scalar_in_brackets(std::string_view text);

/// What a day or a key of a field holds: the words of that day, or one text.
struct FieldEntry {
  std::string key;
  std::vector<std::string> scalars;
};

/// The entries of the scalars of a field of days or entries; none when they are a value that stands without a day.
std::vector<FieldEntry> entries_of(Shape shape, std::span<const std::string> scalars);

/// The scalar of a field of that shape. A field of dates or numbers may hold something else in a document that people
/// wrote; that is text then.
std::string scalar_of(Shape shape, std::string_view text, bool within_brackets);

/// The value of an entry, in one line.
std::string entry_value(Shape shape, const FieldEntry& entry, bool within_brackets);

/// The entry, as `key: value`.
std::string entry_text(Shape shape, const FieldEntry& entry, bool within_brackets);

/// What stands behind `key: ` when the field is written in one line, as all are but entries. There must be scalars.
std::string value_in_line(Shape shape, std::span<const std::string> scalars, bool within_brackets);

/// The record as the text of its file.
template <class Record>
std::string record_text(const Record& record);

}  // namespace mentor::storage

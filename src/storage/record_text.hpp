/// Canonical text: the one way in which mentor writes a record, so that one change is one line of diff. Reading it
/// back gives the same record; the tests hold it against yaml-cpp.
#pragma once

#include <string>
#include <string_view>

namespace mentor::storage {

/// A scalar as it stands after `key: `, in double quotes where YAML, here or in another program, could misread it.
std::string scalar_text(std::string_view text);

/// The same within brackets, where commas and brackets mean something too.
std::string scalar_in_brackets(std::string_view text);

/// The record as the text of its file.
template <class Record>
std::string record_text(const Record& record);

}  // namespace mentor::storage

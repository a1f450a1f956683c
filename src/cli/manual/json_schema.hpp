/// JSON Schema of the records and of program.yaml, for editors: what may stand in a file, with the help of each field.
/// It follows how YAML 1.2 reads a file, where a day is a text and a year a number.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mentor/label.hpp"

namespace mentor::cli {

/// `participant` and the other kinds, in their order, then `program`.
std::vector<std::string> schema_names();

/// The schema of that name as JSON, with a line feed at its end; its titles and descriptions are in the language.
/// Throws `std::logic_error` when there is no such schema.
std::string json_schema(const std::string& name, Language language);

}  // namespace mentor::cli

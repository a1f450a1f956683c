/// JSON Schema of the records and of program.yaml, for editors: what a file may hold, with the help of each field. It
/// follows YAML 1.2, where a day is a text and a year is a number.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mentor/label.hpp"

namespace mentor::cli {

/// `participant` and the other kinds, in their order. `program` comes last.
std::vector<std::string> schema_names();

/// Which files of a program's folder the schema with this name describes: `pairs/*.yaml`.
std::string files_of_schema(const std::string& name);

/// The schema with this name, as JSON with a line feed at its end. Its titles and descriptions are in `language`.
/// Throws `std::logic_error` when there is no such schema.
std::string json_schema(const std::string& name, Language language);

}  // namespace mentor::cli

/// JSON that is safe to print: characters that could steer a terminal stand as `\u` escapes.
#pragma once

#include <nlohmann/json.hpp>

#include <ostream>

namespace mentor::render {

/// The version of everything that mentor prints as JSON.
inline constexpr const char* json_schema = "mentor/1";

void write_json(std::ostream& out, const nlohmann::ordered_json& value);

}  // namespace mentor::render

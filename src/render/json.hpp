/// JSON that is safe to print: characters that could steer a terminal are written as `\u` escapes.
#pragma once

#include <nlohmann/json.hpp>

#include <ostream>
#include <string_view>
#include <vector>

namespace mentor::render {

/// The version of everything that mentor prints as JSON.
inline constexpr const char* json_schema = "mentor/1";

/// Writes one object piece by piece. So even of a million rows it holds only one as JSON.
class JsonWriter {
 public:
  /// Begins the object, with a member that says how to read the others.
  JsonWriter(std::ostream& out, std::string_view name, std::string_view schema);

  /// Adds to the object or the array that was begun last. An object gets a member, an array an element without a name.
  void add(std::string_view name, const nlohmann::ordered_json& value);
  void add(const nlohmann::ordered_json& value) { add({}, value); }
  /// Begins an object or an array, which is itself such a member or element.
  void begin_object(std::string_view name = {}) { begin(name, '{', '}'); }
  void begin_array(std::string_view name = {}) { begin(name, '[', ']'); }
  /// Ends the object or the array that was begun last.
  void end();
  /// Ends everything that is open, and then the object itself.
  void finish();

 private:
  struct Level {
    char closing = '}';
    bool is_empty = true;
  };

  void begin(std::string_view name, char opening, char closing);
  /// Goes to the place of the next member or element.
  void place(std::string_view name);

  std::ostream& out_;
  std::vector<Level> levels_;
};

}  // namespace mentor::render

#include "mentor/fields.hpp"

#include "mentor/text.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

std::string russian_name(const FieldDescription& field) {
  const std::string_view heading = field.heading.ru;
  const std::string_view name = field.russian.empty() ? heading.substr(0, heading.find_first_of(" ,(")) : field.russian;
  return folded_plainly(name).value_or(std::string{name});
}

Label typed_name(const FieldDescription& field) { return {russian_name(field), std::string{field.name}}; }

bool is_text(std::string_view text) { return text.size() <= longest_text && !utf8::first_invalid(text); }

bool is_line(std::string_view text) {
  bool blank = true;
  for (std::string_view rest = text; blank && !rest.empty();) {
    const auto decoded = utf8::decode(rest).value_or(utf8::Decoded{U'\uFFFD', 1});
    blank = utf8::is_blank(decoded.character);
    rest.remove_prefix(decoded.length);
  }
  return !blank && text.size() <= longest_text && text.find('\n') == std::string_view::npos &&
         text.find('\r') == std::string_view::npos && !utf8::first_invalid(text);
}

}  // namespace mentor

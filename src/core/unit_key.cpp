#include "mentor/unit_key.hpp"

#include "look_alikes.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

std::string unit_key(std::string_view unit, const Fold& fold) {
  const std::string folded = fold(unit);
  std::string key;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto decoded = utf8::decode(rest);
    if (decoded && decoded->character != U' ') {
      utf8::append(key, as_cyrillic(decoded->character));
    }
    rest.remove_prefix(decoded ? decoded->length : 1);
  }
  return key;
}

}  // namespace mentor

#include "field_names.hpp"

#include <algorithm>

#include "mentor/fields.hpp"
#include "mentor/text.hpp"

namespace mentor::cli {

namespace {

bool is_ascii(std::string_view text) {
  constexpr unsigned char first_beyond = 0x80;
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < first_beyond; });
}

}  // namespace

bool is_called(std::string_view typed, std::string_view russian) {
  if (is_ascii(typed) != is_ascii(russian)) {
    return false;  // as nearly every word of a script, which need not be folded
  }
  const auto folded = folded_plainly(typed);
  return !russian.empty() && folded && folded == folded_plainly(russian);
}

std::string field_name(const std::string& typed) {
  std::string name = typed;
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      if (is_called(typed, russian_name(field))) {
        name = field.name;
      }
    }
  });
  return name;
}

}  // namespace mentor::cli

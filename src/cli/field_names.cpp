#include "field_names.hpp"

#include "mentor/fields.hpp"
#include "mentor/text.hpp"

namespace mentor::cli {

bool is_called(std::string_view typed, std::string_view russian) {
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

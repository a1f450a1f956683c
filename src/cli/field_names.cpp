#include "field_names.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "mentor/word_forms.hpp"

namespace mentor::cli {

namespace {

bool is_ascii(std::string_view text) {
  constexpr unsigned char first_beyond = 0x80;
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < first_beyond; });
}

}  // namespace

std::string_view first_word(std::string_view heading) { return heading.substr(0, heading.find_first_of(" ,(")); }

std::string_view russian_field_name(std::string_view name) {
  std::string_view found;
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      if (field.name == name && found.empty()) {
        found = field.russian.empty() ? first_word(field.heading.ru) : field.russian;
      }
    }
  });
  return found;
}

bool is_called(std::string_view typed, std::string_view russian) {
  if (is_ascii(typed) != is_ascii(russian)) {
    return false;  // as nearly every word of a script, which need not be folded
  }
  const auto folded = folded_plainly(typed);
  return !russian.empty() && folded && folded == folded_plainly(russian);
}

std::optional<std::size_t> begun_word(std::string_view typed, std::string_view name) {
  constexpr std::size_t least = 3;
  const auto folded = folded_plainly(typed);
  const auto whole = folded_plainly(name);
  if (!folded || !whole || utf8::length(*folded) < least) {
    return std::nullopt;
  }
  for (auto place = whole->find(*folded); place != std::string::npos; place = whole->find(*folded, place + 1)) {
    if (place == 0 || (*whole)[place - 1] == '-' || (*whole)[place - 1] == ' ') {
      return place;
    }
  }
  return std::nullopt;
}

bool are_forms_of_name(std::string_view name, std::string_view other) {
  constexpr std::size_t fewest = 3;  // «пара» and «пары»
  const auto folded = folded_plainly(name);
  const auto folded_other = folded_plainly(other);
  return folded && folded_other && are_forms_of_one(*folded, *folded_other, fewest);
}

std::string field_name(const std::string& written) {
  const std::string typed = written.substr(0, written.find('.'));  // «ответы.comfort» is an entry of «ответы»
  std::optional<std::string_view> named;
  std::set<std::string_view> headed;  // by the first word of their headings
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      if (is_called(typed, russian_name(field))) {
        named = field.name;
      }
      if (is_called(typed, first_word(field.heading.ru))) {
        headed.insert(field.name);
      }
    }
  });
  return std::string{named                ? *named
                     : headed.size() == 1 ? *headed.begin()
                                          : std::string_view{typed}}
      .append(written, typed.size());
}

}  // namespace mentor::cli

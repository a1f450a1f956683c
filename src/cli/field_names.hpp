/// The names of fields as people type them, in Russian too.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mentor/fields.hpp"

namespace mentor::cli {

/// Whether a person who typed `typed` means `russian`. Letter case and ё/е do not count.
bool is_called(std::string_view typed, std::string_view russian);

/// The place, in bytes, of the first word of the name that begins with `typed`: 0 for «дорож» in «дорожная-карта», more
/// for «карта». Nothing when no word begins so, or `typed` has fewer than three letters.
std::optional<std::size_t> begun_word(std::string_view typed, std::string_view name);

/// The first word of a heading, by which people may name what stands below.
std::string_view first_word(std::string_view heading);

/// What people may type in Russian for the name of this field, in letters of either case. Empty when no kind has such
/// a field.
std::string_view russian_field_name(std::string_view name);

/// The name of a field for what was typed in its place: `unit` for «класс». Another text is given back. A field of
/// every kind is known by the same Russian name, so the kind need not be known. The first word of a heading is a name
/// too, where it heads one field alone: people read `from` as «Начало».
std::string field_name(const std::string& written);

/// Whether one name is the other in another form, singular or plural: «программа» and «программы», `pair` and `pairs`.
bool are_forms_of_name(std::string_view name, std::string_view other);

/// The only field of the kind that has this name in another form, in either language. Null when there is none, or
/// several.
template <class Record>
const Field<Record>* field_in_other_form(std::string_view name) {
  const std::string_view russian = russian_field_name(name);
  const Field<Record>* only = nullptr;
  for (const auto& field : fields<Record>()) {
    const bool is_it = field.meaning != Meaning::own_id && field.set_by.empty() &&
                       (are_forms_of_name(name, field.name) ||
                        are_forms_of_name(russian.empty() ? name : russian, russian_name(field)));
    if (is_it && only != nullptr) {
      return nullptr;
    }
    only = is_it ? &field : only;
  }
  return only;
}

}  // namespace mentor::cli

/// People's names as they are shortened where room is short.
#pragma once

#include <string>
#include <string_view>

namespace mentor::language {

/// «Громов И. С.» of «Громов Иван Сергеевич»: the first word, and the initials of the others. A word that is an
/// initial already, or that begins with a small letter («оглы», «фон»), stays as it is. What comes after ` / ` is
/// another name: «Громов И. С. / Семёнова А. И.»
std::string short_names(std::string_view names);

/// «Громов / Семёнова» of «Громов Иван Сергеевич / Семёнова Анна Игоревна».
std::string surnames(std::string_view names);

/// The text with a small first letter, to stand within a sentence.
std::string uncapitalized(std::string_view text);

}  // namespace mentor::language

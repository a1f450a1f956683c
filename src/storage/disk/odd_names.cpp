#include "odd_names.hpp"

#include <algorithm>
#include <array>

#include "mentor/id.hpp"
#include "mentor/kind.hpp"
#include "names.hpp"

namespace mentor::storage {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_of_id(char byte) { return is_digit(byte) || byte == '-' || (byte >= 'a' && byte <= 'z'); }

/// The text with the capitals of ASCII made small.
std::string small(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
  return result;
}

/// A name, parted at its extension. `behind` is what follows the extension: `.txt` of `x.yaml.txt`.
struct Parted {
  std::string stem;
  std::string behind;
};

std::optional<Parted> part_at_extension(const std::string& name) {
  for (const std::string_view extension : {record_extension, std::string_view{".yml"}}) {
    const auto at = name.rfind(extension);
    if (at == std::string::npos || at == 0) {
      continue;
    }
    Parted parted{name.substr(0, at), name.substr(at + extension.size())};
    if (parted.behind.empty() || parted.behind.front() == '-' || !is_of_id(parted.behind.front())) {
      return parted;
    }
  }
  return std::nullopt;
}

/// The id that the beginning of a text may be.
std::string id_at_the_beginning(std::string_view text) {
  std::string id{text.begin(), std::find_if_not(text.begin(), text.end(), is_of_id)};
  id.erase(id.find_last_not_of('-') + 1);
  return is_id(id) ? id : std::string{};
}

/// The id in the name of a copy: before what was added (`x (1)`, `x.sync-conflict-…`), or behind it (`Copy of x`,
/// `Копия x`).
std::string id_in_name(std::string_view stem) {
  constexpr std::string_view copy_of = " of ";
  const std::string folded = small(stem);
  const auto of = folded.find(copy_of);
  if (folded.starts_with("copy") && of != std::string::npos) {
    return id_at_the_beginning(std::string_view{folded}.substr(of + copy_of.size()));
  }
  std::string id = id_at_the_beginning(stem);  // `x-DESKTOP` is a copy of x
  id = id.empty() ? id_at_the_beginning(folded) : id;
  const auto blank = folded.rfind(' ');
  return !id.empty() || blank == std::string::npos ? id
                                                   : id_at_the_beginning(std::string_view{folded}.substr(blank + 1));
}

constexpr std::array<std::string_view, 6> backups = {"~", ".bak", ".orig", ".old", ".rej", ".swp"};

}  // namespace

std::optional<OddName> odd_name_of_record(std::string_view name) {
  if (name.ends_with(record_extension) && is_id(stem_of(name))) {
    return std::nullopt;
  }
  const auto parted = part_at_extension(small(name));
  if (!parted) {
    return std::nullopt;
  }
  const bool is_backup = std::find(backups.begin(), backups.end(), parted->behind) != backups.end();
  return OddName{id_in_name(name.substr(0, parted->stem.size())), is_backup};
}

std::optional<std::string_view> year_of_copy(std::string_view stem) {
  constexpr std::size_t length = 9;
  const std::string_view year = stem.substr(0, length);
  const bool is_copy = stem.size() > length && stem[length] == '-' && year.size() == length && year[4] == '-' &&
                       std::count_if(year.begin(), year.end(), is_digit) == length - 1;
  return is_copy ? std::optional{year} : std::nullopt;
}

bool is_odd_name_of(std::string_view name, std::string_view meant) {
  constexpr std::string_view signs = " ([~";  // behind the name that was copied
  const std::string folded = small(name);
  if (name == meant || folded == meant) {
    return name != meant;
  }
  return (folded.starts_with(meant) && signs.find(folded[meant.size()]) != std::string_view::npos) ||
         folded.ends_with(' ' + std::string{meant});
}

bool is_odd_name_of_settings(std::string_view name) {
  constexpr std::string_view stem = "program";
  const auto parted = name == settings_path ? std::nullopt : part_at_extension(small(name));
  return parted && parted->behind.empty() &&
         (parted->stem == stem || is_odd_name_of(parted->stem, stem) ||
          parted->stem.starts_with("program.sync-conflict"));
}

}  // namespace mentor::storage

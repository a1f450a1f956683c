/// The words of one language: a gettext catalog, compiled by msgfmt and embedded in the binary. We read the `.mo`
/// format ourselves. libintl finds catalogs only by the process's locale and in files, and mentor must work without
/// either.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mentor/label.hpp"

namespace mentor::language {

class Catalog {
 public:
  /// `data` is a whole `.mo` file in the machine's byte order. It must outlive the catalog.
  Catalog(Language language, std::string_view data);

  /// The text of a key; nothing when the catalog lacks the key.
  std::optional<std::string_view> find(std::string_view key) const;

  /// The form of a plural entry for this number; nothing when the catalog lacks the key.
  std::optional<std::string_view> find_plural(std::string_view key, std::int64_t number) const;

  /// Every key, sorted by bytes.
  std::vector<std::string_view> keys() const;

 private:
  std::uint32_t word(std::size_t offset) const;
  std::string_view string(std::uint32_t table, std::uint32_t index) const;

  Language language_;
  std::string_view data_;
  std::uint32_t count_;
  std::uint32_t originals_;
  std::uint32_t translations_;
};

/// Which of a language's plural forms goes with a number: in Russian 0 (1 пара), 1 (2 пары) or 2 (5 пар), in English 0
/// or 1. It must agree with `Plural-Forms` in the catalogs; a test compares them.
std::size_t plural_form(Language language, std::int64_t number);

/// The built-in catalog of a language.
const Catalog& catalog(Language language);

}  // namespace mentor::language

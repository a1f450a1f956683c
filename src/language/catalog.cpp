#include "catalog.hpp"

#include <cstring>

#include "embedded_catalogs.hpp"

namespace mentor::language {

namespace {

// The header of a .mo file: magic number, revision, count, and the offsets of two tables of (length, offset).
constexpr std::size_t count_offset = 8;
constexpr std::size_t originals_offset = 12;
constexpr std::size_t translations_offset = 16;

/// The key of an entry. In a plural entry, a zero byte and the key of the plural follow it.
std::string_view before_zero(std::string_view text) { return text.substr(0, text.find('\0')); }

}  // namespace

Catalog::Catalog(Language language, std::string_view data)
    : language_(language),
      data_(data),
      count_(word(count_offset)),
      originals_(word(originals_offset)),
      translations_(word(translations_offset)) {}

std::uint32_t Catalog::word(std::size_t offset) const {
  std::uint32_t value = 0;
  std::memcpy(&value, data_.data() + offset, sizeof value);
  return value;
}

std::string_view Catalog::string(std::uint32_t table, std::uint32_t index) const {
  const std::size_t entry = table + std::size_t{index} * 8;
  return data_.substr(word(entry + 4), word(entry));
}

std::optional<std::string_view> Catalog::find(std::string_view key) const {
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (low < high) {  // msgfmt sorts the keys
    const std::uint32_t middle = low + (high - low) / 2;
    const int order = before_zero(string(originals_, middle)).compare(key);
    if (order == 0) {
      return string(translations_, middle);
    }
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return std::nullopt;
}

std::optional<std::string_view> Catalog::find_plural(std::string_view key, std::int64_t number) const {
  auto forms = find(key);
  for (std::size_t form = plural_form(language_, number); forms && form > 0; --form) {
    const auto zero = forms->find('\0');
    if (zero == std::string_view::npos) {
      return std::nullopt;
    }
    forms->remove_prefix(zero + 1);
  }
  return forms ? std::optional{before_zero(*forms)} : std::nullopt;
}

std::vector<std::string_view> Catalog::keys() const {
  std::vector<std::string_view> result;
  for (std::uint32_t index = 0; index < count_; ++index) {
    if (const auto key = before_zero(string(originals_, index)); !key.empty()) {
      result.push_back(key);
    }
  }
  return result;
}

std::size_t plural_form(Language language, std::int64_t number) {
  const std::int64_t positive = number < 0 ? -number : number;
  if (language == Language::en) {
    return positive == 1 ? 0 : 1;
  }
  const std::int64_t last = positive % 10;
  const std::int64_t last_two = positive % 100;
  if (last == 1 && last_two != 11) {
    return 0;
  }
  return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14) ? 1 : 2;
}

const Catalog& catalog(Language language) {
  static const Catalog russian{Language::ru, embedded::ru};
  static const Catalog english{Language::en, embedded::en};
  return language == Language::ru ? russian : english;
}

}  // namespace mentor::language

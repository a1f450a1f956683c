#include "language/catalog.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "language/words.hpp"
#include "plural_formula.hpp"

using namespace mentor;
using language::catalog;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};

/// The `{0}`, `{1}`… of a text, whatever their order.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> found;
  for (auto begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1)) {
    found.emplace(text.substr(begin, text.find('}', begin) - begin + 1));
  }
  return found;
}

/// A field of the header, which is the text of the empty key.
std::string header(Language language, std::string_view field) {
  const std::string_view text = catalog(language).find("").value();
  const auto begin = text.find(field) + field.size();
  return std::string{text.substr(begin, text.find_first_of(";\n", begin) - begin)};
}

}  // namespace

TEST_CASE("both catalogs have the same keys") {
  CHECK(catalog(Language::ru).keys() == catalog(Language::en).keys());
  CHECK(catalog(Language::ru).keys().size() > 200);
}

TEST_CASE("both catalogs have the same placeholders for every key") {
  for (const auto key : catalog(Language::ru).keys()) {
    CAPTURE(key);
    CHECK(placeholders(catalog(Language::ru).find(key).value()) ==
          placeholders(catalog(Language::en).find(key).value()));
  }
}

TEST_CASE("no text is empty and no placeholder is skipped") {
  for (const Language language : languages) {
    for (const auto key : catalog(language).keys()) {
      CAPTURE(key);
      const auto text = catalog(language).find(key).value();
      CHECK_FALSE(text.empty());
      std::size_t number = 0;
      for (const auto& placeholder : placeholders(text)) {
        CHECK(placeholder == '{' + std::to_string(number++) + '}');
      }
    }
  }
}

TEST_CASE("every message formats, and each argument is told") {
  for (const Language language : languages) {
    const language::Words words{language};
    for (const auto key : catalog(language).keys()) {
      CAPTURE(key);
      Message message{key, {}};
      for (std::size_t number = 0; number < 9; ++number) {
        message.arguments.emplace_back("<argument" + std::to_string(number) + '>');
      }
      const auto many = placeholders(catalog(language).find(key).value()).size();
      const std::string said = words.say(message);
      CHECK(said.find('{') == std::string::npos);
      for (std::size_t number = 0; number < many; ++number) {
        CHECK(said.find("<argument" + std::to_string(number) + '>') != std::string::npos);
      }
    }
  }
}

TEST_CASE("the plural form is that of the catalog's own formula") {
  for (const Language language : languages) {
    sample::PluralFormula formula{header(language, "plural=")};
    for (long number = 0; number <= 1000; ++number) {
      CAPTURE(number);
      CHECK(static_cast<long>(language::plural_form(language, number)) == formula(number));
    }
    CHECK(formula.is_spent());
  }
}

TEST_CASE("every plural entry has each form of its language, and none more") {
  for (const Language language : languages) {
    const auto forms = std::stoul(header(language, "nplurals="));
    for (const auto key : catalog(language).keys()) {
      if (key.starts_with("noun.")) {
        CAPTURE(key);
        for (const std::int64_t number : {1, 2, 5}) {
          CHECK_FALSE(catalog(language).find_plural(key, number).value_or("").empty());
        }
        const auto text = catalog(language).find(key).value();
        CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0')) + 1 == forms);
      }
    }
  }
}

TEST_CASE("a key that the catalog lacks is not found") {
  CHECK_FALSE(catalog(Language::ru).find("no.such.key"));
  CHECK_FALSE(catalog(Language::ru).find("zzz"));
  CHECK_FALSE(catalog(Language::ru).find_plural("no.such.key", 5));
  CHECK_FALSE(catalog(Language::ru).find_plural("cell.unknown", 5));
  CHECK(catalog(Language::ru).find("cell.unknown") == "н/д");
}

TEST_CASE("negative numbers take the forms of positive ones") {
  CHECK(language::plural_form(Language::ru, -1) == 0);
  CHECK(language::plural_form(Language::ru, -3) == 1);
  CHECK(language::plural_form(Language::en, -1) == 0);
}

#include "unicode.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/sortkey.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>

#include "mentor/utf8.hpp"

namespace mentor::language {

namespace {

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

void require(UErrorCode status) {
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error{u_errorName(status)};
  }
}

/// What a byte begins in a text that is shown as it is.
enum class Begins : std::uint8_t {
  other,
  one,  // a character of ASCII that is no control
  two,  // one of U+00C0 to U+02FF or U+0400 to U+047F, when another byte continues it
};
constexpr auto beginnings = [] {
  std::array<Begins, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const bool is_one = byte >= 0x20 && byte < 0x7F;
    const bool is_two = (byte >= 0xC3 && byte <= 0xCB) || byte == 0xD0 || byte == 0xD1;
    table.at(byte) = is_one ? Begins::one : is_two ? Begins::two : Begins::other;
  }
  return table;
}();

}  // namespace

SortKey russian_order() {
  UErrorCode status = U_ZERO_ERROR;
  std::shared_ptr<icu::Collator> collator{icu::Collator::createInstance(icu::Locale{"ru"}, status)};
  require(status);
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  require(status);
  return [collator](std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    icu::CollationKey key;
    collator->getCollationKey(icu::UnicodeString::fromUTF8(piece(text)), key, error);
    require(error);
    std::int32_t size = 0;
    const std::uint8_t* bytes = key.getByteArray(size);
    return std::string{bytes, bytes + size};
  };
}

Fold folding() {
  return [](std::string_view text) {
    if (auto plain = folded_plainly(text)) {
      return *std::move(plain);
    }
    UErrorCode error = U_ZERO_ERROR;
    // The library loads this when it is first asked for, and keeps it.
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
    require(error);
    const auto folded = normalizer->normalize(icu::UnicodeString::fromUTF8(piece(text)), error);
    icu::UnicodeString result;
    bool blank_before = true;  // so a text never begins with a blank
    for (std::int32_t index = 0; index < folded.length(); index = folded.moveIndex32(index, 1)) {
      UChar32 character = folded.char32At(index);
      const bool blank = u_isUWhiteSpace(character) != 0;
      if (blank && blank_before) {
        continue;
      }
      blank_before = blank;
      constexpr UChar32 yo = 0x451;
      constexpr UChar32 ye = 0x435;
      character = blank             ? ' '
                  : character == yo ? ye
                                    : static_cast<UChar32>(usual_sign(static_cast<char32_t>(character)));
      result.append(character);
    }
    std::string utf8;
    result.trim().toUTF8String(utf8);
    return utf8;
  };
}

namespace {

/// Whether this byte is a Russian letter in 1251, but none in 866.
bool is_letter_of_1251_alone(unsigned char byte) { return (byte >= 0xC0 && byte <= 0xDF) || byte >= 0xF2; }

/// Whether this byte is a Russian letter in 866, but in 1251 a sign that Russian texts do not have.
bool is_letter_of_866_alone(unsigned char byte) {
  constexpr std::string_view signs_of_1251 =
      "\x84\x85\x91\x92\x93\x94\x96\x97\xA0\xA7\xA8\xA9\xAB";  // „…‘’“”–—nbsp§Ё©«
  return byte >= 0x80 && byte <= 0xAF && signs_of_1251.find(static_cast<char>(byte)) == std::string_view::npos;
}

/// Whether the text would have more capitals behind small letters than before them if it were 1251, as in «йЧБО». So
/// texts of KOI8-R and of ISO 8859-5 look.
bool has_turned_cases(std::string_view bytes) {
  const auto is_capital = [](unsigned char byte) { return byte >= 0xC0 && byte <= 0xDF; };
  const auto is_small = [](unsigned char byte) { return byte >= 0xE0 || byte == 0xB8; };
  std::int64_t turned = 0;
  std::int64_t usual = 0;
  for (std::size_t index = 1; index < bytes.size(); ++index) {
    const auto before = static_cast<unsigned char>(bytes[index - 1]);
    const auto after = static_cast<unsigned char>(bytes[index]);
    turned += is_small(before) && is_capital(after) ? 1 : 0;
    usual += is_capital(before) && is_small(after) ? 1 : 0;
  }
  return turned > usual;
}

}  // namespace

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Encoding::utf16;
  }
  if (bytes.find('\0') != std::string_view::npos) {
    return Encoding::unknown;
  }
  if (!utf8::first_invalid(bytes)) {
    return Encoding::utf8;
  }
  constexpr std::int64_t many = 10;
  const auto of_1251 = std::count_if(bytes.begin(), bytes.end(), is_letter_of_1251_alone);
  const auto of_866 = std::count_if(bytes.begin(), bytes.end(), is_letter_of_866_alone);
  return has_turned_cases(bytes)    ? Encoding::unknown
         : of_866 * many <= of_1251 ? Encoding::windows_1251
         : of_1251 * many <= of_866 ? Encoding::dos_866
                                    : Encoding::unknown;
}

std::string as_utf8(std::string bytes) {
  const bool is_utf16 = encoding_of(bytes) == Encoding::utf16;
  if (!is_utf16 && !utf8::first_invalid(bytes)) {
    return bytes;
  }
  const icu::UnicodeString decoded{bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   is_utf16 ? "UTF-16" : "windows-1251"};
  std::string text;
  decoded.toUTF8String(text);
  return text;
}

std::optional<std::size_t> width_if_plain(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size(); ++width) {
    const Begins begins = beginnings[static_cast<unsigned char>(text[at])];
    if (begins == Begins::one) {
      ++at;
    } else if (begins == Begins::two && at + 1 < text.size() && utf8::continues(text[at + 1])) {
      at += 2;
    } else {
      return std::nullopt;
    }
  }
  return width;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto decoded = utf8::decode(text).value_or(utf8::Decoded{U'\uFFFD', 1});
    text.remove_prefix(decoded.length);
    constexpr char32_t first_combining = 0x300;
    const bool is_russian = decoded.character >= U'Ё' && decoded.character <= U'ё';  // saves nearly every look-up
    if (decoded.character < first_combining || is_russian) {
      ++width;
      continue;
    }
    const auto character = static_cast<UChar32>(decoded.character);
    const auto category = u_charType(character);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
      continue;
    }
    const auto east_asian = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace mentor::language

#include "mentor/text.hpp"

#include <algorithm>
#include <array>

#include "mentor/byte_block.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

std::optional<std::string> folded_plainly(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool blank_before = true;  // so a text never begins with a blank
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
      if (byte < ' ' && !blank) {
        return std::nullopt;
      }
      if (!blank || !blank_before) {
        folded.push_back(blank                        ? ' '
                         : byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a')
                                                      : static_cast<char>(usual_sign(byte)));
      }
      blank_before = blank;
      continue;
    }
    const auto decoded = utf8::decode(text.substr(at));
    char32_t letter = decoded ? decoded->character : 0;
    blank_before = false;
    if (const char32_t sign = usual_sign(letter); sign != letter) {
      utf8::append(folded, sign);
      at += decoded->length - 1;
      continue;
    }
    if (letter == U'Ё' || letter == U'ё') {
      letter = U'е';
    } else if (letter >= U'А' && letter <= U'Я') {
      letter += U'а' - U'А';
    } else if (letter < U'а' || letter > U'я') {
      return std::nullopt;
    }
    // Every letter that is left here has two bytes. To append them at once takes half the time of one after another.
    const std::array<char, 2> bytes = {static_cast<char>(0xC0U | (letter >> 6U)),
                                       static_cast<char>(0x80U | (letter & 0x3FU))};
    folded.append(bytes.data(), bytes.size());
    ++at;
  }
  if (folded.ends_with(' ')) {
    folded.pop_back();
  }
  return folded;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string with_line_feeds(std::string_view text) {
  std::string result;
  for (auto line : lines_of(text)) {
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    result.append(line).append("\n");
  }
  result.resize(result.size() - (text.ends_with('\n') || text.empty() ? 0 : 1));
  return result;
}

namespace {

constexpr std::array<std::string_view, 4> blanks = {" ", "\t", "\u00A0", "\u202F"};

/// The length of the blank at the start of the text; 0 when there is none.
std::size_t blank_at_start(std::string_view text) {
  const auto* const blank =
      std::find_if(blanks.begin(), blanks.end(), [&](std::string_view one) { return text.starts_with(one); });
  return blank == blanks.end() ? 0 : blank->size();
}

}  // namespace

std::size_t occurrences(std::string_view text, char byte) {
  using Counts [[gnu::vector_size(sizeof(ByteBlock))]] = std::int8_t;
  constexpr std::size_t most_blocks = 128;  // a lane counts downwards, from 0 to -128
  std::size_t count = 0;
  while (text.size() >= sizeof(ByteBlock)) {
    const std::size_t blocks = std::min(text.size() / sizeof(ByteBlock), most_blocks);
    Counts counts{};
    for (std::size_t index = 0; index < blocks; ++index) {
      counts += block_at(text.data() + index * sizeof(ByteBlock)) == static_cast<std::uint8_t>(byte);
    }
    for (std::size_t lane = 0; lane < sizeof(ByteBlock); ++lane) {
      count += static_cast<std::size_t>(-counts[lane]);
    }
    text.remove_prefix(blocks * sizeof(ByteBlock));
  }
  return count + static_cast<std::size_t>(std::count(text.begin(), text.end(), byte));
}

std::string tidy_line(std::string_view text) {
  std::string tidy;
  for (bool blank_before = false; !text.empty();) {
    const std::size_t blank = blank_at_start(text);
    if (blank == 0) {
      tidy.append(blank_before && !tidy.empty() ? " " : "").append(1, text.front());
    }
    blank_before = blank != 0;
    text.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return tidy;
}

bool is_tidy_line(std::string_view text) {
  char before = ' ';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char here = text[at];
    const bool may_be_wide = here == '\t' || here == '\xC2' || here == '\xE2';
    if ((here == ' ' && before == ' ') || (may_be_wide && blank_at_start(text.substr(at)) != 0)) {
      return false;
    }
    before = here;
  }
  return text.empty() || before != ' ';
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  for (auto comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
    parts.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma + 1);
  }
  parts.emplace_back(text);
  return parts;
}

}  // namespace mentor

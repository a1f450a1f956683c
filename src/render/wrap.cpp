#include "wrap.hpp"

#include <algorithm>

#include "language/unicode.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"

namespace mentor::render {

namespace {

std::size_t end_of_word(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \n", begin), text.size());
}

/// Whether the word is one of the initials of a name: `И.`, or `И.,` before another name.
bool is_initial(std::string_view word) {
  const auto letter = utf8::decode(word);
  return letter && (word.substr(letter->length) == "." || word.substr(letter->length) == ".,");
}

/// Whether the word ends with a number and has nothing else but signs before it: `1,5`, `(2026`, `10–15`.
bool is_number(std::string_view word) {
  constexpr std::string_view digits = "0123456789";
  if (word.empty() || digits.find(word.back()) == std::string_view::npos) {
    return false;
  }
  while (const auto next = utf8::decode(word)) {
    const bool is_sign = usual_sign(next->character) == U'-' ||
                         std::u32string_view{U"(«„\"+,.:/"}.find(next->character) != std::u32string_view::npos;
    if (!is_sign && (next->character > U'9' || next->character < U'0')) {
      return false;
    }
    word.remove_prefix(next->length);
  }
  return word.empty();
}

bool begins_with_digit(std::string_view word) { return !word.empty() && word.front() >= '0' && word.front() <= '9'; }

/// Whether the word may be what a number counts: a short one of letters, with or without a sign behind it, or `%`.
bool is_unit(std::string_view word) {
  constexpr std::size_t longest = 9;
  const std::string_view letters = word.substr(0, word.find_last_not_of(".,;:!?)") + 1);
  if (letters == "%") {
    return true;
  }
  std::size_t count = 0;
  std::string_view rest = letters;
  while (const auto next = utf8::decode(rest)) {
    const bool is_letter = (next->character >= U'a' && next->character <= U'z') ||
                           (next->character >= U'A' && next->character <= U'Z') ||
                           (next->character >= U'\u0400' && next->character <= U'\u04FF');
    if (!is_letter) {
      break;
    }
    ++count;
    rest.remove_prefix(next->length);
  }
  return count != 0 && count <= longest && (rest.empty() || rest == "»");
}

/// Whether these two words of a text belong on one line.
bool belong_together(std::string_view word, std::string_view next) {
  return (is_initial(word) && is_initial(next)) || word.ends_with("№") || (is_number(word) && is_unit(next));
}

/// Where the word ends that a command line has in quotes, if they are opened in the word from `begin` to `end` and not
/// closed there; `end` if not. Of other texts only short ones stay together, since their quotes may have any sense.
std::size_t end_of_quotes(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest = 60;  // bytes of a quoted word that is not of a command
  const std::string_view word = text.substr(begin, end - begin);
  for (const char quote : {'"', '\''}) {
    const std::size_t opening = word.find(quote);
    const bool is_opened = opening != std::string_view::npos &&
                           word.find(quote, opening + 1) == std::string_view::npos &&
                           (opening == 0 || word[opening - 1] == '=' || word[opening - 1] == '(');
    const std::size_t closing = is_opened ? text.find(quote, end) : std::string_view::npos;
    if (closing == std::string_view::npos || text.find('\n', end) < closing) {
      continue;
    }
    const bool is_of_command = text.substr(0, begin).find("mentor ") != std::string_view::npos;
    if (is_of_command || closing - begin <= longest) {
      return end_of_word(text, closing);
    }
  }
  return end;
}

/// How wide a word is seen. An escape sequence ends with `m`.
std::size_t width_seen(std::string_view word) {
  std::string seen;
  for (auto escape = word.find('\x1b'); escape != std::string_view::npos; escape = word.find('\x1b')) {
    seen.append(word.substr(0, escape));
    word.remove_prefix(std::min(word.find('m', escape), word.size() - 1) + 1);
  }
  return language::display_width(seen.append(word));
}

/// How a line begins that is a command alone.
constexpr std::string_view command_margin = "    mentor ";

void add_wrapped_line(std::string& result, std::string_view line, std::size_t width) {
  if (line.size() <= width || line.starts_with(command_margin)) {
    result.append(line);  // it has no more columns than bytes, or is to be copied
    return;
  }
  const std::size_t margin = std::min(line.find_first_not_of(' '), line.size());
  result.append(line.substr(0, margin));
  std::size_t column = margin;
  for (std::size_t begin = margin; begin < line.size();) {
    const std::size_t end = end_of_stretch(line, begin);
    const std::string_view word = line.substr(begin, end - begin);
    const std::size_t wide = width_seen(word);
    if (column > margin && column + 1 + wide > width) {
      result.append("\n").append(margin, ' ');
      column = margin;
    } else if (begin > margin) {
      result += ' ';
      ++column;
    }
    result.append(word);
    column += wide;
    begin = end + 1;
  }
}

}  // namespace

std::size_t end_of_stretch(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_word(text, begin);
  for (std::size_t last = begin; end < text.size() && text[end] == ' ';) {
    if (const std::size_t closed = end_of_quotes(text, last, end); closed != end) {
      end = closed;
      last = closed;  // what stands behind the quotes is another word
      continue;
    }
    const std::size_t next = end_of_word(text, end + 1);
    const std::string_view word = text.substr(last, end - last);
    const std::string_view word_behind = text.substr(end + 1, next - end - 1);
    const bool is_telephone = text[begin] == '+' && is_number(word) && begins_with_digit(word_behind);
    if (!is_telephone && !belong_together(word, word_behind)) {
      break;
    }
    last = end + 1;
    end = next;
  }
  return end;
}

std::string wrapped_lines(std::string_view text, std::size_t width) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    add_wrapped_line(result, text.substr(begin, end - begin), width);
    result.append(end < text.size() ? "\n" : "");
    begin = end + 1;
  }
  return result;
}

}  // namespace mentor::render

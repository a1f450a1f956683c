#include "roff.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "language/unicode.hpp"

namespace mentor::cli {

namespace {

constexpr std::size_t step = 4;  // how many columns a list or the text below a heading is indented

/// A text with escapes of roff, as people read it. `bold_on` and `bold_off` go around what is bold.
std::string read_inline(std::string_view text, std::string_view bold_on, std::string_view bold_off) {
  std::string result;
  bool is_bold = false;
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (text[index] != '\\') {
      result += text[index];
      continue;
    }
    const char what = ++index < text.size() ? text[index] : '\0';
    if (what == 'f') {
      const bool becomes_bold = ++index < text.size() && text[index] == 'B';
      if (becomes_bold != is_bold) {
        result += becomes_bold ? bold_on : bold_off;
        is_bold = becomes_bold;
      }
    } else if (what == '-') {
      result += '-';
    } else if (what == 'e') {
      result += '\\';
    } else if (what == '(' && text.substr(index, 3) == "(aq") {
      result += '\'';
      index += 2;
    } else if (what != '&') {
      throw std::logic_error{"an escape of roff that is not known: " + std::string{text}};
    }
  }
  return result + std::string{is_bold ? bold_off : ""};
}

/// Builds a page line by line.
class TerminalPage {
 public:
  TerminalPage(std::size_t width, bool color) : width_(width), color_(color) {}

  void take(std::string_view line) {
    if (is_example_ && line != ".EE") {
      text_.append(margin() + step, ' ').append(shown(line)) += '\n';
    } else if (line.starts_with('.')) {
      const auto end = std::min(line.find(' '), line.size());
      request(line.substr(0, end), end == line.size() ? std::string_view{} : line.substr(end + 1));
    } else if (is_tag_) {
      is_tag_ = false;
      break_paragraph();
      text_.append(margin() - step, ' ').append(shown(line)) += '\n';
    } else {
      paragraph_ += (paragraph_.empty() ? "" : " ") + std::string{line};
    }
  }

  std::string finish() {
    break_paragraph();
    return std::move(text_);
  }

 private:
  std::size_t margin() const { return step * (1 + nesting_ + (is_item_ ? 1 : 0)); }

  std::string shown(std::string_view text) const {
    return color_ ? read_inline(text, "\x1b[1m", "\x1b[22m") : read_inline(text, "", "");
  }

  void request(std::string_view name, std::string_view rest) {
    if (name == ".\\\"" || name == ".TH" || name == ".nh" || name == ".ad") {
      return;
    }
    break_paragraph();
    if (name == ".SH" || name == ".SS") {
      is_item_ = false;
      nesting_ = 0;
      blank_line();
      text_.append(name == ".SS" ? step / 2 : 0, ' ').append(shown(bold_line(rest))) += '\n';
      after_heading_ = true;
    } else if (name == ".TP") {
      blank_line();
      is_item_ = true;
      is_tag_ = true;
    } else if (name == ".PP") {
      is_item_ = false;
      blank_line();
    } else if (name == ".IP") {
      is_item_ = true;
      blank_line();
    } else if (name == ".br") {
      // The paragraph is already broken here.
    } else if (name == ".EX") {
      is_example_ = true;
      after_heading_ = false;
    } else if (name == ".EE") {
      is_example_ = false;
    } else if (name == ".RS" || name == ".RE") {
      nesting_ = name == ".RS" ? nesting_ + 1 : nesting_ - 1;
      is_item_ = name == ".RE";
    } else {
      throw std::logic_error{"a request of roff that is not known: " + std::string{name}};
    }
  }

  static std::string bold_line(std::string_view rest) { return "\\fB" + std::string{rest} + "\\fR"; }

  void blank_line() {
    if (!text_.empty() && !after_heading_ && !text_.ends_with("\n\n")) {
      text_ += '\n';
    }
    after_heading_ = false;
  }

  /// Writes the words that have been gathered, in lines of the page's width.
  void break_paragraph() {
    std::size_t column = 0;
    for (std::size_t begin = 0; begin < paragraph_.size();) {
      const std::size_t end = std::min(paragraph_.find(' ', begin), paragraph_.size());
      const std::string_view word = std::string_view{paragraph_}.substr(begin, end - begin);
      const std::size_t length = language::display_width(read_inline(word, "", ""));
      if (column > 0 && column + 1 + length > width_) {
        line_.append(1, '\n');
        column = 0;
      }
      line_.append(column == 0 ? margin() : 1, ' ').append(word);
      column += (column == 0 ? margin() : 1) + length;
      begin = end + 1;
    }
    if (column > 0) {
      text_.append(shown(line_)) += '\n';
      after_heading_ = false;
    }
    line_.clear();
    paragraph_.clear();
  }

  std::size_t width_;
  bool color_;
  std::string text_;
  std::string paragraph_;  // its words, with their escapes
  std::string line_;       // the lines of the paragraph
  std::size_t nesting_ = 0;
  bool is_item_ = false;
  bool is_tag_ = false;
  bool is_example_ = false;
  bool after_heading_ = false;
};

}  // namespace

std::string roff_of(std::string_view plain) {
  std::string result;
  bool is_bold = false;
  bool begins_line = true;
  for (const char byte : plain) {
    if (begins_line && (byte == '.' || byte == '\'')) {
      result += "\\&";
    }
    begins_line = byte == '\n';
    if (byte == '`') {
      is_bold = !is_bold;
      result += is_bold ? "\\fB" : "\\fR";
    } else if (byte == '\\') {
      result += "\\e";
    } else if (byte == '-') {
      result += "\\-";
    } else if (byte == '\'') {
      result += "\\(aq";
    } else {
      result += byte;
    }
  }
  return result;
}

std::string bold(std::string_view word) { return "\\fB" + roff_of(word) + "\\fR"; }
std::string slanted(std::string_view word) { return "\\fI" + roff_of(word) + "\\fR"; }

std::string terminal_text(std::string_view page, std::size_t width, bool color) {
  TerminalPage result{width, color};
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    result.take(page.substr(begin, end - begin));
    begin = end + 1;
  }
  return result.finish();
}

}  // namespace mentor::cli

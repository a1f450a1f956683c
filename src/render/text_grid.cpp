#include "text_grid.hpp"

#include <algorithm>
#include <numeric>

#include "escape.hpp"
#include "language/names.hpp"
#include "mentor/utf8.hpp"

namespace mentor::render {

using language::display_width;

namespace {

/// The width of the widest word of a text. A column that is wrapped is never narrower than that.
std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    widest = std::max(widest, display_width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest;
}

}  // namespace

void add_padded(std::string& line, const Shown& cell, std::size_t width, bool at_the_right) {
  const std::size_t blanks = cell.width < width ? width - cell.width : 0;
  line.append(at_the_right ? blanks : 0, ' ').append(cell.text).append(at_the_right ? 0 : blanks, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    std::string& line = lines.back();
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.emplace_back(word);
    } else {
      line.append(line.empty() ? "" : " ").append(word);
    }
    begin = end + 1;
  }
  return lines;
}

Shown cut(const Shown& cell, std::size_t width) {
  std::string text;
  std::size_t used = 0;
  std::string_view rest = cell.text;
  while (const auto next = utf8::decode(rest)) {
    const std::string_view character = rest.substr(0, next->length);
    rest.remove_prefix(next->length);
    const std::size_t wide = display_width(character);
    if (used + wide + 1 > width) {
      break;
    }
    text.append(character);
    used += wide;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return Shown{text.append("…")};
}

std::size_t full_width(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), between_columns * (widths.size() - 1));
}

ShownRow Grid::heads() {
  ShownRow heads;
  for (std::size_t number = 0; number < columns(); ++number) {
    heads.emplace_back(visible(human(column(number).heading, words_)) + footnotes_.mark(column(number)));
  }
  return heads;
}

std::vector<std::size_t> Grid::widths() {
  std::vector<std::size_t> widths(columns());
  const ShownRow heads = this->heads();
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths[column] = widest_word(heads[column].text);
  }
  const auto measure = [&](const ShownRow& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      widths[column] = std::max(widths[column], cells[column].width);
    }
  };
  for_each_row(measure);
  measure(total());
  return widths;
}

std::vector<std::size_t> Grid::with_whole_heads(std::vector<std::size_t> widths) {
  const ShownRow heads = this->heads();
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths[column] = std::max(widths[column], heads[column].width);
  }
  return widths;
}

std::vector<std::size_t> Grid::least_widths(bool is_cut) {
  std::vector<std::size_t> least(columns());
  const auto measure = [&](const ShownRow& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      least[column] = std::max(least[column], widest_word(cells[column].text));
    }
  };
  measure(heads());
  if (!is_cut) {
    for_each_row(measure);
    measure(total());
    return least;
  }
  constexpr std::size_t least_text = 8;
  constexpr std::size_t least_name = 12;
  for (std::size_t number = 0; number < columns(); ++number) {
    const ColumnKind kind = column(number).kind;
    least[number] = std::max(least[number], is_name(column(number))    ? least_name
                                            : kind == ColumnKind::text ? least_text
                                                                       : std::size_t{0});
  }
  return least;
}

std::optional<std::vector<std::size_t>> Grid::fitted(std::vector<std::size_t> widths, std::size_t limit, bool is_cut) {
  if (full_width(widths) <= limit) {
    return widths;
  }
  const auto least = least_widths(is_cut);
  const auto narrow = [&](auto is_meant) {
    while (full_width(widths) > limit) {
      std::size_t widest = widths.size();
      for (std::size_t number = 0; number < widths.size(); ++number) {
        if (is_meant(number) && widths[number] > least[number] &&
            (widest == widths.size() || widths[number] > widths[widest])) {
          widest = number;
        }
      }
      if (widest == widths.size()) {
        return;
      }
      --widths[widest];
    }
  };
  if (is_cut) {
    narrow([&](std::size_t number) { return column(number).kind == ColumnKind::text && !is_name(column(number)); });
    narrow([&](std::size_t number) { return is_name(column(number)); });
  } else {
    narrow([](std::size_t) { return true; });
  }
  return full_width(widths) <= limit ? std::optional{std::move(widths)} : std::nullopt;
}

std::string Grid::text_of(const Cell& cell, const Column& column) const {
  if (!one_line_ || !is_name(column)) {
    return human(cell, words_);
  }
  if (const auto* references = std::get_if<std::vector<Reference>>(&cell)) {
    std::string all;
    for (const Reference& reference : *references) {
      all.append(all.empty() ? "" : ", ").append(language::short_names(reference.name));
    }
    return all;
  }
  return language::short_names(human(cell, words_));
}

void Grid::show(const Row& row, ShownRow& shown) {
  shown.resize(columns());
  for (std::size_t number = 0; number < columns(); ++number) {
    const Cell& cell = row[columns_[number]];
    std::string text = text_of(cell, section_.columns[columns_[number]]);
    const std::string mark = footnotes_.mark(cell);
    if (const auto width = language::width_if_plain(text); width && mark.empty()) {
      shown[number].text = std::move(text);
      shown[number].width = *width;
    } else {
      shown[number] = Shown{visible(text) + mark};
    }
  }
}

}  // namespace mentor::render

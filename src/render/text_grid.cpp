#include "text_grid.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "escape.hpp"
#include "language/names.hpp"
#include "mentor/utf8.hpp"
#include "wrap.hpp"

namespace mentor::render {

using language::display_width;

namespace {

/// The width of the widest stretch of a text that is not broken. A column that is wrapped is never narrower than that.
std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_stretch(text, begin);
    widest = std::max(widest, display_width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest;
}

/// Whether a cell of the row of totals says that it is this row.
bool is_label_of_total(const Cell& cell) {
  const auto* labelled = std::get_if<Labelled>(&cell);
  return labelled != nullptr && labelled->id == "total";
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
    const std::size_t end = end_of_stretch(text, begin);
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

const Grid::Measures& Grid::measures() {
  if (measures_) {
    return *measures_;
  }
  heads();  // their footnotes are the first
  Measures measures{std::vector<std::size_t>(columns()), std::vector<std::size_t>(columns())};
  const auto measure = [&measures](const ShownRow& cells) {
    for (std::size_t number = 0; number < cells.size(); ++number) {
      std::size_t& word = measures.words[number];
      measures.widths[number] = std::max(measures.widths[number], cells[number].width);
      word = cells[number].width > word ? std::max(word, widest_word(cells[number].text)) : word;
    }
  };
  for_each_row(measure);
  measure(total());
  if (one_line_) {
    remove_empty_columns(measures);
  }
  return measures_.emplace(std::move(measures));
}

void Grid::remove_empty_columns(Measures& measures) {
  for (std::size_t number = columns(); number > 0; --number) {
    const auto place = static_cast<std::ptrdiff_t>(number - 1);
    if (measures.widths[number - 1] == 0 && columns() > 1) {
      columns_.erase(columns_.begin() + place);
      measures.widths.erase(measures.widths.begin() + place);
      measures.words.erase(measures.words.begin() + place);
    }
  }
}

std::vector<std::size_t> Grid::widths() {
  auto widths = measures().widths;
  const ShownRow heads = this->heads();
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths[column] = std::max(widths[column], widest_word(heads[column].text));
  }
  return widths;
}

bool Grid::would_wrap_names(std::size_t limit) {
  const auto whole = widths();
  const auto narrow = fitted(whole, limit, false);
  for (std::size_t number = 0; number < columns(); ++number) {
    if (is_name(column(number)) && (!narrow || (*narrow)[number] < whole[number])) {
      return true;
    }
  }
  return false;
}

ShownRow Grid::total() {
  ShownRow total;
  unplaced_total_.clear();
  if (section_.total.empty()) {
    return total;
  }
  show(section_.total, total);
  const auto label = std::find_if(section_.total.begin(), section_.total.end(), is_label_of_total);
  const auto number = static_cast<std::size_t>(label - section_.total.begin());
  if (label == section_.total.end() || std::find(columns_.begin(), columns_.end(), number) != columns_.end()) {
    return total;
  }
  const std::string text = visible(human(*label, words_));
  const auto room = std::find_if(total.begin(), total.end(), [](const Shown& cell) { return cell.text.empty(); });
  if (room != total.end()) {
    *room = Shown{text};
  } else {
    unplaced_total_ = text;
  }
  return total;
}

std::vector<std::size_t> Grid::with_whole_heads(std::vector<std::size_t> widths) {
  const ShownRow heads = this->heads();
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths[column] = std::max(widths[column], heads[column].width);
  }
  return widths;
}

std::vector<std::size_t> Grid::least_widths(bool is_cut) {
  auto least = is_cut ? std::vector<std::size_t>(columns()) : measures().words;
  const ShownRow heads = this->heads();
  for (std::size_t number = 0; number < heads.size(); ++number) {
    least[number] = std::max(least[number], widest_word(heads[number].text));
  }
  if (!is_cut) {
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

std::vector<std::vector<std::size_t>> Grid::counts_by_width(const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::size_t>> counts;
  for (const std::size_t width : widths) {
    counts.emplace_back(width + 1);
  }
  const auto count = [&](const ShownRow& cells) {
    for (std::size_t number = 0; number < cells.size(); ++number) {
      ++counts[number][std::min(cells[number].width, widths[number])];
    }
  };
  for_each_row(count);
  if (const auto row = total(); !row.empty()) {
    count(row);
  }
  return counts;
}

void Grid::narrow_by_cutting(std::vector<std::size_t>& widths, std::size_t limit) {
  constexpr std::size_t legible = 12;
  constexpr std::size_t legible_name = 16;
  const auto least = least_widths(true);
  for (const std::size_t of_name : {legible_name, legible}) {
    auto rather = least;
    for (std::size_t number = 0; number < widths.size(); ++number) {
      rather[number] = std::max(rather[number], is_name(column(number)) ? of_name : legible);
    }
    narrow_by_cutting(widths, limit, rather);
  }
  narrow_by_cutting(widths, limit, least);
}

void Grid::narrow_by_cutting(std::vector<std::size_t>& widths, std::size_t limit,
                             const std::vector<std::size_t>& least) {
  const auto counts = counts_by_width(widths);
  std::vector<std::size_t> lost(widths.size());  // what the next step costs: the cells that are as wide as the column
  for (std::size_t number = 0; number < widths.size(); ++number) {
    lost[number] = counts[number].back();
  }
  const auto is_better = [&](std::size_t one, std::size_t other) {
    const auto cost = [&](std::size_t number) { return lost[number] * (is_name(column(number)) ? 2 : 1); };
    return std::make_pair(cost(one), widths[other]) < std::make_pair(cost(other), widths[one]);
  };
  while (full_width(widths) > limit) {
    std::optional<std::size_t> next;
    for (std::size_t number = 0; number < widths.size(); ++number) {
      const bool may_be_cut = column(number).kind == ColumnKind::text || is_name(column(number));
      if (may_be_cut && widths[number] > least[number] && (!next || is_better(number, *next))) {
        next = number;
      }
    }
    if (!next) {
      return;
    }
    --widths[*next];
    lost[*next] += counts[*next][widths[*next]];
  }
}

std::optional<std::vector<std::size_t>> Grid::fitted(std::vector<std::size_t> widths, std::size_t limit, bool is_cut) {
  if (full_width(widths) <= limit) {
    return widths;
  }
  if (is_cut) {
    narrow_by_cutting(widths, limit);
    return full_width(widths) <= limit ? std::optional{std::move(widths)} : std::nullopt;
  }
  const auto least = least_widths(false);
  if (names_ == Names::shortest) {
    constexpr std::size_t longest_short_name = 24;
    auto rather = least;
    for (std::size_t number = 0; number < widths.size(); ++number) {
      const std::size_t name = is_name(column(number)) ? std::min(widths[number], longest_short_name) : 0;
      rather[number] = std::max(rather[number], name);
    }
    narrow_by_wrapping(widths, limit, rather);
  }
  narrow_by_wrapping(widths, limit, least);
  return full_width(widths) <= limit ? std::optional{std::move(widths)} : std::nullopt;
}

void Grid::narrow_by_wrapping(std::vector<std::size_t>& widths, std::size_t limit,
                              const std::vector<std::size_t>& least) {
  while (full_width(widths) > limit) {
    std::optional<std::size_t> widest;
    for (std::size_t number = 0; number < widths.size(); ++number) {
      if (widths[number] > least[number] && (!widest || widths[number] > widths[*widest])) {
        widest = number;
      }
    }
    if (!widest) {
      return;
    }
    --widths[*widest];
  }
}

bool Grid::leave_out_until(std::size_t limit) {
  constexpr std::size_t legible = 16;
  const auto whole = widths();
  auto wanted = least_widths(false);
  for (std::size_t number = 0; number < columns(); ++number) {
    if (is_name(column(number)) || column(number).kind == ColumnKind::text) {
      wanted[number] = std::max(wanted[number], std::min(whole[number], legible));
    }
  }
  while (full_width(wanted) > limit) {
    std::size_t most = 0;
    for (std::size_t number = 0; number < columns(); ++number) {
      most = column(number).spare >= column(most).spare ? number : most;
    }
    if (column(most).spare == 0 || columns() == 1) {
      return false;
    }
    left_out_.push_back(columns_[most]);
    columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(most));
    measures_.reset();
    wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(most));
  }
  return true;
}

void Grid::show_all() {
  names_ = usual_names();
  measures_.reset();
  columns_.insert(columns_.end(), left_out_.begin(), left_out_.end());
  std::sort(columns_.begin(), columns_.end());
  left_out_.clear();
}

std::string Grid::left_out() const {
  auto numbers = left_out_;
  std::sort(numbers.begin(), numbers.end());
  std::string headings;
  for (const std::size_t number : numbers) {  // a heading may have a comma
    headings.append(headings.empty() ? "" : "; ").append(visible(human(section_.columns[number].heading, words_)));
  }
  return headings;
}

std::string Grid::name_of(const std::string& whole) const {
  const bool is_pair = whole.find(" / ") != std::string::npos;
  return names_ == Names::shortest && is_pair ? language::surnames(whole) : language::short_names(whole);
}

std::string Grid::name_of(const Reference& reference) const {
  return reference.names_people ? name_of(reference.name) : reference.name;
}

std::string Grid::text_of(const Cell& cell, std::size_t number) const {
  if (names_ == Names::whole || !is_name(section_.columns[number])) {
    return human(cell, words_);
  }
  if (const auto* reference = std::get_if<Reference>(&cell)) {
    return name_of(*reference);
  }
  if (const auto* references = std::get_if<std::vector<Reference>>(&cell)) {
    std::string all;
    for (const Reference& reference : *references) {
      all.append(all.empty() ? "" : ", ").append(name_of(reference));
    }
    return all;
  }
  return name_of(human(cell, words_));
}

void Grid::show(const Row& row, ShownRow& shown) {
  shown.resize(columns());
  for (std::size_t number = 0; number < columns(); ++number) {
    const Cell& cell = row[columns_[number]];
    std::string text = text_of(cell, columns_[number]);
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

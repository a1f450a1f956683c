/// Activities as nobody should write them and somebody will: every layout that the reader takes, with comments wherever
/// YAML allows one. Each comment has a number of its own, so that a lost one is found by its text.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace sample {

class OddRecords {
 public:
  explicit OddRecords(std::uint32_t seed) : random_(seed) {}

  /// The file of one activity; `day` is what its key for the day is called.
  std::string activity(const std::string& id, const std::string& date, const std::string& day = "on") {
    const int before = made_;
    line_break_ = one_in(4) ? "\r\n" : "\n";
    const std::string text = with_line_breaks(start() + (one_in(6) ? in_braces(id, date, day) : lines(id, date, day)));
    std::erase_if(comments_, [&](const std::string& comment) {  // made for a layout that was not chosen
      return std::stoi(comment.substr(comment.find_first_of("123456789"))) > before &&
             text.find(comment) == std::string::npos;
    });
    return (one_in(12) ? "\xEF\xBB\xBF" : "") + text;
  }

  /// The comments of all files so far.
  const std::vector<std::string>& comments() const { return comments_; }

  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  std::string pick(const std::vector<std::string>& values) { return pick_of(values); }
  template <class Value>
  Value pick_of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

 private:
  std::string comment() {
    comments_.push_back("# к" + std::to_string(++made_) + '.');
    return comments_.back() + pick({"", "", " a: b", " # d", " - 'e", " \"f", " |", " ]}", " ---"});
  }
  std::string maybe_comment() { return one_in(3) ? pick({" ", "   ", "\t"}) + comment() : ""; }
  std::string comment_line(const std::string& indent = "") { return indent + comment() + '\n'; }
  std::string maybe_line() { return one_in(4) ? comment_line(pick({"", "", "  "})) : one_in(6) ? "\n" : ""; }

  std::string start() {
    switch (below(8)) {
      case 0:
        return "---\n";
      case 1:
        return "---" + maybe_comment() + '\n';
      case 2:
        return comment_line() + "---\n";
      case 3:
        return '\n' + comment_line("  ") + "--- " + comment() + '\n' + comment_line();
      case 4:
        return comment_line();
      default:
        return "";
    }
  }

  /// What may stand behind the last field, which may then be without its line feed.
  std::string end() {
    switch (below(10)) {
      case 0:
        return "\n...\n" + comment_line();
      case 1:
        return '\n' + comment_line();
      case 2:
        return "\n---\n" + comment_line("    ");
      case 3:
        return "\n\n---\n\n" + comment_line() + "\n";
      case 4:
        return "\n\n\n";
      case 5:
      case 6:
        return "";
      case 7:
        return "\n  ";
      default:
        return "\n";
    }
  }

  std::string lines(const std::string& id, const std::string& date, const std::string& day) {
    const std::string indent = one_in(8) ? "  " : "";
    std::vector<std::string> parts{scalar("id", id),  pairs(),           scalar("type", "course"), scalar(day, date),
                                   unknown("place-"), unknown("---x"),   unknown("before---"),     text("note"),
                                   dated("unit"),     entries("answers")};
    if (one_in(2)) {
      parts.push_back(scalar("hours", pick({"1", "1.5", "2", "0:20"})));
    }
    std::shuffle(parts.begin(), parts.end(), random_);
    std::string result = maybe_line();
    for (std::size_t index = 0; index < parts.size(); ++index) {
      const bool behind_block = index != 0 && parts[index - 1].find_first_of("|>") != std::string::npos;
      result += index == 0 ? "" : '\n' + (behind_block ? pick({"", "\n"}) + pick({"", comment_line()}) : maybe_line());
      std::string part = indent;
      for (const char byte : parts[index]) {
        part += byte == '\n' ? '\n' + indent : std::string{byte};
      }
      result += part;
    }
    return result + end();
  }

  std::string in_braces(const std::string& id, const std::string& date, const std::string& day) {
    std::vector<std::string> parts{"id: '" + id + '\'',
                                   "pairs: [first" + breaks() + ", second]",
                                   "\"type\": course",
                                   day + ": " + date,
                                   "note: два\n  слова",
                                   "x: {y: '#'}",
                                   "unit: {2026-09-14: 6Б," + breaks() + " '2027-09-01': \"7, Б\"}"};
    std::shuffle(parts.begin(), parts.end(), random_);
    std::string result = pick({"{", "--- {", "{ ", "---\n  {"}) + breaks();
    for (std::size_t index = 0; index < parts.size(); ++index) {
      result += (index == 0 ? "" : "," + breaks() + ' ') + parts[index];
    }
    return result + breaks() + '}' + maybe_comment() + pick({"", "\n", '\n' + comment_line()});
  }
  std::string breaks() { return one_in(3) ? " " + comment() + "\n  " : one_in(3) ? "\n  " : ""; }

  std::string key(const std::string& name) { return pick({name, name, name, '"' + name + '"', name + ' '}) + ':'; }

  std::string scalar(const std::string& name, const std::string& value) {
    const std::string written = pick({value, value, '\'' + value + '\'', '"' + value + '"'});
    return one_in(6)   ? key(name) + maybe_comment() + '\n' + (one_in(2) ? comment_line("  ") : "") + "  " + written
           : one_in(8) ? key(name) + ' ' + pick({"|-", ">-"}) + maybe_comment() + "\n  " + value
                       : key(name) + pick({" ", "   "}) + written + maybe_comment();
  }

  std::string pairs() {
    switch (below(4)) {
      case 0:
        return key("pairs") + " [first, 'second']" + maybe_comment();
      case 1:
        return key("pairs") + maybe_comment() + "\n- first" + maybe_comment() + '\n' + maybe_line() + "- \"second\"" +
               maybe_comment();
      case 2:
        return key("pairs") + maybe_comment() + '\n' + maybe_line() + "  - first" + maybe_comment() + "\n  - second" +
               maybe_comment();
      default:
        return key("pairs") + " [first," + maybe_comment() + '\n' + maybe_line() + "  second" + maybe_comment() +
               "\n  ]" + maybe_comment();
    }
  }

  std::string unknown(const std::string& name) {
    return one_in(2) ? text(name)
                     : key(name) + pick({"", " [a, {b: c}]", "\n  - a\n  - - b", "\n  y: z"}) + maybe_comment();
  }

  /// A field of days, in every style in which a person may write it. No kind has it yet.
  std::string dated(const std::string& name) {
    const std::string first = pick({"2026-09-14: 6Б", "'2026-09-14': \"6, Б\"", "2026-09-14:"});
    switch (below(4)) {
      case 0:
        return scalar(name, "6Б");
      case 1:
        return key(name) + " {" + first + " , 2027-09-01: '7Б'}" + maybe_comment();
      case 2:
        return key(name) + " {" + first + " ," + maybe_comment() + '\n' + maybe_line() + "  2027-09-01: 7Б}" +
               maybe_comment();
      default:
        return key(name) + maybe_comment() + '\n' + maybe_line() + "  2027-09-01: 7Б" + maybe_comment() + '\n' +
               maybe_line() + "  " + first + maybe_comment();
    }
  }

  /// Entries, likewise.
  std::string entries(const std::string& name) {
    if (one_in(4)) {
      return key(name) + " {comfort: '7'," + breaks() + " note: x y}" + maybe_comment();
    }
    std::string lines = key(name) + maybe_comment();
    for (const std::string& part : {scalar("comfort", "7"), text("note"), scalar("old-", "a b")}) {
      lines += '\n' + maybe_line() + "  ";
      for (const char byte : part) {
        lines += byte == '\n' ? "\n  " : std::string{byte};
      }
    }
    return lines;
  }

  std::string text(const std::string& name) {
    const std::string words = pick({"слово", "# не замечание", "a: b", "- c", "> d"});
    switch (below(5)) {
      case 0:
        return key(name) + " несколько\n  слов" + maybe_comment();
      case 1:
        return key(name) + " \"в # кавычках\n\n  строки\"" + maybe_comment();
      case 2:
        return key(name) + " 'it''s # так'" + maybe_comment();
      case 3:
        return key(name) + ' ' + pick({"|", ">"}) + pick({"2", "2-", "+2"}) + maybe_comment() + "\n   " + words +
               "\n  второе" + pick({"", "", "\n", "\n\n  третье"});
      default:
        return key(name) + ' ' + pick({"|", ">", "|-", ">+", "|+"}) + maybe_comment() + '\n' + pick({"", "", "\n"}) +
               "  " + words + pick({"", "\n    глубже\n  и назад", "\n\n  ещё  "}) + pick({"", "", "\n", "\n\n"});
    }
  }

  std::string with_line_breaks(const std::string& text) const {
    std::string result;
    for (const char byte : text) {
      result += byte == '\n' ? line_break_ : std::string{byte};
    }
    return result;
  }

  std::mt19937 random_;
  std::string line_break_ = "\n";
  int made_ = 0;  // comments, with those that were thrown away
  std::vector<std::string> comments_;
};

}  // namespace sample

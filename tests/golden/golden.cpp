// Runs the commands of a golden file in a temporary folder and compares all that they print with what the file says.
//
//   # a sentence                         a comment
//   $ mentor pair --form "…"             a command; words as in a shell, with "…" and '…'
//   | 7k2m9qx4tz                         standard output, line by line
//   ! mentor: …                          standard error
//   = 3                                  the exit status, when it is not 0
//   $ write participants/anna.yaml       makes a file of the lines below
//   < id: anna
//   $ terminal 80 mentor list pairs      a command at a terminal of this width
//   $ cat participants/anna.yaml         prints a file;  $ files  lists them;  $ copy gymnasium  copies an example here
//
// Runs in the process, with fixed days, ids and width: the world is what `World` says it is. With MENTOR_ACCEPT=1 the
// file is rewritten with what was printed, to be read by eye before it is committed.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "mentor/text.hpp"
#include "temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) {
    throw std::runtime_error{"cannot read " + path.string()};
  }
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The words of a command line. Within "…", \" and \n are a quote and a line break.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool in_word = false;
  char quote = 0;
  for (std::size_t index = 0; index < line.size(); ++index) {
    const char byte = line[index];
    if (quote == '"' && byte == '\\' && index + 1 < line.size()) {
      ++index;
      word += line[index] == 'n' ? '\n' : line[index] == 'e' ? '\x1b' : line[index];
    } else if (quote != 0) {
      if (byte == quote) {
        quote = 0;
      } else {
        word += byte;
      }
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
      in_word = true;
    } else if (byte == ' ') {
      if (in_word) {
        words.push_back(word);
      }
      word.clear();
      in_word = false;
    } else {
      word += byte;
      in_word = true;
    }
  }
  if (in_word) {
    words.push_back(word);
  }
  return words;
}

void prefixed(std::string& result, const std::string& prefix, const std::string& text) {
  std::string rest = text;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    std::string line = rest.substr(0, end);
    if (!line.empty() && line.back() == '\r') {
      line.pop_back();
      line += "␍";  // CSV ends its lines with CR LF
    }
    result += line.empty() ? prefix : prefix + ' ' + line;
    result += end == std::string::npos ? " (no line end)\n" : "\n";
    rest.erase(0, end == std::string::npos ? rest.size() : end + 1);
  }
}

/// The folder, days and ids that the commands of one file share.
class Runner {
 public:
  explicit Runner(fs::path examples) : examples_(std::move(examples)) {}

  /// What a command prints, in the form of a golden file.
  std::string run(const std::vector<std::string>& words, const std::string& input) {
    std::string result;
    if (words.front() == "write") {
      folder_.write(words.at(1), input);
    } else if (words.front() == "cat") {
      prefixed(result, "|", text_of(folder() / words.at(1)));
    } else if (words.front() == "files") {
      prefixed(result, "|", files());
    } else if (words.front() == "copy") {
      fs::copy(examples_ / words.at(1), folder(), fs::copy_options::recursive);
    } else if (words.front() == "mentor") {
      return mentor({words.begin() + 1, words.end()}, input, std::nullopt);
    } else if (words.front() == "terminal" && words.at(2) == "mentor") {
      return mentor({words.begin() + 3, words.end()}, input, std::stoul(words.at(1)));
    } else {
      throw std::runtime_error{"no such command in a golden file: " + words.front()};
    }
    return result;
  }

 private:
  const fs::path& folder() const { return folder_.path(); }

  std::string files() const {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator{folder()}) {
      const std::string path = fs::relative(entry.path(), folder()).string();
      if (entry.is_regular_file() && path.find(".mentor/log/") == std::string::npos) {
        paths.push_back(path);
      }
    }
    std::sort(paths.begin(), paths.end());
    std::string text;
    for (const auto& path : paths) {
      text += path + '\n';
    }
    return text;
  }

  std::string mentor(const std::vector<std::string>& arguments, const std::string& input,
                     std::optional<std::size_t> width) {
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    mentor::cli::World world{
        .in = in,
        .out = out,
        .err = err,
        .out_width = width,
        .err_width = width,
        .folder = folder(),
        .environment = [](const char* name) -> std::optional<std::string> {
          return std::string_view{name} == "LANG" ? std::optional<std::string>{"en_US.UTF-8"} : std::nullopt;
        },
        .today = [] { return *mentor::Date::from(2026, 11, 23); },
        .steady_now = [] { return std::chrono::steady_clock::time_point{}; },
        .now = [] { return std::string{"2026-11-23 16:04:10"}; },
        // Fixed, and unlike enough for the starts of the ids to differ.
        .random = [this] { return number_ = number_ * 6364136223846793005U + 1442695040888963407U; },
    };
    const int status = mentor::cli::run(world, arguments);
    std::string result;
    prefixed(result, "|", with_one_folder(out.str()));
    prefixed(result, "!", with_one_folder(err.str()));
    if (status != 0) {
      result += "= " + std::to_string(status) + '\n';
    }
    return result;
  }

  /// The text with the same path for the folder in every run.
  std::string with_one_folder(std::string text) const {
    const std::string path = fs::canonical(folder()).string();
    for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at)) {
      text.replace(at, path.size(), "/here");
    }
    return text;
  }

  fs::path examples_;
  sample::TemporaryFolder folder_;
  std::uint64_t number_ = 144;
};

bool is_output(std::string_view line) {
  return line.starts_with("|") || line.starts_with("!") || line.starts_with("= ");
}

/// The file as it should be, given what its commands really print.
std::string replay(const std::string& text, const fs::path& examples) {
  Runner runner{examples};
  const auto lines = mentor::lines_of(text);
  std::string result;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (is_output(lines[index])) {
      continue;
    }
    result.append(lines[index]) += '\n';
    if (!lines[index].starts_with("$ ")) {
      continue;
    }
    std::string input;
    while (index + 1 < lines.size() && lines[index + 1].starts_with("<")) {
      ++index;
      result.append(lines[index]) += '\n';
      input.append(lines[index].substr(std::min<std::size_t>(2, lines[index].size()))) += '\n';
    }
    std::size_t first = index;
    while (!lines[first].starts_with("$ ")) {
      --first;
    }
    result += runner.run(words_of(std::string{lines[first].substr(2)}), input);
  }
  return result;
}

/// Says where two texts begin to differ. True when they do.
bool differ(const std::string& expected, const std::string& printed, const std::string& name) {
  const auto left = mentor::lines_of(expected);
  const auto right = mentor::lines_of(printed);
  for (std::size_t index = 0; index < std::max(left.size(), right.size()); ++index) {
    const std::string_view one = index < left.size() ? left[index] : "(end)";
    const std::string_view other = index < right.size() ? right[index] : "(end)";
    if (one != other) {
      std::cout << name << ':' << index + 1 << ":\n  expected: " << one << "\n  printed:  " << other << '\n';
      return true;
    }
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: mentor_golden_tests FILE EXAMPLES\n";
    return 2;
  }
  const std::string expected = text_of(argv[1]);
  const std::string printed = replay(expected, argv[2]);
  if (std::getenv("MENTOR_ACCEPT") != nullptr) {
    std::ofstream{argv[1], std::ios::binary} << printed;
    return 0;
  }
  return differ(expected, printed, argv[1]) ? 1 : 0;
}

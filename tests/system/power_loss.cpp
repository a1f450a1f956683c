// Holds that after a power loss at any moment of a recorded run (recorder.cpp) the program is the old or the new one,
// whole: each disk that the loss may leave (disks.hpp) is made, the next command reads it, one more writes. Used by
// power_loss.sh.
//
//   mentor_power_loss [--OPTION VALUE]... -- WORDS...     the words of the command that was recorded
//     --row NAME       what is told of it
//     --calls FILE     the recording, made on a copy of
//     --state FOLDER   this, which became
//     --new FOLDER     this
//     --old FOLDER     what else may be found, besides the state itself; may be given several times
//     --from BYTES     moments from there on in the recording count
//     --end WHAT       `new`, or `either` where the command does not promise that what it answered for stays
//     --every N, --first N   only each Nth moment, and the end
//     --program FOLDER the program's, in the others; usually they themselves
//     --tidy PATTERN   names in .mentor that may stay
//     --gone PATTERN   texts that no file may have where the new program is found, .mentor included
//     --thorough yes   more losses a moment
//
// Commands run in this process, some thousand times faster than each in one of its own.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "disks.hpp"
#include "temporary_folder.hpp"

// What is waited for here is lost at the end of the test; a real disk would take most of its time.
extern "C" int fsync(int /*file*/) { return 0; }

namespace power_loss {

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream{path, std::ios::binary}.rdbuf();
  return text.str();
}

Disk disk_of(const fs::path& folder) {
  Disk disk;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    OnDisk what{.is_folder = entry.is_directory()};
    if (!what.is_folder) {
      what.mode = static_cast<unsigned>(entry.status().permissions());
      what.text = text_of(entry.path());
    }
    disk.emplace(fs::relative(entry.path(), folder).string(), std::move(what));
  }
  return disk;
}

void make(const fs::path& folder, const Disk& disk) {
  fs::remove_all(folder);
  fs::create_directory(folder);
  for (const auto& [path, what] : disk) {
    if (what.is_folder) {
      fs::create_directory(folder / path);
    } else {
      std::ofstream{folder / path, std::ios::binary} << what.text;
      fs::permissions(folder / path, static_cast<fs::perms>(what.mode));
    }
  }
}

/// The path of a private file in .mentor; empty for others.
std::string private_name(const std::string& path) {
  constexpr std::string_view folder = ".mentor/";
  const auto found = path.find(folder);
  return found == std::string::npos ? "" : path.substr(found + folder.size());
}

/// The program's files: what people and git see. Of a report that was being written the rest is nobody's.
Disk program_of(Disk disk) {
  std::erase_if(disk, [](const auto& entry) {
    const auto& [path, what] = entry;
    return what.is_folder || !private_name(path).empty() || path.starts_with(".mentor-new-");
  });
  return disk;
}

/// Where two programs differ first.
std::string difference(const Disk& expected, const Disk& found) {
  for (const auto& [path, what] : expected) {
    const auto other = found.find(path);
    if (other == found.end()) {
      return path + " is missing";
    }
    if (other->second != what) {
      const std::string& text = other->second.text;
      std::ostringstream said;
      said << path << " (" << std::oct << what.mode << ") is (" << other->second.mode << ") “"
           << text.substr(0, text.find('\n', 60)) << "”";
      return said.str();
    }
  }
  for (const auto& [path, what] : found) {
    if (!expected.contains(path)) {
      return path + " is there";
    }
  }
  return "nothing";
}

struct Options {
  std::string row, calls, state, new_state, program, end = "new", tidy, gone;
  std::vector<std::string> old_states;
  std::size_t from = 0, every = 1, first = 0;
  bool thorough = false;
  std::vector<std::string> words;
};

Options options_of(const std::vector<std::string>& arguments) {
  Options options;
  const std::map<std::string, std::string*> texts{{"--row", &options.row},         {"--calls", &options.calls},
                                                  {"--end", &options.end},         {"--state", &options.state},
                                                  {"--program", &options.program}, {"--tidy", &options.tidy},
                                                  {"--new", &options.new_state},   {"--gone", &options.gone}};
  const std::map<std::string, std::size_t*> numbers{
      {"--from", &options.from}, {"--every", &options.every}, {"--first", &options.first}};
  std::size_t index = 0;
  for (; arguments.at(index) != "--"; index += 2) {
    const std::string& name = arguments[index];
    const std::string& value = arguments.at(index + 1);
    if (const auto text = texts.find(name); text != texts.end()) {
      *text->second = value;
    } else if (const auto number = numbers.find(name); number != numbers.end()) {
      *number->second = std::stoul(value);
    } else if (name == "--old") {
      options.old_states.push_back(value);
    } else if (name == "--thorough") {
      options.thorough = true;
    } else {
      throw std::runtime_error{"no such option: " + name};
    }
  }
  options.words.assign(arguments.begin() + static_cast<std::ptrdiff_t>(index) + 1, arguments.end());
  return options;
}

/// What came of a disk: which of the states it was, or what is wrong.
struct Verdict {
  std::optional<std::size_t> state;
  std::string wrong;
};

class Judge {
 public:
  explicit Judge(const Options& options) : options_(options), tidy_(options.tidy) {
    add_state(options.new_state);  // the first
    add_state(options.state);
    std::for_each(options.old_states.begin(), options.old_states.end(), [&](const auto& folder) { add_state(folder); });
  }

  const Verdict& on(const Disk& disk) {
    const auto [known, is_new] = known_.try_emplace(disk);
    if (is_new) {
      known->second = judge(disk);
    }
    return known->second;
  }
  std::size_t disks() const { return known_.size(); }

  static constexpr std::size_t new_state = 0;

 private:
  struct State {
    Disk program;
    int checked;  // how `check` ends
  };

  void add_state(const fs::path& of) {
    make(folder(), disk_of(of));
    const int status = run({"check", "-q"});
    states_.push_back({program_of(disk_of(of)), status});
  }

  fs::path folder() const { return folder_.path() / "disk"; }

  int run_in(const fs::path& where, const std::vector<std::string>& words) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    mentor::cli::World world{
        .in = in,
        .out = out,
        .err = err,
        .folder = where,
        .environment = [](const char*) { return std::nullopt; },
        .today = [] { return *mentor::Date::from(2026, 11, 23); },
        .steady_now = [] { return std::chrono::steady_clock::now(); },
        .now = [] { return std::string{"2026-11-23 16:04:10"}; },
        .random = [] { return std::uint64_t{144}; },
    };
    const int status = mentor::cli::run(world, words);
    said_ = err.str();
    return status;
  }

  int run(const std::vector<std::string>& words) { return run_in(folder() / options_.program, words); }

  /// The names in .mentor for which there is a reason to go.
  std::string leftovers() const {
    std::string found;
    for (const auto& [path, what] : disk_of(folder())) {
      const std::string name = private_name(path);
      if (!name.empty() && !std::regex_match(name, tidy_)) {
        found += name + ' ';
      }
    }
    return found;
  }

  Verdict judge(const Disk& disk) {
    make(folder(), disk);
    const int checked = run({"check", "-q"});
    const Disk program = program_of(disk_of(folder()));
    const auto state =
        std::find_if(states_.begin(), states_.end(), [&](const State& one) { return one.program == program; });
    if (state == states_.end()) {
      return {std::nullopt, "neither the old program nor the new one: beside the new, " +
                                difference(states_[new_state].program, program) + "; beside the old, " +
                                difference(states_[new_state + 1].program, program)};
    }
    if (checked != state->checked) {
      return {std::nullopt,
              "check ends with " + std::to_string(checked) + ", not " + std::to_string(state->checked) + ": " + said_};
    }
    if (std::regex_search(leftovers(), std::regex{"\\.(todo|back) "})) {
      return {std::nullopt, "after check there still is " + leftovers()};
    }
    if (state->program == states_[new_state].program && !options_.gone.empty()) {
      for (const auto& [path, what] : disk_of(folder())) {
        if (std::regex_search(what.text, std::regex{options_.gone})) {
          return {std::nullopt, "what is to be gone is still in " + path};
        }
      }
    }
    const std::string wrong = write_once_more(program);
    return {wrong.empty() ? std::optional{static_cast<std::size_t>(state - states_.begin())} : std::nullopt, wrong};
  }

  /// A command that writes must succeed, tidy up and change nothing else. Where nothing can be added, that is the one
  /// that was recorded.
  std::string write_once_more(const Disk& before) {
    Disk expected = before;
    if (run({"add-participant", "--id", "after", "--name", "Поздняя Ева", "--role", "mentee", "--category", "pupil",
             "--born", "2014"}) != 0) {
      if (run_in(folder(), options_.words) != 0) {
        return "nothing can be written any more: " + said_;
      }
      expected = states_[new_state].program;
    }
    Disk now = program_of(disk_of(folder()));
    now.erase((fs::path{options_.program} / "participants/after.yaml").string());
    if (now != expected) {
      return "a command that writes changes something else: " + difference(expected, now);
    }
    return leftovers().empty() ? "" : "left behind in .mentor: " + leftovers();
  }

  const Options& options_;
  std::regex tidy_;
  sample::TemporaryFolder folder_;
  std::vector<State> states_;
  std::map<Disk, Verdict> known_;
  std::string said_;  // by the last command
};

/// Tries the moments that the options name, and counts.
class Trial {
 public:
  explicit Trial(const Options& options)
      : options_(options), recording_(disk_of(options.state), text_of(options.calls)), judge_(options) {
    if (const auto seen = disk_of(options.new_state); recording_.at_the_end() != seen) {
      throw std::runtime_error{"the recording does not tell all that was done: " +
                               difference(recording_.at_the_end(), seen)};
    }
  }

  /// Whether no loss broke the program.
  bool passes() {
    const std::size_t end = recording_.moments() - 1;
    for (std::size_t moment = recording_.calls_within(options_.from); moment <= end; ++moment) {
      if (moment % options_.every == options_.first % options_.every || moment == end) {
        lose_power_at(moment, moment == end && options_.end == "new");
      }
    }
    std::cout << options_.row << ": " << losses_ << " losses of power at " << moments_ << " moments, " << judge_.disks()
              << " different disks, " << broken_ << " broken\n";
    return broken_ == 0;
  }

 private:
  void lose_power_at(std::size_t moment, bool must_be_new) {
    ++moments_;
    for (const auto& loss : recording_.losses(moment, options_.thorough)) {
      ++losses_;
      const Verdict& verdict = judge_.on(recording_.after(loss));
      const bool is_late = verdict.state && *verdict.state != Judge::new_state && must_be_new;
      if ((is_late || !verdict.state) && ++broken_ <= most_told) {
        std::cerr << "FAILED: " << options_.row << ", " << recording_.name_of(moment) << ", " << loss.told << ": "
                  << (is_late ? "the command has ended, but what it left is not there" : verdict.wrong) << '\n';
      }
    }
  }

  static constexpr std::size_t most_told = 5;

  const Options& options_;
  Recording recording_;
  Judge judge_;
  std::size_t moments_ = 0;
  std::size_t losses_ = 0;
  std::size_t broken_ = 0;
};

}  // namespace

}  // namespace power_loss

int main(int argc, char** argv) {
  try {
    const auto options = power_loss::options_of({argv + 1, argv + argc});
    return power_loss::Trial{options}.passes() ? 0 : 1;
  } catch (const std::exception& wrong) {
    std::cerr << "FAILED: " << wrong.what() << '\n';
    return 1;
  }
}

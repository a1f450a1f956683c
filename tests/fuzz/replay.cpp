/// The `main` of all targets without libFuzzer: `mentor_replay TARGET FILE|FOLDER…` feeds the target every file of the
/// folders and every file that are named, so that what was once found stays found, with any compiler and in a second.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "target.hpp"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  const auto target = fuzz::targets().find(argc > 1 ? argv[1] : "");
  if (target == fuzz::targets().end()) {
    std::cerr << "no such target; there are:\n";
    for (const auto& [name, run] : fuzz::targets()) {
      std::cerr << "  " << name << '\n';
    }
    return EXIT_FAILURE;
  }
  std::vector<fs::path> inputs;
  for (int index = 2; index < argc; ++index) {
    const fs::path named{argv[index]};
    if (fs::is_directory(named)) {
      std::copy(fs::directory_iterator{named}, fs::directory_iterator{}, std::back_inserter(inputs));
    } else {
      inputs.push_back(named);
    }
  }
  std::sort(inputs.begin(), inputs.end());
  for (const auto& input : inputs) {
    std::cout << input.string() << std::endl;  // flushed: when the target ends the process, the last line is the input
    std::ifstream file{input, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) {
      std::cerr << "cannot be read\n";
      return EXIT_FAILURE;
    }
    target->second(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  if (inputs.empty()) {
    std::cerr << "no input: name files, or folders of them\n";
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

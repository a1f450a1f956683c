// mentor_yaml_cpp_alone: what reading costs with yaml-cpp and nothing of mentor. Loads every document of a program and
// sums the hours of its activities by type and month.
//   mentor_yaml_cpp_alone DIR    prints lines of type, month, hours, tab-separated
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>

namespace {

/// Hours by type and month.
using Sums = std::map<std::pair<std::string, std::string>, double>;

void load_file(const std::filesystem::path& file, bool activities, Sums& sums) {
  std::ifstream stream{file, std::ios::binary};
  for (const YAML::Node& document : YAML::LoadAll(stream)) {
    if (activities && document["hours"]) {
      constexpr std::size_t month_length = 7;
      const auto month = document["on"].as<std::string>().substr(0, month_length);
      sums[{document["type"].as<std::string>(), month}] += document["hours"].as<double>();
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: mentor_yaml_cpp_alone DIR\n";
    return 2;
  }
  try {
    const std::filesystem::path program{argv[1]};
    Sums sums;
    load_file(program / "program.yaml", false, sums);
    for (const auto& folder : std::filesystem::directory_iterator{program}) {
      const auto name = folder.path().filename().string();
      if (!folder.is_directory() || name.starts_with('.')) {
        continue;
      }
      for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        load_file(entry.path(), name == "activities", sums);
      }
    }
    for (const auto& [key, hours] : sums) {
      std::cout << key.first << '\t' << key.second << '\t' << hours << '\n';
    }
  } catch (const std::exception& failed) {
    std::cerr << "mentor_yaml_cpp_alone: " << failed.what() << '\n';
    return 1;
  }
}

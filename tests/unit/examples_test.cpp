#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

namespace {

namespace fs = std::filesystem;

TEST_CASE("no two records of the gymnasium have the same id, so each can be named by it alone") {
  std::map<std::string, std::string> folder_of_id;
  for (const auto& file : fs::recursive_directory_iterator{fs::path{MENTOR_EXAMPLES} / "gymnasium"}) {
    if (file.is_regular_file() && file.path().parent_path().filename() != "gymnasium") {
      const std::string id = file.path().stem().string();
      const auto [known, is_new] = folder_of_id.emplace(id, file.path().parent_path().filename().string());
      CHECK_MESSAGE(is_new, id << " is in " << known->second << " and in " << file.path());
    }
  }
  CHECK(folder_of_id.size() > 100);
}

}  // namespace

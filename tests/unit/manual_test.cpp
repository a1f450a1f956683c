// The manual tells of what the tables have: every field, each in its kind's section, and every rule.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "mentor/rules.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

std::string page(const std::string& name) {
  std::ifstream in{std::string{MENTOR_MANUAL} + '/' + name};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  for (auto place = text.find("\\-"); place != std::string::npos; place = text.find("\\-")) {
    text.erase(place, 1);
  }
  return text;
}

/// The names in bold that begin an entry of a list, in the order of the text.
std::vector<std::string> entries_of(std::string_view text) {
  std::vector<std::string> entries;
  constexpr std::string_view start = "\n.TP\n\\fB";
  for (auto place = text.find(start); place != std::string_view::npos; place = text.find(start, place + 1)) {
    const auto begin = place + start.size();
    entries.emplace_back(text.substr(begin, text.find_first_of("\\,", begin) - begin));
  }
  return entries;
}

/// From the heading that begins so to the next one.
std::string_view section_of(std::string_view text, const std::string& heading) {
  const auto begin = text.find("\n.SS " + heading);
  if (begin == std::string_view::npos) {
    return {};
  }
  const auto end = text.find("\n.S", begin + 1);
  return text.substr(begin, end == std::string_view::npos ? end : end - begin);
}

constexpr const char* folders[] = {"", "ru/"};

}  // namespace

TEST_CASE("the manual has a section of every kind with its fields in their order") {
  for (const std::string folder : folders) {
    const std::string text = page(folder + "mentor-records.5");
    for_each_kind([&]<class Record>(Record*) {
      std::vector<std::string> names;
      for (const auto& field : fields<Record>()) {
        names.emplace_back(field.name);
      }
      CAPTURE(folder);
      CHECK(entries_of(section_of(text, std::string{folder_of<Record>} + '/')) == names);
    });
  }
}

TEST_CASE("the manual has an entry of every rule, and says that the rules of the school stand on its page") {
  for (const std::string folder : folders) {
    const std::string text = page(folder + "mentor-rules.7");
    const auto entries = entries_of(text);
    for (const RuleRow& row : all_rules()) {
      CAPTURE(folder);
      CAPTURE(row.name);
      CHECK(std::count(entries.begin(), entries.end(), row.name) == 1);
      const auto begin = text.find("\\fB" + std::string{row.name} + "\\fR\n");
      const std::string_view entry = std::string_view{text}.substr(begin, text.find("\n.TP", begin) - begin);
      const bool school = entry.ends_with(folder.empty() ? "[school]" : "[школа]");
      CHECK(school == (row.ground == Ground::school));
    }
  }
}

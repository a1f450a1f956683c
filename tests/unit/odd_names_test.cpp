#include "storage/disk/odd_names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace mentor::storage;

TEST_CASE("a copy, another extension and capitals are known by the name of the file") {
  const std::pair<std::string, std::string> names[] = {
      {"x.yml", "x"},
      {"x.YAML", "x"},
      {"X.yaml", "x"},
      {"x.yaml.txt", "x"},
      {"x (1).yaml", "x"},
      {"x - копия.yaml", "x"},
      {"x – копия (2).yaml", "x"},
      {"x - Copy.yaml", "x"},
      {"x copy 2.yaml", "x"},
      {"x 2.yaml", "x"},
      {"Copy of x.yaml", "x"},
      {"Copy (2) of x.yaml", "x"},
      {"Копия x.yaml", "x"},
      {"x.sync-conflict-20261122-101500-K3T7QAB.yaml", "x"},
      {"x (конфликтующая копия 2026-11-22).yaml", "x"},
      {"x (conflicted copy 2026-11-22 101500).yaml", "x"},
      {"x-DESKTOP-7Q.yaml", "x"},
      {"x_conflict-20261122.yaml", "x"},
      {"7k2m9qx4tz.yaml (1)", "7k2m9qx4tz"},
      {"2025-2026 (1).yaml", "2025-2026"},
      {"2025-2026.yml", "2025-2026"},
      {"Семёнова Анна.yaml", ""},
  };
  for (const auto& [name, stem] : names) {
    CAPTURE(name);
    const auto odd = odd_name_of_record(name);
    REQUIRE(odd);
    CHECK(odd->stem == stem);
    CHECK_FALSE(odd->is_backup);
  }
}

TEST_CASE("the name of a record, of a year and of something else is not odd") {
  for (const std::string name : {"x.yaml", "7k2m9qx4tz.yaml", "2025-2026.yaml", "x-copy.yaml", "notes.txt", "x.xlsx",
                                 "yaml", "x.yamlish", "x.json"}) {
    CAPTURE(name);
    CHECK_FALSE(odd_name_of_record(name));
  }
}

TEST_CASE("what an editor or a merge leaves beside a record is a backup") {
  for (const std::string name : {"x.yaml~", "x.yaml.bak", "x.yaml.orig", "x.yml.old"}) {
    CAPTURE(name);
    REQUIRE(odd_name_of_record(name));
    CHECK(odd_name_of_record(name)->is_backup);
    CHECK(odd_name_of_record(name)->stem == "x");
  }
}

TEST_CASE("a copy of a year may have a name that an id could have") {
  CHECK(year_of_copy("2025-2026-copy") == "2025-2026");
  CHECK_FALSE(year_of_copy("2025-2026"));
  CHECK_FALSE(year_of_copy("2025-2026x"));
  CHECK_FALSE(year_of_copy("2025-20-copy"));
  CHECK_FALSE(year_of_copy("a025-2026-copy"));
  CHECK_FALSE(year_of_copy("x"));
}

TEST_CASE("a folder in other letters, and a copy of a folder, stand for the folder") {
  for (const std::string name : {"Participants", "PARTICIPANTS", "participants (1)", "participants - копия",
                                 "Participants copy", "Копия participants"}) {
    CAPTURE(name);
    CHECK(is_odd_name_of(name, "participants"));
  }
  for (const std::string name : {"participants", "participants-old", "participant", "photos", "", "p"}) {
    CAPTURE(name);
    CHECK_FALSE(is_odd_name_of(name, "participants"));
  }
}

TEST_CASE("a copy of program.yaml stands for the settings") {
  for (const std::string name :
       {"program (1).yaml", "Program.yaml", "program.yml", "program.sync-conflict-20261122-101500-K3T7QAB.yaml"}) {
    CAPTURE(name);
    CHECK(is_odd_name_of_settings(name));
  }
  for (const std::string name : {"program.yaml", "program.yaml~", "programs.yaml", "program.md", "model.yaml"}) {
    CAPTURE(name);
    CHECK_FALSE(is_odd_name_of_settings(name));
  }
}

#include "profiles.hpp"

#include <array>

#include "embedded_profiles.hpp"
#include "record_text.hpp"

namespace mentor::storage {

namespace {

constexpr std::array profiles = {
    Profile{"gymnasium-144", embedded::gymnasium_144},
    Profile{"r145", embedded::r145},
};

}  // namespace

std::span<const Profile> all_profiles() { return profiles; }

std::string program_text(const NewProgram& program, const Profile& profile) {
  std::string text = "schema: 1\n";
  if (!program.organization.empty()) {
    text += "organization: " + scalar_text(program.organization) + '\n';
  }
  text += program.language == Language::ru ? "language: ru\n" : "language: en\n";
  if (!program.curator.empty()) {
    text += "curator:\n  name: " + scalar_text(program.curator) + '\n';
  }
  text += "school-year: 09-01\n\n";
  return text.append(profile.model);
}

}  // namespace mentor::storage

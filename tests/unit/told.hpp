/// All that reading a program gives, as one text, to hold two ways of reading against each other.
#pragma once

#include <set>
#include <sstream>
#include <string>

#include "mentor/rules.hpp"
#include "sample.hpp"
#include "storage/yaml/loader.hpp"
#include "storage/yaml/record_text.hpp"

namespace sample {

/// Records, the places of their fields, what could not be read, and findings.
inline std::string told(const mentor::storage::Loaded& loaded) {
  std::ostringstream out;
  mentor::for_each_kind([&]<class Record>(Record*) {
    for (const auto& stored : loaded.program.all<Record>()) {
      out << mentor::storage::record_text(stored.record);
      for (const auto& field : mentor::fields<Record>()) {
        const mentor::Place place = loaded.program.place(stored, field.name);
        out << field.name << ' ' << place.path << ':' << place.line << ':' << place.column << '\n';
      }
    }
    const auto& unreadable = loaded.program.all<Record>().unreadable();
    for (const std::string& name : std::set<std::string>{unreadable.begin(), unreadable.end()}) {
      out << "unreadable " << name << '\n';
    }
  });
  for (const mentor::Finding& finding : loaded.findings) {
    out << name_of(finding.rule) << ' ' << plain(finding) << '\n';
  }
  return out.str();
}

/// The same, by the scanner where it takes a record, or by yaml-cpp alone.
inline std::string told_by(mentor::storage::Reading reading, const mentor::storage::Tree& tree) {
  return told(mentor::storage::load(tree, mentor::storage::Scope::everything(), reading));
}

}  // namespace sample

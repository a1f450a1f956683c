/// The records that people mean by an id, its beginning, or a name.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "mentor/resolve.hpp"
#include "session.hpp"

namespace mentor::cli {

/// The record that `reference` means. Throws `Refused`: none, several (listed), or one that cannot be read.
template <class Record>
const Stored<Record>& find_record(const Session& session, const storage::Loaded& loaded, const std::string& reference);

/// Throws `Refused`: no record of any kind is meant.
[[noreturn]] void refuse_any_kind(const Session& session, const storage::Loaded& loaded, const std::string& reference);

/// The record of any kind that `reference` means: an id of any kind first, then what the kinds in their order know by
/// it, so that a name means the person and not their pairs. Calls `visit` with it. Throws `Refused` as `find_record`
/// does; a reference that has a slash can only mean a kind that is named by its members.
template <class Visit>
void visit_record(const Session& session, const storage::Loaded& loaded, const std::string& reference, Visit visit) {
  const Program& program = loaded.program;
  bool found = false;
  const auto visit_first = [&](auto is_meant) {
    for_each_kind([&]<class Record>(Record* kind) {
      if (!found && is_meant(kind)) {
        found = true;
        visit(find_record<Record>(session, loaded, reference));
      }
    });
  };
  visit_first([&]<class Record>(Record*) {
    const auto id = Id<Record>::parse(reference);
    return program.all<Record>().is_unreadable(reference) || (id && program.all<Record>().find(*id) != nullptr);
  });
  visit_first([&]<class Record>(Record*) {
    return !resolve<Record>({program, session.today(), session.fold()}, reference).empty();
  });
  visit_first([&]<class Record>(Record*) {
    if constexpr (requires { &Kind<Record>::is_named_by_members; }) {
      return Kind<Record>::is_named_by_members && reference.find('/') != std::string::npos;
    }
    return false;
  });
  if (!found) {
    refuse_any_kind(session, loaded, reference);
  }
}

/// Of the records with the id of `stored` the one that stands where `--file` says, or the only one. Throws `Refused`
/// with the places of all when that leaves none or several: what is changed is never a guess.
template <class Record>
const Stored<Record>& one_place(const Program& program, const Stored<Record>& stored, const Arguments& arguments);

/// The references of the argument REF. Throws `Refused` when `--file`, which says where one record stands, is given
/// with several.
std::vector<std::string> references_of(const Session& session, const Arguments& arguments);

/// Calls `visit` with the record that each reference means, of whatever kind and in one place, each record once. Throws
/// `Refused` as `find_record` and `one_place` do.
template <class Visit>
void visit_each(const Session& session, const storage::Loaded& loaded, const std::vector<std::string>& references,
                const Arguments& arguments, Visit visit) {
  std::unordered_set<const void*> visited;
  for (const std::string& reference : references) {
    visit_record(session, loaded, reference, [&](const auto& meant) {
      const auto& stored = one_place(loaded.program, meant, arguments);
      if (visited.insert(&stored).second) {
        visit(stored);
      }
    });
  }
}

}  // namespace mentor::cli

/// Finds the records that people mean by an id, the beginning of an id, or a name.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "mentor/resolve.hpp"
#include "record_place.hpp"
#include "session.hpp"

namespace mentor::cli {

/// What narrows a reference: the day that the command is about, and the role that is asked for.
struct Narrowing {
  std::optional<Date> day = {};
  std::optional<Role> role = {};
};

/// The record that `reference` means; `last` means the one that the last change made or changed. Throws `Refused` when
/// this is none, several (it lists them), or an unreadable one.
template <class Record>
const Stored<Record>& find_record(const Session& session, const storage::Loaded& loaded, const std::string& reference,
                                  const Narrowing& narrowing = {});

/// The records that `reference` means: one, or all pairs of one member (`Громов/`). Throws as `find_record` does.
template <class Record>
std::vector<const Stored<Record>*> find_records(const Session& session, const storage::Loaded& loaded,
                                                const std::string& reference, const Narrowing& narrowing = {});

/// The pairs that `reference` means. Of several, such as all pairs of one member, only those that fit, if some do.
/// Throws as `find_record` does.
template <class Fits>
std::vector<const Stored<Pair>*> find_pairs_that(const Session& session, const storage::Loaded& loaded,
                                                 const std::string& reference, Date day, Fits fits) {
  auto pairs = find_records<Pair>(session, loaded, reference, {.day = day});
  const auto is_meant = [&](const Stored<Pair>* stored) { return fits(stored->record); };
  if (pairs.size() > 1 && std::any_of(pairs.begin(), pairs.end(), is_meant)) {
    std::erase_if(pairs, [&](const Stored<Pair>* stored) { return !is_meant(stored); });
  }
  return pairs;
}

/// `Громов/Семёнова` as two words. Other words as they are.
std::vector<std::string> with_members_apart(std::vector<std::string> words);

/// The ids of that record, or of those records of this kind. Throws `Refused` when nothing was changed yet, or nobody
/// can tell.
template <class Record>
std::vector<Id<Record>> last_ids(const Session& session);

/// Throws `Refused`: `reference` means no record of any kind.
[[noreturn]] void refuse_any_kind(const Session& session, const storage::Loaded& loaded, const std::string& reference);

/// Whether a record of the kind has this id, be it one that could not be read.
template <class Record>
bool is_id_of(const Program& program, const std::string& reference) {
  const auto id = Id<Record>::parse(reference);
  return program.all<Record>().is_unknown(reference) || (id && program.all<Record>().find(*id) != nullptr);
}

/// Whether a text is a whole word of the person's name. «пара» is none of Парамонов, although the name begins so.
bool has_whole_word(const Session& session, const Participant& person, const std::string& text);

/// References, all to records of these kinds.
struct References {
  std::vector<std::string> names;
  KindSet kinds = KindSet::all();
};

/// The references without the word for their kind, if one stands before them: «пару Морозов». Throws `Refused` when the
/// word is also the name of a person.
References with_kind_apart(const Session& session, const storage::Loaded& loaded, std::vector<std::string> references);

/// The references of a command that is about this kind, where the word for it need not stand before them.
template <class Record>
std::vector<std::string> without_kind(const Session& session, const storage::Loaded& loaded,
                                      const std::vector<std::string>& references) {
  References apart = with_kind_apart(session, loaded, references);
  return apart.kinds == KindSet::of<Record>() ? std::move(apart.names) : references;
}

/// The record of the kind that the reference means, as `find_record` finds it. A person or pair may stand for the only
/// record of the kind that is about them: «документ Морозов». Throws `Refused`; lists the records if there are several.
template <class Record>
const Stored<Record>& find_of_kind(const Session& session, const storage::Loaded& loaded, const std::string& reference);

/// Throws `Refused` when records of several kinds have this id.
void refuse_id_of_several(const Program& program, const std::string& reference);

/// Calls `visit` with the record of any kind that `reference` means. First an id of any kind is tried; `surveys/ID`
/// says of which. Then each kind is tried in its order, so a name means the person and not their pairs; `last` is tried
/// between them, unless a person is called so. Another reference with a slash can only mean a kind whose records are
/// named by their members. Throws `Refused` as `find_record` does, and when an id is of several kinds. If `kinds` are
/// not all kinds, they are one, and the record is of it.
template <class Visit>
void visit_record(const Session& session, const storage::Loaded& loaded, const std::string& reference, Visit visit,
                  KindSet kinds = KindSet::all()) {
  if (kinds != KindSet::all()) {
    for_each_kind([&]<class Record>(Record*) {
      if (kinds.has<Record>()) {
        visit(find_of_kind<Record>(session, loaded, reference));
      }
    });
    return;
  }
  const Program& program = loaded.program;
  bool found = false;
  const auto visit_first = [&](auto is_meant, const std::string& text) {
    for_each_kind([&]<class Record>(Record* kind) {
      if (!found && is_meant(kind)) {
        found = true;
        visit(find_record<Record>(session, loaded, text));
      }
    });
  };
  const auto resolves = [&]<class Record>(Record*) {
    return !resolve<Record>({program, session.today(), session.fold()}, reference).empty();
  };
  refuse_id_of_several(program, reference);
  const std::size_t slash = reference.find('/');
  visit_first([&]<class Record>(
                  Record*) { return slash != std::string::npos && reference.substr(0, slash) == folder_of<Record>; },
              reference.substr(slash == std::string::npos ? reference.size() : slash + 1));
  visit_first([&]<class Record>(Record*) { return is_id_of<Record>(program, reference); }, reference);
  visit_first(
      [&]<class Record>(Record*) {
        return means_last(reference) && !resolves(static_cast<Participant*>(nullptr)) &&
               !last_ids<Record>(session).empty();
      },
      reference);
  visit_first(resolves, reference);
  visit_first(
      [&]<class Record>(Record*) {
        if constexpr (requires { &Kind<Record>::is_named_by_members; }) {
          return Kind<Record>::is_named_by_members && slash != std::string::npos;
        }
        return false;
      },
      reference);
  if (!found) {
    refuse_any_kind(session, loaded, reference);
  }
}

/// The references of the argument REF, or of another. Throws `Refused` when several are given with `--file`, which says
/// where one record stands.
std::vector<std::string> references_of(const Session& session, const Arguments& arguments,
                                       const Option& argument = references_argument);

/// Calls `visit` with the record that each reference means, of any kind, or of that which the first word names. A
/// record is visited only once, and must stand in one place. Throws `Refused` as `find_record` and `one_place` do.
template <class Visit>
void visit_each(const Session& session, const storage::Loaded& loaded, const std::vector<std::string>& references,
                const Arguments& arguments, Visit visit) {
  std::unordered_set<const void*> visited;
  const auto visit_once = [&](const auto& meant) {
    const auto& stored = one_place(loaded.program, meant, arguments);
    if (visited.insert(&stored).second) {
      visit(stored);
    }
  };
  const References apart = with_kind_apart(session, loaded, references);
  for (const std::string& reference : apart.names) {
    if (means_all_pairs(reference) && apart.kinds.has<Pair>()) {
      const auto pairs = find_records<Pair>(session, loaded, reference);
      std::for_each(pairs.begin(), pairs.end(), [&](const auto* pair) { visit_once(*pair); });
    } else {
      visit_record(session, loaded, reference, visit_once, apart.kinds);
    }
  }
}

}  // namespace mentor::cli

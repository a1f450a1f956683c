#include <algorithm>
#include <array>
#include <type_traits>

#include "cli/choices.hpp"
#include "cli/filters.hpp"
#include "cli/references.hpp"
#include "cli/writing.hpp"

namespace mentor::cli {

namespace {

constexpr std::array remove_options = {
    references_argument,
    file_option,
    strict_option,
};

/// How many records of a kind a finding may tell of one by one. Of more, the first ones are told and all are counted.
constexpr std::size_t most_told = 3;

/// A record that is to be removed, as a refusal speaks of it.
struct Removed {
  std::string id;
  std::string title;
  Label filter;  // the option of `list` that selects what belongs to it
};

/// A key of the catalogs for so many records of a kind.
template <class Record>
constexpr std::string_view noun_of() {
  if constexpr (requires { Kind<Record>::packed_noun; }) {
    return Kind<Record>::packed_noun;
  } else {
    return key("noun.records");
  }
}

/// Says how many records still name the one that was to be removed, and how to see them. Of many findings about one
/// kind it leaves the first.
void count_referrers(Refused& refused, const Removed& removed) {
  std::size_t all = 0;
  Labels kinds;
  std::string_view noun = key("noun.records");
  for_each_kind([&]<class Record>(Record*) {
    const std::string folder = std::string{folder_of<Record>} + '/';
    std::size_t count = 0;
    const auto is_extra = [&](const Finding& finding) {
      const bool is_one = finding.rule == Rule::dangling_reference && finding.place.path.starts_with(folder) &&
                          !finding.about.empty() && finding.about.back() == removed.id;
      count += is_one ? 1 : 0;
      return is_one && count > most_told;
    };
    refused.findings.erase(std::remove_if(refused.findings.begin(), refused.findings.end(), is_extra),
                           refused.findings.end());
    if (count > 0) {
      all += count;
      kinds.push_back(typed_name_of_list<Record>());
      noun = kinds.size() == 1 ? noun_of<Record>() : key("noun.records");
    }
  });
  if (all > 0 && removed.filter == typed_label(person_option)) {
    refused.first = say("remove.person", removed.title, removed.id);
  }
  if (all == 0 || refused.hint) {
    return;
  }
  const bool has_list = kinds.size() == 1 && removed.filter != Label{};
  const auto command = [&](Language language) {
    return "mentor " +
           (has_list ? typed_label(list_command).in(language) + ' ' + kinds.front().in(language) + ' ' +
                           removed.filter.in(language)
                     : typed_label(show_command).in(language)) +
           ' ' + removed.id;
  };
  refused.hint = say("remove.named", removed.title, Count{static_cast<std::int64_t>(all), noun},
                     Label{command(Language::ru), command(Language::en)});
}

Status run_remove(Session& session, const Arguments& arguments) {
  const auto references = references_of(session, arguments);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  Edits edits;
  std::vector<Removed> all;
  visit_each(session, loaded, references, arguments, [&]<class Record>(const Stored<Record>& stored) {
    const Label filter = std::is_same_v<Record, Pair>          ? typed_label(pair_option)
                         : std::is_same_v<Record, Participant> ? typed_label(person_option)
                                                               : Label{};
    all.push_back(
        {stored.record.id.to_string(), title_with_id(loaded.program, stored.record, session.today()), filter});
    edits.emplace_back(RemoveRecord{stored.record, location_of(loaded.program, stored)});
  });
  try {
    writing.make(std::move(loaded), std::move(edits));
  } catch (Refused& refused) {
    for (const Removed& removed : all) {
      count_referrers(refused, removed);
    }
    throw;
  }
  return Status::done;
}

}  // namespace

const Command remove_command{
    .name = "remove",
    .russian = "удалить",
    .summary = key("help.remove.summary"),
    .description = key("help.remove.description"),
    .examples = key("help.remove.examples"),
    .options = remove_options,
    .writes = true,
    .run = run_remove,
};

}  // namespace mentor::cli

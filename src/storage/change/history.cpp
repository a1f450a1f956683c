#include "history.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <system_error>
#include <tuple>

#include "storage/disk/system_error.hpp"
#include "storage/yaml/canonical_reader.hpp"
#include "store.hpp"

namespace mentor::storage {

namespace {

/// The text of a file as it is now, also of a file that `load` does not read, such as .gitignore.
std::optional<std::string> text_now(const std::filesystem::path& root, const FrozenTree& tree,
                                    const std::string& path) {
  const std::string* known = tree.text(path);
  return known != nullptr ? std::optional{*known} : current_text(root, path);
}

/// Adds what an entry says to the history.
void add_entry(std::vector<Change>& changes, std::uint64_t number, JournalEntry entry) {
  if (!entry.reversal) {
    changes.push_back({number, std::move(entry.origin), std::move(entry.records), false, 0, entry.is_emptied});
    return;
  }
  const auto found = std::find_if(changes.begin(), changes.end(),
                                  [&](const Change& change) { return change.number == entry.reversal->of; });
  if (found != changes.end()) {
    found->undone = entry.reversal->direction == Reversal::Direction::undo;
    found->turned = number;
  }
}

/// Entries have successive numbers, and only the oldest are removed. So an entry that is missing between two is lost.
void add_gaps(std::vector<LostEntry>& lost, const std::vector<Journal::Name>& names) {
  for (std::size_t index = 1; index < names.size(); ++index) {
    const std::uint64_t missing = names[index - 1].number + 1;
    const bool is_told =
        std::any_of(lost.begin(), lost.end(), [&](const LostEntry& entry) { return entry.number == missing; });
    if (names[index].number > missing && !is_told) {
      lost.push_back({missing, shown_name(Journal::Name{missing, EntryState::done}), 0});
    }
  }
}

}  // namespace

History history_of(const std::filesystem::path& root) {
  const Journal journal = Journal::of_program(root);
  const auto [names, strangers] = journal.contents();
  History history;
  for (const Journal::Name name : names) {
    if (name.state == EntryState::taken_back) {
      continue;
    }
    EntryContent content = NoEntry{};
    int error = 0;
    try {
      content = journal.read(name);
    } catch (const SystemError& failed) {
      if (failed.error() != EACCES) {
        throw;
      }
      error = failed.error();
    }
    if (std::holds_alternative<NoEntry>(content)) {
      history.lost.push_back({name.number, shown_name(name), error});
    } else if (auto* entry = std::get_if<JournalEntry>(&content); entry != nullptr && name.state == EntryState::done) {
      add_entry(history.changes, name.number, std::move(*entry));
    }
  }
  for (const Journal::Stranger& stranger : strangers) {
    history.lost.push_back({stranger.number, shown_name(stranger), 0});
  }
  add_gaps(history.lost, names);
  std::stable_sort(history.lost.begin(), history.lost.end(),
                   [](const LostEntry& one, const LostEntry& other) { return one.number < other.number; });
  return history;
}

std::variant<std::monostate, const Change*, const LostEntry*> latest(const History& history,
                                                                     Reversal::Direction direction) {
  const Change* found = nullptr;
  for (const Change& change : history.changes) {
    const bool fits = change.undone == (direction == Reversal::Direction::redo);
    if (fits && (direction == Reversal::Direction::undo || found == nullptr || change.turned > found->turned)) {
      found = &change;
    }
  }
  // A lost entry that is older than the last known event of the change cannot concern it.
  const std::uint64_t known_since = found == nullptr ? 0 : std::max(found->number, found->turned);
  if (!history.lost.empty() && history.lost.back().number > known_since) {
    return &history.lost.back();
  }
  return found != nullptr ? decltype(latest(history, direction)){found} : std::monostate{};
}

namespace {

/// The access to each file that was removed when the change was last made, undone or redone.
std::map<std::string, Access> files_gone(const Journal& journal, const Change& change) {
  std::map<std::string, Access> gone;
  for (const Patch& patch : journal.read_done(change.turned != 0 ? change.turned : change.number).patches) {
    if (patch.access) {
      gone.emplace(patch.path, *patch.access);
    }
  }
  return gone;
}

}  // namespace

std::vector<std::string> records_meant(const std::filesystem::path& root, const Change& change) {
  std::vector<std::string> made;
  for (const Patch& patch : Journal::of_program(root).read_done(change.number).patches) {
    const std::string record =
        patch.path.ends_with(record_extension) ? std::string{stem_of(patch.path)} : std::string{};
    if (!patch.before && patch.after &&
        std::find(change.records.begin(), change.records.end(), record) != change.records.end()) {
      made.push_back(record);
    }
  }
  return made.empty() ? change.records : made;
}

Inverse inverse_of(const std::filesystem::path& root, const FrozenTree& tree, const Change& change,
                   Reversal::Direction direction) {
  Inverse inverse;
  const Journal journal = Journal::of_program(root);
  const JournalEntry entry = journal.read_done(change.number);
  const auto gone = files_gone(journal, change);
  for (const Patch& made : entry.patches) {
    const Patch patch = direction == Reversal::Direction::undo ? reversed(made) : made;
    auto before = text_now(root, tree, patch.path);
    if (!is_at(patch, Side::before, before)) {
      inverse.changed_since.push_back(patch.path);
      continue;
    }
    auto after = text_at(patch, Side::after, before);
    const auto access = gone.find(patch.path);
    inverse.changes.push_back({patch.path,
                               std::move(before),
                               std::move(after),
                               {},
                               access != gone.end() ? std::optional{access->second} : std::nullopt,
                               {}});
  }
  if (direction == Reversal::Direction::undo) {  // the change that was made last is undone first
    std::reverse(inverse.changes.begin(), inverse.changes.end());
  }
  if (!inverse.changes.empty()) {
    inverse.changes.front().records = change.records;  // the records of the whole change
  }
  return inverse;
}

namespace {

/// Whether the entry is about one of the records, or has a text about the person.
bool has_texts(const JournalEntry& entry, const std::set<std::string, std::less<>>& records, const IsAbout& is_about) {
  const auto is_one = [&](const std::string& record) { return records.contains(record); };
  return !entry.is_emptied && (std::any_of(entry.records.begin(), entry.records.end(), is_one) ||
                               std::any_of(entry.patches.begin(), entry.patches.end(), [&](const Patch& patch) {
                                 const auto says = [&](const std::optional<std::string>& text) {
                                   return text && is_about(*text, patch.path);
                                 };
                                 const bool is_of_record =
                                     patch.path.ends_with(record_extension) && is_one(std::string{stem_of(patch.path)});
                                 return is_of_record || says(patch.before) || says(patch.after);
                               }));
}

}  // namespace

LogAbout log_about(const std::filesystem::path& root, const std::vector<std::string>& records, const IsAbout& is_about,
                   const std::function<std::string(const std::string&)>& shortened) {
  const Journal journal = Journal::of_program(root);
  const auto [names, strangers] = journal.contents();
  const std::set<std::string, std::less<>> wanted{records.begin(), records.end()};
  LogAbout about;
  std::map<std::uint64_t, Emptied> found;
  std::map<std::uint64_t, std::uint64_t> reversals;  // the change that an entry undoes or redoes
  for (const Journal::Name name : names) {
    const EntryContent content = journal.read(name);
    const auto* entry = std::get_if<JournalEntry>(&content);
    if (entry == nullptr) {
      about.unreadable.push_back(shown_name(name));
      continue;
    }
    if (entry->reversal) {
      reversals.emplace(name.number, entry->reversal->of);
    }
    const bool loses_texts = has_texts(*entry, wanted, is_about);
    if (loses_texts || is_about(entry->origin.command, {})) {
      found.emplace(name.number, Emptied{name.number, shortened(entry->origin.command), !loses_texts});
    }
  }
  // A change and what undid it have the same texts, and are emptied together.
  const auto is_emptied = [&](std::uint64_t number) {
    return found.contains(number) && !found.at(number).keeps_patches;
  };
  for (const auto& [number, of] : reversals) {
    for (const auto& [one, other] : {std::pair{number, of}, std::pair{of, number}}) {
      if (is_emptied(one) && !is_emptied(other)) {
        const EntryContent content = journal.read({other, EntryState::done});
        if (const auto* entry = std::get_if<JournalEntry>(&content); entry != nullptr && !entry->is_emptied) {
          found.insert_or_assign(other, Emptied{other, shortened(entry->origin.command), false});
        }
      }
    }
  }
  for (auto& [number, emptied] : found) {
    about.forgetting.entries.push_back(std::move(emptied));
  }
  for (const Journal::Stranger& stranger : strangers) {
    about.unreadable.push_back(shown_name(stranger));
  }
  return about;
}

namespace {

constexpr std::size_t latest_changes = 20;
constexpr std::size_t most_small_bytes = std::size_t{64} << 10U;  // what makes a few records takes less

/// The entry of a change that was made; nothing when it is large or cannot be read.
std::optional<JournalEntry> small_entry(const Journal& journal, Journal::Name name) {
  try {
    auto content = journal.read(name, most_small_bytes);
    auto* entry = std::get_if<JournalEntry>(&content);
    return entry == nullptr ? std::nullopt : std::optional{std::move(*entry)};
  } catch (const SystemError&) {
    return std::nullopt;
  }
}

bool is_there(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

}  // namespace

template <class Record>
std::vector<Record> made_lately(const std::filesystem::path& root,
                                const std::function<bool(const Record&)>& is_wanted) {
  std::vector<Record> found;
  const std::string folder = std::string{folder_of<Record>} + '/';
  const Journal journal = Journal::for_reader(root);
  auto names = journal.list();
  std::erase_if(names, [](Journal::Name name) { return name.state != EntryState::done; });
  std::reverse(names.begin(), names.end());
  names.resize(std::min(names.size(), latest_changes));
  std::set<std::string> touched;  // by a later change
  for (const Journal::Name name : names) {
    const auto entry = small_entry(journal, name);
    for (const Patch& patch : entry ? entry->patches : std::vector<Patch>{}) {
      const bool is_latest = touched.insert(patch.path).second;
      if (!is_latest || patch.before || !patch.after || !patch.path.starts_with(folder)) {
        continue;
      }
      auto made = read_canonical<Record>(*patch.after);
      if (made && is_wanted(made->record) && is_there(root / patch.path)) {
        found.push_back(std::move(made->record));
      }
    }
  }
  return found;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_history(std::tuple<Records...>) {
  return std::tuple{&made_lately<Records>...};
}
template auto instances_of_history(Kinds);

}  // namespace mentor::storage

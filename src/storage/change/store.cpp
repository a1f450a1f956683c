#include "store.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <map>
#include <thread>

#include "staged_change.hpp"
#include "storage/disk/file_system.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::storage {

namespace {

/// How the names of staged files in the private folder begin: those of a command, those of a recovery, and those of
/// texts that are kept for people. A recovery must not overwrite what a killed command left, so it has its own names.
constexpr std::string_view staged_prefix = "new-";
constexpr std::string_view recovery_prefix = "mend-";
constexpr std::string_view kept_prefix = "kept-";

/// How the name of a staged entry of the log begins.
constexpr std::string_view entry_prefix = "new-log-";

std::string staged_name(std::string_view prefix, std::size_t number) {
  return std::string{prefix} + std::to_string(number);
}

/// The program's lock file, locked. It is not open if others hold the lock until `deadline`.
Descriptor take_lock(int private_files, std::chrono::steady_clock::time_point deadline) {
  constexpr auto pause = std::chrono::milliseconds{5};
  constexpr mode_t readable = 0666;
  constexpr int how = O_RDONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC;
  Descriptor file{uninterrupted([&] { return ::openat(private_files, "lock", how, readable); })};
  if (!file.is_open()) {
    throw SystemError{Operation::lock, ".mentor/lock", errno};
  }
  hand_over(file.number(), private_files);
  while (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EINTR && (errno != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline)) {
      throw SystemError{Operation::lock, ".mentor/lock", errno};
    }
    std::this_thread::sleep_for(pause);
  }
  return file;
}

/// Whether a regular file holds exactly this text.
bool holds_text(const FileAt& file, std::string_view text, std::string_view shown) {
  try {
    return read_file(file.folder, file.name.c_str(), shown, text.size()) == text;
  } catch (const SystemError&) {
    return false;
  }
}

/// Keeps git out of the private folder, even if the program's own .gitignore does not. The log holds the texts of
/// children's records, removed ones included.
void keep_from_git(int private_files) {
  const FileAt file{private_files, ".gitignore"};
  constexpr const char* shown = ".mentor/.gitignore";
  constexpr std::string_view everything = "*\n";
  if (!holds_text(file, everything, shown)) {
    TemporaryFile{private_files, std::string{staged_prefix} + "gitignore", everything, TemporaryFile::Usual{}, shown}
        .move_to(file, Onto::anything, shown);
  }
}

/// The number of the change's file for which a command staged this text. Nothing when a command did not make this name.
std::optional<std::size_t> staged_number(std::string_view name) {
  if (!name.starts_with(staged_prefix)) {
    return std::nullopt;
  }
  std::size_t number = 0;
  name.remove_prefix(staged_prefix.size());
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc{} && end == name.data() + name.size() ? std::optional{number} : std::nullopt;
}

/// The access to each file that a change replaces or removes, by path.
using Accesses = std::map<std::string, Access, std::less<>>;

/// Reads the files that the changes will replace or remove. Throws `Operation::changed` when one of them is not what it
/// was when the change was computed.
Accesses accesses_now(int root, const std::vector<FileChange>& changes) {
  Accesses accesses;
  for (const FileChange& change : changes) {
    if (!change.before) {
      continue;  // whether the name is free, only the renaming can tell for certain
    }
    auto current = read_current(root, change.path);
    if (!current || current->text != change.before) {
      throw SystemError{Operation::changed, change.path, ESTALE};
    }
    accesses.insert_or_assign(change.path, std::move(current->access));
  }
  return accesses;
}

/// Who may see the new text of a file.
TemporaryFile::Audience audience_of(const FileChange& change, const Accesses& accesses, int folder, int private_files) {
  std::vector<Access> sources;
  if (const auto own = accesses.find(change.path); own != accesses.end()) {
    sources.push_back(own->second);
  }
  for (const std::string& path : change.made_of) {
    sources.push_back(accesses.at(path));
  }
  if (!are_open_alike(sources)) {
    throw SystemError{Operation::join_access, change.path, EPERM};
  }
  if (accesses.contains(change.path)) {
    return sources.front();
  }
  if (const auto access = change.access ? change.access : common_access(sources)) {
    return *access;
  }
  const auto given = access_given_by(folder, private_files, change.path);
  return given ? TemporaryFile::Audience{*given} : TemporaryFile::Usual{};
}

/// Who may see the entry of the log. It holds the texts of all these files, so only those who may see each of them.
TemporaryFile::Audience audience_of_entry(const Accesses& accesses, const std::deque<StagedChange>& staged,
                                          const OpenedFolders& folders) {
  constexpr mode_t owner_alone = 0600;
  std::vector<Access> all;
  for (const auto& [path, access] : accesses) {
    all.push_back(access);
  }
  for (const StagedChange& change : staged) {
    if (change.access()) {
      all.push_back(*change.access());
    }
  }
  Access common = common_access(all).value_or(Access{.mode = owner_alone});
  common.mode &= folders.reach();
  return TemporaryFile::AtMost{std::move(common)};
}

JournalEntry entry_of(const std::vector<FileChange>& changes, const Accesses& accesses,
                      const std::deque<StagedChange>& staged, const Origin& origin,
                      const std::optional<Reversal>& reversal, std::optional<Forgetting> forgetting) {
  JournalEntry entry{.number = 0,
                     .origin = origin,
                     .reversal = reversal,
                     .records = {},
                     .patches = {},
                     .forgetting = std::move(forgetting)};
  for (const FileChange& change : changes) {
    Patch patch = patch_of(change);
    if (!change.after) {
      patch.access = accesses.at(change.path);
    } else if (!change.before) {
      patch.access = staged[entry.patches.size()].access();
    }
    entry.patches.push_back(std::move(patch));
    entry.records.insert(entry.records.end(), change.records.begin(), change.records.end());
  }
  return entry;
}

}  // namespace

Store::Store(const std::filesystem::path& root, std::chrono::milliseconds timeout)
    : root_(open_root(root)),
      private_files_(ensure_folder(root_.number(), private_folder, private_folder)),
      lock_(take_lock(private_files_.number(), std::chrono::steady_clock::now() + timeout)),
      journal_(private_files_.number()) {
  recover();
  keep_from_git(private_files_.number());
}

void Store::recover() {
  for (const Journal::Name name : journal_.list()) {  // there is rarely more than one that is not settled
    if (is_settled(name.state)) {
      continue;
    }
    const auto content = journal_.read(name);
    if (const auto* entry = std::get_if<JournalEntry>(&content)) {
      recovered_.push_back(recover(name, *entry));
    } else {
      // This comes first: once the entry is set aside, nobody knows to what change these texts belong.
      Recovery unknown{
          .command = {}, .finished = false, .changed_since = {}, .set_aside = {}, .kept = keep_unknown(name, {})};
      unknown.set_aside = journal_.set_aside(name);
      recovered_.push_back(std::move(unknown));
    }
  }
  clear_staged();
  journal_.tidy();
}

std::vector<std::string> Store::keep_unknown(Journal::Name name, const std::vector<Patch>& patches) {
  const int folder = private_files_.number();
  std::vector<std::string> kept;
  for (const Entry& entry : entries_of(folder, private_folder)) {
    const auto number = staged_number(entry.name);
    if (!number) {
      continue;
    }
    if (*number < patches.size() && entry.type == EntryType::file) {
      const auto text = read_file(folder, entry.name.c_str(), private_folder, most_packed_bytes);
      if (is_at(patches[*number], Side::before, text) || is_at(patches[*number], Side::after, text)) {
        continue;
      }
    }
    const std::string new_name =
        std::string{kept_prefix}.append(std::to_string(name.number)).append("-").append(entry.name);
    move_file({folder, entry.name}, {folder, new_name}, Onto::nothing, private_folder);
    kept.push_back(std::string{private_folder}.append("/").append(new_name));
  }
  if (!kept.empty()) {  // on the disk before the entry is settled and the rest removed
    sync(folder, private_folder);
  }
  return kept;
}

void Store::clear_staged(Staged which) {
  bool cleared = false;
  for (const Entry& entry : entries_of(private_files_.number(), private_folder)) {
    const bool is_meant = which == Staged::all || entry.name.starts_with(entry_prefix) == (which == Staged::entries);
    if (is_meant && (entry.name.starts_with(staged_prefix) || entry.name.starts_with(recovery_prefix))) {
      remove_file(private_files_.number(), entry.name, private_folder);
      cleared = true;
    }
  }
  if (cleared) {  // else after a power loss they could be taken for texts of the next change
    sync(private_files_.number(), private_folder);
  }
}

Recovery Store::recover(Journal::Name name, const JournalEntry& entry) {
  if (entry.is_emptied) {  // all was done but this
    journal_.set_state(name, EntryState::done);
    return {.command = entry.origin.command, .finished = true, .changed_since = {}, .set_aside = {}, .kept = {}};
  }
  auto standing = standing_of(entry.patches, [&](const std::string& path) {
    auto current = read_current(root_.number(), path);
    return current ? std::optional{std::move(current->text)} : std::nullopt;
  });
  // A change that cannot be completed is taken back, since one half of it may need the other.
  // But when no file waits and texts may be gone from the log already, there is nothing to take it back with.
  const bool can_be_whole = standing.changed_since.empty() || standing.was_whole(entry.patches.size()) ||
                            (entry.forgetting && standing.waiting == 0);
  Recovery recovery{.command = entry.origin.command,
                    .finished = name.state == EntryState::todo && can_be_whole,
                    .changed_since = std::move(standing.changed_since),
                    .set_aside = {},
                    .kept = keep_unknown(name, entry.patches)};
  journal_.wait_for_names();  // the entry must be on the disk first; a process that died may not have waited
  OpenedFolders folders{root_.number()};
  for (std::size_t index = 0; index < entry.patches.size(); ++index) {
    const std::size_t number = recovery.finished ? index : entry.patches.size() - 1 - index;
    const Patch& patch = entry.patches[number];
    folders.of(patch.path);  // opened so that `sync_all` also waits for what was done there before
    finish(folders, recovery.finished ? patch : reversed(patch), number);
  }
  folders.sync_all();
  if (recovery.finished && entry.forgetting) {
    stage_emptied(name, *entry.forgetting);
    empty_log(name, *entry.forgetting);
  } else {
    journal_.set_state(name, recovery.finished ? EntryState::done : EntryState::taken_back);
  }
  return recovery;
}

void Store::finish(OpenedFolders& folders, const Patch& patch, std::size_t number) {
  auto current = read_current(root_.number(), patch.path);
  FileChange change{.path = patch.path, .access = patch.access};
  Accesses accesses;
  if (current) {
    change.before = std::move(current->text);
    accesses.emplace(patch.path, std::move(current->access));
  }
  if (!is_at(patch, Side::before, change.before) || is_at(patch, Side::after, change.before)) {
    return;
  }
  change.after = text_at(patch, Side::after, change.before);
  const auto audience = audience_of(change, accesses, folders.of(patch.path), private_files_.number());
  StagedChange staged{folders, private_files_.number(), staged_name(recovery_prefix, number), change, audience};
  staged.make();
  staged.settle();  // until the entry is finished, it holds the old text
}

void Store::apply(const std::vector<FileChange>& changes, const Origin& origin, const std::optional<Reversal>& reversal,
                  const Progress& progress) {
  make(changes, origin, reversal, std::nullopt, progress);
}

void Store::forget(const std::vector<FileChange>& changes, const Origin& origin, Forgetting forgetting,
                   const Progress& progress) {
  make(changes, origin, std::nullopt, std::move(forgetting), progress);
}

void Store::stage_emptied(Journal::Name name, const Forgetting& forgetting) const {
  const auto stage = [&](Journal::Name one, const Emptied& how) {
    auto opened = journal_.open(one);
    if (!opened) {
      return false;
    }
    TemporaryFile file{private_files_.number(), staged_name(entry_prefix, one.number),
                       journal_text(emptied(std::move(opened->entry), how)), opened->access, shown_name(one)};
    file.keep();
    return true;
  };
  for (const Emptied& how : forgetting.entries) {
    stage({how.number, EntryState::done}, how) || stage({how.number, EntryState::taken_back}, how);
  }
  const auto opened = journal_.open(name);
  stage(name, {name.number, opened ? opened->entry.origin.command : std::string{}, false});
  sync(private_files_.number(), private_folder);
}

void Store::empty_log(Journal::Name name, const Forgetting& forgetting) {
  clear_staged(Staged::files);  // the old texts that left their places
  const auto replace = [&](Journal::Name one) {
    const FileAt staged{private_files_.number(), staged_name(entry_prefix, one.number)};
    if (is_there(staged, private_folder)) {
      journal_.replace(one, staged);
    }
  };
  const auto names = journal_.list();
  for (const Emptied& how : forgetting.entries) {
    for (const Journal::Name one : names) {
      if (one.number == how.number && is_settled(one.state)) {
        replace(one);
      }
    }
  }
  journal_.wait_for_names();  // its own entry says what is left to do, so it comes last
  replace(name);
  journal_.wait_for_names();
  journal_.set_state(name, EntryState::done);
}

void Store::make(const std::vector<FileChange>& changes, const Origin& origin, const std::optional<Reversal>& reversal,
                 std::optional<Forgetting> forgetting, const Progress& progress) {
  if (changes.empty()) {
    return;
  }
  // Half of the work is to put the new texts on the disk. The other half is to put them in place.
  auto tell = [&, done = std::size_t{0}]() mutable {
    ++done;
    if (progress) {
      progress(Stage::writing, done / 2, changes.size());
    }
  };
  const Accesses accesses = accesses_now(root_.number(), changes);
  OpenedFolders folders{root_.number()};
  std::deque<StagedChange> staged;  // a staged change cannot be moved
  for (const FileChange& change : changes) {
    const auto audience = audience_of(change, accesses, folders.of(change.path), private_files_.number());
    staged.emplace_back(folders, private_files_.number(), staged_name(staged_prefix, staged.size()), change, audience);
    tell();
  }
  const Journal::Name name = journal_.add(entry_of(changes, accesses, staged, origin, reversal, forgetting),
                                          audience_of_entry(accesses, staged, folders));
  try {
    if (forgetting) {
      stage_emptied(name, *forgetting);  // what is written is written before anything changes
    }
    for (StagedChange& change : staged) {
      change.make();
      tell();
    }
    folders.sync_all();
    if (!forgetting) {
      journal_.set_state(name, EntryState::done);
    }
  } catch (const std::exception& stopped) {  // memory may run out as well as the disk
    take_back(staged, folders, name, stopped);
    if (forgetting) {
      try {
        clear_staged(Staged::entries);
      } catch (const SystemError&) {
        // the next writer removes them
      }
    }
    throw;
  }
  if (forgetting) {
    try {
      empty_log(name, *forgetting);
    } catch (const SystemError& stopped) {
      throw SystemError{Operation::unfinished, stopped.path(), stopped.error()};
    }
  }
  std::for_each(staged.begin(), staged.end(), [](StagedChange& change) { change.settle(); });
  journal_.tidy();
}

void Store::take_back(std::deque<StagedChange>& staged, const OpenedFolders& folders, Journal::Name name,
                      const std::exception& stopped) const {
  try {
    const auto back = journal_.set_state(name, EntryState::back);
    std::for_each(staged.rbegin(), staged.rend(), [](StagedChange& change) { change.take_back(); });
    folders.sync_all();
    journal_.set_state(back, EntryState::taken_back);
  } catch (const std::exception&) {
    const auto* failed = dynamic_cast<const SystemError*>(&stopped);
    throw SystemError{Operation::unfinished, failed != nullptr ? failed->path() : std::string{private_folder},
                      failed != nullptr ? failed->error() : ENOMEM};
  }
}

std::optional<std::string> current_text(const std::filesystem::path& root, const std::string& path) {
  auto current = read_current(open_root(root).number(), path);
  return current ? std::optional{std::move(current->text)} : std::nullopt;
}

bool has_unfinished_change(const std::filesystem::path& root) {
  const auto names = Journal::for_reader(root).list();
  return std::any_of(names.begin(), names.end(), [](Journal::Name name) { return !is_settled(name.state); });
}

std::vector<Recovery> recover_if_possible(const std::filesystem::path& root) noexcept {
  try {
    return Store{root, std::chrono::milliseconds{0}}.recovered();
  } catch (const std::exception&) {
    return {};  // a writer is at work, or we cannot write here
  }
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  const auto path = (folder / "").lexically_normal().parent_path();  // without a slash at the end
  const bool is_there = path.empty() || std::filesystem::is_directory(path, error);
  if (is_there && (path.empty() || !std::filesystem::is_empty(path, error))) {
    return;
  }
  const auto parent = path.parent_path().empty() ? std::filesystem::path{"."} : path.parent_path();
  if (is_there) {  // a process that died may have made it without syncing its name
    sync(open_root(parent).number(), folder.string());
  } else {
    make_folder(parent);
    ensure_folder(open_root(parent).number(), path.filename().c_str(), folder.string());
  }
}

}  // namespace mentor::storage

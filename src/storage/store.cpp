#include "store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <thread>

#include "file_system.hpp"
#include "staged_change.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

constexpr const char* private_folder = ".mentor";

/// The program's lock file, locked; not open when others hold it until `deadline`.
Descriptor take_lock(int private_files, std::chrono::steady_clock::time_point deadline) {
  constexpr auto pause = std::chrono::milliseconds{5};
  constexpr mode_t readable = 0666;
  constexpr int how = O_RDONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC;
  Descriptor file{uninterrupted([&] { return ::openat(private_files, "lock", how, readable); })};
  if (!file.is_open()) {
    throw SystemError{Operation::lock, ".mentor/lock", errno};
  }
  while (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EINTR && (errno != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline)) {
      throw SystemError{Operation::lock, ".mentor/lock", errno};
    }
    std::this_thread::sleep_for(pause);
  }
  return file;
}

/// What a path leads to, through symbolic links; a path to nothing is itself.
std::filesystem::path real_file(const std::filesystem::path& file) {
  std::error_code error;
  auto real = std::filesystem::canonical(file, error);
  return error ? file : real;
}

void replace_file(const std::filesystem::path& file, std::string_view text) {
  struct stat status {};
  const bool exists = ::stat(file.c_str(), &status) == 0;
  const bool is_special = file.string().starts_with("/dev/") || file.string().starts_with("/proc/");
  if (exists && (is_special || !S_ISREG(status.st_mode))) {  // a device, a pipe: written to as it is
    const Descriptor open_file{::open(file.c_str(), O_WRONLY | O_CLOEXEC)};
    if (!open_file.is_open()) {
      throw SystemError{Operation::write, file.string(), errno};
    }
    write_all(open_file.number(), text, file.string());
    return;
  }
  const auto real = real_file(file);
  const auto parent = real.parent_path();
  const Descriptor folder = open_root(parent.empty() ? "." : parent);
  const auto mode = exists ? std::optional{status.st_mode} : std::nullopt;
  TemporaryFile temporary{folder.number(), ".mentor-new-" + std::to_string(::getpid()), text, mode, file.string()};
  // Not that its name is on the disk is waited for: failing at that, a report would be refused that is there already.
  temporary.move_to({folder.number(), real.filename()}, Onto::anything, file.string());
}

JournalEntry entry_of(const std::vector<FileChange>& changes, const std::deque<StagedChange>& staged,
                      const Origin& origin, const std::optional<Reversal>& reversal) {
  JournalEntry entry{.origin = origin, .reversal = reversal, .records = {}, .patches = {}};
  for (const FileChange& change : changes) {
    entry.patches.push_back(patch_of(change));
    if (!change.after) {
      entry.patches.back().mode = staged[entry.patches.size() - 1].mode();
    }
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
}

void Store::recover() {
  for (const Entry& entry : entries_of(private_files_.number(), private_folder)) {
    if (entry.name.starts_with(staged_prefix)) {
      remove_file(private_files_.number(), entry.name, private_folder);
    }
  }
  journal_.tidy();
  for (const Journal::Name name : journal_.list()) {  // there is seldom more than one that is not done
    if (is_settled(name.state)) {
      continue;
    }
    if (const auto entry = journal_.read(name)) {
      recovered_.push_back(recover(name, *entry));
    } else {  // an entry is renamed into place whole, so this is none of ours
      recovered_.push_back({.command = {}, .finished = false, .alien = {}, .odd = journal_.set_aside(name)});
    }
  }
}

Recovery Store::recover(Journal::Name name, const JournalEntry& entry) {
  Recovery recovery{
      .command = entry.origin.command, .finished = name.state == EntryState::todo, .alien = {}, .odd = {}};
  for (const Patch& patch : entry.patches) {
    const auto text = read_current(root_.number(), patch.path);
    if (!is_at(patch, Side::before, text) && !is_at(patch, Side::after, text)) {
      recovery.alien.push_back(patch.path);
    }
  }
  // What cannot be made whole is taken back: half of it may be what the other half relies on.
  recovery.finished = recovery.finished && recovery.alien.empty();
  auto patches = entry.patches;
  if (!recovery.finished) {
    std::reverse(patches.begin(), patches.end());
    std::transform(patches.begin(), patches.end(), patches.begin(), reversed);
  }
  OpenedFolders folders{root_.number()};
  for (const Patch& patch : patches) {
    FileChange change{patch.path, read_current(root_.number(), patch.path), std::nullopt, {}, patch.mode};
    if (is_at(patch, Side::before, change.before) && !is_at(patch, Side::after, change.before)) {
      change.after = text_at(patch, Side::after, change.before);
      StagedChange{folders, private_files_.number(), 0, change}.make();
    }
  }
  folders.sync_all();
  journal_.set_state(name, recovery.finished ? EntryState::done : EntryState::taken_back);
  return recovery;
}

void Store::apply(std::vector<FileChange> changes, const Origin& origin, const std::optional<Reversal>& reversal,
                  const Progress& progress) {
  if (changes.empty()) {
    return;
  }
  // Half of the work is to put the new texts on the disk, half to put them into their places.
  auto tell = [&, done = std::size_t{0}]() mutable {
    ++done;
    if (progress) {
      progress(Stage::writing, done / 2, changes.size());
    }
  };
  OpenedFolders folders{root_.number()};
  std::optional<unsigned> strictest;  // of the files that are there: what is made of them is no more open
  for (const FileChange& change : changes) {
    const auto mode = change.before ? mode_of({folders.of(change.path), name_in_folder(change.path)}) : std::nullopt;
    strictest = mode ? std::optional{strictest.value_or(*mode) & *mode} : strictest;
  }
  std::deque<StagedChange> staged;  // not movable
  for (FileChange& change : changes) {
    // What must not be there yet is for the renaming to find out, which cannot be fooled.
    if (change.before && read_current(root_.number(), change.path) != change.before) {
      throw SystemError{Operation::changed, change.path, ESTALE};
    }
    if (!change.before && !change.mode) {
      change.mode = strictest;
    }
    staged.emplace_back(folders, private_files_.number(), staged.size(), change);
    tell();
  }
  const Journal::Name name = journal_.add(entry_of(changes, staged, origin, reversal), strictest);
  try {
    for (StagedChange& change : staged) {
      change.make();
      tell();
    }
    folders.sync_all();
    journal_.set_state(name, EntryState::done);
  } catch (const std::exception& stopped) {  // memory may be short as well as the disk
    try {
      const auto back = journal_.set_state(name, EntryState::back);
      std::for_each(staged.rbegin(), staged.rend(), [](StagedChange& change) { change.take_back(); });
      folders.sync_all();
      journal_.set_state(back, EntryState::taken_back);
    } catch (const std::exception&) {
      const auto* failed = dynamic_cast<const SystemError*>(&stopped);
      throw SystemError{Operation::unfinished, failed != nullptr ? failed->path() : changes.front().path,
                        failed != nullptr ? failed->error() : ENOMEM};
    }
    throw;
  }
  journal_.tidy();
}

std::optional<std::string> current_text(const std::filesystem::path& root, const std::string& path) {
  return read_current(open_root(root).number(), path);
}

bool has_unfinished_change(const std::filesystem::path& root) noexcept {
  try {
    const auto names = Journal::of_program(root).list();
    return std::any_of(names.begin(), names.end(), [](Journal::Name name) { return !is_settled(name.state); });
  } catch (const std::exception&) {
    return false;
  }
}

std::vector<Recovery> recover_if_possible(const std::filesystem::path& root) noexcept {
  try {
    return Store{root, std::chrono::milliseconds{0}}.recovered();
  } catch (const std::exception&) {
    return {};  // a writer is at work, or nothing can be written here
  }
}

void write_file(const std::filesystem::path& file, std::string_view text) {
  try {
    replace_file(file, text);
  } catch (const SystemError& failed) {
    throw SystemError{Operation::write_output, file.string(), failed.error()};
  }
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw SystemError{Operation::make_folder, folder.string(), error.value()};
  }
}

}  // namespace mentor::storage

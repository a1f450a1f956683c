#include "snapshot.hpp"

#include <algorithm>
#include <cerrno>

#include "journal.hpp"
#include "mentor/fields.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/odd_names.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/disk/working_tree.hpp"

namespace mentor::storage {

namespace {

/// What the log says at one moment: the last complete change, and the changes that are under way.
struct Moment {
  std::uint64_t last = 0;
  std::vector<Journal::Name> later;

  static Moment of(const Journal& journal) {
    Moment moment;
    for (const Journal::Name name : journal.list()) {
      if (is_settled(name.state) && moment.later.empty()) {
        moment.last = name.number;
      } else {
        moment.later.push_back(name);
      }
    }
    return moment;
  }
  bool operator==(const Moment&) const = default;
};

/// If we may not read some files, we may also not read the entry that changed them. Then we cannot read those files in
/// their earlier state either.
EntryContent read_if_allowed(const Journal& journal, std::uint64_t number) {
  try {
    return journal.read_in_any_state(number);
  } catch (const SystemError& failed) {
    if (failed.error() == EACCES) {
      return NoEntry{};
    }
    throw;
  }
}

/// The changes that are under way or came after `start`. Nothing when the log no longer reaches back to `start`.
std::optional<std::vector<JournalEntry>> entries_since(const Journal& journal, const Moment& start) {
  std::vector<JournalEntry> entries;
  std::uint64_t expected = start.last + 1;
  for (const Journal::Name name : journal.list()) {
    if (name.number <= start.last) {
      continue;
    }
    auto content = read_if_allowed(journal, name.number);
    auto* entry = std::get_if<JournalEntry>(&content);
    // Nobody can tell any more what an emptied entry changed. It was complete before it was emptied.
    if (entry == nullptr || entry->is_emptied || (start.last != 0 && name.number != expected)) {
      return std::nullopt;
    }
    expected = name.number + 1;
    entries.push_back(std::move(*entry));
  }
  const auto still_there = start.later.empty() || start.last + start.later.size() < expected;
  return still_there ? std::optional{std::move(entries)} : std::nullopt;
}

FileContent content_at(const Tree& tree, const std::string& path, std::size_t most_bytes) {
  try {
    return tree.read(path, most_bytes);
  } catch (const SystemError& failed) {
    return failed.error() == ENOENT ? FileContent{} : FileContent{failed};
  }
}

}  // namespace

FrozenTree::FrozenTree(const Tree& tree, const Progress& progress) {
  struct Source {
    std::string path;
    EntryType type;
    std::size_t most_bytes;
  };
  std::vector<Source> sources{{std::string{settings_path}, EntryType::file, most_file_bytes}};
  keep_listing(tree, {});
  for_each_kind([&]<class Record>(Record*) {
    const std::string folder{folder_of<Record>};
    for (const Entry& entry : tree.list(folder)) {
      if (entry.type == EntryType::folder) {
        keep_listing(tree, folder + '/' + entry.name);
      }
      const auto most = is_packed_file<Record>(entry.name) ? most_packed_bytes : most_file_bytes;
      sources.push_back({folder + '/' + entry.name, entry.type, most});
    }
  });
  std::size_t done = 0;
  for (const auto& [path, type, most_bytes] : sources) {
    auto content = type == EntryType::file ? content_at(tree, path, most_bytes) : FileContent{};
    if (type != EntryType::file || !std::holds_alternative<Absent>(content)) {  // else it went after the listing
      files_.insert_or_assign(path, File{type, std::move(content)});
    }
    if (progress) {
      progress(Stage::reading, ++done, sources.size());
    }
  }
}

void FrozenTree::keep_listing(const Tree& tree, const std::string& folder) {
  const std::vector<Entry>& entries = listings_[folder] = list_if_allowed(tree, folder);
  for (const Entry& entry : entries) {
    bool is_odd = false;
    for_each_kind([&]<class Record>(Record*) { is_odd = is_odd || is_odd_name_of(entry.name, folder_of<Record>); });
    if (folder.empty() && is_odd && entry.type == EntryType::folder) {
      listings_[entry.name] = list_if_allowed(tree, entry.name);
    }
  }
}

std::vector<Entry> FrozenTree::list(std::string_view folder) const {
  if (const auto kept = listings_.find(folder); kept != listings_.end()) {
    return kept->second;
  }
  std::vector<Entry> entries;
  const std::string prefix = std::string{folder} + '/';
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    entries.push_back({file->first.substr(prefix.size()), file->second.type});
  }
  return entries;
}

void FrozenTree::read_into(std::string& text, std::string_view path, std::size_t most) const {
  const FileContent& found = content(path);
  if (const auto* failed = std::get_if<SystemError>(&found)) {
    throw *failed;  // NOLINT(cert-err60-cpp): without memory for a copy, that is thrown instead
  }
  const auto* known = std::get_if<std::string>(&found);
  if (known == nullptr || known->size() > most) {
    throw SystemError{Operation::read, path, known == nullptr ? ENOENT : EFBIG};
  }
  text = *known;
}

const FileContent& FrozenTree::content(std::string_view path) const {
  static const FileContent absent;
  const auto found = files_.find(path);
  return found == files_.end() ? absent : found->second.content;
}

const std::string* FrozenTree::text(std::string_view path) const {
  const FileContent& found = content(path);
  if (const auto* failed = std::get_if<SystemError>(&found); failed != nullptr && !failed->is_about_the_data()) {
    throw *failed;  // NOLINT(cert-err60-cpp): without memory for a copy, that is thrown instead
  }
  return std::get_if<std::string>(&found);
}

void FrozenTree::require_all_read() const {
  for (const auto& [path, file] : files_) {
    text(path);
  }
}

void FrozenTree::set(const std::string& path, std::optional<std::string> text) {
  if (text) {
    files_.insert_or_assign(path, File{EntryType::file, *std::move(text)});
  } else {
    files_.erase(path);
  }
}

namespace {

/// Takes a change back in the frozen files. But if the change was made as a whole and somebody then changed one of its
/// files, the change stays. The recovery decides so too (`Store`).
void take_back(FrozenTree& frozen, const std::vector<Patch>& patches) {
  // A file that we cannot read now, we could not read before the change either.
  const auto text_of = [&](const std::string& path) {
    const auto* text = std::get_if<std::string>(&frozen.content(path));
    return text != nullptr ? std::optional{*text} : std::nullopt;
  };
  const auto standing = standing_of(patches, text_of);
  if (!standing.changed_since.empty() && standing.was_whole(patches.size())) {
    return;
  }
  for (auto patch = patches.rbegin(); patch != patches.rend(); ++patch) {
    const auto text = text_of(patch->path);
    if (is_at(*patch, Side::after, text) && !std::holds_alternative<SystemError>(frozen.content(patch->path))) {
      frozen.set(patch->path, text_at(*patch, Side::before, text));
    }
  }
}

/// The files as they were at a moment. This reads everything first, and then takes back what was written meanwhile.
/// Nothing when the log does not reach back to that moment. That rarely happens twice in a row.
std::optional<FrozenTree> freeze_at(const std::filesystem::path& root, const WorkingTree& tree, const Moment& start,
                                    const Progress& progress) {
  FrozenTree frozen{tree, progress};
  const auto entries = entries_since(Journal::for_reader(root), start);
  if (!entries) {
    return std::nullopt;
  }
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    take_back(frozen, entry->patches);
  }
  return frozen;
}

constexpr int most_attempts = 5;

/// The files of one moment, with those that could not be read.
FrozenTree freeze_what_can_be_read(const std::filesystem::path& root, const WorkingTree& tree,
                                   const Progress& progress) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (auto frozen = freeze_at(root, tree, Moment::of(Journal::for_reader(root)), progress)) {
      return *std::move(frozen);
    }
  }
  return FrozenTree{tree, progress};
}

}  // namespace

FrozenTree freeze_program(const std::filesystem::path& root, const Progress& progress) {
  FrozenTree frozen = freeze_what_can_be_read(root, WorkingTree{root}, progress);
  frozen.require_all_read();
  return frozen;
}

Loaded load_program(const std::filesystem::path& root, const Scope& scope, const Progress& progress) {
  const WorkingTree tree{root};
  const Moment start = Moment::of(Journal::for_reader(root));
  if (start.later.empty()) {
    Loaded loaded = load(tree, scope, Reading::usual, progress);
    if (Moment::of(Journal::for_reader(root)) == start) {
      return loaded;
    }
  }
  return load(freeze_what_can_be_read(root, tree, progress), scope, Reading::usual, progress);
}

}  // namespace mentor::storage

#include "snapshot.hpp"

#include <algorithm>
#include <cerrno>

#include "journal.hpp"
#include "limits.hpp"
#include "mentor/fields.hpp"
#include "system_error.hpp"
#include "working_tree.hpp"

namespace mentor::storage {

namespace {

/// What the log says at one moment: the last change that is complete, and those that are under way.
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

/// The changes that are under way or came after `start`; nothing when the log no longer reaches back so far.
std::optional<std::vector<JournalEntry>> entries_since(const Journal& journal, const Moment& start) {
  std::vector<JournalEntry> entries;
  std::uint64_t expected = start.last + 1;
  for (const Journal::Name name : journal.list()) {
    if (name.number <= start.last) {
      continue;
    }
    auto entry = journal.read_in_any_state(name.number);
    if (!entry || (start.last != 0 && name.number != expected)) {
      return std::nullopt;
    }
    expected = name.number + 1;
    entries.push_back(*std::move(entry));
  }
  const auto still_there = start.later.empty() || start.last + start.later.size() < expected;
  return still_there ? std::optional{std::move(entries)} : std::nullopt;
}

}  // namespace

FrozenTree::FrozenTree(const Tree& tree, const Progress& progress) {
  struct Source {
    std::string path;
    EntryType type;
    std::size_t most_bytes;
  };
  std::vector<Source> sources{{std::string{settings_path}, EntryType::file, most_file_bytes}};
  for_each_kind([&]<class Record>(Record*) {
    const std::string folder{folder_of<Record>};
    for (const Entry& entry : tree.list(folder)) {
      const auto most = is_packed_file<Record>(entry.name) ? most_packed_bytes : most_file_bytes;
      sources.push_back({folder + '/' + entry.name, entry.type, most});
    }
  });
  std::size_t done = 0;
  for (const auto& [path, type, most_bytes] : sources) {
    File file{type, {}, 0};
    if (type == EntryType::file) {
      try {
        file.text = tree.read(path, most_bytes);
      } catch (const SystemError& failed) {
        file.error = failed.error();
      }
    }
    files_.insert_or_assign(path, std::move(file));
    if (progress) {
      progress(Stage::reading, ++done, sources.size());
    }
  }
}

std::vector<Entry> FrozenTree::list(std::string_view folder) const {
  std::vector<Entry> entries;
  const std::string prefix = std::string{folder} + '/';
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    entries.push_back({file->first.substr(prefix.size()), file->second.type});
  }
  return entries;
}

void FrozenTree::read_into(std::string& text, std::string_view path, std::size_t most) const {
  const auto found = files_.find(path);
  if (found == files_.end() || found->second.error != 0) {
    throw SystemError{Operation::read, path, found == files_.end() ? ENOENT : found->second.error};
  }
  if (found->second.text.size() > most) {
    throw SystemError{Operation::read, path, EFBIG};
  }
  text = found->second.text;
}

std::optional<std::string> FrozenTree::text(const std::string& path) const {
  const auto found = files_.find(path);
  const bool there = found != files_.end() && found->second.type == EntryType::file && found->second.error == 0;
  return there ? std::optional{found->second.text} : std::nullopt;
}

void FrozenTree::set(const std::string& path, std::optional<std::string> text) {
  if (text) {
    files_.insert_or_assign(path, File{EntryType::file, *std::move(text), 0});
  } else {
    files_.erase(path);
  }
}

namespace {

/// The files as they were at that moment. Everything is read first, and then made to be as it was, so that it does not
/// matter what is written in the meantime. Nothing when the log does not reach back so far: seldom twice.
std::optional<FrozenTree> freeze_at(const std::filesystem::path& root, const WorkingTree& tree, const Moment& start,
                                    const Progress& progress) {
  FrozenTree frozen{tree, progress};
  const auto entries = entries_since(Journal::for_reader(root), start);
  if (!entries) {
    return std::nullopt;
  }
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    for (auto patch = entry->patches.rbegin(); patch != entry->patches.rend(); ++patch) {
      const auto text = frozen.text(patch->path);
      if (is_at(*patch, Side::after, text)) {
        frozen.set(patch->path, text_at(*patch, Side::before, text));
      }
    }
  }
  return frozen;
}

constexpr int most_attempts = 5;

}  // namespace

FrozenTree freeze_program(const std::filesystem::path& root, const Progress& progress) {
  const WorkingTree tree{root};
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (auto frozen = freeze_at(root, tree, Moment::of(Journal::for_reader(root)), progress)) {
      return *std::move(frozen);
    }
  }
  return FrozenTree{tree, progress};
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
  return load(freeze_program(root, progress), scope, Reading::usual, progress);
}

}  // namespace mentor::storage

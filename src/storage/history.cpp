#include "history.hpp"

#include <algorithm>

#include "store.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

/// A file as it is now, also one that `load` does not read, such as .gitignore.
std::optional<std::string> text_now(const std::filesystem::path& root, const FrozenTree& tree,
                                    const std::string& path) {
  const auto known = tree.text(path);
  return known ? known : current_text(root, path);
}

/// One that may not be read, since somebody else has made it, does not hide the others.
std::optional<JournalEntry> entry_or_nothing(const Journal& journal, Journal::Name name) {
  try {
    return journal.read(name);
  } catch (const SystemError&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<Change> history_of(const std::filesystem::path& root) {
  const Journal journal = Journal::of_program(root);
  std::vector<Change> history;
  for (const Journal::Name name : journal.list()) {
    const auto entry = name.state == EntryState::done ? entry_or_nothing(journal, name) : std::nullopt;
    if (!entry) {
      continue;
    }
    if (!entry->reversal) {
      history.push_back({name.number, entry->origin, entry->records, false, 0});
      continue;
    }
    const auto found = std::find_if(history.begin(), history.end(),
                                    [&](const Change& change) { return change.number == entry->reversal->of; });
    if (found != history.end()) {
      found->undone = entry->reversal->kind == Reversal::Kind::undo;
      found->turned = name.number;
    }
  }
  return history;
}

const Change* latest(const std::vector<Change>& history, Reversal::Kind kind) {
  const Change* found = nullptr;
  for (const Change& change : history) {
    const bool fits = change.undone == (kind == Reversal::Kind::redo);
    if (fits && (kind == Reversal::Kind::undo || found == nullptr || change.turned > found->turned)) {
      found = &change;
    }
  }
  return found;
}

Turn turn_of(const std::filesystem::path& root, const FrozenTree& tree, const Change& change, Reversal::Kind kind) {
  Turn turn;
  const auto entry = Journal::of_program(root).read({change.number, EntryState::done});
  for (const Patch& made : entry ? entry->patches : std::vector<Patch>{}) {
    const Patch patch = kind == Reversal::Kind::undo ? reversed(made) : made;
    auto before = text_now(root, tree, patch.path);
    if (!is_at(patch, Side::before, before)) {
      turn.changed_since.push_back(patch.path);
      continue;
    }
    auto after = text_at(patch, Side::after, before);
    turn.changes.push_back({patch.path, std::move(before), std::move(after), {}, patch.mode});
  }
  if (kind == Reversal::Kind::undo) {  // what was made last goes first
    std::reverse(turn.changes.begin(), turn.changes.end());
  }
  if (!turn.changes.empty()) {
    turn.changes.front().records = change.records;  // they are those of the whole
  }
  return turn;
}

}  // namespace mentor::storage

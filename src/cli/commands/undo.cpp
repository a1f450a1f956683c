// `undo` and `redo`, which differ only in direction.
#include <array>
#include <charconv>
#include <string_view>
#include <unordered_set>

#include "cli/writing.hpp"
#include "mentor/rules.hpp"
#include "storage/change/history.hpp"
#include "storage/disk/names.hpp"

namespace mentor::cli {

namespace {

using storage::Reversal;

constexpr Option undo_number_argument{
    "NUMBER", "", "", key("value.change-number"), Arity::optional, key("help.undo.number")};
constexpr Option redo_number_argument{
    "NUMBER", "", "", key("value.change-number"), Arity::optional, key("help.redo.number")};

constexpr std::array undo_options = {
    undo_number_argument,
};
constexpr std::array redo_options = {
    redo_number_argument,
};

/// The change that is meant if no number was typed. Throws `Refused` when there is none, or when nobody can tell.
storage::Change latest_change(const storage::History& history, Reversal::Direction direction) {
  const auto found = storage::latest(history, direction);
  if (const auto* change = std::get_if<const storage::Change*>(&found)) {
    return **change;
  }
  const bool undo = direction == Reversal::Direction::undo;
  if (const auto* lost = std::get_if<const storage::LostEntry*>(&found)) {
    const Status status = (*lost)->error != 0 ? Status::system : Status::unreadable;
    Refused refused{status, Message{undo ? key("undo.lost") : key("redo.lost"), {(*lost)->path}}};
    throw std::move(refused).with_hint(say("hint.log"));
  }
  throw Refused{Status::no_record, undo ? say("undo.nothing") : say("redo.nothing")};
}

/// The change that is meant. Throws `Refused` when there is none, or when it is undone (or redone) already.
storage::Change change_of(const storage::History& history, const Arguments& arguments, Reversal::Direction direction) {
  const auto typed = arguments.one(undo_number_argument);
  if (!typed) {
    return latest_change(history, direction);
  }
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(typed->data(), typed->data() + typed->size(), number);
  if (error != std::errc{} || end != typed->data() + typed->size()) {
    throw Refused{Status::usage, say("usage.wrong-value", Phrase{undo_number_argument.value}, *typed,
                                     Phrase{key("expected.change-number")})}
        .with_hint(say("hint.log"));
  }
  const auto lost = std::find_if(history.lost.begin(), history.lost.end(),
                                 [&](const storage::LostEntry& entry) { return entry.number == number; });
  if (lost != history.lost.end()) {
    throw Refused{lost->error != 0 ? Status::system : Status::unreadable, say("undo.lost-one", *typed, lost->path)}
        .with_hint(say("hint.log"));
  }
  const auto found = std::find_if(history.changes.begin(), history.changes.end(),
                                  [&](const storage::Change& change) { return change.number == number; });
  const auto turned = std::find_if(history.changes.begin(), history.changes.end(), [&](const storage::Change& change) {
    return number != 0 && change.turned == number;  // 0: it turned no other
  });
  if (turned != history.changes.end()) {
    const std::string change = std::to_string(turned->number);
    throw Refused{Status::findings, say("undo.is-reversal", *typed, change)}.with_hint(
        turned->undone ? say("hint.redo", change) : say("hint.undo", change));
  }
  if (found == history.changes.end()) {
    throw Refused{Status::no_record, say("undo.no-such", *typed, static_cast<std::int64_t>(storage::most_changes))}
        .with_hint(say("hint.log"));
  }
  const bool undo = direction == Reversal::Direction::undo;
  if (found->undone == undo) {
    throw Refused{Status::findings, undo ? say("undo.undone", *typed) : say("redo.not-undone", *typed)};
  }
  return *found;
}

/// The latest other change of these records, as far as the log knows. It hints at what to undo first.
std::optional<std::uint64_t> later_change(const std::vector<storage::Change>& changes, const storage::Change& change) {
  const std::unordered_set<std::string_view> records{change.records.begin(), change.records.end()};
  for (auto later = changes.rbegin(); later != changes.rend() && later->number > change.number; ++later) {
    const bool shares = std::any_of(later->records.begin(), later->records.end(),
                                    [&](const std::string& record) { return records.contains(record); });
    if (shares && !later->undone) {
      return later->number;
    }
  }
  return std::nullopt;
}

/// The errors that the reversal would bring to records that it does not touch: one of them may need a record that goes.
/// Two sorts of errors count for touched records as well: a record would stand in several places, or a record that
/// comes back would name one that is gone.
std::vector<Finding> new_errors(const Session& session, storage::FrozenTree tree,
                                const std::vector<storage::FileChange>& changes) {
  const auto findings = [&] {
    auto loaded = storage::load(tree);
    auto all = std::move(loaded.findings);
    if (loaded.has_model) {
      auto of_rules = check_all({loaded.program, session.today(), session.fold()});
      std::move(of_rules.begin(), of_rules.end(), std::back_inserter(all));
    }
    return all;
  };
  const auto before = findings();
  const KnownFindings known{before};
  std::unordered_set<std::string_view> touched;
  for (const auto& change : changes) {
    tree.set(change.path, change.after);
    touched.insert(change.path);
  }
  auto after = findings();
  std::erase_if(after, [&](const Finding& finding) {
    const bool is_ours = touched.contains(finding.place.path);
    return finding.severity != Severity::error || known.have_like(finding) ||
           finding.rule == Rule::file_name ||  // a copy may have the file's name; that must not stop the undo
           (is_ours && finding.rule != Rule::duplicate_id && finding.rule != Rule::dangling_reference);
  });
  return after;
}

/// How many changes after this one stand.
std::int64_t standing_after(const std::vector<storage::Change>& changes, const storage::Change& change) {
  return std::count_if(changes.begin(), changes.end(),
                       [&](const storage::Change& later) { return later.number > change.number && !later.undone; });
}

Status reverse(Session& session, const Arguments& arguments, Reversal::Direction direction) {
  Writing writing{session, arguments};
  const auto root = session.root();
  const auto history = storage::history_of(root);
  const auto change = change_of(history, arguments, direction);
  const std::string number = std::to_string(change.number);
  if (change.is_emptied) {
    throw Refused{Status::findings, say("undo.emptied", number)}.with_hint(say("hint.log"));
  }
  auto tree = session.freeze();
  const auto inverse = storage::inverse_of(root, tree, change, direction);
  if (!inverse.changed_since.empty()) {
    Refused refused{Status::findings, say("undo.changed-since", number, shortened(inverse.changed_since))};
    const auto later = later_change(history.changes, change);
    throw std::move(refused).with_hint(later ? say("hint.undo-first", std::to_string(*later)) : say("hint.log"));
  }
  if (std::any_of(inverse.changes.begin(), inverse.changes.end(),
                  [](const storage::FileChange& one) { return one.path == storage::settings_path && !one.after; })) {
    throw Refused{Status::findings, say("undo.whole-program", number)};
  }
  auto errors = new_errors(session, std::move(tree), inverse.changes);
  // Errors of the records that come back are told, but do not stop the undo. Otherwise these records would be lost.
  const auto own = std::stable_partition(errors.begin(), errors.end(), [&](const Finding& finding) {
    return finding.rule != Rule::duplicate_id &&
           std::none_of(inverse.changes.begin(), inverse.changes.end(),
                        [&](const storage::FileChange& one) { return one.path == finding.place.path; });
  });
  const std::vector<Finding> told{std::make_move_iterator(own), std::make_move_iterator(errors.end())};
  errors.erase(own, errors.end());
  if (!errors.empty()) {
    Refused refused{Status::findings, direction == Reversal::Direction::undo ? say("undo.would-break", number)
                                                                             : say("redo.would-break", number)};
    refused.findings = std::move(errors);
    throw refused;
  }
  session.tell(told);
  writing.write(inverse.changes, Reversal{direction, change.number});
  if (!writing.is_dry()) {
    session.tell(direction == Reversal::Direction::undo
                     ? say("undo.done", number, session.words().moment(change.origin.moment), change.origin.command)
                     : say("redo.done", number, session.words().moment(change.origin.moment), change.origin.command));
    const std::int64_t later = standing_after(history.changes, change);
    if (direction == Reversal::Direction::undo && later != 0) {
      session.tell(say("undo.older", Count{later, key("noun.changes")}));
    }
  }
  return Status::done;
}

}  // namespace

const Command undo_command{
    .name = "undo",
    .russian = "отменить",
    .summary = key("help.undo.summary"),
    .description = key("help.undo.description"),
    .examples = key("help.undo.examples"),
    .options = undo_options,
    .writes = true,
    .run = [](Session& session,
              const Arguments& arguments) { return reverse(session, arguments, Reversal::Direction::undo); },
};

const Command redo_command{
    .name = "redo",
    .russian = "вернуть",
    .summary = key("help.redo.summary"),
    .description = key("help.redo.description"),
    .examples = key("help.redo.examples"),
    .options = redo_options,
    .writes = true,
    .run = [](Session& session,
              const Arguments& arguments) { return reverse(session, arguments, Reversal::Direction::redo); },
};

}  // namespace mentor::cli

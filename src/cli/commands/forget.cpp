#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <sstream>

#include "cli/references.hpp"
#include "cli/writing.hpp"
#include "language/unicode.hpp"
#include "mentor/forgetting.hpp"
#include "mentor/shell_word.hpp"
#include "render/escape.hpp"
#include "storage/change/history.hpp"
#include "storage/disk/git.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/upkeep/left_places.hpp"

namespace mentor::cli {

namespace {

/// The text of a file in UTF-8: a table with the person's data may be as Excel saved it. Nothing when nobody can tell
/// how it is encoded.
std::optional<std::string> in_utf8(std::string bytes) {
  const language::Encoding encoding = language::encoding_of(bytes);
  const bool is_known = encoding != language::Encoding::dos_866 && encoding != language::Encoding::unknown;
  return is_known ? std::optional{language::as_utf8(std::move(bytes))} : std::nullopt;
}

constexpr Option forgotten_person_argument{
    "PERSON", "", "", key("value.reference"), Arity::required, key("help.forget.person")};

constexpr std::array forget_options = {forgotten_person_argument};

/// Refuses to forget somebody whose pair has not ended.
void refuse_with_pair(const Session& session, const Program& program, const Participant& person) {
  const Pair* pair = pair_in_the_way(program, person.id, session.today());
  if (pair == nullptr) {
    return;
  }
  const std::string name = title_with_id(program, person, session.today());
  const std::string title = title_with_id(program, *pair, session.today());
  const std::string id = person.id.to_string();
  if (person.left && !pair->until) {  // leaving once more would not end it
    throw Refused{Status::findings, say("forget.pair-of-left", name, title, pair->id.to_string())};
  }
  throw Refused{Status::findings, person.left && pair->until ? say("forget.pair-ends", name, title, *pair->until, id)
                                                             : say("forget.pair", name, title, id)};
}

/// Refuses when records cannot be read: any of them may be about the person.
void refuse_unread(const Program& program) {
  const auto count = static_cast<std::int64_t>(program.unreadable_count());
  if (count > 0) {
    throw Refused{Status::unreadable, say("forget.unreadable", Count{count, key("noun.records-not-read")})};
  }
}

/// What may stay of a command line: the name of the command.
std::string verb_of(const std::string& command_line) {
  std::istringstream words{command_line};
  std::string word;
  while (words >> word) {
    for (const Command* command : all_commands()) {
      if (word == command->name || word == command->russian) {
        return "mentor " + word;
      }
    }
  }
  return "mentor";
}

/// The paths that a shell takes as they are, each once.
std::string plain_paths(const std::vector<storage::FileChange>& changes, const storage::LeftPlaces& left) {
  std::set<std::string> paths;
  const auto add = [&](const std::string& path) {
    if (shell_word(path) == path && !path.starts_with('.')) {
      paths.insert(path);
    }
  };
  for (const auto& change : changes) {
    add(change.path);
    for (const std::string& record : change.records) {  // what is packed now stood in a file of its own before
      add(record + std::string{record_extension});
    }
  }
  for (const auto& place : left.places) {
    add(place.path);
  }
  std::string joined;
  for (const std::string& path : paths) {
    joined.append(" ").append(path);
  }
  return joined;
}

/// Tells how to take the former texts out of git's history: out of every commit but the last.
void tell_about_git(const Session& session, const std::string& id, const std::string& paths) {
  session.tell(say("forget.git"));
  session.tell_to_copy("git add -A && git commit -m 'mentor forget " + id + "'");
  session.tell_to_copy(
      "FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch --tag-name-filter cat --index-filter "
      "\"test \\$GIT_COMMIT = $(git rev-parse HEAD) || git rm -q --cached --ignore-unmatch --" +
      paths + "\" -- --all");
  session.tell_to_copy(
      "git for-each-ref --format='delete %(refname)' refs/original | git update-ref --stdin && "
      "git reflog expire --expire=now --all && git gc --prune=now");
  session.tell(say("forget.git-clones"));
}

void tell_what_is_left(const Session& session, const storage::LeftPlaces& left,
                       const std::vector<std::string>& unreadable) {
  for (const auto& place : left.places) {
    session.world().out << render::visible(place.line == 0
                                               ? place.path
                                               : place.path + ':' + std::to_string(place.line) + ": " + place.text)
                        << '\n';
  }
  const auto count = static_cast<std::int64_t>(left.places.size());
  session.tell(count == 0 ? say("forget.nowhere") : say("forget.places", Count{count, key("noun.places")}));
  if (!left.unknown.empty()) {
    session.tell_always(say("forget.unknown", shortened(left.unknown)));
  }
  if (!unreadable.empty()) {
    session.tell_always(say("forget.log-unreadable", Texts{unreadable}));
  }
}

Status run_forget(Session& session, const Arguments& arguments) {
  const auto reference = references_of(session, arguments, forgotten_person_argument).front();
  Writing writing{session, arguments};
  const auto tree = session.freeze();
  const auto loaded = writing.load(tree);
  const Program& program = loaded.program;
  const auto& stored = one_place(program, find_record<Participant>(session, loaded, reference), arguments);
  const Participant& person = stored.record;
  const std::string id = person.id.to_string();
  if (person.forgotten) {
    session.tell(say("forget.already", title_with_id(program, person, session.today()), *person.forgotten));
    return Status::done;
  }
  refuse_with_pair(session, program, person);
  if (!person.left || session.today() < *person.left) {
    throw Refused{Status::findings, say("forget.not-left", title_with_id(program, person, session.today()), id)};
  }
  refuse_unread(program);

  const std::string name = title_with_id(program, person, session.today());
  const Traces traces{program, person, session.fold()};
  const Oblivion oblivion = forget(program, stored, session.today());
  const auto lowered = storage::file_changes(oblivion.edits, tree);
  if (!lowered.findings.empty()) {
    Refused refused{Status::findings, {}};
    refused.findings = lowered.findings;
    throw refused;
  }
  auto log = storage::log_about(
      session.root(), oblivion.records,
      [&](std::string_view text, std::string_view path) {
        const bool is_sheet = path.starts_with(folder_of<Survey>);
        return traces.are_in_lines(text, path) || (!path.empty() && has_id(text, id)) ||
               (is_sheet && is_sheet_of(program, person, text));
      },
      verb_of);
  const auto left = storage::places_left(
      session.root(), lowered.changes,
      {.in_utf8 = in_utf8,
       .may_be_in = [&](std::string_view text) { return traces.may_be_in(text); },
       .is_in = [&](std::string_view line, std::string_view path) { return traces.are_in(line, path); }});
  const auto lost = std::count_if(log.forgetting.entries.begin(), log.forgetting.entries.end(),
                                  [](const storage::Emptied& entry) { return !entry.keeps_patches; });
  const auto others = static_cast<std::int64_t>(oblivion.records.size()) - 1;
  writing.forget(lowered.changes, std::move(log.forgetting), "mentor forget " + id);

  session.tell(say(writing.is_dry() ? key("forget.trial") : key("forget.done"), name));
  if (others > 0) {
    session.tell(say("forget.records", Count{others, key("noun.records")}));
  }
  if (lost > 0) {
    session.tell(say(writing.is_dry() ? key("forget.log-dry") : key("forget.log"),
                     Count{static_cast<std::int64_t>(lost), key("noun.changes")}));
  }
  tell_what_is_left(session, left, log.unreadable);
  if (!writing.is_dry() && storage::is_kept_in_git(session.root())) {
    tell_about_git(session, id, plain_paths(lowered.changes, left));
  }
  return Status::done;
}

}  // namespace

const Command forget_command{
    .name = "forget",
    .russian = "забыть",
    .summary = key("help.forget.summary"),
    .description = key("help.forget.description"),
    .examples = key("help.forget.examples"),
    .options = forget_options,
    .writes = true,
    .run = run_forget,
};

}  // namespace mentor::cli

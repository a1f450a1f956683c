#include "writing.hpp"

#include <algorithm>
#include <iterator>

#include "mentor/begun_demands.hpp"
#include "program_edit.hpp"
#include "references.hpp"
#include "render/diff.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/first_records.hpp"
#include "understood.hpp"

namespace mentor::cli {

std::chrono::milliseconds lock_timeout(const Arguments& arguments) {
  constexpr int usual_seconds = 10;
  constexpr int most_seconds = 86400;
  const auto typed = arguments.one(lock_timeout_option);
  if (!typed) {
    return std::chrono::seconds{usual_seconds};
  }
  const bool digits =
      !typed->empty() && typed->size() <= 6 && typed->find_first_not_of("0123456789") == std::string::npos;
  if (!digits || std::stoi(*typed) > most_seconds) {
    throw Refused{Status::usage,
                  say("usage.wrong-value", typed_name(lock_timeout_option), *typed, Phrase{key("expected.seconds")})};
  }
  return std::chrono::seconds{std::stoi(*typed)};
}

Writing::Writing(Session& session, const Arguments& arguments)
    : session_(session), dry_(arguments.has(dry_run_option)), strict_(arguments.has(strict_option)) {
  const auto timeout = lock_timeout(arguments);
  if (!dry_) {
    store_.emplace(session.root(), timeout);
    session.tell(store_->recovered());
  }
}

storage::Loaded Writing::load(const storage::Scope& scope) const { return require_newest_schema(session_.load(scope)); }

storage::Loaded Writing::load(const storage::FrozenTree& tree) const {
  return require_newest_schema(session_.load(tree));
}

storage::Loaded Writing::require_newest_schema(storage::Loaded loaded) {
  if (loaded.schema < storage::newest_schema) {
    throw Refused{Status::findings,
                  say("older-schema.older", std::int64_t{loaded.schema}, std::int64_t{storage::newest_schema})};
  }
  return loaded;
}

void Writing::write(const std::vector<storage::FileChange>& changes, const std::optional<storage::Reversal>& reversal) {
  if (dry_) {
    show_changes(session_, changes);
  } else {
    session_.with_progress(
        [&](const storage::Progress& progress) { store_->apply(changes, session_.origin(), reversal, progress); });
    session_.world().has_changed = session_.world().has_changed || !changes.empty();
  }
}

void Writing::forget(const std::vector<storage::FileChange>& changes, storage::Forgetting forgetting,
                     const std::string& command) {
  if (dry_) {
    show_changes(session_, changes);
    return;
  }
  session_.with_progress([&](const storage::Progress& progress) {
    store_->forget(changes, {session_.origin().moment, command}, std::move(forgetting), progress);
  });
  session_.world().has_changed = true;
}

namespace {

/// The ids of the records that the edits make.
std::vector<std::string> ids_of_new(const Edits& edits) {
  std::vector<std::string> ids;
  for (const Edit& edit : edits) {
    if (const auto* created = std::get_if<CreateRecord>(&edit)) {
      ids.push_back(std::visit([](const auto& record) { return record.id.to_string(); }, created->record));
    }
  }
  return ids;
}

[[noreturn]] void refuse(const std::vector<Finding>& findings, const std::vector<std::string>& new_ids,
                         bool are_of_rows) {
  Refused refused{Status::findings, {}};
  refused.findings = findings;
  refused.not_made = new_ids;
  refused.are_of_rows = are_of_rows;
  throw refused;
}

}  // namespace

void Writing::make(storage::Loaded loaded, Edits edits, const std::vector<Message>& said, std::vector<Finding> known) {
  raise(loaded.program.model(), known);
  std::optional<Message> what;
  BegunDemands begun;
  if (session_.says_what_it_did() && !dry_ && !edits.empty()) {
    what = understood(loaded.program, edits, session_.today(), session_.words());
    begun = begun_by(loaded.program, edits);
  }
  const auto new_ids = ids_of_new(edits);
  auto proposal = propose(std::move(loaded.program), std::move(edits), session_.today(), session_.fold());
  std::move(known.begin(), known.end(), std::back_inserter(proposal.findings));
  place_in_rows(proposal.findings);
  sort_findings(proposal.findings);
  if (has_errors(proposal.findings) || (strict_ && has_unaccepted(proposal.findings))) {
    name_rows(proposal.findings);
    refuse(proposal.findings, new_ids, !origins_.empty());
  }
  auto lowered = storage::file_changes(proposal.edits, storage::WorkingTree{session_.root()});
  if (!lowered.findings.empty()) {
    place_in_rows(lowered.findings);
    refuse(lowered.findings, new_ids, !origins_.empty());
  }
  write(lowered.changes);
  if (!dry_) {
    print_new_ids(proposal.edits);
  }
  session_.tell(proposal.findings);
  if (lowered.changes.empty()) {
    session_.tell(say("write.nothing"));
  } else if (what && says_it_once_) {
    session_.tell(say("write.changed-said", session_.words().say(said.front())));
  } else if (what) {
    session_.tell(*what);
  }
  for (const Message& message : what&& says_it_once_ ? std::vector<Message>{} : said) {
    session_.tell(message);
  }
  if (!lowered.changes.empty() && !begun.is_empty()) {
    tell(begun);
  }
}

BegunDemands Writing::begun_by(const Program& before, const Edits& edits) const {
  BegunDemands begun = answered_by_new(edits, before.model(), session_.today());
  for_each_kind([&]<class Record>(Record*) {
    const auto is_begun = [&] { return begun.kinds().template has<Record>(); };
    const auto is_enough = [&](const Record& record) {
      begun.remove(answered_by(record, before.model(), session_.today()));
      return !is_begun();
    };
    const auto& known = before.all<Record>();
    if (is_begun() && known.size() != 0) {  // then it was read as a whole
      std::for_each(known.begin(), known.end(), [&](const auto& stored) { is_enough(stored.record); });
    } else if (is_begun()) {
      storage::read_until<Record>(storage::WorkingTree{session_.root()}, before.model(), is_enough);
    }
  });
  return begun;
}

void Writing::tell(const BegunDemands& begun) const {
  const auto after = session_.load_quietly(storage::Scope::of(kinds_to_say(begun)).for_figures());
  for (const Message& message : say_begun(begun, after.program, session_.today())) {
    session_.tell(message);
  }
}

void Writing::place_in_rows(std::vector<Finding>& findings) const {
  for (Finding& finding : findings) {
    const auto origin = finding.about.empty() ? origins_.end() : origins_.find(finding.about.front());
    if (finding.place.path.empty() && origin != origins_.end()) {
      const Place& place = origin->second;
      finding.place = {place.path, place.line, place.column, std::move(finding.place.field), {}};
    }
  }
}

void Writing::name_rows(std::vector<Finding>& findings) const {
  for (Finding& finding : findings) {
    for (std::size_t index = 1; index < finding.about.size(); ++index) {
      const std::string& id = finding.about[index];
      const auto origin = origins_.find(id);
      const std::string sentence = session_.words().say(finding.message);
      if (origin != origins_.end() && sentence.find(id) != std::string::npos) {
        finding.message = say("add.row", Label{sentence, sentence}, id, std::int64_t{origin->second.line});
      }
    }
  }
}

void Writing::print_new_ids(const Edits& edits) const {
  if (!prints_ids_) {
    return;
  }
  for (const Edit& edit : edits) {
    if (const auto* created = std::get_if<CreateRecord>(&edit)) {
      session_.world().out << std::visit([](const auto& record) { return record.id.to_string(); }, created->record)
                           << '\n';
    }
  }
}

template <class Record>
std::string Writing::new_id(const Program& program, const Arguments& arguments) const {
  if (const auto asked = arguments.one(id_option)) {
    if (means_last(*asked)) {
      throw Refused{Status::findings, say("field-value.id-is-last", *asked)};
    }
    if (means_program(*asked)) {
      throw Refused{Status::findings, say("field-value.id-is-program", *asked)};
    }
    if (storage::is_reserved_on_windows(*asked)) {
      throw Refused{Status::findings, say("field-value.reserved-id", *asked)};
    }
    return *asked;
  }
  return random_id<Record>(program).to_string();
}

template <class Record>
Id<Record> Writing::random_id(const Program& program) const {
  while (true) {
    const std::string text = id_from_number(session_.world().random());
    const auto id = *Id<Record>::parse(text);
    const auto& table = program.all<Record>();
    if (table.find(id) == nullptr && !table.is_unknown(text)) {
      return id;
    }
  }
}

/// The instances of every kind.
template <class... Records>
auto instances_of_writing(std::tuple<Records...>) {
  return std::tuple{&Writing::new_id<Records>..., &Writing::random_id<Records>...};
}
template auto instances_of_writing(Kinds);

void require_all_read(const Program& program, KindSet kinds) {
  std::size_t count = 0;
  for_each_kind([&]<class Record>(Record*) {
    count += kinds.template has<Record>() ? program.all<Record>().unreadable().size() : 0;
  });
  if (count > 0) {
    throw Refused{Status::unreadable,
                  say("write.unread", Count{static_cast<std::int64_t>(count), key("noun.records-not-read")})}
        .with_hint(say("hint.check"));
  }
}

std::string shortened(const std::vector<std::string>& names) {
  constexpr std::size_t most_shown = 3;
  std::string line;
  for (std::size_t index = 0; index < std::min(most_shown, names.size()); ++index) {
    line.append(index == 0 ? "" : ", ").append(names[index]);
  }
  return names.size() <= most_shown ? line : line + " … (" + std::to_string(names.size()) + ')';
}

void show_changes(const Session& session, const std::vector<storage::FileChange>& changes) {
  for (const auto& change : changes) {
    render::diff(session.world().out, change.path, change.before, change.after, session.colors_out());
  }
}

}  // namespace mentor::cli

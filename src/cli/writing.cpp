#include "writing.hpp"

#include "render/diff.hpp"

namespace mentor::cli {

std::chrono::milliseconds lock_timeout(const Arguments& arguments) {
  constexpr int usual_seconds = 10;
  constexpr int most_seconds = 86400;
  const auto typed = arguments.one("--lock-timeout");
  if (!typed) {
    return std::chrono::seconds{usual_seconds};
  }
  const bool digits =
      !typed->empty() && typed->size() <= 6 && typed->find_first_not_of("0123456789") == std::string::npos;
  if (!digits || std::stoi(*typed) > most_seconds) {
    throw Refused{Status::usage,
                  say("usage.wrong-value", std::string{"--lock-timeout"}, *typed, Phrase{key("expected.seconds")})};
  }
  return std::chrono::seconds{std::stoi(*typed)};
}

Writing::Writing(Session& session, const Arguments& arguments)
    : session_(session), dry_(arguments.has("--dry-run")), strict_(arguments.has("--strict")) {
  const auto timeout = lock_timeout(arguments);
  if (!dry_) {
    lock_.emplace(session.root(), timeout);
  }
}

void Writing::write(const std::vector<storage::FileChange>& changes) const {
  if (dry_) {
    show_changes(session_, changes);
  } else {
    storage::apply(session_.root(), changes);
  }
}

template <class Record>
void Writing::create(storage::Loaded loaded, Record record) {
  const std::string id = record.id.to_string();
  const Proposal proposal =
      propose_record(std::move(loaded.program), std::move(record), session_.today(), session_.fold());
  if (has_errors(proposal.findings) || (strict_ && !proposal.findings.empty())) {
    Refused refused{Status::findings, {}};
    refused.findings = proposal.findings;
    throw refused;
  }
  session_.tell(proposal.findings);
  const auto changes = storage::file_changes(proposal.edits);
  write(changes);
  if (!dry_) {
    session_.world().out << id << '\n';
    if (session_.world().err_is_terminal) {  // a script wants the id alone, a person wants to see that it went well
      session_.tell(say("write.done", changes.front().path));
    }
  }
}

template void Writing::create(storage::Loaded, Participant);
template void Writing::create(storage::Loaded, Pair);
template void Writing::create(storage::Loaded, Activity);

template <class Record>
std::string Writing::new_id(const Program& program, const Arguments& arguments) const {
  if (const auto asked = arguments.one("--id")) {
    return *asked;
  }
  while (true) {
    std::string id = id_from_number(session_.world().random());
    const auto& table = program.all<Record>();
    if (table.find(*Id<Record>::parse(id)) == nullptr && !table.is_unreadable(id)) {
      return id;
    }
  }
}

template std::string Writing::new_id<Participant>(const Program&, const Arguments&) const;
template std::string Writing::new_id<Pair>(const Program&, const Arguments&) const;
template std::string Writing::new_id<Activity>(const Program&, const Arguments&) const;

void show_changes(const Session& session, const std::vector<storage::FileChange>& changes) {
  for (const auto& change : changes) {
    render::diff(session.world().out, change.path, change.before, change.after, session.colors_out());
  }
}

std::optional<std::string> date_scalar(const std::optional<std::string>& typed, Date today) {
  const auto date = typed ? date_from_input(*typed, today) : std::nullopt;
  return date ? date->to_string() : typed;
}

}  // namespace mentor::cli

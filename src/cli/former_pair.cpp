#include "former_pair.hpp"

#include <algorithm>

#include "mentor/resolve.hpp"
#include "references.hpp"

namespace mentor::cli {

namespace {

constexpr std::string_view continues = "continues";

const Stored<Pair>& former_pair(const Session& session, const storage::Loaded& loaded, const std::string& reference) {
  auto pairs = means_last(reference) ? std::vector<const Stored<Pair>*>{}
                                     : resolve<Pair>({loaded.program, session.today(), session.fold()}, reference);
  std::erase_if(pairs, [&](const auto* stored) { return !is_counted(stored->record, loaded.program.model()); });
  const auto goes_alike = [&](const Stored<Pair>* stored) {
    return stored->record.mentee == pairs.front()->record.mentee && stored->record.form == pairs.front()->record.form;
  };
  if (pairs.empty() || !std::all_of(pairs.begin(), pairs.end(), goes_alike)) {
    return find_record<Pair>(session, loaded, reference);  // tells which there are
  }
  return **std::max_element(pairs.begin(), pairs.end(),
                            [](const auto* one, const auto* other) { return one->record.from < other->record.from; });
}

/// Why the former pair ends: its mentor was replaced, or it goes on. Null when the model has no such reason.
const Reason* reason_to_go_on(const Model& model, bool has_other_mentor) {
  const auto id = Id<Reason>::parse(has_other_mentor ? "mentor-replaced" : "extended");
  const Reason* reason = model.find(*id);
  return reason != nullptr && reason->outcome == Outcome::continued ? reason : nullptr;
}

}  // namespace

void take_from_former_pair(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  const auto found = typed.find(continues);
  if (found == typed.end()) {
    return;
  }
  const Pair& former = former_pair(session, loaded, found->second.front()).record;
  found->second = {former.id.to_string()};
  for (const auto& field : fields<Pair>()) {
    static constexpr std::array<std::string_view, 7> taken = {"form", "mentor",    "mentee", "role-model",
                                                              "kind", "practices", "goal"};
    auto scalars = field.scalars(former);
    if (std::find(taken.begin(), taken.end(), field.name) != taken.end() && !scalars.empty()) {
      typed.try_emplace(field.name, std::move(scalars));
    }
  }
}

std::optional<ChangeRecord> end_of_former_pair(const Session& session, const Program& program, const Pair& pair,
                                               std::vector<Message>& said) {
  const auto* stored = pair.continues ? program.all<Pair>().find(*pair.continues) : nullptr;
  if (stored == nullptr || !pair.is_agreed() || !stored->record.is_agreed()) {
    return std::nullopt;
  }
  const Date last = pair.from.day().plus_days(-1);
  Pair former = stored->record;
  if ((former.until && *former.until <= last) || last < former.from || former.reason) {
    return std::nullopt;  // it has ended, or a rule tells what is wrong
  }
  former.until = last;
  std::vector<std::string_view> changed{"until"};
  const std::string title = title_with_id(program, former, session.today());
  if (const Reason* reason = reason_to_go_on(program.model(), former.mentor != pair.mentor)) {
    former.reason = reason->id;
    changed.emplace_back("reason");
    said.push_back(say("pair.former-ended", title, last, reason->label));
  } else {
    said.push_back(say("pair.former-ended-so", title, last));
  }
  return ChangeRecord{std::move(former), location_of(program, *stored), std::move(changed)};
}

}  // namespace mentor::cli

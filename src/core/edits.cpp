#include "mentor/edits.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <tuple>

#include "around.hpp"
#include "references.hpp"
#include "searching_rules.hpp"

namespace mentor {

namespace {

/// Finds required fields that the record leaves empty. The finding names no file, since it is about what was asked for.
template <class Record>
void find_missing(const Record& record, std::vector<Finding>& findings) {
  for (const std::size_t index : missing_fields(record)) {
    const auto& field = fields<Record>()[index];
    const std::string name{field.name};
    findings.push_back(
        {Rule::field_missing,
         Severity::error,
         {.field = name},
         say("field-missing.empty", typed_name(field), Label{std::string{field.help.ru}, std::string{field.help.en}}),
         {record.id.to_string()}});
  }
}

/// A record of any kind that the program holds, and that an edit changes.
template <class Record>
using ChangedPointer = Stored<Record>*;
using AnyChanged = OfEachKind<std::variant, ChangedPointer>;

/// Applies the edits of one command to a program.
class Applying {
 public:
  Applying(Program& program, const Edits& edits, const RuleContext& context) : program_(program), context_(context) {
    for_each<ChangeRecord>(edits, [&](const ChangeRecord& edit, const auto& record) {
      changed_.push_back({&edit, chosen(record, edit.location)});
    });
    note_searched(edits);
    const auto before = findings_around_changes();
    for (const Changed& changed : changed_) {
      std::visit([&](const auto* stored) { refuse_settled(*stored, *changed.edit); }, changed.stored);
    }
    for (const Changed& changed : changed_) {
      std::visit([&](auto* stored) { change(*stored, *changed.edit); }, changed.stored);
    }
    for_each<RemoveRecord>(edits, [&](const RemoveRecord& edit, const auto& record) { remove(record, edit.location); });
    for_each<CreateRecord>(edits, [&]<class Record>(const CreateRecord&, const Record& record) {
      created_.emplace_back(&program_.all<Record>().add({.record = record}));
    });
    find_new(KnownFindings{before});
    for_each<RemoveRecord>(edits, [&](const RemoveRecord&, const auto& record) { find_left(record); });
    find_unread();
  }

  std::vector<Finding> take() { return std::move(findings_); }

 private:
  struct Changed {
    const ChangeRecord* edit;
    AnyChanged stored;
  };

  /// Calls `visit` with each edit of one sort, and with its record.
  template <class Wanted, class Visit>
  static void for_each(const Edits& edits, Visit visit) {
    for (const Edit& edit : edits) {
      if (const auto* wanted = std::get_if<Wanted>(&edit)) {
        std::visit([&](const auto& record) { visit(*wanted, record); }, wanted->record);
      }
    }
  }

  /// Finds the record to change and makes it a proposal. If other records have the same id, the id now names this one,
  /// even if another one comes first.
  template <class Record>
  Stored<Record>* chosen(const Record& record, const Location& location) {
    auto* stored = program_.all<Record>().prefer(record.id, [&](const auto& one) { return stands_at(one, location); });
    if (stored == nullptr) {
      throw std::logic_error{"no such record to change: " + location.path};
    }
    stored->file = Stored<Record>::nowhere;
    return stored;
  }

  template <class Record>
  bool stands_at(const Stored<Record>& stored, const Location& location) const {
    if (!stored.is_proposed()) {
      return stored.line == location.line && program_.path(stored) == location.path;
    }
    return std::any_of(changed_.begin(), changed_.end(), [&](const Changed& changed) {
      const auto* const* one = std::get_if<Stored<Record>*>(&changed.stored);
      const Location& there = changed.edit->location;
      return one != nullptr && *one == &stored && there.line == location.line && there.path == location.path;
    });
  }

  template <class Record>
  static void change(Stored<Record>& stored, const ChangeRecord& edit) {
    const auto& record = std::get<Record>(edit.record);
    for (const std::string_view name : edit.fields) {
      const auto& field = fields<Record>()[field_index<Record>(name)];
      const auto scalars = field.scalars(record);
      if (scalars.empty()) {
        field.clear(stored.record);
      } else {
        field.set(stored.record, std::vector<std::string_view>{scalars.begin(), scalars.end()});
      }
    }
  }

  /// Refuses to change a settled field of a record that a record with a day names: what was done would then have been
  /// done by others.
  template <class Record>
  void refuse_settled(const Stored<Record>& stored, const ChangeRecord& edit) {
    const auto& record = std::get<Record>(edit.record);
    for (const std::string_view name : edit.fields) {
      const auto& field = fields<Record>()[field_index<Record>(name)];
      if (!field.settled || field.scalars(record) == field.scalars(stored.record)) {
        continue;
      }
      std::int64_t count = 0;
      for_each_referrer(program_, RecordKey::of(record),
                        [&](const Referrer& referrer) { count += referrer.has_day ? 1 : 0; });
      if (count > 0) {
        findings_.push_back({Rule::field_value,
                             Severity::error,
                             {.field = std::string{name}},
                             say("edits.settled", typed_name(field), Count{count, key("noun.activities")},
                                 stored.record.id.to_string()),
                             {stored.record.id.to_string()}});
      }
    }
  }

  template <class Record>
  void remove(const Record& record, const Location& location) {
    program_.all<Record>().remove_if(
        [&](const auto& stored) { return stored.record.id == record.id && stands_at(stored, location); });
  }

  void add(std::vector<Finding> found) { std::move(found.begin(), found.end(), std::back_inserter(findings_)); }

  /// Notes of which kinds the edits change or remove records. A new record says itself what is wrong with it.
  void note_searched(const Edits& edits) {
    const auto note = [&]<class Record>(const auto&, const Record&) { searched_ = searched_ | KindSet::of<Record>(); };
    for_each<ChangeRecord>(edits, note);
    for_each<RemoveRecord>(edits, note);
  }

  std::vector<Finding> findings_around_changes() const {
    std::vector<Finding> findings = check_searching(context_, searched_);
    for (Finding& finding : findings) {
      if (!finding.place.path.empty()) {  // it is about a record that the edits do not touch, so it refuses nothing
        finding.severity = std::max(finding.severity, Severity::warning);
      }
    }
    std::vector<AnyStored> changed;
    changed.reserve(changed_.size());
    for (const Changed& one : changed_) {
      std::visit([&](const auto* stored) { changed.emplace_back(stored); }, one.stored);
    }
    if (!changed.empty()) {
      auto found = check_around(context_, changed);
      std::move(found.begin(), found.end(), std::back_inserter(findings));
    }
    return findings;
  }

  /// Finds what is wrong with new records, what the changes make wrong, and what is wrong with the changed fields. It
  /// leaves out what is `known` from before, unless it is about a changed field.
  void find_new(const KnownFindings& known) {
    auto around = findings_around_changes();
    std::erase_if(around,
                  [&](const Finding& finding) { return !is_about_change(finding) && known.have_like(finding); });
    add(std::move(around));
    const auto require_all = [&](const auto* stored) { find_missing(stored->record, findings_); };
    std::vector<AnyStored> created;
    created.reserve(created_.size());
    for (const AnyChanged& one : created_) {
      std::visit([&](const auto* stored) { created.emplace_back(stored); }, one);
      std::visit(require_all, one);
    }
    add(check_records(context_, created));
    for (const Changed& changed : changed_) {
      std::visit(require_all, changed.stored);
    }
  }

  bool is_about_change(const Finding& finding) const {
    return finding.place.path.empty() && std::any_of(changed_.begin(), changed_.end(), [&](const Changed& changed) {
             const auto& names = changed.edit->fields;
             return std::find(names.begin(), names.end(), finding.place.field) != names.end() &&
                    std::visit([&](const auto* one) { return finding.about.front() == one->record.id.to_string(); },
                               changed.stored);
           });
  }

  /// Finds the records that still name a removed one.
  template <class Record>
  void find_left(const Record& record) {
    if (program_.find(record.id) != nullptr) {
      return;  // another file has a record with this id
    }
    kinds_of_referrers_ = kinds_of_referrers_ | kinds_naming(kind_index<Record>());
    find_naming(RecordKey::of(record), title_of(program_, record, context_.today));
  }

  void find_naming(const RecordKey& removed, const std::string& title) {
    const std::string id = removed.id.to_string();
    for_each_referrer(program_, removed, [&](const Referrer& referrer) {
      findings_.push_back({Rule::dangling_reference,
                           Severity::error,
                           referrer.place,
                           say("dangling-reference.still", std::string{referrer.field.name}, id, title),
                           {referrer.id, id}});
    });
  }

  /// Warns when there are records that cannot be read and that may name a removed one.
  void find_unread() {
    std::size_t unread = 0;
    for_each_kind([&]<class Record>(Record*) {
      const auto& table = program_.all<Record>();
      unread += kinds_of_referrers_.has<Record>() ? table.unreadable().size() + table.passed_over().size() : 0;
    });
    if (unread > 0) {
      findings_.push_back(
          {Rule::dangling_reference,
           Severity::warning,
           {},
           say("dangling-reference.unknown", Count{static_cast<std::int64_t>(unread), key("noun.records-not-read")}),
           {}});
      raise(program_.model(), std::span{&findings_.back(), 1});
    }
  }

  Program& program_;
  RuleContext context_;
  std::vector<Changed> changed_;
  std::vector<AnyChanged> created_;
  KindSet searched_;            // the kinds of which the edits change or remove records
  KindSet kinds_of_referrers_;  // the kinds that may name a removed record
  std::vector<Finding> findings_;
};

/// Finds where the edits of one command contradict each other.
class Contradictions {
 public:
  std::vector<Finding> of(const Edits& edits) && {
    for (const Edit& edit : edits) {
      std::visit([&](const auto& one) { std::visit([&](const auto& record) { note(one, record); }, one.record); },
                 edit);
    }
    return std::move(findings_);
  }

 private:
  /// What shall become of one record.
  struct Wanted {
    bool stays = false;
    bool goes = false;
    std::map<std::string_view, std::vector<std::string>> values;  // by field
  };

  template <class Record>
  void note(const CreateRecord&, const Record& record) {
    Wanted& wanted = wanted_of(record, {});
    if (wanted.stays) {
      refuse(record, "id", say("edits.two-records", record.id.to_string()));
    }
    wanted.stays = true;
  }

  template <class Record>
  void note(const RemoveRecord& edit, const Record& record) {
    Wanted& wanted = wanted_of(record, edit.location);
    wanted.goes = true;
    refuse_removal_of_changed(record, wanted);
  }

  template <class Record>
  void note(const ChangeRecord& edit, const Record& record) {
    Wanted& wanted = wanted_of(record, edit.location);
    wanted.stays = true;
    refuse_removal_of_changed(record, wanted);
    for (const std::string_view name : edit.fields) {
      const auto& field = fields<Record>()[field_index<Record>(name)];
      const auto scalars = field.scalars(record);
      const auto [known, is_new] = wanted.values.emplace(name, scalars);
      if (!is_new && known->second != scalars) {
        refuse(record, name, say("edits.two-values", typed_name(field), Texts{known->second}, Texts{scalars}));
      }
    }
    for (const OwnField& field : edit.own) {
      const Texts texts{field.texts};
      const auto [known, is_new] = wanted.values.emplace(field.name, texts);
      if (!is_new && known->second != texts) {
        refuse(record, field.name, say("edits.two-values", field.name, Texts{known->second}, texts));
      }
    }
  }

  template <class Record>
  Wanted& wanted_of(const Record& record, const Location& location) {
    return wanted_[{folder_of<Record>, record.id.to_string(), location.path, location.line}];
  }

  template <class Record>
  void refuse_removal_of_changed(const Record& record, const Wanted& wanted) {
    if (wanted.stays && wanted.goes) {
      refuse(record, "id", say("edits.removed-too", record.id.to_string()));
    }
  }

  template <class Record>
  void refuse(const Record& record, std::string_view field, Message message) {
    findings_.push_back({Rule::field_value,
                         Severity::error,
                         {.field = std::string{field}},
                         std::move(message),
                         {record.id.to_string()}});
  }

  std::map<std::tuple<std::string_view, std::string, std::string, std::uint32_t>, Wanted> wanted_;
  std::vector<Finding> findings_;
};

/// What people call each record of the edits, by id. It is the title from before the change, since people know the
/// record by that one.
std::map<std::string, std::string> titles_of(const Program& program, const Edits& edits, Date today) {
  std::map<std::string, std::string> titles;
  const auto add = [&](const auto& record) {
    const auto* known = program.find(record.id);
    titles.emplace(record.id.to_string(), title_with_id(program, known != nullptr ? *known : record, today));
  };
  for (const Edit& edit : edits) {
    std::visit([&](const auto& one) { std::visit(add, one.record); }, edit);
  }
  return titles;
}

/// If the edits are about several records, says of each finding without a path which of them it is about.
void name_records(const std::map<std::string, std::string>& titles, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (titles.size() < 2 || !finding.place.path.empty() || finding.about.empty()) {
      continue;
    }
    if (const auto title = titles.find(finding.about.front()); title != titles.end()) {
      finding.place.record = title->second;
    }
  }
}

}  // namespace

Proposal propose(Program program, Edits edits, Date today, const Fold& fold) {
  const auto titles = titles_of(program, edits, today);
  Proposal proposal{.edits = {}, .findings = Contradictions{}.of(edits)};
  if (proposal.findings.empty()) {
    proposal.findings = Applying{program, edits, {program, today, fold}}.take();
  }
  name_records(titles, proposal.findings);
  sort_findings(proposal.findings);
  if (!has_errors(proposal.findings)) {
    proposal.edits = std::move(edits);
  }
  return proposal;
}

}  // namespace mentor

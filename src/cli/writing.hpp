/// The steps that every writing command shares: take the lock, read, let the rules judge, then show or write.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mentor/edits.hpp"
#include "session.hpp"
#include "storage/changes.hpp"
#include "storage/store.hpp"
#include "values.hpp"

namespace mentor::cli {

/// Gathers the fields of a new record from what was typed. What cannot be stored is a finding about its option, and
/// all of them are told at once.
template <class Record>
class RecordBuilder {
 public:
  /// Sets a field from scalars as they would stand in the file.
  void set(std::string_view name, const std::vector<std::string>& scalars) {
    const auto& field = fields<Record>()[field_index<Record>(name)];
    if (const Expected refused = field.set(record_, scalars); !refused.empty()) {
      std::string shown;
      for (const auto& scalar : scalars) {
        shown += (shown.empty() ? "" : ", ") + scalar;
      }
      refuse(name, say("field-value.wrong", std::string{name}, shown, Phrase{refused}));
    }
  }
  void set(std::string_view name, const std::optional<std::string>& scalar) {
    const bool optional = fields<Record>()[field_index<Record>(name)].presence == Presence::optional;
    if (scalar && !(optional && scalar->empty())) {  // an optional field that is given empty is left out
      set(name, std::vector{*scalar});
    }
  }
  void refuse(std::string_view name, Message message) {
    findings_.push_back({Rule::field_value, Severity::error, {.field = std::string{name}}, std::move(message), {}});
  }

  /// The record, when nothing was refused; else throws `Refused` with all findings.
  Record take() {
    if (!findings_.empty()) {
      Refused refused{Status::findings, {}};
      refused.findings = std::move(findings_);
      throw refused;
    }
    return std::move(record_);
  }

 private:
  Record record_{};
  std::vector<Finding> findings_;
};

/// How long to wait for other writers: `--lock-timeout`, else ten seconds.
std::chrono::milliseconds lock_timeout(const Arguments& arguments);

/// Writes under the lock. With `--dry-run` no lock is taken and nothing is written.
class Writing {
 public:
  /// Takes the lock of the session's program.
  Writing(Session& session, const Arguments& arguments);

  bool is_dry() const { return dry_; }

  /// Checks the record among the program's others and writes it, or shows what would be written. Throws `Refused` with
  /// the findings when a rule forbids it.
  template <class Record>
  void create(storage::Loaded loaded, Record record);

  /// The id that was asked for, or a random one that is free; nothing refused here.
  template <class Record>
  std::string new_id(const Program& program, const Arguments& arguments) const;

 private:
  void write(const std::vector<storage::FileChange>& changes) const;

  Session& session_;
  bool dry_;
  bool strict_;
  std::optional<storage::Lock> lock_;
};

/// What stands in `--dry-run`: the changes as a diff on standard output.
void show_changes(const Session& session, const std::vector<storage::FileChange>& changes);

/// Sets a field that names a word of the model from what was typed, an id or a label; refuses it when there is no such.
template <class Record, class Entry>
void set_word(RecordBuilder<Record>& builder, std::string_view field, const std::string& typed,
              std::span<const Entry> entries, const Session& session) {
  if (const Entry* found = find_word(entries, typed, session.fold())) {
    builder.set(field, std::vector{found->id.to_string()});
    return;
  }
  WordList list;
  add_words(list, entries, session.words());
  builder.refuse(field, unknown_word(field, typed, list, session.fold()));
}

/// A date as it stands in records; what is no date comes back as it was typed, for the field to refuse.
std::optional<std::string> date_scalar(const std::optional<std::string>& typed, Date today);

}  // namespace mentor::cli

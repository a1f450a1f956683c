/// A whole program in memory: its settings, every record that could be read, and the place of each record. It does not
/// know whether its files came from a working tree, from a git revision or from a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "mentor/field_marks.hpp"
#include "mentor/fields.hpp"
#include "mentor/finding.hpp"
#include "mentor/model.hpp"
#include "mentor/own_field.hpp"
#include "mentor/records.hpp"
#include "mentor/table.hpp"

namespace mentor {

class Program {
 public:
  Settings settings;

  template <class Record>
  Table<Record>& all() {
    return std::get<Table<Record>>(tables_);
  }
  template <class Record>
  const Table<Record>& all() const {
    return std::get<Table<Record>>(tables_);
  }
  /// The record with this id, or null.
  template <class Record>
  const Record* find(const Id<Record>& id) const {
    const auto* stored = all<Record>().find(id);
    return stored == nullptr ? nullptr : &stored->record;
  }

  /// How many records are there but could not be read.
  std::size_t unreadable_count() const {
    return std::apply([](const auto&... table) { return (table.unreadable().size() + ...); }, tables_);
  }

  /// How many ids belong to more than one record.
  std::size_t repeated_count() const {
    return std::apply([](const auto&... table) { return (table.repeated_count() + ...); }, tables_);
  }

  /// Adds a file of records. `name` is its name within the folder. Gives the number by which records refer to the file.
  std::uint32_t add_file(std::string_view name);
  /// The name of a file within its folder. It is valid until another file is added.
  std::string_view file_name(std::uint32_t file) const {
    const std::size_t begin = file == 0 ? 0 : name_ends_[file - 1];
    return std::string_view{names_}.substr(begin, name_ends_[file] - begin);
  }
  /// The path of the record's file within the program. A proposed record has no file: do not ask for its path.
  template <class Record>
  std::string path(const Stored<Record>& stored) const {
    return std::string{folder_of<Record>}.append(1, '/').append(file_name(stored.file));
  }

  /// The path, then the line on which the record begins: `activities/2025-2026.yaml:7`.
  template <class Record>
  std::string path_and_line(const Stored<Record>& stored) const {
    return path(stored) + ':' + std::to_string(stored.line);
  }

  /// Sets the marks that tell the places of fields from now on.
  void set_marks(std::shared_ptr<const FieldMarks> marks) { marks_ = std::move(marks); }
  /// Where a field of the record stands within its document.
  template <class Record>
  Mark mark(const Stored<Record>& stored, std::string_view field) const {
    const std::size_t index = field_index<Record>(field);
    return marks_ == nullptr ? Mark{} : marks_->mark(stored.layout, index, fields<Record>()[index]);
  }

  /// Where a field of the record stands: the place of its value, or the record's first line if the field is absent.
  template <class Record>
  Place place(const Stored<Record>& stored, std::string_view field) const {
    return place_at(stored, field, mark(stored, field));
  }
  /// Where an entry of a field stands. They count from 0 in the order of the record.
  template <class Record>
  Place place_of_entry(const Stored<Record>& stored, std::string_view field, std::size_t entry) const {
    const std::size_t index = field_index<Record>(field);
    return place_at(
        stored, field,
        marks_ == nullptr ? Mark{} : marks_->entry_mark(stored.layout, index, fields<Record>()[index], entry));
  }

  /// Keeps the school's own fields of a record. The record begins on that line of that file.
  void add_own_fields(std::uint32_t file, std::uint32_t line, std::vector<OwnField> fields);
  /// The school's own fields of a record, in the order of the record.
  template <class Record>
  std::span<const OwnField> own_fields(const Stored<Record>& stored) const {
    const auto found = own_fields_.find({stored.file, stored.line});
    return found == own_fields_.end() ? std::span<const OwnField>{} : std::span<const OwnField>{found->second};
  }
  /// The names of the school's own fields in all records of a kind, sorted.
  template <class Record>
  std::vector<std::string> own_names() const {
    std::set<std::string> names;
    if (!own_fields_.empty()) {
      for (const auto& stored : all<Record>()) {
        for (const OwnField& field : own_fields(stored)) {
          names.insert(field.name);
        }
      }
    }
    return {names.begin(), names.end()};
  }

  const Model& model() const { return settings.model; }

 private:
  /// Where the mark lies, or the record's first line if it is absent.
  template <class Record>
  Place place_at(const Stored<Record>& stored, std::string_view field, Mark at) const {
    if (stored.is_proposed()) {
      return Place{.field = std::string{field}};
    }
    return Place{.path = path(stored),
                 .line = at.is_absent() ? stored.line : stored.line + at.line - 1,
                 .column = at.is_absent() ? 1U : at.column,
                 .field = std::string{field}};
  }

  OfEachKind<std::tuple, Table> tables_;
  std::string names_;                     // of all files, one behind the other, since there may be a million
  std::vector<std::uint32_t> name_ends_;  // where each ends
  std::shared_ptr<const FieldMarks> marks_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<OwnField>> own_fields_;  // by file and line
};

/// What people call a record on a day. A person has a name, a pair is `Иванов Иван / Семёнова Анна`. A kind that does
/// not say it is called by the id.
template <class Record>
std::string title_of(const Program& program, const Record& record, Date day) {
  if constexpr (requires { &Kind<Record>::title_of; }) {
    return Kind<Record>::title_of(program, record, day);
  } else {
    return record.id.to_string();
  }
}
/// A person's name on a day, or the id when the program has no such person.
std::string name_of(const Program& program, const Id<Participant>& person, Date day);

}  // namespace mentor

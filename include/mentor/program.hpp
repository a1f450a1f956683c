/// A whole program in memory: its settings and every record that could be read, with the places they were read from.
/// It does not know where they came from: a working tree, a git revision and a test look the same.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/fields.hpp"
#include "mentor/finding.hpp"
#include "mentor/model.hpp"
#include "mentor/records.hpp"

namespace mentor {

/// A position within a document: the line counted from the document's first, and the column, from 1. Zeros: absent.
struct Mark {
  std::uint16_t line = 0;
  std::uint16_t column = 0;
};

/// A record and where it and each of its fields stand.
template <class Record>
struct Stored {
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  Record record;
  std::uint32_t file = nowhere;  // index into the program's paths; `nowhere`: a record that a command proposes
  std::uint32_t line = 0;        // of the document's first line in the file
  std::array<Mark, most_fields> marks{};

  bool is_proposed() const { return file == nowhere; }
};

/// The records of one kind, in the order of reading.
template <class Record>
class Table {
 public:
  /// Keeps the record. When another has its id already, both are kept and `find` gives the first.
  const Stored<Record>& add(Stored<Record> stored) {
    const Id<Record> id = stored.record.id;
    rows_.push_back(std::move(stored));
    repeats_ = !index_.try_emplace(id, rows_.size() - 1).second || repeats_;
    return rows_.back();
  }

  /// The record of that id, or null.
  const Stored<Record>* find(const Id<Record>& id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &rows_[found->second];
  }

  /// The record that stands there, to be changed; its id must stay.
  Stored<Record>* find_at(std::uint32_t file, std::uint32_t line) {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Stored<Record>& stored) {
      return stored.file == file && stored.line == line;
    });
    return found == rows_.end() ? nullptr : &*found;
  }

  /// Whether some records have one id.
  bool has_repeats() const { return repeats_; }

  /// Notes that a record of this name is there but cannot be read, so that nobody is told that it is missing.
  void add_unreadable(std::string_view id) { unreadable_.emplace(id); }
  bool is_unreadable(std::string_view id) const { return unreadable_.contains(std::string{id}); }
  const std::unordered_set<std::string>& unreadable() const { return unreadable_; }

  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  std::size_t size() const { return rows_.size(); }

 private:
  std::deque<Stored<Record>> rows_;  // addresses stay as rows are added
  std::unordered_map<Id<Record>, std::size_t> index_;
  bool repeats_ = false;
  std::unordered_set<std::string> unreadable_;
};

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
  /// The record of that id, or null.
  template <class Record>
  const Record* find(const Id<Record>& id) const {
    const auto* stored = all<Record>().find(id);
    return stored == nullptr ? nullptr : &stored->record;
  }

  /// How many records are there but could not be read.
  std::size_t unreadable_count() const {
    return std::apply([](const auto&... table) { return (table.unreadable().size() + ...); }, tables_);
  }

  /// Adds a file's path and gives the index by which records name it.
  std::uint32_t add_path(std::string path);
  const std::string& path(std::uint32_t file) const { return paths_[file]; }

  /// Where a field of the record stands: its value, or the record's first line when the field is absent.
  template <class Record>
  Place place(const Stored<Record>& stored, std::string_view field) const;

  const Model& model() const { return settings.model; }

 private:
  template <class>
  struct Tables;
  template <class... Records>
  struct Tables<std::tuple<Records...>> {
    using Type = std::tuple<Table<Records>...>;
  };

  Tables<Kinds>::Type tables_;
  std::vector<std::string> paths_;
};

/// The words by which people call a record: a name, `Иванов Иван / Семёнова Анна`, a day and what was done; an unknown
/// member of a pair is called by id.
std::string title_of(const Program& program, const Participant& person);
std::string title_of(const Program& program, const Pair& pair);
std::string title_of(const Program& program, const Activity& activity);
/// A person's name; the id of one who is not there.
std::string name_of(const Program& program, const Id<Participant>& person);

}  // namespace mentor

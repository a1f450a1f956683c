/// The records of one kind in memory. There may be a million of them. Each is found by its id.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "mentor/id.hpp"
#include "mentor/row_index.hpp"

namespace mentor {

/// A record and where it stands.
template <class Record>
struct Stored {
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  Record record;
  std::uint32_t file = nowhere;  // the number of its file; `nowhere` for a record that a command proposes
  std::uint32_t line = 0;        // the first line of its document in the file
  std::uint32_t layout = 0;      // the number of its layout, by which its marks are found: see `FieldMarks`

  bool is_proposed() const { return file == nowhere; }
};

/// The records of one kind, in the order of reading. A record keeps its address when others are added.
///
/// A merge may bring several records with one id. Then one of them is a row and the others are repeats. So a loop over
/// the rows sees each id once.
template <class Record>
class Table {
 public:
  /// Iterates over the records, not over pointers to them.
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Stored<Record>;
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = const value_type&;

    Iterator() = default;
    explicit Iterator(Stored<Record>* const* row) : row_(row) {}
    reference operator*() const { return **row_; }
    pointer operator->() const { return *row_; }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    Iterator operator++(int) { return Iterator{row_++}; }  // NOLINT(cert-dcl21-cpp): a constant could not be moved
    bool operator==(const Iterator& other) const = default;

   private:
    Stored<Record>* const* row_ = nullptr;
  };

  Table() = default;
  Table(const Table& other)
      : rows_by_id_(other.rows_by_id_), unreadable_(other.unreadable_), passed_over_(other.passed_over_) {
    auto& batch = batches_.emplace_back();
    batch.reserve(other.rows_.size() + other.repeats_.size());
    copy(other.rows_, batch, rows_);
    copy(other.repeats_, batch, repeats_);
  }
  Table(Table&&) noexcept = default;
  Table& operator=(const Table& other) {
    if (this != &other) {
      *this = Table{other};
    }
    return *this;
  }
  Table& operator=(Table&&) noexcept = default;
  ~Table() = default;

  /// Keeps the record. If another has its id already, the new one is a repeat.
  Stored<Record>& add(Stored<Record> stored) {
    if (batches_.empty() || batches_.back().size() == batches_.back().capacity()) {
      constexpr std::size_t at_once = 64;
      batches_.emplace_back().reserve(at_once);
    }
    return index(batches_.back().emplace_back(std::move(stored)));
  }

  /// Keeps a whole batch without copying its records. If several share an id, the first is the row, as in `add`.
  void take(std::vector<Stored<Record>> batch) {
    for (Stored<Record>& stored : batches_.emplace_back(std::move(batch))) {
      index(stored);
    }
  }

  /// Makes room for `count` records in all.
  void reserve(std::size_t count) {
    rows_.reserve(count);
    rows_by_id_.reserve(count);
  }

  /// The row of the record with this id, counted from 0 in the order of reading.
  std::optional<std::uint32_t> row_of(const Id<Record>& id) const { return rows_by_id_.find(id.hash(), has_id(id)); }
  /// The record with this id, or null.
  const Stored<Record>* find(const Id<Record>& id) const {
    const auto row = row_of(id);
    return row ? rows_[*row] : nullptr;
  }
  /// The record of a row. `row` must be below `size()`.
  const Stored<Record>& at(std::uint32_t row) const { return *rows_[row]; }

  /// Finds the record with this id for which `is_meant` holds, and makes it the row of its id. The caller may change
  /// the record, but not its id. Null when there is none.
  template <class IsMeant>
  Stored<Record>* prefer(const Id<Record>& id, IsMeant is_meant) {
    const auto row = row_of(id);
    if (!row) {
      return nullptr;
    }
    for (std::size_t repeat = 0; !is_meant(*rows_[*row]); ++repeat) {
      while (repeat < repeats_.size() && (repeats_[repeat]->record.id != id || !is_meant(*repeats_[repeat]))) {
        ++repeat;
      }
      if (repeat == repeats_.size()) {
        return nullptr;
      }
      prefer(repeat);
    }
    return rows_[*row];
  }

  /// Removes the records for which `is_meant` holds. Records that share an id keep their order.
  template <class IsMeant>
  void remove_if(IsMeant is_meant) {
    std::vector<Stored<Record>*> kept;
    for (auto* rows : {&rows_, &repeats_}) {
      std::copy_if(rows->begin(), rows->end(), std::back_inserter(kept),
                   [&](const Stored<Record>* stored) { return !is_meant(*stored); });
      rows->clear();
    }
    rows_by_id_ = {};
    std::for_each(kept.begin(), kept.end(), [&](Stored<Record>* stored) { index(*stored); });
  }

  /// Makes this repeat the row of its id. The old row becomes a repeat in its place.
  void prefer(std::size_t repeat) { std::swap(rows_[*row_of(repeats_[repeat]->record.id)], repeats_[repeat]); }

  /// The records whose id a row has already, in the order of reading.
  std::span<const Stored<Record>* const> repeats() const { return repeats_; }

  /// How many ids have repeats.
  std::size_t repeated_count() const {
    std::unordered_set<Id<Record>> ids;
    for (const Stored<Record>* stored : repeats_) {
      ids.insert(stored->record.id);
    }
    return ids.size();
  }

  /// All records with this id, the row first.
  std::vector<const Stored<Record>*> all_of(const Id<Record>& id) const {
    std::vector<const Stored<Record>*> found;
    if (const auto* row = find(id)) {
      found.push_back(row);
      std::copy_if(repeats_.begin(), repeats_.end(), std::back_inserter(found),
                   [&](const Stored<Record>* stored) { return stored->record.id == id; });
    }
    return found;
  }

  /// Notes that a record with this name is there but cannot be read. So nobody is told that it is missing.
  void add_unreadable(std::string_view id) { unreadable_.emplace(id); }
  bool is_unreadable(std::string_view id) const { return unreadable_.contains(std::string{id}); }
  const std::unordered_set<std::string>& unreadable() const { return unreadable_; }

  /// Notes that this file would hold the record with this id, but for its name. So it is not read, and its id is taken.
  void add_passed_over(std::string id, std::string file) { passed_over_.emplace(std::move(id), std::move(file)); }
  const std::map<std::string, std::string, std::less<>>& passed_over() const { return passed_over_; }
  /// Whether a record with this id seems to be there, though nothing of it is known.
  bool is_unknown(std::string_view id) const { return is_unreadable(id) || passed_over_.contains(id); }

  Iterator begin() const { return Iterator{rows_.data()}; }
  Iterator end() const { return Iterator{rows_.data() + rows_.size()}; }
  /// The number of rows.
  std::size_t size() const { return rows_.size(); }

 private:
  static void copy(const std::vector<Stored<Record>*>& from, std::vector<Stored<Record>>& batch,
                   std::vector<Stored<Record>*>& to) {
    to.reserve(from.size());
    for (const Stored<Record>* stored : from) {
      to.push_back(&batch.emplace_back(*stored));
    }
  }

  auto has_id(const Id<Record>& id) const {
    return [this, &id](std::uint32_t row) { return rows_[row]->record.id == id; };
  }

  Stored<Record>& index(Stored<Record>& added) {
    const Id<Record>& id = added.record.id;
    const bool is_new = rows_by_id_.insert(id.hash(), static_cast<std::uint32_t>(rows_.size()), has_id(id));
    (is_new ? rows_ : repeats_).push_back(&added);
    return added;
  }

  std::vector<std::vector<Stored<Record>>> batches_;  // never grows beyond its capacity, so no record moves
  std::vector<Stored<Record>*> rows_;
  std::vector<Stored<Record>*> repeats_;
  RowIndex rows_by_id_;
  std::unordered_set<std::string> unreadable_;
  std::map<std::string, std::string, std::less<>> passed_over_;  // the name of the file, by id
};

}  // namespace mentor

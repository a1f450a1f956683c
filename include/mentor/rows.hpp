/// The rows of a table: given, or made one at a time whenever somebody comes to them, since there may be a million.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "mentor/cell.hpp"

namespace mentor {

/// May be gone through more than once, and gives the same rows each time.
class Rows {
 public:
  /// Fills the row, which comes empty, with the cells of the row of that number.
  using Make = std::function<void(std::size_t, Row&)>;

  Rows() = default;
  Rows(std::vector<Row> given) : given_(std::move(given)) {}  // NOLINT(google-explicit-constructor): they are rows
  /// So many rows, of which only the one is held that is looked at. What `make` refers to must outlive the rows.
  Rows(std::size_t count, Make make) : count_(count), make_(std::make_shared<const Make>(std::move(make))) {}

  std::size_t size() const { return is_made() ? count_ : given_.size(); }
  bool is_empty() const { return size() == 0; }

  /// Adds a row to those that were given. There must be none that are made.
  void add(Row row) { given_.push_back(std::move(row)); }

  /// Calls `visit` with each row in turn; the row is valid during the call alone.
  template <class Visit>
  void for_each(Visit visit) const {
    if (!is_made()) {
      for (const Row& row : given_) {
        visit(row);
      }
      return;
    }
    Row row;
    for (std::size_t index = 0; index < count_; ++index) {
      row.clear();
      (*make_)(index, row);
      visit(std::as_const(row));
    }
  }

  /// The same rows with the cells of these places alone, in this order, each at most once.
  Rows picked(std::vector<std::size_t> places) && {
    if (is_made()) {
      return {count_, [make = std::move(make_), places = std::move(places)](std::size_t index, Row& row) {
                Row whole;
                (*make)(index, whole);
                pick(whole, places, row);
              }};
    }
    for (Row& row : given_) {
      Row whole;
      std::swap(whole, row);
      pick(whole, places, row);
    }
    return std::move(*this);
  }

 private:
  static void pick(Row& whole, const std::vector<std::size_t>& places, Row& row) {
    row.reserve(places.size());
    for (const std::size_t place : places) {
      row.push_back(std::move(whole[place]));
    }
  }

  bool is_made() const { return make_ != nullptr; }

  std::vector<Row> given_;
  std::size_t count_ = 0;
  std::shared_ptr<const Make> make_;  // null: the rows are given
};

}  // namespace mentor

/// The rows of a table. They are given, or each is made when somebody comes to it, since there may be a million.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "mentor/cell.hpp"

namespace mentor {

/// Anybody may go through the rows more than once. They are the same each time.
class Rows {
 public:
  /// Fills an empty row with the cells of the row that has this number.
  using Make = std::function<void(std::size_t, Row&)>;

  Rows() = default;
  Rows(std::vector<Row> given) : given_(std::move(given)) {}  // NOLINT(google-explicit-constructor): they are rows
  /// This many rows. Each is made when somebody looks at it, and only that one is held. What `make` refers to must
  /// outlive the rows.
  Rows(std::size_t count, Make make) : count_(count), make_(std::make_shared<const Make>(std::move(make))) {}

  std::size_t size() const { return is_made() ? count_ : given_.size(); }
  bool is_empty() const { return size() == 0; }

  /// Adds a row to rows that were given. Rows that are made cannot get another one.
  void add(Row row) { given_.push_back(std::move(row)); }

  /// Calls `visit` with each row in turn. The row is valid only during the call.
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

  /// The same rows in another order: first the one that now has the number `order[0]`. Each number is there once.
  Rows reordered(std::vector<std::uint32_t> order) && { return std::move(*this).kept(std::move(order)); }

  /// Only the rows with these numbers, in this order. No number may be there twice.
  Rows kept(std::vector<std::uint32_t> order) && {
    if (is_made()) {
      const std::size_t count = order.size();
      return {count, [make = std::move(make_), order = std::move(order)](std::size_t index, Row& row) {
                (*make)(order[index], row);
              }};
    }
    std::vector<Row> rows;
    rows.reserve(given_.size());
    for (const std::uint32_t number : order) {
      rows.push_back(std::move(given_[number]));
    }
    return rows;
  }

  /// The same rows, but with only the cells at these places, in this order. No place may be named twice.
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
  std::shared_ptr<const Make> make_;  // null when the rows are given
};

}  // namespace mentor

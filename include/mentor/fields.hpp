/// The fields of a kind of record as a table. Reading, writing, listing, showing, editing and the rules about unknown,
/// missing and wrong fields all go by it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/label.hpp"
#include "mentor/records.hpp"
#include "mentor/report.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// How a field stands in YAML. Its scalars are what it holds in the order of the text: one, or those of the list; of
/// days and of entries key and value in turn.
enum class Shape {
  plain,        // one date or number, written bare; what is neither (`0:20`), as text is
  text,         // one scalar of text, quoted where YAML could misread it
  words,        // a list of ids or words in one line, quoted likewise
  dated,        // a text, or `{2026-09-14: 6Б, 2027-09-01: 7Б}`; the day of the text alone is an empty scalar
  dated_words,  // the same of lists; each word has its day before it, and an empty list is an empty word
  entries,      // `key: text` a line, in the lines below the field; plain decimals are written bare
};

enum class Presence { required, optional };

/// What a scalar of a field stands for, so that what a person types for it can be understood.
enum class Meaning {
  own_id,  // the record's
  text,
  date,
  born,
  duration,
  choice,     // a word of the field's `choices`
  word,       // the id of an entry of the model: see `list`
  reference,  // the id of a record: see `refers_to`
};

/// The lists of the model that a word may be of.
enum class ModelList { categories, forms, activity_types };

/// What would be right in the place of a value that is refused: a key of the catalogs.
using Expected = std::string_view;

/// Why a field refused its scalars.
struct Refusal {
  static constexpr std::size_t all = ~std::size_t{0};

  Expected expected;         // empty: they were accepted
  std::size_t scalar = all;  // the one that is wrong, where days or entries answer for themselves

  bool is_none() const { return expected.empty(); }
};

/// A function that takes an id, called without a copy of it being made.
class IdVisitor {
 public:
  template <class Visit>
  explicit IdVisitor(Visit& visit)
      : visit_(&visit), call_([](void* function, IdText id) { (*static_cast<Visit*>(function))(id); }) {}

  void operator()(IdText id) const { call_(visit_, id); }

 private:
  void* visit_;
  void (*call_)(void*, IdText);
};

/// What a field is for.
enum class Use {
  counted,  // rules, filters, orders or figures may depend on it
  shown     // none of them does: who does not show the record can do without
};

/// What is known of a field without the records of its kind.
struct FieldDescription {
  std::string_view name;
  Presence presence = Presence::required;
  Shape shape = Shape::text;
  Meaning meaning = Meaning::text;
  FixedLabel heading;           // over a column
  FixedLabel help;              // a sentence for the manual
  std::string_view usual = {};  // what is typed for it when a record is made and nobody says anything: `today`
  bool has_lines = false;       // a text of any number of lines
  Use use = Use::counted;
  Privacy privacy = Privacy::open;
  std::span<const WordRow> choices = {};   // of `Meaning::choice`
  ModelList list = ModelList::categories;  // of `Meaning::word`
  std::size_t refers_to = kind_count;      // of `Meaning::reference`: the place of its kind in `Kinds`

  template <class Other>
  bool refers_to_kind() const {
    return refers_to == kind_index<Other>();
  }
  bool is_list() const { return shape == Shape::words || shape == Shape::dated_words; }
  bool is_dated() const { return shape == Shape::dated || shape == Shape::dated_words; }
  /// Whether it holds days or entries, of which each answers for itself.
  bool holds_several() const { return is_dated() || shape == Shape::entries; }
};

template <class Record>
struct Field : FieldDescription {
  /// Sets the field from its scalars, or says what would have been right and leaves it alone.
  Refusal (*set)(Record&, std::span<const std::string_view> scalars) = nullptr;
  /// Makes the field empty.
  void (*clear)(Record&) = nullptr;
  /// The field's scalars as canonical text; none when the field is empty.
  std::vector<std::string> (*scalars)(const Record&) = nullptr;
  /// The field as a cell of a table: words of the model with their labels, references with their names. Of what changes
  /// by days: what held on that day, or without a day all of it.
  Cell (*cell)(const Record&, const Program&, std::optional<Date> day) = nullptr;
  /// Calls `visit` with each id that the field holds, of a record or of an entry of the model. Nothing is made for it:
  /// a million records may be gone through.
  void (*for_each_id)(const Record&, const IdVisitor& visit) = nullptr;
};

/// Bounds of a value [ours]: a text in bytes, a list in elements. Both keep a record's line within what is read back.
inline constexpr std::size_t longest_text = 10'000;
inline constexpr std::size_t longest_list = 1'000;

/// The most fields that a kind may have: whoever reads records keeps a bit, or a place, for each.
inline constexpr std::size_t most_fields = 28;

/// The place of a field in the kind's order. Throws `std::logic_error` when the kind has no such field.
template <class Record>
std::size_t field_index(std::string_view name) {
  const auto all = fields<Record>();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& field) { return field.name == name; });
  if (found == all.end()) {
    throw std::logic_error{"no such field: " + std::string{name}};
  }
  return static_cast<std::size_t>(found - all.begin());
}

/// Whether some field of the kind is only ever shown, or some of those with these names.
template <class Record>
bool has_shown_fields() {
  const auto all = fields<Record>();
  return std::any_of(all.begin(), all.end(), [](const auto& field) { return field.use == Use::shown; });
}
template <class Record>
bool has_shown_fields(std::span<const std::string> names) {
  const auto all = fields<Record>();
  return std::any_of(all.begin(), all.end(), [&](const auto& field) {
    return field.use == Use::shown && std::find(names.begin(), names.end(), field.name) != names.end();
  });
}

/// The required fields that a record leaves empty, by their place in the order.
template <class Record>
std::vector<std::size_t> missing_fields(const Record& record) {
  std::vector<std::size_t> missing;
  for (std::size_t index = 0; index < fields<Record>().size(); ++index) {
    const auto& field = fields<Record>()[index];
    if (field.presence == Presence::required && field.scalars(record).empty()) {
      missing.push_back(index);
    }
  }
  return missing;
}

/// Whether a text may stand where text of any number of lines is asked for: UTF-8, within the bound.
bool is_text(std::string_view text);

/// Whether a text may stand where one line is asked for: not blank, no line break, UTF-8, within the bound.
bool is_line(std::string_view text);

}  // namespace mentor

/// The fields of a kind of record as a table. All code that reads, writes, lists, shows or edits records uses it, and
/// so do the rules about unknown, missing and wrong fields.
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
#include "mentor/dated.hpp"
#include "mentor/label.hpp"
#include "mentor/model.hpp"
#include "mentor/records.hpp"
#include "mentor/report.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// How a field is written in YAML. Its scalars are its contents in the order of the text. A list has one scalar for
/// each item. Days and entries have two for each value: the key, then the value. All others have one.
enum class Shape {
  plain,        // one date or number, written bare; anything else (`0:20`) is written as text
  text,         // one scalar of text, quoted where YAML could misread it
  words,        // a list of ids or words on one line, each quoted where YAML could misread it
  dated,        // a text, or `{2026-09-14: 6Б, 2027-09-01: 7Б}`; a text alone has an empty scalar for its day
  dated_words,  // likewise with lists; each word has its day before it, and an empty list is an empty word
  entries,      // `key: text` on each line below the field; plain decimals are written bare
};

enum class Presence { required, optional };

/// What a scalar of a field means. It decides how input for the field is read.
enum class Meaning {
  own_id,  // the id of the record itself
  text,
  date,
  born,
  due,  // a day or a month
  duration,
  places,     // a small whole number: see `Places`
  amount,     // a decimal: see `Amount`
  choice,     // a word of the field's `choices`
  word,       // the id of an entry of the model: see `list`
  reference,  // the id of a record: see `refers_to`
};

/// What would be right in the place of a refused value, as a key of the catalogs.
using Expected = std::string_view;

/// Why a field refused its scalars.
struct Refusal {
  static constexpr std::size_t all = ~std::size_t{0};

  Expected expected;         // empty: the field accepted them
  std::size_t scalar = all;  // the index of the wrong one, if the field judges each day or entry

  bool is_none() const { return expected.empty(); }
};

/// Refers to a function of one argument, without copying the function.
template <class Argument>
class Visitor {
 public:
  template <class Visit>
  explicit Visitor(Visit& visit)
      : visit_(&visit), call_([](void* function, Argument what) { (*static_cast<Visit*>(function))(what); }) {}

  void operator()(Argument what) const { call_(visit_, what); }

 private:
  void* visit_;
  void (*call_)(void*, Argument);
};
using IdVisitor = Visitor<IdText>;
using TextVisitor = Visitor<std::string_view>;

/// How the fields of a record are seen.
struct CellView {
  const Program& program;
  Date day;               // a dated field gives what held on this day, and other records are called as on this day
  bool all_days = false;  // a dated field gives all its parts
};

/// What a field is for.
enum class Use {
  counted,   // rules, filters, orders or figures may depend on it
  examined,  // rules may depend on it, and so may the reports that name the kind in `shows`
  shown      // none of them depends on it, so only a command that shows the record needs it
};

/// The part of a field's description that does not depend on the type of the record.
struct FieldDescription {
  std::string_view name;
  Presence presence = Presence::required;
  Shape shape = Shape::text;
  Meaning meaning = Meaning::text;
  FixedLabel heading;             // over a column
  FixedLabel help;                // a sentence for the manual, and for people who left the field out
  FixedLabel more = {};           // further sentences for the manual, with names between backticks; may be empty
  std::string_view russian = {};  // what people may type for the name; empty: the first word of the Russian heading
  std::string_view usual = {};    // the input for a new record when a person gives none: `today`
  bool has_lines = false;         // whether the text may have several lines
  Use use = Use::counted;
  Privacy privacy = Privacy::open;
  Begins begins = Begins::today;  // of a dated field
  bool ahead =
      false;  // of a date: it is mostly still to come, so a day without a year is one after the record's `from`
  bool of_school_year = false;  // with `ahead`: a day without its year is one of the present school year, even if past
  bool is_vital = false;  // with a wrong value here the record is none, even if the field is optional: else it would
                          // count as something that it is not
  bool settled = false;   // it no longer changes once a record with a day names the record
  std::span<const WordRow> choices = {};          // for `Meaning::choice`
  std::vector<std::string> (*words)() = nullptr;  // of entries: which words may have one, where that never changes
  ModelList list = ModelList::categories;         // for `Meaning::word`
  std::string_view set_by = {};                   // the command that alone sets it; empty: people give its value
  std::size_t refers_to = kind_count;             // for `Meaning::reference`: the index of the kind in `Kinds`

  template <class Other>
  bool refers_to_kind() const {
    return refers_to == kind_index<Other>();
  }
  bool is_list() const { return shape == Shape::words || shape == Shape::dated_words; }
  bool is_dated() const { return shape == Shape::dated || shape == Shape::dated_words; }
  /// Whether the field holds days or entries, which it judges one by one.
  bool holds_several() const { return is_dated() || shape == Shape::entries; }
};

/// What people may type in Russian for the field's name, in small letters: «часы».
std::string russian_name(const FieldDescription& field);
/// What people may type for the field's name, in either language.
Label typed_name(const FieldDescription& field);

template <class Record>
struct Field : FieldDescription {
  /// Sets the field from its scalars. If they are wrong, leaves the field alone and says what would be right.
  Refusal (*set)(Record&, std::span<const std::string_view> scalars) = nullptr;
  /// Makes the field empty.
  void (*clear)(Record&) = nullptr;
  /// The field's scalars as canonical text; none when the field is empty.
  std::vector<std::string> (*scalars)(const Record&) = nullptr;
  /// The field as a cell of a table: words of the model with their labels, references with their names.
  Cell (*cell)(const Record&, const CellView&) = nullptr;
  /// Calls `visit` with each id that the field holds: the id of a record, or of an entry of the model. It allocates
  /// nothing, since a caller may go through a million records.
  void (*for_each_id)(const Record&, const IdVisitor& visit) = nullptr;
  /// Calls `visit` with each text in a person's own words that the field holds: a whole one, or those of its entries.
  /// It allocates nothing either.
  void (*for_each_text)(const Record&, const TextVisitor& visit) = nullptr;
};

/// Bounds of a value [ours]: the bytes of a text, the items of a list. Both keep each line of a record short enough to
/// be read back.
inline constexpr std::size_t longest_text = 10'000;
inline constexpr std::size_t longest_list = 1'000;

/// The most fields that a kind may have. Readers of records keep one bit or one place for each field.
inline constexpr std::size_t most_fields = 28;

/// The index of a field in the kind's order. Throws `std::logic_error` when the kind has no such field.
template <class Record>
std::size_t field_index(std::string_view name) {
  const auto all = fields<Record>();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& field) { return field.name == name; });
  if (found == all.end()) {
    throw std::logic_error{"no such field: " + std::string{name}};
  }
  return static_cast<std::size_t>(found - all.begin());
}

/// Whether a list of the kind needs more than its counted fields. With `names`: whether a list of these columns does.
/// One of them may be made from a field of `Use::examined`.
template <class Record>
bool needs_more_than_counted() {
  const auto all = fields<Record>();
  return std::any_of(all.begin(), all.end(), [](const auto& field) { return field.use != Use::counted; });
}
template <class Record>
bool needs_more_than_counted(std::span<const std::string> names) {
  const auto all = fields<Record>();
  return std::any_of(all.begin(), all.end(), [&](const auto& field) {
    return field.use == Use::examined ||
           (field.use == Use::shown && std::find(names.begin(), names.end(), field.name) != names.end());
  });
}

/// The required fields that a record leaves empty, by their index in the kind's order.
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

/// Whether a field of several lines may hold this text: it is UTF-8 and within the bound.
bool is_text(std::string_view text);

/// Whether a field of one line may hold this text: it is UTF-8, within the bound, not blank, and has no line break.
bool is_line(std::string_view text);

}  // namespace mentor

/// The cells of a report: typed values without layout. People read their labels and names, machines their ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/duration.hpp"
#include "mentor/entries.hpp"
#include "mentor/label.hpp"
#include "mentor/message.hpp"
#include "mentor/period.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// A word of the model: people read its label, machines its id.
struct Labelled {
  std::string id;
  Label label;
};

/// The word of an enumeration's value.
template <HasWords Enum>
Labelled labelled(Enum value) {
  return {std::string{to_string(value)}, label_of(value)};
}

/// Another record: people read what it is called, machines its id.
struct Reference {
  std::string id;
  std::string name;
};

/// A part of what changes by days: from when, and what. Nothing in the place of the value: what was before has ended.
struct DatedCell {
  std::optional<Date> from;
  std::variant<std::monostate, std::string, Labelled, std::vector<Labelled>> value;
};
/// All parts, in the order of their days.
using History = std::vector<DatedCell>;

/// There is no such figure, since what it would be counted from is missing: «н/д», and a footnote that says why. A
/// blank `why` has no footnote: the row itself says it. Never the same as 0.
struct Unknown {
  Message why;
};

/// A part of a whole, which people read as a percentage. The whole is above 0, the part from 0 to the whole.
struct Share {
  std::int64_t part;
  std::int64_t whole;
};

/// The mean of `count` scores that add up to `sum` hundredths. There is at least one, and none is below 0.
struct Mean {
  std::int64_t sum;
  std::int64_t count;
};

/// An address on the web. It is a link only when it is `https`, else a text.
struct Link {
  std::string address;
};

/// `std::monostate` is an empty field.
using Cell = std::variant<std::monostate, Unknown, std::string, std::int64_t, Duration, Date, Month, Share, Mean, Link,
                          Labelled, Reference, std::vector<Labelled>, std::vector<Reference>, History, Entries>;
using Row = std::vector<Cell>;

}  // namespace mentor

/// The cells of a report: typed values without layout. People read labels and names, machines read ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mentor/amount.hpp"
#include "mentor/date.hpp"
#include "mentor/duration.hpp"
#include "mentor/entries.hpp"
#include "mentor/label.hpp"
#include "mentor/message.hpp"
#include "mentor/period.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// A word of the model. People read its label, machines its id.
struct Labelled {
  std::string id;
  Label label;
};

/// The label and the id of an enumeration's value.
template <HasWords Enum>
Labelled labelled(Enum value) {
  return {std::string{to_string(value)}, label_of(value)};
}

/// Another record. People read what it is called, machines its id.
struct Reference {
  std::string id;
  std::string name;
  bool names_people = false;  // a person or a pair: such a name may be shortened, the title of anything else not
};

/// One part of a value that changes by days: from when it holds, and what it is. If the part has no value, the value
/// before has ended.
struct DatedCell {
  std::optional<Date> from;
  std::variant<std::monostate, std::string, Labelled, std::vector<Labelled>> value;
};
/// All parts, in the order of their days.
using History = std::vector<DatedCell>;

/// A figure that nobody can know, since what it would be counted from is missing. People read «н/д» and a footnote that
/// says why. If `why` is blank, there is no footnote, since the row itself says it. It is never the same as 0.
struct Unknown {
  Message why;
};

/// A part of a whole. People read it as a percentage. The whole is above 0, and the part is from 0 to the whole.
struct Share {
  std::int64_t part;
  std::int64_t whole;
};

/// The mean of `count` scores that add up to `sum` hundredths. There is at least one score, and none is below 0.
struct Mean {
  std::int64_t sum;
  std::int64_t count;
};

/// How much something grew or fell: the mean of `count` differences that add up to `sum` hundredths, which may be below
/// 0. There is at least one.
struct Change {
  std::int64_t sum;
  std::int64_t count = 1;
};

/// An address on the web. It is a link only if it is `https`. Any other address is shown as text.
struct Link {
  std::string address;
};

/// `std::monostate` is an empty field.
using Cell =
    std::variant<std::monostate, Unknown, std::string, std::int64_t, Amount, Duration, Date, Month, Share, Mean, Change,
                 Link, Labelled, Reference, std::vector<Labelled>, std::vector<Reference>, History, Entries>;
using Row = std::vector<Cell>;

}  // namespace mentor

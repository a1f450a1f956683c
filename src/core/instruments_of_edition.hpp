/// The questionnaires and sheets of the edition (model §13): МР-42/02, прил. 2, and the curator's sheet. Their wording
/// is [unchecked].
#pragma once

#include <vector>

#include "mentor/instrument.hpp"

namespace mentor {

/// An instrument of an edition never changes: a new wording is a new id.
std::vector<Instrument> instruments_of_edition_1();
std::vector<NamedScale> scales_of_edition_1();

}  // namespace mentor

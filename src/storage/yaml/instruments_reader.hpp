/// The part of program.yaml about sheets and figures: scales, instruments with their questions, indicators.
#pragma once

#include "map_reader.hpp"

namespace mentor::storage {

// Each reads a section of `model`, lays it over that of the edition, and tells what is wrong. Questions name scales,
// and indicators name questions: so they are read in this order.
void read_scales(const MapReader& model_reader, Model& model);
void read_instruments(const MapReader& model_reader, Model& model);
void read_indicators(const MapReader& model_reader, Model& model);

}  // namespace mentor::storage

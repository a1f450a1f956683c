/// What a made-up program has around its pairs: papers, trainings, contacts, plans, pauses, programs and road maps.
/// None of it breaks a rule.
#pragma once

#include <cstdint>

#include "made_up_program.hpp"

namespace bench {

/// Adds to a program that has its people, pairs and activities. Of these it changes nothing but the programs by which
/// pairs run.
void add_around_pairs(MadeUpProgram& made, const Size& size, const mentor::Model& model, std::uint64_t seed);

}  // namespace bench

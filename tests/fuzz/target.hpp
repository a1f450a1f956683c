/// What the fuzz targets share: how one says that its property is broken, and how it cuts its bytes into parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// What is done with one input.
using Run = int (*)(const std::uint8_t* data, std::size_t size);

/// The targets of this program by their names.
inline std::map<std::string_view, Run>& targets() {
  static std::map<std::string_view, Run> all;
  return all;
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the process when the property does not hold, which is what a fuzzer takes for a find.
inline void require(bool holds, std::string_view property, std::string_view shown = {}) {
  if (!holds) {
    std::cerr << "BROKEN: " << property << '\n' << shown << std::endl;
    std::abort();
  }
}

/// Bytes that stand in no UTF-8 text: between the parts of an input, and between the items of a part.
inline constexpr std::string_view part_end = "\xFF";
inline constexpr std::string_view item_end = "\xFE";

/// The texts between the separators, of which each is one byte; one text when there is none.
inline std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  for (auto end = text.find_first_of(separators); end != std::string_view::npos; end = text.find_first_of(separators)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

}  // namespace fuzz

/// Begins a target: `FUZZ_TARGET(name) { … return 0; }`, with `data` and `size`. libFuzzer has one target a program,
/// under a name of its own; `replay.cpp` has them all.
#ifdef MENTOR_LIBFUZZER
#define FUZZ_TARGET(name) extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
#else
#define FUZZ_TARGET(name)                                                        \
  static int fuzz_##name(const std::uint8_t* data, std::size_t size);            \
  static const auto named_##name = fuzz::targets().emplace(#name, &fuzz_##name); \
  static int fuzz_##name(const std::uint8_t* data, std::size_t size)
#endif

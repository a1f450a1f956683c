/// What is wrong with a document, in words of ours: what its bytes tell before YAML is asked, and what yaml-cpp says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml.hpp"

namespace mentor::storage {

/// What can be said of the bytes of a document before YAML is asked. The lines are those of the text.
std::vector<Problem> check_bytes(std::string_view text, const std::vector<std::string_view>& lines);

/// What of a document is neither in its tree nor a sign, a blank or a comment: yaml-cpp passes over it without a word,
/// and a person would miss it. `root` is what was read of the text.
std::optional<Problem> find_dropped(std::string_view text, const std::vector<std::string_view>& lines,
                                    const Node& root);

/// yaml-cpp says what is wrong in English alone, so what a curator may meet is said by our catalogs. `line` is the one
/// where it stopped.
Message explain(const std::string& message, std::string_view line);

}  // namespace mentor::storage

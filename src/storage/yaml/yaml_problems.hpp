/// What is wrong with a document, in our words: faults of its bytes, found before YAML is parsed, and errors of
/// yaml-cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml.hpp"

namespace mentor::storage {

/// The faults in the bytes of a document, found before YAML is parsed. `lines` are the lines of `text`.
std::vector<Problem> check_bytes(std::string_view text, const std::vector<std::string_view>& lines);

/// The first character of a line that no document may have, such as an escape byte: `U+001B`. Nothing when there is
/// none before a byte that is not UTF-8.
std::optional<std::string> forbidden_character(std::string_view line);

/// The first part of a document that is neither in its tree nor a sign, a blank or a comment. yaml-cpp passes over it
/// silently, and a person would miss it. `root` is the tree of the text.
std::optional<Problem> find_dropped(std::string_view text, const std::vector<std::string_view>& lines,
                                    const Node& root);

/// What an error of yaml-cpp means. yaml-cpp has only English texts, so our catalogs say what a curator may meet.
/// `line` is the line where yaml-cpp stopped.
Message explain(const std::string& message, std::string_view line);

}  // namespace mentor::storage

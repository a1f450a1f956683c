/// Making the text of records harmless where it is shown.
#pragma once

#include <string>
#include <string_view>

namespace mentor::render {

/// For people: control characters, bidirectional controls and malformed bytes become visible (`\x1b`, `\u202e`), so
/// that no text can steer a terminal. A line break becomes `\n`.
std::string visible(std::string_view text);

/// For a cell of a Markdown table: `visible`, and nothing in it is markup.
std::string markdown_text(std::string_view text);

}  // namespace mentor::render

/// Makes text from records harmless where it is shown.
#pragma once

#include <string>
#include <string_view>

namespace mentor::render {

/// For people. Control characters, bidirectional controls and malformed bytes become visible (`\x1b`, `\u202e`), so no
/// text can steer a terminal. A line break becomes `\n`.
std::string visible(std::string_view text);

/// For a cell of a Markdown table. The text is `visible`, and nothing in it is markup.
std::string markdown_text(std::string_view text);

}  // namespace mentor::render

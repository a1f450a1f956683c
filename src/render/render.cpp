#include "render.hpp"

#include <array>

namespace mentor::render {

namespace {

/// Renders a format that makes one file.
template <void (*render)(std::ostream&, const Report&, const language::Words&, const Style&)>
void one_file(const Files& files, const Report& report, const language::Words& words, const Style& style) {
  files({}, [&](std::ostream& out) { render(out, report, words, style); });
}

constexpr std::array formats = {
    Format{.name = "text",
           .russian = "текст",
           .extension = ".txt",
           .can_follow = true,
           .has_facts = true,
           .render = one_file<text>},
    Format{.name = "markdown",
           .russian = "разметка",
           .extension = ".md",
           .can_follow = true,
           .has_facts = true,
           .render = one_file<markdown>},
    Format{.name = "csv",
           .russian = "таблица",
           .extension = ".csv",
           .can_follow = false,
           .has_facts = false,
           .render = one_file<csv>},
    Format{.name = "json",
           .russian = "данные",
           .extension = ".json",
           .can_follow = false,
           .has_facts = true,
           .render = one_file<json>},
};

}  // namespace

std::span<const Format> all_formats() { return formats; }

}  // namespace mentor::render

#include "render.hpp"

#include <array>

namespace mentor::render {

namespace {

constexpr std::array formats = {
    Format{.name = "text", .extension = ".txt", .can_follow = true, .render = text},
    Format{.name = "markdown", .extension = ".md", .can_follow = true, .render = markdown},
    Format{.name = "csv", .extension = ".csv", .can_follow = false, .render = csv},
    Format{.name = "json", .extension = ".json", .can_follow = false, .render = json},
};

}  // namespace

std::span<const Format> all_formats() { return formats; }

}  // namespace mentor::render

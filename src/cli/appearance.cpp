#include "appearance.hpp"

#include <algorithm>

#include "language/choice.hpp"
#include "program_folder.hpp"
#include "render/wrap.hpp"
#include "storage/change/snapshot.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

bool has_dumb_terminals(const World& world) {
  const auto term = world.environment("TERM");
  return !term || term->empty() || *term == "dumb";
}

std::optional<Language> named_language(const World& world, const Arguments& arguments) {
  if (const auto asked = value_from<Language>(arguments.one(lang_option).value_or(""))) {
    return asked;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = world.environment(name); value && !value->empty()) {
      return language::of_locale(*value);
    }
  }
  return std::nullopt;
}

Language language_of_program(const World& world, const std::optional<std::string>& directory) {
  try {
    const auto folder = program_folder(world, directory);
    const auto loaded = storage::load_program(folder, storage::Scope::of({}));
    return loaded.has_model ? loaded.program.settings.language : Language::en;
  } catch (const Refused&) {
    return Language::en;
  } catch (const storage::SystemError&) {
    return Language::en;
  }
}

Language message_language(const World& world, const Arguments& arguments) {
  const auto named = named_language(world, arguments);
  return named ? *named : language_of_program(world, arguments.one(directory_option));
}

std::size_t page_width(const World& world) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t widest = 100;
  return std::min(world.out_width.value_or(usual), widest);
}

void write_messages(std::ostream& out, std::optional<std::size_t> width, std::string_view text) {
  if (width) {
    out << render::wrapped_lines(text, *width);
  } else {
    out << text;
  }
}

bool uses_color(const World& world, const Arguments& arguments, bool terminal) {
  const auto asked = arguments.one(color_option);
  if (asked == "always" || asked == "never") {
    return asked == "always";
  }
  const auto no_color = world.environment("NO_COLOR");
  return terminal && !has_dumb_terminals(world) && (!no_color || no_color->empty());
}

}  // namespace mentor::cli

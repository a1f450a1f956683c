#include "output.hpp"

#include <sstream>

#include "storage/store.hpp"
#include "values.hpp"

namespace mentor::cli {

const render::Format& format_of(const Arguments& arguments) {
  const auto formats = render::all_formats();
  std::vector<std::string> names;
  for (const auto& format : formats) {
    names.emplace_back(format.name);
  }
  const std::string name = choose("--format", arguments.one("--format").value_or("text"), names);
  return *std::find_if(formats.begin(), formats.end(), [&](const auto& format) { return format.name == name; });
}

render::Style style_of(const Session& session, const Arguments& arguments) {
  if (arguments.has("--excel") && format_of(arguments).name != "csv") {
    throw Refused{Status::usage, say("usage.needs", std::string{"--excel"}, std::string{"--format csv"})};
  }
  return {.color = session.colors_out(), .width = session.world().width, .excel = arguments.has("--excel")};
}

void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file) {
  const render::Format& format = format_of(arguments);
  render::Style style = style_of(session, arguments);
  if (file.empty()) {
    format.render(session.world().out, report, words, style);
    return;
  }
  style.color = arguments.one("--color") == "always";
  style.width.reset();
  std::ostringstream text;
  format.render(text, report, words, style);
  storage::write_file(session.world().folder / file, text.str());
}

}  // namespace mentor::cli

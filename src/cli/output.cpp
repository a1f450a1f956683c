#include "output.hpp"

#include <sstream>

#include "storage/store.hpp"
#include "values.hpp"

namespace mentor::cli {

const render::Format& format_of(const Arguments& arguments) {
  return choose_row("--format", arguments.one("--format").value_or("text"), render::all_formats());
}

render::Style style_of(const Session& session, const Arguments& arguments) {
  if (arguments.has("--excel") && format_of(arguments).name != "csv") {
    throw Refused{Status::usage, say("usage.needs", std::string{"--excel"}, std::string{"--format csv"})};
  }
  return {.color = session.colors_out(), .width = session.world().out_width, .excel = arguments.has("--excel")};
}

std::string output_of(const Arguments& arguments) {
  auto typed = arguments.one("--output").value_or("-");
  if (typed.empty()) {
    throw Refused{Status::usage, say("usage.one-value", std::string{"--output"})};
  }
  return typed;
}

namespace {

/// A report is not written over the records that it is made of.
void refuse_own_file(const Session& session, const std::filesystem::path& file) {
  std::error_code error;
  const auto root = std::filesystem::weakly_canonical(session.root(), error);
  const auto inside = std::filesystem::weakly_canonical(session.world().folder / file, error).lexically_relative(root);
  if (inside.empty() || *inside.begin() == "..") {
    return;
  }
  const std::string first = inside.begin()->string();
  bool own = first == storage::settings_path || first == ".mentor" || first == ".git";
  for_each_kind([&]<class Record>(Record*) { own = own || first == folder_of<Record>; });
  if (own) {
    throw Refused{Status::usage, say("usage.own-file", file.string())};
  }
}

}  // namespace

void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file) {
  const render::Format& format = format_of(arguments);
  render::Style style = style_of(session, arguments);
  if (file.empty()) {
    format.render(session.world().out, report, words, style);
    return;
  }
  refuse_own_file(session, file);
  style.color = arguments.one("--color") == "always";
  style.width.reset();
  std::ostringstream text;
  format.render(text, report, words, style);
  storage::write_file(session.world().folder / file, text.str());
}

}  // namespace mentor::cli

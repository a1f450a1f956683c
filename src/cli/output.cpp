#include "output.hpp"

#include <algorithm>
#include <sstream>

#include "choices.hpp"
#include "storage/change/changes.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

const render::Format& format_of(const Arguments& arguments) {
  return choose_row(format_option.name, arguments.one(format_option).value_or("text"), render::all_formats());
}

render::Style style_of(const Session& session, const Arguments& arguments) {
  if (arguments.has(excel_option) && format_of(arguments).name != "csv") {
    throw Refused{Status::usage,
                  say("usage.needs", std::string{excel_option.name}, std::string{format_option.name} + " csv")};
  }
  return {.color = session.colors_out(), .width = session.world().out_width, .excel = arguments.has(excel_option)};
}

std::string output_of(const Arguments& arguments) {
  auto typed = arguments.one(output_option).value_or("-");
  if (typed.empty()) {
    throw Refused{Status::usage, say("usage.one-value", std::string{output_option.name})};
  }
  return typed;
}

namespace {

/// Whether a path is one of the program's own names in its folder. A disk may treat different letters as equal.
bool is_own(const std::filesystem::path& path) {
  const auto names = storage::program_names();
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    std::error_code error;
    return path.filename() == name || std::filesystem::equivalent(path, path.parent_path() / name, error);
  });
}

}  // namespace

storage::OutputFile report_file(const Session& session, const std::filesystem::path& typed) {
  auto file = storage::output_file(session.world().folder / typed);
  const auto root = session.root();
  std::error_code error;
  const auto throw_if_unknown = [&] {
    if (error && error != std::errc::no_such_file_or_directory) {
      throw storage::SystemError{storage::Operation::write_output, file.named.string(), error.value()};
    }
  };
  const auto real = std::filesystem::weakly_canonical(file.path, error);  // an open file may have another name
  throw_if_unknown();
  bool own = std::find(real.begin(), real.end(), ".git") != real.end();
  for (auto path = real; path.has_relative_path(); path = path.parent_path()) {
    own = own || (std::filesystem::equivalent(path.parent_path(), root, error) && is_own(path));
    throw_if_unknown();
  }
  if (own) {
    throw Refused{Status::usage, say("usage.own-file", typed.string())};
  }
  return file;
}

void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file) {
  const render::Format& format = format_of(arguments);
  render::Style style = style_of(session, arguments);
  if (file.empty()) {
    format.render(session.world().out, report, words, style);
    return;
  }
  const auto target = report_file(session, file);
  style.color = arguments.one(color_option) == "always";
  style.width.reset();
  std::ostringstream text;
  format.render(text, report, words, style);
  session.world().err.flush();  // messages before the report stand before it, even if both go to one place
  storage::write_file(target, text.str());
}

}  // namespace mentor::cli

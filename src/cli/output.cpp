#include "output.hpp"

#include <algorithm>
#include <ios>

#include "choices.hpp"
#include "storage/change/changes.hpp"
#include "storage/disk/names.hpp"
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

/// Lets `write` write to the answer as long as that takes anything. If it stops, nobody makes the rest, which may be
/// most of a million rows. `after_output` says at the end of the run why the answer stopped.
void write_answer(std::ostream& out, const storage::Write& write) {
  struct Throwing {
    explicit Throwing(std::ostream& stream) : out(stream) { out.exceptions(std::ios::badbit); }
    Throwing(const Throwing&) = delete;
    Throwing& operator=(const Throwing&) = delete;
    ~Throwing() { out.exceptions(std::ios::goodbit); }
    std::ostream& out;
  };
  if (out.bad()) {
    return;
  }
  try {
    const Throwing throwing{out};
    write(out);
  } catch (const std::ios_base::failure&) {
    // `after_output` tells it at the end of the run.
  }
}

/// Whether a path is one of the program's own names in its folder. A disk may treat different letters as equal.
bool is_own(const std::filesystem::path& path) {
  const auto names = storage::program_names();
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    std::error_code error;
    return path.filename() == name || std::filesystem::equivalent(path, path.parent_path() / name, error);
  });
}

/// Whether somebody has a program in that folder.
bool has_program(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(folder / storage::settings_path, error));
}

}  // namespace

storage::OutputFile answer_file(const Session& session, const std::filesystem::path& typed) {
  auto file = storage::output_file(session.world().folder / typed);
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
    own = own || (is_own(path) && has_program(path.parent_path()));
  }
  if (own) {
    throw Refused{Status::usage, say("usage.own-file", typed.string())};
  }
  return file;
}

Status status_of(const Arguments& arguments, const Health& health) {
  if (!arguments.has(strict_health_option) || health.is_sound()) {
    return Status::done;
  }
  return health.count(Omission::unread) != 0 ? Status::unreadable : Status::findings;
}

void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file) {
  render::Style style = style_of(session, arguments);
  if (!file.empty()) {
    style.color = arguments.one(color_option) == "always";
    style.width.reset();
  }
  write_files(session, format_of(arguments), report, words, style, file);
}

void write_files(const Session& session, const render::Format& format, const Report& report,
                 const language::Words& words, const render::Style& style, const std::filesystem::path& file) {
  const auto write_one = [&](std::string_view name, const storage::Write& write) {
    if (file.empty()) {
      if (!name.empty()) {
        throw Refused{Status::usage, say("usage.several-files", std::string{format.name})}.with_hint(
            say("hint.output-folder"));
      }
      write_answer(session.world().out, write);
      return;
    }
    const auto target = answer_file(session, name.empty() ? file : file.parent_path() / name);
    session.world().err.flush();  // messages stand before the report, even if both go to one place
    storage::write_file(target, write);
  };
  format.render(write_one, report, words, style);
}

}  // namespace mentor::cli

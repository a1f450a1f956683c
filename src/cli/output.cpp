#include "output.hpp"

#include <algorithm>
#include <array>
#include <ios>

#include "choices.hpp"
#include "mentor/shell_word.hpp"
#include "storage/change/changes.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

namespace {

/// The endings of files that people wish for and mentor does not write, and what gives the nearest.
struct OtherEnding {
  std::string_view ending;
  std::string_view extension;
  std::string_view hint = key("hint.output-format");
  std::string_view other = {};  // the extension of a second file that the hint names
};

constexpr std::string_view for_excel = key("hint.output-excel");
constexpr std::string_view for_word = key("hint.output-word");
constexpr std::array other_endings = {
    OtherEnding{".xls", ".csv", for_excel},
    OtherEnding{".xlsx", ".csv", for_excel},
    OtherEnding{".xlsm", ".csv", for_excel},
    OtherEnding{".ods", ".csv", for_excel},
    OtherEnding{".tsv", ".csv"},
    OtherEnding{".doc", ".txt", for_word, ".csv"},
    OtherEnding{".docx", ".txt", for_word, ".csv"},
    OtherEnding{".odt", ".txt", for_word, ".csv"},
    OtherEnding{".rtf", ".txt", for_word, ".csv"},
    OtherEnding{".pdf", ".txt"},
    OtherEnding{".htm", ".txt", for_word, ".csv"},
    OtherEnding{".html", ".txt", for_word, ".csv"},
    OtherEnding{".xml", ".json"},
    OtherEnding{".yaml", ".json"},
    OtherEnding{".yml", ".json"},
    OtherEnding{".zip", ".csv"},
    OtherEnding{".rar", ".csv"},
    OtherEnding{".7z", ".csv"},
    OtherEnding{".gz", ".csv"},
    OtherEnding{".tar", ".csv"},
};

/// The ending of a file's name, in small letters: `.csv`. Empty for a folder, and for a name without an ending.
std::string ending_of(const std::string& output) {
  std::string ending = output.ends_with('/') ? std::string{} : std::filesystem::path{output}.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
  return ending;
}

/// The format of the file that is named, by its ending. If that says nothing, `csv` for Excel and else `text`.
const render::Format& format_of_file(const std::string& output, bool is_for_excel) {
  const std::string ending = ending_of(output);
  const auto formats = render::all_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const render::Format& format) { return format.extension == ending; });
  if (found != formats.end()) {
    return *found;
  }
  const auto* const other = std::find_if(other_endings.begin(), other_endings.end(),
                                         [&](const OtherEnding& one) { return one.ending == ending; });
  if (other != other_endings.end()) {
    const std::string stem = output.substr(0, output.size() - ending.size());
    Texts known;
    std::transform(formats.begin(), formats.end(), std::back_inserter(known),
                   [](const render::Format& format) { return std::string{format.extension}; });
    Message hint{other->hint, {shell_word(stem + std::string{other->extension})}};
    if (!other->other.empty()) {
      hint.arguments.emplace_back(shell_word(stem + std::string{other->other}));
    }
    throw Refused{Status::usage, say("output.other-format", ending, std::move(known))}.with_hint(std::move(hint));
  }
  return is_for_excel ? choose_row(typed_label(format_option), "csv", formats) : formats.front();
}

}  // namespace

const render::Format& format_of(const Arguments& arguments) {
  if (const auto named = arguments.one(format_option)) {
    return choose_row(typed_label(format_option), *named, render::all_formats());
  }
  return format_of_file(output_of(arguments), arguments.has(excel_option));
}

render::Style style_of(const Session& session, const Arguments& arguments) {
  if (arguments.has(excel_option) && format_of(arguments).name != "csv") {
    Refused refused{Status::usage, say("usage.needs", typed_name(excel_option), typed_label(format_option, "csv"))};
    if (const std::string output = output_of(arguments); !arguments.has(format_option) && !ending_of(output).empty()) {
      const std::string stem = output.substr(0, output.size() - ending_of(output).size());
      refused.hint = say("hint.output-excel", shell_word(stem + ".csv"));
    }
    throw refused;
  }
  if (arguments.has(ids_option) && !arguments.has(excel_option)) {
    throw Refused{Status::usage, say("usage.needs", typed_name(ids_option), typed_name(excel_option))};
  }
  return {.color = session.colors_out(),
          .width = session.world().out_width,
          .is_wide = arguments.has(wide_option),
          .with_ids = arguments.has(ids_option),
          .excel = arguments.has(excel_option)};
}

std::string output_of(const Arguments& arguments) { return arguments.one(output_option).value_or("-"); }

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

void refuse_own_file(const Session& session, const Arguments& arguments) {
  if (const auto typed = output_of(arguments); typed != "-" && !typed.ends_with('/')) {
    answer_file(session, typed);
  }
}

Status status_of(const Arguments& arguments, const Health& health) {
  if (!arguments.has(strict_health_option) || health.is_sound()) {
    return Status::done;
  }
  return health.count(Omission::unread) != 0 ? Status::unreadable : Status::findings;
}

void write_whole(const Session& session, const std::filesystem::path& file, const storage::Write& write, Tells tells) {
  if (file.empty()) {
    session.page();
    write_answer(session.world().out, write);
    return;
  }
  const auto target = answer_file(session, file);
  std::error_code error;
  const auto former = std::filesystem::file_size(target.path, error);
  const bool replaces = !error && former > 0 && std::filesystem::is_regular_file(target.path, error);
  session.world().err.flush();  // messages stand before the report, even if both go to one place
  storage::write_file(target, write);
  if (session.says_what_it_did() && (replaces || tells == Tells::each_file)) {
    session.tell(replaces ? say("output.replaced", file.string()) : say("output.written", file.string()));
  }
}

void tell_of_excel(const Session& session, const Arguments& arguments) {
  const bool is_for_programs = format_of(arguments).name == "csv" && !arguments.has(excel_option);
  if (is_for_programs && output_of(arguments) != "-" && session.says_what_it_did()) {
    session.tell(say("output.for-programs", typed_name(excel_option)));
  }
}

render::Style style_in_file(render::Style style, const Arguments& arguments) {
  style.color = arguments.one(color_option) == "always";
  style.width.reset();
  return style;
}

void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file) {
  write_report(session, report, words, arguments, style_of(session, arguments), file);
}

void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const render::Style& style, const std::filesystem::path& file) {
  write_files(session, format_of(arguments), report, words, file.empty() ? style : style_in_file(style, arguments),
              file);
}

void write_files(const Session& session, const render::Format& format, const Report& report,
                 const language::Words& words, const render::Style& style, const std::filesystem::path& file,
                 Tells tells) {
  const auto write_one = [&](std::string_view name, const storage::Write& write) {
    if (file.empty() && !name.empty()) {
      throw Refused{Status::usage, say("usage.several-files", typed_label(format))}.with_hint(
          say("hint.output-folder"));
    }
    write_whole(session, name.empty() ? file : file.parent_path() / name, write, tells);
  };
  format.render(write_one, report, words, style);
}

}  // namespace mentor::cli

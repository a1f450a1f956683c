/// Where an answer goes: standard output, a file, or a file of its own in a folder; and in which format.
#pragma once

#include <filesystem>
#include <string>

#include "session.hpp"
#include "storage/disk/output_file.hpp"

namespace mentor::cli {

/// The names of the formats.
Texts format_names();
inline constexpr Option format_option{.name = "--format",
                                      .short_name = "",
                                      .value = key("value.format"),
                                      .arity = Arity::optional,
                                      .help = key("help.format"),
                                      .choices = format_names};
inline constexpr Option excel_option{"--excel", "", "", Arity::flag, key("help.report.excel")};
inline constexpr Option output_option{"--output", "-o", key("value.file"), Arity::optional, key("help.list.output")};

/// The format that `--format` names, `text` without it. Throws `Refused` when there is no such format.
const render::Format& format_of(const Arguments& arguments);

/// How it is to look. Throws `Refused` when `--excel` stands without CSV.
render::Style style_of(const Session& session, const Arguments& arguments);

/// Where `--output` says, `-` without it. Throws `Refused` when it says nothing.
std::string output_of(const Arguments& arguments);

/// The file that is meant for a report, which counts from the working directory. Throws `Refused` when it is one of
/// those that reports are made of or that git keeps, by whatever name, and `storage::SystemError`.
storage::OutputFile report_file(const Session& session, const std::filesystem::path& typed);

/// Writes a report to standard output or, when `file` is not empty, whole to that file. Throws as `write_files` does.
void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file);

/// The same in a format and a style. Each file of the report is written whole or not at all; those that have a name
/// stand beside `file`. Throws as `report_file` does, `storage::SystemError` when a file cannot be written, and
/// `Refused` when several are to go to standard output.
void write_files(const Session& session, const render::Format& format, const Report& report,
                 const language::Words& words, const render::Style& style, const std::filesystem::path& file);

}  // namespace mentor::cli

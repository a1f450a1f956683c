/// Where an answer goes, and in which format: to standard output, to a file, or to a file of its own in a folder.
#pragma once

#include <filesystem>
#include <string>

#include "session.hpp"
#include "storage/disk/output_file.hpp"

namespace mentor::cli {

inline constexpr Option format_option{
    "--format", "", key("value.format"), Arity::optional, key("help.format"), names_of_rows<render::all_formats>};
inline constexpr Option excel_option{"--excel", "", "", Arity::flag, key("help.report.excel")};
inline constexpr Option output_option{"--output", "-o", key("value.file"), Arity::optional, key("help.list.output")};

/// The format that `--format` names; `text` without the option. Throws `Refused` when there is no such format.
const render::Format& format_of(const Arguments& arguments);

/// How the answer looks. Throws `Refused` when `--excel` is given without CSV.
render::Style style_of(const Session& session, const Arguments& arguments);

/// The value of `--output`; `-` without the option. Throws `Refused` when the value is empty.
std::string output_of(const Arguments& arguments);

/// The file that somebody has named for an answer. A relative path counts from the working directory. Throws `Refused`
/// when the file belongs to a program or to git, by whatever name; throws `storage::SystemError` when that cannot be
/// found out.
storage::OutputFile answer_file(const Session& session, const std::filesystem::path& typed);

/// Writes a report to standard output or, when `file` is not empty, whole to that file. Throws as `write_files` does.
void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file);

/// The same in a format and a style. Each file of the report is written whole or not at all; those that have a name
/// stand beside `file`. Throws as `answer_file` does, `storage::SystemError` when a file cannot be written, and
/// `Refused` when several are to go to standard output.
void write_files(const Session& session, const render::Format& format, const Report& report,
                 const language::Words& words, const render::Style& style, const std::filesystem::path& file);

}  // namespace mentor::cli

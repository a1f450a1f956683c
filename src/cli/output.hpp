/// Where an answer goes and which format it has. It goes to standard output, to a file, or to a file of its own in a
/// folder.
#pragma once

#include <filesystem>
#include <string>

#include "session.hpp"
#include "storage/disk/output_file.hpp"

namespace mentor::cli {

inline constexpr Option format_option{.name = "--format",
                                      .russian = "--вид-файла",
                                      .short_name = "",
                                      .value = key("value.format"),
                                      .arity = Arity::optional,
                                      .help = key("help.format"),
                                      .choices = choices_of_rows<render::all_formats>,
                                      .also = "--формат"};
inline constexpr Option excel_option{"--excel", "--эксель", "", "", Arity::flag, key("help.report.excel")};
inline constexpr Option ids_option{"--ids", "--коды", "", "", Arity::flag, key("help.report.ids")};
inline constexpr Option output_option{"--output",        "--файл",        "-o",
                                      key("value.file"), Arity::optional, key("help.list.output")};

inline constexpr Option wide_option{"--wide", "--широко", "", "", Arity::flag, key("help.list.wide")};

/// The format that `--format` names. Without that option it is the one of the file of `--output`, by the ending of its
/// name; else `csv` with `--excel`, and `text` without. Throws `Refused` when there is no such format, and when the
/// ending is that of another program's.
const render::Format& format_of(const Arguments& arguments);

/// How the answer looks. Throws `Refused` when `--excel` is given with another format than CSV, or `--ids` without
/// `--excel`.
render::Style style_of(const Session& session, const Arguments& arguments);

/// The value of `--output`; `-` without the option. Throws `Refused` when the value is empty.
std::string output_of(const Arguments& arguments);

/// The file that somebody has named for an answer. A relative path counts from the working directory. Throws `Refused`
/// when the file belongs to a program or to git, by whatever name; throws `storage::SystemError` when that cannot be
/// found out.
storage::OutputFile answer_file(const Session& session, const std::filesystem::path& typed);

/// Throws as `answer_file` does for the file of `--output`, before anything else about it is looked at.
void refuse_own_file(const Session& session, const Arguments& arguments);

/// Writes a report to standard output. If `file` is not empty, writes it to that file instead, whole or not at all.
/// Throws as `write_files` does.
void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const std::filesystem::path& file);
/// Does the same in a style that `style_of` gave and the command has changed.
void write_report(const Session& session, const Report& report, const language::Words& words,
                  const Arguments& arguments, const render::Style& style, const std::filesystem::path& file);
/// What is said to a person at a terminal of files that were written: of each that it was, or only that a former file
/// was replaced, where all are named together later.
enum class Tells { each_file, replaced_alone };

/// Writes what `write` writes to standard output, or to a file as one whole. Throws as `write_files` does.
void write_whole(const Session& session, const std::filesystem::path& file, const storage::Write& write,
                 Tells tells = Tells::each_file);
/// Says to a person who had CSV written to a file, but not for Excel, how to get that.
void tell_of_excel(const Session& session, const Arguments& arguments);
/// The style of an answer in a file: without a terminal's width, and with colours only if they were asked for.
render::Style style_in_file(render::Style style, const Arguments& arguments);

/// Writes a report in this format and style. Each of its files is written whole or not at all. A file that has a name
/// goes beside `file`. Throws as `answer_file` does, `storage::SystemError` when a file cannot be written, and
/// `Refused` when several files would go to standard output.
void write_files(const Session& session, const render::Format& format, const Report& report,
                 const language::Words& words, const render::Style& style, const std::filesystem::path& file,
                 Tells tells = Tells::each_file);

/// The option by which a report or a list fails that could not take in everything.
inline constexpr Option strict_health_option{"--strict", "--строго", "", "", Arity::flag, key("help.strict-health")};
/// The exit status of an answer that is made from files of such a health.
Status status_of(const Arguments& arguments, const Health& health);

}  // namespace mentor::cli

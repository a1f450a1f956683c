/// What the targets share that load files: where a program has records of any kind, and what holds of everything
/// loaded. A finding stands where its file has a place.
#pragma once

#include <algorithm>
#include <string>

#include "mentor/records.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "storage/yaml/loader.hpp"
#include "target.hpp"

namespace fuzz {

/// Calls `visit` with a null pointer of each kind and the path of a file of its records: that of one record, and, where
/// the kind may have one, that of a packed school year.
template <class Visit>
void for_each_file(Visit visit) {
  mentor::for_each_kind([&]<class Record>(Record* kind) {
    visit(kind, mentor::path_of_file<Record>("one"));
    if (constexpr std::string_view packed = "2025-2026"; mentor::is_packed_name<Record>(packed)) {
      visit(kind, mentor::path_of_file<Record>(packed));
    }
  });
}

/// The lines as an editor counts them: behind a last line feed there is one more.
inline std::vector<std::string_view> editor_lines(std::string_view text) {
  auto lines = mentor::lines_of(text);
  if (text.empty() || text.back() == '\n') {
    lines.emplace_back();
  }
  return lines;
}

/// A place is the file as a whole, or a line of it and a column from 1 to the one behind its last character.
inline void require_place(const mentor::Finding& finding, std::string_view text) {
  const std::uint32_t line = finding.place.line;
  const std::uint32_t column = finding.place.column;
  if (line == 0) {
    require(column == 0, "a finding about the file as a whole has no column", finding.message.key);
    return;
  }
  const auto lines = editor_lines(text);
  require(line <= lines.size(), "a finding's line is in the file", finding.message.key);
  require(column >= 1 && column <= mentor::utf8::length(lines[line - 1]) + 1, "a finding's column is in its line",
          finding.message.key);
}

/// Whether an error stands in one of these lines.
inline bool has_error_in(const std::vector<mentor::Finding>& findings, std::string_view path, std::size_t first,
                         std::size_t last) {
  return std::any_of(findings.begin(), findings.end(), [&](const mentor::Finding& finding) {
    return finding.severity == mentor::Severity::error && finding.place.path == path && finding.place.line >= first &&
           finding.place.line <= last;
  });
}

}  // namespace fuzz

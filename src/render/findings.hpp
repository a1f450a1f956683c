/// Findings as lines for people, as JSON, as SARIF for code scanners and as annotations for GitHub.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "language/words.hpp"
#include "mentor/finding.hpp"

namespace mentor::render {

/// How findings look as text.
struct FindingsStyle {
  bool color = false;
  bool is_for_terminal = false;  // commands stand below the sentence on lines of their own, to be copied
};

/// `participants/x.yaml:5:7: error: … [mentee-age]`. There is no place if the finding is about something in no file
/// yet.
void findings_text(std::ostream& out, std::span<const Finding> findings, const language::Words& words,
                   const FindingsStyle& style);
void findings_json(std::ostream& out, std::span<const Finding> findings, const language::Words& words,
                   const FindingsStyle& style);
void findings_sarif(std::ostream& out, std::span<const Finding> findings, const language::Words& words,
                    const FindingsStyle& style);
void findings_github(std::ostream& out, std::span<const Finding> findings, const language::Words& words,
                     const FindingsStyle& style);

struct FindingsFormat {
  std::string_view name;
  void (*render)(std::ostream&, std::span<const Finding>, const language::Words&, const FindingsStyle&);
};

std::span<const FindingsFormat> all_findings_formats();

}  // namespace mentor::render

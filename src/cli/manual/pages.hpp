/// The pages of the manual, in both languages. What tables and catalogs say is taken from them; prose that no table
/// holds stands in man/en and man/ru, in the language of roff:
///
/// * The file of a command's page has what its description goes on with; behind a line `.\" @option --type`, what is to
///   be said of that option; then sections of its own. A command without such a file has a page all the same.
/// * The file of any other page is the page from its first section on. A line `.\" @kinds` stands for that listing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/label.hpp"

namespace mentor::cli {

struct Command;

struct Page {
  std::string name;  // `mentor-edit`
  char section = '1';
  const Command* command = nullptr;  // whose page it is; null for the others
  FixedLabel summary = {};           // of the others
};

/// mentor(1), a page for each command, and those about records, formats and rules.
std::vector<Page> all_pages();

/// The page as roff. Throws `std::logic_error` when something has no text in the language.
std::string page_text(const Page& page, Language language);

/// What `mentor help` shows: `edit` is the page mentor-edit, `records` is mentor-records, and the name of a rule its
/// entry. Nothing when there is no such topic.
std::optional<std::string> topic_text(std::string_view topic, Language language);
/// All topics.
std::vector<std::string> all_topics();

}  // namespace mentor::cli

/// The pages of the manual, in both languages. What tables and catalogs hold is taken from them. Other prose stands in
/// man/en and man/ru, written in roff:
///
/// * The file for a command's page continues its description. After a line `.\" @option --type` it says more about that
///   option. Then it may have sections of its own. A command without such a file has a page, too.
/// * The file for any other page has the page from its first section on. A line `.\" @kinds` stands for that listing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "mentor/label.hpp"

namespace mentor::cli {

struct Page {
  std::string name;  // `mentor-edit`
  char section = '1';
  const Command* command = nullptr;  // the command of the page; null for other pages
  FixedLabel summary = {};           // only for other pages
  std::string_view russian = {};     // what people may type for the topic
};

/// mentor(1), a page for each command, and the pages about records, formats and rules.
std::vector<Page> all_pages();

/// The page in roff. Throws `std::logic_error` when something has no text in the language.
std::string page_text(const Page& page, Language language);

/// Throws `std::logic_error` when a file of prose belongs to no page, or when a page has prose, or prose of an option,
/// in only one language.
void check_prose();

/// What `mentor help` shows for a topic. `edit` is the page mentor-edit, `records` is mentor-records, and the name of a
/// rule is the rule's entry. Nothing when there is no such topic.
std::optional<std::string> topic_text(std::string_view topic, Language language);
/// All topics, each with what people may type for it in Russian.
std::vector<Choice> all_topics();

}  // namespace mentor::cli

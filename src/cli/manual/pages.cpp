#include "pages.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include "embedded_pages.hpp"
#include "listings.hpp"
#include "roff.hpp"
#include "version.hpp"

namespace mentor::cli {

namespace {

using language::Words;

namespace said {
constexpr FixedLabel name{"НАЗВАНИЕ", "NAME"};
constexpr FixedLabel synopsis{"СИНТАКСИС", "SYNOPSIS"};
constexpr FixedLabel description{"ОПИСАНИЕ", "DESCRIPTION"};
constexpr FixedLabel options{"ПАРАМЕТРЫ", "OPTIONS"};
constexpr FixedLabel examples{"ПРИМЕРЫ", "EXAMPLES"};
constexpr FixedLabel see_also{"СМ. ТАКЖЕ", "SEE ALSO"};
constexpr FixedLabel more_options{
    "Общие параметры всех команд, способы указать запись, дату и период и коды завершения "
    "описаны в `mentor`(1).",
    "The options of every command, the ways to name a record, a day and a period, and "
    "the exit statuses are in `mentor`(1)."};
}  // namespace said

constexpr std::string_view option_mark = ".\\\" @option ";
constexpr std::string_view listing_mark = ".\\\" @";

/// What a person wrote for the page in this language. Empty when nobody did.
std::string_view prose_of(const Page& page, Language language) {
  const std::string file = (language == Language::ru ? "ru/" : "en/") + page.name + '.' + page.section;
  const auto* const found =
      std::find_if(embedded::all.begin(), embedded::all.end(), [&](const auto& one) { return one.first == file; });
  return found == embedded::all.end() ? std::string_view{} : found->second;
}

template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// The parts of what a person wrote for a command.
struct CommandProse {
  std::string description;
  OptionProse options;
  std::string sections;
};

CommandProse parts_of(std::string_view prose) {
  CommandProse parts;
  std::string* part = &parts.description;
  for_each_line(prose, [&](std::string_view line) {
    if (line.starts_with(option_mark)) {
      part = &parts.options[std::string{line.substr(option_mark.size())}];
      return;
    }
    if (line.starts_with(".SH ")) {
      part = &parts.sections;
    }
    part->append(line) += '\n';
  });
  for (auto& [name, text] : parts.options) {
    text.erase(text.find_last_not_of('\n') + 1);
  }
  return parts;
}

/// The prose, with each listing where the prose asks for it.
std::string with_listings(std::string_view prose, const Words& words) {
  std::string text;
  for_each_line(prose, [&](std::string_view line) {
    if (line.starts_with(listing_mark) && !line.starts_with(option_mark)) {
      text += listing(line.substr(listing_mark.size()), words);
    } else {
      text.append(line) += '\n';
    }
  });
  return text;
}

std::string heading(const FixedLabel& label, const Words& words) {
  return ".SH " + std::string{label.in(words.language())} + '\n';
}

bool has_option(const Command& command, std::string_view name) {
  return std::any_of(command.options.begin(), command.options.end(),
                     [&](const Option& option) { return option.name == name; });
}

std::string command_page(const Command& command, std::string_view by_hand, const Words& words) {
  CommandProse prose = parts_of(with_listings(by_hand, words));
  std::string text = heading(said::synopsis, words) + synopsis_of(command, words);
  text += heading(said::description, words) + roff_of(text_of(words, command.description)) + '\n' + prose.description;
  text += heading(said::options, words) + options_listing(command.options, words, prose.options);
  if (command.writes) {
    text += options_listing(writing_options(), words, {});
  }
  for (const auto& [name, more] : prose.options) {
    if (!has_option(command, name)) {
      throw std::logic_error{"prose of an option that the command does not have: " + name};
    }
  }
  text += ".PP\n" + roff_of(said::more_options.in(words.language())) + '\n' + prose.sections;
  text += heading(said::examples, words) + ".EX\n" + roff_of(text_of(words, command.examples)) + "\n.EE\n";
  return text + heading(said::see_also, words) + bold("mentor") + "(1), " + bold("mentor-records") + "(5), " +
         bold("mentor-formats") + "(5), " + bold("mentor-rules") + "(7)\n";
}

Page page_of(const Command& command) {
  return {.name = "mentor-" + std::string{command.name}, .command = &command, .russian = command.russian};
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char byte) { return static_cast<char>(std::toupper(static_cast<unsigned char>(byte))); });
  return text;
}

}  // namespace

std::vector<Page> all_pages() {
  std::vector<Page> pages = {
      {.name = "mentor",
       .section = '1',
       .summary = {"ведёт программу наставничества школы в простых файлах",
                   "keep a school's mentoring program as plain files"}},
      {.name = "mentor-records",
       .section = '5',
       .summary = {"записи программы наставничества и program.yaml",
                   "the records of a mentoring program, and program.yaml"},
       .russian = "записи"},
      {.name = "mentor-formats",
       .section = '5',
       .summary = {"в каких форматах mentor печатает отчёты, списки и находки",
                   "the formats of mentor's reports, lists and findings"},
       .russian = "форматы"},
      {.name = "mentor-rules",
       .section = '7',
       .summary = {"по каким правилам mentor проверяет записи программы наставничества",
                   "what mentor checks the records of a mentoring program for"},
       .russian = "правила"},
  };
  for (const Command* command : all_commands()) {
    pages.push_back(page_of(*command));
  }
  return pages;
}

std::string page_text(const Page& page, Language language) {
  const Words words{language};
  const std::string summary =
      page.command == nullptr ? std::string{page.summary.in(language)} : text_of(words, page.command->summary);
  const std::string_view prose = prose_of(page, language);
  return ".TH " + roff_of(upper(page.name)) + ' ' + page.section + ' ' + std::string{version_date} + " \"mentor " +
         std::string{version} + "\" \"mentor\"\n.nh\n.ad l\n" + heading(said::name, words) + roff_of(page.name) +
         " \\- " + roff_of(summary) + '\n' +
         (page.command == nullptr ? with_listings(prose, words) : command_page(*page.command, prose, words));
}

void check_prose() {
  const auto pages = all_pages();
  for (const auto& [file, text] : embedded::all) {
    const auto is_its = [&, name = file](const Page& page) {
      return name.substr(name.find('/') + 1) == page.name + '.' + page.section;
    };
    if (std::none_of(pages.begin(), pages.end(), is_its)) {
      throw std::logic_error{"prose that belongs to no page: " + std::string{file}};
    }
  }
  for (const Page& page : pages) {
    const auto ru = prose_of(page, Language::ru);
    const auto en = prose_of(page, Language::en);
    const auto ru_options = parts_of(ru).options;
    const auto en_options = parts_of(en).options;
    const auto is_named_alike = [](const auto& one, const auto& other) { return one.first == other.first; };
    if (ru.empty() != en.empty() ||
        !std::equal(ru_options.begin(), ru_options.end(), en_options.begin(), en_options.end(), is_named_alike)) {
      throw std::logic_error{"prose in one language alone: " + page.name};
    }
  }
}

std::optional<std::string> topic_text(std::string_view topic, Language language) {
  for (const Page& page : all_pages()) {
    if (page.name == topic || page.name == "mentor-" + std::string{topic}) {
      return page_text(page, language);
    }
  }
  for (const RuleRow& rule : all_rules()) {
    if (rule.name == topic) {
      return rule_listing(rule, Words{language});
    }
  }
  return std::nullopt;
}

std::vector<Choice> all_topics() {
  std::vector<Choice> topics;
  constexpr std::string_view prefix = "mentor-";
  for (const Page& page : all_pages()) {
    Choice& topic =
        topics.emplace_back(Choice{page.name.starts_with(prefix) ? page.name.substr(prefix.size()) : page.name});
    if (!page.russian.empty()) {
      topic.called.push_back(page.russian);
    }
  }
  for (const RuleRow& rule : all_rules()) {
    topics.push_back(Choice{std::string{rule.name}});
  }
  return topics;
}

}  // namespace mentor::cli

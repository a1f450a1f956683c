#include "journal.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "file_system.hpp"
#include "limits.hpp"
#include "system_error.hpp"

namespace mentor::storage {

namespace {

constexpr const char* shown_folder = ".mentor/log";
constexpr const char* temporary_name = "new";
constexpr std::string_view title = "mentor log 1\n";
constexpr std::string_view last_line = "end\n";

struct Ending {
  EntryState state;
  std::string_view text;
};
constexpr std::array endings = {Ending{EntryState::done, ""}, Ending{EntryState::todo, ".todo"},
                                Ending{EntryState::back, ".back"}, Ending{EntryState::taken_back, ".void"}};
constexpr std::string_view odd_ending = ".odd";

std::string digits_of(std::uint64_t number) {
  constexpr std::size_t width = 6;
  std::string text = std::to_string(number);
  return text.insert(0, width - std::min(width, text.size()), '0');
}

std::string file_name(Journal::Name name) {
  const auto* ending =
      std::find_if(endings.begin(), endings.end(), [&](const Ending& one) { return one.state == name.state; });
  return digits_of(name.number).append(ending->text);
}

std::optional<std::uint64_t> number_from(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional{number}
                                                                                   : std::nullopt;
}

constexpr std::uint64_t most_number = 999'999'999'999;

std::optional<Journal::Name> name_from(std::string_view text) {
  const auto number = number_from(text.substr(0, text.find('.')));
  for (const Ending& ending : endings) {
    if (number && *number <= most_number && file_name({*number, ending.state}) == text) {
      return Journal::Name{*number, ending.state};
    }
  }
  return std::nullopt;
}

// An entry is a row of fields, each a line `name length` followed by that many bytes and a line feed.

void add_field(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(" ").append(std::to_string(value.size())).append("\n").append(value).append("\n");
}

struct TextField {
  std::string_view name;
  std::string_view value;
};

/// Takes the first field off `rest`; nothing when there is none.
std::optional<TextField> take_field(std::string_view& rest) {
  const auto line_end = rest.find('\n');
  const auto blank = rest.find(' ');
  if (line_end == std::string_view::npos || blank >= line_end) {
    return std::nullopt;
  }
  const auto length = number_from(rest.substr(blank + 1, line_end - blank - 1));
  const std::size_t left = rest.size() - line_end - 1;
  if (!length || *length >= left || rest[line_end + 1 + *length] != '\n') {
    return std::nullopt;
  }
  const TextField field{rest.substr(0, blank), rest.substr(line_end + 1, *length)};
  rest.remove_prefix(line_end + 1 + *length + 1);
  return field;
}

/// Sets what the field names; false when there is no such, or its value is none.
bool set_field(JournalEntry& entry, TextField field) {
  const std::string text{field.value};
  Patch* patch = entry.patches.empty() ? nullptr : &entry.patches.back();
  if (field.name == "moment") {
    entry.origin.moment = text;
  } else if (field.name == "command") {
    entry.origin.command = text;
  } else if (field.name == "record") {
    entry.records.push_back(text);
  } else if (field.name == "file") {
    if (!is_program_path(text)) {
      return false;
    }
    entry.patches.push_back({.path = text});
  } else if (patch != nullptr && field.name == "before") {
    patch->before = text;
  } else if (patch != nullptr && field.name == "after") {
    patch->after = text;
  } else {
    const auto number = number_from(field.value);
    if (number && (field.name == "undo" || field.name == "redo")) {
      entry.reversal = {field.name == "undo" ? Reversal::Kind::undo : Reversal::Kind::redo, *number};
    } else if (number && patch != nullptr && field.name == "head") {
      patch->head = *number;
    } else if (number && patch != nullptr && field.name == "tail") {
      patch->tail = *number;
    } else if (number && patch != nullptr && field.name == "rest") {
      patch->rest = *number;
    } else if (number && patch != nullptr && field.name == "mode") {
      patch->mode = static_cast<unsigned>(*number);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string journal_text(const JournalEntry& entry) {
  std::string text{title};
  add_field(text, "moment", entry.origin.moment);
  add_field(text, "command", entry.origin.command);
  if (entry.reversal) {
    add_field(text, entry.reversal->kind == Reversal::Kind::undo ? "undo" : "redo", std::to_string(entry.reversal->of));
  }
  for (const auto& record : entry.records) {
    add_field(text, "record", record);
  }
  for (const Patch& patch : entry.patches) {
    add_field(text, "file", patch.path);
    add_field(text, "head", std::to_string(patch.head));
    add_field(text, "tail", std::to_string(patch.tail));
    add_field(text, "rest", std::to_string(patch.rest));
    if (patch.mode) {
      add_field(text, "mode", std::to_string(*patch.mode));
    }
    if (patch.before) {
      add_field(text, "before", *patch.before);
    }
    if (patch.after) {
      add_field(text, "after", *patch.after);
    }
  }
  return text.append(last_line);
}

std::optional<JournalEntry> parse_journal(std::string_view text) {
  if (!text.starts_with(title)) {
    return std::nullopt;
  }
  JournalEntry entry;
  text.remove_prefix(title.size());
  while (text != last_line) {
    const auto field = take_field(text);
    if (!field || !set_field(entry, *field)) {
      return std::nullopt;
    }
  }
  return entry;
}

Journal::Journal(int private_folder) : folder_(ensure_folder(private_folder, "log", shown_folder)) {}

Journal Journal::of_program(const std::filesystem::path& root) {
  try {
    const Descriptor folder = open_root(root);
    const Descriptor private_files = open_folder(folder.number(), ".mentor", ".mentor");
    return Journal{open_folder(private_files.number(), "log", shown_folder)};
  } catch (const SystemError& failed) {
    if (failed.error() == ENOENT) {
      return Journal{Descriptor{}};
    }
    throw;
  }
}

Journal Journal::for_reader(const std::filesystem::path& root) {
  try {
    return of_program(root);
  } catch (const SystemError&) {
    return Journal{Descriptor{}};
  }
}

std::vector<Journal::Name> Journal::list() const {
  std::vector<Name> names;
  if (folder_.is_open()) {
    for (const Entry& entry : entries_of(folder_.number(), shown_folder)) {
      if (const auto name = name_from(entry.name); name && entry.type == EntryType::file) {
        names.push_back(*name);
      }
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<JournalEntry> Journal::read(Name name) const {
  try {
    const auto text = read_file(folder_.number(), file_name(name).c_str(), shown_folder, most_entry_bytes);
    return text ? parse_journal(*text) : std::nullopt;
  } catch (const SystemError& failed) {
    if (failed.error() == EFBIG) {  // none of ours
      return std::nullopt;
    }
    throw;
  }
}

std::optional<JournalEntry> Journal::read_in_any_state(std::uint64_t number) const {
  // In the order in which an entry goes through them, so that it cannot slip by.
  for (const EntryState state : {EntryState::todo, EntryState::back, EntryState::done, EntryState::taken_back}) {
    if (auto entry = read({number, state})) {
      return entry;
    }
  }
  return std::nullopt;
}

Journal::Name Journal::add(const JournalEntry& entry, std::optional<unsigned> mode) const {
  const auto names = list();
  const Name name{names.empty() ? 1 : names.back().number + 1, EntryState::todo};
  if (name.number > most_number) {  // nobody would know it for an entry, nor finish it
    throw SystemError{Operation::write, std::string{shown_folder} + '/' + file_name(name), EFBIG};
  }
  const std::string text = journal_text(entry);
  if (text.size() > most_entry_bytes) {
    throw SystemError{Operation::write, shown_folder, EFBIG};
  }
  TemporaryFile file{folder_.number(), temporary_name, text, mode, shown_folder};
  file.move_to({folder_.number(), file_name(name)}, Onto::nothing, shown_folder);
  try {
    sync(folder_.number(), shown_folder);
  } catch (const SystemError& failed) {
    if (::unlinkat(folder_.number(), file_name(name).c_str(), 0) != 0) {
      throw SystemError{Operation::unfinished, shown_folder, failed.error()};
    }
    throw;
  }
  return name;
}

Journal::Name Journal::set_state(Name name, EntryState state) const {
  const Name changed{name.number, state};
  move_file({folder_.number(), file_name(name)}, {folder_.number(), file_name(changed)}, Onto::anything, shown_folder);
  if (state != EntryState::done) {  // that one would only be done again
    sync(folder_.number(), shown_folder);
  }
  return changed;
}

std::string Journal::set_aside(Name name) const {
  const std::string odd = digits_of(name.number).append(odd_ending);
  move_file({folder_.number(), file_name(name)}, {folder_.number(), odd}, Onto::anything, shown_folder);
  return std::string{shown_folder} + '/' + odd;
}

void Journal::tidy() const {
  ::unlinkat(folder_.number(), temporary_name, 0);
  std::vector<Name> names;
  try {
    names = list();
  } catch (const std::exception&) {
    return;  // the next one will
  }
  for (std::size_t index = 0; index + most_changes < names.size(); ++index) {
    if (is_settled(names[index].state)) {
      ::unlinkat(folder_.number(), file_name(names[index]).c_str(), 0);
    }
  }
}

}  // namespace mentor::storage

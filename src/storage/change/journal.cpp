#include "journal.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <iterator>

#include "checksum.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::storage {

namespace {

constexpr const char* shown_folder = ".mentor/log";
constexpr const char* temporary_name = "new";
constexpr std::string_view title = "mentor log 2\n";
constexpr std::string_view last_line = "end\n";

/// What the name of an entry's file ends with in this state.
struct NameEnding {
  EntryState state;
  std::string_view text;
};
constexpr std::array endings = {NameEnding{EntryState::done, ""}, NameEnding{EntryState::todo, ".todo"},
                                NameEnding{EntryState::back, ".back"}, NameEnding{EntryState::taken_back, ".void"}};
constexpr std::string_view set_aside_ending = ".odd";

std::string digits_of(std::uint64_t number) {
  constexpr std::size_t width = 6;
  std::string text = std::to_string(number);
  return text.insert(0, width - std::min(width, text.size()), '0');
}

std::string file_name(Journal::Name name) {
  const auto* ending =
      std::find_if(endings.begin(), endings.end(), [&](const NameEnding& one) { return one.state == name.state; });
  return digits_of(name.number).append(ending->text);
}

std::optional<std::uint64_t> number_from(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional{number}
                                                                                   : std::nullopt;
}

constexpr std::uint64_t most_number = 999'999'999'999;

/// The number with which a name begins, if it is like that of an entry: `000042 (copy)`.
std::optional<std::uint64_t> leading_number(std::string_view name) {
  constexpr std::size_t fewest_digits = 6;
  const auto digits = std::min(name.find_first_not_of("0123456789"), name.size());
  return digits >= fewest_digits ? number_from(name.substr(0, digits)) : std::nullopt;
}

std::optional<Journal::Name> name_from(std::string_view text) {
  const auto number = number_from(text.substr(0, text.find('.')));
  for (const NameEnding& ending : endings) {
    if (number && *number <= most_number && file_name({*number, ending.state}) == text) {
      return Journal::Name{*number, ending.state};
    }
  }
  return std::nullopt;
}

// An entry is a row of fields. Each field is a line `name length`, then so many bytes, then a line feed. The last field
// is the checksum of all before it.

void add_field(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(" ").append(std::to_string(value.size())).append("\n").append(value).append("\n");
}

std::string checksum_field(std::string_view text) {
  constexpr std::size_t digits = 16;
  std::array<char, digits> hexadecimal{};
  constexpr int base = 16;
  auto* const end = std::to_chars(hexadecimal.begin(), hexadecimal.end(), checksum_of({text}), base).ptr;
  std::string field;
  add_field(field, "checksum", {hexadecimal.begin(), end});
  return field.append(last_line);
}

void add_access(std::string& text, const Access& access) {
  add_field(text, "mode", std::to_string(access.mode));
  if (access.owner) {
    add_field(text, "owner", std::to_string(*access.owner));
  }
  if (access.group) {
    add_field(text, "group", std::to_string(*access.group));
  }
  for (const auto& [name, value] : access.attributes) {
    add_field(text, "attribute", std::string{name}.append(1, '\0').append(value));
  }
}

struct TextField {
  std::string_view name;
  std::string_view value;
};

/// Takes the first field off `rest`. Nothing when there is none.
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

/// Sets the part of a file's access that the field names. False when the name or the value is wrong.
bool set_access_field(Access& access, TextField field) {
  const auto number = number_from(field.value);
  if (field.name == "attribute") {
    const auto end = field.value.find('\0');
    if (end == std::string_view::npos) {
      return false;
    }
    access.attributes.insert_or_assign(std::string{field.value.substr(0, end)}, field.value.substr(end + 1));
  } else if (number && field.name == "owner") {
    access.owner = static_cast<uid_t>(*number);
  } else if (number && field.name == "group") {
    access.group = static_cast<gid_t>(*number);
  } else {
    return false;
  }
  return true;
}

/// `41 mentor edit`: a number, and what stays of the command line.
std::optional<Emptied> emptied_from(std::string_view text, bool keeps_patches) {
  const auto blank = std::min(text.find(' '), text.size());
  const auto number = number_from(text.substr(0, blank));
  return number ? std::optional{Emptied{*number, std::string{text.substr(std::min(blank + 1, text.size()))},
                                        keeps_patches}}
                : std::nullopt;
}

/// Sets the part of an entry that the field names. False when the name or the value is wrong.
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
  } else if (field.name == "emptied") {
    entry.is_emptied = true;
  } else if (field.name == "forgets") {
    entry.forgetting.emplace();
  } else if (entry.forgetting && (field.name == "empties" || field.name == "shortens")) {
    auto empty = emptied_from(text, field.name == "shortens");
    if (!empty) {
      return false;
    }
    entry.forgetting->entries.push_back(*std::move(empty));
  } else if (patch != nullptr && field.name == "before") {
    patch->before = text;
  } else if (patch != nullptr && field.name == "after") {
    patch->after = text;
  } else {
    const auto number = number_from(field.value);
    if (number && field.name == "number") {
      entry.number = *number;
    } else if (number && (field.name == "undo" || field.name == "redo")) {
      entry.reversal = {field.name == "undo" ? Reversal::Direction::undo : Reversal::Direction::redo, *number};
    } else if (number && patch != nullptr && field.name == "head") {
      patch->head = *number;
    } else if (number && patch != nullptr && field.name == "tail") {
      patch->tail = *number;
    } else if (number && patch != nullptr && field.name == "rest") {
      patch->rest = *number;
    } else if (number && patch != nullptr && field.name == "mode") {
      patch->access = Access{.mode = static_cast<mode_t>(*number)};
    } else {
      return patch != nullptr && patch->access && set_access_field(*patch->access, field);
    }
  }
  return true;
}

}  // namespace

std::string journal_text(const JournalEntry& entry) {
  std::string text{title};
  add_field(text, "number", std::to_string(entry.number));
  add_field(text, "moment", entry.origin.moment);
  add_field(text, "command", entry.origin.command);
  if (entry.reversal) {
    add_field(text, entry.reversal->direction == Reversal::Direction::undo ? "undo" : "redo",
              std::to_string(entry.reversal->of));
  }
  for (const auto& record : entry.records) {
    add_field(text, "record", record);
  }
  if (entry.is_emptied) {
    add_field(text, "emptied", {});
  }
  if (entry.forgetting) {
    add_field(text, "forgets", {});
    for (const Emptied& empty : entry.forgetting->entries) {
      add_field(text, empty.keeps_patches ? "shortens" : "empties", std::to_string(empty.number) + ' ' + empty.command);
    }
  }
  for (const Patch& patch : entry.patches) {
    add_field(text, "file", patch.path);
    add_field(text, "head", std::to_string(patch.head));
    add_field(text, "tail", std::to_string(patch.tail));
    add_field(text, "rest", std::to_string(patch.rest));
    if (patch.access) {
      add_access(text, *patch.access);
    }
    if (patch.before) {
      add_field(text, "before", *patch.before);
    }
    if (patch.after) {
      add_field(text, "after", *patch.after);
    }
  }
  return sealed(std::move(text));
}

JournalEntry emptied(JournalEntry entry, const Emptied& how) {
  entry.origin.command = how.command;
  if (!how.keeps_patches) {
    entry.patches.clear();
    entry.forgetting.reset();
    entry.is_emptied = true;
  }
  return entry;
}

std::string sealed(std::string text) { return text.append(checksum_field(text)); }

std::optional<JournalEntry> parse_journal(std::string_view text) {
  if (!text.starts_with(title)) {
    return std::nullopt;
  }
  const auto ending = std::min(text.rfind("\nchecksum "), text.size() - 1) + 1;
  if (text.substr(ending) != checksum_field(text.substr(0, ending))) {
    return std::nullopt;
  }
  JournalEntry entry;
  text = text.substr(0, ending);
  text.remove_prefix(title.size());
  while (!text.empty()) {
    const auto field = take_field(text);
    if (!field || !set_field(entry, *field)) {
      return std::nullopt;
    }
  }
  return entry;
}

Journal::Journal(int private_files) : folder_(ensure_folder(private_files, "log", shown_folder)) {}

Journal Journal::of_program(const std::filesystem::path& root) {
  try {
    const Descriptor folder = open_root(root);
    const Descriptor private_files = open_folder(folder.number(), private_folder, private_folder);
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
  } catch (const SystemError& failed) {
    const int error = failed.error();
    if (error == EACCES || error == EPERM || error == ENOTDIR || error == ELOOP) {
      return Journal{Descriptor{}};
    }
    throw;
  }
}

Journal::Contents Journal::contents() const {
  Contents contents;
  if (!folder_.is_open()) {
    return contents;
  }
  for (const Entry& entry : entries_of(folder_.number(), shown_folder)) {
    const auto name = name_from(entry.name);
    if (name && entry.type == EntryType::file) {
      contents.names.push_back(*name);
    } else if (const auto number = leading_number(entry.name); number && *number <= most_number) {
      contents.strangers.push_back({*number, entry.name});
    }
  }
  std::sort(contents.names.begin(), contents.names.end());
  std::stable_sort(contents.strangers.begin(), contents.strangers.end(),
                   [](const Stranger& one, const Stranger& other) { return one.number < other.number; });
  return contents;
}

EntryContent Journal::read(Name name, std::size_t most) const {
  try {
    const auto text = read_file(folder_.number(), file_name(name).c_str(), shown_name(name), most);
    if (!text) {
      return Absent{};
    }
    auto entry = parse_journal(*text);
    // An entry with another number is a copy. It does not say what was done at this number.
    return entry && entry->number == name.number ? EntryContent{*std::move(entry)} : NoEntry{};
  } catch (const SystemError& failed) {
    if (failed.error() == EFBIG) {
      return NoEntry{};
    }
    throw;
  }
}

std::optional<Journal::Opened> Journal::open(Name name) const {
  auto file = read_opened(folder_.number(), file_name(name).c_str(), shown_name(name), most_entry_bytes);
  auto entry = file ? parse_journal(file->text) : std::nullopt;
  return entry && entry->number == name.number ? std::optional{Opened{*std::move(entry), std::move(file->access)}}
                                               : std::nullopt;
}

EntryContent Journal::read_in_any_state(std::uint64_t number) const {
  // An entry goes through its states in this order, so it cannot slip by while we look.
  for (const EntryState state : {EntryState::todo, EntryState::back, EntryState::done, EntryState::taken_back}) {
    if (auto content = read({number, state}); !std::holds_alternative<Absent>(content)) {
      return content;
    }
  }
  return Absent{};
}

JournalEntry Journal::read_done(std::uint64_t number) const {
  const Name name{number, EntryState::done};
  auto content = read(name);
  if (auto* entry = std::get_if<JournalEntry>(&content)) {
    return std::move(*entry);
  }
  throw SystemError{Operation::read, shown_name(name), std::holds_alternative<Absent>(content) ? ENOENT : EIO};
}

Journal::Name Journal::add(JournalEntry entry, const TemporaryFile::Audience& audience) const {
  const auto [names, strangers] = contents();
  const Name name{
      std::max(names.empty() ? 0 : names.back().number, strangers.empty() ? 0 : strangers.back().number) + 1,
      EntryState::todo};
  if (name.number > most_number) {  // nobody would take it for an entry, or finish it
    throw SystemError{Operation::write, shown_name(name), EFBIG};
  }
  entry.number = name.number;
  const std::string text = journal_text(entry);
  if (text.size() > most_entry_bytes) {
    throw SystemError{Operation::write, shown_folder, EFBIG};
  }
  TemporaryFile file{folder_.number(), temporary_name, text, audience, shown_folder};
  file.move_to({folder_.number(), file_name(name)}, Onto::nothing, shown_folder);
  try {
    sync(folder_.number(), shown_folder);
  } catch (const SystemError& failed) {
    try {
      remove_file(folder_.number(), file_name(name), shown_folder);
      sync(folder_.number(), shown_folder);  // else a power loss could bring it back, and it would be made
    } catch (const SystemError&) {
      throw SystemError{Operation::unfinished, shown_folder, failed.error()};
    }
    throw;
  }
  return name;
}

Journal::Name Journal::set_state(Name name, EntryState state) const {
  const Name changed{name.number, state};
  move_file({folder_.number(), file_name(name)}, {folder_.number(), file_name(changed)}, Onto::anything, shown_folder);
  if (state != EntryState::done) {  // without `done` on the disk, the change would only be made once more
    sync(folder_.number(), shown_folder);
  }
  return changed;
}

void Journal::replace(Name name, const FileAt& with) const {
  move_file(with, {folder_.number(), file_name(name)}, Onto::anything, shown_folder);
}

std::string shown_name(Journal::Name name) { return std::string{shown_folder} + '/' + file_name(name); }

std::string shown_name(const Journal::Stranger& stranger) { return std::string{shown_folder} + '/' + stranger.name; }

std::string Journal::set_aside(Name name) const {
  const std::string aside = digits_of(name.number).append(set_aside_ending);
  move_file({folder_.number(), file_name(name)}, {folder_.number(), aside}, Onto::anything, shown_folder);
  return shown_name(Stranger{name.number, aside});
}

void Journal::wait_for_names() const { sync(folder_.number(), shown_folder); }

void Journal::tidy() const {
  ::unlinkat(folder_.number(), temporary_name, 0);
  std::vector<Name> names;
  try {
    names = list();
  } catch (const std::exception&) {
    return;  // the next writer will tidy
  }
  for (std::size_t index = 0; index + most_changes < names.size(); ++index) {
    if (is_settled(names[index].state)) {
      ::unlinkat(folder_.number(), file_name(names[index]).c_str(), 0);
    }
  }
}

}  // namespace mentor::storage

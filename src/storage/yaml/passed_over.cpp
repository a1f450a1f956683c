#include "passed_over.hpp"

#include "record_reader.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/odd_names.hpp"

namespace mentor::storage {

namespace {

Count count_of_files(std::size_t records) { return {static_cast<std::int64_t>(records), key("noun.files")}; }

}  // namespace

std::size_t records_in(std::span<const Entry> entries) {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
    return entry.name.ends_with(record_extension) || odd_name_of_record(entry.name).has_value();
  }));
}

void tell_odd_folders(const Tree& tree, const Listings& listings, std::vector<Finding>& findings) {
  const auto beside = list_if_allowed(tree, {});
  const auto is_there = [&](std::string_view name) {
    return std::any_of(beside.begin(), beside.end(), [&](const Entry& entry) { return entry.name == name; });
  };
  for (const Entry& entry : beside) {
    FindingSink sink{findings, entry.name, 1, {}};
    if (entry.type != EntryType::folder) {
      if (is_odd_name_of_settings(entry.name)) {
        sink.error(Rule::file_ignored, {0, 0}, say("file-ignored.settings", std::string{settings_path}));
      }
      continue;
    }
    for (const auto& [folder, entries] : listings) {
      // A disk that takes capitals for small letters shows one folder by both names.
      const bool is_same = !is_there(folder) && !entries.empty();
      const bool is_odd = !is_same && is_odd_name_of(entry.name, folder);
      const std::size_t records = is_odd ? records_in(list_if_allowed(tree, entry.name)) : 0;
      if (records != 0) {
        sink.error(Rule::file_ignored, {0, 0},
                   say("file-ignored.folder", count_of_files(records), std::string{folder} + '/'));
      }
    }
  }
}

void tell_no_record(const Tree& tree, std::string_view folder, const Entry& entry, std::vector<Finding>& findings) {
  const std::string path = std::string{folder} + '/' + entry.name;
  FindingSink sink{findings, path, 1, {}};
  const bool is_folder = entry.type == EntryType::folder;
  if (const std::size_t records = is_folder ? records_in(list_if_allowed(tree, path)) : 0; records != 0) {
    sink.error(Rule::file_ignored, {0, 0},
               say("file-ignored.folder-within", count_of_files(records), std::string{folder} + '/'));
  } else {
    sink.add(Rule::file_name, Severity::warning, {0, 0},
             is_folder ? say("file-name.folder", entry.name) : say("file-name.not-a-record", entry.name));
  }
}

template <class Record>
PassedOver<Record>::PassedOver(std::span<const Entry> entries) {
  const auto is_there = [&](std::string_view stem) {
    const std::string name = std::string{stem}.append(record_extension);
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), name,
                         [](const Entry& entry, const std::string& wanted) { return entry.name < wanted; });
    return found != entries.end() && found->name == name;
  };
  for (const Entry& entry : entries) {
    if (entry.type == EntryType::folder) {
      continue;
    }
    if (is_packed_file<Record>(entry.name)) {
      packed_.emplace_back(stem_of(entry.name));
    } else if (auto odd = odd_name_of_record(entry.name)) {
      if (!odd->is_backup || !is_there(odd->stem)) {
        stems_.emplace(entry.name, std::move(odd->stem));
      }
    } else if (Packable<Record> && entry.name.ends_with(record_extension)) {
      if (const auto year = year_of_copy(stem_of(entry.name)); year && is_there(*year)) {
        stems_.emplace(entry.name, *year);
      }
    }
  }
}

template <class Record>
typename PassedOver<Record>::Original PassedOver<Record>::original_of(const Program& program,
                                                                      const std::string& stem) const {
  if (is_packed_name<Record>(stem)) {
    return {path_of_file<Record>(stem), std::find(packed_.begin(), packed_.end(), stem) != packed_.end()};
  }
  const auto id = Id<Record>::parse(stem);
  const auto& table = program.all<Record>();
  if (const auto* stored = id ? table.find(*id) : nullptr) {
    return {program.path(*stored), true};
  }
  return {path_of_file<Record>(stem), table.is_unreadable(stem)};
}

template <class Record>
void PassedOver<Record>::tell(Program& program, std::vector<Finding>& findings) const {
  for (const auto& [name, stem] : stems_) {
    FindingSink sink{findings, std::string{folder_of<Record>} + '/' + name, 1, stem};
    if (stem.empty()) {
      sink.error(Rule::file_ignored, {0, 0}, say("file-ignored.no-id", std::string{folder_of<Record>} + '/'));
      continue;
    }
    const bool is_year = is_packed_name<Record>(stem);
    const auto [original, is_there] = original_of(program, stem);
    if (is_there) {
      sink.error(Rule::file_ignored, {0, 0},
                 is_year ? say("file-ignored.copy-of-year", original) : say("file-ignored.copy", original));
      continue;
    }
    sink.error(Rule::file_ignored, {0, 0}, say("file-ignored.alone", original));
    if (!is_year) {
      program.all<Record>().add_passed_over(stem, name);
    }
  }
}

/// The instances of every kind.
template <class... Records>
auto instances_of_passed_over(std::tuple<Records...>) {
  return std::tuple{PassedOver<Records>{std::span<const Entry>{}}..., &PassedOver<Records>::tell...};
}
template auto instances_of_passed_over(Kinds);

}  // namespace mentor::storage

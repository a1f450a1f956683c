#include "record_place.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "mentor/shell_word.hpp"
#include "storage/disk/names.hpp"
#include "storage/yaml/record_text.hpp"

namespace mentor::cli {

namespace {

/// The fields in which the records differ.
template <class Record>
std::vector<Field<Record>> differing_fields(const std::vector<const Stored<Record>*>& all) {
  std::vector<Field<Record>> differing;
  std::copy_if(fields<Record>().begin(), fields<Record>().end(), std::back_inserter(differing), [&](const auto& field) {
    const auto scalars = field.scalars(all.front()->record);
    return std::any_of(all.begin(), all.end(),
                       [&](const auto* other) { return field.scalars(other->record) != scalars; });
  });
  return differing;
}

/// These fields, with their values in one of the records: `hours: 7`.
template <class Record>
std::string values_of(const std::vector<Field<Record>>& differing, const Record& record) {
  std::string text;
  for (const auto& field : differing) {
    const auto scalars = field.scalars(record);
    text.append(text.empty() ? "  " : "; ").append(field.name).append(":");
    if (field.is_dated() && !scalars.empty()) {
      text.append(" ").append(storage::value_in_line(field.shape, scalars, false));
      continue;
    }
    for (const std::string& scalar : scalars) {
      text.append(&scalar == &scalars.front() ? " " : ", ").append(scalar);
    }
  }
  return text;
}

/// Where a record stands, as findings about it say: `activities/2025-2026.yaml:8`. This is the line of its id.
template <class Record>
std::string place_of(const Program& program, const Stored<Record>& stored) {
  const Place place = program.place(stored, "id");
  return place.path + ':' + std::to_string(place.line);
}

/// Whether `typed` means this place. It may be the file, or have the line of the id or of the document, and any column.
template <class Record>
bool is_typed(const std::string& typed, const Program& program, const Stored<Record>& stored) {
  const auto place = std::filesystem::path{typed}.lexically_normal().generic_string();
  const std::array lines{place_of(program, stored), program.path_and_line(stored)};
  return place == program.path(stored) || std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
           return place == line || place.starts_with(line + ':');
         });
}

/// A refusal that lists the places of the records, and how the records differ.
template <class Record>
Refused refused_with_places(const Program& program, const std::vector<const Stored<Record>*>& all, Message message) {
  Refused refused{Status::no_record, std::move(message)};
  const auto differing = differing_fields(all);
  for (const auto* one : all) {
    refused.candidates.push_back(place_of(program, *one) + values_of(differing, one->record));
  }
  const std::string path = program.path(*all.front());
  const bool is_clear =
      std::count_if(all.begin(), all.end(), [&](const auto* one) { return program.path(*one) == path; }) == 1;
  return std::move(refused).with_hint(
      say("hint.use-file", shell_word(is_clear ? path : place_of(program, *all.front()))));
}

}  // namespace

template <class Record>
const Stored<Record>& one_place(const Program& program, const Stored<Record>& stored, const Arguments& arguments) {
  const auto all = program.all<Record>().all_of(stored.record.id);
  const std::string id = stored.record.id.to_string();
  const auto typed = arguments.one(file_option);
  auto meant = all;
  if (typed) {
    std::erase_if(meant, [&](const auto* one) { return !is_typed(*typed, program, *one); });
  }
  if (meant.empty()) {
    throw refused_with_places(program, all, say("reference.not-in-file", id, *typed));
  }
  if (meant.size() > 1) {
    throw refused_with_places(program, all, say("reference.several-places", id));
  }
  return *meant.front();
}

/// The instances of every kind.
template <class... Records>
auto instances_of_record_place(std::tuple<Records...>) {
  return std::tuple{&one_place<Records>...};
}
template auto instances_of_record_place(Kinds);

}  // namespace mentor::cli

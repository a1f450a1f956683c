#include "changes.hpp"

#include "mentor/fields.hpp"
#include "record_text.hpp"

namespace mentor::storage {

namespace {

FileChange change_of(const CreateRecord& edit) {
  return std::visit(
      [](const auto& record) {
        return FileChange{.path = path_of(record.id), .before = std::nullopt, .after = record_text(record)};
      },
      edit.record);
}

}  // namespace

std::vector<FileChange> file_changes(const Edits& edits) {
  std::vector<FileChange> changes;
  for (const Edit& edit : edits) {
    changes.push_back(std::visit([](const auto& one) { return change_of(one); }, edit));
  }
  return changes;
}

}  // namespace mentor::storage

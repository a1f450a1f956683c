#include "migration.hpp"

#include <algorithm>
#include <cerrno>

#include "mentor/fields.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/yaml/document_edit.hpp"
#include "storage/yaml/schema.hpp"
#include "storage/yaml/yaml.hpp"

namespace mentor::storage {

namespace {

/// The schema that a document declares, or else the program's. The newest when the document cannot be read.
int schema_of(std::string_view document, int program_schema) {
  const auto parsed = parse_document(document);
  const auto* root = std::get_if<Node>(&parsed);
  return root != nullptr ? declared_schema(*root).value_or(program_schema) : newest_schema;
}

std::string migrated(std::string_view document, std::string_view folder, int program_schema) {
  std::string text{document};
  const int schema = schema_of(document, program_schema);
  if (schema >= newest_schema) {
    return text;
  }
  for (const KeyChange& change : key_changes()) {
    if (change.until >= schema && change.folder == folder) {
      text = with_key(text, change.old_name, change.name).value_or(text);
    }
  }
  constexpr FieldShape field{schema_key, Shape::plain};
  const auto parsed = parse_document(text);
  const auto* root = std::get_if<Node>(&parsed);
  const bool says_schema = root != nullptr && root->content == Node::Content::map && root->find(schema_key) != nullptr;
  return says_schema ? with_field(text, field, {std::to_string(newest_schema)}, {&field, 1}).value_or(text) : text;
}

/// A new key may be longer than the old one. A text that would be too long to be read is not written.
void check_size(std::string_view text, std::size_t most, const std::string& path) {
  if (text.size() > most) {
    throw SystemError{Operation::write, path, EFBIG};
  }
}

/// The text of a file of that folder, each of its documents migrated.
std::string migrated_file(const std::string& path, std::string_view whole, std::string_view folder, int schema) {
  std::string rewritten;
  std::size_t done = 0;
  for (const YamlDocument& document : split_documents(without_byte_order_mark(whole))) {
    const auto begin = static_cast<std::size_t>(document.text.data() - whole.data());
    const std::string text = migrated(document.text, folder, schema);
    if (text != document.text) {
      check_size(text, most_document_bytes, path);
    }
    rewritten.append(whole.substr(done, begin - done)).append(text);
    done = begin + document.text.size();
  }
  return rewritten.append(whole.substr(done));
}

}  // namespace

std::vector<FileChange> migrate(const FrozenTree& tree, int schema) {
  std::vector<FileChange> result;
  const auto rewrite = [&](const std::string& path, std::string_view folder, std::vector<std::string> records,
                           std::size_t most) {
    const std::string* text = tree.text(path);
    std::string rewritten = text == nullptr ? std::string{} : migrated_file(path, *text, folder, schema);
    if (text != nullptr && rewritten != *text) {
      check_size(rewritten, most, path);
      result.push_back({path, *text, std::move(rewritten), std::move(records), {}, {}});
    }
  };
  for_each_kind([&]<class Record>(Record*) {
    const std::string folder{folder_of<Record>};
    for (const Entry& entry : tree.list(folder)) {
      if (entry.name.ends_with(record_extension)) {
        rewrite(folder + '/' + entry.name, folder, {folder + '/' + std::string{stem_of(entry.name)}},
                is_packed_file<Record>(entry.name) ? most_packed_bytes : most_file_bytes);
      }
    }
  });
  // The settings come last: until then every record is still read by its old schema.
  rewrite(std::string{settings_path}, {}, {}, most_file_bytes);
  return result;
}

}  // namespace mentor::storage

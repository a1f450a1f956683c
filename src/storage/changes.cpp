#include "changes.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "document_edit.hpp"
#include "limits.hpp"
#include "loader.hpp"
#include "mentor/fields.hpp"
#include "names.hpp"
#include "record_reader.hpp"
#include "record_text.hpp"
#include "system_error.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

constexpr std::array own_files{settings_path, std::string_view{".gitattributes"}, std::string_view{".gitignore"}};

template <class Record>
std::string name_of(const Record& record) {
  return std::string{folder_of<Record>} + '/' + record.id.to_string();
}

/// A file, and the stretch of it that is the document of one record.
struct Found {
  std::string text;
  std::size_t begin = 0;
  std::size_t size = 0;
  int schema = newest_schema;  // that it says it has

  std::string_view document() const { return std::string_view{text}.substr(begin, size); }
  std::string with(std::string_view document) const {
    return text.substr(0, begin).append(document).append(text.substr(begin + size));
  }
};

template <class Record>
Found find_document(const Tree& tree, const Record& record, const Location& location) {
  Found found{.text = tree.read(location.path, most_packed_bytes)};
  for (const Document& document : split_documents(without_byte_order_mark(found.text))) {
    if (document.line == location.line) {
      found.begin = static_cast<std::size_t>(document.text.data() - found.text.data());
      found.size = document.text.size();
      const auto parsed = parse_document(document.text);
      const auto* root = std::get_if<Node>(&parsed);
      const Node* id = root == nullptr ? nullptr : root->find("id");
      if (id != nullptr && id->text == record.id.to_string()) {
        found.schema = declared_schema(*root).value_or(newest_schema);
        return found;
      }
    }
  }
  throw SystemError{Operation::changed, location.path, ESTALE};
}

template <class Record>
bool is_packed(const Location& location) {
  return is_packed_file<Record>(std::string_view{location.path}.substr(location.path.rfind('/') + 1));
}

class Lowering {
 public:
  explicit Lowering(const Tree& tree) : tree_(tree) {}

  void operator()(const CreateRecord& edit) {
    std::visit(
        [&](const auto& record) {
          add({path_of(record.id), std::nullopt, record_text(record), {name_of(record)}, {}, {}});
        },
        edit.record);
  }

  void operator()(const ChangeRecord& edit) {
    std::visit([&](const auto& record) { change(record, edit); }, edit.record);
  }

  void operator()(const RemoveRecord& edit) {
    std::visit(
        [&](const auto& record) {
          const Found found = find_document(tree_, record, edit.location);
          std::optional<std::string> rest = found.with({});
          const bool packed = is_packed<std::decay_t<decltype(record)>>(edit.location);
          if (packed ? rest->find_first_not_of("- \t\r\n") == std::string::npos
                     : split_documents(without_byte_order_mark(*rest)).empty()) {
            rest.reset();  // a file for one record has no purpose without it
          }
          add({edit.location.path, found.text, std::move(rest), {name_of(record)}, {}, {}});
        },
        edit.record);
  }

  FileChanges take() && {
    if (!result_.findings.empty()) {
      result_.changes.clear();
    }
    return std::move(result_);
  }

 private:
  void add(FileChange change) {
    if (std::any_of(result_.changes.begin(), result_.changes.end(),
                    [&](const FileChange& other) { return other.path == change.path; })) {
      throw std::logic_error{"two edits of one file: " + change.path};
    }
    result_.changes.push_back(std::move(change));
  }

  template <class Record>
  void refuse(const Record& record, const ChangeRecord& edit, Rule rule, std::string_view field, Message message) {
    result_.findings.push_back({rule,
                                Severity::error,
                                {edit.location.path, edit.location.line, 1, std::string{field}},
                                std::move(message),
                                {record.id.to_string()}});
  }

  template <class Record>
  void change(const Record& record, const ChangeRecord& edit) {
    const Found found = find_document(tree_, record, edit.location);
    if (found.schema < newest_schema) {
      refuse(record, edit, Rule::older_schema, schema_key,
             say("older-schema.older", std::int64_t{found.schema}, std::int64_t{newest_schema}));
      return;
    }
    const auto shapes = shapes_of<Record>();
    std::string document{found.document()};
    for (const auto& field : fields<Record>()) {
      if (std::find(edit.fields.begin(), edit.fields.end(), field.name) == edit.fields.end()) {
        continue;
      }
      auto changed = with_field(document, {field.name, field.shape}, field.scalars(record), shapes);
      if (!changed) {
        refuse(record, edit, Rule::yaml_syntax, field.name, say("yaml-syntax.by-hand", std::string{field.name}));
        return;
      }
      document = *std::move(changed);
    }
    if (document == found.document()) {
      return;
    }
    std::string text = found.with(document);
    const std::size_t most = is_packed<Record>(edit.location) ? most_packed_bytes : most_file_bytes;
    if (text.size() > most) {
      refuse(record, edit, Rule::yaml_syntax, {}, say("yaml-syntax.file-too-large", static_cast<std::int64_t>(most)));
      return;
    }
    add({edit.location.path, found.text, std::move(text), {name_of(record)}, {}, {}});
  }

  const Tree& tree_;
  FileChanges result_;
};

}  // namespace

std::vector<std::string_view> program_names() {
  std::vector<std::string_view> names{own_files.begin(), own_files.end()};
  names.push_back(private_folder);
  for_each_kind([&]<class Record>(Record*) { names.push_back(folder_of<Record>); });
  return names;
}

bool is_program_path(std::string_view path) {
  const auto slash = path.find('/');
  if (path.find('\0') != std::string_view::npos) {
    return false;
  }
  if (slash == std::string_view::npos) {
    return std::find(own_files.begin(), own_files.end(), path) != own_files.end();
  }
  const std::string_view name = path.substr(slash + 1);
  bool known = false;
  for_each_kind([&]<class Record>(Record*) { known = known || path.substr(0, slash) == folder_of<Record>; });
  return known && !name.empty() && name.front() != '.' && name.find('/') == std::string_view::npos;
}

FileChanges file_changes(const Edits& edits, const Tree& tree) {
  Lowering lowering{tree};
  for (const Edit& edit : edits) {
    std::visit(lowering, edit);
  }
  return std::move(lowering).take();
}

}  // namespace mentor::storage

#include "changes.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>

#include "mentor/fields.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/yaml/canonical_reader.hpp"
#include "storage/yaml/document_edit.hpp"
#include "storage/yaml/loader.hpp"
#include "storage/yaml/record_reader.hpp"
#include "storage/yaml/record_text.hpp"
#include "storage/yaml/schema.hpp"
#include "storage/yaml/yaml.hpp"

namespace mentor::storage {

namespace {

constexpr std::array own_files{settings_path, std::string_view{".gitattributes"}, std::string_view{".gitignore"}};

template <class Record>
std::string name_of(const Record& record) {
  return std::string{folder_of<Record>} + '/' + record.id.to_string();
}

/// A file that edits change: its old text, and the new texts of its documents. An edit finds a document by the line on
/// which it began before all edits, so one file may have several edits.
class EditedFile {
 public:
  struct Piece {
    std::uint32_t line = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
    std::optional<std::string> text;  // its new text, if it changes
  };

  explicit EditedFile(std::string text) : before_(std::move(text)) {
    for (const YamlDocument& document : split_documents(without_byte_order_mark(before_))) {
      pieces_.push_back({document.line, static_cast<std::size_t>(document.text.data() - before_.data()),
                         document.text.size(), std::nullopt});
    }
  }

  const std::string& before() const { return before_; }

  /// The document that began on this line, or null.
  Piece* at(std::uint32_t line) {
    const auto found = std::lower_bound(pieces_.begin(), pieces_.end(), line,
                                        [](const Piece& piece, std::uint32_t wanted) { return piece.line < wanted; });
    return found == pieces_.end() || found->line != line ? nullptr : &*found;
  }

  std::string_view text_of(const Piece& piece) const {
    return piece.text ? std::string_view{*piece.text} : std::string_view{before_}.substr(piece.begin, piece.size);
  }

  /// The length of the file if this document gets this text.
  std::size_t size_with(const Piece& piece, std::string_view text) const {
    return size_ - text_of(piece).size() + text.size();
  }

  void set(Piece& piece, std::string text) {
    size_ = size_with(piece, text);
    piece.text = std::move(text);
  }

  /// Leaves out what stands outside of the documents, such as a comment before the first one.
  void keep_documents_alone() { keeps_rest_ = false; }

  std::string after() const {
    if (!keeps_rest_) {
      std::string text;
      for (const Piece& piece : pieces_) {
        text.append(text_of(piece));
      }
      return text;
    }
    std::string text;
    text.reserve(size_);
    std::size_t done = 0;
    for (const Piece& piece : pieces_) {
      text.append(before_, done, piece.begin - done).append(text_of(piece));
      done = piece.begin + piece.size;
    }
    return text.append(before_, done);
  }

 private:
  std::string before_;
  std::size_t size_ = before_.size();
  std::vector<Piece> pieces_;
  bool keeps_rest_ = true;
};

template <class Record>
bool is_packed(const Location& location) {
  return is_packed_file<Record>(std::string_view{location.path}.substr(location.path.rfind('/') + 1));
}

/// Why nobody could read this text of a new record's file again, such as a bound of what is read; nothing when it can
/// be read.
template <class Record>
std::optional<Problem> why_unreadable(std::string_view text) {
  if (text.size() > most_file_bytes) {
    return Problem{
        Rule::yaml_syntax, {}, say("yaml-syntax.file-too-large", static_cast<std::int64_t>(most_file_bytes))};
  }
  if (const auto canonical = read_canonical<Record>(text); canonical && canonical->bytes == text.size()) {
    return std::nullopt;
  }
  auto parsed = parse_document(text);
  auto* problems = std::get_if<std::vector<Problem>>(&parsed);
  return problems == nullptr ? std::nullopt : std::optional{std::move(problems->front())};
}

/// Whether a document has no room for another field.
bool is_full(std::string_view document) {
  const auto parsed = parse_document(document);
  const auto* root = std::get_if<Node>(&parsed);
  return root != nullptr && root->entries.size() >= most_entries;
}

class Lowering {
 public:
  explicit Lowering(const Tree& tree) : tree_(tree) {}

  void operator()(const CreateRecord& edit) {
    std::visit(
        [&]<class Record>(const Record& record) {
          std::string text = record_text(record);
          for (const OwnField& field : edit.own) {
            const Shape shape = field.is_list ? Shape::words : Shape::text;
            text.append(field.name).append(": ").append(value_in_line(shape, field.texts, false)).append("\n");
          }
          if (auto problem = why_unreadable<Record>(text)) {
            result_.findings.push_back(
                {problem->rule, Severity::error, {}, std::move(problem->message), {record.id.to_string()}});
            return;
          }
          result_.changes.push_back({path_of(record.id), std::nullopt, std::move(text), {name_of(record)}, {}, {}});
        },
        edit.record);
  }

  void operator()(const ChangeRecord& edit) {
    std::visit([&](const auto& record) { change(record, edit); }, edit.record);
  }

  void operator()(const RemoveRecord& edit) {
    std::visit(
        [&]<class Record>(const Record& record) {
          Edited& edited = file_of(record, edit.location);
          edited.file.set(document_of(edited.file, record, edit.location).piece, {});
          edited.loses_records = true;
          edited.is_packed = is_packed<Record>(edit.location);
        },
        edit.record);
  }

  FileChanges take() && {
    if (!result_.findings.empty()) {
      result_.changes.clear();
      return std::move(result_);
    }
    for (auto& [path, edited] : files_) {
      std::optional<std::string> after = edited.file.after();
      if (edited.loses_records && is_empty(*after, edited.is_packed)) {
        after.reset();  // a file for one record is useless without it
      }
      if (after != edited.file.before()) {
        result_.changes.push_back({path, edited.file.before(), std::move(after), std::move(edited.records), {}, {}});
      }
    }
    return std::move(result_);
  }

 private:
  struct Edited {
    EditedFile file;
    std::vector<std::string> records;
    bool loses_records = false;
    bool is_packed = false;
  };
  struct Found {
    EditedFile::Piece& piece;
    int schema;  // the schema that the document declares
  };

  static bool is_empty(const std::string& text, bool packed) {
    return packed ? text.find_first_not_of("- \t\r\n") == std::string::npos
                  : split_documents(without_byte_order_mark(text)).empty();
  }

  template <class Record>
  Edited& file_of(const Record& record, const Location& location) {
    auto found = files_.find(location.path);
    if (found == files_.end()) {
      found = files_.emplace(location.path, Edited{EditedFile{tree_.read(location.path, most_packed_bytes)}, {}}).first;
    }
    auto& records = found->second.records;
    if (std::string name = name_of(record); std::find(records.begin(), records.end(), name) == records.end()) {
      records.push_back(std::move(name));
    }
    return found->second;
  }

  /// The document of the record. Throws `Operation::changed` when it is no longer there.
  template <class Record>
  static Found document_of(EditedFile& file, const Record& record, const Location& location) {
    if (auto* piece = file.at(location.line)) {
      const auto parsed = parse_document(file.text_of(*piece));
      const auto* root = std::get_if<Node>(&parsed);
      const Node* id = root == nullptr ? nullptr : root->find("id");
      if (id != nullptr && id->text == record.id.to_string()) {
        return {*piece, declared_schema(*root).value_or(newest_schema)};
      }
    }
    throw SystemError{Operation::changed, location.path, ESTALE};
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
  static void write_anew(const Record& record, const ChangeRecord& edit, EditedFile& file, EditedFile::Piece& piece) {
    const bool is_marked = is_document_start(file.text_of(piece).substr(0, file.text_of(piece).find('\n')));
    file.set(piece, (is_marked ? "---\n" : "") + record_text(record));
    if (!is_packed<Record>(edit.location)) {
      file.keep_documents_alone();
    }
  }

  template <class Record>
  void change(const Record& record, const ChangeRecord& edit) {
    EditedFile& file = file_of(record, edit.location).file;
    const Found found = document_of(file, record, edit.location);
    if (found.schema < newest_schema) {
      refuse(record, edit, Rule::older_schema, schema_key,
             say("older-schema.older", std::int64_t{found.schema}, std::int64_t{newest_schema}));
      return;
    }
    if (edit.anew) {
      write_anew(record, edit, file, found.piece);
      return;
    }
    const auto shapes = shapes_of<Record>();
    std::string document{file.text_of(found.piece)};
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
    for (const OwnField& field : edit.own) {
      auto changed =
          with_field(document, {field.name, field.is_list ? Shape::words : Shape::text}, field.texts, shapes);
      if (!changed) {
        refuse(record, edit, Rule::yaml_syntax, field.name,
               is_full(document) ? say("yaml-syntax.too-many-entries", static_cast<std::int64_t>(most_entries))
                                 : say("yaml-syntax.by-hand", field.name));
        return;
      }
      document = *std::move(changed);
    }
    const std::size_t most = is_packed<Record>(edit.location) ? most_packed_bytes : most_file_bytes;
    if (file.size_with(found.piece, document) > most) {
      refuse(record, edit, Rule::yaml_syntax, {}, say("yaml-syntax.file-too-large", static_cast<std::int64_t>(most)));
      return;
    }
    file.set(found.piece, std::move(document));
  }

  const Tree& tree_;
  std::map<std::string, Edited> files_;
  FileChanges result_;
};

}  // namespace

std::vector<std::string_view> program_names() {
  std::vector<std::string_view> names{own_files.begin(), own_files.end()};
  names.emplace_back(private_folder);
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

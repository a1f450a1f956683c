#include "loader.hpp"

#include <cerrno>

#include "limits.hpp"
#include "record_reader.hpp"
#include "settings_reader.hpp"
#include "system_error.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

constexpr std::string_view extension = ".yaml";

/// What a file that cannot be opened is instead; called where `failed` was caught. One that the disk fails to give is
/// no finding: that is thrown on.
Message why_not_a_file(const SystemError& failed) {
  switch (failed.error()) {
    case EISDIR:
      return say("yaml-syntax.folder");
    case EINVAL:
    case ELOOP:
    case ENXIO:
      return say("yaml-syntax.not-a-file");
    case EACCES:
    case EPERM:
      return say("yaml-syntax.no-permission");
    default:
      throw;  // the one that the caller has caught
  }
}

class Loader {
 public:
  explicit Loader(const Tree& tree) : tree_(tree) {}

  Loaded load() && {
    load_settings();
    for_each_kind([&]<class Record>(Record*) { load_kind<Record>(); });
    return std::move(loaded_);
  }

 private:
  void load_settings() {
    const std::string path{settings_path};
    FindingSink sink{loaded_.findings, path, 1, {}};
    const std::size_t before = loaded_.findings.size();
    std::string text;
    try {
      text = tree_.read(path, most_file_bytes);
    } catch (const SystemError& failed) {
      sink.error(Rule::yaml_syntax, {0, 0}, why_not_a_file(failed));
      return;
    }
    if (text.size() > most_file_bytes) {
      sink.error(Rule::yaml_syntax, {}, say("yaml-syntax.file-too-large", static_cast<std::int64_t>(most_file_bytes)));
      return;
    }
    const auto documents = split_documents(without_byte_order_mark(text));
    if (documents.size() != 1) {
      sink.error(Rule::yaml_syntax, {},
                 documents.empty() ? say("yaml-syntax.empty-file") : say("yaml-syntax.one-document"));
      return;
    }
    if (const auto root = parse(documents.front(), path, {})) {
      FindingSink in_document{loaded_.findings, path, documents.front().line, {}};
      loaded_.schema = declared_schema(*root).value_or(newest_schema);
      loaded_.program.settings = read_settings(*root, in_document);
    }
    loaded_.has_model = !has_errors(std::span{loaded_.findings}.subspan(before));
  }

  template <class Record>
  void load_kind() {
    const std::string folder{folder_of<Record>};
    for (const Entry& entry : tree_.list(folder)) {
      const std::string path = folder + '/' + entry.name;
      FindingSink sink{loaded_.findings, path, 1, {}};
      if (!entry.name.ends_with(extension)) {
        sink.add(Rule::file_name, Severity::warning, {0, 0},
                 entry.type == EntryType::folder ? say("file-name.folder", entry.name)
                                                 : say("file-name.not-a-record", entry.name));
        continue;
      }
      const auto stem = std::string_view{entry.name}.substr(0, entry.name.size() - extension.size());
      if (entry.type != EntryType::file) {
        lose<Record>(path, stem,
                     entry.type == EntryType::folder ? say("yaml-syntax.folder") : say("yaml-syntax.not-a-file"));
        continue;
      }
      load_file<Record>(path, stem, is_packed_name<Record>(stem));
    }
  }

  /// Tells why a file gives no record. Without a place the file as a whole is meant.
  template <class Record>
  void lose(const std::string& path, std::string_view stem, Message why, Position at = {0, 0}) {
    loaded_.program.all<Record>().add_unreadable(stem);
    FindingSink{loaded_.findings, path, 1, std::string{stem}}.error(Rule::yaml_syntax, at, std::move(why));
  }

  template <class Record>
  void load_file(const std::string& path, std::string_view stem, bool packed) {
    const std::size_t most = packed ? most_packed_bytes : most_file_bytes;
    std::string text;
    try {
      text = tree_.read(path, most);
    } catch (const SystemError& failed) {
      if (failed.error() != ENOENT) {  // gone since the folder was listed: as if it had never been there
        lose<Record>(path, stem, why_not_a_file(failed));
      }
      return;
    }
    if (text.size() > most) {
      lose<Record>(path, stem, say("yaml-syntax.file-too-large", static_cast<std::int64_t>(most)));
      return;
    }
    const auto documents = split_documents(without_byte_order_mark(text));
    if (documents.empty() && !packed) {
      lose<Record>(path, stem, say("yaml-syntax.empty-file"), Position{});
    }
    const std::uint32_t file = loaded_.program.add_path(path);
    for (const Document& document : documents) {
      load_document<Record>(document, file, packed ? std::string{} : std::string{stem});
    }
  }

  template <class Record>
  void load_document(const Document& document, std::uint32_t file, std::string stem) {
    const std::string& path = loaded_.program.path(file);
    auto& table = loaded_.program.all<Record>();
    const bool packed = stem.empty();
    if (packed) {  // a name for a record whose id cannot be read either
      stem = path + ':' + std::to_string(document.line);
    }
    const auto root = parse(document, path, stem);
    if (root) {
      const Node* id = root->kind == Node::Kind::map ? root->find("id") : nullptr;
      stem = packed && id != nullptr ? id->text : stem;
      FindingSink sink{loaded_.findings, path, document.line, stem};
      if (auto read = read_record<Record>(*root, sink, loaded_.schema)) {
        table.add({std::move(read->record), file, document.line, read->marks});
        return;
      }
    }
    table.add_unreadable(stem);
  }

  /// The tree of a document; nothing when it has none, which is then told.
  std::optional<Node> parse(const Document& document, const std::string& path, const std::string& id) {
    auto parsed = parse_document(document.text);
    if (auto* root = std::get_if<Node>(&parsed)) {
      return std::move(*root);
    }
    FindingSink sink{loaded_.findings, path, document.line, id};
    for (Problem& problem : std::get<std::vector<Problem>>(parsed)) {
      sink.error(problem.rule, problem.at, std::move(problem.message));
    }
    return std::nullopt;
  }

  const Tree& tree_;
  Loaded loaded_;
};

}  // namespace

Loaded load(const Tree& tree) { return Loader{tree}.load(); }

}  // namespace mentor::storage

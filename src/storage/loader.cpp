#include "loader.hpp"

#include <atomic>
#include <cerrno>
#include <exception>
#include <set>
#include <system_error>
#include <thread>

#include "canonical_reader.hpp"
#include "limits.hpp"
#include "record_reader.hpp"
#include "settings_reader.hpp"
#include "system_error.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

constexpr std::string_view extension = ".yaml";

/// The name of a record file without its extension.
std::string_view stem_of(std::string_view name) { return name.substr(0, name.size() - extension.size()); }

/// What a file that cannot be opened is instead; called where `failed` was caught. One that the disk fails to give is
/// no finding: that is thrown on.
Message why_not_a_file(const SystemError& failed, std::size_t most) {
  switch (failed.error()) {
    case EFBIG:
      return say("yaml-syntax.file-too-large", static_cast<std::int64_t>(most));
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

/// What one stretch of a folder's files gives. Stretches are read side by side and put together in their order.
template <class Record>
struct Batch {
  std::vector<Stored<Record>> records;
  std::vector<std::string> unreadable;
  std::vector<Finding> findings;
  std::exception_ptr failed;
};

/// A file to be read: its name and its number among the program's paths.
struct RecordFile {
  std::string name;
  std::uint32_t number;
};

/// The tree of a document; nothing when it has none, which is then told.
std::optional<Node> parse(const Document& document, const std::string& path, const std::string& id,
                          std::vector<Finding>& findings) {
  auto parsed = parse_document(document.text);
  if (auto* root = std::get_if<Node>(&parsed)) {
    return std::move(*root);
  }
  FindingSink sink{findings, path, document.line, id};
  for (Problem& problem : std::get<std::vector<Problem>>(parsed)) {
    sink.error(problem.rule, problem.at, std::move(problem.message));
  }
  return std::nullopt;
}

/// The text up to the line where the next document begins.
std::string_view first_document(std::string_view text) {
  std::size_t end = text.find('\n');
  while (end != std::string_view::npos) {
    const auto next = text.substr(end + 1);
    if (next.starts_with('-') && is_document_start(next.substr(0, next.find('\n')))) {
      return text.substr(0, end + 1);
    }
    end = text.find('\n', end + 1);
  }
  return text;
}

/// Reads files of one kind into a batch.
template <class Record>
class FileReader {
 public:
  FileReader(const Tree& tree, int schema, Reading reading, Batch<Record>& batch)
      : tree_(tree), schema_(schema), scans_(reading == Reading::usual && schema == newest_schema), batch_(batch) {}

  void read(const RecordFile& file) {
    begin(file);
    const std::size_t most = packed_ ? most_packed_bytes : most_file_bytes;
    std::string text;
    try {
      text = tree_.read(path_, most);
    } catch (const SystemError& failed) {
      if (failed.error() != ENOENT) {  // gone since the folder was listed: as if it had never been there
        lose(why_not_a_file(failed, most));
      }
      return;
    }
    if (packed_) {
      constexpr std::size_t usual_bytes = 100;  // of a record
      batch_.records.reserve(text.size() / usual_bytes);
    }
    if (read_documents(without_byte_order_mark(text)) == 0 && !packed_) {
      lose(say("yaml-syntax.empty-file"), Position{});
    }
  }

  /// Notes that what has the name of a record is no file.
  void lose(const std::string& name, Message why) {
    begin({name, 0});
    lose(std::move(why));
  }

 private:
  void begin(const RecordFile& file) {
    path_ = std::string{folder_of<Record>} + '/' + file.name;
    file_ = file.number;
    stem_ = stem_of(file.name);
    packed_ = is_packed_name<Record>(stem_);
  }

  /// Tells why a file gives no record. Without a place the file as a whole is meant.
  void lose(Message why, Position at = {0, 0}) {
    batch_.unreadable.push_back(stem_);
    FindingSink{batch_.findings, path_, 1, stem_}.error(Rule::yaml_syntax, at, std::move(why));
  }

  /// Reads one document after another and gives their number.
  std::size_t read_documents(std::string_view rest) {
    std::size_t count = 0;
    std::uint32_t line = 1;
    while (!rest.empty()) {
      if (auto canonical = scans_ ? read_canonical<Record>(rest) : std::nullopt) {
        batch_.records.push_back({std::move(canonical->read.record), file_, line, canonical->read.marks});
        rest.remove_prefix(canonical->bytes);
        line += canonical->lines;
        ++count;
        continue;
      }
      const auto text = first_document(rest);
      for (Document document : split_documents(text)) {
        document.line += line - 1;
        read_document(document);
        ++count;
      }
      rest.remove_prefix(text.size());
      line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    }
    return count;
  }

  void read_document(const Document& document) {
    // Of a packed record whose id cannot be read either, this is the name.
    std::string id = packed_ ? path_ + ':' + std::to_string(document.line) : stem_;
    if (const auto root = parse(document, path_, id, batch_.findings)) {
      const Node* own = root->kind == Node::Kind::map ? root->find("id") : nullptr;
      id = packed_ && own != nullptr ? own->text : id;
      FindingSink sink{batch_.findings, path_, document.line, id};
      if (auto read = read_record<Record>(*root, sink, schema_)) {
        batch_.records.push_back({std::move(read->record), file_, document.line, read->marks});
        return;
      }
    }
    batch_.unreadable.push_back(std::move(id));
  }

  const Tree& tree_;
  int schema_;
  bool scans_;
  Batch<Record>& batch_;
  std::string path_;
  std::uint32_t file_ = 0;
  std::string stem_;
  bool packed_ = false;
};

/// Files are read side by side in stretches of this many; a packed year is one of its own.
constexpr std::size_t files_at_once = 256;
constexpr std::size_t most_threads = 4;

/// Calls `work` with every number below `count`, on as many threads as there are processors and as it is worth; on
/// fewer where the system allows no more. `work` must not throw.
template <class Work>
void for_each_number(std::size_t count, Work work) {
  std::atomic<std::size_t> next{0};
  const auto take_turns = [&] {
    for (std::size_t number = next++; number < count; number = next++) {
      work(number);
    }
  };
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> others;
  try {
    for (std::size_t thread = 1; thread < std::min({processors, most_threads, count}); ++thread) {
      others.emplace_back(take_turns);
    }
  } catch (const std::system_error&) {
    // The threads that there are do the work.
  }
  take_turns();
}

class Loader {
 public:
  Loader(const Tree& tree, Scope scope, Reading reading) : tree_(tree), scope_(std::move(scope)), reading_(reading) {}

  Loaded load() && {
    load_settings();
    if (!scope_.pairs().empty() && loaded_.has_model && load_pairs()) {
      return std::move(loaded_);
    }
    for_each_kind([&]<class Record>(Record*) {
      if (scope_.has<Record>()) {
        load_kind<Record>();
      }
    });
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
      sink.error(Rule::yaml_syntax, {0, 0}, why_not_a_file(failed, most_file_bytes));
      return;
    }
    const auto documents = split_documents(without_byte_order_mark(text));
    if (documents.size() != 1) {
      sink.error(Rule::yaml_syntax, {},
                 documents.empty() ? say("yaml-syntax.empty-file") : say("yaml-syntax.one-document"));
      return;
    }
    if (const auto root = parse(documents.front(), path, {}, loaded_.findings)) {
      FindingSink in_document{loaded_.findings, path, documents.front().line, {}};
      loaded_.schema = declared_schema(*root).value_or(newest_schema);
      loaded_.program.settings = read_settings(*root, in_document);
    }
    loaded_.has_model = !has_errors(std::span{loaded_.findings}.subspan(before));
  }

  /// The pairs of the scope and their members. False, and no record is kept, when one of them does not stand alone and
  /// readable in the file that its id names.
  bool load_pairs() {
    auto pairs = read_named<Pair>({scope_.pairs().begin(), scope_.pairs().end()});
    if (!pairs) {
      return false;
    }
    std::set<std::string> members;
    for (const auto& stored : pairs->records) {
      members.insert({stored.record.mentor.to_string(), stored.record.mentee.to_string()});
    }
    auto people = read_named<Participant>(members);
    if (people) {
      keep(*std::move(people));
      keep(*std::move(pairs));
    }
    return people.has_value();
  }

  /// The records of these ids, each from the file that its id names; nothing when that is not so for one of them.
  template <class Record>
  std::optional<Batch<Record>> read_named(const std::set<std::string>& ids) {
    Batch<Record> batch;
    FileReader<Record> reader{tree_, loaded_.schema, reading_, batch};
    for (const std::string& text : ids) {
      const auto id = Id<Record>::parse(text);
      if (!id) {
        return std::nullopt;
      }
      const std::size_t before = batch.records.size();
      reader.read({text + std::string{extension}, loaded_.program.add_path(path_of(*id))});
      if (batch.records.size() != before + 1 || batch.records.back().record.id != *id) {
        return std::nullopt;
      }
    }
    return batch.unreadable.empty() ? std::optional{std::move(batch)} : std::nullopt;
  }

  template <class Record>
  void load_kind() {
    std::vector<RecordFile> files;
    const std::string folder{folder_of<Record>};
    Batch<Record> odd;
    for (const Entry& entry : tree_.list(folder)) {
      const std::string path = folder + '/' + entry.name;
      if (!entry.name.ends_with(extension)) {
        FindingSink{loaded_.findings, path, 1, {}}.add(Rule::file_name, Severity::warning, {0, 0},
                                                       entry.type == EntryType::folder
                                                           ? say("file-name.folder", entry.name)
                                                           : say("file-name.not-a-record", entry.name));
      } else if (entry.type != EntryType::file) {
        FileReader<Record>{tree_, loaded_.schema, reading_, odd}.lose(
            entry.name, entry.type == EntryType::folder ? say("yaml-syntax.folder") : say("yaml-syntax.not-a-file"));
      } else {
        files.push_back({entry.name, loaded_.program.add_path(path)});
      }
    }
    keep(std::move(odd));
    read_files<Record>(files);
  }

  template <class Record>
  void read_files(const std::vector<RecordFile>& files) {
    const auto is_packed = [](const RecordFile& file) { return is_packed_name<Record>(stem_of(file.name)); };
    std::vector<std::span<const RecordFile>> stretches;
    for (std::size_t begin = 0, end = 0; begin < files.size(); begin = end) {
      end = begin + 1;
      while (end < files.size() && end - begin < files_at_once && !is_packed(files[begin]) && !is_packed(files[end])) {
        ++end;
      }
      stretches.push_back(std::span{files}.subspan(begin, end - begin));
    }
    std::vector<Batch<Record>> batches(stretches.size());
    for_each_number(stretches.size(), [&](std::size_t number) {
      Batch<Record>& batch = batches[number];
      try {
        FileReader<Record> reader{tree_, loaded_.schema, reading_, batch};
        for (const RecordFile& file : stretches[number]) {
          reader.read(file);
        }
      } catch (...) {
        batch.failed = std::current_exception();
      }
    });
    for (Batch<Record>& batch : batches) {
      keep(std::move(batch));
    }
  }

  /// Takes what was read into the program.
  template <class Record>
  void keep(Batch<Record> batch) {
    if (batch.failed) {
      std::rethrow_exception(batch.failed);
    }
    auto& table = loaded_.program.all<Record>();
    for (auto& stored : batch.records) {
      table.add(std::move(stored));
    }
    for (const std::string& id : batch.unreadable) {
      table.add_unreadable(id);
    }
    std::move(batch.findings.begin(), batch.findings.end(), std::back_inserter(loaded_.findings));
  }

  const Tree& tree_;
  Scope scope_;
  Reading reading_;
  Loaded loaded_;
};

}  // namespace

Loaded load(const Tree& tree, const Scope& scope, Reading reading) { return Loader{tree, scope, reading}.load(); }

}  // namespace mentor::storage

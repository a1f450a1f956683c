#include "loader.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <exception>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

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
  std::vector<Marks> marks;  // of those that are not canonical: their layouts are numbered from the batch's first
  std::vector<std::string> unreadable;
  std::vector<Finding> findings;
  std::exception_ptr failed;
};

/// What is in a folder.
struct Listing {
  std::vector<Entry> entries;
  std::exception_ptr failed;
};

/// A file to be read, as the program knows it.
struct RecordFile {
  std::string_view name;
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

/// Where, behind the line at `from`, the next document begins; the end when none does.
std::size_t next_document(std::string_view text, std::size_t from) {
  for (std::size_t end = text.find('\n', from); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    const auto next = text.substr(end + 1);
    if (next.starts_with('-') && is_document_start(next.substr(0, next.find('\n')))) {
      return end + 1;
    }
  }
  return text.size();
}

/// A part of a file that holds whole documents, and the line of the file at which it begins.
struct Piece {
  std::string_view text;
  std::uint32_t line;
};

std::uint32_t lines_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

constexpr std::size_t usual_bytes = 100;  // of a record: some are shorter, most are longer

/// A packed year in pieces of about this size, so that several threads can read it.
std::vector<Piece> cut(std::string_view text) {
  constexpr std::size_t about = std::size_t{1} << 20U;
  std::vector<Piece> pieces;
  for (std::uint32_t line = 1; !text.empty();) {
    const auto piece = text.substr(0, next_document(text, std::min(about, text.size())));
    pieces.push_back({piece, line});
    line += lines_in(piece);
    text.remove_prefix(piece.size());
  }
  return pieces;
}

/// How records are read.
struct ReadingOrder {
  int schema;      // that program.yaml says
  bool scans;      // canonical text is not left to yaml-cpp
  bool shown_too;  // as well as what figures may depend on
};

/// Reads files of one kind into a batch.
template <class Record>
class FileReader {
 public:
  FileReader(const Tree& tree, const ReadingOrder& order, Batch<Record>& batch)
      : tree_(tree), order_(order), batch_(batch) {}

  /// Reads the one record of a file, or however many there are.
  void read(const RecordFile& file) {
    if (read_text(file, text_) && read_documents({without_byte_order_mark(text_), 1}) == 0) {
      lose(say("yaml-syntax.empty-file"), Position{});
    }
  }

  /// Reads the whole text of a file. False, and a finding, when it cannot be read.
  bool read_text(const RecordFile& file, std::string& text) {
    begin(file);
    const std::size_t most = packed_ ? most_packed_bytes : most_file_bytes;
    try {
      tree_.read_into(text, path_, most);
      return true;
    } catch (const SystemError& failed) {
      if (failed.error() != ENOENT) {  // gone since the folder was listed: as if it had never been there
        lose(why_not_a_file(failed, most));
      }
      return false;
    }
  }

  /// Reads a part of a packed year.
  void read_piece(const RecordFile& file, const Piece& piece) {
    begin(file);
    batch_.records.reserve(piece.text.size() / usual_bytes);
    read_documents(piece);
  }

  /// Notes that what has the name of a record is no file.
  void lose(const std::string& name, Message why) {
    begin({name, 0});
    lose(std::move(why));
  }

 private:
  void begin(const RecordFile& file) {
    path_.assign(folder_of<Record>).append(1, '/').append(file.name);
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
  std::size_t read_documents(const Piece& piece) {
    std::size_t count = 0;
    auto [rest, line] = piece;
    while (!rest.empty()) {
      if (auto canonical = order_.scans ? read_canonical<Record>(rest) : std::nullopt) {
        keep(std::move(canonical->record), line, canonical->layout.number());
        rest.remove_prefix(canonical->bytes);
        line += canonical->lines;
        ++count;
        continue;
      }
      const auto text = rest.substr(0, next_document(rest, 0));
      for (Document document : split_documents(text)) {
        document.line += line - 1;
        read_document(document);
        ++count;
      }
      rest.remove_prefix(text.size());
      line += lines_in(text);
    }
    return count;
  }

  void keep(Record record, std::uint32_t line, std::uint32_t layout) {
    if (!order_.shown_too) {
      for (const auto& field : fields<Record>()) {
        if (field.use == Use::shown) {
          field.clear(record);
        }
      }
    }
    batch_.records.push_back({std::move(record), file_, line, layout});
  }

  void read_document(const Document& document) {
    // Of a packed record whose id cannot be read either, this is the name.
    std::string id = packed_ ? path_ + ':' + std::to_string(document.line) : stem_;
    if (const auto root = parse(document, path_, id, batch_.findings)) {
      const Node* own = root->kind == Node::Kind::map ? root->find("id") : nullptr;
      id = packed_ && own != nullptr ? own->text : id;
      FindingSink sink{batch_.findings, path_, document.line, id};
      if (auto read = read_record<Record>(*root, sink, order_.schema)) {
        const auto layout = CanonicalLayout::count + static_cast<std::uint32_t>(batch_.marks.size());
        batch_.marks.push_back(read->marks);
        keep(std::move(read->record), document.line, layout);
        return;
      }
    }
    batch_.unreadable.push_back(std::move(id));
  }

  const Tree& tree_;
  const ReadingOrder& order_;
  Batch<Record>& batch_;
  std::string path_;
  std::uint32_t file_ = 0;
  std::string stem_;
  std::string text_;  // of the file that is read
  bool packed_ = false;
};

/// Files are read side by side in stretches of this many.
constexpr std::size_t files_at_once = 256;

/// How many threads are worth it: one a processor, up to four.
std::size_t usual_threads() {
  static const auto threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);  // asks a file
  return threads;
}

/// Calls `work` with every number below `count`, on `usual_threads`; on fewer where the system allows no more. `work`
/// must not throw. `tell` is called on this thread alone, with how many numbers have been taken.
template <class Work, class Tell>
void for_each_number(std::size_t count, Work work, Tell tell) {
  std::atomic<std::size_t> next{0};
  const auto take_turns = [&] {
    for (std::size_t number = next++; number < count; number = next++) {
      work(number);
    }
  };
  std::vector<std::jthread> others;
  try {
    for (std::size_t thread = 1; thread < count && thread < usual_threads(); ++thread) {
      others.emplace_back(take_turns);
    }
  } catch (const std::system_error&) {
    // The threads that there are do the work.
  }
  for (std::size_t number = next++; number < count; number = next++) {
    work(number);
    tell(number + 1);
  }
}

class Loader {
 public:
  Loader(const Tree& tree, Scope scope, Reading reading, const Progress& progress)
      : tree_(tree), scope_(std::move(scope)), reading_(reading), progress_(progress) {}

  Loaded load() && {
    load_settings();
    order_ = {loaded_.schema, reading_ == Reading::usual && loaded_.schema == newest_schema,
              scope_.has_what_is_shown()};
    if (!scope_.pairs().empty() && loaded_.has_model && load_pairs()) {
      return std::move(loaded_);
    }
    list_folders();
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
    if (!people) {
      return false;
    }
    keep(*std::move(people));
    keep(*std::move(pairs));
    return true;
  }

  /// The records of these ids, each from the file that its id names; nothing when that is not so for one of them.
  template <class Record>
  std::optional<Batch<Record>> read_named(const std::set<std::string>& ids) {
    Batch<Record> batch;
    FileReader<Record> reader{tree_, order_, batch};
    for (const std::string& text : ids) {
      const auto id = Id<Record>::parse(text);
      if (!id) {
        return std::nullopt;
      }
      const std::size_t before = batch.records.size();
      const std::uint32_t file = loaded_.program.add_file(text + std::string{extension});
      reader.read({loaded_.program.file_name(file), file});
      if (batch.records.size() != before + 1 || batch.records.back().record.id != *id) {
        return std::nullopt;
      }
    }
    return batch.unreadable.empty() ? std::optional{std::move(batch)} : std::nullopt;
  }

  /// Lists the folders of the scope side by side.
  void list_folders() {
    std::vector<decltype(listings_)::pointer> listings;
    for_each_kind([&]<class Record>(Record*) {
      if (scope_.has<Record>()) {
        listings.push_back(&*listings_.try_emplace(folder_of<Record>).first);
      }
    });
    for_each_number(
        listings.size(),
        [&](std::size_t number) {
          auto& [folder, listing] = *listings[number];
          try {
            listing.entries = tree_.list(folder);
          } catch (...) {
            listing.failed = std::current_exception();
          }
        },
        [](std::size_t) {});
    for (const auto* listed : listings) {
      if (listed->second.failed) {
        std::rethrow_exception(listed->second.failed);
      }
      files_ += listed->second.entries.size();
    }
  }

  template <class Record>
  void load_kind() {
    Program& program = loaded_.program;
    std::vector<std::uint32_t> numbers;
    Batch<Record> odd;
    for (Entry& entry : std::exchange(listings_[folder_of<Record>].entries, {})) {
      if (!entry.name.ends_with(extension)) {
        const std::string path = std::string{folder_of<Record>} + '/' + entry.name;
        FindingSink{loaded_.findings, path, 1, {}}.add(Rule::file_name, Severity::warning, {0, 0},
                                                       entry.type == EntryType::folder
                                                           ? say("file-name.folder", entry.name)
                                                           : say("file-name.not-a-record", entry.name));
      } else if (entry.type != EntryType::file) {
        FileReader<Record>{tree_, order_, odd}.lose(
            entry.name, entry.type == EntryType::folder ? say("yaml-syntax.folder") : say("yaml-syntax.not-a-file"));
      } else {
        numbers.push_back(program.add_file(std::move(entry.name)));
      }
    }
    keep(std::move(odd));
    std::vector<RecordFile> files;  // named when the program's own names stay where they are
    files.reserve(numbers.size());
    for (const std::uint32_t number : numbers) {
      files.push_back({program.file_name(number), number});
    }
    read_files<Record>(files);
    if (progress_) {
      progress_(Stage::reading, files_read_, files_);
    }
  }

  template <class Record>
  void read_files(std::span<const RecordFile> files) {
    const auto is_packed = [](const RecordFile& file) { return is_packed_name<Record>(stem_of(file.name)); };
    while (!files.empty()) {
      if (is_packed(files.front())) {
        read_packed<Record>(files.front());
        ++files_read_;
        files = files.subspan(1);
      } else {
        const auto end = std::find_if(files.begin(), files.end(), is_packed);
        const auto count = static_cast<std::size_t>(end - files.begin());
        read_loose<Record>(files.first(count));
        files_read_ += count;
        files = files.subspan(count);
      }
    }
  }

  template <class Record>
  void read_loose(std::span<const RecordFile> files) {
    read_side_by_side<Record>((files.size() + files_at_once - 1) / files_at_once, files.size(),
                              [&](std::size_t number, FileReader<Record>& reader) {
                                const auto rest = files.subspan(number * files_at_once);
                                for (const RecordFile& file : rest.first(std::min(rest.size(), files_at_once))) {
                                  reader.read(file);
                                }
                              });
  }

  template <class Record>
  void read_packed(const RecordFile& file) {
    Batch<Record> unread;
    const bool is_read = FileReader<Record>{tree_, order_, unread}.read_text(file, packed_text_);
    keep(std::move(unread));
    if (!is_read) {
      return;
    }
    const auto pieces = cut(without_byte_order_mark(packed_text_));
    read_side_by_side<Record>(pieces.size(), 0, [&](std::size_t number, FileReader<Record>& reader) {
      reader.read_piece(file, pieces[number]);
    });
  }

  /// Calls `read` with each number below `count`, on several threads, and keeps what it reads in the order of the
  /// numbers. All together are so many files.
  template <class Record, class Read>
  void read_side_by_side(std::size_t count, std::size_t files, Read read) {
    std::vector<Batch<Record>> batches(count);
    for_each_number(
        count,
        [&](std::size_t number) {
          try {
            FileReader<Record> reader{tree_, order_, batches[number]};
            read(number, reader);
          } catch (...) {
            batches[number].failed = std::current_exception();
          }
        },
        [&](std::size_t taken) {
          if (progress_) {
            progress_(Stage::reading, files_read_ + files * taken / count, files_);
          }
        });
    auto& table = loaded_.program.all<Record>();
    table.reserve(std::accumulate(batches.begin(), batches.end(), table.size(),
                                  [](std::size_t sum, const auto& batch) { return sum + batch.records.size(); }));
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
    Program& program = loaded_.program;
    if (!batch.marks.empty()) {
      const std::uint32_t first = program.add_marks(batch.marks);
      for (auto& stored : batch.records) {
        stored.layout += stored.layout < CanonicalLayout::count ? 0 : first - CanonicalLayout::count;
      }
    }
    program.all<Record>().take(std::move(batch.records));
    for (const std::string& id : batch.unreadable) {
      program.all<Record>().add_unreadable(id);
    }
    std::move(batch.findings.begin(), batch.findings.end(), std::back_inserter(loaded_.findings));
  }

  const Tree& tree_;
  Scope scope_;
  Reading reading_;
  const Progress& progress_;
  std::size_t files_ = 0;  // in all folders of the scope
  std::size_t files_read_ = 0;
  ReadingOrder order_{};
  std::map<std::string_view, Listing> listings_;  // by folder
  std::string packed_text_;                       // of one packed year after another
  Loaded loaded_;
};

}  // namespace

Loaded load(const Tree& tree, const Scope& scope, Reading reading, const Progress& progress) {
  return Loader{tree, scope, reading, progress}.load();
}

}  // namespace mentor::storage

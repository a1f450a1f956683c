#include "loader.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <span>
#include <unordered_set>
#include <utility>

#include "file_reader.hpp"
#include "mentor/rules.hpp"
#include "passed_over.hpp"
#include "record_reader.hpp"
#include "schema.hpp"
#include "settings_reader.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/side_by_side.hpp"
#include "storage/disk/system_error.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

/// How many files a thread reads at a time.
constexpr std::size_t files_at_once = 256;

class Loader {
 public:
  Loader(const Tree& tree, Scope scope, Reading reading, const Progress& progress)
      : tree_(tree), scope_(std::move(scope)), reading_(reading), progress_(progress) {}

  Loaded load() && {
    loaded_.program.set_marks(marks_);
    load_settings();
    if (scope_.is_for_rules() && loaded_.has_model) {
      private_words_.emplace(loaded_.program.model().private_words);
    }
    order_ = {loaded_.schema,
              reading_ == Reading::usual && loaded_.schema == newest_schema,
              scope_.shown(),
              scope_.is_for_rules(),
              loaded_.has_model ? &loaded_.program.model() : nullptr,
              private_words_ ? &*private_words_ : nullptr};
    if (!scope_.pairs().empty() && loaded_.has_model && load_pairs()) {
      return std::move(loaded_);
    }
    list_folders();
    tell_odd_folders(tree_, listings_, loaded_.findings);
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
    if (const auto root = parse_or_tell(documents.front(), path, {}, loaded_.findings)) {
      FindingSink in_document{loaded_.findings, path, documents.front().line, {}};
      loaded_.schema = declared_schema(*root).value_or(newest_schema);
      loaded_.program.settings = read_settings(*root, in_document);
    }
    loaded_.has_model = !has_errors(std::span{loaded_.findings}.subspan(before));
  }

  /// Loads the pairs of the scope and their members, each from the file that its id names. False, and keeps nothing,
  /// when one of these files cannot be read or does not hold its record alone.
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

  /// Reads the records with these ids, each from the file that its id names. Nothing when one file holds something
  /// else.
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
      const std::uint32_t file = loaded_.program.add_file(text + std::string{record_extension});
      reader.read({loaded_.program.file_name(file), file});
      if (batch.records.size() != before + 1 || batch.records.back().record.id != *id) {
        return std::nullopt;
      }
    }
    return batch.unreadable.empty() ? std::optional{std::move(batch)} : std::nullopt;
  }

  /// Lists the folders of the scope side by side.
  void list_folders() {
    std::vector<Listings::pointer> listings;
    for_each_kind([&]<class Record>(Record*) {
      if (scope_.has<Record>()) {
        listings.push_back(&*listings_.try_emplace(folder_of<Record>).first);
      }
    });
    for_each_number(
        listings.size(), [&](std::size_t number) { listings[number]->second = tree_.list(listings[number]->first); },
        [](std::size_t) {});
    for (const auto* listing : listings) {
      files_ += listing->second.size();
    }
  }

  template <class Record>
  void load_kind() {
    Program& program = loaded_.program;
    std::vector<std::uint32_t> numbers;
    Batch<Record> unreadable;
    std::vector<Entry> entries = std::exchange(listings_[folder_of<Record>], {});
    const PassedOver<Record> passed_over{entries};
    for (const Entry& entry : entries) {
      if (passed_over.has(entry.name)) {
        continue;
      }
      if (!entry.name.ends_with(record_extension)) {
        tell_no_record(tree_, folder_of<Record>, entry, loaded_.findings);
      } else if (entry.type != EntryType::file) {
        FileReader<Record>{tree_, order_, unreadable}.tell_unreadable(
            entry.name, entry.type == EntryType::folder ? say("yaml-syntax.folder") : say("yaml-syntax.not-a-file"));
      } else {
        numbers.push_back(program.add_file(entry.name));
      }
    }
    keep(std::move(unreadable));
    std::vector<RecordFile> files;  // filled when all names are in the program: adding one may move the others
    files.reserve(numbers.size());
    for (const std::uint32_t number : numbers) {
      files.push_back({program.file_name(number), number});
    }
    read_files<Record>(files);
    prefer_named<Record>();
    passed_over.tell(program, loaded_.findings);
    if (scope_.sums_up<Record>() && loaded_.has_model) {
      scope_.sum_up(program);
      let_go<Record>();
    }
    if (progress_) {
      progress_(Stage::reading, files_read_, files_);
    }
  }

  /// Removes all records of the kind but those that share an id, and gives their room back.
  template <class Record>
  void let_go() {
    auto& table = loaded_.program.all<Record>();
    std::unordered_set<Id<Record>> repeated;
    for (const auto* repeat : table.repeats()) {
      repeated.insert(repeat->record.id);
    }
    table.remove_if([&](const Stored<Record>& stored) { return !repeated.contains(stored.record.id); });
    table = Table<Record>{table};  // a copy has room for what is left alone
  }

  /// Chooses the row among records that share an id. The record in the file named by the id comes first, since
  /// `read_named` reads only that file and must mean the same record. Next comes a record in a packed year. Another
  /// file beside the year, such as a copy of it (`2025-2026 (1).yaml`), may have been read before it.
  template <class Record>
  void prefer_named() {
    auto& table = loaded_.program.all<Record>();
    const auto rank = [&](const Stored<Record>& stored) {
      const auto stem = stem_of(loaded_.program.file_name(stored.file));
      return std::pair{stem == stored.record.id.to_string(), is_packed_name<Record>(stem)};
    };
    for (std::size_t repeat = 0; repeat < table.repeats().size(); ++repeat) {
      const auto& stored = *table.repeats()[repeat];
      if (rank(stored) > rank(*table.find(stored.record.id))) {
        table.prefer(repeat);
      }
    }
  }

  template <class Record>
  void read_files(std::span<const RecordFile> files) {
    const auto is_packed = [](const RecordFile& file) { return is_packed_file<Record>(file.name); };
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
    const std::size_t before = what_is_known<Record>();
    Batch<Record> unread;
    const bool is_read = FileReader<Record>{tree_, order_, unread}.read_text(file, packed_text_);
    keep(std::move(unread));
    if (!is_read) {
      return;
    }
    const auto pieces = pieces_of(without_byte_order_mark(packed_text_));
    read_side_by_side<Record>(pieces.size(), 0, [&](std::size_t number, FileReader<Record>& reader) {
      reader.read_piece(file, pieces[number]);
    });
    // A file of comments alone is no fault: when a person removes its last record, the comments stay.
    if (what_is_known<Record>() == before && packed_text_.find('#') == std::string::npos) {
      Batch<Record> empty;
      FileReader<Record>{tree_, order_, empty}.tell_unreadable(std::string{file.name}, say("yaml-syntax.empty-file"));
      keep(std::move(empty));
    }
  }

  /// A measure of what is known of the kind's files. Every document that is read adds to it.
  template <class Record>
  std::size_t what_is_known() const {
    const auto& table = loaded_.program.all<Record>();
    return table.size() + table.repeats().size() + table.unreadable().size() + loaded_.findings.size();
  }

  /// Calls `read` with each number below `count`, on several threads. Keeps what it reads in the order of the numbers.
  /// `files` is how many files all the numbers stand for.
  template <class Record, class Read>
  void read_side_by_side(std::size_t count, std::size_t files, Read read) {
    std::vector<Batch<Record>> batches(count);
    for_each_number(
        count,
        [&](std::size_t number) {
          FileReader<Record> reader{tree_, order_, batches[number]};
          read(number, reader);
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
    Program& program = loaded_.program;
    if (!batch.marks.empty()) {
      const std::uint32_t first = marks_->add(batch.marks, batch.entries);
      for (auto& stored : batch.records) {
        stored.layout += stored.layout < CanonicalLayout::count ? 0 : first - CanonicalLayout::count;
      }
    }
    program.all<Record>().take(std::move(batch.records));
    for (OwnFields& own : batch.own) {
      program.add_own_fields(own.file, own.line, std::move(own.fields));
    }
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
  std::optional<PrivateWords> private_words_;
  Listings listings_;
  std::string packed_text_;  // of one packed year after another
  std::shared_ptr<RecordMarks> marks_ = std::make_shared<RecordMarks>();
  Loaded loaded_;
};

}  // namespace

Loaded load(const Tree& tree, const Scope& scope, Reading reading, const Progress& progress) {
  Loaded loaded = Loader{tree, scope, reading, progress}.load();
  raise(loaded.program.model(), loaded.findings);
  return loaded;
}

}  // namespace mentor::storage

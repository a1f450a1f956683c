#include "packing.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "mentor/fields.hpp"
#include "mentor/text.hpp"
#include "storage/yaml/canonical_reader.hpp"
#include "storage/yaml/passed_over.hpp"
#include "storage/yaml/record_reader.hpp"
#include "storage/yaml/record_text.hpp"
#include "storage/yaml/schema.hpp"
#include "storage/yaml/yaml.hpp"
#include "storage/yaml/yaml_places.hpp"

namespace mentor::storage {

namespace {

constexpr std::string_view document_start = "---\n";

std::optional<Node> tree_of(std::string_view document) {
  auto parsed = parse_document(document);
  auto* root = std::get_if<Node>(&parsed);
  return root != nullptr ? std::optional{std::move(*root)} : std::nullopt;
}

struct ReadRecord {
  std::optional<Date> on;
  std::string id;
  bool canonical = false;
};

/// The record of a document, whose words and norms are those of `model`; nothing when the document has none that can be
/// read.
template <class Record>
std::optional<ReadRecord> record_in(std::string_view document, int schema, const Model* model) {
  if (schema == newest_schema) {
    if (const auto canonical = read_canonical<Record>(document); canonical && canonical->bytes == document.size()) {
      return ReadRecord{packing_day(canonical->record), canonical->record.id.to_string(), true};
    }
  }
  const auto root = tree_of(document);
  if (!root) {
    return std::nullopt;
  }
  std::vector<Finding> findings;
  FindingSink sink{findings, {}, 1, {}};
  const auto read = read_record<Record>(*root, sink, schema, model);
  return read ? std::optional{ReadRecord{packing_day(read->record), read->record.id.to_string(), false}} : std::nullopt;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// The text without the `---` that begins its first line, if there is one. What follows the `---` on its line stays.
std::string_view without_start(std::string_view text) {
  if (is_document_start(first_line(text))) {
    text.remove_prefix(document_start.size() - 1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
    text.remove_prefix(text.starts_with('\n') ? 1 : 0);
  }
  return text;
}

/// The lines of a text without a record: comments and blank lines, but not the `---` between documents.
std::string lines_between(std::string_view text) {
  std::string lines;
  const std::string plain = with_line_feeds(text);
  for (const auto line : lines_of(plain)) {
    if (const auto rest = without_start(line); !rest.empty() || !is_document_start(line)) {
      lines.append(rest).append("\n");
    }
  }
  return lines;
}

/// The ways to end a document with a line feed. If a block text ends the document, the new line feed may become part of
/// this text. So the block text is marked to drop it (`|-`), or becomes one line in quotes.
std::vector<std::string> with_line_feed(std::string_view document, const Node& root) {
  std::vector<std::string> ways{std::string{document}};
  if (document.ends_with('\n')) {
    return ways;
  }
  ways.front() += '\n';
  const Node* last = &root;
  while (!last->items.empty() || !last->entries.empty()) {
    last = last->items.empty() ? &last->entries.back().value : &last->items.back();
  }
  if (last->style != Node::Style::block) {
    return ways;
  }
  const auto [sign, sign_end] = sign_of(document, *last);
  const auto behind_sign = document.substr(sign_end);
  std::string stripped{document.substr(sign, sign_end - sign)};
  std::erase_if(stripped, [](char byte) { return byte == '+' || byte == '-'; });
  const std::string before{document.substr(0, sign)};
  ways.push_back(before + stripped + '-' + std::string{behind_sign} + '\n');
  const auto last_line = document.substr(0, document.rfind('\n') + 1);
  if (document.find_first_not_of(" \t\r", last_line.size()) == std::string_view::npos) {
    ways.emplace_back(last_line);
  }
  ways.push_back(before + scalar_text(last->text) + std::string{first_line(behind_sign)} + '\n');
  return ways;
}

/// Whether this text, between others in a packed year, is one document and says the same as before.
bool says_the_same(std::string_view text, const Node& root) {
  const auto documents = split_documents(text);
  const auto again = documents.size() == 1 ? tree_of(documents.front().text) : std::nullopt;
  return again && same(root, *again);
}

/// The text of a document in a packed year, below the comments and blank lines that stood before it. Nothing when no
/// way is found to say the same.
std::optional<std::string> text_in_year(std::string_view document, std::string_view before) {
  const auto root = tree_of(document);
  for (const std::string& whole : with_line_feed(document, root.value_or(Node{}))) {
    const std::string plain = with_line_feeds(whole);
    for (const std::string_view text : {std::string_view{plain}, std::string_view{whole}}) {
      const auto body = without_start(text);
      std::string together{document_start};
      together.append(before).append(body);
      // If the comments would change the record, they become a document of their own before it.
      std::string apart{document_start};
      apart.append(before).append(document_start).append(body);
      for (std::string* way : {&together, &apart}) {
        if (*way == document || (root && says_the_same(*way, *root))) {
          return std::move(*way);
        }
      }
    }
  }
  return std::nullopt;
}

/// A record's text, followed by comments that a `---` sets apart. Nothing when the record would say something else.
std::optional<std::string> with_lines_behind(const std::string& text, const std::string& lines) {
  const auto documents = split_documents(text);
  const auto root = documents.size() == 1 ? tree_of(documents.front().text) : std::nullopt;
  std::string comments;  // moved to the left, where they cannot belong to a text
  for (const auto line : lines_of(lines)) {
    const auto begin = line.find('#');
    comments.append(line.substr(std::min(begin, line.size()))).append(begin == std::string_view::npos ? "" : "\n");
  }
  for (const std::string& behind : {lines, comments, std::string{document_start} + comments}) {
    std::string way = text + behind;
    if (root && says_the_same(way, *root)) {
      return way;
    }
  }
  return std::nullopt;
}

/// Where the comments before the first record go.
enum class Head { apart, to_first };

/// Does what `parse_packed` does, but gives an empty text to a record that could not stand among others.
template <class Record>
std::optional<PackedYear> read_year(std::string_view text, int schema, const Model* model, Head head) {
  text = without_byte_order_mark(text);
  PackedYear year;
  std::size_t done = 0;
  for (const YamlDocument& document : split_documents(text)) {
    const auto record = record_in<Record>(document.text, schema, model);
    if (!record) {
      return std::nullopt;
    }
    const auto begin = static_cast<std::size_t>(document.text.data() - text.data());
    std::string before = lines_between(text.substr(done, begin - done));
    if (year.records.empty() && head == Head::apart) {
      year.head = std::exchange(before, {});
    }
    year.records.push_back({record->on, record->id, {}});
    year.records.back().text = record->canonical && before.empty()
                                   ? std::string{document_start}.append(without_start(document.text))
                                   : text_in_year(document.text, before).value_or("");
    done = begin + document.text.size();
  }
  if (const std::string behind = lines_between(text.substr(done)); year.records.empty()) {
    year.head += behind;
  } else if (!behind.empty()) {
    std::string& last = year.records.back().text;
    last = with_lines_behind(last, behind).value_or("");
  }
  return year;
}

bool is_whole(const PackedYear& year) {
  return std::none_of(year.records.begin(), year.records.end(),
                      [](const PackedRecord& record) { return record.text.empty(); });
}

/// A file with a single record of the year.
struct LooseFile {
  std::string path;
  const std::string* text;
  PackedRecord record;
};

template <class Record>
std::vector<LooseFile> loose_files(const FrozenTree& tree, const Period& year, int schema, const Model& model) {
  std::vector<LooseFile> files;
  const std::string folder{folder_of<Record>};
  const auto entries = tree.list(folder);
  const PassedOver<Record> passed_over{entries};
  for (const Entry& entry : entries) {
    std::string path = folder + '/' + entry.name;
    const bool loose =
        entry.name.ends_with(record_extension) && !is_packed_file<Record>(entry.name) && !passed_over.has(entry.name);
    const std::string* text = loose ? tree.text(path) : nullptr;
    if (text == nullptr) {
      continue;
    }
    auto in_file = read_year<Record>(*text, schema, &model, Head::to_first);
    const auto day = in_file && in_file->records.size() == 1 ? in_file->records.front().on : std::nullopt;
    if (day && year.contains(*day)) {
      files.push_back({std::move(path), text, std::move(in_file->records.front())});
    }
  }
  return files;
}

/// Moves single records of a kind into its packed year, as many as are allowed and have room.
template <class Record>
class Packing {
 public:
  /// Adds its results to `closing`, which must outlive this.
  Packing(PackedYear year, const Table<Record>& table, std::size_t most_bytes, Closing& closing)
      : year_(std::move(year)), most_bytes_(most_bytes), size_(year_.head.size()), closing_(closing) {
    for (const auto* repeat : table.repeats()) {
      ids_.insert(repeat->record.id.to_string());
    }
    for (const PackedRecord& record : year_.records) {
      ids_.insert(record.id);
      size_ += record.text.size();
    }
  }

  void take(const LooseFile& file) {
    const PackedRecord& record = file.record;
    if (!ids_.insert(record.id).second) {
      closing_.left.push_back(file.path);
    } else if (record.text.empty() || record.text.size() > most_bytes_ - std::min(size_, most_bytes_)) {
      closing_.no_room.push_back(file.path);
    } else {
      size_ += record.text.size();
      removals_.push_back(
          {file.path, *file.text, std::nullopt, {std::string{folder_of<Record>} + '/' + record.id}, {}, {}});
      year_.records.push_back(record);
    }
  }

  /// Adds the change of the packed year at `path`, whose text was `before`, and the removal of the files that went into
  /// it.
  void finish(const std::string& path, std::optional<std::string> before) && {
    if (removals_.empty()) {
      return;
    }
    closing_.packed.at(kind_index<Record>()) = removals_.size();
    std::sort(year_.records.begin(), year_.records.end());
    FileChange& change = closing_.changes.emplace_back();
    change = {.path = path, .before = std::move(before), .after = packed_text(year_)};
    for (const FileChange& removal : removals_) {
      change.made_of.push_back(removal.path);
    }
    std::move(removals_.begin(), removals_.end(), std::back_inserter(closing_.changes));
  }

 private:
  PackedYear year_;
  std::size_t most_bytes_;
  std::size_t size_;
  std::set<std::string> ids_;  // ids that must not be added to the year
  std::vector<FileChange> removals_;
  Closing& closing_;
};

}  // namespace

template <Packable Record>
std::optional<PackedYear> parse_packed(std::string_view text, int schema, const Model* model) {
  auto year = read_year<Record>(text, schema, model, Head::apart);
  return year && is_whole(*year) ? std::move(year) : std::nullopt;
}

std::string packed_text(const PackedYear& year) {
  std::string text = year.head;
  for (const PackedRecord& record : year.records) {
    text += record.text;
  }
  return text;
}

Closing close_year(const FrozenTree& tree, const Program& program, const Period& year, const std::string& name,
                   int schema, std::size_t most_bytes) {
  Closing closing;
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (Packable<Record>) {
      const std::string path = path_of_file<Record>(name);
      const std::string* packed = tree.text(path);
      auto records = parse_packed<Record>(packed != nullptr ? std::string_view{*packed} : std::string_view{}, schema,
                                          &program.model());
      if (!records || (packed == nullptr && tree.has(path))) {  // something is there that is no file or cannot be read
        closing.unreadable.push_back(path);
        return;
      }
      Packing<Record> packing{*std::move(records), program.all<Record>(), most_bytes, closing};
      for (const LooseFile& file : loose_files<Record>(tree, year, schema, program.model())) {
        packing.take(file);
      }
      std::move(packing).finish(path, packed != nullptr ? std::optional{*packed} : std::nullopt);
    }
  });
  return closing.unreadable.empty() ? std::move(closing) : Closing{.unreadable = std::move(closing.unreadable)};
}

namespace {

template <class Record>
auto packing_instances_of() {
  if constexpr (Packable<Record>) {
    return std::tuple{&parse_packed<Record>};
  } else {
    return std::tuple{};
  }
}

}  // namespace

/// The instances of every kind that is packed.
template <class... Records>
auto instances_of_packing(std::tuple<Records...>) {
  return std::tuple_cat(packing_instances_of<Records>()...);
}
template auto instances_of_packing(Kinds);

}  // namespace mentor::storage

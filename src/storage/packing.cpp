#include "packing.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "canonical_reader.hpp"
#include "limits.hpp"
#include "mentor/fields.hpp"
#include "mentor/text.hpp"
#include "record_reader.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

constexpr std::string_view document_start = "---";

/// The activity that a document holds; nothing when it holds none that can be read.
std::optional<Activity> activity_in(std::string_view document, int schema) {
  if (schema == newest_schema) {
    if (auto canonical = read_canonical<Activity>(document); canonical && canonical->bytes == document.size()) {
      return std::move(canonical->record);
    }
  }
  auto parsed = parse_document(document);
  const auto* root = std::get_if<Node>(&parsed);
  if (root == nullptr) {
    return std::nullopt;
  }
  std::vector<Finding> findings;
  FindingSink sink{findings, {}, 1, {}};
  auto read = read_record<Activity>(*root, sink, schema);
  return read ? std::optional{std::move(read->record)} : std::nullopt;
}

/// A document as it stands behind a `---` of its own: LF line ends, and one at the end.
std::string body_of(std::string_view document) {
  std::string body;
  for (auto line : lines_of(document)) {
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (body.empty() && line.starts_with(document_start)) {
      line.remove_prefix(document_start.size());
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
      if (line.empty()) {
        continue;
      }
    }
    body.append(line).append("\n");
  }
  return body;
}

/// The lines of a text that holds no record: comments and blank lines, without the marks between documents.
std::string comments_of(std::string_view text) {
  std::string comments;
  const std::string body = body_of(text);
  for (const auto line : lines_of(body)) {
    if (line != document_start) {
      comments.append(line).append("\n");
    }
  }
  return comments;
}

}  // namespace

std::optional<PackedYear> parse_packed(std::string_view text, int schema) {
  text = without_byte_order_mark(text);
  PackedYear year;
  std::size_t done = 0;
  for (const Document& document : split_documents(text)) {
    const auto activity = activity_in(document.text, schema);
    if (!activity) {
      return std::nullopt;
    }
    const auto begin = static_cast<std::size_t>(document.text.data() - text.data());
    std::string before = comments_of(text.substr(done, begin - done));
    if (year.records.empty()) {
      year.head = std::exchange(before, {});
    }
    year.records.push_back({activity->on, activity->id.to_string(), before + body_of(document.text)});
    done = begin + document.text.size();
  }
  (year.records.empty() ? year.head : year.records.back().body) += comments_of(text.substr(done));
  return year;
}

std::string packed_text(const PackedYear& year) {
  std::string text = year.head;
  for (const PackedRecord& record : year.records) {
    text.append(document_start).append("\n").append(record.body);
  }
  return text;
}

Closing close_year(const FrozenTree& tree, const Period& year, const std::string& name, int schema,
                   const std::set<std::string>& repeated) {
  Closing closing;
  const std::string folder{folder_of<Activity>};
  const std::string path = path_of_file<Activity>(name);
  const std::string* packed = tree.text(path);
  auto records = parse_packed(packed != nullptr ? *packed : "", schema);
  if (!records || (packed == nullptr && tree.has(path))) {  // something is there that is no file, or cannot be read
    closing.unreadable = true;
    return closing;
  }
  std::set<std::string> ids;
  for (const PackedRecord& record : records->records) {
    ids.insert(record.id);
  }
  std::vector<FileChange> removals;
  for (const Entry& entry : tree.list(folder)) {
    const std::string file = folder + '/' + entry.name;
    const bool loose = entry.name.ends_with(record_extension) && !is_packed_file<Activity>(entry.name);
    const std::string* text = loose ? tree.text(file) : nullptr;
    if (text == nullptr) {
      continue;
    }
    auto in_file = parse_packed(*text, schema);
    if (!in_file || in_file->records.size() != 1 || !year.contains(in_file->records.front().on)) {
      continue;
    }
    PackedRecord& record = in_file->records.front();
    record.body.insert(0, in_file->head);
    if (repeated.contains(record.id) || !ids.insert(record.id).second) {
      closing.left.push_back(file);
      continue;
    }
    removals.push_back({file, *text, std::nullopt, {folder + '/' + record.id}, {}, {}});
    records->records.push_back(std::move(record));
  }
  closing.packed = removals.size();
  if (closing.packed != 0) {
    std::sort(records->records.begin(), records->records.end());
    std::string text = packed_text(*records);
    const auto again = parse_packed(text, schema);
    if (!again || again->records.size() != records->records.size()) {
      throw std::logic_error{"a packed year that cannot be read back: " + path};
    }
    const auto before = packed != nullptr ? std::optional{*packed} : std::nullopt;
    closing.changes.push_back({.path = path, .before = before, .after = std::move(text)});
    for (const FileChange& removal : removals) {
      closing.changes.front().made_of.push_back(removal.path);
    }
    std::move(removals.begin(), removals.end(), std::back_inserter(closing.changes));
  }
  return closing;
}

}  // namespace mentor::storage

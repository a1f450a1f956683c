#include "mending.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "mentor/fields.hpp"
#include "mentor/text.hpp"
#include "packing.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/yaml/document_edit.hpp"
#include "storage/yaml/yaml.hpp"

namespace mentor::storage {

namespace {

/// The text in UTF-8 without a byte-order mark, with LF line ends and a line feed at its end.
std::string plain_text(std::string_view text) {
  std::string plain = with_line_feeds(without_byte_order_mark(text));
  return plain.empty() || plain.ends_with('\n') ? plain : plain + '\n';
}

/// What the documents of a file say. Nothing when one of them cannot be read.
std::optional<std::vector<Node>> meaning_of(std::string_view text) {
  std::vector<Node> roots;
  for (const Document& document : split_documents(without_byte_order_mark(text))) {
    auto parsed = parse_document(document.text);
    if (auto* root = std::get_if<Node>(&parsed)) {
      roots.push_back(std::move(*root));
    } else {
      return std::nullopt;
    }
  }
  return roots;
}

template <class Record>
std::string with_quotes(std::string_view text) {
  const auto shapes = shapes_of<Record>();
  std::string result;
  std::size_t done = 0;
  for (const Document& document : split_documents(text)) {
    const auto begin = static_cast<std::size_t>(document.text.data() - text.data());
    result.append(text.substr(done, begin - done));
    result.append(with_canonical_quotes(document.text, shapes).value_or(std::string{document.text}));
    done = begin + document.text.size();
  }
  return result.append(text.substr(done));
}

/// The packed year in order. Gives the text itself when it is in order, or cannot be read.
template <class Record>
std::string in_order(std::string text, int schema) {
  auto year = parse_packed<Record>(text, schema);
  if (!year || std::is_sorted(year->records.begin(), year->records.end())) {
    return text;
  }
  std::stable_sort(year->records.begin(), year->records.end());
  std::string sorted = packed_text(*year);
  const auto again = parse_packed<Record>(sorted, schema);
  const bool whole = again && std::equal(year->records.begin(), year->records.end(), again->records.begin(),
                                         again->records.end(), [](const PackedRecord& one, const PackedRecord& other) {
                                           return one.id == other.id && one.text == other.text;
                                         });
  return whole ? sorted : text;
}

/// The id of the only document of a loose file. Empty when there is no such document or id.
std::string id_in(std::string_view text) {
  const auto roots = meaning_of(text);
  const Node* id =
      roots && roots->size() == 1 && roots->front().content == Node::Content::map ? roots->front().find("id") : nullptr;
  return id != nullptr && is_id(id->text) ? id->text : std::string{};
}

/// Whether the text of a file may become the other one: that one can be read, and says the same.
bool may_become(std::string_view text, std::string_view other, std::size_t most_bytes) {
  const auto one = meaning_of(text);
  const auto two = meaning_of(other);
  return one && two && other.size() <= most_bytes &&
         std::equal(one->begin(), one->end(), two->begin(), two->end(), same);
}

class Mender {
 public:
  Mender(const FrozenTree& tree, int schema) : tree_(tree), schema_(schema) {}

  std::vector<FileChange> take() && { return std::move(changes_); }

  void mend_settings() {
    const std::string path{settings_path};
    const std::string* text = tree_.text(path);
    if (text != nullptr && may_become(*text, plain_text(*text), most_file_bytes)) {
      change(path, *text, plain_text(*text), path, {});
    }
  }

  template <class Record>
  void mend_kind() {
    const std::string folder{folder_of<Record>};
    const auto entries = tree_.list(folder);
    const auto packed = packed_ids<Record>();
    std::map<std::string, int> ids;  // how many loose files claim to be this record
    for (const Entry& entry : entries) {
      const std::string* text = tree_.text(folder + '/' + entry.name);
      ++ids[text != nullptr ? id_in(*text) : std::string{}];
    }
    for (const Entry& entry : entries) {
      const std::string path = folder + '/' + entry.name;
      const std::string* text = entry.name.ends_with(record_extension) ? tree_.text(path) : nullptr;
      if (text == nullptr) {
        continue;
      }
      const std::string stem{stem_of(entry.name)};
      std::string mended = with_quotes<Record>(plain_text(*text));
      const bool packed_year = is_packed_name<Record>(stem);
      if (!may_become(*text, mended, packed_year ? most_packed_bytes : most_file_bytes)) {
        continue;
      }
      if constexpr (HasDay<Record>) {
        if (packed_year) {
          change(path, *text, in_order<Record>(std::move(mended), schema_), path, {});
          continue;
        }
      }
      const std::string id = id_in(mended);
      const std::string named =
          id.empty() || ids[id] != 1 || is_packed_name<Record>(id) ? path : path_of_file<Record>(id);
      const bool free = named == path || (!tree_.has(named) && !packed.contains(id));
      change(path, *text, std::move(mended), free ? named : path, {folder + '/' + (id.empty() ? stem : id)});
    }
  }

 private:
  /// The ids of all records in packed years.
  template <class Record>
  std::set<std::string> packed_ids() const {
    const std::string folder{folder_of<Record>};
    std::set<std::string> ids;
    for (const Entry& entry : tree_.list(folder)) {
      if (!is_packed_file<Record>(entry.name)) {
        continue;
      }
      const std::string* text = tree_.text(folder + '/' + entry.name);
      const auto roots = text != nullptr ? meaning_of(*text) : std::nullopt;
      for (const Node& root : roots.value_or(std::vector<Node>{})) {
        const Node* id = root.content == Node::Content::map ? root.find("id") : nullptr;
        ids.insert(id != nullptr ? id->text : std::string{});
      }
    }
    return ids;
  }

  void change(const std::string& path, const std::string& before, std::string after, const std::string& new_path,
              std::vector<std::string> records) {
    if (new_path != path) {
      changes_.push_back({new_path, std::nullopt, std::move(after), std::move(records), {}, {path}});
      changes_.push_back({.path = path, .before = before});
    } else if (after != before) {
      changes_.push_back({path, before, std::move(after), std::move(records), {}, {}});
    }
  }

  const FrozenTree& tree_;
  int schema_;
  std::vector<FileChange> changes_;
};

}  // namespace

std::vector<FileChange> safe_fixes(const FrozenTree& tree, int schema) {
  Mender mender{tree, schema};
  mender.mend_settings();
  for_each_kind([&]<class Record>(Record*) { mender.mend_kind<Record>(); });
  return std::move(mender).take();
}

}  // namespace mentor::storage

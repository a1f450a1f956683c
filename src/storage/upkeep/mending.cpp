#include "mending.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "mentor/fields.hpp"
#include "mentor/text.hpp"
#include "packing.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/odd_names.hpp"
#include "storage/yaml/document_edit.hpp"
#include "storage/yaml/passed_over.hpp"
#include "storage/yaml/record_reader.hpp"
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
  for (const YamlDocument& document : split_documents(without_byte_order_mark(text))) {
    auto parsed = parse_document(document.text);
    if (auto* root = std::get_if<Node>(&parsed)) {
      roots.push_back(std::move(*root));
    } else {
      return std::nullopt;
    }
  }
  return roots;
}

/// The text with each of its documents as `mend` gives it.
template <class Mend>
std::string with_each_document(std::string_view text, Mend mend) {
  std::string result;
  std::size_t done = 0;
  for (const YamlDocument& document : split_documents(text)) {
    const auto begin = static_cast<std::size_t>(document.text.data() - text.data());
    result.append(text.substr(done, begin - done)).append(mend(document.text));
    done = begin + document.text.size();
  }
  return result.append(text.substr(done));
}

template <class Record>
std::string with_quotes(std::string_view text) {
  return with_each_document(text, [shapes = shapes_of<Record>()](std::string_view document) {
    return with_canonical_quotes(document, shapes).value_or(std::string{document});
  });
}

/// The document with each value as mentor writes it, if the value is understood.
template <class Record>
std::string with_canonical_values(std::string_view text, const Model& model) {
  std::string document{text};
  const auto parsed = parse_document(text);
  const auto* root = std::get_if<Node>(&parsed);
  if (root == nullptr || root->content != Node::Content::map) {
    return document;
  }
  const auto shapes = shapes_of<Record>();
  for (const auto& field : fields<Record>()) {
    const Node* value = root->find(field.name);
    const auto scalars = value != nullptr ? scalars_of(*value, field.shape) : std::nullopt;
    Record record;
    const auto set = [&](const auto& texts) {
      return field.set(record, std::vector<std::string_view>{texts.begin(), texts.end()}).is_none();
    };
    if (value == nullptr || value->content == Node::Content::empty || (scalars && set(scalars->texts))) {
      continue;
    }
    const auto meant = meant_scalars(field, *value, model);
    if (meant && set(*meant)) {
      document = with_field(document, {field.name, field.shape}, field.scalars(record), shapes).value_or(document);
    }
  }
  return document;
}

/// The packed year in order. Gives the text itself when it is in order, or cannot be read.
template <class Record>
std::string in_order(std::string text, int schema, const Model& model) {
  auto year = parse_packed<Record>(text, schema, &model);
  if (!year || std::is_sorted(year->records.begin(), year->records.end())) {
    return text;
  }
  std::stable_sort(year->records.begin(), year->records.end());
  std::string sorted = packed_text(*year);
  const auto again = parse_packed<Record>(sorted, schema, &model);
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
  Mender(const FrozenTree& tree, int schema, const Model& model) : tree_(tree), schema_(schema), model_(model) {}

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
    const PassedOver<Record> passed_over{entries};
    const auto packed = packed_records<Record>();
    std::map<std::string, int> ids;  // how many loose files claim to be this record
    for (const Entry& entry : entries) {
      const std::string* text = tree_.text(folder + '/' + entry.name);
      ++ids[text != nullptr ? id_in(*text) : std::string{}];
    }
    for (const Entry& entry : entries) {
      const std::string path = folder + '/' + entry.name;
      const bool is_odd = passed_over.has(entry.name);
      if (is_odd && odd_name_of_record(entry.name).value_or(OddName{}).is_backup) {
        continue;  // its record may have been removed on purpose
      }
      const std::string* text = is_odd || entry.name.ends_with(record_extension) ? tree_.text(path) : nullptr;
      if (text == nullptr) {
        continue;
      }
      const std::string year = is_odd ? passed_over.stem(entry.name) : std::string{stem_of(entry.name)};
      const bool is_year = is_packed_name<Record>(year);
      auto mended = mended_text<Record>(*text, is_year ? most_packed_bytes : most_file_bytes);
      if (!mended) {
        continue;
      }
      if constexpr (Packable<Record>) {
        if (is_year) {
          mend_year<Record>({path, text, in_order<Record>(*std::move(mended), schema_, model_)}, year, packed);
          continue;
        }
      }
      mend_loose<Record>({path, text, *std::move(mended)}, ids, packed);
    }
  }

 private:
  /// A file, its text, and what the text becomes.
  struct Mended {
    std::string path;
    const std::string* before;
    std::string after;
  };
  /// The records of packed years, by id.
  using Packed = std::map<std::string, Node>;

  /// The text as mentor writes it. Nothing when it cannot be read, or would say something else.
  template <class Record>
  std::optional<std::string> mended_text(const std::string& text, std::size_t most_bytes) const {
    const std::string mended = with_quotes<Record>(plain_text(text));
    if (!may_become(text, mended, most_bytes)) {
      return std::nullopt;
    }
    std::string canonical = with_each_document(
        mended, [&](std::string_view document) { return with_canonical_values<Record>(document, model_); });
    return canonical.size() <= most_bytes ? std::optional{std::move(canonical)} : std::nullopt;
  }

  template <class Record>
  void mend_loose(Mended file, const std::map<std::string, int>& ids, const Packed& packed) {
    const std::string folder{folder_of<Record>};
    const std::string id = id_in(file.after);
    const std::string own = id.empty() || is_packed_name<Record>(id) ? file.path : path_of_file<Record>(id);
    const std::string stem = file.path.substr(folder.size() + 1, file.path.rfind('.') - folder.size() - 1);
    const std::vector<std::string> records{folder + '/' + (id.empty() ? stem : id)};
    const auto in_year = packed.find(id);
    if (own != file.path &&
        (says_the_same(file, own) || (in_year != packed.end() && says_only(file, {in_year->second})))) {
      changes_.push_back({.path = file.path, .before = *file.before, .records = records});
      return;
    }
    const bool is_free = own == file.path || (ids.at(id) == 1 && !tree_.has(own) && in_year == packed.end());
    change(file.path, *file.before, std::move(file.after), is_free ? own : file.path, records);
  }

  /// Mends a packed year, or a copy of one.
  template <class Record>
  void mend_year(Mended file, const std::string& year, const Packed& packed) {
    const std::string own = path_of_file<Record>(year);
    if (own != file.path && tree_.has(own)) {
      const auto roots = meaning_of(file.after);
      const bool is_there = roots && std::all_of(roots->begin(), roots->end(), [&](const Node& root) {
                              const Node* id = root.content == Node::Content::map ? root.find("id") : nullptr;
                              const auto found = id != nullptr ? packed.find(id->text) : packed.end();
                              return found != packed.end() && same(found->second, root);
                            });
      if (is_there && !has_comments(file.after)) {
        changes_.push_back({.path = file.path, .before = *file.before});
      }
      return;
    }
    change(file.path, *file.before, std::move(file.after), own, {});
  }

  static bool has_comments(std::string_view text) { return text.find('#') != std::string_view::npos; }

  /// Whether a file says these things alone, and no comment would be lost with it.
  static bool says_only(const Mended& file, const std::vector<Node>& roots) {
    const auto own = meaning_of(file.after);
    return own && !has_comments(file.after) && std::equal(own->begin(), own->end(), roots.begin(), roots.end(), same);
  }

  /// Whether there is another file, at `path`, that says the same.
  bool says_the_same(const Mended& file, const std::string& path) const {
    const std::string* other = tree_.text(path);
    const auto roots = other != nullptr ? meaning_of(*other) : std::nullopt;
    return other != nullptr && (plain_text(*other) == file.after || (roots && says_only(file, *roots)));
  }

  /// The records in packed years.
  template <class Record>
  Packed packed_records() const {
    const std::string folder{folder_of<Record>};
    Packed records;
    for (const Entry& entry : tree_.list(folder)) {
      if (!is_packed_file<Record>(entry.name)) {
        continue;
      }
      const std::string* text = tree_.text(folder + '/' + entry.name);
      auto roots = text != nullptr ? meaning_of(*text) : std::nullopt;
      for (Node& root : roots.value_or(std::vector<Node>{})) {
        const Node* id = root.content == Node::Content::map ? root.find("id") : nullptr;
        records.emplace(id != nullptr ? id->text : std::string{}, std::move(root));
      }
    }
    return records;
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
  const Model& model_;
  std::vector<FileChange> changes_;
};

}  // namespace

std::vector<FileChange> safe_fixes(const FrozenTree& tree, int schema, const Model& model) {
  Mender mender{tree, schema, model};
  mender.mend_settings();
  for_each_kind([&]<class Record>(Record*) { mender.mend_kind<Record>(); });
  return std::move(mender).take();
}

}  // namespace mentor::storage

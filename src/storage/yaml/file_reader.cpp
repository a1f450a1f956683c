#include "file_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "canonical_reader.hpp"
#include "mentor/fields.hpp"
#include "mentor/text.hpp"
#include "record_reader.hpp"
#include "storage/disk/limits.hpp"

namespace mentor::storage {

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
      throw;  // rethrows what the caller has caught
  }
}

std::optional<Node> parse_or_tell(const YamlDocument& document, const std::string& path, const std::string& id,
                                  std::vector<Finding>& findings, Conflict conflict) {
  auto parsed = parse_document(document.text);
  if (auto* root = std::get_if<Node>(&parsed)) {
    return std::move(*root);
  }
  FindingSink sink{findings, path, document.line, id};
  for (Problem& problem : std::get<std::vector<Problem>>(parsed)) {
    if (problem.rule == Rule::conflict_marker && conflict == Conflict::in_packed_year) {
      problem.message.key = key("conflict-marker.in-packed-year");
    }
    sink.error(problem.rule, problem.at, std::move(problem.message));
  }
  return std::nullopt;
}

namespace {

/// The beginning of the next document after the line at `from`. If there is none, the end of the text.
std::size_t next_document(std::string_view text, std::size_t from) {
  for (std::size_t end = text.find('\n', from); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    const auto next = text.substr(end + 1);
    if (next.starts_with('-') && is_document_start(next.substr(0, next.find('\n')))) {
      return end + 1;
    }
  }
  return text.size();
}

std::uint32_t lines_in(std::string_view text) { return static_cast<std::uint32_t>(occurrences(text, '\n')); }

constexpr std::uint32_t all_fields = ~std::uint32_t{0};
constexpr std::size_t usual_piece_bytes = std::size_t{1} << 20U;
constexpr std::size_t usual_bytes = 100;  // of a record; a few are shorter, most are longer

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::uint32_t line = 1; !text.empty();) {
    const auto piece = text.substr(0, next_document(text, std::min(usual_piece_bytes, text.size())));
    pieces.push_back({piece, line});
    line += lines_in(piece);
    text.remove_prefix(piece.size());
  }
  return pieces;
}

template <class Record>
void FileReader<Record>::read(const RecordFile& file) {
  if (read_text(file, text_) && read_documents({without_byte_order_mark(text_), 1}) == 0) {
    tell_unreadable(say("yaml-syntax.empty-file"), Position{});
  }
}

template <class Record>
bool FileReader<Record>::read_text(const RecordFile& file, std::string& text) {
  begin(file);
  const std::size_t most = packed_ ? most_packed_bytes : most_file_bytes;
  try {
    tree_.read_into(text, path_, most);
    return true;
  } catch (const SystemError& failed) {
    if (failed.error() != ENOENT) {  // a file that went after the folder was listed was never there
      tell_unreadable(why_not_a_file(failed, most));
    }
    return false;
  }
}

template <class Record>
void FileReader<Record>::read_piece(const RecordFile& file, const Piece& piece) {
  begin(file);
  batch_.records.reserve(std::min(piece.text.size(), usual_piece_bytes) / usual_bytes);
  read_documents(piece);
  batch_.records.shrink_to_fit();  // a million activities have three in ten records of room too much
}

template <class Record>
void FileReader<Record>::tell_unreadable(const std::string& name, Message why) {
  begin({name, 0});
  tell_unreadable(std::move(why));
}

template <class Record>
void FileReader<Record>::begin(const RecordFile& file) {
  path_.assign(folder_of<Record>).append(1, '/').append(file.name);
  file_ = file.number;
  stem_ = stem_of(file.name);
  packed_ = is_packed_name<Record>(stem_);
}

template <class Record>
void FileReader<Record>::tell_unreadable(Message why, Position at) {
  batch_.unreadable.push_back(stem_);
  FindingSink{batch_.findings, path_, 1, stem_}.error(Rule::yaml_syntax, at, std::move(why));
}

template <class Record>
std::size_t FileReader<Record>::read_documents(const Piece& piece) {
  std::size_t count = 0;
  auto [rest, line] = piece;
  while (!rest.empty()) {
    if (auto canonical = order_.scans ? read_canonical<Record>(rest, values_) : std::nullopt) {
      keep(std::move(canonical->record), line, canonical->layout.number(), canonical->layout.present);
      rest.remove_prefix(canonical->bytes);
      line += canonical->lines;
      ++count;
      continue;
    }
    const auto text = rest.substr(0, next_document(rest, 0));
    for (YamlDocument document : split_documents(text)) {
      document.line += line - 1;
      read_document(document);
      ++count;
    }
    rest.remove_prefix(text.size());
    line += lines_in(text);
  }
  return count;
}

template <class Record>
std::vector<NeedlessField<Record>> needless_fields(const ReadingOrder& order) {
  std::vector<NeedlessField<Record>> needless;
  std::uint32_t bit = 1;
  for (const auto& field : fields<Record>()) {
    const bool is_needed =
        order.shown.has<Record>() || field.use == Use::counted || (field.use == Use::examined && order.for_rules);
    if (!is_needed) {
      needless.push_back({&field, bit});
    }
    bit <<= 1U;
  }
  return needless;
}

namespace {

/// Whether a rule will tell of the field's text.
template <class Record>
bool holds_private_word(const Field<Record>& field, const Record& record, const PrivateWords* words) {
  bool holds_one = false;
  auto look = [&](std::string_view text) { holds_one = holds_one || words->in(text).has_value(); };
  if (words != nullptr && field.meaning == Meaning::text) {
    field.for_each_text(record, TextVisitor{look});
  }
  return holds_one;
}

}  // namespace

template <class Record>
void FileReader<Record>::keep(Record record, std::uint32_t line, std::uint32_t layout, std::uint32_t present) {
  if constexpr (requires { Kind<Record>::keep_of_shown(record); }) {
    if (!order_.shown.has<Record>()) {
      Kind<Record>::keep_of_shown(record);
    }
  }
  for (const auto& [field, bit] : needless_) {
    if ((present & bit) != 0 && !holds_private_word(*field, record, order_.private_words)) {
      field->clear(record);
    }
  }
  batch_.records.push_back({std::move(record), file_, line, layout});
}

template <class Record>
void FileReader<Record>::read_document(const YamlDocument& document) {
  // If the id of a packed record cannot be read either, the record goes by this name.
  std::string id = packed_ ? path_ + ':' + std::to_string(document.line) : stem_;
  const auto conflict = packed_ ? Conflict::in_packed_year : Conflict::in_one_text;
  if (const auto root = parse_or_tell(document, path_, id, batch_.findings, conflict)) {
    const Node* own = root->content == Node::Content::map ? root->find("id") : nullptr;
    id = packed_ && own != nullptr ? own->text : id;
    FindingSink sink{batch_.findings, path_, document.line, id};
    if (auto read = read_record<Record>(*root, sink, order_.schema, order_.model)) {
      const auto layout = CanonicalLayout::count + static_cast<std::uint32_t>(batch_.marks.size());
      batch_.marks.push_back(read->marks);
      batch_.entries.push_back(std::move(read->entries));
      keep(std::move(read->record), document.line, layout, all_fields);
      if (order_.shown.has<Record>() && !read->own.empty()) {
        batch_.own.push_back({file_, document.line, std::move(read->own)});
      }
      return;
    }
  }
  batch_.unreadable.push_back(std::move(id));
}

/// The instances of every kind.
template <class... Records>
auto instances_of_file_reader(std::tuple<Records...>) {
  return std::tuple{&needless_fields<Records>..., &FileReader<Records>::read..., &FileReader<Records>::read_text...,
                    &FileReader<Records>::read_piece...,
                    static_cast<void (FileReader<Records>::*)(const std::string&, Message)>(
                        &FileReader<Records>::tell_unreadable)...};
}
template auto instances_of_file_reader(Kinds);

}  // namespace mentor::storage

/// From a file to its records: canonical text by the scanner, all else by yaml-cpp, and a finding for what is neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/program.hpp"
#include "record_marks.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/disk/tree.hpp"
#include "yaml.hpp"

namespace mentor::storage {

/// What a file that cannot be opened is instead; called where `failed` was caught. One that the disk fails to give is
/// no finding: that is thrown on.
Message why_not_a_file(const SystemError& failed, std::size_t most);

/// What a conflict of git stands in, and so what is to be done about it: two versions of one text, or the records of
/// two people between the same neighbours, of which none may go.
enum class Conflict { in_one_text, in_packed_year };

/// The tree of a document; nothing when it has none, which is then told.
std::optional<Node> parse_or_tell(const Document& document, const std::string& path, const std::string& id,
                                  std::vector<Finding>& findings, Conflict conflict = Conflict::in_one_text);

/// A file to be read, as the program knows it.
struct RecordFile {
  std::string_view name;
  std::uint32_t number;
};

/// A part of a file that holds whole documents, and the line of the file at which it begins.
struct Piece {
  std::string_view text;
  std::uint32_t line;
};

/// A packed year in pieces of about a megabyte, so that several threads can read it.
std::vector<Piece> pieces_of(std::string_view text);

/// How records are read.
struct ReadingOrder {
  int schema;      // that program.yaml says
  bool scans;      // canonical text is not left to yaml-cpp
  bool shown_too;  // as well as what figures may depend on
};

/// What the school has added to the record that begins on that line of a file.
struct OwnFields {
  std::uint32_t file;
  std::uint32_t line;
  std::vector<OwnField> fields;
};

/// What one stretch of a folder's files gives. Stretches are read side by side and put together in their order.
template <class Record>
struct Batch {
  std::vector<Stored<Record>> records;
  std::vector<Marks> marks;  // of those that are not canonical: their layouts are numbered from the batch's first
  std::vector<OwnFields> own;
  std::vector<std::string> unreadable;
  std::vector<Finding> findings;
};

/// Reads files of one kind into a batch.
template <class Record>
class FileReader {
 public:
  FileReader(const Tree& tree, const ReadingOrder& order, Batch<Record>& batch)
      : tree_(tree), order_(order), batch_(batch) {}

  /// Reads the one record of a file, or however many there are.
  void read(const RecordFile& file);
  /// Reads the whole text of a file. False when it cannot be read, and a finding unless it is gone.
  bool read_text(const RecordFile& file, std::string& text);
  /// Reads a part of a packed year.
  void read_piece(const RecordFile& file, const Piece& piece);
  /// Notes that what has the name of a record is no file.
  void tell_unreadable(const std::string& name, Message why);

 private:
  void begin(const RecordFile& file);
  /// Tells why a file gives no record. Without a place the file as a whole is meant.
  void tell_unreadable(Message why, Position at = {0, 0});
  /// Reads one document after another and gives their number.
  std::size_t read_documents(const Piece& piece);
  void read_document(const Document& document);
  void keep(Record record, std::uint32_t line, std::uint32_t layout);

  const Tree& tree_;
  const ReadingOrder& order_;
  Batch<Record>& batch_;
  std::string path_;
  std::uint32_t file_ = 0;
  std::string stem_;
  std::string text_;  // of the file that is read
  bool packed_ = false;
};

}  // namespace mentor::storage

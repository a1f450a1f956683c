/// From a file to its records. The scanner reads canonical text, yaml-cpp the rest; a finding tells what neither can
/// read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canonical_scanner.hpp"
#include "mentor/fields.hpp"
#include "mentor/finding.hpp"
#include "mentor/private_words.hpp"
#include "mentor/program.hpp"
#include "record_marks.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/disk/tree.hpp"
#include "yaml.hpp"

namespace mentor::storage {

/// Says what a file is that cannot be opened. It must be called where `failed` was caught. If the disk failed, that is
/// no finding, and the error is rethrown.
Message why_not_a_file(const SystemError& failed, std::size_t most);

/// Where a conflict of git stands. This decides what to do about it. In one text it is two versions of the text. In a
/// packed year it may be the records of two people between the same neighbours, and both must stay.
enum class Conflict { in_one_text, in_packed_year };

/// The tree of a document. If there is none, adds findings that say why, and gives nothing.
std::optional<Node> parse_or_tell(const YamlDocument& document, const std::string& path, const std::string& id,
                                  std::vector<Finding>& findings, Conflict conflict = Conflict::in_one_text);

/// A file to be read: its name in the folder, and its number in the program.
struct RecordFile {
  std::string_view name;
  std::uint32_t number;
};

/// A part of a file that holds whole documents, and the line of the file where it begins.
struct Piece {
  std::string_view text;
  std::uint32_t line;
};

/// Cuts a packed year into pieces of about a megabyte, so that several threads can read it.
std::vector<Piece> pieces_of(std::string_view text);

/// How records are read.
struct ReadingOrder {
  int schema = 0;                // as program.yaml declares it
  bool scans = false;            // whether the scanner reads canonical text; else yaml-cpp does
  KindSet shown;                 // the kinds of which all fields are kept
  bool for_rules = false;        // whether those of `Use::examined` are kept of other kinds, too
  const Model* model = nullptr;  // whose words and norms the records use; none if `program.yaml` has none
  const PrivateWords* private_words = nullptr;  // texts of other kinds that hold one are kept too; null: none
};

/// The fields that the school has added to a record. The record begins on that line of that file.
struct OwnFields {
  std::uint32_t file;
  std::uint32_t line;
  std::vector<OwnField> fields;
};

/// What is read from one stretch of a folder's files. Threads read the stretches, and then these are joined in order.
template <class Record>
struct Batch {
  std::vector<Stored<Record>> records;
  std::vector<Marks> marks;                // of records that are not canonical; each batch numbers them anew
  std::vector<std::vector<Mark>> entries;  // the marks of their entries
  std::vector<OwnFields> own;
  std::vector<std::string> unreadable;
  std::vector<Finding> findings;
};

/// A field that nobody asks for. It is not kept, unless it holds a private word.
template <class Record>
struct NeedlessField {
  const Field<Record>* field;
  std::uint32_t bit;  // among those of the kind's fields, in their order
};

template <class Record>
std::vector<NeedlessField<Record>> needless_fields(const ReadingOrder& order);

/// Reads files of one kind into a batch.
template <class Record>
class FileReader {
 public:
  FileReader(const Tree& tree, const ReadingOrder& order, Batch<Record>& batch)
      : tree_(tree), order_(order), batch_(batch), needless_(needless_fields<Record>(order)) {}

  /// Reads the records of a file, as a rule one.
  void read(const RecordFile& file);
  /// Reads the whole text of a file. False when it cannot; then there is a finding, unless the file is gone.
  bool read_text(const RecordFile& file, std::string& text);
  /// Reads a part of a packed year.
  void read_piece(const RecordFile& file, const Piece& piece);
  /// Adds a finding: this name is that of a record, but what has it is not a file.
  void tell_unreadable(const std::string& name, Message why);

 private:
  void begin(const RecordFile& file);
  /// Adds a finding that says why a file gives no record. Without `at` it is about the whole file.
  void tell_unreadable(Message why, Position at = {0, 0});
  /// Reads one document after another, and gives how many there were.
  std::size_t read_documents(const Piece& piece);
  void read_document(const YamlDocument& document);
  /// `present` has a bit for each field, in their order. A field without its bit is empty.
  void keep(Record record, std::uint32_t line, std::uint32_t layout, std::uint32_t present);

  const Tree& tree_;
  const ReadingOrder& order_;
  Batch<Record>& batch_;
  std::vector<NeedlessField<Record>> needless_;
  Values values_;
  std::string path_;
  std::uint32_t file_ = 0;
  std::string stem_;
  std::string text_;  // of the file that is being read
  bool packed_ = false;
};

}  // namespace mentor::storage

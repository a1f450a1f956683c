/// Whatever the fields of a record take, its canonical text is one document that reads back without a finding to the
/// same scalars, and the text of what was read is the same text. A field that refuses its scalars leaves the record as
/// it was. The input: the word for the kind, then the fields in their order, with 0xFF between all of them and 0xFE
/// between the items of a list.
#include <algorithm>

#include "mentor/records.hpp"
#include "storage/yaml/record_reader.hpp"
#include "storage/yaml/record_text.hpp"
#include "target.hpp"

namespace {

using namespace mentor;

template <class Record>
std::vector<std::vector<std::string>> all_scalars(const Record& record) {
  std::vector<std::vector<std::string>> result;
  for (const auto& field : fields<Record>()) {
    result.push_back(field.scalars(record));
  }
  return result;
}

template <class Record>
Record record_of(std::string_view text) {
  const auto parsed = storage::parse_document(text);
  const auto* root = std::get_if<storage::Node>(&parsed);
  fuzz::require(root != nullptr, "canonical text is YAML of the subset", text);
  std::vector<Finding> findings;
  storage::FindingSink sink{findings, "one.yaml", 1, "one"};
  auto read = storage::read_record<Record>(*root, sink);
  fuzz::require(findings.empty() && read.has_value(), "canonical text reads back without a finding", text);
  return std::move(read->record);
}

/// The record is the example of its kind to begin with, so that one good field is enough of an input.
template <class Record>
void round_trip(std::string_view input) {
  Record record = record_of<Record>(Kind<Record>::example.in(Language::ru));
  const auto parts = fuzz::split(input, fuzz::part_end);
  for (std::size_t index = 0; index < std::min(parts.size(), fields<Record>().size()); ++index) {
    const auto& field = fields<Record>()[index];
    const auto before = all_scalars(record);
    const auto items = fuzz::split(parts[index], fuzz::item_end);
    const auto refused = field.set(record, std::vector<std::string_view>{items.begin(), items.end()});
    fuzz::require(refused.is_none() || all_scalars(record) == before, "a refused value changes nothing", field.name);
  }
  if (!missing_fields(record).empty()) {
    return;
  }
  const auto text = storage::record_text(record);
  const auto documents = storage::split_documents(text);
  fuzz::require(documents.size() == 1 && documents.front().text == text, "canonical text is one document", text);
  const Record read = record_of<Record>(text);
  fuzz::require(all_scalars(read) == all_scalars(record), "canonical text reads back to the same", text);
  fuzz::require(storage::record_text(read) == text, "the text of what was read is the same text", text);
}

}  // namespace

FUZZ_TARGET(canonical_round_trip) {
  const auto input = fuzz::text_of(data, size);
  const auto word = input.substr(0, input.find(fuzz::part_end));
  for_each_kind([&]<class Record>(Record*) {
    if (word == word_for<Record>) {
      round_trip<Record>(input.substr(std::min(word.size() + 1, input.size())));
    }
  });
  return 0;
}

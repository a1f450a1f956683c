/// Any bytes, as a document of a person, are edited or not; never is anything else of it changed, and no comment lost.
/// What an edit gives holds the value that was wanted and every other entry as it was, a second edit to the same value
/// changes nothing, and canonical quotes and a renamed key change no value.
#include "storage/yaml/document_edit.hpp"

#include <algorithm>
#include <span>

#include "mentor/records.hpp"
#include "storage/yaml/record_reader.hpp"
#include "storage/yaml/yaml.hpp"
#include "storage/yaml/yaml_places.hpp"
#include "target.hpp"

namespace {

using namespace mentor;
using namespace mentor::storage;

/// The tree of a document that an edit gave, which must have one.
Node root_of(std::string_view document) {
  auto parsed = parse_document(document);
  auto* root = std::get_if<Node>(&parsed);
  fuzz::require(root != nullptr && root->content == Node::Content::map, "an edited document can be read", document);
  return std::move(*root);
}

/// Whether both say the same, but for the entry of that key.
bool same_but_for(Node one, Node other, std::string_view key) {
  for (Node* root : {&one, &other}) {
    std::erase_if(root->entries, [&](const KeyValue& entry) { return entry.key.text == key; });
  }
  return same(one, other);
}

void require_comments(std::string_view document, std::string_view edited) {
  auto before = comments_of(document, root_of(document));
  auto after = comments_of(edited, root_of(edited));
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  fuzz::require(std::includes(after.begin(), after.end(), before.begin(), before.end()), "no comment is lost", edited);
}

struct NewField {
  FieldShape field;
  std::vector<std::string> scalars;
};

void require_edit(const std::string& document, FieldShape field, const std::vector<std::string>& scalars,
                  std::span<const FieldShape> shapes) {
  const auto edited = with_field(document, field, scalars, shapes);
  if (!edited) {
    return;
  }
  const Node root = root_of(*edited);
  const Node* found = root.find(field.name);
  require_comments(document, *edited);
  fuzz::require((found == nullptr) == scalars.empty(), "the field is there when it has a value", *edited);
  if (found != nullptr) {
    const auto held = scalars_of(*found, field.shape);
    fuzz::require(held && std::equal(held->texts.begin(), held->texts.end(), scalars.begin(), scalars.end()),
                  "the field holds the value", *edited);
  }
  fuzz::require(same_but_for(root_of(document), root, field.name), "nothing else is changed", *edited);
  fuzz::require(with_field(*edited, field, scalars, shapes) == edited, "a second edit is none", *edited);
}

}  // namespace

FUZZ_TARGET(document_edit) {
  const auto parts = fuzz::split(fuzz::text_of(data, size), fuzz::part_end);
  const std::string& document = parts.front();
  const std::string value = parts.size() > 1 ? parts[1] : "6Б";
  const auto shapes = shapes_of<Participant>();
  if (const auto quoted = with_canonical_quotes(document, shapes)) {
    fuzz::require(same(root_of(document), root_of(*quoted)), "canonical quotes change no value", document);
    fuzz::require(with_canonical_quotes(*quoted, shapes) == quoted, "canonical quotes stay", document);
    require_comments(document, *quoted);
  }
  if (const auto renamed = with_key(document, "birth", "born")) {
    fuzz::require(root_of(*renamed).find("birth") == nullptr, "a renamed key is gone", document);
    require_comments(document, *renamed);
  }
  const std::vector<NewField> edits{
      {{"unit", Shape::text}, {value}},
      {{"unit", Shape::dated}, {"", value}},
      {{"unit", Shape::dated}, {"2026-09-14", value, "2027-09-01", "7Б"}},
      {{"roles", Shape::words}, {value}},
      {{"roles", Shape::dated_words}, {"2026-09-14", "mentee", "2027-09-01", value}},
      {{"answers", Shape::entries}, {"comfort", value, value + ".", "7"}},
      {{"unit", Shape::dated}, {}},
      {{"roles", Shape::words}, {}},
      {{"answers", Shape::entries}, {}},
  };
  for (const auto& [field, scalars] : edits) {
    require_edit(document, field, scalars, shapes);
  }
  return 0;
}

/// A paper: a consent, an order, an agreement, a certificate, an award.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/compact_text.hpp"
#include "mentor/date.hpp"
#include "mentor/document_type.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/model.hpp"
#include "mentor/records/pair.hpp"
#include "mentor/records/participant.hpp"

namespace mentor {

/// A paper of a person names one person, so that it can be withdrawn and expire alone.
struct Document {
  Id<Document> id;
  Id<DocumentType> type;
  IdList<Participant> people = {};
  IdList<Pair> pairs = {};
  CompactText number = {};
  Date on;  // of signature
  std::optional<Date> until = {};
  std::optional<Signer> by = {};
  std::optional<Date> withdrawn = {};  // from this day on it does not count
  CompactText note = {};
};

/// The last day on which the paper counts: as it says itself, else as its type says. Nothing when it counts for good,
/// and of a type that the model does not have.
std::optional<Date> last_day(const Document& document, const Model& model);

/// What a paper is worth on a day.
enum class DocumentState { valid, expires, expired, withdrawn };

template <>
struct WordsOf<DocumentState> {
  static constexpr std::array rows = {
      WordRow{"valid", {"действует", "valid"}}, WordRow{"expires", {"истекает", "expires"}},
      WordRow{"expired", {"истёк", "expired"}}, WordRow{"withdrawn", {"отозван", "withdrawn"}}};
};

/// The state on a day. A paper that counts for `expires-days` more at most expires; one that is signed later is valid.
DocumentState state_on(const Document& document, Date day, const Model& model);

/// Whether the paper was signed by this day, and counts on it.
bool counts_on(const Document& document, Date day, const Model& model);

/// Who signs a paper of this type for the person on this day: a representative below `adult-age`. Nothing when the type
/// does not say, or the age is not known for certain.
std::optional<Signer> signer_of(const DocumentType& type, const Participant& person, Date day, const Model& model);

template <>
struct Kind<Document> {
  static constexpr std::string_view folder = "documents", one = "document";
  static constexpr FixedLabel title{"Документ", "Document"}, many{"Документы", "Documents"};
  static constexpr std::array<std::string_view, 2> inflected{"документа", "документов"};
  static constexpr std::array<std::string_view, 2> main_fields{"type", "people"};
  static constexpr FixedLabel example{
      "id: h2d6p9s3vx\n"
      "type: processing-consent\n"
      "people: [7k2m9qx4tz]\n"
      "on: 2026-09-10\n"
      "by: representative\n",
      "id: h2d6p9s3vx\n"
      "type: processing-consent\n"
      "people: [7k2m9qx4tz]\n"
      "on: 2026-09-10\n"
      "by: representative\n"};
  static constexpr std::array<std::string_view, 7> listed{"type", "people", "pairs", "number", "on", "until", "state"};

  static std::span<const Field<Document>> fields();
  static std::span<const RecordRule<Document>> rules();
  static std::string title_of(const Program& program, const Document& document, Date day);
  static std::vector<const Stored<Document>*> resolve(const ResolveContext& context, std::string_view reference);
  static Section table(const ReportContext& context);
};

}  // namespace mentor

#include "papers_of_new.hpp"

#include <algorithm>

#include "mentor/text.hpp"
#include "model_words.hpp"

namespace mentor::cli {

std::vector<Document> papers_of(const Session& session, const Arguments& arguments, const Program& program,
                                const CreateRecord& created) {
  std::vector<Document> papers;
  const auto* person = std::get_if<Participant>(&created.record);
  if (person == nullptr || !arguments.has(papers_option)) {
    return papers;
  }
  const Model& model = program.model();
  const Date day = person->joined.value_or(session.today());
  const std::span<const DocumentType> all{model.documents};
  for (const std::string& typed : arguments.all(papers_option)) {
    for (const std::string& word : split_at_commas(typed)) {
      const auto meant = words_meant(all, word, session.fold());
      if (meant.size() != 1) {
        throw Refused{Status::usage, no_one_word(session, typed_label(papers_option), word, all, meant)};
      }
      const DocumentType& type = *meant.front();
      if (type.of != Subject::person && type.of != Subject::people) {
        throw Refused{Status::usage, say("add-participant.not-of-people", type.label, label_of(type.of))};
      }
      if (std::any_of(papers.begin(), papers.end(), [&](const Document& one) { return one.type == type.id; })) {
        continue;  // typed twice
      }
      Document& paper = papers.emplace_back();
      paper.type = type.id;
      paper.people = IdList<Participant>{person->id};
      paper.on = std::min(day, session.today());
      paper.by = type.of == Subject::person ? signer_of(type, *person, paper.on, model) : std::nullopt;
    }
  }
  return papers;
}

}  // namespace mentor::cli

#include "mentor/records/document.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "inspection.hpp"
#include "mentor/age.hpp"
#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "papers.hpp"
#include "table_parts.hpp"

namespace mentor {

namespace {

constexpr std::array document_fields = {
    field<&Document::id, OwnIdCodec<Document>>(
        "id", required, {"Код", "Id"}, {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Document::type>("type", required, {"Вид", "Type"},
                           {"Код вида документа из модели программы, например processing-consent.",
                            "The id of a type of document of the program's model, such as processing-consent."}),
    field<&Document::people>("people", optional, {"Кого касается", "People"},
                             {"Список кодов людей, которых касается документ; согласие – всегда об одном человеке.",
                              "The ids of the people whom it concerns; a consent is always one person's."},
                             {.russian = "кто", .privacy = Privacy::name_of_minor}),
    field<&Document::pairs>("pairs", optional, {"Пары", "Pairs"},
                            {"Список кодов пар, например закреплённых приказом.",
                             "The ids of the pairs, such as those that an order fixes."},
                            {.privacy = Privacy::name_of_minor}),
    field<&Document::number, CompactLineCodec>("number", optional, {"Номер", "Number"},
                                               {"Номер документа: «45-од».", "The number of the paper."}),
    field<&Document::on>("on", required, {"Дата", "On"}, {"День подписания.", "The day on which it was signed."},
                         {.usual = "today"}),
    field<&Document::until>("until", optional, {"Действует до", "Until"},
                            {"Последний день действия; без него – сколько действует этот вид документа.",
                             "The last day on which it counts; without it, as long as its type does."},
                            {.russian = "по", .ahead = true}),
    field<&Document::by>("by", optional, {"Кто подписал", "Signed by"},
                         {"self (сам) или representative (законный представитель); если не указать, программа "
                          "подставит по возрасту.",
                          "self or representative; left out, the command writes what the age asks for."},
                         {.russian = "подписал"}),
    field<&Document::withdrawn>("withdrawn", optional, {"Отозван", "Withdrawn"},
                                {"День, с которого документ не действует.", "The day from which it does not count."}),
    field<&Document::note, CompactLineCodec>("note", optional, {"Примечание", "Note"},
                                             {"Где лежит бумага, ссылка.", "Where the paper lies, a link."},
                                             {.privacy = Privacy::sensitive}),
};

void days_of_document(const Stored<Document>& stored, Inspection& inspection) {
  const Document& document = stored.record;
  refuse_reversed(stored, "until", document.on, document.until, inspection);
  refuse_reversed(stored, "withdrawn", document.on, document.withdrawn, inspection);
}

void future_document(const Stored<Document>& stored, Inspection& inspection) {
  refuse_future(stored, "on", stored.record.on, inspection);
  refuse_future(stored, "withdrawn", stored.record.withdrawn, inspection);
}

void document_subject(const Stored<Document>& stored, Inspection& inspection) {
  const Document& document = stored.record;
  const DocumentType* type = inspection.model().find(document.type);
  if (type == nullptr) {
    return;  // field-value tells it
  }
  const auto refuse = [&](std::string_view field, Message message) {
    inspection.add(Rule::document_subject, Severity::error, stored, field, std::move(message));
  };
  // What stands in the file and could not be read is told already.
  const auto is_refused = [&](std::string_view field) {
    return !stored.is_proposed() && !inspection.program().mark(stored, field).is_absent();
  };
  const std::size_t people = document.people.size();
  const std::size_t pairs = document.pairs.size();
  switch (type->of) {
    case Subject::person:
      if (people == 0 && !is_refused("people")) {
        refuse("people", say("document-subject.no-people", type->label));
      } else if (people > 1) {
        refuse("people", say("document-subject.one-person", type->label,
                             Count{static_cast<std::int64_t>(people), key("noun.people")}));
      }
      break;
    case Subject::people:
      if (people == 0 && !is_refused("people")) {
        refuse("people", say("document-subject.no-people", type->label));
      }
      break;
    case Subject::pairs:
      if (pairs == 0 && !is_refused("pairs")) {
        refuse("pairs", say("document-subject.no-pairs", type->label));
      }
      break;
    case Subject::program:
      break;
  }
  const bool takes_people = type->of == Subject::person || type->of == Subject::people;
  if (people != 0 && !takes_people) {
    refuse("people", say("document-subject.not-of-people", type->label, label_of(type->of)));
  }
  if (pairs != 0 && type->of != Subject::pairs) {
    refuse("pairs", say("document-subject.not-of-pairs", type->label, label_of(type->of)));
  }
}

/// Below the age of adults a representative signs, from it on the person: 152-ФЗ. The law is read in two ways for those
/// of 14 to 17, so the age is a norm.
void document_signer(const Stored<Document>& stored, Inspection& inspection) {
  const Document& document = stored.record;
  const DocumentType* type = inspection.model().find(document.type);
  const Participant* person = document.people.size() == 1 ? inspection.find(*document.people.begin()) : nullptr;
  const auto signer =
      type == nullptr || person == nullptr ? std::nullopt : signer_of(*type, *person, document.on, inspection.model());
  if (!signer || document.by == signer) {
    return;
  }
  const std::string id = person->id.to_string();
  const std::string& name = person->name.on(inspection.today());
  const std::int64_t age = inspection.model().norms[Norm::adult_age];
  inspection.add(Rule::document_signer, Severity::error, stored, "by",
                 *signer == Signer::representative ? say("document-signer.minor", name, document.on, age)
                                                   : say("document-signer.adult", name, document.on, age),
                 {id});
}

/// The first of the papers, by day of signature.
const Stored<Document>* first_of(const std::vector<const Stored<Document>*>& papers) {
  const auto first = std::min_element(papers.begin(), papers.end(), [](const auto* one, const auto* other) {
    return std::tie(one->record.on, one->record.id) < std::tie(other->record.on, other->record.id);
  });
  return first == papers.end() ? nullptr : *first;
}

/// The day by which the person must have had a paper of this type: that of joining, or of the role if that came later.
std::optional<Date> day_asked(const Participant& person, const DocumentType& type, const Papers& papers) {
  std::optional<Date> first;
  for (const Role role : all_roles) {
    std::optional<Date> day = person.joined;
    const auto parts = person.roles.parts();
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& one) {
      return std::find(one.value.begin(), one.value.end(), role) != one.value.end();
    });
    if (part != parts.end() && part->from) {
      day = std::max(day.value_or(*part->from), *part->from);
    }
    if (day && person.has(role, *day) && papers.is_asked_of(type, person, role, *day)) {
      first = first ? std::min(*first, *day) : *day;
    }
  }
  return first;
}

void document_late(const Stored<Document>& stored, Inspection& inspection) {
  const Document& document = stored.record;
  const DocumentType* type = inspection.model().find(document.type);
  const auto& papers = inspection.index<Papers>();
  if (type == nullptr || !papers.is_asked(*type)) {
    return;
  }
  const Program& program = inspection.program();
  for (const auto& id : document.people) {
    const Participant* person = type->of == Subject::person ? inspection.find(id) : nullptr;
    const auto day = person == nullptr ? std::nullopt : day_asked(*person, *type, papers);
    if (day && *day < document.on && first_of(papers.of(*type, id)) == &stored) {
      inspection.add(Rule::document_late, Severity::warning, stored, "on",
                     say("document-late.of-person", document.on, name_of(program, id, inspection.today()), *day),
                     {id.to_string()});
    }
  }
  for (const auto& id : document.pairs) {
    const Pair* pair = inspection.find(id);
    if (pair != nullptr && !is_void(*pair, inspection.model()) && pair->from < document.on &&
        (!type->since || *type->since <= pair->from) && first_of(papers.meeting({type, pair})) == &stored) {
      inspection.add(
          Rule::document_late, Severity::warning, stored, "on",
          say("document-late.of-pair", document.on, title_of(program, *pair, inspection.today()), pair->from),
          {id.to_string()});
    }
  }
}

/// Tells of an old consent that may have been bundled with another paper: 156-ФЗ.
void document_renew(const Stored<Document>& stored, Inspection& inspection) {
  const Document& document = stored.record;
  const DocumentType* type = inspection.model().find(document.type);
  if (type == nullptr || !type->renew_before || *type->renew_before <= document.on ||
      !counts_on(document, inspection.today(), inspection.model())) {
    return;
  }
  for (const auto& id : document.people) {
    if (inspection.index<PeopleInPairs>().have(id)) {
      inspection.add(Rule::document_renew, Severity::note, stored, "on",
                     say("document-renew.old", document.on, *type->renew_before,
                         name_of(inspection.program(), id, inspection.today())),
                     {id.to_string()});
    }
  }
}

/// A number without the sign before it.
std::string_view bare_number(std::string_view number) {
  constexpr std::string_view sign = "№";
  number.remove_prefix(number.starts_with(sign) ? sign.size() : 0);
  number.remove_prefix(std::min(number.find_first_not_of(' '), number.size()));
  return number;
}

constexpr std::array document_rules = {
    RecordRule<Document>{Rule::document_subject, document_subject},
    RecordRule<Document>{Rule::document_signer, document_signer},
    RecordRule<Document>{Rule::document_late, document_late, KindSet::of<Document>()},
    RecordRule<Document>{Rule::document_renew, document_renew, KindSet::of<Pair>(), true},
    RecordRule<Document>{Rule::date_order, days_of_document},
    RecordRule<Document>{Rule::future_date, future_document},
};

}  // namespace

std::optional<Date> last_day(const Document& document, const Model& model) {
  const DocumentType* type = model.find(document.type);
  if (document.until || type == nullptr || !type->months) {
    return document.until;
  }
  return document.on.plus_months(*type->months).plus_days(-1);
}

DocumentState state_on(const Document& document, Date day, const Model& model) {
  if (document.withdrawn && *document.withdrawn <= day) {
    return DocumentState::withdrawn;
  }
  const auto last = last_day(document, model);
  if (last && *last < day) {
    return DocumentState::expired;
  }
  return last && *last <= day.plus_days(model.norms[Norm::expires_days]) ? DocumentState::expires
                                                                         : DocumentState::valid;
}

bool counts_on(const Document& document, Date day, const Model& model) {
  const DocumentState state = state_on(document, day, model);
  return document.on <= day && (state == DocumentState::valid || state == DocumentState::expires);
}

std::optional<Signer> signer_of(const DocumentType& type, const Participant& person, Date day, const Model& model) {
  if (!type.signer || !person.born) {
    return std::nullopt;
  }
  const Ages ages = ages_on(*person.born, day);
  const int adult = model.norms[Norm::adult_age];
  return ages.oldest < adult      ? std::optional{*type.signer}
         : ages.youngest >= adult ? std::optional{Signer::self}
                                  : std::nullopt;
}

std::span<const Field<Document>> Kind<Document>::fields() { return document_fields; }
std::span<const RecordRule<Document>> Kind<Document>::rules() { return document_rules; }

std::string Kind<Document>::title_of(const Program& program, const Document& document, Date day) {
  const DocumentType* type = program.model().find(document.type);
  std::string title = type == nullptr ? document.type.to_string() : type->label.in(program.settings.language);
  if (!document.number.is_empty()) {
    title.append(document.number.text().starts_with("№") ? " " : " № ").append(document.number);
  }
  for (const auto& person : document.people) {
    title.append(", ").append(name_of(program, person, day));
  }
  return title;
}

/// People name a paper by its number, or by its type and a person with a slash between.
std::vector<const Stored<Document>*> Kind<Document>::resolve(const ResolveContext& context,
                                                             std::string_view reference) {
  auto found = by_id<Document>(context.program, reference);
  if (!found.empty()) {
    return found;
  }
  const std::string asked = context.fold(reference);
  const auto slash = reference.find('/');
  const std::span<const DocumentType> all{context.program.model().documents};
  const auto types = words_meant(all, reference.substr(0, slash), context.fold);
  const auto people = slash == std::string_view::npos
                          ? std::vector<const Stored<Participant>*>{}
                          : mentor::resolve<Participant>(context, reference.substr(slash + 1));
  for (const auto& stored : context.program.all<Document>()) {
    const Document& document = stored.record;
    const bool is_of_type =
        std::any_of(types.begin(), types.end(), [&](const DocumentType* type) { return type->id == document.type; });
    const bool is_of_person = std::any_of(people.begin(), people.end(), [&](const auto* person) {
      return std::find(document.people.begin(), document.people.end(), person->record.id) != document.people.end();
    });
    const bool is_of_number = !document.number.is_empty() &&
                              context.fold(bare_number(document.number)) == context.fold(bare_number(reference));
    const bool is_titled = context.fold(title_of(context.program, document, context.today)) == asked;
    if (is_of_number || is_titled || (is_of_type && is_of_person)) {
      found.push_back(&stored);
    }
  }
  return found;
}

Section Kind<Document>::table(const ReportContext& context) {
  auto documents = mentor::select<Document>(context.program, context.filter, context.today);
  sort_as_usual(documents);
  const Date day = day_of_state(context.filter.period, context.today);
  Section section =
      rows_of(context, std::move(documents), [day, &model = context.program.model()](const Document& one, Row& row) {
        row.emplace_back(labelled(state_on(one, day, model)));
      });
  section.columns.push_back({.key = "state", .heading = FixedLabel{"Состояние", "State"}});
  return section;
}

}  // namespace mentor

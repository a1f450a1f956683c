#include "known_values.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "former_pair.hpp"
#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "record_builder.hpp"
#include "typed_scalar.hpp"

namespace mentor::cli {

namespace {

/// The day on which something begins: the typed one, or today. Nothing when what was typed is no day.
template <class Record>
std::optional<Date> first_day(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                              std::string_view name) {
  const auto scalar = scalar_of<Record>(session, loaded, typed, name);
  const auto found = typed.find(name);
  const bool is_blank = found != typed.end() && found->second == std::vector<std::string>{""};
  return scalar && !is_blank    ? Date::parse(*scalar)
         : is_blank             ? std::optional{session.today()}
         : typed.contains(name) ? std::nullopt
                                : std::optional{session.today()};
}

const Participant* person_typed(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                                Role role) {
  const auto scalar = scalar_of<Pair>(session, loaded, typed, to_string(role));
  const auto id = scalar ? Id<Participant>::parse(*scalar) : std::nullopt;
  return id ? loaded.program.find(*id) : nullptr;
}

/// Refuses a pair whose mentor is only ever a mentee, and the other way round.
void refuse_swapped(const Session& session, const Program& program, const Participant& mentor,
                    const Participant& mentee, Date day) {
  const bool is_swapped = !mentor.has(Role::mentor, day) && mentor.has(Role::mentee, day) &&
                          !mentee.has(Role::mentee, day) && mentee.has(Role::mentor, day);
  if (is_swapped) {
    throw Refused{Status::findings, say("pair.swapped", title_of(program, mentor, session.today()),
                                        title_of(program, mentee, session.today()),
                                        shell_word(title_of(program, mentee, session.today())),
                                        shell_word(title_of(program, mentor, session.today())))};
  }
}

bool takes(const Form& form, Role role, const Participant& person, Date day) {
  const auto& categories = form.categories(role);
  return std::find(categories.begin(), categories.end(), person.category.on(day)) != categories.end();
}

/// The form with the categories of its mentors and of its mentees: `Ученик – ученик: обучающийся – обучающийся`.
std::string members_of(const Form& form, const Model& model, Language language) {
  const auto labels_of = [&](Role role) {
    std::string text;
    for (const auto& id : form.categories(role)) {
      const Category* category = model.find(id);
      text += (text.empty() ? "" : ", ") + (category != nullptr ? category->label.in(language) : id.to_string());
    }
    return text;
  };
  return form.label.in(language) + ": " + labels_of(Role::mentor) + " – " + labels_of(Role::mentee);
}

/// The forms that take both.
std::vector<const Form*> forms_for(const Model& model, const Participant& mentor, const Participant& mentee, Date day) {
  std::vector<const Form*> forms;
  for (const Form& form : model.forms) {
    if (takes(form, Role::mentor, mentor, day) && takes(form, Role::mentee, mentee, day)) {
      forms.push_back(&form);
    }
  }
  return forms;
}

/// Refuses two people whose categories no form has. Says which forms there are.
void refuse_without_form(const Session& session, const Model& model, const Participant& mentor,
                         const Participant& mentee, Date day) {
  const Category* of_mentor = model.find(mentor.category.on(day));
  const Category* of_mentee = model.find(mentee.category.on(day));
  if (of_mentor == nullptr || of_mentee == nullptr) {
    return;  // nobody knows what they are
  }
  Refused refused{Status::findings, say("pair.no-form", of_mentor->label, of_mentee->label)};
  for (const Form& form : model.forms) {
    refused.candidates.push_back(members_of(form, model, session.words().language()));
  }
  throw refused;
}

/// Whether the category may hold the role at the age that the birth allows. An unknown birth allows any.
bool may_hold(const Category& category, Role role, const std::optional<Born>& born, Date day) {
  const auto& range = category.ages(role);
  if (!range || !born) {
    return range.has_value();
  }
  const Ages ages = ages_on(*born, day);
  return range->from() <= ages.oldest && (!range->to() || ages.youngest <= *range->to());
}

}  // namespace

template <>
void add_known_values<Pair>(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  take_from_former_pair(session, loaded, typed);
  const auto day = first_day<Pair>(session, loaded, typed, "from");
  const Participant* mentor = person_typed(session, loaded, typed, Role::mentor);
  const Participant* mentee = person_typed(session, loaded, typed, Role::mentee);
  if (!day || mentor == nullptr || mentee == nullptr) {
    return;
  }
  refuse_swapped(session, loaded.program, *mentor, *mentee, *day);
  if (typed.contains("form")) {
    return;
  }
  const auto possible = forms_for(loaded.program.model(), *mentor, *mentee, *day);
  if (possible.empty()) {
    refuse_without_form(session, loaded.program.model(), *mentor, *mentee, *day);
  }
  if (possible.size() == 1) {
    typed["form"] = {possible.front()->id.to_string()};
  }
}

void refuse_several_forms(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                          const std::string& before) {
  const auto day = first_day<Pair>(session, loaded, typed, "from");
  const Participant* mentor = person_typed(session, loaded, typed, Role::mentor);
  const Participant* mentee = person_typed(session, loaded, typed, Role::mentee);
  if (typed.contains("form") || !day || mentor == nullptr || mentee == nullptr) {
    return;
  }
  const auto possible = forms_for(loaded.program.model(), *mentor, *mentee, *day);
  if (possible.size() < 2) {
    return;
  }
  Refused refused{Status::usage, say("pair.which-form", title_of(loaded.program, *mentor, session.today()),
                                     title_of(loaded.program, *mentee, session.today()))};
  const Language language = session.words().language();
  for (const Form* form : possible) {
    refused.candidates.push_back(session.command_line() + ' ' + before + shell_word(form->label.in(language)));
  }
  throw refused;
}

template <>
void add_known_values<Participant>(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  const auto scalar = scalar_of<Participant>(session, loaded, typed, "category");
  const auto id = scalar ? Id<Category>::parse(*scalar) : std::nullopt;
  const Category* category = id ? loaded.program.model().find(*id) : nullptr;
  const auto day = first_day<Participant>(session, loaded, typed, "joined");
  if (category == nullptr || !day || typed.contains("roles")) {
    return;
  }
  const auto born_text = scalar_of<Participant>(session, loaded, typed, "born");
  const auto born = born_text ? Born::parse(*born_text) : std::nullopt;
  std::vector<std::string> possible;
  for (const Role role : all_roles) {
    if (may_hold(*category, role, born, *day)) {
      possible.emplace_back(to_string(role));
    }
  }
  if (possible.size() == 1) {
    typed["roles"] = std::move(possible);
  }
}

template <>
void add_known_values<Document>(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  const auto scalar = scalar_of<Document>(session, loaded, typed, "type");
  const auto id = scalar ? Id<DocumentType>::parse(*scalar) : std::nullopt;
  const DocumentType* type = id ? loaded.program.model().find(*id) : nullptr;
  const auto people = typed.find("people");
  if (type != nullptr && type->of == Subject::pairs && people != typed.end() && !typed.contains("pairs")) {
    auto node = typed.extract(people);
    node.key() = "pairs";
    typed.insert(std::move(node));
  }
}

}  // namespace mentor::cli

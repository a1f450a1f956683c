#include "record_builder.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "filters.hpp"
#include "mentor/unit_key.hpp"
#include "model_words.hpp"
#include "references.hpp"
#include "storage/yaml/record_text.hpp"
#include "storage/yaml/yaml_problems.hpp"

namespace mentor::cli {

namespace {

/// A word of the model, which was typed as an id or a label.
template <class Entry>
Understood word(const Session& session, const Label& field, const std::string& typed, std::span<const Entry> entries) {
  const auto meant = words_in_any_form(entries, typed, session.fold());
  return meant.size() == 1 ? Understood{meant.front()->id.to_string(), {}}
                           : Understood{typed, no_one_word(session, field, typed, entries, meant)};
}

Understood activity_type(const Session& session, const Label& field, const std::string& typed, const KnownSoFar& known,
                         const Model& model) {
  const auto all = all_types(model);
  const auto own = types_of(known.pairs, model);
  auto meant = types_meant(own, all, typed, session.fold());
  if (meant.empty() && known.takes_other_forms) {
    meant = words_in_any_form(std::span<const ActivityType>{own}, typed, session.fold());
  }
  if (meant.size() == 1) {
    return {meant.front()->id.to_string(), {}};
  }
  return {typed, no_one_word(session, field, typed, std::span<const ActivityType>{own}, meant)};
}

/// A stage, or a section of the plans of the pairs if there are some; else any other part, of which a rule tells.
Understood plan_part(const Session& session, const Label& field, const std::string& typed,
                     const std::vector<const Pair*>& pairs, const Model& model) {
  std::vector<PlanPart> own = pairs.empty() ? model.stages : std::vector<PlanPart>{};
  for (const Pair* pair : pairs) {
    const Form* form = model.find(pair->form);
    for (const auto& id : form == nullptr ? std::vector<Id<PlanPart>>{} : form->sections) {
      const PlanPart* section = model.find(id);
      if (section != nullptr && std::none_of(own.begin(), own.end(), [&](const auto& one) { return one.id == id; })) {
        own.push_back(*section);
      }
    }
  }
  if (!words_meant(std::span<const PlanPart>{own}, typed, session.fold()).empty()) {
    return word(session, field, typed, std::span<const PlanPart>{own});
  }
  const auto all = all_parts(model);
  return word(session, field, typed, std::span<const PlanPart>{all});
}

/// A role model of the record's form, if one is meant; else any other, of which a rule tells.
Understood role_model(const Session& session, const Label& field, const std::string& typed, const Form* form,
                      const Model& model) {
  const std::span<const RoleModel> own = form == nullptr ? std::span<const RoleModel>{} : form->role_models;
  if (!words_meant(own, typed, session.fold()).empty()) {
    return word(session, field, typed, own);
  }
  const auto all = all_role_models(model);
  return word(session, field, typed, std::span<const RoleModel>{all});
}

/// An instrument for the forms of the record's pairs, if one is meant; else any other, of which a rule tells.
Understood instrument(const Session& session, const Label& field, const std::string& typed,
                      const std::vector<const Pair*>& pairs, const Model& model) {
  std::vector<Instrument> own;
  for (const Instrument& one : model.instruments) {
    const bool fits =
        std::all_of(pairs.begin(), pairs.end(), [&](const Pair* pair) { return !one.form || pair->form == *one.form; });
    if (fits) {
      own.push_back(one);
    }
  }
  const std::span<const Instrument> of_pairs{own};
  return words_meant(of_pairs, typed, session.fold()).empty()
             ? word(session, field, typed, std::span<const Instrument>{model.instruments})
             : word(session, field, typed, of_pairs);
}

/// Whether somebody typed several words with which the label of the reason begins, and not those after them: «цель
/// достигнута» of «цель достигнута досрочно».
bool leaves_out_words(const Reason& reason, const std::string& typed, const Fold& fold) {
  const std::string asked = folded_label(typed, fold) + ' ';
  const auto begins = [&](Language language) {
    return folded_label(reason.label.in(language), fold).starts_with(asked);
  };
  return asked.find(' ') + 1 < asked.size() && (begins(Language::ru) || begins(Language::en));
}

/// Adds the other reasons by which a pair has reached what it was for: the words that were left out may be what tells
/// one from the other.
void add_plain_success(std::span<const Reason> reasons, std::vector<const Reason*>& meant) {
  const Reason& first = *meant.front();
  for (const Reason& one : reasons) {
    if (first.outcome == Outcome::completed && one.outcome == first.outcome && one.of == first.of &&
        one.id != first.id) {
      meant.push_back(&one);
    }
  }
}

/// A reason for what ends; another one, of which a rule tells, only if it is clear which.
Understood reason(const Session& session, const Label& field, const std::string& typed, std::optional<Ending> ending,
                  const Model& model) {
  std::vector<Reason> own;
  std::copy_if(model.reasons.begin(), model.reasons.end(), std::back_inserter(own),
               [&](const Reason& one) { return !ending || !one.of || one.of == ending; });
  const bool is_of_other = words_meant(std::span<const Reason>{own}, typed, session.fold()).empty() &&
                           words_meant(std::span<const Reason>{model.reasons}, typed, session.fold()).size() == 1;
  const std::span<const Reason> asked{is_of_other ? model.reasons : own};
  auto meant = words_meant(asked, typed, session.fold());
  if (meant.size() == 1 && leaves_out_words(*meant.front(), typed, session.fold())) {
    add_plain_success(asked, meant);
  }
  return meant.size() > 1 ? Understood{typed, no_one_word(session, field, typed, asked, meant)}
                          : word(session, field, typed, asked);
}

Understood word_of_list(const Session& session, const FieldDescription& field, const std::string& typed,
                        const KnownSoFar& known, const Model& model) {
  const auto& pairs = known.pairs;
  if (field.list == ModelList::role_models) {
    return role_model(session, typed_name(field), typed, known.form ? model.find(*known.form) : nullptr, model);
  }
  if (field.list == ModelList::activity_types) {
    return activity_type(session, typed_name(field), typed, known, model);
  }
  if (field.list == ModelList::instruments) {
    return instrument(session, typed_name(field), typed, pairs, model);
  }
  if (field.list == ModelList::reasons) {
    return reason(session, typed_name(field), typed, known.ending, model);
  }
  if (field.list == ModelList::parts) {
    return plan_part(session, typed_name(field), typed, pairs, model);
  }
  return with_list(model, field.list,
                   [&](const auto& entries) { return word(session, typed_name(field), typed, entries); });
}

/// The records that were named, of the kind to which the field refers.
std::vector<Understood> records_named(const Session& session, const storage::Loaded& loaded,
                                      const FieldDescription& field, const std::string& typed,
                                      const KnownSoFar& known) {
  std::vector<Understood> named;
  const Narrowing narrowing{known.day, value_from<Role>(field.name)};
  for_each_kind([&]<class Record>(Record*) {
    if (!field.refers_to_kind<Record>()) {
      return;
    }
    if (!field.is_list()) {
      named.push_back({find_record<Record>(session, loaded, typed, narrowing).record.id.to_string(), {}});
      return;
    }
    for (const auto* stored : find_records<Record>(session, loaded, typed, narrowing)) {
      named.push_back({stored->record.id.to_string(), {}});
    }
  });
  return named;
}

/// The classes of the program that people would call so.
std::vector<std::string> classes_called(const Session& session, const Program& program, const std::string& text) {
  const std::string key = unit_key(text, session.fold());
  std::vector<std::string> called;
  for (const auto& stored : program.all<Participant>()) {
    stored.record.unit.for_each_value([&](const std::string& unit) {
      if (unit_key(unit, session.fold()) == key && std::find(called.begin(), called.end(), unit) == called.end()) {
        called.push_back(unit);
      }
    });
  }
  return called;
}

/// A class that was typed with the keyboard in Latin letters, `7A`, in the letters of a program in Russian and as its
/// other pupils have it. Says that it was understood so. A class that the program has is left as it was typed, and any
/// other text. Throws `Refused` when a Latin B may mean Б as well as В.
std::string in_letters_of_program(const Session& session, const Program& program, const FieldDescription& field,
                                  const std::string& typed) {
  const bool is_class = field.name == "unit" && program.settings.language == Language::ru;
  const auto cyrillic = is_class ? class_in_cyrillic(typed) : std::nullopt;
  if (!cyrillic) {
    return typed;
  }
  const auto there = classes_called(session, program, *cyrillic);
  if (std::find(there.begin(), there.end(), typed) != there.end()) {
    return typed;
  }
  refuse_latin_b(session, program, typed);
  const std::string& meant = there.empty() ? *cyrillic : there.front();
  session.note(say("unit.in-cyrillic", typed, meant));
  return meant;
}

/// Whether somebody wrote whether there is enough, and not how much.
bool says_yes_or_no(const std::string& typed, const Fold& fold) {
  constexpr std::array<std::string_view, 8> words = {"да", "нет", "есть", "все", "полностью", "yes", "no", "all"};
  return std::find(words.begin(), words.end(), fold(typed)) != words.end();
}

/// Whether a text has only Latin letters, digits, hyphens and characters beyond ASCII, and needs no quotes as a key.
bool is_name(const std::string& text) {
  constexpr unsigned char first_beyond_ascii = 0x80;
  return storage::scalar_text(text) == text && std::all_of(text.begin(), text.end(), [](char byte) {
           return byte == '-' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                  (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= first_beyond_ascii;
         });
}

}  // namespace

std::vector<ActivityType> types_of(const std::vector<const Pair*>& pairs, const Model& model) {
  if (pairs.empty()) {
    return all_types(model);
  }
  Model narrowed;
  for (const Form& form : model.forms) {
    if (std::any_of(pairs.begin(), pairs.end(), [&](const Pair* pair) { return pair->form == form.id; })) {
      narrowed.forms.push_back(form);
    }
  }
  return all_types(narrowed);
}

void refuse_own_name(const std::string& name) {
  if (!is_name(name)) {
    throw Refused{Status::usage, say("edit.own-name", name)};
  }
}

std::vector<std::string> own_texts(const std::string& name, const std::string& typed, bool is_list) {
  if (!is_text(typed)) {
    throw Refused{Status::findings, say("field-value.wrong", name, typed, Phrase{key("expected.text")})};
  }
  if (auto refused = control_character_in(Label{name, name}, typed)) {
    throw Refused{Status::findings, *std::move(refused)};
  }
  return typed.empty() ? std::vector<std::string>{} : is_list ? split_at_commas(typed) : std::vector{typed};
}

std::optional<Message> control_character_in(const Label& field, std::string_view typed) {
  for (std::string_view rest = typed; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (const auto character = storage::forbidden_character(line)) {
      return say("field-value.control-character", field, *character);
    }
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return std::nullopt;
}

std::optional<Message> hours_or_minutes(const Model& model, const Activity& activity, const FieldDescription& field,
                                        const std::string& typed) {
  constexpr int fewest_minutes = 15;
  constexpr std::int64_t hour = 3600;
  if (field.meaning != Meaning::duration || typed.find_first_not_of("0123456789.,") != std::string::npos) {
    return std::nullopt;
  }
  int most = 0;
  for (const ActivityType& type : all_types(model)) {
    if (type.id == activity.type || model.find(activity.type) == nullptr) {
      most = std::max(most, type.most_hours.value_or(model.norms[Norm::most_hours]));
    }
  }
  const auto hours = duration_from_input(typed, model.norms[Norm::lesson_minutes]);
  if (!hours || hours->seconds() <= most * hour || hours->seconds() < fewest_minutes * hour) {
    return std::nullopt;
  }
  const bool is_whole = typed.find_first_of(".,") == std::string::npos;  // as minutes are
  return Message{is_whole ? key("field-value.hours-or-minutes") : key("field-value.really-hours"),
                 {typed_name(field), typed, std::int64_t{most}}};
}

Message missing_value(const Session& session, const Model& model, const FieldDescription& field,
                      const std::vector<const Pair*>& pairs) {
  WordList list;
  if (field.meaning == Meaning::word && field.list == ModelList::activity_types) {
    const auto types = types_of(pairs, model);
    add_words(list, std::span<const ActivityType>{types}, session.words());
  } else if (field.meaning == Meaning::word) {
    with_list(model, field.list, [&](const auto& entries) { add_words(list, entries, session.words()); });
  }
  for (const WordRow& choice : field.choices) {
    std::string shown{choice.id};
    list.shown.push_back(shown.append(" (").append(choice.label.in(session.words().language())).append(")"));
  }
  return list.shown.empty() ? say("field-missing.empty", typed_name(field),
                                  Label{std::string{field.help.ru}, std::string{field.help.en}})
                            : say("field-missing.one-of", typed_name(field), std::move(list.shown));
}

bool looks_like_days(const std::string& typed) {
  return typed.starts_with('{') ||
         (typed.find(':') != std::string::npos && Date::parse(typed.substr(0, typed.find(':'))));
}

Refused refused_to_guess(const Session& session, const FieldDescription& field, const EditedDay& edited,
                         const Period& school_year, const WhichValue& which) {
  const bool has_later = edited.way == EditedDay::Way::later_day;
  Refused refused{Status::usage, has_later
                                     ? say("edit.later-day", typed_name(field), edited.day)
                                     : say("edit.either-year", typed_name(field), school_year.last().plus_days(1))};
  const Date from = has_later ? session.today() : school_year.last().plus_days(1);
  const Language language = session.words().language();
  const auto with = [&](const Label& option) { return session.command_line() + ' ' + option.in(language); };
  refused.candidates = {with(which.from_option) + ' ' + from.to_string(), with(which.in_force_option)};
  return refused;
}

Refused refused_twice(const std::string& word, const std::string& other) {
  return {Status::usage, word == other ? say("edit.typed-twice", word) : say("edit.twice", word, other)};
}

Refused refused_repeat(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                       const std::string& id, const std::pair<std::string, std::string>& typed) {
  std::string title;
  for_each_kind([&]<class Record>(Record*) {
    const auto parsed = Id<Record>::parse(id);
    const Record* record = field.refers_to_kind<Record>() && parsed ? loaded.program.find(*parsed) : nullptr;
    if (record != nullptr) {
      title = title_of(loaded.program, *record, session.today());
    }
  });
  return {Status::usage, say("reference.repeated", std::move(title), typed.first, typed.second)};
}

std::vector<std::string> typed_values(const FieldDescription& field, const std::string& text) {
  return field.is_list() ? split_at_commas(text) : std::vector{text};
}

std::vector<Understood> understand(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                                   const std::string& typed, const KnownSoFar& known) {
  const Model& model = loaded.program.model();
  if (field.meaning == Meaning::word) {
    return {word_of_list(session, field, typed, known, model)};
  }
  if (field.meaning == Meaning::reference) {
    return records_named(session, loaded, field, typed, known);
  }
  if (field.meaning == Meaning::text) {
    if (auto refused = control_character_in(typed_name(field), typed)) {
      return {Understood{typed, std::move(refused)}};
    }
  }
  const std::string text = in_letters_of_program(session, loaded.program, field, typed);
  auto [scalar, refused] = scalar_from_input(
      field, text, {model, session.fold(), session.today(), known.from, loaded.program.settings.school_year_start});
  if (scalar && field.meaning == Meaning::date && !field.ahead) {
    session.note_day(typed, *Date::parse(*scalar));
  }
  if (!scalar && !refused) {
    const auto expected = field.meaning == Meaning::duration ? key("expected.hours-input")
                          : field.meaning == Meaning::date   ? key("expected.date-input")
                          : field.meaning == Meaning::born   ? key("expected.born-input")
                          : field.meaning == Meaning::due    ? key("expected.due-input")
                          : field.meaning == Meaning::places ? key("expected.places")
                          : field.meaning == Meaning::amount ? key("expected.amount")
                                                             : std::string_view{};
    if (!expected.empty()) {
      refused = say("field-value.wrong", typed_name(field), typed, Phrase{expected});
    }
  }
  if (!scalar && field.meaning == Meaning::amount && says_yes_or_no(typed, session.fold())) {
    refused = say("field-value.amount-as-word", typed_name(field), typed);
  }
  return {Understood{std::move(scalar).value_or(text), std::move(refused)}};
}

}  // namespace mentor::cli

#include "settings_reader.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "map_reader.hpp"
#include "mentor/rules.hpp"
#include "mentor/suggest.hpp"
#include "mentor/term.hpp"

namespace mentor::storage {

namespace {

/// What the school also calls an entry whose id is known.
template <class Entry>
void read_other_names(const MapReader& reader, int edition, Entry& entry) {
  auto names = reader.texts("also");
  entry.also.of_edition = !names;
  entry.also.names = names ? *std::move(names) : other_names_of_edition(edition, entry.id);
}

void read_categories(const MapReader& model_reader, Model& model) {
  for (const Node* node : model_reader.maps("categories")) {
    const MapReader reader{*node, category_rows, model_reader.sink()};
    Category category;
    if (!reader.read_named(category, model.categories)) {
      continue;
    }
    category.line = node->at.line;
    read_other_names(reader, model.edition, category);
    category.mentee = reader.value(reader.find("mentee"), "mentee", key("expected.ages"), AgeRange::parse);
    category.mentor = reader.value(reader.find("mentor"), "mentor", key("expected.ages"), AgeRange::parse);
    model.categories.push_back(std::move(category));
  }
}

/// The categories of a list. The model must have them, and must allow them the role if there is one.
std::vector<Id<Category>> read_category_ids(const MapReader& reader, std::string_view name, std::optional<Role> role,
                                            const Model& model) {
  std::vector<Id<Category>> result;
  const Node* node = reader.find(name);
  if (node != nullptr && node->content != Node::Content::list) {
    reader.sink().wrong_value(node->at, name, shown(*node), key("expected.list"));
    return result;
  }
  for (const Node& item : node == nullptr ? std::vector<Node>{} : node->items) {
    const auto id = reader.value(&item, name, key("expected.id"), Id<Category>::parse);
    const Category* category = id ? model.find(*id) : nullptr;
    if (id && category == nullptr) {
      reader.sink().error(Rule::dangling_reference, item.at, say("dangling-reference.category", item.text),
                          std::string{name});
    } else if (category != nullptr && role && !category->ages(*role)) {
      const auto message =
          *role == Role::mentee ? key("role-category.model-mentee") : key("role-category.model-mentor");
      reader.sink().error(Rule::role_category, item.at, {message, {category->label}}, std::string{name});
    } else if (id) {
      result.push_back(*id);
    }
  }
  return result;
}

void read_most_hours(const MapReader& reader, int edition, ActivityType& type) {
  type.most_hours = reader.number("most-hours");
  if (!type.most_hours) {
    type.most_hours = most_hours_of_edition(edition, type.id);
    type.hours_of_edition = type.most_hours.has_value();
  }
}

/// The mapping under a key, or null when the key is absent or empty. If it is something else, adds a finding.
const Node* find_map(const MapReader& reader, std::string_view name) {
  const Node* node = reader.find(name);
  if (node != nullptr && node->content != Node::Content::map) {
    reader.sink().wrong_value(node->at, name, shown(*node), key("expected.mapping"));
    return nullptr;
  }
  return node;
}

/// The ids of a list. Each must be one of `entries`.
template <class Entry>
std::optional<std::vector<Id<Entry>>> read_ids(const MapReader& reader, std::string_view name,
                                               const std::vector<Entry>& entries) {
  const Node* node = reader.find(name);
  if (node == nullptr) {
    return std::nullopt;
  }
  std::vector<Id<Entry>> ids;
  if (node->content != Node::Content::list) {
    reader.sink().wrong_value(node->at, name, shown(*node), key("expected.list"));
    return ids;
  }
  for (const Node& item : node->items) {
    const auto id = reader.value(&item, name, key("expected.id"), Id<Entry>::parse);
    if (id && std::none_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.id == *id; })) {
      Texts known;
      std::transform(entries.begin(), entries.end(), std::back_inserter(known),
                     [](const Entry& one) { return one.id.to_string(); });
      reader.sink().error(Rule::field_value, item.at,
                          say("field-value.not-in-model", std::string{name}, item.text, known), std::string{name});
    } else if (id) {
      ids.push_back(*id);
    }
  }
  return ids;
}

/// Reads what a form need not have: the edition says it of the forms that it knows.
void read_rest_of_form(const MapReader& reader, const Model& model, Form& form) {
  add_what_edition_says(model.edition, form);
  if (reader.find("role-models") != nullptr) {
    form.role_models.clear();
    for (const Node* node : reader.maps("role-models")) {
      const MapReader inside{*node, role_model_rows, reader.sink()};
      RoleModel role_model;
      if (inside.read_named(role_model, form.role_models)) {
        role_model.is_among_peers = inside.is_yes("peers");
        form.role_models.push_back(std::move(role_model));
      }
    }
  }
  if (auto kinds = read_ids(reader, "kinds", model.kinds)) {
    form.kinds = *std::move(kinds);
    form.of_edition.kinds = false;
  }
  if (auto sections = read_ids(reader, "sections", model.sections)) {
    form.sections = *std::move(sections);
    form.of_edition.sections = false;
  }
  if (const Node* norms = find_map(reader, "norms")) {
    const MapReader inside{*norms, form_norm_rows, reader.sink()};
    const Node* months = inside.find("pair-months");
    if (const auto range = inside.value(months, "pair-months", key("expected.months"), MonthRange::parse)) {
      form.months = range;
      form.of_edition.months = false;
    }
  }
}

void read_forms(const MapReader& model_reader, Model& model) {
  for (const Node* node : model_reader.maps("forms")) {
    const MapReader reader{*node, form_rows, model_reader.sink()};
    Form form;
    if (!reader.read_named(form, model.forms)) {
      continue;
    }
    form.line = node->at.line;
    form.mentors = read_category_ids(reader, to_string(Role::mentor), Role::mentor, model);
    form.mentees = read_category_ids(reader, to_string(Role::mentee), Role::mentee, model);
    read_rest_of_form(reader, model, form);
    for (const Node* type_node : reader.maps("activities")) {
      const MapReader type_reader{*type_node, activity_type_rows, model_reader.sink()};
      ActivityType type;
      if (type_reader.read_named(type, form.activities)) {
        read_most_hours(type_reader, model.edition, type);
        read_other_names(type_reader, model.edition, type);
        form.activities.push_back(std::move(type));
      }
    }
    model.forms.push_back(std::move(form));
  }
}

template <class Entry>
void tell_nothing_to_drop(const MapReader& reader, const Id<Entry>& id, const std::vector<Entry>& entries) {
  Texts ids;
  for (const Entry& entry : entries) {
    ids.push_back(entry.id.to_string());
  }
  const auto nearest = suggest(id.to_string(), ids);
  reader.sink().error(Rule::field_value, reader.find("id")->at,
                      nearest ? say("field-value.not-in-model-suggest", "id", id.to_string(), ids, *nearest)
                              : say("field-value.not-in-model", "id", id.to_string(), ids),
                      "id");
}

/// Tells when another entry has a name of this one. Whoever types it then gets the first of them.
template <class Entry>
void tell_shared_label(const MapReader& reader, const Entry& entry, const std::vector<Entry>& entries) {
  const auto plain = [](const std::string& label) { return folded_plainly(label).value_or(label); };
  for (const Language language : {Language::ru, Language::en}) {
    const std::string& label = entry.label.in(language);
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const Entry& other) {
      return other.id != entry.id && plain(other.label.in(language)) == plain(label);
    });
    const Node* node = reader.find(to_string(language));
    if (same != entries.end()) {
      reader.sink().error(Rule::field_value, (node != nullptr ? node : reader.find("id"))->at,
                          say("field-value.label-taken", entry.id.to_string(), label, same->id.to_string()), "id");
      return;
    }
  }
}

/// The entries of a list that is laid over that of the edition: of an entry with a known id, the lines that are there
/// take the place of the former; `drop: yes` takes it out; any other joins the list. `read_more` reads what an entry
/// has beside its names, and gives whether it may stay.
template <class Entry, class ReadMore>
void lay_over(const MapReader& model_reader, std::string_view name, std::span<const SettingRow> rows,
              std::vector<Entry>& entries, ReadMore read_more) {
  std::vector<Entry> written;
  for (const Node* node : model_reader.maps(name)) {
    const MapReader reader{*node, rows, model_reader.sink()};
    Entry entry;
    if (!reader.read_named(entry, written)) {
      continue;
    }
    written.push_back(entry);
    const auto known =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.id == entry.id; });
    if (known != entries.end()) {
      entry = *known;
      reader.read_label(entry);
    }
    entry.line = node->at.line;
    const bool is_dropped = reader.is_yes("drop");
    if (is_dropped && known == entries.end()) {
      tell_nothing_to_drop(reader, entry.id, entries);
      continue;
    }
    const bool is_sound = read_more(reader, entry, known != entries.end());
    if (is_dropped) {
      entries.erase(known);
    } else if (known == entries.end() && is_sound) {
      entries.push_back(std::move(entry));
    } else if (is_sound) {
      *known = std::move(entry);  // else the edition's entry stays
    }
  }
  for (const Node* node : model_reader.maps(name)) {  // two of them may have changed their names
    const MapReader reader{*node, rows, model_reader.sink()};
    const Node* id = reader.find("id");
    const auto written_entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) {
      return id != nullptr && one.id.to_string() == id->text && one.line == node->at.line;
    });
    if (written_entry != entries.end()) {
      tell_shared_label(reader, *written_entry, entries);
    }
  }
}

void read_reasons(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "reasons", reason_rows, model.reasons,
           [](const MapReader& reader, Reason& reason, bool is_known) {
             const auto outcome = reader.choice<Outcome>("outcome");
             if (!outcome && !is_known && reader.find("outcome") == nullptr) {
               reader.tell_missing("outcome");
             }
             reason.outcome = outcome.value_or(reason.outcome);
             reason.of = reader.find("of") == nullptr ? reason.of : reader.choice<Ending>("of");
             return outcome || is_known;
           });
}

/// A list whose entries have a name and nothing else.
template <class Entry>
void read_named_entries(const MapReader& model_reader, std::string_view name, std::vector<Entry>& entries) {
  lay_over(model_reader, name, named_rows, entries, [](const MapReader&, Entry&, bool) { return true; });
}

void read_trainings(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "trainings", training_rows, model.trainings,
           [](const MapReader& reader, TrainingType& training, bool) {
             const auto read = [&](std::string_view name, bool& value) {
               value = reader.find(name) == nullptr ? value : reader.is_yes(name);
             };
             read("trains", training.trains_mentors);
             read("course", training.is_course);
             read("level", training.is_level);
             return true;
           });
}

/// Tells when `required` would do nothing, since nobody is asked for papers of the type.
void tell_asked_of_nobody(const MapReader& reader, const DocumentType& type) {
  const bool is_asked = type.of == Subject::pairs || (type.of != Subject::program && type.asked_of);
  const Node* required = reader.find("required");
  if (required != nullptr && type.required.value_or(false) && !is_asked) {
    reader.sink().error(Rule::field_value, required->at, say("field-value.asked-of-nobody", type.label), "required");
  }
}

void read_documents(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "documents", document_rows, model.documents,
           [&](const MapReader& reader, DocumentType& type, bool) {
             const auto day = [&](std::string_view name) {
               return reader.value(reader.find(name), name, key("expected.date"), Date::parse);
             };
             const auto set = [](auto& value, auto written) { value = written ? written : value; };
             type.of = reader.choice<Subject>("of").value_or(type.of);
             set(type.asked_of, reader.choice<AskedOf>("for"));
             set(type.signer, reader.choice<Signer>("signer"));
             set(type.since, day("since"));
             set(type.renew_before, day("renew-before"));
             set(type.months, reader.number("months"));
             type.approves = reader.find("approves") == nullptr ? type.approves : reader.is_yes("approves");
             type.publishes = reader.find("publishes") == nullptr ? type.publishes : reader.is_yes("publishes");
             if (reader.find("required") != nullptr) {
               type.required = reader.is_yes("required");
             }
             type.severity = reader.choice<Severity>("severity").value_or(type.severity);
             tell_asked_of_nobody(reader, type);
             if (reader.find("categories") != nullptr) {
               type.categories = read_category_ids(reader, "categories", std::nullopt, model);
             }
             return true;
           });
}

void read_scales(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "scales", scale_rows, model.scales, [](const MapReader& reader, NamedScale& scale, bool) {
    const auto meant = AnswerScale::parse(scale.id.to_string());
    if (!meant || meant->sort() != AnswerScale::Sort::words) {  // `yes-no` and `1-10` mean themselves
      reader.sink().error(Rule::field_value, reader.find("id")->at,
                          say("field-value.scale-taken", scale.id.to_string()), "id");
      return false;
    }
    if (reader.find("words") != nullptr) {
      scale.words.clear();
    }
    for (const Node* node : reader.maps("words")) {
      const MapReader inside{*node, scale_word_rows, reader.sink()};
      ScaleWord word;
      if (inside.read_named(word, scale.words)) {
        scale.words.push_back(std::move(word));
      }
    }
    if (scale.words.empty()) {
      reader.tell_missing("words");
    }
    return !scale.words.empty();
  });
}

/// The scale of a question. A named one must be among those of the model.
std::optional<AnswerScale> read_answer_scale(const MapReader& reader, const Model& model) {
  const Node* node = reader.find("scale");
  const auto scale = reader.value(node, "scale", key("expected.scale"), AnswerScale::parse);
  if (!scale || scale->sort() != AnswerScale::Sort::words || model.find(scale->name()) != nullptr) {
    return scale;
  }
  Texts known;
  for (const NamedScale& one : model.scales) {
    known.push_back(one.id.to_string());
  }
  reader.sink().error(Rule::field_value, node->at, say("field-value.no-scale", node->text, known), "scale");
  return std::nullopt;
}

/// Reads a question. One that stands there already is one question with one scale: it may only be asked at other
/// stages, which its own lines say.
void read_question(const MapReader& reader, const Model& model, std::vector<Question>& questions) {
  Question question;
  const Node* id = reader.find("id");
  const auto same = std::find_if(questions.begin(), questions.end(),
                                 [&](const Question& one) { return id != nullptr && one.id.to_string() == id->text; });
  const auto scale = read_answer_scale(reader, model);
  if (same != questions.end() && scale && !(same->scale == *scale)) {
    reader.sink().error(Rule::field_value, reader.find("scale")->at,
                        say("field-value.scale-changes", id->text, same->scale.to_string(), scale->to_string()),
                        "scale");
    return;
  }
  const auto named = reader.value(id, "id", key("expected.id"), Id<Question>::parse);
  if (same != questions.end()) {
    reader.sink().error(Rule::duplicate_id, id->at, say("duplicate-id.in-model", id->text), "id");
    return;
  }
  if (!named || !scale) {
    return;
  }
  question.id = *named;
  question.scale = *scale;
  question.tells_satisfaction = reader.is_yes("satisfied");
  if (question.tells_satisfaction && !question.scale.tells_yes_or_no()) {
    reader.sink().error(Rule::field_value, reader.find("satisfied")->at,
                        say("field-value.satisfied-scale", id->text, question.scale.to_string()), "satisfied");
  }
  for (const SurveyStage stage : all_survey_stages) {
    if (const Node* texts = find_map(reader, to_string(stage))) {
      const MapReader inside{*texts, wording_rows, reader.sink()};
      const std::string ru = inside.text("ru");
      const std::string en = inside.text("en");
      question.wordings.push_back({stage, {ru.empty() ? en : ru, en.empty() ? ru : en}});
    }
  }
  if (question.wordings.empty()) {
    reader.sink().error(Rule::field_missing, id->at, say("field-missing.wording", id->text), "before");
    return;
  }
  questions.push_back(std::move(question));
}

void read_levels(const MapReader& reader, std::vector<Level>& levels) {
  for (const Node* node : reader.maps("levels")) {
    const MapReader inside{*node, level_rows, reader.sink()};
    Level level;
    const bool is_named = inside.read_named(level, levels);
    const auto from = inside.number("from");
    if (is_named && from) {
      level.from = *from;
      levels.push_back(std::move(level));
    }
  }
}

/// Reads the form of the pairs whose members fill in an instrument. The model must have it.
void read_form_of(const MapReader& reader, const Model& model, Instrument& instrument) {
  const Node* node = reader.find("form");
  const auto form = reader.value(node, "form", key("expected.id"), Id<Form>::parse);
  if (!form) {
    return;
  }
  // A form of the edition's instruments need not be among those of the program, whose own lines name theirs.
  if (model.find(*form) == nullptr && (instrument.line == 0 || instrument.form != form)) {
    Texts known;
    std::transform(model.forms.begin(), model.forms.end(), std::back_inserter(known),
                   [](const Form& one) { return one.id.to_string(); });
    reader.sink().error(Rule::field_value, node->at, say("field-value.not-in-model", "form", form->to_string(), known),
                        "form");
    return;
  }
  instrument.form = form;
}

void read_instruments(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "instruments", instrument_rows, model.instruments,
           [&](const MapReader& reader, Instrument& instrument, bool is_known) {
             const Node* questions = reader.find("questions");
             std::vector<Question> written;
             for (const Node* node : reader.maps("questions")) {
               read_question(MapReader{*node, question_rows, reader.sink()}, model, written);
             }
             // Answers that are there must keep their meaning.
             if (is_known && questions != nullptr && written != instrument.questions) {
               reader.sink().error(Rule::field_value, questions->at,
                                   say("field-value.instrument-of-edition", instrument.id.to_string()), "questions");
               return false;
             }
             const Respondent of = reader.choice<Respondent>("of").value_or(instrument.of);
             if (is_known && of != instrument.of) {  // else old sheets would be answered by others
               reader.sink().error(Rule::field_value, reader.find("of")->at,
                                   say("field-value.instrument-of-edition", instrument.id.to_string()), "of");
               return false;
             }
             instrument.of = of;
             instrument.source = reader.text_or("source", instrument.source);
             read_form_of(reader, model, instrument);
             instrument.questions = is_known ? instrument.questions : written;
             if (reader.find("levels") != nullptr) {
               instrument.levels.clear();
               read_levels(reader, instrument.levels);
             }
             if (instrument.questions.empty() && (questions == nullptr || written.empty())) {
               reader.tell_missing("questions");
             }
             return !instrument.questions.empty();
           });
}

/// A whole number within bounds, as a key or a value of `targets`.
std::optional<int> number_within(std::string_view text, int least, int most) {
  int number = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  return error == std::errc{} && end == last && least <= number && number <= most ? std::optional{number}
                                                                                  : std::nullopt;
}

/// Reads targets by year. One of a year that has one already takes its place.
void read_targets(const MapReader& reader, std::vector<Indicator::Target>& targets) {
  const Node* node = find_map(reader, "targets");
  for (const KeyValue& entry : node == nullptr ? std::vector<KeyValue>{} : node->entries) {
    const auto year = number_within(entry.key.text, Date::earliest().year(), Date::latest().year());
    const auto percent = number_within(entry.value.text, 0, 100);
    if (!year || !percent || entry.value.content != Node::Content::scalar) {
      reader.sink().wrong_value(entry.key.at, "targets", entry.key.text + ": " + shown(entry.value),
                                key("expected.targets"));
      continue;
    }
    std::erase_if(targets, [&](const Indicator::Target& one) { return one.year == *year; });
    targets.push_back({*year, *percent});
  }
  std::sort(targets.begin(), targets.end(), [](const auto& one, const auto& other) { return one.year < other.year; });
}

/// Whether the denominator can be known: a number that a sheet of the program asks for; of answers, how many there are.
bool is_denominator(const Model& model, const Indicator& indicator) {
  const bool is_of_answers =
      indicator.count == Counted::satisfied_mentees || indicator.count == Counted::satisfied_mentors;
  if (is_of_answers || indicator.of == surveyed) {
    return is_of_answers && indicator.of == surveyed;
  }
  return std::any_of(model.instruments.begin(), model.instruments.end(), [&](const Instrument& one) {
    const Question* question = one.of == Respondent::program ? one.find(indicator.of) : nullptr;
    return question != nullptr && question->scale.is_counted();
  });
}

void read_indicators(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "indicators", indicator_rows, model.indicators,
           [&](const MapReader& reader, Indicator& indicator, bool is_known) {
             const auto count = reader.choice<Counted>("count");
             indicator.count = count.value_or(indicator.count);
             indicator.of = reader.text_or("of", indicator.of);
             if (reader.find("categories") != nullptr) {
               indicator.categories = read_category_ids(reader, "categories", std::nullopt, model);
             }
             if (const auto ages = reader.value(reader.find("ages"), "ages", key("expected.ages"), AgeRange::parse)) {
               indicator.ages = ages;
             }
             const bool is_of_answers =
                 indicator.count == Counted::satisfied_mentees || indicator.count == Counted::satisfied_mentors;
             for (const std::string_view narrowing : {"categories", "ages"}) {
               const Node* node = reader.find(narrowing);
               const bool is_taken =
                   !is_of_answers && (indicator.count != Counted::organizations || narrowing != "ages");
               if (node != nullptr && !is_taken) {
                 reader.sink().error(
                     Rule::field_value, node->at,
                     say("field-value.indicator-key", std::string{narrowing}, std::string{to_string(indicator.count)}),
                     std::string{narrowing});
               }
             }
             read_targets(reader, indicator.targets);
             if (!is_known && reader.find("count") == nullptr) {
               reader.tell_missing("count");
             }
             if (indicator.of.empty()) {
               reader.tell_missing("of");
             } else if (!is_denominator(model, indicator)) {
               reader.sink().error(Rule::field_value, reader.find(reader.find("of") != nullptr ? "of" : "id")->at,
                                   say("field-value.no-denominator", indicator.of), "of");
             }
             return is_known || (count && !indicator.of.empty());
           });
}

void read_kinds(const MapReader& model_reader, Model& model) {
  lay_over(model_reader, "kinds", kind_rows, model.kinds, [](const MapReader& reader, PairKind& kind, bool) {
    const auto read = [&](std::string_view name, bool& value) {
      value = reader.find(name) == nullptr ? value : reader.is_yes(name);
    };
    read("group", kind.is_group);
    read("short", kind.is_short);
    read("peers", kind.is_among_peers);
    return true;
  });
}

/// The day of a term under a key. Tells when a new term lacks it.
std::optional<DayOfYear> read_term_day(const MapReader& reader, std::string_view name, bool is_known) {
  const Node* node = reader.find(name);
  if (node == nullptr && !is_known) {
    reader.tell_missing(name);
  }
  return reader.value(node, name, key("expected.day-of-year"), parse_day_of_year);
}

/// Whether the term can be asked for: it has days in a school year, and its id means no other period.
bool is_sound(const MapReader& reader, const Term& term, SchoolYearStart start) {
  const Date some_day = *Date::from(2001, 1, 1);
  const std::string id = term.id.to_string();
  for (const std::string& name : {id, term.label.in(Language::ru), term.label.in(Language::en)}) {
    if (period_from_input(name, some_day, start).value) {
      reader.sink().error(Rule::field_value, reader.find("id")->at, say("field-value.term-taken", name), "id");
      return false;
    }
  }
  if (!days_in(school_year_of(some_day, start), term)) {
    const Node* until = reader.find("until");
    const Node* from = reader.find("from");
    const Node* at = until != nullptr ? until : from != nullptr ? from : reader.find("id");
    reader.sink().error(
        Rule::field_value, at->at,
        say("field-value.term-reversed", id, to_string(term.from), to_string(term.until), to_string(start)), "until");
    return false;
  }
  return true;
}

void read_terms(const MapReader& model_reader, Model& model, SchoolYearStart start) {
  lay_over(model_reader, "terms", term_rows, model.terms, [&](const MapReader& reader, Term& term, bool is_known) {
    const auto from = read_term_day(reader, "from", is_known);
    const auto until = read_term_day(reader, "until", is_known);
    term.from = from.value_or(term.from);
    term.until = until.value_or(term.until);
    return (is_known || (from && until)) && is_sound(reader, term, start);
  });
}

/// Reads which warnings are errors. No rule can be made milder than it is.
void read_raised(const Node& map, FindingSink& sink, std::vector<RaisedRule>& raised) {
  const auto known = raisable_rules();
  for (const KeyValue& entry : map.entries) {
    const std::string& name = entry.key.text;
    const auto rule = rule_named(name);
    if (!rule || severity_of(*rule) == Severity::note) {
      const auto nearest = suggest(name, known);
      sink.error(Rule::field_value, entry.key.at,
                 rule      ? say("field-value.rule-of-notes", name, Texts{known})
                 : nearest ? say("field-value.no-rule-suggest", name, Texts{known}, *nearest)
                           : say("field-value.no-rule", name, Texts{known}),
                 "rules");
    } else if (entry.value.content != Node::Content::scalar || entry.value.text != to_string(Severity::error)) {
      sink.error(Rule::field_value, entry.value.at, say("field-value.only-raised", name, shown(entry.value)), "rules");
    } else {
      raised.push_back({*rule, entry.key.at.line});
    }
  }
}

void read_norms(const MapReader& model_reader, Norms& norms) {
  if (const Node* node = find_map(model_reader, "norms")) {
    const MapReader reader{*node, norm_settings, model_reader.sink()};
    for (const NormRow& row : norm_rows) {
      if (const auto number = reader.number(row.name)) {
        norms.set(row.norm, {*number, reader.find(row.name)->at.line});
      }
    }
  }
}

}  // namespace

Settings read_settings(const Node& root, FindingSink& sink) {
  Settings settings;
  if (root.content != Node::Content::map) {
    sink.error(Rule::yaml_syntax, root.at, say("yaml-syntax.not-a-mapping"));
    return settings;
  }
  const auto schema = schema_to_read(root, sink, newest_schema);
  if (!schema) {
    return settings;
  }
  const MapReader reader{root, program_rows, sink, *schema};
  reader.find(schema_key);
  settings.organization = reader.text("organization");
  settings.language = reader.value(reader.find("language"), "language", key("expected.language"), value_from<Language>)
                          .value_or(Language::ru);
  settings.school_year_start =
      reader.value(reader.find("school-year"), "school-year", key("expected.school-year"), parse_day_of_year)
          .value_or(SchoolYearStart{});
  if (const Node* curator = find_map(reader, "curator")) {
    const MapReader person{*curator, curator_rows, sink};
    settings.curator = {person.text("name"), person.text("post"), person.text("phone"), person.text("email")};
  }
  if (const Node* model = find_map(reader, "model")) {
    const MapReader model_reader{*model, model_rows, sink};
    settings.model = model_of_edition(model_reader.number("edition").value_or(oldest_edition));
    read_named_entries(model_reader, "stages", settings.model.stages);
    read_named_entries(model_reader, "sections", settings.model.sections);
    read_named_entries(model_reader, "resources", settings.model.resources);
    read_kinds(model_reader, settings.model);
    read_categories(model_reader, settings.model);
    read_forms(model_reader, settings.model);  // which name what comes before
    read_reasons(model_reader, settings.model);
    read_terms(model_reader, settings.model, settings.school_year_start);
    read_trainings(model_reader, settings.model);
    read_documents(model_reader, settings.model);
    read_scales(model_reader, settings.model);
    read_instruments(model_reader, settings.model);  // whose questions name scales
    read_indicators(model_reader, settings.model);   // which name questions
    if (auto words = model_reader.texts("private-words")) {
      settings.model.private_words = *std::move(words);
      settings.model.own_private_words = true;
    }
    if (const Node* rules = find_map(model_reader, "rules")) {
      read_raised(*rules, sink, settings.model.raised);
    }
    read_norms(model_reader, settings.model.norms);
  }
  return settings;
}

}  // namespace mentor::storage

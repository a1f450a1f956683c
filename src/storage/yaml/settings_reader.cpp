#include "settings_reader.hpp"

#include <algorithm>
#include <iterator>

#include "instruments_reader.hpp"
#include "map_reader.hpp"
#include "mentor/rules.hpp"
#include "mentor/suggest.hpp"
#include "mentor/term.hpp"
#include "model_lists.hpp"

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
    tell_shared_label(reader, category, model.categories, Severity::warning);
    read_other_names(reader, model.edition, category);
    tell_shared_other_name(reader, category, model.categories);
    category.mentee = reader.value(reader.find("mentee"), "mentee", key("expected.ages"), AgeRange::parse);
    category.mentor = reader.value(reader.find("mentor"), "mentor", key("expected.ages"), AgeRange::parse);
    model.categories.push_back(std::move(category));
  }
}

void read_most_hours(const MapReader& reader, int edition, ActivityType& type) {
  type.most_hours = reader.number("most-hours");
  if (!type.most_hours) {
    type.most_hours = most_hours_of_edition(edition, type.id);
    type.hours_of_edition = type.most_hours.has_value();
  }
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
        tell_shared_label(inside, role_model, form.role_models, Severity::warning);
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
  if (const Node* norms = reader.find_map("norms")) {
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
    tell_shared_label(reader, form, model.forms, Severity::warning);
    form.mentors = read_category_ids(reader, to_string(Role::mentor), Role::mentor, model);
    form.mentees = read_category_ids(reader, to_string(Role::mentee), Role::mentee, model);
    read_rest_of_form(reader, model, form);
    for (const Node* type_node : reader.maps("activities")) {
      const MapReader type_reader{*type_node, activity_type_rows, model_reader.sink()};
      ActivityType type;
      if (type_reader.read_named(type, form.activities)) {
        tell_shared_label(type_reader, type, form.activities, Severity::warning);
        read_most_hours(type_reader, model.edition, type);
        read_other_names(type_reader, model.edition, type);
        tell_shared_other_name(type_reader, type, form.activities);
        form.activities.push_back(std::move(type));
      }
    }
    model.forms.push_back(std::move(form));
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
           [&](const MapReader& reader, TrainingType& training, bool) {
             read_other_names(reader, model.edition, training);
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
  if (const Node* node = model_reader.find_map("norms")) {
    const MapReader reader{*node, norm_settings, model_reader.sink()};
    for (const NormRow& row : norm_rows) {
      if (const auto number = reader.number(row.name)) {
        norms.set(row.norm, {*number, reader.find(row.name)->at.line});
      }
    }
  }
}

/// Whether the rules in force are those of an edition that this mentor does not know. Tells it: with the rules of
/// another one, what is right could be refused, and what is wrong accepted.
bool names_newer_edition(const MapReader& model_reader) {
  const Node* node = model_reader.find("edition");
  const std::string text = node != nullptr && node->content == Node::Content::scalar ? node->text : std::string{};
  const bool is_number = !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || std::stoi(text) <= newest_edition) {
    return false;
  }
  model_reader.sink().error(Rule::newer_schema, node->at,
                            say("newer-schema.edition", std::int64_t{std::stoi(text)}, std::int64_t{newest_edition}),
                            "edition");
  return true;
}

/// Nobody knows in which language to tell that there is no such language, so both are said.
Language read_language(const MapReader& reader) {
  const Node* node = reader.find("language");
  const bool has_text = node != nullptr && node->content == Node::Content::scalar;
  if (has_text && !value_from<Language>(node->text)) {
    reader.sink().error(Rule::field_value, node->at, say("field-value.no-language", shown(*node)), "language");
    return Language::ru;
  }
  return reader.value(node, "language", key("expected.language"), value_from<Language>).value_or(Language::ru);
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
  settings.language = read_language(reader);
  settings.school_year_start =
      reader.value(reader.find("school-year"), "school-year", key("expected.school-year"), parse_day_of_year)
          .value_or(SchoolYearStart{});
  if (const Node* curator = reader.find_map("curator")) {
    const MapReader person{*curator, curator_rows, sink};
    settings.curator = {person.text("name"), person.text("post"), person.text("phone"), person.text("email")};
  }
  if (const Node* model = reader.find_map("model")) {
    const MapReader model_reader{*model, model_rows, sink};
    if (names_newer_edition(model_reader)) {
      return settings;
    }
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
    if (const Node* rules = model_reader.find_map("rules")) {
      read_raised(*rules, sink, settings.model.raised);
    }
    read_norms(model_reader, settings.model.norms);
  }
  return settings;
}

}  // namespace mentor::storage

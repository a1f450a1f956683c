#include "model_text.hpp"

#include <algorithm>
#include <array>

#include "mentor/rules.hpp"
#include "record_text.hpp"

namespace mentor::storage {

namespace {

/// Where a line comes from; `line` is as in `Reason`.
std::string source(const Model& model, std::uint32_t line) {
  return line == 0 ? "  # edition " + std::to_string(model.edition) + '\n'
                   : "  # program.yaml:" + std::to_string(line) + '\n';
}

/// What an entry that stands in program.yaml has of the edition all the same: `also`, or nothing.
template <class Entry>
std::string of_edition(const Entry& entry) {
  return entry.also.of_edition && !entry.also.names.empty() ? "also" : "";
}

/// The end of a line, which says where the entry comes from, with the keys that are of the edition.
std::string with_edition(std::string end, const Model& model, const std::string& keys) {
  if (!keys.empty()) {
    end.insert(end.size() - 1, (end.size() == 1 ? "  # " : "; ") + keys + ": edition " + std::to_string(model.edition));
  }
  return end;
}

/// `key: value` within braces, after what stands there.
void add(std::string& braces, std::string_view key, std::string_view value) {
  braces.append(braces.empty() ? "{" : ", ").append(key).append(": ").append(scalar_in_brackets(value));
}

template <class Entry>
std::string named(const Entry& entry) {
  std::string braces;
  add(braces, "id", entry.id.to_string());
  add(braces, "ru", entry.label.in(Language::ru));
  add(braces, "en", entry.label.in(Language::en));
  return braces;
}

/// The other names of an entry, after what stands in its braces.
void add_other_names(std::string& braces, const OtherNames& also) {
  if (also.names.empty()) {
    return;
  }
  std::string names;
  for (const std::string& name : also.names) {
    names.append(names.empty() ? "" : ", ").append(scalar_in_brackets(name));
  }
  braces.append(", also: [").append(names).append("]");
}

template <class Tag>
std::string ids_text(const std::vector<Id<Tag>>& ids) {
  std::string text;
  for (const auto& id : ids) {
    text.append(text.empty() ? "" : ", ").append(scalar_in_brackets(id.to_string()));
  }
  return '[' + text + ']';
}

std::string categories_text(const Model& model) {
  std::string text = "  categories:\n";
  for (const Category& category : model.categories) {
    std::string braces = named(category);
    add_other_names(braces, category.also);
    for (const Role role : all_roles) {
      if (const auto& ages = category.ages(role)) {
        braces.append(", ").append(to_string(role)).append(": ").append(ages->to_string());  // never wants quotes
      }
    }
    text += "    - " + braces + '}' + with_edition(source(model, category.line), model, of_edition(category));
  }
  return text;
}

/// A type stands where its form does, but for what it has of the edition.
std::string activity_type_text(const Model& model, const ActivityType& type) {
  std::string text = named(type);
  add_other_names(text, type.also);
  if (type.most_hours) {
    text.append(", most-hours: ").append(std::to_string(*type.most_hours));
  }
  std::string keys = type.hours_of_edition ? "most-hours" : "";
  if (const std::string also = of_edition(type); !also.empty()) {
    keys.append(keys.empty() ? "" : ", ").append(also);
  }
  return text + '}' + with_edition("\n", model, keys);
}

/// The end of a line of a form, which says when it is the edition's.
std::string of_form(const Model& model, bool of_edition) { return of_edition ? source(model, 0) : "\n"; }

std::string forms_text(const Model& model) {
  std::string text = "  forms:\n";
  for (const Form& form : model.forms) {
    text += "    - id: " + scalar_text(form.id.to_string()) + source(model, form.line);
    text += "      ru: " + scalar_text(form.label.in(Language::ru)) + '\n';
    text += "      en: " + scalar_text(form.label.in(Language::en)) + '\n';
    for (const Role role : {Role::mentor, Role::mentee}) {
      text.append("      ").append(to_string(role)).append(": ").append(ids_text(form.categories(role))) += '\n';
    }
    text += "      activities:\n";
    for (const ActivityType& type : form.activities) {
      text += "        - " + activity_type_text(model, type);
    }
    if (!form.role_models.empty()) {
      text += "      role-models:\n";
    }
    for (const RoleModel& role_model : form.role_models) {
      text += "        - " + named(role_model) + (role_model.is_among_peers ? ", peers: yes}" : "}") +
              of_form(model, role_model.of_edition);
    }
    if (!form.kinds.empty()) {
      text += "      kinds: " + ids_text(form.kinds) + of_form(model, form.of_edition.kinds);
    }
    if (!form.sections.empty()) {
      text += "      sections: " + ids_text(form.sections) + of_form(model, form.of_edition.sections);
    }
    if (form.months) {
      text += "      norms: {pair-months: " + form.months->to_string() + '}' + of_form(model, form.of_edition.months);
    }
  }
  return text;
}

std::string reasons_text(const Model& model) {
  std::string text = "  reasons:\n";
  for (const Reason& reason : model.reasons) {
    std::string braces = named(reason);
    add(braces, "outcome", to_string(reason.outcome));
    if (reason.of) {
      add(braces, "of", to_string(*reason.of));
    }
    text += "    - " + braces + '}' + source(model, reason.line);
  }
  return text;
}

std::string terms_text(const Model& model) {
  std::string text = "  terms:\n";
  for (const Term& term : model.terms) {
    std::string braces = named(term);
    braces.append(", from: ").append(to_string(term.from)).append(", until: ").append(to_string(term.until));
    text += "    - " + braces + '}' + source(model, term.line);
  }
  return text;
}

/// A list whose entries have a name and nothing else.
template <class Entry>
std::string named_entries_text(const Model& model, std::string_view name, const std::vector<Entry>& entries) {
  std::string text = "  " + std::string{name} + ":\n";
  for (const Entry& entry : entries) {
    text += "    - " + named(entry) + '}' + source(model, entry.line);
  }
  return text;
}
std::string stages_text(const Model& model) { return named_entries_text(model, "stages", model.stages); }
std::string sections_text(const Model& model) { return named_entries_text(model, "sections", model.sections); }
std::string resources_text(const Model& model) { return named_entries_text(model, "resources", model.resources); }

std::string trainings_text(const Model& model) {
  std::string text = "  trainings:\n";
  for (const TrainingType& training : model.trainings) {
    std::string braces = named(training);
    add_other_names(braces, training.also);
    for (const auto& [is_so, name] :
         {std::pair{training.trains_mentors, "trains"}, {training.is_course, "course"}, {training.is_level, "level"}}) {
      braces.append(is_so ? std::string{", "} + name + ": yes" : "");
    }
    const std::string keys = training.line == 0 ? std::string{} : of_edition(training);
    text += "    - " + braces + '}' + with_edition(source(model, training.line), model, keys);
  }
  return text;
}

std::string documents_text(const Model& model) {
  std::string text = "  documents:\n";
  for (const DocumentType& type : model.documents) {
    std::string braces = named(type);
    add(braces, "of", to_string(type.of));
    if (type.asked_of) {
      add(braces, "for", to_string(*type.asked_of));
    }
    if (!type.categories.empty()) {
      braces.append(", categories: ").append(ids_text(type.categories));
    }
    if (type.signer) {
      add(braces, "signer", to_string(*type.signer));
    }
    if (type.required) {
      braces.append(*type.required ? ", required: yes" : ", required: no");
    }
    braces.append(", severity: ").append(to_string(type.severity));
    if (type.since) {
      braces.append(", since: ").append(type.since->to_string());
    }
    if (type.months) {
      braces.append(", months: ").append(std::to_string(*type.months));
    }
    braces.append(type.approves ? ", approves: yes" : "");
    braces.append(type.publishes ? ", publishes: yes" : "");
    if (type.renew_before) {
      braces.append(", renew-before: ").append(type.renew_before->to_string());
    }
    text += "    - " + braces + '}' + source(model, type.line);
  }
  return text;
}

std::string scales_text(const Model& model) {
  std::string text = "  scales:\n";
  for (const NamedScale& scale : model.scales) {
    std::string words;
    for (const ScaleWord& word : scale.words) {
      words.append(words.empty() ? "" : ", ").append(named(word)).append(1, '}');
    }
    text += "    - " + named(scale) + ", words: [" + words + "]}" + source(model, scale.line);
  }
  return text;
}

std::string question_text(const Question& question) {
  std::string braces;
  add(braces, "id", question.id.to_string());
  add(braces, "scale", question.scale.to_string());
  braces.append(question.tells_satisfaction ? ", satisfied: yes" : "");
  for (const auto& [stage, label] : question.wordings) {
    std::string texts;
    add(texts, "ru", label.in(Language::ru));
    add(texts, "en", label.in(Language::en));
    braces.append(", ").append(to_string(stage)).append(": ").append(texts).append(1, '}');
  }
  return braces + '}';
}

std::string instruments_text(const Model& model) {
  std::string text = "  instruments:\n";
  for (const Instrument& instrument : model.instruments) {
    text += "    - id: " + scalar_text(instrument.id.to_string()) + source(model, instrument.line);
    text += "      ru: " + scalar_text(instrument.label.in(Language::ru)) + '\n';
    text += "      en: " + scalar_text(instrument.label.in(Language::en)) + '\n';
    text.append("      of: ").append(to_string(instrument.of)) += '\n';
    if (instrument.form) {
      text += "      form: " + scalar_text(instrument.form->to_string()) + '\n';
    }
    if (!instrument.source.empty()) {
      text += "      source: " + scalar_text(instrument.source) + '\n';
    }
    text += "      questions:\n";
    for (const Question& question : instrument.questions) {
      text += "        - " + question_text(question) + '\n';
    }
    if (!instrument.levels.empty()) {
      text += "      levels:\n";
    }
    for (const Level& level : instrument.levels) {
      text += "        - " + named(level) + ", from: " + std::to_string(level.from) + "}\n";
    }
  }
  return text;
}

std::string indicators_text(const Model& model) {
  std::string text = "  indicators:\n";
  for (const Indicator& indicator : model.indicators) {
    std::string braces = named(indicator);
    add(braces, "count", to_string(indicator.count));
    if (!indicator.categories.empty()) {
      braces.append(", categories: ").append(ids_text(indicator.categories));
    }
    if (indicator.ages) {
      braces.append(", ages: ").append(indicator.ages->to_string());
    }
    add(braces, "of", indicator.of);
    std::string targets;
    for (const auto& [year, percent] : indicator.targets) {
      targets.append(targets.empty() ? "" : ", ").append(std::to_string(year)).append(": ");
      targets.append(std::to_string(percent));
    }
    text.append("    - ").append(braces).append(", targets: {").append(targets).append("}}");
    text += source(model, indicator.line);
  }
  return text;
}

std::string kinds_text(const Model& model) {
  std::string text = "  kinds:\n";
  for (const PairKind& kind : model.kinds) {
    std::string braces = named(kind);
    for (const auto& [is_so, name] :
         {std::pair{kind.is_group, "group"}, {kind.is_short, "short"}, {kind.is_among_peers, "peers"}}) {
      braces.append(is_so ? std::string{", "} + name + ": yes" : "");
    }
    text += "    - " + braces + '}' + source(model, kind.line);
  }
  return text;
}

std::string private_words_text(const Model& model) {
  std::string words;
  for (const std::string& word : model.private_words) {
    words.append(words.empty() ? "" : ", ").append(scalar_in_brackets(word));
  }
  return "  private-words: [" + words + ']' + of_form(model, !model.own_private_words);
}

std::string rules_text(const Model& model) {
  std::string text = "  rules:" + std::string{model.raised.empty() ? " {}" + source(model, 0) : "\n"};
  for (const RaisedRule& raised : model.raised) {
    text.append("    ").append(name_of(raised.rule)).append(": ").append(to_string(Severity::error));
    text += source(model, raised.line);
  }
  return text;
}

std::string norms_text(const Model& model) {
  std::string text = "  norms:\n";
  for (const NormRow& row : norm_rows) {
    const Norms::Value& value = model.norms.value(row.norm);
    text.append("    ").append(row.name).append(": ").append(std::to_string(value.number)) += source(model, value.line);
  }
  return text;
}

constexpr std::array sections = {
    ModelSection{"categories", "категории", categories_text},
    ModelSection{"forms", "формы", forms_text},
    ModelSection{"reasons", "причины", reasons_text},
    ModelSection{"terms", "части-года", terms_text},
    ModelSection{"stages", "этапы", stages_text},
    ModelSection{"sections", "разделы", sections_text},
    ModelSection{"trainings", "обучение", trainings_text},
    ModelSection{"documents", "документы", documents_text},
    ModelSection{"scales", "шкалы", scales_text},
    ModelSection{"instruments", "анкеты", instruments_text},
    ModelSection{"indicators", "показатели", indicators_text},
    ModelSection{"resources", "ресурсы", resources_text},
    ModelSection{"kinds", "виды-наставничества", kinds_text},
    ModelSection{"private-words", "личные-слова", private_words_text},
    ModelSection{"rules", "правила", rules_text},
    ModelSection{"norms", "нормы", norms_text},
};

}  // namespace

std::span<const ModelSection> model_sections() { return sections; }

std::string model_text(const Model& model, std::string_view section) {
  std::string text = "model:\n";
  if (section.empty()) {
    text += "  edition: " + std::to_string(model.edition) + '\n';
  }
  for (const ModelSection& row : sections) {
    if (section.empty() || row.name == section) {
      text += row.text(model);
    }
  }
  return text;
}

}  // namespace mentor::storage

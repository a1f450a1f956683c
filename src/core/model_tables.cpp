#include "mentor/model_tables.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "mentor/input.hpp"

namespace mentor {

namespace {

constexpr FixedLabel nothing_listed{"В модели таких строк нет.", "The model has none."};

/// A table whose first columns are what every entry of the model has; `more` are the others.
Section table_with(std::string_view name, FixedLabel title, std::vector<Column> more) {
  Section section{.key = std::string{name}, .title = title, .when_empty = nothing_listed};
  section.columns = {{.key = "id", .heading = FixedLabel{"Код", "Id"}, .kind = ColumnKind::code},
                     {.key = "label", .heading = FixedLabel{"Название", "Label"}, .audience = Audience::people},
                     {.key = "ru", .heading = FixedLabel{"По-русски", "Russian"}, .audience = Audience::machines},
                     {.key = "en", .heading = FixedLabel{"По-английски", "English"}, .audience = Audience::machines}};
  section.columns.insert(section.columns.end(), more.begin(), more.end());
  return section;
}

/// The cells of the first columns.
template <class Entry>
Row row_of(const Entry& entry) {
  return {entry.id.to_string(), Labelled{entry.id.to_string(), entry.label}, entry.label.in(Language::ru),
          entry.label.in(Language::en)};
}

Cell other_names(const OtherNames& also) {
  std::string text;
  for (const std::string& name : also.names) {
    text.append(text.empty() ? "" : ", ").append(name);
  }
  return text.empty() ? Cell{} : Cell{text};
}

template <class Entry>
std::vector<Labelled> labelled_entries(const Model& model, const std::vector<Id<Entry>>& ids) {
  std::vector<Labelled> entries;
  for (const auto& id : ids) {
    const Entry* entry = model.find(id);
    entries.push_back({id.to_string(), entry == nullptr ? Label{id.to_string(), id.to_string()} : entry->label});
  }
  return entries;
}

Cell ages_cell(const std::optional<AgeRange>& ages) {
  if (!ages) {
    return {};
  }
  const std::string text = ages->to_string();
  return Labelled{text, ages->is_any() ? Label{"любой", "any"} : Label{text, text}};
}

Section categories(const Model& model) {
  Section section = table_with("categories", {"Категории", "Categories"},
                               {{.key = "mentee", .heading = FixedLabel{"Возраст наставляемых", "Mentees' ages"}},
                                {.key = "mentor", .heading = FixedLabel{"Возраст наставников", "Mentors' ages"}},
                                {.key = "also", .heading = FixedLabel{"Ещё называют", "Also called"}}});
  for (const Category& category : model.categories) {
    Row row = row_of(category);
    row.insert(row.end(), {ages_cell(category.mentee), ages_cell(category.mentor), other_names(category.also)});
    section.rows.add(std::move(row));
  }
  return section;
}

Section forms(const Model& model) {
  Section section = table_with("forms", {"Формы", "Forms"},
                               {{.key = "mentor", .heading = FixedLabel{"Наставники", "Mentors"}},
                                {.key = "mentee", .heading = FixedLabel{"Наставляемые", "Mentees"}}});
  for (const Form& form : model.forms) {
    Row row = row_of(form);
    row.insert(row.end(), {labelled_entries(model, form.mentors), labelled_entries(model, form.mentees)});
    section.rows.add(std::move(row));
  }
  return section;
}

Section types(const Model& model) {
  Section section = table_with("types", {"Виды работы", "Activity types"},
                               {{.key = "forms", .heading = FixedLabel{"Формы", "Forms"}},
                                {.key = "also", .heading = FixedLabel{"Ещё называют", "Also called"}}});
  for (const ActivityType& type : all_types(model)) {
    std::vector<Labelled> forms_with;
    for (const Form& form : model.forms) {
      if (form.find(type.id) != nullptr) {
        forms_with.push_back({form.id.to_string(), form.label});
      }
    }
    Row row = row_of(type);
    row.insert(row.end(), {std::move(forms_with), other_names(type.also)});
    section.rows.add(std::move(row));
  }
  return section;
}

Section reasons(const Model& model) {
  Section section = table_with("reasons", {"Причины", "Reasons"},
                               {{.key = "outcome", .heading = FixedLabel{"Итог", "Outcome"}},
                                {.key = "of", .heading = FixedLabel{"Чего", "Of"}}});
  for (const Reason& reason : model.reasons) {
    Row row = row_of(reason);
    row.insert(row.end(), {labelled(reason.outcome), reason.of ? Cell{labelled(*reason.of)} : Cell{}});
    section.rows.add(std::move(row));
  }
  return section;
}

Section terms(const Model& model) {
  Section section = table_with("terms", {"Части учебного года", "Parts of the school year"},
                               {{.key = "from", .heading = FixedLabel{"Начало", "From"}},
                                {.key = "until", .heading = FixedLabel{"Конец", "Until"}}});
  for (const Term& term : model.terms) {
    Row row = row_of(term);
    row.insert(row.end(), {to_string(term.from), to_string(term.until)});
    section.rows.add(std::move(row));
  }
  return section;
}

Section stages(const Model& model) {
  Section section = table_with("stages", {"Этапы дорожной карты", "Stages of the road map"}, {});
  for (const PlanPart& stage : model.stages) {
    section.rows.add(row_of(stage));
  }
  return section;
}

Section sections(const Model& model) {
  Section section = table_with("sections", {"Разделы планов пар", "Sections of the plans of pairs"},
                               {{.key = "forms", .heading = FixedLabel{"Формы", "Forms"}}});
  for (const PlanPart& part : model.sections) {
    std::vector<Labelled> forms_with;
    for (const Form& form : model.forms) {
      if (std::find(form.sections.begin(), form.sections.end(), part.id) != form.sections.end()) {
        forms_with.push_back({form.id.to_string(), form.label});
      }
    }
    Row row = row_of(part);
    row.emplace_back(std::move(forms_with));
    section.rows.add(std::move(row));
  }
  return section;
}

/// The names of what holds of the training, as `program.yaml` has them.
Cell meaning_of(const TrainingType& training) {
  std::vector<Labelled> means;
  if (training.trains_mentors) {
    means.push_back({"trains", {"обучает наставников", "trains mentors"}});
  }
  if (training.is_course) {
    means.push_back({"course", {"повышение квалификации", "further training"}});
  }
  if (training.is_level) {
    means.push_back({"level", {"категория", "category"}});
  }
  return means.empty() ? Cell{} : Cell{std::move(means)};
}

Section training_types(const Model& model) {
  Section section = table_with("training-types", {"Виды обучения", "Types of training"},
                               {{.key = "means", .heading = FixedLabel{"Что это", "Means"}},
                                {.key = "also", .heading = FixedLabel{"Ещё называют", "Also called"}}});
  for (const TrainingType& training : model.trainings) {
    Row row = row_of(training);
    row.insert(row.end(), {meaning_of(training), other_names(training.also)});
    section.rows.add(std::move(row));
  }
  return section;
}

Section document_types(const Model& model) {
  Section section = table_with("document-types", {"Виды документов", "Types of documents"},
                               {{.key = "of", .heading = FixedLabel{"О ком, о чём", "Of"}},
                                {.key = "for", .heading = FixedLabel{"От кого требуется", "Asked of"}},
                                {.key = "categories", .heading = FixedLabel{"Категории", "Categories"}},
                                {.key = "signer", .heading = FixedLabel{"До совершеннолетия подписывает", "Signer"}},
                                {.key = "required", .heading = FixedLabel{"Обязателен", "Required"}}});
  for (const DocumentType& type : model.documents) {
    Row row = row_of(type);
    row.push_back(labelled(type.of));
    row.push_back(type.asked_of ? Cell{labelled(*type.asked_of)} : Cell{});
    row.push_back(type.categories.empty() ? Cell{} : Cell{labelled_entries(model, type.categories)});
    row.push_back(type.signer ? Cell{labelled(*type.signer)} : Cell{});
    row.push_back(!type.required   ? Cell{}
                  : *type.required ? Cell{Labelled{"yes", {"да", "yes"}}}
                                   : Cell{Labelled{"no", {"нет", "no"}}});
    section.rows.add(std::move(row));
  }
  return section;
}

Section resource_types(const Model& model) {
  Section section = table_with("resource-types", {"Виды ресурсов", "Types of resources"}, {});
  for (const ResourceType& type : model.resources) {
    section.rows.add(row_of(type));
  }
  return section;
}

Section instruments(const Model& model) {
  Section section =
      table_with("instruments", {"Анкеты", "Questionnaires"},
                 {{.key = "of", .heading = FixedLabel{"Кто отвечает", "Of"}},
                  {.key = "form", .heading = FixedLabel{"Форма", "Form"}},
                  {.key = "stages", .heading = FixedLabel{"Этапы", "Stages"}},
                  {.key = "questions", .heading = FixedLabel{"Вопросов", "Questions"}, .kind = ColumnKind::number}});
  for (const Instrument& instrument : model.instruments) {
    std::vector<Labelled> stages;
    for (const SurveyStage stage : instrument.stages()) {
      stages.push_back(labelled(stage));
    }
    Row row = row_of(instrument);
    row.push_back(labelled(instrument.of));
    row.push_back(instrument.form ? Cell{labelled_entries(model, std::vector{*instrument.form})} : Cell{});
    row.emplace_back(std::move(stages));
    row.emplace_back(static_cast<std::int64_t>(instrument.questions.size()));
    section.rows.add(std::move(row));
  }
  return section;
}

Section role_models(const Model& model) {
  Section section = table_with("role-models", {"Ролевые модели", "Role models"},
                               {{.key = "forms", .heading = FixedLabel{"Формы", "Forms"}}});
  for (const RoleModel& role_model : all_role_models(model)) {
    std::vector<Labelled> forms_with;
    for (const Form& form : model.forms) {
      if (form.find(role_model.id) != nullptr) {
        forms_with.push_back({form.id.to_string(), form.label});
      }
    }
    Row row = row_of(role_model);
    row.emplace_back(std::move(forms_with));
    section.rows.add(std::move(row));
  }
  return section;
}

Section kinds(const Model& model) {
  Section section = table_with("kinds", {"Виды наставничества", "Kinds of mentoring"},
                               {{.key = "forms", .heading = FixedLabel{"Формы", "Forms"}}});
  for (const PairKind& kind : model.kinds) {
    std::vector<Labelled> forms_with;
    for (const Form& form : model.forms) {
      if (form.kinds.empty() || std::find(form.kinds.begin(), form.kinds.end(), kind.id) != form.kinds.end()) {
        forms_with.push_back({form.id.to_string(), form.label});
      }
    }
    Row row = row_of(kind);
    row.emplace_back(std::move(forms_with));
    section.rows.add(std::move(row));
  }
  return section;
}

constexpr std::array tables = {
    ModelTable{"types", "виды", {"видов"}, {"Виды работы", "Activity types"}, types},
    ModelTable{"forms", "формы", {"форм"}, {"Формы", "Forms"}, forms},
    ModelTable{"categories", "категории", {"категорий"}, {"Категории", "Categories"}, categories},
    ModelTable{"reasons", "причины", {"причин"}, {"Причины", "Reasons"}, reasons},
    ModelTable{"stages", "этапы", {"этапов"}, {"Этапы дорожной карты", "Stages of the road map"}, stages},
    ModelTable{"sections", "разделы", {"разделов"}, {"Разделы планов пар", "Sections of the plans of pairs"}, sections},
    ModelTable{
        "training-types", "виды-обучения", {"видов-обучения"}, {"Виды обучения", "Types of training"}, training_types},
    ModelTable{"role-models", "ролевые-модели", {"ролевых-моделей"}, {"Ролевые модели", "Role models"}, role_models},
    ModelTable{
        "kinds", "виды-наставничества", {"видов-наставничества"}, {"Виды наставничества", "Kinds of mentoring"}, kinds},
    ModelTable{"document-types",
               "виды-документов",
               {"видов-документов"},
               {"Виды документов", "Types of documents"},
               document_types},
    ModelTable{
        "resource-types", "виды-ресурсов", {"видов-ресурсов"}, {"Виды ресурсов", "Types of resources"}, resource_types},
    ModelTable{"instruments", "анкеты-модели", {"анкет-модели"}, {"Анкеты", "Questionnaires"}, instruments},
    ModelTable{"terms", "части-года", {"частей-года"}, {"Части учебного года", "Parts of the school year"}, terms},
};

}  // namespace

std::span<const ModelTable> model_tables() { return tables; }

}  // namespace mentor

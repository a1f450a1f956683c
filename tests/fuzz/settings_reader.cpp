/// Any bytes as `program.yaml` are loaded without a crash or an exception, and every finding stands at a place of the
/// file. Without a model an error says why; a model that was read is whole: its ids are unique, its forms name only its
/// own categories and only in roles that these may hold, and every label is said in both languages.
#include <set>

#include "loading.hpp"
#include "unit/memory_tree.hpp"

namespace {

using namespace mentor;

template <class Entry>
void require_unique(const std::vector<Entry>& entries) {
  std::set<std::string> ids;
  for (const Entry& entry : entries) {
    fuzz::require(ids.insert(entry.id.to_string()).second, "ids of the model are unique", entry.id.to_string());
    fuzz::require(!entry.label.in(Language::ru).empty() && !entry.label.in(Language::en).empty(),
                  "labels are in both languages", entry.id.to_string());
  }
}

}  // namespace

FUZZ_TARGET(settings_reader) {
  const std::string text{fuzz::text_of(data, size)};
  const auto loaded = storage::load(sample::MemoryTree{{{"program.yaml", text}}});
  for (const Finding& finding : loaded.findings) {
    fuzz::require_place(finding, text);
  }
  fuzz::require(loaded.has_model != has_errors(loaded.findings), "without a model an error says why");
  if (!loaded.has_model) {
    return 0;
  }
  const Model& model = loaded.program.model();
  require_unique(model.categories);
  require_unique(model.forms);
  require_unique(model.reasons);
  require_unique(model.terms);
  require_unique(model.stages);
  require_unique(model.sections);
  require_unique(model.trainings);
  require_unique(model.documents);
  require_unique(model.kinds);
  for (const Form& form : model.forms) {
    require_unique(form.activities);
    require_unique(form.role_models);
    for (const Role role : all_roles) {
      for (const auto& id : form.categories(role)) {
        const Category* category = model.find(id);
        fuzz::require(category != nullptr && category->ages(role), "a form takes only who may hold the role",
                      id.to_string());
      }
    }
  }
  const auto [month, day] = loaded.program.settings.school_year_start;
  constexpr int common_year = 2001;
  fuzz::require(Date::from(common_year, month, day).has_value(), "the school year begins on a day of every year");
  for (const NormRow& row : norm_rows) {
    const int number = model.norms[row.norm];
    fuzz::require(row.least <= number && number <= row.most, "a norm lies within its bounds", std::string{row.name});
  }
  return 0;
}

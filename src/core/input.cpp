#include "mentor/input.hpp"

namespace mentor {

std::string folded_label(std::string_view text, const Fold& fold) {
  std::string folded = fold(text);
  for (const std::string_view around : {" -", "- "}) {
    for (auto place = folded.find(around); place != std::string::npos; place = folded.find(around)) {
      folded.replace(place, around.size(), "-");
    }
  }
  return folded;
}

std::vector<ActivityType> all_types(const Model& model) {
  std::vector<ActivityType> types;
  for (const Form& form : model.forms) {
    for (const ActivityType& type : form.activities) {
      if (std::none_of(types.begin(), types.end(), [&](const ActivityType& one) { return one.id == type.id; })) {
        types.push_back(type);
      }
    }
  }
  return types;
}

const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold) {
  const std::string asked = fold(text);
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const WordRow& row) {
    return asked == row.id || asked == row.label.ru || asked == row.label.en;
  });
  return found == choices.end() ? nullptr : &*found;
}

namespace {

std::optional<std::string> day_from(std::string_view text, const InputContext& context) {
  const auto date = context.today ? date_from_input(text, *context.today) : written_date(text);
  return date ? std::optional{date->to_string()} : std::nullopt;
}

/// Whether a day is written with a year of two digits.
bool has_short_year(std::string_view text) {
  constexpr std::size_t digits = 2;
  return text.rfind('.') != std::string_view::npos && text.size() - text.rfind('.') - 1 == digits;
}

/// The day of a birth. A year of two digits is never in the future; without today nobody knows what it is.
std::optional<std::string> birth_from(std::string_view text, const InputContext& context) {
  if (!has_short_year(text)) {
    return Born::parse(text) ? std::optional{std::string{text}} : day_from(text, context);
  }
  constexpr int century = 100;
  const auto date = context.today ? written_date(text) : std::nullopt;
  const auto earlier =
      date && *context.today < *date ? Date::from(date->year() - century, date->month(), date->day()) : date;
  return earlier ? std::optional{earlier->to_string()} : std::nullopt;
}

}  // namespace

std::optional<std::string> scalar_from_input(const FieldDescription& field, std::string_view text,
                                             const InputContext& context) {
  switch (field.meaning) {
    case Meaning::date:
      return day_from(text, context);
    case Meaning::born:
      return birth_from(text, context);
    case Meaning::duration: {
      const auto duration = duration_from_input(text, context.model.norms[Norm::lesson_minutes]);
      return duration ? std::optional{duration->to_string()} : std::nullopt;
    }
    case Meaning::choice: {
      const WordRow* choice = find_choice(field.choices, text, context.fold);
      return choice != nullptr ? std::optional{std::string{choice->id}} : std::nullopt;
    }
    case Meaning::text: {
      const std::string tidy = field.has_lines ? std::string{} : tidy_line(text);
      return tidy.empty() ? std::nullopt : std::optional{tidy};
    }
    case Meaning::own_id:
    case Meaning::word:
    case Meaning::reference:
      return std::nullopt;
  }
  return std::nullopt;
}

namespace {

/// The id of the only entry that `text` names.
template <class Entry>
std::optional<std::string> only_word(std::span<const Entry> entries, std::string_view text, const Fold& fold) {
  const Entry* found = find_word(entries, text, fold);
  if (found == nullptr) {
    return std::nullopt;
  }
  const auto behind = entries.subspan(static_cast<std::size_t>(found - entries.data()) + 1);
  return find_word(behind, text, fold) == nullptr ? std::optional{found->id.to_string()} : std::nullopt;
}

std::optional<std::string> word_in_file(ModelList list, std::string_view text, const InputContext& context) {
  switch (list) {
    case ModelList::categories:
      return only_word(std::span{context.model.categories}, text, context.fold);
    case ModelList::forms:
      return only_word(std::span{context.model.forms}, text, context.fold);
    case ModelList::reasons:
      return only_word(std::span{context.model.reasons}, text, context.fold);
    case ModelList::activity_types:
      return only_word(std::span<const ActivityType>{all_types(context.model)}, text, context.fold);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> scalars_from_file(const FieldDescription& field, std::span<const std::string_view> scalars,
                                           const Model& model) {
  const Fold fold = [](std::string_view text) { return folded_plainly(text).value_or(std::string{text}); };
  const InputContext context{model, fold};
  std::vector<std::string> meant;
  for (std::size_t index = 0; index < scalars.size(); ++index) {
    const std::string_view text = scalars[index];
    const bool is_day = field.is_dated() && index % 2 == 0;
    const auto scalar = is_day                           ? day_from(text, context)
                        : field.meaning == Meaning::word ? word_in_file(field.list, text, context)
                                                         : scalar_from_input(field, text, context);
    meant.push_back(scalar.value_or(std::string{text}));
  }
  return meant;
}

}  // namespace mentor

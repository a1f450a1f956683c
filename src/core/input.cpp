#include "mentor/input.hpp"

#include "mentor/day_input.hpp"
#include "mentor/due.hpp"
#include "mentor/period_input.hpp"
#include "mentor/places.hpp"
#include "mentor/typed_line.hpp"
#include "mentor/utf8.hpp"

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

namespace {

/// Where a word of the name begins like this. Each part of a double word is a word. Nothing when none
/// does that is not `taken`.
std::optional<std::size_t> word_beginning(std::string_view name, std::string_view start,
                                          const std::vector<std::size_t>& taken) {
  for (auto at = name.find(start); at != std::string_view::npos; at = name.find(start, at + 1)) {
    const bool begins = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
    if (begins && std::find(taken.begin(), taken.end(), at) == taken.end()) {
      return at;
    }
  }
  return std::nullopt;
}

}  // namespace

Likeness likeness(std::string_view asked, std::string_view name, const Fold& fold) {
  constexpr std::size_t shortest = 3;
  const std::string folded = folded_label(name, fold);
  if (folded == asked) {
    return Likeness::whole;
  }
  if (utf8::length(asked) < shortest) {
    return Likeness::none;
  }
  if (folded.starts_with(asked)) {
    return Likeness::beginning;
  }
  std::vector<std::size_t> taken;  // no word of the name answers to two that were typed
  for (std::string_view rest = asked; !rest.empty();) {
    const auto blank = std::min(rest.find(' '), rest.size());
    const auto place = word_beginning(folded, rest.substr(0, blank), taken);
    if (!place) {
      return Likeness::none;
    }
    taken.push_back(*place);
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
  return Likeness::part;
}

std::vector<const ActivityType*> types_meant(std::span<const ActivityType> own, std::span<const ActivityType> all,
                                             std::string_view text, const Fold& fold) {
  auto meant = words_meant(own, text, fold);
  const ActivityType* another = find_word(own, text, fold) == nullptr ? find_word(all, text, fold) : nullptr;
  const bool is_named =
      another != nullptr &&
      (another->id.to_string() == text || likeness_of(*another, folded_label(text, fold), fold) == Likeness::whole);
  const bool is_of_another = is_named || (another != nullptr && meant.size() != 1);
  return meant.empty() || is_of_another ? words_meant(all, text, fold) : meant;
}

const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold) {
  const std::string asked = folded_label(text, fold);
  const WordRow* found = nullptr;
  Likeness best = Likeness::none;
  for (const WordRow& row : choices) {
    Likeness is_like = Likeness::none;
    for (const std::string_view name : {row.id, row.label.ru, row.label.en, row.also}) {
      is_like = name.empty() ? is_like : std::max(is_like, likeness(asked, name, fold));
    }
    if (is_like > best) {
      best = is_like;
      found = &row;
    } else if (is_like == best) {
      found = nullptr;  // it may mean several
    }
  }
  return found;
}

namespace {

std::optional<std::string> day_from(std::string_view text, const InputContext& context) {
  const auto date = context.today ? date_from_input(text, *context.today) : written_date(text);
  return date ? std::optional{date->to_string()} : std::nullopt;
}

/// A day that is mostly still to come.
TypedValue<std::string> day_ahead_from(std::string_view text, const InputContext& context) {
  auto day = day_ahead_from_input(text, *context.today, context.from);
  return {day.value ? std::optional{day.value->to_string()} : std::nullopt, std::move(day.refused)};
}

/// A day as it is typed for what is still to come, or a month: `2027-02`, «02.2027», «февраль 2027».
TypedValue<std::string> next_due_from(std::string_view text, const InputContext& context) {
  if (const auto due = Due::parse(text)) {
    return {due->to_string()};
  }
  if (const auto month = month_ahead_from_input(text, context.today)) {
    return {month->to_string()};
  }
  return context.today ? day_ahead_from(text, context) : TypedValue<std::string>{day_from(text, context)};
}

/// Reads by `next`. But a day or a month without its year is one of the present school year, even if it has passed,
/// since people often write down late what they have planned or begun. In summer, from 1 June on, it is the coming one
/// if it is `planned`, as plans are made for the next school year then; otherwise it is the nearer one.
template <class Next>
TypedValue<std::string> of_school_year(std::string_view text, const InputContext& context, bool planned, Next next) {
  auto read = next(text, context);
  const auto due = read.value ? Due::parse(*read.value) : std::nullopt;
  if (!context.today || !due || context.from) {
    return read;
  }
  const Period year = school_year_of(*context.today, context.start);
  const bool is_summer = first_of_summer(year.last().year()) <= *context.today;
  if (due->last() <= year.last() || (is_summer && planned)) {
    return read;
  }
  InputContext of_year = context;
  of_year.today = year.first();
  const auto earlier = next(text, of_year);
  const auto earlier_due = earlier.value ? Due::parse(*earlier.value) : std::nullopt;
  const bool is_same_day = earlier_due && earlier_due->plus_years(1) == *due;
  const bool is_nearer =
      is_same_day && context.today->days_since(earlier_due->last()) < due->last().days_since(*context.today);
  return is_same_day && (!is_summer || is_nearer) ? earlier : read;
}

/// Whether a day is written with a year of two digits.
bool has_short_year(std::string_view text) {
  constexpr std::size_t digits = 2;
  return text.rfind('.') != std::string_view::npos && text.size() - text.rfind('.') - 1 == digits;
}

/// The day of a birth, which nobody types without its year.
std::optional<std::string> day_of_birth(std::string_view text) {
  const auto date = written_date(text);
  return date ? std::optional{date->to_string()} : std::nullopt;
}

/// The day of a birth. A year of two digits is never in the future; without today nobody knows what it is.
std::optional<std::string> birth_from(std::string_view text, const InputContext& context) {
  if (!has_short_year(text)) {
    return Born::parse(text) ? std::optional{std::string{text}} : day_of_birth(text);
  }
  constexpr int century = 100;
  const auto date = context.today ? written_date(text) : std::nullopt;
  const auto earlier =
      date && *context.today < *date ? Date::from(date->year() - century, date->month(), date->day()) : date;
  return earlier ? std::optional{earlier->to_string()} : std::nullopt;
}

}  // namespace

TypedValue<std::string> scalar_from_input(const FieldDescription& field, std::string_view text,
                                          const InputContext& context) {
  switch (field.meaning) {
    case Meaning::date:
      return !field.ahead || !context.today ? TypedValue<std::string>{day_from(text, context)}
             : field.of_school_year         ? of_school_year(text, context, false, day_ahead_from)
                                            : day_ahead_from(text, context);
    case Meaning::born:
      return {birth_from(text, context)};
    case Meaning::due:
      return of_school_year(text, context, true, next_due_from);
    case Meaning::duration: {
      const auto duration = duration_from_input(text, context.model.norms[Norm::lesson_minutes]);
      return {duration ? std::optional{duration->to_string()} : std::nullopt};
    }
    case Meaning::places: {
      const auto places = Places::parse(tidy_line(text));
      return {places ? std::optional{places->to_string()} : std::nullopt};
    }
    case Meaning::amount: {
      const auto amount = amount_from_input(text);
      return {amount ? std::optional{amount->to_string()} : std::nullopt};
    }
    case Meaning::choice: {
      const WordRow* choice = find_choice(field.choices, text, context.fold);
      return {choice != nullptr ? std::optional{std::string{choice->id}} : std::nullopt};
    }
    case Meaning::text: {
      const std::string tidy = field.has_lines ? std::string{} : typed_line(text);
      return {tidy.empty() ? std::nullopt : std::optional{tidy}};
    }
    case Meaning::own_id:
    case Meaning::word:
    case Meaning::reference:
      return {};
  }
  return {};
}

namespace {

/// The id of the only entry that `text` names.
template <class Entry>
std::optional<std::string> only_word(std::span<const Entry> entries, std::string_view text, const Fold& fold) {
  const Entry* found = find_word(entries, text, fold);
  return found != nullptr && words_meant(entries, text, fold).size() == 1 ? std::optional{found->id.to_string()}
                                                                          : std::nullopt;
}

std::optional<std::string> word_in_file(ModelList list, std::string_view text, const InputContext& context) {
  return with_list(context.model, list, [&](const auto& entries) { return only_word(entries, text, context.fold); });
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
                                                         : scalar_from_input(field, text, context).value;
    meant.push_back(scalar.value_or(std::string{text}));
  }
  return meant;
}

}  // namespace mentor

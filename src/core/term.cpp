#include "mentor/term.hpp"

#include <array>
#include <string>

#include "mentor/input.hpp"

namespace mentor {

namespace {

/// What people write after a school year.
constexpr std::array words_for_school_year = {std::string_view{"учебный год"}, std::string_view{"уч. год"},
                                              std::string_view{"уч. г."}, std::string_view{"school year"}};

/// The first such day that is not before the school year.
Date day_in(const Period& school_year, DayOfYear day) {
  const int year = school_year.first().year();
  const auto same = Date::from(year, day.month, day.day);
  return same && school_year.first() <= *same ? *same
                                              : Date::from(year + 1, day.month, day.day).value_or(Date::latest());
}

std::optional<Period> term_from_input(std::string_view text, const Period& school_year, const PeriodContext& context) {
  const Term* term = find_word(std::span{context.settings.model.terms}, text, context.fold);
  return term == nullptr ? std::nullopt : days_in(school_year, *term);
}

/// A school year with a term behind it, or with words that say what it is; or a term with a school year behind it.
std::optional<Period> both_from_input(std::string_view one, std::string_view other, const PeriodContext& context) {
  const auto start = context.settings.school_year_start;
  if (const auto school_year = school_year_from_input(one, start)) {
    const std::string word = context.fold(other);
    const bool is_said =
        std::find(words_for_school_year.begin(), words_for_school_year.end(), word) != words_for_school_year.end();
    return is_said ? school_year : term_from_input(other, *school_year, context);
  }
  const auto school_year = school_year_from_input(other, start);
  return school_year ? term_from_input(one, *school_year, context) : std::nullopt;
}

}  // namespace

std::optional<Period> days_in(const Period& school_year, const Term& term) {
  return Period::from(day_in(school_year, term.from), day_in(school_year, term.until));
}

std::optional<Period> period_from_input(std::string_view text, const PeriodContext& context) {
  const auto start = context.settings.school_year_start;
  if (const auto period = period_from_input(text, context.today, start)) {
    return period;
  }
  if (const auto period = term_from_input(text, school_year_of(context.today, start), context)) {
    return period;
  }
  for (auto gap = text.find_first_of(" /"); gap != std::string_view::npos; gap = text.find_first_of(" /", gap + 1)) {
    if (const auto period = both_from_input(text.substr(0, gap), text.substr(gap + 1), context)) {
      return period;
    }
  }
  return std::nullopt;
}

}  // namespace mentor

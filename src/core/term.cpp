#include "mentor/term.hpp"

#include <algorithm>
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

/// The text with digits for a Roman number before its first blank.
std::string with_digits(std::string_view text, const Fold& fold) {
  constexpr std::array<std::string_view, 4> roman = {"i", "ii", "iii", "iv"};
  std::string folded = fold(text);
  const auto* const found = std::find(roman.begin(), roman.end(), std::string_view{folded}.substr(0, folded.find(' ')));
  return found == roman.end() || *found == folded
             ? folded
             : std::to_string(found - roman.begin() + 1) + folded.substr(found->size());
}

const Term* find_term(std::string_view text, const PeriodContext& context) {
  return find_word(std::span{context.settings.model.terms}, with_digits(text, context.fold), context.fold);
}

std::optional<Period> term_from_input(std::string_view text, const Period& school_year, const PeriodContext& context) {
  const Term* term = find_term(text, context);
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

/// `2026-2027/t1`, as a person may type it.
std::string typed_term(const Period& school_year, const Term& term) {
  const int year = school_year.first().year();
  return std::to_string(year) + '-' + std::to_string(year + 1) + '/' + term.id.to_string();
}

TypedValue<Period> term_alone(std::string_view text, const Term& term, const PeriodContext& context) {
  const Period present = school_year_of(context.today, context.settings.school_year_start);
  const auto next = school_year_from(present.first().year() + 1, context.settings.school_year_start);
  const bool is_summer =
      present.last().year() == context.today.year() && first_of_summer(context.today.year()) <= context.today;
  return is_summer && next ? TypedValue<Period>{{},
                                                say("period-input.either-year", std::string{text},
                                                    typed_term(present, term), typed_term(*next, term))}
                           : TypedValue<Period>{days_in(present, term)};
}

/// Says that there is no such term, if the text is a number and the word that some terms have: «5 четверть».
std::optional<Message> no_such_term(std::string_view text, const PeriodContext& context) {
  const auto after_number = [&](std::string_view label) {
    const std::string folded = with_digits(label, context.fold);
    const auto blank = folded.find(' ');
    const bool has_number = !folded.empty() && folded.front() >= '0' && folded.front() <= '9';
    return has_number && blank != std::string::npos ? folded.substr(blank) : std::string{};
  };
  const std::string asked = after_number(text);
  Labels labels;
  for (const Term& term : context.settings.model.terms) {
    const bool is_alike =
        asked == after_number(term.label.in(Language::ru)) || asked == after_number(term.label.in(Language::en));
    if (!asked.empty() && is_alike) {
      labels.push_back(term.label);
    }
  }
  return labels.empty() ? std::nullopt
                        : std::optional{say("period-input.no-such-term", std::string{text}, std::move(labels))};
}

}  // namespace

std::optional<Period> days_in(const Period& school_year, const Term& term) {
  return Period::from(day_in(school_year, term.from), day_in(school_year, term.until));
}

TypedValue<Period> period_from_input(std::string_view text, const PeriodContext& context) {
  auto typed = period_from_input(text, context.today, context.settings.school_year_start);
  if (typed.value || typed.refused) {
    return typed;
  }
  if (const Term* term = find_term(text, context)) {
    return term_alone(text, *term, context);
  }
  for (auto gap = text.find_first_of(" /"); gap != std::string_view::npos; gap = text.find_first_of(" /", gap + 1)) {
    if (const auto period = both_from_input(text.substr(0, gap), text.substr(gap + 1), context)) {
      return {period};
    }
  }
  return {{}, no_such_term(text, context)};
}

}  // namespace mentor

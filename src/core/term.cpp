#include "mentor/term.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "mentor/input.hpp"

namespace mentor {

namespace {

/// What people write after a school year.
constexpr std::array words_for_school_year = {std::string_view{" учебный год"}, std::string_view{" учебного года"},
                                              std::string_view{" уч. год"},     std::string_view{" уч. года"},
                                              std::string_view{" уч. г."},      std::string_view{" уч.год"},
                                              std::string_view{" уч.г."},       std::string_view{" school year"}};

/// The number of a term, as people write it.
struct Ordinal {
  std::string_view number;
  std::array<std::string_view, 7> words;
};
constexpr std::array ordinals = {Ordinal{"1", {"i", "1-я", "1-й", "1-е", "первая", "первый", "первое"}},
                                 Ordinal{"2", {"ii", "2-я", "2-й", "2-е", "вторая", "второй", "второе"}},
                                 Ordinal{"3", {"iii", "3-я", "3-й", "3-е", "третья", "третий", "третье"}},
                                 Ordinal{"4", {"iv", "4-я", "4-й", "4-е", "четвертая", "четвертый", "четвертое"}}};

/// The first such day that is not before the school year.
Date day_in(const Period& school_year, DayOfYear day) {
  const int year = school_year.first().year();
  const auto same = Date::from(year, day.month, day.day);
  return same && school_year.first() <= *same ? *same
                                              : Date::from(year + 1, day.month, day.day).value_or(Date::latest());
}

/// The folded text with a digit for the number before its first blank: «II четверть», «первая четверть».
std::string with_digits(std::string_view text, const Fold& fold) {
  std::string folded = fold(text);
  const auto blank = folded.find(' ');
  const std::string_view first = std::string_view{folded}.substr(0, blank);
  const auto* const found = std::find_if(ordinals.begin(), ordinals.end(), [&](const Ordinal& one) {
    return std::find(one.words.begin(), one.words.end(), first) != one.words.end();
  });
  return found == ordinals.end() || blank == std::string::npos ? folded
                                                               : std::string{found->number} + folded.substr(blank);
}

const Term* find_term(std::string_view text, const PeriodContext& context) {
  return find_word(std::span{context.settings.model.terms}, with_digits(text, context.fold), context.fold);
}

std::optional<Period> term_from_input(std::string_view text, const Period& school_year, const PeriodContext& context) {
  const Term* term = find_term(text, context);
  return term == nullptr ? std::nullopt : days_in(school_year, *term);
}

/// A school year with a term behind it, or a term with a school year behind it.
std::optional<Period> both_from_input(std::string_view one, std::string_view other, const PeriodContext& context) {
  const auto start = context.settings.school_year_start;
  if (const auto school_year = school_year_from_input(one, start)) {
    return term_from_input(other, *school_year, context);
  }
  const auto school_year = school_year_from_input(other, start);
  return school_year ? term_from_input(one, *school_year, context) : std::nullopt;
}

/// The folded text without the words at its end that say it is a school year.
std::string without_school_year_word(std::string_view text, const Fold& fold) {
  std::string folded = fold(text);
  for (const std::string_view word : words_for_school_year) {
    if (folded.ends_with(word)) {
      folded.resize(folded.size() - word.size());
      break;
    }
  }
  return folded;
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

TypedValue<Period> period_from_input(std::string_view typed_text, const PeriodContext& context) {
  const auto start = context.settings.school_year_start;
  auto typed = period_from_input(typed_text, context.today, start);
  if (typed.value || typed.refused) {
    return typed;
  }
  std::string text = without_school_year_word(typed_text, context.fold);
  if (constexpr std::string_view during = "за "; text.starts_with(during)) {
    text.erase(0, during.size());
  }
  if (const auto school_year = school_year_from_input(text, start)) {
    return {school_year};
  }
  if (const Term* term = find_term(text, context)) {
    return term_alone(typed_text, *term, context);
  }
  for (auto gap = text.find_first_of(" /"); gap != std::string::npos; gap = text.find_first_of(" /", gap + 1)) {
    const std::string_view view = text;
    if (const auto period = both_from_input(view.substr(0, gap), view.substr(gap + 1), context)) {
      return {period};
    }
  }
  return {{}, no_such_term(text, context)};
}

}  // namespace mentor

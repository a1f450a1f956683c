#include "mentor/open_year.hpp"

#include <algorithm>

#include "digits.hpp"
#include "mentor/departure.hpp"

namespace mentor {

namespace {

/// The digits with which a text begins.
std::string_view digits_of(std::string_view text) { return text.substr(0, text.find_first_not_of("0123456789")); }

/// Whether somebody of the category goes to school: the model bounds the ages of a role.
bool has_bounded_ages(const Category* category) {
  return category != nullptr && std::any_of(std::begin(all_roles), std::end(all_roles), [&](Role role) {
           return category->ages(role) && category->ages(role)->to();
         });
}

/// Why those of the last class leave. Null when the model has no such reason for people.
const Reason* graduated(const Model& model) {
  const Reason* reason = model.find(*Id<Reason>::parse("graduated"));
  return reason != nullptr && reason->fits(Ending::person) ? reason : nullptr;
}

/// Moves one person after the other.
class Opening {
 public:
  Opening(const Program& program, const Period& year, Date today)
      : program_(program),
        day_(year.first()),
        opens_on_(opens_on(year)),
        last_grade_(program.model().norms[Norm::last_grade]),
        departures_(program, day_.plus_days(-1), today, graduated(program.model())) {}

  void add(const Stored<Participant>& stored) {
    const Participant& person = stored.record;
    const bool is_there = (!person.joined || *person.joined < day_) && (!person.left || day_ <= *person.left);
    if (!is_there || !has_bounded_ages(program_.model().find(person.category.on(day_)))) {
      return;
    }
    const std::string unit = person.unit.on(day_);
    const auto changed = person.unit.has_days() ? person.unit.parts().back().from : std::nullopt;
    const auto grade = grade_of(unit);
    if (changed && opens_on_ <= *changed) {
      if (*changed == day_) {
        ++opened_.moved_before;
      } else {
        opened_.by_hand.push_back(&person);
      }
    } else if (!person.joined) {
      opened_.without_joining.push_back(&person);
    } else if (grade == last_grade_ && departures_.works_later(person.id)) {
      opened_.with_planned.push_back(&person);
    } else if (grade == last_grade_) {
      const auto pairs = departures_.add(stored);
      (pairs.stand_in_the_way() ? opened_.with_planned : opened_.left).push_back(&person);
      if (!pairs.stand_in_the_way()) {
        opened_.voided.insert(opened_.voided.end(), pairs.voided.begin(), pairs.voided.end());
      }
    } else if (const auto next = next_class(unit, last_grade_)) {
      move(stored, unit, *next);
    } else {
      opened_.without_grade.push_back(&person);
    }
  }

  OpenedYear take() {
    Edits left = departures_.take();
    std::move(left.begin(), left.end(), std::back_inserter(opened_.edits));
    return std::move(opened_);
  }

 private:
  void move(const Stored<Participant>& stored, const std::string& from, const std::string& to) {
    Participant person = stored.record;
    auto parts = person.unit.parts();
    if (!parts.front().from) {
      parts.front().from = person.joined;
    }
    parts.push_back({day_, to});
    person.unit = Dated<std::string>{std::move(parts)};
    opened_.edits.emplace_back(ChangeRecord{std::move(person), location_of(program_, stored), {"unit"}});
    ++opened_.moved[{from, to}];
  }

  const Program& program_;
  Date day_;
  Date opens_on_;
  int last_grade_;
  Departures departures_;
  OpenedYear opened_;
};

}  // namespace

std::optional<int> grade_of(std::string_view unit) {
  constexpr std::size_t most_digits = 2;
  const auto digits = digits_of(unit);
  return digits.empty() || digits.size() > most_digits ? std::nullopt : number_from_digits(digits);
}

std::optional<std::string> next_class(std::string_view unit, int last_grade) {
  const auto grade = grade_of(unit);
  const auto rest = unit.substr(digits_of(unit).size());
  const bool has_other_number = rest.find_first_of("0123456789") != std::string_view::npos;
  if (!grade || *grade < 1 || last_grade <= *grade || has_other_number) {
    return std::nullopt;
  }
  return std::to_string(*grade + 1).append(rest);
}

Date opens_on(const Period& year) { return first_of_summer(year.first().year()); }

OpenedYear open_year(const Program& program, const Period& year, Date today) {
  Opening opening{program, year, today};
  for (const auto& stored : program.all<Participant>()) {
    opening.add(stored);
  }
  return opening.take();
}

}  // namespace mentor

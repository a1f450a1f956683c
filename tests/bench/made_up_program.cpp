#include "made_up_program.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "around_pairs.hpp"
#include "chance.hpp"
#include "words.hpp"

namespace bench {

namespace {

using namespace mentor;

constexpr int first_year = 2021;

template <class Kind>
Id<Kind> id_of(std::string_view text) {
  return Id<Kind>::parse(text).value();
}

class Maker {
 public:
  Maker(const Size& size, const Model& model, std::uint64_t seed)
      : size_(size),
        pupils_(form_of(model, "pupil-pupil")),
        teachers_(form_of(model, "teacher-teacher")),
        chance_(seed) {}

  MadeUpProgram make() && {
    while (made_.pairs.size() < size_.pairs) {
      add_pair();
    }
    while (made_.participants.size() < size_.participants) {  // those who still wait for somebody
      const Form& form = some_form();
      add_person(form, chance_.percent(40) ? Role::mentor : Role::mentee, current_year);
    }
    for (std::size_t year = 0; year < current_year; ++year) {
      const std::size_t closed = current_year;
      add_activities(year, size_.packed / closed + (year < size_.packed % closed ? 1 : 0));
    }
    add_activities(current_year, size_.loose);
    return std::move(made_);
  }

 private:
  static const Form& form_of(const Model& model, std::string_view id) {
    const auto form = std::find_if(model.forms.begin(), model.forms.end(),
                                   [&](const Form& each) { return each.id.to_string() == id; });
    return form == model.forms.end() ? throw std::logic_error{"the model lacks a form"} : *form;
  }

  template <class Kind>
  Id<Kind> new_id() {
    for (;;) {
      auto id = id_from_number(chance_.bits());
      if (ids_.insert(id).second) {
        return id_of<Kind>(id);
      }
    }
  }

  const Form& some_form() { return chance_.percent(15) ? teachers_ : pupils_; }

  Date born_at_age(int age, std::size_t year) {
    const Date latest = Date::from(first_year + static_cast<int>(year) - age, 9, 1).value();
    return latest.plus_days(-static_cast<int>(chance_.below(365)));
  }

  /// Of the age on 1 September at which the person may hold the role for the whole school year.
  void make_pupil(Participant& person, Role role, std::size_t year) {
    constexpr int youngest_mentee = 10;
    constexpr int youngest_mentor = 15;
    constexpr int age_in_first_grade = 6;
    constexpr int last_grade = 11;
    constexpr int safe_age = 12;  // either age of a birth year will do
    const int age = role == Role::mentee ? youngest_mentee + static_cast<int>(chance_.below(5))
                                         : youngest_mentor + static_cast<int>(chance_.below(3));
    const std::string born = born_at_age(age, year).to_string();
    person.category = id_of<Category>("pupil");
    person.born = Born::parse(age == safe_age && chance_.percent(10) ? born.substr(0, 4) : born);
    const int grade = age - age_in_first_grade + static_cast<int>(current_year - year);
    person.unit = made_up_class(static_cast<std::size_t>(std::min(grade, last_grade)), chance_);
  }

  void make_teacher(Participant& person, Role role, std::size_t year) {
    const bool young = role == Role::mentee && chance_.percent(60);
    const std::string born =
        born_at_age(static_cast<int>(young ? 21 + chance_.below(7) : 30 + chance_.below(35)), year).to_string();
    person.category = id_of<Category>(young ? "young-specialist" : "teacher");
    switch (chance_.below(3)) {
      case 0:
        person.born = Born::parse(born);
        break;
      case 1:
        person.born = Born::parse(born.substr(0, 4));
        break;
      default:
        break;  // nobody asked
    }
    person.unit = made_up_department(chance_);
  }

  Id<Participant> add_person(const Form& form, Role role, std::size_t year) {
    Participant person{.id = new_id<Participant>(),
                       .name = names_.next(chance_.percent(50) ? Gender::female : Gender::male),
                       .roles = std::vector{role},
                       .joined = first_day(year).plus_days(static_cast<int>(chance_.below(14)))};
    if (&form == &pupils_) {
      make_pupil(person, role, year);
    } else {
      make_teacher(person, role, year);
    }
    made_.participants.push_back(std::move(person));
    return made_.participants.back().id;
  }

  /// The first pairs go through the years and forms in turn, so that none is without a pair.
  void add_pair() {
    const std::size_t number = made_.pairs.size();
    const std::size_t some_year = chance_.percent(70) ? current_year : chance_.below(current_year);
    const std::size_t year = number < fewest_pairs ? number % school_years : some_year;
    const bool in_turn = number < fewest_pairs;
    const Form& form = in_turn ? (number < school_years ? pupils_ : teachers_) : some_form();
    Pair pair{.id = new_id<Pair>(), .form = form.id};
    std::tie(pair.mentor, pair.mentee) = some_couple(form, year);
    pair.from = first_day(year).plus_days(14 + static_cast<int>(chance_.below(46)));
    pair.until = some_end(pair.from, year);
    if (pair.until && pair.until->days_since(pair.from) < shortest) {
      pair.reason = id_of<Reason>("no-time");
    }
    add_to_years(pair, form);
    made_.pairs.push_back(std::move(pair));
  }

  /// The mentee is always new, so that nobody has two mentors and no couple comes twice.
  std::pair<Id<Participant>, Id<Participant>> some_couple(const Form& form, std::size_t year) {
    auto& mentors = known_[{&form, year}];
    const bool is_known = !mentors.empty() && chance_.percent(45);
    const std::size_t place = is_known ? chance_.below(mentors.size()) : mentors.size();
    if (!is_known) {
      mentors.push_back({add_person(form, Role::mentor, year), 0});
    }
    const Id<Participant> mentor = mentors[place].id;
    if (++mentors[place].mentees == most_mentees) {
      mentors.erase(mentors.begin() + static_cast<std::ptrdiff_t>(place));
    }
    return {mentor, add_person(form, Role::mentee, year)};
  }

  /// Most pairs work until the end of May, some for a whole year; of the current ones some ended early or have no end.
  std::optional<Date> some_end(Date from, std::size_t year) {
    const std::size_t kind = chance_.below(100);
    if (year == current_year && kind < 10) {
      return from.plus_days(7 + static_cast<int>(chance_.below(14)));
    }
    if (year == current_year && kind < 40) {
      return std::nullopt;
    }
    return kind < 85 ? Date::from(first_year + static_cast<int>(year) + 1, 5, 31).value()
                     : from.plus_months(12).plus_days(-1);
  }

  /// A mentor, and how many mentees he has.
  struct Mentor {
    Id<Participant> id;
    std::size_t mentees;
  };
  static constexpr std::size_t most_mentees = 3;
  static constexpr int shortest = 92;  // days of a pair of teachers that did not end before its time

  /// A pair and the days of one school year on which it works.
  struct Working {
    Id<Pair> pair;
    Date first;
    Date last;
  };

  void add_to_years(const Pair& pair, const Form& form) {
    for (std::size_t year = 0; year < school_years; ++year) {
      const Working working{pair.id, std::max(pair.from.day(), first_day(year)),
                            std::min(pair.until.value_or(last_day(current_year)), last_day(year))};
      if (working.first <= working.last) {
        working_.at(year)[&form == &pupils_ ? 0 : 1].push_back(working);
      }
    }
  }

  void add_activities(std::size_t year, std::size_t count) {
    auto& activities = made_.activities.at(year);
    activities.reserve(count);
    const auto& working = working_.at(year);
    for (; count > 0; --count) {
      const bool of_pupils = chance_.below(working[0].size() + working[1].size()) < working[0].size();
      const Form& form = of_pupils ? pupils_ : teachers_;
      Activity activity = some_activity(form, working.at(of_pupils ? 0 : 1));
      while (!note_new(activity)) {
        activity = some_activity(form, working.at(of_pupils ? 0 : 1));
      }
      activities.push_back(std::move(activity));
    }
    std::sort(activities.begin(), activities.end(),
              [](const Activity& a, const Activity& b) { return std::tie(a.on, a.id) < std::tie(b.on, b.id); });
  }

  Activity some_activity(const Form& form, const std::vector<Working>& working) {
    Working days = chance_.one_of(working);
    Activity activity{.id = new_id<Activity>()};
    std::vector<Id<Pair>> pairs{days.pair};
    for (std::size_t more = chance_.percent(3) ? 1 + chance_.below(3) : 0; more > 0; --more) {
      const Working& other = chance_.one_of(working);
      const Working both{other.pair, std::max(days.first, other.first), std::min(days.last, other.last)};
      const bool is_new = std::find(pairs.begin(), pairs.end(), other.pair) == pairs.end();
      if (is_new && both.first <= both.last) {
        pairs.push_back(other.pair);
        days = both;
      }
    }
    activity.pairs = IdList{std::move(pairs)};
    std::size_t length = 1;  // in days
    while (days.first.plus_days(static_cast<int>(length)) <= days.last) {
      ++length;
    }
    activity.on = days.first.plus_days(static_cast<int>(chance_.below(length)));
    activity.type = form.activities.at(chance_.low_below(form.activities.size())).id;
    activity.hours = some_hours();
    activity.note = chance_.percent(90) ? made_up_note(chance_) : "";
    return activity;
  }

  /// No meeting is entered twice: of one pair none has the day, the type and the hours of another.
  bool note_new(const Activity& activity) {
    const std::int64_t seconds = activity.hours ? activity.hours->seconds() : 0;
    return known_activities_.emplace(activity.pairs.begin()->text(), activity.type.text(), activity.on.hash(), seconds)
        .second;
  }

  /// Half an hour to three hours, in quarters.
  std::optional<Duration> some_hours() {
    static constexpr std::array quarters = {"", ".25", ".5", ".75"};
    const std::size_t all = 2 + chance_.below(11);
    return Duration::parse(std::to_string(all / 4) + quarters.at(all % 4));
  }

  const Size& size_;
  const Form& pupils_;
  const Form& teachers_;
  Chance chance_;
  Names names_;
  std::unordered_set<std::string> ids_;
  std::map<std::pair<const Form*, std::size_t>, std::vector<Mentor>> known_;  // those with places, by school year
  std::set<std::tuple<IdText, IdText, std::size_t, std::int64_t>> known_activities_;
  std::array<std::array<std::vector<Working>, 2>, school_years> working_;  // pairs of pupils, then of teachers
  MadeUpProgram made_;
};

}  // namespace

Date first_day(std::size_t year) { return Date::from(first_year + static_cast<int>(year), 9, 1).value(); }

Date last_day(std::size_t year) {
  const int begun = first_year + static_cast<int>(year);
  return year == current_year ? Date::from(begun, 11, 20).value() : Date::from(begun + 1, 5, 31).value();
}

std::string school_year_name(std::size_t year) {
  const int begun = first_year + static_cast<int>(year);
  return std::to_string(begun) + '-' + std::to_string(begun + 1);
}

MadeUpProgram make_up(const Size& size, const Model& model, std::uint64_t seed) {
  if (size.pairs < fewest_pairs || size.participants < 2 * size.pairs || size.participants > most_participants) {
    throw std::invalid_argument{"there can be no program of this size"};
  }
  MadeUpProgram made = Maker{size, model, seed}.make();
  if (!size.is_plain) {
    add_around_pairs(made, size, model, seed + 1);
  }
  return made;
}

}  // namespace bench

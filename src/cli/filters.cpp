#include "filters.hpp"

#include <unordered_set>

#include "choices.hpp"
#include "field_names.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "mentor/term.hpp"
#include "mentor/unit_key.hpp"
#include "misplaced_words.hpp"
#include "model_words.hpp"
#include "references.hpp"
#include "with_blanks.hpp"

namespace mentor::cli {

namespace {

std::optional<Role> role_of(const Session& session, const Arguments& arguments) {
  const auto typed = arguments.one(role_option);
  if (!typed) {
    return std::nullopt;
  }
  if (const WordRow* choice = find_choice(WordsOf<Role>::rows, *typed, session.fold())) {
    return value_from<Role>(choice->id);
  }
  return chosen<Role>(arguments, role_option);  // throws, since no choice has that name
}

/// The state of pairs that was asked for; nothing when none was. Throws `Refused` when there are two.
std::optional<PairState> state_of(const Arguments& arguments) {
  constexpr std::array states = {std::pair{&proposed_option, PairState::proposed},
                                 std::pair{&open_option, PairState::open}, std::pair{&paused_option, PairState::paused},
                                 std::pair{&ended_option, PairState::ended},
                                 std::pair{&void_option, PairState::cancelled}};
  std::optional<PairState> asked;
  const Option* by = nullptr;
  for (const auto& [option, state] : states) {
    if (!arguments.has(*option)) {
      continue;
    }
    if (by != nullptr) {
      throw Refused{Status::usage, say("usage.not-together", typed_name(*by), typed_name(*option))};
    }
    by = option;
    asked = state;
  }
  return asked;
}

}  // namespace

void refuse_latin_b(const Session& session, const Program& program, const std::string& typed) {
  const auto with_be = class_with_be(typed);
  if (!with_be) {
    return;
  }
  const std::string key = unit_key(*with_be, session.fold());
  bool is_written_so = false;
  bool may_be_be = typed.find('b') != std::string::npos;  // which does not look like В
  for (const auto& stored : program.all<Participant>()) {
    stored.record.unit.for_each_value([&](const std::string& unit) {
      is_written_so = is_written_so || unit == typed;
      may_be_be = may_be_be || unit_key(unit, session.fold()) == key;
    });
  }
  if (may_be_be && !is_written_so) {
    throw Refused{Status::usage, say("unit.be-or-ve", typed, *with_be, *class_in_cyrillic(typed))};
  }
}

namespace {

/// The units that people would call by the typed name: `6б` means 6Б.
std::vector<std::string> units_of(const Session& session, const Program& program, const Arguments& arguments) {
  const auto typed = arguments.one(unit_option);
  std::unordered_set<std::string_view> seen;
  std::vector<std::string> all;
  std::vector<std::string> meant;
  if (!typed) {
    return meant;
  }
  refuse_latin_b(session, program, *typed);
  const std::string asked = unit_key(*typed, session.fold());
  for (const auto& stored : program.all<Participant>()) {
    stored.record.unit.for_each_value([&](const std::string& unit) {
      if (seen.insert(unit).second) {
        all.push_back(unit);
        if (unit_key(unit, session.fold()) == asked) {
          meant.push_back(unit);
        }
      }
    });
  }
  if (meant.empty()) {
    Refused refused{Status::usage, say("usage.no-unit", typed_name(unit_option), *typed)};
    const auto nearest = suggest(*typed, all);
    throw std::move(refused).with_suggestion(nearest);
  }
  return meant;
}

}  // namespace

bool is_usual_period(const Session& session, const std::vector<std::string>& words) {
  const auto period = period_from_input(with_blanks_between(words), session.today(), {});
  return period.value || period.refused;
}

bool is_period(const Session& session, const std::vector<std::string>& words) {
  if (is_usual_period(session, words)) {
    return true;
  }
  try {
    const auto loaded = session.load_quietly(storage::Scope::of({}));
    const auto period =
        period_from_input(with_blanks_between(words), {session.today(), loaded.program.settings, session.fold()});
    return period.value || period.refused;
  } catch (const Refused&) {
    return false;  // there is no program here, which is told where it is needed
  }
}

Arguments with_period(const Arguments& arguments, const std::vector<std::string>& words) {
  const std::string text = with_blanks_between(words);
  if (arguments.has(period_option)) {
    throw Refused{Status::usage, say("usage.not-together", typed_name(period_option), text)};
  }
  Arguments with = arguments;
  with.set(period_option, {text});
  return with;
}

namespace {

/// The filter whose name this is, without its dashes; null when there is none that takes a value.
const Option* filter_named(const std::string& name) {
  constexpr std::size_t dashes = 2;
  const auto* const found = std::find_if(filter_options.begin(), filter_options.end(), [&](const Option& option) {
    return option.arity != Arity::flag &&
           (name == option.name.substr(dashes) || is_called(name, option.russian.substr(dashes)) ||
            (option.name == unit_option.name && field_name(name) == "unit"));
  });
  return found == filter_options.end() ? nullptr : found;
}

/// The filter for the name of a person, of a pair, or of a class. Null when it is none, or nobody can tell.
const Option* filter_for_name(const Session& session, const std::string& name) {
  try {
    const auto loaded = session.load_quietly(storage::Scope::of(KindSet::of<Participant>() | KindSet::of<Pair>()));
    const ResolveContext context{loaded.program, session.today(), session.fold()};
    bool is_unit = false;
    for (const auto& stored : loaded.program.all<Participant>()) {
      stored.record.unit.for_each_value([&](const std::string& unit) {
        is_unit = is_unit || unit_key(unit, session.fold()) == unit_key(name, session.fold());
      });
    }
    return is_unit                                        ? &unit_option
           : !resolve<Participant>(context, name).empty() ? &person_option
           : !resolve<Pair>(context, name).empty()        ? &pair_option
                                                          : nullptr;
  } catch (const Refused&) {
    return nullptr;  // there is no program here, which is told where it is needed
  }
}

}  // namespace

void refuse_filter_without_option(const Session& session, const std::vector<std::string>& words) {
  if (words.empty()) {
    return;
  }
  const std::size_t equals = words.front().find('=');
  const Option* option = filter_named(words.front().substr(0, equals));
  std::vector<std::string> values = words;
  if (option != nullptr && equals != std::string::npos) {
    values.front().erase(0, equals + 1);
  } else if (option != nullptr && words.size() > 1) {
    values.erase(values.begin());
  } else {
    option = filter_for_name(session, with_blanks_between(words));
  }
  if (option == nullptr) {
    return;
  }
  const std::string value = shell_word(with_blanks_between(values));
  const Label typed = typed_label(*option, value);
  const auto line = line_with_words(session, words, typed.in(session.words().language()));
  throw Refused{Status::usage, say("usage.filter-without-option", with_blanks_between(words), typed_name(*option))}
      .with_hint(say("hint.type-line", line ? Label{*line, *line} : typed));
}

Period period_of(const Session& session, const Program& program, const Arguments& arguments) {
  const auto asked = arguments.one(period_option);
  if (!asked) {
    return Period::all();
  }
  const auto period = period_from_input(*asked, {session.today(), program.settings, session.fold()});
  if (period.value) {
    return *period.value;
  }
  if (period.refused) {
    throw Refused{Status::usage, *period.refused};
  }
  std::vector<std::string> named;
  for (const WordRow& row : WordsOf<NamedPeriod>::rows) {
    named.insert(named.end(), {std::string{row.id}, std::string{row.label.ru}});
  }
  for (const Term& term : program.model().terms) {
    named.insert(named.end(), {term.id.to_string(), term.label.in(Language::ru), term.label.in(Language::en)});
  }
  Refused refused{Status::usage,
                  say("usage.wrong-value", typed_name(period_option), *asked, Phrase{period_option.expected})};
  const auto nearest = suggest(*asked, named);
  throw std::move(refused).with_suggestion(nearest);
}

Filter filter_of(const Session& session, const storage::Loaded& loaded, const Arguments& arguments, ModelList types) {
  const Model& model = loaded.program.model();
  Filter filter;
  filter.period = period_of(session, loaded.program, arguments);
  filter.role = role_of(session, arguments);
  filter.category = word_typed<Category>(session, arguments, category_option, model.categories);
  filter.units = units_of(session, loaded.program, arguments);
  filter.form = word_typed<Form>(session, arguments, form_option, model.forms);
  if (types == ModelList::activity_types) {
    const auto activities = all_types(model);
    filter.type = word_typed<ActivityType>(session, arguments, type_option, activities);
  } else {
    with_list(model, types, [&]<class Entry>(std::span<const Entry> entries) {
      if (const auto id = word_typed(session, arguments, type_option, entries)) {
        filter.own_type = OwnType{types, id->text()};
      }
    });
  }
  if (const auto pair = arguments.one(pair_option)) {
    filter.pair = find_record<Pair>(session, loaded, *pair).record.id;
  }
  if (const auto person = arguments.one(person_option)) {
    filter.person = find_record<Participant>(session, loaded, *person).record.id;
  }
  filter.state = state_of(arguments);
  return filter;
}

KindSet asked_by_filters(const Arguments& arguments, ModelList types) {
  return arguments.has(type_option) && types == ModelList::activity_types ? KindSet::of<Activity>() : KindSet{};
}

void refuse_lone_role(const Arguments& arguments) {
  constexpr std::array whose = {person_option, category_option, unit_option};
  const bool is_said =
      std::any_of(whose.begin(), whose.end(), [&](const Option& option) { return arguments.has(option); });
  if (arguments.has(role_option) && !is_said) {
    Labels names;
    std::transform(whose.begin(), whose.end(), std::back_inserter(names),
                   [](const Option& option) { return typed_label(option); });
    throw Refused{Status::usage, say("usage.needs", typed_name(role_option), names)};
  }
}

std::optional<Argument> first_filter(const Arguments& arguments) {
  for (const Option& option : filter_options) {
    if (option.name != period_option.name && arguments.has(option)) {
      return typed_name(option);
    }
  }
  return std::nullopt;
}

}  // namespace mentor::cli

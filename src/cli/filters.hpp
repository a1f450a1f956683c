/// The filters that lists and reports share.
#pragma once

#include <array>

#include "mentor/selection.hpp"
#include "session.hpp"

namespace mentor::cli {

inline constexpr Option period_option{"--period",
                                      "--период",
                                      "",
                                      key("value.period"),
                                      Arity::optional,
                                      key("help.filter.period"),
                                      nullptr,
                                      nullptr,
                                      key("expected.period")};
inline constexpr Option role_option{
    "--role", "--роль", "", key("value.role"), Arity::optional, key("help.filter.role"), choices_of<Role>};
inline constexpr Option category_option{"--category",          "--категория",   "",
                                        key("value.category"), Arity::optional, key("help.filter.category")};
inline constexpr Option unit_option{"--unit",          "--класс",       "",
                                    key("value.text"), Arity::optional, key("help.filter.unit")};
inline constexpr Option form_option{"--form",          "--форма",       "",
                                    key("value.form"), Arity::optional, key("help.filter.form")};
inline constexpr Option type_option{"--type", "--вид", "", key("value.type"), Arity::optional, key("help.filter.type")};
inline constexpr Option pair_option{"--pair",          "--пара",        "",
                                    key("value.pair"), Arity::optional, key("help.filter.pair")};
inline constexpr Option person_option{
    "--person", "--человек", "", key("value.reference"), Arity::optional, key("help.filter.person")};
inline constexpr Option proposed_option{"--proposed", "--предложенные", "",
                                        "",           Arity::flag,      key("help.filter.proposed")};
inline constexpr Option open_option{"--open", "--действующие", "", "", Arity::flag, key("help.filter.open")};
inline constexpr Option paused_option{"--paused", "--приостановленные", "", "", Arity::flag, key("help.filter.paused")};
inline constexpr Option ended_option{"--ended", "--завершённые", "", "", Arity::flag, key("help.filter.ended")};
inline constexpr Option void_option{"--void", "--отменённые", "", "", Arity::flag, key("help.filter.void")};

inline constexpr std::array filter_options = {
    period_option, role_option, category_option, unit_option,  form_option, type_option,     pair_option,
    person_option, open_option, paused_option,   ended_option, void_option, proposed_option,
};

/// The options of a command, followed by those of the filters, as one array.
template <std::size_t Own>
constexpr auto with_filters(const std::array<Option, Own>& own) {
  std::array<Option, Own + filter_options.size()> all{};
  std::copy(own.begin(), own.end(), all.begin());
  std::copy(filter_options.begin(), filter_options.end(), all.begin() + Own);
  return all;
}

/// Throws `Refused` when a class was typed with a Latin B that may mean Б as well as В.
void refuse_latin_b(const Session& session, const Program& program, const std::string& typed);

/// Where a list takes the words of a period without `--period` before them.
inline constexpr Option period_argument{
    "PERIOD", "", "", key("value.period"), Arity::repeated, key("help.filter.period-words")};

/// Whether the words together are a period: «прошлый месяц». Words that may be one of two periods, such as «этот год»,
/// count, too. `period_of` then asks which.
bool is_period(const Session& session, const std::vector<std::string>& words);
/// The same, but without the parts of the school year, for which `program.yaml` must be read.
bool is_usual_period(const Session& session, const std::vector<std::string>& words);

/// The arguments with these words as the value of `--period`. Throws `Refused` when it was given, too.
Arguments with_period(const Arguments& arguments, const std::vector<std::string>& words);

/// Throws `Refused` when the words that stand where no word is taken are a filter without its option: `period=2026`,
/// `unit 6B`, or the name of a person or of a pair. Shows the line to type.
void refuse_filter_without_option(const Session& session, const std::vector<std::string>& words);

/// The period of `--period`. Throws `Refused` when it is not a period.
Period period_of(const Session& session, const Program& program, const Arguments& arguments);

/// What the filters select; `types` is the list whose words `--type` takes. Throws `Refused` when one of them is wrong.
Filter filter_of(const Session& session, const storage::Loaded& loaded, const Arguments& arguments,
                 ModelList types = ModelList::activity_types);

/// The kinds through whose records the filters go, beside those that every list and report reads.
KindSet asked_by_filters(const Arguments& arguments, ModelList types);

/// Refuses `--role` where it would select nothing. A pair always has both roles, so a person must say whose role is
/// meant.
void refuse_lone_role(const Arguments& arguments);

/// The first filter that was given, except the period. Nothing when none was given.
std::optional<Argument> first_filter(const Arguments& arguments);

}  // namespace mentor::cli

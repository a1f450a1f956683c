/// The filters that lists and reports share.
#pragma once

#include <array>

#include "mentor/selection.hpp"
#include "values.hpp"

namespace mentor::cli {

inline constexpr std::array filter_options = {
    Option{"--period", "", key("value.period"), Arity::optional, key("help.filter.period")},
    Option{"--role", "", key("value.role"), Arity::optional, key("help.filter.role")},
    Option{"--category", "", key("value.category"), Arity::optional, key("help.filter.category")},
    Option{"--unit", "", key("value.text"), Arity::optional, key("help.filter.unit")},
    Option{"--form", "", key("value.form"), Arity::optional, key("help.filter.form")},
    Option{"--type", "", key("value.type"), Arity::optional, key("help.filter.type")},
    Option{"--pair", "", key("value.pair"), Arity::optional, key("help.filter.pair")},
    Option{"--person", "", key("value.reference"), Arity::optional, key("help.filter.person")},
    Option{"--open", "", "", Arity::flag, key("help.filter.open")},
    Option{"--ended", "", "", Arity::flag, key("help.filter.ended")},
};

/// Those options followed by a command's own, as one array.
template <std::size_t Own>
constexpr auto with_filters(const std::array<Option, Own>& own) {
  std::array<Option, Own + filter_options.size()> all{};
  std::copy(own.begin(), own.end(), all.begin());
  std::copy(filter_options.begin(), filter_options.end(), all.begin() + Own);
  return all;
}

/// What the filters say. Throws `Refused` when one is wrong.
Filter filter_of(const Session& session, const storage::Loaded& loaded, const Arguments& arguments);

/// Refuses `--role` where it would say nothing: a pair always has both roles, so it must be said whose is meant.
void refuse_lone_role(const Arguments& arguments);

/// The first filter given, besides the period; nothing when there is none.
std::optional<std::string> first_filter(const Arguments& arguments);

}  // namespace mentor::cli

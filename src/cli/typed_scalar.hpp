/// One value of what was typed for a new record, before the record is built.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record_builder.hpp"
#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// The scalar that was typed for a field. Nothing when it was not typed, or is refused, which the builder tells.
template <class Record>
std::optional<std::string> scalar_of(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                                     std::string_view name, const KnownSoFar& known = {}) {
  const auto found = typed.find(name);
  if (found == typed.end() || found->second.size() != 1 || found->second.front().empty()) {
    return std::nullopt;
  }
  const auto& field = fields<Record>()[field_index<Record>(name)];
  auto understood = understand(session, loaded, field, found->second.front(), known);
  const bool is_one = understood.size() == 1 && !understood.front().refused;
  return is_one ? std::optional{std::move(understood.front().scalar)} : std::nullopt;
}

}  // namespace mentor::cli

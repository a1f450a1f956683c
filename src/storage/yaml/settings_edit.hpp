/// Changes the lines of `program.yaml` that are one text each: the school, the curator, the language, the school year.
/// Everything else in the file stays, comments too.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"
#include "settings_table.hpp"

namespace mentor::storage {

/// A line that can be changed so.
struct EditableSetting {
  std::string name;         // `organization`, `curator.name`
  const SettingRow* row;    // what the table says of it
  const SettingRow* above;  // the mapping below which it stands, or null
};

/// All of them, in the order of the file: the rows of the table that have a Russian name.
std::vector<EditableSetting> editable_settings();

/// The text of `program.yaml` in which the line says `value`; an empty value takes the line out. Nothing when the
/// layout is so unusual that only a person can change it.
std::optional<std::string> with_setting(std::string_view text, const EditableSetting& setting,
                                        const std::string& value);

/// What the line says; empty when it is not there, or is no single text.
std::string value_of_setting(std::string_view text, const EditableSetting& setting);

/// The profile that the model of `program.yaml` names; empty when it names none.
std::string profile_named_in(std::string_view text);

/// Where a person has to change the line, and what to write there.
struct LineByHand {
  std::size_t number;  // of the line as it is, or of the nearest before it
  std::string text;    // `phone: 12-34`; `phone:` when it is to go
};
LineByHand line_by_hand(std::string_view text, const EditableSetting& setting, const std::string& value);

/// What a reader of `program.yaml` finds wrong in this text, apart from its records.
std::vector<Finding> findings_of_settings(std::string_view text);

}  // namespace mentor::storage

#include "program_edit.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "field_names.hpp"
#include "mentor/day_input.hpp"
#include "mentor/fields.hpp"
#include "mentor/period.hpp"
#include "mentor/suggest.hpp"
#include "mentor/typed_line.hpp"
#include "record_builder.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/settings_edit.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

using storage::EditableSetting;

Label typed_name(const EditableSetting& setting) { return {std::string{setting.row->russian}, setting.name}; }

EditableSetting setting_named(const std::string& typed) {
  Nearest nearest{typed};
  std::optional<Label> meant;
  Labels all;
  for (EditableSetting& one : storage::editable_settings()) {
    const auto& others = one.row->others;
    const bool is_other =
        std::any_of(others.begin(), others.end(), [&](std::string_view other) { return is_called(typed, other); });
    if (is_called(typed, one.name) || is_called(typed, one.row->russian) || is_other) {
      return std::move(one);
    }
    const Label& label = all.emplace_back(typed_name(one));
    if (nearest.is_nearer(one.name) || nearest.is_nearer(one.row->russian)) {
      meant = label;
    }
  }
  throw Refused{Status::usage, say("edit.no-such-setting", typed, std::move(all))}.with_suggestion(meant);
}

/// A language by its id or by its name.
std::optional<std::string> language_from(const std::string& typed) {
  for (const WordRow& row : WordsOf<Language>::rows) {
    if (is_called(typed, row.id) || is_called(typed, row.label.ru) || is_called(typed, row.label.en)) {
      return std::string{row.id};
    }
  }
  return std::nullopt;
}

/// A day of the year as program.yaml has it, or as people write a day: `09-01`, «1 сентября», `01.09`.
std::optional<std::string> day_of_year_from(const std::string& typed, Date today) {
  if (parse_day_of_year(typed)) {
    return typed;
  }
  const auto day = date_from_input(typed, today);
  const std::string written = day ? to_string(DayOfYear{day->month(), day->day()}) : std::string{};
  return parse_day_of_year(written) ? std::optional{written} : std::nullopt;
}

/// A value as program.yaml has it. `name` is what was typed for the line.
std::string value_of(const EditableSetting& setting, const std::string& name, const std::string& typed, Date today) {
  if (typed.empty()) {
    return typed;
  }
  std::optional<std::string> value;
  std::string_view expected = key("expected.line");
  if (setting.row->value == storage::SettingValue::language) {
    value = language_from(typed);
    expected = key("expected.language");
  } else if (setting.row->value == storage::SettingValue::month_day) {
    value = day_of_year_from(typed, today);
    expected = key("expected.school-year-input");
  } else if (auto refused = control_character_in(Label{name, name}, typed)) {
    throw Refused{Status::findings, *std::move(refused)};
  } else if (is_line(typed_line(typed))) {
    value = typed_line(typed);
  }
  if (!value) {
    throw Refused{Status::findings, say("usage.wrong-value", name, typed, Phrase{expected})};
  }
  return *std::move(value);
}

/// Says what a person has to do in a file that mentor cannot change itself.
Refused by_hand(const std::string& before, const EditableSetting& setting, const std::string& name,
                const std::string& value) {
  const auto line = storage::line_by_hand(before, setting, value);
  const std::string place = std::string{storage::settings_path} + ':' + std::to_string(line.number);
  return {Status::findings, value.empty() ? say("edit.setting-out-by-hand", name, place, line.text)
                                          : say("edit.setting-by-hand", name, place, line.text)};
}

/// The number of the line in `before` that became line `line` of `after`; of a new line, that of the one after it.
std::uint32_t line_before(std::uint32_t line, std::string_view before, std::string_view after) {
  const auto lines = [](std::string_view text) { return std::count(text.begin(), text.end(), '\n'); };
  const auto same = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).second - after.begin();
  const auto unchanged = lines(after.substr(0, static_cast<std::size_t>(same)));
  return line <= unchanged
             ? line
             : static_cast<std::uint32_t>(std::max<std::int64_t>(line + lines(before) - lines(after), unchanged + 1));
}

/// The errors that the text has and had not before, at the lines that they have on the disk: the terms of a school may
/// not fit another school year.
std::vector<Finding> new_errors(std::string_view before, std::string_view after) {
  const auto known = storage::findings_of_settings(before);
  auto findings = storage::findings_of_settings(after);
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.severity != Severity::error ||
           std::any_of(known.begin(), known.end(), [&](const Finding& one) { return one.message == finding.message; });
  });
  for (Finding& finding : findings) {
    finding.place.line = line_before(finding.place.line, before, after);
  }
  return findings;
}

}  // namespace

Choice program_choice() { return {"program", {"программа", "программу"}}; }

bool means_program(std::string_view reference) {
  const Choice choice = program_choice();
  return is_called(reference, choice.name) || reference == storage::settings_path ||
         std::any_of(choice.called.begin(), choice.called.end(),
                     [&](std::string_view called) { return is_called(reference, called); });
}

bool is_setting(std::string_view name, Language language) {
  const auto settings = storage::editable_settings();
  return std::any_of(settings.begin(), settings.end(),
                     [&](const EditableSetting& one) { return typed_name(one).in(language) == name; });
}

Status edit_program(Session& session, const Arguments& arguments, const std::vector<std::string>& changes) {
  Writing writing{session, arguments};
  std::optional<Refused> unreadable;
  try {
    writing.load(storage::Scope::of({}));  // refuses what must be migrated first
  } catch (const Refused& refused) {
    if (refused.status != Status::unreadable) {
      throw;
    }
    unreadable = refused;  // unless the change mends it
  }
  const storage::WorkingTree tree{session.root()};
  const std::string before = tree.read(std::string{storage::settings_path}, storage::most_file_bytes);
  std::string after = before;
  std::vector<std::pair<std::string, std::string>> made;  // the name of each line, and the change
  for (const std::string& change : changes) {
    const auto equals = change.find('=');
    const std::string name = change.substr(0, equals);
    const EditableSetting setting = setting_named(name);
    const auto former =
        std::find_if(made.begin(), made.end(), [&](const auto& one) { return one.first == setting.name; });
    if (former != made.end()) {
      throw refused_twice(former->second, change);
    }
    made.emplace_back(setting.name, change);
    const std::string value = value_of(setting, name, change.substr(equals + 1), session.today());
    auto changed = storage::with_setting(after, setting, value);
    if (!changed) {
      throw by_hand(before, setting, name, value);
    }
    after = *std::move(changed);
  }
  if (unreadable && has_errors(storage::findings_of_settings(after))) {
    throw *unreadable;
  }
  if (auto errors = new_errors(before, after); !errors.empty()) {
    Refused refused{Status::findings, {}};
    refused.findings = std::move(errors);
    throw refused;
  }
  if (after == before) {
    session.tell(say("write.nothing"));
    return Status::done;
  }
  storage::FileChange change{.path = std::string{storage::settings_path},
                             .before = before,
                             .after = after,
                             .records = {std::string{storage::settings_path}}};
  writing.write({change});
  if (!writing.is_dry() && session.says_what_it_did()) {
    session.tell(say("edit.program-changed", std::string{storage::settings_path}));
  }
  return Status::done;
}

}  // namespace mentor::cli

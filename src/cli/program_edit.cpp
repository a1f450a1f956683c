#include "program_edit.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "field_names.hpp"
#include "mentor/fields.hpp"
#include "mentor/suggest.hpp"
#include "record_builder.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/settings_edit.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

/// A line of program.yaml, and what people may type for it.
struct SettingName {
  std::string_view name;
  std::string_view russian;
  std::array<std::string_view, 3> others = {};
};
constexpr std::array names = {
    SettingName{"organization", "организация", {"школа", "название", "school"}},
    SettingName{"curator.name", "куратор", {"curator", "фио", "имя"}},
    SettingName{"curator.post", "должность", {"post"}},
    SettingName{"curator.phone", "телефон", {"phone"}},
    SettingName{"curator.email", "почта", {"email"}},
    SettingName{"language", "язык"},
    SettingName{"school-year", "учебный-год", {"учебный год"}},
};

Label typed_name(const SettingName& name) { return {std::string{name.russian}, std::string{name.name}}; }

const SettingName& setting_named(const std::string& typed) {
  Nearest nearest{typed};
  std::optional<Label> meant;
  Labels all;
  for (const SettingName& one : names) {
    const bool is_other = std::any_of(one.others.begin(), one.others.end(),
                                      [&](std::string_view other) { return is_called(typed, other); });
    if (is_called(typed, one.name) || is_called(typed, one.russian) || is_other) {
      return one;
    }
    const Label& label = all.emplace_back(typed_name(one));
    if (nearest.is_nearer(one.name) || nearest.is_nearer(one.russian)) {
      meant = label;
    }
  }
  throw Refused{Status::usage, say("edit.no-such-setting", typed, std::move(all))}.with_suggestion(meant);
}

/// A value as program.yaml has it: a language may be typed by its name.
std::string value_of(const SettingName& name, const std::string& typed) {
  if (!typed.empty() && !is_line(typed)) {
    throw Refused{Status::findings, say("usage.wrong-value", typed_name(name), typed, Phrase{key("expected.line")})};
  }
  if (name.name == "language") {
    for (const WordRow& row : WordsOf<Language>::rows) {
      if (is_called(typed, row.label.ru) || is_called(typed, row.label.en)) {
        return std::string{row.id};
      }
    }
  }
  return typed;
}

/// The errors that the text has and had not before.
std::vector<Finding> new_errors(std::string_view before, std::string_view after) {
  const auto known = storage::findings_of_settings(before);
  auto findings = storage::findings_of_settings(after);
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.severity != Severity::error ||
           std::any_of(known.begin(), known.end(), [&](const Finding& one) { return one.message == finding.message; });
  });
  return findings;
}

}  // namespace

bool means_program(const std::string& reference) {
  return is_called(reference, "программа") || is_called(reference, "программу") || reference == "program" ||
         reference == storage::settings_path;
}

bool is_setting(std::string_view name, Language language) {
  return std::any_of(names.begin(), names.end(),
                     [&](const SettingName& one) { return typed_name(one).in(language) == name; });
}

Status edit_program(Session& session, const Arguments& arguments, const std::vector<std::string>& changes) {
  Writing writing{session, arguments};
  writing.load(storage::Scope::of({}));  // refuses what cannot be read, or must be migrated first
  const storage::WorkingTree tree{session.root()};
  const std::string before = tree.read(std::string{storage::settings_path}, storage::most_file_bytes);
  std::string after = before;
  std::vector<std::pair<const SettingName*, std::string>> made;
  for (const std::string& change : changes) {
    const auto equals = change.find('=');
    const SettingName& name = setting_named(change.substr(0, equals));
    const auto former = std::find_if(made.begin(), made.end(), [&](const auto& one) { return one.first == &name; });
    if (former != made.end()) {
      throw refused_twice(former->second, change);
    }
    made.emplace_back(&name, change);
    auto changed = storage::with_setting(after, name.name, value_of(name, change.substr(equals + 1)));
    if (!changed) {
      throw Refused{Status::findings, say("edit.setting-by-hand", typed_name(name))};
    }
    after = *std::move(changed);
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
  storage::FileChange change{.path = std::string{storage::settings_path}, .before = before, .after = after};
  writing.write({change});
  if (!writing.is_dry() && session.says_what_it_did()) {
    session.tell(say("edit.program-changed", std::string{storage::settings_path}));
  }
  return Status::done;
}

}  // namespace mentor::cli

#include <array>
#include <sstream>
#include <unordered_set>

#include "cli/appearance.hpp"
#include "cli/choices.hpp"
#include "cli/references.hpp"
#include "cli/standard_input.hpp"
#include "cli/writing.hpp"
#include "language/unicode.hpp"
#include "mentor/model_comparison.hpp"
#include "render/findings.hpp"
#include "render/model_comparison.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/named_text.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/upkeep/mending.hpp"
#include "storage/yaml/other_model.hpp"

namespace mentor::cli {

namespace {

constexpr Option checked_argument{"REF", "", "", key("value.reference"), Arity::repeated, key("help.check.ref")};
constexpr Option findings_format_option{.name = "--format",
                                        .russian = "--вид-файла",
                                        .short_name = "",
                                        .value = key("value.format"),
                                        .arity = Arity::optional,
                                        .help = key("help.format"),
                                        .choices = choices_of_rows<render::all_findings_formats>,
                                        .also = "--формат"};
constexpr Option strict_check_option{"--strict", "--строго", "", "", Arity::flag, key("help.check.strict")};
constexpr Option model_option{"--model", "--модель", "", key("value.file"), Arity::optional, key("help.check.model")};
constexpr Option fix_option{"--fix", "--исправить", "", "", Arity::flag, key("help.check.fix")};

constexpr std::array check_options = {
    checked_argument, findings_format_option, strict_check_option, model_option, fix_option,
};

/// Whether a record of any kind with this id is there but could not be read.
bool is_lost(const Program& program, const std::string& id) {
  bool lost = false;
  for_each_kind([&]<class Record>(Record*) { lost = lost || program.all<Record>().is_unreadable(id); });
  return lost;
}

/// Whether a record of any kind with this id is there but was not read, since it could not be or has a wrong name.
bool is_unknown(const Program& program, const std::string& id) {
  bool unknown = false;
  for_each_kind([&]<class Record>(Record*) { unknown = unknown || program.all<Record>().is_unknown(id); });
  return unknown;
}

/// The id of the record of any kind that is meant. The record need not be readable.
std::string id_meant(const Session& session, const storage::Loaded& loaded, const std::string& reference) {
  if (is_unknown(loaded.program, reference)) {
    return reference;
  }
  std::string id;
  visit_record(session, loaded, reference, [&](const auto& stored) { id = stored.record.id.to_string(); });
  return id;
}

void keep_about(std::vector<Finding>& findings, const std::unordered_set<std::string>& ids) {
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.place.path != storage::settings_path &&
           std::none_of(finding.about.begin(), finding.about.end(),
                        [&](const std::string& id) { return ids.contains(id); });
  });
}

storage::Scope usual_scope() { return storage::Scope::everything().for_rules(); }

/// Mends what is safe to mend, or shows it. Gives the program as it is then. It does not read the program again: if
/// that failed, the exit status would say that nothing was changed.
storage::Loaded mend(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  auto tree = session.freeze();
  // What cannot be taken in is told after the mending, with all else that is wrong then.
  auto loaded = storage::load(tree);
  if (!loaded.has_model || writing.is_dry()) {
    loaded = session.load(tree);  // throws `Refused` without a model
  }
  const auto changes = storage::safe_fixes(tree, loaded.schema, loaded.program.model());
  for (const auto& change : changes) {
    tree.set(change.path, change.after);
  }
  auto mended = storage::load(tree, usual_scope());
  writing.write(changes);
  if (!writing.is_dry() && !changes.empty()) {
    std::unordered_set<std::string> renamed;
    for (const auto& change : changes) {
      renamed.insert(change.made_of.begin(), change.made_of.end());
    }
    const auto files = std::count_if(changes.begin(), changes.end(),
                                     [&](const auto& one) { return one.after || !renamed.contains(one.path); });
    session.tell(say("check.fixed", Count{static_cast<std::int64_t>(files), key("noun.files")}));
  }
  return mended;
}

/// Throws `Refused` when an option means nothing without `--fix`, or does not go with it.
void refuse_odd_options(const Arguments& arguments) {
  const bool fix = arguments.has(fix_option);
  for (const Option& option : writing_options()) {
    if (arguments.has(option) && !fix) {
      throw Refused{Status::usage, say("usage.needs", typed_name(option), typed_name(fix_option))};
    }
  }
  if (fix && arguments.has(model_option)) {
    throw Refused{Status::usage, say("usage.not-together", typed_name(fix_option), typed_name(model_option))};
  }
  if (fix && arguments.has(checked_argument)) {
    throw Refused{Status::usage, say("check.fix-all")};
  }
}

/// The ids of the records that are asked for.
std::unordered_set<std::string> ids_asked_for(const Session& session, const storage::Loaded& loaded,
                                              const Arguments& arguments) {
  std::unordered_set<std::string> ids;
  for (const auto& reference : with_standard_input(session, arguments.all(checked_argument))) {
    ids.insert(id_meant(session, loaded, reference));
  }
  return ids;
}

/// What is wrong with the records that are asked for, sorted by place.
std::vector<Finding> findings_of(const Session& session, storage::Loaded& loaded, const Arguments& arguments) {
  std::vector<Finding> findings = std::move(loaded.findings);
  if (loaded.has_model) {
    auto of_rules = check_all({loaded.program, session.today(), session.fold()});
    std::move(of_rules.begin(), of_rules.end(), std::back_inserter(findings));
  }
  if (arguments.has(checked_argument)) {
    keep_about(findings, ids_asked_for(session, loaded, arguments));
  }
  sort_findings(findings);
  return findings;
}

void tell_counts(const Session& session, const std::vector<Finding>& findings) {
  const auto count = [&](Severity severity) {
    return static_cast<std::int64_t>(std::count_if(
        findings.begin(), findings.end(), [&](const Finding& finding) { return finding.severity == severity; }));
  };
  if (!findings.empty()) {
    session.tell(say("check.summary", Count{count(Severity::error), key("noun.errors")},
                     Count{count(Severity::warning), key("noun.warnings")},
                     Count{count(Severity::note), key("noun.notes")}));
  }
}

/// Whether a finding says that a record could not be read, or is about one that could not.
bool is_about_unread(const Finding& finding, const Program& program) {
  return is_unreadable(finding.rule) || (finding.severity == Severity::error &&
                                         std::any_of(finding.about.begin(), finding.about.end(),
                                                     [&](const std::string& id) { return is_lost(program, id); }));
}

/// The settings that the program would have with the model of the file that was named. Throws `Refused`.
Settings other_settings(const Session& session, const std::string& file) {
  const std::string text = file == "-"
                               ? standard_input(session)
                               : storage::text_of_named(session.world().folder / file, file, storage::most_file_bytes);
  const storage::WorkingTree tree{session.root()};
  auto other =
      storage::read_other_model(text, file, tree.read(std::string{storage::settings_path}, storage::most_file_bytes));
  if (has_errors(other.findings)) {
    Refused refused{Status::findings, say("what-if.unusable", file)};
    refused.findings = std::move(other.findings);
    throw refused;
  }
  session.tell(other.findings);
  return std::move(other.settings);
}

/// Judges the records by another model and tells what would differ. Nothing is changed.
Status compare_models(Session& session, const Arguments& arguments) {
  const auto& format =
      choose_row(typed_label(findings_format_option), arguments.one(findings_format_option).value_or("text"),
                 render::all_comparison_formats());
  // All texts: the other model may have other private words.
  auto loaded = session.load(storage::Scope::everything());
  Settings settings = other_settings(session, *arguments.one(model_option));
  const SortKey sort_key = language::russian_order();
  const ReportContext context{loaded.program, {}, session.today(), sort_key, {}};
  Judgement before = judge(context, session.fold());
  const bool is_narrow = arguments.has(checked_argument);
  const auto ids = is_narrow ? ids_asked_for(session, loaded, arguments) : std::unordered_set<std::string>{};
  loaded.program.settings = std::move(settings);
  Judgement after = judge(context, session.fold());
  if (is_narrow) {
    keep_about(before.findings, ids);
    keep_about(after.findings, ids);
  }
  const ModelComparison comparison = compare(before, after);
  session.page();
  std::ostringstream text;
  format.render(text, comparison, session.words(), session.colors_out());
  if (format.render == render::comparison_text) {
    write_messages(session.world().out, session.world().out_width, text.str());
  } else {
    session.world().out << text.str();
  }
  const bool fails =
      has_errors(comparison.come) || (arguments.has(strict_check_option) && has_unaccepted(comparison.come));
  return fails ? Status::findings : Status::done;
}

Status run_check(Session& session, const Arguments& arguments) {
  refuse_odd_options(arguments);
  if (arguments.has(model_option)) {
    return compare_models(session, arguments);
  }
  const auto& format =
      choose_row(typed_label(findings_format_option), arguments.one(findings_format_option).value_or("text"),
                 render::all_findings_formats());
  auto loaded = arguments.has(fix_option) ? mend(session, arguments) : session.load_quietly(usual_scope());
  if (arguments.has(dry_run_option)) {
    return Status::done;
  }
  const auto findings = findings_of(session, loaded, arguments);
  tell_private_files_in_git(session, session.root());
  session.page();
  std::ostream& out = session.world().out;
  const render::FindingsStyle style{session.colors_out(), session.world().out_width.has_value()};
  if (format.render == render::findings_text) {
    std::ostringstream text;
    format.render(text, findings, session.words(), style);
    write_messages(out, session.world().out_width, text.str());
  } else {
    format.render(out, findings, session.words(), style);
  }
  tell_counts(session, findings);
  const bool unread = std::any_of(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return is_about_unread(finding, loaded.program); });
  if (unread || !loaded.has_model) {
    return Status::unreadable;
  }
  const bool fails = has_errors(findings) || (arguments.has(strict_check_option) && has_unaccepted(findings));
  return fails ? Status::findings : Status::done;
}

}  // namespace

const Command check_command{
    .name = "check",
    .russian = "проверить",
    .summary = key("help.check.summary"),
    .description = key("help.check.description"),
    .examples = key("help.check.examples"),
    .options = check_options,
    .writes = true,
    .run = run_check,
};

}  // namespace mentor::cli

#include <array>

#include "cli/choices.hpp"
#include "cli/field_names.hpp"
#include "cli/output.hpp"
#include "cli/program_edit.hpp"
#include "cli/references.hpp"
#include "language/unicode.hpp"
#include "mentor/reports.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/names.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/model_text.hpp"
#include "storage/yaml/settings_edit.hpp"

namespace mentor::cli {

namespace {

constexpr Option shown_argument{"REF", "", "", key("value.reference"), Arity::required, key("help.show.ref")};
/// The formats in which a record can be shown.
std::vector<Choice> shown_formats() {
  auto choices = choices_of_rows<render::all_formats>();
  std::erase_if(choices, [](const Choice& choice) {
    const auto formats = render::all_formats();
    return std::none_of(formats.begin(), formats.end(),
                        [&](const render::Format& format) { return format.name == choice.name && format.has_facts; });
  });
  return choices;
}
constexpr Option shown_format_option{.name = "--format",
                                     .russian = "--вид-файла",
                                     .short_name = "",
                                     .value = key("value.format"),
                                     .arity = Arity::optional,
                                     .help = key("help.format"),
                                     .choices = shown_formats,
                                     .also = "--формат"};

/// Typed in place of a reference.
constexpr std::string_view model_word = "model";
constexpr std::string_view model_word_in_russian = "модель";
constexpr Option section_argument{"SECTION",
                                  "",
                                  "",
                                  key("value.section"),
                                  Arity::optional,
                                  key("help.show.section"),
                                  choices_of_rows<storage::model_sections>};

constexpr std::array show_options = {
    shown_argument,
    section_argument,
    shown_format_option,
    wide_option,
};

/// What is in force. It is always YAML, which can be pasted into program.yaml.
Status show_model(const Session& session, const Arguments& arguments) {
  if (arguments.has(shown_format_option)) {
    throw Refused{Status::usage, say("show.model-is-yaml")};
  }
  const auto section = arguments.one(section_argument);
  const auto loaded = session.load(storage::Scope::of({}));
  const std::string chosen = section ? choose(section_argument, *section) : std::string{};
  session.page();
  session.world().out << storage::model_text(loaded.program.model(), chosen);
  return Status::done;
}

/// What program.yaml says of the school, by the names that `edit program` takes, and which model it goes by.
Status show_program(const Session& session, const Arguments& arguments) {
  choose(shown_format_option, arguments.one(shown_format_option).value_or("text"));
  const auto loaded = session.load(storage::Scope::of({}));
  const std::string path{storage::settings_path};
  const std::string text = storage::WorkingTree{session.root()}.read(path, storage::most_file_bytes);
  Report report{.name = program_choice().name, .title = FixedLabel{"Программа", "Program"}};
  for (const storage::EditableSetting& setting : storage::editable_settings()) {
    report.facts.push_back({setting.name, Label{std::string{setting.row->russian}, setting.name},
                            storage::value_of_setting(text, setting)});
  }
  report.facts.push_back({"profile", FixedLabel{"модель", "model"}, storage::profile_named_in(text)});
  report.facts.push_back(
      {"edition", FixedLabel{"редакция модели", "edition"}, std::int64_t{loaded.program.model().edition}});
  report.facts.push_back({"file", FixedLabel{"файл", "file"}, path});
  write_report(session, report, session.report_words(loaded.program), arguments, {});
  return Status::done;
}

/// The word that stands behind the first one, if there is one. It names a section of the model only behind `model`.
std::optional<std::string> second_word(const Arguments& arguments) {
  const auto typed = arguments.typed(section_argument);
  return typed.empty() ? std::nullopt : std::optional{typed.front()};
}

Status run_show(Session& session, const Arguments& arguments) {
  const std::string shown = *arguments.one(shown_argument);
  if (shown == model_word || is_called(shown, model_word_in_russian)) {
    return show_model(session, arguments);
  }
  const auto second = second_word(arguments);
  if (means_program(shown) && !second) {
    return show_program(session, arguments);
  }
  choose(shown_format_option, arguments.one(shown_format_option).value_or("text"));
  const auto loaded = session.load();
  const SortKey sort_key = language::russian_order();
  const ReportContext context{loaded.program, {}, session.today(), sort_key, {}};
  References references{{shown}};
  if (second) {
    const std::string first = means_program(shown) ? std::string{word_for<Practice>} : shown;
    references = with_kind_apart(session, loaded, {first, *second});
    if (references.names.size() > 1) {
      throw Refused{Status::usage, say("usage.extra-argument", *second)};
    }
  }
  Report report;
  visit_record(
      session, loaded, references.names.front(), [&](const auto& stored) { report = report_on(context, stored); },
      references.kinds);
  write_report(session, report, session.report_words(loaded.program), arguments, {});
  return Status::done;
}

}  // namespace

const Command show_command{
    .name = "show",
    .russian = "показать",
    .summary = key("help.show.summary"),
    .description = key("help.show.description"),
    .examples = key("help.show.examples"),
    .options = show_options,
    .writes = false,
    .run = run_show,
};

}  // namespace mentor::cli

// Blank sheets to print and fill in: the numbered questions, in the order in which `add survey … answers=` takes them.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "mentor/input.hpp"
#include "mentor/shell_word.hpp"
#include "question_columns.hpp"
#include "sheets_wanted.hpp"

namespace mentor {

namespace {

/// How a sheet is called in a command: in Russian by the first words of its name if they mean it alone, or by the whole
/// name; else by its id.
WordToType sheet_to_type(const Instrument& instrument, const ReportContext& context) {
  const std::string& name = instrument.label.in(Language::ru);
  std::string beginning = name.substr(0, name.find_first_of(":,(\""));
  beginning.erase(beginning.find_last_not_of(' ') + 1);
  const std::span<const Instrument> all{context.program.model().instruments};
  for (const std::string& typed : {beginning, name}) {
    const auto meant = context.fold ? words_meant(all, typed, context.fold) : std::vector<const Instrument*>{};
    if (meant.size() == 1 && meant.front()->id == instrument.id) {
      return {instrument.id.to_string(), {shell_word(typed), instrument.id.to_string()}};
    }
  }
  return instrument.id.to_string();
}

void add_sheet(Report& report, const ReportContext& context, const Instrument& instrument, SurveyStage stage) {
  const Model& model = context.program.model();
  const Language language = context.program.settings.language;
  Chapter& chapter = report.chapters.emplace_back();
  const auto title = [&](Language in) { return instrument.label.in(in) + ", " + label_of(stage).in(in); };
  chapter.key = instrument.id.to_string() + '-' + std::string{to_string(stage)};
  chapter.title = say("sheets.title", Label{title(Language::ru), title(Language::en)});
  chapter.facts.push_back({"who", FixedLabel{"Кто отвечает", "Of"}, labelled(instrument.of)});
  const FixedLabel blank{"_______________", "_______________"};
  if (instrument.of != Respondent::program) {
    chapter.facts.push_back(
        {"name", FixedLabel{"ФИО (можно не указывать)", "Name (may be left out)"}, std::string{blank.in(language)}});
  }
  chapter.facts.push_back({"on", FixedLabel{"Дата", "On"}, std::string{blank.in(language)}});
  Section section{.key = chapter.key,
                  .title = FixedLabel{"Вопросы", "Questions"},
                  .columns = question_columns(
                      {text_column("scale", {"Как отвечать", "Scale"}), text_column("answer", {"Ответ", "Answer"})})};
  std::int64_t number = 0;
  for (const Question* question : instrument.asked_at(stage)) {
    const auto scale = [&](Language in) { return shown_scale(question->scale, model, in); };
    section.rows.add(question_row(
        ++number, *question, stage, language,
        {Labelled{question->scale.to_string(), {scale(Language::ru), scale(Language::en)}}, std::string{"______"}}));
  }
  chapter.blocks.emplace_back(std::move(section));
  const WordToType stage_word = stage_to_type(stage);
  const WordToType sheet = sheet_to_type(instrument, context);
  const Labelled command =
      instrument.of == Respondent::program
          ? command_to_type({"mentor добавить анкету {} {} ответы=\"…\"", "mentor add survey {} {} answers=\"…\""},
                            {sheet, stage_word})
          : command_to_type({"mentor добавить анкету {} НАСТАВНИК/НАСТАВЛЯЕМЫЙ {} ответы=\"…\"",
                             "mentor add survey {} MENTOR/MENTEE {} answers=\"…\""},
                            {sheet, stage_word});
  chapter.blocks.emplace_back(Paragraph{say("sheets.enter"), command.label});
}

void fill_sheets(Report& report, const ReportContext& context) {
  for (const Instrument& instrument : context.program.model().instruments) {
    const auto& own_type = context.filter.own_type;
    if (own_type && own_type->id != instrument.id.text()) {
      continue;
    }
    if (context.filter.form && instrument.form && instrument.form != context.filter.form) {
      continue;
    }
    for (const SurveyStage stage : instrument.stages()) {
      add_sheet(report, context, instrument, stage);
    }
  }
}

}  // namespace

const ReportRow sheets_report{.name = "sheets",
                              .russian = "бланки",
                              .title = {"Бланки анкет", "Blank sheets"},
                              .takes_filters = true,
                              .looks_through = {},
                              .shows = {},
                              .counts_pairs = false,
                              .lists_people = false,
                              .fill = fill_sheets,
                              .types = ModelList::instruments,
                              .lists_types = true};

}  // namespace mentor

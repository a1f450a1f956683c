/// Questionnaires, curator's sheets and tables of figures: each is an instrument with questions (model §13).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/id.hpp"
#include "mentor/label.hpp"
#include "mentor/message.hpp"
#include "mentor/text.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

struct Form;
struct Model;

/// When a sheet is filled in.
enum class SurveyStage { before, day_30, middle, after, exit };
inline constexpr std::array all_survey_stages = {SurveyStage::before, SurveyStage::day_30, SurveyStage::middle,
                                                 SurveyStage::after, SurveyStage::exit};

template <>
struct WordsOf<SurveyStage> {
  static constexpr std::array rows = {WordRow{"before", {"на входе", "before"}, "входное"},
                                      WordRow{"day-30", {"через месяц", "after a month"}},
                                      WordRow{"middle", {"в середине", "middle"}, "промежуточное"},
                                      WordRow{"after", {"на выходе", "after"}, "итоговое"},
                                      WordRow{"exit", {"при досрочном завершении", "at an early end"}}};
  static constexpr std::string_view expected = key("expected.survey-stage");
};

/// Who fills in a sheet: a member of a pair, or the curator for the whole program.
enum class Respondent { mentee, mentor, program };

template <>
struct WordsOf<Respondent> {
  static constexpr std::array rows = {WordRow{"mentee", {"наставляемый", "mentee"}},
                                      WordRow{"mentor", {"наставник", "mentor"}},
                                      WordRow{"program", {"куратор, о программе", "the curator, of the program"}}};
};

/// One of the answers of a named scale.
struct ScaleWord {
  Id<ScaleWord> id;
  Label label;
};

/// A scale whose answers are words: «очень часто», «редко».
struct NamedScale {
  Id<NamedScale> id;
  Label label;
  std::vector<ScaleWord> words;
  std::uint32_t line = 0;  // of program.yaml; 0: it is of the edition
};

/// What an answer may be.
class AnswerScale {
 public:
  enum class Sort { whole, yes_or_no, number, text, words };
  static constexpr int highest = 1000;  // bound of whole scales [ours]

  /// Reads `1-10`, `yes-no`, `number`, `text` or the id of a named scale. Nothing for anything else, such as a scale
  /// with one bound.
  static std::optional<AnswerScale> parse(std::string_view text);
  std::string to_string() const;

  Sort sort() const { return sort_; }
  /// The bounds of a whole scale.
  int least() const { return least_; }
  int most() const { return most_; }
  /// The id of a named scale.
  const Id<NamedScale>& name() const { return name_; }
  /// Whether an answer can tell that somebody is satisfied.
  bool tells_yes_or_no() const { return sort_ == Sort::whole || sort_ == Sort::yes_or_no; }
  /// Whether answers are numbers, so that they have a mean.
  bool is_counted() const { return sort_ == Sort::whole || sort_ == Sort::number; }

  bool operator==(const AnswerScale&) const = default;

 private:
  Sort sort_ = Sort::text;
  int least_ = 0;
  int most_ = 0;
  Id<NamedScale> name_;
};

/// A question. It has one id and one scale at all stages at which it is asked, so its answers can be compared.
struct Question {
  struct Wording {
    SurveyStage stage{};
    Label text;

    bool operator==(const Wording&) const = default;
  };

  Id<Question> id;
  AnswerScale scale;
  bool tells_satisfaction = false;  // its answer at the end says whether who gave it is satisfied
  std::vector<Wording> wordings;

  bool operator==(const Question&) const = default;

  /// The text at a stage, or null when it is not asked then.
  const Label* text_at(SurveyStage stage) const;
};

/// What the sum of a sheet means from some sum on.
struct Level {
  Id<Level> id;
  Label label;
  int from = 0;
};

struct Instrument {
  Id<Instrument> id;
  Label label;
  Respondent of = Respondent::program;
  std::optional<Id<Form>> form;  // of the pairs whose members fill it in
  std::string source;            // where its wording comes from
  std::vector<Question> questions;
  std::vector<Level> levels;  // from the lowest
  std::uint32_t line = 0;     // as in `NamedScale`

  const Question* find(std::string_view question) const;
  /// What is asked at a stage, in the order of the sheet.
  std::vector<const Question*> asked_at(SurveyStage stage) const;
  /// The stages at which something is asked.
  std::vector<SurveyStage> stages() const;
  /// What this sum means; null when the instrument has no level so low.
  const Level* level_of(std::int64_t sum) const;
};

/// The answer that a person means by `typed`, as records hold it: `да` is `yes`, `4,5` is `4.5`, a label is the id of
/// its word. Nothing when it lies outside the question's scale.
std::optional<std::string> answer_from_input(const Question& question, const Model& model, std::string_view typed,
                                             const Fold& fold);

/// An answer of a record, also of one that was written by hand, as records hold it. Nothing when it lies outside the
/// question's scale.
std::optional<std::string> answer_of_record(const Question& question, const Model& model, std::string_view answer);

/// Whether an answer to a question of satisfaction says yes: `yes`, or a score of at least `satisfied_from` on a scale
/// to ten; on another whole scale, as large a part of it. Nothing for an answer outside the scale.
std::optional<bool> says_satisfied(const Question& question, const Model& model, std::string_view answer);

/// What an answer of a counted scale comes to, in hundredths. Nothing for an answer outside the scale.
std::optional<std::int64_t> hundredths_of(const Question& question, std::string_view answer);

/// An answer as people read it: «да», the label of a word; of a score or own words the answer itself.
Label shown_answer(const Question& question, const Model& model, const std::string& answer);

/// What would be right as an answer: `1-10`, or the words of the scale in this language.
std::string shown_scale(const AnswerScale& scale, const Model& model, Language language);

}  // namespace mentor

/// Every line that program.yaml may have. The reader, the manual, the JSON Schema and `edit program` use this table.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "mentor/edition.hpp"
#include "mentor/fields.hpp"
#include "mentor/label.hpp"
#include "schema.hpp"

namespace mentor::storage {

/// What stands after a key.
enum class SettingValue {
  text,
  texts,      // a list of texts
  language,   // `ru` or `en`
  month_day,  // `09-01`
  day,        // `2025-09-01`
  raised,     // a mapping of names of rules to `error`
  number,     // a whole number from `least` to `most`
  id,         // the id by which records name the entry
  ages,       // `10-15`, `18+`, `any`
  ids,        // a list of ids of other entries
  months,     // `3-12`
  targets,    // a mapping of calendar years to percents
  scale,      // `1-10`, `yes-no`, `number`, `text`, or an id
  choice,     // a word of `choices`
  yes_or_no,  // `yes` or `no`
  mapping,    // a mapping with the rows `inside`
  mappings,   // a list of such mappings
};

struct SettingRow {
  std::string_view name;
  SettingValue value = SettingValue::text;
  Presence presence = Presence::optional;
  FixedLabel help;
  std::span<const SettingRow> inside = {};
  int least = 0;
  int most = 0;
  std::optional<int> usual = {};  // the number where the line is left out, if every program has the same
  std::span<const WordRow> choices = {};
  std::string_view russian = {};                // what people type for the line in `edit program`; empty: not there
  std::array<std::string_view, 3> others = {};  // what else they may type
};

inline constexpr SettingRow id_row{.name = "id",
                                   .value = SettingValue::id,
                                   .presence = Presence::required,
                                   .help = {"Код, которым эту строку модели называют записи и команды.",
                                            "The id by which records and commands name the entry."}};
inline constexpr SettingRow ru_row{
    .name = "ru",
    .help = {
        "Название по-русски. Можно указать название только на одном языке, тогда оно показывается и на другом. Если "
        "нет ни одного, показывается код.",
        "Its label in Russian. One of the two labels is enough and then serves for both; without any the id does."}};
inline constexpr SettingRow en_row{.name = "en", .help = {"Название по-английски.", "Its label in English."}};

inline constexpr SettingRow also_row{
    .name = "also",
    .value = SettingValue::texts,
    .help = {"Как ещё это называют в школе: `[учитель, преподаватель]`. Эти слова понимают команды; в отчётах их нет. "
             "Без строки – слова редакции.",
             "What else the school calls it: `[master, tutor]`. Commands understand these words; no report shows them. "
             "Those of the edition when left out."}};

inline constexpr std::array curator_rows = {
    SettingRow{
        .name = "name", .help = {"ФИО.", "The name."}, .russian = "куратор", .others = {"curator", "фио", "имя"}},
    SettingRow{.name = "post", .help = {"Должность.", "The post."}, .russian = "должность", .others = {"post"}},
    SettingRow{
        .name = "phone", .help = {"Телефон.", "The telephone number."}, .russian = "телефон", .others = {"phone"}},
    SettingRow{.name = "email",
               .help = {"Электронная почта.", "The e-mail address."},
               .russian = "почта",
               .others = {"email"}},
};

inline constexpr std::array category_rows = {
    id_row,
    ru_row,
    en_row,
    also_row,
    SettingRow{
        .name = "mentee",
        .value = SettingValue::ages,
        .help = {"В каком возрасте можно быть наставляемым, в полных годах, обе границы включены: `10-15`; `18+` "
                 "– от 18 лет; `any` – без ограничений. Граница – не больше 150. Нет строки – наставляемых этой "
                 "категории не бывает.",
                 "The ages at which one may be a mentee, in whole years, both ends included: `10-15`; `18+`, "
                 "from 18; `any`, without bounds. A bound is at most 150. No line: people of this category are "
                 "never mentees."}},
    SettingRow{.name = "mentor", .value = SettingValue::ages, .help = {"То же о наставнике.", "The same of mentors."}},
};

inline constexpr std::array activity_type_rows = {
    id_row,
    ru_row,
    en_row,
    also_row,
    SettingRow{.name = "most-hours",
               .value = SettingValue::number,
               .help = {"Сколько часов может занять одно такое занятие. Без строки – сколько указано в `norms`, а для "
                        "`course` и `teaching-guide` – 300.",
                        "How many hours one such activity may take. As `norms` says when left out, but 300 of `course` "
                        "and `teaching-guide`."},
               .least = 1,
               .most = Duration::most_hours},
};

inline constexpr std::array role_model_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "peers",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: наставник может быть и младше.", "`yes`: the mentor may well be the younger one."}},
};

inline constexpr std::array form_norm_rows = {
    SettingRow{.name = "pair-months",
               .value = SettingValue::months,
               .help = {"Сколько месяцев длится пара, обе границы включены: `3-12`.",
                        "For how many months a pair lasts, both ends included: `3-12`."}},
};

inline constexpr std::array form_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "mentor",
               .value = SettingValue::ids,
               .presence = Presence::required,
               .help = {"Список категорий, из которых форма берёт наставника. Каждая должна быть в `categories`, и у "
                        "неё там должна быть строка `mentor`.",
                        "A list of the categories from which the form takes a mentor. Each must be one of `categories` "
                        "and have a line `mentor` there."}},
    SettingRow{.name = "mentee",
               .value = SettingValue::ids,
               .presence = Presence::required,
               .help = {"То же о наставляемом и строке `mentee`.", "The same of the mentee and the line `mentee`."}},
    SettingRow{
        .name = "activities",
        .value = SettingValue::mappings,
        .presence = Presence::required,
        .help = {"Закрытый перечень видов работы этой формы. В двух формах могут быть виды работы с одним кодом.",
                 "The closed list of the form's activity types. Two forms may have a type of the same id."},
        .inside = activity_type_rows},
    SettingRow{.name = "role-models",
               .value = SettingValue::mappings,
               .help = {"Ролевые модели пар этой формы. Без строки – те, что есть у формы с этим кодом в редакции.",
                        "The role models of the form's pairs. Those that the edition has for a form of this id when "
                        "left out."},
               .inside = role_model_rows},
    SettingRow{.name = "kinds",
               .value = SettingValue::ids,
               .help = {"Виды наставничества из `kinds`, которые бывают у этой формы. Без строки – из редакции.",
                        "The kinds of `kinds` that the form has. Those of the edition when left out."}},
    SettingRow{.name = "sections",
               .value = SettingValue::ids,
               .help = {"Разделы планов из `sections`, которые есть у пар этой формы. Без строки – из редакции.",
                        "The sections of `sections` that the plans of its pairs have. Those of the edition when left "
                        "out."}},
    SettingRow{.name = "norms",
               .value = SettingValue::mapping,
               .help = {"Числа этой формы.", "Numbers of the form's own."},
               .inside = form_norm_rows},
};

inline constexpr SettingRow drop_row{.name = "drop",
                                     .value = SettingValue::yes_or_no,
                                     .help = {"`yes`: такой строки в модели не будет, хотя она есть в редакции.",
                                              "`yes`: the model does not have this entry, though the edition does."}};

inline constexpr std::array reason_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "outcome",
               .value = SettingValue::choice,
               .help = {"Чем это кончилось: `completed` – завершено, `early` – прекращено досрочно, `continued` – "
                        "продолжено в другой паре, `void` – не состоялось. Для новой причины обязательно.",
                        "What it came to: `completed`; `early`, before its time; `continued`, in another pair; `void`, "
                        "it never was. A new reason must have one."},
               .choices = WordsOf<Outcome>::rows},
    SettingRow{.name = "of",
               .value = SettingValue::choice,
               .help = {"К чему относится: `pair` – к паре, `person` – к человеку; без строки – к обоим.",
                        "What it is of: a `pair` or a `person`; of both without it."},
               .choices = WordsOf<Ending>::rows},
    drop_row,
};

/// Of an entry that has a name and nothing else.
inline constexpr std::array named_rows = {id_row, ru_row, en_row, drop_row};

inline constexpr std::array scale_word_rows = {id_row, ru_row, en_row};

inline constexpr std::array scale_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "words",
               .value = SettingValue::mappings,
               .help = {"Ответы этой шкалы, по порядку. Для новой шкалы обязательны.",
                        "The answers of the scale, in their order. A new scale must have some."},
               .inside = scale_word_rows},
    drop_row,
};

inline constexpr std::array wording_rows = {ru_row, en_row};

/// The keys of a question at which stage it is asked, and how.
inline constexpr std::array wording_helps = {
    FixedLabel{"Текст вопроса на входе; без строки на этом этапе вопроса нет. То же о следующих.",
               "The question's text before the work; without the line it is not asked then. So for the next ones."},
    FixedLabel{"Текст через месяц.", "The text after a month."},
    FixedLabel{"Текст в середине.", "The text in the middle."},
    FixedLabel{"Текст в конце.", "The text at the end."},
    FixedLabel{"Текст при досрочном завершении.", "The text at an early end."},
};

inline constexpr std::array question_rows = [] {
  constexpr std::size_t own = 3;
  std::array<SettingRow, own + WordsOf<SurveyStage>::rows.size()> rows;
  rows[0] = id_row;
  rows[1] = SettingRow{.name = "scale",
                       .value = SettingValue::scale,
                       .presence = Presence::required,
                       .help = {"Каким может быть ответ: `1-10` (целое число в этих границах), `yes-no` (да или нет), "
                                "`number` (число), `text` (своими словами) или код шкалы из `scales`.",
                                "What an answer may be: `1-10` (a whole number within these bounds), `yes-no`, "
                                "`number`, `text` (own words), or the id of a scale of `scales`."}};
  rows[2] = SettingRow{.name = "satisfied",
                       .value = SettingValue::yes_or_no,
                       .help = {"`yes`: по ответу на этот вопрос в конце видно, удовлетворён ли человек.",
                                "`yes`: the answer at the end tells whether the person is satisfied."}};
  for (std::size_t index = own; index < rows.size(); ++index) {
    rows[index] = SettingRow{.name = WordsOf<SurveyStage>::rows[index - own].id,
                             .value = SettingValue::mapping,
                             .help = wording_helps[index - own],
                             .inside = wording_rows};
  }
  return rows;
}();

inline constexpr std::array level_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "from",
               .value = SettingValue::number,
               .presence = Presence::required,
               .help = {"С какой суммы баллов.", "From which sum on."},
               .least = 0,
               .most = 1'000'000},
};

inline constexpr std::array instrument_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "of",
               .value = SettingValue::choice,
               .help = {"Кто отвечает: `mentee`, `mentor` или, о программе в целом, куратор – `program`. У новой без "
                        "строки – о программе.",
                        "Who answers: a `mentee`, a `mentor`, or the curator for the whole `program`. A new one "
                        "without it is of the program."},
               .choices = WordsOf<Respondent>::rows},
    SettingRow{.name = "form",
               .value = SettingValue::id,
               .help = {"Форма, пары которой её заполняют; без строки – любой формы.",
                        "The form whose pairs fill it in; any form without it."}},
    SettingRow{.name = "source",
               .help = {"Откуда взяты вопросы; печатается на бланке.",
                        "Where the questions come from; a blank sheet says it."}},
    SettingRow{.name = "questions",
               .value = SettingValue::mappings,
               .help = {"Вопросы в порядке бланка. Для новой анкеты обязательны. У анкеты редакции они не меняются: "
                        "новые вопросы – новая анкета со своим кодом.",
                        "The questions, in the order of the sheet. A new instrument must have some. Those of the "
                        "edition's do not change: new questions are a new instrument, with an id of its own."},
               .inside = question_rows},
    SettingRow{.name = "levels",
               .value = SettingValue::mappings,
               .help = {"Что значит сумма баллов: уровни, каждый с какой-то суммы.",
                        "What the sum of a sheet means: levels, each from some sum on."},
               .inside = level_rows},
    drop_row,
};

inline constexpr std::array indicator_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{
        .name = "count",
        .value = SettingValue::choice,
        .help = {"Кого считать: `mentees` – наставляемых, `mentors` – наставников, `organizations` – предприятия "
                 "наставников, `satisfied-mentees` и `satisfied-mentors` – удовлетворённых по анкетам. Для "
                 "нового показателя обязательно.",
                 "Whom to count: `mentees`, `mentors`, `organizations` (the mentors' enterprises), "
                 "`satisfied-mentees` or `satisfied-mentors` by their questionnaires. A new indicator must say."},
        .choices = WordsOf<Counted>::rows},
    SettingRow{.name = "categories",
               .value = SettingValue::ids,
               .help = {"Только эти категории; без строки – все.", "These categories alone; all without it."}},
    SettingRow{.name = "ages",
               .value = SettingValue::ages,
               .help = {"Только этот возраст на последний день периода: `10-19`.",
                        "This age alone, on the period's last day: `10-19`."}},
    SettingRow{.name = "of",
               .help = {"Знаменатель: код вопроса анкеты о программе, например `pupils-10-19`, или `surveyed` – все, "
                        "кто ответил. Для нового показателя обязательно.",
                        "The denominator: the id of a question of a sheet of the program, such as `pupils-10-19`, or "
                        "`surveyed`, all who answered. A new indicator must say."}},
    SettingRow{.name = "targets",
               .value = SettingValue::targets,
               .help = {"Цели в процентах по календарным годам: `{2027: 75}`. После последнего года действует она же.",
                        "Targets in percent by calendar year: `{2027: 75}`. The last one stays in force."}},
    drop_row,
};

inline constexpr std::array training_rows = {
    id_row,
    ru_row,
    en_row,
    also_row,
    SettingRow{
        .name = "trains",
        .value = SettingValue::yes_or_no,
        .help = {"`yes`: кто это прошёл, обучен как наставник.", "`yes`: whoever had it is trained as a mentor."}},
    SettingRow{.name = "course",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: повышение квалификации.", "`yes`: further training."}},
    SettingRow{.name = "level",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: квалификационная категория.", "`yes`: a category that a teacher reaches."}},
    drop_row,
};

inline constexpr std::array document_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{
        .name = "of",
        .value = SettingValue::choice,
        .help = {"О ком или о чём документ: `person` – об одном человеке, `people` – о людях, `pairs` – о парах, "
                 "`program` – о программе. У нового вида без строки – об одном человеке.",
                 "What one is about: a `person`, `people`, `pairs` or the `program`. A new type without it is "
                 "about a person."},
        .choices = WordsOf<Subject>::rows},
    SettingRow{.name = "for",
               .value = SettingValue::choice,
               .help = {"От кого он требуется: `all` – от всех, `mentee` – от наставляемых, `mentor` – от наставников, "
                        "`minor` – от несовершеннолетних. Без строки документ о человеке не требуется ни от кого, "
                        "документ о парах – от каждой пары.",
                        "Of whom it is asked: of `all`, of a `mentee`, of a `mentor`, of a `minor`. Without it, one of "
                        "a person is asked of nobody, and one of pairs of each pair."},
               .choices = WordsOf<AskedOf>::rows},
    SettingRow{
        .name = "categories",
        .value = SettingValue::ids,
        .help = {"Только для этих категорий; без строки – для всех.", "Only of these categories; of all without it."}},
    SettingRow{.name = "signer",
               .value = SettingValue::choice,
               .help = {"`representative`: до `adult-age` лет подписывает законный представитель, потом – сам человек.",
                        "`representative`: below `adult-age` a representative signs it, from then on the person."},
               .choices = WordsOf<Signer>::rows},
    SettingRow{.name = "required",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: без него пару не создать, если `severity` – `error`; `no`: никогда не требуется. Без "
                        "строки о нём предупреждают, как только в программе есть хотя бы один такой документ.",
                        "`yes`: no pair can be made without it if its `severity` is `error`; `no`: it is never asked "
                        "for. Without the line a warning asks for it as soon as the program has one such document."}},
    SettingRow{.name = "severity",
               .value = SettingValue::choice,
               .help = {"Что такое его отсутствие при `required: yes`: `error` или `warning`.",
                        "What its absence is under `required: yes`: an `error` or a `warning`."},
               .choices = WordsOf<Severity>::rows},
    SettingRow{.name = "since",
               .value = SettingValue::day,
               .help = {"Спрашивается с пар, которые начались в этот день или позже.",
                        "It is asked of pairs that began on this day or later."}},
    SettingRow{.name = "months",
               .value = SettingValue::number,
               .help = {"Сколько месяцев он действует, если в нём самом не указано; без строки – бессрочно.",
                        "For how many months it counts if it does not say itself; for good without it."},
               .least = 1,
               .most = 120},
    SettingRow{.name = "approves",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: кто в нём назван, утверждён наставником; остальные наставники – кандидаты.",
                        "`yes`: whoever it names is approved as a mentor; other mentors are candidates."}},
    SettingRow{.name = "publishes",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: кто его дал, согласен на публикацию сведений о себе; спрашивает `practice-consent`.",
                        "`yes`: whoever gave it agrees to being named in what is published; `practice-consent` asks."}},
    SettingRow{.name = "renew-before",
               .value = SettingValue::day,
               .help = {"Подписанный раньше этого дня нужно посмотреть заново: об этом напоминает `document-renew`.",
                        "One that was signed before this day is to be looked at again: `document-renew` says so."}},
    drop_row,
};

inline constexpr std::array kind_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "group",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: пары одного наставника в одной форме – одна группа.",
                        "`yes`: the pairs of one mentor in one form are one group."}},
    SettingRow{.name = "short",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: пара может быть сколь угодно короткой.", "`yes`: a pair may be as short as it likes."}},
    SettingRow{.name = "peers",
               .value = SettingValue::yes_or_no,
               .help = {"`yes`: наставник может быть и младше.", "`yes`: the mentor may well be the younger one."}},
    drop_row,
};

inline constexpr std::array term_rows = {
    id_row,
    ru_row,
    en_row,
    SettingRow{.name = "from",
               .value = SettingValue::month_day,
               .help = {"Первый день, например `09-01`. Для новой части обязателен.",
                        "The first day, such as `09-01`. A new term must have one."}},
    SettingRow{.name = "until",
               .value = SettingValue::month_day,
               .help = {"Последний день, например `10-25`. Для новой части обязателен.",
                        "The last day, such as `10-25`. A new term must have one."}},
    drop_row,
};

inline constexpr std::array norm_settings = [] {
  std::array<SettingRow, norm_rows.size()> rows;
  std::transform(norm_rows.begin(), norm_rows.end(), rows.begin(), [](const NormRow& norm) {
    return SettingRow{.name = norm.name,
                      .value = SettingValue::number,
                      .help = norm.help,
                      .least = norm.least,
                      .most = norm.most,
                      .usual = norm.usual};
  });
  return rows;
}();

inline constexpr std::array model_rows = {
    SettingRow{.name = "profile",
               .help = {"Имя модели, с которой начал `init`: пометка для людей, ни на что не влияет.",
                        "The name of the model that `init` began with: a remark for people, without effect."}},
    SettingRow{.name = "edition",
               .value = SettingValue::number,
               .help = {"Номер редакции: из неё берётся всё, чего здесь нет. Без номера – первая.",
                        "The number of the edition, from which comes all that is not here. The first without it."},
               .least = oldest_edition,
               .most = newest_edition},
    SettingRow{.name = "categories",
               .value = SettingValue::mappings,
               .presence = Presence::required,
               .help = {"Перечень категорий людей.", "A list of kinds of people."},
               .inside = category_rows},
    SettingRow{.name = "forms",
               .value = SettingValue::mappings,
               .presence = Presence::required,
               .help = {"Перечень форм наставничества.", "A list of forms of mentoring."},
               .inside = form_rows},
    SettingRow{
        .name = "reasons",
        .value = SettingValue::mappings,
        .help = {"Причины, по которым завершаются пары и выбывают люди. К причинам редакции добавляются новые; у "
                 "причины с тем же кодом меняются только указанные строки.",
                 "The reasons for which pairs end and people leave. New ones join those of the edition; of one "
                 "with a known id, only the lines given here differ."},
        .inside = reason_rows},
    SettingRow{
        .name = "terms",
        .value = SettingValue::mappings,
        .help =
            {"Части учебного года: по ним называют период (`--period` «1 четверть»). В редакции – четыре четверти и "
             "два полугодия обычного года; у части с тем же кодом меняются только указанные строки, новые "
             "добавляются.",
             "The parts of a school year, which name a period (`--period t1`). The edition has the four quarters "
             "and two halves of an ordinary year; of a term with a known id only the lines given here differ, and "
             "new ones join them."},
        .inside = term_rows},
    SettingRow{.name = "stages",
               .value = SettingValue::mappings,
               .help = {"Этапы дорожной карты, по порядку. К этапам редакции добавляются новые.",
                        "The stages of the road map, in their order. New ones join those of the edition."},
               .inside = named_rows},
    SettingRow{.name = "sections",
               .value = SettingValue::mappings,
               .help = {"Разделы планов пар. К разделам редакции добавляются новые.",
                        "The sections of the plans of pairs. New ones join those of the edition."},
               .inside = named_rows},
    SettingRow{.name = "trainings",
               .value = SettingValue::mappings,
               .help = {"Виды обучения и достижений педагогов и наставников. К видам редакции добавляются новые.",
                        "What teachers and mentors learn and achieve. New ones join those of the edition."},
               .inside = training_rows},
    SettingRow{.name = "documents",
               .value = SettingValue::mappings,
               .help = {"Виды документов, и от кого каждый требуется. К видам редакции добавляются новые; у вида с тем "
                        "же кодом меняются только указанные строки.",
                        "The types of documents, and of whom each is asked. New ones join those of the edition; of a "
                        "type with a known id, only the lines given here differ."},
               .inside = document_rows},
    SettingRow{.name = "resources",
               .value = SettingValue::mappings,
               .help = {"Виды ресурсов, которые нужны программе. К видам редакции добавляются новые.",
                        "The types of resources that the program needs. New ones join those of the edition."},
               .inside = named_rows},
    SettingRow{.name = "scales",
               .value = SettingValue::mappings,
               .help = {"Шкалы, ответы которых – слова. К шкалам редакции добавляются новые.",
                        "Scales whose answers are words. New ones join those of the edition."},
               .inside = scale_rows},
    SettingRow{.name = "instruments",
               .value = SettingValue::mappings,
               .help = {"Анкеты, анкета куратора, таблицы чисел – всё, что заполняют по вопросам. К тому, что есть в "
                        "редакции, добавляется новое.",
                        "Questionnaires, the curator's sheet, tables of figures: all that is filled in by questions. "
                        "New ones join those of the edition."},
               .inside = instrument_rows},
    SettingRow{.name = "indicators",
               .value = SettingValue::mappings,
               .help = {"Показатели эффективности и их цели. К показателям редакции добавляются новые; у показателя с "
                        "тем же кодом меняются только указанные строки.",
                        "The indicators and their targets. New ones join those of the edition; of one with a known id "
                        "only the lines given here differ."},
               .inside = indicator_rows},
    SettingRow{.name = "kinds",
               .value = SettingValue::mappings,
               .help = {"Виды наставничества. К видам редакции добавляются новые.",
                        "The kinds of mentoring. New ones join those of the edition."},
               .inside = kind_rows},
    SettingRow{.name = "private-words",
               .value = SettingValue::texts,
               .help = {"Начала слов, которых не должно быть в текстах записей: `[ОВЗ, диагноз]`. Без строки – из "
                        "редакции.",
                        "Beginnings of words that no text of a record should hold: `[ОВЗ, диагноз]`. Those of the "
                        "edition when left out."}},
    SettingRow{.name = "rules",
               .value = SettingValue::raised,
               .help = {"Правила, предупреждения которых здесь – ошибки: `{duplicate-person: error}`. Смягчить ошибку "
                        "нельзя.",
                        "Rules whose warnings are errors here: `{duplicate-person: error}`. No error can be lowered."}},
    SettingRow{.name = "norms",
               .value = SettingValue::mapping,
               .help = {"Числовые настройки школы.", "Numbers of the school's own."},
               .inside = norm_settings},
};

inline constexpr std::array program_rows = {
    SettingRow{.name = "schema",
               .value = SettingValue::number,
               .presence = Presence::required,
               .help = {"Номер схемы: `1`, см. СХЕМА.", "The number of the schema: `1`, see SCHEMA."},
               .least = 0,
               .most = newest_schema},
    SettingRow{.name = "organization",
               .help = {"Название школы, для заголовка отчётов.", "The school's name, for the head of reports."},
               .russian = "организация",
               .others = {"school", "школа"}},
    SettingRow{.name = "language",
               .value = SettingValue::language,
               .help = {"Язык отчётов: `ru` (он же, если поля нет) или `en`.",
                        "The language of reports: `ru` (the usual) or `en`."},
               .russian = "язык"},
    SettingRow{.name = "curator",
               .value = SettingValue::mapping,
               .help = {"Кто отвечает за программу.", "Who answers for the program."},
               .inside = curator_rows},
    SettingRow{
        .name = "school-year",
        .value = SettingValue::month_day,
        .help = {"День, с которого начинается учебный год: `09-01` (он же, если поля нет). 29 февраля не годится.",
                 "The day on which the school year begins: `09-01` (the usual). 29 February will not do."},
        .russian = "учебный-год",
        .others = {"учебный год"}},
    SettingRow{.name = "model",
               .value = SettingValue::mapping,
               .presence = Presence::required,
               .help = {"Что допустимо.", "What is allowed."},
               .inside = model_rows},
};

}  // namespace mentor::storage

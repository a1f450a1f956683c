#include "mentor/records/practice.hpp"

#include <array>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "form_words.hpp"
#include "inspection.hpp"
#include "titles.hpp"

namespace mentor {

namespace {

constexpr std::array practice_fields = {
    field<&Practice::id, OwnIdCodec<Practice>>(
        "id", required, {"Код", "Id"}, {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Practice::title, LineCodec>("title", required, {"Название", "Title"},
                                       {"Название программы или практики.", "What the program or practice is called."}),
    field<&Practice::form>("form", required, {"Форма", "Form"},
                           {"Код формы наставничества из модели программы, например pupil-pupil.",
                            "The id of a form of the program's model, such as pupil-pupil."}),
    field<&Practice::role_model>("role-model", optional, {"Ролевая модель", "Role model"},
                                 {"Код ролевой модели формы, например leader-passive.",
                                  "The id of a role model of the form, such as leader-passive."},
                                 {.russian = "ролевая-модель"}),
    field<&Practice::from>(
        "from", optional, {"Действует с", "From"},
        {"Первый день, когда пары работают по этой программе.", "The first day on which pairs run by this program."},
        {.russian = "с", .ahead = true, .of_school_year = true}),
    field<&Practice::until>("until", optional, {"Действует по", "Until"},
                            {"Последний такой день.", "The last such day."}, {.russian = "по", .ahead = true}),
    field<&Practice::authors>(
        "authors", optional, {"Авторы", "Authors"},
        {"Список кодов авторов; у программы – её руководителей.", "The ids of the authors; of a program its leaders."},
        {.privacy = Privacy::name_of_minor}),
    field<&Practice::goal>("goal", optional, {"Цель, проблема", "Goal"},
                           {"Для чего программа, какую трудность она решает.", "What the program is for."},
                           {.privacy = Privacy::sensitive}),
    field<&Practice::content>("content", optional, {"Содержание, ход", "Content"},
                              {"Что и как делают.", "What is done, and how."}, {.privacy = Privacy::sensitive}),
    field<&Practice::expected>("expected", optional, {"Ожидаемые результаты", "Expected results"},
                               {"Что должно получиться.", "What should come of it."},
                               {.russian = "ожидаемый-результат", .privacy = Privacy::sensitive}),
    field<&Practice::result>("result", optional, {"Результат", "Result"}, {"Что получилось.", "What came of it."},
                             {.privacy = Privacy::sensitive}),
    field<&Practice::link, LineCodec>("link", optional, {"Ссылка", "Link"},
                                      {"Где это опубликовано; столбец «ссылка на кейс» обеих баз.",
                                       "Where it is published; the column of that name in both bases."}),
    field<&Practice::published>("published", optional, {"Опубликовано", "Published"},
                                {"День публикации: с него это лучшая практика.",
                                 "The day of publication: from then on it is a best practice."}),
};

void days_of_practice(const Stored<Practice>& stored, Inspection& inspection) {
  refuse_reversed(stored, "until", stored.record.from, stored.record.until, inspection);
}

void future_practice(const Stored<Practice>& stored, Inspection& inspection) {
  refuse_future(stored, "published", stored.record.published, inspection);
}

constexpr std::array practice_rules = {
    RecordRule<Practice>{Rule::form_word, words_of_form<Practice>},
    RecordRule<Practice>{Rule::date_order, days_of_practice},
    RecordRule<Practice>{Rule::future_date, future_practice},
    RecordRule<Practice>{Rule::practice_consent, practice_consent, KindSet::of<Document>()},
};

}  // namespace

std::span<const Field<Practice>> Kind<Practice>::fields() { return practice_fields; }
std::span<const RecordRule<Practice>> Kind<Practice>::rules() { return practice_rules; }

std::string Kind<Practice>::title_of(const Program&, const Practice& practice, Date) { return practice.title; }

std::vector<const Stored<Practice>*> Kind<Practice>::resolve(const ResolveContext& context,
                                                             std::string_view reference) {
  return by_title<Practice>(context, reference);
}

}  // namespace mentor

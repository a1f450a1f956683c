#include "mentor/records/training.hpp"

#include <array>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "inspection.hpp"

namespace mentor {

namespace {

constexpr std::array training_fields = {
    field<&Training::id, OwnIdCodec<Training>>(
        "id", required, {"Код", "Id"}, {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Training::type>("type", required, {"Вид", "Type"},
                           {"Код вида обучения из модели программы, например mentor-school.",
                            "The id of a type of training of the program's model, such as mentor-school."}),
    field<&Training::people>("people", required, {"Участники", "People"},
                             {"Список кодов всех, кто участвовал.", "The ids of all who took part."},
                             {.russian = "кто", .privacy = Privacy::name_of_minor}),
    field<&Training::title, LineCodec>("title", optional, {"Тема", "Title"}, {"Тема, название.", "What it was about."},
                                       {.russian = "название"}),
    field<&Training::on>("on", required, {"Дата", "On"}, {"Последний день.", "Its last day."}, {.usual = "today"}),
    field<&Training::hours>("hours", optional, {"Часы", "Hours"},
                            {"Сколько часов, больше 0 и не больше 1000.", "How many hours, above 0 and up to 1000."}),
    field<&Training::provider, LineCodec>("provider", optional, {"Организация", "Provider"},
                                          {"Кто проводил.", "Who gave it."}),
    field<&Training::number, LineCodec>("number", optional, {"Документ", "Number"},
                                        {"Удостоверение, сертификат, приказ.", "The certificate or order."}),
    field<&Training::until>("until", optional, {"Действует до", "Until"},
                            {"День, до которого это действует.", "The last day on which it counts."},
                            {.russian = "по", .ahead = true}),
};

void days_of_training(const Stored<Training>& stored, Inspection& inspection) {
  refuse_reversed(stored, "until", stored.record.on, stored.record.until, inspection);
}

void future_training(const Stored<Training>& stored, Inspection& inspection) {
  refuse_future(stored, "on", stored.record.on, inspection);
}

constexpr std::array training_rules = {
    RecordRule<Training>{Rule::date_order, days_of_training},
    RecordRule<Training>{Rule::future_date, future_training},
};

}  // namespace

std::span<const Field<Training>> Kind<Training>::fields() { return training_fields; }
std::span<const RecordRule<Training>> Kind<Training>::rules() { return training_rules; }

}  // namespace mentor

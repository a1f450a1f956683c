#include "mentor/records/contact.hpp"

#include <array>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "inspection.hpp"

namespace mentor {

namespace {

constexpr std::array contact_fields = {
    field<&Contact::id, OwnIdCodec<Contact>>("id", required, {"Код", "Id"},
                                             {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Contact::people>("people", required, {"С кем", "With"},
                            {"Список кодов людей, с которыми связался куратор.",
                             "The ids of the people with whom the curator got in touch."},
                            {.russian = "кто", .privacy = Privacy::name_of_minor}),
    field<&Contact::on>("on", required, {"Дата", "On"}, {"День, когда это было.", "The day on which it was."},
                        {.usual = "today"}),
    field<&Contact::via>("via", optional, {"Способ", "Via"},
                         {"Как: meeting (встреча), call (звонок), message (сообщение), visit (посещение занятия).",
                          "How: meeting, call, message or visit."}),
    field<&Contact::reached>("reached", optional, {"Состоялся", "Reached"},
                             {"no (нет), если связаться не удалось; иначе не пишется.",
                              "no when it was tried in vain; else it is left out."}),
    field<&Contact::note>("note", optional, {"Примечание", "Note"},
                          {"О чём был разговор, свободный текст.", "What was said, free text."},
                          {.privacy = Privacy::sensitive}),
};

void future_contact(const Stored<Contact>& stored, Inspection& inspection) {
  refuse_future(stored, "on", stored.record.on, inspection);
}

constexpr std::array contact_rules = {
    RecordRule<Contact>{Rule::future_date, future_contact},
};

}  // namespace

std::span<const Field<Contact>> Kind<Contact>::fields() { return contact_fields; }
std::span<const RecordRule<Contact>> Kind<Contact>::rules() { return contact_rules; }

}  // namespace mentor

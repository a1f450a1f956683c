#include "mentor/records/pause.hpp"

#include <array>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "inspection.hpp"
#include "mentor/pauses.hpp"

namespace mentor {

namespace {

constexpr std::array pause_fields = {
    field<&Pause::id, OwnIdCodec<Pause>>("id", required, {"Код", "Id"},
                                         {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Pause::pairs>(
        "pairs", required, {"Пары", "Pairs"},
        {"Список кодов пар, которые в эти дни не работают.", "The ids of the pairs that do not work on these days."},
        {.privacy = Privacy::name_of_minor}),
    field<&Pause::from>("from", required, {"Начало", "From"},
                        {"Первый день без занятий.", "The first day without work."},
                        {.russian = "с", .usual = "today", .ahead = true, .of_school_year = true}),
    field<&Pause::until>("until", optional, {"Окончание", "Until"},
                         {"Последний день без занятий; пока его нет, приостановка продолжается.",
                          "The last day without work; without it the pause goes on."},
                         {.russian = "по", .ahead = true}),
    field<&Pause::note, CompactLineCodec>("note", optional, {"Причина", "Note"},
                                          {"Почему пары не работают.", "Why the pairs do not work."},
                                          {.russian = "примечание", .privacy = Privacy::sensitive}),
};

void date_order_of_pause(const Stored<Pause>& stored, Inspection& inspection) {
  refuse_reversed(stored, "until", stored.record.from, stored.record.until, inspection);
}

void days_of_pairs(const Stored<Pause>& stored, Inspection& inspection) {
  const Pause& pause = stored.record;
  for (const auto& id : pause.pairs) {
    const Pair* pair = inspection.find(id);
    if (pair == nullptr) {
      continue;
    }
    const std::string title = title_of(inspection.program(), *pair, inspection.today());
    // A pair may end before a pause that was planned: then the pause has no day, and stands in nobody's way.
    const auto when_over = stored.is_proposed() ? Severity::error : Severity::warning;
    const auto tell = [&](Severity severity, Message message) {
      inspection.add(Rule::pause_dates, severity, stored, "from", std::move(message), {id.to_string()});
    };
    switch (state_on(*pair, pause.from, inspection.model())) {
      case PairState::proposed:
        tell(Severity::error, say("pause-dates.proposed", title));
        break;
      case PairState::planned:
        tell(Severity::error, say("pause-dates.before", title, pair->from, pause.from));
        break;
      case PairState::ended:
        tell(when_over,
             say("pause-dates.after", title, *pair->until, pause.from, id.to_string(), pause.id.to_string()));
        break;
      case PairState::cancelled:
        if (stored.is_proposed()) {
          tell(Severity::error, say("pause-dates.void", title, id.to_string()));
        }
        break;
      case PairState::open:
      case PairState::paused:
        break;
    }
  }
}

void shared_days(const Stored<Pause>& stored, Inspection& inspection) {
  for (const auto& pair_id : stored.record.pairs) {
    const auto* other = inspection.index<Pauses>().shared_by(stored, pair_id);
    if (other == nullptr || (!stored.is_proposed() && other->is_proposed())) {
      continue;  // what is proposed tells it itself
    }
    const Pair* pair = inspection.find(pair_id);
    const std::string title =
        pair != nullptr ? title_of(inspection.program(), *pair, inspection.today()) : pair_id.to_string();
    const Pause& pause = other->record;
    const std::string id = pause.id.to_string();
    inspection.add(Rule::pause_dates, Severity::error, stored, "from",
                   pause.until ? say("pause-dates.shared", title, pause.from, *pause.until, id)
                               : say("pause-dates.shared-open", title, pause.from, id, pair_id.to_string()),
                   {id, pair_id.to_string()});
  }
}

constexpr std::array pause_rules = {
    RecordRule<Pause>{Rule::date_order, date_order_of_pause},
    RecordRule<Pause>{Rule::pause_dates, days_of_pairs},
    RecordRule<Pause>{Rule::pause_dates, shared_days, KindSet::of<Pause>()},
};

}  // namespace

std::span<const Field<Pause>> Kind<Pause>::fields() { return pause_fields; }
std::span<const RecordRule<Pause>> Kind<Pause>::rules() { return pause_rules; }

std::string Kind<Pause>::title_of(const Program& program, const Pause& pause, Date day) {
  std::string title;
  for (const auto& id : pause.pairs) {
    const Pair* pair = program.find(id);
    title.append(title.empty() ? "" : ", ");
    title.append(pair != nullptr ? mentor::title_of(program, *pair, day) : id.to_string());
  }
  return title;
}

}  // namespace mentor

#include "understood.hpp"

#include <algorithm>
#include <tuple>

#include "language/names.hpp"
#include "mentor/fields.hpp"
#include "render/cells.hpp"

namespace mentor::cli {

namespace {

using language::Words;

/// The day on which a record is described: its own, if it has one.
template <class Record>
Date day_of_record(const Record& record, Date today) {
  if constexpr (HasDay<Record>) {
    return record.on;
  } else {
    return today;
  }
}

/// The value of a field as a part of a sentence: a day written out, hours with their unit, a text in quotes, short
/// names.
template <class Record>
std::string said_value(const Field<Record>& field, const Cell& cell, const Words& words) {
  if (const auto* day = std::get_if<Date>(&cell)) {
    return words.date(*day);
  }
  if (const auto* duration = std::get_if<Duration>(&cell)) {
    return words.say(say("understood.hours", *duration));
  }
  std::string text = render::human(cell, words);
  if (field.privacy == Privacy::name_of_minor && field.meaning == Meaning::reference) {
    return language::short_names(text);
  }
  return field.has_lines && !text.empty() ? words.say(say("understood.text", std::move(text))) : text;
}

/// What names the record for people, before its other fields.
template <class Record>
std::string said_title(const Program& program, const Record& record, Date today, const Words& words) {
  if constexpr (HasDay<Record>) {
    return record.on.year() == today.year() ? words.day(record.on) : words.date(record.on);
  } else if constexpr (std::is_same_v<Record, Pause>) {
    const std::string kind = language::uncapitalized(Kind<Pause>::title.in(words.language()));
    return language::short_names(title_of(program, record, today)) + " (" + kind + ')';
  } else if constexpr (requires { &Kind<Record>::is_named_by_members; }) {
    return language::short_names(title_of(program, record, today));
  } else {
    return title_of(program, record, today);
  }
}

/// Whether the title tells the field already.
template <class Record>
bool is_in_title(const Field<Record>& field, const std::string& value, const std::string& title) {
  if constexpr (requires { &Kind<Record>::is_named_by_members; }) {
    if (field.meaning == Meaning::reference) {
      return true;
    }
  }
  return field.meaning == Meaning::own_id || value == title || (HasDay<Record> && field.name == "on");
}

/// What was understood of a change: the record's title, and the changed fields with their values.
template <class Record>
Texts said_of_change(const Program& program, const Record& record, const ChangeRecord& edit, Date today,
                     const Words& words) {
  Texts parts;
  for (const auto& field : fields<Record>()) {
    // Of a value that changes by days all days are said: the new one may begin later.
    const CellView view{program, day_of_record(record, today), field.is_dated()};
    if (std::find(edit.fields.begin(), edit.fields.end(), field.name) != edit.fields.end()) {
      const std::string value = said_value(field, field.cell(record, view), words);
      parts.push_back(language::uncapitalized(field.heading.in(words.language())) + ": " +
                      (value.empty() ? words.text(key("understood.nothing")) : value));
    }
  }
  for (const OwnField& field : edit.own) {
    parts.push_back(field.name);
  }
  return parts;
}

/// What names a record that is changed: of a record of a day also whose it is, unless just that is changed.
template <class Record>
std::string said_subject(const Program& program, const Record& record, const ChangeRecord& edit, Date today,
                         const Words& words) {
  std::string subject = said_title(program, record, today, words);
  if constexpr (HasDay<Record>) {
    const CellView view{program, record.on};
    for (const auto& field : fields<Record>()) {
      const bool names_somebody = field.meaning == Meaning::reference && field.privacy == Privacy::name_of_minor;
      if (names_somebody && std::find(edit.fields.begin(), edit.fields.end(), field.name) == edit.fields.end()) {
        const std::string value = said_value(field, field.cell(record, view), words);
        subject.append(value.empty() ? "" : ", ").append(value);
      }
    }
  }
  return subject;
}

/// The parts of a sentence that goes on after them: a point at their end would be doubled.
Texts without_point(Texts parts) {
  if (!parts.empty() && parts.back().ends_with('.')) {
    parts.back().pop_back();
  }
  return parts;
}

}  // namespace

template <class Record>
Texts described(const Program& program, const Record& record, Date today, const Words& words) {
  const std::string title = said_title(program, record, today, words);
  const CellView view{program, day_of_record(record, today)};
  Texts parts{title};
  for (const auto& field : fields<Record>()) {
    const Cell cell = field.cell(record, view);
    const std::string value = said_value(field, cell, words);
    if (value.empty() || field.shape == Shape::entries || is_in_title(field, value, title) ||
        render::human(cell, words) == title) {
      continue;
    }
    if constexpr (std::is_same_v<Record, Resource>) {
      if (field.name == "measure") {
        continue;  // it stands behind each amount
      }
    }
    const bool is_plain = field.meaning == Meaning::date || field.meaning == Meaning::born ||
                          field.meaning == Meaning::due || field.meaning == Meaning::amount;
    const bool is_choice = field.meaning == Meaning::choice && field.presence == Presence::optional;
    std::string part;
    if (is_plain || is_choice) {  // «срок 5 ноября», but «способ: звонок», since the heading may be any words
      part = language::uncapitalized(field.heading.in(words.language())) + (is_choice ? ": " : " ");
    }
    part += value;
    if constexpr (std::is_same_v<Record, Resource>) {
      part += field.meaning == Meaning::amount && !record.measure.empty() ? ' ' + record.measure : std::string{};
    }
    parts.push_back(std::move(part));
  }
  if constexpr (std::is_same_v<Record, Pair>) {
    if (!record.is_agreed()) {
      parts.push_back(label_of(PairState::proposed).in(words.language()));
    }
  }
  return parts;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_understood(std::tuple<Records...>) {
  return std::tuple{&described<Records>...};
}
template auto instances_of_understood(Kinds);

Message understood(const Program& program, const Edits& edits, Date today, const Words& words) {
  const auto is_new = [](const Edit& edit) { return std::holds_alternative<CreateRecord>(edit); };
  const bool is_one = edits.size() == 1 || std::count_if(edits.begin(), edits.end(), is_new) == 1;
  if (!is_one) {
    const bool removes = std::all_of(edits.begin(), edits.end(),
                                     [](const Edit& edit) { return std::holds_alternative<RemoveRecord>(edit); });
    const bool changes = std::all_of(edits.begin(), edits.end(),
                                     [](const Edit& edit) { return std::holds_alternative<ChangeRecord>(edit); });
    const Count count{static_cast<std::int64_t>(edits.size()), key("noun.records")};
    return removes   ? say("write.removed-all", count)
           : changes ? say("write.changed-all", count)
                     : say("write.done-all", count);
  }
  const auto first_new = std::find_if(edits.begin(), edits.end(), is_new);  // what else changed, changed because of it
  const Edit& edit = first_new == edits.end() ? edits.front() : *first_new;
  if (const auto* created = std::get_if<CreateRecord>(&edit)) {
    return say("write.done",
               without_point(std::visit([&](const auto& record) { return described(program, record, today, words); },
                                        created->record)));
  }
  if (const auto* changed = std::get_if<ChangeRecord>(&edit)) {
    return std::visit(
        [&](const auto& record) {
          return say("write.changed", said_subject(program, record, *changed, today, words),
                     without_point(said_of_change(program, record, *changed, today, words)));
        },
        changed->record);
  }
  return say("write.removed",
             without_point(std::visit([&](const auto& record) { return described(program, record, today, words); },
                                      std::get<RemoveRecord>(edit).record)));
}

}  // namespace mentor::cli

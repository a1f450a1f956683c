/// The lines of the report `attention`. Each file of the report gives those of its own theme.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "mentor/reports.hpp"
#include "mentor/words_of.hpp"
#include "papers.hpp"
#include "to_type.hpp"

namespace mentor {

/// Why something wants attention (model §8).
enum class Want {
  silent,
  first_meeting,
  contact,
  plan,
  step,
  resource,
  survey,
  ends_soon,
  outcome,
  long_pause,
  unpaired,
  untrained,
  course,
  document,
  keep
};

template <>
struct WordsOf<Want> {
  static constexpr std::array rows = {WordRow{"silent", {"давно нет занятий", "silent"}},
                                      WordRow{"first-meeting", {"ещё не встречались", "no first meeting"}},
                                      WordRow{"contact", {"нужна связь куратора", "contact is due"}},
                                      WordRow{"plan", {"нет плана", "no plan"}},
                                      WordRow{"step", {"срок мероприятия", "step is due"}},
                                      WordRow{"resource", {"не хватает ресурса", "resource is short"}},
                                      WordRow{"survey", {"анкета", "questionnaire"}},
                                      WordRow{"ends-soon", {"скоро завершается", "ends soon"}},
                                      WordRow{"outcome", {"не указан итог", "no outcome"}},
                                      WordRow{"long-pause", {"долгая приостановка", "long pause"}},
                                      WordRow{"unpaired", {"нет пары", "no pair"}},
                                      WordRow{"untrained", {"не обучен к началу пары", "untrained at its start"}},
                                      WordRow{"course", {"пора на курсы", "course is due"}},
                                      WordRow{"document", {"документ", "document"}},
                                      WordRow{"keep", {"данные пора удалить", "data to be removed"}}};
};

/// What the texts of the lines are made with.
struct TextSources {
  const Program& program;
  Date day;
  NamesToType to_type;
};

/// A line of the report. A region has a hundred thousand, so each makes its texts only when it is printed.
struct AttentionItem {
  Want want;
  Date since;
  std::int64_t days;  // how long it has been so; 0 of what is still to come
  std::function<Reference(const TextSources&)> who;
  std::function<Labelled(const TextSources&)> command;
  std::function<Labelled()> why = {};  // where the word of `want` does not say it all
};

/// Gives `AttentionItem::who` for a person.
inline auto person_shown(const Participant& person) {
  return [&person](const TextSources& sources) {
    return Reference{person.id.to_string(), person.name.on(sources.day), true};
  };
}

// What these pairs, or these people, want on a day. What the program does not use is asked of nobody.

/// The papers that members of these pairs lack, or that expire.
std::vector<AttentionItem> missing_papers(const Program& program, const Papers& papers,
                                          const std::vector<const Pair*>& pairs, Date day);
/// The questionnaires that members of these pairs have not filled in.
std::vector<AttentionItem> missing_surveys(const Program& program, const std::vector<const Pair*>& pairs, Date day);
/// Those in these pairs whose last course was so long ago that the next one is due. Of whom no course is written down,
/// nobody knows when the last one was.
std::vector<AttentionItem> missing_courses(const Program& program, const std::vector<const Pair*>& pairs, Date day);
/// A mentee who has waited for a pair for too long, since joining or since the last pair ended; a mentor only if the
/// last one says that another is wanted.
std::vector<AttentionItem> unpaired_people(const Program& program, const std::vector<const Participant*>& people,
                                           Date day);
/// Whoever left longer ago than data is kept, or withdrew the consent to it.
std::vector<AttentionItem> kept_too_long(const Program& program, const Papers& papers,
                                         const std::vector<const Participant*>& people, Date day);

}  // namespace mentor

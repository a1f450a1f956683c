#include "mentor/edition.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {

namespace {

struct ReasonRow {
  std::string_view id;
  FixedLabel label;
  Outcome outcome;
  std::optional<Ending> of = std::nullopt;

  Reason reason() const {
    Reason made;
    made.id = *Id<Reason>::parse(id);
    made.label = label.label();
    made.outcome = outcome;
    made.of = of;
    return made;
  }
};

/// Model §6.2 [ours].
constexpr std::array reasons_of_edition_1 = {
    ReasonRow{"completed", {"план выполнен", "plan completed"}, Outcome::completed, Ending::pair},
    ReasonRow{"early-success", {"цель достигнута досрочно", "early success"}, Outcome::completed, Ending::pair},
    ReasonRow{"own-wish", {"собственное желание", "own wish"}, Outcome::early},
    ReasonRow{"mutual", {"взаимное согласие", "mutual consent"}, Outcome::early, Ending::pair},
    ReasonRow{"no-time", {"нехватка времени", "no time"}, Outcome::early},
    ReasonRow{"incompatibility", {"психологическая несовместимость", "incompatibility"}, Outcome::early, Ending::pair},
    ReasonRow{"non-performance", {"неисполнение обязанностей", "non-performance"}, Outcome::early},
    ReasonRow{"discipline", {"дисциплинарное взыскание", "discipline"}, Outcome::early},
    ReasonRow{"health", {"болезнь", "health"}, Outcome::early},
    ReasonRow{"moved", {"переход в другую школу, переезд", "moved"}, Outcome::early},
    ReasonRow{"graduated", {"окончание школы", "graduated"}, Outcome::completed},
    ReasonRow{"dismissed", {"увольнение", "left the job"}, Outcome::early},
    ReasonRow{"consent-withdrawn", {"отзыв согласия", "consent withdrawn"}, Outcome::early},
    ReasonRow{"curator-decision", {"решение куратора", "curator's decision"}, Outcome::early},
    ReasonRow{"mentor-replaced", {"замена наставника", "mentor replaced"}, Outcome::continued, Ending::pair},
    ReasonRow{"extended", {"продление", "extended"}, Outcome::continued, Ending::pair},
    ReasonRow{"cancelled", {"не состоялась", "did not come about"}, Outcome::cancelled, Ending::pair},
    ReasonRow{"mistake", {"внесено ошибочно", "entered by mistake"}, Outcome::cancelled, Ending::pair},
};

struct TypeRow {
  std::string_view id;
  int most_hours;
};

/// A whole course may be logged as one activity [ours].
constexpr std::array types_of_edition_1 = {TypeRow{"course", 300}, TypeRow{"teaching-guide", 300}};

}  // namespace

Model model_of_edition(int number) {
  Model model;
  model.edition = number;
  std::transform(reasons_of_edition_1.begin(), reasons_of_edition_1.end(), std::back_inserter(model.reasons),
                 [](const ReasonRow& row) { return row.reason(); });
  return model;
}

std::optional<int> most_hours_of_edition(int, const Id<ActivityType>& type) {
  const auto* const found = std::find_if(types_of_edition_1.begin(), types_of_edition_1.end(),
                                         [&](const TypeRow& row) { return type == *Id<ActivityType>::parse(row.id); });
  return found == types_of_edition_1.end() ? std::nullopt : std::optional{found->most_hours};
}

}  // namespace mentor

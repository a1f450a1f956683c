#include "row_filters.hpp"

#include <algorithm>
#include <optional>

#include "choices.hpp"
#include "filters.hpp"
#include "mentor/own_types.hpp"
#include "model_words.hpp"
#include "references.hpp"
#include "render/cells.hpp"

namespace mentor::cli {

namespace {

/// An id as the cells of a table show it to machines.
template <class Entry>
std::optional<std::string> text_of(const std::optional<Id<Entry>>& id) {
  return id ? std::optional{id->to_string()} : std::nullopt;
}

}  // namespace

std::optional<ModelList> own_types(std::string_view kind) {
  std::optional<ModelList> list;
  for_each_kind([&]<class Record>(Record*) {
    const auto* field = own_type_field<Record>();
    if (folder_of<Record> == kind && field != nullptr) {
      list = field->list;
    }
  });
  return list;
}

void refuse_row_filters(const Arguments& arguments, std::string_view kind) {
  Labels kinds_of_practices;
  bool names_practices = false;
  for_each_kind([&]<class Record>(Record*) {
    const auto all = fields<Record>();
    if (std::any_of(all.begin(), all.end(),
                    [](const auto& field) { return field.template refers_to_kind<Practice>(); })) {
      kinds_of_practices.push_back(typed_name_of_list<Record>());
      names_practices = names_practices || folder_of<Record> == kind;
    }
  });
  if (arguments.has(practice_option) && !names_practices) {
    throw Refused{Status::usage,
                  say("list.of-kinds", typed_name(practice_option), kinds_of_practices, kinds_of_practices.front())};
  }
  for (const Option& option : {part_option, overdue_option, undone_option}) {
    if (arguments.has(option) && kind != folder_of<Step>) {
      throw Refused{Status::usage,
                    say("list.of-one-kind", typed_name(option), typed_name_of_list<Step>(), typed_name(option))};
    }
  }
}

Section with_rows(const Session& session, const storage::Loaded& loaded, Section section, const Arguments& arguments,
                  const language::Words& words) {
  const auto asked = arguments.one(find_option);
  const std::string text = asked ? session.fold()(*asked) : std::string{};
  const auto parts = all_parts(loaded.program.model());
  const auto part = text_of(word_typed<PlanPart>(session, arguments, part_option, parts));
  const bool is_undone = arguments.has(undone_option);
  const bool is_overdue = arguments.has(overdue_option);
  const auto practice = arguments.one(practice_option);
  const std::string its_practice =
      practice ? find_record<Practice>(session, loaded, *practice).record.id.to_string() : std::string{};
  if (!asked && !part && !practice && !is_undone && !is_overdue) {
    return section;
  }
  const auto cell = [&](const Row& row, std::string_view column) {
    const auto found = std::find_if(section.columns.begin(), section.columns.end(),
                                    [&](const Column& one) { return one.key == column; });
    return found == section.columns.end()
               ? std::string{}
               : render::machine(row[static_cast<std::size_t>(found - section.columns.begin())]);
  };
  const auto names_practice = [&](const Row& row) {
    return std::any_of(row.begin(), row.end(), [&](const Cell& one) {
      const auto* reference = std::get_if<Reference>(&one);
      const auto* several = std::get_if<std::vector<Reference>>(&one);
      return (reference != nullptr && reference->id == its_practice) ||
             (several != nullptr && std::any_of(several->begin(), several->end(),
                                                [&](const Reference& each) { return each.id == its_practice; }));
    });
  };
  const auto has_text = [&](const Row& row) {
    return std::any_of(row.begin(), row.end(), [&](const Cell& one) {
      return session.fold()(render::human(one, words)).find(text) != std::string::npos;
    });
  };
  std::vector<std::uint32_t> kept;
  std::uint32_t number = 0;
  section.rows.for_each([&](const Row& row) {
    const std::string state = is_undone || is_overdue ? cell(row, "state") : std::string{};
    const bool fits = (!asked || has_text(row)) && (!practice || names_practice(row)) &&
                      (!part || cell(row, "part") == *part) &&
                      (!is_overdue || state == to_string(StepState::overdue)) &&
                      (!is_undone || (state != to_string(StepState::done) && state != to_string(StepState::done_late)));
    if (fits) {
      kept.push_back(number);
    }
    ++number;
  });
  section.rows = std::move(section.rows).kept(std::move(kept));
  return section;
}

}  // namespace mentor::cli

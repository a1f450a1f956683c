/// Makes a record of any kind from what was typed for its fields.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cli/accepting.hpp"
#include "cli/activity_line.hpp"
#include "cli/first_pair.hpp"
#include "cli/former_pair.hpp"
#include "cli/known_values.hpp"
#include "cli/misplaced_words.hpp"
#include "cli/papers_of_new.hpp"
#include "cli/record_builder.hpp"
#include "cli/sheet_words.hpp"
#include "cli/typed_fields.hpp"
#include "cli/writing.hpp"
#include "storage/change/history.hpp"

namespace mentor::cli {

/// Whether the new record is a pair that goes on with another.
inline bool names_former(const TypedFields& typed) { return typed.contains("continues"); }

/// What must be read to make a record with these needs. If records of the kind name only pairs, the typed pairs with
/// their members are enough. If they name other records too, the kinds of those must be read as a whole.
template <class Record>
storage::Scope scope_of_new(std::span<const TypedFields> typed, const Needs& needs = needs_of_new<Record>()) {
  if (std::any_of(typed.begin(), typed.end(), names_former)) {
    return storage::Scope::everything();  // the former pair ends, which may not lose an activity
  }
  auto scope = storage::Scope::of(needs.kinds);
  std::vector<std::string> pairs;
  for (const auto& field : fields<Record>()) {
    if (field.meaning != Meaning::reference) {
      continue;
    }
    if (!needs.named_alone || !field.template refers_to_kind<Pair>()) {
      return scope;
    }
    for (const TypedFields& one : typed) {
      if (const auto found = one.find(field.name); found != one.end()) {
        pairs.insert(pairs.end(), found->second.begin(), found->second.end());
      }
    }
  }
  return std::move(scope).narrowed_to_pairs(std::move(pairs));
}

/// The same of one record.
template <class Record>
storage::Scope scope_of_new(const TypedFields& typed, const Needs& needs = needs_of_new<Record>()) {
  return scope_of_new<Record>(std::span{&typed, 1}, needs);
}

/// What belongs to the days of new records, by day.
template <class Record>
using ByDay = std::multimap<Date, const Record*>;

/// The days of these records.
template <class Record>
std::set<Date> days_of_made(const std::vector<Record>& made) {
  std::set<Date> days;
  std::transform(made.begin(), made.end(), std::inserter(days, days.end()), [](const Record& one) { return one.on; });
  return days;
}

/// Whether it is the same paper: of the same type and day, about the same, and with the same number.
inline bool is_same_paper(const Document& one, const Document& other) {
  return one.type == other.type && one.on == other.on && one.people == other.people && one.pairs == other.pairs &&
         one.number == other.number;
}

/// Says of each new paper that the same one is there already, or among the new ones before it.
inline void say_repeated(const Session& session, const Program& program, const std::vector<Document>& made,
                         std::vector<Message>& said) {
  const std::set<Date> days = days_of_made(made);
  ByDay<Document> by_day;
  for (const auto& stored : program.all<Document>()) {
    if (days.contains(stored.record.on)) {
      by_day.emplace(stored.record.on, &stored.record);
    }
  }
  for (const Document& document : made) {
    const auto [begin, end] = by_day.equal_range(document.on);
    const auto same = std::find_if(begin, end, [&](const auto& one) { return is_same_paper(*one.second, document); });
    if (same != end) {
      const Document& other = *same->second;
      said.push_back(
          say("document.repeated", title_with_id(program, other, session.today()), other.on, document.id.to_string()));
    }
    by_day.emplace(document.on, &document);
  }
}

/// Says of new activities that no hours were written, which count for nothing in the sums. Where somebody did not come
/// there are none.
inline void say_without_hours(const Session& session, const std::vector<Activity>& made, std::vector<Message>& said) {
  const auto count =
      std::count_if(made.begin(), made.end(), [](const Activity& one) { return !one.hours && !one.is_attempt(); });
  if (count > 0 && session.says_what_it_did()) {
    said.push_back(made.size() == 1 ? say("line.no-hours")
                                    : say("line.no-hours-of", Count{count, key("noun.activities")}));
  }
}

/// What else must change so that new records are right.
template <class Record>
Edits edits_beside(const Session& session, const Program& program, const std::vector<Record>& made,
                   std::vector<Message>& said) {
  if constexpr (std::is_same_v<Record, Pair>) {
    Edits edits = joined_with_first_pairs(session, program, made, said);
    for (const Pair& pair : made) {
      if (auto former = end_of_former_pair(session, program, pair, said)) {
        edits.emplace_back(*std::move(former));
      }
    }
    return edits;
  } else if constexpr (std::is_same_v<Record, Document>) {
    say_repeated(session, program, made, said);
    return {};
  } else if constexpr (std::is_same_v<Record, Activity>) {
    say_without_hours(session, made, said);
    if (made.size() == 1) {
      say_note_of_missed(session, made.front(), said);
    }
    return {};
  } else {
    return {};
  }
}

/// What is to be said of new records beside what the rules find in the program.
template <class Record>
std::vector<Finding> findings_beside(const Session&, const std::vector<Record>&) {
  return {};
}
/// One and the same meeting is often logged twice in a row, or stands twice in a table. `check` alone looks through all
/// of them.
template <>
inline std::vector<Finding> findings_beside(const Session& session, const std::vector<Activity>& made) {
  const std::set<Date> days = days_of_made(made);
  const auto lately =
      storage::made_lately<Activity>(session.root(), [&](const Activity& other) { return days.contains(other.on); });
  ByDay<Activity> by_day;  // those of a day with the latest first, and then those of this command
  for (const Activity& other : lately) {
    by_day.emplace(other.on, &other);
  }
  std::vector<Finding> findings;
  for (const Activity& activity : made) {
    const auto [begin, end] = by_day.equal_range(activity.on);
    const auto same = std::find_if(begin, end, [&](const auto& one) { return is_repeat(*one.second, activity); });
    if (same != end) {
      const std::string id = same->second->id.to_string();
      findings.push_back({Rule::activity_repeated,
                          Severity::warning,
                          {.field = "on"},
                          say("activity-repeated.logged", id, activity.id.to_string()),
                          {activity.id.to_string(), id}});
    }
    by_day.emplace(activity.on, &activity);
  }
  return findings;
}

/// The records that were meant: one, but of a paper about one person a record for each person that was named. Those
/// after the first have no id yet.
template <class Record>
std::vector<Record> each_meant(const Program&, Record record) {
  return {std::move(record)};
}
/// Who signs is what the law asks at that age, if nobody said it.
inline std::vector<Document> each_meant(const Program& program, Document document) {
  const DocumentType* type = program.model().find(document.type);
  if (type == nullptr || type->of != Subject::person) {
    return {std::move(document)};
  }
  std::vector<Document> documents;
  for (const auto& id : document.people) {
    Document& one = documents.emplace_back(document);
    one.people = IdList<Participant>{id};
    one.id = documents.size() == 1 ? document.id : Id<Document>{};
    const Participant* person = program.find(id);
    if (!one.by && person != nullptr) {
      one.by = signer_of(*type, *person, one.on, program.model());
    }
  }
  return documents.empty() ? std::vector{std::move(document)} : documents;
}

/// What only some commands need to make a record.
struct Making {
  /// A row of the file from which a record comes, with the school's own fields that it gives.
  struct Row {
    Place place;
    std::vector<OwnField> own;
    std::uint32_t line_of_names = 0;
  };

  std::vector<OwnField> own = {};  // the fields that the school keeps for itself
  std::vector<Row> rows = {};      // of each record that was typed, if they stand in a file
  bool are_in_order = false;       // whether words without a name give the main fields, each at its place
  std::string kind = {};           // the word for the kind, behind which the fields were typed
  /// Gives fields their values from what was typed for others. Throws `Refused`.
  void (*complete)(const Session&, const storage::Loaded&, TypedFields&) = nullptr;
};

/// Gathers what is wrong with the rows of a file, so that all of them are told at once.
class RefusedRows {
 public:
  /// Calls `make`, and keeps the findings for which it refuses the row. Without rows, and for any other reason, the
  /// refusal goes on, with the row's line.
  template <class Make>
  void run(const Making& making, std::size_t index, Make make) {
    if (making.rows.empty()) {
      make();
      return;
    }
    const Place& place = making.rows[index].place;
    try {
      make();
    } catch (Refused& refused) {
      if (refused.findings.empty()) {
        const std::uint32_t line = refused.is_about_heading ? making.rows[index].line_of_names : place.line;
        refused.name_record(place.path + ':' + std::to_string(line));
        throw;
      }
      for (Finding& finding : refused.findings) {
        finding.place = {place.path, place.line, place.column, std::move(finding.place.field), {}};
        findings_.push_back(std::move(finding));
      }
    }
  }

  /// Throws `Refused` when there are findings.
  void refuse() {
    if (!findings_.empty()) {
      Refused refused{Status::findings, {}};
      refused.findings = std::move(findings_);
      throw refused;
    }
  }

 private:
  std::vector<Finding> findings_;
};

/// The record that was meant by what was typed for its fields. A field that was not typed gets its usual input. Throws
/// `Refused` when a field refuses its value.
template <class Record>
Record built(const Session& session, const storage::Loaded& loaded, const Arguments& arguments, TypedFields typed,
             const std::function<std::string()>& new_id, const Making& making) {
  if (making.are_in_order && making.rows.empty()) {
    if constexpr (std::is_same_v<Record, Survey>) {
      choose_sheet(session, loaded, typed, making.kind);
    }
    place_words<Record>(session, loaded, typed);
  }
  if (making.are_in_order) {
    refuse_misplaced<Record>(session, loaded, typed, making.kind);
  }
  add_known_values<Record>(session, loaded, typed);
  if constexpr (std::is_same_v<Record, Survey>) {
    if (!making.rows.empty()) {
      refuse_unknown_headings(session, loaded, typed);
    }
  }
  if (making.complete != nullptr) {
    making.complete(session, loaded, typed);
  }
  RecordBuilder<Record> builder{session, loaded};
  const auto type = [&](const Field<Record>& field) {
    const auto found = typed.find(field.name);
    if (field.meaning == Meaning::own_id) {
      builder.set(field.name, {new_id()});
    } else if (found != typed.end()) {
      builder.type(field.name, found->second);
    } else if (!field.usual.empty()) {
      builder.type(field.name, typed_values(field, std::string{field.usual}));
    }
  };
  // The days come first: which pair of a person is meant depends on them. Then the records: which word of the model is
  // meant may depend on those.
  const auto type_those = [&](auto is_meant) {
    for (const auto& field : fields<Record>()) {
      if (is_meant(field.meaning)) {
        type(field);
      }
    }
  };
  type_those([](Meaning meaning) { return meaning == Meaning::date; });
  type_those([](Meaning meaning) { return meaning == Meaning::reference; });
  type_those([](Meaning meaning) { return meaning != Meaning::date && meaning != Meaning::reference; });
  accept_typed(builder, arguments);
  for (const auto& field : fields<Record>()) {
    builder.require(field);
  }
  return builder.take();
}

/// Makes records of the kind in one change, each of what was typed for its fields. Throws `Refused` when a field or a
/// rule refuses one of them; then none is made.
template <class Record>
void make_records(Session& session, const Arguments& arguments, std::vector<TypedFields> typed, Making making = {}) {
  Writing writing{session, arguments};
  // Any record may already have the chosen id, or name it.
  const bool asks_all =
      arguments.has(id_option) || (std::is_same_v<Record, Participant> && arguments.has(papers_option));
  auto loaded = writing.load(asks_all && !names_former(typed.front()) ? storage::Scope::everything().for_figures()
                                                                      : scope_of_new<Record>(typed));
  std::vector<Record> all;
  std::vector<std::size_t> row_of;  // from which each record comes
  RefusedRows refused_rows;
  for (std::size_t index = 0; index < typed.size(); ++index) {
    const auto new_id = [&] {
      return all.empty() ? writing.new_id<Record>(loaded.program, arguments)
                         : writing.random_id<Record>(loaded.program).to_string();
    };
    refused_rows.run(making, index, [&] {
      auto meant = each_meant(loaded.program,
                              built<Record>(session, loaded, arguments, std::move(typed[index]), new_id, making));
      row_of.insert(row_of.end(), meant.size(), index);
      std::move(meant.begin(), meant.end(), std::back_inserter(all));
    });
  }
  refused_rows.refuse();
  if (all.size() > 1 && arguments.has(id_option)) {
    throw Refused{Status::usage, say("add.one-id", typed_name(id_option), static_cast<std::int64_t>(all.size()))};
  }
  for (Record& made : all) {
    made.id = made.id.is_blank() ? writing.random_id<Record>(loaded.program) : made.id;
  }
  std::vector<Message> said;
  const Edits beside = edits_beside(session, loaded.program, all, said);
  auto known = findings_beside(session, all);
  Edits edits;
  for (std::size_t index = 0; index < all.size(); ++index) {
    Record& made = all[index];
    const Making::Row* row = making.rows.empty() ? nullptr : &making.rows[row_of[index]];
    if (row != nullptr) {
      writing.comes_from(made.id.to_string(), row->place);
    }
    edits.emplace_back(CreateRecord{std::move(made), row == nullptr ? making.own : row->own});
  }
  if constexpr (std::is_same_v<Record, Participant>) {
    for (const Edit& edit : Edits{edits}) {
      for (Document& paper : papers_of(session, arguments, loaded.program, std::get<CreateRecord>(edit))) {
        paper.id = writing.random_id<Document>(loaded.program);
        edits.emplace_back(CreateRecord{std::move(paper), {}});
      }
    }
  }
  edits.insert(edits.end(), beside.begin(), beside.end());
  writing.make(std::move(loaded), std::move(edits), said, std::move(known));
}

/// Makes one record of the kind.
template <class Record>
void make_record(Session& session, const Arguments& arguments, TypedFields typed, Making making = {}) {
  make_records<Record>(session, arguments, {std::move(typed)}, std::move(making));
}

}  // namespace mentor::cli

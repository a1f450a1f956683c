/// Turns what was typed for the fields of a record into the record. The record may be new, or may be there already.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "field_names.hpp"
#include "mentor/dated.hpp"
#include "mentor/suggest.hpp"

#include "other_names.hpp"
#include "session.hpp"

namespace mentor::cli {

/// What was typed for one value, in the form that records hold. A text without a meaning stays as it was typed, so that
/// the field refuses it; or `refused` says what is wrong with it.
struct Understood {
  std::string scalar;
  std::optional<Message> refused;
};

/// What is known of the record while its fields are understood one by one.
struct KnownSoFar {
  std::vector<const Pair*> pairs = {};  // that it names; their activity types are tried first
  std::optional<Date> from = {};        // its first day
  std::optional<Id<Form>> form = {};    // its form; role models of it are tried first
  std::optional<Date> day = {};         // the day that it is about; of what lasts, the first
  std::optional<Ending> ending = {};    // what ends by it: reasons for that are tried first
  bool takes_other_forms = true;        // whether «курсов» is a type
};

/// The activity types of the forms that these pairs have, each once; those of all forms without pairs.
std::vector<ActivityType> types_of(const std::vector<const Pair*>& pairs, const Model& model);

/// Understands dates in any form, words of the model by their labels, and records by their names. One text may name
/// several records of a list: `Громов/`. Throws `Refused` when somebody names a record that is not there.
std::vector<Understood> understand(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                                   const std::string& typed, const KnownSoFar& known);

/// The field that people mean by a word for any day, such as «когда» or «с»: the day of the record, or its only day.
/// Null for other words, and where the kind has several days and none is that of the record.
template <class Record>
const Field<Record>* day_meant_by(const std::string& name) {
  constexpr std::array<std::string_view, 9> words = {"когда", "дата", "день", "с", "when", "date", "day", "on", "from"};
  const auto is_one = [&](std::string_view word) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return is_called(word, one); });
  };
  if (!is_one(name) && !is_one(russian_field_name(name))) {  // «когда» is the field of another kind
    return nullptr;
  }
  const Field<Record>* only = nullptr;
  for (const auto& field : fields<Record>()) {
    const bool is_day = (field.meaning == Meaning::date || field.meaning == Meaning::due) && field.set_by.empty();
    if (is_day && field.name == "on") {
      return &field;
    }
    if (is_day && only != nullptr) {
      return nullptr;
    }
    only = is_day ? &field : only;
  }
  return only;
}

/// The field with this name. It must be one to which people give values. Throws `Refused`.
template <class Record>
const Field<Record>& field_to_type(const std::string& name) {
  Labels names;
  Nearest nearest{name};
  std::optional<Label> suggestion;
  for (const auto& field : fields<Record>()) {
    if (field.meaning == Meaning::own_id) {
      continue;
    }
    if (field.name == name && !field.set_by.empty()) {
      throw Refused{Status::usage, say("edit.set-by", typed_name(field), typed_command(field.set_by))};
    }
    if (field.name == name) {
      return field;
    }
    if (!field.set_by.empty()) {
      continue;
    }
    const Label& label = names.emplace_back(typed_name(field));
    if (nearest.is_nearer(field.name) || nearest.is_nearer(label.in(Language::ru))) {
      suggestion = label;
    }
  }
  if (name == fields<Record>().front().name) {
    throw Refused{Status::usage, say("edit.id")};
  }
  if (const Field<Record>* field = field_in_other_form<Record>(name)) {
    return *field;
  }
  const std::string_view russian = russian_field_name(name);
  const Label told{russian.empty() ? name : folded_plainly(russian).value_or(name), name};
  Refused refused{Status::usage, say("edit.no-such-field", told, std::move(names))};
  if (const Field<Record>* day = suggestion ? nullptr : day_meant_by<Record>(name)) {
    suggestion = typed_name(*day);
  }
  if (suggestion) {
    throw std::move(refused).with_suggestion(suggestion);
  }
  throw std::move(refused).with_hint(say("hint.own-field", name));
}

/// What a change is about: a field, or one entry of a field.
template <class Record>
struct Target {
  const Field<Record>& field;
  std::optional<std::string> word;  // of the entry
};

/// The field or entry that `until` or `answers.comfort` names. Throws `Refused` when there is no such field. Also
/// throws when a field of entries is named without a word, or another field with one.
template <class Record>
Target<Record> target_of(const std::string& name) {
  const auto dot = name.find('.');
  const auto& field = field_to_type<Record>(name.substr(0, dot));
  const bool has_entries = field.shape == Shape::entries;
  if (has_entries && dot == std::string::npos) {
    throw Refused{Status::usage, say("edit.entries", typed_name(field))};
  }
  if (!has_entries && dot != std::string::npos) {
    throw Refused{Status::usage, say("edit.no-entries", name, typed_name(field))};
  }
  return {field, has_entries ? std::optional{name.substr(dot + 1)} : std::nullopt};
}

/// Throws `Refused` when a name for a field of the school's own would need quotes as a key.
void refuse_own_name(const std::string& name);
/// The texts of what was typed for a field of the school's own. Commas separate the items of a list. An empty input
/// gives none. Throws `Refused` when it is not a text.
std::vector<std::string> own_texts(const std::string& name, const std::string& typed, bool is_list);

/// Says that a person typed a control character, which no file may hold as it is. Nothing when there is none.
std::optional<Message> control_character_in(const Label& field, std::string_view typed);

/// Refuses a number without a unit that may be hours or minutes of a meeting: more hours than the model gives one,
/// which would be usual minutes. Nothing when it is clear.
std::optional<Message> hours_or_minutes(const Model& model, const Activity& activity, const FieldDescription& field,
                                        const std::string& typed);

/// Says that a required field has no value. If the model or the program has a list of its values, says which they are.
Message missing_value(const Session& session, const Model& model, const FieldDescription& field,
                      const std::vector<const Pair*>& pairs);

/// Whether a person typed days with values, `{2026-09-14: 6Б}` or `2026-09-14: 6Б`, where one value is meant.
bool looks_like_days(const std::string& typed);

/// Says that these two words are about one field.
Refused refused_twice(const std::string& word, const std::string& other);

/// Refuses a record that a list names a second time. `typed` is what was typed for it, first and then.
Refused refused_repeat(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                       const std::string& id, const std::pair<std::string, std::string>& typed);

/// The values in the one text that was typed for a field: itself, or the items of a list, separated by commas.
std::vector<std::string> typed_values(const FieldDescription& field, const std::string& text);

/// Which value of a dated field is meant. If nothing is said, the school year decides (`edited_day`).
struct WhichValue {
  std::optional<Date> from = {};  // a new one, from this day on
  bool in_force = false;          // the one that holds today, which is to be corrected
  // What people type to say one or the other: the names of the options.
  Label from_option = {};
  Label in_force_option = {};
};

/// Refuses to guess what an edit of a dated field is about, and shows both ways to type it.
Refused refused_to_guess(const Session& session, const FieldDescription& field, const EditedDay& edited,
                         const Period& school_year, const WhichValue& which);

/// Gathers the fields of a record. A value that cannot be stored becomes a finding about its field. All findings are
/// told at once.
template <class Record>
class RecordBuilder {
 public:
  RecordBuilder(const Session& session, const storage::Loaded& loaded, Record record = {}, WhichValue which = {})
      : session_(session), loaded_(loaded), record_(std::move(record)), which_(which) {
    if (!record_.id.is_blank()) {
      for (const auto& field : fields<Record>()) {
        known_.insert(field.name);
      }
    }
  }

  /// Sets a field from scalars in the form that the file holds.
  void set(std::string_view name, const std::vector<std::string>& scalars) {
    const std::vector<std::string_view> views{scalars.begin(), scalars.end()};
    known_.insert(field(name).name);
    typed_.insert(field(name).name);
    if (const Refusal refusal = field(name).set(record_, views); !refusal.is_none()) {
      std::string shown;
      for (const auto& scalar : scalars) {
        shown += (shown.empty() ? "" : ", ") + scalar;
      }
      refuse(name, say("field-value.wrong", typed_name(field(name)),
                       refusal.scalar == Refusal::all || !field(name).holds_several() ? shown : scalars[refusal.scalar],
                       Phrase{refusal.expected}));
    }
  }

  /// The values that an edit of a field changes: one value, or those of a list. If the field is dated, those of today
  /// or of the day that was said.
  std::vector<std::string> values(std::string_view name) const {
    auto scalars = field(name).scalars(record_);
    return field(name).is_dated() ? values_on(scalars, which_.from.value_or(session_.today())) : scalars;
  }
  /// Gives a field these values. If the field is dated, its other parts stay.
  void set_values(std::string_view name, const std::vector<std::string>& values) {
    const auto scalars = field(name).is_dated() ? changed_by_days(field(name), values) : values;
    if (scalars.empty()) {
      field(name).clear(record_);
    } else {
      set(name, scalars);
    }
  }

  /// Sets a field from what was typed for it: one value, those of a list, or words and their texts in turn. An empty
  /// input leaves an optional field empty.
  void type(std::string_view name, const std::vector<std::string>& typed) {
    typed_.insert(field(name).name);
    if (typed == std::vector<std::string>{""}) {
      if (field(name).presence == Presence::optional) {
        set_values(name, {});
      } else {
        refuse_missing(field(name));
      }
      return;
    }
    if (field(name).is_dated() && std::any_of(typed.begin(), typed.end(), looks_like_days)) {
      refuse(name, say("edit.days", typed_name(field(name)), typed.front()));
      return;
    }
    if (field(name).shape == Shape::entries) {
      for (std::size_t index = 0; index + 1 < typed.size(); index += 2) {
        add_entry(name, typed[index], typed[index + 1]);
      }
      return;
    }
    if (const auto scalars = scalars_for(name, typed)) {
      refuse_repeats(name, *scalars, typed);
      set_values(name, *scalars);
    }
  }

  /// Gives this text to one entry of the field, or removes the entry when the text is empty.
  void set_entry(std::string_view name, const std::string& word, const std::string& text) {
    if (auto refused = control_character_in(typed_name(field(name)), text)) {
      refuse(name, *std::move(refused));
      return;
    }
    auto scalars = field(name).scalars(record_);  // words and texts in turn
    auto place = scalars.begin();
    while (place != scalars.end() && *place != word) {
      place += 2;
    }
    if (place != scalars.end()) {
      place = scalars.erase(place, place + 2);
    }
    if (!text.empty()) {
      scalars.insert(place, {word, text});
    }
    if (scalars.empty() && field(name).presence == Presence::required) {
      refuse(name, say("edit.last-entry", typed_name(field(name))));
    } else {
      set_values(name, scalars);
    }
  }

  /// Gives this text to one entry of the field. The text must be there.
  void add_entry(std::string_view name, const std::string& word, const std::string& text) {
    if (text.find_first_not_of(' ') == std::string::npos) {
      findings_.push_back({Rule::field_missing,
                           Severity::error,
                           {.field = std::string{name}},
                           say("field-missing.entry", typed_name(field(name)), word),
                           {}});
    } else {
      set_entry(name, word, text);
    }
  }

  /// Adds the typed values to a list. A value that is there already is not added again.
  void add_to(std::string_view name, const std::vector<std::string>& typed) {
    auto scalars = values(name);
    const auto added = scalars_for(name, typed);
    if (!added) {
      return;
    }
    for (const std::string& scalar : *added) {
      if (std::find(scalars.begin(), scalars.end(), scalar) == scalars.end()) {
        scalars.push_back(scalar);
      }
    }
    set_values(name, scalars);
  }

  /// Removes the typed values from a list. All of them must be there, and a required list must keep a value.
  void take_from(std::string_view name, const std::vector<std::string>& typed) {
    auto scalars = values(name);
    const auto taken = scalars_for(name, typed);
    if (!taken) {
      return;
    }
    for (std::size_t index = 0; index < taken->size(); ++index) {
      const auto place = std::find(scalars.begin(), scalars.end(), (*taken)[index]);
      if (place == scalars.end()) {
        const std::string& asked = taken->size() == typed.size() ? typed[index] : (*taken)[index];
        refuse(name, say("edit.not-in-list", typed_name(field(name)), asked, Texts{scalars}));
        return;
      }
      scalars.erase(place);
    }
    if (!scalars.empty()) {
      set_values(name, scalars);
    } else if (field(name).presence == Presence::optional) {
      set_values(name, {});
    } else {
      refuse(name, say("edit.last-in-list", typed_name(field(name))));
    }
  }

  /// Tells that a required field was not typed. No rule then judges the record, since its sentences would have gaps.
  void require(const Field<Record>& field) {
    if (field.presence == Presence::required && !typed_.contains(field.name)) {
      refuse_missing(field);
    }
  }

  void refuse(std::string_view name, Message message) {
    findings_.push_back({Rule::field_value, Severity::error, {.field = std::string{name}}, std::move(message), {}});
  }

  /// The record, if nothing was refused. Otherwise throws `Refused` with all findings.
  Record take() {
    if (!findings_.empty()) {
      Refused refused{Status::findings, {}};
      refused.findings = std::move(findings_);
      throw refused;
    }
    if constexpr (requires { &Kind<Record>::make_canonical; }) {
      Kind<Record>::make_canonical(record_, loaded_.program.model(), session_.fold());
    }
    return std::move(record_);
  }

  /// The first day of the value that was begun in a dated field. Nothing when a value was only corrected.
  std::optional<Date> begun(std::string_view name) const {
    const auto found = begun_.find(name);
    return found == begun_.end() ? std::nullopt : std::optional{found->second};
  }

 private:
  /// The scalars of a dated field with these values in the place of those that the edit is about.
  std::vector<std::string> changed_by_days(const Field<Record>& field, const std::vector<std::string>& values) {
    auto scalars = field.scalars(record_);
    if (this->values(field.name) == values) {
      return scalars;
    }
    const SchoolYearStart start = loaded_.program.settings.school_year_start;
    std::optional<Date> joined;
    if constexpr (requires { record_.joined; }) {
      joined = record_.joined;
    }
    EditedDay edited;
    if (which_.from) {
      edited = {EditedDay::Way::new_value, *which_.from};
    } else if (!which_.in_force) {
      const Period school_year = school_year_of(session_.today(), start);
      edited = edited_day(scalars, {session_.today(), school_year, joined, field.begins});
      if (edited.way == EditedDay::Way::later_day || edited.way == EditedDay::Way::either_year) {
        throw refused_to_guess(session_, field, edited, school_year, which_);
      }
    }
    if (edited.way == EditedDay::Way::in_place) {
      return with_value_on(scalars, session_.today(), values);
    }
    begun_.emplace(field.name, edited.day);
    return with_value_from(scalars, edited.day, day_of_former(edited.day, joined, start), values);
  }

  void refuse_missing(const Field<Record>& field) {
    findings_.push_back({Rule::field_missing,
                         Severity::error,
                         {.field = std::string{field.name}},
                         missing_value(session_, loaded_.program.model(), field, pairs()),
                         {}});
  }

  static const Field<Record>& field(std::string_view name) { return fields<Record>()[field_index<Record>(name)]; }

  /// The scalars for what was typed. Nothing when some of it was refused; then there are findings about it.
  std::optional<std::vector<std::string>> scalars_for(std::string_view name, const std::vector<std::string>& typed) {
    if (typed.size() > 1 && std::find(typed.begin(), typed.end(), std::string{}) != typed.end()) {
      refuse(name, say("field-value.empty-item", typed_name(field(name))));
      return std::nullopt;
    }
    std::vector<std::string> scalars;
    bool is_refused = false;
    for (const std::string& one : typed) {
      if constexpr (std::is_same_v<Record, Activity>) {
        if (auto refused = hours_or_minutes(loaded_.program.model(), record_, field(name), one)) {
          refuse(name, *std::move(refused));
          return std::nullopt;
        }
      }
      for (Understood& understood : understand(session_, loaded_, field(name), one, known(name))) {
        is_refused = is_refused || understood.refused;
        if (understood.refused) {
          refuse(name, *std::move(understood.refused));
        } else {
          scalars.push_back(std::move(understood.scalar));
        }
      }
    }
    return is_refused ? std::nullopt : std::optional{std::move(scalars)};
  }

  /// What is known while this field is understood. A first day that is being typed is not counted from the former one.
  KnownSoFar known(std::string_view name) const {
    std::optional<Id<Form>> form;
    if constexpr (requires { record_.form; }) {
      form = record_.form.is_blank() ? std::nullopt : std::optional{record_.form};
    }
    std::optional<Ending> ending;
    if constexpr (std::is_same_v<Record, Pair> || std::is_same_v<Record, Participant>) {
      ending = std::is_same_v<Record, Pair> ? Ending::pair : Ending::person;
    }
    const auto first = known_date("from");
    return {pairs(), name == "from" ? std::nullopt : first, form, known_date("on") ? known_date("on") : first, ending};
  }

  /// The day in a field of this name. Nothing when the kind has no such field, or none was typed yet.
  std::optional<Date> known_date(std::string_view name) const {
    const auto found = std::find_if(fields<Record>().begin(), fields<Record>().end(), [&](const auto& one) {
      return one.name == name && one.meaning == Meaning::date && known_.contains(one.name);
    });
    const auto scalars = found == fields<Record>().end() ? std::vector<std::string>{} : found->scalars(record_);
    return scalars.empty() ? std::nullopt : Date::parse(scalars.front());
  }

  /// Throws `Refused` when a list names a record twice. `typed` is what was typed for each.
  void refuse_repeats(std::string_view name, const std::vector<std::string>& scalars,
                      const std::vector<std::string>& typed) const {
    for (std::size_t index = 0; index < scalars.size() && field(name).meaning == Meaning::reference; ++index) {
      const auto former = std::find(scalars.begin(), scalars.end(), scalars[index]);
      if (const auto place = static_cast<std::size_t>(former - scalars.begin()); place < index) {
        throw refused_repeat(session_, loaded_, field(name), scalars[index], {typed[place], typed[index]});
      }
    }
  }

  /// The pairs that the record names so far.
  std::vector<const Pair*> pairs() const {
    std::vector<const Pair*> pairs;
    auto add = [&](IdText id) {
      if (const Pair* pair = loaded_.program.find(Id<Pair>{id})) {
        pairs.push_back(pair);
      }
    };
    for (const auto& field : fields<Record>()) {
      if (field.template refers_to_kind<Pair>()) {
        field.for_each_id(record_, IdVisitor{add});
      }
    }
    return pairs;
  }

  const Session& session_;
  const storage::Loaded& loaded_;
  Record record_;
  WhichValue which_;
  std::map<std::string_view, Date> begun_;
  std::set<std::string_view> known_;  // the fields that have a value that was typed, or that the record had
  std::set<std::string_view> typed_;  // the fields for which something was typed, also if it was refused
  std::vector<Finding> findings_;
};

}  // namespace mentor::cli

#include "references.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <type_traits>
#include <variant>

#include "choices.hpp"
#include "field_names.hpp"
#include "filters.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "misplaced_words.hpp"
#include "standard_input.hpp"
#include "storage/change/history.hpp"
#include "storage/disk/names.hpp"
#include "storage/yaml/record_text.hpp"
#include "understood.hpp"

namespace mentor::cli {

namespace {

/// How a candidate is listed, so that people can tell it from the others and name it next time.
template <class Record>
std::string describe(const Session& session, const Program& program, const Record& record) {
  std::string text = record.id.to_string();
  if constexpr (requires { &Kind<Record>::told_apart; }) {
    text.append("  ").append(title_of(program, record, session.today()));
    const std::string more = Kind<Record>::told_apart(program, record, session.today());
    text.append(more.empty() ? "" : ", ").append(more);
  } else {
    std::string_view before = "  ";
    for (const std::string& part : described(program, record, session.today(), session.words())) {
      text.append(before).append(part);
      before = ", ";
    }
  }
  return text;
}

/// Says that there is no such record of the kind.
template <class Record>
Message none(const std::string& reference) {
  if constexpr (requires { &Kind<Record>::not_found; }) {
    return {Kind<Record>::not_found, {reference}};
  } else {
    return say("reference.none", Kind<Record>::title.label(), reference);
  }
}

/// What a reference is to name.
enum class Wanted { any, pair };

/// The nearest id or title of the records of these kinds. A single word of a title may be near, too. Titles are tried
/// only for kinds whose records people can name by them.
/// Where a pair is wanted, a person without one is none that is meant.
std::optional<std::string> nearest_name(const Session& session, const Program& program, KindSet kinds,
                                        const std::string& reference, Wanted wanted = Wanted::any) {
  const std::string asked = session.fold()(reference);
  Nearest nearest{asked};
  std::optional<std::string> name;
  const auto consider = [&](std::string_view word, const std::string& whole) {
    if (nearest.is_nearer(word)) {
      name = whole;
    }
  };
  const auto consider_words = [&](const std::string& title) {
    const std::string folded = session.fold()(title);
    consider(folded, title);
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      consider(std::string_view{folded}.substr(begin, end - begin), title);
      begin = end + 1;
    }
  };
  const auto consider_names = [&]<class Record>(const Record& record) {
    if constexpr (requires { &Kind<Record>::names_of; }) {
      const auto names = Kind<Record>::names_of(record);
      std::for_each(names.begin(), names.end(), consider_words);
    } else {
      consider_words(title_of(program, record, session.today()));
    }
  };
  std::set<Id<Participant>> members;
  for (const auto& stored : program.all<Pair>()) {
    members.insert({stored.record.mentor, stored.record.mentee});
  }
  for_each_kind([&]<class Record>(Record*) {
    if (!kinds.has<Record>()) {
      return;
    }
    for (const auto& stored : program.all<Record>()) {
      if constexpr (std::is_same_v<Record, Participant>) {
        if (wanted == Wanted::pair && !members.contains(stored.record.id)) {
          continue;
        }
      }
      if constexpr (requires { &Kind<Record>::resolve; }) {
        consider_names(stored.record);
      }
      const std::string id = stored.record.id.to_string();
      consider(id, id);
    }
  });
  return name;
}

/// The id of a record that is there but was not read: `reference` itself, or the only such id that begins with it.
template <class Record>
std::optional<std::string> unreadable_id(const Table<Record>& table, const std::string& reference) {
  if (table.is_unknown(reference)) {
    return reference;
  }
  std::optional<std::string> only;
  std::size_t found = 0;
  const auto consider = [&](const std::string& id) {
    if (reference.size() >= shortest_start && id.starts_with(reference)) {
      only = id;
      ++found;
    }
  };
  std::for_each(table.unreadable().begin(), table.unreadable().end(), consider);
  for (const auto& [id, file] : table.passed_over()) {
    consider(id);
  }
  return found == 1 ? only : std::nullopt;
}

}  // namespace

std::vector<std::string> with_members_apart(std::vector<std::string> words) {
  const auto slash = words.size() == 1 ? words.front().find('/') : std::string::npos;
  if (slash == std::string::npos) {
    return words;
  }
  const std::string pair = words.front();
  return {pair.substr(0, slash), pair.substr(slash + 1)};
}

namespace {

/// The records of the last change that was not undone. Throws `Refused` when there is none, or nobody can tell.
std::vector<std::string> last_records(const Session& session) {
  const auto history = storage::history_of(session.root());
  const auto found = storage::latest(history, storage::Reversal::Direction::undo);
  if (const auto* change = std::get_if<const storage::Change*>(&found)) {
    auto records = storage::records_meant(session.root(), **change);
    if (records == std::vector{std::string{storage::settings_path}}) {
      throw Refused{Status::no_record, say("reference.last-is-program", records.front())}.with_hint(say("hint.log"));
    }
    return records;
  }
  if (const auto* lost = std::get_if<const storage::LostEntry*>(&found)) {
    throw Refused{Status::no_record, say("reference.last-unreadable", (*lost)->path)};
  }
  throw Refused{Status::no_record, say("reference.no-last")};
}

/// The records of the kind that `last` means.
template <class Record>
std::vector<const Stored<Record>*> last_of(const Session& session, const Program& program) {
  std::vector<const Stored<Record>*> found;
  for (const auto& id : last_ids<Record>(session)) {
    if (const auto* stored = program.all<Record>().find(id)) {
      found.push_back(stored);
    }
  }
  return found;
}

template <class Record>
std::vector<const Stored<Record>*> meant_by(const Session& session, const Program& program,
                                            const std::string& reference, const Narrowing& narrowing) {
  auto found = resolve<Record>({program, session.today(), session.fold(), narrowing.day, narrowing.role}, reference);
  if (means_last(reference) && by_id<Record>(program, reference).empty()) {
    for (const auto* last : last_of<Record>(session, program)) {  // beside whoever is called so: «Последняя Анна»
      if (std::find(found.begin(), found.end(), last) == found.end()) {
        found.push_back(last);
      }
    }
  }
  return found;
}

/// Shows the command line with blanks in the place of the commas of a reference, if each part names a record of these
/// kinds.
std::optional<Message> line_without_commas(const Session& session, const Program& program, const std::string& reference,
                                           KindSet kinds) {
  const auto parts = split_at_commas(reference);
  const auto names = [&](const std::string& part) {
    bool is_found = false;
    for_each_kind([&]<class Record>(Record*) {
      is_found = is_found || (kinds.has<Record>() && !meant_by<Record>(session, program, part, {}).empty());
    });
    return is_found;
  };
  if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), names)) {
    return std::nullopt;
  }
  std::string text;
  for (const std::string& part : parts) {
    text.append(text.empty() ? "" : " ").append(shell_word(part));
  }
  auto line = line_with_words(session, {reference}, text);
  return line ? std::optional{say("hint.blanks-between", Label{*line, *line})} : std::nullopt;
}

/// Whether two candidates differ in their ids alone.
bool are_told_alike(const std::vector<std::string>& candidates) {
  std::set<std::string_view> told;
  return std::any_of(candidates.begin(), candidates.end(), [&](std::string_view candidate) {
    return !told.insert(candidate.substr(std::min(candidate.find("  "), candidate.size()))).second;
  });
}

/// Says which records a reference may mean.
template <class Record>
Refused refused_as_ambiguous(const Session& session, const Program& program, const std::string& reference,
                             const std::vector<const Stored<Record>*>& found) {
  Refused refused{Status::no_record, say("reference.ambiguous", reference, static_cast<std::int64_t>(found.size()))};
  for (const auto* one : found) {
    refused.candidates.push_back(describe(session, program, one->record));
  }
  if (are_told_alike(refused.candidates)) {
    return std::move(refused).with_hint(say("hint.use-id-alone"));
  }
  return std::move(refused).with_hint(std::is_same_v<Record, Participant> ? say("hint.use-id-or-unit")
                                      : std::is_same_v<Record, Pair>      ? say("hint.use-id-or-both")
                                                                          : say("hint.use-id"));
}

}  // namespace

template <class Record>
std::vector<Id<Record>> last_ids(const Session& session) {
  std::vector<Id<Record>> ids;
  for (const std::string& record : last_records(session)) {
    const auto slash = record.find('/');
    const auto id = Id<Record>::parse(std::string_view{record}.substr(slash + 1));
    if (id && record.substr(0, slash) == folder_of<Record>) {
      ids.push_back(*id);
    }
  }
  return ids;
}

template <class Record>
const Stored<Record>& find_record(const Session& session, const storage::Loaded& loaded, const std::string& reference,
                                  const Narrowing& narrowing) {
  const Program& program = loaded.program;
  const auto found = meant_by<Record>(session, program, reference, narrowing);
  if (found.size() == 1) {
    return *found.front();
  }
  if (!found.empty()) {
    throw refused_as_ambiguous(session, program, reference, found);
  }
  if (const auto lost = unreadable_id(program.all<Record>(), reference)) {
    Refused refused{Status::unreadable, say("reference.unreadable", *lost)};
    for (const Finding& finding : loaded.findings) {
      if (std::find(finding.about.begin(), finding.about.end(), *lost) != finding.about.end()) {
        refused.findings.push_back(finding);
      }
    }
    throw refused;
  }
  if constexpr (std::is_same_v<Record, Pair>) {
    const auto people = meant_by<Participant>(session, program, reference, narrowing);
    if (people.size() == 1) {
      const Participant& person = people.front()->record;
      const auto message = !person.has(Role::mentor, session.today())   ? key("reference.mentee-without-pair")
                           : !person.has(Role::mentee, session.today()) ? key("reference.mentor-without-pair")
                                                                        : key("reference.without-pair");
      throw Refused{Status::no_record, {message, {title_of(program, person, session.today()), person.id.to_string()}}};
    }
  }
  Refused refused{Status::no_record, none<Record>(reference)};
  if (auto line = line_without_commas(session, program, reference, KindSet::of<Record>())) {
    throw std::move(refused).with_hint(*std::move(line));
  }
  const auto nearest = nearest_name(session, program, with_named(KindSet::of<Record>()), reference,
                                    std::is_same_v<Record, Pair> ? Wanted::pair : Wanted::any);
  throw std::move(refused).with_hint(nearest ? say("hint.did-you-mean", *nearest)
                                             : say("hint.list", typed_name_of_list<Record>()));
}

template <class Record>
std::vector<const Stored<Record>*> find_records(const Session& session, const storage::Loaded& loaded,
                                                const std::string& reference, const Narrowing& narrowing) {
  if constexpr (std::is_same_v<Record, Pair>) {
    auto found = means_all_pairs(reference) ? meant_by<Pair>(session, loaded.program, reference, narrowing)
                                            : std::vector<const Stored<Pair>*>{};
    const Role role = reference.starts_with('/') ? Role::mentee : Role::mentor;
    const bool is_of_one = std::all_of(found.begin(), found.end(), [&](const auto* stored) {
      return stored->record.member(role) == found.front()->record.member(role);
    });
    if (!found.empty() && is_of_one) {
      return found;
    }
  }
  return {&find_record<Record>(session, loaded, reference, narrowing)};
}

namespace {

/// The kind that a word names, in either language; the empty set when it names none.
KindSet kind_named(const std::string& word) {
  KindSet kinds;
  for_each_kind([&]<class Record>(Record*) {
    using Of = Kind<Record>;
    const auto is_it = [&](std::string_view name) { return is_called(word, name); };
    if (is_it(Of::one) || is_it(Of::folder) || is_it(Of::title.ru) || is_it(Of::many.ru) ||
        std::any_of(Of::inflected.begin(), Of::inflected.end(), is_it)) {
      kinds = KindSet::of<Record>();
    }
  });
  return kinds;
}

/// The records of the kind that name the person whom the reference means, or a pair of that person; else those that
/// name a pair that it means.
template <class Record>
std::vector<const Stored<Record>*> records_about(const Session& session, const Program& program,
                                                 const std::string& reference) {
  const auto people = meant_by<Participant>(session, program, reference, {});
  if (people.size() > 1) {
    throw refused_as_ambiguous(session, program, reference, people);
  }
  std::optional<IdText> person;
  std::set<IdText> pairs;
  if (!people.empty()) {
    person = people.front()->record.id.text();
    for (const auto& stored : program.all<Pair>()) {
      if (stored.record.mentor == people.front()->record.id || stored.record.mentee == people.front()->record.id) {
        pairs.insert(stored.record.id.text());
      }
    }
  } else {
    for (const auto* pair : meant_by<Pair>(session, program, reference, {})) {
      pairs.insert(pair->record.id.text());
    }
  }
  std::vector<const Stored<Record>*> about;
  for (const auto& stored : program.all<Record>()) {
    bool is_named = false;
    auto is_person = [&](IdText id) { is_named = is_named || id == person; };
    auto is_pair = [&](IdText id) { is_named = is_named || pairs.contains(id); };
    for (const auto& field : fields<Record>()) {
      if (field.template refers_to_kind<Participant>()) {
        field.for_each_id(stored.record, IdVisitor{is_person});
      } else if (field.template refers_to_kind<Pair>()) {
        field.for_each_id(stored.record, IdVisitor{is_pair});
      }
    }
    if (is_named) {
      about.push_back(&stored);
    }
  }
  return about;
}

/// Whether a record that people name by its title is called just so: a resource «Анкеты».
bool is_title_of_any(const Session& session, const Program& program, const std::string& word) {
  const Fold& fold = session.fold();
  bool is_title = false;
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (!std::is_same_v<Record, Participant> && !std::is_same_v<Record, Pair>) {
      for (const auto* stored : meant_by<Record>(session, program, word, {})) {
        is_title = is_title || fold(title_of(program, stored->record, session.today())) == fold(word);
      }
    }
  });
  return is_title;
}

}  // namespace

bool has_whole_word(const Session& session, const Participant& person, const std::string& text) {
  const Fold& fold = session.fold();
  const std::string name = ' ' + fold(person.name.on(session.today())) + ' ';
  return name.find(' ' + fold(text) + ' ') != std::string::npos;
}

References with_kind_apart(const Session& session, const storage::Loaded& loaded, std::vector<std::string> references) {
  const KindSet kind = references.size() > 1 ? kind_named(references.front()) : KindSet{};
  if (kind.is_empty()) {
    return {std::move(references)};
  }
  const std::string word = references.front();
  if (is_title_of_any(session, loaded.program, word)) {
    return {std::move(references)};
  }
  auto people = meant_by<Participant>(session, loaded.program, word, {});
  std::erase_if(people, [&](const auto* person) { return !has_whole_word(session, person->record, word); });
  if (!people.empty()) {
    Refused refused{Status::no_record, say("reference.name-or-kind", word)};
    for (const auto* person : people) {
      refused.candidates.push_back(describe(session, loaded.program, person->record));
    }
    throw std::move(refused).with_hint(say("hint.use-id"));
  }
  references.erase(references.begin());
  return {std::move(references), kind};
}

template <class Record>
const Stored<Record>& find_of_kind(const Session& session, const storage::Loaded& loaded,
                                   const std::string& reference) {
  constexpr std::size_t most_listed = 10;
  const Program& program = loaded.program;
  if constexpr (!std::is_same_v<Record, Participant> && !std::is_same_v<Record, Pair>) {
    auto about = meant_by<Record>(session, program, reference, {}).empty()
                     ? records_about<Record>(session, program, reference)
                     : std::vector<const Stored<Record>*>{};
    if (about.size() == 1) {
      return *about.front();
    }
    const auto people = meant_by<Participant>(session, program, reference, {});
    if (about.empty() && people.size() == 1 && meant_by<Record>(session, program, reference, {}).empty()) {
      throw Refused{Status::no_record, say("reference.none-about", Kind<Record>::many.label(),
                                           title_of(program, people.front()->record, session.today()))}
          .with_hint(say("hint.list", typed_name_of_list<Record>()));
    }
    if constexpr (HasDay<Record>) {
      std::stable_sort(about.begin(), about.end(),
                       [](const auto* one, const auto* other) { return other->record.on < one->record.on; });
    }
    if (!about.empty()) {
      Refused refused{Status::no_record, say("reference.several-about", Kind<Record>::many.label(), reference,
                                             static_cast<std::int64_t>(about.size()))};
      for (const auto* one : std::span{about}.first(std::min(about.size(), most_listed))) {
        refused.candidates.push_back(describe(session, program, one->record));
      }
      throw std::move(refused).with_hint(
          say("hint.list-about", typed_name_of_list<Record>(),
              typed_label(people.empty() ? pair_option : person_option, shell_word(reference))));
    }
  }
  return find_record<Record>(session, loaded, reference);
}

void refuse_id_of_several(const Program& program, const std::string& reference) {
  Texts names;
  for_each_kind([&]<class Record>(Record*) {
    if (is_id_of<Record>(program, reference)) {
      names.push_back(std::string{folder_of<Record>} + '/' + reference);
    }
  });
  if (names.size() > 1) {
    throw Refused{Status::no_record, say("reference.of-several-kinds", reference, names)}.with_hint(
        say("hint.of-several-kinds", names.back()));
  }
}

void refuse_any_kind(const Session& session, const storage::Loaded& loaded, const std::string& reference) {
  Labels kinds;
  for_each_kind([&]<class Record>(Record*) {
    if (unreadable_id(loaded.program.all<Record>(), reference)) {
      find_record<Record>(session, loaded, reference);  // it refuses, and says what is wrong in the file
    }
    kinds.push_back(typed_name_of_list<Record>());
  });
  if (auto line = line_without_commas(session, loaded.program, reference, KindSet::all())) {
    throw Refused{Status::no_record, say("reference.none-of-any-kind", reference)}.with_hint(*std::move(line));
  }
  const auto nearest = nearest_name(session, loaded.program, KindSet::all(), reference);
  throw Refused{Status::no_record, say("reference.none-of-any-kind", reference)}.with_hint(
      nearest ? say("hint.did-you-mean", *nearest) : say("hint.list-any", kinds));
}

/// The instances of every kind.
template <class... Records>
auto instances_of_references(std::tuple<Records...>) {
  return std::tuple{&find_record<Records>..., &find_records<Records>..., &find_of_kind<Records>...,
                    &last_ids<Records>...};
}
template auto instances_of_references(Kinds);

std::vector<std::string> references_of(const Session& session, const Arguments& arguments, const Option& argument) {
  auto references = with_standard_input(session, arguments.all(argument));
  if (references.size() > 1 && arguments.has(file_option)) {
    throw Refused{Status::usage, say("usage.file-of-one", typed_name(file_option))};
  }
  if (references.empty()) {
    throw Refused{Status::usage, say("usage.nothing-on-input")};
  }
  return references;
}

}  // namespace mentor::cli

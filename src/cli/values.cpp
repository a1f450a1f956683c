#include "values.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <sstream>

#include "language/unicode.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "mentor/text.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

namespace {

/// How a candidate is listed: enough to tell it from the others and to name it next time.
template <class Record>
std::string describe(const Program& program, const Record& record, Date today) {
  std::string text = record.id.to_string();
  if (const std::string title = title_of(program, record); title != text) {
    text.append("  ").append(title);
  }
  if constexpr (requires { &Kind<Record>::told_apart; }) {
    const std::string more = Kind<Record>::told_apart(program, record, today);
    text.append(more.empty() ? "" : ", ").append(more);
  }
  return text;
}

/// That there is no such record of the kind.
template <class Record>
Message none(const std::string& reference) {
  if constexpr (requires { &Kind<Record>::not_found; }) {
    return {Kind<Record>::not_found, {reference}};
  } else {
    return say("reference.none", Kind<Record>::title.label(), reference);
  }
}

/// Of the records of these kinds, the id or the title that comes nearest to what was typed; a single word of a title
/// may come near, too. Titles are tried only where a kind can be found by them.
std::optional<std::string> nearest_name(const Session& session, const Program& program, KindSet kinds,
                                        const std::string& reference) {
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
  for_each_kind([&]<class Record>(Record*) {
    if (!kinds.has<Record>()) {
      return;
    }
    for (const auto& stored : program.all<Record>()) {
      if constexpr (requires { &Kind<Record>::resolve; }) {
        consider_words(title_of(program, stored.record));
      }
      const std::string id = stored.record.id.to_string();
      consider(id, id);
    }
  });
  return name;
}

/// The record that cannot be read whose id is `reference`, or the only one whose id begins so.
template <class Record>
std::optional<std::string> unreadable_id(const Table<Record>& table, const std::string& reference) {
  if (table.is_unreadable(reference)) {
    return reference;
  }
  std::optional<std::string> only;
  for (const auto& id : table.unreadable()) {
    if (reference.size() >= shortest_start && id.starts_with(reference)) {
      if (only) {
        return std::nullopt;
      }
      only = id;
    }
  }
  return only;
}

}  // namespace

std::string choose(const Option& option, const std::string& value) {
  return choose(option.is_positional() ? std::string_view{} : option.name, value, option.choices());
}

std::string choose(std::string_view option, const std::string& value, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) {
    return value;
  }
  Refused refused{Status::usage, option.empty()
                                     ? say("usage.no-such", value, Texts{allowed})
                                     : say("usage.wrong-choice", std::string{option}, value, Texts{allowed})};
  const auto nearest = suggest(value, allowed);
  throw std::move(refused).with_suggestion(nearest);
}

HelpList help_of_kinds(KindWord sort, const language::Words& words) {
  HelpList kinds{key("help.kinds"), {}};
  for_each_kind([&]<class Record>(Record*) {
    const FixedLabel& label = sort == KindWord::one ? Kind<Record>::title : Kind<Record>::many;
    kinds.items.push_back({std::string{kind_word<Record>(sort)}, std::string{label.in(words.language())}});
  });
  return kinds;
}

std::string choose_kind(KindWord sort, const std::string& typed) {
  Texts words;
  for_each_kind([&]<class Record>(Record*) { words.emplace_back(kind_word<Record>(sort)); });
  if (std::find(words.begin(), words.end(), typed) != words.end()) {
    return typed;
  }
  const Fold fold = language::folding();
  const std::string asked = fold(typed);
  Nearest nearest{asked};
  std::optional<std::string> meant;
  for_each_kind([&]<class Record>(Record*) {
    using Of = Kind<Record>;
    for (const std::string_view called : {Of::one, Of::folder, Of::title.ru, Of::title.en, Of::many.ru, Of::many.en}) {
      if (nearest.is_nearer(fold(called))) {
        meant = kind_word<Record>(sort);
      }
    }
  });
  throw Refused{Status::usage, say("usage.no-such", typed, words)}.with_suggestion(meant);
}

std::string shortened(const std::vector<std::string>& names) {
  constexpr std::size_t most_shown = 3;
  std::string line;
  for (std::size_t index = 0; index < std::min(most_shown, names.size()); ++index) {
    line.append(index == 0 ? "" : ", ").append(names[index]);
  }
  return names.size() <= most_shown ? line : line + " … (" + std::to_string(names.size()) + ')';
}

std::string folded_label(std::string_view text, const Fold& fold) {
  std::string folded = fold(text);
  for (const std::string_view around : {" -", "- "}) {
    for (auto place = folded.find(around); place != std::string::npos; place = folded.find(around)) {
      folded.replace(place, around.size(), "-");
    }
  }
  return folded;
}

Message unknown_word(std::string_view field, const std::string& text, const WordList& list, const Fold& fold) {
  auto nearest = suggest(text, list.ids);
  if (!nearest) {
    std::vector<std::string> folded;
    std::transform(list.labels.begin(), list.labels.end(), std::back_inserter(folded),
                   [&](const std::string& label) { return folded_label(label, fold); });
    if (const auto label = suggest(folded_label(text, fold), folded)) {
      const auto place = std::find(folded.begin(), folded.end(), *label) - folded.begin();
      nearest = list.labels[static_cast<std::size_t>(place)];
    }
  }
  return nearest ? say("field-value.not-in-model-suggest", std::string{field}, text, list.shown, *nearest)
                 : say("field-value.not-in-model", std::string{field}, text, list.shown);
}

std::vector<ActivityType> all_types(const Model& model) {
  std::vector<ActivityType> types;
  for (const Form& form : model.forms) {
    for (const ActivityType& type : form.activities) {
      if (std::none_of(types.begin(), types.end(), [&](const ActivityType& one) { return one.id == type.id; })) {
        types.push_back(type);
      }
    }
  }
  return types;
}

const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold) {
  const std::string asked = fold(text);
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const WordRow& row) {
    return asked == row.id || asked == row.label.ru || asked == row.label.en;
  });
  return found == choices.end() ? nullptr : &*found;
}

template <class Record>
const Stored<Record>& find_record(const Session& session, const storage::Loaded& loaded, const std::string& reference) {
  const Program& program = loaded.program;
  const auto found = resolve<Record>({program, session.today(), session.fold()}, reference);
  if (found.size() == 1) {
    return *found.front();
  }
  if (const auto lost = found.empty() ? unreadable_id(program.all<Record>(), reference) : std::nullopt) {
    Refused refused{Status::unreadable, say("reference.unreadable", *lost)};
    for (const Finding& finding : loaded.findings) {
      if (std::find(finding.about.begin(), finding.about.end(), *lost) != finding.about.end()) {
        refused.findings.push_back(finding);
      }
    }
    throw refused;
  }
  if (found.empty()) {
    Refused refused{Status::no_record, none<Record>(reference)};
    const auto nearest = nearest_name(session, program, with_named(KindSet::of<Record>()), reference);
    throw std::move(refused).with_hint(nearest ? say("hint.did-you-mean", *nearest)
                                               : say("hint.list", std::string{folder_of<Record>}));
  }
  Refused refused{Status::no_record, say("reference.ambiguous", reference, static_cast<std::int64_t>(found.size()))};
  for (const auto* one : found) {
    refused.candidates.push_back(describe(program, one->record, session.today()));
  }
  throw std::move(refused).with_hint(say("hint.use-id"));
}

void refuse_any_kind(const Session& session, const storage::Loaded& loaded, const std::string& reference) {
  Texts kinds;
  for_each_kind([&]<class Record>(Record*) {
    if (unreadable_id(loaded.program.all<Record>(), reference)) {
      find_record<Record>(session, loaded, reference);  // refused, with what is wrong in its file
    }
    kinds.emplace_back(folder_of<Record>);
  });
  const auto nearest = nearest_name(session, loaded.program, KindSet::all(), reference);
  throw Refused{Status::no_record, say("reference.none-of-any-kind", reference)}.with_hint(
      nearest ? say("hint.did-you-mean", *nearest) : say("hint.list-any", kinds));
}

namespace {

/// The fields in which not all of the records are alike.
template <class Record>
std::vector<Field<Record>> differing_fields(const std::vector<const Stored<Record>*>& all) {
  std::vector<Field<Record>> differing;
  std::copy_if(fields<Record>().begin(), fields<Record>().end(), std::back_inserter(differing), [&](const auto& field) {
    const auto scalars = field.scalars(all.front()->record);
    return std::any_of(all.begin(), all.end(),
                       [&](const auto* other) { return field.scalars(other->record) != scalars; });
  });
  return differing;
}

/// Those fields as one of the records has them: `hours: 7`.
template <class Record>
std::string values_of(const std::vector<Field<Record>>& differing, const Record& record) {
  std::string text;
  for (const auto& field : differing) {
    const auto scalars = field.scalars(record);
    text.append(text.empty() ? "  " : "; ").append(field.name).append(":");
    for (const std::string& scalar : scalars) {
      text.append(&scalar == &scalars.front() ? " " : ", ").append(scalar);
    }
  }
  return text;
}

/// Where a record stands, as findings about it say: `activities/2025-2026.yaml:8`, the line of its id.
template <class Record>
std::string place_of(const Program& program, const Stored<Record>& stored) {
  const Place place = program.place(stored, "id");
  return place.path + ':' + std::to_string(place.line);
}

/// Whether that place is typed: the file, or the line of the id or of the document's beginning, with any column.
template <class Record>
bool is_typed(const std::string& typed, const Program& program, const Stored<Record>& stored) {
  const auto place = std::filesystem::path{typed}.lexically_normal().generic_string();
  const std::array lines{place_of(program, stored), program.path_and_line(stored)};
  return place == program.path(stored) || std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
           return place == line || place.starts_with(line + ':');
         });
}

/// A refusal with the places of the records, and with what tells them apart.
template <class Record>
Refused refused_with_places(const Program& program, const std::vector<const Stored<Record>*>& all, Message message) {
  Refused refused{Status::no_record, std::move(message)};
  const auto differing = differing_fields(all);
  for (const auto* one : all) {
    refused.candidates.push_back(place_of(program, *one) + values_of(differing, one->record));
  }
  const std::string path = program.path(*all.front());
  const bool is_clear =
      std::count_if(all.begin(), all.end(), [&](const auto* one) { return program.path(*one) == path; }) == 1;
  return std::move(refused).with_hint(
      say("hint.use-file", shell_word(is_clear ? path : place_of(program, *all.front()))));
}

}  // namespace

template <class Record>
const Stored<Record>& one_place(const Program& program, const Stored<Record>& stored, const Arguments& arguments) {
  const auto all = program.all<Record>().all_of(stored.record.id);
  const std::string id = stored.record.id.to_string();
  const auto typed = arguments.one(file_option);
  auto meant = all;
  if (typed) {
    std::erase_if(meant, [&](const auto* one) { return !is_typed(*typed, program, *one); });
  }
  if (meant.empty()) {
    throw refused_with_places(program, all, say("reference.not-in-file", id, *typed));
  }
  if (meant.size() > 1) {
    throw refused_with_places(program, all, say("reference.several-places", id));
  }
  return *meant.front();
}

/// The instances of every kind.
template <class... Records>
auto instances_of_values(std::tuple<Records...>) {
  return std::tuple{&find_record<Records>..., &one_place<Records>...};
}
template auto instances_of_values(Kinds);

Period period_of(const Session& session, const Program& program, const Arguments& arguments) {
  const auto asked = arguments.one(period_option);
  if (!asked) {
    return Period::all();
  }
  if (const auto period = period_from_input(*asked, session.today(), program.settings.school_year_start)) {
    return *period;
  }
  const std::vector<std::string> named{"this-month", "last-month", "this-school-year", "last-school-year", "all"};
  Refused refused{Status::usage,
                  say("usage.wrong-value", std::string{period_option.name}, *asked, Phrase{key("expected.period")})};
  const auto nearest = suggest(*asked, named);
  throw std::move(refused).with_suggestion(nearest);
}

std::string standard_input(const Session& session) {
  std::istream& in = session.world().in;
  std::string text;
  std::array<char, 4096> part{};
  errno = 0;
  do {
    in.read(part.data(), part.size());
    text.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > storage::most_input_bytes) {
      throw storage::SystemError{storage::Operation::read, "-", EFBIG};
    }
  } while (in);
  if (in.bad()) {
    throw storage::SystemError{storage::Operation::read, "-", errno == 0 ? EIO : errno};
  }
  return with_line_feeds(text);
}

std::vector<std::string> with_standard_input(const Session& session, const std::vector<std::string>& values) {
  if (std::find(values.begin(), values.end(), "-") == values.end()) {
    return values;
  }
  if (values.size() > 1) {
    throw Refused{Status::usage, say("usage.dash-alone")};
  }
  std::vector<std::string> lines;
  std::istringstream typed{standard_input(session)};
  for (std::string line; std::getline(typed, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      lines.push_back(line.substr(0, line.find_last_not_of(" \t\r") + 1));
    }
  }
  return lines;
}

std::vector<std::string> references_of(const Session& session, const Arguments& arguments) {
  auto references = with_standard_input(session, arguments.all(references_argument));
  if (references.size() > 1 && arguments.has(file_option)) {
    throw Refused{Status::usage, say("usage.file-of-one", std::string{file_option.name})};
  }
  if (references.empty()) {
    throw Refused{Status::usage, say("usage.nothing-on-input")};
  }
  return references;
}

}  // namespace mentor::cli

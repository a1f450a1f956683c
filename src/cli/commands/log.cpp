#include <algorithm>
#include <array>
#include <charconv>

#include "cli/output.hpp"
#include "cli/understood.hpp"
#include "storage/change/history.hpp"

namespace mentor::cli {

namespace {

constexpr Option log_count_argument{"COUNT", "", "", key("value.count"), Arity::optional, key("help.log.count")};

constexpr std::array log_options = {
    log_count_argument,
    format_option,
};

/// How many of the newest changes are to be shown. Without a number it is as many as a person at a terminal can take
/// in, and else all. Throws `Refused` when it is none.
std::size_t changes_wanted(const Arguments& arguments, bool is_for_screen) {
  constexpr std::size_t most_on_screen = 20;
  const auto typed = arguments.one(log_count_argument);
  std::size_t count = is_for_screen ? most_on_screen : storage::most_changes;
  if (typed) {
    const auto [end, error] = std::from_chars(typed->data(), typed->data() + typed->size(), count);
    if (error != std::errc{} || end != typed->data() + typed->size() || count == 0) {
      throw Refused{Status::usage,
                    say("usage.wrong-value", Phrase{log_count_argument.value}, *typed, Phrase{key("expected.count")})};
    }
  }
  return count;
}

/// What a record of the log is called now. If it is gone, its name in the log. For people, a record of a day is called
/// by more than its title: an activity by its pairs too.
Reference reference_to(const Program& program, const std::string& record, Date today, const language::Words* people) {
  Reference reference{record, record};
  for_each_kind([&]<class Record>(Record*) {
    const auto slash = record.find('/');
    const auto id = Id<Record>::parse(record.substr(slash + 1));
    const auto* stored = id && record.substr(0, slash) == folder_of<Record> ? program.all<Record>().find(*id) : nullptr;
    if (stored != nullptr) {
      reference.name = title_of(program, stored->record, today);
      reference.names_people = names_people<Record>;
      if (HasDay<Record> && people != nullptr) {
        constexpr std::size_t most_parts = 3;
        Texts parts = described(program, stored->record, today, *people);
        parts.resize(std::min(parts.size(), most_parts));
        reference.name.clear();
        for (const std::string& part : parts) {
          reference.name.append(reference.name.empty() ? "" : ", ").append(part);
        }
      }
    }
  });
  return reference;
}

std::vector<Reference> references_to(const Program& program, const std::vector<std::string>& records, Date today,
                                     const language::Words* people) {
  constexpr std::size_t most = 10;
  std::vector<Reference> references;
  for (std::size_t index = 0; index < std::min(records.size(), most); ++index) {
    references.push_back(reference_to(program, records[index], today, people));
  }
  return references;
}

Section section_of(const Program& program, const storage::History& history, std::size_t wanted, Date today,
                   const language::Words* people) {
  Section section{
      .key = "changes",
      .columns = {{.key = "number", .heading = FixedLabel{"№", "No."}, .kind = ColumnKind::number},
                  {.key = "moment", .heading = FixedLabel{"Когда", "When"}},
                  {.key = "state", .heading = FixedLabel{"Состояние", "State"}},
                  {.key = "count", .heading = FixedLabel{"Записей", "Records"}, .kind = ColumnKind::number},
                  {.key = "records",
                   .heading = FixedLabel{"Какие", "Which"},
                   .kind = ColumnKind::reference,
                   .privacy = Privacy::name_of_minor},
                  {.key = "command", .heading = FixedLabel{"Команда", "Command"}}},
      .when_empty = FixedLabel{"Журнал пуст: изменений ещё не было.", "The log is empty: nothing was changed yet."}};
  const Labelled made{"made", {"сделано", "made"}};
  const Labelled undone{"undone", {"отменено", "undone"}};
  const Labelled emptied{"forgotten", {"данные удалены", "data removed"}};
  const Labelled lost{"unreadable", {"не читается", "unreadable"}};
  auto entry = history.lost.rbegin();
  const auto add_lost_after = [&](std::uint64_t number) {
    for (; entry != history.lost.rend() && entry->number > number; ++entry) {
      section.rows.add({static_cast<std::int64_t>(entry->number), {}, lost, Unknown{}, {}, entry->path});
    }
  };
  const std::size_t shown = std::min(wanted, history.changes.size());
  const auto last = history.changes.rbegin() + static_cast<std::ptrdiff_t>(shown);
  for (auto change = history.changes.rbegin(); change != last; ++change) {
    add_lost_after(change->number);
    const Labelled& state = change->is_emptied ? emptied : change->undone ? undone : made;
    const std::string& moment = change->origin.moment;
    section.rows.add({static_cast<std::int64_t>(change->number), people == nullptr ? moment : people->moment(moment),
                      state, static_cast<std::int64_t>(change->records.size()),
                      references_to(program, change->records, today, people), change->origin.command});
  }
  if (shown == history.changes.size()) {
    add_lost_after(0);
  }
  return section;
}

Status run_log(Session& session, const Arguments& arguments) {
  const std::string_view format = format_of(arguments).name;
  const bool is_for_screen = session.world().out_width.has_value() && format == "text";
  const std::size_t wanted = changes_wanted(arguments, is_for_screen);
  const auto loaded = session.load_quietly();
  const auto words = session.report_words(loaded.program);
  const auto history = storage::history_of(session.root());
  Report report{.name = "log",
                .bare = true,
                .chapters = {{.blocks = {section_of(loaded.program, history, wanted, session.today(),
                                                    format == "text" || format == "markdown" ? &words : nullptr)}}}};
  const std::size_t all = history.changes.size();
  if (is_for_screen) {  // else the longest command would leave no room for a table
    std::get<Section>(report.chapters.front().blocks.front()).columns.back().own_line = true;
  }
  if (is_for_screen && wanted < all && !arguments.one(log_count_argument)) {
    report.chapters.front().blocks.emplace_back(
        Paragraph{say("log.last", static_cast<std::int64_t>(wanted), static_cast<std::int64_t>(all))});
  }
  write_report(session, report, words, arguments, {});
  if (!history.lost.empty()) {
    session.tell_always(say("log.lost", Count{static_cast<std::int64_t>(history.lost.size()), key("noun.log-entries")},
                            history.lost.back().path));
  }
  const bool refused = std::any_of(history.lost.begin(), history.lost.end(),
                                   [](const storage::LostEntry& lost) { return lost.error != 0; });
  return refused ? Status::system : Status::done;
}

}  // namespace

const Command log_command{
    .name = "log",
    .russian = "история",
    .summary = key("help.log.summary"),
    .description = key("help.log.description"),
    .examples = key("help.log.examples"),
    .options = log_options,
    .writes = false,
    .run = run_log,
};

}  // namespace mentor::cli

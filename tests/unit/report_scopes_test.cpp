// A report and a list read what they go through, and say what they would say of the whole program.
#include <doctest/doctest.h>

#include <deque>
#include <filesystem>

#include "language/unicode.hpp"
#include "mentor/reports.hpp"
#include "render_sample.hpp"
#include "shuffled.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/loader.hpp"

using namespace sample;

namespace {

/// Calls `look` with the tree of each program among the examples.
template <class Look>
void for_each_example(Look look) {
  for (const auto& entry : std::filesystem::directory_iterator{MENTOR_EXAMPLES}) {
    if (std::filesystem::exists(entry.path() / "program.yaml")) {
      CAPTURE(entry.path().filename().string());
      look(storage::WorkingTree{entry.path()});
    }
  }
}

/// What `make` gives of the program on several days and for several periods.
template <class Make>
std::string said_of(const Program& program, Make make) {
  const SortKey sort_key = language::russian_order();
  std::string text;
  for (const char* on : {"2025-11-01", "2026-02-15", "2026-06-15", "2026-10-01"}) {
    for (const Period& period : {Period::all(), days("2025-09-01", "2026-08-31"), days("2026-01-01", "2026-01-31")}) {
      text += rendered(render::json, make(ReportContext{program, Filter{.period = period}, day(on), sort_key, {}}),
                       russian);
    }
  }
  return text;
}

/// The example of a school, and programs made of it in which records have each other's values.
std::vector<Program> schools() {
  const auto is_any = [](const auto&) { return true; };
  std::vector<Program> programs{
      storage::load(storage::WorkingTree{std::filesystem::path{MENTOR_EXAMPLES} / "gymnasium"}).program};
  for (const std::uint32_t seed : {1U, 2U}) {
    programs.push_back(shuffled(programs.front(), seed));
  }
  const Date later = day("2026-03-01");
  Program& late = programs.emplace_back(programs.front());  // in which activities are older than people and pairs
  for (const auto& stored : programs.front().all<Participant>()) {
    late.all<Participant>().prefer(stored.record.id, is_any)->record.joined = later;
  }
  for (const auto& stored : programs.front().all<Pair>()) {
    late.all<Pair>().prefer(stored.record.id, is_any)->record.from = FirstDay{later};
  }
  Program& sparse = programs.emplace_back(programs.front());  // in which most sheets are still to be filled in
  sparse.all<Survey>() = {};
  store(sparse, programs.front().all<Survey>().at(0).record);
  return programs;
}

}  // namespace

TEST_CASE("a report says of the kinds that it goes through what it would say of the whole program") {
  for_each_example([](const storage::Tree& tree) {
    const Program whole = storage::load(tree).program;
    for (const ReportRow* row : all_reports()) {
      CAPTURE(row->name);
      const auto scope = storage::Scope::of(read_by_report(row->looks_through)).for_figures(row->shows);
      const auto make = [&](const ReportContext& context) { return make_report(*row, context); };
      CHECK(said_of(storage::load(tree, scope).program, make) == said_of(whole, make));
    }
  });
}

TEST_CASE("a list says of the kinds that it reads what it would say of the whole program") {
  for_each_example([](const storage::Tree& tree) {
    const Program whole = storage::load(tree).program;
    for_each_kind([&]<class Record>(Record*) {
      CAPTURE(folder_of<Record>);
      const auto scope = storage::Scope::of(read_by_list<Record>()).for_figures(KindSet::of<Record>());
      const auto make = [](const ReportContext& context) {
        return Report{.bare = true, .chapters = {{.blocks = {table_of<Record>(context)}}}};
      };
      CHECK(said_of(storage::load(tree, scope).program, make) == said_of(whole, make));
    });
  });
}

TEST_CASE("a report says of programs with odd records, too, what it would say of the whole") {
  for (const Program& whole : schools()) {
    for (const ReportRow* row : all_reports()) {
      CAPTURE(row->name);
      const auto make = [&](const ReportContext& context) { return make_report(*row, context); };
      CHECK(said_of(limited(whole, read_by_report(row->looks_through)), make) == said_of(whole, make));
    }
    for_each_kind([&]<class Record>(Record*) {
      CAPTURE(folder_of<Record>);
      const auto make = [](const ReportContext& context) {
        return Report{.bare = true, .chapters = {{.blocks = {table_of<Record>(context)}}}};
      };
      CHECK(said_of(limited(whole, read_by_list<Record>()), make) == said_of(whole, make));
    });
  }
}

TEST_CASE("each kind that a report names changes what it says") {
  const auto programs = schools();
  for (const ReportRow* row : all_reports()) {
    const auto make = [&](const ReportContext& context) { return make_report(*row, context); };
    for_each_kind([&]<class Record>(Record*) {
      CAPTURE(row->name);
      CAPTURE(folder_of<Record>);
      const auto changes = [&](const Program& program) {
        return said_of(limited(program, KindSet::all().without(KindSet::of<Record>())), make) != said_of(program, make);
      };
      CHECK((!row->looks_through.has<Record>() || std::any_of(programs.begin(), programs.end(), changes)));
    });
  }
}

TEST_CASE("a report reads no kind that it does not ask for") {
  CHECK(read_by_report({}) == KindSet::of<Participant, Practice, Pair, Pause>());
  CHECK(read_by_list<Activity>() == KindSet::of<Participant, Practice, Pair, Pause, Activity>());
  CHECK(read_by_list<Step>() == KindSet::of<Participant, Practice, Pair, Pause, Step>());
  CHECK(read_by_list<Pair>().has<Activity>());
}

TEST_CASE("a report that adds the activities up says without them what it would say with them") {
  for_each_example([](const storage::Tree& tree) {
    const Program whole = storage::load(tree).program;
    for (const ReportRow* row : all_reports()) {
      if (row->adds_up_within == nullptr) {
        continue;
      }
      CAPTURE(row->name);
      std::deque<Program> summed_up;  // the rows of a report look into its program
      const auto make = [&](const ReportContext& context) { return make_report(*row, context); };
      const auto make_without_activities = [&](const ReportContext& context) {
        std::shared_ptr<const PairWork> work;
        auto scope = storage::Scope::of(read_by_report(row->looks_through)).for_figures(row->shows);
        scope = std::move(scope).summing_up<Activity>([&](const Program& program) {
          CHECK(program.all<Activity>().size() == whole.all<Activity>().size());
          work = add_up(*row, program, context.filter.period, context.today);
        });
        const Program& program = summed_up.emplace_back(storage::load(tree, scope).program);
        CHECK(program.all<Activity>().size() == program.all<Activity>().repeated_count());
        return make(ReportContext{program, context.filter, context.today, context.sort_key, {}, {}, {}, work});
      };
      CHECK(said_of(whole, make_without_activities) == said_of(whole, make));
    }
  });
}

TEST_CASE("activities that were added up are counted as unreadable and repeated as before") {
  for_each_example([](const storage::Tree& tree) {
    const auto scope = storage::Scope::everything().summing_up<Activity>([](const Program&) {});
    const Program whole = storage::load(tree).program;
    const Program summed_up = storage::load(tree, scope).program;
    CHECK(summed_up.repeated_count() == whole.repeated_count());
    CHECK(summed_up.unreadable_count() == whole.unreadable_count());
  });
}

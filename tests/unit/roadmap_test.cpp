#include "mentor/roadmap.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "mentor/edition.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

const Period this_year = days("2026-09-01", "2027-08-31");
const Period next_year = days("2027-09-01", "2028-08-31");

Program program_with_stages() {
  Program program = empty_program();
  program.settings.model.stages = model_of_edition(newest_edition).stages;
  program.settings.model.edition = newest_edition;
  return program;
}

std::vector<Step> steps_of(const LaidRoadmap& laid) {
  std::vector<Step> steps;
  for (const Edit& edit : laid.edits) {
    steps.push_back(std::get<Step>(std::get<CreateRecord>(edit).record));
  }
  return steps;
}

}  // namespace

TEST_CASE("the first road map is that of the model, each step on a day of the school year and with an id of its own") {
  const LaidRoadmap laid = lay_roadmap(program_with_stages(), this_year);
  const auto steps = steps_of(laid);
  CHECK(steps.size() == roadmap_of_edition(newest_edition).size());
  CHECK_FALSE(laid.is_copied);
  std::set<std::string> ids;
  for (const Step& step : steps) {
    CAPTURE(step.title);
    CHECK(this_year.contains(step.due.value().last()));
    CHECK(ids.insert(step.id.to_string()).second);
  }
}

TEST_CASE("two clones lay the same steps, and a year that has one gets no more") {
  Program program = program_with_stages();
  const auto steps = steps_of(lay_roadmap(program, this_year));
  const auto again = steps_of(lay_roadmap(program, this_year));
  REQUIRE(steps.size() == again.size());
  CHECK(steps.front().id == again.front().id);
  store(program, steps.front());
  const LaidRoadmap laid = lay_roadmap(program, this_year);
  CHECK(laid.edits.empty());
  CHECK(laid.there == 1);
}

TEST_CASE("a later road map is that of the year before, a year later and not done, without stages that are gone") {
  Program program = program_with_stages();
  Step order{.id = id<Step>("order"), .title = "Order", .part = id<PlanPart>("preparation")};
  order.due = Due::parse("2027-02");
  order.done = day("2027-02-03");
  order.result = "order 12";
  store(program, order);
  Step tea{.id = id<Step>("tea"), .title = "Tea", .part = id<PlanPart>("work")};
  tea.term = "every year";
  tea.done = day("2027-05-03");
  store(program, tea);
  Step lost{.id = id<Step>("lost"), .title = "Lost", .part = id<PlanPart>("gone")};
  lost.due = Due::parse("2027-03-01");
  store(program, lost);
  const LaidRoadmap laid = lay_roadmap(program, next_year);
  const auto steps = steps_of(laid);
  CHECK(laid.is_copied);
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].due->to_string() == "2028-02");
  CHECK_FALSE(steps[0].done);
  CHECK(steps[0].result.is_empty());
  CHECK(steps[1].term == "every year");
  CHECK_FALSE(steps[1].done);
}

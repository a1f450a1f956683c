#include "mentor/model_comparison.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "mentor/age.hpp"
#include "mentor/rules.hpp"

namespace mentor {

namespace {

/// Whether the model allows the person the role on the day, whatever roles are written down: some form takes the
/// category, and the age is within its bounds. Of whom only the year of birth is known, one fitting age is enough.
bool may_be(Role role, const Participant& person, Date day, const Model& model) {
  const Category* category = model.find(person.category.on(day));
  if (category == nullptr || !category->ages(role) || !model.has_form_for(category->id, role)) {
    return false;
  }
  const AgeRange& range = *category->ages(role);
  if (range.is_any()) {
    return true;
  }
  if (!person.born) {
    return false;
  }
  const Ages ages = ages_on(*person.born, day);
  return range.contains(ages.youngest) || range.contains(ages.oldest);
}

void add_people(std::vector<Figure>& figures, const ReportContext& context) {
  Figure mentors{"may-be-mentors", {"Могут быть наставниками (возраст и категория)", "May be mentors (age, category)"}};
  Figure mentees{"may-be-mentees",
                 {"Могут быть наставляемыми (возраст и категория)", "May be mentees (age, category)"}};
  for (const auto& stored : context.program.all<Participant>()) {
    const Participant& person = stored.record;
    if (!person.left || context.today <= *person.left) {
      mentors.count += may_be(Role::mentor, person, context.today, context.program.model()) ? 1 : 0;
      mentees.count += may_be(Role::mentee, person, context.today, context.program.model()) ? 1 : 0;
    }
  }
  figures.push_back(std::move(mentors));
  figures.push_back(std::move(mentees));
}

const ReportRow& report_named(std::string_view name) {
  const auto all = all_reports();
  return **std::find_if(all.begin(), all.end(), [&](const ReportRow* row) { return row->name == name; });
}

Label label_of_heading(const Heading& heading) {
  const auto* fixed = std::get_if<FixedLabel>(&heading);
  return fixed == nullptr ? Label{} : fixed->label();
}

/// The free places of all mentors.
void add_places(std::vector<Figure>& figures, const ReportContext& context) {
  Figure free{"free-places", {"Свободных мест у наставников", "Free places of mentors"}};
  const Report workload = make_report(report_named("workload"), context);
  for (const Section* section : blocks_of<Section>(workload)) {
    const auto column = std::find_if(section->columns.begin(), section->columns.end(),
                                     [](const Column& one) { return one.key == "free"; });
    const auto place = static_cast<std::size_t>(column - section->columns.begin());
    section->rows.for_each([&](const Row& row) { free.count += std::get<std::int64_t>(row.at(place)); });
  }
  figures.push_back(std::move(free));
}

/// How many pairs are well, and how many lines `attention` has for each reason.
void add_attention(std::vector<Figure>& figures, const ReportContext& context) {
  const Report attention = make_report(report_named("attention"), context);
  for (const Fact& fact : attention.facts) {
    if (const auto* count = std::get_if<std::int64_t>(&fact.value)) {
      figures.push_back({"attention." + fact.key, label_of_heading(fact.name), *count});
    }
  }
  std::map<std::pair<std::string, std::string>, Figure> lines;
  for (const Section* section : blocks_of<Section>(attention)) {
    section->rows.for_each([&](const Row& row) {
      const auto& why = std::get<Labelled>(row.front());
      Figure& line = lines[{why.id, why.label.in(Language::ru)}];
      line.key = "attention.why." + why.id;
      line.name = why.label;
      ++line.count;
    });
  }
  for (auto& [key, line] : lines) {
    line.name = {"Строк отчёта «внимание»: «" + line.name.in(Language::ru) + "»",
                 "Lines of the report attention “" + line.name.in(Language::en) + "”"};
    figures.push_back(std::move(line));
  }
}

auto key_of(const Finding& finding) {
  return std::tie(finding.place.path, finding.place.line, finding.place.column, finding.place.field, finding.rule,
                  finding.severity, finding.about);
}

bool is_before(const Finding& one, const Finding& other) { return key_of(one) < key_of(other); }

std::vector<Finding> by_key(std::vector<Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(), is_before);
  return findings;
}

std::vector<FigureChange> changes_of(const std::vector<Figure>& before, const std::vector<Figure>& after) {
  const auto same_as = [](const Figure& figure) {
    return [&figure](const Figure& one) { return one.key == figure.key && one.name == figure.name; };
  };
  std::vector<FigureChange> changes;
  for (const Figure& figure : before) {
    const auto found = std::find_if(after.begin(), after.end(), same_as(figure));
    changes.push_back({figure, found == after.end() ? 0 : found->count});
  }
  for (const Figure& figure : after) {
    if (std::none_of(before.begin(), before.end(), same_as(figure))) {
      changes.push_back({{figure.key, figure.name, 0}, figure.count});
    }
  }
  return changes;
}

}  // namespace

bool ModelComparison::is_empty() const {
  return vanish.empty() && come.empty() && std::all_of(figures.begin(), figures.end(), [](const FigureChange& change) {
           return change.before.count == change.after;
         });
}

Judgement judge(const ReportContext& context, const Fold& fold) {
  Judgement judgement;
  judgement.findings = check_all({context.program, context.today, fold});
  sort_findings(judgement.findings);
  add_people(judgement.figures, context);
  add_places(judgement.figures, context);
  add_attention(judgement.figures, context);
  return judgement;
}

ModelComparison compare(const Judgement& before, const Judgement& after) {
  ModelComparison comparison;
  const auto old_ones = by_key(before.findings);
  const auto new_ones = by_key(after.findings);
  std::set_difference(old_ones.begin(), old_ones.end(), new_ones.begin(), new_ones.end(),
                      std::back_inserter(comparison.vanish), is_before);
  std::set_difference(new_ones.begin(), new_ones.end(), old_ones.begin(), old_ones.end(),
                      std::back_inserter(comparison.come), is_before);
  sort_findings(comparison.vanish);
  sort_findings(comparison.come);
  std::map<std::pair<Rule, Severity>, RuleChange> rules;
  for (const auto* changed : {&comparison.vanish, &comparison.come}) {
    for (const Finding& finding : *changed) {
      rules[{finding.rule, finding.severity}] = {finding.rule, finding.severity};
    }
  }
  const auto count = [&](const std::vector<Finding>& findings, std::int64_t RuleChange::*side) {
    for (const Finding& finding : findings) {
      if (const auto found = rules.find({finding.rule, finding.severity}); found != rules.end()) {
        ++(found->second.*side);
      }
    }
  };
  count(before.findings, &RuleChange::before);
  count(after.findings, &RuleChange::after);
  for (const auto& [key, change] : rules) {
    comparison.rules.push_back(change);
  }
  comparison.figures = changes_of(before.figures, after.figures);
  return comparison;
}

}  // namespace mentor

// Who works with whom, how many, for how long, with which papers: each rule just broken, and just not.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mentor/edition.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

/// The sample's program with what edition 1 says of its forms, papers and words.
Program whole_program() {
  Program program = empty_program();
  Model& model = program.settings.model;
  const Model edition = model_of_edition(1);
  model.kinds = edition.kinds;
  model.documents = edition.documents;
  model.reasons = edition.reasons;
  model.private_words = edition.private_words;
  for (Form& form : model.forms) {
    add_what_edition_says(1, form);
  }
  return program;
}

/// How many findings of the rule `check` has.
std::size_t found(const Program& program, Rule rule) {
  const auto findings = check_all({program, today, fold()});
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; }));
}

Document paper(std::string_view name, std::string_view type, std::string_view person, std::string_view on) {
  return {.id = id<Document>(name),
          .type = id<DocumentType>(type),
          .people = IdList<Participant>{id<Participant>(person)},
          .on = day(on)};
}

Program with_couple() {
  Program program = whole_program();
  store(program, mentee("anna"));
  store(program, mentor_pupil("ivan"));
  return program;
}

}  // namespace

TEST_CASE("a mentor may have as many mentees as the norm or the mentor says, and a group is one") {
  Program program = whole_program();
  store(program, mentor_pupil("ivan"));
  for (const std::string name : {"a", "b", "c", "d"}) {
    store(program, mentee(name));
  }
  for (const std::string name : {"a", "b", "c"}) {
    store(program, pair("p" + name, "ivan", name));
  }
  CHECK(found(program, Rule::mentor_load) == 0);
  Program more = program;
  store(more, pair("pd", "ivan", "d"));
  CHECK(found(more, Rule::mentor_load) == 4);  // all begin on one day
  Program later = program;
  Pair after = pair("pd", "ivan", "d", "2026-11-01");
  store(later, after);
  CHECK(found(later, Rule::mentor_load) == 1);
  Program group = program;
  for (const std::string name : {"e", "f"}) {
    store(group, mentee(name));
    Pair one = pair("g" + name, "ivan", name, "2027-01-11");
    one.kind = id<PairKind>("group");
    store(group, one);
  }
  CHECK(found(group, Rule::mentor_load) == 2);  // three and one group
  Program free = more;
  free.all<Participant>().remove_if([](const auto& stored) { return stored.record.id.to_string() == "ivan"; });
  Participant ready = mentor_pupil("ivan");
  ready.capacity = mentor::Places::parse("4");
  store(free, ready);
  CHECK(found(free, Rule::mentor_load) == 0);
}

TEST_CASE("a pair of teachers lasts from three months to a year, unless it was cut short or is of a short kind") {
  const auto lasting = [](std::string_view until, std::string_view reason, std::string_view kind) {
    Program program = whole_program();
    store(program, teacher("vera"));
    store(program, teacher("olga"));
    Pair one = pair("work", "vera", "olga", "2025-10-05", until, "teacher-teacher");
    one.reason = Id<Reason>::parse(reason);
    one.kind = Id<PairKind>::parse(kind);
    store(program, one);
    return found(program, Rule::pair_length);
  };
  CHECK(lasting("2026-01-03", "", "") == 1);
  CHECK(lasting("2026-01-04", "", "") == 0);
  CHECK(lasting("2026-01-03", "no-time", "") == 0);
  CHECK(lasting("2026-01-03", "completed", "") == 1);
  CHECK(lasting("2026-01-03", "", "speed") == 0);
  CHECK(lasting("2026-10-04", "", "") == 0);
  CHECK(lasting("2026-10-05", "", "") == 1);
  CHECK(lasting("", "", "") == 0);
}

TEST_CASE("a mentor who is a pupil is not the younger one, but among equals") {
  const auto with = [](std::string_view mentor_born, std::string_view mentee_born, std::string_view role_model) {
    Program program = whole_program();
    store(program, mentor_pupil("ivan", mentor_born));
    store(program, mentee("anna", mentee_born));
    Pair one = pair("work", "ivan", "anna");
    one.role_model = Id<RoleModel>::parse(role_model);
    store(program, one);
    return found(program, Rule::mentor_younger);
  };
  CHECK(with("2011-02-02", "2011-02-01", "") == 1);
  CHECK(with("2011-02-01", "2011-02-01", "") == 0);
  CHECK(with("2011-02-02", "2011-02-01", "peers") == 0);
  CHECK(with("2011", "2011-02-01", "") == 0);  // nobody can tell
}

TEST_CASE("a role model and a kind are of the form") {
  const auto with = [](std::string_view role_model, std::string_view kind) {
    Program program = with_couple();
    Pair one = pair("work", "ivan", "anna");
    one.role_model = Id<RoleModel>::parse(role_model);
    one.kind = Id<PairKind>::parse(kind);
    store(program, one);
    return found(program, Rule::form_word);
  };
  CHECK(with("leader-passive", "group") == 0);
  CHECK(with("expert-novice", "group") == 1);
  CHECK(with("expert-novice", "speed") == 2);
}

TEST_CASE("a pair goes on with one of the same mentee that ended before, and alone") {
  Program program = with_couple();
  store(program, mentor_pupil("oleg"));
  store(program, mentee("vera"));
  store(program, pair("first", "ivan", "anna", "2026-09-15", "2026-10-04"));
  const auto going_on = [&](Pair next) {
    Program copy = program;
    next.continues = id<Pair>("first");
    store(copy, next);
    return found(copy, Rule::pair_continues);
  };
  CHECK(going_on(pair("next", "oleg", "anna", "2026-10-05")) == 0);
  CHECK(going_on(pair("next", "oleg", "anna", "2026-10-04")) == 1);
  CHECK(going_on(pair("next", "oleg", "anna", "2026-09-01")) == 1);
  CHECK(going_on(pair("next", "oleg", "vera", "2026-10-05")) == 1);
  Pair both = pair("one", "oleg", "anna", "2026-10-05");
  both.continues = id<Pair>("first");
  store(program, both);
  CHECK(going_on(pair("two", "ivan", "anna", "2026-11-05")) == 2);  // each tells of the other
  Pair ring = pair("ring", "ivan", "anna", "2026-11-20");
  ring.continues = id<Pair>("ring");
  Program turning = with_couple();
  store(turning, ring);
  CHECK(found(turning, Rule::pair_continues) == 1);
}

TEST_CASE("a mentee goes on with another mentor until summer after the birthday that ends the role") {
  Program program = whole_program();
  store(program, mentor_pupil("ivan"));
  store(program, mentor_pupil("oleg"));
  store(program, mentee("anna", "2010-10-20"));  // sixteen on 20 October 2026
  store(program, pair("first", "ivan", "anna", "2026-09-15", "2026-10-31"));
  Pair next = pair("next", "oleg", "anna", "2026-11-01");
  Program alone = program;
  store(alone, next);
  CHECK(found(alone, Rule::mentee_age) == 1);
  next.continues = id<Pair>("first");
  store(program, next);
  CHECK(found(program, Rule::mentee_age) == 0);
  CHECK(found(program, Rule::age_during_pair) == 1);
}

TEST_CASE("in a long chain each pair is judged by the one before it, and whoever comes to a ring is told") {
  Program program = whole_program();
  store(program, mentor_pupil("ivan"));
  store(program, mentee("anna", "2010-10-20"));  // sixteen on 20 October 2026
  const Date first = day("2026-09-15");
  constexpr int length = 50;
  const auto name = [](int number) { return "p" + std::to_string(number); };
  for (int number = 0; number < length; ++number) {
    const std::string on = first.plus_days(number).to_string();
    Pair next = pair(name(number), "ivan", "anna", on, on);
    if (number > 0) {
      next.continues = id<Pair>(name(number - 1));
    }
    store(program, next);
  }
  CHECK(found(program, Rule::pair_continues) == 0);
  CHECK(found(program, Rule::mentee_age) == 0);
  Program broken = program;  // the chain of the later pairs begins anew, with a mentee of sixteen
  broken.all<Pair>().prefer(id<Pair>(name(40)), [](const auto&) { return true; })->record.continues = {};
  CHECK(found(broken, Rule::pair_continues) == 0);
  CHECK(found(broken, Rule::mentee_age) == length - 40);
  Program ring = program;
  ring.all<Pair>().prefer(id<Pair>(name(0)), [](const auto&) { return true; })->record.continues = id<Pair>(name(2));
  CHECK(found(ring, Rule::pair_continues) == length);
}

TEST_CASE("a paper is asked for from the first one on, of those who have none that counts") {
  Program program = with_couple();
  store(program, pair("work", "ivan", "anna"));
  CHECK(found(program, Rule::document_missing) == 0);
  store(program, paper("d1", "processing-consent", "anna", "2026-09-10"));
  CHECK(found(program, Rule::document_missing) == 1);
  store(program, paper("d2", "processing-consent", "ivan", "2026-09-10"));
  CHECK(found(program, Rule::document_missing) == 0);
  Program withdrawn = program;
  Document gone = paper("d3", "participation-consent", "anna", "2026-09-10");
  gone.withdrawn = day("2026-11-23");
  store(withdrawn, gone);
  CHECK(found(withdrawn, Rule::document_missing) == 2);  // the mentor is a minor, too
}

TEST_CASE("a consent that came after the role is late, even if another role came later") {
  Program program = whole_program();
  Participant anna = mentee("anna", "2010-09-01");
  anna.joined = day("2025-09-15");
  anna.roles = Dated<std::vector<Role>>{
      {{day("2025-09-15"), {Role::mentee}}, {day("2026-09-15"), {Role::mentee, Role::mentor}}}};
  store(program, anna);
  Program late = program;
  store(late, paper("d1", "processing-consent", "anna", "2025-12-01"));
  CHECK(found(late, Rule::document_late) == 1);
  store(program, paper("d1", "processing-consent", "anna", "2025-09-15"));
  CHECK(found(program, Rule::document_late) == 0);
}

TEST_CASE("a published practice wants a consent that counts on that day of each author") {
  const auto with = [](std::string_view published, std::string_view withdrawn) {
    Program program = whole_program();
    store(program, teacher("vera"));
    store(program, Practice{.id = id<Practice>("lessons"),
                            .title = "Уроки",
                            .form = id<Form>("teacher-teacher"),
                            .authors = IdList<Participant>{id<Participant>("vera")},
                            .published = Date::parse(published)});
    Document consent = paper("d1", "distribution-consent", "vera", "2026-05-20");
    consent.withdrawn = Date::parse(withdrawn);
    store(program, consent);
    return found(program, Rule::practice_consent);
  };
  CHECK(with("", "") == 0);
  CHECK(with("2026-05-19", "") == 1);
  CHECK(with("2026-05-20", "") == 0);
  CHECK(with("2026-06-01", "2026-06-01") == 1);
  CHECK(with("2026-06-01", "2026-06-02") == 0);
}

TEST_CASE("a practice wants the consents of the members of pairs that began before it was published") {
  const auto with = [](std::string_view from, std::string_view reason, std::string_view accepted) {
    Program program = with_couple();
    store(program, Practice{.id = id<Practice>("first"),
                            .title = "Первый проект",
                            .form = id<Form>("pupil-pupil"),
                            .published = day("2026-11-10")});
    Pair one = pair("work", "ivan", "anna");
    one.from = from.empty() ? FirstDay{} : FirstDay{day(from)};
    one.practices = IdList<Practice>{id<Practice>("first")};
    one.reason = Id<Reason>::parse(reason);
    if (!accepted.empty()) {
      one.accept = Entries{{{"practice-consent", std::string{accepted}}}};
    }
    store(program, one);
    store(program, paper("d1", "distribution-consent", "ivan", "2026-10-05"));
    const auto findings = check_all({program, today, fold()});
    return std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.rule == Rule::practice_consent && finding.severity == Severity::error;
    });
  };
  CHECK(with("2026-11-10", "", "") == 1);  // the mentor gave one
  CHECK(with("2026-11-11", "", "") == 0);
  CHECK(with("", "", "") == 0);
  CHECK(with("2026-10-05", "mistake", "") == 0);
  CHECK(with("2026-10-05", "", "Без имён") == 0);
}

TEST_CASE("a model without a consent to publish asks for none") {
  Program program = whole_program();
  store(program, teacher("vera"));
  store(program, Practice{.id = id<Practice>("lessons"),
                          .title = "Уроки",
                          .form = id<Form>("teacher-teacher"),
                          .authors = IdList<Participant>{id<Participant>("vera")},
                          .published = day("2026-05-20")});
  CHECK(found(program, Rule::practice_consent) == 1);
  std::erase_if(program.settings.model.documents, [](const DocumentType& type) { return type.publishes; });
  CHECK(found(program, Rule::practice_consent) == 0);
}

TEST_CASE("a paper with a term counts on its last day and not on the next") {
  const Model model = whole_program().model();
  Document check = paper("d1", "record-check", "ivan", "2026-01-31");
  CHECK(last_day(check, model) == day("2027-01-30"));
  CHECK(counts_on(check, day("2027-01-30"), model));
  CHECK_FALSE(counts_on(check, day("2027-01-31"), model));
  CHECK_FALSE(counts_on(check, day("2026-01-30"), model));
  check.until = day("2026-06-30");
  CHECK(state_on(check, day("2026-06-30"), model) == DocumentState::expires);
  CHECK(state_on(check, day("2026-07-01"), model) == DocumentState::expired);
}

TEST_CASE("a proposed pair begins after all days, counts nowhere and stands in nobody's way") {
  Program program = with_couple();
  Pair proposed = pair("work", "ivan", "anna");
  proposed.from = FirstDay{};
  store(program, proposed);
  CHECK(state_on(proposed, today, program.model()) == PairState::proposed);
  CHECK_FALSE(proposed.overlaps(Period::all()));
  CHECK(check_all({program, today, fold()}).empty());
  proposed.until = day("2026-12-31");
  CHECK_FALSE(proposed.ends_before_it_begins());
}

TEST_CASE("words about health and family are found at the beginning of a word, in any case") {
  const auto in_note = [](std::string_view note) {
    Program program = with_couple();
    Contact one = contact("c1", {"anna"}, "2026-10-20");
    one.note = note;
    store(program, one);
    return found(program, Rule::private_words);
  };
  CHECK(in_note("Ребёнок с овз, нужен темп") == 1);
  CHECK(in_note("«ОВЗ»") == 1);
  CHECK(in_note("Стоит на учете") == 1);
  CHECK(in_note("Новый завхоз") == 0);
  CHECK(in_note("") == 0);
}

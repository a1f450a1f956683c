#include "mentor/forgetting.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "mentor/utf8.hpp"
#include "word_stems.hpp"

namespace mentor {

namespace {

/// Kinds whose records concern the people that they name, as a paper does. Of a practice its authors are not that.
template <class Record>
concept IsAboutPeople = requires(const Record& record) {
  record.people;
};

/// Whether the record concerns nobody who is still remembered but this person.
template <class Record>
bool concerns_alone(const Program& program, const Record& record, const Id<Participant>& person) {
  if constexpr (requires { record.pairs; }) {
    if (record.pairs.size() != 0) {
      return false;
    }
  }
  bool is_named = false;
  bool is_alone = true;
  for (const auto& id : record.people) {
    const Participant* other = program.find(id);
    is_named = is_named || id == person;
    is_alone = is_alone && (id == person || (other != nullptr && other->forgotten));
  }
  return is_named && is_alone;
}

/// Empties the texts of a record that nobody must give.
template <class Record>
void empty_texts(Record& record) {
  for (const auto& field : fields<Record>()) {
    if (field.meaning == Meaning::text && field.presence == Presence::optional) {
      field.clear(record);
    }
  }
}

constexpr FixedLabel removed{"данные удалены", "data removed"};

/// The sheet with nothing in the place of own words; scores tell of nobody. Nothing when it has none.
std::optional<Survey> without_own_words(const Program& program, const Survey& survey) {
  const Instrument* instrument = program.model().find(survey.instrument);
  std::vector<Entries::Entry> answers = survey.answers.all();
  bool has_words = false;
  for (auto& [id, answer] : answers) {
    const Question* question = instrument == nullptr ? nullptr : instrument->find(id);
    if (question == nullptr || question->scale.sort() == AnswerScale::Sort::text) {
      answer = removed.in(program.settings.language);
      has_words = true;
    }
  }
  if (!has_words) {
    return std::nullopt;
  }
  Survey without = survey;
  without.answers = Entries{std::move(answers)};
  return without;
}

Participant forgotten(const Program& program, const Participant& person, Date today) {
  const std::string name{removed.in(program.settings.language)};
  Participant kept{.id = person.id,
                   .name = name,
                   .category = person.category,
                   .roles = person.roles,
                   .joined = person.joined,
                   .left = person.left,
                   .reason = person.reason,
                   .forgotten = today};
  if (person.born) {
    kept.born = Born::parse(std::to_string(person.born->year()));
  }
  std::vector<Entries::Entry> exceptions;
  for (const Entries::Entry& entry : person.accept.all()) {
    exceptions.push_back({entry.key, name});
  }
  kept.accept = Entries{std::move(exceptions)};
  return kept;
}

bool is_long(std::string_view stem) {
  constexpr std::size_t fewest = 5;
  return utf8::length(stem) >= fewest;
}

/// Whether the last character of `text` is a letter.
bool ends_with_letter(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && utf8::continues(text[begin - 1])) {
    --begin;
  }
  const auto decoded = begin == 0 ? std::nullopt : utf8::decode(text.substr(begin - 1));
  return decoded && is_letter_of_words(decoded->character);
}

/// The letters at the start of `text`.
std::string_view letters_at_start(std::string_view text) {
  std::size_t length = 0;
  while (const auto decoded = utf8::decode(text.substr(length))) {
    if (!is_letter_of_words(decoded->character)) {
      break;
    }
    length += decoded->length;
  }
  return text.substr(0, length);
}

/// Whether these letters may end a Russian name in some case.
bool is_ending(std::string_view letters) {
  static constexpr std::array<std::string_view, 23> endings = {"",    "а",   "у",  "ы",  "е",  "и",  "я",  "ю",
                                                               "ь",   "й",   "ой", "ом", "ою", "ым", "ых", "ого",
                                                               "ому", "ами", "ей", "ем", "ям", "ах", "ам"};
  return std::find(endings.begin(), endings.end(), letters) != endings.end();
}

/// Whether a folded line has the word in some form. A short one must be a word of its own, but for the ending of a
/// case: «лист» is no form of «Ли».
bool has_word(std::string_view line, std::string_view stem) {
  for (auto at = line.find(stem); at != std::string_view::npos; at = line.find(stem, at + 1)) {
    if (is_long(stem) ||
        (!ends_with_letter(line.substr(0, at)) && is_ending(letters_at_start(line.substr(at + stem.size()))))) {
      return true;
    }
  }
  return false;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Calls `visit` with each number of a text, without what people put between its digits.
template <class Visit>
void for_each_number(std::string_view text, Visit visit) {
  constexpr std::string_view between = " -()+.";
  std::string digits;
  for (const char byte : text) {
    if (is_digit(byte)) {
      digits += byte;
    } else if (between.find(byte) == std::string_view::npos && !digits.empty()) {
      visit(std::string_view{digits});
      digits.clear();
    }
  }
  if (!digits.empty()) {
    visit(std::string_view{digits});
  }
}

constexpr std::string_view people_folder = "participants/";

}  // namespace

const Pair* pair_in_the_way(const Program& program, const Id<Participant>& person, Date day) {
  const Pair* found = nullptr;
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    const bool is_member = pair.mentor == person || pair.mentee == person;
    if (is_member && !is_over(pair, day, program.model()) && (found == nullptr || pair.from < found->from)) {
      found = &pair;
    }
  }
  return found;
}

Oblivion forget(const Program& program, const Stored<Participant>& stored, Date today) {
  const Participant& person = stored.record;
  Oblivion oblivion;
  const auto write = [&]<class Record>(Record record, const Stored<Record>& old) {
    oblivion.records.push_back(std::string{folder_of<Record>} + '/' + record.id.to_string());
    oblivion.edits.emplace_back(
        ChangeRecord{.record = std::move(record), .location = location_of(program, old), .fields = {}, .anew = true});
  };
  write(forgotten(program, person, today), stored);
  for (const auto& other : program.all<Survey>()) {
    if (respondent_of(other.record, program) == person.id) {
      if (auto survey = without_own_words(program, other.record)) {
        write(*std::move(survey), other);
      }
    }
  }
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (IsAboutPeople<Record>) {
      const auto look = [&](const Stored<Record>& other) {
        if (concerns_alone(program, other.record, person.id)) {
          Record record = other.record;
          empty_texts(record);
          write(std::move(record), other);
        }
      };
      for (const auto& other : program.all<Record>()) {
        look(other);
      }
      for (const auto* other : program.all<Record>().repeats()) {
        look(*other);
      }
    }
  });
  return oblivion;
}

Traces::Traces(const Program& program, const Participant& person, const Fold& fold) : fold_(fold) {
  person.name.for_each_value([&](const std::string& name) { add_words(name, true); });
  add_words(person.representative.text(), false);
  add_numbers(person.phone.text());
  add_numbers(person.representative.text());
  if (!person.email.is_empty()) {
    addresses_.push_back(fold_(person.email.text()));
  }
  std::set<std::string, std::less<>> borne;
  for (const auto& stored : program.all<Participant>()) {
    if (stored.record.id != person.id) {
      stored.record.name.for_each_value([&](const std::string& name) {
        const std::string folded = fold_(name);
        for_each_word(folded, [&](std::string_view word) { borne.insert(stem_of_word(word)); });
      });
    }
  }
  for (Word& word : words_) {
    word.is_common = borne.contains(word.stem);
  }
}

void Traces::add_words(std::string_view text, bool is_name) {
  constexpr std::size_t fewest_letters = 2;  // one letter is an initial
  bool is_first = is_name;
  for_each_word(text, [&](std::string_view written) {
    const std::string word = fold_(written);
    // Of a representative only what is written like a name counts: not «мать», nor «тел».
    if (utf8::length(word) < fewest_letters || (!is_name && word == written)) {
      return;
    }
    const std::string stem = stem_of_word(word);
    const auto known = std::find_if(words_.begin(), words_.end(), [&](const Word& one) { return one.stem == stem; });
    if (known == words_.end()) {
      words_.push_back({stem, false, is_first});
    }
    is_first = false;
  });
}

void Traces::add_numbers(std::string_view text) {
  constexpr std::size_t fewest = 5;
  constexpr std::size_t last = 10;  // those before them are +7 or 8
  for_each_number(text, [&](std::string_view digits) {
    if (digits.size() >= fewest) {
      numbers_.emplace_back(digits.substr(digits.size() - std::min(last, digits.size())));
    }
  });
}

bool Traces::may_be_in_folded(const std::string& folded) const {
  const auto is_there = [&](const std::string& text) { return folded.find(text) != std::string::npos; };
  bool has_number = false;
  if (!numbers_.empty()) {
    for_each_number(folded, [&](std::string_view digits) {
      has_number = has_number || std::any_of(numbers_.begin(), numbers_.end(), [&](const std::string& number) {
                     return digits.find(number) != std::string_view::npos;
                   });
    });
  }
  return has_number || std::any_of(addresses_.begin(), addresses_.end(), is_there) ||
         std::any_of(words_.begin(), words_.end(), [&](const Word& word) { return is_there(word.stem); });
}

bool Traces::are_in(std::string_view line, std::string_view path) const {
  const std::string folded = fold_(line);
  if (!may_be_in_folded(folded)) {
    return false;
  }
  const bool is_of_person = path.starts_with(people_folder);
  const bool is_name = is_of_person && line.starts_with("name:");
  std::size_t common = 0;
  for (const Word& word : words_) {
    if (!has_word(folded, word.stem)) {
      continue;
    }
    if (!word.is_common || (word.is_surname && !is_of_person)) {
      return true;
    }
    ++common;
  }
  if (common > 1 && !is_name) {
    return true;
  }
  bool found = std::any_of(addresses_.begin(), addresses_.end(),
                           [&](const std::string& address) { return folded.find(address) != std::string::npos; });
  for_each_number(folded, [&](std::string_view digits) {
    found = found || std::any_of(numbers_.begin(), numbers_.end(), [&](const std::string& number) {
              return digits.find(number) != std::string_view::npos;
            });
  });
  return found;
}

bool Traces::are_in_lines(std::string_view text, std::string_view path) const {
  if (!may_be_in(text)) {
    return false;
  }
  const auto lines = lines_of(text);
  return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) { return are_in(line, path); });
}

bool is_sheet_of(const Program& program, const Participant& person, std::string_view text) {
  constexpr std::string_view key_of_instrument = "instrument: ";
  const Instrument* instrument = nullptr;
  for (const std::string_view line : lines_of(text)) {
    const auto at = line.find(key_of_instrument);
    const auto id =
        at == std::string_view::npos ? std::nullopt : Id<Instrument>::parse(line.substr(at + key_of_instrument.size()));
    instrument = id ? program.model().find(*id) : instrument;
  }
  const auto& pairs = program.all<Pair>();
  return std::any_of(pairs.begin(), pairs.end(), [&](const Stored<Pair>& stored) {
    const Pair& pair = stored.record;
    const bool is_mentor = pair.mentor == person.id && (instrument == nullptr || instrument->of == Respondent::mentor);
    const bool is_mentee = pair.mentee == person.id && (instrument == nullptr || instrument->of == Respondent::mentee);
    return (is_mentor || is_mentee) && has_id(text, pair.id.to_string());
  });
}

bool has_id(std::string_view text, std::string_view id) {
  const auto continues = [](char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-';
  };
  for (auto at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    const std::string_view rest = text.substr(at + id.size());
    if ((at == 0 || !continues(text[at - 1])) && (rest.empty() || !continues(rest.front()))) {
      return true;
    }
  }
  return false;
}

}  // namespace mentor

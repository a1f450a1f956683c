#include "people_called.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "look_alikes.hpp"
#include "mentor/utf8.hpp"
#include "word_stems.hpp"

namespace mentor {

namespace {

/// How well a name is called; better ones come later. Where it is `turned`, the halves of a double surname were typed
/// the other way round: «Сибиряк-Мамин» may mean Мамин-Сибиряк, unless somebody has the name as it was typed. Where it
/// is `in_order`, all words of the name were typed in the order of the record.
enum class Called {
  not_at_all,
  by_beginnings,
  by_a_word,
  by_words_turned,
  by_words,
  by_whole_name_turned,
  by_whole_name,
  by_whole_name_in_order
};

/// Whether a word stands between others and is no beginning of a name: «во вторник» does not mean Воробьёв.
bool is_between_words(std::string_view word) {
  constexpr std::array<std::string_view, 20> between = {"во",  "до",  "за", "из", "на",  "не",  "но",
                                                        "об",  "от",  "по", "со", "как", "или", "под",
                                                        "при", "and", "at", "in", "on",  "with"};
  return std::find(between.begin(), between.end(), word) != between.end();
}

bool is_one_letter(std::string_view text) { return utf8::length(text) == 1; }

/// A name as it is typed, against which names of people are held.
class AskedName {
 public:
  /// The text must be folded, without apostrophes.
  explicit AskedName(std::string_view folded) {
    for (const std::string_view part : parts_between(folded, between_words_of_name)) {
      (is_one_letter(part) ? initials_ : words_).push_back(part);
    }
    if (words_.empty()) {
      std::swap(words_, initials_);  // «и» is nobody's name, unless a whole word of it
      is_whole_only_ = true;
    }
    for (const std::string_view word : words_) {
      longest_ = word.size() > longest_.size() ? word : longest_;
    }
  }

  Called in(std::string_view name) const;

 private:
  /// A word of a person's name. The two of a double name have the same number.
  struct Word {
    std::string_view text;
    std::size_t number = 0;
    bool is_taken = false;
    std::size_t asked = 0;  // which of the typed words has taken it
  };

  static std::vector<Word> words_of(std::string_view name);
  static Word* take(std::vector<Word>& words, std::string_view asked, bool is_whole);
  static bool take_initials(std::vector<Word>& words, const std::vector<std::string_view>& initials);
  static bool has_halves(const std::vector<Word>& words);
  static bool has_turned_halves(const std::vector<Word>& words);
  static bool is_in_order(const std::vector<Word>& words);
  static bool is_patronymic_taken(const std::vector<Word>& words);

  std::vector<std::string_view> words_;
  std::vector<std::string_view> initials_;
  std::string_view longest_;
  bool is_whole_only_ = false;  // whether beginnings of words do not count
};

std::vector<AskedName::Word> AskedName::words_of(std::string_view name) {
  std::vector<Word> words;
  std::size_t number = 0;
  for (const std::string_view word : parts_between(name, " .")) {
    for (const std::string_view half : parts_between(word, "-")) {
      words.push_back({half, number});
    }
    ++number;
  }
  return words;
}

/// Takes a word that is not taken yet: the asked one, or one that begins so. Null when there is none.
AskedName::Word* AskedName::take(std::vector<Word>& words, std::string_view asked, bool is_whole) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) {
    return !word.is_taken && (is_whole ? word.text == asked : word.text.starts_with(asked));
  });
  if (found == words.end()) {
    return nullptr;
  }
  found->is_taken = true;
  return &*found;
}

/// Takes the next free word for each initial. So «Громов И.» does not mean Громов Сергей Иванович.
bool AskedName::take_initials(std::vector<Word>& words, const std::vector<std::string_view>& initials) {
  auto next = words.begin();
  for (const std::string_view initial : initials) {
    next = std::find_if(next, words.end(), [](const Word& word) { return !word.is_taken; });
    if (next == words.end() || !next->text.starts_with(initial)) {
      return false;
    }
    next->is_taken = true;
  }
  return true;
}

/// Whether one part of a double name was asked for, and the other was not.
bool AskedName::has_halves(const std::vector<Word>& words) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.is_taken && std::any_of(words.begin(), words.end(), [&](const Word& other) {
             return other.number == word.number && !other.is_taken;
           });
  });
}

/// Whether the halves of a double name were typed the other way round.
bool AskedName::has_turned_halves(const std::vector<Word>& words) {
  return std::adjacent_find(words.begin(), words.end(), [](const Word& word, const Word& next) {
           return word.number == next.number && word.is_taken && next.is_taken && next.asked < word.asked;
         }) != words.end();
}

bool AskedName::is_in_order(const std::vector<Word>& words) {
  return std::is_sorted(words.begin(), words.end(),
                        [](const Word& word, const Word& next) { return word.asked < next.asked; });
}

bool AskedName::is_patronymic_taken(const std::vector<Word>& words) {
  constexpr std::size_t patronymic = 2;  // behind the surname and the given name
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return word.is_taken && word.number >= patronymic; });
}

Called AskedName::in(std::string_view name) const {
  constexpr std::size_t bytes_of_two_letters = 4;
  const bool may_be_initials = longest_.size() <= bytes_of_two_letters;
  if ((words_.empty() && initials_.empty()) || (!may_be_initials && name.find(longest_) == std::string_view::npos)) {
    return Called::not_at_all;
  }
  auto words = words_of(name);
  std::vector<std::string_view> cut;
  for (std::size_t index = 0; index < words_.size(); ++index) {
    if (Word* const word = take(words, words_[index], true)) {
      word->asked = index;
    } else {
      cut.push_back(words_[index]);
    }
  }
  if (is_whole_only_ && !cut.empty()) {
    return Called::not_at_all;
  }
  std::vector<std::string_view> initials;  // of two letters that stand together: «Громов ИС»
  for (const std::string_view asked : cut) {
    if (take(words, asked, false) != nullptr) {
      continue;
    }
    const auto first = utf8::decode(asked);
    if (!first || utf8::length(asked) != 2 || words_.size() == 1) {
      return Called::not_at_all;
    }
    initials.insert(initials.end(), {asked.substr(0, first->length), asked.substr(first->length)});
  }
  const bool is_one_beginning = words_.size() == 1 && !cut.empty() && initials_.empty();
  if (is_one_beginning && (is_patronymic_taken(words) || is_between_words(cut.front()))) {
    return Called::not_at_all;  // nobody says «Петров» and means somebody's Петрович
  }
  initials.insert(initials.end(), initials_.begin(), initials_.end());
  if (!take_initials(words, initials)) {
    return Called::not_at_all;
  }
  const bool has_word = words_.size() > cut.size() && !has_halves(words);
  const bool is_by_words = has_word && cut.empty();
  const bool is_whole = is_by_words && initials.empty() &&
                        std::all_of(words.begin(), words.end(), [](const Word& word) { return word.is_taken; });
  const bool is_turned = has_turned_halves(words);
  return is_whole && is_in_order(words) ? Called::by_whole_name_in_order
         : is_whole                     ? (is_turned ? Called::by_whole_name_turned : Called::by_whole_name)
         : is_by_words                  ? (is_turned ? Called::by_words_turned : Called::by_words)
         : has_word                     ? Called::by_a_word
                                        : Called::by_beginnings;
}

/// A class without blanks, dashes, quotes and points, in Cyrillic: «11-б», «11 Б», `11B`.
std::string plain_class(std::string_view folded) {
  std::string plain;
  while (!folded.empty()) {
    const auto decoded = utf8::decode(folded).value_or(utf8::Decoded{U' ', 1});
    folded.remove_prefix(decoded.length);
    const char32_t letter = as_cyrillic(decoded.character);
    constexpr std::u32string_view signs = U" -.\"'«»";
    if (signs.find(letter) == std::u32string_view::npos) {
      utf8::append(plain, letter);
    }
  }
  return plain;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Whether the text means this class or department: it is it, or its grade, or the beginnings of words of it.
bool means_unit(std::string_view asked, std::string_view unit) {
  constexpr std::size_t shortest = 3;
  if (unit.empty() || asked.empty()) {
    return false;
  }
  const std::string plain = plain_class(asked);
  const std::string other = plain_class(unit);
  if (is_digit(asked.front())) {
    const bool is_grade = std::all_of(plain.begin(), plain.end(), is_digit);
    return plain == other ||
           (is_grade && other.starts_with(plain) && (other.size() == plain.size() || !is_digit(other[plain.size()])));
  }
  const auto words = parts_between(unit, " -");
  const auto parts = parts_between(asked, " -");
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return word == part || (utf8::length(part) >= shortest && word.starts_with(part));
    });
  });
}

/// The reference as a name alone, and as a name with a class behind it, for each place where the class may begin.
struct AskedPerson {
  struct WithUnit {
    AskedName name;
    std::string_view unit;
  };

  explicit AskedPerson(std::string_view folded) : alone(folded) {
    for (auto blank = folded.rfind(' '); blank != std::string_view::npos && blank != 0;
         blank = folded.rfind(' ', blank - 1)) {
      with_unit.push_back({AskedName{folded.substr(0, blank)}, folded.substr(blank + 1)});
    }
  }

  AskedName alone;
  std::vector<WithUnit> with_unit;
};

bool is_in_unit(const ResolveContext& context, const Participant& person, std::string_view asked) {
  const auto is_on = [&](Date day) { return means_unit(asked, context.fold(person.unit.on(day))); };
  return is_on(context.today) || (context.day_meant() != context.today && is_on(context.day_meant()));
}

/// How well the person is called by any of the names that the person has or had.
Called called(const ResolveContext& context, const Participant& person, const AskedPerson& asked) {
  Called best = Called::not_at_all;
  person.name.for_each_value([&](const std::string& one) {
    const std::string name = name_to_compare(context.fold, one);
    best = std::max(best, asked.alone.in(name));
    for (const auto& [part, unit] : asked.with_unit) {
      const Called by_part = part.in(name);
      if (by_part > best && is_in_unit(context, person, unit)) {
        best = by_part;
      }
    }
  });
  return best;
}

/// `for_each` visits those who may be meant.
template <class ForEach>
std::vector<const Stored<Participant>*> called_of(const ResolveContext& context, std::string_view reference,
                                                  ForEach for_each) {
  auto result = by_id<Participant>(context.program, reference);
  if (result.size() == 1 && result.front()->record.id.to_string() == reference) {
    return result;
  }
  const std::string folded = name_to_compare(context.fold, reference);
  const AskedPerson asked{folded};
  Called best = Called::by_beginnings;
  std::vector<const Stored<Participant>*> named;
  for_each([&](const Stored<Participant>& stored) {
    const Called how = called(context, stored.record, asked);
    if (how > best) {
      best = how;
      named.clear();
    }
    if (how == best) {
      named.push_back(&stored);
    }
  });
  if (best >= Called::by_whole_name_turned) {
    return named;
  }
  const auto by_ids = result;
  std::copy_if(named.begin(), named.end(), std::back_inserter(result),
               [&](const auto* one) { return std::find(by_ids.begin(), by_ids.end(), one) == by_ids.end(); });
  return result;
}

}  // namespace

std::string name_to_compare(const Fold& fold, std::string_view name) {
  std::string folded = fold(name);
  folded.erase(std::remove(folded.begin(), folded.end(), '\''), folded.end());
  return folded;
}

std::vector<const Stored<Participant>*> people_called(const ResolveContext& context, std::string_view reference) {
  const auto& all = context.program.all<Participant>();
  return called_of(context, reference, [&](auto visit) { std::for_each(all.begin(), all.end(), visit); });
}

std::vector<const Stored<Participant>*> people_called(const ResolveContext& context, std::string_view reference,
                                                      std::span<const Stored<Participant>* const> people) {
  return called_of(context, reference, [&](auto visit) {
    std::for_each(people.begin(), people.end(), [&](const auto* stored) { visit(*stored); });
  });
}

}  // namespace mentor

#include "misplaced_words.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "choices.hpp"
#include "field_names.hpp"
#include "mentor/day_input.hpp"
#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "model_words.hpp"
#include "record_builder.hpp"
#include "references.hpp"
#include "with_blanks.hpp"

namespace mentor::cli {

namespace {

/// The words of a command line, each as `shell_word` wrote it.
std::vector<std::string> words_in(const std::string& line) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ' && !is_quoted) {
      words.emplace_back();
      continue;
    }
    is_quoted = is_quoted != (line[at] == '\'');
    words.back() += line[at];
    if (line[at] == '\\' && !is_quoted && at + 1 < line.size()) {
      words.back() += line[++at];
    }
  }
  return words;
}

/// Whether the word was typed for the kind: one of its names, or the beginning of one.
bool names_kind(const std::string& typed, const std::string& kind) {
  const auto is_name = [&](std::string_view name) { return is_called(typed, name) || begun_word(typed, name); };
  const auto kinds = kind_words<KindWord::one>();
  return std::any_of(kinds.begin(), kinds.end(), [&](const Choice& choice) {
    return choice.name == kind &&
           (is_name(choice.name) || typed == kind || std::any_of(choice.called.begin(), choice.called.end(), is_name));
  });
}

/// What was typed behind the word for a kind, with words in other places. There is no such line when a word stands
/// there more than once, since nobody can tell which is meant; nor when it may belong to an option.
class TypedWords {
 public:
  TypedWords(const std::string& line, const std::string& kind) : words_(words_in(line)) {
    const auto found = kind.empty() ? words_.end() : std::find_if(words_.begin(), words_.end(), [&](const auto& word) {
      return names_kind(word, kind);
    });
    begin_ = found == words_.end() ? std::ssize(words_) : found - words_.begin() + 1;
  }

  /// With a text in the place of a word.
  std::optional<std::string> with(const std::string& word, const std::string& text) const {
    const auto at = place_of(word);
    return at ? std::optional{with_texts({{*at, text}})} : std::nullopt;
  }
  /// With a text in the place of one word, and another in that of another.
  std::optional<std::string> with_both(const std::string& one, const std::string& text, const std::string& other,
                                       const std::string& other_text) const {
    const auto at = place_of(one);
    const auto place = place_of(other);
    return at && place ? std::optional{with_texts({{*at, text}, {*place, other_text}})} : std::nullopt;
  }

 private:
  using Place = std::ptrdiff_t;

  std::optional<Place> place_of(const std::string& word) const {
    const std::string typed = shell_word(word);
    const auto begin = words_.begin() + begin_;
    const auto found = std::find(begin, words_.end(), typed);
    if (found == words_.end() || std::count(begin, words_.end(), typed) != 1) {
      return std::nullopt;
    }
    const std::string& before = *(found - 1);
    const bool may_be_of_option = before.starts_with('-') && before.find('=') == std::string::npos;
    return may_be_of_option ? std::nullopt : std::optional{found - words_.begin()};
  }

  /// The line with these texts in these places. An empty text takes its place away.
  std::string with_texts(const std::map<Place, std::string>& texts) const {
    std::string line;
    for (Place at = 0; at < std::ssize(words_); ++at) {
      const auto other = texts.find(at);
      const std::string& word = other == texts.end() ? words_[static_cast<std::size_t>(at)] : other->second;
      line.append(line.empty() || word.empty() ? "" : " ").append(word);
    }
    return line;
  }

  std::vector<std::string> words_;
  Place begin_ = 0;  // where those behind the word for the kind begin
};

template <class Record>
class Places {
 public:
  Places(const Session& session, const storage::Loaded& loaded, const TypedFields& typed, const std::string& kind)
      : session_(session), loaded_(loaded), typed_(typed), words_(session.command_line(), kind) {}

  void place_in(TypedFields& typed) const {
    for (const std::string_view name : Kind<Record>::main_fields) {
      const auto& field = fields<Record>()[field_index<Record>(name)];
      const auto found = typed.find(field.name);
      if (field.meaning != Meaning::reference || !field.is_list() || found == typed.end()) {
        continue;
      }
      std::vector<std::string> words = found->second;
      take_day(field, words, typed);
      take_choices(field, words, typed);
      typed[field.name] = std::move(words);
    }
  }

  void refuse_misplaced() const {
    for (const auto& [name, values] : typed_) {
      const auto& field = fields<Record>()[field_index<Record>(name)];
      for (const std::string& value : values) {
        if (value.empty() || value == "-") {
          continue;
        }
        if (field.meaning == Meaning::reference && !names_record(field, value)) {
          refuse_word(field, value);
        } else if (field.meaning == Meaning::word && is_main(field) && !is_word(field, value)) {
          refuse_record(field, value);
        }
      }
    }
  }

 private:
  /// Takes the only day among the words. It may be of several words: «5 ноября».
  void take_day(const Field<Record>& reference, std::vector<std::string>& words, TypedFields& typed) const {
    constexpr std::ptrdiff_t most_words = 3;
    if constexpr (HasDay<Record>) {
      if (typed.contains("on")) {
        return;
      }
      std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> runs;
      for (std::ptrdiff_t begin = 0; begin < std::ssize(words); ++begin) {
        for (auto count = std::min(most_words, std::ssize(words) - begin); count > 0; --count) {
          const auto first = words.begin() + begin;
          const bool names = std::any_of(first, first + count, [&](const std::string& word) {
            return word.empty() || names_wholly(reference, word);
          });
          if (!names && date_from_input(with_blanks_between({first, first + count}), session_.today())) {
            runs.emplace_back(begin, count);
            begin += count - 1;
            break;
          }
        }
      }
      if (runs.size() == 1 && runs.front().second < std::ssize(words)) {
        const auto first = words.begin() + runs.front().first;
        typed["on"] = {with_blanks_between({first, first + runs.front().second})};
        words.erase(first, first + runs.front().second);
      }
    }
  }

  /// Takes each word that fits one field of choices alone.
  void take_choices(const Field<Record>& reference, std::vector<std::string>& words, TypedFields& typed) const {
    for (std::size_t index = 0; index < words.size() && words.size() > 1;) {
      const std::string word = words[index];
      const Field<Record>* only = nullptr;
      std::size_t fitting = 0;
      for (const auto& field : fields<Record>()) {
        const bool has_words = field.meaning == Meaning::word || field.meaning == Meaning::choice;
        if (has_words && !word.empty() && is_word(field, word)) {
          only = &field;
          ++fitting;
        }
      }
      const bool is_sure = fitting == 1 && only->meaning == Meaning::choice && !typed.contains(only->name);
      if (is_sure && !names_record(reference, word)) {
        typed[only->name] = {word};
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(index));
      } else {
        ++index;
      }
    }
  }

  static bool is_main(const FieldDescription& field) {
    constexpr auto& main = Kind<Record>::main_fields;
    return std::find(main.begin(), main.end(), field.name) != main.end();
  }

  bool names_record(const FieldDescription& field, const std::string& text) const {
    const ResolveContext context{loaded_.program, session_.today(), session_.fold()};
    bool names = means_last(text) || means_all_pairs(text);
    for_each_kind([&]<class Other>(Other*) {
      names = names || (field.refers_to_kind<Other>() &&
                        (!resolve<Other>(context, text).empty() || loaded_.program.all<Other>().is_unknown(text)));
    });
    return names || (field.refers_to_kind<Pair>() && !resolve<Participant>(context, text).empty());
  }

  /// The same, but a word that is only the beginning of a name does not count: «вчера» is a day, even if there is a
  /// Вчерашний.
  bool names_wholly(const FieldDescription& field, const std::string& text) const {
    if (!date_from_input(text, session_.today())) {
      return names_record(field, text);
    }
    const auto people = resolve<Participant>({loaded_.program, session_.today(), session_.fold()}, text);
    const bool is_whole = std::any_of(people.begin(), people.end(), [&](const auto* person) {
      return has_whole_word(session_, person->record, text);
    });
    return is_whole && names_record(field, text);
  }

  /// Whether the text is a value of the field, or the beginning of several.
  bool is_word(const FieldDescription& field, const std::string& text) const {
    if (field.meaning == Meaning::choice) {
      return find_choice(field.choices, text, session_.fold()) != nullptr;
    }
    const auto refused = understand(session_, loaded_, field, text, {}).front().refused;
    return !refused || refused->key == key("field-value.several-words");
  }

  /// The only value that was typed for a field.
  std::optional<std::string> typed_for(const FieldDescription& field) const {
    const auto found = typed_.find(field.name);
    return found == typed_.end() || found->second.size() != 1 ? std::nullopt : std::optional{found->second.front()};
  }

  /// What to type for a word that fits the field. Several texts if it may mean several words of a list.
  std::vector<std::string> meanings(const FieldDescription& field, const std::string& word) const {
    std::vector<std::string> ids;
    if (field.meaning == Meaning::word) {
      with_list(loaded_.program.model(), field.list, [&]<class Entry>(std::span<const Entry> entries) {
        for (const Entry* meant : words_meant(entries, word, session_.fold())) {
          ids.push_back(meant->id.to_string());
        }
      });
    }
    return ids.size() > 1 ? ids : std::vector{word};
  }

  /// Shows the line to type, or a line for each meaning of the word. `line_with` gives the line for a meaning.
  template <class LineWith>
  Refused with_lines(Refused refused, const std::vector<std::string>& meanings, LineWith line_with) const {
    std::vector<std::string> lines;
    for (const std::string& meaning : meanings) {
      if (auto line = line_with(shell_word(meaning))) {
        lines.push_back(*std::move(line));
      }
    }
    if (lines.size() == 1) {
      return std::move(refused).with_hint(say("hint.type-line", Label{lines.front(), lines.front()}));
    }
    refused.candidates = std::move(lines);
    return refused;
  }

  /// A word of a list stands where a record is wanted.
  void refuse_word(const Field<Record>& reference, const std::string& word) const {
    for (const auto& field : fields<Record>()) {
      const bool has_words = field.meaning == Meaning::word || field.meaning == Meaning::choice;
      if (!has_words || !is_word(field, word)) {
        continue;
      }
      const auto other = typed_for(field);
      if (other && !is_word(field, *other) && names_record(reference, *other)) {
        throw with_lines({Status::usage, say("add.swapped", *other, typed_name(reference), word, typed_name(field))},
                         meanings(field, word), [&](const std::string& meaning) {
                           return words_.with_both(*other, meaning, word, shell_word(*other));
                         });
      }
      if (!other) {
        const std::string instead = typed_for(reference) ? "…" : "";
        const std::string name = typed_name(field).in(session_.words().language());
        throw with_lines({Status::usage, say("add.other-field", word, typed_name(field), typed_name(reference))},
                         meanings(field, word), [&](const std::string& meaning) {
                           auto line = words_.with(word, instead);
                           return line ? std::optional{*line + ' ' + name + '=' + meaning} : std::nullopt;
                         });
      }
    }
  }

  /// A record is named where a word of a list is wanted.
  void refuse_record(const Field<Record>& field, const std::string& word) const {
    for (const auto& reference : fields<Record>()) {
      if (reference.meaning != Meaning::reference || !names_record(reference, word)) {
        continue;
      }
      if (const auto found = typed_.find(reference.name); found != typed_.end()) {
        for (const std::string& other : found->second) {
          if (!names_record(reference, other)) {
            refuse_word(reference, other);
          }
        }
      }
      WordList list;
      with_list(loaded_.program.model(), field.list,
                [&](const auto& entries) { add_words(list, entries, session_.words()); });
      throw with_lines({Status::usage, say("add.other-field-one-of", word, typed_name(reference), typed_name(field),
                                           std::move(list.shown))},
                       {word}, [&](const std::string& typed) { return words_.with(word, "… " + typed); });
    }
  }

  const Session& session_;
  const storage::Loaded& loaded_;
  const TypedFields& typed_;
  TypedWords words_;
};

}  // namespace

template <class Record>
void place_words(const Session& session, const storage::Loaded& loaded, TypedFields& typed) {
  Places<Record>{session, loaded, typed, {}}.place_in(typed);
}

std::optional<std::string> line_with(const Session& session, const std::string& kind, const std::string& word,
                                     const std::string& text) {
  return TypedWords{session.command_line(), kind}.with(word, text);
}

std::optional<std::string> line_with_words(const Session& session, const std::vector<std::string>& words,
                                           const std::string& text) {
  std::vector<std::string> line = words_in(session.command_line());
  std::vector<std::string> asked;
  std::transform(words.begin(), words.end(), std::back_inserter(asked),
                 [](const std::string& word) { return shell_word(word); });
  const auto found = std::search(line.begin(), line.end(), asked.begin(), asked.end());
  if (asked.empty() || found == line.end()) {
    return std::nullopt;
  }
  const auto rest = line.erase(found, found + std::ssize(asked));
  if (!text.empty()) {
    line.insert(rest, text);
  }
  std::string joined;
  for (const std::string& word : line) {
    joined.append(joined.empty() ? "" : " ").append(word);
  }
  return joined;
}

template <class Record>
void refuse_misplaced(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                      const std::string& kind) {
  Places<Record>{session, loaded, typed, kind}.refuse_misplaced();
}

/// The instances of every kind.
template <class... Records>
auto instances_of_misplaced_words(std::tuple<Records...>) {
  return std::tuple{&place_words<Records>..., &refuse_misplaced<Records>...};
}
template auto instances_of_misplaced_words(Kinds);

}  // namespace mentor::cli

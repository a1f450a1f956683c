#include "misplaced_words.hpp"

#include <algorithm>
#include <optional>

#include "mentor/input.hpp"
#include "mentor/resolve.hpp"
#include "mentor/shell_word.hpp"
#include "model_words.hpp"
#include "record_builder.hpp"
#include "references.hpp"

namespace mentor::cli {

namespace {

/// Where a word begins in the command line. Nothing when it does not stand there as a word of its own.
std::optional<std::size_t> place_of(const std::string& line, const std::string& word) {
  const std::string typed = ' ' + shell_word(word) + ' ';
  const auto at = (line + ' ').find(typed);
  return at == std::string::npos ? std::nullopt : std::optional{at + 1};
}

/// The command line with another text in the place of one word.
std::optional<std::string> with_word(std::string line, const std::string& word, const std::string& text) {
  const auto at = place_of(line, word);
  return at ? std::optional{line.replace(*at, shell_word(word).size(), text)} : std::nullopt;
}

/// The command line without one word.
std::optional<std::string> without_word(std::string line, const std::string& word) {
  const auto at = place_of(line, word);
  return at ? std::optional{line.erase(*at - 1, shell_word(word).size() + 1)} : std::nullopt;
}

/// The command line with each of two words in the place of the other.
std::optional<std::string> with_swapped(std::string line, const std::string& one, const std::string& other) {
  const auto at = place_of(line, one);
  const auto place = place_of(line, other);
  if (!at || !place) {
    return std::nullopt;
  }
  const bool is_first = *at < *place;
  const std::string& earlier = is_first ? one : other;
  const std::string& later = is_first ? other : one;
  line.replace(std::max(*at, *place), shell_word(later).size(), shell_word(earlier));
  line.replace(std::min(*at, *place), shell_word(earlier).size(), shell_word(later));
  return line;
}

template <class Record>
class Places {
 public:
  Places(const Session& session, const storage::Loaded& loaded, const TypedFields& typed, bool shows_line)
      : session_(session), loaded_(loaded), typed_(typed), shows_line_(shows_line) {}

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

  Refused with_line(Refused refused, const std::optional<std::string>& line) const {
    return line && shows_line_ ? std::move(refused).with_hint(say("hint.type-line", Label{*line, *line}))
                               : std::move(refused);
  }

  /// A word of a list stands where a record is wanted.
  void refuse_word(const Field<Record>& reference, const std::string& word) const {
    const std::string& line = session_.command_line();
    for (const auto& field : fields<Record>()) {
      const bool has_words = field.meaning == Meaning::word || field.meaning == Meaning::choice;
      if (!has_words || !is_word(field, word)) {
        continue;
      }
      const auto other = typed_for(field);
      if (other && !is_word(field, *other) && names_record(reference, *other)) {
        throw with_line({Status::usage, say("add.swapped", *other, typed_name(reference), word, typed_name(field))},
                        with_swapped(line, *other, word));
      }
      if (!other) {
        const bool is_alone = typed_for(reference).has_value();
        const auto rest = is_alone ? with_word(line, word, "…") : without_word(line, word);
        const std::string name = typed_name(field).in(session_.words().language());
        throw with_line({Status::usage, say("add.other-field", word, typed_name(field), typed_name(reference))},
                        rest ? std::optional{*rest + ' ' + name + '=' + shell_word(word)} : std::nullopt);
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
      throw with_line({Status::usage, say("add.other-field-one-of", word, typed_name(reference), typed_name(field),
                                          std::move(list.shown))},
                      with_word(session_.command_line(), word, "… " + shell_word(word)));
    }
  }

  const Session& session_;
  const storage::Loaded& loaded_;
  const TypedFields& typed_;
  bool shows_line_;
};

}  // namespace

template <class Record>
void refuse_misplaced(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                      bool shows_line) {
  Places<Record>{session, loaded, typed, shows_line}.refuse_misplaced();
}

/// The instances of every kind.
template <class... Records>
auto instances_of_misplaced_words(std::tuple<Records...>) {
  return std::tuple{&refuse_misplaced<Records>...};
}
template auto instances_of_misplaced_words(Kinds);

}  // namespace mentor::cli

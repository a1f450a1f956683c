/// One run of one command: the world, and what the common options make of it.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "language/words.hpp"
#include "mentor/health.hpp"
#include "mentor/rules.hpp"
#include "progress_line.hpp"
#include "render/render.hpp"
#include "storage/change/snapshot.hpp"
#include "storage/change/store.hpp"
#include "storage/yaml/loader.hpp"
#include "world.hpp"

namespace mentor::cli {

class Session {
 public:
  /// Throws `Refused` when a common option has a wrong value. `words` is everything that was typed.
  Session(World& world, const Arguments& arguments, std::span<const std::string> words);

  World& world() const { return world_; }
  Date today() const { return today_; }
  /// What was typed, as a shell would read it.
  const std::string& command_line() const { return command_line_; }
  /// The language of messages. Where nothing but the program names it, the program is read for it, if it was not yet.
  const language::Words& words() const;
  /// The language of a report or a list: the one that was asked for, else the program's own.
  language::Words report_words(const Program& program) const {
    return language::Words{asked_language_.value_or(program.settings.language)};
  }
  bool colors_out() const { return colors_out_; }
  bool colors_err() const { return colors_err_; }
  const Fold& fold() const;
  /// Whether a command that wrote says what it understood: to a person at a terminal, or where it was asked for.
  bool says_what_it_did() const { return !quiet_ && (is_verbose_ || world_.err_width.has_value()); }

  /// Notes a day as it was typed and understood, for a refusal that is about this day.
  void note_day(const std::string& typed, Date understood) const;
  /// Keeps what is to be said of how a word was understood, once the command is done.
  void note(Message how_understood) const;
  /// Says how a day was understood that was typed without its year, if the refusal is about that day, and the same day
  /// that is still to come is nearer.
  void explain_day(Refused& refused) const;
  /// Says what was noted. Says of the days of a change that was made the same as `explain_day`, where a person reads
  /// what was understood.
  void tell_how_understood() const;

  /// The program's folder: that of `-C`, else of MENTOR_DIR, else the nearest one upwards. Throws `Refused` when there
  /// is none, and `SystemError` when we may not enter a folder that a person named.
  std::filesystem::path root() const;
  /// The folder that a person named, or else the working directory. It need not hold a program.
  std::filesystem::path folder() const;

  /// Loads everything that can be read. Says on standard error, even when quiet, what could not be taken in (`Health`).
  /// Throws `Refused`, with the findings, when `program.yaml` cannot be read.
  storage::Loaded load(const storage::Scope& scope = storage::Scope::everything()) const;
  /// Loads from files that have been read already.
  storage::Loaded load(const storage::FrozenTree& tree) const;
  /// Loads, but says nothing of what could not be taken in.
  storage::Loaded load_quietly(const storage::Scope& scope = storage::Scope::everything()) const;
  /// The program's files as texts, all as they were at one moment, for commands that work on texts. Throws as `root`
  /// does, and `SystemError`, also when a file cannot be read.
  storage::FrozenTree freeze() const;

  /// Lets people read what comes on standard output page by page, if that is a terminal. Does so only once, so whoever
  /// writes a long answer may call it.
  void page() const;

  /// Does work that may take long, such as reading a program or writing many files. Tells the progress on a terminal.
  template <class Work>
  auto with_progress(Work work) const {
    if (!progress_width_) {
      return work(storage::Progress{});
    }
    ProgressLine line{world_.err, *progress_width_, words(), world_.steady_now};
    return work([&line](storage::Stage stage, std::size_t done, std::size_t total) { line.show(stage, done, total); });
  }

  /// The moment and the command line, for the log.
  storage::Origin origin() const;

  /// Tells what was done about a change that a killed command left. Says nothing when all went well.
  void tell(std::span<const storage::Recovery> recovered) const;

  /// Says a sentence on standard error, unless quiet.
  void tell(const Message& message) const;
  /// Says a sentence even when quiet. It is for what makes an answer incomplete though it looks complete.
  void tell_always(const Message& message) const;
  /// Says a line to be copied, such as a command, on standard error, unless quiet. It is never broken into two.
  void tell_to_copy(const std::string& line) const;
  /// Says findings on standard error. When quiet, says only errors.
  void tell(std::span<const Finding> findings) const;

 private:
  /// Makes the program's language that of messages, where nothing else names one.
  void learn_language(const storage::Loaded& loaded) const;
  /// What is to be said of a day that was typed without its year, if the same day that is still to come is nearer.
  std::optional<Message> other_day(const std::string& typed, Date understood) const;
  /// Tells what could not be read. Throws `Refused` when there is no model.
  storage::Loaded require_model(storage::Loaded loaded) const;
  /// Says what a reader must know about the records before trusting any figure.
  void tell_health(const Health& health) const;

  World& world_;
  std::optional<Language> asked_language_;
  mutable std::optional<language::Words> words_;  // nothing until it is known
  Date today_;
  std::string command_line_;
  std::optional<std::string> directory_;
  bool quiet_;
  bool is_verbose_;
  bool pages_;  // whether a pager is wanted
  bool colors_out_;
  bool colors_err_;
  std::optional<std::size_t> progress_width_;  // nothing: the progress is not shown
  mutable std::optional<Fold> fold_;
  mutable std::map<Date, std::string> typed_days_;  // what was typed for each day that looks back
  mutable std::vector<Message> noted_;              // each once, in their order
};

/// Says, even when quiet, that git keeps files of the program's private folder. Every clone then gets texts of records,
/// removed ones included.
void tell_private_files_in_git(const Session& session, const std::filesystem::path& root);

}  // namespace mentor::cli

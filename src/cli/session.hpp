/// One run of one command: the world, and what the common options make of it.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "command.hpp"
#include "language/words.hpp"
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
  /// Throws `Refused` when a common option has a wrong value. `words` is all that was typed.
  Session(World& world, const Arguments& arguments, std::span<const std::string> words);

  World& world() const { return world_; }
  Date today() const { return today_; }
  /// The language of messages.
  const language::Words& words() const { return words_; }
  /// The language of a report or a list: what was asked for, else the program's own.
  language::Words report_words(const Program& program) const {
    return language::Words{asked_language_.value_or(program.settings.language)};
  }
  bool colors_out() const { return colors_out_; }
  bool colors_err() const { return colors_err_; }
  const Fold& fold() const;

  /// The program's folder: `-C`, else MENTOR_DIR, else the nearest upwards. Throws `Refused` when there is none,
  /// `SystemError` when the one that was meant may not be entered.
  std::filesystem::path root() const;
  /// The folder that was asked for, or the working directory, whether or not a program is there.
  std::filesystem::path folder() const;

  /// Everything that could be read; that some could not, or stand in several places, is said on standard error, also
  /// when quiet. Throws `Refused`, with its findings, when `program.yaml` itself cannot be read.
  storage::Loaded load(const storage::Scope& scope = storage::Scope::everything()) const;
  /// The same from files that have been read already.
  storage::Loaded load(const storage::FrozenTree& tree) const;
  /// The same without a word about what could not be read or stands in several places.
  storage::Loaded load_quietly(const storage::Scope& scope = storage::Scope::everything()) const;
  /// The program's files as texts, all of one moment, for what works on texts. Throws as `root` does, and
  /// `SystemError`, also when some file could not be read.
  storage::FrozenTree freeze() const;

  /// Does what may take long, such as reading a program or writing many files, and says on a terminal how far it is.
  template <class Work>
  auto with_progress(Work work) const {
    if (!progress_width_) {
      return work(storage::Progress{});
    }
    ProgressLine line{world_.err, *progress_width_, words_, world_.steady_now};
    return work([&line](storage::Stage stage, std::size_t done, std::size_t total) { line.show(stage, done, total); });
  }

  /// The moment and the command line, for the log.
  storage::Origin origin() const;

  /// Says what was done about a change that a killed command left. What went as it should is not worth a word.
  void tell(std::span<const storage::Recovery> recovered) const;

  /// Says a sentence on standard error, unless quiet.
  void tell(const Message& message) const;
  /// The same, also when quiet: what would make the answer look whole though it is not.
  void tell_always(const Message& message) const;
  /// Says findings on standard error. Errors even when quiet.
  void tell(std::span<const Finding> findings) const;

 private:
  /// Tells what could not be read; throws `Refused` when there is no model.
  storage::Loaded require_model(storage::Loaded loaded) const;
  /// Says what no figure is to be read without.
  void tell_health(const Program& program) const;

  World& world_;
  std::optional<Language> asked_language_;
  language::Words words_;
  Date today_;
  std::string command_line_;
  std::optional<std::string> directory_;
  bool quiet_;
  bool colors_out_;
  bool colors_err_;
  std::optional<std::size_t> progress_width_;  // nothing: how far the work is, is not shown
  mutable std::optional<Fold> fold_;
};

/// Says, also when quiet, that git keeps files of the program's private folder. Every clone then gets texts of records,
/// also of removed ones.
void tell_private_files_in_git(const Session& session, const std::filesystem::path& root);

}  // namespace mentor::cli

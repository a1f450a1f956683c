/// Exit codes, which are a public interface, and the one exception by which a command stops early.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/message.hpp"

namespace mentor::cli {

enum class Status {
  done = 0,
  findings = 1,    // check found errors, or a rule refused the command
  usage = 2,       // wrong command line
  no_record = 3,   // no such record, or an ambiguous one
  unreadable = 4,  // a record cannot be read
  system = 5,      // the system refused
  bug = 70,
};

/// Why a command cannot go on: what is wrong, what it is about, and what to do next. `run` catches it and tells it.
class Refused : public std::exception {
 public:
  Refused(Status exit_status, Message what_is_wrong) : status(exit_status), message(std::move(what_is_wrong)) {}

  Refused&& with_hint(Message text) && {
    hint = std::move(text);
    return std::move(*this);
  }

  /// Adds "did you mean", if something near was found.
  Refused&& with_suggestion(const std::optional<std::string>& nearest) && {
    return nearest ? std::move(*this).with_hint(say("hint.did-you-mean", *nearest)) : std::move(*this);
  }
  /// Does the same with a name that has a form for each language.
  Refused&& with_suggestion(const std::optional<Label>& nearest) && {
    return nearest ? std::move(*this).with_hint(say("hint.did-you-mean", *nearest)) : std::move(*this);
  }

  /// Says which of several records the refusal is about.
  void name_record(const std::string& title) {
    record = title;
    for (Finding& finding : findings) {
      finding.place.record = finding.place.path.empty() ? title : std::string{};
    }
  }

  const char* what() const noexcept override { return "refused"; }

  Status status;
  std::optional<Message> first = {};  // said before all else: how what was typed was understood
  Message message;
  std::string record;                   // the name of the record, if several records were asked for
  bool is_about_heading = false;        // of rows in a table: not this row is wrong, but the heading of a column
  std::vector<std::string> candidates;  // each is printed on a line of its own, as data
  std::vector<Finding> findings;
  std::vector<std::string> not_made;  // ids of new records that the findings may name
  bool are_of_rows = false;           // whether these come from rows of a file
  std::optional<Message> hint;
};

}  // namespace mentor::cli

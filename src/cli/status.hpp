/// Exit codes, a public interface, and the one exception by which a command stops early.
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

/// A command cannot go on: what is wrong, what it was about, and what to do next. Caught in `run`, which says it.
class Refused : public std::exception {
 public:
  Refused(Status exit_status, Message what_is_wrong) : status(exit_status), message(std::move(what_is_wrong)) {}

  Refused&& with_hint(Message text) && {
    hint = std::move(text);
    return std::move(*this);
  }

  /// "Did you mean", when something near was found.
  Refused&& with_suggestion(const std::optional<std::string>& nearest) && {
    return nearest ? std::move(*this).with_hint(say("hint.did-you-mean", *nearest)) : std::move(*this);
  }

  /// Says which of several records it is about.
  void name_record(const std::string& title) {
    record = title;
    for (Finding& finding : findings) {
      finding.place.record = finding.place.path.empty() ? title : std::string{};
    }
  }

  const char* what() const noexcept override { return "refused"; }

  Status status;
  Message message;
  std::string record;                   // what it is about is called, where several were named
  std::vector<std::string> candidates;  // one a line, as data
  std::vector<Finding> findings;
  std::optional<Message> hint;
};

}  // namespace mentor::cli

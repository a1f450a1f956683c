#include "run.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <sstream>

#include "accepting.hpp"
#include "appearance.hpp"
#include "command_line.hpp"
#include "help.hpp"
#include "not_made.hpp"
#include "render/escape.hpp"
#include "render/findings.hpp"
#include "session.hpp"
#include "storage/disk/system_error.hpp"
#include "version.hpp"

namespace mentor::cli {

namespace {

using language::Words;

void tell_refusal(const World& world, const Arguments& early, const Words& words, const Refused& refused) {
  std::vector<Finding> findings = refused.findings;
  sort_findings(findings);
  std::ostringstream text;
  if (refused.first) {
    text << "mentor: " << render::visible(words.say(*refused.first)) << '\n';
  }
  if (!refused.message.key.empty()) {
    text << "mentor: " << render::visible(refused.record) << (refused.record.empty() ? "" : ": ")
         << render::visible(words.say(refused.message)) << '\n';
  }
  const bool is_terminal = world.err_width.has_value();
  render::findings_text(text, findings, words, {uses_color(world, early, is_terminal), is_terminal});
  for (const auto& candidate : refused.candidates) {
    text << "  " << render::visible(candidate) << '\n';
  }
  if (refused.hint) {
    text << render::visible(words.say(*refused.hint)) << '\n';
  }
  write_messages(world.err, world.err_width, text.str());
}

struct SystemReason {
  int error;  // an `errno` value
  std::string_view key;
};

constexpr std::array reasons = {
    SystemReason{ENOSPC, key("system.no-space")},       SystemReason{EDQUOT, key("system.quota")},
    SystemReason{EACCES, key("system.no-permission")},  SystemReason{EPERM, key("system.no-permission")},
    SystemReason{EROFS, key("system.read-only")},       SystemReason{EIO, key("system.io-error")},
    SystemReason{ENOENT, key("system.not-found")},      SystemReason{ENOTDIR, key("system.not-a-folder")},
    SystemReason{EISDIR, key("system.is-a-folder")},    SystemReason{EFBIG, key("system.too-large")},
    SystemReason{EBADF, key("system.closed")},          SystemReason{EINVAL, key("system.not-a-file")},
    SystemReason{EEXIST, key("system.exists")},         SystemReason{ELOOP, key("system.link")},
    SystemReason{ENXIO, key("system.nobody-reads")},    SystemReason{EMFILE, key("system.too-many-open")},
    SystemReason{ENFILE, key("system.too-many-open")},  SystemReason{ESTALE, key("system.stale")},
    SystemReason{ENOTSUP, key("system.not-supported")}, SystemReason{ENOMEM, key("system.no-memory")},
    SystemReason{ENODATA, key("system.nobody-writes")},
};

std::string reason_of(int error, const Words& words) {
  const auto* const found =
      std::find_if(reasons.begin(), reasons.end(), [&](const SystemReason& reason) { return reason.error == error; });
  if (found == reasons.end()) {
    return std::strerror(error);  // NOLINT(concurrency-mt-unsafe): there is one thread
  }
  return words.text(found->key);
}

void tell_system_error(const World& world, const Words& words, const storage::SystemError& failed) {
  const auto what = [&] {
    switch (failed.operation()) {
      case storage::Operation::read:
        return key("system.cannot-read");
      case storage::Operation::write:
        return key("system.cannot-write");
      case storage::Operation::changed:
        return key("system.changed-meanwhile");
      case storage::Operation::unfinished:
        return key("system.unfinished");
      case storage::Operation::keep_access:
        return key("system.cannot-keep-access");
      case storage::Operation::join_access:
        return key("system.cannot-join-access");
      case storage::Operation::write_output:
        return key("system.cannot-write-output");
      case storage::Operation::lock:
        return failed.error() == EWOULDBLOCK ? key("system.locked") : key("system.cannot-lock");
      case storage::Operation::open_folder:
        return key("system.cannot-open-folder");
      case storage::Operation::make_folder:
        return key("system.cannot-make-folder");
    }
    return key("system.cannot-read");
  }();
  const Message message{what, {failed.path(), reason_of(failed.error(), words)}};
  world.err << "mentor: " << render::visible(words.say(message)) << '\n';
}

/// Whether `-h` was typed among the words of a command that writes, where it may have been meant for hours.
bool asks_among_words(const Typed& typed, std::span<const std::string> words) {
  if (typed.command == nullptr || !typed.command->writes || !typed.arguments.has(help_option) ||
      std::find(words.begin(), words.end(), help_option.short_name) == words.end()) {
    return false;
  }
  // The help of a command may be about its first word, such as the kind for `add`.
  const std::size_t about = typed.command->more_help != nullptr ? 1 : 0;
  const auto options = typed.command->options;
  const auto others =
      std::count_if(options.begin(), options.end(), [&](const Option& option) { return typed.arguments.has(option); });
  return static_cast<std::size_t>(others) > about;
}

Status run_typed(World& world, const Typed& typed, std::span<const std::string> typed_words) {
  const std::size_t width = page_width(world);
  if (typed.arguments.has(version_option)) {
    world.out << "mentor " << version << '\n';
    return Status::done;
  }
  if (typed.command != nullptr && !typed.arguments.has(help_option)) {
    Session session{world, typed.arguments, typed_words};
    try {
      const Status status = typed.command->run(session, typed.arguments);
      if (typed.command->writes) {
        session.tell_how_understood();
      }
      return status;
    } catch (Refused& refused) {
      if (refused.status == Status::findings) {
        session.explain_day(refused);
      }
      tell_of_command(*typed.command, session.words(), refused);
      refused.hint = refused.hint ? refused.hint : how_to_accept(*typed.command, refused.findings);
      throw;
    }
  }
  const Words words{message_language(world, typed.arguments)};
  if (typed.command == nullptr) {
    const bool asked = typed.arguments.has(help_option);
    if (asked) {
      Session{world, typed.arguments, typed_words}.page();
    }
    main_help(asked ? world.out : world.err, words, width);
    return asked ? Status::done : Status::usage;
  }
  if (asks_among_words(typed, typed_words)) {
    command_help(world.err, *typed.command, typed.arguments, words, width);
    world.err << '\n' << words.say(say("help.nothing-done")) << '\n';
    return Status::usage;
  }
  std::ostringstream help;
  command_help(help, *typed.command, typed.arguments, words,
               width);  // may refuse what was typed: then nothing is paged
  Session{world, typed.arguments, typed_words}.page();
  world.out << help.str();
  return Status::done;
}

/// Finds what decides how messages look before the command line is parsed, so that errors in it look so too.
Arguments early_arguments(std::span<const std::string> words) {
  Arguments arguments;
  for (const Option& option : {lang_option, color_option, directory_option}) {
    const std::string name{option.name};
    for (std::size_t index = 0; index < words.size() && words[index] != "--"; ++index) {
      const std::string& word = words[index];
      if ((word == name || (word == option.short_name && !word.empty())) && index + 1 < words.size()) {
        arguments.set(option, {words[index + 1]});
      } else if (word.starts_with(name + '=')) {
        arguments.set(option, {word.substr(name.size() + 1)});
      }
    }
  }
  return arguments;
}

/// Whether some command has an option of this name that takes a text or a name.
bool takes_text(const std::string& name) {
  const auto commands = all_commands();
  return std::any_of(commands.begin(), commands.end(), [&](const Command* command) {
    return std::any_of(command->options.begin(), command->options.end(), [&](const Option& option) {
      return option.name == name && (option.value == key("value.text") || option.value == key("value.name"));
    });
  });
}

/// The option with a text behind it, as people type it in either language.
Label option_with_text(const std::string& name, const std::string& behind) {
  Label label{name + behind, name + behind};
  for (const Command* command : all_commands()) {
    for (const Option& option : command->options) {
      if (option.name == name) {
        label = {std::string{option.russian} + behind, name + behind};
      }
    }
  }
  return label;
}

/// What is to be added when a word was not understood that stands behind the value of an option, as in `--name Семёнова
/// Анна`: the text may want quotes. Nothing when that cannot be.
std::optional<Message> hint_of_quotes(std::span<const std::string> words, const Refused& refused) {
  const bool has_line = refused.hint && refused.hint->key == key("hint.type-line");
  if (refused.message.arguments.empty() || has_line) {
    return std::nullopt;
  }
  const auto* word = std::get_if<std::string>(&refused.message.arguments.front());
  for (std::size_t index = 2; word != nullptr && index < words.size(); ++index) {
    const std::string& value = words[index - 1];
    const bool are_words = !word->starts_with('-') && !value.starts_with('-');
    if (are_words && words[index] == *word && takes_text(words[index - 2])) {
      const std::string text = value + ' ' + *word;
      return say("hint.quotes", option_with_text(words[index - 2], " \"" + text + " …\""));
    }
  }
  return std::nullopt;
}

/// Runs a command, and tells what stops it.
Status run_told(World& world, std::span<const std::string> arguments) {
  const auto known = with_table_names(arguments);
  const Arguments early = early_arguments(known);
  const auto words_of_messages = [&] { return Words{message_language(world, early)}; };
  try {
    return run_typed(world, parse_command_line(known), arguments);
  } catch (Refused& refused) {
    const bool is_about_a_word = refused.status == Status::usage || refused.status == Status::no_record;
    if (auto hint = is_about_a_word ? hint_of_quotes(known, refused) : std::nullopt) {
      refused.hint = std::move(hint);
    }
    tell_refusal(world, early, words_of_messages(), refused);
    return refused.status;
  } catch (const storage::SystemError& failed) {
    tell_system_error(world, words_of_messages(), failed);
    return Status::system;
  } catch (const std::bad_alloc&) {
    const Words words{named_language(world, early).value_or(Language::en)};  // nothing is read without memory
    const std::string reason = reason_of(ENOMEM, words);
    world.err << "mentor: " << (world.has_changed ? words.say(say("system.cannot-answer-changed", reason)) : reason)
              << '\n';
    return Status::system;
  } catch (const std::exception& exception) {
    world.err << "mentor: "
              << render::visible(words_of_messages().say(say("bug.sentence", std::string{exception.what()}))) << '\n';
    return Status::bug;
  }
}

}  // namespace

int run(World& world, std::span<const std::string> arguments) { return static_cast<int>(run_told(world, arguments)); }

int after_output(World& world, std::span<const std::string> arguments, int status, int error) {
  if (error == 0 || error == EPIPE) {
    return status;
  }
  const Words words{message_language(world, early_arguments(with_table_names(arguments)))};
  const auto what = world.has_changed ? key("system.cannot-answer-changed") : key("system.cannot-answer");
  world.err << "mentor: " << words.say(Message{what, {reason_of(error, words)}}) << '\n';
  return static_cast<int>(Status::system);
}

void tell_failed_pager(World& world, std::span<const std::string> arguments) {
  const Words words{message_language(world, early_arguments(with_table_names(arguments)))};
  world.err << "mentor: " << words.say(say("pager.failed")) << '\n';
}

int after_lost_pager(World& world, std::span<const std::string> arguments) {
  const Words words{message_language(world, early_arguments(with_table_names(arguments)))};
  world.err << "mentor: " << words.say(say("pager.lost")) << '\n';
  return static_cast<int>(Status::system);
}

}  // namespace mentor::cli

#include <algorithm>
#include <array>

#include "cli/appearance.hpp"
#include "cli/field_names.hpp"
#include "cli/help.hpp"
#include "cli/manual/pages.hpp"
#include "cli/manual/roff.hpp"
#include "cli/session.hpp"
#include "mentor/suggest.hpp"

namespace mentor::cli {

namespace {

constexpr Option topic_argument{
    "TOPIC", "", "", key("value.topic"), Arity::optional, key("help.help.topic"), choices_of_names<all_topics>};

constexpr std::array help_options = {topic_argument};

Status run_help(Session& session, const Arguments& arguments) {
  auto topic = arguments.one(topic_argument);
  for (const Command* command : all_commands()) {
    if (topic && is_called(*topic, command->russian)) {
      topic = std::string{command->name};
    }
  }
  if (!topic) {
    session.page();
    main_help(session.world().out, session.words(), page_width(session.world()));
    return Status::done;
  }
  const auto page = topic_text(*topic, session.words().language());
  if (!page) {
    const auto topics = all_topics();
    Refused refused{Status::usage, say("help.no-topic", *topic)};
    const auto nearest = suggest(*topic, topics);
    throw std::move(refused).with_hint(nearest ? say("hint.did-you-mean", *nearest) : say("hint.topics"));
  }
  session.page();
  session.world().out << terminal_text(*page, page_width(session.world()), session.colors_out());
  return Status::done;
}

}  // namespace

const Command help_command{
    .name = "help",
    .russian = "справка",
    .summary = key("help.help.summary"),
    .description = key("help.help.description"),
    .examples = key("help.help.examples"),
    .options = help_options,
    .writes = false,
    .run = run_help,
};

}  // namespace mentor::cli

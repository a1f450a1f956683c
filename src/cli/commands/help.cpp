#include <algorithm>
#include <array>

#include "cli/appearance.hpp"
#include "cli/field_names.hpp"
#include "cli/help.hpp"
#include "cli/manual/pages.hpp"
#include "cli/manual/roff.hpp"
#include "cli/session.hpp"
#include "mentor/records.hpp"
#include "mentor/suggest.hpp"

namespace mentor::cli {

namespace {

constexpr Option topic_argument{"TOPIC",   "", "", key("value.topic"), Arity::optional, key("help.help.topic"),
                                all_topics};

constexpr std::array help_options = {topic_argument};

/// Whether the topic is what people call a kind of record: the page about records describes them all.
bool names_kind(const std::string& topic) {
  bool is_named = false;
  for_each_kind([&]<class Record>(Record*) {
    using Of = Kind<Record>;
    for (const std::string_view called : {Of::folder, Of::title.ru, Of::many.ru}) {
      is_named = is_named || topic == called || is_called(topic, called);
    }
  });
  return is_named;
}

Status run_help(Session& session, const Arguments& arguments) {
  const auto topic = arguments.one(topic_argument);
  if (!topic) {
    session.page();
    main_help(session.world().out, session.words(), page_width(session.world()));
    return Status::done;
  }
  const auto page = topic_text(names_kind(*topic) ? "records" : *topic, session.words().language());
  if (!page) {
    Refused refused{Status::usage, say("help.no-topic", *topic)};
    Nearest nearest{*topic};
    std::optional<Label> meant;
    for (const Choice& one : all_topics()) {
      const std::string russian{one.called.empty() ? std::string_view{one.name} : one.called.front()};
      if (nearest.is_nearer(one.name) || nearest.is_nearer(russian)) {
        meant = Label{russian, one.name};
      }
    }
    throw std::move(refused).with_hint(meant ? say("hint.did-you-mean", *meant) : say("hint.topics"));
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

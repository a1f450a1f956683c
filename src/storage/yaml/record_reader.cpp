#include "record_reader.hpp"

#include <algorithm>

#include "mentor/suggest.hpp"

namespace mentor::storage {

namespace {

bool is_scalar(const Node& node) { return node.kind == Node::Kind::scalar; }

/// How a field of this shape should have been written.
Expected expected_as(Shape shape) {
  switch (shape) {
    case Shape::plain:
    case Shape::text:
      return key("expected.one-value");
    case Shape::words:
      return key("expected.list");
    case Shape::dated:
      return key("expected.dated");
    case Shape::dated_words:
      return key("expected.dated-list");
    case Shape::entries:
      return key("expected.entries");
  }
  return {};
}

/// The text of a node on one line, as it could stand in a document.
std::string whole_text(const Node& node) {
  std::string text;
  const auto add = [&](const std::string& part) { text.append(text.empty() ? "" : ", ").append(part); };
  switch (node.kind) {
    case Node::Kind::empty:
      return {};
    case Node::Kind::scalar:
      return node.text;
    case Node::Kind::list:
      std::for_each(node.items.begin(), node.items.end(), [&](const Node& item) { add(whole_text(item)); });
      return '[' + text + ']';
    case Node::Kind::map:
      std::for_each(node.entries.begin(), node.entries.end(),
                    [&](const KeyValue& entry) { add(entry.key.text + ": " + whole_text(entry.value)); });
      return '{' + text + '}';
  }
  return {};
}

OwnField own_field_of(const KeyValue& entry) {
  const Node& value = entry.value;
  OwnField field{entry.key.text, {}, value.kind == Node::Kind::list, value.kind == Node::Kind::map};
  if (field.is_list) {
    std::transform(value.items.begin(), value.items.end(), std::back_inserter(field.texts), whole_text);
    field.is_nested = !std::all_of(value.items.begin(), value.items.end(), is_scalar);
  } else if (value.kind != Node::Kind::empty) {
    field.texts.push_back(whole_text(value));
  }
  return field;
}

Mark mark_of(Position at) { return {static_cast<std::uint16_t>(at.line), static_cast<std::uint16_t>(at.column)}; }

}  // namespace

std::optional<Scalars> scalars_of(const Node& node, Shape shape) {
  Scalars scalars;
  const bool keyed = shape == Shape::dated || shape == Shape::dated_words || shape == Shape::entries;
  const bool of_words = shape == Shape::words || shape == Shape::dated_words;
  const auto add = [&](const Node* key, const Node& value) {
    const bool listed = of_words && value.kind == Node::Kind::list;
    for (const Node& part : listed ? std::span{value.items} : std::span{&value, 1}) {
      if (keyed) {
        scalars.add(key == nullptr ? std::string_view{} : key->text, key == nullptr ? part : *key);
      }
      scalars.add(part.text, part);
    }
    return listed ? std::all_of(value.items.begin(), value.items.end(), is_scalar) : !of_words && is_scalar(value);
  };
  if (!keyed || node.kind != Node::Kind::map) {
    return shape != Shape::entries && add(nullptr, node) ? std::optional{std::move(scalars)} : std::nullopt;
  }
  for (const auto& [key, value, colon] : node.entries) {
    if (value.kind == Node::Kind::empty || (of_words && value.kind == Node::Kind::list && value.items.empty())) {
      scalars.add(key.text, key);
      scalars.add({}, value);  // the end of the earlier value
    } else if (!add(&key, value)) {
      return std::nullopt;
    }
  }
  return scalars;
}

std::string shown(const Node& node) {
  switch (node.kind) {
    case Node::Kind::empty:
      return "";
    case Node::Kind::scalar:
      return node.text;
    case Node::Kind::list:
      return "[…]";
    case Node::Kind::map:
      return "{…}";
  }
  return {};
}

void FindingSink::add(Rule rule, Severity severity, Position at, Message message, std::string field) {
  findings_.push_back({rule,
                       severity,
                       {path_, line_ + at.line - 1, at.column, std::move(field)},
                       std::move(message),
                       id_.empty() ? std::vector<std::string>{} : std::vector{id_}});
}

void FindingSink::unknown_key(const Node& key, std::span<const std::string> known) {
  const auto nearest = suggest(key.text, known);
  add(Rule::unknown_key, Severity::warning, key.at,
      nearest ? say("unknown-key.suggest", key.text, *nearest)
              : say("unknown-key.unknown", key.text, Texts{known.begin(), known.end()}),
      key.text);
}

void FindingSink::wrong_value(Position at, std::string_view field, std::string text, std::string_view expected) {
  error(Rule::field_value, at, say("field-value.wrong", std::string{field}, std::move(text), Phrase{expected}),
        std::string{field});
}

std::optional<int> schema_to_read(const Node& root, FindingSink& sink, int program_schema) {
  const Node* schema = root.kind == Node::Kind::map ? root.find(schema_key) : nullptr;
  if (schema == nullptr) {
    return program_schema;
  }
  const auto number = declared_schema(root);
  if (!number) {
    sink.wrong_value(schema->at, schema_key, shown(*schema), key("expected.schema"));
    return program_schema;
  }
  if (*number > newest_schema) {
    sink.error(Rule::newer_schema, schema->at,
               say("newer-schema.newer", std::int64_t{*number}, std::int64_t{newest_schema}), std::string{schema_key});
    return std::nullopt;
  }
  if (*number < newest_schema) {
    sink.add(Rule::older_schema, Severity::warning, schema->at,
             say("older-schema.older", std::int64_t{*number}, std::int64_t{newest_schema}), std::string{schema_key});
  }
  return number;
}

template <class Record>
std::optional<Read<Record>> read_record(const Node& root, FindingSink& sink, int program_schema) {
  if (root.kind != Node::Kind::map) {
    sink.error(Rule::yaml_syntax, root.at, say("yaml-syntax.not-a-mapping"));
    return std::nullopt;
  }
  const auto schema = schema_to_read(root, sink, program_schema);
  if (!schema) {
    return std::nullopt;
  }
  const auto all = fields<Record>();
  std::vector<std::string> known;
  std::transform(all.begin(), all.end(), std::back_inserter(known),
                 [](const auto& field) { return std::string{field.name}; });
  Read<Record> read{};
  bool complete = true;
  std::array<std::optional<Position>, most_fields> places{};
  std::array<bool, most_fields> given{};
  std::array<bool, most_fields> refused{};
  for (const KeyValue& entry : root.entries) {
    const Node& value = entry.value;
    const auto found = std::find(known.begin(), known.end(), current_key(folder_of<Record>, entry.key.text, *schema));
    if (found == known.end()) {
      if (is_own_field(entry.key.text)) {
        read.own.push_back(own_field_of(entry));
      } else if (entry.key.text != schema_key) {
        sink.unknown_key(entry.key, known);
      }
      continue;
    }
    const auto index = static_cast<std::size_t>(found - known.begin());
    places[index] = value.at;
    if (value.kind == Node::Kind::empty || (value.kind == Node::Kind::scalar && value.text.empty())) {
      continue;  // a field counts as absent if nothing stands after its key, or ''
    }
    read.marks[index] = mark_of(value.at);
    const auto scalars = scalars_of(value, all[index].shape);
    const Refusal refusal =
        scalars ? all[index].set(read.record, scalars->texts) : Refusal{expected_as(all[index].shape)};
    given[index] = true;
    if (!refusal.is_none()) {
      refused[index] = true;
      complete = complete && all[index].presence == Presence::optional;
      const Node& wrong =
          refusal.scalar == Refusal::all || !all[index].holds_several() ? value : *scalars->nodes[refusal.scalar];
      sink.wrong_value(wrong.at, all[index].name, shown(wrong), refusal.expected);
    }
  }
  auto missing = missing_fields(read.record);
  for (std::size_t index = 0; index < all.size(); ++index) {  // a record always has a date, even if none was given
    if (all[index].presence == Presence::required && !given[index] &&
        std::find(missing.begin(), missing.end(), index) == missing.end()) {
      missing.push_back(index);
    }
  }
  std::sort(missing.begin(), missing.end());
  for (const std::size_t index : missing) {
    if (refused[index]) {
      continue;  // told already
    }
    const auto& field = all[index];
    const Label help{std::string{field.help.ru}, std::string{field.help.en}};
    complete = false;
    sink.error(Rule::field_missing, places[index].value_or(root.at),
               places[index] ? say("field-missing.empty", std::string{field.name}, help)
                             : say("field-missing.required", std::string{field.name}, help),
               std::string{field.name});
  }
  return complete ? std::optional{std::move(read)} : std::nullopt;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_record_reader(std::tuple<Records...>) {
  return std::tuple{&read_record<Records>...};
}
template auto instances_of_record_reader(Kinds);

}  // namespace mentor::storage

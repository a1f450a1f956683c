#include "record_reader.hpp"

#include <algorithm>

#include "mentor/input.hpp"
#include "mentor/suggest.hpp"
#include "record_text.hpp"

namespace mentor::storage {

namespace {

bool is_scalar(const Node& node) { return node.content == Node::Content::scalar; }

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
  switch (node.content) {
    case Node::Content::empty:
      return {};
    case Node::Content::scalar:
      return node.text;
    case Node::Content::list:
      std::for_each(node.items.begin(), node.items.end(), [&](const Node& item) { add(whole_text(item)); });
      return '[' + text + ']';
    case Node::Content::map:
      std::for_each(node.entries.begin(), node.entries.end(),
                    [&](const KeyValue& entry) { add(entry.key.text + ": " + whole_text(entry.value)); });
      return '{' + text + '}';
  }
  return {};
}

OwnField own_field_of(const KeyValue& entry) {
  const Node& value = entry.value;
  OwnField field{entry.key.text, {}, value.content == Node::Content::list, value.content == Node::Content::map};
  if (field.is_list) {
    std::transform(value.items.begin(), value.items.end(), std::back_inserter(field.texts), whole_text);
    field.is_nested = !std::all_of(value.items.begin(), value.items.end(), is_scalar);
  } else if (value.content != Node::Content::empty) {
    field.texts.push_back(whole_text(value));
  }
  return field;
}

/// Adds the words of a list that stands without its brackets, or of such lists by their days. Each word of a dated list
/// has its day before it. Gives false when it is none of these.
bool add_words(const Node& value, bool is_dated, std::vector<std::string>& words) {
  const auto add = [&](const std::string& day, std::string_view word) {
    if (is_dated) {
      words.push_back(day);
    }
    word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
    words.emplace_back(word.substr(0, word.find_last_not_of(' ') + 1));
  };
  const auto add_list = [&](const std::string& day, const Node& list) {
    if (is_scalar(list)) {
      for (const std::string& word : split_at_commas(list.text)) {
        add(day, word);
      }
    } else {
      for (const Node& item : list.items) {
        add(day, item.text);
      }
    }
    return is_scalar(list) || (list.content == Node::Content::list && !list.items.empty() &&
                               std::all_of(list.items.begin(), list.items.end(), is_scalar));
  };
  if (!is_dated || value.content != Node::Content::map) {
    return add_list({}, value);
  }
  return std::all_of(value.entries.begin(), value.entries.end(),
                     [&](const KeyValue& entry) { return add_list(entry.key.text, entry.value); });
}

Mark mark_of(Position at) { return {static_cast<std::uint16_t>(at.line), static_cast<std::uint16_t>(at.column)}; }

}  // namespace

std::optional<Scalars> scalars_of(const Node& node, Shape shape) {
  Scalars scalars;
  const bool keyed = shape == Shape::dated || shape == Shape::dated_words || shape == Shape::entries;
  const bool of_words = shape == Shape::words || shape == Shape::dated_words;
  const auto add = [&](const Node* key, const Node& value) {
    const bool listed = of_words && value.content == Node::Content::list;
    for (const Node& part : listed ? std::span{value.items} : std::span{&value, 1}) {
      if (keyed) {
        scalars.add(key == nullptr ? std::string_view{} : key->text, key == nullptr ? part : *key);
      }
      scalars.add(part.text, part);
    }
    return listed ? std::all_of(value.items.begin(), value.items.end(), is_scalar) : !of_words && is_scalar(value);
  };
  if (!keyed || node.content != Node::Content::map) {
    return shape != Shape::entries && add(nullptr, node) ? std::optional{std::move(scalars)} : std::nullopt;
  }
  for (const auto& [key, value, colon] : node.entries) {
    if (value.content == Node::Content::empty ||
        (of_words && value.content == Node::Content::list && value.items.empty())) {
      scalars.add(key.text, key);
      scalars.add({}, value);  // the end of the earlier value
    } else if (!add(&key, value)) {
      return std::nullopt;
    }
  }
  return scalars;
}

std::optional<std::vector<std::string>> meant_scalars(const FieldDescription& field, const Node& value,
                                                      const Model& model) {
  std::vector<std::string> words;  // of lists of which one stands without its brackets
  std::vector<std::string_view> texts;
  if (auto scalars = scalars_of(value, field.shape)) {
    texts = std::move(scalars->texts);
  } else if (field.is_list() && add_words(value, field.is_dated(), words)) {
    texts.assign(words.begin(), words.end());
  } else {
    return std::nullopt;
  }
  return scalars_from_file(field, texts, model);
}

std::string shown(const Node& node) {
  switch (node.content) {
    case Node::Content::empty:
      return "";
    case Node::Content::scalar:
      return node.text;
    case Node::Content::list:
      return "[…]";
    case Node::Content::map:
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
  const Node* schema = root.content == Node::Content::map ? root.find(schema_key) : nullptr;
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

namespace {

/// What has become of each field of a record, by its place in the kind's order.
struct FieldsRead {
  std::array<std::optional<Position>, most_fields> places{};  // where it stands
  std::array<bool, most_fields> given{};                      // with something behind it
  std::array<bool, most_fields> refused{};                    // which was not what the field can hold
};

/// Sets a field from what its value means, if the field takes that, and notes what it was taken for.
template <class Record>
bool set_as_meant(Record& record, const Field<Record>& field, const Node& value, const Model& model,
                  FindingSink& sink) {
  const auto meant = meant_scalars(field, value, model);
  if (!meant || !field.set(record, std::vector<std::string_view>{meant->begin(), meant->end()}).is_none()) {
    return false;
  }
  const std::string canonical = value_in_line(field.shape, field.scalars(record), false);
  sink.add(Rule::not_canonical, Severity::note, value.at,
           say("not-canonical.understood", std::string{field.name}, whole_text(value), canonical),
           std::string{field.name});
  return true;
}

/// Sets a field from its value. Gives false, and tells why, when the field refuses it.
template <class Record>
bool set_field(Record& record, const Field<Record>& field, const Node& value, const Model* model, FindingSink& sink) {
  const auto scalars = scalars_of(value, field.shape);
  const Refusal refusal = scalars ? field.set(record, scalars->texts) : Refusal{expected_as(field.shape)};
  if (refusal.is_none() || (model != nullptr && set_as_meant(record, field, value, *model, sink))) {
    return true;
  }
  if (field.shape == Shape::entries && scalars && refusal.scalar % 2 == 1 && refusal.scalar != Refusal::all &&
      scalars->is_blank(refusal.scalar)) {
    sink.error(Rule::field_missing, scalars->nodes[refusal.scalar]->at,
               say("field-missing.entry", std::string{field.name}, std::string{scalars->texts[refusal.scalar - 1]}),
               std::string{field.name});
    return false;
  }
  const Node& wrong =
      refusal.scalar == Refusal::all || !field.holds_several() ? value : *scalars->nodes[refusal.scalar];
  sink.wrong_value(wrong.at, field.name, shown(wrong), refusal.expected);
  return false;
}

/// Tells of the required fields that are not there or are empty. Gives whether there are none.
template <class Record>
bool tell_missing(const Record& record, const FieldsRead& seen, Position record_at, FindingSink& sink) {
  const auto all = fields<Record>();
  const auto empty = missing_fields(record);
  bool complete = true;
  for (std::size_t index = 0; index < all.size(); ++index) {
    const auto& field = all[index];
    // a date that was not given is never empty
    const bool is_missing = std::find(empty.begin(), empty.end(), index) != empty.end() ||
                            (field.presence == Presence::required && !seen.given[index]);
    if (!is_missing || seen.refused[index]) {  // what was refused is told already
      continue;
    }
    complete = false;
    const Label help{std::string{field.help.ru}, std::string{field.help.en}};
    const auto& place = seen.places[index];
    sink.error(Rule::field_missing, place.value_or(record_at),
               place ? say("field-missing.empty", std::string{field.name}, help)
                     : say("field-missing.required", std::string{field.name}, help),
               std::string{field.name});
  }
  return complete;
}

template <class Record>
std::vector<std::string> field_names() {
  const auto all = fields<Record>();
  std::vector<std::string> names;
  std::transform(all.begin(), all.end(), std::back_inserter(names),
                 [](const auto& field) { return std::string{field.name}; });
  return names;
}

}  // namespace

template <class Record>
std::optional<Read<Record>> read_record(const Node& root, FindingSink& sink, int program_schema, const Model* model) {
  if (root.content != Node::Content::map) {
    sink.error(Rule::yaml_syntax, root.at, say("yaml-syntax.not-a-mapping"));
    return std::nullopt;
  }
  const auto schema = schema_to_read(root, sink, program_schema);
  if (!schema) {
    return std::nullopt;
  }
  const auto all = fields<Record>();
  const auto known = field_names<Record>();
  Read<Record> read{};
  FieldsRead seen;
  bool complete = true;
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
    seen.places[index] = value.at;
    if (value.content == Node::Content::empty || (value.content == Node::Content::scalar && value.text.empty())) {
      continue;  // a field counts as absent if nothing stands after its key, or ''
    }
    read.marks[index] = mark_of(value.at);
    if (all[index].shape == Shape::entries) {
      std::transform(value.entries.begin(), value.entries.end(), std::back_inserter(read.entries),
                     [](const KeyValue& one) { return mark_of(one.key.at); });
    }
    seen.given[index] = true;
    seen.refused[index] = !set_field(read.record, all[index], value, model, sink);
    const bool may_lack = all[index].presence == Presence::optional && !all[index].is_vital;
    complete = complete && (!seen.refused[index] || may_lack);
  }
  complete = tell_missing(read.record, seen, root.at, sink) && complete;
  return complete ? std::optional{std::move(read)} : std::nullopt;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_record_reader(std::tuple<Records...>) {
  return std::tuple{&read_record<Records>...};
}
template auto instances_of_record_reader(Kinds);

}  // namespace mentor::storage

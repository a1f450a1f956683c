#include "json_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "mentor/fields.hpp"
#include "mentor/places.hpp"
#include "mentor/rules.hpp"
#include "storage/yaml/schema.hpp"
#include "storage/yaml/settings_table.hpp"

namespace mentor::cli {

namespace {

using Json = nlohmann::ordered_json;
using storage::SettingRow;
using storage::SettingValue;

constexpr std::string_view program_name = "program";
constexpr std::string_view id_pattern = "^[a-z0-9][a-z0-9-]{0,31}$";
constexpr std::string_view day_pattern = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

/// A text. If it has no quotes, YAML may take it for a number or a truth value; mentor takes it as it stands.
/// `maxLength` counts characters and mentor bytes, so the schema is the more generous one.
Json text_schema(bool has_lines) {
  Json schema{{"type", {"string", "number", "boolean"}}, {"maxLength", longest_text}};
  if (!has_lines) {
    schema["pattern"] = "^[^\\n\\r]*$";
  }
  return schema;
}

Json matching(const std::string& pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

/// An id. YAML may take it for a number: `12`.
Json id_schema() { return {{"anyOf", {matching(std::string{id_pattern}), {{"type", "integer"}, {"minimum", 0}}}}}; }

Json ids(std::span<const WordRow> words) {
  Json result = Json::array();
  std::transform(words.begin(), words.end(), std::back_inserter(result), [](const WordRow& row) { return row.id; });
  return result;
}

/// What is allowed for one scalar of the field.
Json value_schema(const FieldDescription& field) {
  switch (field.meaning) {
    case Meaning::own_id:
    case Meaning::word:
    case Meaning::reference:
      return id_schema();
    case Meaning::text:
      return text_schema(field.has_lines);
    case Meaning::date:
      return matching('^' + std::string{day_pattern} + '$');
    case Meaning::born:
      return {{"anyOf",
               {matching("^(" + std::string{day_pattern} + "|(19|20|21)[0-9]{2})$"),
                {{"type", "integer"}, {"minimum", Date::earliest().year()}, {"maximum", Date::latest().year()}}}}};
    case Meaning::due:
      return {{"anyOf",
               {matching('^' + std::string{day_pattern} + '$'), matching("^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")}}};
    case Meaning::duration:
      return {{"anyOf",
               {{{"type", "number"}, {"exclusiveMinimum", 0}, {"maximum", Duration::most_hours}},
                matching("^[0-9]{1,4}(\\.[0-9]{1,2}|:[0-5][0-9])?$")}}};
    case Meaning::places:
      return {
          {"anyOf",
           {{{"type", "integer"}, {"minimum", 0}, {"maximum", Places::most}}, matching("^([0-9]|[1-4][0-9]|50)$")}}};
    case Meaning::amount:
      return {{"anyOf",
               {{{"type", "number"}, {"minimum", 0}, {"maximum", Amount::most}},
                matching("^(0|[1-9][0-9]{0,9})(\\.[0-9]?[1-9])?$")}}};
    case Meaning::choice:
      return {{"enum", ids(field.choices)}};
  }
  return {};
}

/// A value, or a mapping of days to such values. An empty value says that the one before has ended.
Json dated_schema(const Json& value) {
  const Json ended{{"enum", {nullptr, "", Json::array()}}};
  return {{"anyOf",
           {value,
            {{"type", "object"},
             {"minProperties", 1},
             {"patternProperties", {{'^' + std::string{day_pattern} + '$', {{"anyOf", {value, ended}}}}}},
             {"additionalProperties", false}}}}};
}

Json field_schema(const FieldDescription& field, Language language) {
  Json value = value_schema(field);
  if (field.is_list()) {
    value = {{"type", "array"}, {"items", value}, {"minItems", 1}, {"maxItems", longest_list}, {"uniqueItems", true}};
  } else if (field.shape == Shape::entries) {
    const Json names = field.words == nullptr ? Json{{"pattern", id_pattern}} : Json{{"enum", field.words()}};
    value = {{"type", "object"}, {"propertyNames", names}, {"additionalProperties", value}};
  }
  if (field.is_dated()) {
    value = dated_schema(value);
  }
  if (field.presence == Presence::optional) {  // an empty field is the same as a missing one
    value = {{"anyOf", {value, {{"enum", {nullptr, ""}}}}}};
  }
  if (field.presence == Presence::required && field.meaning == Meaning::text) {
    value["minLength"] = 1;
  }
  Json schema{{"title", field.heading.in(language)}, {"description", field.help.in(language)}};
  schema.update(value);
  return schema;
}

/// A mapping that may have these keys and a school's own keys, and no others.
Json mapping(Json properties, Json required) {
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"patternProperties", {{"^x-", Json::object()}}},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

Json with_head(const std::string& name, const std::string& title, const Json& schema) {
  Json whole{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
             {"$comment", files_of_schema(name)},
             {"title", title}};
  whole.update(schema);
  return whole;
}

template <class Record>
Json kind_schema(Language language) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& field : fields<Record>()) {
    properties[std::string{field.name}] = field_schema(field, language);
    if (field.presence == Presence::required) {
      required.push_back(field.name);
    }
  }
  properties["schema"] = {{"type", "integer"}, {"minimum", 0}, {"maximum", storage::newest_schema}};
  return with_head(std::string{word_for<Record>}, std::string{Kind<Record>::title.in(language)},
                   mapping(std::move(properties), std::move(required)));
}

Json rows_schema(std::span<const SettingRow> rows, Language language);

Json setting_schema(const SettingRow& row, Language language) {
  switch (row.value) {
    case SettingValue::text:
      return text_schema(true);
    case SettingValue::texts:
      return {{"type", "array"}, {"items", text_schema(true)}};
    case SettingValue::language:
      return {{"enum", ids(WordsOf<Language>::rows)}};
    case SettingValue::month_day:
      return matching("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
    case SettingValue::day:
      return matching('^' + std::string{day_pattern} + '$');
    case SettingValue::raised:
      return {{"type", "object"},
              {"propertyNames", {{"enum", raisable_rules()}}},
              {"additionalProperties", {{"const", to_string(Severity::error)}}}};
    case SettingValue::number:
      return {{"type", "integer"}, {"minimum", row.least}, {"maximum", row.most}};
    case SettingValue::id:
      return id_schema();
    case SettingValue::ages:
      return matching("^([0-9]{1,3}(-[0-9]{1,3}|\\+)|any)$");
    case SettingValue::targets:
      return {{"type", "object"},
              {"patternProperties", {{"^[0-9]{4}$", {{"type", "integer"}, {"minimum", 0}, {"maximum", 100}}}}},
              {"additionalProperties", false}};
    case SettingValue::scale:
      return {{"type", "string"}};
    case SettingValue::months:
      return matching("^[0-9]{1,3}-[0-9]{1,3}$");
    case SettingValue::choice:
      return {{"enum", ids(row.choices)}};
    case SettingValue::yes_or_no:  // YAML may take them for truth values
      return {{"enum", {"yes", "no", true, false}}};
    case SettingValue::ids:
      return {{"type", "array"}, {"items", id_schema()}};
    case SettingValue::mapping:
      return rows_schema(row.inside, language);
    case SettingValue::mappings:
      return {{"type", "array"}, {"items", rows_schema(row.inside, language)}};
  }
  return {};
}

/// The text without the backticks; in the manual, a name between them is bold.
std::string plain(std::string_view text) {
  std::string result{text};
  result.erase(std::remove(result.begin(), result.end(), '`'), result.end());
  return result;
}

Json rows_schema(std::span<const SettingRow> rows, Language language) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const SettingRow& row : rows) {
    Json value = setting_schema(row, language);
    if (row.presence == Presence::required) {
      required.push_back(row.name);
    } else {
      value = {{"anyOf", {value, {{"enum", {nullptr, ""}}}}}};
    }
    Json schema{{"description", plain(row.help.in(language))}};
    schema.update(value);
    if (row.usual) {
      schema["default"] = *row.usual;
    }
    properties[std::string{row.name}] = std::move(schema);
  }
  Json all = mapping(std::move(properties), std::move(required));
  all.erase("patternProperties");  // a school has no fields of its own in the settings
  return all;
}

}  // namespace

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for_each_kind([&]<class Record>(Record*) { names.emplace_back(word_for<Record>); });
  names.emplace_back(program_name);
  return names;
}

std::string files_of_schema(const std::string& name) {
  std::string files = "program.yaml";
  for_each_kind([&]<class Record>(Record*) {
    if (name == word_for<Record>) {
      files = path_of_file<Record>("*");
    }
  });
  return files;
}

std::string json_schema(const std::string& name, Language language) {
  constexpr int indent = 2;
  Json schema;
  if (name == program_name) {
    schema = with_head(name, "program.yaml", rows_schema(storage::program_rows, language));
  }
  for_each_kind([&]<class Record>(Record*) {
    if (name == word_for<Record>) {
      schema = kind_schema<Record>(language);
    }
  });
  if (schema.is_null()) {
    throw std::logic_error{"there is no schema of " + name};
  }
  return schema.dump(indent) + '\n';
}

}  // namespace mentor::cli

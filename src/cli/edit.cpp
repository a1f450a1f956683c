#include <algorithm>
#include <array>
#include <cctype>

#include "record_builder.hpp"
#include "storage/record_text.hpp"
#include "writing.hpp"

namespace mentor::cli {

namespace {

/// Whether a word is a change, and no reference.
bool is_change(std::string_view word) { return word.find('=') != std::string_view::npos; }

constexpr Option change_argument{"CHANGE", "", key("value.change"), Arity::required_repeated, key("help.edit.change"),
                                 is_change};

constexpr std::array options = {
    references_argument,
    change_argument,
    file_option,
    strict_option,
};

/// `unit=7А`, `until=`, `roles+=mentor`, `roles-=mentee`.
struct TypedChange {
  enum class Kind { set, add, take };

  std::string text;  // as it was typed
  std::string field;
  Kind kind;
  std::string value;
};

TypedChange change_from(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Refused{Status::usage, say("edit.not-a-change", text)};
  }
  const char before = text[equals - 1];
  const bool sign = before == '+' || before == '-';
  return {text, text.substr(0, equals - (sign ? 1 : 0)),
          before == '+'   ? TypedChange::Kind::add
          : before == '-' ? TypedChange::Kind::take
                          : TypedChange::Kind::set,
          text.substr(equals + 1)};
}

/// The field of that name, which must be one that can be changed in this way.
template <class Record>
const Field<Record>& field_of(const TypedChange& change) {
  const auto& field = field_to_type<Record>(change.field);
  if (change.kind != TypedChange::Kind::set && !field.is_list()) {
    throw Refused{Status::usage, say("edit.not-a-list", change.text, change.field)};
  }
  return field;
}

template <class Record>
void make_change(RecordBuilder<Record>& builder, const Field<Record>& field, const TypedChange& change) {
  const auto values = typed_values(field, change.value);
  if (change.kind == TypedChange::Kind::add) {
    builder.add_to(field.name, values);
  } else if (change.kind == TypedChange::Kind::take) {
    builder.take_from(field.name, values);
  } else if (change.value.empty() && field.presence == Presence::required) {
    builder.refuse(field.name, say("edit.required", std::string{field.name}));
  } else {
    builder.type(field.name, values);
  }
}

/// Each field may be set once, and not be set and added to as well: which of two values is meant is nobody's guess, and
/// the same word typed twice is a slip as well.
void refuse_contradictions(const std::vector<TypedChange>& changes) {
  for (const TypedChange& change : changes) {
    for (const TypedChange& other : changes) {
      if (&change != &other && change.field == other.field && change.kind == TypedChange::Kind::set) {
        throw refused_twice(change.text, other.text);
      }
    }
  }
}

/// Letters of any alphabet, digits and hyphens alone: what needs no quotes as a key.
bool is_name(const std::string& text) {
  constexpr unsigned char first_beyond_ascii = 0x80;
  return storage::scalar_text(text) == text && std::all_of(text.begin(), text.end(), [](char byte) {
           return byte == '-' || static_cast<unsigned char>(byte) >= first_beyond_ascii ||
                  std::isalnum(static_cast<unsigned char>(byte)) != 0;
         });
}

/// A change of a field that the school keeps for itself, which may be called and hold what it likes.
template <class Record>
OwnField own_of(RecordBuilder<Record>& builder, const TypedChange& change) {
  if (change.kind != TypedChange::Kind::set) {
    throw Refused{Status::usage, say("edit.not-a-list", change.text, change.field)};
  }
  if (!is_name(change.field)) {
    throw Refused{Status::usage, say("edit.own-name", change.field)};
  }
  if (!is_text(change.value)) {
    builder.refuse(change.field, say("field-value.wrong", change.field, change.value, Phrase{key("expected.text")}));
  }
  return {change.field, change.value};
}

template <class Record>
ChangeRecord change_of(const Session& session, const storage::Loaded& loaded, const Stored<Record>& stored,
                       const std::vector<TypedChange>& changes) {
  RecordBuilder<Record> builder{session, loaded, stored.record};
  std::vector<std::string_view> fields;
  std::vector<OwnField> own;
  for (const TypedChange& change : changes) {
    if (is_own_field(change.field)) {
      own.push_back(own_of(builder, change));
      continue;
    }
    const auto& field = field_of<Record>(change);
    make_change(builder, field, change);
    fields.push_back(field.name);
  }
  return {builder.take(), location_of(loaded.program, stored), std::move(fields), std::move(own)};
}

Status run(Session& session, const Arguments& arguments) {
  std::vector<TypedChange> changes;
  for (const std::string& text : arguments.all(change_argument)) {
    changes.push_back(change_from(text));
  }
  refuse_contradictions(changes);
  const auto references = references_of(session, arguments);
  Writing writing{session, arguments};
  auto loaded = writing.load();
  Edits edits;
  visit_each(session, loaded, references, arguments, [&](const auto& stored) {
    try {
      edits.emplace_back(change_of(session, loaded, stored, changes));
    } catch (Refused& refused) {
      if (references.size() > 1) {
        refused.name_record(title_with_id(loaded.program, stored.record));
      }
      throw;
    }
  });
  writing.make(std::move(loaded), std::move(edits));
  return Status::done;
}

}  // namespace

const Command edit_command{
    .name = "edit",
    .summary = key("help.edit.summary"),
    .description = key("help.edit.description"),
    .examples = key("help.edit.examples"),
    .options = options,
    .writes = true,
    .run = run,
};

}  // namespace mentor::cli

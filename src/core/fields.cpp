#include "mentor/fields.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "mentor/program.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

namespace {

// How a member's type is read from and written to scalars. A codec says what it expects when it refuses.

template <class Value>
struct Codec {};  // of a list: its elements have the codec

// What the id of each kind of thing is shown as.

template <class Entry>
Labelled labelled(const Entry* entry, std::string id) {
  return entry != nullptr ? Labelled{std::move(id), entry->label} : Labelled{id, {id, id}};
}
Cell cell_of(const Id<Category>& id, const Program& program) {
  return labelled(program.model().find(id), id.to_string());
}
Cell cell_of(const Id<Form>& id, const Program& program) { return labelled(program.model().find(id), id.to_string()); }
Cell cell_of(const Id<ActivityType>& id, const Program& program) {
  return labelled(program.model().find(id), id.to_string());
}
Cell cell_of(const Id<Participant>& id, const Program& program) {
  return Reference{id.to_string(), name_of(program, id)};
}
Cell cell_of(const Id<Pair>& id, const Program& program) {
  const Pair* pair = program.find(id);
  return Reference{id.to_string(), pair == nullptr ? id.to_string() : title_of(program, *pair)};
}

template <class Tag>
constexpr Meaning meaning_of_id = Meaning::own_id;
template <>
constexpr Meaning meaning_of_id<Category> = Meaning::category;
template <>
constexpr Meaning meaning_of_id<Form> = Meaning::form;
template <>
constexpr Meaning meaning_of_id<ActivityType> = Meaning::activity_type;
template <>
constexpr Meaning meaning_of_id<Participant> = Meaning::participant;
template <>
constexpr Meaning meaning_of_id<Pair> = Meaning::pair;

template <class Tag>
struct Codec<Id<Tag>> {
  static constexpr Shape shape = Shape::text;
  static constexpr Meaning meaning = meaning_of_id<Tag>;
  static constexpr Expected expected = key("expected.id");
  static std::optional<Id<Tag>> parse(std::string_view text) { return Id<Tag>::parse(text); }
  static std::string print(const Id<Tag>& id) { return id.to_string(); }
  static bool is_empty(const Id<Tag>& id) { return id.is_blank(); }
  static Cell cell(const Id<Tag>& id, const Program& program) { return cell_of(id, program); }
};

/// A record's own id refers to nothing.
template <class Record>
struct OwnIdCodec : Codec<Id<Record>> {
  static constexpr Meaning meaning = Meaning::own_id;
  static Cell cell(const Id<Record>& id, const Program&) { return id.to_string(); }
};

template <>
struct Codec<Date> {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::date;
  static constexpr Expected expected = key("expected.date");
  static std::optional<Date> parse(std::string_view text) { return Date::parse(text); }
  static std::string print(const Date& date) { return date.to_string(); }
  static bool is_empty(const Date&) { return false; }
  static Cell cell(const Date& date, const Program&) { return date; }
};

template <>
struct Codec<Born> {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::born;
  static constexpr Expected expected = key("expected.born");
  static std::optional<Born> parse(std::string_view text) { return Born::parse(text); }
  static std::string print(const Born& born) { return born.to_string(); }
  static Cell cell(const Born& born, const Program&) {
    return born.is_exact() ? Cell{born.earliest()} : Cell{born.to_string()};
  }
};

template <>
struct Codec<Hours> {
  static constexpr Shape shape = Shape::plain;
  static constexpr Meaning meaning = Meaning::hours;
  static constexpr Expected expected = key("expected.hours");
  static std::optional<Hours> parse(std::string_view text) { return Hours::parse(text); }
  static std::string print(const Hours& hours) { return hours.to_string(); }
  static Cell cell(const Hours& hours, const Program&) { return hours; }
};

template <>
struct Codec<Role> {
  static constexpr Meaning meaning = Meaning::role;
  static constexpr Expected expected = key("expected.role");
  static std::optional<Role> parse(std::string_view text) { return role_from(text); }
  static std::string print(const Role& role) { return std::string{to_string(role)}; }
  static Cell cell(const Role& role, const Program&) { return Labelled{std::string{to_string(role)}, label_of(role)}; }
};

/// Free text of any number of lines, up to a bound.
template <>
struct Codec<std::string> {
  static constexpr Shape shape = Shape::text;
  static constexpr Meaning meaning = Meaning::text;
  static constexpr Expected expected = key("expected.text");
  static std::optional<std::string> parse(std::string_view text) {
    return text.size() > longest_text || utf8::first_invalid(text) ? std::nullopt : std::optional{std::string{text}};
  }
  static std::string print(const std::string& text) { return text; }
  static bool is_empty(const std::string& text) { return text.empty(); }
  static Cell cell(const std::string& text, const Program&) { return text.empty() ? Cell{} : Cell{text}; }
};

/// Free text in one line that is not empty: a name would break every table otherwise.
struct LineCodec : Codec<std::string> {
  static constexpr Expected expected = key("expected.line");
  static std::optional<std::string> parse(std::string_view text) {
    return is_line(text) ? std::optional{std::string{text}} : std::nullopt;
  }
};

template <class Value>
struct Codec<std::optional<Value>> {
  static constexpr Shape shape = Codec<Value>::shape;
  static constexpr Meaning meaning = Codec<Value>::meaning;
  static constexpr Expected expected = Codec<Value>::expected;
  static std::optional<std::optional<Value>> parse(std::string_view text) {
    using Member = std::optional<Value>;  // not std::optional{value}, which would be a copy of what is inside
    const auto value = Codec<Value>::parse(text);
    return value ? std::optional<Member>{std::in_place, *value} : std::nullopt;
  }
  static std::string print(const std::optional<Value>& value) { return Codec<Value>::print(*value); }
  static bool is_empty(const std::optional<Value>& value) { return !value; }
  static Cell cell(const std::optional<Value>& value, const Program& program) {
    return value ? Codec<Value>::cell(*value, program) : Cell{};
  }
};

/// What one element of a list is shown as.
template <class Value>
using CellOf = std::conditional_t<std::is_same_v<Value, Role>, Labelled, Reference>;

template <class Member>
struct Parts;
template <class R, class V>
struct Parts<V R::*> {
  using Record = R;
  using Value = V;
};

template <class Value, class ValueCodec>
struct Access {
  static constexpr Shape shape = ValueCodec::shape;
  static constexpr Meaning meaning = ValueCodec::meaning;
  static Cell cell(const Value& value, const Program& program) { return ValueCodec::cell(value, program); }

  static Expected set(Value& value, std::span<const std::string_view> scalars) {
    auto parsed = scalars.size() == 1 ? ValueCodec::parse(scalars.front()) : std::nullopt;
    if (!parsed) {
      return ValueCodec::expected;
    }
    value = *std::move(parsed);
    return {};
  }

  static std::vector<std::string> scalars(const Value& value) {
    return ValueCodec::is_empty(value) ? std::vector<std::string>{} : std::vector{ValueCodec::print(value)};
  }
};

template <class List>
struct ListAccess {
  using Value = typename List::value_type;
  static constexpr Shape shape = Shape::words;
  static constexpr Meaning meaning = Codec<Value>::meaning;

  static Cell cell(const List& values, const Program& program) {
    std::vector<CellOf<Value>> cells;
    cells.reserve(values.size());
    for (const Value& value : values) {
      cells.push_back(std::get<CellOf<Value>>(Codec<Value>::cell(value, program)));
    }
    return cells;
  }

  static Expected set(List& values, std::span<const std::string_view> scalars) {
    if (scalars.size() > longest_list) {
      return key("expected.shorter-list");
    }
    std::vector<Value> read;
    read.reserve(scalars.size());
    for (const auto& scalar : scalars) {
      const auto value = Codec<Value>::parse(scalar);
      if (!value) {
        return Codec<Value>::expected;
      }
      if (std::find(read.begin(), read.end(), *value) != read.end()) {
        return key("expected.no-repeats");
      }
      read.push_back(*value);
    }
    values = List{std::move(read)};
    return {};
  }

  static std::vector<std::string> scalars(const List& values) {
    std::vector<std::string> result;
    result.reserve(values.size());
    for (const Value& value : values) {
      result.push_back(Codec<Value>::print(value));
    }
    return result;
  }
};

template <class Value, class ValueCodec>
struct Access<std::vector<Value>, ValueCodec> : ListAccess<std::vector<Value>> {};

/// The list that mostly has one id is read without making another list.
template <class Tag, class ValueCodec>
struct Access<IdList<Tag>, ValueCodec> : ListAccess<IdList<Tag>> {
  static Expected set(IdList<Tag>& values, std::span<const std::string_view> scalars) {
    const auto only = scalars.size() == 1 ? Id<Tag>::parse(scalars.front()) : std::nullopt;
    if (!only) {
      return ListAccess<IdList<Tag>>::set(values, scalars);
    }
    values = IdList<Tag>{*only};
    return {};
  }
};

template <auto Member, class ValueCodec = Codec<typename Parts<decltype(Member)>::Value>>
constexpr auto field(std::string_view name, Presence presence, FixedLabel heading, FixedLabel help,
                     Use use = Use::counted) {
  using Record = typename Parts<decltype(Member)>::Record;
  using Value = typename Parts<decltype(Member)>::Value;
  using MemberAccess = Access<Value, ValueCodec>;
  return Field<Record>{
      .name = name,
      .presence = presence,
      .shape = MemberAccess::shape,
      .meaning = MemberAccess::meaning,
      .heading = heading,
      .help = help,
      .use = use,
      .set = [](Record& record,
                std::span<const std::string_view> scalars) { return MemberAccess::set(record.*Member, scalars); },
      .clear =
          [](Record& record) {
            Value empty{};
            std::swap(record.*Member, empty);  // an assigned text would keep its memory
          },
      .scalars = [](const Record& record) { return MemberAccess::scalars(record.*Member); },
      .cell = [](const Record& record, const Program& program) { return MemberAccess::cell(record.*Member, program); },
  };
}

constexpr auto required = Presence::required;
constexpr auto optional = Presence::optional;

constexpr std::array participant_fields = {
    field<&Participant::id, OwnIdCodec<Participant>>(
        "id", required, {"Код", "Id"},
        {"Код записи: совпадает с именем файла и ничего не говорит о человеке.",
         "The record's id: the file's name, saying nothing about the person."}),
    field<&Participant::name, LineCodec>("name", required, {"ФИО", "Name"},
                                         {"Фамилия, имя и отчество.", "Surname, given name and patronymic."}),
    field<&Participant::category>("category", required, {"Категория", "Category"},
                                  {"Код категории из модели программы, например pupil.",
                                   "The id of a category of the program's model, such as pupil."}),
    field<&Participant::roles>(
        "roles", required, {"Роли", "Roles"},
        {"Список ролей: mentee (наставляемый), mentor (наставник) или обе.", "The roles: mentee, mentor, or both."}),
    field<&Participant::born>("born", optional, {"Дата рождения", "Born"},
                              {"Дата рождения или только год; нужна там, где модель ограничивает возраст роли.",
                               "Day of birth, or only the year; needed where the model bounds the role's age."}),
    field<&Participant::unit, LineCodec>(
        "unit", optional, {"Класс, подразделение", "Unit"},
        {"Класс, методическое объединение или организация.", "Class, department or organization."}),
    field<&Participant::joined>("joined", optional, {"В программе с", "Joined"},
                                {"Дата вхождения в программу.", "The day of joining the program."}),
};

constexpr std::array pair_fields = {
    field<&Pair::id, OwnIdCodec<Pair>>("id", required, {"Код", "Id"},
                                       {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Pair::form>("form", required, {"Форма", "Form"},
                       {"Код формы наставничества из модели программы, например pupil-pupil.",
                        "The id of a form of the program's model, such as pupil-pupil."}),
    field<&Pair::mentor>("mentor", required, {"Наставник", "Mentor"},
                         {"Код записи наставника.", "The id of the mentor's record."}),
    field<&Pair::mentee>("mentee", required, {"Наставляемый", "Mentee"},
                         {"Код записи наставляемого.", "The id of the mentee's record."}),
    field<&Pair::from>(
        "from", required, {"Начало", "From"},
        {"Первый день работы пары; на этот день считается возраст.", "The pair's first day; ages are taken on it."}),
    field<&Pair::until>("until", optional, {"Окончание", "Until"},
                        {"Последний день работы пары; пока его нет, пара действует.",
                         "The pair's last day; without it the pair is open."}),
};

constexpr std::array activity_fields = {
    field<&Activity::id, OwnIdCodec<Activity>>(
        "id", required, {"Код", "Id"}, {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Activity::pairs>(
        "pairs", required, {"Пары", "Pairs"},
        {"Список кодов пар, которые работали вместе.", "The ids of the pairs that worked together."}),
    field<&Activity::type>("type", required, {"Вид работы", "Type"},
                           {"Код вида работы из перечня формы, например project.",
                            "The id of an activity type of the form's list, such as project."}),
    field<&Activity::on>("on", required, {"Дата", "On"}, {"День, когда это было.", "The day on which it was."}),
    field<&Activity::hours>("hours", optional, {"Часы", "Hours"},
                            {"Сколько часов заняло: число больше 0 и не больше 1000, не точнее сотых.",
                             "How many hours it took: above 0, up to 1000, at most two decimals."}),
    field<&Activity::note>("note", optional, {"Примечание", "Note"},
                           {"Тема или заметка, свободный текст.", "The subject or a remark, free text."}, Use::shown),
};

static_assert(participant_fields.size() <= most_fields && pair_fields.size() <= most_fields &&
              activity_fields.size() <= most_fields);

}  // namespace

template <>
std::span<const Field<Participant>> fields<Participant>() {
  return participant_fields;
}
template <>
std::span<const Field<Pair>> fields<Pair>() {
  return pair_fields;
}
template <>
std::span<const Field<Activity>> fields<Activity>() {
  return activity_fields;
}

template <class Record>
std::size_t field_index(std::string_view name) {
  const auto all = fields<Record>();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& field) { return field.name == name; });
  if (found == all.end()) {
    throw std::logic_error{"no such field: " + std::string{name}};
  }
  return static_cast<std::size_t>(found - all.begin());
}

template std::size_t field_index<Participant>(std::string_view);
template std::size_t field_index<Pair>(std::string_view);
template std::size_t field_index<Activity>(std::string_view);

bool is_line(std::string_view text) {
  bool blank = true;
  for (std::string_view rest = text; blank && !rest.empty();) {
    const auto decoded = utf8::decode(rest).value_or(utf8::Decoded{U'\uFFFD', 1});
    blank = utf8::is_blank(decoded.character);
    rest.remove_prefix(decoded.length);
  }
  return !blank && text.size() <= longest_text && text.find_first_of("\r\n") == std::string_view::npos &&
         !utf8::first_invalid(text);
}

}  // namespace mentor

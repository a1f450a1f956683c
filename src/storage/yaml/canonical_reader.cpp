#include "canonical_reader.hpp"

namespace mentor::storage {

namespace {

/// How many lines a field takes.
std::uint32_t lines_taken_by(Shape shape, std::span<const std::string_view> scalars) {
  return shape == Shape::entries ? 1 + static_cast<std::uint32_t>(scalars.size() / 2) : 1;
}

}  // namespace

template <class Record>
std::optional<CanonicalRecord<Record>> read_canonical(std::string_view text, Values& values) {
  CanonicalScanner scanner{text};
  CanonicalRecord<Record> result{};
  result.layout.begins_with_marker = scanner.take("---\n");
  result.lines = result.layout.begins_with_marker ? 1 : 0;
  std::uint32_t bit = 1;
  for (const auto& field : fields<Record>()) {
    if (scanner.take_key(field.name, field.shape)) {
      const auto scalars = scanner.take_values(field.shape, values);
      if (scalars.empty() || !field.set(result.record, scalars).is_none()) {
        return std::nullopt;
      }
      result.lines += lines_taken_by(field.shape, scalars);
      result.layout.present |= bit;
    } else if (field.presence == Presence::required) {
      return std::nullopt;
    }
    bit <<= 1U;
  }
  if (!scanner.is_at_end()) {
    return std::nullopt;
  }
  result.bytes = scanner.place();
  return result;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_canonical_reader(std::tuple<Records...>) {
  return std::tuple{
      static_cast<std::optional<CanonicalRecord<Records>> (*)(std::string_view, Values&)>(&read_canonical<Records>)...};
}
template auto instances_of_canonical_reader(Kinds);

}  // namespace mentor::storage

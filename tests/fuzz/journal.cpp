/// Any bytes, as an entry of the log, are one or none, whether or not their checksum is right; what is read is written
/// and read again as the same. A patch takes a file from each of its two states to the other, whatever its bytes are.
#include "storage/change/journal.hpp"

#include "target.hpp"

using namespace mentor::storage;

FUZZ_TARGET(journal) {
  const auto text = fuzz::text_of(data, size);
  parse_journal(text);
  if (const auto entry = parse_journal(sealed(std::string{text}))) {
    const auto again = parse_journal(journal_text(*entry));
    fuzz::require(again && again->patches == entry->patches && again->records == entry->records &&
                      again->reversal == entry->reversal && again->origin.command == entry->origin.command,
                  "an entry is read back as it was written", text);
    for (const Patch& patch : entry->patches) {
      for (const Side side : {Side::before, Side::after}) {
        const std::optional<std::string> file{std::string{text}};
        if (is_at(patch, side, file)) {
          const auto other = side == Side::before ? Side::after : Side::before;
          fuzz::require(text_at(patch, other, file).has_value() == patch.stretch(other).has_value(),
                        "a patch makes its other state", text);
        }
      }
    }
  }
  const auto parts = fuzz::split(text, fuzz::part_end);
  const std::optional<std::string> before{parts.front()};
  const std::optional<std::string> after{parts.back()};
  const Patch patch = patch_of({"a", before, after, {}});
  fuzz::require(is_at(patch, Side::before, before) && is_at(patch, Side::after, after), "a patch knows its states");
  fuzz::require(text_at(patch, Side::after, before) == after && text_at(patch, Side::before, after) == before,
                "a patch makes each of its states of the other");
  return 0;
}

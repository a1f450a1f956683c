/// Names by which a file or a folder would hold records, were it not for the name: copies that synchronizing folders
/// and file managers make, other extensions, capitals. Such a file is never read, and never passed over in silence.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentor::storage {

/// What such a name seems to stand for.
struct OddName {
  std::string stem;        // the name that the file of the record has, without extension; empty when nobody can tell
  bool is_backup = false;  // an editor or a merge made it: beside its record it does no harm
};

/// What the name of a file in a folder of records seems to stand for. Nothing when it is that of a record or of a
/// packed year, or has nothing to do with records.
std::optional<OddName> odd_name_of_record(std::string_view name);

/// The year of which a file seems to be a copy: `2025-2026` of `2025-2026-copy`. Nothing when it is no copy, or the
/// year itself. The name of such a copy could be an id.
std::optional<std::string_view> year_of_copy(std::string_view stem);

/// Whether a name in the program's folder seems to stand for this one: it is a copy of it, or has other capitals.
bool is_odd_name_of(std::string_view name, std::string_view meant);

/// Whether a file in the program's folder seems to be a copy of the settings, or the settings under another name.
bool is_odd_name_of_settings(std::string_view name);

}  // namespace mentor::storage

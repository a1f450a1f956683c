#include "standard_input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>

#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/system_error.hpp"

namespace mentor::cli {

std::string standard_input(const Session& session) {
  std::istream& in = session.world().in;
  std::string text;
  std::array<char, 4096> part{};
  errno = 0;
  do {
    in.read(part.data(), part.size());
    text.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > storage::most_input_bytes) {
      throw storage::SystemError{storage::Operation::read, "-", EFBIG};
    }
  } while (in);
  if (in.bad()) {
    throw storage::SystemError{storage::Operation::read, "-", errno == 0 ? EIO : errno};
  }
  if (text.starts_with(utf8::byte_order_mark)) {
    text.erase(0, utf8::byte_order_mark.size());
  }
  return with_line_feeds(text);
}

std::vector<std::string> with_standard_input(const Session& session, const std::vector<std::string>& values) {
  if (std::find(values.begin(), values.end(), "-") == values.end()) {
    return values;
  }
  if (values.size() > 1) {
    throw Refused{Status::usage, say("usage.dash-alone")};
  }
  std::vector<std::string> lines;
  std::istringstream typed{standard_input(session)};
  for (std::string line; std::getline(typed, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      lines.push_back(line.substr(0, line.find_last_not_of(" \t\r") + 1));
    }
  }
  return lines;
}

}  // namespace mentor::cli

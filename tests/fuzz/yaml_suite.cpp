/// Every input of the public YAML test suite (see yaml-test-suite.md) is put through the reader: each document is read,
/// or refused at a place that it has. What the reader takes is what the suite says that it is, and what the suite calls
/// no YAML is refused, but for the inputs named below, where yaml-cpp is of another mind. Every node of what is read
/// has the bytes that yaml-cpp reads it from. The scanner for canonical text tells the same of each as yaml-cpp alone,
/// as a record, as a field of one and between two in a packed year.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "storage/yaml/yaml.hpp"
#include "unit/memory_tree.hpp"
#include "unit/told.hpp"
#include "unit/yaml_oracle.hpp"

namespace {

using namespace mentor;
using storage::Node;
using storage::Problem;

/// No YAML, and yet taken; none hides a field. A new yaml-cpp that makes the list shorter is welcome, it may not grow.
constexpr std::array<std::string_view, 10> taken_though_no_yaml = {
    "9C9N", "QB6E", "DK95-1", "Y79Y-3", "S98Z",  // indented less than it should be, or with a tab
    "9MAG", "CTN5",                              // a comma too many: an empty item, which no field takes
    "G5U8", "YJV2",                              // a dash as an item
    "HRE5",                                      // an escape that there is not
};
/// Taken for something else.
constexpr std::array<std::string_view, 12> taken_for_another = {
    "6XDY",   "PUW8",                            // ours: what holds nothing is no document
    "27NA",   "2LFX",   "6LVF", "BEC7", "RTP8",  // a directive becomes a document of its own: it has no mapping
    "HWV9",   "QT73",                            // so does a lone end of a document
    "NAT4",   "L24T-1",                          // yaml-cpp loses a line break at the end of a text
    "UKK6-2",                                    // a lone `!` is nothing
};

/// The suite writes a scalar's text in one line.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    switch (byte) {
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\t':
        result += "\\t";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\b':
        result += "\\b";
        break;
      default:
        result += byte;
    }
  }
  return result;
}

/// The tree as the suite's events, without the styles that the reader does not keep.
void append_events(std::string& events, const Node& node) {
  switch (node.content) {
    case Node::Content::empty:
      events += "=\n";
      break;
    case Node::Content::scalar:
      events += '=' + escaped(node.text) + '\n';
      break;
    case Node::Content::list:
      events += "[\n";
      for (const Node& item : node.items) {
        append_events(events, item);
      }
      events += "]\n";
      break;
    case Node::Content::map:
      events += "{\n";
      for (const storage::KeyValue& entry : node.entries) {
        append_events(events, entry.key);
        append_events(events, entry.value);
      }
      events += "}\n";
      break;
  }
}

/// The same of what the suite expects, without what begins and ends documents.
std::string expected_events(const std::string& tree) {
  std::string events;
  for (auto line : lines_of(tree)) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.starts_with("=VAL ")) {
      events.append("=").append(line.substr(6)).append("\n");  // past the sign of the style
    } else if (line.starts_with("+SEQ") || line.starts_with("-SEQ")) {
      events += line.front() == '+' ? "[\n" : "]\n";
    } else if (line.starts_with("+MAP") || line.starts_with("-MAP")) {
      events += line.front() == '+' ? "{\n" : "}\n";
    }
  }
  return events;
}

bool is_place(storage::Position at, std::string_view text) {
  auto lines = lines_of(text);
  lines.emplace_back();
  return at.line >= 1 && at.line <= lines.size() && at.column >= 1 && at.column <= utf8::length(lines[at.line - 1]) + 1;
}

template <class List>
bool names(const List& list, std::string_view id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// Whether both readers tell the same of it.
bool is_read_alike(const std::string& text) {
  const std::string activity = "id: one\npairs: [work]\ntype: project\non: 2026-11-05\n";
  sample::MemoryTree tree{{{"program.yaml", "schema: 1\n"}}};
  tree.add("participants/one.yaml", text);
  tree.add("activities/one.yaml", activity + "note: " + text);
  tree.add("activities/2026-2027.yaml", "---\n" + activity + text + "---\n" + activity);
  return sample::told_by(storage::Reading::usual, tree) == sample::told_by(storage::Reading::yaml_alone, tree);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " yaml-test-suite.json\n";
    return EXIT_FAILURE;
  }
  std::ifstream file{argv[1]};
  int read = 0;
  int refused = 0;
  int wrong = 0;
  const auto complain = [&](const std::string& id, std::string_view what, const std::string& shown) {
    std::cout << id << ": " << what << '\n' << shown << '\n';
    ++wrong;
  };
  for (const auto& input : nlohmann::json::parse(file)) {
    const auto id = input.at("id").get<std::string>();
    const auto text = input.at("yaml").get<std::string>();
    std::string events;
    bool all_read = true;
    for (const auto& document : storage::split_documents(text)) {
      const auto parsed = storage::parse_document(document.text);
      if (const auto* root = std::get_if<Node>(&parsed)) {
        append_events(events, *root);
        if (!sample::misplaced(std::string{document.text}, *root).empty()) {
          complain(id, "the bytes of a node are others", text);
        }
        continue;
      }
      all_read = false;
      for (const Problem& problem : std::get<std::vector<Problem>>(parsed)) {
        if (!is_place(problem.at, document.text)) {
          complain(id, "refused at no place of the document", text);
        }
      }
    }
    if (!is_read_alike(text)) {
      complain(id, "the scanner tells something else than yaml-cpp", text);
    }
    ++(all_read ? read : refused);
    const bool is_yaml = !input.contains("fail");
    if (all_read && !is_yaml && !names(taken_though_no_yaml, id)) {
      complain(id, "taken, though it is no YAML", text);
    }
    if (all_read && input.contains("tree") && events != expected_events(input.at("tree")) &&
        !names(taken_for_another, id)) {
      complain(id, "taken for something else",
               text + "-- expected\n" + expected_events(input.at("tree")) + "-- read\n" + events);
    }
  }
  std::cout << read << " inputs read, " << refused << " refused, " << wrong << " complaints\n";
  return wrong == 0 && read + refused > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

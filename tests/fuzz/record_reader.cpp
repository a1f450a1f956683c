/// Any bytes, as the file of a record and as the packed school year of each kind, are loaded without a crash or an
/// exception. Every document of the file becomes a record or has an error in its lines; every finding stands at a place
/// of the file; every mark of a record lies within its document; and the rules can judge whatever was loaded.
#include "loading.hpp"
#include "mentor/edition.hpp"
#include "storage/disk/names.hpp"
#include "storage/yaml/yaml.hpp"
#include "unit/memory_tree.hpp"
#include "unit/sample.hpp"

namespace {

using namespace mentor;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

template <class Record>
void require_read_or_told(const storage::Loaded& loaded, const std::string& path, std::string_view text) {
  const auto documents = storage::split_documents(text);
  for (const auto& document : documents) {
    const auto lines = fuzz::editor_lines(document.text).size();
    const auto& table = loaded.program.all<Record>();
    const auto stands_there = [&](const Stored<Record>& stored) {
      return stored.line == document.line && loaded.program.path(stored) == path;
    };
    const auto row = std::find_if(table.begin(), table.end(), stands_there);
    const auto repeat = std::find_if(table.repeats().begin(), table.repeats().end(),
                                     [&](const Stored<Record>* stored) { return stands_there(*stored); });
    const Stored<Record>* found = row != table.end() ? &*row : repeat != table.repeats().end() ? *repeat : nullptr;
    if (found == nullptr) {
      fuzz::require(fuzz::has_error_in(loaded.findings, path, document.line, document.line + lines - 1),
                    "a document that is not read has an error in its lines", path);
      continue;
    }
    for (const auto& field : fields<Record>()) {
      const Mark mark = loaded.program.mark(*found, field.name);
      fuzz::require(mark.line <= lines, "a mark lies within its document", path);
      fuzz::require((mark.line == 0) == (mark.column == 0), "a mark has a line and a column, or neither", path);
    }
  }
  if (documents.empty() && path == path_of_file<Record>("one")) {
    fuzz::require(fuzz::has_error_in(loaded.findings, path, 0, 1), "a file without a record is told", path);
  }
}

/// With lists of every kind of words that a record may name.
Model whole_model() {
  Model model = model_of_edition(newest_edition);
  const Model forms = sample::gymnasium();
  model.categories = forms.categories;
  model.forms = forms.forms;
  return model;
}

}  // namespace

FUZZ_TARGET(record_reader) {
  const auto text = fuzz::text_of(data, size);
  sample::MemoryTree tree;
  tree.add("program.yaml", "");
  fuzz::for_each_file([&](auto*, const std::string& path) { tree.add(path, std::string{text}); });
  auto loaded = storage::load(tree);
  for (const Finding& finding : loaded.findings) {
    fuzz::require_place(finding, finding.place.path == storage::settings_path ? std::string_view{} : text);
  }
  const auto unmarked = text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  fuzz::for_each_file(
      [&]<class Record>(Record*, const std::string& path) { require_read_or_told<Record>(loaded, path, unmarked); });

  loaded.program.settings.model = whole_model();
  for (const Finding& finding : check_all({loaded.program, sample::today, sample::fold()})) {
    fuzz::require_place(finding, text);
  }
  return 0;
}

#include "git_branches.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "mentor/fields.hpp"
#include "packing.hpp"
#include "storage/disk/git.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/system_error.hpp"
#include "storage/yaml/schema.hpp"

namespace mentor::storage {

namespace {

/// Files by path, each with the name by which git knows its text.
using Files = std::map<std::string, std::string>;

/// The folders of the kinds that are packed, each with a slash at its end.
std::vector<std::string> packed_folders() {
  std::vector<std::string> folders;
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (Packable<Record>) {
      folders.push_back(std::string{folder_of<Record>} + '/');
    }
  });
  return folders;
}

/// The files of records that a commit has in those folders. None when there is no commit.
Files files_in(const Git& git, const std::string& commit) {
  Files files;
  if (commit.empty()) {
    return files;
  }
  std::vector<std::string> question{"ls-tree", "-r", "-z", commit};
  const auto folders = packed_folders();
  question.insert(question.end(), folders.begin(), folders.end());
  const std::string answer = git.ask(std::move(question));
  for (std::string_view rest = answer; !rest.empty();) {
    std::string_view entry = take_until(rest, '\0');  // `100644 blob HASH<tab>PATH`
    const auto mode = take_until(entry, ' ');
    take_until(entry, ' ');
    const auto hash = take_until(entry, '\t');
    const bool in_folder = std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
      return entry.starts_with(folder) && entry.find('/', folder.size()) == std::string_view::npos;
    });
    if (mode.starts_with("100") && in_folder && entry.ends_with(record_extension)) {
      files.emplace(entry, hash);
    }
  }
  return files;
}

/// The texts with these names. If git does not have one of them, that is a silence: the answer would not be whole.
std::map<std::string, std::string> texts_of(const Git& git, const std::set<std::string>& hashes) {
  std::map<std::string, std::string> texts;
  if (hashes.empty()) {
    return texts;
  }
  std::string question;
  for (const std::string& hash : hashes) {
    question.append(hash).append("\n");
  }
  const std::string answer = git.ask({"cat-file", "--batch"}, std::move(question));
  for (std::string_view rest = answer; !rest.empty();) {
    std::string_view head = take_until(rest, '\n');  // `HASH blob SIZE`, or `HASH missing`
    const std::string hash{take_until(head, ' ')};
    take_until(head, ' ');
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(head.data(), head.data() + head.size(), size);
    if (error != std::errc{} || size >= rest.size()) {
      break;
    }
    texts.emplace(hash, rest.substr(0, size));
    rest.remove_prefix(size + 1);
  }
  if (texts.size() != hashes.size()) {
    throw GitSilent{GitSilence::Reason::refused, "cat-file --batch"};
  }
  return texts;
}

/// The only record of a loose file, whatever schema its branch has.
template <class Record>
std::optional<PackedRecord> record_in(std::string_view text, const Model& model) {
  for (int schema = newest_schema; schema >= oldest_schema; --schema) {
    auto read = parse_packed<Record>(text, schema, &model);
    if (read && read->records.size() == 1) {
      return std::move(read->records.front());
    }
  }
  return std::nullopt;
}

/// The text of the file here; nothing when it is missing or cannot be read.
std::optional<std::string> text_here(const Tree& tree, const std::string& path, std::size_t most) {
  try {
    return tree.read(path, most);
  } catch (const SystemError&) {
    return std::nullopt;
  }
}

/// Compares one kind in two commits: the one where a branch parted from HEAD, and the last one of the branch.
template <class Record>
class Comparison {
 public:
  Comparison(const Git& git, const YearToPack& year, const Files& before, const Files& after)
      : git_(git), year_(year), packed_path_(path_of_file<Record>(year.name)), before_(before), after_(after) {}

  /// The files with work of the year that the last commit of the branch has and we do not.
  std::vector<std::string> unmerged() const {
    std::set<std::string> loose = differing();
    if (loose.empty()) {
      return {};
    }
    const bool packed_differs = loose.erase(packed_path_) != 0;
    std::set<std::string> hashes;
    const auto ask_for = [&](const Files& of, const std::string& path) {
      if (const auto found = of.find(path); found != of.end()) {
        hashes.insert(found->second);
      }
    };
    ask_for(after_, packed_path_);
    for (const std::string& path : loose) {
      ask_for(before_, path);
      ask_for(after_, path);
    }
    const auto texts = texts_of(git_, hashes);
    const auto text_in = [&](const Files& of, const std::string& path) {
      const auto found = of.find(path);
      return found == of.end() ? std::nullopt : std::optional{texts.at(found->second)};
    };
    const auto packed = text_in(after_, packed_path_);
    const bool packed_alike = packed == text_here(year_.tree, packed_path_, most_packed_bytes);
    std::vector<std::string> files;
    if (packed_differs && !packed_alike) {
      files.push_back(packed_path_);
    }
    std::copy_if(loose.begin(), loose.end(), std::back_inserter(files), [&](const std::string& path) {
      const auto text = text_in(after_, path);
      const bool gone_alike = packed && packed_alike && !text && !text_here(year_.tree, path, most_file_bytes);
      return !gone_alike && is_work(path, text_in(before_, path), text);
    });
    return files;
  }

 private:
  /// The paths that only one of the commits has, or that differ: single records, and the packed year.
  std::set<std::string> differing() const {
    const std::string folder = std::string{folder_of<Record>} + '/';
    std::set<std::string> paths;
    const auto compare = [&](const Files& from, const Files& to) {
      for (auto file = from.lower_bound(folder); file != from.end() && file->first.starts_with(folder); ++file) {
        const auto& [path, hash] = *file;
        const auto found = to.find(path);
        const bool differs = found == to.end() || found->second != hash;
        if (differs &&
            (path == packed_path_ || !is_packed_file<Record>(std::string_view{path}.substr(folder.size())))) {
          paths.insert(path);
        }
      }
    };
    compare(before_, after_);
    compare(after_, before_);
    return paths;
  }

  bool is_work(const std::string& path, const std::optional<std::string>& before,
               const std::optional<std::string>& after) const {
    const auto record_before = before ? record_in<Record>(*before, year_.program.model()) : std::nullopt;
    const auto record_after = after ? record_in<Record>(*after, year_.program.model()) : std::nullopt;
    const auto is_of_year = [&](const auto& record) {
      return record && record->on && year_.period.contains(*record->on);
    };
    const bool may_be_of_year = after && !record_after;  // nobody can tell to what year it belongs
    if (!may_be_of_year && !is_of_year(record_before) && !is_of_year(record_after)) {
      return false;
    }
    if (after) {
      return text_here(year_.tree, path, most_file_bytes) != after;
    }
    const auto id = Id<Record>::parse(record_before->id);
    return id && year_.program.find(*id) != nullptr;
  }

  const Git& git_;
  const YearToPack& year_;
  std::string packed_path_;  // activities/2025-2026.yaml
  const Files& before_;
  const Files& after_;
};

/// The files with work of the year that `commit` has and we do not. `base` is the commit where it parted from HEAD.
std::vector<std::string> unmerged(const Git& git, const YearToPack& year, const std::string& base,
                                  const std::string& commit) {
  const Files before = files_in(git, base);
  const Files after = files_in(git, commit);
  std::vector<std::string> files;
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (Packable<Record>) {
      auto found = Comparison<Record>{git, year, before, after}.unmerged();
      std::move(found.begin(), found.end(), std::back_inserter(files));
    }
  });
  return files;
}

/// `main` of `refs/heads/main`, `origin/main` of `refs/remotes/origin/main`.
std::string_view short_name(std::string_view reference) {
  take_until(reference, '/');
  take_until(reference, '/');
  return reference;
}

std::vector<UnmergedWork> ask_all(const Git& git, const YearToPack& year) {
  const std::string head = git.ask_line({"rev-parse", "--quiet", "--verify", "HEAD^{commit}"});
  std::vector<std::string> question{"for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/remotes"};
  if (!head.empty()) {  // without a commit here, every branch has work
    question.insert(question.begin() + 1, "--no-merged=" + head);
  }
  const std::string answer = git.ask(std::move(question));
  std::set<std::string> asked;
  std::vector<UnmergedWork> work;
  for (std::string_view rest = answer; !rest.empty();) {
    std::string_view line = take_until(rest, '\n');
    const std::string commit{take_until(line, ' ')};
    if (!asked.insert(commit).second) {
      continue;
    }
    const std::string base = head.empty() ? std::string{} : git.ask_line({"merge-base", head, commit});
    if (auto files = unmerged(git, year, base, commit); !files.empty()) {
      work.push_back({std::string{short_name(line)}, std::move(files)});
    }
  }
  return work;
}

}  // namespace

BranchWork branch_work(const std::filesystem::path& root, const Environment& environment, const YearToPack& year) {
  try {
    return {ask_all(Git{root, environment}, year), std::nullopt};
  } catch (const GitSilent& silent) {
    return {{}, silent.silence};
  }
}

}  // namespace mentor::storage

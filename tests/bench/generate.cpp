// mentor_generate: writes a made-up program as a directory, the same for the same arguments on every machine.
//   mentor_generate DIR school|district|region|even [--scale FACTOR] [--seed NUMBER] [--table FILE] [--plain yes]
// The factor multiplies the numbers of people, pairs and activities, from which those of all else follow. The table is
// all activities as tab-separated lines of id, date, type, hours, ids of pairs with commas, note: what other programs
// are fed with and their sums are held against. A plain program has people, pairs and activities alone, the same ones.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <variant>

#include "made_up_program.hpp"
#include "storage/yaml/profiles.hpp"
#include "storage/yaml/record_text.hpp"
#include "storage/yaml/settings_reader.hpp"
#include "storage/yaml/yaml.hpp"

namespace {

using namespace mentor;

struct Options {
  std::string folder;
  bench::Size size{};
  double scale = 1;
  std::uint64_t seed = 144;
  std::optional<std::string> table;
};

/// The sizes of the design's targets, and one where every kind of record weighs alike, so that it shows how each grows.
std::optional<bench::Size> size_named(std::string_view name) {
  if (name == "school") {
    return bench::Size{.participants = 300, .pairs = 150, .loose = 3'000, .packed = 0};
  }
  if (name == "district") {
    return bench::Size{.participants = 10'000, .pairs = 5'000, .loose = 20'000, .packed = 80'000};
  }
  if (name == "region") {
    return bench::Size{.participants = 100'000, .pairs = 50'000, .loose = 20'000, .packed = 980'000};
  }
  if (name == "even") {
    return bench::Size{
        .participants = 1'000, .pairs = 500, .loose = 500, .packed = 500, .contacts = 1, .surveys = 1, .steps = 1};
  }
  return std::nullopt;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Options> options_from(const std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() % 2 != 0) {
    return std::nullopt;
  }
  const auto size = size_named(words[1]);
  Options options{.folder = words[0], .size = size.value_or(bench::Size{})};
  bool good = size.has_value();
  for (std::size_t index = 2; index < words.size(); index += 2) {
    const std::string& value = words[index + 1];
    if (words[index] == "--scale") {
      good = good && read_number(value, options.scale) && options.scale > 0;
    } else if (words[index] == "--seed") {
      good = good && read_number(value, options.seed);
    } else if (words[index] == "--table") {
      options.table = value;
    } else if (words[index] == "--plain") {
      options.size.is_plain = value == "yes";
    } else {
      good = false;
    }
  }
  for (std::size_t* count :
       {&options.size.participants, &options.size.pairs, &options.size.loose, &options.size.packed}) {
    *count = static_cast<std::size_t>(static_cast<double>(*count) * options.scale);
  }
  options.size.participants = std::max(options.size.participants, 2 * options.size.pairs);
  return good ? std::optional{options} : std::nullopt;
}

/// A folder of the program; files are written into it by name, since paths cost more.
class Folder {
 public:
  explicit Folder(const std::filesystem::path& path) {
    std::filesystem::create_directories(path);
    number_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    refuse_if(number_ < 0, path.string());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { ::close(number_); }

  void write(const std::string& name, std::string_view text) const {
    constexpr mode_t mode = 0666;
    const int file = ::openat(number_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    refuse_if(file < 0, name);
    while (!text.empty()) {
      const auto written = ::write(file, text.data(), text.size());
      refuse_if(written < 0, name);
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    refuse_if(::close(file) != 0, name);
  }

 private:
  static void refuse_if(bool failed, const std::string& name) {
    if (failed) {
      throw std::system_error{errno, std::generic_category(), name};
    }
  }

  int number_ = -1;
};

Model model_in(const std::string& program_text) {
  const auto parsed = storage::parse_document(program_text);
  std::vector<Finding> findings;
  storage::FindingSink sink{findings, "program.yaml", 1, {}};
  return storage::read_settings(std::get<storage::Node>(parsed), sink).model;
}

template <class Record>
void write_loose(const std::filesystem::path& program, const std::vector<Record>& records) {
  const Folder folder{program / folder_of<Record>};
  for (const Record& record : records) {
    folder.write(record.id.to_string() + ".yaml", storage::record_text(record));
  }
}

/// The closed years packed, the current one loose.
template <class Record>
void write_by_year(const std::filesystem::path& program, const bench::ByYear<Record>& years) {
  write_loose(program, years[bench::current_year]);
  for (std::size_t year = 0; year < bench::current_year; ++year) {
    std::string text;
    for (const Record& record : years.at(year)) {
      text.append("---\n").append(storage::record_text(record));
    }
    if (!text.empty()) {
      Folder{program / folder_of<Record>}.write(bench::school_year_name(year) + ".yaml", text);
    }
  }
}

/// The steps by the school year in which they were done, as `close-year` packs them; those that are open stay loose.
bench::ByYear<Step> by_year_of_done(const std::vector<Step>& steps) {
  bench::ByYear<Step> years;
  for (const Step& step : steps) {
    std::size_t year = 0;
    while (year < bench::current_year && (!step.done || bench::first_day(year + 1) <= *step.done)) {
      ++year;
    }
    years.at(year).push_back(step);
  }
  return years;
}

template <class Record>
std::size_t count_of(const bench::ByYear<Record>& years) {
  std::size_t count = 0;
  for (const auto& records : years) {
    count += records.size();
  }
  return count;
}

void write_table(const std::string& file, const bench::MadeUpProgram& made) {
  std::ofstream table{file, std::ios::binary};
  for (const auto& activities : made.activities) {
    for (const Activity& activity : activities) {
      table << activity.id.to_string() << '\t' << activity.on.to_string() << '\t' << activity.type.to_string() << '\t'
            << activity.hours.value().to_string() << '\t';
      const char* comma = "";
      for (const auto& pair : activity.pairs) {
        table << comma << pair.to_string();
        comma = ",";
      }
      table << '\t' << activity.note.text() << '\n';
    }
  }
  table.close();
  if (!table) {
    throw std::runtime_error{file + ": could not be written"};
  }
}

void generate(const Options& options) {
  const std::filesystem::path program{options.folder};
  const auto settings = storage::program_text({.organization = "Гимназия № 7", .curator = "Орлова Мария Петровна"},
                                              storage::all_profiles().front());
  const auto made = bench::make_up(options.size, model_in(settings), options.seed);
  Folder{program}.write("program.yaml", settings);
  write_loose(program, made.participants);
  write_loose(program, made.practices);
  write_loose(program, made.pairs);
  write_loose(program, made.pauses);
  write_by_year(program, by_year_of_done(made.steps));
  write_by_year(program, made.activities);
  write_by_year(program, made.contacts);
  write_by_year(program, made.surveys);
  write_by_year(program, made.trainings);
  write_by_year(program, made.documents);
  if (options.table) {
    write_table(*options.table, made);
  }
  std::cout << options.folder << ": " << options.size.participants << " participants, " << options.size.pairs
            << " pairs, " << options.size.loose << " loose activities, " << options.size.packed << " packed; "
            << count_of(made.documents) << " documents, " << count_of(made.contacts) << " contacts, "
            << count_of(made.surveys) << " surveys, " << made.steps.size() << " steps\n";
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = options_from({argv + 1, argv + argc});
  if (!options) {
    std::cerr
        << "usage: mentor_generate DIR school|district|region|even [--scale FACTOR] [--seed NUMBER] [--table FILE]"
           " [--plain yes]\n";
    return 2;
  }
  try {
    generate(*options);
  } catch (const std::exception& failed) {
    std::cerr << "mentor_generate: " << failed.what() << '\n';
    return 1;
  }
}

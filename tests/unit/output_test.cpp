// Where a report goes, and when its rows are no longer made (src/cli/output.hpp).
#include "cli/output.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/standard_input.hpp"
#include "render_sample.hpp"
#include "storage/disk/system_error.hpp"
#include "temporary_folder.hpp"

using namespace sample;

namespace {

/// A session in a folder with a program, whose answer goes to `out`.
struct Run {
  explicit Run(std::ostream& answer) : out(answer) {
    std::filesystem::create_directory(folder.path() / "program");
    folder.write("program/program.yaml", "schema: 1\nprofile: gymnasium-144\n");
  }

  TemporaryFolder folder;
  std::ostream& out;
  std::istringstream in;
  std::ostringstream err;
  cli::World world{.in = in,
                   .out = out,
                   .err = err,
                   .folder = folder.path() / "program",
                   .environment = [](const char*) { return std::optional<std::string>{}; },
                   .today = [] { return today; }};
  cli::Session session{world, cli::Arguments{}, {}};
};

/// A list of many rows, which counts those that are made.
Report long_list(std::size_t& made) {
  Report report = list_of({column("a")}, {});
  first_section(report).rows = {100'000, [&made](std::size_t, Row& row) {
                                  ++made;
                                  row.emplace_back(std::string{"something to be read"});
                                }};
  return report;
}

/// Takes so many bytes and no more.
class Narrow : public std::streambuf {
 public:
  explicit Narrow(std::size_t room) : room_(room) {}

 protected:
  int_type overflow(int_type byte) override { return room_ == 0 ? traits_type::eof() : (--room_, byte); }

 private:
  std::size_t room_;
};

const render::Format two_files{
    .name = "two",
    .extension = ".html",
    .can_follow = false,
    .has_facts = true,
    .render = [](const render::Files& files, const Report&, const language::Words&, const render::Style&) {
      files({}, [](std::ostream& out) { out << std::string{"\0page", 5}; });
      files("data.csv", [](std::ostream& out) { out << "data"; });
    }};

}  // namespace

TEST_CASE("a format may give several files: the first where it was asked for, the others beside it") {
  std::ostringstream out;
  const Run run{out};
  std::filesystem::create_directory(run.folder.path() / "reports");
  cli::write_files(run.session, two_files, {}, english, {}, "../reports/report.html");
  CHECK(run.folder.read("reports/report.html") == std::string{"\0page", 5});
  CHECK(run.folder.read("reports/data.csv") == "data");
  CHECK(out.str().empty());
}

TEST_CASE("no file of several is written over what the program is made of") {
  std::ostringstream out;
  const Run run{out};
  render::Format format = two_files;
  format.render = [](const render::Files& files, const Report&, const language::Words&, const render::Style&) {
    files("program.yaml", [](std::ostream& file) { file << "data"; });
  };
  CHECK_THROWS_AS(cli::write_files(run.session, format, {}, english, {}, "report.html"), cli::Refused);
  CHECK(run.folder.read("program/program.yaml").starts_with("schema"));
}

TEST_CASE("several files do not go to standard output") {
  std::ostringstream out;
  const Run run{out};
  CHECK_THROWS_AS(cli::write_files(run.session, two_files, {}, english, {}, {}), cli::Refused);
}

TEST_CASE("no more rows are made when nobody takes them") {
  for (const render::Format& format : render::all_formats()) {
    CAPTURE(format.name);
    std::size_t all = 0;
    std::ostringstream whole;
    const Run complete{whole};
    cli::write_files(complete.session, format, long_list(all), english, {}, {});
    std::size_t made = 0;
    Narrow narrow{1000};
    std::ostream out{&narrow};
    const Run run{out};
    cli::write_files(run.session, format, long_list(made), english, {}, {});
    CHECK(out.bad());
    CHECK(made < all - 90'000);
  }
}

TEST_CASE("a report that a full disk stops half way is a refusal, and the file has what it had") {
  std::ostringstream out;
  const Run run{out};
  std::size_t made = 0;
  for (const render::Format& format : render::all_formats()) {
    CHECK_THROWS_AS(cli::write_files(run.session, format, long_list(made), english, {}, "/dev/full"),
                    storage::SystemError);
  }
}

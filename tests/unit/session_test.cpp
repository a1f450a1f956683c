#include "cli/session.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/run.hpp"
#include "temporary_folder.hpp"

using namespace mentor;

namespace {

/// Where a command runs that takes longer than a second, and how it is asked for.
struct Slow {
  std::optional<std::size_t> err_width = 80;
  std::string term = "xterm";
  std::vector<std::string> words = {"check"};

  /// What it says beside its answer.
  std::string told() {
    const sample::TemporaryFolder folder;
    folder.write("program.yaml", "schema: 1\norganization: Гимназия № 7\nlanguage: ru\nprofile: gymnasium-144\n");
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    std::chrono::steady_clock::time_point time{};
    cli::World world{.in = in,
                     .out = out,
                     .err = err,
                     .err_width = err_width,
                     .folder = folder.path(),
                     .environment = [&](const char* name) -> std::optional<std::string> {
                       return std::string_view{name} == "TERM"   ? std::optional{term}
                              : std::string_view{name} == "LANG" ? std::optional<std::string>{"en_US"}
                                                                 : std::nullopt;
                     },
                     .today = [] { return *Date::from(2026, 11, 23); },
                     .steady_now = [&] { return time += std::chrono::seconds{2}; },
                     .now = [] { return std::string{"2026-11-23 16:04:10"}; },
                     .random = [] { return std::uint64_t{1}; }};
    cli::run(world, words);
    return err.str();
  }
};

bool shows_progress(const std::string& told) { return told.find("Files read: 0 of 0") != std::string::npos; }

}  // namespace

TEST_CASE("how far long work is, is said on a terminal and nowhere else") {
  CHECK(shows_progress(Slow{}.told()));
  CHECK_FALSE(shows_progress(Slow{.err_width = std::nullopt}.told()));
}

TEST_CASE("how far long work is, is not said to whoever wants quiet or to a terminal that knows no escape bytes") {
  CHECK_FALSE(shows_progress(Slow{.words = {"check", "-q"}}.told()));
  CHECK_FALSE(shows_progress(Slow{.term = "dumb"}.told()));
  CHECK_FALSE(shows_progress(Slow{.term = ""}.told()));
}

#include "storage/disk/output_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <thread>

#include "storage/disk/descriptor.hpp"
#include "storage/disk/system_error.hpp"
#include "temporary_folder.hpp"

using namespace mentor::storage;
using sample::TemporaryFolder;

namespace {

void write(const std::filesystem::path& named, std::string_view text) {
  write_file(output_file(named), [&](std::ostream& out) { out << text; });
}

/// The error with which a file is refused; 0 when it is written.
int refusal(const std::filesystem::path& named) {
  try {
    write(named, "new\n");
  } catch (const SystemError& failed) {
    CHECK(failed.operation() == Operation::write_output);
    CHECK(failed.path() == named.string());
    return failed.error();
  }
  return 0;
}

std::string name_of(const Descriptor& descriptor) { return "/dev/fd/" + std::to_string(descriptor.number()); }

}  // namespace

TEST_CASE("a report is written over what was there, and nothing is left beside it") {
  const TemporaryFolder folder;
  folder.write("report.csv", "old, and longer\n");
  write(folder.path() / "report.csv", "new\n");
  CHECK(folder.read("report.csv") == "new\n");
  CHECK(folder.names() == "report.csv");
}

TEST_CASE("a report that is written again may be read by the same people") {
  const TemporaryFolder folder;
  folder.write("report.csv", "old\n");
  const auto owner_and_group = std::filesystem::perms{0640};
  std::filesystem::permissions(folder.path() / "report.csv", owner_and_group);
  write(folder.path() / "report.csv", "new\n");
  CHECK(std::filesystem::status(folder.path() / "report.csv").permissions() == owner_and_group);
}

TEST_CASE("a report that cannot be written is a refusal and leaves nothing") {
  const TemporaryFolder folder;
  CHECK(refusal("/dev/full") == ENOSPC);
  CHECK(refusal(folder.path() / "none/report.csv") == ENOENT);
  CHECK(refusal(folder.path() / "none/") == ENOENT);
  CHECK(refusal(folder.path()) == EISDIR);
  CHECK(refusal(folder.path() / "") == EISDIR);
  CHECK(refusal(folder.path() / "..") == EISDIR);
  CHECK(folder.names().empty());
  folder.write("file", "old\n");
  CHECK(refusal(folder.path() / "file/") == ENOTDIR);
  CHECK(refusal(folder.path() / "file/report.csv") == ENOTDIR);
  CHECK(folder.read("file") == "old\n");
}

TEST_CASE("a link stays, and what it leads to is written, whether or not it is there") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "other");
  std::filesystem::create_symlink("other/second", folder.path() / "first");
  std::filesystem::create_symlink("../made", folder.path() / "other/second");
  for (const std::string text : {"new\n", "newer\n"}) {
    write(folder.path() / "first", text);
    CHECK(folder.read("made") == text);
  }
  CHECK(std::filesystem::is_symlink(folder.path() / "first"));
  CHECK(std::filesystem::is_symlink(folder.path() / "other/second"));
  CHECK(output_file(folder.path() / "first").path == std::filesystem::canonical(folder.path() / "made"));
}

TEST_CASE("a link that leads back to itself is a refusal") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("two", folder.path() / "one");
  std::filesystem::create_symlink("one", folder.path() / "two");
  CHECK(refusal(folder.path() / "one") == ELOOP);
  CHECK(std::filesystem::is_symlink(folder.path() / "one"));
  CHECK(std::filesystem::is_symlink(folder.path() / "two"));
}

TEST_CASE("an open file is written to where it stands") {
  const TemporaryFolder folder;
  folder.write("all", "before\n");
  const auto path = folder.path() / "all";
  write(name_of(Descriptor{::open(path.c_str(), O_WRONLY | O_APPEND)}), "behind\n");
  CHECK(folder.read("all") == "before\nbehind\n");
  const Descriptor at_start{::open(path.c_str(), O_WRONLY)};
  write(name_of(at_start), "over\n");
  write(name_of(at_start), "1");
  CHECK(folder.read("all") == "over\n1\nbehind\n");
  CHECK(refusal(name_of(Descriptor{::open(path.c_str(), O_RDONLY)})) == EBADF);
}

TEST_CASE("a pipe that nobody reads is a refusal, and one that was read enough is none") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "pipe";
  CHECK(::mkfifo(path.c_str(), 0600) == 0);
  CHECK(refusal(path) == ENXIO);
  Descriptor reader{::open(path.c_str(), O_RDONLY | O_NONBLOCK)};
  write(path, "new\n");
  std::string text(5, '?');
  CHECK(::read(reader.number(), text.data(), text.size()) == 4);
  CHECK(text == "new\n?");
  const Descriptor writer{::open(path.c_str(), O_WRONLY)};
  reader = Descriptor{};
  const auto before = std::signal(SIGPIPE, SIG_IGN);  // as the program has it
  write(name_of(writer), "new\n");
  static_cast<void>(std::signal(SIGPIPE, before));
}

TEST_CASE("a pipe takes more than it holds when its reader is slow or comes late") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "pipe";
  CHECK(::mkfifo(path.c_str(), 0600) == 0);
  const std::string text(1 << 20U, 'x');
  std::string seen;
  std::thread reader{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    seen = folder.read("pipe");
  }};
  write(path, text);
  reader.join();
  CHECK(seen == text);
}

#include "storage/disk/child_process.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cerrno>

#include "storage/disk/descriptor.hpp"

using namespace mentor::storage;

namespace {

constexpr std::size_t usual_bytes = 1 << 21;

ChildOrder order_of(std::string program, std::vector<std::string> arguments,
                    std::chrono::milliseconds time = std::chrono::seconds{60}) {
  return {.program = std::move(program),
          .arguments = std::move(arguments),
          .environment = {},
          .input = {},
          .most_bytes = usual_bytes,
          .until = std::chrono::steady_clock::now() + time};
}

ChildOrder script(std::string text, std::chrono::milliseconds time = std::chrono::seconds{60}) {
  return order_of("/bin/sh", {"-c", std::move(text)}, time);
}

}  // namespace

TEST_CASE("a child reads what it is given, and its answer, its errors and its status are told") {
  auto order = script("cat; echo no >&2; exit 3");
  order.input = "abc";
  const auto result = run_child(order);
  CHECK(result.end == ChildEnd::exited);
  CHECK(result.status == 3);
  CHECK(result.out == "abc");
  CHECK(result.err == "no\n");
}

TEST_CASE("a child may read and write more than a pipe holds, or read nothing of it") {
  auto order = script("cat");
  order.input = std::string(usual_bytes, 'x');
  CHECK(run_child(order).out == order.input);
  order.arguments = {"-c", "echo read nothing"};
  CHECK(run_child(order).out == "read nothing\n");
}

TEST_CASE("a child has the environment that it is given and no other") {
  auto order = script("echo \"$OURS-$HOME\"");
  order.environment = {"OURS=1"};
  CHECK(run_child(order).out == "1-\n");
}

TEST_CASE("a child has no descriptor of ours") {
  const Descriptor kept{::open("/dev/null", O_RDONLY)};  // that nobody has marked to be closed
  REQUIRE(kept.is_open());
  CHECK(run_child(order_of("/bin/ls", {"/proc/self/fd"})).out == "0\n1\n2\n3\n");  // 3 is the folder that it lists
}

TEST_CASE("a child that goes on is ended when its time is over, whether it speaks or not") {
  constexpr std::chrono::milliseconds short_time{100};
  CHECK(run_child(script("while :; do :; done", short_time)).end == ChildEnd::too_slow);
  CHECK(run_child(script("exec >&- 2>&-; while :; do :; done", short_time)).end == ChildEnd::too_slow);
}

TEST_CASE("a child that says more than it may is ended") {
  auto order = script("while :; do echo yes; done");
  order.most_bytes = 1000;
  CHECK(run_child(order).end == ChildEnd::too_much);
  order.arguments = {"-c", "printf %1000s x"};
  CHECK(run_child(order).out.size() == 1000);
}

TEST_CASE("of what a child says on standard error the beginning is kept") {
  const auto result = run_child(script("printf %100000s x >&2; echo done"));
  CHECK(result.end == ChildEnd::exited);
  CHECK(result.err == std::string(4096, ' '));
  CHECK(result.out == "done\n");
}

TEST_CASE("a child that a signal ends has no status") { CHECK(run_child(script("kill -9 $$")).status == -1); }

TEST_CASE("a program that is not there is not started") {
  const auto result = run_child(order_of("/nowhere/git", {}));
  CHECK(result.end == ChildEnd::not_started);
  CHECK(result.error == ENOENT);
}

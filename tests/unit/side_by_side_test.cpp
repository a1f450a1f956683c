#include "storage/disk/side_by_side.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace mentor::storage;

namespace {

void tell_nobody(std::size_t /*taken*/) {}

/// What is thrown on when these numbers of a hundred fail.
std::string thrown(const std::function<void(std::size_t)>& work) {
  try {
    for_each_number(100, work, tell_nobody);
    return "nothing";
  } catch (const std::runtime_error& failed) {
    return failed.what();
  }
}

}  // namespace

TEST_CASE("work side by side is done once for each number, however many there are") {
  for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
    std::vector<int> done(count, 0);
    for_each_number(
        count, [&](std::size_t number) { ++done[number]; }, tell_nobody);
    CHECK(done == std::vector<int>(count, 1));
  }
}

TEST_CASE("how far the work is, is told on the thread that asked for it, and never backwards") {
  const auto here = std::this_thread::get_id();
  std::size_t last = 0;
  for_each_number(
      1000, [](std::size_t) {},
      [&](std::size_t taken) {
        CHECK(std::this_thread::get_id() == here);
        CHECK(taken > last);
        last = taken;
      });
  CHECK(last <= 1000);
}

TEST_CASE("of several failures side by side the one of the lowest number is thrown on, after all threads have ended") {
  std::atomic<int> running{0};
  for (int times = 0; times < 20; ++times) {
    CHECK(thrown([&](std::size_t number) {
            ++running;
            if (number == 3) {
              std::this_thread::sleep_for(std::chrono::milliseconds{1});  // so that another is likely to fail first
            }
            --running;
            if (number >= 3) {
              throw std::runtime_error{std::to_string(number)};
            }
          }) == "3");
    CHECK(running == 0);
  }
  CHECK(thrown([](std::size_t) {}) == "nothing");
}

TEST_CASE("what fails side by side stops the numbers that have not been taken") {
  std::atomic<std::size_t> taken{0};
  CHECK_THROWS_AS(for_each_number(
                      1'000'000,
                      [&](std::size_t) {
                        ++taken;
                        throw std::runtime_error{"failed"};
                      },
                      tell_nobody),
                  std::runtime_error);
  CHECK(taken <= usual_threads());
}

TEST_CASE("a failure to tell how far the work is, is one like any other") {
  const auto own = std::this_thread::get_id();
  std::atomic<bool> told = false;
  const auto work = [&](std::size_t) {
    while (std::this_thread::get_id() != own && !told) {  // else the others may leave nothing to this thread
      std::this_thread::yield();
    }
  };
  CHECK_THROWS_AS(for_each_number(10, work,
                                  [&](std::size_t) {
                                    told = true;
                                    throw std::runtime_error{"no more"};
                                  }),
                  std::runtime_error);
}

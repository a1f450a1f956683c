#!/usr/bin/env bash
# What is installed works from where it is: the binary, the manual, and the core as a CMake package.
. "$(dirname "$0")/common.sh"

cmake --install "$BUILD" --prefix "$scratch/prefix" >/dev/null || fail "cmake --install"
for file in bin/mentor include/mentor/rules.hpp share/man/man1/mentor.1 share/man/man5/mentor-records.5 \
  share/man/man7/mentor-rules.7 share/man/ru/man1/mentor.1 share/man/ru/man5/mentor-records.5 \
  share/man/ru/man7/mentor-rules.7; do
  [ -f "prefix/$file" ] || fail "not installed: $file"
done
env -i "$scratch/prefix/bin/mentor" init program --quiet || fail "the installed program does not run"
env -i "$scratch/prefix/bin/mentor" check -C program || fail "the installed program does not check"

mkdir user && cd user
cat >CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES CXX)
find_package(mentor 0.1 REQUIRED)
add_executable(user user.cpp)
target_link_libraries(user PRIVATE mentor::core)
END
cat >user.cpp <<'END'
#include <mentor/period_input.hpp>
int main() {
  const auto today = *mentor::Date::parse("2026-11-23");
  return mentor::period_from_input("this-school-year", today, {}).value->first() == *mentor::Date::parse("2026-09-01") ? 0 : 1;
}
END
sanitize=${SANITIZE:+-fsanitize=$SANITIZE}
cmake -G Ninja -S . -B build -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_FLAGS="$sanitize" >log 2>&1 &&
  cmake --build build >>log 2>&1 && ./build/user || fail "the installed package: $(tail -n 5 log)"
finish

# Writes a header with files as constants of the type std::string_view, and all of them by their names as `all`.
#   cmake -DOUTPUT=header.hpp -DNAMESPACE=a::b "-DFILES=name=path;name=path" -P embed.cmake
set(text "// Made by src/embed.cmake.\n#pragma once\n\n#include <array>\n#include <string_view>\n#include <utility>\n\nnamespace ${NAMESPACE} {\n")
set(all)
set(count 0)
foreach(entry IN LISTS FILES)
  string(REGEX MATCH "^([^=]+)=(.+)$" _ "${entry}")
  string(MAKE_C_IDENTIFIER "${CMAKE_MATCH_1}" name)
  string(APPEND all "    {\"${CMAKE_MATCH_1}\", ${name}},\n")
  math(EXPR count "${count} + 1")
  file(READ "${CMAKE_MATCH_2}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND text "\ninline constexpr char ${name}_bytes[] = {${bytes}};\n"
                     "inline constexpr std::string_view ${name}{${name}_bytes, sizeof ${name}_bytes};\n")
endforeach()
string(APPEND text "\ninline constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> all = {{\n${all}}};\n")
string(APPEND text "\n}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUTPUT}" "${text}")

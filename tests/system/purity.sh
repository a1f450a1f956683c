#!/usr/bin/env bash
# The core has no input or output, no clock, no locale, no environment, no thread and no random number: its library
# calls nothing of the kind. The list is of what it must not call; the storage library proves that the list bites.
. "$(dirname "$0")/common.sh"

# Called names, without the sanitizers' own.
called() { nm --undefined-only "$1" | sed -n 's/^ *U //p' | grep -vE '^__(asan|ubsan|sanitizer)' | c++filt | sort -u; }

forbidden='^(open|openat|fopen|read|write|close|printf|fprintf|snprintf|puts|fputs|putchar|stat|unlink|rename|mkdir|socket|ioctl)(64)?(@|$)|'
forbidden+='^(time|clock|clock_gettime|gettimeofday|localtime|localtime_r|gmtime|mktime|strftime|nanosleep|usleep)(@|$)|'
forbidden+='^(setlocale|localeconv|newlocale|uselocale|tolower|toupper|isalpha|isspace|strcoll|strtod|strtol|atoi|atof)(@|$)|'
forbidden+='^(getenv|secure_getenv|setenv|environ|exit|abort|system|fork|signal|raise)(@|$)|'
forbidden+='^(rand|srand|random|getrandom|getentropy|arc4random)(@|$)|pthread_|'
forbidden+='std::(cout|cerr|cin|clog|locale|ios_base|basic_[io]*f?stream|basic_streambuf|ostream|istream|random_device|thread|mutex|filesystem|chrono::_V2|__cxx11::basic_[io]?stringstream)|'
forbidden+='::now\(|fmt::|YAML::|icu_'

called "$MENTOR_CORE" >core
called "${MENTOR_CORE%libmentor_core.a}libmentor_storage.a" >storage
[ "$(wc -l <core)" -gt 20 ] || fail "the core's calls could not be read"
grep -E "$forbidden" core >impure && fail "the core calls: $(cat impure)"
grep -qE "$forbidden" storage || fail "the list finds nothing in storage either"

# Its headers and sources include the standard library and each other alone.
grep -rhE '^#include' "$SOURCE/include/mentor" "$SOURCE/src/core" |
  grep -vE '"mentor/|"[a-z_]+\.hpp"|<(algorithm|array|atomic|bit|charconv|chrono|compare|concepts|cstddef|cstdint|cstring|deque|functional|initializer_list|iterator|map|memory|numeric|optional|set|span|stdexcept|string|string_view|tuple|type_traits|unordered_map|unordered_set|utility|variant|vector)>' >includes || true
[ ! -s includes ] || fail "the core includes: $(cat includes)"
finish

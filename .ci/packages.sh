#!/bin/sh
# Installs the Debian packages that are missing, and says nothing about those that are there.
#   .ci/packages.sh build    what building needs
#   .ci/packages.sh package  and what making the Debian package needs: dpkg-dev to find what it depends on, by file
#   .ci/packages.sh tests    and what the tests need
#   .ci/packages.sh tidy     and what clang-tidy needs
#   .ci/packages.sh fuzz     and what libFuzzer needs
#   .ci/packages.sh bench    and what tests/bench/run.sh needs
#   .ci/packages.sh peers    and the programs that it measures against
set -eu
build="g++ cmake ninja-build gettext libcli11-dev libdtl-dev libfmt-dev libicu-dev libxxhash-dev libyaml-cpp-dev nlohmann-json3-dev"
package="$build dpkg-dev file"
# lintian: what Debian's policy wants of a package, nobody knows by heart.
# fish, zsh: what a completion script offers, only its own shell knows.
case "${1:-}" in
  build) packages="$build" ;;
  package) packages="$package" ;;
  tests) packages="$package acl attr doctest-dev binutils bsdutils fish git lintian mandoc python3-jsonschema python3-ruamel.yaml valgrind zsh" ;;
  tidy) packages="$build clang-14 clang-tidy-14" ;;
  fuzz) packages="$build doctest-dev clang-14 libclang-rt-14-dev" ;;
  bench) packages="$build doctest-dev" ;;
  peers) packages="$build doctest-dev jq ledger hledger recutils taskwarrior beancount sqlite3" ;;
  *) echo "usage: $0 build|package|tests|tidy|fuzz|bench|peers" >&2; exit 2 ;;
esac

command -v dpkg-query >/dev/null || {
  echo "This is not Debian, so nothing was installed. Needed are, by their names in Debian 12:" $packages >&2
  exit 0
}
missing=""
for package in $packages; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" != 0 ]; then
  as_root="sudo"
  command -v sudo >/dev/null || {
    echo "These packages are missing, and only root can install them. Ask for this to be run as root:" >&2
    echo "  apt-get update && apt-get install -y --no-install-recommends$missing" >&2
    exit 1
  }
fi
echo "Installing:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "These packages could not be installed:$missing" >&2
  echo "Look at the network and at /etc/apt/sources.list, then run this again." >&2
  exit 1
fi

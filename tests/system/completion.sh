#!/usr/bin/env bash
# What bash offers when Tab is pressed; the scripts of zsh and fish are read by their shells where these are there.
. "$(dirname "$0")/common.sh"

for shell in bash zsh fish; do
  expect_status 0 "$MENTOR" completion "$shell"
  mv out "$shell-script"
  cmp -s "$shell-script" "$BUILD/pages/completions/"*"$shell"*/*/* || fail "the installed script of $shell is another one"
  if command -v "$shell" >/dev/null; then
    "$shell" -n "$shell-script" 2>said || fail "$shell does not read its script: $(head -n 3 said)"
  fi
done
expect_status 2 "$MENTOR" --lang en completion fsh
expect_in err 'possible are: bash, zsh, fish'

# offers WORD...: what is offered for the last of these words.
offers() {
  bash -c '
    . ./bash-script
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    compopt() { :; }
    _mentor
    [ "${#COMPREPLY[@]}" = 0 ] || printf "%s " "${COMPREPLY[@]}"' bash "$@"
}
# expect_offer EXPECTED WORD...
expect_offer() {
  local expected=$1
  shift
  [ "$(offers "$@")" = "$expected" ] || fail "$*: offered “$(offers "$@")”, not “$expected”"
}
expect_offer 'check ' mentor ch
expect_offer 'text markdown csv json ' mentor list --format ''
expect_offer 'csv ' mentor list --format = c
expect_offer '--format --form ' mentor report --for
expect_offer 'participants pairs ' mentor list p
expect_offer 'summary ' mentor report s
expect_offer '--dry-run ' mentor edit --dr
expect_offer '' mentor list --period ''
touch 'а файл.csv'
expect_offer 'а файл.csv ' mentor report summary -o 'а'
finish

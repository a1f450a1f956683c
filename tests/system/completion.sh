#!/usr/bin/env bash
# What a shell offers when Tab is pressed. bash is asked, and zsh and fish where they are there.
. "$(dirname "$0")/common.sh"
unset LANG LC_MESSAGES || true

shells=
for shell in bash zsh fish; do
  expect_status 0 "$MENTOR" completion "$shell"
  mv out "$shell-script"
  cmp -s "$shell-script" "$BUILD/pages/completions/"*"$shell"*/*/* || fail "the installed script of $shell is another one"
  if command -v "$shell" >/dev/null; then
    shells="$shells $shell"
    "$shell" -n "$shell-script" 2>said || fail "$shell does not read its script: $(head -n 3 said)"
  fi
done
expect_status 2 "$MENTOR" --lang en completion fsh
expect_in err 'possible are: bash, zsh, fish'

# offers_SHELL WORD...: what is offered for the last of these words, one a line. For folders and files, what the shell is
# asked to look for: bash and zsh do that themselves.
offers_bash() {
  local words=() word
  for word; do # as readline parts them
    case $word in
      --*=?*) words+=("${word%%=*}" = "${word#*=}") ;;
      --*=) words+=("${word%=}" =) ;;
      *) words+=("$word") ;;
    esac
  done
  bash -c '
    . ./bash-script
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    compopt() { [ "$*" = "-o dirnames" ] && echo "<folders>" || echo "<files>"; }
    _mentor
    [ "${#COMPREPLY[@]}" = 0 ] || printf "%s\n" "${COMPREPLY[@]}"' bash "${words[@]}"
}
offers_zsh() {
  zsh -f -c '
    compdef() { [[ "$*" == "_mentor mentor" ]] || print "compdef $*"; }
    matching() { print -rl -- ${(M)@:#${(b)PREFIX}*}; }
    compset() { PREFIX=${PREFIX#*=}; }
    compadd() { matching ${(P)2}; }
    _describe() { matching ${${(P)2}%%:*}; }
    _files() { [[ "$*" == -/ ]] && print "<folders>" || print "<files>"; }
    . ./zsh-script
    words=("$@")
    CURRENT=$#
    PREFIX=${words[CURRENT]}
    _mentor' zsh "$@"
}
offers_fish() (
  mkdir -p empty/folder
  touch empty/file
  cd empty # so that folders and files are known by these two
  HOME=$scratch fish --no-config -c 'source ../fish-script; complete -C "$argv"' "$@" |
    sed -e 's/\t.*//' -e 's/^--[^=]*=//' -e 's|^folder/$|<folders>|' -e 's|^file$|<files>|'
)
# offers SHELL WORD...: the same, sorted, in one line. fish offers folders beside files.
offers() { "offers_$1" "${@:2}" | sort | xargs | sed 's/^<files> <folders>$/<files>/'; }

# expect_offer EXPECTED WORD...: every shell offers this.
expect_offer() {
  local expected offered shell
  expected=$(tr ' ' '\n' <<<"$1" | sort | xargs)
  for shell in $shells; do
    offered=$(offers "$shell" "${@:2}")
    [ "$offered" = "$expected" ] || fail "$shell, ${*:2}: offered “$offered”, not “$expected”"
  done
}
formats='text markdown csv json'
# Russian names are offered to whoever types them, and what follows one is what follows the name that it stands for.
for case in 'mentor зан=занятие' 'mentor занятие --ви=--вид' "mentor список --вид-файла c=csv" 'mentor отчёт su=summary'; do
  read -ra typed <<<"${case%=*}"
  offered=$(offers bash "${typed[@]}")
  [ "$offered" = "${case##*=}" ] || fail "bash, ${case%=*}: offered “$offered”"
done
kinds=$({ "$MENTOR" list nothing --lang en 2>&1 || true; } | sed -n "s/.*possible are: //p" | tr -d ,)
expect_offer check mentor ch
expect_offer "$formats" mentor list --format ''
expect_offer csv mentor list --format=c
expect_offer "$formats" mentor list --format=
expect_offer '--format --form' mentor report --for
expect_offer "$(tr ' ' '\n' <<<"$kinds" | grep '^p' | tr '\n' ' ' | sed 's/ $//')" mentor list p
expect_offer summary mentor report su
expect_offer --dry-run mentor edit --dr
expect_offer '' mentor list --period ''
expect_offer '' mentor show ''

# A flag has no value: what follows it is an argument.
expect_offer "$kinds" mentor list --excel ''
expect_offer '' mentor check --fix ''

# Options before the command, and what follows them.
expect_offer 'ru en' mentor --lang ''
expect_offer 'auto always' mentor --color=a
expect_offer 'auto always never' mentor --color ''
expect_offer '--color' mentor --co
expect_offer check mentor --quiet ch
expect_offer '--format --form' mentor -C pair report summary --fo
expect_offer check mentor --directory pair ch
expect_offer check mentor --directory=pair ch
expect_offer '--format' mentor check report --fo
expect_offer '' mentor nothing ch

# Folders and files.
expect_offer '<folders>' mentor -C ''
expect_offer '<folders>' mentor list -C ''
expect_offer '<folders>' mentor init ''
expect_offer '<folders>' mentor schema -o ''
expect_offer '<files>' mentor list -o ''
expect_offer '<files>' mentor edit --file ''

# bash quotes the name of a file. What it makes of Tab is seen by what it passes on.
name="a name, \"quoted\" and 'so', with a \\.csv"
touch "$name"
printf '%s\n' '. ./bash-script' "mentor() { printf '%s\n' \"\$@\" >typed; }" >bash-start
printf '%b' 'mentor report summary -o a\\ na\t\nexit\n' |
  TERM=dumb INPUTRC=/dev/null timeout 60 script -qec 'bash --noprofile --rcfile bash-start -i' /dev/null >said 2>&1 || true
[ "$(cat typed)" = "$(printf '%s\n' report summary -o "$name")" ] ||
  fail "bash completed the name of a file to “$(tail -n 1 typed)”"

# zsh tells a word from its explanation by the first colon; the explanation keeps its own.
if command -v zsh >/dev/null; then
  hours=$("$MENTOR" --lang en log-activity --help | grep -oE '[0-9]+:[0-9]+' | head -n 1)
  grep -qF -- "${hours/:/\\:}" zsh-script || fail "zsh does not explain hours such as $hours"
  # Found in a folder of completions, the script is the function: it completes at once.
  mkdir functions
  cp zsh-script functions/_mentor
  found=$(zsh -f -c '
    fpath=($PWD/functions)
    autoload -U _mentor
    compdef() { print "registered once more"; }
    _describe() { print -r -- ${(M)${(P)2}:#check:*}; }
    words=(mentor c)
    CURRENT=2
    PREFIX=c
    _mentor')
  [[ "$found" == check:* ]] || fail "zsh, which found the script itself, offered “$found”"
fi
finish

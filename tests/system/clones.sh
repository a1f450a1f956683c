# Sourced by merges.sh and kinds_merge.sh: two people work on two clones of a program, A and B, which are
# branches of one repository here, and git merges them.
. "$(dirname "$0")/common.sh"
workers=$(nproc)
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL

# mentor WORDS...: succeeds. What it says is in `said`; what the test works on is in $where.
mentor() { "$MENTOR" "$@" >said 2>&1 || fail "$where: mentor $*: status $?: $(cat said)"; }

# pick WORDS...: one of them, in $picked. (Not printed: a subshell would have random numbers of its own.)
pick() { picked=${!#} && [ $# = 1 ] || { local at=$((RANDOM % $#)) && shift "$at" && picked=$1; }; }

# new_repository FILES...: in the current folder. Git does not see these files, nor those of this page.
new_repository() {
  git init -q
  printf '%s\n' said out err merge.out tree conflicts expected judged lost "$@" >.git/info/exclude
  git config core.hooksPath /dev/null && git config gc.auto 0
}

# begin_side SIDE BASE: from the tag of the base on. A clone has a .mentor of its own.
begin_side() {
  git checkout -q -f -B "$1" "$2"
  rm -rf .mentor
}

# end_side SIDE: what it has done is committed.
end_side() { git add -A && git commit -q --allow-empty -m "$1"; }

# merge_sides [OPTION...]: B into A. Sets `conflicts`, the list of files in conflict; false where there are any.
merge_sides() {
  conflicts=
  git checkout -q A
  ! git merge -q "$@" -m merge B >merge.out 2>&1 || return 0
  conflicts=$(git diff --name-only --diff-filter=U)
  [ -n "$conflicts" ] || fail "$where: git does not merge: $(cat merge.out)"
  return 1
}

# expected_files BASE: for each path what the merge should hold of it, from the three trees alone: `PATH HASH` for one
# that at most one side has changed, `PATH -` for one that should be gone, `PATH both` for one that both have changed.
expected_files() {
  { git ls-tree -r "$1" | sed 's/^/base /'; git ls-tree -r A | sed 's/^/A /'; git ls-tree -r B | sed 's/^/B /'; } | awk '
    { hash[$1, $5] = $4; paths[$5] }
    END {
      for (path in paths) {
        base = hash["base", path]; a = hash["A", path]; b = hash["B", path]
        expected = a == b ? a : a == base ? b : b == base ? a : "both"
        print path, expected == "" ? "-" : expected
      }
    }'
}

# judge_files BASE: holds the files of the merge against those of the three trees: what one side has changed is as that side
# made it, and of what both have changed there is every line that either has written. A conflict is in such files alone.
judge_files() {
  local path verdict side
  git ls-files -s >tree
  echo "$conflicts" >conflicts
  expected_files "$1" >expected
  awk '
    FILENAME == "conflicts" { conflict[$1]; next }
    FILENAME == "expected" { expected[$1] = $2; next }
    !($4 in expected) { print $4, "unknown" }
    { merged[$4] = $2 }
    END {
      for (path in expected) {
        if (path in conflict) {
          print path, expected[path] == "both" ? "conflict" : "needless-conflict"
        } else if (expected[path] == "both") {
          print path, "both"
        } else if (expected[path] != (path in merged ? merged[path] : "-")) {
          print path, "other"
        }
      }
    }' conflicts expected tree >judged
  while read -r path verdict; do
    case "$verdict" in
      unknown) fail "$where: $path, which no side had" ;;
      needless-conflict) fail "$where: a conflict in $path, which only one side has changed" ;;
      other) fail "$where: $path is not what the side that changed it made of it: $(head -c 300 "$path" 2>&1)" ;;
      both | conflict)
        for side in A B; do
          git diff -U0 "$1" "$side" -- "$path" | sed -n '/^+++/d; s/^+//p' | while read -r line; do
            grep -qxF -- "$line" "$path" 2>/dev/null || echo "$line"
          done >lost
          [ ! -s lost ] || fail "$where: in $path there is not what $side wrote: $(cat lost)"
        done
        [ "$verdict" = conflict ] || [ "$(grep -c '^id:' "$path" 2>/dev/null)" = 1 ] || fail "$where: $path has not one id"
        ;;
    esac
  done <judged
}

# by_all_workers FUNCTION: calls it with 1, 2... in so many processes as there are processors, each in a folder of that name.
by_all_workers() {
  local processes=() number
  for number in $(seq "$workers"); do
    (
      mkdir "$number"
      cd "$number"
      "$1" "$number"
      exit "$failed"
    ) &
    processes+=($!)
  done
  for number in "${processes[@]}"; do
    wait "$number" || failed=1
  done
}

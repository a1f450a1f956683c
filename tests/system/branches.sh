#!/usr/bin/env bash
# close-year where the program is kept in git: it says that all clones should be merged first, and refuses a year on which a
# branch has work that is not merged here, or when git does not say so. Git is only read, whatever a configuration says.
. "$(dirname "$0")/common.sh"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
advice="A year is packed when the work of all clones has been merged"
packed=activities/2025-2026.yaml

mentor() { "$MENTOR" "$@" >said 2>&1 || fail "mentor $*: status $?: $(cat said)"; }
commit() { git add -A && git commit -qm "$1"; }

# make_program: in the working folder, with three activities of a year that is over.
make_program() {
  local number
  mentor init .
  echo said >>.gitignore && echo out >>.gitignore && echo err >>.gitignore
  mentor add-participant --id ivan --name "Громов Иван" --role mentor --category teacher --joined 2025-09-01
  mentor add-participant --id olga --name "Белова Ольга" --role mentee --category teacher --joined 2025-09-01
  mentor pair --id first --form teacher-teacher --mentor ivan --mentee olga --from 2025-09-15
  for number in 1 2 3; do
    mentor log-activity first --id "a$number" --type course --on "2026-03-1$number" --hours 1
  done
}

# refused BRANCH FILE: close-year names both, and nothing has changed.
refused() {
  local before after
  before=$(git -c core.fsmonitor=false status --porcelain; cat activities/*.yaml | cksum)
  for dry in "" --dry-run; do
    expect_status 1 "$MENTOR" close-year 2025-2026 $dry
    expect_in err "these branches have changes to activities of 2025-2026 that are not here yet; nothing has been done:"
    expect_in err "  $1: "
    expect_in err "$2"
    expect_in err "--force"
  done
  [ "$before" = "$(git -c core.fsmonitor=false status --porcelain; cat activities/*.yaml | cksum)" ] || fail "a refused close-year has changed something"
}

# packs [OPTION...]: close-year packs with the advice; then all is as before.
packs() {
  expect_status 0 "$MENTOR" close-year 2025-2026 "$@"
  expect_in err "$advice"
  [ -e "$packed" ] || fail "nothing was packed"
  mentor undo
}

mkdir p && cd p
make_program
expect_status 0 "$MENTOR" close-year 2025-2026
grep -qF "$advice" err && fail "advice about clones where there is no git"
mentor undo

# A repository without a commit, then with one, then one whose HEAD is no branch.
git init -q -b main
packs
commit base
packs
git checkout -q --detach && packs && git checkout -q main

# Where HEAD has no commit, but a branch has: its work is what is not here.
git checkout -q --orphan fresh
packs
mentor edit a1 hours=4
refused main activities/a1.yaml
mentor undo
git checkout -q main

mentor close-year 2025-2026 -q
[ ! -s said ] || fail "-q says: $(cat said)"
mentor undo

# What a clone has added, changed, removed or packed, and what it has done elsewhere.
git clone -q . ../q
git remote add clone ../q
# work WHAT FILE COMMAND...: the clone does that, and it is fetched.
work() {
  git -C ../q checkout -q -B "$1" origin/main
  mentor -C ../q "${@:3}"
  git -C ../q add -A && git -C ../q commit -qm "$1"
  git fetch -q clone
  git -C ../q checkout -q --detach && git -C ../q branch -q -D "$1"  # it knows of no other work than the next
  if [ "$2" = none ]; then packs; else refused "clone/$1" "$2"; fi
  git branch -q "here-$1" "clone/$1" && git update-ref -d "refs/remotes/clone/$1"
  if [ "$2" = none ]; then packs; else refused "here-$1" "$2"; fi
  packs --force
  git branch -q -D "here-$1"
}
work added activities/b1.yaml log-activity first --id b1 --type course --on 2026-04-01
work changed activities/a1.yaml edit a1 hours=2
work moved activities/a1.yaml edit a1 on=2026-10-01
work removed activities/a2.yaml remove a2
work packed "$packed" close-year 2025-2026

# A branch that packed what is packed here in the same bytes has nothing that is not here.
git -C ../q checkout -q -B alike origin/main
mentor -C ../q close-year 2025-2026
git -C ../q add -A && git -C ../q commit -qm alike
git fetch -q clone
mentor close-year 2025-2026 --force
mentor log-activity first --id z1 --type course --on 2026-05-04
packs
git show HEAD:activities/a1.yaml >activities/a1.yaml
refused clone/alike activities/a1.yaml
rm activities/a1.yaml
mentor undo && mentor undo
git -C ../q checkout -q --detach && git -C ../q branch -q -D alike
git update-ref -d refs/remotes/clone/alike

# What no schema reads may be of that year.
git -C ../q checkout -q -B broken origin/main
echo 'id: [' >../q/activities/broken.yaml
git -C ../q add -A && git -C ../q commit -qm broken
git fetch -q clone
refused clone/broken activities/broken.yaml
cp ../q/activities/broken.yaml activities/
packs
rm activities/broken.yaml
git -C ../q checkout -q --detach && git -C ../q branch -q -D broken
git update-ref -d refs/remotes/clone/broken

# Not asked for: another packed year, what is no file of the folder, and another year's activity in an older schema.
git -C ../q checkout -q -B other-things origin/main
echo 'id: [' >../q/activities/2024-2025.yaml
mkdir ../q/activities/folder && echo 'id: [' >../q/activities/folder/a.yaml
ln -s ../program.yaml ../q/activities/link.yaml
printf 'id: old\npairs: [first]\ntype: course\ndate: 2026-10-01\n' >../q/activities/old.yaml
git -C ../q add -A && git -C ../q commit -qm other-things
git fetch -q clone
packs
git -C ../q checkout -q --detach && git -C ../q branch -q -D other-things
git update-ref -d refs/remotes/clone/other-things

work later none log-activity first --id c1 --type course --on 2026-10-01
work person none edit ivan unit=физика

# What is merged is known, also when it was a removal; a branch that is only behind has nothing of its own.
git -C ../q checkout -q -B merged origin/main
mentor -C ../q log-activity first --id b2 --type course --on 2026-04-02
mentor -C ../q remove a3
git -C ../q add -A && git -C ../q commit -qm merged
git fetch -q clone
refused clone/merged activities/b2.yaml
git branch -q behind
git merge -q clone/merged
packs
mentor remove a2
packs
mentor undo

# The same change made here by other means is not missing.
git checkout -q -b same HEAD && mentor edit a1 hours=3 && mentor remove a2 && commit same && git checkout -q main
refused same activities/a1.yaml
refused same activities/a2.yaml
mentor edit a1 hours=3
mv activities/a2.yaml activities/second.yaml
refused same activities/a2.yaml
rm activities/second.yaml
packs
git checkout -q activities && git branch -q -D same

# What has been done here since a branch parted is no work of the branch.
git checkout -q -b apart && mentor edit ivan unit=химия && commit apart && git checkout -q main
mentor log-activity first --id d1 --type course --on 2026-05-05
mentor edit a1 hours=5
commit since
packs
git branch -q -D apart

# A program in a folder of a repository, and a work tree of its own.
mkdir ../r && (
  cd ../r && git init -q -b main && mkdir school && cd school && make_program && git add -A && git commit -qm base
  git checkout -q -b other && mentor log-activity first --id b1 --type course --on 2026-04-01 && commit other
  git checkout -q main
  refused other activities/b1.yaml
  git worktree add -q ../../tree main~0 2>/dev/null && cd ../../tree/school
  refused other activities/b1.yaml
  exit "$failed"
) || failed=1

# Whoever has started mentor may not want to hear of children.
expect_status 0 env --ignore-signal=CHLD "$MENTOR" close-year 2025-2026
mentor undo

# A git that is not there or refuses is no consent.
expect_status 5 env PATH=/nowhere "$MENTOR" close-year 2025-2026
expect_in err "there is no program git"
expect_status 0 env PATH=/nowhere "$MENTOR" close-year 2025-2026 --force
mentor undo
mv .git/objects ../objects
expect_status 5 "$MENTOR" close-year 2025-2026
expect_in err "git does not say whether other branches have activities of 2025-2026 that are not merged ("
mv ../objects .git/objects
if [ "$(id -u)" = 0 ]; then
  chown -R 65534 .git .
  expect_status 5 env -u HOME "$MENTOR" close-year 2025-2026
  expect_in err "dubious ownership"
  chown -R 0 .git .
fi

# Nothing that a repository is set to is run: its owner may be anybody.
printf '#!/bin/sh\ntouch "%s/ran"\ncat\n' "$scratch" >"$scratch/run" && chmod +x "$scratch/run"
git config core.fsmonitor "$scratch/run" && git config core.pager "$scratch/run" && git config pager.for-each-ref true
git config alias.ls-tree "!$scratch/run" && git config core.sshCommand "$scratch/run" && git config core.hooksPath "$scratch"
git config diff.external "$scratch/run" && git config core.gitProxy "$scratch/run"
git checkout -q -b other 2>/dev/null && mentor log-activity first --id b9 --type course --on 2026-04-03 && commit other 2>/dev/null
blob=$(git rev-parse HEAD:activities/b9.yaml)
git checkout -q main 2>/dev/null
[ -e "$scratch/ran" ] || fail "git runs nothing that the repository's settings name: the test proves nothing"
rm "$scratch/ran"
refused other activities/b9.yaml
mentor check
git config remote.clone.promisor true && git config extensions.partialClone clone && git config core.repositoryFormatVersion 1
git config remote.clone.url "ssh://example.invalid/q"
rm -f ".git/objects/${blob:0:2}/${blob:2}"
expect_status 5 "$MENTOR" close-year 2025-2026
[ ! -e "$scratch/ran" ] || fail "a program that the repository's settings name was run"
finish

#!/usr/bin/env bash
# Nothing of .mentor goes into git, whatever .gitignore the program has; where something is there already, init and check
# say so and how to end it.
. "$(dirname "$0")/common.sh"
command -v git >/dev/null || { echo "skipped: git is not here"; finish; }
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=n GIT_AUTHOR_EMAIL=n@example.org GIT_COMMITTER_NAME=n GIT_COMMITTER_EMAIL=n@example.org
git init -q program
cd program
echo '*.tmp' >.gitignore
expect_status 0 "$MENTOR" init
expect_status 0 "$MENTOR" add-participant --name "Тайная Ева" --role mentee --category pupil --born 2013-01-01 --id kid
expect_status 0 "$MENTOR" remove kid
git add -A && git commit -qm x
[ -z "$(git ls-files .mentor)" ] || fail "git took $(git ls-files .mentor)"
! git grep -q "Тайная" HEAD || fail "a removed child is in git"
expect_status 0 "$MENTOR" check
[ ! -s err ] || fail "check has something to say: $(cat err)"

git add -f .mentor && git commit -qm y
for words in "check" "check -q"; do
  expect_status 0 "$MENTOR" $words
  expect_in err "git rm -r --cached .mentor"
done
git rm -rq --cached .mentor
expect_status 0 "$MENTOR" check
[ ! -s err ] || fail "check still has something to say: $(cat err)"
# Whatever somebody made of mentor's own .gitignore, the next command that writes mends it.
for odd in "" "!log" "log/"; do
  echo "$odd" >.mentor/.gitignore
  expect_status 0 "$MENTOR" add-participant --name "Лунина Ада" --role mentee --category pupil --born 2013-01-01 --id ada
  expect_status 0 "$MENTOR" undo
  [ "$(cat .mentor/.gitignore)" = "*" ] || fail "with “$odd” there: .mentor/.gitignore holds $(cat .mentor/.gitignore)"
done

git add -f .mentor
rm program.yaml
expect_status 0 "$MENTOR" init
expect_in err "git rm -r --cached .mentor"
finish

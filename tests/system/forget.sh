#!/usr/bin/env bash
# The commands that forget prints take a person's texts out of git's history, and nothing of today is lost.
. "$(dirname "$0")/common.sh"
command -v git >/dev/null || { echo "skipped: git is not here"; finish; }
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=n GIT_AUTHOR_EMAIL=n@example.org GIT_COMMITTER_NAME=n GIT_COMMITTER_EMAIL=n@example.org

# in_git TEXT: how many objects of the repository hold it, reachable or not.
in_git() {
  git cat-file --batch-all-objects --batch-check='%(objectname) %(objecttype)' |
    while read -r object type; do
      [ "$type" != blob ] || ! git cat-file blob "$object" | grep -q "$1" || echo "$object"
    done | wc -l
}

git init -q program
cd program
expect_status 0 "$MENTOR" init
expect_status 0 "$MENTOR" add-participant --name "Тайная Ева" --role mentee --category pupil --born 2013-01-01 --id kid
expect_status 0 "$MENTOR" add-participant --name "Громов Иван" --role mentor --category pupil --born 2009-01-01 --id ivan
expect_status 0 "$MENTOR" add contact kid on=2025-11-05 note="Скрытное" --id own
git add -A && git commit -qm one
git tag first
expect_status 0 "$MENTOR" add contact ivan on=2026-11-05 note="О Тайной" --id his
git add -A && git commit -qm two
expect_status 0 "$MENTOR" close-year 2025-2026
git add -A && git commit -qm three
expect_status 0 "$MENTOR" leave kid --reason moved
expect_status 0 "$MENTOR" forget kid
cp err printed
expect_in out "contacts/his.yaml:4: note: О Тайной"
expect_status 0 "$MENTOR" edit his note="О ней"
[ "$(in_git Тайн)" != 0 ] && [ "$(in_git Скрытное)" != 0 ] || fail "the test proves nothing"
before=$(cat participants/*.yaml contacts/*.yaml)

sed -n 's/^    //p' printed >commands
[ "$(wc -l <commands)" = 3 ] || fail "not three commands: $(cat printed)"
mv commands printed ..
bash -e ../commands >../git.out 2>&1 || fail "the printed commands fail: $(cat ../git.out)"
[ "$(in_git Тайн)" = 0 ] || fail "the name is still in git"
[ "$(in_git Скрытное)" = 0 ] || fail "the note is still in git"
[ "$(cat participants/*.yaml contacts/*.yaml)" = "$before" ] || fail "something of today was lost"
[ -z "$(git status --porcelain)" ] || fail "not all is committed: $(git status --porcelain)"
[ "$(git log --oneline | wc -l)" = 4 ] || fail "commits were lost"
git show HEAD~1:participants/ivan.yaml | grep -q Громов || fail "another person's history was lost"
expect_status 0 "$MENTOR" check

# A table that Excel saved is searched as the texts are, and a file that nobody can read is named.
cd ..
expect_status 0 "$MENTOR" init tables
cd tables
expect_status 0 "$MENTOR" add-participant --name "Тайная Ева" --role mentee --category pupil --born 2013-01-01 --id kid
expect_status 0 "$MENTOR" leave kid --reason moved
printf 'ФИО;Класс\nТайная Ева;5А\n' | iconv -f utf-8 -t windows-1251 >windows.csv
printf 'ФИО;Класс\nТайная Ева;5А\n' | iconv -f utf-8 -t utf-16 >unicode.txt
printf 'PK\3\4\0\0Тайная' >book.xlsx
expect_status 0 "$MENTOR" forget kid
expect_in out "windows.csv:2: Тайная Ева;5А"
expect_in out "unicode.txt:2: Тайная Ева;5А"
expect_in err "book.xlsx"
finish

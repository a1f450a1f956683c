#!/usr/bin/env bash
# A new text is open to the same people as the old one, whoever writes it: owner, group, permissions, access control lists
# and extended attributes survive every change. Where they cannot, the change is refused. What is new takes what its
# folder gives. Needs the superuser, who can be several people.
. "$(dirname "$0")/common.sh"
[ "$(id -u)" = 0 ] || { echo "skipped: only the superuser can be several people"; finish; }

group=65500
anna=65531
boris=65532
clara=65533
chmod 755 .
# as USER GROUPS COMMAND...: runs it as that user, whose first group has the same number.
as() {
  local user=$1 groups=$2
  shift 2
  setpriv --reuid="$user" --regid="$user" ${groups:+--groups="$groups"} $([ -n "$groups" ] || echo --clear-groups) -- "$@"
}
# make_program FOLDER OWNER GROUP: a program in which somebody has logged two activities of a finished year.
make_program() {
  rm -rf "$1" && mkdir "$1" && chown "$2:$3" "$1" && chmod 2770 "$1"
  (
    cd "$1"
    umask 007
    as "$2" "$3" "$MENTOR" init -q .
    as "$2" "$3" "$MENTOR" add-participant -q --id ivan --name "Громов Иван" --role mentor --category pupil --born 2009-04-12 --joined 2025-09-01
    as "$2" "$3" "$MENTOR" add-participant -q --id anna --name "Семёнова Анна" --role mentee --category pupil --born 2013-03-09 --joined 2025-09-01
    as "$2" "$3" "$MENTOR" pair -q --id first --form pupil-pupil --mentor ivan --mentee anna --from 2025-09-15
    as "$2" "$3" "$MENTOR" log-activity -q first --id one --type project --on 2025-10-01 --hours 1
    as "$2" "$3" "$MENTOR" log-activity -q first --id two --type project --on 2025-10-02 --hours 1
  ) >/dev/null
}
access() { stat -c '%u:%g %a' "$1"; }
expect_access() { [ "$(access "$1")" = "$2" ] || fail "$3: $1 has $(access "$1"), not $2"; }

# Two curators of one group edit each other's records, in a folder that gives its group to what is new.
make_program p $anna $group
for curator in $boris $anna $boris; do
  (umask 007 && expect_status 0 as $curator $group "$MENTOR" -C p edit -q anna unit=6"$((curator % 2))"А)
  expect_access p/participants/anna.yaml "$curator:$group 660" "two curators"
done
(umask 007 && expect_status 0 as $boris $group "$MENTOR" -C p undo -q)
(umask 007 && expect_status 0 as $anna $group "$MENTOR" -C p log)

# The superuser, whose new files nobody else may read, leaves the curator his records, and hands over what is new.
make_program p $anna $group
chmod 600 p/participants/anna.yaml
(umask 077 && expect_status 0 "$MENTOR" -C p edit -q anna unit=6Б)
expect_access p/participants/anna.yaml "$anna:$group 600" "edited by the superuser"
(umask 077 && expect_status 0 "$MENTOR" -C p add-participant -q --id vera --name "Лескова Вера" --role mentee --category pupil --born 2013)
expect_access p/participants/vera.yaml "$anna:$group 600" "made by the superuser"
expect_status 0 as $anna $group "$MENTOR" -C p check -q
expect_status 0 as $anna $group "$MENTOR" -C p undo -q
expect_status 0 as $anna $group "$MENTOR" -C p undo -q
rm -r p/.mentor
(umask 077 && expect_status 0 "$MENTOR" -C p edit -q anna unit=6В)
expect_status 0 as $anna $group "$MENTOR" -C p edit -q anna unit=6Г
expect_status 0 as $anna $group "$MENTOR" -C p undo -q
expect_status 0 as $anna $group "$MENTOR" -C p undo -q

# An access control list and an attribute stay, also when the record goes and comes back, and where a year is packed. The
# bits of the group are then the mask of the list: taken for permissions, they would open the record to the group.
make_program p $anna $group
for record in participants/anna activities/one activities/two; do
  setfacl -m "u:$boris:r,g::-,m::r" p/$record.yaml 2>acl.err || { echo "no access control lists here: $(cat acl.err)"; finish; }
done
setfattr -n user.checked -v yes p/participants/anna.yaml
lists() { getfacl -ncp "$1" | tr '\n' ' '; }
before=$(lists p/participants/anna.yaml)
older=$(echo p/.mentor/log/*)
expect_same_list() {
  [ "$(lists "$1")" = "$before" ] || fail "$2: $1 has $(lists "$1"), not $before"
}
expect_status 0 as $anna $group "$MENTOR" -C p edit -q anna unit=6Б
expect_same_list p/participants/anna.yaml "edited"
[ "$(getfattr --only-values -n user.checked p/participants/anna.yaml 2>/dev/null)" = yes ] || fail "edited: the attribute is gone"
expect_status 0 as $anna $group "$MENTOR" -C p remove -q two
expect_status 0 as $anna $group "$MENTOR" -C p undo -q
expect_same_list p/activities/two.yaml "removed and back"
expect_status 0 as $anna $group "$MENTOR" -C p close-year -q --force 2025-2026
expect_same_list p/activities/2025-2026.yaml "packed"
expect_status 0 as $anna $group "$MENTOR" -C p undo -q
expect_same_list p/activities/one.yaml "unpacked"
for entry in p/.mentor/log/*; do
  [[ " $older " == *" $entry "* ]] || ! as $clara $group cat "$entry" >/dev/null 2>&1 ||
    fail "the log shows to the group what the records do not: $entry"
done

# Files that are open to different people are not made one.
chmod 660 p/activities/one.yaml p/activities/two.yaml
setfacl -b p/activities/one.yaml
expect_status 5 as $anna $group "$MENTOR" -C p close-year --force 2025-2026
expect_in err "open to different people"
[ -e p/activities/one.yaml ] && [ ! -e p/activities/2025-2026.yaml ] || fail "refused, and yet packed"

# What would be open to others than before is refused, and nothing is left.
make_program p $anna $group
chmod 640 p/participants/anna.yaml
chmod g-s p/.mentor p/participants
chmod 777 p p/participants p/.mentor p/.mentor/log
cp p/participants/anna.yaml kept
expect_status 5 as $anna "" "$MENTOR" -C p edit anna unit=6Б
expect_in err "other people could read it"
cmp -s kept p/participants/anna.yaml || fail "refused, and yet edited"
expect_access p/participants/anna.yaml "$anna:$group 640" "refused"
[ -z "$(leftovers p)" ] || fail "refused, and left in .mentor: $(leftovers p)"

# The log shows no more of a new record than its folder lets people see.
make_program p $anna $group
setfacl -d -m "u::rw,g::-,o::-" p/participants
expect_status 0 as $anna $group "$MENTOR" -C p add-participant -q --id vera --name "Лескова Вера" --role mentee --category pupil --born 2013
for entry in $(grep -l "Лескова" p/.mentor/log/*); do
  ! as $clara $group cat "$entry" >/dev/null 2>&1 || fail "the log shows to the group a record that its folder hides: $entry"
done

# A new record takes the list that its folder gives; one that comes back, what it had.
make_program p $anna $group
setfacl -d -m "u:$boris:rw" p/participants
expect_status 0 as $anna $group "$MENTOR" -C p add-participant -q --id vera --name "Лескова Вера" --role mentee --category pupil --born 2013
[[ "$(lists p/participants/vera.yaml)" == *"user:$boris:rw"* ]] || fail "a new record has $(lists p/participants/vera.yaml)"
setfacl -b p/participants/vera.yaml
chmod 600 p/participants/vera.yaml
expect_status 0 as $anna $group "$MENTOR" -C p undo -q
expect_status 0 as $anna $group "$MENTOR" -C p redo -q
expect_access p/participants/vera.yaml "$anna:$group 600" "gone and back"
[[ "$(lists p/participants/vera.yaml)" != *"user:$boris"* ]] || fail "gone and back: it has the folder's list again"
finish

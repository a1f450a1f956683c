#!/usr/bin/env bash
# The JSON Schema accepts all that stands in the examples, and refuses what a schema can refuse.
. "$(dirname "$0")/common.sh"

expect_status 0 "$MENTOR" schema -o schemas
for name in participant pair activity program; do
  [ -s "schemas/$name.schema.json" ] || fail "no schema of $name"
  "$MENTOR" schema "$name" | cmp -s - "schemas/$name.schema.json" || fail "schema $name differs from its file"
done
expect_status 2 "$MENTOR" --lang en schema
expect_in err 'mentor schema -o'
expect_status 2 "$MENTOR" --lang en schema participants
expect_in err 'participant'

validate() { /usr/bin/python3 "$SOURCE/tests/system/validate.py" schemas "$1"; }
validate "$SOURCE/examples/gymnasium" >told || fail "the examples: $(head -n 5 told)"

# A record a case: the right one with a change.
mkdir -p right/participants wrong/participants
cases=0
record() {
  cases=$((cases + 1))
  printf '%s\n' 'id: anna' 'name: Анна' 'category: pupil' 'roles: [mentee]' 'born: 2014-03-09' |
    sed "$2" >"$1/participants/$cases.yaml"
}
record right ''
record right 's/^born:.*/born: 2014/'
record right 's/^born:.*/born:/'
record right '$a x-bus: 5'
record right '$a unit: 10'
record right '$a unit: {2026-09-14: 6Б, 2027-09-01: ""}'
record wrong '/^name:/d'
record wrong 's/^name:/nmae:/'
record wrong 's/^roles:.*/roles: mentee/'
record wrong 's/^roles:.*/roles: [tutor]/'
record wrong 's/^born:.*/born: 09.03.2014/'
record wrong 's/^id:.*/id: Anna/'
record wrong '$a fone: 5'
record wrong '$a unit: {when: 6Б}'
validate right >told || fail "refused: $(head -n 3 told)"
validate wrong >told || true
for file in wrong/participants/*; do
  grep -qF "$file:" told || fail "accepted: $(tr '\n' ';' <"$file")"
done
finish

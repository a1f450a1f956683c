#!/usr/bin/env bash
# The JSON Schema accepts all that stands in the examples, and refuses what a schema can refuse.
. "$(dirname "$0")/common.sh"

expect_status 0 "$MENTOR" schema -o schemas
for file in schemas/*; do
  name=$(basename "$file" .schema.json)
  "$MENTOR" schema "$name" | cmp -s - "$file" || fail "schema $name differs from its file"
done
expect_status 2 "$MENTOR" --lang en schema
expect_in err 'mentor schema -o'
expect_status 2 "$MENTOR" --lang en schema participants
expect_in err 'participant'

# As for reports: nothing among the records, nor where git or mentor keep theirs.
expect_status 0 "$MENTOR" init program
for folder in participants .mentor .git/x; do
  expect_status 2 "$MENTOR" schema -o "program/$folder"
  [ ! -e "program/$folder/pair.schema.json" ] || fail "a schema was written into $folder"
done

validate() { /usr/bin/python3 "$SOURCE/tests/system/validate.py" schemas "$1"; }
validate "$SOURCE/examples/gymnasium" >told || fail "the examples: $(head -n 5 told)"

# Of the broken examples, those that a schema or a reader of YAML can know as broken, and no others. YAML has tags,
# anchors and empty files; only mentor refuses them.
broken=$SOURCE/examples/broken
"$MENTOR" check -C "$broken" --lang en >findings || true
known='conflict-marker|duplicate-key|field-missing|field-value|newer-schema|not-canonical|unknown-key|yaml-syntax'
grep -vE "not in the program's model|tag|anchor|file is empty" findings | sed -nE "s/^([^:]*):.*\[($known)\]\$/\1/p" | sort -u >expected
{ validate "$broken" || true; } | sed -nE "s|^$broken/([^:]*):.*|\1|p" | sort -u >refused
[ -s expected ] || fail "none of the broken examples is broken"
cmp -s expected refused || fail "the broken examples, expected and refused: $(diff expected refused | tr '\n' ' ')"

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
record right '$a unit: {2026-09-14: 6Б, 2027-09-01: }'
record wrong '/^name:/d'
record wrong 's/^name:.*/name: ""/'
record wrong 's/^name:.*/name: "a\\nb"/'
record wrong '$a schema: 7'
record wrong 's/^name:/nmae:/'
record wrong 's/^roles:.*/roles: mentee/'
record wrong 's/^roles:.*/roles: [tutor]/'
record wrong 's/^born:.*/born: 09.03.2014/'
record wrong 's/^id:.*/id: Anna/'
record wrong '$a fone: 5'
record wrong '$a unit: {when: 6Б}'
validate right >told || fail "refused: $(head -n 3 told)"
# And of the other kinds.
mkdir wrong/pairs wrong/activities
pair=$(printf '%s\n' 'id: p' 'form: pupil-pupil' 'mentor: a' 'mentee: b' 'from: 2026-10-05')
sed '/^mentor/d' <<<"$pair" >wrong/pairs/1.yaml
sed 's/^from.*/from: 2026-13-05/' <<<"$pair" >wrong/pairs/2.yaml
activity=$(printf '%s\n' 'id: x' 'pairs: [p]' 'type: project' 'on: 2026-10-05')
for hours in '"0:99"' '"1:20:30"' 0 1001 2h; do
  printf '%s\nhours: %s\n' "$activity" "$hours" >"wrong/activities/${hours//[^0-9h]/}.yaml"
done
sed 's/^pairs.*/pairs: p/' <<<"$activity" >wrong/activities/pairs.yaml
validate wrong >told || true
for file in wrong/*/*; do
  grep -qF "$file:" told || fail "accepted: $(tr '\n' ';' <"$file")"
done
for change in 's/language: ru/language: de/' 's/mentee: 10-15/mentee: 12/' 's/school-year: 09-01/school-year: 13-01/' \
  's/schema: 1/schema: 7/' 's/^  forms:/  shapes:/'; do
  sed "$change" program/program.yaml >wrong/program.yaml
  cmp -s program/program.yaml wrong/program.yaml && fail "program.yaml has nothing for $change"
  validate wrong >told || true
  grep -qF "wrong/program.yaml:" told || fail "accepted in program.yaml: $change"
done
expect_status 0 "$MENTOR" init --profile r145 all
validate all >told || fail "the model r145: $(head -n 3 told)"
finish

#!/usr/bin/env bash
# The Debian package holds what is installed and nothing else; lintian finds nothing wrong with it. In a root that holds
# only what it depends on it installs, does the main job, and goes without a trace. It is made of the program under test.
. "$(dirname "$0")/common.sh"
: "${BUILD:?the build tree}"
export PATH="$PATH:/usr/sbin:/sbin"  # of dpkg and chroot

command -v dpkg-shlibdeps >/dev/null || { echo "SKIPPED: Debian packages can be made on Debian only"; finish; }
cpack --config "$BUILD/CPackConfig.cmake" -G DEB -B "$scratch/made" >log 2>&1 || fail "cpack: $(tail -n 5 log)"
package=$(find "$scratch/made" -maxdepth 1 -name 'mentor_*.deb')
[ -n "$package" ] || { fail "cpack made no package: $(ls made)"; finish; }
field() { dpkg-deb --field "$package" "$1"; }
[ "$(basename "$package")" = "mentor_$(field Version)_$(dpkg --print-architecture).deb" ] || fail "it is called $package"
dpkg-deb -x "$package" unpacked

if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on error,warning "$package" >lint 2>&1 || fail "lintian: $(cat lint)"
else
  echo "SKIPPED: lintian is not installed"
fi

# What is installed for those who run mentor is in the package, whoever installs it, and the core as a library is not.
cmake --install "$BUILD" --prefix "$scratch/prefix" --component runtime >/dev/null || fail "cmake --install"
while read -r file; do
  [ -e "unpacked/usr/$file" ] || [ -e "unpacked/usr/$file.gz" ] || fail "not in the package: $file"
done < <(cd prefix && find . -type f)
for folder in include lib; do
  [ ! -e "unpacked/usr/$folder" ] || fail "in the package: $(find "unpacked/usr/$folder" -type f | head -n 3)"
done
documents=unpacked/usr/share/doc/mentor
for example in "$SOURCE"/examples/*/; do
  [ -d "$documents/examples/$(basename "$example")" ] || fail "not in the package: the example $(basename "$example")"
done
"$MENTOR" check -C "$documents/examples/gymnasium" --today 2026-05-31 --quiet >out || fail "the packed example: $(head -c 300 out)"

# The newest entry of the changelog is about this version, and the licence of every library whose code may be in the
# program is told.
gunzip -c "$documents/changelog.gz" >changelog
[ "$(LC_ALL=C dpkg-parsechangelog -l changelog -S Version 2>err)" = "$(field Version)" ] && [ ! -s err ] ||
  fail "the changelog begins with: $(head -n 1 changelog) ($(cat err))"
for library in $(sed -n 's/^build="\(.*\)"/\1/p' "$SOURCE/.ci/packages.sh"); do
  case $library in *-dev) expect_in "$documents/copyright" "Files: $library/*" ;; esac
done

# Every page is there in both languages, compressed, and can be read.
pages=$(cd unpacked/usr/share/man && find . -type f -not -path './ru/*' | sort)
[ "$pages" = "$(cd unpacked/usr/share/man/ru && find . -type f | sort)" ] || fail "pages in one language only"
for page in $pages; do
  name=$(basename "$page" .gz)  # such as mentor.1
  for file in "unpacked/usr/share/man/$page" "unpacked/usr/share/man/ru/$page"; do
    for reader in "mandoc -T utf8" "man -l"; do
      command -v "${reader%% *}" >/dev/null || continue
      LC_ALL=C.UTF-8 $reader "$file" >text 2>err || fail "$reader $file: $(cat err)"
      grep -qi "^${name%.*}(${name##*.})" text || fail "$reader $file shows: $(head -n 3 text)"
    done
  done
done

# A root with the package's dependencies, taken from this system, and dpkg's notes of them; nothing else.
as_root=()
[ "$(id -u)" = 0 ] || as_root=(unshare -Ur)
if ! "${as_root[@]}" chroot / true 2>/dev/null; then
  echo "SKIPPED: installing: a root of one's own cannot be had here"
  finish
fi
root=$scratch/root
notes=$root/var/lib/dpkg

# names_of DEPENDENCIES: the names alone; of alternatives the first.
names_of() { tr ',' '\n' <<<"$1" | sed -e 's/[(|:].*//' -e 's/ //g' -e '/^$/d'; }

# take NAME: puts a package of this system into the root, after those that it depends on.
take() {
  local name
  [ ! -e "taken/$1" ] || return 0
  touch "taken/$1"
  for name in $(names_of "$(dpkg-query -W -f='${Pre-Depends},${Depends}' "$1")"); do take "$name"; done
  dpkg-query --status "$1" >>"$notes/status"
  echo >>"$notes/status"
  dpkg-query --listfiles "$1" >"$notes/info/$(dpkg-query -W -f='${binary:Package}' "$1").list"
  for name in $(dpkg-query --listfiles "$1"); do
    if [ ! -d "$name" ] && [[ "$name" != /usr/share/* ]]; then cp -d --parents "$name" "$root"; fi
  done
}

mkdir -p taken "$notes/info" "$notes/updates" "$notes/triggers" "$root"/usr/{bin,sbin,lib,lib64} "$root/home"
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
touch "$notes/status" "$notes/status-old" "$root/usr/bin/of-another-package"
echo 1 >"$notes/info/format"
for name in $(names_of "$(field Depends)"); do take "$name"; done

in_root() { "${as_root[@]}" env -i PATH="$PATH" HOME="/home/$locale" LC_ALL="$locale" "$@"; }
dpkg_in_root() {
  locale=C in_root dpkg --root="$root" --log="$scratch/dpkg.log" --path-include='/*' "$@" >out 2>&1 ||
    fail "dpkg $*: $(cat out)"
}
files() (cd "$root" && find . -path ./home -prune -o -printf '%y %p %l\n' | sort)
mentor() { in_root MENTOR_TODAY="$MENTOR_TODAY" MENTOR_DIR="$MENTOR_DIR" chroot "$root" /usr/bin/mentor "$@"; }

dpkg_in_root --configure --pending
files >before
dpkg_in_root --install "$package"
for locale in C ru_RU.UTF-8 en_US.UTF-8; do
  mkdir "$root/home/$locale"
  # The folder, the report and the commands are those of the example of a nightly service.
  service=$root/usr/share/doc/mentor/examples/systemd/mentor-nightly.service
  eval "$(sed -n "s,%h,/home/$locale,g; s/^Environment=/export /p" "$service")"
  mentor init "$MENTOR_DIR" --quiet || fail "init in the bare root"
  mentor add-participant --name "Громов Иван" --role наставник --category обучающийся --born 2010-02-17 >/dev/null &&
    mentor add-participant --name "Семёнова Анна" --role наставляемый --category обучающийся --born 2014-03-09 >/dev/null &&
    mentor pair --form "ученик – ученик" --mentor Громов --mentee Семёнова >/dev/null &&
    mentor log-activity Семёнова --type "проектная деятельность" --hours 1,5 >/dev/null || fail "the main job under $locale"
  while read -r command; do
    eval "$command" >out 2>&1 && [ ! -s out ] || fail "$command, under $locale: $(cat out)"
  done < <(sed -n 's/^ExecStart=//p' "$service")
  expect_in "$root$REPORT" "Участники по ролям"
  mentor report summary >"summary-$locale" || fail "a report under $locale"
  expect_status 3 mentor show никто
  mv err "refused-$locale"
done
cmp summary-C summary-ru_RU.UTF-8 || fail "the report depends on the locale"
cmp refused-C refused-ru_RU.UTF-8 || fail "without a locale messages are not in the program's language: $(cat refused-C)"
! cmp -s refused-C refused-en_US.UTF-8 || fail "messages do not follow the locale: $(cat refused-C)"

# It goes and leaves the records of the school alone.
dpkg_in_root --purge mentor
files >after
cmp -s before after || fail "the removed package leaves a trace: $(diff before after)"
[ -s "$root$MENTOR_DIR/program.yaml" ] || fail "the removed package took the school's records along"
finish

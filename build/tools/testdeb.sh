#!/usr/bin/env bash
# The Debian package: made twice with the same bytes, installed into a root of its own by
# dpkg, opened from there on a virtual screen until a code is read back from it, upgraded,
# removed without a trace. Usage: testdeb.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "test-deb: $*" >&2; exit 1; }

mkdir "$work/a" "$work/b" "$work/newer" "$work/root"
build/tools/package.sh "$work/a" >/dev/null
build/tools/package.sh "$work/b" >/dev/null
for file in "$work"/a/*; do
  cmp "$file" "$work/b/$(basename "$file")" || fail "two runs give another $(basename "$file")"
done
deb=$(echo "$work"/a/*.deb)
grep -q '"name": "github.com/wailsapp/wails/v2"' "$work/a/sbom.cdx.json" || fail "the list of parts does not name Wails"

# dpkg wants its own folder, and nothing else, in the root.
admin=$work/root/var/lib/dpkg
mkdir -p "$admin/info" "$admin/updates" "$admin/triggers"
: >"$admin/status"
: >"$admin/available"
in_root() { dpkg --root="$work/root" --force-not-root --force-script-chrootless --force-depends --log=/dev/null "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "dpkg $1"; }; }

in_root --install "$deb"
# The installed kiosk, launcher and window, by the name in /usr/bin: first screen, a
# service, its code read from a picture of the screen, closed as the system closes it.
go test -c -tags window -o "$work/window.test" ./backend/e2e/window
(cd backend/e2e/window && TUNGBUOC_PROGRAM="$work/root/usr/bin/tungbuoc" \
  "$work/window.test" -test.timeout 15m -test.run '^TestTouchesToTheRightPage$/^1366x768$' -test.v >"$work/log" 2>&1) ||
  { cat "$work/log" >&2; fail "the installed kiosk does not show a service's code"; }
grep -q '^ *--- PASS: TestTouchesToTheRightPage/1366x768' "$work/log" || fail "no test of the installed kiosk was run"
pgrep -f "^$work/root" >/dev/null && fail "the installed kiosk has left a process behind"
# A newer package over it; then back to this one, which dpkg does when told to; then the same again.
VERSION_SUFFIX=+1 build/tools/package.sh "$work/newer" >/dev/null
in_root --install "$(echo "$work"/newer/*.deb)"
grep -q "^Version: .*+1$" "$admin/status" || fail "the newer package is not the one that is installed"
for _ in back again; do
  in_root --install "$deb"
done
"$work/root/usr/bin/tungbuoc" version | grep -q 'Từng Bước' || fail "the installed program does not say its version"
for program in tungbuoc tungbuoc-kiosk; do
  cmp "build/bin/$program" "$work/root/usr/lib/tungbuoc/$program" || fail "another $program is installed"
done
for entry in usr/share/applications/tungbuoc.desktop usr/share/tungbuoc/autostart/tungbuoc.desktop; do
  grep -q '^Exec=tungbuoc$' "$work/root/$entry" || fail "$entry does not start the program"
done
# What docs/cai-dat.md tells an administrator for opening by itself works on these paths.
command=$(grep -o 'ln -s /usr/share/tungbuoc/autostart/tungbuoc.desktop /etc/xdg/autostart/' docs/cai-dat.md | head -1)
[ -n "$command" ] || fail "docs/cai-dat.md does not say how the program opens by itself"
[ -f "$work/root/$(echo "$command" | cut -d' ' -f3)" ] || fail "docs/cai-dat.md links what is not installed"
for need in libwebkit2gtk-4.1-0 libgtk-3-0; do
  dpkg-deb -f "$deb" Depends | grep -q "$need" || fail "no dependency on $need"
done
dpkg-deb -f "$deb" Recommends | grep -q espeak-ng || fail "espeak-ng is not recommended"
# Every library that the program is linked with comes from a package that it asks for.
readelf -d build/bin/tungbuoc-kiosk | grep -q 'libwebkit2gtk-4.1.so.0' || fail "the program needs another WebKitGTK than the package asks for"

in_root --purge tungbuoc
left=$(find "$work/root" -path "$admin" -prune -o \( -type f -o -type l \) -print)
[ -z "$left" ] || fail "left behind: $left"
echo "test-deb: same bytes twice; installed, a code read from its screen, upgraded, removed"

#!/usr/bin/env bash
# What is handed out for Linux, looked at: the same source gives the same bytes
# whatever folder it is built in; the package installs, runs and is removed.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "test-dist: $*" >&2; exit 1; }

# The program, again, in another folder. Its parts that nothing has changed come
# from Go's store; their bytes do not know the folder either.
mkdir "$work/other"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -C "$work/other" -xf -
cp -a .tools "$work/other/"
cp -a frontend/node_modules "$work/other/frontend/"
(cd "$work/other" && make --no-print-directory build >"$work/log" 2>&1) || { tail -20 "$work/log" >&2; fail "the second build failed"; }
for program in tungbuoc tungbuoc-kiosk; do
  cmp "build/bin/$program" "$work/other/build/bin/$program" || fail "two builds of one source differ: $program"
done
echo "test-dist: two builds, same bytes"

build/tools/testdeb.sh

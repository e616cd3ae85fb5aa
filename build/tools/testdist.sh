#!/usr/bin/env bash
# What make dist hands out, looked at: the same source gives the same bytes whatever
# folder it is built in; the Debian package and the Windows set-up install, run, are
# upgraded and removed. It takes some twenty minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "test-dist: $*" >&2; exit 1; }
unset TUNGBUOC_SIGN_CERT # a signature carries its time

build/tools/dist.sh >"$work/log" 2>&1 || { tail -20 "$work/log" >&2; fail "make dist failed"; }
(cd dist && sha256sum --quiet -c SHA256SUMS) || fail "the check sums are not those of the files"
for name in tungbuoc-linux-amd64.tar.gz 'tungbuoc_*_amd64.deb' tungbuoc-windows-amd64.exe tungbuoc-setup.exe sbom.cdx.json; do
  # shellcheck disable=SC2086 # a pattern
  (cd dist && grep -q "  $(echo $name)\$" SHA256SUMS) || fail "no check sum of $name"
done

# All of it, again, in another folder. Parts of the programs that nothing has changed
# come from Go's store; their bytes do not know the folder either.
mkdir "$work/other"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -C "$work/other" -xf -
cp -a .tools "$work/other/"
cp -a frontend/node_modules "$work/other/frontend/"
repository=$(git rev-parse --absolute-git-dir) # for the date of the commit
(cd "$work/other" && make --no-print-directory build && GIT_DIR=$repository build/tools/dist.sh) >"$work/log" 2>&1 ||
  { tail -20 "$work/log" >&2; fail "the second make dist failed"; }
for file in dist/*; do
  cmp "$file" "$work/other/$file" || fail "two builds of one source differ: $file"
done
rm -rf "$work/other"
echo "test-dist: two builds, same bytes: $(cd dist && echo *)"

build/tools/testdeb.sh

TUNGBUOC_SETUP=$PWD/dist/tungbuoc-setup.exe go test -count=1 -timeout 60m -tags wine,dist -run '^TestSetup' ./backend/e2e/windows
echo "test-dist: all passed"

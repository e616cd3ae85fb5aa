#!/usr/bin/env bash
# dist/: what is handed out, with its check sums.
set -euo pipefail
cd "$(dirname "$0")/../.."

rm -rf dist
mkdir -p dist
# The launcher and the whole program, which belong side by side; the same bytes for the same source.
tar -C build/bin --owner=0 --group=0 --mtime="@$(git log -1 --format=%ct)" --sort=name -c tungbuoc tungbuoc-kiosk | gzip -n >dist/tungbuoc-linux-amd64.tar.gz
build/tools/package.sh dist
build/tools/windows.sh
[ -z "${TUNGBUOC_SIGN_CERT:-}" ] || build/tools/sign-windows.sh build/bin/tungbuoc.exe
build/tools/setup.sh dist/tungbuoc-setup.exe
cp build/bin/tungbuoc.exe dist/tungbuoc-windows-amd64.exe
(cd dist && sha256sum -- * > ../build/SHA256SUMS && mv ../build/SHA256SUMS SHA256SUMS)
ls -l dist

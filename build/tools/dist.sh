#!/usr/bin/env bash
# dist/: what is handed out, with its check sums.
set -euo pipefail
cd "$(dirname "$0")/../.."

rm -rf dist
mkdir -p dist
cp build/bin/tungbuoc dist/tungbuoc-linux-amd64
build/tools/package.sh dist
build/tools/windows.sh
mv build/bin/tungbuoc.exe dist/tungbuoc-windows-amd64.exe
(cd dist && sha256sum -- * > ../build/SHA256SUMS && mv ../build/SHA256SUMS SHA256SUMS)
ls -l dist

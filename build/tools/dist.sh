#!/usr/bin/env bash
# dist/: what is handed out.
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p dist
cp build/bin/tungbuoc dist/tungbuoc-linux-amd64
build/tools/windows.sh
mv build/bin/tungbuoc.exe dist/tungbuoc-windows-amd64.exe
(cd dist && sha256sum tungbuoc-* > SHA256SUMS)
ls -l dist

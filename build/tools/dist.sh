#!/usr/bin/env bash
# dist/: what is handed out. The Windows program is built here on Linux: it
# needs no C compiler, because WebView2 and SQLite are reached without one.
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p dist
cp build/bin/tungbuoc dist/tungbuoc-linux-amd64
.tools/bin/wails build -m -nosyncgomod -trimpath -s -skipbindings -tags compiled -platform windows/amd64 \
  -ldflags "-X tungbuoc/backend/guide.Version=${VERSION:?}" -o tungbuoc.exe
mv build/bin/tungbuoc.exe dist/tungbuoc-windows-amd64.exe
(cd dist && sha256sum tungbuoc-* > SHA256SUMS)
ls -l dist

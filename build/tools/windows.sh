#!/usr/bin/env bash
# build/bin/tungbuoc.exe: the Windows program, built here on Linux. It needs no C
# compiler, because WebView2 and SQLite are reached without one.
set -euo pipefail
cd "$(dirname "$0")/../.."

go generate ./backend/content ./backend/search
[ -e frontend/dist/index.html ] || (cd frontend && npm run build)
GOFLAGS=-buildvcs=false .tools/bin/wails build -m -nosyncgomod -trimpath -s -skipbindings -tags compiled -platform windows/amd64 -o tungbuoc.exe

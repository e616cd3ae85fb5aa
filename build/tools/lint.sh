#!/usr/bin/env bash
# Formatting, vet, static analysis and generated files.
set -euo pipefail
cd "$(dirname "$0")/../.."

badly=$(gofmt -l main.go main_test.go backend build docs)
[ -z "$badly" ] || { echo "gofmt would change: $badly"; exit 1; }
go vet . ./backend/... ./build/... ./docs/...
go vet -tags window,wine,dist ./backend/e2e/...
.tools/bin/staticcheck . ./backend/... ./build/... ./docs/...
(cd backend/safefile/powercut && go vet . && ../../../.tools/bin/staticcheck .)
GOOS=windows CGO_ENABLED=0 go vet . ./backend/...

# The generated bindings must be those of the bound methods.
before=$(cat $(find frontend/wailsjs/go -type f | sort) | sha256sum)
.tools/bin/wails generate module -tags "$(sed -n 's/.*"build:tags": "\(.*\)".*/\1/p' wails.json)" >/dev/null
chmod 644 frontend/wailsjs/runtime/* # as building leaves them, and git keeps them
after=$(cat $(find frontend/wailsjs/go -type f | sort) | sha256sum)
[ "$before" = "$after" ] || { echo "frontend/wailsjs was out of date; run make bindings and commit the result."; exit 1; }
echo "lint: passed"

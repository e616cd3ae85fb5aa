#!/bin/sh
# The pictures of docs/huong-dan and docs/ngay-dau, in Chromium against the real backend, in an
# office that does not exist. Palettes, so that the manual stays light: it is in
# the program.
set -eu
cd "$(dirname "$0")/../.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
(cd frontend && PICTURES="$taken" npx playwright test -c pictures.config.ts manual first-day)
go run ./build/tools/small -bytes 70000 "$taken/manual" docs/huong-dan/hinh
mkdir -p docs/ngay-dau
go run ./build/tools/small -bytes 70000 "$taken/first-day" docs/ngay-dau

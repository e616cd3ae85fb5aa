#!/bin/sh
# The pictures of docs that no test of the real window takes: the components of
# docs/design-system.md, some screens and the manual, in Chromium against the real
# backend; and every paper layout. Palettes, so that they stay light.
set -eu
cd "$(dirname "$0")/../.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
(cd frontend && PICTURES="$taken" npx playwright test -c pictures.config.ts)
mkdir -p docs/design
rm -f docs/design/*.png
go run ./build/tools/small -width 700 -bytes 25000 "$taken/design" docs/design
go run ./build/tools/small "$taken/screens" docs/screens
rm -f docs/huong-dan/hinh/*.png
go run ./build/tools/small -bytes 70000 "$taken/manual" docs/huong-dan/hinh
mkdir -p docs/ngay-dau
go run ./build/tools/small -bytes 70000 "$taken/first-day" docs/ngay-dau
build/tools/papers.sh
build/tools/linked.sh

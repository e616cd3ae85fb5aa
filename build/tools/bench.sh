#!/usr/bin/env bash
# Measures the figures of docs/benchmarks.md, on a virtual screen.
set -euo pipefail
cd "$(dirname "$0")/../.."
build/tools/virtual.sh 1366x768 go run -tags compiled ./backend/e2e/bench "$@"
cat docs/benchmarks.md

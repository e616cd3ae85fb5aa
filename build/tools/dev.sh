#!/usr/bin/env bash
# Live reload in the browser: Vite serves the pages, the real Go backend
# answers them. Restart it after changing Go code.
set -euo pipefail
cd "$(dirname "$0")/../.."

(cd frontend && npm run dev -- --port 5173 --strictPort) &
vite=$!
trap 'kill $vite 2>/dev/null || true' EXIT
echo "Open http://127.0.0.1:34200 (the kiosk) or http://127.0.0.1:5173/examples.html (every component in every state)"
go run ./backend/e2e/server -addr 127.0.0.1:34200 -vite http://127.0.0.1:5173 -data build/bin/dev-data

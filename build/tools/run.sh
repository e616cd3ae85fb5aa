#!/usr/bin/env bash
# Opens the built kiosk. Without a display it opens it on a virtual one, takes
# a picture of the home screen and says where the picture is.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/bin/tungbuoc "$@"
fi

shot=$PWD/build/bin/kiosk.png
rm -f "$shot"
said=$(mktemp)
trap 'rm -f "$said"' EXIT
echo "There is no display: opening the kiosk on a virtual one (1366×768) for one picture."
# What toolkit and buses say of a screen that is none matters only if it fails.
build/tools/virtual.sh 1366x768 bash -c '
  set -euo pipefail
  data=$(mktemp -d)
  trap "rm -rf \"$data\"" EXIT
  build/bin/tungbuoc --data "$data" "${@:2}" >&2 &
  kiosk=$!
  for _ in $(seq 1 150); do
    grep -qs "home ready" "$data/tungbuoc.log" && break
    kill -0 "$kiosk" 2>/dev/null || { echo "The kiosk stopped; its log:"; cat "$data/tungbuoc.log"; exit 1; }
    sleep 0.2
  done
  grep -qs "home ready" "$data/tungbuoc.log" || { echo "The kiosk did not show its first screen; its log:"; cat "$data/tungbuoc.log"; exit 1; }
  sleep 1
  scrot --overwrite "$1"
  kill -TERM "$kiosk"
  wait "$kiosk"
' run "$shot" "$@" 2>"$said" || { cat "$said" >&2; exit 1; }
echo "Screenshot: $shot"

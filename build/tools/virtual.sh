#!/usr/bin/env bash
# Runs a command on a virtual screen with a window manager, a session bus and
# the accessibility bus. Usage: virtual.sh WIDTHxHEIGHT COMMAND...
# OPENBOX_CONFIG names another configuration of the window manager.
set -euo pipefail
size=$1
shift

number=$((90 + RANDOM % 800))
while [ -e "/tmp/.X$number-lock" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 "${size}x24" -nolisten tcp >/dev/null 2>&1 &
server=$!
manager=
cleanup() { kill $manager "$server" 2>/dev/null || true; wait 2>/dev/null || true; }
trap cleanup EXIT
for _ in $(seq 1 50); do [ -e "/tmp/.X11-unix/X$number" ] && break; sleep 0.1; done

export DISPLAY=":$number" LANG=C.UTF-8 GTK_A11Y=atspi NO_AT_BRIDGE=0
unset WAYLAND_DISPLAY
openbox ${OPENBOX_CONFIG:+--config-file "$OPENBOX_CONFIG"} >/dev/null 2>&1 &
manager=$!
dbus-run-session -- "$@"

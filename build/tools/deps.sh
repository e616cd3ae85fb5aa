#!/usr/bin/env bash
# Installs what is missing and says clearly what it cannot install.
# Usage: deps.sh build|test|bench|windows|dist...
set -euo pipefail
cd "$(dirname "$0")/../.."

WAILS_VERSION=v2.16.0
STATICCHECK_VERSION=v0.8.2
NFPM_VERSION=v2.48.0
CYCLONEDX_VERSION=v1.10.0
GO_NEEDED=1.26
NODE_NEEDED=20

say()  { printf '%s\n' "$*" >&2; }
fail() { say "make: $*"; exit 1; }

newer_or_same() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1)" = "$1" ]; }

command -v git >/dev/null || fail "git is missing. Install it: apt-get install git"
command -v go >/dev/null || fail "Go is missing. Install Go $GO_NEEDED or newer from your usual place, then run this again."
command -v node >/dev/null && command -v npm >/dev/null ||
  fail "Node.js with npm is missing. Install Node.js $NODE_NEEDED or newer, then run this again."
go_version=$(go env GOVERSION | sed 's/^go//')
newer_or_same "$GO_NEEDED" "$go_version" || fail "Go $go_version is too old: $GO_NEEDED or newer is needed."
node_version=$(node --version | sed 's/^v//')
newer_or_same "$NODE_NEEDED" "$node_version" || fail "Node.js $node_version is too old: $NODE_NEEDED or newer is needed."

packages=()
want() { # want PACKAGE...: note the Debian packages that are not installed
  local p
  for p in "$@"; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || packages+=("$p")
  done
}

for purpose in "$@"; do
  command -v dpkg-query >/dev/null || {
    say "make: this is not a Debian system, so packages are not checked."
    say "      Needed: GTK 3 and WebKitGTK 4.1 development files, espeak-ng, Xvfb, openbox, dbus, AT-SPI with pyatspi,"
    say "      xdotool, scrot, zbarimg, pdftoppm, Chromium, CUPS with its filters, opus-tools; Wine 8 and"
    say "      x86_64-w64-mingw32-gcc for the Windows program; makensis and osslsigncode for its set-up."
    break
  }
  case $purpose in
    build)
      want gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev
      # the kiosk runs without, but then nobody can listen
      want espeak-ng gstreamer1.0-plugins-good
      # a machine without a screen gets a virtual one
      [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || want xvfb openbox dbus-x11 at-spi2-core xdotool scrot fonts-dejavu-core
      ;;
    test)
      want xvfb openbox dbus-x11 at-spi2-core python3 python3-pyatspi gir1.2-atspi-2.0 xdotool scrot x11-utils x11-xserver-utils \
           curl zbar-tools poppler-utils printer-driver-cups-pdf chromium-headless-shell fonts-dejavu-core procps \
           cups cups-client cups-filters espeak-ng opus-tools pulseaudio pulseaudio-utils
      ;;
    bench) want chromium ;; # what the kiosk is compared with
    windows) # Wine for the Windows program, a compiler for what its tests need there
      want wine wine64 gcc-mingw-w64-x86-64-win32 zbar-tools poppler-utils cups cups-client cups-filters
      ;;
    dist) # the Windows set-up and its signature; readelf, to see what the program is linked with
      want nsis osslsigncode binutils openssl ca-certificates
      ;;
    *) fail "unknown purpose $purpose" ;;
  esac
done

if [ ${#packages[@]} -gt 0 ]; then
  say "make: installing ${packages[*]}"
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these Debian packages are missing; ask an administrator to run: apt-get install ${packages[*]}"
    as_root=(sudo)
  fi
  apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@" >&2; }
  apt update || say "make: the package lists could not be refreshed; trying with what is known."
  apt install -y --no-install-recommends "${packages[@]}" ||
    fail "Debian packages could not be installed: ${packages[*]}. Check the network, then run this again."
fi

tool() { # tool NAME VERSION MODULE: a Go program in .tools/bin, pinned
  [ -e ".tools/$1-$2" ] && [ -x ".tools/bin/$1" ] && return
  say "make: installing $1 $2"
  mkdir -p .tools/bin
  (cd / && GOBIN="$OLDPWD/.tools/bin" GOFLAGS=-mod=mod go install "$3@$2") ||
    fail "$1 $2 could not be installed. Check the network, then run this again."
  rm -f .tools/"$1"-v*
  touch ".tools/$1-$2"
}
tool wails "$WAILS_VERSION" github.com/wailsapp/wails/v2/cmd/wails
case " $* " in *" test "*) tool staticcheck "$STATICCHECK_VERSION" honnef.co/go/tools/cmd/staticcheck ;; esac
case " $* " in
  *" dist "*)
    tool nfpm "$NFPM_VERSION" github.com/goreleaser/nfpm/v2/cmd/nfpm
    tool cyclonedx-gomod "$CYCLONEDX_VERSION" github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod
    ;;
esac

if [ ! -e frontend/node_modules/.package-lock.json ] ||
   [ frontend/package-lock.json -nt frontend/node_modules/.package-lock.json ]; then
  say "make: installing the npm packages"
  (cd frontend && npm ci --no-audit --no-fund >&2) ||
    fail "the npm packages could not be installed. Check the network, then run this again."
fi

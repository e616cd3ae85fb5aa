#!/usr/bin/env bash
# OUT: the Windows set-up, of the program that build/tools/windows.sh has built. The
# same program gives the same bytes. Where a certificate is given
# (build/tools/sign-windows.sh) the set-up and what removes the program are signed.
# Usage: setup.sh OUT.exe
# Tests make others: SETUP_VERSION, SETUP_PROGRAM, and SETUP_FAST=1 without compression.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath "${1:?where to}")
program=$(realpath "${SETUP_PROGRAM:-build/bin/tungbuoc.exe}")
version=${SETUP_VERSION:-$(sed -n 's/^var Version = "\(.*\)"$/\1/p' backend/guide/version.go)}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "setup.sh: $version is no version such as 1.2.3" >&2; exit 1; }

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC
options=(-V2 -WX -INPUTCHARSET UTF8 "-DVERSION=$version" "-DPROGRAM=$program" "-DOUT=$out"
  "-DSIZE=$((($(stat -c %s "$program") + 1023) / 1024))") # what Windows shows, in kB
[ -z "${SETUP_FAST:-}" ] || options+=(-DFAST)
[ -z "${TUNGBUOC_SIGN_CERT:-}" ] || options+=("-DSIGN=$PWD/build/tools/sign-windows.sh")
(cd build/windows/setup && makensis "${options[@]}" setup.nsi)
[ -z "${TUNGBUOC_SIGN_CERT:-}" ] || build/tools/sign-windows.sh "$out"

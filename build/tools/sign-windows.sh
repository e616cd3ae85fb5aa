#!/usr/bin/env bash
# Signs Windows programs in place and looks that the signature holds.
# Usage: sign-windows.sh FILE.exe...
#   TUNGBUOC_SIGN_CERT  the certificate with its chain: PEM, or a .p12 or .pfx with the key in it
#   TUNGBUOC_SIGN_KEY   the key, PEM; not with .p12 and .pfx
#   TUNGBUOC_SIGN_PASS  a file with the key's password, where it has one
#   TUNGBUOC_SIGN_TIME  the address of a time-stamp server; without, the signature ends with the certificate
#   TUNGBUOC_SIGN_ROOT  the root to look against, PEM; without, that of the system
# A signature carries its time: signed files are not the same bytes twice.
set -euo pipefail
fail() { echo "sign-windows: $*" >&2; exit 1; }

cert=${TUNGBUOC_SIGN_CERT:?TUNGBUOC_SIGN_CERT names no certificate}
[ -r "$cert" ] || fail "cannot read the certificate $cert"
options=(-h sha256 -n 'Từng Bước')
case $cert in
  *.p12 | *.pfx) options+=(-pkcs12 "$cert") ;;
  *) options+=(-certs "$cert" -key "${TUNGBUOC_SIGN_KEY:?TUNGBUOC_SIGN_KEY names no key}") ;;
esac
[ -z "${TUNGBUOC_SIGN_PASS:-}" ] || options+=(-readpass "$TUNGBUOC_SIGN_PASS")
[ -z "${TUNGBUOC_SIGN_TIME:-}" ] || options+=(-ts "$TUNGBUOC_SIGN_TIME")
root=${TUNGBUOC_SIGN_ROOT:-/etc/ssl/certs/ca-certificates.crt}

for file in "$@"; do
  signed=$file.signed
  rm -f "$signed"
  trap 'rm -f "$signed"' EXIT
  said=$(osslsigncode sign "${options[@]}" -in "$file" -out "$signed" 2>&1) || fail "$file is not signed: $said"
  said=$(osslsigncode verify -CAfile "$root" -in "$signed" 2>&1) || fail "the signature of $file does not hold: $said"
  chmod --reference="$file" "$signed"
  mv "$signed" "$file"
done

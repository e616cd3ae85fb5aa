#!/usr/bin/env bash
# OUT/tungbuoc_VERSION_amd64.deb and OUT/sbom.cdx.json, of what make build has built.
# The same programs give the same bytes: all dates are that of the last commit.
# Usage: package.sh OUT; a test of upgrading adds VERSION_SUFFIX to the version.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:?where to}

VERSION=$(sed -n 's/^var Version = "\(.*\)"$/\1/p' backend/guide/version.go)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC
[ -n "$VERSION" ] || { echo "package.sh: no version in backend/guide/version.go" >&2; exit 1; }
export VERSION=$VERSION${VERSION_SUFFIX:-}

.tools/bin/nfpm package --packager deb --config build/linux/nfpm.yaml --target "$out/tungbuoc_${VERSION}_amd64.deb"
# What the program is made of, read from the program itself.
.tools/bin/cyclonedx-gomod bin -json -noserial -notimestamp -version "v$VERSION" -output "$out/sbom.cdx.json" build/bin/tungbuoc-kiosk

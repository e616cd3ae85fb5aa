#!/bin/sh
# Takes out the pictures of docs that no page links: tests of the window take
# more of them than are shown.
set -eu
cd "$(dirname "$0")/../.."
for picture in docs/*/*.png; do
	grep -qF "${picture#docs/}" README.md docs/*.md || rm "$picture"
done

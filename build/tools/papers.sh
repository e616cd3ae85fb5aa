#!/bin/sh
# The pictures of docs/paper.md: every layout as it comes out of the printer.
set -eu
cd "$(dirname "$0")/../.."
out=docs/paper
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
cat >"$data/office.yaml" <<'OFFICE'
name: Trung tâm phục vụ hành chính công xã Mẫu
hours: ["Thứ hai đến thứ sáu, 7 giờ 30 đến 17 giờ"]
phone: "0200 000 0000"
wifi: {name: Mot cua, password: xinchao1}
team: {name: Tổ công nghệ số thôn Mẫu, phone: "0900000000"}
OFFICE
mkdir -p "$data/pictures"
paper() { # name dpi pages handout-arguments
	name=$1 dpi=$2 pages=$3
	shift 3
	build/bin/tungbuoc handout --data "$data" "$@" --out "$data/$name.pdf" >/dev/null
	pdftoppm -png -r "$dpi" -l "$pages" "$data/$name.pdf" "$data/pictures/$name"
}
everyday="1.001193 1.004222 1.004194 1.004873 2.000635 1.000894 1.000656 vneid"
paper slip80 90 1 khai-sinh --layout slip80
paper a6 110 1 khai-sinh --layout a6
paper a5 80 1 khai-sinh --layout a5
paper a5-large 80 1 khai-sinh --layout a5 --large
paper a4 60 1 khai-sinh --layout a4
paper a4x2 60 1 khai-sinh tam-tru --layout a4x2
paper a4x4 60 1 khai-sinh tam-tru thuong-tru vneid --layout a4x4
# shellcheck disable=SC2086
paper a4x8 60 1 $everyday --layout a4x8
pdftoppm -png -gray -r 60 -l 1 "$data/a4x8.pdf" "$data/pictures/a4x8-grey"
paper emergency 80 1 bi-lua-phai-lam-gi --layout a5
paper emergency-poster 40 1 bi-lua-phai-lam-gi --layout poster
paper poster 45 1 khai-sinh --layout poster
paper leaflet 70 99 khai-sinh --layout leaflet
paper hamlet 45 4 khai-sinh tam-tru vneid --hamlet "Nà Khà" --households 30
mkdir -p "$out"
rm -f "$out"/*.png
go run ./build/tools/small "$data/pictures" "$out"

#!/bin/sh
# The printer of the test: kiosk:DIR. It has paper while DIR/paper exists, says so
# the way the backends of CUPS do, and puts what would be printed into DIR.
if [ $# -eq 0 ]; then
	echo 'direct kiosk "Test printer" "Test printer"'
	exit 0
fi
dir=${DEVICE_URI#kiosk:}
while [ ! -e "$dir/paper" ]; do
	echo "STATE: +media-empty-error" >&2
	sleep 0.1
done
echo "STATE: -media-empty-error" >&2
printf '%s\n' "$3" "$4" "$5" >"$dir/job-$1.txt"
cat "${6:--}" >"$dir/job-$1.part"
mv "$dir/job-$1.part" "$dir/job-$1.pdf"

package guide

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
)

// Version is the program's version, as min_version of a pack means it. It is
// written here only; a test compares wails.json, which names it to Windows.
var Version = "0.1.0"

var versionShape = regexp.MustCompile(`^\d{1,6}(\.\d{1,6}){0,3}$`)

// CompareVersions compares two versions number by number, so that 0.10 comes
// after 0.9: -1, 0 or 1. A v before them, and what follows the numbers (-rc1),
// does not count. ok is false when one of them does not begin with a number.
func CompareVersions(a, b string) (order int, ok bool) {
	left, leftOK := versionNumbers(a)
	right, rightOK := versionNumbers(b)
	if !leftOK || !rightOK {
		return 0, false
	}
	for i := range left {
		if order := cmp.Compare(left[i], right[i]); order != 0 {
			return order, true
		}
	}
	return 0, true
}

// versionNumbers are the numbers of a version; what it does not say is 0.
func versionNumbers(version string) (numbers [4]int, ok bool) {
	version = strings.TrimPrefix(version, "v")
	if end := strings.IndexFunc(version, func(c rune) bool { return c != '.' && (c < '0' || c > '9') }); end >= 0 {
		version = version[:end]
	}
	version = strings.TrimSuffix(version, ".")
	if !versionShape.MatchString(version) {
		return numbers, false
	}
	for i, number := range strings.Split(version, ".") {
		numbers[i], _ = strconv.Atoi(number) // digits, by the shape
	}
	return numbers, true
}

// Newer says why this program cannot read the pack: it needs a newer one. nil:
// it can. A program without a number, as in tests, reads every pack.
//
// Error: CodeContent.
func (in PackInfo) Newer() error {
	if order, ok := CompareVersions(in.MinVersion, Version); ok && order > 0 {
		return Errorf(CodeContent, "Nội dung này cần Từng Bước bản %s trở lên, máy đang dùng bản %s. Mời cán bộ cài bản mới của chương trình.",
			clip(in.MinVersion, 30), Version)
	}
	return nil
}

package content

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// IDsFile is the file of a pack with the ids that its last edition had. Only the
// check reads it, and wants it: the kiosk takes a pack without it.
const IDsFile = "ids.yaml"

// idsPart reads the list of ids of the last edition; an empty one where there is
// no such file.
func idsPart(fsys fs.FS) (*part, *guide.IDs) {
	list := &guide.IDs{}
	p := &part{name: IDsFile, into: list, kind: "ids", optional: true}
	readAll(fsys, []*part{p})
	return p, list
}

// checkIDs reports ids that were lost since the last edition, and a list that has
// none to lose. Where a file could not be read nobody knows what is lost.
func checkIDs(fsys fs.FS, pack *guide.Pack, parts []*part, report *Report) {
	p, before := idsPart(fsys)
	report.Errors = append(report.Errors, p.r.problems...)
	if len(p.r.problems) > 0 || slices.ContainsFunc(parts, func(p *part) bool { return p.r.unread }) {
		return
	}
	missing := p.data == nil
	problems := pack.Unlisted(*before)
	if !missing {
		problems = append(problems, pack.Lost(*before)...)
	}
	from := len(report.Errors)
	locate([]*part{p}, problems, report)
	for i := from; missing && i < len(report.Errors); i++ {
		report.Errors[i].Line, report.Errors[i].Column = 0, 0 // what is not there has no lines
	}
}

// IDs compares a pack with the ids of its last edition: the list as it is to be
// written for this one, how many ids are new, and what was lost or is wrong with
// the list. lib is the library of the pack.
func IDs(fsys fs.FS, lib *Library) (now guide.IDs, added int, lost []Problem) {
	p, before := idsPart(fsys)
	report := &Report{Errors: p.r.problems}
	if p.data != nil && len(p.r.problems) == 0 {
		locate([]*part{p}, lib.Pack.Lost(*before), report)
	}
	now = lib.Pack.IDsNow(*before)
	known := map[string]bool{}
	for _, id := range before.IDs {
		known[id] = true
	}
	for _, id := range now.IDs {
		if !known[id] {
			added++
		}
	}
	return now, added, report.Errors
}

// WriteIDs is the text of the file with a list of ids.
func WriteIDs(list guide.IDs) []byte {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=../schema/ids.json\n" +
		"# Id của mọi bước, mọi dòng ở lần phát hành này; bản thu âm dựa vào đó. Máy ghi: tungbuoc content ids --write.\n" +
		"# Bỏ hẳn một id thì chép nó vào gone; đổi id thì ghi id cũ vào was ở chỗ của nó.\n")
	fmt.Fprintf(&b, "edition: %d\n", list.Edition)
	for _, l := range []struct {
		name string
		ids  []string
	}{{"ids", list.IDs}, {"gone", list.Gone}} {
		if len(l.ids) == 0 {
			if l.name == "ids" {
				b.WriteString("ids: []\n")
			}
			continue
		}
		b.WriteString(l.name + ":\n")
		for _, id := range l.ids {
			if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789._/- ") != "" { // written by hand, and wrong
				id = strconv.Quote(id)
			}
			b.WriteString("  - " + id + "\n")
		}
	}
	return []byte(b.String())
}

package content

import (
	"io/fs"
	"time"

	"tungbuoc/backend/guide"
)

// Check reads a pack as [Load] does and proofreads it too: the writing, the
// translations, the ids of the last edition, the dates as of today, and how hard each lesson is to read.
// The library is nil when the pack cannot be shown at all; an error in the
// report alone means that it must not be published.
func Check(fsys fs.FS, today time.Time) (*Library, *Report) {
	pack, parts, report := load(fsys)
	report.Reading = []guide.Reading{}
	lib := report.library(pack, fsys)
	if parts != nil && complete(parts) {
		locate(parts, pack.Proofread(today), report)
		report.Reading = pack.Readings()
		CheckTranslations(fsys, pack, report)
		checkIDs(fsys, pack, parts, report)
	}
	report.sort()
	return lib, report
}

// complete says whether every list of the pack could be read: without one of
// them every service would seem wrong.
func complete(parts []*part) bool {
	for _, p := range parts {
		if p.list && p.r.unread {
			return false
		}
	}
	return true
}

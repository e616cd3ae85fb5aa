package certificate

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/trust"
)

// checkWait bounds looking through a database.
const checkWait = 2 * time.Minute

// databases looks through what the office has written.
func databases(ctx context.Context, dir string) Line {
	const name, what, wanted = "databases", "Tệp dữ liệu của xã", "lành lặn"
	if _, err := os.Stat(filepath.Join(dir, sqlite.FileName)); os.IsNotExist(err) {
		return unmeasured(name, what, wanted, "kiosk chưa mở lần nào nên chưa có tệp")
	}
	ctx, cancel := context.WithTimeout(ctx, checkWait)
	defer cancel()
	if err := sqlite.CheckFile(ctx, dir); err != nil {
		return line(name, what, "hỏng hoặc không đọc được", wanted, false)
	}
	return line(name, what, "lành lặn", wanted, true)
}

// keyLetters is how much of a key's number is shown: enough to tell holders apart.
const keyLetters = 8

// root says whose signatures this machine takes.
func root(dir string) Line {
	const name, what, wanted = "root", "Khóa gốc để nhận bản cập nhật", "đủ hai người ký"
	s, err := (trust.Trust{Root: trust.Shipped(), Memory: dir}).InForce()
	if trust.KindOf(err) == trust.NoRoot {
		return unmeasured(name, what, wanted, "chương trình chưa có khóa gốc của tỉnh, máy không nhận bản cập nhật nào")
	}
	if err != nil {
		return line(name, what, guide.Message(err), wanted, false)
	}
	return rootLine(name, what, wanted, s)
}

func rootLine(name, what, wanted string, s trust.RootState) Line {
	var keys []string
	for _, k := range s.Keys {
		keys = append(keys, k[:min(keyLetters, len(k))])
	}
	return line(name, what, fmt.Sprintf("đời %d, cần %d trong %d khóa: %s", s.Version, s.Needs, len(keys), strings.Join(keys, ", ")), wanted,
		s.Needs >= 2 && s.Has >= s.Needs)
}

// printing looks for printers; a kiosk works without.
func printing(ctx context.Context, s *printer.System) Line {
	const name, what, wanted = "printer", "Máy in", "sẵn sàng"
	ctx, cancel := context.WithTimeout(ctx, 2*printer.Wait)
	defer cancel()
	way := s.Way(ctx)
	if !way.Direct() {
		why := "máy này in qua chương trình xem PDF"
		if way.Kind == printer.BySaving {
			why = "máy chưa in thẳng được"
		}
		return unmeasured(name, what, wanted, why)
	}
	found, err := s.List(ctx)
	if err != nil {
		return unmeasured(name, what, wanted, guide.Message(err))
	}
	return printerLine(name, what, wanted, found)
}

func printerLine(name, what, wanted string, found []printer.Printer) Line {
	ready := 0
	for _, p := range found {
		if p.Ready() {
			ready++
		}
	}
	return line(name, what, fmt.Sprintf("%d máy in, %d sẵn sàng", len(found), ready), wanted, ready > 0)
}

// leastRoom is how much of the disk must be free: a year of an office, an update of the
// program and its older version beside it, and backups.
const leastRoom = 1 << 30

// room looks how much may still be written where the data is.
func room(dir string) Line {
	free, err := places.Free(nearest(dir))
	return roomLine(free, err)
}

func roomLine(free int64, err error) Line {
	const name, what, wanted = "room", "Chỗ trống của ổ đĩa", "từ 1 GB"
	if err != nil {
		return unmeasured(name, what, wanted, "máy không cho biết")
	}
	return line(name, what, decimal(float64(free)/(1<<30))+" GB", wanted, free >= leastRoom)
}

// nearest is the folder, or what is there of the way to it.
func nearest(dir string) string {
	for {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return dir
		}
		dir = up
	}
}

// decimal writes a number with one decimal at most, as one does here.
func decimal(v float64) string {
	return strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0"), ".", ",", 1)
}

// Package certificate measures, on the very PC where the kiosk stands, what an office
// signs for when it takes the kiosk over, and puts it on one page for the tender file.
//
// Nothing is made up: what cannot be measured here says so and why, and what only a
// person can see has an empty box. Who runs it again on the same machine gets the same
// lines. No name of an account, of a person or of a folder is on the page.
package certificate

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
)

// Result is what became of one line.
type Result string

// The results.
const (
	Passed     Result = "pass"
	Failed     Result = "fail"
	Unmeasured Result = "unmeasured" // the value says why
	ByEye      Result = "by_eye"     // a person looks and ticks a box
)

// Line is one thing that was measured.
type Line struct {
	Name   string `json:"name"`
	What   string `json:"what"`
	Value  string `json:"value"`
	Wanted string `json:"wanted"`
	Result Result `json:"result"`
}

// Part is lines that belong together.
type Part struct {
	Title string `json:"title"`
	Lines []Line `json:"lines"`
}

// Machine is the PC, as far as it matters: nothing in it tells one of two alike.
type Machine struct {
	System string `json:"system"`
	CPU    string `json:"cpu"`
	Cores  int    `json:"cores"`
	RAM    int64  `json:"ram_mb"` // 0: not known
	Screen string `json:"screen"` // "": there is none
}

// Certificate is all of the page.
type Certificate struct {
	OK      bool    `json:"ok"` // nothing failed
	Office  string  `json:"office"`
	Version string  `json:"version"`
	Edition int     `json:"edition"`
	Dated   string  `json:"content_date"`
	Made    string  `json:"made"`
	Machine Machine `json:"machine"`
	Parts   []Part  `json:"parts"`
	Sum     string  `json:"sum"` // SHA-256 of what the page says, see text
}

// Options say what is to be measured.
type Options struct {
	Office  string // how the office is called, "": nobody has said
	Version string
	Library *content.Library
	DataDir string
	Now     time.Time
	// Program is the file that opens the kiosk's window; "": none is opened.
	Program string
	// NoWindow is why no window is opened, "" when one is.
	NoWindow string
	// Visit pretends a visit that uses a word everywhere, on a data folder. nil: it cannot
	// be pretended here.
	Visit    func(dir, word string) error
	Printers *printer.System
	// Doing is told what is measured next, for who waits; nil: nobody does.
	Doing func(what string)
}

// Make measures everything, which takes about a minute. Only ctx ends it early.
// Errors: that of ctx; CodeStorage, CodeDiskFull where no folder for the measuring can be made.
func Make(ctx context.Context, o Options) (Certificate, error) {
	dir, err := os.MkdirTemp("", "tungbuoc-certificate-*")
	if err != nil {
		return Certificate{}, guide.Wrap(err, guide.CodeStorage, "Không tạo được thư mục tạm để đo. Mời xem chỗ trống của ổ đĩa rồi thử lại.")
	}
	defer func() { removeAll(dir) }()
	say := func(what string) {
		if o.Doing != nil {
			o.Doing(what)
		}
	}
	c := Certificate{
		Office: o.Office, Version: o.Version, Edition: o.Library.Pack.Info.Edition, Dated: guide.Day(o.Library.Pack.Info.Date),
		Made: o.Now.Format("15:04 ngày 02/01/2006"), Machine: machine(),
	}
	if o.NoWindow == "" {
		say("Đang mở cửa sổ thử, mời không chạm vào máy.")
	}
	w := o.window(ctx, filepath.Join(dir, "window"))
	c.Parts = []Part{
		{"Mở máy và bộ nhớ", []Line{w.starts(), w.memory()}},
		{"Lối thoát khỏi kiosk", append([]Line{w.closing(), w.keys()}, policies()...)},
	}
	for _, part := range []struct {
		title, doing string
		lines        func() []Line
	}{
		{"Mã QR", "Đang đọc thử mọi mã QR.", func() []Line { return codes(ctx, o.Library.Pack) }},
		{"Không giữ lại gì của bà con", "Đang thử một phiên của bà con.", func() []Line { return []Line{o.canary(filepath.Join(dir, "visit"))} }},
		{"Tìm kiếm", "Đang chấm bộ câu hỏi.", func() []Line { return searches(ctx, o.Library) }},
		{"Dữ liệu, cập nhật, máy in", "Đang xem dữ liệu và máy in.", func() []Line {
			return []Line{databases(ctx, o.DataDir), root(o.DataDir), printing(ctx, o.Printers), room(o.DataDir)}
		}},
	} {
		if ctx.Err() != nil {
			break
		}
		say(part.doing)
		c.Parts = append(c.Parts, Part{part.title, part.lines()})
	}
	c.finish()
	return c, ctx.Err()
}

// finish says whether all is well, and sums the page up.
func (c *Certificate) finish() {
	c.OK = c.count(Failed) == 0
	sum := sha256.Sum256([]byte(c.text()))
	c.Sum = hex.EncodeToString(sum[:])
}

// text is what the sum is of: everything the page says, a line each.
func (c *Certificate) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n%d\n%s\n%s\n%s\n%s\n%d\n%d\n%s\n", c.Office, c.Version, c.Edition, c.Dated, c.Made,
		c.Machine.System, c.Machine.CPU, c.Machine.Cores, c.Machine.RAM, c.Machine.Screen)
	for _, p := range c.Parts {
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", l.Name, l.Value, l.Wanted, l.Result)
		}
	}
	return b.String()
}

// count is how many lines have a result.
func (c *Certificate) count(r Result) int {
	n := 0
	for _, p := range c.Parts {
		for _, l := range p.Lines {
			if l.Result == r {
				n++
			}
		}
	}
	return n
}

// Verdict is the page in one sentence.
func (c *Certificate) Verdict() string {
	if n := c.count(Failed); n > 0 {
		return fmt.Sprintf("KHÔNG ĐẠT: %d mục chưa đạt.", n)
	}
	var left []string
	if n := c.count(Unmeasured); n > 0 {
		left = append(left, fmt.Sprintf("%d mục chưa đo", n))
	}
	if n := c.count(ByEye); n > 0 {
		left = append(left, fmt.Sprintf("%d mục cần người xem", n))
	}
	if len(left) > 0 {
		return fmt.Sprintf("ĐẠT mọi mục đã đo; còn %s.", strings.Join(left, ", "))
	}
	return "ĐẠT mọi mục."
}

// Write prints the certificate for people.
func (c *Certificate) Write(w io.Writer) {
	marks := map[Result]string{Passed: "ĐẠT      ", Failed: "CHƯA ĐẠT ", Unmeasured: "CHƯA ĐO  ", ByEye: "XEM      "}
	for _, p := range c.Parts {
		for _, l := range p.Lines {
			fmt.Fprintf(w, "%s %s: %s", marks[l.Result], l.What, l.Value)
			if l.Result != Unmeasured && l.Wanted != "" {
				fmt.Fprintf(w, " (cần: %s)", l.Wanted)
			}
			fmt.Fprintln(w)
		}
	}
	fmt.Fprintln(w, c.Verdict())
}

// line makes a line from what was found.
func line(name, what, value, wanted string, ok bool) Line {
	l := Line{Name: name, What: what, Value: value, Wanted: wanted, Result: Failed}
	if ok {
		l.Result = Passed
	}
	return l
}

// unmeasured makes a line of what could not be measured, and why.
func unmeasured(name, what, wanted, why string) Line {
	return Line{Name: name, What: what, Value: "chưa đo: " + cmp.Or(strings.TrimSuffix(why, "."), "chưa rõ vì sao"), Wanted: wanted, Result: Unmeasured}
}

// byEye makes a line for a person to look at.
func byEye(name, what, wanted string) Line {
	return Line{Name: name, What: what, Value: "xem bằng mắt", Wanted: wanted, Result: ByEye}
}

// removeAll takes the folder of the measuring away; a window that has just ended may
// still be letting go of its files.
func removeAll(dir string) {
	for until := time.Now().Add(5 * time.Second); os.RemoveAll(dir) != nil && time.Now().Before(until); {
		time.Sleep(100 * time.Millisecond)
	}
}

package handout_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

// longest pads a name to so many letters with words, as people name teams.
func longest(name string, letters int) string {
	for _, word := range strings.Fields(strings.Repeat("tổ tự quản cộng đồng xóm Nà Khoang ", 20)) {
		if len([]rune(name+" "+word)) > letters {
			break
		}
		name += " " + word
	}
	return name
}

const (
	teamNumber   = "0207 111 1111"
	officeNumber = "0207 222 2222"
)

// teams are what stands at the foot, short and as long as it may be.
func teams(t *testing.T) map[string]handout.Options {
	t.Helper()
	o := guide.Office{Name: longest("Trung tâm phục vụ hành chính công xã Lâm Bình, tỉnh Tuyên Quang", 80), Phone: officeNumber, Hours: office.Hours}
	named := o
	named.Team = &guide.Contact{Name: longest("Tổ công nghệ số thôn", 40), Phone: teamNumber}
	longOffice := named
	longOffice.Name = longest(o.Name, 120)
	return map[string]handout.Options{
		"short":         {Office: o, Team: "Tổ số: " + teamNumber},
		"of the office": {Office: named},
		"120 letters":   {Office: o, Team: longest("Tổ công nghệ số", 120-len(" điện thoại ")-len(teamNumber)+4) + " điện thoại " + teamNumber},
		"145 letters":   {Office: o, Team: longest("Tổ công nghệ số thôn 135", 118) + ", điện thoại " + teamNumber},
		"long office":   {Office: longOffice},
		"in the middle": {Office: o, Team: "Gọi " + teamNumber + longest(" gặp tổ công nghệ số", 100)},
	}
}

// texts are the lines of a page.
func texts(p *handout.Page) (lines []string) {
	for _, s := range p.Shapes {
		if text, ok := s.(picture.Text); ok {
			lines = append(lines, text.Words)
		}
	}
	return lines
}

func hasLine(lines []string, part string) bool {
	for _, line := range lines {
		if strings.Contains(line, part) {
			return true
		}
	}
	return false
}

// Whom to call is on every paper, the number whole and in one line, however
// long the names are.
func TestFootKeepsNumbersWhole(t *testing.T) {
	p := mustPack(t)
	for name, o := range teams(t) {
		for _, key := range []string{"khai-sinh", "vneid", "giam-hoc-phi-nghe-dai-hoc"} {
			for _, l := range handout.Layouts {
				s, err := p.Service(key)
				if err != nil {
					t.Fatal(err)
				}
				o.Layout, o.Now = l, now
				c, err := handout.Make(p, s, o)
				if err != nil {
					t.Fatal(err)
				}
				for _, large := range []bool{false, true} {
					var lines []string
					for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1, Large: large}) {
						checkPage(t, fmt.Sprintf("%s %s %s large=%v", name, key, l, large), page)
						lines = append(lines, texts(page)...)
					}
					for _, number := range []string{teamNumber, officeNumber} {
						if !hasLine(lines, number) {
							t.Errorf("%s, %s on %s, large=%v: %s is not in one line of %q", name, key, l, large, number, lines)
						}
					}
				}
			}
		}
	}
}

// The same on the pages before a hamlet's cards; nothing is written on the foot.
func TestHamletFootKeepsNumbersWhole(t *testing.T) {
	p := mustPack(t)
	for name, o := range teams(t) {
		for _, services := range []int{1, 24} {
			j := handout.Job{Layout: handout.HamletLayout, Hamlet: longest("Nà Khoang", 60), Copies: 500, Start: 1}
			o.Layout, o.Now = handout.HamletLayout, now
			for i := range p.Services {
				if s := &p.Services[i]; len(j.Contents) < services && len(s.HandoffLinks()) > 0 {
					c, err := handout.Make(p, s, o)
					if err != nil {
						t.Fatal(err)
					}
					j.Contents = append(j.Contents, c)
				}
			}
			pages := mustLay(t, j)
			for n := 1; n <= 3; n++ {
				page, err := pages.Page(n)
				if err != nil {
					t.Fatal(err)
				}
				where := fmt.Sprintf("%s, %d services, page %d", name, services, n)
				checkPage(t, where, page)
				if lines := texts(page); !hasLine(lines, teamNumber) || !hasLine(lines, officeNumber) {
					t.Errorf("%s: a number is not in one line of %q", where, lines)
				}
			}
		}
	}
}

// What a file's own text says is what was typed: no odd spaces.
func TestNumbersCanBeCopied(t *testing.T) {
	p := mustPack(t)
	file := filepath.Join(t.TempDir(), "x.pdf")
	s, _ := p.Service("khai-sinh")
	c, err := handout.Make(p, s, handout.Options{Layout: handout.A5, Now: now, Team: longest("Tổ", 120) + " " + teamNumber})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, mustPDF(t, handout.Job{Layout: handout.A5, Contents: []handout.Content{c}, Copies: 1, Start: 1}), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command("pdftotext", "-layout", file, "-").Output(); err != nil || !strings.Contains(string(text), teamNumber) {
		t.Errorf("%s %v", text, err)
	}
}

// A code that cannot be made never stops the paper: it comes without the code
// and says so.
func TestPaperWithoutACode(t *testing.T) {
	handout.NoCodes(t)
	p := mustPack(t)
	for _, l := range handout.Layouts {
		s, _ := p.Service("khai-sinh")
		c, err := handout.Make(p, s, handout.Options{Layout: l, Office: connected, Now: now})
		if err != nil {
			t.Fatalf("%s: %v", l, err)
		}
		hasRoom := l.WiFiMM() > 0
		if (len(c.Warnings) == 1 && strings.Contains(c.Warnings[0], connected.WiFi.Name)) != hasRoom || len(c.Warnings) > 1 {
			t.Errorf("%s warns %q", l, c.Warnings)
		}
		for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1}) {
			checkPage(t, string(l), page)
			if hasLine(texts(page), connected.WiFi.Name) {
				t.Errorf("%s names a network without its code", l)
			}
		}
		if l.Folded() {
			continue
		}
		for value, form := range map[string]func() (handout.Content, error){
			"0912 000 000":      func() (handout.Content, error) { return handout.ForPhone(*connected.Team, connected, now) },
			"0912 000 000 ":     func() (handout.Content, error) { return handout.ForContact(*connected.Team, connected, now) },
			connected.WiFi.Name: func() (handout.Content, error) { return handout.ForWiFi(connected, now) },
		} {
			c, err := form()
			if err != nil || len(c.Warnings) != 1 {
				t.Fatalf("%s: warns %q, %v", value, c.Warnings, err)
			}
			for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1}) {
				checkPage(t, value, page)
				lines := texts(page)
				if len(page.Codes) != 0 || !hasLine(lines, strings.TrimSpace(value)) || hasLine(lines, "Mã này") || hasLine(lines, "quét mã") {
					t.Errorf("%s on %s: %d codes, %q", value, l, len(page.Codes), lines)
				}
			}
		}
	}
}

// Every sheet is called by the name of its size.
func TestMediaIsTheSheet(t *testing.T) {
	for _, l := range handout.Layouts {
		if l.Names().Vi == "" || l.Names().En == "" {
			t.Errorf("%s has no name", l)
		}
		if l.Media() == "" {
			continue
		}
		var w, h float64
		if _, err := fmt.Sscanf(l.Media()[strings.LastIndex(l.Media(), "_")+1:], "%fx%fmm", &w, &h); err != nil {
			t.Fatalf("%s: %v", l.Media(), err)
		}
		page, err := handout.Ruler(l)
		if err != nil || min(page.W, page.H) != w || max(page.W, page.H) != h {
			t.Errorf("%s is %v x %v mm and called %s, %v", l, page.W, page.H, l.Media(), err)
		}
	}
}

// Who adds a layout has to show it, too.
func TestEveryLayoutIsShown(t *testing.T) {
	read := func(file string) string {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	script, doc := read("../../build/tools/papers.sh"), read("../../docs/paper.md")
	shown := map[string]bool{}
	for _, m := range regexp.MustCompile(`!\[[^\]]+\]\((paper/[^)]+)\)`).FindAllStringSubmatch(doc, -1) {
		shown[m[1]] = true
		if info, err := os.Stat(filepath.Join("../../docs", m[1])); err != nil || info.Size() == 0 {
			t.Errorf("docs/paper.md shows %s, which is not there (build/tools/papers.sh): %v", m[1], err)
		}
	}
	pictures, err := filepath.Glob("../../docs/paper/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, picture := range pictures {
		if !shown["paper/"+filepath.Base(picture)] {
			t.Errorf("docs/paper.md does not show %s", picture)
		}
	}
	for _, l := range handout.Layouts {
		if !strings.Contains(script, "--layout "+string(l)+"\n") {
			t.Errorf("build/tools/papers.sh makes no picture of %s", l)
		}
		if !strings.Contains(doc, "`"+string(l)+"`") || !shown["paper/"+string(l)+"-1.png"] {
			t.Errorf("docs/paper.md does not show %s: `%s` and paper/%s-1.png", l, l, l)
		}
		// which have room for the office's Wi-Fi
		_, wifi, _ := strings.Cut(doc, "The office's Wi-Fi code stands on ")
		wifi, _, _ = strings.Cut(wifi, " when")
		if strings.Contains(wifi, "`"+string(l)+"`") != (l.WiFiMM() > 0) {
			t.Errorf("docs/paper.md says of Wi-Fi codes: %s; on %s they are %v mm", wifi, l, l.WiFiMM())
		}
	}
}

// A line that ends in the middle of a time of day is read as another time.
func TestFootKeepsTimesWhole(t *testing.T) {
	p := mustPack(t)
	parted := regexp.MustCompile(`(?:\d|giờ)$`)
	begun := regexp.MustCompile(`^(?:\d+(?:,|$| )|giờ)`)
	seen := 0
	for _, layout := range handout.Layouts {
		for _, key := range []string{"khai-sinh", "bi-lua-phai-lam-gi"} {
			s, err := p.Service(key)
			if err != nil {
				t.Fatal(err)
			}
			c, err := handout.Make(p, s, handout.Options{Layout: layout, Office: office, Now: now})
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, page := range mustPages(t, handout.Job{Layout: layout, Contents: []handout.Content{c}, Copies: 1, Start: 1}) {
				lines = append(lines, texts(page)...)
			}
			for i, line := range lines {
				if strings.Contains(line, "giờ") && strings.Contains(line, "Sáng") {
					seen++
				}
				if i > 0 && begun.MatchString(line) && parted.MatchString(lines[i-1]) && strings.Contains(lines[i-1], "giờ") {
					t.Errorf("%s, %s: %q ends in a time, %q goes on", layout, key, lines[i-1], line)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no paper carries the opening hours")
	}
}

package handout_test

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

// Lines are as few as they can be, even, and the last is never one short word.
func TestLinesAreEven(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"Làm giấy khai sinh cho con", 50, []string{"Làm giấy", "khai sinh cho con"}},
		{"Khai sinh cho con", 60, []string{"Khai sinh cho con"}},
		{"Gọi 0207 000 0000 khi cần", 56, []string{"Gọi 0207 000 0000", "khi cần"}},
		{"1 ngày làm việc (tính đến 18/07/2026)", 58, []string{"1 ngày làm việc", "(tính đến 18/07/2026)"}},
		{"1 ngày (tính đến 18/07/2026)", 45, []string{"1 ngày (tính đến", "18/07/2026)"}}, // brackets without room
		{"Làm trong 60 ngày", 30, []string{"Làm", "trong", "60 ngày"}},
	} {
		got := handout.Broken(tt.text, tt.width, 5, true, 0)
		if tt.width == 50 { // which words share a line is not what matters
			if len(got) != 2 || math.Abs(picture.Width(got[0], 5, true)-picture.Width(got[1], 5, true)) > 25 {
				t.Errorf("%q", got)
			}
			continue
		}
		if tt.width < 40 {
			if last := got[len(got)-1]; last != "60 ngày" {
				t.Errorf("%q: a number is parted from what it counts", got)
			}
			continue
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Over all titles and all widths: as many lines as the plain way needs, none too
// wide, nothing lost, no short word alone at the end.
func TestLinesOfEveryTitle(t *testing.T) {
	p := mustPack(t)
	for i := range p.Services {
		title := p.Services[i].Title
		for width := 56.0; width < 200; width += 17 {
			got, plain := handout.Broken(title, width, 6, true, 0), picture.Wrap(title, width, 6, true, 200)
			if len(got) > len(plain)+1 || strings.Join(got, " ") != strings.Join(strings.Fields(title), " ") {
				t.Errorf("%q at %v: %q, plainly %q", title, width, got, plain)
			}
			for _, line := range got {
				if picture.Width(line, 6, true) > width+1e-9 {
					t.Errorf("%q is wider than %v", line, width)
				}
			}
			if last := got[len(got)-1]; len(got) > 1 && !strings.Contains(last, " ") && picture.Width(last, 6, true) < width*0.3 {
				t.Errorf("%q at %v ends in one short word", got, width)
			}
		}
	}
}

// onPages lays a handout out and gives the pages.
func onPages(t *testing.T, c handout.Content, l handout.Layout, large bool) []*handout.Page {
	t.Helper()
	return mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1, Large: large})
}

// longOffice has the longest names an office may have, and no telephone or one.
func longOffice(phone string) guide.Office {
	o := guide.Office{Name: longest("Trung tâm phục vụ hành chính công", 120), Phone: phone, Hours: office.Hours, WiFi: connected.WiFi}
	o.Team = &guide.Contact{Name: longest("Tổ công nghệ số thôn", 40), Phone: teamNumber}
	return o
}

// Whatever an office is called, and whether it has a telephone, every service
// fits every layout and no words lie on anything.
func TestEveryServiceFitsForAnOfficeOfLongNames(t *testing.T) {
	p := mustPack(t)
	for i := range p.Services {
		s := &p.Services[i]
		if len(s.HandoffLinks()) == 0 {
			continue
		}
		for _, l := range handout.Layouts {
			o := longOffice(officeNumber)
			if i%3 == 0 {
				o = longOffice("")
			}
			if i%3 == 1 {
				o.WiFi = nil
			}
			c, err := handout.Make(p, s, handout.Options{Office: o, Now: now, Layout: l})
			if err != nil {
				t.Fatal(err)
			}
			for _, page := range onPages(t, c, l, i%2 == 0) {
				checkPage(t, fmt.Sprintf("%s %s", s.Key, l), page)
			}
		}
	}
}

// Two codes are equal, on one line, and each has its phone's name above it; a
// single code for one sort of phone has its name, too.
func TestCodesOfAppsAreEqualAndNamed(t *testing.T) {
	p := mustPack(t)
	both, single := 0, 0
	for i := range p.Services {
		s := &p.Services[i]
		if !slices.Contains(s.HandoffLinks(), guide.LinkAndroid) {
			continue
		}
		for _, l := range handout.Layouts {
			page := onPages(t, mustContent(t, p, s.Key, l), l, false)[0]
			above := map[string]handout.Code{}
			for _, c := range page.Codes {
				for _, shape := range page.Shapes {
					text, ok := shape.(picture.Text)
					if ok && strings.HasPrefix(text.Words, "Máy ") && math.Abs(text.X-c.X-c.Side()/2) < 0.01 && text.Y < c.Y && c.Y-text.Y < text.Size {
						above[text.Words] = c
					}
				}
			}
			if len(above) != len(page.Codes) {
				t.Errorf("%s on %s: %d codes, named %v", s.Key, l, len(page.Codes), above)
				continue
			}
			if len(page.Codes) == 1 {
				single++
				continue
			}
			both++
			a, i := above["Máy Android"], above["Máy iPhone"]
			if math.Abs(a.Side()-i.Side()) > 0.01 || math.Abs(a.Y-i.Y) > 0.01 || a.X+a.Side() > i.X+0.01 {
				t.Errorf("%s on %s: %.1f mm at %.1f, %.1f and %.1f mm at %.1f, %.1f", s.Key, l, a.Side(), a.X, a.Y, i.Side(), i.X, i.Y)
			}
		}
	}
	if both < 80 || single < 9 {
		t.Errorf("%d papers with two codes, %d with one", both, single)
	}
}

// What everybody brings is all on the paper or none of it is; what some bring
// never stands there in its place. Nothing is printed that only says whom to ask.
func TestWhatToBringMisleadsNobody(t *testing.T) {
	p := mustPack(t)
	for i := range p.Services {
		s := &p.Services[i]
		if len(s.HandoffLinks()) == 0 {
			continue
		}
		for _, l := range handout.Layouts {
			c := mustContent(t, p, s.Key, l)
			words := ""
			for _, page := range onPages(t, c, l, false) {
				lines := texts(page)
				words += strings.Join(lines, " ") + " "
				for n, line := range lines {
					if strings.TrimSpace(line) == "Tiền:" && n+1 < len(lines) && strings.HasPrefix(lines[n+1], "Hỏi cán bộ") {
						t.Errorf("%s on %s: %q", s.Key, l, lines[n:n+2])
					}
				}
			}
			says := func(n handout.Need) bool { return strings.Contains(words, strings.Join(n.Says, " ")) }
			musts, there, others := 0, 0, 0
			for _, n := range c.Needs {
				switch {
				case n.Must:
					musts++
					if says(n) {
						there++
					}
				case says(n):
					others++
				}
			}
			if there > 0 && there < musts || others > 0 && there < musts {
				t.Errorf("%s on %s: %d of %d must-haves and %d others", s.Key, l, there, musts, others)
			}
		}
	}
}

// A card is told from another at two metres: its pictogram and title are large.
func TestHeadsAreLarge(t *testing.T) {
	p := mustPack(t)
	for l, least := range map[handout.Layout][2]float64{ // pictogram, title
		handout.A4x8: {10, 6}, "a6": {16, 7}, handout.A5: {25, 10}, handout.Poster: {60, 22}, handout.Slip80: {12, 5},
	} {
		page := onPages(t, mustContent(t, p, "khai-sinh", l), l, false)[0]
		size, art := 0.0, 0.0
		for _, text := range page.Shapes {
			if text, ok := text.(picture.Text); ok && strings.Contains(strings.ToLower(text.Words), "khai") && size == 0 {
				size = text.Size
			}
		}
		for _, s := range page.Stamps {
			if s.Art.W == s.Art.H {
				art = max(art, s.Art.H*s.Scale)
			}
		}
		if art < least[0] || size < least[1] {
			t.Errorf("%s: pictogram %.1f mm, title %.1f mm, want %v", l, art, size, least)
		}
	}
}

// The dark field of a poster is 28 % of it, and nothing else is dark and large:
// not on a card, which is printed by the hundred.
func TestOnlyThePosterHasADarkField(t *testing.T) {
	p := mustPack(t)
	for _, l := range handout.Layouts {
		dark := 0.0
		page := onPages(t, mustContent(t, p, "khai-sinh", l), l, false)[0]
		for _, shape := range page.Shapes {
			if r, ok := shape.(picture.Rect); ok && (r.Fill == "#26316b" || r.Fill == "#000000") {
				dark += r.W * r.H / (page.W * page.H)
			}
		}
		if l == handout.Poster && math.Abs(dark-0.28) > 0.01 || l != handout.Poster && dark > 0.02 {
			t.Errorf("%s: %.1f %% is dark", l, dark*100)
		}
	}
}

// A drawing that stands on many pages is in the file once more than it is
// written out, not once a page.
func TestDrawingsAreKeptOnce(t *testing.T) {
	p := mustPack(t)
	job := handout.Job{Layout: handout.A4x8, Copies: 80, Start: 1, Contents: []handout.Content{mustContent(t, p, "khai-sinh", handout.A4x8)}}
	one := job
	one.Copies = 8
	many, few := mustPDF(t, job), mustPDF(t, one)
	if forms := bytes.Count(many, []byte("/Subtype /Form")); forms != 3 { // code, pictogram, band
		t.Errorf("%d forms", forms)
	}
	if a, b := len(many)-len(few), 9*3500; a > b {
		t.Errorf("nine more sheets of the same card take %d bytes, at most %d", a, b)
	}
}

// On paper there is no last screen, and no page is left nearly empty.
func TestLeafletSpeaksOfPaper(t *testing.T) {
	p := mustPack(t)
	for i := range p.Services {
		s := &p.Services[i]
		if !s.HasGuide() || len(s.HandoffLinks()) == 0 {
			continue
		}
		for n, side := range onPages(t, mustContent(t, p, s.Key, handout.Leaflet), handout.Leaflet, false) {
			if all := strings.Join(texts(side), " "); regexp.MustCompile(`màn hình cuối|[Mm]ã(?: số)?(?: ghi)? ở máy này`).MatchString(all) {
				t.Errorf("%s: side %d speaks of a screen", s.Key, n+1)
			}
			for _, half := range []float64{0, side.W / 2} {
				lowest, lines := 0.0, 0
				for _, shape := range side.Shapes {
					x0, _, _, y1, ok := box(shape)
					if ok && x0 >= half && x0 < half+side.W/2 && y1 < side.H-15 {
						lowest = max(lowest, y1)
						lines++
					}
				}
				if lowest < side.H*0.55 {
					t.Errorf("%s: a page of side %d ends at %.0f of %.0f mm with %d shapes", s.Key, n+1, lowest, side.H, lines)
				}
			}
		}
	}
}

// Who does not say how many cards gets a sheet full.
func TestFill(t *testing.T) {
	for _, tt := range []struct {
		layout          handout.Layout
		handouts, start int
		want            int
	}{
		{handout.A4x8, 1, 1, 8}, {handout.A4x8, 1, 3, 6}, {"a4x4", 1, 1, 4}, {"a4x4", 2, 1, 2}, {handout.A4x8, 3, 1, 2},
		{handout.A4x8, 9, 1, 1}, {"a4x4", 2, 4, 1}, {handout.A5, 1, 1, 1}, {handout.Leaflet, 3, 1, 1}, {handout.Slip80, 1, 0, 1}, {"a4x2", 1, 0, 2},
	} {
		if got := tt.layout.Fill(tt.handouts, tt.start); got != tt.want {
			t.Errorf("%d on %s from %d: %d copies, want %d", tt.handouts, tt.layout, tt.start, got, tt.want)
		}
	}
}

// An emergency's paper is three acts and numbers, on every layout: the numbers at
// 30 points or more, the code last or not there, nothing of fees and papers.
func TestPaperOfAnEmergency(t *testing.T) {
	p := mustPack(t)
	urgent := &handout.Urgent{
		Acts: []handout.Act{
			{Say: "Gọi ngân hàng, xin khóa thẻ", Note: "Số ở mặt sau thẻ. Nói: tôi vừa bị lừa, xin khóa ngay.", Icon: "bank-card"},
			{Say: "Không chuyển thêm tiền", Note: "Ai nói lấy lại tiền giúp cũng là lừa.", Icon: "money"},
			{Say: "Báo Công an xã, phường", Note: "Mang theo máy, giữ nguyên tin nhắn.", Icon: "shield"},
		},
		Numbers: []handout.Number{{Call: "156", Say: "Báo cuộc gọi lừa đảo"}, {Call: "113", Say: "Công an"}},
	}
	for _, o := range []guide.Office{office, longOffice(officeNumber), longOffice(""), {}} {
		for _, l := range handout.Layouts {
			s, err := p.Service("bi-lua-phai-lam-gi")
			if err != nil {
				t.Fatal(err)
			}
			c, err := handout.Make(p, s, handout.Options{Office: o, Now: now, Layout: l})
			if err != nil {
				t.Fatal(err)
			}
			c.Urgent = urgent
			for _, large := range []bool{false, true} {
				if _, err := mustLay(t, handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1, Large: large}).Page(1); err != nil {
					t.Errorf("%.20s on %s large=%v: %v", o.Name, l, large, err)
					continue
				}
				page := onPages(t, c, l, large)[0]
				name := fmt.Sprintf("%.20s on %s large=%v", o.Name, l, large)
				checkPage(t, name, page)
				words := strings.Join(texts(page), " ")
				for _, act := range urgent.Acts {
					if !strings.Contains(words, act.Say) {
						t.Errorf("%s: %q is missing", name, act.Say)
					}
				}
				for _, never := range []string{"Mang theo:", "Tiền:", "Bao lâu", "Nơi giải quyết", "nộp hồ sơ"} {
					if strings.Contains(words, never) {
						t.Errorf("%s: %q", name, never)
					}
				}
				lowest := 0.0
				for _, n := range urgent.Numbers {
					found := false
					for _, shape := range page.Shapes {
						if text, ok := shape.(picture.Text); ok && text.Words == n.Call {
							found, lowest = true, max(lowest, text.Y)
							if text.Size < 30*25.4/72-0.01 {
								t.Errorf("%s: %s is %.1f mm high", name, n.Call, text.Size)
							}
						}
					}
					if !found {
						t.Errorf("%s: %s is missing", name, n.Call)
					}
				}
				for _, code := range page.Codes {
					if code.Y < lowest {
						t.Errorf("%s: the code stands above the numbers", name)
					}
				}
				if l.Cells() > 2 && len(page.Codes) > 0 {
					t.Errorf("%s: a card has %d codes", name, len(page.Codes))
				}
			}
		}
	}
}

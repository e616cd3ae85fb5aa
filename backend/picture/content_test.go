package picture_test

import (
	"regexp"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Every character of the shipped pack can be drawn, and every drawn screen
// keeps its target in view.
func TestShippedPackCanBeDrawn(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	for _, sentence := range content.Sentences(lib.Pack) {
		if m := picture.Missing(sentence); len(m) > 0 {
			t.Errorf("%q has %q, which the font cannot draw", sentence, m)
		}
	}
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		steps, err := lib.Pack.AllSteps(s)
		if err != nil {
			t.Fatal(err)
		}
		for n, st := range steps {
			if st.Screen == nil {
				continue
			}
			d := picture.Draw(*st.Screen, same)
			wellFormed(t, d.SVG())
			for _, host := range hostsOn(*st.Screen) {
				if !drawnWhole(d, host) {
					t.Errorf("%s step %d: %q cannot be read in full", s.Key, n+1, host)
				}
			}
			if m := picture.Missing(d.Alt); len(m) > 0 {
				t.Errorf("%s step %d has %q, which the font cannot draw", s.Key, n+1, m)
			}
			if _, ok := ringOf(d); st.Screen.Target != "" && !ok {
				t.Errorf("%s step %d: the target is not ringed", s.Key, n+1)
			}
			play := picture.Rehearse(*st.Screen, 1, same)
			wellFormed(t, play.SVG)
			if want := len(st.Screen.Touches()); s.Rehearse && len(play.Touches) != want {
				t.Errorf("%s step %d: %d of %d places to touch fit on the phone", s.Key, n+1, len(play.Touches), want)
			}
		}
	}
}

// host is what looks like the name of a web page on a drawn screen.
var host = regexp.MustCompile(`[a-z0-9-]+(\.[a-z0-9-]+)+`)

// hostsOn lists the names of web pages on a screen, wherever they stand.
func hostsOn(s guide.Screen) []string {
	words := []string{s.App, s.Title}
	for _, p := range s.Show {
		words = append(words, p.Words(), p.Value)
	}
	return host.FindAllString(strings.Join(words, "\n"), -1)
}

// drawnWhole says whether a host stands on one line of a drawing: uncut, or as
// phones shorten what is too long, without its start, and all of whose page it
// is: the last three parts.
func drawnWhole(d *picture.Drawing, host string) bool {
	for _, shape := range d.Shapes {
		text, ok := shape.(picture.Text)
		if !ok {
			continue
		}
		end, shortened := strings.CutPrefix(text.Words, "…")
		if strings.Contains(text.Words, host) || shortened && strings.Count(end, ".") >= 3 && strings.HasSuffix(host, end) {
			return true
		}
	}
	return false
}

// A name too long for the bar even in small letters loses its start: its end says whose page it is.
func TestAddressKeepsItsEnd(t *testing.T) {
	for name, tc := range map[string]struct{ app, want string }{
		"short":    {"dichvucong.gov.vn", "dichvucong.gov.vn"},
		"long":     {"lienthong.dichvucong.gov.vn", "lienthong.dichvucong.gov.vn"},
		"too long": {strings.Repeat("trang-con.", 12) + "dichvucong.gov.vn", "dichvucong.gov.vn"},
		"nothing":  {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := picture.Draw(guide.Screen{On: guide.SurfacePortal, App: tc.app, Title: "Tên"}, same)
			if !drawnWhole(d, tc.want) {
				t.Errorf("%q is not drawn in full", tc.want)
			}
		})
	}
}

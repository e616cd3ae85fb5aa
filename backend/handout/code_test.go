package handout_test

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

var connected = func() guide.Office {
	o := office
	o.WiFi = &guide.WiFi{Name: "Mot cua; khach", Password: `xin:chao"1`}
	o.Team = &guide.Contact{Name: "Tổ công nghệ số thôn Nà Khà", Phone: "0912 000 000"}
	return o
}()

const wifiText = `WIFI:T:WPA;S:Mot cua\; khach;P:xin\:chao\"1;;`

// read gives what a decoder reads from all pages of a PDF.
func read(t *testing.T, pdf []byte) []string {
	t.Helper()
	var got []string
	for _, picture := range render(t, pdf, 200) {
		out, _ := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture).Output()
		got = append(got, strings.Split(strings.TrimSpace(string(out)), "\n")...)
	}
	return got
}

// A network's name that the typeface cannot write costs its code, not the paper.
func TestPaperWithoutANetworkThatCannotBeWritten(t *testing.T) {
	p := mustPack(t)
	s, err := p.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Quán ☕", "中文", "Xã 👍"} {
		office := connected
		office.WiFi = &guide.WiFi{Name: name, Password: "xinchao1"}
		one, err := handout.Make(p, s, handout.Options{Office: office, Now: now, Layout: handout.A5})
		if err != nil || one.WiFi != nil || len(one.Warnings) != 1 || !strings.Contains(one.Warnings[0], name) {
			t.Fatalf("%s: code %v, warns %q, %v", name, one.WiFi != nil, one.Warnings, err)
		}
		job := handout.Job{Layout: handout.A5, Contents: []handout.Content{one}, Copies: 1, Start: 1}
		if pages := mustPages(t, job); len(pages) != 1 {
			t.Errorf("%s: %d pages", name, len(pages))
		}
	}
}

// The office's Wi-Fi and the team stand on every paper that has room for a
// second code; nothing else suffers.
func TestPapersOfAnOfficeWithWiFi(t *testing.T) {
	p := mustPack(t)
	for _, l := range handout.Layouts {
		for _, key := range []string{"khai-sinh", "vneid", "thuong-tru", "giam-hoc-phi-nghe-dai-hoc"} {
			s, err := p.Service(key)
			if err != nil {
				t.Fatal(err)
			}
			one, err := handout.Make(p, s, handout.Options{Office: connected, Now: now, Layout: l})
			if err != nil {
				t.Fatal(err)
			}
			for _, large := range []bool{false, true} {
				job := handout.Job{Layout: l, Contents: []handout.Content{one}, Copies: 1, Start: 1, Large: large}
				words, wifi := "", 0
				for _, page := range mustPages(t, job) {
					checkPage(t, fmt.Sprintf("%s %s large=%v", key, l, large), page)
					words += strings.Join(texts(page), " ") + "\n"
					for _, c := range page.Codes {
						if c.Symbol.Text() == wifiText {
							wifi++
						}
					}
				}
				room := l.WiFiMM() > 0
				if wifi > 0 && !room || wifi == 0 && room && !large {
					t.Errorf("%s on %s: %d Wi-Fi codes", key, l, wifi)
				}
				if !strings.Contains(words, "Tổ công nghệ số") && l != handout.A4x8 && !large {
					t.Errorf("%s on %s: the team is missing", key, l)
				}
			}
		}
	}
}

// Codes from forms say what they do, and do it.
func TestCodesFromForms(t *testing.T) {
	team := *connected.Team
	phone, err := handout.ForPhone(team, connected, now)
	if err != nil {
		t.Fatal(err)
	}
	contact, err := handout.ForContact(team, connected, now)
	if err != nil {
		t.Fatal(err)
	}
	wifi, err := handout.ForWiFi(connected, now)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"tel:0912000000", "MECARD:N:Tổ công nghệ số thôn Nà Khà;TEL:0912000000;;", wifiText}
	for _, l := range handout.Layouts {
		if l.Folded() {
			continue
		}
		for _, large := range []bool{false, true} {
			job := handout.Job{Layout: l, Contents: []handout.Content{phone, contact, wifi}, Copies: 1, Start: 1, Large: large}
			for _, page := range mustPages(t, job) {
				checkPage(t, fmt.Sprintf("form on %s large=%v", l, large), page)
				if svg := string(page.SVG("x")); strings.Contains(svg, "dòng chữ") || strings.Contains(svg, "nộp hồ sơ") {
					t.Errorf("%s speaks of a portal", l)
				}
			}
			got := read(t, mustPDF(t, job))
			for _, text := range want {
				if !strings.Contains(strings.Join(got, "\n"), text) {
					t.Errorf("%s: %q is missing in %q", l, text, got)
				}
			}
		}
	}
	for name, c := range map[string]guide.Contact{
		"no name": {Phone: "113"}, "letters": {Name: "x", Phone: "09a"}, "short": {Name: "x", Phone: "11"}, "a payload": {Name: "x", Phone: "113;URL:http"},
		"control": {Name: "x\n", Phone: "113"},
	} {
		if _, err := handout.ForContact(c, connected, now); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := handout.ForPhone(c, connected, now); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := handout.ForWiFi(office, now); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("no Wi-Fi: %v", err)
	}
}

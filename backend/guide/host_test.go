package guide_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// A host is official only when nobody else can have a name under it and no
// browser reads it as something else.
func TestHostsThatCannotBeOfficial(t *testing.T) {
	for _, bad := range []string{
		"", "vn", "gov.vn", "com.vn", "edu.vn", "org.vn", "net.vn", "id.vn", "io.vn", "ai.vn", "name.vn", "hanoi.vn", "tuyenquang.vn",
		"com.au", "co.uk", "github.io", "pages.dev", "blogspot.com", "web.app",
		"113.160.1.2", "127.1", "0x7f.1", "1.2.3.0x4", "dichvucong.123", "2130706433",
		"xn--dichvucng-9ya.gov.vn", "a.xn--p1ai", "xn--a.vn", "ab--c.gov.vn",
		"DichVuCong.gov.vn", "dichvucong.gov.vn.", ".gov.vn", "dich_vu.gov.vn", "dichvucong.gov.vn:443", "https://dichvucong.gov.vn",
		"bit.ly", "tinyurl.com", "www.tinyurl.com", "t.co", "goo.gl", "xa.bom.so", "rebrand.ly", "qrco.de", // lead elsewhere
		"dichvucong.gov.vn/x", "*.gov.vn", "dịchvucông.gov.vn", "[::1]", "a b.vn", "-a.gov.vn", "a-.gov.vn",
		strings.Repeat("a", 64) + ".gov.vn", strings.Repeat("a.", 130) + "gov.vn",
	} {
		for _, subdomains := range []bool{false, true} {
			p := mustPack(t)
			p.Hosts = append(p.Hosts, guide.Host{Host: bad, Name: "Trang", Subdomains: subdomains})
			if found := fmt.Sprint(p.Validate()); !strings.Contains(found, "hosts[4].host") {
				t.Errorf("%q is official: %s", bad, found)
			}
		}
	}
	for _, good := range []string{
		"tuyenquang.gov.vn", "hanoi.gov.vn", "npc.com.vn", "cskh.npc.com.vn", "bidv.com.vn", "viettel.vn", "a.tuyenquang.vn", "zalo.me", "google.com",
		"x1.y2.vn", "1900.vn", "my.github.io", "a-b.vn", "vssid.baohiemxahoi.gov.vn",
	} {
		p := mustPack(t)
		p.Hosts = append(p.Hosts, guide.Host{Host: good, Name: "Trang", Subdomains: true})
		if found := p.Validate(); len(found) > 0 {
			t.Errorf("%q: %v", good, found)
		}
	}
}

func TestPathsOfAHost(t *testing.T) {
	for path, ok := range map[string]bool{
		"/store/apps/details": true, "/vn/app/": true, "/": true, "/~a.b_c-d": true,
		"": false, "store": false, "/a/../b": false, "/a/..": false, "/./a": false, "//a": false, "/a?b": false, "/a#b": false, "/a%2fb": false, `/a\b`: false, "/a;b": false, "/đ": false, "/a b": false,
	} {
		p := mustPack(t)
		p.Hosts = append(p.Hosts, guide.Host{Host: "example.vn", Name: "Trang", Paths: []string{"/x", path}})
		found := fmt.Sprint(p.Validate())
		if strings.Contains(found, "hosts[4].paths[1]") == ok {
			t.Errorf("%q: %s", path, found)
		}
	}
}

// Details of the office that do not fit are refused with their place.
func TestOfficeFitsItsPlaces(t *testing.T) {
	long := func(n int) string { return strings.Repeat("ă", n) }
	for _, tt := range []struct {
		name, path string
		office     guide.Office
	}{
		{"name", "name", guide.Office{Name: long(121)}},
		{"name of 30 kB", "name", guide.Office{Name: long(30_000)}},
		{"name on two lines", "name", guide.Office{Name: "a\nb"}},
		{"place", "place", guide.Office{Place: long(61)}},
		{"many hours", "hours", guide.Office{Hours: make([]string, 7)}},
		{"long hours", "hours[1]", guide.Office{Hours: []string{"a", long(101)}}},
		{"hours that fill the screen", "hours", guide.Office{Hours: []string{long(100), long(100), long(100), long(61)}}},
		{"phone", "phone", guide.Office{Phone: long(41)}},
		{"dpi", "dpi", guide.Office{DPI: 601}},
		{"negative dpi", "dpi", guide.Office{DPI: -1}},
		{"dpi at which a code is a dot", "dpi", guide.Office{DPI: 1}},
		{"network", "wifi", guide.Office{WiFi: &guide.WiFi{Name: long(33)}}},
		{"password", "wifi", guide.Office{WiFi: &guide.WiFi{Name: "a", Password: long(64)}}},
		{"team", "team", guide.Office{Team: &guide.Contact{Name: long(41), Phone: "113"}}},
		{"printer", "slip_printer", guide.Office{SlipPrinter: long(128)}},
		{"quota", "slip_quota", guide.Office{SlipQuota: 10_001}},
		{"negative quota", "slip_quota", guide.Office{SlipQuota: -1}},
		{"language's name", "language_names.hmn", guide.Office{LanguageNames: map[string]string{"hmn": long(21)}}},
		{"language's name on two lines", "language_names.hmn", guide.Office{LanguageNames: map[string]string{"hmn": "a\nb"}}},
		{"language without a name", "language_names.hmn", guide.Office{LanguageNames: map[string]string{"hmn": ""}}},
		{"language by its name", "language_names.Mông", guide.Office{LanguageNames: map[string]string{"Mông": "a"}}},
	} {
		found := tt.office.Problems()
		if len(found) != 1 || found[0].Where.Path != tt.path || found[0].Message == "" || found[0].Mend == "" || strings.Contains(found[0].String(), "%!") {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
	fits := guide.Office{
		Name: long(120), Place: long(60), Hours: []string{long(100), "", "", "", "", ""}, Phone: "0207 000 0000", DPI: 600, SlipPrinter: long(127), SlipQuota: 10_000,
		LanguageNames: map[string]string{"tyz": long(20)},
	}
	if found := fits.Problems(); len(found) > 0 {
		t.Errorf("%v", found)
	}
}

// What nobody sees is not there: no empty line of hours, no name of spaces.
func TestOfficeIsTidied(t *testing.T) {
	got := guide.Office{
		Name: "  ", Place: " Xã Lâm Bình ", Phone: " ", Hours: []string{"", " Sáng 7 giờ ", "  "}, SlipPrinter: " May_phieu ", Sumatra: " D:/S.exe ", DPI: 96,
	}.Tidy()
	want := guide.Office{Place: "Xã Lâm Bình", Hours: []string{"Sáng 7 giờ"}, SlipPrinter: "May_phieu", Sumatra: "D:/S.exe", DPI: 96}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if title := got.Title("Tỉnh"); title != "Xã Lâm Bình" {
		t.Errorf("title %q", title)
	}
}

// Texts of a pack that would break a screen are refused with their place.
func TestTextsFitTheirPlaces(t *testing.T) {
	long := strings.Repeat("ă", 30_000)
	for path, set := range map[string]func(p *guide.Pack, s *guide.Service){
		"title":            func(p *guide.Pack, _ *guide.Service) { p.Info.Title = long },
		"place":            func(p *guide.Pack, _ *guide.Service) { p.Info.Place = long },
		"topics[0].title":  func(p *guide.Pack, _ *guide.Service) { p.Topics[0].Title = long },
		"sources[0].title": func(p *guide.Pack, _ *guide.Service) { p.Sources[0].Title = long },
		"hosts[0].name": func(p *guide.Pack, _ *guide.Service) {
			p.Hosts = []guide.Host{{Host: "dichvucong.gov.vn", Name: long, Subdomains: true}}
		},
		"short":                         func(_ *guide.Pack, s *guide.Service) { s.Short = strings.Repeat("ă", 27) },
		"decides":                       func(_ *guide.Pack, s *guide.Service) { s.Decides = long },
		"official":                      func(_ *guide.Pack, s *guide.Service) { s.Official = long },
		"names[0]":                      func(_ *guide.Pack, s *guide.Service) { s.Names = []string{long} },
		"summary":                       func(_ *guide.Pack, s *guide.Service) { s.Summary = long },
		"online.why":                    func(_ *guide.Pack, s *guide.Service) { s.Online.Why = long },
		"time.say":                      func(_ *guide.Pack, s *guide.Service) { s.Time.Say = long },
		"facts[0].ask":                  func(_ *guide.Pack, s *guide.Service) { s.Facts[0].Ask = long },
		"facts[0].answers[0].say":       func(_ *guide.Pack, s *guide.Service) { s.Facts[0].Answers[0].Say = long },
		"checklist[0].note":             func(_ *guide.Pack, s *guide.Service) { s.Checklist[0].Note = long },
		"steps[0].why":                  func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Why = long },
		"steps[4].screen.title":         func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Screen.Title = long },
		"steps[4].screen.app":           func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Screen.App = long },
		"steps[4].screen.show[0]":       func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Screen.Show[0].Field = long },
		"steps[4].screen.show[0].value": func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Screen.Show[0].Value = long },
		"trouble[0].do":                 func(_ *guide.Pack, s *guide.Service) { s.Trouble[0].Do = long },
	} {
		p := mustPack(t)
		set(p, &p.Services[0])
		found := p.Validate()
		if !slices.ContainsFunc(found, func(f guide.Problem) bool { return f.Where.Path == path && strings.Contains(f.Message, "không vừa") }) {
			t.Errorf("%s: %v", path, len(found))
		}
	}
}

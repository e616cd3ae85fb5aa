package guide_test

import (
	"net/url"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

var hosts = []guide.Host{
	{Host: "dichvucong.gov.vn", Name: "Cổng Dịch vụ công quốc gia", Subdomains: true},
	{Host: "vneid.gov.vn", Name: "VNeID"},
	{Host: "play.google.com", Name: "CH Play", Paths: []string{"/store/apps/details"}},
}

func TestOfficial(t *testing.T) {
	const page = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"
	for _, tt := range []struct {
		name, url string
		ok        bool
	}{
		{"procedure page", page, true},
		{"search", "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193", true},
		{"real subdomain", "https://lienthong.dichvucong.gov.vn/#/ke-khai/2.000986", true},
		{"store page", "https://play.google.com/store/apps/details?id=com.vnid", true},
		{"empty", "", false},
		{"http", strings.Replace(page, "https", "http", 1), false},
		{"upper case scheme", strings.Replace(page, "https", "HTTPS", 1), false},
		{"script", "javascript:alert(1)", false},
		{"look-alike suffix", "https://dichvucong.gov.vn.evil.example/", false},
		{"look-alike prefix", "https://xdichvucong.gov.vn/", false},
		{"subdomain where none are official", "https://login.vneid.gov.vn/", false},
		{"user name", "https://dichvucong.gov.vn@evil.example/", false},
		{"empty user name", "https://@dichvucong.gov.vn/", false},
		{"port", "https://dichvucong.gov.vn:8443/", false},
		{"default port", "https://dichvucong.gov.vn:443/", false},
		{"empty port", "https://dichvucong.gov.vn:/", false},
		{"punycode", "https://xn--dichvucng-9ya.dichvucong.gov.vn/", false},
		{"cyrillic letter", "https://dichvuсong.gov.vn/", false},
		{"upper case host", "https://DichVuCong.gov.vn/", false},
		{"trailing dot", "https://dichvucong.gov.vn./", false},
		{"space", "https://dichvucong.gov.vn/a b", false},
		{"line break", "https://dichvucong.gov.vn/\nhttps://evil.example", false},
		{"backslash", "https://dichvucong.gov.vn\\@evil.example/", false},
		{"control character", "https://dichvucong.gov.vn/\x00", false},
		{"right-to-left mark", "https://dichvucong.gov.vn/\u202e", false},
		{"too long", "https://dichvucong.gov.vn/" + strings.Repeat("a", guide.MaxURLLength), false},
		{"store home", "https://play.google.com/", false},
		{"store path by dots", "https://play.google.com/store/apps/details/../../x", false},
		{"ip address", "https://127.0.0.1/", false},
		{"bracketed ip", "https://[::1]/", false},
		{"no host", "https:///x", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h, err := guide.Official(tt.url, hosts)
			if (err == nil) != tt.ok {
				t.Fatalf("Official(%q) = %v, %v; want ok %v", tt.url, h, err, tt.ok)
			}
			if err != nil && guide.ErrorCode(err) != guide.CodeUnofficial {
				t.Errorf("code = %s", guide.ErrorCode(err))
			}
		})
	}
}

func FuzzOfficial(f *testing.F) {
	for _, s := range []string{
		"https://dichvucong.gov.vn/", "https://dichvucong.gov.vn.evil.example/", "https://a@dichvucong.gov.vn/",
		"https://dichvucong.gov.vn:1/", "https://lienthong.dichvucong.gov.vn/#/x", "https://[::1]/", "https://play.google.com/store/apps/details?id=a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		h, err := guide.Official(raw, hosts)
		if err != nil {
			return
		}
		u, err := url.Parse(raw)
		if err != nil {
			t.Fatalf("accepted an address that does not parse: %q", raw)
		}
		if u.Scheme != "https" || u.User != nil || u.Port() != "" {
			t.Errorf("accepted %q", raw)
		}
		if u.Hostname() != h.Host && !strings.HasSuffix(u.Hostname(), "."+h.Host) {
			t.Errorf("accepted %q as %s", raw, h.Host)
		}
		for _, r := range raw {
			if r <= ' ' || r > '~' {
				t.Errorf("accepted a strange character in %q", raw)
			}
		}
	})
}

package guide_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

var hosts = []guide.Host{
	{Host: "dichvucong.gov.vn", Name: "Cổng Dịch vụ công quốc gia", Subdomains: true},
	{Host: "vneid.gov.vn", Name: "VNeID"},
	{Host: "play.google.com", Name: "CH Play", Paths: []string{"/store/apps/details"}},
	{Host: "apps.apple.com", Name: "App Store", Paths: []string{"/vn/app/"}},
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
		{"numbers", "https://113.160.1.2/", false},
		{"hexadecimal number", "https://0x7f.0x0.0x0.0x1/", false},
		{"number as last label", "https://dichvucong.1/", false},
		{"encoded label", "https://zq--abc.dichvucong.gov.vn/", false},
		{"long label", "https://" + strings.Repeat("a", 64) + ".dichvucong.gov.vn/", false},
		{"under the allowed path", "https://play.google.com/store/apps/details/vn?id=com.vnid", true},
		{"beside the allowed path", "https://play.google.com/store/apps/detailsX?id=com.vnid", false},
		{"allowed path with a dash", "https://play.google.com/store/apps/details-x?id=com.vnid", false},
		{"allowed path in capitals", "https://play.google.com/store/apps/Details?id=com.vnid", false},
		{"folder", "https://apps.apple.com/vn/app/vneid/id1582750372", true},
		{"folder itself", "https://apps.apple.com/vn/app/", true},
		{"beside the folder", "https://apps.apple.com/vn/apps/vneid", false},
		{"encoded slash", "https://play.google.com/store/apps/details%2f..%2f..%2fx", false},
		{"encoded slash in capitals", "https://dichvucong.gov.vn/a%2Fb", false},
		{"encoded backslash", "https://dichvucong.gov.vn/a%5cb", false},
		{"encoded dots", "https://dichvucong.gov.vn/%2e%2e/x", false},
		{"half encoded dots", "https://dichvucong.gov.vn/.%2e/x", false},
		{"encoded twice", "https://dichvucong.gov.vn/%252e%252e%252fx", false},
		{"encoded line break", "https://dichvucong.gov.vn/%0d%0ax", false},
		{"encoded empty byte", "https://dichvucong.gov.vn/%00", false},
		{"dots", "https://dichvucong.gov.vn/../x", false},
		{"dots at the end", "https://dichvucong.gov.vn/a/..", false},
		{"one dot", "https://dichvucong.gov.vn/./a", false},
		{"dots before a semicolon", "https://play.google.com/store/apps/details/..;/x", false},
		{"dots in the fragment", "https://dichvucong.gov.vn/#/../x", false},
		{"two slashes", "https://dichvucong.gov.vn//evil.example/x", false},
		{"another address in the query", "https://dichvucong.gov.vn/login?next=https://evil.example", false},
		{"the same without a scheme", "https://dichvucong.gov.vn/login?next=//evil.example", false},
		{"the same encoded", "https://dichvucong.gov.vn/login?next=https%3A%2F%2Fevil.example", false},
		{"address in the fragment", "https://dichvucong.gov.vn/#https://evil.example", false},
		{"dots in a name", "https://dichvucong.gov.vn/a..b", true},
		{"encoded letter", "https://dichvucong.gov.vn/tim?keyword=%C4%91", true},
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
		"https://play.google.com/store/apps/detailsX", "https://play.google.com/store/apps/details%2f..%2fx", "https://dichvucong.gov.vn/..;/", "https://113.160.1.2/",
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
		for _, path := range []string{u.EscapedPath(), u.Path} {
			if slices.Contains(strings.FieldsFunc(path, func(c rune) bool { return c == '/' || c == '\\' || c == ';' }), "..") {
				t.Errorf("accepted a way back in %q", raw)
			}
		}
		if h.Host == "play.google.com" && u.Path != h.Paths[0] && !strings.HasPrefix(u.Path, h.Paths[0]+"/") {
			t.Errorf("accepted %q, which is not in %v", raw, h.Paths)
		}
		for _, r := range raw {
			if r <= ' ' || r > '~' {
				t.Errorf("accepted a strange character in %q", raw)
			}
		}
	})
}

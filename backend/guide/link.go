package guide

import (
	"net/url"
	"strings"
)

// Link is one address in the registry. Procedures are keyed by their code; the
// address is a dated value that a pack can replace when the portal moves.
type Link struct {
	Key     string `yaml:"key" doc:"Unique name of the link. A procedure's page has the procedure code as key."`
	URL     string `yaml:"url" doc:"Full https address on an official host."`
	Source  string `yaml:"source" doc:"Key of the source the address was taken from."`
	Checked string `yaml:"checked,omitempty" doc:"Day a person last opened it and found the right page (YYYY-MM-DD). Empty: never."`
	State   string `yaml:"state,omitempty" doc:"never (default), ok or broken: what that person found."`

	Who   string `yaml:"-"` // who of the office checked it last, "": the pack's own word
	Local bool   `yaml:"-"` // the address is the office's own, until the next edition
}

// States of a link, set only by a person who opened it: the portal answers
// every address with success, so a program cannot tell.
const (
	LinkNever  = "never"
	LinkOK     = "ok"
	LinkBroken = "broken"
)

// Host is an official host that codes may lead to.
type Host struct {
	Host       string   `yaml:"host" doc:"Host name in lower case, without scheme or port."`
	Name       string   `yaml:"name" lang:"yes" doc:"What the host is, in plain words."`
	Subdomains bool     `yaml:"subdomains,omitempty" doc:"Whether real subdomains are official too."`
	Paths      []string `yaml:"paths,omitempty" doc:"If given, the path of an address must be one of these or lie under it."`
	Drawn      bool     `yaml:"drawn,omitempty" doc:"Only drawn, as the page on which one is: no code leads there."`
	Login      Login    `yaml:"login,omitempty" enum:"vneid,own" doc:"Where people log in: with VNeID, or with an account of the page's own. Only such pages are drawn with a field for a secret."`
	Source     string   `yaml:"source,omitempty" doc:"Key of the source that names the host; needed with drawn."`
}

// Login is with what people log in on a page.
type Login string

const (
	LoginVNeID Login = "vneid"
	LoginOwn   Login = "own" // an account of the page's own
)

// Names of a service's links, best first: the order in which a hand-off
// without its own choice takes them.
const (
	LinkPortal  = "portal"  // the procedure's page on the national portal
	LinkWeb     = "web"     // a web page that is not the portal's procedure page
	LinkAndroid = "android" // Google Play
	LinkIOS     = "ios"     // Apple App Store
	LinkSearch  = "search"  // the portal's search by code: the fallback
)

// LinkNames lists every allowed link name, best first.
var LinkNames = []string{LinkPortal, LinkWeb, LinkAndroid, LinkIOS, LinkSearch}

// MaxURLLength keeps codes small enough to scan from paper (QR version 12, Q).
const MaxURLLength = 250

// Official finds the official host that raw belongs to. It accepts only an
// https address on an exact official host, or a real subdomain where the host
// allows it; it refuses user names, ports, punycode, look-alikes, control
// characters and anything two programs could read differently.
//
// Error: CodeUnofficial, with a sentence that says what is wrong.
func Official(raw string, hosts []Host) (Host, error) {
	refuse := func(why string) (Host, error) {
		return Host{}, Errorf(CodeUnofficial, "Địa chỉ không dùng được: %s. Không tạo mã QR.", why)
	}
	switch {
	case raw == "":
		return refuse("địa chỉ trống")
	case len(raw) > MaxURLLength:
		return refuse("địa chỉ quá dài")
	}
	for _, r := range raw {
		if r <= ' ' || r > '~' {
			return refuse("có ký tự lạ hoặc khoảng trắng")
		}
	}
	if strings.ContainsAny(raw, "\\\"<>^`{|}") {
		return refuse("có ký tự lạ")
	}
	if !strings.HasPrefix(raw, "https://") {
		return refuse("phải bắt đầu bằng https://")
	}
	u, err := url.Parse(raw)
	if err != nil {
		return refuse("địa chỉ viết sai")
	}
	switch {
	case u.User != nil || strings.Contains(strings.SplitN(raw[len("https://"):], "/", 2)[0], "@"):
		return refuse("có tên người dùng trước tên trang")
	case u.Host != u.Hostname():
		return refuse("có số cổng")
	case hostFlaw(u.Host) != "":
		return refuse(hostFlaw(u.Host))
	}
	if why := pathFlaw(u, raw); why != "" {
		return refuse(why)
	}
	for _, h := range hosts {
		if u.Host != h.Host && !(h.Subdomains && strings.HasSuffix(u.Host, "."+h.Host)) {
			continue
		}
		if h.Drawn {
			return refuse("trang " + h.Host + " chỉ để vẽ hình")
		}
		if !h.allows(u.EscapedPath()) {
			return refuse("trang " + h.Host + " chỉ được dùng đúng mục đã cho phép")
		}
		return h, nil
	}
	return refuse("trang " + u.Host + " không có trong danh sách trang chính thức")
}

// HostOf is the host part of an address already accepted by [Official], to
// show in large letters beside its code.
func HostOf(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

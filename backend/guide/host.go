package guide

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// plainHost allows what an official host name is made of. It leaves out
// everything that look-alikes need: non-ASCII letters, punycode (checked
// apart), ports, brackets. The last label begins with a letter: a name that
// ends in a number is an address in numbers to a browser.
var plainHost = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`)

const maxHost = 253 // letters of a host name, by the rules of the domain system

// hostFlaw says what is wrong with the name of a host, "" if nothing is.
func hostFlaw(host string) string {
	switch {
	case len(host) > maxHost || !plainHost.MatchString(host):
		return "tên trang viết sai"
	case slices.ContainsFunc(strings.Split(host, "."), func(label string) bool { return len(label) > 3 && label[2:4] == "--" }):
		return "tên trang dùng chữ giả dạng" // xn-- and whatever else is encoded
	case publicSuffix(host):
		return "ai cũng đăng ký được tên dưới " + host
	}
	return ""
}

// Ends of names under which anybody may register: no host is official by them.
var (
	openLabels = strings.Fields("ac ai biz co com edu go gob gouv gov health id info int io mil name ne net nom or org pro sch web")

	openHosts = strings.Fields(`github.io gitlab.io pages.dev workers.dev netlify.app vercel.app herokuapp.com blogspot.com wordpress.com
		web.app firebaseapp.com appspot.com run.app cloudfront.net amazonaws.com azurewebsites.net azureedge.net windows.net
		weebly.com wixsite.com wixstudio.com webflow.io framer.app surge.sh glitch.me repl.co replit.app onrender.com fly.dev
		ngrok.io ngrok.app ngrok-free.app trycloudflare.com duckdns.org ddns.net no-ip.org myshopify.com carrd.co
		translate.goog byethost.com 000webhostapp.com ladi.me ladipage.com`)

	// Names of provinces under .vn are open, too, by the registry's rules.
	openProvinces = strings.Fields(`angiang bacgiang backan baclieu bacninh baria-vungtau bentre binhdinh binhduong binhphuoc binhthuan
		camau cantho caobang daklak daknong danang dienbien dongnai dongthap gialai hagiang haiduong haiphong hanam hanoi hatinh
		haugiang hoabinh hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai longan namdinh nghean ninhbinh ninhthuan
		phutho phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa
		thanhphohochiminh thuathienhue tiengiang travinh tuyenquang vinhlong vinhphuc yenbai`)
)

// publicSuffix says whether everybody can have a name under host: gov.vn,
// com.vn, github.io.
func publicSuffix(host string) bool {
	labels := strings.Split(host, ".")
	if len(labels) == 1 || slices.Contains(openHosts, host) {
		return true
	}
	return len(labels) == 2 && len(labels[1]) == 2 &&
		(slices.Contains(openLabels, labels[0]) || labels[1] == "vn" && slices.Contains(openProvinces, labels[0]))
}

// pathFlaw says what in an address, behind its host, two programs could read
// differently, "" if nothing: steps back, separators in another spelling, a
// second address.
func pathFlaw(u *url.URL, raw string) string {
	rest := strings.ToLower(raw[len("https://")+len(u.Host):])
	for _, encoded := range []string{"%2e", "%2f", "%5c", "%25", "%3b", "%40", "%0", "%1", "%7f"} {
		if strings.Contains(rest, encoded) {
			return "đường dẫn có ký tự viết dưới dạng mã " + encoded
		}
	}
	path := u.EscapedPath()
	for _, segment := range strings.Split(path, "/") {
		if segment == "." || segment == ".." {
			return "đường dẫn có dấu chấm lùi"
		}
	}
	switch {
	case strings.Contains(path, "//"):
		return "đường dẫn có hai dấu gạch chéo liền nhau"
	case strings.Contains(path, ";"):
		return "đường dẫn có dấu chấm phẩy"
	case strings.Contains(rest, "://") || strings.Contains(rest, "=//"):
		return "trong địa chỉ có một địa chỉ khác"
	case slices.Contains(strings.FieldsFunc(u.Fragment, func(c rune) bool { return c == '/' || c == '#' || c == '!' }), ".."):
		return "đường dẫn có dấu chấm lùi"
	}
	return ""
}

// allows says whether the path of an address is one the host is official for.
// A prefix ends where a segment ends: /apps/details allows /apps/details and
// what is under it, not /apps/detailsX.
func (h Host) allows(path string) bool {
	if len(h.Paths) == 0 {
		return true
	}
	return slices.ContainsFunc(h.Paths, func(p string) bool {
		rest, ok := strings.CutPrefix(path, p)
		return ok && (rest == "" || strings.HasSuffix(p, "/") || rest[0] == '/')
	})
}

var pathShape = regexp.MustCompile(`^/[A-Za-z0-9._~/-]*$`)

func (p *packChecker) hostList() []Problem {
	c := &checker{kind: "hosts"}
	keys := make([]string, len(p.pack.Hosts))
	for i, h := range p.pack.Hosts {
		keys[i] = h.Host
		if why := hostFlaw(h.Host); why != "" {
			c.add(at("hosts", i, "host"), "Tên trang %q không dùng được: %s.", "Chỉ ghi đúng tên của một trang, như dichvucong.gov.vn.", clip(h.Host, 60), why)
		}
		if shortens(h.Host) {
			c.add(at("hosts", i, "host"), "%q là trang rút gọn địa chỉ: không ai thấy trước mã dẫn tới đâu.", "Ghi tên của trang mà địa chỉ rút gọn mở ra.", clip(h.Host, 60))
		}
		c.need(at("hosts", i, "name"), h.Name)
		c.short(at("hosts", i, "name"), h.Name, maxName)
		if h.Drawn && h.Source == "" {
			c.add(at("hosts", i, "source"), "Trang chỉ để vẽ mà chưa ghi nguồn: %q.", "Ghi tên nguồn trong sources.yaml.", h.Host)
		}
		p.source(c, at("hosts", i, "source"), h.Source)
		if h.Login != "" {
			c.oneOf(at("hosts", i, "login"), string(h.Login), string(LoginVNeID), string(LoginOwn))
		}
		for j, path := range h.Paths {
			steps := slices.ContainsFunc(strings.Split(path, "/"), func(s string) bool { return s == "." || s == ".." })
			if !pathShape.MatchString(path) || steps || strings.Contains(path, "//") {
				c.add(at(at("hosts", i, "paths"), j, ""), "Mục %q viết chưa đúng.", "Bắt đầu bằng /, chỉ gồm chữ không dấu, số, gạch nối, như /store/apps/details.", clip(path, 60))
			}
		}
	}
	c.unique(func(i int) string { return at("hosts", i, "host") }, keys)
	return c.problems
}

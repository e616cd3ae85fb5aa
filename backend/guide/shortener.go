package guide

import (
	"slices"
	"strings"
)

// shorteners are hosts whose addresses lead elsewhere, to where anybody chose and
// may change it: no official page is there, and the name under a code says nothing.
var shorteners = []string{
	"adf.ly", "bit.do", "bit.ly", "bitly.com", "bom.so", "buff.ly", "clck.ru", "cutt.ly", "dub.sh", "goo.gl", "is.gd", "j.mp", "linktr.ee", "lnkd.in",
	"me-qr.com", "ow.ly", "qr.ae", "qrco.de", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "shorturl.asia", "short.gy", "t.co", "t.ly", "tiny.cc",
	"tinyurl.com", "v.gd", "vk.cc", "byvn.net", "xurl.es", "zpr.io",
}

// shortens says whether a host, or one it belongs to, shortens addresses.
func shortens(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	return slices.ContainsFunc(shorteners, func(s string) bool { return host == s || strings.HasSuffix(host, "."+s) })
}

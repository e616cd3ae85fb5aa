package guide

import (
	"slices"
	"strings"
)

// whose checks that a drawn screen says in whose app or on whose page it is.
func (p *packChecker) whose(c *checker, path string, s *Screen) {
	if s.On != SurfaceSystem {
		c.need(path, s.App)
	} else if s.App != "" && s.App != StatePage {
		c.add(path, "Trang sau khi nộp không ghi tên ở đây: %q.", "Bỏ app; tên trang ghi ở system: của dịch vụ. Không biết trang nào thì app: .gov.vn.", clip(s.App, 60))
	}
}

// pages reads whose page is drawn. People compare the name on their phone with
// the one they have seen here: a page is drawn under its own name, and only
// pages for logging in ask for a secret.
func (r *proofreader) pages(c *checker, path string, s *Screen) {
	if s.Fake {
		return
	}
	if s.On == SurfacePortal && s.App != "" && !r.pack.official(s.App) && len(hostsIn(s.App)) == 0 { // others are reported as hosts
		c.add(path+".app", "Thanh địa chỉ phải ghi tên một trang thật: %q.", "Ghi tên trang có trong hosts.yaml, hoặc on: system khi không biết trang nào.", clip(s.App, 60))
	}
	for i, part := range s.Show {
		if part.Secret != "" && !r.asks(s, part.Secret) {
			c.add(path+"."+at("show", i, "secret"), "Ô này hỏi %s nhưng hình không phải trang đăng nhập.",
				"Vẽ trên trang có login trong hosts.yaml. Mã của ngân hàng chỉ vẽ trong ứng dụng ngân hàng.", part.Secret)
		}
	}
}

// asks says whether the page of a screen may ask for a secret. Apps have their
// own. The passcode is asked for a second time by a page whose name no source
// gives; any other secret on a page that is not for logging in is a swindler's.
func (r *proofreader) asks(s *Screen, secret Secret) bool {
	switch s.On {
	case SurfacePortal:
		return slices.ContainsFunc(r.pack.Hosts, func(h Host) bool { return h.Login != "" && h.Host == s.App })
	case SurfaceSystem:
		return secret == SecretPasscode && s.App == StatePage
	}
	return true
}

// official says whether a host is one of the registry's, drawn ones included.
func (p *Pack) official(host string) bool {
	return slices.ContainsFunc(p.Hosts, func(h Host) bool {
		return h.Host == host || h.Subdomains && strings.HasSuffix(host, "."+h.Host)
	})
}

// closing warns of a line that takes every page but one for a fake: genuine
// services change pages, and people then close the right one.
func (r *proofreader) closing(c *checker, path, wrong string) {
	_, not, found := strings.Cut(strings.ToLower(wrong), "không phải ")
	if !found {
		return
	}
	for _, h := range hostsIn(not) {
		if r.pack.official(h) {
			c.warn(path, "Câu này coi mọi trang khác %q là trang giả: %q.", "Viết theo đuôi .gov.vn: trang thật cũng đổi tên khi đăng nhập, khi nộp.", h, clip(wrong, 60))
		}
	}
}

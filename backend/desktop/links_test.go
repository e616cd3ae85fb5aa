package desktop_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/linkcheck"
)

// mustCheckLinks opens the door and begins a round whose control code opened.
func mustCheckLinks(t *testing.T, dir string) (*desktop.Staff, int) {
	t.Helper()
	s := mustStaff(t, dir)
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	id, err := s.BeginLinks()
	if err == nil {
		err = s.LinksControl(id, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s, id
}

const birthLink = "1.001193"

func mustLinkCode(t *testing.T, s *desktop.Staff, key string) linkcheck.CodeView {
	t.Helper()
	l, err := s.LinkCode(key)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// A page found wrong is at once the search for residents, on paper, and in what is
// under "Cần thay"; taken back, all is as it was. A restart forgets nothing.
func TestWrongPageFallsBack(t *testing.T) {
	dir := t.TempDir()
	s, round := mustCheckLinks(t, dir)
	page := mustLinkCode(t, s, birthLink)
	if page.Link.Code != birthLink || page.Link.Title != "Thủ tục đăng ký khai sinh" || page.Size == 0 || page.Link.State != guide.LinkNever {
		t.Fatalf("%+v", page.Link)
	}
	residents := desktop.ResidentOf(s)
	given := func() desktop.CodeView {
		t.Helper()
		codes, err := residents.Codes("khai-sinh", "vi")
		if err != nil || len(codes.Codes) != 1 {
			t.Fatalf("%+v, %v", codes, err)
		}
		return codes.Codes[0]
	}
	if c := given(); c.Link != guide.LinkPortal || c.Checked != "" {
		t.Fatalf("before: %+v", c)
	}
	verdict := linkcheck.Verdict{Sitting: int64(round), Link: birthLink, URL: page.Link.URL, Found: "right", Reader: "zalo"}
	if asks, err := s.JudgeLink(verdict); err != nil || asks.Found != "" {
		t.Fatal(asks, err)
	}
	if c := given(); c.Link != guide.LinkPortal || c.Checked == "" || c.Age != 0 {
		t.Fatalf("found right: %+v", c)
	}
	verdict.Found = "wrong"
	if _, err := s.JudgeLink(verdict); err != nil {
		t.Fatal(err)
	}
	if c := given(); c.Link != guide.LinkSearch || !strings.Contains(c.URL, birthLink) {
		t.Fatalf("found wrong: %+v", c)
	}
	walk, err := residents.Walk("khai-sinh", map[string]string{}, "vi", 0)
	if err != nil || !strings.Contains(walk.Handoff, "chỗ tìm") {
		t.Errorf("says %q, %v", walk.Handoff, err)
	}
	if view, err := s.Links(); err != nil || len(view.Changed) != 1 || view.Changed[0].Key != birthLink || view.Changed[0].Who != "Lan" {
		t.Errorf("%+v, %v", view.Changed, err)
	}
	if link, err := s.UndoLink(round); err != nil || link != birthLink {
		t.Fatal(link, err)
	}
	if c := given(); c.Link != guide.LinkPortal {
		t.Fatalf("taken back: %+v", c)
	}
	if _, err := s.JudgeLink(verdict); err != nil {
		t.Fatal(err)
	}
	again, err := mustResident(t, dir).Codes("khai-sinh", "vi")
	if err != nil || len(again.Codes) != 1 || again.Codes[0].Link != guide.LinkSearch {
		t.Errorf("after a restart: %+v, %v", again, err)
	}
}

// Every call is refused while the door is shut.
func TestLinksBehindTheDoor(t *testing.T) {
	s, round := mustCheckLinks(t, t.TempDir())
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	v := linkcheck.Verdict{Sitting: int64(round), Link: birthLink, Found: "wrong", Reader: "zalo"}
	calls := map[string]func() error{
		"Links":        func() error { _, err := s.Links(); return err },
		"LinkCode":     func() error { _, err := s.LinkCode(birthLink); return err },
		"BeginLinks":   func() error { _, err := s.BeginLinks(); return err },
		"LinksControl": func() error { return s.LinksControl(round, true) },
		"JudgeLink":    func() error { _, err := s.JudgeLink(v); return err },
		"UndoLink":     func() error { _, err := s.UndoLink(round); return err },
		"TryAddress":   func() error { _, err := s.TryAddress(birthLink, "https://dichvucong.gov.vn/"); return err },
		"UseAddress":   func() error { return s.UseAddress(v) },
		"DropAddress":  func() error { return s.DropAddress(birthLink) },
	}
	for name, call := range calls {
		if err := call(); guide.ErrorCode(err) != guide.CodeDenied {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An address on an official host, found right by a person, is used everywhere.
func TestUseAddress(t *testing.T) {
	s, round := mustCheckLinks(t, t.TempDir())
	const moved = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/moved"
	if _, err := s.TryAddress(birthLink, "https://dichvucong.example.com/x"); guide.ErrorCode(err) != guide.CodeUnofficial {
		t.Errorf("a strange host: %v", err)
	}
	tried, err := s.TryAddress(birthLink, moved+" ")
	if err != nil || tried.Link.URL != moved {
		t.Fatalf("%+v, %v", tried, err)
	}
	if err := s.UseAddress(linkcheck.Verdict{Sitting: int64(round), Link: birthLink, URL: moved, Found: "right", Reader: "android"}); err != nil {
		t.Fatal(err)
	}
	codes, err := desktop.ResidentOf(s).Codes("khai-sinh", "vi")
	if err != nil || codes.Codes[0].URL != moved {
		t.Fatalf("%+v, %v", codes, err)
	}
	if err := s.DropAddress(birthLink); err != nil {
		t.Fatal(err)
	}
	if codes, _ := desktop.ResidentOf(s).Codes("khai-sinh", "vi"); codes.Codes[0].URL == moved {
		t.Error("the province's address is not back")
	}
}

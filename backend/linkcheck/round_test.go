package linkcheck_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/linkcheck"
	"tungbuoc/backend/sqlite"
)

// table is a desk on a real office.db, and the time by its clock.
type table struct {
	linkcheck.Desk
	db  *sqlite.DB
	now time.Time
}

func mustSit(t *testing.T) *table {
	t.Helper()
	d := &table{now: monday}
	now := func() time.Time { return d.now }
	db, err := sqlite.Open(t.Context(), t.TempDir(), now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	d.db, d.Desk = db, linkcheck.Desk{Store: db, Pack: many(2), Now: now}
	return d
}

func (d *table) begin(t *testing.T, opened bool) int64 {
	t.Helper()
	id, err := d.Begin(t.Context(), "  Chị  Lan ")
	if err == nil {
		err = d.Control(t.Context(), id, opened)
	}
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func verdict(sitting int64, found guide.Found) linkcheck.Verdict {
	return linkcheck.Verdict{Sitting: sitting, Link: "s0", URL: "https://dichvucong.gov.vn/s0", Found: found, Reader: guide.ReaderAndroid}
}

func (d *table) judge(t *testing.T, v linkcheck.Verdict) *guide.LinkCheck {
	t.Helper()
	asks, err := d.Judge(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	return asks
}

// state is what the link is for residents now.
func (d *table) state(t *testing.T) guide.Link {
	t.Helper()
	local, err := d.db.LocalLinks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	l, err := d.Pack.WithLinks(local).Link("s0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestJudge(t *testing.T) {
	d := mustSit(t)
	first := d.begin(t, true)
	if asks := d.judge(t, verdict(first, guide.FoundRight)); asks != nil {
		t.Fatalf("asks about %+v", asks)
	}
	if l := d.state(t); l.State != guide.LinkOK || l.Checked != "2026-11-30" || l.Who != "Chị Lan" {
		t.Fatalf("%+v", l)
	}

	// Within the round one may change one's mind, and take it back.
	if asks := d.judge(t, verdict(first, guide.FoundWrong)); asks != nil || d.state(t).State != guide.LinkBroken {
		t.Fatalf("asks about %+v; %+v", asks, d.state(t))
	}
	if link, err := d.Undo(t.Context(), first); err != nil || link != "s0" || d.state(t).State != guide.LinkOK {
		t.Fatalf("%q, %v; %+v", link, err, d.state(t))
	}

	// What an earlier round says is changed only after being asked once.
	d.now = d.now.AddDate(0, 0, 1)
	second := d.begin(t, true)
	v := verdict(second, guide.FoundWrong)
	if asks := d.judge(t, v); asks == nil || asks.Who != "Chị Lan" || asks.Found != guide.FoundRight || d.state(t).State != guide.LinkOK {
		t.Fatalf("asks about %+v; %+v", asks, d.state(t))
	}
	v.Sure = true
	if asks := d.judge(t, v); asks != nil || d.state(t).State != guide.LinkBroken {
		t.Fatalf("asks about %+v; %+v", asks, d.state(t))
	}
	if link, err := d.Undo(t.Context(), second); err != nil || link != "s0" {
		t.Fatal(link, err)
	}
	if link, err := d.Undo(t.Context(), second); err != nil || link != "" {
		t.Fatalf("another round's verdict was undone: %q, %v", link, err)
	}
}

// One outage of the portal withdraws nothing, however often it is met.
func TestOutage(t *testing.T) {
	d := mustSit(t)
	for range 5 {
		id := d.begin(t, false)
		d.judge(t, verdict(id, guide.FoundShut))
		d.now = d.now.AddDate(0, 0, 1)
	}
	if l := d.state(t); l.State == guide.LinkBroken {
		t.Fatalf("%+v", l)
	}
	for range 2 {
		id := d.begin(t, true)
		d.judge(t, verdict(id, guide.FoundShut))
		d.now = d.now.AddDate(0, 0, 1)
	}
	if l := d.state(t); l.State != guide.LinkBroken {
		t.Fatalf("%+v", l)
	}
}

func TestJudgeRefuses(t *testing.T) {
	d := mustSit(t)
	id := d.begin(t, true)
	untried, err := d.Begin(t.Context(), "Lan")
	if err != nil {
		t.Fatal(err)
	}
	for want, v := range map[string]linkcheck.Verdict{
		"đúng trang":       {Sitting: id, Link: "s0", URL: "https://dichvucong.gov.vn/s0", Found: "maybe", Reader: guide.ReaderZalo},
		"điện thoại":       {Sitting: id, Link: "s0", URL: "https://dichvucong.gov.vn/s0", Found: guide.FoundRight, Reader: "nokia"},
		"mã thử":           verdict(untried, guide.FoundRight),
		"không còn":        verdict(999, guide.FoundRight),
		"Không có địa chỉ": {Sitting: id, Link: "none", URL: "https://dichvucong.gov.vn/s0", Found: guide.FoundRight, Reader: guide.ReaderZalo},
		"vừa đổi":          {Sitting: id, Link: "s0", URL: "https://dichvucong.gov.vn/s1", Found: guide.FoundRight, Reader: guide.ReaderZalo},
	} {
		if _, err := d.Judge(t.Context(), v); err == nil || !strings.Contains(guide.Message(err), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	for _, hours := range []int{13, -13, 24 * 3650} {
		d.now = monday.Add(time.Duration(hours) * time.Hour)
		if _, err := d.Judge(t.Context(), verdict(id, guide.FoundRight)); err == nil || !strings.Contains(guide.Message(err), "đã cũ") {
			t.Errorf("%d hours later: %v", hours, err)
		}
	}
	for _, who := range []string{"", "   ", strings.Repeat("a", 41), "Lan\x00", "<script>", "\xff"} {
		if id, err := d.Begin(t.Context(), who); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%q: %d, %v", who, id, err)
		}
	}
}

// A new address is used only from an official host, and only once somebody has
// opened it and found the right page; the province's next edition ends it.
func TestOwnAddress(t *testing.T) {
	d := mustSit(t)
	id := d.begin(t, true)
	for _, bad := range []string{"", "http://dichvucong.gov.vn/b", "https://dichvucong.gov.vn.example.com/b", "javascript:alert(1)", "https://dichvucong.gov.vn/s0", strings.Repeat("x", 1<<20)} {
		if _, err := d.Try(t.Context(), "s0", bad); err == nil {
			t.Errorf("%.40q can be tried", bad)
		}
	}
	l, err := d.Try(t.Context(), "s0", " https://dichvucong.gov.vn/new\n")
	if err != nil || l.URL != "https://dichvucong.gov.vn/new" || d.state(t).Local {
		t.Fatalf("%+v, %v; %+v", l, err, d.state(t))
	}
	v := verdict(id, guide.FoundWrong)
	v.URL = l.URL
	if err := d.Use(t.Context(), v); err == nil {
		t.Fatal("a page found wrong is used")
	}
	v.Found = guide.FoundRight
	if err := d.Use(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	if l := d.state(t); !l.Local || l.URL != v.URL || l.State != guide.LinkOK {
		t.Fatalf("%+v", l)
	}
	if err := d.Drop(t.Context(), "s0"); err != nil || d.state(t).Local {
		t.Fatalf("%+v, %v", d.state(t), err)
	}
	if err := d.Use(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	d.Pack.Info.Edition++
	if l := d.state(t); l.Local || l.State == guide.LinkOK {
		t.Fatalf("after the next edition: %+v", l)
	}
}

package paper_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // an old row is written without our own code

	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/worker"
)

var full = paper.Order{
	Services: []string{"khai-sinh", "vneid"}, Codes: []paper.Code{{Kind: paper.Phone, Name: "Tổ số", Phone: "0912 000 000"}},
	Layout: "a4x8", Copies: 9, Counts: []int{9, 2, 4}, Start: 3, Large: true, Team: "Tổ công nghệ số", Hamlet: "", Households: 30,
}

// alike is full as programs kept it that knew one count for all.
var alike = func() paper.Order {
	o := full
	o.Counts = nil
	return o
}()

// An order that is kept today can be read for ever: neither a name of a field
// here nor one of the page's may change this text.
const keptToday = `{"version":2,"services":["khai-sinh","vneid"],"codes":[{"kind":"phone","name":"Tổ số","phone":"0912 000 000"}],` +
	`"layout":"a4x8","copies":9,"counts":[9,2,4],"start":3,"large":true,"team":"Tổ công nghệ số","hamlet":"","households":30}`

// keptAlike is the order as it was kept while all services had one count.
const keptAlike = `{"version":1,"services":["khai-sinh","vneid"],"codes":[{"kind":"phone","name":"Tổ số","phone":"0912 000 000"}],` +
	`"layout":"a4x8","copies":9,"start":3,"large":true,"team":"Tổ công nghệ số","hamlet":"","households":30}`

// keptBefore is that order as the staff's page of the first programs sent it.
const keptBefore = `{"services":["khai-sinh","vneid"],"layout":"a4x8","copies":9,"start":3,"large":true,"team":"Tổ công nghệ số",` +
	`"forms":[{"kind":"phone","name":"Tổ số","phone":"0912 000 000"}],"hamlet":"","households":30}`

func TestOrdersAreKept(t *testing.T) {
	if got, err := paper.Pack(full); err != nil || got != keptToday {
		t.Errorf("got %s, %v", got, err)
	}
	for text, want := range map[string]paper.Order{keptToday: full, keptAlike: alike, keptBefore: alike} {
		if got, err := paper.Unpack(text); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "{", `{"version":3,"services":["khai-sinh"]}`, `{"version":1,"copies":"9"}`, `{"copies":"9"}`, `[]`} {
		if _, err := paper.Unpack(text); guide.ErrorCode(err) != guide.CodeInvalid || !strings.Contains(guide.Message(err), "bỏ việc đó") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A job that a program before orders had a version was cut off with goes on
// after the update, to the page.
func TestOldJobGoesOn(t *testing.T) {
	dir := t.TempDir()
	old, err := os.ReadFile(filepath.Join("..", "sqlite", "testdata", "old", "v4.db"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, sqlite.FileName)
	if err := os.WriteFile(file, old, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`INSERT INTO paper_job VALUES (1, '2026-11-20 09:30', 'Thôn Nà Khà', ?, 'printed', 'A', 43, 20)`,
		`{"services":["khai-sinh","vneid"],"layout":"a5","copies":1,"start":1,"large":false,"team":"","forms":[],"hamlet":"Nà Khà","households":40}`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := mustShop(t, dir)
	note, ok, err := s.Unfinished(t.Context())
	if err != nil || !ok || note.Title != "Thôn Nà Khà" || note.Pages != 43 || note.Done != 20 || note.Begun != "2026-11-20 09:30" {
		t.Fatalf("%+v, %v, %v", note, ok, err)
	}
	s.do(s.Resume(t.Context(), 21))
	if got := s.over(); got.State != worker.Done || got.Done != 43 {
		t.Fatalf("%+v", got)
	}
	if pages := s.tray.pages(); pages != 23 {
		t.Errorf("%d pages came out, want 23", pages)
	}
}

func TestOrdersThatCannotBe(t *testing.T) {
	s := mustShop(t, t.TempDir())
	with := func(change func(o *paper.Order)) paper.Order {
		o := order("a5", 1, "khai-sinh")
		change(&o)
		return o
	}
	code := []paper.Code{{Kind: paper.Phone, Name: "Tổ", Phone: "113"}}
	for name, tt := range map[string]struct {
		o    paper.Order
		code guide.Code
	}{
		"nothing":           {order("a5", 1), guide.CodeInvalid},
		"unknown layout":    {order("a9", 1, "khai-sinh"), guide.CodeInvalid},
		"unknown service":   {order("a5", 1, "../x"), guide.CodeNotFound},
		"no copies":         {order("a5", 0, "khai-sinh"), guide.CodeInvalid},
		"a count too few":   {with(func(o *paper.Order) { o.Codes, o.Counts = code, []int{1} }), guide.CodeInvalid},
		"a count of none":   {with(func(o *paper.Order) { o.Counts = []int{0} }), guide.CodeInvalid},
		"too many":          {with(func(o *paper.Order) { o.Services = make([]string, paper.MaxServices); o.Codes = code }), guide.CodeInvalid},
		"leaflet of a code": {with(func(o *paper.Order) { o.Layout = "leaflet"; o.Codes = code }), guide.CodeInvalid},
		"hamlet of a code":  {with(func(o *paper.Order) { o.Hamlet, o.Households, o.Codes = "Nà Khà", 3, code }), guide.CodeInvalid},
		"nobody's hamlet":   {with(func(o *paper.Order) { o.Hamlet = "Nà Khà" }), guide.CodeInvalid},
		"unknown code":      {with(func(o *paper.Order) { o.Codes = []paper.Code{{Kind: "sms"}} }), guide.CodeInvalid},
		"no number":         {with(func(o *paper.Order) { o.Codes = []paper.Code{{Kind: paper.Contact, Name: "x", Phone: "09a"}} }), guide.CodeInvalid},
		"no network":        {with(func(o *paper.Order) { o.Codes = []paper.Code{{Kind: paper.WiFi}} }), guide.CodeNotFound},
		"long team":         {with(func(o *paper.Order) { o.Team = strings.Repeat("à", paper.MaxTeam+1) }), guide.CodeInvalid},
	} {
		for way, do := range map[string]func() error{
			"make":  func() error { _, err := s.Make(tt.o); return err },
			"print": func() error { return s.Print(t.Context(), tt.o, "A") },
			"save":  func() error { return s.Save(t.Context(), tt.o, s.dir) },
		} {
			if err := do(); guide.ErrorCode(err) != tt.code {
				t.Errorf("%s, %s: %v", way, name, err)
			}
		}
	}
	if _, ok, err := s.Unfinished(t.Context()); ok || err != nil {
		t.Errorf("an order that cannot be was remembered, %v", err)
	}
}

package desktop_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

const (
	flightID = "019d8af3-edd0-7528-af6e-edcc8745d1f1"
	hueID    = "019d8af3-edd0-7528-af6e-edcc8745d1f2"
)

func mustImport(t *testing.T, dir string) {
	t.Helper()
	index, err := sqlite.OpenContent(context.Background(), dir, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = index.Close() }()
	_, err = index.Import(context.Background(), func(add func(guide.CatalogueEntry) error) error {
		for _, e := range []guide.CatalogueEntry{
			{Code: "1.014689", Name: "Thủ tục cấp phép bay", FormalityID: flightID, Issuer: "Bộ Quốc phòng"},
			{Code: "3.000616", Name: "Hỗ trợ chuỗi cung ứng bán dẫn", FormalityID: hueID, Issuer: "UBND Thành phố Huế", Local: true},
		} {
			if err := add(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSearchView(t *testing.T) {
	r := mustResident(t, "")
	v, err := r.Search("giay khai sinh", "vi")
	if err != nil || len(v.Hits) == 0 || v.Unsure {
		t.Fatalf("%+v, %v", v, err)
	}
	hit := v.Hits[0]
	if hit.Key != "khai-sinh" || hit.Kind != "procedure" || hit.Decides == "" || !hit.Guide || hit.Code != "1.001193" {
		t.Errorf("%+v", hit)
	}
	var title, marked string
	for _, p := range hit.Title {
		title += p.Say
		if p.Hit {
			marked += p.Say
		}
	}
	if title != "Làm giấy khai sinh cho con" || strings.TrimSpace(marked) != "giấy khai sinh" {
		t.Errorf("title %q, marked %q", title, marked)
	}
	if v, err := r.Search("qwrtp asdfgh", "vi"); err != nil || v.Hits == nil || len(v.Hits) != 0 || v.Unsure {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestEntryPage(t *testing.T) {
	dir := t.TempDir()
	mustImport(t, dir)
	r := mustResident(t, dir)
	v, err := r.Search("cap phep bay", "vi")
	if err != nil || len(v.Hits) == 0 || v.Hits[0].Kind != "catalogue" || v.Hits[0].Key != flightID {
		t.Fatalf("%+v, %v", v, err)
	}
	e, err := r.Entry(flightID, "vi")
	if err != nil || e.Code != "1.014689" || !e.Here || len(e.Codes.Codes) != 1 || e.Departments == nil {
		t.Fatalf("%+v, %v", e, err)
	}
	if got, want := e.Codes.Codes[0].URL, "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"+flightID; got != want {
		t.Errorf("code leads to %s, want %s", got, want)
	}
	if e, err := r.Entry(hueID, "en"); err != nil || e.Here {
		t.Errorf("another province's procedure: %+v, %v", e, err)
	}
	for _, id := range []string{"", "khai-sinh", "../x", strings.Repeat("9", 10_000)} {
		if _, err := r.Entry(id, "vi"); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("Entry(%.20q): %v", id, err)
		}
	}
}

func TestMissedSearchIsCountedWithoutNamesAndNumbers(t *testing.T) {
	dir := t.TempDir()
	r := mustResident(t, dir)
	for _, query := range []string{"qwrtp 0912345678", "qwrtp", "giấy khai sinh", "0912345678"} {
		if err := r.Missed(query); err != nil {
			t.Fatal(err)
		}
	}
	db, err := sqlite.Open(context.Background(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	list, err := db.Missed(context.Background(), "2000-01-01", 10)
	if err != nil || len(list) != 1 || list[0] != (sqlite.Missed{N: 3, Days: 1}) {
		t.Errorf("%+v, %v", list, err)
	}
}

// Search works where nothing can be written.
func TestSearchWithoutAFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := mustResident(t, filepath.Join(file, "below"))
	if v, err := r.Search("bhyt", "vi"); err != nil || len(v.Hits) == 0 {
		t.Errorf("%+v, %v", v, err)
	}
}

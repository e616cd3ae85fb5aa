package content_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
)

// A law is found by its number, with everything that rests on it.
func TestCite(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	found := content.Cite(lib.Pack, "141/2026/nđ-cp")
	if len(found) == 0 {
		t.Fatal("nothing rests on the decree")
	}
	for _, c := range found {
		if c.Source != "ho-kinh-doanh-2026" || c.File != "figures.yaml" && !strings.HasPrefix(c.File, "services/") && !strings.HasPrefix(c.File, "flows/") ||
			c.Place == "" || c.Say == "" || len(c.Services) == 0 || c.Figures == nil {
			t.Errorf("%+v", c)
		}
	}
	// Fees, steps and troubles are all looked at.
	places := map[string]bool{}
	for _, s := range lib.Pack.Sources {
		for _, c := range content.Cite(lib.Pack, s.Key) {
			place, _, _ := strings.Cut(c.Place, "[")
			places[place] = true
			if place == "emergency.acts" && len(c.Unit) != len(unit("")) {
				t.Errorf("%s: %q has no clip to be recorded anew", c.File, c.Say)
			}
		}
	}
	for _, want := range []string{"fee", "time", "steps", "next", "hotline", "emergency.acts", "emergency.numbers"} {
		if !places[want] {
			t.Errorf("no source of any %s found; places: %v", want, places)
		}
	}
	for _, none := range []string{"", "  ", "999/1999/NĐ-CP"} {
		if found := content.Cite(lib.Pack, none); len(found) != 0 {
			t.Errorf("%q: %d places", none, len(found))
		}
	}
}

// What rests on a figure rests on its source, whether or not it names it; each
// place stands once.
func TestCiteFollowsFigures(t *testing.T) {
	pack := figurePack(t,
		"Mỗi cháu bé cần", "Mất {le-phi}, mỗi cháu bé cần",
		"sure: full", "sure: full\nfee: {say: 'Nộp {le-phi}'}",
		"  - say: Chọn xã", "  - say: Chọn xã\n    why: Nhầm thì mất {le-phi}\n    source: nha-mang",
		"say: Giấy nhận con", "say: Giấy nhận con\n    note: Một bản {le-phi}",
		"value: Nguyễn Thị Mẫu", `value: "{le-phi}"`)
	pack["flows/dang-nhap.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(pack["flows/dang-nhap.yaml"].Data),
		"say: Gõ mật khẩu", `say: "Gõ mật khẩu, nộp {le-phi}"`, 1))}
	lib, r := content.Load(pack)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	const service, flow = "services/khai-sinh.yaml", "flows/dang-nhap.yaml"
	var got []string
	for _, c := range content.Cite(lib.Pack, "cổng") {
		got = append(got, strings.Join([]string{c.File, c.Place, c.Say, strings.Join(c.Figures, "+"), strings.Join(c.Services, "+"), c.Unit}, "|"))
	}
	want := []string{
		"figures.yaml|figures[0]|7.000 đồng|le-phi|khai-sinh|",
		service + "|fee|Nộp 7.000 đồng|le-phi|khai-sinh|",
		service + "|checklist[1]|Giấy nhận con|le-phi|khai-sinh|" + unit("Giấy nhận con\nMột bản 7.000 đồng"),
		service + "|summary|Mất 7.000 đồng, mỗi cháu bé cần một giấy khai sinh.|le-phi|khai-sinh|",
		service + "|steps[2].why|Nhầm thì mất 7.000 đồng|le-phi|khai-sinh|" + unit("Chọn xã\nNhầm thì mất 7.000 đồng"),
		service + "|steps[4].screen.show[0].value|7.000 đồng|le-phi|khai-sinh|" + unit("Điền tên cháu"),
		flow + "|steps[1]|Gõ mật khẩu, nộp 7.000 đồng|le-phi|khai-sinh|" + unit("Gõ mật khẩu, nộp 7.000 đồng"),
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// unit is the name of a clip, as docs/content.md gives it.
func unit(texts string) string {
	sum := sha256.Sum256([]byte(texts))
	return hex.EncodeToString(sum[:])[:16]
}

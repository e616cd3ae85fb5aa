package guide_test

import (
	"reflect"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestWordsAreChecked(t *testing.T) {
	for name, tt := range map[string]struct {
		words guide.Words
		path  string // of the problem
	}{
		"no way to say it":   {guide.Words{Words: []guide.Word{{Means: []string{"x"}}}}, "words[0].say"},
		"points nowhere":     {guide.Words{Words: []guide.Word{{Say: []string{"x"}}}}, "words[0]"},
		"unknown service":    {guide.Words{Words: []guide.Word{{Say: []string{"x"}, Services: []string{"khong-co"}}}}, "words[0].services[0]"},
		"same service twice": {guide.Words{Words: []guide.Word{{Say: []string{"x"}, Services: []string{"khai-sinh", "khai-sinh"}}}}, "words[0].services[1]"},
		"said twice":         {guide.Words{Words: []guide.Word{{Say: []string{"x"}, Means: []string{"y"}}, {Say: []string{"x"}, Means: []string{"z"}}}}, "words[1].say[0]"},
		"capital":            {guide.Words{Fillers: []string{"Làm"}}, "fillers[0]"},
		"spaces":             {guide.Words{Fillers: []string{"ở  đâu"}}, "fillers[0]"},
		"empty":              {guide.Words{Words: []guide.Word{{Say: []string{""}, Means: []string{"y"}}}}, "words[0].say[0]"},
		"long":               {guide.Words{Words: []guide.Word{{Say: []string{strings.Repeat("x", 61)}, Means: []string{"y"}}}}, "words[0].say[0]"},
		"too many services":  {guide.Words{Words: []guide.Word{{Say: []string{"x"}, Services: make([]string, 7)}}}, "words[0].services"},
	} {
		pack := mustPack(t)
		pack.Words = tt.words
		found := false
		for _, p := range pack.Validate() {
			found = found || p.Where.Kind == "words" && p.Where.Path == tt.path
		}
		if !found {
			t.Errorf("%s: not found at %s", name, tt.path)
		}
	}
}

func TestCataloguePatternMustBeOfficial(t *testing.T) {
	for pattern, ok := range map[string]bool{
		"": true, "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{id}": true,
		"https://dichvucong.gov.vn/": false, "https://dichvucong.gov.vn.evil.com/{id}": false, "http://dichvucong.gov.vn/{id}": false,
	} {
		pack := mustPack(t)
		pack.Info.Catalogue = pattern
		bad := false
		for _, p := range pack.Validate() {
			bad = bad || p.Where.Path == "catalogue"
		}
		if bad == ok {
			t.Errorf("%q: refused %v", pattern, bad)
		}
	}
}

func TestEntryLink(t *testing.T) {
	pack := mustPack(t)
	e := guide.CatalogueEntry{Code: "1.014689", FormalityID: "019d8af3-edd0-7528-af6e-edcc8745d1f1"}
	pack.Info.Catalogue = ""
	if _, err := pack.EntryLink(e); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("without a pattern: %v", err)
	}
	pack.Info.Catalogue = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{id}"
	link, err := pack.EntryLink(e)
	if err != nil || link.URL != "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d8af3-edd0-7528-af6e-edcc8745d1f1" {
		t.Errorf("%+v, %v", link, err)
	}
}

func TestEntryForPlace(t *testing.T) {
	for _, tt := range []struct {
		e    guide.CatalogueEntry
		want bool
	}{
		{guide.CatalogueEntry{Issuer: "Bộ Tư pháp"}, true},
		{guide.CatalogueEntry{Issuer: "UBND tỉnh Tuyên Quang", Local: true}, true},
		{guide.CatalogueEntry{Issuer: "UBND Thành phố Huế", Local: true}, false},
	} {
		if got := tt.e.For("Tỉnh Tuyên Quang"); got != tt.want {
			t.Errorf("%+v: %v", tt.e, got)
		}
	}
}

// Letters that old fonts left in the catalogue can be neither printed nor found.
func TestTidyMendsLetters(t *testing.T) {
	got := guide.CatalogueEntry{
		Code: "1.013841", Name: "Tặng Huân  chƣơng,\nđối tƣợng ngƣ\u0300 nghiệp", Issuer: "Bộ Ðất ðai", Departments: []string{"TRƢỜNG Ɖại học", "TRƯỜNG Đại học"},
	}.Tidy()
	want := guide.CatalogueEntry{
		Code: "1.013841", Name: "Tặng Huân chương, đối tượng ngừ nghiệp", Issuer: "Bộ Đất đai", Departments: []string{"TRƯỜNG Đại học"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestMissedWordsKeepNothingPersonal(t *testing.T) {
	for folded, want := range map[string]string{
		"xo so mien bac":                "xo so mien bac",
		"":                              "",
		"0912345678":                    "",
		"goi 0912 345 678 cho toi":      "goi cho toi",
		"cccd 008 123 cua ong a":        "cccd cua ong a",
		"muc 2":                         "muc 2",
		"a1b2c3d4":                      "",
		"mot hai ba bon nam sau bay":    "mot hai ba bon nam sau",
		strings.Repeat("a", 61):         "",
		strings.Repeat("abcdefghi ", 9): strings.TrimSpace(strings.Repeat("abcdefghi ", 6)),
	} {
		if got := guide.MissedWords(folded); got != want {
			t.Errorf("MissedWords(%q) = %q, want %q", folded, got, want)
		}
	}
}

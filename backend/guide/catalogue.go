package guide

import (
	"regexp"
	"slices"
	"strings"
)

// KindCatalogue is the kind of a procedure known from the national catalogue
// only: it has a name and a page, and no guide.
const KindCatalogue Kind = "catalogue"

// CatalogueEntry is one procedure of the national catalogue.
type CatalogueEntry struct {
	Code        string   // as the catalogue writes it, mostly like 1.001193
	Name        string   // official name, spaces and letters put in order
	FormalityID string   // the portal's id of its page, a UUID
	Issuer      string   // who made the procedure: a ministry or a province
	Departments []string // who handles it; empty: not said
	Local       bool     // made by one province, for that province
}

// Bounds of what is taken from outside data.
const (
	maxEntryName = 2000 // characters; the longest in the catalogue of 2026 has 1,192
	maxEntryText = 300
)

var (
	entryCode = regexp.MustCompile(`^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$`)
	entryID   = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
)

// wrongLetters are letters of other languages that stand for ours in the
// catalogue, as old fonts and code pages left them: nobody can print a name
// with ƣ, and nobody can find it.
var wrongLetters = strings.NewReplacer(
	"Ƣ\u0300", "Ừ", "Ƣ\u0301", "Ứ", "Ƣ\u0303", "Ữ", "Ƣ\u0309", "Ử", "Ƣ\u0323", "Ự", "Ƣ", "Ư",
	"ƣ\u0300", "ừ", "ƣ\u0301", "ứ", "ƣ\u0303", "ữ", "ƣ\u0309", "ử", "ƣ\u0323", "ự", "ƣ", "ư",
	"Ð", "Đ", "ð", "đ", "Ɖ", "Đ", "ɖ", "đ",
)

// Tidy puts the spaces of an entry in order, and the letters of its names: the
// catalogue has line breaks, double spaces and letters of old fonts there.
func (e CatalogueEntry) Tidy() CatalogueEntry {
	for _, s := range []*string{&e.Code, &e.Name, &e.FormalityID, &e.Issuer} {
		*s = wrongLetters.Replace(strings.Join(strings.Fields(*s), " "))
	}
	departments := e.Departments
	e.Departments = nil
	for _, d := range departments {
		if d = wrongLetters.Replace(strings.Join(strings.Fields(d), " ")); d != "" && !slices.Contains(e.Departments, d) {
			e.Departments = append(e.Departments, d)
		}
	}
	return e
}

// Validate refuses an entry that could not be shown or lead anywhere. Error:
// CodeInvalid, with a sentence that says what is wrong.
func (e CatalogueEntry) Validate() error {
	switch {
	case len(e.Code) > 24 || !entryCode.MatchString(e.Code):
		return Errorf(CodeInvalid, "mã thủ tục viết chưa đúng")
	case !entryID.MatchString(e.FormalityID):
		return Errorf(CodeInvalid, "mã trang trên Cổng viết chưa đúng")
	case e.Name == "":
		return Errorf(CodeInvalid, "thiếu tên thủ tục")
	case len([]rune(e.Name)) > maxEntryName:
		return Errorf(CodeInvalid, "tên thủ tục quá dài")
	case len([]rune(e.Issuer)) > maxEntryText || slices.ContainsFunc(e.Departments, func(d string) bool { return len([]rune(d)) > maxEntryText }):
		return Errorf(CodeInvalid, "tên cơ quan quá dài")
	}
	return nil
}

// For says whether the entry applies in the pack's own place: it does unless
// another province made it for itself.
func (e CatalogueEntry) For(place string) bool {
	return !e.Local || strings.HasSuffix(strings.ToLower(e.Issuer), strings.ToLower(strings.TrimSpace(place)))
}

// EntryLink is the portal's page of an entry, by the pack's address pattern.
// It passes the same checks as a link of the registry before it becomes a
// code. Error: CodeNotFound when the pack has no pattern.
func (p *Pack) EntryLink(e CatalogueEntry) (Link, error) {
	if p.Info.Catalogue == "" {
		return Link{}, Errorf(CodeNotFound, "Chưa có địa chỉ đã kiểm tra cho mục này. Mời ông bà hỏi cán bộ.")
	}
	return Link{Key: e.Code, URL: strings.ReplaceAll(p.Info.Catalogue, entryMark, e.FormalityID), State: LinkNever}, nil
}

// entryMark stands for the page's id in the pack's address pattern.
const entryMark = "{id}"

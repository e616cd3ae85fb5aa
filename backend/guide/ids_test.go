package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// Everything that can be read aloud has one lasting name, and a name means one
// thing for ever.
func TestEachMistakeInIDsIsReported(t *testing.T) {
	for name, tt := range map[string]struct {
		mutate     func(p *guide.Pack, s *guide.Service)
		path, says string
		mend       string
	}{
		"a step without one":    {func(_ *guide.Pack, s *guide.Service) { s.Steps[2].ID = "" }, "steps[2].id", "Bước này chưa có id.", "Ghi id ngắn, không đổi khi sửa câu."},
		"a line without one":    {func(_ *guide.Pack, s *guide.Service) { s.Checklist[0].ID = "" }, "checklist[0].id", "Dòng này chưa có id.", "Ghi id ngắn"},
		"a shared step without": {func(p *guide.Pack, _ *guide.Service) { p.Flows[0].Steps[1].ID = "" }, "steps[1].id", "Bước này chưa có id.", "Ghi id ngắn"},
		"a brief step without":  {func(p *guide.Pack, _ *guide.Service) { p.Flows[0].Brief = &guide.Step{Say: "Đăng nhập"} }, "brief.id", "Bước này chưa có id.", "Ghi id ngắn"},
		"an act without one": {func(_ *guide.Pack, s *guide.Service) {
			s.Emergency = &guide.Emergency{Acts: []guide.Act{{Say: "Gọi"}}}
		}, "emergency.acts[0].id", "Dòng này chưa có id.", "Ghi id ngắn"},
		"one for other steps": {func(_ *guide.Pack, s *guide.Service) { s.Steps[1].ID = "dang-nhap" }, "steps[1]", "không viết gì thêm", ""},
		"the same twice":      {func(_ *guide.Pack, s *guide.Service) { s.Steps[3].ID = "chon-xa" }, "steps[3].id", "đã dùng", "Đặt id khác"},
		"a step like a line":  {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = "chung-sinh" }, "steps[0].id", "đã dùng", "Đặt id khác"},
		"a brief step like one": {func(p *guide.Pack, _ *guide.Service) {
			p.Flows[0].Brief = &guide.Step{Say: "Đăng nhập", ID: "mat-khau"}
		}, "steps[1].id", "đã dùng", "Đặt id khác"},
		"marks":                 {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = "quét-mã" }, "steps[0].id", "viết chưa đúng", "không dấu"},
		"capitals":              {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = "QuetMa" }, "steps[0].id", "viết chưa đúng", "không dấu"},
		"a file in it":          {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = "khai-sinh/quet-ma" }, "steps[0].id", "viết chưa đúng", "không dấu"},
		"too long":              {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = strings.Repeat("a", 41) }, "steps[0].id", "viết chưa đúng", "40"},
		"a number":              {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = "3" }, "steps[0].id", "số thứ tự", "theo ý của câu"},
		"a number with a word":  {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].ID = "buoc-3" }, "steps[0].id", "số thứ tự", "theo ý của câu"},
		"an earlier one in use": {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Was = []string{"chon-xa"} }, "steps[0].was[0]", "mục khác", "bỏ nó"},
		"an earlier one of two": {func(_ *guide.Pack, s *guide.Service) {
			s.Steps[0].Was, s.Checklist[0].Was = []string{"cu"}, []string{"cu"}
		}, "steps[0].was[0]", "mục khác", "bỏ nó"},
		"its own as earlier":     {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Was = []string{"quet-ma"} }, "steps[0].was[0]", "mục khác", "bỏ nó"},
		"one in use elsewhere":   {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Was = []string{"flow dang-nhap/mat-khau"} }, "steps[0].was[0]", "mục khác", "bỏ nó"},
		"an earlier one, badly":  {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Was = []string{"Cũ"} }, "steps[0].was[0]", "viết chưa đúng", "không dấu"},
		"an earlier file, badly": {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Was = []string{"đoạn/cu"} }, "steps[0].was[0]", "Tên tệp", "flow toi-quay"},
	} {
		t.Run(name, func(t *testing.T) {
			p := mustPack(t)
			tt.mutate(p, &p.Services[0])
			problems := p.Validate()
			if !slices.ContainsFunc(problems, func(q guide.Problem) bool {
				return q.Where.Path == tt.path && strings.Contains(q.Message, tt.says) && strings.Contains(q.Mend, tt.mend) && !q.Warning
			}) {
				t.Errorf("no problem at %s saying %q in\n%v", tt.path, tt.says, problems)
			}
		})
	}
}

// What is right stays right: the same id in two files, an earlier id that came
// from another file, a number within a meaning.
func TestIDsWithoutAFault(t *testing.T) {
	p := mustPack(t)
	s := &p.Services[0]
	s.Steps[0].ID, s.Steps[0].Was = "mat-khau", []string{"quet-ma", "flow dang-nhap/quet-ma", "khai-sinh-cu/quet"}
	s.Steps[2].ID = "gom-6-so"
	if problems := p.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
	var ids []string
	for _, n := range p.Names() {
		ids = append(ids, n.ID)
		if n.ID == "khai-sinh/mat-khau" && !slices.Equal(n.Was, []string{"khai-sinh/quet-ma", "flow dang-nhap/quet-ma", "khai-sinh-cu/quet"}) {
			t.Errorf("was %v", n.Was)
		}
	}
	want := []string{"khai-sinh/chung-sinh", "khai-sinh/nhan-con", "khai-sinh/mat-khau", "khai-sinh/gom-6-so", "khai-sinh/nop", "khai-sinh/ten-chau", "flow dang-nhap/dang-nhap", "flow dang-nhap/mat-khau"}
	if !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
}

// An id of the last edition is still there, or it was said what became of it.
func TestLostIDs(t *testing.T) {
	before := func(p *guide.Pack) guide.IDs { return p.IDsNow(guide.IDs{}) }
	for name, tt := range map[string]struct {
		edit func(p *guide.Pack, s *guide.Service, list *guide.IDs)
		path string // "": nothing wrong
		says string
	}{
		"nothing changed": {func(*guide.Pack, *guide.Service, *guide.IDs) {}, "", ""},
		"a new step": {func(_ *guide.Pack, s *guide.Service, _ *guide.IDs) {
			s.Steps = append(s.Steps, guide.Step{Say: "Xong", ID: "xong"})
		}, "", ""},
		"other words":     {func(_ *guide.Pack, s *guide.Service, _ *guide.IDs) { s.Steps[0].Say = "Quét mã này" }, "", ""},
		"a step left out": {func(_ *guide.Pack, s *guide.Service, _ *guide.IDs) { s.Steps = s.Steps[1:] }, "ids[6]", "Mất id “khai-sinh/quet-ma” của lần phát hành 1"},
		"a line left out": {func(_ *guide.Pack, s *guide.Service, _ *guide.IDs) { s.Checklist = s.Checklist[1:] }, "ids[3]", "khai-sinh/chung-sinh"},
		"another id":      {func(_ *guide.Pack, s *guide.Service, _ *guide.IDs) { s.Steps[0].ID = "quet" }, "ids[6]", "khai-sinh/quet-ma"},
		"another id, said so": {func(_ *guide.Pack, s *guide.Service, _ *guide.IDs) {
			s.Steps[0].ID, s.Steps[0].Was = "quet", []string{"quet-ma"}
		}, "", ""},
		"moved, said so": {func(p *guide.Pack, s *guide.Service, _ *guide.IDs) {
			p.Flows[0].Steps[0].Was = []string{"khai-sinh/quet-ma"}
			s.Steps = s.Steps[1:]
		}, "", ""},
		"left out on purpose": {func(_ *guide.Pack, s *guide.Service, l *guide.IDs) {
			s.Steps = s.Steps[1:]
			l.Gone = []string{"khai-sinh/quet-ma"}
		}, "", ""},
		"gone and there":             {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.Gone = []string{"khai-sinh/nop"} }, "gone[0]", "vẫn còn dùng"},
		"of a later edition":         {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.Edition = 2 }, "edition", "lần phát hành 2"},
		"of no edition":              {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.Edition = 0 }, "edition", "lần phát hành 0"},
		"one that says nothing":      {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.IDs[0] = "" }, "ids[0]", "không phải là id có tên tệp"},
		"one of nothing":             {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.Gone = []string{"/"} }, "gone[0]", "“/”"},
		"one without its file":       {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.Gone = []string{"nop"} }, "gone[0]", "Viết như khai-sinh/ten-chau"},
		"of an edition before":       {func(p *guide.Pack, _ *guide.Service, _ *guide.IDs) { p.Info.Edition = 9 }, "", ""},
		"an earlier id dropped, too": {func(_ *guide.Pack, _ *guide.Service, l *guide.IDs) { l.IDs = append(l.IDs, "khai-sinh/xua") }, "ids[8]", "khai-sinh/xua"},
	} {
		t.Run(name, func(t *testing.T) {
			p := mustPack(t)
			list := before(p)
			tt.edit(p, &p.Services[0], &list)
			problems := p.Lost(list)
			if tt.path == "" {
				if len(problems) > 0 {
					t.Error(problems)
				}
				return
			}
			if len(problems) != 1 || problems[0].Where != (guide.Where{Kind: "ids", Path: tt.path}) || !strings.Contains(problems[0].Message+problems[0].Mend, tt.says) || problems[0].Mend == "" {
				t.Errorf("want one at %s saying %q: %+v", tt.path, tt.says, problems)
			}
		})
	}
	p := mustPack(t)
	p.Services[0].Steps[0].Was = []string{"xua"}
	list := p.IDsNow(guide.IDs{Gone: []string{"b/c", "a/b", "b/c"}})
	if !slices.IsSorted(list.IDs) || !slices.Contains(list.IDs, "khai-sinh/xua") || !slices.Equal(list.Gone, []string{"a/b", "b/c"}) || list.Edition != 1 {
		t.Errorf("%+v", list)
	}
}

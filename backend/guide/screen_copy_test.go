package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

const readScreen = "khai-sinh/doc-lai#screen"

// undrawn is a small pack with two steps that are not drawn: one of a lesson, one that
// two lessons share.
func undrawn() *guide.Pack {
	p := drawn()
	s := &p.Services[0]
	s.Steps = append(s.Steps, guide.Step{ID: "doc-lai", Say: "Chạm “Xem lại”.", Helper: "Nhắc ông bà nút “Xem trước”."}, guide.Step{Use: "ket-qua"})
	s.Steps[1].Screen.Show[3].ID = "xem"
	s.Steps[1].Screen.Target = "xem"
	s.System = "hotich.moj.gov.vn"
	s.Checklist, s.Handoff = []guide.Item{{ID: "giay", Say: "Giấy chứng sinh."}}, &guide.Handoff{}
	notice := func(on guide.Surface, app string) *guide.Screen {
		return &guide.Screen{On: on, App: app, Title: "Kết quả", Target: "nut", Show: []guide.Part{{Text: "Đã có kết quả."}, {Button: "Xem", ID: "nut"}}}
	}
	p.Services = append(p.Services, guide.Service{
		Key: "khai-tu", Kind: guide.KindProcedure, Title: "Khai tử", System: "hotich.moj.gov.vn",
		Steps: []guide.Step{
			{Use: "ket-qua"},
			{ID: "cung-trang", Say: "Xem trang.", Screen: notice(guide.SurfacePortal, "dichvucong.gov.vn")},
			{ID: "trang-khac", Say: "Xem trang khác.", Screen: notice(guide.SurfacePortal, "vneid.gov.vn")},
			{ID: "cung-he-thong", Say: "Xem hệ thống.", Screen: notice(guide.SurfaceSystem, "")},
		},
	})
	p.Flows = append(p.Flows, guide.Flow{Key: "ket-qua", Title: "Nhận kết quả", Steps: []guide.Step{
		{ID: "mo-tin", Say: "Mở tin nhắn."},
		{ID: "doc-tin", Say: "Đọc tin nhắn.", Screen: notice(guide.SurfacePhone, "Tin nhắn")},
	}})
	return p
}

// lineOf is the line by which a drawing is copied to a step, "" it may not be.
func lineOf(p *guide.Pack, target, from string) string {
	for _, d := range p.DrawingsFor(target) {
		if strings.HasPrefix(d.Line, "copy: "+from+" ") {
			return d.Line
		}
	}
	return ""
}

// brief has the shared steps be a skill that files, with one step that stands for them.
func brief(p *guide.Pack) *guide.Step {
	f := &p.Flows[1]
	f.Brief, f.Steps[0].Sends = &guide.Step{ID: "gon", Say: "Nhận kết quả."}, true
	return f.Brief
}

// sending is the page on which one files.
func sending() *guide.Screen {
	return &guide.Screen{On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Hồ sơ", Target: "gui", Show: []guide.Part{{Button: "Gửi hồ sơ", ID: "gui"}}}
}

// bare is the step of the lesson that nobody has drawn.
func bareStep(p *guide.Pack) *guide.Step { return &p.Services[0].Steps[3] }

func TestACopyComesToAStepWithoutADrawing(t *testing.T) {
	p := undrawn()
	line := lineOf(p, readScreen, "khai-sinh/dien-ten")
	own := p.WithLocal(guide.Local{Wordings: []guide.Wording{
		redrawn(t, p, readScreen, line+"\ntitle: Xem lại tờ khai\n4.button: Xem lại"),
		redrawn(t, p, nameScreen, "title: Khai sinh"), // the copy is of what the province has drawn
	}})
	st := pictured(t, own, readScreen)
	if st.Screen == nil || st.Screen.Lines() != "app: dichvucong.gov.vn\ntitle: Xem lại tờ khai\n1.field: Họ, chữ đệm, tên\n1.value: Nguyễn Thị Mẫu\n2.field: Ngày sinh\n2.value: xx/xx/20xx\n3.notice: Gọi 1900 9068 khi vướng.\n4.button: Xem lại" {
		t.Fatalf("%+v", st.Screen)
	}
	if st.Screen.Show[3].Wrong != "" || st.Screen.TargetIndex() != 3 || st.Helper != "Nhắc ông bà nút “Xem trước”." || !st.Touchable() {
		t.Errorf("%+v", st)
	}
	if of := pictured(t, own, nameScreen); of.Screen.Title != "Khai sinh" || of.Screen.Show[3].Button != "Xem trước" || of.Screen.Show[3].Wrong == "" {
		t.Errorf("the drawing that was copied: %+v", of.Screen)
	}
	if bareStep(p).Screen != nil {
		t.Error("the pack itself was changed")
	}
	if ours := own.OursOn(&own.Services[0]); len(ours) != 2 {
		t.Errorf("what is printed does not know: %q", ours)
	}
	if from, is := p.Copied(readScreen, line); !is || from.Of != "Làm giấy khai sinh" || from.Step.Say != "Điền tên cháu." {
		t.Errorf("%+v", from)
	}
	// What is done on the phone is no longer away from it.
	bareStep(p).Off, bareStep(p).Scene = true, "telephone"
	p.Services[0].Steps[2].Off = true
	own = p.WithLocal(guide.Local{Wordings: []guide.Wording{redrawn(t, p, readScreen, line)}})
	if st := pictured(t, own, readScreen); st.Screen == nil || st.Off || st.Scene != "" {
		t.Errorf("%+v", st)
	}
}

func TestWhichDrawingsMayBeCopied(t *testing.T) {
	for name, c := range map[string]struct {
		edit         func(p *guide.Pack)
		target, from string
		want         bool
	}{
		"of the same lesson":                     {nil, readScreen, "khai-sinh/dien-ten", true},
		"of a step it shares":                    {nil, readScreen, "flow ket-qua/doc-tin", true},
		"of the same portal":                     {nil, readScreen, "khai-tu/cung-trang", true},
		"of another page":                        {nil, readScreen, "khai-tu/trang-khac", false},
		"that asks for a secret":                 {nil, readScreen, "flow dang-nhap/mat-khau", false},
		"of a step with a secret":                {func(p *guide.Pack) { p.Services[0].Steps[1].Secret = guide.SecretOTP }, readScreen, "khai-sinh/dien-ten", false},
		"of a swindler's":                        {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.Fake = true }, readScreen, "khai-sinh/dien-ten", false},
		"of what is urgent":                      {nil, readScreen, "gap/goi", false},
		"of a call to make":                      {func(p *guide.Pack) { p.Services[0].Steps[1].Calls = true }, readScreen, "khai-sinh/dien-ten", false},
		"that files":                             {func(p *guide.Pack) { p.Services[0].Steps[1].Sends = true }, readScreen, "khai-sinh/dien-ten", false},
		"that files, where one files":            {func(p *guide.Pack) { p.Services[0].Steps[1].Sends, bareStep(p).Sends = true, true }, readScreen, "khai-sinh/dien-ten", true},
		"of a skill that files":                  {func(p *guide.Pack) { brief(p).Screen = sending() }, readScreen, "flow ket-qua/gon", false},
		"of a skill that files, where one files": {func(p *guide.Pack) { brief(p).Screen, bareStep(p).Sends = sending(), true }, readScreen, "flow ket-qua/gon", true},
		"of what comes after filing":             {func(p *guide.Pack) { p.Flows[1].Steps[0].Sends = true }, readScreen, "khai-tu/cung-trang", false},
		"of what comes after, in one skill":      {func(p *guide.Pack) { p.Flows[1].Steps[0].Sends = true }, readScreen, "flow ket-qua/doc-tin", false},
		"of what comes after, to such a one":     {func(p *guide.Pack) { p.Flows[1].Steps[0].Sends, p.Services[0].Steps[2].Sends = true, true }, readScreen, "khai-tu/cung-trang", true},
		"to a skill":                             {func(p *guide.Pack) { brief(p); p.Flows[1].Steps[0].Sends = false }, "flow ket-qua/gon#screen", "flow ket-qua/doc-tin", true},
		"to a skill that goes":                   {func(p *guide.Pack) { brief(p); p.Flows[1].Steps[0].Sends, p.Flows[1].Steps[1].Goes = false, true }, "flow ket-qua/gon#screen", "flow ket-qua/doc-tin", false},
		"without a ring":                         {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.Target = "" }, readScreen, "khai-sinh/dien-ten", false},
		"with nothing to fill in":                {func(p *guide.Pack) { s := p.Services[0].Steps[1].Screen; s.Target, s.Show[0].Value = "ten", "" }, readScreen, "khai-sinh/dien-ten", false},
		"of the service's own code": {func(p *guide.Pack) {
			s := p.Services[0].Steps[1].Screen
			s.On, s.Show[2] = guide.SurfaceCamera, guide.Part{Scan: "Mã của việc"}
		}, readScreen, "khai-sinh/dien-ten", false},
		"of another lesson's system, shown nowhere here": {nil, readScreen, "khai-tu/cung-he-thong", false},
		"of the same system":                             {func(p *guide.Pack) { s := p.Services[0].Steps[1].Screen; s.On, s.App = guide.SurfaceSystem, "" }, readScreen, "khai-tu/cung-he-thong", true},
		"of another system": {func(p *guide.Pack) {
			s := p.Services[0].Steps[1].Screen
			s.On, s.App, p.Services[2].System = guide.SurfaceSystem, "", "dvc.moc.gov.vn"
		}, readScreen, "khai-tu/cung-he-thong", false},
		"of a page nobody knows": {func(p *guide.Pack) {
			s := p.Services[0].Steps[1].Screen
			s.On, s.App, p.Services[0].System, p.Services[2].System = guide.SurfaceSystem, "", "", ""
		}, readScreen, "khai-tu/cung-he-thong", false},
		"to a shared step, of the same": {nil, "flow ket-qua/mo-tin#screen", "flow ket-qua/doc-tin", true},
		"to a shared step, of a lesson": {func(p *guide.Pack) {
			p.Services[2].Steps[1].Screen.On, p.Services[2].Steps[1].Screen.App = guide.SurfacePhone, "Tin nhắn"
		}, "flow ket-qua/mo-tin#screen", "khai-tu/cung-trang", false},
		"to a shared step that is urgent, too": {func(p *guide.Pack) {
			p.Services[1].Steps = append(p.Services[1].Steps, guide.Step{Use: "ket-qua"})
		}, "flow ket-qua/mo-tin#screen", "flow ket-qua/doc-tin", false},
		"to a step on the telephone": {func(p *guide.Pack) { bareStep(p).Off, bareStep(p).Scene = true, "telephone" }, readScreen, "khai-sinh/dien-ten", true},
		"to a step at the counter":   {func(p *guide.Pack) { bareStep(p).Off, bareStep(p).Scene = true, "counter" }, readScreen, "khai-sinh/dien-ten", false},
		"to where one goes":          {func(p *guide.Pack) { bareStep(p).Goes = true }, readScreen, "khai-sinh/dien-ten", false},
		"to a call to make":          {func(p *guide.Pack) { bareStep(p).Calls = true }, readScreen, "khai-sinh/dien-ten", false},
		"to a step with a secret":    {func(p *guide.Pack) { bareStep(p).Secret = guide.SecretOTP }, readScreen, "khai-sinh/dien-ten", false},
		"to a drawn step":            {nil, nameScreen, "flow ket-qua/doc-tin", false},
		"to an urgent step":          {func(p *guide.Pack) { p.Services[1].Steps[0].Screen = nil }, "gap/goi#screen", "khai-sinh/dien-ten", false},
		"where the end is another": {func(p *guide.Pack) { // the last thing that is done in person
			bareStep(p).Off, bareStep(p).Scene = true, "telephone"
			p.Services[0].Steps[2].Off, p.Services[0].Steps[2].Scene = false, ""
		}, readScreen, "khai-sinh/dien-ten", false},
	} {
		p := undrawn()
		if c.edit != nil {
			c.edit(p)
		}
		if got := lineOf(p, c.target, c.from) != ""; got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	// The nearest are first, and each drawing is there once.
	p := undrawn()
	p.Services[2].Steps[2].Screen = p.Services[2].Steps[1].Screen
	var near []bool
	for _, d := range p.DrawingsFor(readScreen) {
		near = append(near, d.Near)
	}
	if !slices.Equal(near, []bool{true, true, false}) {
		t.Errorf("%v", near)
	}
}

func TestACopyIsParkedWithWhatItIsOf(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(p *guide.Pack)
		own  bool
	}{
		"as it was":                   {func(*guide.Pack) {}, true},
		"said otherwise to wrong":     {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.Show[3].Wrong = "" }, true},
		"renamed":                     {func(p *guide.Pack) { st := &p.Services[0].Steps[1]; st.ID, st.Was = "ho-ten", []string{"dien-ten"} }, true},
		"another word on it":          {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.Show[2].Notice = "Gọi khi vướng." }, false},
		"another page":                {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.App = "vneid.gov.vn" }, false},
		"it asks for a secret":        {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.Show[0].Secret = guide.SecretOTP }, false},
		"a swindler's now":            {func(p *guide.Pack) { p.Services[0].Steps[1].Screen.Fake = true }, false},
		"gone":                        {func(p *guide.Pack) { p.Services[0].Steps[1].ID = "khac" }, false},
		"no longer drawn":             {func(p *guide.Pack) { p.Services[0].Steps[1].Screen = nil }, false},
		"urgent now":                  {func(p *guide.Pack) { p.Services[0].Emergency = &guide.Emergency{} }, false},
		"the step is drawn":           {func(p *guide.Pack) { bareStep(p).Screen = p.Services[0].Steps[1].Screen }, false},
		"the step says something new": {func(p *guide.Pack) { bareStep(p).Say = "Đọc lại tờ khai." }, false},
		"the step is at the counter":  {func(p *guide.Pack) { bareStep(p).Off, bareStep(p).Scene = true, "counter" }, false},
		"the step asks for a secret":  {func(p *guide.Pack) { bareStep(p).Secret = guide.SecretOTP }, false},
		"another end": {func(p *guide.Pack) {
			bareStep(p).Off, bareStep(p).Scene = true, "telephone"
			p.Services[0].Steps[2].Off, p.Services[0].Steps[2].Scene = false, ""
		}, false},
	} {
		p := undrawn()
		w := redrawn(t, p, readScreen, lineOf(p, readScreen, "khai-sinh/dien-ten")+"\n4.button: Xem lại")
		c.edit(p)
		landed, parked := p.LandWordings([]guide.Wording{w})
		if (len(landed) == 1) != c.own || (len(parked) == 0) != c.own {
			t.Errorf("%s: %d landed, %d parked", name, len(landed), len(parked))
		}
		st := p.WithLocal(guide.Local{Wordings: []guide.Wording{w}}).Services[0].Steps[3]
		if copied := st.Screen != nil && st.Screen.Show[3].Button == "Xem lại"; copied != c.own {
			t.Errorf("%s: copied %t", name, copied)
		}
	}
	// What is no copy shows nothing, wherever it came from.
	p := undrawn()
	line := lineOf(p, readScreen, "khai-sinh/dien-ten")
	other := lineOf(p, readScreen, "khai-tu/cung-trang")
	for _, say := range []string{"4.button: Xem lại", "copy:", "copy: ", "copy: khai-sinh/dien-ten", "copy: khai-sinh/dien-ten 0000000000000000", strings.Replace(line, "dien-ten", "khong-co", 1), strings.Replace(line, "khai-sinh", "khai-tu", 1), "title: A\n" + line, line + "\napp: vneid.gov.vn", line + "\n9.button: A", line + "\n" + other} {
		w := redrawn(t, p, readScreen, say)
		if st := p.WithLocal(guide.Local{Wordings: []guide.Wording{w}}).Services[0].Steps[3]; st.Screen != nil {
			t.Errorf("%q: %s", say, st.Screen.Lines())
		}
		if _, err := p.TidyScreen(readScreen, say); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%q: %v", say, err)
		}
	}
	// A drawn step takes no copy.
	if st := pictured(t, p.WithLocal(guide.Local{Wordings: []guide.Wording{redrawn(t, p, nameScreen, line)}}), nameScreen); st.Screen.Title != "Tờ khai khai sinh" {
		t.Errorf("%+v", st.Screen)
	}
}

// Two copies that each leave a lesson its end, and together take it away.
func TestCopiesAreReadBesideEachOther(t *testing.T) {
	p := undrawn()
	s := &p.Services[0]
	s.Steps[2].Off, s.Steps[2].Scene = true, "telephone"
	bareStep(p).Off, bareStep(p).Scene = true, "telephone"
	line := lineOf(p, readScreen, "khai-sinh/dien-ten")
	a, b := redrawn(t, p, readScreen, line), redrawn(t, p, "khai-sinh/xong#screen", line)
	if _, parked := p.LandWordings([]guide.Wording{a}); len(parked) != 0 {
		t.Fatalf("%+v", parked)
	}
	if landed, parked := p.LandWordings([]guide.Wording{a, b}); len(parked) != 2 || len(landed) != 0 {
		t.Errorf("%+v, %+v", landed, parked)
	}
	flaws, err := p.ReadWording(b, "2026-11-30", a)
	if err != nil || len(flaws) == 0 || flaws[len(flaws)-1].Field != "say" || !strings.Contains(flaws[len(flaws)-1].Message, "màn hình cuối") {
		t.Errorf("%+v, %v", flaws, err)
	}
}

func TestReadACopy(t *testing.T) {
	p := undrawn()
	line := lineOf(p, readScreen, "khai-sinh/dien-ten")
	if line == "" {
		t.Fatal("nothing to copy")
	}
	for name, c := range map[string]struct {
		say         string
		field, want string // want is in the message; "": no flaw
		warning     bool
	}{
		"as the sentence has it":      {line + "\n4.button: Xem lại", "", "", false},
		"nothing is chosen":           {"", "say", "chưa có hình", false},
		"no such drawing":             {strings.Replace(line, "dien-ten", "khong-co", 1), "say", "không chép vào bước này được", false},
		"it was another":              {line[:len(line)-1] + "z", "say", "vừa đổi hình", false},
		"no such part":                {line + "\n7.button: Gửi", "say", "vừa đổi hình", false},
		"the ring is on another":      {line, "4.button", "chỗ khoanh trên hình ghi", true},
		"whose page it is":            {line + "\napp: vneid.gov.vn\n4.button: Xem lại", "say", "vừa đổi hình", false},
		"a page that is not":          {line + "\n4.button: Vào dichvucong-gov.com", "4.button", "trang chính thức", false},
		"somebody's identity":         {line + "\n2.value: 012 345 678 901\n4.button: Xem lại", "2.value", "như số thật", false},
		"a field that asks":           {line + "\n2.field: Mật khẩu\n4.button: Xem lại", "2.field", "không phải ô mã bí mật", false},
		"an empty target":             {line + "\n4.button:", "4.button", "đang trống", false},
		"words of an office's tongue": {line + "\n3.notice: Vui lòng nộp 5.000 đồng.\n4.button: Xem lại", "3.notice", "như số thật", false},
	} {
		flaws, err := p.ReadWording(redrawn(t, p, readScreen, c.say), "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		if c.want == "" {
			if len(flaws) != 0 {
				t.Errorf("%s: %+v", name, flaws)
			}
			continue
		}
		if len(flaws) == 0 || flaws[0].Field != c.field || !strings.Contains(flaws[0].Message, c.want) || flaws[0].Warning != c.warning || flaws[0].Mend == "" || strings.Contains(flaws[0].Mend, "Khoanh") {
			t.Errorf("%s: %+v", name, flaws)
		}
	}
	// The office has its own sentence there: the ring is read beside that one.
	said := worded(t, p, "khai-sinh/doc-lai", "Chạm “Xem trước”.")
	if flaws, err := p.ReadWording(redrawn(t, p, readScreen, line), "2026-11-30", said); err != nil || len(flaws) != 0 {
		t.Errorf("%+v, %v", flaws, err)
	}
}

// A sentence is read beside the drawing that people see with it, the office's own, too.
func TestASentenceIsReadBesideItsDrawing(t *testing.T) {
	p := undrawn()
	p.Services[0].Steps[1].Say = "Chạm “Xem trước”."
	copied := redrawn(t, p, readScreen, lineOf(p, readScreen, "khai-sinh/dien-ten")+"\n4.button: Xem lại")
	renamed := redrawn(t, p, nameScreen, "4.button: Xem lại")
	for name, c := range map[string]struct {
		step, say string
		beside    guide.Wording
		warned    bool
	}{
		"another button than on a copy": {"khai-sinh/doc-lai", "Chạm “Gửi hồ sơ”.", copied, true},
		"the button on a copy":          {"khai-sinh/doc-lai", "Chạm nút “Xem lại”.", copied, false},
		"another button":                {"khai-sinh/dien-ten", "Chạm “Gửi hồ sơ”.", renamed, true},
		"the button as it is called":    {"khai-sinh/dien-ten", "Chạm “Xem lại”.", renamed, false},
	} {
		flaws, err := p.ReadWording(worded(t, p, c.step, c.say), "2026-11-30", c.beside)
		if err != nil || (len(flaws) > 0) != c.warned || c.warned && (flaws[0].Field != "say" || !flaws[0].Warning || !strings.Contains(flaws[0].Message, "chỗ khoanh")) {
			t.Errorf("%s: %+v, %v", name, flaws, err)
		}
	}
}

func FuzzACopy(f *testing.F) {
	p := undrawn()
	line := lineOf(p, readScreen, "khai-sinh/dien-ten")
	for _, say := range []string{line, line + "\n4.button: B", "copy:", "copy: a b\ntitle: A", line + "\n" + line} {
		f.Add(say)
	}
	f.Fuzz(func(t *testing.T, say string) {
		tidy, err := p.TidyScreen(readScreen, say)
		if err != nil {
			return
		}
		again, err := p.TidyScreen(readScreen, tidy)
		if err != nil || again != tidy {
			t.Errorf("%q is kept as %q, and then as %q: %v", say, tidy, again, err)
		}
		if _, _, fits := p.SaidOn(readScreen, tidy); !fits {
			t.Errorf("%q is kept and does not fit", tidy)
		}
	})
}

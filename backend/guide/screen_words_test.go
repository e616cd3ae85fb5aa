package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

const (
	nameScreen  = "khai-sinh/dien-ten#screen"
	loginScreen = "flow dang-nhap/mat-khau#screen"
)

// drawn is a small pack with two drawings: one of a lesson, one of a shared step that
// asks for a secret.
func drawn() *guide.Pack {
	return &guide.Pack{
		Hosts: []guide.Host{{Host: "dichvucong.gov.vn"}, {Host: "dangnhap.dichvucong.gov.vn", Login: "VNeID"}},
		Services: []guide.Service{{
			Key: "khai-sinh", Kind: guide.KindProcedure, Title: "Làm giấy khai sinh",
			Steps: []guide.Step{
				{Use: "dang-nhap"},
				{ID: "dien-ten", Say: "Điền tên cháu.", Why: "Rồi chạm “Xem trước”.", Helper: "Nhắc ông bà nút “Xem trước”.", Screen: &guide.Screen{
					On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Tờ khai khai sinh", Target: "ten",
					Show: []guide.Part{
						{Field: "Họ, chữ đệm, tên", Value: "Nguyễn Thị Mẫu", ID: "ten", Keys: guide.KeysLetters},
						{Field: "Ngày sinh", Value: "xx/xx/20xx"},
						{Notice: "Gọi 1900 9068 khi vướng."},
						{Button: "Xem trước", Main: true, Wrong: "Điền tên rồi mới chạm “Xem trước”."},
					},
				}},
				{ID: "xong", Say: "Xong.", Off: true, Scene: "talk"},
			},
		}, {
			Key: "gap", Kind: guide.KindTask, Title: "Việc gấp", Emergency: &guide.Emergency{},
			Steps: []guide.Step{{ID: "goi", Say: "Chạm gọi.", Screen: &guide.Screen{On: guide.SurfacePhone, App: "Gọi", Title: "Gọi", Show: []guide.Part{{Button: "Gọi"}}}}},
		}},
		Flows: []guide.Flow{{Key: "dang-nhap", Title: "Đăng nhập", Steps: []guide.Step{{
			ID: "mat-khau", Was: []string{"go-mat-khau"}, Say: "Gõ mật khẩu.", Secret: guide.SecretPassword, Screen: &guide.Screen{
				On: guide.SurfacePortal, App: "dangnhap.dichvucong.gov.vn", Title: "Đăng nhập", Target: "mk",
				Show: []guide.Part{{Field: "Mật khẩu", Value: "bí mật", Secret: guide.SecretPassword, ID: "mk"}, {Button: "Vào"}},
			},
		}}}},
	}
}

// redrawn says words of a drawing otherwise, for the drawing as it is.
func redrawn(t *testing.T, p *guide.Pack, target, say string) guide.Wording {
	t.Helper()
	place, err := p.WordingPlace(target)
	if err != nil {
		t.Fatal(err)
	}
	return guide.Wording{Target: place.Target, Say: say, Words: place.Words(), Made: "2026-11-30 09:00"}
}

// pictured is the step of a drawing as residents walk it.
func pictured(t *testing.T, p *guide.Pack, target string) guide.Step {
	t.Helper()
	steps, err := p.AllSteps(&p.Services[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range steps {
		if guide.ScreenOf(st.Target) == target {
			return st.Step
		}
	}
	t.Fatalf("nobody walks %s", target)
	return guide.Step{}
}

func TestWordsOnADrawing(t *testing.T) {
	p := drawn()
	place, err := p.WordingPlace(nameScreen)
	if err != nil || len(place.Texts) != 9 {
		t.Fatalf("%+v, %v", place, err)
	}
	if got, want := pictured(t, p, nameScreen).Screen.Lines(), "app: dichvucong.gov.vn\ntitle: Tờ khai khai sinh\n1.field: Họ, chữ đệm, tên\n1.value: Nguyễn Thị Mẫu\n2.field: Ngày sinh\n2.value: xx/xx/20xx\n3.notice: Gọi 1900 9068 khi vướng.\n4.button: Xem trước"; got != want {
		t.Errorf("%s", got)
	}
	if got, want := pictured(t, p, loginScreen).Screen.Lines(), "title: Đăng nhập\n1.field: Mật khẩu\n2.button: Vào"; got != want {
		t.Errorf("of a page that asks for a secret: %s", got)
	}
	own := p.WithLocal(guide.Local{Wordings: []guide.Wording{
		redrawn(t, p, nameScreen, "title: Khai sinh\n4.button: Xem lại"),
		redrawn(t, p, "flow dang-nhap/go-mat-khau#screen", "2.button: Tiếp tục"),
		worded(t, p, "khai-sinh/dien-ten", "Gõ tên cháu."),
	}})
	st := pictured(t, own, nameScreen)
	if s := st.Screen; s.Title != "Khai sinh" || s.Show[3].Button != "Xem lại" || !s.Show[3].Main || s.Show[0].Value != "Nguyễn Thị Mẫu" || st.Say != "Gõ tên cháu." {
		t.Errorf("%+v", st)
	}
	if st.Screen.Show[3].Wrong != "Điền tên rồi mới chạm “Xem lại”." || st.Helper != "Nhắc ông bà nút “Xem lại”." {
		t.Errorf("it is still called by its old name: %q, %q", st.Screen.Show[3].Wrong, st.Helper)
	}
	if s := pictured(t, own, loginScreen).Screen; s.Show[1].Button != "Tiếp tục" || s.Show[0].Secret != guide.SecretPassword || s.Show[0].Value != "bí mật" {
		t.Errorf("%+v", s)
	}
	if pictured(t, p, nameScreen).Screen.Title != "Tờ khai khai sinh" {
		t.Error("the pack itself was changed")
	}
	if ours := own.OursOn(&own.Services[0]); len(ours) != 3 {
		t.Errorf("what is printed does not know: %q", ours)
	}
	if got := p.ScreensOf("khai-sinh"); len(got) != 2 || got[0].Target != loginScreen || got[1].Target != nameScreen {
		t.Errorf("%+v", got)
	}
	for _, target := range []string{"gap/goi#screen", "khai-sinh/xong#screen", "khai-sinh/khong#screen", "khai-sinh#screen", "#screen", "/#screen"} {
		if _, err := p.WordingPlace(target); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", target, err)
		}
	}
}

func TestWordsAreParkedWithTheirDrawing(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(st *guide.Step)
		own  bool
	}{
		"as it was":               {func(*guide.Step) {}, true},
		"the sentence reworded":   {func(st *guide.Step) { st.Say = "Gõ tên cháu." }, true},
		"said otherwise to wrong": {func(st *guide.Step) { st.Screen.Show[3].Wrong = "Chưa tới nút này." }, true},
		"another word":            {func(st *guide.Step) { st.Screen.Show[2].Notice = "Gọi khi vướng." }, false},
		"another title":           {func(st *guide.Step) { st.Screen.Title = "Khai sinh" }, false},
		"another page":            {func(st *guide.Step) { st.Screen.App = "dangnhap.dichvucong.gov.vn" }, false},
		"another kind":            {func(st *guide.Step) { st.Screen.Show[3] = guide.Part{Link: "Xem trước"} }, false},
		"another order":           {func(st *guide.Step) { s := st.Screen.Show; s[0], s[1] = s[1], s[0] }, false},
		"another target":          {func(st *guide.Step) { st.Screen.Show[0].ID, st.Screen.Show[1].ID = "", "ten" }, false},
		"a secret now":            {func(st *guide.Step) { st.Screen.Show[1].Secret = guide.SecretOTP }, false},
		"another look":            {func(st *guide.Step) { st.Screen.Show[3].Main = false }, false},
		"no drawing":              {func(st *guide.Step) { st.Screen = nil }, false},
		"no such step":            {func(st *guide.Step) { st.ID = "khac" }, false},
	} {
		w := redrawn(t, drawn(), nameScreen, "4.button: Xem lại")
		p := drawn()
		c.edit(&p.Services[0].Steps[1])
		landed, parked := p.LandWordings([]guide.Wording{w})
		if (len(landed) == 1) != c.own || (len(parked) == 0) != c.own {
			t.Errorf("%s: %d landed, %d parked", name, len(landed), len(parked))
		}
		st := p.WithLocal(guide.Local{Wordings: []guide.Wording{w}}).Services[0].Steps[1]
		if changed := st.Screen != nil && st.Screen.Show[3].Button == "Xem lại"; changed != c.own {
			t.Errorf("%s: changed %t", name, changed)
		}
	}
	// What is no text of this drawing changes nothing, wherever it came from.
	for _, say := range []string{"9.button: Xem", "4.link: Xem", "1.secret: otp", "look: phone", "4.button", "4.button: A\n4.button: B", "app"} {
		p := drawn()
		if st := pictured(t, p.WithLocal(guide.Local{Wordings: []guide.Wording{redrawn(t, p, nameScreen, say)}}), nameScreen); st.Screen.Lines() != pictured(t, p, nameScreen).Screen.Lines() {
			t.Errorf("%q: %s", say, st.Screen.Lines())
		}
	}
}

func TestReadWordsOnADrawing(t *testing.T) {
	long := strings.Repeat("nút dài ", 25)
	for name, c := range map[string]struct {
		target, say string
		field, want string // want is in the message; "": no flaw
		warning     bool
	}{
		"a button":                 {nameScreen, "3.notice: Gọi 1900 9068 nhé.", "", "", false},
		"of a shared step":         {loginScreen, "2.button: Tiếp tục", "", "", false},
		"a date made up otherwise": {nameScreen, "2.value: xx/xx/19xx", "", "", false},
		"a name made up otherwise": {nameScreen, "1.value: Hoàng Văn Mẫu", "", "", false},
		"another official page":    {nameScreen, "app: dangnhap.dichvucong.gov.vn", "", "", false},
		"nothing":                  {nameScreen, "", "say", "giống của tỉnh", false},
		"the same":                 {nameScreen, "title: Tờ khai khai sinh", "say", "giống của tỉnh", false},
		"no such part":             {nameScreen, "7.button: Gửi", "say", "vừa đổi hình", false},
		"another kind":             {nameScreen, "4.link: Gửi", "say", "vừa đổi hình", false},
		"a secret's value":         {loginScreen, "1.value: 123456", "say", "vừa đổi hình", false},
		"whose page asks":          {loginScreen, "app: dichvucong.gov.vn", "say", "vừa đổi hình", false},
		"an empty target":          {nameScreen, "1.field:", "1.field", "đang trống", false},
		"an empty value":           {nameScreen, "1.value:", "1.value", "đang trống", false},
		"no letter":                {nameScreen, "4.button: …", "4.button", "chưa có chữ", false},
		"longer than its place":    {nameScreen, "4.button: " + long, "4.button", "dài 199 chữ cái", false},
		"a long title":             {nameScreen, "title: " + long, "title", "dài 199 chữ cái", false},
		"a page that is not":       {nameScreen, "app: dichvucong-gov.com", "app", "trang chính thức", false},
		"no page at all":           {nameScreen, "app: Cổng của xã", "app", "tên một trang thật", false},
		"a page in a value":        {nameScreen, "2.value: xem lua-dao.com", "2.value", "trang chính thức", false},
		"a page in a button":       {nameScreen, "4.button: Vào 12.34.56.78", "4.button", "trang chính thức", false},
		"somebody's identity":      {nameScreen, "2.value: 012 345 678 901", "2.value", "như số thật", false},
		"somebody's telephone":     {nameScreen, "4.button: Gọi 0912 345 678", "4.button", "như số thật", false},
		"somebody's birthday":      {nameScreen, "2.value: 12/10/1985", "2.value", "như số thật", false},
		"a fee without a source":   {nameScreen, "3.notice: Nộp 5.000 đồng.", "3.notice", "như số thật", false},
		"somebody's name":          {nameScreen, "1.value: Nguyễn Thị Lan", "1.value", "tên bịa", false},
		"a name on a button":       {nameScreen, "2.value: Lê Văn Tám", "2.value", "tên một người thật", true},
		"a field that asks":        {nameScreen, "2.field: Mật khẩu ngân hàng", "2.field", "không phải ô mã bí mật", false},
		"a secret under a cloak":   {loginScreen, "1.field: Họ tên", "1.field", "là ô mã bí mật", false},
		"a sentence names it":      {nameScreen, "4.button: Xem lại", "4.button", "còn nhắc", true},
	} {
		p := drawn()
		flaws, err := p.ReadWording(redrawn(t, p, c.target, c.say), "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		if c.want == "" {
			if len(flaws) != 0 {
				t.Errorf("%s: %+v", name, flaws)
			}
			continue
		}
		if len(flaws) != 1 || flaws[0].Field != c.field || !strings.Contains(flaws[0].Message, c.want) || flaws[0].Warning != c.warning || flaws[0].Mend == "" {
			t.Errorf("%s: %+v", name, flaws)
		}
	}
	p := drawn()
	late := redrawn(t, p, nameScreen, "title: Khai sinh")
	late.From = "2026-11-30"
	if flaws, err := p.ReadWording(late, "2026-11-30"); err != nil || len(flaws) != 1 || flaws[0].Field != "from" {
		t.Errorf("%+v, %v", flaws, err)
	}
	// A swindler's page is drawn with its own false addresses, and with no others.
	p.Services[0].Steps[1].Screen.Fake = true
	p.Services[0].Steps[1].Screen.App = "dichvucong-gov.com"
	if flaws, err := p.ReadWording(redrawn(t, p, nameScreen, "4.button: Vào lua-dao.top"), "2026-11-30"); err != nil || len(flaws) == 0 || flaws[0].Field != "4.button" {
		t.Errorf("%+v, %v", flaws, err)
	}
	// The ring is on what the sentence names.
	p = drawn()
	st := &p.Services[0].Steps[1]
	st.Say, st.Why, st.Screen.Target, st.Screen.Show[3].ID = "Chạm “Xem trước”", "", "xem", "xem"
	if flaws, err := p.ReadWording(redrawn(t, p, nameScreen, "4.button: Gửi"), "2026-11-30"); err != nil || len(flaws) != 1 || !flaws[0].Warning || flaws[0].Field != "4.button" {
		t.Errorf("%+v, %v", flaws, err)
	}
}

func TestNamesThatTwoPartsShareStay(t *testing.T) {
	p := drawn()
	show := p.Services[0].Steps[1].Screen.Show
	show[1] = guide.Part{Link: "Xem trước"}
	own := p.WithLocal(guide.Local{Wordings: []guide.Wording{redrawn(t, p, nameScreen, "4.button: Gửi")}})
	if got := pictured(t, own, nameScreen).Screen.Show[3]; got.Button != "Gửi" || got.Wrong != "Điền tên rồi mới chạm “Xem trước”." {
		t.Errorf("%+v", got)
	}
	// Two that change places.
	show[1] = guide.Part{Link: "Gửi", Wrong: "Chạm “Xem trước” trước “Gửi”."}
	own = p.WithLocal(guide.Local{Wordings: []guide.Wording{redrawn(t, p, nameScreen, "2.link: Xem trước\n4.button: Gửi")}})
	if got := pictured(t, own, nameScreen).Screen.Show[1].Wrong; got != "Chạm “Gửi” trước “Xem trước”." {
		t.Errorf("%q", got)
	}
}

// A text of the drawing that is written on two lines, or with a space that does not
// break, is one line to who changes it.
func TestWordsOnTwoLines(t *testing.T) {
	p := drawn()
	s := p.Services[0].Steps[1].Screen
	s.Show[2].Notice = "Một\ndòng\u00a0nữa."
	if said, fits := s.Said(s.Lines()); !fits || len(said) > 0 || !strings.Contains(s.Lines(), "\n3.notice: Một dòng nữa.\n") {
		t.Errorf("%q: %+v", s.Lines(), said)
	}
}

func FuzzWordsOnADrawing(f *testing.F) {
	for _, say := range []string{"title: A\n4.button: B", "4.button:", ":", "1.value: x\n\n", "title: a: b"} {
		f.Add(say)
	}
	screen := drawn().Services[0].Steps[1].Screen
	f.Fuzz(func(t *testing.T, say string) {
		tidy, err := screen.Tidy(say)
		if err != nil {
			return
		}
		again, err := screen.Tidy(tidy)
		if err != nil || again != tidy {
			t.Errorf("%q is kept as %q, and then as %q: %v", say, tidy, again, err)
		}
	})
}

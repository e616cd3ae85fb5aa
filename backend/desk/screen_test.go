package desk_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
)

const drawing = "khai-sinh/ten-chau#screen"

// drawn is a pack whose lesson has a drawing.
func drawn() *guide.Pack {
	p := priced()
	p.Services[0].Steps[1].Screen = &guide.Screen{On: guide.SurfaceSystem, Title: "Tờ khai", Target: "ten", Show: []guide.Part{
		{Field: "Họ tên", Value: "Nguyễn Thị Mẫu", ID: "ten"}, {Button: "Nộp hồ sơ", Main: true},
	}}
	return p
}

func TestTwoPeopleChangeWordsOnADrawing(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	e.Pack = drawn()
	const all = "title: Tờ khai\n1.field: Họ tên\n1.value: Nguyễn Thị Mẫu\n2.button: Nộp hồ sơ"
	v, err := e.Place(ctx, drawing)
	if err != nil || v.Before.Say != all || v.Draft.Say != "" || v.Writing || v.Step != "Gõ tên cháu." || !strings.Contains(v.Picture, "Nộp hồ sơ") || v.Alt == "" {
		t.Fatalf("%+v, %v", v, err)
	}
	for _, odd := range []string{"2.link: Gửi", "3.button: Gửi", "Gửi hồ sơ", "look: phone", "1.secret: otp", "2.button: \x00", strings.Repeat("title: a\n", 40), "title: " + strings.Repeat("a", 2000)} {
		if _, err := e.Save(ctx, drawing, desk.Text{Say: odd}, v.Sequence+1); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%.20q: %v", odd, err)
		}
	}
	v = mustWrite(t, e, drawing, desk.Text{Say: "2.button:  Gửi   hồ sơ\ntitle: Tờ khai", More: "không giữ", Source: "không giữ"})
	if len(v.Flaws) != 0 || v.Draft != (desk.Text{Say: "2.button: Gửi hồ sơ"}) || !strings.Contains(v.Picture, "Gửi hồ sơ") {
		t.Errorf("%+v", v)
	}
	// As it was: nothing is written, and there is nothing to ask about.
	if v = mustWrite(t, e, drawing, desk.Text{Say: "2.button: Nộp hồ sơ"}); v.Writing || v.Draft.Say != "" {
		t.Errorf("%+v", v)
	}
	if _, err := e.Ask(ctx, drawing, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("nothing was changed: %v", err)
	}
	v = mustWrite(t, e, drawing, desk.Text{Say: "2.button: Gửi hồ sơ"})
	if v, err = e.Ask(ctx, drawing, v.Sequence); err != nil {
		t.Fatal(err)
	}
	before := o.read(t, e.Pack, drawing)
	if err := e.Agree(ctx, drawing, v.Sequence, o.eyes(lanID, pin)); guide.ErrorCode(err) != guide.CodeDenied || o.read(t, e.Pack, drawing) != before {
		t.Errorf("who wrote it: %v", err)
	}
	if err := e.Agree(ctx, drawing, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	if got := o.read(t, e.Pack, drawing); !strings.Contains(got, "2.button: Gửi hồ sơ") {
		t.Errorf("residents see %q", got)
	}
	if got := e.Subject(ctx, drawing); got != "Làm giấy khai sinh, chữ trên hình của bước “Gõ tên cháu.”" {
		t.Errorf("%q", got)
	}
	list, err := e.Lesson(ctx, "khai-sinh")
	if err != nil || len(list) == 0 {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(v desk.WordingView) bool { return v.Target == drawing })
	if i < 0 {
		t.Fatalf("%+v", list)
	}
	if last := list[i]; !last.Agreed || last.Now.Say != "2.button: Gửi hồ sơ" || last.Picture != "" {
		t.Errorf("%+v", last)
	}
	if note, err := (desk.Desk{Store: o.db, Pack: e.Pack}).Note(ctx, step); err != nil || !note.Drawn || !note.Words {
		t.Errorf("%+v, %v", note, err)
	}
	// An edition with another drawing: the province's, and staff are told what there was.
	next := e
	next.Pack = drawn()
	next.Pack.Services[0].Steps[1].Screen.Show[1].Button = "Nộp"
	if v, err := next.Place(ctx, drawing); err != nil || !v.Parked || v.Draft.Say != "" || v.Now.Say != "2.button: Gửi hồ sơ" || !strings.Contains(v.Under, "2.button: Nộp hồ sơ") {
		t.Errorf("%+v, %v", v, err)
	}
	if got := o.read(t, next.Pack, drawing); !strings.Contains(got, "2.button: Nộp look") {
		t.Errorf("residents see %q", got)
	}
	if err := e.Drop(ctx, drawing); err != nil || o.read(t, e.Pack, drawing) != before {
		t.Error(err)
	}
}

// What somebody wrote for another drawing is begun anew.
func TestWordsOfADrawingThatIsOvertaken(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = drawn()
	mustWrite(t, e, drawing, desk.Text{Say: "2.button: Gửi hồ sơ"})
	e.Pack.Services[0].Steps[1].Screen.Show[1] = guide.Part{Link: "Nộp hồ sơ"}
	v, err := e.Place(t.Context(), drawing)
	if err != nil || !v.Writing || v.Draft.Say != "" || len(v.Flaws) != 1 || !strings.Contains(v.Flaws[0].Message, "vừa đổi hình") {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestWordsThatADrawingCannotShow(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = drawn()
	for name, c := range map[string]struct{ say, field, want string }{
		"a letter without a face":  {"2.button: Gửi 汉", "2.button", "không in được"},
		"more than the phone has":  {"1.field: Họ tên\n2.button: " + strings.TrimSpace(strings.Repeat("gửi hồ sơ cho cán bộ ", 7)) + "\n1.value: Mẫu " + strings.TrimSpace(strings.Repeat("Nguyễn Thị Mẫu ", 9)), "2.button", "không chứa hết"},
		"a heading too long":       {"title: " + strings.TrimSpace(strings.Repeat("tờ khai ", 9)), "title", "không chứa hết"},
		"what the checks refuse":   {"2.button: Vào lua-dao.com", "2.button", "trang chính thức"},
		"and what people have not": {"1.value: 012345678901", "1.value", "như số thật"},
	} {
		v := mustWrite(t, e, drawing, desk.Text{Say: c.say})
		if len(v.Flaws) != 1 || v.Flaws[0].Field != c.field || !strings.Contains(v.Flaws[0].Message, c.want) || v.Flaws[0].Warning {
			t.Errorf("%s: %+v", name, v.Flaws)
		}
		if _, err := e.Ask(t.Context(), drawing, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the province's own drawing does not hold, as the long name of a page, is no flaw of
// other words on it, nor on a copy of it.
func TestWordsUnderALongName(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = drawn()
	e.Pack.Services[0].System = "dichvucongnganhtuphap.moj.gov.vn"
	for target, say := range map[string]string{drawing: "2.button: Gửi", undrawn: copyOf(t, e) + "\n2.button: Gửi"} {
		if v := mustWrite(t, e, target, desk.Text{Say: say}); len(v.Flaws) != 0 || !strings.Contains(v.Alt, "dichvucongnganhtuphap") {
			t.Errorf("%s: %+v, %s", target, v.Flaws, v.Alt)
		}
	}
}

// undrawn is the step of that lesson which nobody has drawn.
const undrawn = "khai-sinh/xong#screen"

// copyOf is the line by which the drawing of the lesson is copied there.
func copyOf(t *testing.T, e desk.Editor) string {
	t.Helper()
	list, err := e.Drawings(undrawn)
	if err != nil || len(list) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	return list[0].Line
}

func TestTwoPeopleCopyADrawing(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	e.Pack = drawn()
	list, err := e.Drawings(undrawn)
	if err != nil || len(list) != 1 || !list[0].Near || list[0].Step != "Gõ tên cháu." || list[0].Of != "Làm giấy khai sinh" || !strings.Contains(list[0].Picture, "Nộp hồ sơ") || list[0].Alt == "" {
		t.Fatalf("%+v, %v", list, err)
	}
	if none, err := e.Drawings(drawing); err != nil || len(none) != 0 {
		t.Errorf("a drawn step takes no other drawing: %+v, %v", none, err)
	}
	if _, err := e.Drawings("khai-sinh/khong-co#screen"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("%v", err)
	}
	v, err := e.Place(ctx, undrawn)
	if err != nil || !v.Bare || v.Copy != nil || v.Before.Say != "" || v.Picture != "" || v.Writing || v.Step != "Đọc lại." {
		t.Fatalf("%+v, %v", v, err)
	}
	line := list[0].Line
	for _, odd := range []string{"title: Tờ khai", "copy: khai-sinh/xong 0", line[:len(line)-1] + "z", line + "\n9.button: A", line + "\n" + line, line + "\n2.button: \x00"} {
		if _, err := e.Save(ctx, undrawn, desk.Text{Say: odd}, v.Sequence+1); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%.40q: %v", odd, err)
		}
	}
	if _, err := e.Ask(ctx, undrawn, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("nothing was chosen: %v", err)
	}
	v = mustWrite(t, e, undrawn, desk.Text{Say: line + "\n2.button:  Gửi   hồ sơ\ntitle: Tờ khai", More: "không giữ"})
	if len(v.Flaws) != 0 || v.Draft != (desk.Text{Say: line + "\n2.button: Gửi hồ sơ"}) || v.Copy == nil || *v.Copy != list[0].CopyView || v.Before.Say != v.Copy.Texts || !strings.Contains(v.Picture, "Họ tên") || !strings.Contains(v.Practice, "Gửi hồ sơ") {
		t.Errorf("%+v", v)
	}
	if v, err = e.Ask(ctx, undrawn, v.Sequence); err != nil {
		t.Fatal(err)
	}
	before := o.read(t, e.Pack, undrawn)
	if err := e.Agree(ctx, undrawn, v.Sequence, o.eyes(lanID, pin)); guide.ErrorCode(err) != guide.CodeDenied || o.read(t, e.Pack, undrawn) != before {
		t.Errorf("who chose it: %v", err)
	}
	if err := e.Agree(ctx, undrawn, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	if got := o.read(t, e.Pack, undrawn); !strings.Contains(got, "2.button: Gửi hồ sơ") {
		t.Errorf("residents see %q", got)
	}
	if got := e.Subject(ctx, undrawn); got != "Làm giấy khai sinh, hình chép cho bước “Đọc lại.”" {
		t.Errorf("%q", got)
	}
	if note, err := (desk.Desk{Store: o.db, Pack: e.Pack}).Note(ctx, "khai-sinh/xong"); err != nil || note.Drawn || !note.Bare {
		t.Errorf("%+v, %v", note, err)
	}
	lesson, err := e.Lesson(ctx, "khai-sinh")
	if err != nil || !slices.ContainsFunc(lesson, func(v desk.WordingView) bool { return v.Target == undrawn && v.Bare && v.Agreed && v.CopyNow != nil }) {
		t.Errorf("%+v, %v", lesson, err)
	}
	// The province has changed what was copied: nobody sees the copy, and staff read what it was.
	next := e
	next.Pack = drawn()
	next.Pack.Services[0].Steps[1].Screen.Show[1].Button = "Nộp"
	if v, err := next.Place(ctx, undrawn); err != nil || !v.Parked || v.CopyNow != nil || v.Draft.Say != "" || !strings.Contains(v.Under, "Đọc lại.") || !strings.Contains(v.Under, "2.button: Nộp hồ sơ") {
		t.Errorf("%+v, %v", v, err)
	}
	if got := o.read(t, next.Pack, undrawn); got != before {
		t.Errorf("residents see %q", got)
	}
	if list, err := next.List(ctx); err != nil || desk.ToRead(list) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	// And what somebody had begun with it is begun anew.
	mustWrite(t, e, undrawn, desk.Text{Say: line + "\n2.button: Gửi đi"})
	if v, err := next.Place(ctx, undrawn); err != nil || !v.Writing || v.Draft.Say != "" || len(v.Flaws) != 1 || !strings.Contains(v.Flaws[0].Message, "vừa đổi hình") {
		t.Errorf("%+v, %v", v, err)
	}
	if err := e.Drop(ctx, undrawn); err != nil || o.read(t, e.Pack, undrawn) != before {
		t.Error(err)
	}
}

// Two copies that are sound alone and not together: residents see neither, and staff are
// told so of both.
func TestCopiesThatDoNotHoldTogether(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	edition := func(counter bool) *guide.Pack {
		p := drawn()
		s := &p.Services[0]
		s.Kind, s.Handoff = guide.KindProcedure, &guide.Handoff{}
		for _, i := range []int{3, 4} {
			s.Steps[i].Off, s.Steps[i].Scene = true, "telephone"
		}
		p.Flows[0].Steps[0].Off = counter
		return p
	}
	e.Pack = edition(true)
	line := copyOf(t, e)
	targets := []string{"khai-sinh/noi-sinh#screen", undrawn}
	for _, target := range targets {
		v := mustWrite(t, e, target, desk.Text{Say: line})
		v, err := e.Ask(ctx, target, v.Sequence)
		if err == nil {
			err = e.Agree(ctx, target, v.Sequence, o.eyes(tuID, pin))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, counter := range []bool{true, false} {
		e.Pack = edition(counter)
		for _, target := range targets {
			seen := strings.Contains(o.read(t, e.Pack, target), "2.button: Nộp hồ sơ")
			if v, err := e.Place(ctx, target); err != nil || v.Parked == seen || seen != counter {
				t.Errorf("%s: residents see it %t, and staff read parked %t, %v", target, seen, v.Parked, err)
			}
		}
	}
}

package desk_test

import (
	"slices"
	"testing"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
)

// Places of the office's own words: a fee, a service of its own.
const (
	fee    = "khai-sinh#fee"
	ownOne = "cua-xa-giay-to-1"
)

// priced is the small pack with a fee, no other number, and a longer lesson.
func priced() *guide.Pack {
	p := pack()
	s := &p.Services[0]
	s.Fee = &guide.Claim{Say: "8.000 đồng", Source: "luat"}
	s.Steps = append(s.Steps, guide.Step{ID: "ngay-sinh", Say: "Gõ ngày sinh."}, guide.Step{ID: "noi-sinh", Say: "Gõ nơi sinh."}, guide.Step{ID: "xong", Say: "Đọc lại."})
	return p
}

func TestTwoPeopleChangeANumber(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	e.Pack = priced()
	v := mustWrite(t, e, fee, desk.Text{Say: "5.000 đồng"})
	if v.Of != "Làm giấy khai sinh" || v.Before.Say != "8.000 đồng" || !v.Takeable || len(v.Flaws) != 2 || v.Flaws[0].Field != "source" || v.Flaws[1].Field != "dated" {
		t.Fatalf("%+v", v)
	}
	if _, err := e.Ask(ctx, fee, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a number from nowhere: %v", err)
	}
	v = mustWrite(t, e, fee, desk.Text{Say: "5.000 đồng", Source: "Nghị quyết 12", Dated: "2026-07-01"})
	v, err := e.Ask(ctx, fee, v.Sequence)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Agree(ctx, fee, v.Sequence, o.eyes(lanID, pin)); guide.ErrorCode(err) != guide.CodeDenied || o.read(t, e.Pack, fee) != "8.000 đồng" {
		t.Errorf("who wrote it: %v", err)
	}
	if err := e.Agree(ctx, fee, v.Sequence, o.eyes(tuID, pin)); err != nil || o.read(t, e.Pack, fee) != "5.000 đồng" {
		t.Errorf("%v, %q", err, o.read(t, e.Pack, fee))
	}
	// One person doubts it, and gives it back: what two agreed on, no more.
	d := desk.Desk{Store: o.db, Pack: e.Pack, Who: "Lan"}
	if what, err := d.TakeAway(ctx, fee); err != nil || what != "5.000 đồng" || o.read(t, e.Pack, fee) != guide.AskStaff {
		t.Errorf("%q, %v", what, err)
	}
	if what, err := d.BringBack(ctx, fee); err != nil || what != "5.000 đồng" || o.read(t, e.Pack, fee) != "5.000 đồng" {
		t.Errorf("%q, %v", what, err)
	}
	if err := e.Drop(ctx, fee); err != nil || o.read(t, e.Pack, fee) != "8.000 đồng" {
		t.Error(err)
	}
}

// Where the province says nothing or only whom to ask, one begins with an empty field.
func TestANumberThatTheProvinceLacks(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack.Services[0].Fee = &guide.Claim{Say: "Hỏi cán bộ: tỉnh quy định"}
	for _, target := range []string{fee, "khai-sinh#hotline"} {
		v, err := e.Place(t.Context(), target)
		if err != nil || v.Writing || v.Draft != (desk.Text{}) || v.Takeable {
			t.Errorf("%s: %+v, %v", target, v, err)
		}
	}
}

func TestLesson(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = priced()
	mustWrite(t, e, fee, desk.Text{Say: "5.000 đồng"})
	list, err := e.Lesson(t.Context(), "khai-sinh")
	var got []string
	for _, v := range list {
		got = append(got, v.Target)
	}
	if err != nil || !slices.Equal(got, []string{fee, "khai-sinh#time", "khai-sinh#deadline", "khai-sinh#hotline", order}) || !list[0].Writing || list[0].Draft.Say != "5.000 đồng" || list[1].Writing {
		t.Errorf("%q, %+v, %v", got, list, err)
	}
	e.Pack.Services[0].Emergency = &guide.Emergency{}
	for _, key := range []string{"khai-sinh", "khong-co", fee} {
		if _, err := e.Lesson(t.Context(), key); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", key, err)
		}
	}
}

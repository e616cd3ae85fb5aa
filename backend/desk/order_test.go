package desk_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
)

const order = "khai-sinh#order"

func TestTwoPeopleChangeTheOrder(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	e.Pack = priced()
	s := &e.Pack.Services[0]
	s.Facts = []guide.Fact{{Key: "who", Ask: "Ai làm?", Answers: []guide.Answer{{Key: "me", Say: "Mẹ"}, {Key: "dad", Say: "Cha"}, {Key: "other", Say: "Người khác"}}}}
	s.Steps[2].When = guide.When{"who": {"me", "dad"}}
	const was, now = "use:toi-quay ten-chau ngay-sinh noi-sinh xong", "use:toi-quay ngay-sinh ten-chau noi-sinh xong"
	v, err := e.Place(ctx, order)
	if err != nil || v.Before.Say != was || v.Draft.Say != was || v.Writing || len(v.Steps) != 5 || v.Steps[0].Say != "Tới quầy" || v.Steps[2] != (desk.OrderedStep{ID: "ngay-sinh", Say: "Gõ ngày sinh.", When: "Mẹ / Cha"}) {
		t.Fatalf("%+v, %v", v, err)
	}
	for _, odd := range []string{"", "ten-chau", was + " moi", "xong xong xong xong xong", "khac ten-chau ngay-sinh noi-sinh xong"} {
		if _, err := e.Save(ctx, order, desk.Text{Say: odd}, v.Sequence+1); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%q: %v", odd, err)
		}
	}
	v = mustWrite(t, e, order, desk.Text{Say: "xong use:toi-quay ten-chau ngay-sinh noi-sinh"})
	if len(v.Flaws) == 0 {
		t.Error("the last step may stand first")
	}
	if _, err := e.Ask(ctx, order, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("the last step stands first: %v", err)
	}
	v = mustWrite(t, e, order, desk.Text{Say: now, More: "không giữ", Source: "không giữ"})
	if len(v.Flaws) != 0 || v.Draft != (desk.Text{Say: now}) {
		t.Errorf("%+v", v)
	}
	if v, err = e.Ask(ctx, order, v.Sequence); err != nil {
		t.Fatal(err)
	}
	before := o.read(t, e.Pack, order)
	if err := e.Agree(ctx, order, v.Sequence, o.eyes(lanID, pin)); guide.ErrorCode(err) != guide.CodeDenied || o.read(t, e.Pack, order) != before {
		t.Errorf("who arranged it: %v", err)
	}
	if err := e.Agree(ctx, order, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	local, err := o.db.Local(ctx)
	if err != nil {
		t.Fatal(err)
	}
	own := e.Pack.WithLocal(local)
	w, err := own.Walk(&own.Services[0], guide.Answers{"who": "me"})
	if err != nil || w.Steps[1].Say != "Gõ ngày sinh." || w.Steps[2].Say != "Gõ tên cháu." {
		t.Errorf("%+v, %v", w, err)
	}
	// An edition with a step more: the province's order, and staff are told.
	next := e
	next.Pack = priced()
	next.Pack.Services[0].Steps = append(next.Pack.Services[0].Steps, guide.Step{ID: "moi", Say: "Mới."})
	if v, err := next.Place(ctx, order); err != nil || !v.Parked || v.Draft.Say != was+" moi" || v.Now.Say != now {
		t.Errorf("%+v, %v", v, err)
	}
	if err := e.Drop(ctx, order); err != nil || o.read(t, e.Pack, order) != before {
		t.Error(err)
	}
}

// What somebody arranged before the province changed the lesson is begun anew.
func TestAnOrderThatIsOvertaken(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = priced()
	mustWrite(t, e, order, desk.Text{Say: "use:toi-quay ngay-sinh ten-chau noi-sinh xong"})
	e.Pack.Services[0].Steps = e.Pack.Services[0].Steps[:4]
	v, err := e.Place(t.Context(), order)
	if err != nil || !v.Writing || v.Draft.Say != v.Before.Say || len(v.Flaws) != 1 || !strings.Contains(v.Flaws[0].Message, "thêm hoặc bớt") {
		t.Errorf("%+v, %v", v, err)
	}
}

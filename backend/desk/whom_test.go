package desk_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
)

const whom = "khai-sinh/ngay-sinh#when"

// asking is the small pack with a question in its lesson.
func asking() *guide.Pack {
	p := priced()
	p.Services[0].Facts = []guide.Fact{{Key: "who", Ask: "Ai làm?", Answers: []guide.Answer{{Key: "me", Say: "Mẹ"}, {Key: "dad", Say: "Cha"}, {Key: "other", Say: "Người khác"}}}}
	return p
}

func TestTwoPeopleChangeForWhomAStepIs(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	e.Pack = asking()
	v, err := e.Place(ctx, whom)
	if err != nil || v.Of != "Làm giấy khai sinh" || v.Before.Say != guide.Everybody || v.Draft.Say != guide.Everybody || v.Writing || v.Whom == nil {
		t.Fatalf("%+v, %v", v, err)
	}
	if w := v.Whom; w.On != "Gõ ngày sinh." || w.Line || len(w.Asks) != 1 || w.Asks[0].Ask != "Ai làm?" || len(w.Asks[0].Answers) != 3 || w.Asks[0].Answers[1] != (desk.AnsweredView{Key: "dad", Say: "Cha"}) || len(w.Ways) != 0 {
		t.Errorf("%+v", w)
	}
	for _, odd := range []string{"", "who=moi", "way=phone", "Mẹ", strings.Repeat("who=me; ", 1000)} {
		if _, err := e.Save(ctx, whom, desk.Text{Say: odd}, v.Sequence+1); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%.20q: %v", odd, err)
		}
	}
	v = mustWrite(t, e, whom, desk.Text{Say: "who="})
	if _, err := e.Ask(ctx, whom, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid || len(v.Flaws) != 1 {
		t.Errorf("nobody is chosen: %+v, %v", v.Flaws, err)
	}
	v = mustWrite(t, e, whom, desk.Text{Say: "who=dad|me", More: "không giữ", Source: "không giữ"})
	if len(v.Flaws) != 0 || v.Draft != (desk.Text{Say: "who=me|dad"}) || !slices.Equal(v.Whom.Ways, []desk.WayView{{Say: "“Người khác”", Before: "5", After: "4"}}) {
		t.Errorf("%+v, %+v", v, v.Whom)
	}
	if v, err = e.Ask(ctx, whom, v.Sequence); err != nil {
		t.Fatal(err)
	}
	if got, want := e.Subject(ctx, whom), "Làm giấy khai sinh, ai thấy “Gõ ngày sinh.”: Mẹ / Cha"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	before := o.read(t, e.Pack, whom)
	if err := e.Agree(ctx, whom, v.Sequence, o.eyes(lanID, pin)); guide.ErrorCode(err) != guide.CodeDenied || o.read(t, e.Pack, whom) != before {
		t.Errorf("who chose it: %v", err)
	}
	if err := e.Agree(ctx, whom, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	if steps := o.steps(t, e.Pack, "other"); slices.Contains(steps, "Gõ ngày sinh.") || len(steps) != 4 {
		t.Errorf("%q", steps)
	}
	if steps := o.steps(t, e.Pack, "me"); len(steps) != 5 {
		t.Errorf("%q", steps)
	}
	if list, err := e.List(ctx); err != nil || len(list) != 1 || list[0].Parked || list[0].Now.Say != "who=me|dad" || list[0].Before.Say != guide.Everybody {
		t.Errorf("%+v, %v", list, err)
	}
	// It is in the list of its lesson, beside numbers and order; the steps that several share are not.
	lesson, err := e.Lesson(ctx, "khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, one := range lesson {
		names = append(names, one.Target)
	}
	if want := []string{"khai-sinh#fee", "khai-sinh#time", "khai-sinh#deadline", "khai-sinh#hotline", "khai-sinh#order", "khai-sinh/ten-chau#when", whom, "khai-sinh/noi-sinh#when", "khai-sinh/xong#when", "khai-sinh/giay-chung-sinh#when"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	// An edition with another question: the province's, and staff are told.
	next := e
	next.Pack = asking()
	next.Pack.Services[0].Facts[0].Ask = "Ai tới quầy?"
	if v, err := next.Place(ctx, whom); err != nil || !v.Parked || v.Draft.Say != guide.Everybody || v.Now.Say != "who=me|dad" || len(o.steps(t, next.Pack, "other")) != 5 {
		t.Errorf("%+v, %v", v, err)
	}
	if err := e.Drop(ctx, whom); err != nil || o.read(t, e.Pack, whom) != before {
		t.Error(err)
	}
	if got := e.Subject(ctx, whom); !strings.HasSuffix(got, ": mọi người") {
		t.Errorf("%q", got)
	}
}

func TestTheTrailHasWordsForEveryPlace(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = asking()
	for target, want := range map[string]string{
		step:                         "Làm giấy khai sinh: “Gõ tên cháu.”",
		fee:                          "Làm giấy khai sinh: Bao nhiêu tiền",
		"khai-sinh#deadline":         "Làm giấy khai sinh: Hạn",
		"khai-sinh#order":            "Làm giấy khai sinh: thứ tự các bước",
		whom:                         "Làm giấy khai sinh, ai thấy “Gõ ngày sinh.”: mọi người",
		"khai-sinh/buoc-da-mat":      "Làm giấy khai sinh",
		"khai-sinh/buoc-da-mat#when": "Làm giấy khai sinh",
	} {
		if got := e.Subject(t.Context(), target); got != want {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
}

// What was agreed on does not hold any more without another one that was taken back.
func TestWhatLeansOnAnotherIsParked(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	e.Pack = asking()
	e.Pack.Services[0].Checklist = append(e.Pack.Services[0].Checklist, guide.Item{ID: "can-cuoc", Say: "Căn cước", When: guide.When{"who": {"me"}}})
	e.Pack.Services[0].Steps[2].When = guide.When{"who": {"me"}} // else the question would be asked for nothing
	const paper, card = "khai-sinh/giay-chung-sinh#when", "khai-sinh/can-cuoc#when"
	for _, c := range [][2]string{{card, "everybody"}, {paper, "who=me"}} {
		v := mustWrite(t, e, c[0], desk.Text{Say: c[1]})
		v, err := e.Ask(ctx, c[0], v.Sequence)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Agree(ctx, c[0], v.Sequence, o.eyes(tuID, pin)); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := e.Place(ctx, paper); err != nil || v.Parked {
		t.Errorf("%+v, %v", v, err)
	}
	if err := e.Drop(ctx, card); err != nil {
		t.Fatal(err)
	}
	if v, err := e.Place(ctx, paper); err != nil || !v.Parked || v.Draft.Say != guide.Everybody {
		t.Errorf("%+v, %v", v, err)
	}
}

// What somebody chose before the province changed the questions is begun anew.
func TestAChoiceThatIsOvertaken(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	e.Pack = asking()
	mustWrite(t, e, whom, desk.Text{Say: "who=other"})
	e.Pack.Services[0].Facts[0].Answers = e.Pack.Services[0].Facts[0].Answers[:2]
	v, err := e.Place(t.Context(), whom)
	if err != nil || !v.Writing || v.Draft.Say != v.Before.Say || len(v.Flaws) != 1 || !strings.Contains(v.Flaws[0].Message, "vừa đổi câu hỏi") {
		t.Errorf("%+v, %v", v, err)
	}
}

// steps are what residents with that answer are told to do.
func (o *office) steps(t *testing.T, p *guide.Pack, who string) (list []string) {
	t.Helper()
	local, err := o.db.Local(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	own := p.WithLocal(local)
	w, err := own.Walk(&own.Services[0], guide.Answers{"who": who})
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range w.Steps {
		list = append(list, st.Say)
	}
	return list
}

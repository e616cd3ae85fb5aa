package desk_test

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// twoPeople is an office with Lan, an admin, and Tú, who has chosen his own PIN.
type office struct {
	db   *sqlite.DB
	gate *staff.Gate
	now  time.Time
}

const (
	lanID, tuID = 1, 2
	pin         = "290511"
)

func mustOpenOffice(t *testing.T) *office {
	t.Helper()
	o := &office{now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)}
	dir, log, clock := t.TempDir(), slog.New(slog.DiscardHandler), func() time.Time { return o.now }
	db, err := sqlite.Open(t.Context(), dir, clock, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	setup := staff.NewSetup(dir)
	if err := staff.Prepare(t.Context(), db, setup); err != nil {
		t.Fatal(err)
	}
	o.db, o.gate = db, staff.NewGate(db, setup, staff.NewClock(clock), log)
	code, err := setup.Code()
	if err != nil {
		t.Fatal(err)
	}
	for _, do := range []func() error{
		func() error { return o.gate.EnterCode(t.Context(), code) },
		func() error { _, err := o.gate.Choose(t.Context(), "Lan", pin); return err },
		func() error { return o.gate.AddPerson(t.Context(), "Tú", guide.RoleClerk, pin) },
		func() error { return o.unlock(t.Context(), tuID) },
		func() error { return o.gate.OwnPIN(t.Context(), pin, "840217") },
		func() error { return o.gate.OwnPIN(t.Context(), "840217", pin) },
		func() error { return o.unlock(t.Context(), lanID) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func (o *office) unlock(ctx context.Context, who int64) error {
	_, err := o.gate.Unlock(ctx, who, pin)
	return err
}

// editor is the desk of who opened the door.
func (o *office) editor() desk.Editor {
	id, who := o.gate.Me()
	return desk.Editor{Store: o.db, Pack: pack(), ID: id, Who: who, Now: func() time.Time { return o.now }}
}

// eyes are those of a person who types a PIN.
func (o *office) eyes(who int64, pin string) desk.Eyes {
	return func(ctx context.Context, author int64) (string, error) { return o.gate.Vouch(ctx, who, pin, author) }
}

// read is what residents read at a place.
func (o *office) read(t *testing.T, p *guide.Pack, target string) string {
	t.Helper()
	local, err := o.db.Local(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	place, err := p.WithLocal(local).WordingPlace(target)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(place.Texts, " ")
}

// own are the names of the office's own services that residents see.
func (o *office) own(t *testing.T, p *guide.Pack) (names string) {
	t.Helper()
	local, err := o.db.Local(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range p.WithLocal(local).Own() {
		names += s.Title + ". " + s.Checklist[0].Say + "\n"
	}
	return names
}

func mustWrite(t *testing.T, e desk.Editor, target string, text desk.Text) desk.WordingView {
	t.Helper()
	v, err := e.Place(t.Context(), target)
	if err != nil {
		t.Fatal(err)
	}
	saved, err := e.Save(t.Context(), target, text, v.Sequence+1)
	if err != nil || !saved.Kept {
		t.Fatalf("%+v, %v", saved, err)
	}
	return saved.Wording
}

func TestTwoPeopleChangeASentence(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	v := mustWrite(t, e, step, desk.Text{Say: " Gõ họ tên\ncháu. ", More: "Có dấu."})
	if v.Draft.Say != "Gõ họ tên cháu." || v.Before.Say != "Gõ tên cháu." || v.Author != "Lan" || len(v.Flaws) != 0 || o.read(t, e.Pack, step) != "Gõ tên cháu." {
		t.Fatalf("%+v", v)
	}
	if err := e.Agree(ctx, step, v.Sequence, o.eyes(tuID, pin)); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("nobody was asked: %v", err)
	}
	v, err := e.Ask(ctx, step, v.Sequence)
	if err != nil || !v.Asked {
		t.Fatalf("%+v, %v", v, err)
	}
	for name, eyes := range map[string]desk.Eyes{
		"who wrote it": o.eyes(lanID, pin), "a wrong PIN": o.eyes(tuID, "111222"), "nobody": o.eyes(99, pin),
	} {
		if err := e.Agree(ctx, step, v.Sequence, eyes); guide.ErrorCode(err) != guide.CodeDenied {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := e.Agree(ctx, step, v.Sequence-1, o.eyes(tuID, pin)); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("an older text: %v", err)
	}
	if got := o.read(t, e.Pack, step); got != "Gõ tên cháu." {
		t.Fatalf("residents read %q", got)
	}
	if err := e.Agree(ctx, step, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	if got := o.read(t, e.Pack, step); got != "Gõ họ tên cháu. Có dấu." {
		t.Errorf("residents read %q", got)
	}
	list, err := e.List(ctx)
	if err != nil || len(list) != 1 || !list[0].Agreed || list[0].By != "Lan, Tú" || list[0].Writing || list[0].Now.Say != "Gõ họ tên cháu." {
		t.Errorf("%+v, %v", list, err)
	}
	// An edition that says something else there: the province's words, and staff are told.
	next := e
	next.Pack = pack()
	next.Pack.Services[0].Steps[1].Say = "Gõ tên cháu như giấy chứng sinh."
	if v, err := next.Place(ctx, step); err != nil || !v.Parked || v.Under != "Gõ tên cháu." || o.read(t, next.Pack, step) != "Gõ tên cháu như giấy chứng sinh." {
		t.Errorf("%+v, %v", v, err)
	}
	// One person may go back to the province's words.
	if err := e.Drop(ctx, step); err != nil || o.read(t, e.Pack, step) != "Gõ tên cháu." {
		t.Error(err)
	}
	if list, err := e.List(ctx); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestTwoPeopleAddAServiceOfTheirOwn(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	target, err := e.NewOwn(ctx, "giay-to")
	if err != nil {
		t.Fatal(err)
	}
	v := mustWrite(t, e, target, desk.Text{Say: "Mượn hội trường thôn"})
	if !v.Own || v.Of != "Giấy tờ" || !v.There || v.Parked {
		t.Errorf("%+v", v)
	}
	if _, err := e.Ask(ctx, target, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("nothing is told: %v", err)
	}
	v = mustWrite(t, e, target, desk.Text{Say: "Mượn hội trường thôn", More: "Mời gặp trưởng thôn trước."})
	if v, err = e.Ask(ctx, target, v.Sequence); err != nil {
		t.Fatal(err)
	}
	if next, err := e.NewOwn(ctx, "giay-to"); err != nil || next == target {
		t.Errorf("%q, %v", next, err)
	}
	if err := e.Agree(ctx, target, v.Sequence, o.eyes(lanID, pin)); guide.ErrorCode(err) != guide.CodeDenied || o.own(t, e.Pack) != "" {
		t.Errorf("%v", err)
	}
	if err := e.Agree(ctx, target, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	if got := o.own(t, e.Pack); got != "Mượn hội trường thôn. Mời gặp trưởng thôn trước.\n" {
		t.Errorf("residents see %q", got)
	}
	without := e
	without.Pack = pack()
	without.Pack.Topics = nil
	list, err := without.List(ctx)
	if err != nil || len(list) != 1 || list[0].There || !list[0].Parked {
		t.Errorf("its tile is gone: %+v, %v", list, err)
	}
	if err := e.Drop(ctx, target); err != nil || o.own(t, e.Pack) != "" {
		t.Error(err)
	}
}

func TestWhatIsAskedIsWithoutFlaw(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	for name, c := range map[string]struct {
		text  desk.Text
		field string
	}{
		"nothing":                 {desk.Text{More: "Có dấu."}, "say"},
		"a letter without a face": {desk.Text{Say: "Gõ 汉 cháu."}, "say"},
		"somebody's number":       {desk.Text{Say: "Gõ 012345678901."}, "say"},
		"a fee from nowhere":      {desk.Text{Say: "Gõ tên, nộp 8.000 đồng."}, "source"},
		"of a paper without day":  {desk.Text{Say: "Gõ tên, nộp 8.000 đồng.", Source: "Nghị quyết 10"}, "dated"},
		"from a day that is past": {desk.Text{Say: "Gõ họ tên.", From: "2020-01-01"}, "from"},
		"longer than the glass":   {desk.Text{Say: strings.Repeat("Gõ. ", 60)}, "say"},
	} {
		v := mustWrite(t, e, step, c.text)
		if !slices.ContainsFunc(v.Flaws, func(f desk.FlawView) bool { return f.Field == c.field && !f.Warning && f.Message != "" }) {
			t.Errorf("%s: %+v", name, v.Flaws)
		}
		if _, err := e.Ask(t.Context(), step, v.Sequence); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	v := mustWrite(t, e, step, desk.Text{Say: "Gõ tên, nộp 8.000 đồng.", Source: "Nghị quyết 10", Dated: "2026-07-01"})
	if _, err := e.Ask(t.Context(), step, v.Sequence); err != nil {
		t.Errorf("with its source: %v, %+v", err, v.Flaws)
	}
	for _, rubbish := range []string{"<script>alert(1)</script>\x00", strings.Repeat("x", 1<<20)} {
		if _, err := e.Save(t.Context(), step, desk.Text{Say: rubbish}, 99); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%.20q: %v", rubbish, err)
		}
	}
	for _, target := range []string{"khai-sinh", "khai-sinh/khong-co"} {
		if _, err := e.Save(t.Context(), target, desk.Text{Say: "Câu."}, 1); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", target, err)
		}
	}
}

func TestCallsThatComeLateChangeNothing(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	v := mustWrite(t, e, step, desk.Text{Say: "Gõ họ tên cháu."})
	if late, err := e.Save(t.Context(), step, desk.Text{Say: "Gõ"}, v.Sequence); err != nil || late.Kept || late.Wording.Draft.Say != "Gõ họ tên cháu." {
		t.Errorf("%+v, %v", late, err)
	}
	if err := e.Drop(t.Context(), step); err != nil {
		t.Fatal(err)
	}
	if late, err := e.Save(t.Context(), step, desk.Text{Say: "Gõ"}, v.Sequence+1); err != nil || late.Kept || late.Wording.Writing {
		t.Errorf("after it was dropped: %+v, %v", late, err)
	}
}

func TestASentenceWaitsForItsDay(t *testing.T) {
	o := mustOpenOffice(t)
	e := o.editor()
	v := mustWrite(t, e, step, desk.Text{Say: "Gõ họ tên cháu.", From: "2026-12-15"})
	v, err := e.Ask(t.Context(), step, v.Sequence)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Agree(t.Context(), step, v.Sequence, o.eyes(tuID, pin)); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[int]string{0: "Gõ tên cháu.", 14: "Gõ tên cháu.", 15: "Gõ họ tên cháu."} {
		o.now = time.Date(2026, 11, 30+day, 0, 0, 0, 0, time.UTC)
		if got := o.read(t, e.Pack, step); got != want {
			t.Errorf("day %d: %q, want %q", day, got, want)
		}
	}
}

// A PIN that Lan gave is Lan's, until its owner has chosen another: with it alone
// nobody is a second person.
func TestAGivenPINIsNoSecondPerson(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	if err := o.gate.AddPerson(ctx, "Bóng", guide.RoleClerk, pin); err != nil {
		t.Fatal(err)
	}
	if err := o.gate.GivePIN(ctx, tuID, pin); err != nil {
		t.Fatal(err)
	}
	v := mustWrite(t, e, step, desk.Text{Say: "Gõ họ tên cháu."})
	v, err := e.Ask(ctx, step, v.Sequence)
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []int64{tuID, 3} {
		if err := e.Agree(ctx, step, v.Sequence, o.eyes(who, pin)); guide.ErrorCode(err) != guide.CodeDenied || !strings.Contains(guide.Message(err), "đổi mã PIN") {
			t.Errorf("%d: %v", who, err)
		}
	}
	if err := o.unlock(ctx, tuID); err != nil {
		t.Fatal(err)
	}
	if err := o.gate.OwnPIN(ctx, pin, "840217"); err != nil {
		t.Fatal(err)
	}
	if err := e.Agree(ctx, step, v.Sequence, o.eyes(tuID, "840217")); err != nil {
		t.Error(err)
	}
}

// Who writes has a PIN of their own, too: a person that somebody made up, or whose PIN
// the recovery code gave, writes nothing that counts.
func TestWhoWritesHasAPINOfTheirOwn(t *testing.T) {
	o := mustOpenOffice(t)
	ctx := t.Context()
	if err := o.gate.AddPerson(ctx, "Bóng", guide.RoleClerk, pin); err != nil {
		t.Fatal(err)
	}
	const shadowID = 3
	refused := func(what string, author, reader int64, readerPIN string) {
		t.Helper()
		e := o.editor()
		v := mustWrite(t, e, step, desk.Text{Say: "Gõ họ tên cháu."})
		v, err := e.Ask(ctx, step, v.Sequence)
		if err != nil || v.AuthorID != int(author) {
			t.Fatalf("%s: %+v, %v", what, v, err)
		}
		if err := e.Agree(ctx, step, v.Sequence, o.eyes(reader, readerPIN)); guide.ErrorCode(err) != guide.CodeDenied {
			t.Errorf("%s: %v", what, err)
		}
		if got := o.read(t, e.Pack, step); got != "Gõ tên cháu." {
			t.Fatalf("%s: residents read %q", what, got)
		}
	}
	if err := o.unlock(ctx, shadowID); err != nil {
		t.Fatal(err)
	}
	refused("made up by the reader", shadowID, lanID, pin)
	if err := o.unlock(ctx, lanID); err != nil {
		t.Fatal(err)
	}
	code, err := o.gate.NewRecovery(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.gate.ChangePerson(ctx, tuID, "Tú", guide.RoleAdmin); err != nil {
		t.Fatal(err)
	}
	if err := o.gate.Recover(ctx, tuID, strings.ReplaceAll(code, " ", "")); err != nil {
		t.Fatal(err)
	}
	if _, err := o.gate.Choose(ctx, "Tú", "840217"); err != nil {
		t.Fatal(err)
	}
	if err := o.unlock(ctx, lanID); err != nil {
		t.Fatal(err)
	}
	refused("recovered by the writer", lanID, tuID, "840217")
}

// An edition that renames a step takes what was begun and agreed on there along, and
// one person may still go back to the province's words.
func TestWordsOfARenamedStep(t *testing.T) {
	o := mustOpenOffice(t)
	ctx, e := t.Context(), o.editor()
	agreed := func(e desk.Editor, target, say string) {
		t.Helper()
		v := mustWrite(t, e, target, desk.Text{Say: say})
		v, err := e.Ask(ctx, target, v.Sequence)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Agree(ctx, target, v.Sequence, o.eyes(tuID, pin)); err != nil {
			t.Fatal(err)
		}
	}
	agreed(e, step, "Gõ họ tên cháu.")
	next := e
	next.Pack = pack()
	st := &next.Pack.Services[0].Steps[1]
	st.ID, st.Was = "ho-ten-chau", []string{"ten-chau"}
	const renamed = "khai-sinh/ho-ten-chau"
	if got := o.read(t, next.Pack, renamed); got != "Gõ họ tên cháu." {
		t.Fatalf("residents read %q", got)
	}
	draft := mustWrite(t, e, step, desk.Text{Say: "Gõ họ, tên cháu."})
	if v, err := next.Place(ctx, renamed); err != nil || !v.Writing || v.Draft.Say != "Gõ họ, tên cháu." || v.Sequence != draft.Sequence {
		t.Errorf("%+v, %v", v, err)
	}
	agreed(next, renamed, "Gõ họ tên của cháu.")
	if err := next.Drop(ctx, renamed); err != nil {
		t.Fatal(err)
	}
	if got := o.read(t, next.Pack, renamed); got != "Gõ tên cháu." {
		t.Errorf("residents read %q", got)
	}
	if list, err := next.List(ctx); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	for _, target := range []string{renamed, "", "=HYPERLINK(1)", strings.Repeat("a", 1_000_000)} {
		if err := next.Drop(ctx, target); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%.20q: %v", target, err)
		}
	}
}

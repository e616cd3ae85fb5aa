package supervise

import (
	"testing"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sight"
)

var dawn = time.Date(2026, 11, 30, 6, 0, 0, 0, time.UTC)

func at(seconds float64) time.Time { return dawn.Add(time.Duration(seconds * float64(time.Second))) }

var idleBeat = lifeline.Word{Say: lifeline.SayBeat, Idle: true, Mark: &lifeline.Mark{Side: 6}}

// What the watch makes of a window's signs.
func TestJudge(t *testing.T) {
	beats := func(w *watch, from, to float64, word lifeline.Word) {
		for s := from; s <= to; s += 2 {
			w.hears(at(s), word)
		}
	}
	looks := func(w *watch, count int, colour func(shade int) sight.Colour) {
		for i := range count {
			w.looked(i%2, colour(i%2))
		}
	}
	same := func(int) sight.Colour { return sight.Colour{} }
	changing := func(shade int) sight.Colour { return sight.Colour{251, 249, uint8(244 - 7*shade)} }
	for name, tt := range map[string]struct {
		signs func(w *watch)
		when  float64
		want  Verdict
	}{
		"opening":                     {func(*watch) {}, 80, Verdict{}},
		"never opened":                {func(*watch) {}, 90, Verdict{Kind: restarts.Unopened}},
		"never opened, but slept":     {func(w *watch) { w.slept(at(3600), time.Hour) }, 90 + 3599, Verdict{}},
		"beating":                     {func(w *watch) { beats(w, 1, 99, idleBeat) }, 100, Verdict{}},
		"silent":                      {func(w *watch) { beats(w, 1, 99, idleBeat) }, 105, Verdict{Kind: restarts.Hung}},
		"silent and starved":          {func(w *watch) { beats(w, 1, 99, idleBeat); w.waiting(20 * time.Second) }, 124, Verdict{}},
		"starved, then silent":        {func(w *watch) { beats(w, 1, 99, idleBeat); w.waiting(20 * time.Second) }, 125, Verdict{Kind: restarts.Hung}},
		"starved for a minute":        {func(w *watch) { beats(w, 1, 99, idleBeat); w.waiting(time.Hour) }, 159, Verdict{Kind: restarts.Hung}},
		"a beat ends what it waited":  {func(w *watch) { w.waiting(time.Hour); beats(w, 1, 99, idleBeat) }, 105, Verdict{Kind: restarts.Hung}},
		"slept for an hour":           {func(w *watch) { w.hears(at(1), idleBeat); w.slept(at(3600), time.Hour) }, 3605, Verdict{}},
		"slept, then silent":          {func(w *watch) { w.hears(at(1), idleBeat); w.slept(at(3600), time.Hour) }, 3631, Verdict{Kind: restarts.Hung}},
		"slow after its first screen": {func(w *watch) { w.hears(at(1), idleBeat) }, 10, Verdict{}},
		"put aside and slow":          {func(w *watch) { beats(w, 1, 99, lifeline.Word{Say: lifeline.SayBeat, Away: true}) }, 150, Verdict{}},
		"put aside and silent":        {func(w *watch) { beats(w, 1, 99, lifeline.Word{Say: lifeline.SayBeat, Away: true}) }, 159, Verdict{Kind: restarts.Hung}},
		"no engine known":             {func(w *watch) { beats(w, 1, 9, idleBeat); w.sees(at(9), false, false) }, 14, Verdict{}},
		"renderer gone":               {func(w *watch) { beats(w, 1, 9, idleBeat); w.sees(at(5), true, true); w.sees(at(8), false, true) }, 10, Verdict{Kind: restarts.Renderer}},
		"renderer exchanged": {func(w *watch) {
			beats(w, 1, 9, idleBeat)
			w.sees(at(5), true, true)
			w.sees(at(8), false, true)
			w.sees(at(9), true, true)
		}, 11, Verdict{}},
		"engine gone":                 {func(w *watch) { beats(w, 1, 9, idleBeat); w.sees(at(5), true, true); w.sees(at(7), true, false) }, 10, Verdict{Kind: restarts.Engine}},
		"not seen":                    {func(w *watch) { beats(w, 1, 99, idleBeat); looks(w, 5, same) }, 100, Verdict{Forward: true}},
		"seen":                        {func(w *watch) { beats(w, 1, 99, idleBeat); looks(w, 50, changing) }, 100, Verdict{Seen: true}},
		"not seen for too short":      {func(w *watch) { beats(w, 1, 99, idleBeat); looks(w, 4, same) }, 100, Verdict{}},
		"not seen, somebody is there": {func(w *watch) { beats(w, 1, 99, lifeline.Word{Say: lifeline.SayBeat}); looks(w, 5, same) }, 100, Verdict{}},
		"not seen, put aside": {func(w *watch) {
			beats(w, 1, 99, lifeline.Word{Say: lifeline.SayBeat, Idle: true, Away: true, Mark: &lifeline.Mark{}})
			looks(w, 5, same)
		}, 100, Verdict{}},
		"one shade only": {func(w *watch) {
			beats(w, 1, 99, idleBeat)
			for range 9 {
				w.looked(1, sight.Colour{})
			}
		}, 100, Verdict{}},
	} {
		w := &watch{limits: KioskLimits, opened: dawn}
		tt.signs(w)
		if got := w.judge(at(tt.when)); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

// A window that cannot be seen is brought forward first, and opened anew when that was
// no help; when it helped, the next time begins from the start.
func TestDarkBringsForwardFirst(t *testing.T) {
	w := &watch{limits: KioskLimits, opened: dawn}
	w.hears(at(1), idleBeat)
	dark := func() Verdict {
		for i := range w.limits.Looks {
			w.looked(i, sight.Colour{})
		}
		return w.judge(at(2))
	}
	if v := dark(); !v.Forward {
		t.Fatalf("%+v", v)
	}
	if v := dark(); v.Kind != restarts.Dark {
		t.Fatalf("%+v", v)
	}
	w.hears(at(2), lifeline.Word{Say: lifeline.SayBeat}) // somebody touched it
	w.hears(at(3), idleBeat)
	if v := dark(); !v.Forward {
		t.Fatalf("after a touch: %+v", v)
	}
}

func TestRestful(t *testing.T) {
	w := &watch{limits: KioskLimits, opened: dawn}
	if w.restful(at(9999), time.Minute) {
		t.Error("before its first beat")
	}
	w.hears(at(0), idleBeat)
	w.hears(at(60), idleBeat)
	if !w.restful(at(60), time.Minute) || w.restful(at(59), time.Minute) {
		t.Error("not since the first idle beat")
	}
	away := idleBeat
	away.Away = true
	w.hears(at(61), away)
	if w.restful(at(200), time.Minute) {
		t.Error("staff have put it aside")
	}
	w.hears(at(62), idleBeat)
	w.hears(at(63), lifeline.Word{Say: lifeline.SayBeat})
	if w.restful(at(200), time.Minute) {
		t.Error("somebody is there")
	}
}

func TestStarts(t *testing.T) {
	s := starts{most: 3, within: 10 * time.Minute}
	for i, tt := range []struct {
		minute float64
		want   bool
	}{{0, true}, {1, true}, {2, false}, {30, true}, {35, true}, {41, true}, {42, false}} {
		if got := s.again(at(60 * tt.minute)); got != tt.want {
			t.Errorf("%d, minute %v: %v", i, tt.minute, got)
		}
		if !tt.want {
			s.forget()
		}
	}
}

func TestSeen(t *testing.T) {
	of := func(shade int, all uint8) look { return look{shade: shade, seen: sight.Colour{all, all, all}} }
	for name, tt := range map[string]struct {
		looks         []look
		changes, sure bool
	}{
		"changes":       {[]look{of(0, 250), of(1, 243)}, true, true},
		"other way":     {[]look{of(1, 20), of(0, 13)}, true, true},
		"noise":         {[]look{of(0, 250), {shade: 1, seen: sight.Colour{249, 251, 250}}}, false, true},
		"another's":     {[]look{of(0, 9), of(1, 9), of(0, 9)}, false, true},
		"one shade yet": {[]look{of(0, 0)}, false, false},
	} {
		if changes, sure := seen(tt.looks); changes != tt.changes || sure != tt.sure {
			t.Errorf("%s: %v, %v", name, changes, sure)
		}
	}
}

// What was brought forward and then seen begins from the start.
func TestSeenAgainBeginsFromTheStart(t *testing.T) {
	w := &watch{limits: KioskLimits, opened: dawn}
	w.hears(at(1), idleBeat)
	look := func(change uint8) Verdict {
		for i := range w.limits.Looks {
			w.looked(i, sight.Colour{uint8(i%2) * change})
		}
		return w.judge(at(2))
	}
	if v := look(0); !v.Forward {
		t.Fatalf("%+v", v)
	}
	if v := look(9); !v.Seen {
		t.Fatalf("%+v", v)
	}
	if v := look(0); !v.Forward {
		t.Fatalf("another cover: %+v", v)
	}
}

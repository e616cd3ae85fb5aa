package guide_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tungbuoc/backend/guide"
)

// noted is a small pack whose parts can carry notes: two services and a flow with
// a step that stands for it.
func noted() *guide.Pack {
	return &guide.Pack{
		Services: []guide.Service{
			{
				Key: "khai-sinh", Kind: guide.KindProcedure, Title: "Làm giấy khai sinh",
				Checklist: []guide.Item{{ID: "giay-chung-sinh", Say: "Giấy chứng sinh"}, {ID: "can-cuoc", Say: "Thẻ căn cước", Note: "Của cha hoặc mẹ"}},
				Steps:     []guide.Step{{ID: "mo-cong", Say: "Mở cổng."}, {Use: "dang-nhap"}, {ID: "ten-chau", Say: "Gõ tên cháu."}},
			},
			{Key: "ket-hon", Kind: guide.KindProcedure, Title: "Đăng ký kết hôn", Steps: []guide.Step{{Use: "dang-nhap", Whole: true}, {ID: "ten-chau", Say: "Gõ tên hai người."}}},
		},
		Flows: []guide.Flow{{Key: "dang-nhap", Brief: &guide.Step{ID: "tom", Say: "Đăng nhập."}, Steps: []guide.Step{{ID: "mat-khau", Say: "Gõ mật khẩu."}}}},
	}
}

func put(t *testing.T, p *guide.Pack, target, text string) guide.Note {
	t.Helper()
	place, err := p.Place(target)
	if err != nil {
		t.Fatal(err)
	}
	return guide.Note{Target: target, Shown: text, Words: place.Words()}
}

// Every step of a walk, and every line, knows the place on which its note hangs.
func TestTargets(t *testing.T) {
	p := noted()
	for key, want := range map[string][]string{
		"khai-sinh": {"khai-sinh/mo-cong", "flow dang-nhap/tom", "khai-sinh/ten-chau"},
		"ket-hon":   {"flow dang-nhap/mat-khau", "ket-hon/ten-chau"},
	} {
		s, err := p.Service(key)
		if err != nil {
			t.Fatal(err)
		}
		w, err := p.Walk(s, guide.Answers{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, st := range w.Steps {
			got = append(got, st.Target)
			if place, err := p.Place(st.Target); err != nil || !slices.Equal(place.Texts, st.Unit()) {
				t.Errorf("%q: %+v, %v", st.Target, place, err)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if _, err := p.Place("khai-sinh/khac"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
}

func TestNotesLand(t *testing.T) {
	before := noted()
	for name, tt := range map[string]struct {
		note  string
		edit  func(p *guide.Pack)
		lands string // "": parked
	}{
		"as it was":         {"khai-sinh/ten-chau", func(*guide.Pack) {}, "khai-sinh/ten-chau"},
		"on a service":      {"ket-hon", func(p *guide.Pack) { p.Services[1].Steps = nil }, "ket-hon"},
		"service renamed":   {"ket-hon", func(p *guide.Pack) { p.Services[1].Title = "Kết hôn với người nước ngoài" }, ""},
		"service gone":      {"ket-hon", func(p *guide.Pack) { p.Services = p.Services[:1] }, ""},
		"step reworded":     {"khai-sinh/ten-chau", func(p *guide.Pack) { p.Services[0].Steps[2].Say = "Gõ họ của cháu." }, ""},
		"reason added":      {"khai-sinh/ten-chau", func(p *guide.Pack) { p.Services[0].Steps[2].Why = "Có dấu." }, ""},
		"note of a line":    {"khai-sinh/can-cuoc", func(p *guide.Pack) { p.Services[0].Checklist[1].Note = "" }, ""},
		"quotes drawn anew": {"khai-sinh/can-cuoc", func(p *guide.Pack) { p.Services[0].Checklist[1].Say = "Thẻ căn cước" }, "khai-sinh/can-cuoc"},
		"step gone":         {"khai-sinh/mo-cong", func(p *guide.Pack) { p.Services[0].Steps = p.Services[0].Steps[1:] }, ""},
		"renamed": {"khai-sinh/mo-cong", func(p *guide.Pack) {
			p.Services[0].Steps[0].ID, p.Services[0].Steps[0].Was = "mo-trang", []string{"mo-cong"}
		}, "khai-sinh/mo-trang"},
		"renamed and reworded": {"khai-sinh/mo-cong", func(p *guide.Pack) {
			p.Services[0].Steps[0] = guide.Step{ID: "mo-trang", Was: []string{"mo-cong"}, Say: "Mở trang."}
		}, ""},
		"moved to a flow": {"khai-sinh/mo-cong", func(p *guide.Pack) {
			p.Flows[0].Steps[0] = guide.Step{ID: "mo-cong", Was: []string{"khai-sinh/mo-cong"}, Say: "Mở cổng."}
			p.Services[0].Steps = p.Services[0].Steps[1:]
		}, "flow dang-nhap/mo-cong"},
		"reordered": {"khai-sinh/giay-chung-sinh", func(p *guide.Pack) { slices.Reverse(p.Services[0].Checklist) }, "khai-sinh/giay-chung-sinh"},
	} {
		t.Run(name, func(t *testing.T) {
			p := noted()
			tt.edit(p)
			n := put(t, before, tt.note, "Ở bàn 3")
			landed, parked := p.Land([]guide.Note{n})
			own := p.WithLocal(guide.Local{Notes: []guide.Note{n}})
			if tt.lands == "" {
				if len(landed) != 0 || len(parked) != 1 {
					t.Fatalf("landed %v, parked %v", landed, parked)
				}
				for _, place := range p.Places() {
					if own.NoteAt(place.Target) != "" {
						t.Errorf("shown at %s", place.Target)
					}
				}
				return
			}
			if own.NoteAt(tt.lands) != "Ở bàn 3" || len(landed) != 1 || len(parked) != 0 {
				t.Errorf("landed %v, parked %v", landed, parked)
			}
			if p.NoteAt(tt.lands) != "" {
				t.Error("the pack itself was changed")
			}
		})
	}
}

// A draft that nobody has shown yet is on no screen, and of two notes for one
// place only that under its name of today is.
func TestOneNoteAPlace(t *testing.T) {
	p := noted()
	p.Services[0].Steps[0].Was = []string{"mo-trang"}
	today := put(t, p, "khai-sinh/mo-cong", "nay")
	earlier := today
	earlier.Target, earlier.Shown = "khai-sinh/mo-trang", "xưa"
	draft := guide.Note{Target: "ket-hon", Draft: "chưa đưa ra"}
	landed, parked := p.Land([]guide.Note{earlier, draft, today})
	if len(landed) != 1 || landed["khai-sinh/mo-cong"].Shown != "nay" || len(parked) != 1 || parked[0].Shown != "xưa" {
		t.Errorf("landed %v, parked %v", landed, parked)
	}
}

// Editions come and go, and every one rewords, removes, moves and renames. No note
// is ever on words that it was not written for, none is lost, and every place that
// has kept its words has kept its note.
func TestNotesOverManyEditions(t *testing.T) {
	noise := rand.New(rand.NewPCG(11, 12))
	for round := range 200 {
		p := noted()
		next := 0
		fresh := func(what string) string {
			next++
			return fmt.Sprintf("%s-%c", what, 'a'+rune(next%26)) + fmt.Sprint(next)
		}
		var notes []guide.Note
		words := map[string]string{} // note -> digest of the words it was written for
		for _, place := range p.Places() {
			n := put(t, p, place.Target, "ghi chú "+place.Target)
			notes = append(notes, n)
			words[n.Shown] = place.Words()
		}
		for range 5 {
			edit(p, noise, fresh)
			landed, parked := p.Land(notes)
			if len(landed)+len(parked) != len(notes) {
				t.Fatalf("round %d: %d landed, %d parked, of %d", round, len(landed), len(parked), len(notes))
			}
			for _, place := range p.Places() {
				n, on := landed[place.Target]
				if on && words[n.Shown] != place.Words() {
					t.Fatalf("round %d: %q is on %q", round, n.Shown, place.Texts)
				}
				if at := slices.IndexFunc(notes, func(n guide.Note) bool { return place.Known(n.Target) }); at >= 0 && !on && words[notes[at].Shown] == place.Words() {
					t.Fatalf("round %d: %q has kept its words and lost its note", round, place.Target)
				}
			}
		}
	}
}

// edit makes the next edition of a pack.
func edit(p *guide.Pack, noise *rand.Rand, fresh func(string) string) {
	steps := func(steps []guide.Step) []guide.Step {
		for i := range steps {
			if steps[i].Use != "" {
				continue
			}
			switch noise.IntN(6) {
			case 0:
				steps[i].Say += " Thêm."
			case 1:
				id := fresh("buoc-moi")
				steps[i].ID, steps[i].Was = id, append(slices.Clone(steps[i].Was), steps[i].ID)
			}
		}
		noise.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
		if len(steps) > 1 && noise.IntN(4) == 0 {
			steps = steps[1:]
		}
		if noise.IntN(4) == 0 { // one with the words of another is not that one
			steps = append(steps, guide.Step{ID: fresh("them"), Say: steps[0].Say})
		}
		return steps
	}
	for i := range p.Services {
		s := &p.Services[i]
		s.Steps = steps(s.Steps)
		noise.Shuffle(len(s.Checklist), func(i, j int) { s.Checklist[i], s.Checklist[j] = s.Checklist[j], s.Checklist[i] })
		for j := range s.Checklist {
			if noise.IntN(6) == 0 {
				s.Checklist[j].Note += " Bản gốc."
			}
		}
	}
	p.Flows[0].Steps = steps(p.Flows[0].Steps)
}

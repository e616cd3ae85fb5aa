package desktop_test

import (
	"fmt"
	"log/slog"
	"math"
	"reflect"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// Whatever the window asks for, a lesson is fitted to the answers that it knows,
// or refused in words; nothing ends in a fault of the program.
func FuzzWalk(f *testing.F) {
	r := desktop.NewResident(desktop.ResidentOptions{Log: slog.New(slog.DiscardHandler), Version: "test", Pack: frozen, Idle: desktop.KioskIdle})
	f.Cleanup(func() { desktop.CloseResident(r) })
	for _, seed := range []struct {
		key, skill, fact, answer, lang string
		size                           int
	}{
		{"khai-sinh", "dang-nhap-cong", "paper", "yes", "vi", 0},
		{"khai-sinh", "dang-nhap-cong", "", "", "", -1},
		{"vneid", "khai-sinh", "paper\x00", "\xff", "../en", math.MaxInt},
		{"1.001193", "", strings.Repeat("x", 1<<16), strings.Repeat("ế", 1<<16), "zz", math.MinInt},
		{"", "x", "who", "parent", "en", 1},
	} {
		f.Add(seed.key, seed.skill, seed.fact, seed.answer, seed.lang, seed.size)
	}
	f.Fuzz(func(t *testing.T, key, skill, fact, answer, lang string, size int) {
		answers := map[string]string{fact: answer}
		_, walk := r.Walk(key, answers, lang, size)
		_, practise := r.Rehearsal(key, answers, lang, size)
		_, part := r.Skill(key, skill, lang, size)
		for _, err := range []error{walk, practise, part} {
			if err != nil && !strings.Contains(err.Error(), string(guide.CodeNotFound)) {
				t.Errorf("%q %q %q=%q: %v", key, skill, fact, answer, err)
			}
		}
	})
}

// Answers to questions that nobody asked are passed over, however many there are.
func TestForeignAnswersAreNoAnswers(t *testing.T) {
	r := mustOpen(t, frozen, "")
	foreign := map[string]string{}
	for i := range 100_000 {
		foreign[fmt.Sprint("fact", i)] = "yes"
	}
	foreign["paper"] = "perhaps"
	plain, err := r.Walk("khai-sinh", nil, "vi", 0)
	if err != nil || plain.Ask == nil {
		t.Fatalf("%+v, %v", plain, err)
	}
	got, err := r.Walk("khai-sinh", foreign, "vi", 0)
	if err != nil || !reflect.DeepEqual(got, plain) {
		t.Errorf("%+v, %v", got.Ask, err)
	}
}

// Skills are those of the lesson that is open: of the shipped pack each brief step
// leads to its own, and no lesson to one that it does not show.
func TestEachSkillOpensFromItsLesson(t *testing.T) {
	lib, _ := content.Open(content.Shipped())
	pack := lib.Pack
	opened, refused := 0, 0
	for i := range pack.Services {
		s := &pack.Services[i]
		shown := map[string]bool{}
		for _, answers := range s.Combinations() {
			w, err := pack.Shown(s, answers)
			if err != nil {
				t.Fatal(err)
			}
			for _, st := range w.Steps {
				shown[st.Skill] = true
			}
		}
		for _, f := range pack.Flows {
			_, err := pack.Skill(s, f.Key)
			switch {
			case shown[f.Key] != (err == nil):
				t.Errorf("%s, skill %s: shown %v, %v", s.Key, f.Key, shown[f.Key], err)
			case err == nil:
				opened++
			case guide.ErrorCode(err) == guide.CodeNotFound:
				refused++
			}
		}
	}
	if opened < 100 || refused < 1000 {
		t.Errorf("%d opened, %d refused", opened, refused)
	}
}

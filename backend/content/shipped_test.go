package content_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// The shipped pack is part of the program: no errors, nothing untranslated,
// and as much in it as the office was promised.
func TestShippedPack(t *testing.T) {
	lib, r := content.Check(content.Shipped(), time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for _, p := range append(r.Errors, r.Warnings...) {
		t.Error(p)
	}
	rehearsals := 0
	for _, s := range lib.Pack.Services {
		if s.Rehearse {
			rehearsals++
		}
	}
	for _, promised := range []struct {
		what      string
		have, min int
	}{
		{"procedures", r.Procedures, 190}, {"apps", r.Apps, 19}, {"tasks", r.Tasks, 12}, {"full lessons", r.Guides, 60},
		{"steps", r.Steps, 600}, {"drawn screens", r.Screens, 300}, {"rehearsals", rehearsals, 12},
	} {
		if promised.have < promised.min {
			t.Errorf("%d %s, %d promised", promised.have, promised.what, promised.min)
		}
	}
}

// Who cannot read chooses an answer by its picture: a question has one for each
// answer, all different, or none at all. Most have.
func TestAnswersCanBeToldByTheirPictures(t *testing.T) {
	lib, r := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(r.Errors)
	}
	questions, drawn := 0, 0
	for _, s := range lib.Pack.Services {
		for _, f := range s.Facts {
			pictures := map[guide.Icon]bool{}
			for _, a := range f.Answers {
				if pictures[a.Icon] && a.Icon != "" {
					t.Errorf("%s, %q: two answers have the picture %q", s.Key, f.Ask, a.Icon)
				}
				pictures[a.Icon] = true
			}
			if pictures[""] && len(pictures) > 1 {
				t.Errorf("%s, %q: some answers have a picture, some have none", s.Key, f.Ask)
			}
			questions++
			if !pictures[""] {
				drawn++
			}
		}
	}
	if drawn*10 < questions*9 {
		t.Errorf("only %d of %d questions have pictures", drawn, questions)
	}
}

// Each lesson, on every path of answers, has 3 steps or more, a procedure's at
// most 9, one that no source describes at most 4; drawn but for what is done away
// from the phone, which has a scene, and with a hand-off that leads somewhere.
func TestEveryPathOfEveryLesson(t *testing.T) {
	lib, r := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		if !s.HasGuide() {
			continue
		}
		for _, answers := range s.Combinations() {
			t.Run(fmt.Sprintf("%s/%v", s.Key, answers), func(t *testing.T) {
				w, err := lib.Pack.Walk(s, answers)
				if err != nil {
					t.Fatal(err)
				}
				for _, st := range w.Steps {
					if (st.Screen != nil) == st.Off {
						t.Errorf("%q: drawn %v, away from the phone %v", st.Say, st.Screen != nil, st.Off)
					}
				}
				most := 15
				if s.Kind == guide.KindProcedure {
					most = guide.MaxOwnSteps
				}
				if s.ShortLesson() {
					most = guide.MaxShortSteps
				}
				if n := len(w.Steps); w.Ask != nil || n < guide.MinWaySteps || n > most {
					t.Errorf("%d steps, still asking %v", n, w.Ask)
				}
				if len(w.Checklist) == 0 || len(s.HandoffLinks()) == 0 && s.InApp() == "" {
					t.Error("nothing to bring, or nowhere to go on")
				}
			})
		}
	}
}

func TestTranslatorFallsBackSentenceBySentence(t *testing.T) {
	lib, r := content.Load(mustPack(t))
	if lib == nil {
		t.Fatal(r.Errors)
	}
	en := lib.Translator("en")
	if got := en("Sinh con"); got != "Having a baby" {
		t.Errorf("translated %q", got)
	}
	if got := en("Câu chưa dịch."); got != "Câu chưa dịch." {
		t.Errorf("untranslated %q", got)
	}
	if got := lib.Translator("vi")("Sinh con"); got != "Sinh con" {
		t.Errorf("Vietnamese %q", got)
	}
	if got := lib.Translator("../../x")("Sinh con"); got != "Sinh con" {
		t.Errorf("no such language %q", got)
	}
}

func TestCheckTranslationsFindsWhatIsMissingAndWhatIsLeft(t *testing.T) {
	pack := mustPack(t)
	lib, r := content.Load(pack)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	lib.Pack.Topics[0].Title = "Sinh nở"
	content.CheckTranslations(pack, lib.Pack, r)
	var missing, left bool
	for _, w := range r.Warnings {
		missing = missing || w.Message == `Chưa dịch: “Sinh nở”.`
		left = left || w.Message == `Câu này không còn trong gói: “Sinh con”.`
	}
	if !missing || !left {
		t.Errorf("missing %v, left over %v in %v", missing, left, r.Warnings)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if lib, _ := content.Load(content.Shipped()); lib == nil {
			b.Fatal("errors")
		}
	}
}

// People type their password where it is asked for in truth: the portal's own
// name stands on no page for logging in, and the name that sentences and the
// registry give is one.
func TestLogInIsDrawnWhereItIs(t *testing.T) {
	lib, r := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(r.Errors)
	}
	var login string
	for _, h := range lib.Pack.Hosts {
		if h.Login == guide.LoginVNeID {
			login = h.Host
		}
	}
	if login != "sso.dancuquocgia.gov.vn" || !strings.Contains(lib.Pack.Info.Moves, login) {
		t.Fatalf("log-in on %q, moves %q", login, lib.Pack.Info.Moves)
	}
	for _, f := range lib.Pack.Figures {
		if f.Key == "ten-trang-dang-nhap" && f.Value != login {
			t.Errorf("figure %s is %q", f.Key, f.Value)
		}
	}
	secrets, systems := 0, map[string]int{}
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		steps, err := lib.Pack.AllSteps(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range steps {
			if st.Screen == nil {
				continue
			}
			if st.Screen.On == guide.SurfaceSystem {
				systems[st.Screen.App]++
			}
			for _, part := range st.Screen.Show {
				if part.Secret == "" || st.Screen.On == guide.SurfacePhone {
					continue
				}
				secrets++
				if st.Screen.App == "dichvucong.gov.vn" {
					t.Errorf("%s: %q asks for the %s on the portal", s.Key, st.Say, part.Secret)
				}
			}
		}
	}
	if secrets == 0 || systems["dichvucongnganhtuphap.moj.gov.vn"] == 0 || systems[""] == 0 || systems[guide.StatePage] == 0 {
		t.Errorf("%d secrets on pages, systems %v", secrets, systems)
	}
}

// The last screen and the paper say what is left to do. The right endings were
// read off the lessons by hand.
func TestShippedLessonsEndWithTheTruth(t *testing.T) {
	lib, r := content.Check(content.Shipped(), time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for _, tt := range []struct {
		key     string
		answers guide.Answers // that decide; others as they come
		want    guide.Ending
	}{
		{"thuong-tru", guide.Answers{"home": "own", "way": "phone"}, guide.EndFile},
		{"thuong-tru", guide.Answers{"home": "own", "way": "desk"}, guide.EndDesk},
		{"tam-tru", guide.Answers{"way": "phone"}, guide.EndFile},
		{"tam-tru", guide.Answers{"way": "desk"}, guide.EndDesk},
		{"ho-chieu", guide.Answers{"way": "phone"}, guide.EndFile},
		{"ho-chieu", guide.Answers{"way": "desk"}, guide.EndDesk},
		{"sao-y", nil, guide.EndDesk},
		{"chung-thuc-chu-ky", nil, guide.EndDesk},
		{"doi-can-cuoc", nil, guide.EndDesk},
		{"zalo", nil, guide.EndPractised},
		{"phan-biet-mat-khau", guide.Answers{"forgot": "none"}, guide.EndPractised},
		{"phan-biet-mat-khau", guide.Answers{"forgot": "otp"}, guide.EndDesk},
		{"bi-lua-phai-lam-gi", nil, guide.EndUrgent},
		{"mat-dien-thoai", nil, guide.EndUrgent},
	} {
		s, err := lib.Pack.Service(tt.key)
		if err != nil {
			t.Fatal(err)
		}
		walked := 0
		for _, answers := range s.Combinations() {
			if !decides(tt.answers, answers) {
				continue
			}
			walked++
			w, err := lib.Pack.Shown(s, answers)
			if err != nil {
				t.Fatal(err)
			}
			if got := w.Ending(s); got != tt.want {
				t.Errorf("%s %v: %q, want %q", tt.key, answers, got, tt.want)
			}
		}
		if walked == 0 {
			t.Errorf("%s: no path with %v", tt.key, tt.answers)
		}
	}
}

// decides says whether all of some answers are among those given.
func decides(some, given guide.Answers) bool {
	for fact, answer := range some {
		if given[fact] != answer {
			return false
		}
	}
	return true
}

package guide_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// mustChapters is a pack whose lesson has chapters, for tests to break.
func mustChapters(t *testing.T) *guide.Pack {
	t.Helper()
	p := mustPack(t)
	p.Flows[0].Chapter = "Đăng nhập"
	steps := p.Services[0].Steps
	steps[0].Chapter, steps[2].Chapter, steps[4].Chapter = "Mở trang", "Chọn xã", "Điền tờ khai"
	if said := chapterProblems(p); said != "" {
		t.Fatalf("the test's own pack has problems: %s", said)
	}
	return p
}

// chapterProblems is what checks and proofreading say of chapters.
func chapterProblems(p *guide.Pack) string {
	said := ""
	for _, problem := range append(p.Validate(), p.Proofread(time.Time{})...) {
		if text := problem.String(); strings.Contains(text, "chặng") || strings.Contains(text, "chapter") {
			said += text + "\n"
		}
	}
	return said
}

func TestChaptersAreRunsOfStepsWhateverNamedThem(t *testing.T) {
	p := mustChapters(t)
	s := &p.Services[0]
	// The chapter begins in the file, even where the step that names it is not walked.
	s.Steps[2].When = guide.When{"married": {"yes"}}
	for answer, want := range map[string][]guide.Chapter{
		"yes": {{Name: "Mở trang", First: 0, Count: 1}, {Name: "Đăng nhập", First: 1, Count: 2}, {Name: "Chọn xã", First: 3, Count: 2}, {Name: "Điền tờ khai", First: 5, Count: 1}},
		"no":  {{Name: "Mở trang", First: 0, Count: 1}, {Name: "Đăng nhập", First: 1, Count: 2}, {Name: "Chọn xã", First: 3, Count: 1}, {Name: "Điền tờ khai", First: 4, Count: 1}},
	} {
		w, err := p.Walk(s, guide.Answers{"married": answer, "father": "no"})
		if err != nil {
			t.Fatal(err)
		}
		if got := guide.Chapters(w.Steps); !reflect.DeepEqual(got, want) {
			t.Errorf("married %s: %+v, want %+v", answer, got, want)
		}
	}
}

func TestFlowIsOneChapter(t *testing.T) {
	p := mustChapters(t)
	s := &p.Services[0]
	// The flow uses another one, with a name of its own.
	p.Flows = append(p.Flows, guide.Flow{Key: "xac-nhan", Title: "Xác nhận", Chapter: "Xác nhận", Steps: []guide.Step{{Say: "Gõ passcode"}}})
	p.Flows[0].Steps = append(p.Flows[0].Steps, guide.Step{Use: "xac-nhan"})
	steps, err := p.AllSteps(s)
	if err != nil || steps[3].Say != "Gõ passcode" || steps[3].Chapter != "Đăng nhập" {
		t.Errorf("%v, %+v", err, steps)
	}
	// Where a lesson names it, that name counts.
	s.Steps[1].Chapter = "Vào cổng"
	steps, _ = p.AllSteps(s)
	if steps[1].Chapter != "Vào cổng" || steps[3].Chapter != "Vào cổng" {
		t.Errorf("%+v", steps)
	}
	// Where nobody does, it belongs to what stands before it.
	s.Steps[1].Chapter, p.Flows[0].Chapter = "", ""
	steps, _ = p.AllSteps(s)
	if steps[1].Chapter != "Mở trang" {
		t.Errorf("%+v", steps)
	}
	if said := chapterProblems(p); said != "" {
		t.Error(said)
	}
}

func TestNoChapters(t *testing.T) {
	named := func(names ...string) (steps []guide.WalkStep) {
		for _, name := range names {
			steps = append(steps, guide.WalkStep{Chapter: name})
		}
		return steps
	}
	for _, steps := range [][]guide.WalkStep{nil, named("a"), named("a", "a", "a"), named("", "a", "b"), named("a", "b", "")} {
		if got := guide.Chapters(steps); got != nil {
			t.Errorf("%+v has chapters %+v", steps, got)
		}
	}
}

func TestEachMistakeInChaptersIsReported(t *testing.T) {
	for name, tt := range map[string]struct {
		mutate func(p *guide.Pack, s *guide.Service)
		says   string
	}{
		"a first step without one": {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Chapter = "" }, `Bước “Quét mã” chưa thuộc chặng nào`},
		"a first flow without one": {func(p *guide.Pack, s *guide.Service) { s.Steps, p.Flows[0].Chapter = s.Steps[1:], "" }, ""},
		"only one": {func(p *guide.Pack, s *guide.Service) {
			p.Flows[0].Chapter, s.Steps[2].Chapter, s.Steps[4].Chapter = "", "", ""
		}, "ra 1 chặng"},
		"eight":                      {func(_ *guide.Pack, s *guide.Service) { eight(s) }, "ra 8 chặng"},
		"the same in two places":     {func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Chapter = "Mở trang" }, `Chặng “Mở trang” đứng ở hai chỗ`},
		"a name too long":            {func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Chapter = "Mở trang của cổng" }, "steps[0].chapter"},
		"a flow's name too long":     {func(p *guide.Pack, _ *guide.Service) { p.Flows[0].Chapter = "Đăng nhập vào cổng" }, "chapter: "},
		"a chapter in a shared flow": {func(p *guide.Pack, _ *guide.Service) { p.Flows[0].Steps[1].Chapter = "Mật khẩu" }, "một chặng, không chia nhỏ"},
		"only on one path of answers": {func(_ *guide.Pack, s *guide.Service) {
			s.Steps[0].When, s.Steps[0].Chapter = guide.When{"married": {"no"}}, "Điền tờ khai"
			s.Steps = append(s.Steps, guide.Step{Say: "Gửi"})
		}, "đứng ở hai chỗ: map[father:yes married:no]"},
	} {
		t.Run(name, func(t *testing.T) {
			p := mustChapters(t)
			tt.mutate(p, &p.Services[0])
			if said := chapterProblems(p); !strings.Contains(said, tt.says) || tt.says == "" && said != "" {
				t.Errorf("want %q, said:\n%s", tt.says, said)
			}
		})
	}
}

// eight gives a lesson eight chapters, one more than can be taken in.
func eight(s *guide.Service) {
	s.Steps = nil
	for i := range 8 {
		s.Steps = append(s.Steps, guide.Step{Say: "Chạm", Chapter: fmt.Sprintf("Chặng %d", i)})
	}
}

func TestMinutesAreThoseOfASlowReader(t *testing.T) {
	step := func(say, why string) guide.WalkStep { return guide.WalkStep{Step: guide.Step{Say: say, Why: why}} }
	sixty := strings.Repeat("chạm ", 60)
	for _, tt := range []struct {
		steps []guide.WalkStep
		want  int
	}{
		{nil, 0},
		{[]guide.WalkStep{step("Chạm vào đây", "")}, 1},
		{[]guide.WalkStep{step(sixty, "")}, 1},                   // 30 s to read, 10 s to look
		{[]guide.WalkStep{step(sixty, sixty)}, 2},                // 70 s
		{[]guide.WalkStep{step(sixty, ""), step(sixty, "x")}, 2}, // 80.5 s
	} {
		if got := guide.Minutes(tt.steps); got != tt.want {
			t.Errorf("%d steps take %d minutes, want %d", len(tt.steps), got, tt.want)
		}
	}
}

// The minutes of the chapters add up to those of the whole: what is over goes where rounding took most.
func TestMinutesOfChaptersAddUp(t *testing.T) {
	step := func(chapter string, words int) guide.WalkStep {
		return guide.WalkStep{Step: guide.Step{Say: strings.Repeat("chạm ", words)}, Chapter: chapter}
	}
	for _, tt := range []struct {
		steps []guide.WalkStep
		want  []int
	}{
		{nil, []int{}},
		{[]guide.WalkStep{step("", 40), step("", 40)}, []int{}},                            // too short for chapters
		{[]guide.WalkStep{step("a", 40), step("a", 40)}, []int{}},                          // one chapter only
		{[]guide.WalkStep{step("a", 40), step("b", 40)}, []int{1, 0}},                      // 30 s each, one minute together
		{[]guide.WalkStep{step("a", 20), step("b", 40)}, []int{0, 1}},                      // 20 and 30 s
		{[]guide.WalkStep{step("a", 110), step("b", 110), step("c", 40)}, []int{1, 1, 1}},  // 65, 65, 30 s
		{[]guide.WalkStep{step("a", 100), step("b", 100), step("c", 100)}, []int{1, 1, 1}}, // whole minutes
	} {
		chapters := guide.Chapters(tt.steps)
		got := guide.MinutesOf(chapters, tt.steps)
		sum := 0
		for _, minutes := range got {
			sum += minutes
		}
		if sum != guide.Minutes(tt.steps) && chapters != nil || !slices.Equal(got, tt.want) {
			t.Errorf("chapters take %v, the whole %d, want %v", got, guide.Minutes(tt.steps), tt.want)
		}
	}
}

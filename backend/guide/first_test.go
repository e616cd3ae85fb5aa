package guide_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// alike is the small pack's lesson under other keys, without its code.
func alike(p *guide.Pack, keys ...string) {
	for _, key := range keys {
		s := p.Services[0]
		s.Key, s.Kind, s.Sure, s.Codes, s.Official = key, guide.KindTask, guide.SureGeneral, nil, ""
		s.Facts = slices.Clone(s.Facts)
		for i := range s.Facts {
			s.Facts[i].Answers = slices.Clone(s.Facts[i].Answers)
		}
		s.Steps, s.Checklist = slices.Clone(s.Steps), slices.Clone(s.Checklist)
		p.Services = append(p.Services, s)
	}
}

// sends has who answers the first question of a lesson with yes do another first.
func sends(p *guide.Pack, from, to int) {
	p.Services[from].Facts[0].Answers[0].First = p.Services[to].Key
	p.Services[from].Checklist[0].When = guide.When{"father": {"no"}} // or the question would change nothing
}

// needing has the flow that all lessons use need a password, which a lesson brings
// back.
func needing(p *guide.Pack, first string) {
	p.Info.Ready = []guide.Ready{{Key: "mat-khau", Say: "Nhớ mật khẩu", Missing: "Làm bài này trước.", First: first}}
	p.Flows[0].Ready = []string{"mat-khau"}
}

// What sends people to another lesson first must not send them round, nor to what
// helps nobody.
func TestEachMistakeInWhatComesFirstIsReported(t *testing.T) {
	urgent := &guide.Emergency{Acts: []guide.Act{
		{Say: "Gọi", ID: "goi", Icon: "call"}, {Say: "Báo", ID: "bao", Icon: "call"}, {Say: "Chờ", ID: "cho", Icon: "call"}}}
	for _, tt := range []struct {
		name    string
		mutate  func(p *guide.Pack, s *guide.Service)
		key     string // of the file
		path    string
		says    string
		warning bool
	}{
		{"nowhere", func(_ *guide.Pack, s *guide.Service) { s.Facts[0].Answers[0].First = "x" }, "khai-sinh", "facts[0].answers[0].first", "Không có việc “x”", false},
		{"itself", func(p *guide.Pack, _ *guide.Service) { sends(p, 0, 0) }, "khai-sinh", "facts[0].answers[0].first", "chính bài này", false},
		{"two lessons", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			sends(p, 0, 1)
			sends(p, 1, 0)
		}, "b", "facts[0].answers[0].first", "đi vòng: khai-sinh → b → khai-sinh. Bỏ first", false},
		{"three lessons", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b", "c")
			sends(p, 0, 1)
			sends(p, 1, 2)
			sends(p, 2, 0)
		}, "c", "facts[0].answers[0].first", "khai-sinh → b → c → khai-sinh", false},
		{"a circle that the first is not in", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b", "c", "d")
			sends(p, 0, 1)
			sends(p, 1, 2)
			sends(p, 2, 3)
			sends(p, 3, 1)
		}, "d", "facts[0].answers[0].first", ": b → c → d → b.", false},
		{"twenty lessons", func(p *guide.Pack, _ *guide.Service) {
			for i := range 20 {
				alike(p, fmt.Sprintf("n%d", i))
				sends(p, i, i+1)
			}
			sends(p, 20, 0)
		}, "n19", "facts[0].answers[0].first", "khai-sinh → n0 → n1 → n2 → n3 → n4 → n5 → … → n19 → khai-sinh", false},
		{"an answer and what one must have", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			needing(p, "b")
			sends(p, 1, 0)
		}, "b", "facts[0].answers[0].first", "khai-sinh → b → khai-sinh", false},
		{"a lesson that needs what is missing", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			needing(p, "b")
		}, "", "ready[0].first", "Thiếu “mat-khau” thì tới bài “b”, mà trả lời thế nào bài ấy cũng cần", false},
		{"a lesson whose flow has a brief step and needs it", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			needing(p, "b")
			p.Flows[0].Brief = &guide.Step{Say: "Đăng nhập", ID: "gon"}
		}, "", "ready[0].first", "thêm một cách không cần", false},
		{"what one must have by an emergency", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			needing(p, "b")
			p.Services[1].Emergency = urgent
		}, "", "ready[0].first", "Việc gấp “b” không phải là việc làm trước", false},
		{"an emergency before a procedure", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			p.Services[1].Emergency = urgent
			sends(p, 0, 1)
		}, "khai-sinh", "facts[0].answers[0].first", "Việc gấp “b” không phải là việc làm trước", false},
		{"an emergency that always stands among the common ones", func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			p.Services[1].Emergency = urgent
			p.First.Always = "b"
		}, "", "always", "Việc gấp “b” thuộc về ô đỏ", false},
		{"the red tile among the common ones", func(p *guide.Pack, _ *guide.Service) {
			p.First = guide.First{Always: "khai-sinh", Emergency: "khai-sinh"}
		}, "", "always", "đã có ô đỏ riêng", false},
		{"what nothing needs", func(p *guide.Pack, _ *guide.Service) {
			needing(p, "")
			p.Flows[0].Ready = nil
		}, "", "ready[0].key", "Không đoạn bước nào cần “mat-khau”", true},
		{"what a flow needs, twice", func(p *guide.Pack, _ *guide.Service) {
			needing(p, "")
			p.Flows[0].Ready = []string{"mat-khau", "mat-khau"}
		}, "dang-nhap", "ready[1]", "“mat-khau” ghi hai lần", false},
		{"all steps of what has none but them", func(_ *guide.Pack, s *guide.Service) { s.Steps[1].Whole = true }, "khai-sinh", "steps[1].whole", "Đoạn “dang-nhap” không có bước gọn", false},
		{"all steps of a step", func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Whole = true }, "khai-sinh", "steps[0].whole", "không dùng đoạn chung nào", false},
		{"a condition in a flow", func(p *guide.Pack, _ *guide.Service) {
			p.Flows[0].Steps[0].When = guide.When{"married": {"yes"}}
		}, "dang-nhap", "steps[0].when", "không hỏi gì nên không có when. Bỏ when ở đây", false},
		{"a condition on a brief step", func(p *guide.Pack, _ *guide.Service) {
			p.Flows[0].Brief = &guide.Step{Say: "Đăng nhập", ID: "gon", When: guide.When{"married": {"yes"}}}
		}, "dang-nhap", "brief.when", "không hỏi gì nên không có when", false},
		{"a paper for who is sent away", func(p *guide.Pack, s *guide.Service) {
			alike(p, "b")
			sends(p, 0, 1)
			s.Checklist[1].When = guide.When{"married": {"yes"}}
		}, "khai-sinh", "checklist[1].when", "Không ai tới mục này: trả lời “Rồi” ở câu “Bố mẹ đã đăng ký kết hôn chưa?” thì sang bài “b” trước", false},
		{"a step behind a question for who is sent away", func(p *guide.Pack, s *guide.Service) {
			alike(p, "b")
			s.Facts[0].Answers[1].First = "b"
			s.Checklist[0].When = guide.When{"married": {"yes"}}
		}, "khai-sinh", "checklist[1].when", "trả lời “Chưa” ở câu", false},
		{"what comes after, for who is sent away", func(p *guide.Pack, s *guide.Service) {
			alike(p, "b")
			sends(p, 0, 1)
			s.Next = append(s.Next, guide.Next{Say: "Chờ thêm.", When: guide.When{"married": {"yes"}}})
		}, "khai-sinh", "next[1].when", "Không ai tới mục này: trả lời “Rồi”", false},
		{"a condition that nobody meets", func(_ *guide.Pack, s *guide.Service) {
			s.Checklist[1].When = guide.When{"married": {"yes"}, "father": {"yes"}}
		}, "khai-sinh", "checklist[1].when", "Không cách trả lời nào dẫn tới mục này", false},
		{"two answers that go on the same way", func(p *guide.Pack, s *guide.Service) {
			alike(p, "b")
			s.Facts[0].Answers = append(s.Facts[0].Answers, guide.Answer{Key: "lost", Say: "Mất giấy", First: "b"})
			s.Facts = s.Facts[:1]
			s.Checklist[1].When = nil
		}, "khai-sinh", "facts[0].answers", "Ở câu “Bố mẹ đã đăng ký kết hôn chưa?”, các câu trả lời đi tiếp ra cùng một bài: “Rồi”, “Chưa”.", false},
		{"a question that changes nothing", func(_ *guide.Pack, s *guide.Service) { s.Checklist[1].When = nil }, "khai-sinh", "facts[1]", "thế nào cũng ra một bài", false},
		{"a question about what nobody sees", func(_ *guide.Pack, s *guide.Service) {
			s.Checklist[1].When = nil
			last := s.Steps[4]
			last.ID, last.Source = "ten-chau-2", "cong"
			s.Steps[4].When, last.When = guide.When{"father": {"yes"}}, guide.When{"father": {"no"}}
			s.Steps = append(s.Steps, last)
		}, "khai-sinh", "facts[1]", "thế nào cũng ra một bài", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := mustPack(t)
			p.Services = slices.Grow(p.Services, 30) // so that the lesson stays where it is
			tt.mutate(p, &p.Services[0])
			problems := p.Validate()
			if !slices.ContainsFunc(problems, func(q guide.Problem) bool {
				return q.Where.Key == tt.key && q.Where.Path == tt.path && strings.Contains(q.Message+" "+q.Mend, tt.says) && q.Mend != "" && q.Warning == tt.warning
			}) {
				t.Errorf("nothing in %q at %s saying %q in\n%v", tt.key, tt.path, tt.says, problems)
			}
		})
	}
}

// What looks like one of these mistakes and is none.
func TestWhatComesFirstWithoutAFault(t *testing.T) {
	for name, mutate := range map[string]func(p *guide.Pack, s *guide.Service){
		"two lessons that send to a third": func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b", "c")
			sends(p, 0, 2)
			sends(p, 1, 2)
			sends(p, 0, 1)
		},
		"a lesson that has a way without what is missing": func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b")
			needing(p, "b")
			p.Services[1].Steps[1].When = guide.When{"married": {"no"}}
		},
		"a task that asks whether it is urgent": func(p *guide.Pack, _ *guide.Service) {
			alike(p, "b", "c")
			p.Services[2].Emergency = &guide.Emergency{Acts: []guide.Act{
				{Say: "Gọi", ID: "goi", Icon: "call"}, {Say: "Báo", ID: "bao", Icon: "call"}, {Say: "Chờ", ID: "cho", Icon: "call"}}}
			p.Services[2].Time = nil
			sends(p, 1, 2)
		},
		"steps of the same words with other pictures": func(_ *guide.Pack, s *guide.Service) {
			s.Checklist[1].When = nil
			last := s.Steps[4]
			drawn := *last.Screen
			drawn.Title = "Tờ khai khác"
			last.ID, last.Screen = "ten-chau-2", &drawn
			s.Steps[4].When, last.When = guide.When{"married": {"yes"}}, guide.When{"father": {"yes"}}
			third := last
			third.ID, third.Why, third.When = "ten-chau-3", "Đúng từng dấu.", guide.When{"father": {"no"}}
			s.Steps = append(s.Steps, last, third)
		},
		"papers of the same words with other notes": func(_ *guide.Pack, s *guide.Service) {
			other := s.Checklist[1]
			other.ID, other.Note, other.When = "nhan-con-2", "Bản chính.", guide.When{"father": {"no"}}
			s.Checklist = append(s.Checklist, other)
		},
		"a question that what comes after depends on": func(_ *guide.Pack, s *guide.Service) {
			s.Checklist[1].When = nil
			s.Next = append(s.Next, guide.Next{Say: "Bố ký giấy.", When: guide.When{"father": {"yes"}}})
		},
		"a question that a trouble depends on": func(_ *guide.Pack, s *guide.Service) {
			s.Checklist[1].When = nil
			s.Trouble = append(s.Trouble, guide.Trouble{Wrong: "Bố ở xa", Do: "Hỏi cán bộ.", When: guide.When{"father": {"yes"}}})
		},
		"a question that only asks whether to go elsewhere": func(p *guide.Pack, s *guide.Service) {
			alike(p, "b")
			s.Facts[1].Answers[1].First = "b"
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := mustPack(t)
			p.Services = slices.Grow(p.Services, 30)
			mutate(p, &p.Services[0])
			for _, q := range p.Validate() {
				if !strings.Contains(q.Where.Path, "links") { // of the lessons that are alike
					t.Error(q)
				}
			}
			p.Proofread(time.Time{})
		})
	}
}

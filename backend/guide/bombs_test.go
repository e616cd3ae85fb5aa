package guide_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// A small pack must not take for ever to check: what could multiply is counted
// before it is written out.
func TestPacksThatMultiplyAreRefused(t *testing.T) {
	uses := func(n int, key string) (steps []guide.Step) {
		for range n {
			steps = append(steps, guide.Step{Use: key})
		}
		return steps
	}
	for _, tt := range []struct {
		name, says string
		mutate     func(p *guide.Pack, s *guide.Service)
	}{
		{"flows that double", "gọi nhau quá", func(p *guide.Pack, s *guide.Service) {
			for i := range 40 {
				p.Flows = append(p.Flows, guide.Flow{Key: fmt.Sprintf("f%d", i), Title: "Đoạn", Steps: uses(2, fmt.Sprintf("f%d", i+1))})
			}
			p.Flows = append(p.Flows, guide.Flow{Key: "f40", Title: "Đoạn", Steps: []guide.Step{{Say: "Chạm vào đây"}}})
			s.Steps = append(s.Steps, uses(1, "f0")...)
		}},
		{"flows that multiply nothing", "Bài dài quá", func(p *guide.Pack, s *guide.Service) {
			for i := range 7 {
				p.Flows = append(p.Flows, guide.Flow{Key: fmt.Sprintf("f%d", i), Title: "Đoạn", Steps: uses(50, fmt.Sprintf("f%d", i+1))})
			}
			p.Flows = append(p.Flows, guide.Flow{Key: "f7", Title: "Đoạn"})
			s.Steps = append(s.Steps, uses(1, "f0")...)
		}},
		{"a chain of flows", "gọi nhau quá", func(p *guide.Pack, s *guide.Service) {
			for i := range 1500 {
				p.Flows = append(p.Flows, guide.Flow{Key: fmt.Sprintf("f%d", i), Title: "Đoạn", Steps: uses(1, fmt.Sprintf("f%d", i+1))})
			}
			s.Steps = append(s.Steps, uses(1, "f0")...)
		}},
		{"few flows that multiply", "Bài dài quá", func(p *guide.Pack, s *guide.Service) {
			for i := range 6 {
				p.Flows = append(p.Flows, guide.Flow{Key: fmt.Sprintf("f%d", i), Title: "Đoạn", Steps: uses(10, fmt.Sprintf("f%d", i+1))})
			}
			p.Flows = append(p.Flows, guide.Flow{Key: "f6", Title: "Đoạn", Steps: []guide.Step{{Say: "Chạm vào đây"}}})
			s.Steps = append(s.Steps, uses(1, "f0")...)
		}},
		{"many steps", "Bài dài quá", func(_ *guide.Pack, s *guide.Service) {
			for i := range 2000 {
				s.Steps = append(s.Steps, guide.Step{Say: fmt.Sprintf("Chạm nút %c", 'a'+i%26)})
			}
		}},
		{"many papers", "mục giấy tờ", func(_ *guide.Pack, s *guide.Service) {
			for range 2000 {
				s.Checklist = append(s.Checklist, guide.Item{Say: "Giấy"})
			}
		}},
		{"many ways through the questions", "cách trả lời, nhiều quá", func(_ *guide.Pack, s *guide.Service) {
			s.Facts = nil
			for i := range 5 {
				f := guide.Fact{Key: fmt.Sprintf("f%d", i), Ask: "Gì?"}
				for j := range 5 {
					f.Answers = append(f.Answers, guide.Answer{Key: fmt.Sprintf("a%d", j), Say: "Có"})
				}
				s.Facts = append(s.Facts, f)
			}
		}},
		{"many questions", "câu hỏi, nhiều quá", func(_ *guide.Pack, s *guide.Service) {
			s.Facts = nil
			for i := range 60 {
				s.Facts = append(s.Facts, guide.Fact{Key: fmt.Sprintf("f%d", i), Ask: "Gì?", Answers: []guide.Answer{{Key: "a", Say: "Có"}, {Key: "b", Say: "Không"}}})
			}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := mustPack(t)
			tt.mutate(p, &p.Services[0])
			found := append(p.Validate(), p.Proofread(time.Time{})...)
			p.Readings()
			if !strings.Contains(fmt.Sprint(found), tt.says) {
				t.Errorf("nothing says %q in %v", tt.says, found)
			}
		})
	}
}

// As many files as a pack may have, with flows that lead everywhere, are checked in
// seconds.
func TestManyFlowsAreChecked(t *testing.T) {
	const flows = 2000
	p := mustPack(t)
	s := &p.Services[0]
	p.Info.Ready = []guide.Ready{{Key: "mat-khau", Say: "Nhớ mật khẩu", Missing: "Làm bài này trước.", First: s.Key}}
	for i := range flows {
		f := guide.Flow{Key: fmt.Sprintf("f%d", i), Title: "Đoạn", Brief: &guide.Step{Say: "Làm gọn", ID: "gon"}, Ready: []string{"mat-khau"}}
		for j := range 40 {
			f.Steps = append(f.Steps, guide.Step{Use: fmt.Sprintf("f%d", (i+j*17+1)%flows), Whole: j%2 == 0})
		}
		p.Flows = append(p.Flows, f)
	}
	for i := range 200 {
		s.Steps = append(s.Steps, guide.Step{Use: p.Flows[i*9].Key})
	}
	began := time.Now()
	found := p.Validate()
	if took := time.Since(began); took > time.Minute {
		t.Errorf("it took %v", took)
	}
	if all := fmt.Sprint(found); !strings.Contains(all, "Các đoạn bước gọi nhau quá") {
		t.Errorf("%.2000s", all)
	}
	if _, err := p.Skill(s, "f1999"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
}

// A chain of as many lessons as a pack may have that ends where it began is found.
func TestALongCircleIsFound(t *testing.T) {
	const lessons = 2000
	p := mustPack(t)
	for i := range lessons {
		s := guide.Service{Key: fmt.Sprintf("n%d", i), Steps: []guide.Step{{Say: "Làm", ID: "lam"}}}
		s.Facts = []guide.Fact{{Key: "has", Ask: "Có chưa?", Answers: []guide.Answer{{Key: "yes", Say: "Có"}, {Key: "no", Say: "Chưa", First: fmt.Sprintf("n%d", (i+1)%lessons)}}}}
		p.Services = append(p.Services, s)
	}
	if all := fmt.Sprint(p.Validate()); strings.Count(all, "đi vòng") != 1 || !strings.Contains(all, "n0 → n1 → n2 → n3 → n4 → n5 → n6 → … → n1999 → n0.") {
		t.Errorf("%d circles in %.2000s", strings.Count(all, "đi vòng"), all)
	}
}

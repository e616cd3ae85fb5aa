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

package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// emergency makes the service of the test pack an emergency without a fault.
func emergency(p *guide.Pack, s *guide.Service) *guide.Emergency {
	s.Kind, s.Sure, s.Codes, s.Official, s.Fee, s.Time = guide.KindTask, guide.SureGeneral, nil, "", nil, nil
	s.Emergency = &guide.Emergency{
		Acts: []guide.Act{
			{Say: "Gọi ngân hàng ngay", ID: "ngan-hang", Note: "Số in ở mặt sau thẻ.", Icon: "bank-card"},
			{Say: "Không chuyển thêm tiền", ID: "khong-chuyen", Icon: "cross"},
			{Say: "Báo Công an xã hôm nay", ID: "cong-an", Icon: "police"},
		},
		Numbers: []guide.EmergencyNumber{{Call: "156", Say: "Báo lừa đảo", Source: p.Sources[0].Key}},
	}
	return s.Emergency
}

func TestEmergencyWithoutAFault(t *testing.T) {
	p := mustPack(t)
	emergency(p, &p.Services[0])
	for _, pr := range p.Validate() {
		if strings.HasPrefix(pr.Where.Path, "emergency") {
			t.Error(pr)
		}
	}
	if got := p.Services[0].Emergency.Acts[0].Unit(); !slices.Equal(got, []string{"Gọi ngân hàng ngay", "Số in ở mặt sau thẻ."}) {
		t.Errorf("read aloud in one go: %q", got)
	}
}

// What stands on an emergency must be true, short and callable: nobody has time
// to doubt it.
func TestEmergencyIsChecked(t *testing.T) {
	for _, tt := range []struct {
		name, path, says string
		mutate           func(p *guide.Pack, s *guide.Service, e *guide.Emergency)
	}{
		{"two acts", "emergency.acts", "đúng 3", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts = e.Acts[:2] }},
		{"four acts", "emergency.acts", "đúng 3", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts = append(e.Acts, e.Acts[0]) }},
		{"long act", "emergency.acts[1].say", "28", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts[1].Say = strings.Repeat("Gọi ", 8) }},
		{"act without words", "emergency.acts[2].say", "thiếu", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts[2].Say = "" }},
		{"act without a picture", "emergency.acts[2].icon", "thiếu", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts[2].Icon = "" }},
		{"act with an unknown picture", "emergency.acts[2].icon", "siren", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts[2].Icon = "siren" }},
		{"number in an act without a source", "emergency.acts[0].note", "chưa ghi nguồn", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Acts[0].Note = "Gọi 1900 1234." }},
		{"three numbers", "emergency.numbers", "Nhiều nhất 2", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) {
			e.Numbers = append(e.Numbers, e.Numbers[0], e.Numbers[0])
		}},
		{"number without a source", "emergency.numbers[0].source", "chưa có nguồn", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Numbers[0].Source = "" }},
		{"number with an unknown source", "emergency.numbers[0].source", "Không có nguồn", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Numbers[0].Source = "x" }},
		{"not a number", "emergency.numbers[0].call", "chữ số", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Numbers[0].Call = "ngân hàng" }},
		{"code of a phone instead of a number", "emergency.numbers[0].call", "chữ số", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Numbers[0].Call = "*21*0912#" }},
		{"number of nothing", "emergency.numbers[0].say", "thiếu", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Numbers[0].Say = "" }},
		{"goes on with nothing", "emergency.then", "Không dẫn sang", func(_ *guide.Pack, _ *guide.Service, e *guide.Emergency) { e.Then = "x" }},
		{"goes on with itself", "emergency.then", "Không dẫn sang", func(_ *guide.Pack, s *guide.Service, e *guide.Emergency) { e.Then = s.Key }},
		{"with a fee", "emergency", "tiền", func(_ *guide.Pack, s *guide.Service, _ *guide.Emergency) {
			s.Fee = &guide.Claim{Say: "Không mất tiền"}
		}},
		{"of a procedure", "emergency", "task", func(_ *guide.Pack, s *guide.Service, _ *guide.Emergency) { s.Kind = guide.KindProcedure }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := mustPack(t)
			s := &p.Services[0]
			tt.mutate(p, s, emergency(p, s))
			problems := p.Validate()
			if !slices.ContainsFunc(problems, func(pr guide.Problem) bool {
				return pr.Where.Path == tt.path && strings.Contains(pr.Message+pr.Mend, tt.says)
			}) {
				t.Errorf("no problem at %s saying %q in %v", tt.path, tt.says, problems)
			}
		})
	}
}

package guide_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// mustPack is a small pack without problems, for tests to break.
func mustPack(t *testing.T) *guide.Pack {
	t.Helper()
	p := &guide.Pack{
		Info:    guide.PackInfo{ID: "thu", Title: "Thử", Place: "Tỉnh", Edition: 1, Date: "2026-11-23", Languages: []string{"vi"}},
		Topics:  []guide.Topic{{Key: "sinh-con", Title: "Sinh con", Icon: "baby"}},
		Sources: []guide.Source{{Key: "cong", Title: "Cổng", Date: "2026-07-18"}},
		Hosts:   hosts,
		Links: []guide.Link{
			{Key: "1.001193", URL: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7", Source: "cong"},
			{Key: "1.001193-search", URL: "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193", Source: "cong"},
		},
		Flows: []guide.Flow{{Key: "dang-nhap", Title: "Đăng nhập", Steps: []guide.Step{
			{Say: "Chạm Đăng nhập", ID: "dang-nhap"}, {Say: "Gõ mật khẩu", ID: "mat-khau", Secret: guide.SecretPassword},
		}}},
		Services: []guide.Service{{
			Key: "khai-sinh", Kind: guide.KindProcedure, Codes: []string{"1.001193"}, Official: "Thủ tục đăng ký khai sinh",
			Title: "Làm giấy khai sinh", Topic: "sinh-con", Order: 1, Summary: "Mỗi cháu bé cần một giấy khai sinh.",
			Decides: "Ủy ban nhân dân xã, phường", Sure: guide.SureFull,
			Online: guide.Online{Advice: guide.AdviceEither, Why: "Làm trên mạng hay tại quầy đều được."},
			Time:   &guide.Claim{Say: "1 ngày làm việc", Source: "cong"},
			Links:  map[string]string{"portal": "1.001193", "search": "1.001193-search"},
			Facts: []guide.Fact{
				{Key: "married", Ask: "Bố mẹ đã đăng ký kết hôn chưa?", Answers: []guide.Answer{{Key: "yes", Say: "Rồi"}, {Key: "no", Say: "Chưa"}}},
				{Key: "father", Ask: "Bố có nhận con không?", When: guide.When{"married": {"no"}}, Answers: []guide.Answer{{Key: "yes", Say: "Có"}, {Key: "no", Say: "Không"}}},
			},
			Checklist: []guide.Item{{Say: "Giấy chứng sinh", ID: "chung-sinh"}, {Say: "Giấy nhận con", ID: "nhan-con", When: guide.When{"father": {"yes"}}}},
			Steps: []guide.Step{
				{Say: "Quét mã", ID: "quet-ma"}, {Use: "dang-nhap"}, {Say: "Chọn xã", ID: "chon-xa"}, {Say: "Chạm Nộp hồ sơ", ID: "nop", Sends: true},
				{Say: "Điền tên cháu", ID: "ten-chau", Screen: &guide.Screen{On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Tờ khai",
					Show: []guide.Part{{Field: "Tên cháu", Value: "Nguyễn Thị Mẫu", ID: "ten"}}, Target: "ten"}},
			},
			Handoff: &guide.Handoff{Links: []string{"portal"}, Say: "Làm tiếp trên điện thoại."},
			Next:    []guide.Next{{Say: "Chờ bản nháp."}}, Trouble: []guide.Trouble{{Wrong: "Quên mật khẩu", Do: "Ra Công an xã."}},
			Sources: []string{"cong"}, Checked: "2026-11-23", ReviewBy: "2027-05-23",
		}},
	}
	if problems := p.Validate(); len(problems) > 0 {
		t.Fatalf("the test's own pack has problems: %v", problems)
	}
	return p
}

func TestValidateReportsEachMistake(t *testing.T) {
	for _, tt := range []struct {
		name   string
		mutate func(p *guide.Pack, s *guide.Service)
		path   string // where
		says   string // part of the sentence
	}{
		{"dangling link", func(_ *guide.Pack, s *guide.Service) { s.Links["portal"] = "x" }, "links.portal", "Không có địa chỉ"},
		{"unofficial host", func(p *guide.Pack, _ *guide.Service) { p.Links[0].URL = "https://dichvucong.gov.vn.evil.example/" }, "links[0].url", "không có trong danh sách"},
		{"dangling flow", func(_ *guide.Pack, s *guide.Service) { s.Steps[1].Use = "x" }, "steps[1].use", "Không có đoạn bước"},
		{"opening that is not there", func(p *guide.Pack, _ *guide.Service) { p.Info.Opening = "x" }, "opening", "Không có đoạn bước"},
		{"unused flow", func(_ *guide.Pack, s *guide.Service) { s.Steps[1] = guide.Step{Say: "Đăng nhập"} }, "key", "Không bài nào dùng"},
		{"circular flow", func(p *guide.Pack, _ *guide.Service) { p.Flows[0].Steps[0] = guide.Step{Use: "dang-nhap"} }, "steps", "gọi lại chính nó"},
		{"when names no fact", func(_ *guide.Pack, s *guide.Service) { s.Checklist[1].When = guide.When{"x": {"yes"}} }, "checklist[1].when.x", "không có ở trên"},
		{"when names no answer", func(_ *guide.Pack, s *guide.Service) { s.Checklist[1].When = guide.When{"married": {"maybe"}} }, "checklist[1].when.married", "không có câu trả lời"},
		{"nothing that the first paper serves for", func(_ *guide.Pack, s *guide.Service) { s.Checklist[0].Or = true }, "checklist[0].or", "không thay cho mục nào"},
		{"deadline without a source", func(_ *guide.Pack, s *guide.Service) { s.Deadline = &guide.Claim{Say: "Làm sớm"} }, "deadline.source", "chưa có nguồn"},
		{"deadline too long for its place", func(_ *guide.Pack, s *guide.Service) {
			s.Deadline = &guide.Claim{Say: strings.Repeat("sớm ", 10), Source: "cong"}
		}, "deadline.say", "không vừa chỗ"},
		{"fact depends on a later fact", func(_ *guide.Pack, s *guide.Service) { s.Facts[0].When = guide.When{"father": {"yes"}} }, "facts[0].when.father", "không có ở trên"},
		{"unreachable step", func(_ *guide.Pack, s *guide.Service) {
			s.Steps[0].When = guide.When{"married": {"yes"}, "father": {"yes"}}
		}, "steps[0].when", "Không cách trả lời nào"},
		{"path without steps", func(_ *guide.Pack, s *guide.Service) {
			for i := range s.Steps {
				s.Steps[i].When = guide.When{"married": {"yes"}}
			}
		}, "steps", "không ra bước nào"},
		{"number without source", func(_ *guide.Pack, s *guide.Service) { s.Steps[0].Say = "Nộp 15.000 đồng" }, "steps[0].say", "chưa ghi nguồn"},
		{"phone without source", func(_ *guide.Pack, s *guide.Service) { s.Next[0].Say = "Gọi 1800 1096." }, "next[0].say", "chưa ghi nguồn"},
		{"claim without source", func(_ *guide.Pack, s *guide.Service) { s.Time.Source = "" }, "time.source", "chưa có nguồn"},
		{"unknown source", func(_ *guide.Pack, s *guide.Service) { s.Time.Source = "x" }, "time.source", "Không có nguồn"},
		{"too few steps", func(_ *guide.Pack, s *guide.Service) { s.Steps = s.Steps[:3] }, "steps", "mới có 4 bước"},
		{"lesson without trouble", func(_ *guide.Pack, s *guide.Service) { s.Trouble = nil }, "trouble", "thiếu phần này"},
		{"nothing is sent, and nobody is met", func(_ *guide.Pack, s *guide.Service) { s.Steps[3].Sends = false }, "steps", "không rõ việc nộp ở đâu"},
		{"one path on which nothing is sent, and nobody is met", func(_ *guide.Pack, s *guide.Service) {
			s.Steps[3] = guide.Step{Say: "Nộp tại quầy", Off: true, When: guide.When{"married": {"yes"}}}
			s.Steps = append(s.Steps, guide.Step{Say: "Chạm Nộp", When: guide.When{"married": {"no"}}})
		}, "steps", "không rõ việc nộp ở đâu"},
		{"procedure that ends with a call", func(_ *guide.Pack, s *guide.Service) { s.Steps[3].Calls = true }, "steps", "cuộc gọi khẩn"},
		{"dead end without a link", func(_ *guide.Pack, s *guide.Service) {
			s.Kind, s.Sure, s.Codes, s.Official, s.Links, s.Handoff.Links = guide.KindTask, guide.SureGeneral, nil, "", nil, nil
		}, "handoff.links", "Ngõ cụt"},
		{"dead end at the counter, not said", func(_ *guide.Pack, s *guide.Service) {
			s.Kind, s.Sure, s.Codes, s.Official, s.Links, s.Handoff.Links = guide.KindTask, guide.SureGeneral, nil, "", nil, nil
			s.Online.Advice, s.Handoff.Say = guide.AdviceOffice, "Xong bài."
		}, "handoff.links", "Ngõ cụt"},
		{"hand-off to a broken address", func(p *guide.Pack, _ *guide.Service) { p.Links[0].State = guide.LinkBroken }, "handoff.links", "thấy hỏng"},
		{"office word without a suggestion", func(p *guide.Pack, _ *guide.Service) {
			p.Plain.Words = []guide.OfficeWord{{Word: "niêm yết"}}
		}, "words[0].say", "thiếu"},
		{"office word in capitals", func(p *guide.Pack, _ *guide.Service) {
			p.Plain.Words = []guide.OfficeWord{{Word: "Niêm yết", Say: "dán"}}
		}, "words[0].word[0]", "chữ thường"},
		{"allowed phrase without its word", func(p *guide.Pack, _ *guide.Service) {
			p.Plain.Words = []guide.OfficeWord{{Word: "niêm yết", Say: "dán", Allow: []string{"giấy dán"}}}
		}, "words[0].allow[0]", "không chứa"},
		{"more questions than can be tried", func(_ *guide.Pack, s *guide.Service) {
			for i := range 40 {
				s.Facts = append(s.Facts, guide.Fact{Key: fmt.Sprintf("f%d", i), Ask: "Sao?", Answers: s.Facts[0].Answers})
			}
		}, "facts", "42 câu hỏi"},
		{"target on nothing", func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Screen.Target = "x" }, "steps[4].screen.target", "không có phần nào"},
		{"part with two kinds", func(_ *guide.Pack, s *guide.Service) { s.Steps[4].Screen.Show[0].Button = "Gửi" }, "steps[4].screen.show[0]", "chỉ là một thứ"},
		{"unknown topic", func(_ *guide.Pack, s *guide.Service) { s.Also = []string{"x"} }, "also[0]", "Không có ô"},
		{"bad code", func(_ *guide.Pack, s *guide.Service) { s.Codes = []string{"1.19"} }, "codes[0]", "viết chưa đúng"},
		{"code used twice", func(p *guide.Pack, s *guide.Service) {
			twin := *s
			twin.Key = "khai-sinh-2"
			p.Services = append(p.Services, twin)
		}, "codes[0]", "đã có ở dịch vụ"},
		{"unverified app with a store code", func(p *guide.Pack, s *guide.Service) {
			s.Kind, s.Sure, s.Codes, s.Links["android"] = guide.KindApp, guide.SureUnverified, nil, "1.001193"
		}, "links", "chưa xác minh"},
		{"tile with an unknown pictogram", func(p *guide.Pack, _ *guide.Service) { p.Topics[0].Icon = "flower-2" }, "topics[0].icon", "incense"},
		{"tile of an unknown colour", func(p *guide.Pack, _ *guide.Service) { p.Topics[0].Tint = "red" }, "topics[0].tint", "rice leaf indigo madder"},
		{"service with an unknown pictogram", func(_ *guide.Pack, s *guide.Service) { s.Icon = "rocket" }, "icon", "rocket"},
		{"paper with an unknown pictogram", func(_ *guide.Pack, s *guide.Service) { s.Checklist[0].Icon = "rocket" }, "checklist[0].icon", "rocket"},
		{"answer with an unknown pictogram", func(_ *guide.Pack, s *guide.Service) { s.Facts[0].Answers[1].Icon = "rocket" }, "facts[0].answers[1].icon", "rocket"},
		{"review before check", func(_ *guide.Pack, s *guide.Service) { s.ReviewBy = "2026-01-01" }, "review_by", "phải sau"},
		{"too many tiles", func(p *guide.Pack, _ *guide.Service) {
			for i := range 16 {
				p.Topics = append(p.Topics, guide.Topic{Key: fmt.Sprintf("t%d", i), Title: "Ô", Icon: "house"})
			}
		}, "topics", "Màn hình đầu"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := mustPack(t)
			tt.mutate(p, &p.Services[0])
			problems := p.Validate()
			if !slices.ContainsFunc(problems, func(pr guide.Problem) bool {
				return pr.Where.Path == tt.path && strings.Contains(pr.Message+pr.Mend, tt.says) && pr.Mend != ""
			}) {
				t.Errorf("no problem at %s saying %q in %v", tt.path, tt.says, problems)
			}
		})
	}
}

func TestValidateReportsAllAtOnce(t *testing.T) {
	p := mustPack(t)
	s := &p.Services[0]
	s.Title, s.Decides, s.Time.Source, s.Order = "", "", "", 9
	if n := len(p.Validate()); n < 4 {
		t.Errorf("%d problems, want at least 4", n)
	}
}

func TestWalkFitsTheAnswers(t *testing.T) {
	p := mustPack(t)
	s := &p.Services[0]
	for _, tt := range []struct {
		name      string
		answers   guide.Answers
		ask       string
		questions int
		items     int
	}{
		{"nothing answered", nil, "married", 1, 1},
		{"married", guide.Answers{"married": "yes"}, "", 1, 1},
		{"not married", guide.Answers{"married": "no"}, "father", 2, 1},
		{"not married, father recognises", guide.Answers{"married": "no", "father": "yes"}, "", 2, 2},
		{"answer to a question not asked", guide.Answers{"married": "yes", "father": "yes"}, "", 1, 1},
		{"unknown answer is no answer", guide.Answers{"married": "perhaps"}, "married", 1, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w, err := p.Walk(s, tt.answers)
			if err != nil {
				t.Fatal(err)
			}
			ask := ""
			if w.Ask != nil {
				ask = w.Ask.Key
			}
			if ask != tt.ask || w.Questions != tt.questions || len(w.Checklist) != tt.items {
				t.Errorf("ask %q of %d, %d items; want %q of %d, %d", ask, w.Questions, len(w.Checklist), tt.ask, tt.questions, tt.items)
			}
			if len(w.Steps) != 6 || w.Steps[1].Say != "Chạm Đăng nhập" {
				t.Errorf("steps = %+v", w.Steps)
			}
		})
	}
}

func TestCombinationsHonourConditions(t *testing.T) {
	p := mustPack(t)
	if got := len(p.Services[0].Combinations()); got != 3 { // married; not, father yes; not, father no
		t.Errorf("%d combinations, want 3", got)
	}
}

func TestServiceByKeyOrCode(t *testing.T) {
	p := mustPack(t)
	for _, name := range []string{"khai-sinh", "1.001193"} {
		if s, err := p.Service(name); err != nil || s.Key != "khai-sinh" {
			t.Errorf("Service(%q) = %v, %v", name, s, err)
		}
	}
	if _, err := p.Service("xxx"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("code = %s", guide.ErrorCode(err))
	}
}

func TestHandoffLinks(t *testing.T) {
	for _, tt := range []struct {
		name  string
		links map[string]string
		hand  *guide.Handoff
		want  string
	}{
		{"own choice", map[string]string{"portal": "a", "web": "b"}, &guide.Handoff{Links: []string{"web"}}, "[web]"},
		{"both stores", map[string]string{"ios": "a", "android": "b", "web": "c"}, nil, "[android ios]"},
		{"one store", map[string]string{"android": "b", "web": "c"}, nil, "[android]"},
		{"best single", map[string]string{"search": "a", "portal": "b"}, nil, "[portal]"},
		{"none", nil, nil, "[]"},
	} {
		s := &guide.Service{Links: tt.links, Handoff: tt.hand}
		if got := fmt.Sprint(s.HandoffLinks()); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestStatesNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"Lệ phí 15.000 đồng": true, "nộp 7.000 đ": true, "trong 60 ngày": true, "Từ đủ 14 tuổi": true, "giảm 70%": true,
		"Gọi 1800 1096": true, "nhắn 156 hoặc 5656": true, "Gọi 113.": true, "1.366.200 đồng một năm": true,
		"passcode 6 số": false, "bước 3 trên 9": false, "hai tấm ảnh": false, "Nghị định 141/2026/NĐ-CP": false, "mức 2": false, "": false,
	} {
		if got := guide.StatesNumber(text); got != want {
			t.Errorf("StatesNumber(%q) = %v", text, got)
		}
	}
}

func TestErrorShowsPeopleOnlyTheSentence(t *testing.T) {
	err := fmt.Errorf("open kiosk: %w", guide.Wrap(fs.ErrPermission, guide.CodeStorage, "Không ghi được."))
	if got := guide.Message(err); got != "Không ghi được." {
		t.Errorf("message = %q", got)
	}
	if !errors.Is(err, fs.ErrPermission) || guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("chain lost: %v", err)
	}
	if got := guide.Message(errors.New("pq: secret")); strings.Contains(got, "secret") {
		t.Errorf("cause reached the screen: %q", got)
	}
	if guide.Message(nil) != "" || guide.ErrorCode(nil) != "" || guide.ErrorCode(errors.New("x")) != guide.CodeInternal {
		t.Error("nil or foreign error")
	}
}

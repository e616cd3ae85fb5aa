package readthrough

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/guide"
)

// sureness is how a doubtful Sureness reads to a person.
var sureness = map[guide.Sureness]string{
	guide.SureNameOnly:   "chỉ chắc mã và tên",
	guide.SureRecord:     "đọc từ bản chép của cổng",
	guide.SureUnverified: "ứng dụng chưa xác minh",
}

// doubts lists, in Vietnamese, why a service is to be read with care. That a
// link was never opened is no such reason: it is true of all until a person
// has scanned them.
func (m *maker) doubts(s *guide.Service) []string {
	var why []string
	if text, ok := sureness[s.Sure]; ok {
		why = append(why, text)
	}
	if s.Kind == guide.KindProcedure && s.Fee == nil {
		why = append(why, "chưa rõ phí")
	}
	if s.Kind == guide.KindProcedure && s.Time == nil {
		why = append(why, "chưa rõ bao lâu")
	}
	if m.soon(s) {
		why = append(why, "sắp hoặc đã tới ngày xem lại")
	}
	if r := m.readings[s.Key]; r != nil && r.Level == guide.LevelHard {
		why = append(why, "khó đọc")
	}
	if n := len(m.problems["services/"+s.Key+".yaml"]); n > 0 {
		why = append(why, fmt.Sprintf("%d lời nhắc của bộ kiểm tra", n))
	}
	return why
}

func (m *maker) soon(s *guide.Service) bool {
	return s.ReviewBy != "" && s.ReviewBy <= m.today.Add(Soon).Format(time.DateOnly)
}

// tooMany is how many services a group names before it is folded.
const tooMany = 30

// unsure gathers what to look at first. Empty groups are left out.
func (m *maker) unsure(entries map[string]entry) []group {
	var groups []group
	add := func(title, help string, list []mention) {
		if len(list) > 0 {
			groups = append(groups, group{Title: title, Help: help, Entries: list, Many: len(list) > tooMany})
		}
	}
	every := func(about func(s *guide.Service) (note string, ok bool)) []mention {
		var list []mention
		for i := range m.pack.Services {
			s := &m.pack.Services[i]
			if _, shown := entries[s.Key]; !shown {
				continue
			}
			if note, ok := about(s); ok {
				list = append(list, mention{s.Key, s.Title, note})
			}
		}
		return list
	}
	for _, kind := range []struct {
		sure  guide.Sureness
		title string
		help  string
	}{
		{guide.SureNameOnly, "Chỉ chắc mã và tên", "Giấy tờ, phí, thời gian chưa có nguồn. Hỏi nơi làm việc đó."},
		{guide.SureUnverified, "Ứng dụng chưa xác minh", "Chưa có địa chỉ tải đáng tin. Không hiện mã tải."},
		{guide.SureRecord, "Đọc từ bản chép của cổng", "So lại với trang thật của thủ tục."},
	} {
		add(kind.title, kind.help, every(func(s *guide.Service) (string, bool) { return "", s.Sure == kind.sure }))
	}
	add("Chưa rõ phí", "Kiosk đang bảo: hỏi cán bộ.", every(func(s *guide.Service) (string, bool) {
		return "", s.Kind == guide.KindProcedure && s.Fee == nil
	}))
	add("Sắp tới ngày xem lại", "Trong 60 ngày nữa, hoặc đã quá.", every(func(s *guide.Service) (string, bool) {
		return guide.Day(s.ReviewBy), m.soon(s)
	}))
	add("Khó đọc nhất", "Đọc to cho một người nghe. Chỗ nào phải nói lại thì viết lại.", m.hardest())
	add("Địa chỉ chưa ai mở thử", "Quét mã bằng điện thoại. Đúng trang thì ghi state: ok và checked trong links.yaml.", every(func(s *guide.Service) (string, bool) {
		var never []string
		for _, name := range s.HandoffLinks() {
			if link, err := m.pack.Link(s.Links[name]); err == nil && (link.State == "" || link.State == guide.LinkNever) {
				never = append(never, name)
			}
		}
		return strings.Join(never, ", "), len(never) > 0
	}))
	return groups
}

// most is how many of the hardest lessons are named.
const most = 12

func (m *maker) hardest() []mention {
	list := slices.Clone(m.report.Reading)
	slices.SortStableFunc(list, func(a, b guide.Reading) int { return cmp.Compare(b.Score, a.Score) })
	var out []mention
	for _, r := range list[:min(most, len(list))] {
		out = append(out, mention{r.Key, r.Title, fmt.Sprintf("%s, %.1f", r.Level, r.Score)})
	}
	return out
}

package guide

// Batch is something that was put on paper: it stays in people's hands long
// after the content has changed.
type Batch struct {
	ID       int64
	Made     string // YYYY-MM-DD HH:MM by the office's clock; filled in when kept
	Layout   string
	Copies   int // of each service; where they differ, the most
	Pages    int
	Edition  int
	Way      Way
	Hamlet   string // whose pack it was, "" for other papers
	Place    string // the printer or the folder, as people know it; "" of old ones
	Retired  string // day it was replaced, "" if it was not
	Services []BatchService
}

// Way says how something came on paper.
type Way string

// The ways.
const (
	Printed Way = "printed"
	Saved   Way = "saved" // as a file, to be printed elsewhere
)

// BatchService is what a batch says of one service.
type BatchService struct {
	Service string
	Title   string
	Copies  int      // 0: as many as the batch says
	Links   []string // addresses on paper
	Fee     string
	Ours    string // digest of what the office itself says on it, "" not known
}

// Outdated says in Vietnamese why what is on paper is no longer true, nothing
// when it still is. ours is the digest of what the office itself would say on it now.
func (p *Pack) Outdated(b BatchService, ours string) []string {
	s, err := p.Service(b.Service)
	if p.Hides(b.Service) {
		return []string{"Việc này đang ẩn ở đây."}
	}
	if err != nil {
		return []string{"Dịch vụ này không còn trong nội dung."}
	}
	var why []string
	known := map[string]Link{}
	for _, name := range append(s.HandoffLinks(), LinkSearch) { // the search stood in for a page that was broken
		if l, err := p.Link(s.Links[name]); err == nil {
			known[l.URL] = l
		}
	}
	for _, url := range b.Links {
		l, ok := known[url]
		switch {
		case !ok:
			why = append(why, "Địa chỉ trong mã đã đổi.")
		case l.State == LinkBroken:
			why = append(why, "Mã mở sai trang.")
		}
	}
	fee := ""
	if s.Fee != nil {
		fee = s.Fee.Say
	}
	if fee != b.Fee {
		why = append(why, "Tiền phải nộp đã đổi.")
	}
	if b.Ours != "" && b.Ours != ours && fee == b.Fee { // a fee of the office's own is told once
		why = append(why, "Lời của xã trên tờ đã đổi.")
	}
	return why
}

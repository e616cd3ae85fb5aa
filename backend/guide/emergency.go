package guide

import "fmt"

// Emergency is what to do at once. A service that has one is shown and printed
// as an emergency: three acts, whom to call, staff's bell; no fee, no time, no
// papers, and nothing that was or was not filed. A lesson stays the other way.
type Emergency struct {
	Acts    []Act             `yaml:"acts" doc:"Exactly three, in the order in which to do them."`
	Numbers []EmergencyNumber `yaml:"numbers,omitempty" doc:"Whom to call, one or two. Left out: no source says, staff help."`
	Then    string            `yaml:"then,omitempty" doc:"Key of the service to go on with when the danger is over."`
}

// Act is one thing to do at once.
type Act struct {
	Say    string   `yaml:"say" lang:"yes" doc:"What to do: verb first, at most 28 letters."`
	ID     string   `yaml:"id" doc:"Its lasting name: short, ASCII, from the meaning; it stays when the words change."`
	Was    []string `yaml:"was,omitempty" doc:"Earlier ids of it; with the file where it stood, if that was another: khai-sinh/ten-chau."`
	Note   string   `yaml:"note,omitempty" lang:"yes" doc:"How, in one or two short sentences."`
	Icon   Icon     `yaml:"icon" doc:"The pictogram that says the same."`
	Source string   `yaml:"source,omitempty" doc:"Key of the source; needed when a number is stated, unless a figure brings it."`
}

// Unit gives the texts of an act that are read aloud in one go.
func (a Act) Unit() []string { return unit(a.Say, a.Note) }

// Items gives the acts as lines of a list, which have the same texts.
func (e *Emergency) Items() []Item {
	items := make([]Item, len(e.Acts))
	for i, a := range e.Acts {
		items[i] = Item{ID: a.ID, Say: a.Say, Note: a.Note, Icon: a.Icon, Source: a.Source}
	}
	return items
}

// EmergencyNumber is a telephone number that a code dials.
type EmergencyNumber struct {
	Call   string `yaml:"call" figures:"yes" doc:"The number, best as a figure: {so-bao-lua-dao}."`
	Say    string `yaml:"say" lang:"yes" doc:"What to call it for, at most 40 letters."`
	Source string `yaml:"source" doc:"Key of the source of the number."`
}

const (
	emergencyActs    = 3
	maxActSay        = 28 // letters: one line of huge ones on the smallest glass
	maxActNote       = 90
	maxNumbers       = 2
	maxNumberSay     = maxContactName
	maxNumberLetters = 12 // 1900 54 54 41, as large as it is shown
)

func (p *packChecker) emergency(c *checker, s *Service) {
	e := s.Emergency
	if e == nil {
		return
	}
	if s.Kind != KindTask {
		c.add("emergency", "Chỉ việc (kind: task) mới là việc gấp.", "Viết việc gấp thành một task riêng, rồi dẫn sang thủ tục bằng then.")
	}
	if s.Fee != nil || s.Time != nil {
		c.add("emergency", "Việc gấp không nói tiền và thời gian.", "Bỏ fee và time.")
	}
	if n := len(e.Acts); n != emergencyActs {
		c.add("emergency.acts", "Việc gấp có %d việc phải làm ngay.", fmt.Sprintf("Viết đúng %d việc.", emergencyActs), n)
	}
	for i, a := range e.Acts {
		path := at("emergency.acts", i, "")
		c.short(path+".say", a.Say, maxActSay)
		c.short(path+".note", a.Note, maxActNote)
		c.need(path+".icon", string(a.Icon))
		c.icon(path+".icon", a.Icon)
		p.source(c, path+".source", a.Source)
	}
	if n := len(e.Numbers); n > maxNumbers {
		c.add("emergency.numbers", "Có %d số điện thoại, nhiều quá.", fmt.Sprintf("Nhiều nhất %d số.", maxNumbers), n)
	}
	for i, n := range e.Numbers {
		path := at("emergency.numbers", i, "")
		c.short(path+".say", n.Say, maxNumberSay)
		c.short(path+".call", n.Call, maxNumberLetters)
		if err := n.Contact().Check(); err != nil {
			c.add(path+".call", "%s", "Viết số như 156 hoặc 1800 1096.", Message(err))
		}
		if n.Source == "" {
			c.add(path+".source", "Số điện thoại chưa có nguồn.", "Ghi tên nguồn trong sources.yaml.")
		}
		p.source(c, path+".source", n.Source)
	}
	if e.Then != "" && (!p.services[e.Then] || e.Then == s.Key) {
		c.add("emergency.then", "Không dẫn sang dịch vụ %q được.", "Ghi tên một dịch vụ khác, hoặc bỏ dòng này.", clip(e.Then, 40))
	}
}

// Contact is the number as somebody to call, for the code that dials it.
func (n EmergencyNumber) Contact() Contact { return Contact{Name: n.Say, Phone: n.Call} }

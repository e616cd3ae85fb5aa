package paper

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

// The most of what an order may hold.
const (
	MaxServices = 60  // with the codes from forms
	MaxTeam     = 200 // letters
)

// Order is what somebody wants on paper.
type Order struct {
	Services []string       `json:"services"` // keys or codes
	Codes    []Code         `json:"codes"`    // beside the services
	Layout   handout.Layout `json:"layout"`
	Copies   int            `json:"copies"` // of each
	// Counts says of the services, then of the codes, one by one how many there
	// are; empty: Copies of each.
	Counts []int  `json:"counts"`
	Start  int    `json:"start"` // first free place on a used sheet, from 1
	Large  bool   `json:"large"`
	Team   string `json:"team"` // the digital team, "": the one of office.yaml
	// A pack for a hamlet, when it has a name: then Layout, Copies, Counts, Start
	// and Large mean nothing.
	Hamlet     string `json:"hamlet"`
	Households int    `json:"households"`
}

// Short says in a few words what was ordered.
func (o Order) Short() string {
	if o.Hamlet != "" {
		return fmt.Sprintf("gói cho thôn %s, %d hộ", o.Hamlet, o.Households)
	}
	o = o.whole()
	copies := 0
	for _, n := range o.Counts {
		copies += n
	}
	if len(o.Counts) == 0 {
		copies = o.Copies * (len(o.Services) + len(o.Codes))
	}
	return fmt.Sprintf("%d việc, %d bản", len(o.Services)+len(o.Codes), copies)
}

// CodeKind says what a code that is no service does.
type CodeKind string

// The kinds.
const (
	Phone   CodeKind = "phone"   // calls a number
	Contact CodeKind = "contact" // puts somebody into the address book
	WiFi    CodeKind = "wifi"    // joins the office's network, which office.yaml knows
)

// Code is a code made from a form.
type Code struct {
	Kind  CodeKind `json:"kind"`
	Name  string   `json:"name"`
	Phone string   `json:"phone"`
}

// content is the handout of the code. Errors: those of package handout.
func (c Code) content(s Setting) (handout.Content, error) {
	contact := guide.Contact{Name: strings.TrimSpace(c.Name), Phone: strings.TrimSpace(c.Phone)}
	switch c.Kind {
	case Phone:
		return handout.ForPhone(contact, s.Office, s.Now)
	case Contact:
		return handout.ForContact(contact, s.Office, s.Now)
	case WiFi:
		return handout.ForWiFi(s.Office, s.Now)
	}
	return handout.Content{}, guide.Errorf(guide.CodeInvalid, "Không có loại mã %.20q.", c.Kind)
}

// check refuses an order that cannot be, before anything is made of it; what
// is wrong with the pages, [handout.Job.Check] says. Error: CodeInvalid.
func (o Order) check() error {
	switch {
	case len(o.Services)+len(o.Codes) > MaxServices:
		return guide.Errorf(guide.CodeInvalid, "Mỗi lần in nhiều nhất %d dịch vụ. Mời chia làm nhiều lần.", MaxServices)
	case len(o.Codes) > 0 && (o.Layout.Folded() || o.Hamlet != ""):
		return guide.Errorf(guide.CodeInvalid, "Mã gọi điện, danh bạ và Wi-Fi không có bài học để in thành tờ gấp hay gói. Mời chọn khổ khác.")
	case !utf8.ValidString(o.Team) || guide.HasControl(o.Team):
		return guide.Errorf(guide.CodeInvalid, "Dòng ghi tổ công nghệ số có chữ hỏng. Mời gõ lại dòng này.")
	case len([]rune(o.Team)) > MaxTeam:
		return guide.Errorf(guide.CodeInvalid, "Dòng ghi tổ công nghệ số không quá %d chữ cái. Mời viết ngắn lại.", MaxTeam)
	}
	if len(o.Counts) > 0 && len(o.Counts) != len(o.Services)+len(o.Codes) {
		return guide.Errorf(guide.CodeInvalid, "Số bản không khớp với số dịch vụ. Mời chọn lại.")
	}
	_, err := handout.ParseLayout(string(o.Layout))
	return err
}

// whole is the order with what goes without saying.
func (o Order) whole() Order {
	if o.Hamlet != "" {
		o.Layout, o.Copies, o.Counts, o.Start, o.Large = handout.HamletLayout, o.Households, nil, 1, false
	}
	if len(o.Counts) == 0 {
		o.Counts = nil
	} else {
		o.Copies = slices.Max(o.Counts)
	}
	o.Start = max(1, o.Start)
	return o
}

// version is how orders are written today. A change that an older program
// would misunderstand needs another, and unpack goes on reading all before it:
// 2 counts each service by itself.
const version = 2

type versioned struct {
	Version int `json:"version"`
	Order
}

// pack writes an order down for office.db.
func (o Order) pack() (string, error) {
	text, err := json.Marshal(versioned{version, o})
	if err != nil {
		return "", fmt.Errorf("write order: %w", err)
	}
	return string(text), nil
}

// unpack reads an order of office.db. Error: CodeInvalid.
func unpack(text string) (Order, error) {
	var v struct {
		Version int `json:"version"`
	}
	err := json.Unmarshal([]byte(text), &v)
	switch {
	case err == nil && v.Version == 0:
		return unpack0(text)
	case err == nil && v.Version <= version:
		var kept versioned
		if err = json.Unmarshal([]byte(text), &kept); err == nil {
			return kept.Order, nil
		}
	case err == nil:
		err = fmt.Errorf("order of version %d", v.Version)
	}
	return Order{}, unreadable(err)
}

// unpack0 reads an order as it was written before orders had a version: as the
// staff's page sent it.
func unpack0(text string) (Order, error) {
	var old struct {
		Services   []string
		Layout     string
		Copies     int
		Start      int
		Large      bool
		Team       string
		Forms      []Code
		Hamlet     string
		Households int
	}
	if err := json.Unmarshal([]byte(text), &old); err != nil {
		return Order{}, unreadable(err)
	}
	if team := []rune(old.Team); len(team) > MaxTeam {
		old.Team = string(team[:MaxTeam])
	}
	return Order{
		Services: old.Services, Codes: old.Forms, Layout: handout.Layout(old.Layout), Copies: old.Copies, Start: old.Start,
		Large: old.Large, Team: old.Team, Hamlet: old.Hamlet, Households: old.Households,
	}, nil
}

func unreadable(err error) error {
	return guide.Wrap(err, guide.CodeInvalid, "Không đọc được việc in dở. Mời bỏ việc đó, rồi chọn lại từ đầu.")
}

package handout

import (
	"fmt"
	"regexp"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// contact is somebody to ask: a name, and the number that must stand whole.
type contact struct{ name, number string }

// contacts are the office and the team, as far as there are.
func (s Content) contacts() []contact {
	list := []contact{{s.Office.Name, s.Office.Phone}}
	if s.Team != "" {
		list = append(list, teamContact(s.Team))
	}
	if list[0] == (contact{}) {
		return list[1:]
	}
	return list
}

// link is what stands between a name and its number.
var link = regexp.MustCompile(`(?i)[\s,;:·(-]*(điện thoại|số máy|đt|sđt|gọi)?[\s.:]*$`)

// teamContact takes a team's line apart. Of one with words after the number, or
// without a number that is known to be one, all is the name.
func teamContact(line string) contact {
	number := numberIn(line)
	if number == "" {
		return contact{name: line}
	}
	before, after, _ := strings.Cut(line, number)
	name := strings.TrimSpace(link.ReplaceAllString(before, ""))
	if rest := strings.Trim(after, " .,;)"); rest != "" {
		name = strings.TrimSpace(name + " " + rest)
	}
	return contact{name, number}
}

// foot writes who gave the paper out, and how long it may be trusted.
func (p *pen) foot(s Content, f paper, a attempt, body, small float64) {
	p.rule(0.4)
	p.gap(small * 0.45)
	bottom := 0.0
	if s.WiFi != nil && f.wifi > 0 && !a.bare && !a.alone {
		module := moduleFor(s.WiFi, f.wifi, p.dpi)
		side := module * float64(s.WiFi.Side())
		right := p.part(p.w-side, side)
		right.aligned(fmt.Sprintf(sayWiFi, s.Office.WiFi.Name), small, true, 2, true)
		right.code(right.x, right.y, s.WiFi, module, s.Office.WiFi.Name)
		bottom = right.y + side
		p.missing = append(p.missing, right.missing...)
		p.w -= side + small
	}
	defer func() { p.y = max(p.y, bottom) }()
	if say, _ := s.notFiled(); say != "" {
		p.lines(say, max(small, body*0.9), true, 1)
	}
	p.whom(s, f, a, small)
	if !a.brief && !a.short {
		for _, hours := range s.hours() {
			p.lines(hours, small, false, 2)
		}
	}
	if f.style == roll { // in one line: paper from a roll is paid for by its length
		p.lines(s.editionBrief(), min(small, fit(s.editionBrief(), p.w)), false, 1)
		return
	}
	p.edition(s, small)
}

// hours are the opening hours; no time of day is parted, in which a line could
// be read as another one. Lines end at spaces only: joiners are not needed.
func (s Content) hours() []string {
	lines := s.Office.BoundHours()
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(line, "\u2060", "")
	}
	return lines
}

// editionBrief is how old the paper is, in few words.
func (s Content) editionBrief() string {
	printed := s.Printed.Format("02/01/2006")
	if s.Does != "" {
		return fmt.Sprintf(sayPrinted, printed)
	}
	return fmt.Sprintf(sayEditionBrief, s.Edition, printed, guide.Day(s.ReviewBy))
}

// files says whether the paper is of something that is filed.
func (s Content) files() bool {
	return s.Does == "" && s.Service != nil && s.Service.Kind != guide.KindApp && s.Service.Kind != guide.KindTask
}

// notFiled is what nobody may take the paper for, and the same in few words: only
// what is filed can be taken for a file that is in. Of a task it is where one
// goes, in as many words as there are: in few none. "" of the rest.
func (s Content) notFiled() (say, brief string) {
	switch {
	case s.Goes != "":
		return s.Goes + ".", ""
	case !s.files(), s.Ending == guide.EndNone:
		return "", ""
	case s.Ending == guide.EndDesk:
		return sayToDesk, sayToDeskBrief
	}
	return sayNotFiled, sayNotFiledBrief
}

// who is the name of who decides: of an app it is who makes it, and a task is
// nobody's.
func (s Content) who() string {
	if s.Service != nil && s.Service.Kind == guide.KindApp {
		return sayMakes
	}
	return sayDecides
}

// edition says how old the paper is.
func (p *pen) edition(s Content, small float64) {
	printed := s.Printed.Format("02/01/2006")
	if s.Does != "" {
		p.lines(fmt.Sprintf(sayPrinted, printed), small, false, 1)
		return
	}
	p.lines(fmt.Sprintf(sayEdition, s.Edition, printed, guide.Day(s.ReviewBy)), small, false, 2)
}

// whom writes whom to call: each name small, its number large beneath it, side by
// side where there is room.
func (p *pen) whom(s Content, f paper, a attempt, small float64) {
	list := s.contacts()
	if len(list) == 0 {
		return
	}
	if a.line { // all in one line
		var numbers string
		for i, c := range list {
			if number := numberOf(c); number != "" {
				numbers = join(numbers, []string{sayPhone, sayTeamShort}[min(i, 1)]+" "+number)
			}
		}
		p.lines(cutToFit(list[0].name, numbers, p.w, small), small, true, 1)
		return
	}
	most := 3
	if a.bare {
		most = 1
	} else if a.brief {
		most = 2
	}
	w := p.w
	side := len(list) == 2 && list[1].number != "" && list[0].number != "" && p.w >= 75
	if side {
		w = (p.w - small*1.5) / 2
	}
	top := p.y
	// Numbers of both stand on one line, so names do not push one of them down.
	lines := make([][]string, len(list))
	highest, size := 0, f.phone*max(0.85, min(1, a.scale))
	for i, c := range list {
		if number := numberOf(c); number != "" {
			size = min(size, fit(number, w))
		}
		lines[i] = broken(c.name, w, small, false, most)
		p.missing = append(p.missing, picture.Missing(c.name+c.number)...)
		highest = max(highest, len(lines[i]))
	}
	for i, c := range list {
		q := p.part(0, w)
		if side {
			q.x += float64(i) * (w + small*1.5)
			q.y = top + small*leading*float64(highest-len(lines[i]))
		}
		q.write(lines[i], small, false, false, leading)
		if number := numberOf(c); number != "" {
			q.write([]string{number}, size, true, false, 1.2)
		}
		p.y = max(p.y, q.y)
	}
	p.gap(small * 0.3)
}

func numberOf(c contact) string { return strings.TrimSpace(c.number) }

// cutToFit cuts a name so that it stands in one line with a number.
func cutToFit(name, number string, width, size float64) string {
	for cut := []rune(name); len(cut) > 0; cut = cut[:len(cut)-1] {
		if line := join(name, number); picture.Width(line, size, true) <= width {
			return line
		}
		name = strings.TrimRight(string(cut), " ") + "…"
	}
	return number
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

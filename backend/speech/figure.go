package speech

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"tungbuoc/backend/guide"
)

// The shapes of numbers, each at the start of a text.
var (
	hotlineShape = regexp.MustCompile(`^1[89]00(?:[ .-]?\d{2,6}){1,2}`)
	phoneShape   = regexp.MustCompile(`^(?:\+84|0)\d{0,3}(?:[ .-]?\d{2,4}){2,3}`)
	lawShape     = regexp.MustCompile(`^(\d{1,5})/((?:19|20)\d\d)/(\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{Lu}\d]*)*)`)
	dateShape    = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})([/.-])((?:19|20)\d\d)`)
	isoShape     = regexp.MustCompile(`^((?:19|20)\d\d)-(\d\d)-(\d\d)`)
	monthShape   = regexp.MustCompile(`^(\d{1,2})/((?:19|20)\d\d)`)
	dayShape     = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})`)
	codeShape    = regexp.MustCompile(`^\d\.\d{6}`)
	timeShape    = regexp.MustCompile(`^(\d{1,2})(?:[hg](\d\d)?|:(\d\d))`)
	sizeShape    = regexp.MustCompile(`^\d+(?: ?[x×] ?\d+)+`)
	moneyShape   = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?`)
	dottedShape  = regexp.MustCompile(`^\d+(?:\.\d+)+`)
	plainShape   = regexp.MustCompile(`^\d+(?:,\d+)?`)
	rangeShape   = regexp.MustCompile(`^ ?[-–—] ?\d`)

	hostShape = regexp.MustCompile(`^(?:https?://)?\.?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net|info)`)
)

// find is the match of a shape that does not end within a longer number or a
// word, nil for none.
func find(shape *regexp.Regexp, rest string) []string {
	m := shape.FindStringSubmatch(rest)
	if m == nil || goesOn(rest[len(m[0]):]) {
		return nil
	}
	return m
}

// goesOn says whether what follows a number belongs to it.
func goesOn(rest string) bool {
	if rest == "" {
		return false
	}
	if rest[0] >= '0' && rest[0] <= '9' {
		return true
	}
	return len(rest) > 1 && strings.IndexByte("./,:", rest[0]) >= 0 && rest[1] >= '0' && rest[1] <= '9'
}

// phone reads a telephone number digit by digit, with a breath between its
// groups, and gives how many bytes it took, 0 for none.
func (s *scan) phone(rest string) int {
	m := find(hotlineShape, rest)
	if m == nil {
		m = find(phoneShape, rest)
	}
	if m == nil || strings.Count(spelledDigits(m[0]), " ") < 5 {
		return 0
	}
	groups := strings.FieldsFunc(m[0], func(r rune) bool { return r < '0' || r > '9' })
	for i, g := range groups {
		if i > 0 {
			s.pause(',')
		}
		s.say(spelledDigits(g))
	}
	return len(m[0])
}

// host reads the name of a web page, and gives how many bytes it took.
func (s *scan) host(rest string) int {
	m := hostShape.FindString(rest)
	if m == "" || len(m) < len(rest) && guide.IsWordRune(firstRune(rest[len(m):])) {
		return 0
	}
	name := m[strings.LastIndexByte(m, '/')+1:]
	for i, label := range strings.Split(name, ".") {
		if i > 0 {
			s.say("chấm")
		}
		if e, n := s.r.find(label, 0, ""); n > 0 && n == len(label) {
			s.say(e.say)
			continue
		}
		s.label(label)
	}
	return len(m)
}

// label reads a part of a host that the table does not know: in syllables if
// it comes apart into them, short ones letter by letter.
func (s *scan) label(label string) {
	const short = 4
	for _, part := range strings.Split(label, "-") {
		switch parts := apart(part); {
		case isSyllable(part):
			s.say(part)
		case parts != nil:
			s.say(strings.Join(parts, " "))
		case len(part) <= short || strings.ContainsFunc(part, unicode.IsDigit):
			for _, c := range part {
				if unicode.IsDigit(c) {
					s.say(spelledDigits(string(c)))
				} else {
					s.spell(string(c))
				}
			}
		default:
			s.say(part)
		}
	}
}

// figure reads what starts with a digit, and gives how many bytes it took.
func (s *scan) figure(rest string, before rune) int {
	if unicode.IsLetter(before) { // the name of a form: CT01
		m := plainShape.FindString(rest)
		m, _, _ = strings.Cut(m, ",")
		s.say(number(m))
		return len(m)
	}
	n := s.shaped(rest)
	if m := rangeShape.FindString(rest[n:]); m != "" {
		s.say("đến")
		n += len(m) - 1
	}
	return n
}

func (s *scan) shaped(rest string) int {
	if m := find(lawShape, rest); m != nil {
		s.say(number(m[1]) + " năm " + number(m[2]))
		// What stands in front names the kind of paper; the table may say who
		// made it, the letters themselves nobody says.
		if e, n := s.r.find(m[3], 0, ""); n == len(m[3]) {
			s.say(e.say)
		}
		return len(m[0])
	}
	if m := find(dateShape, rest); m != nil && m[2] == m[4] && s.date(m[1], m[3], m[5]) {
		return len(m[0])
	}
	if m := find(isoShape, rest); m != nil && s.date(m[3], m[2], m[1]) {
		return len(m[0])
	}
	if m := find(monthShape, rest); m != nil && s.date("", m[1], m[2]) {
		return len(m[0])
	}
	if m := find(dayShape, rest); m != nil {
		if !s.date(m[1], m[2], "") {
			s.say(number(m[1]) + " trên " + number(m[2]))
		}
		return len(m[0])
	}
	if m := find(codeShape, rest); m != nil {
		s.say(spelledDigits(m[0][:1]) + " chấm " + spelledDigits(m[0][2:]))
		return len(m[0])
	}
	if m := find(timeShape, rest); m != nil && s.clock(m[1], m[2]+m[3], rest[len(m[0]):]) {
		return len(m[0])
	}
	if m := find(sizeShape, rest); m != nil {
		parts := strings.FieldsFunc(m[0], func(r rune) bool { return r < '0' || r > '9' })
		for i := range parts {
			parts[i] = number(parts[i])
		}
		s.say(strings.Join(parts, " nhân "))
		return len(m[0])
	}
	if m := find(moneyShape, rest); m != nil {
		s.decimal(strings.ReplaceAll(m[0], ".", ""))
		return len(m[0])
	}
	if m := dottedShape.FindString(rest); m != "" {
		parts := strings.Split(m, ".")
		for i := range parts {
			parts[i] = number(parts[i])
		}
		s.say(strings.Join(parts, " chấm "))
		return len(m)
	}
	m := plainShape.FindString(rest)
	if m == "4" && strings.EqualFold(s.last, "tháng") && s.end == 0 {
		s.say(monthName(4))
	} else {
		s.decimal(m)
	}
	return len(m)
}

// decimal says a number with or without a comma.
func (s *scan) decimal(m string) {
	whole, part, found := strings.Cut(m, ",")
	s.say(number(whole))
	if found {
		s.say("phẩy " + spelledDigits(part))
	}
}

// date says a date whose day or year may be unknown (""); false when there is
// no such date.
func (s *scan) date(day, month, year string) bool {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	if m < 1 || m > 12 || day != "" && (d < 1 || d > 31) {
		return false
	}
	var words []string
	last := strings.ToLower(s.last)
	if day != "" {
		if last != "ngày" && last != "mùng" && last != "mồng" || s.end != 0 {
			words = append(words, "ngày")
		}
		words = append(words, number(strconv.Itoa(d)))
	}
	if day != "" || last != "tháng" || s.end != 0 {
		words = append(words, "tháng")
	}
	words = append(words, monthName(m))
	if year != "" {
		words = append(words, "năm", number(year))
	}
	s.say(strings.Join(words, " "))
	return true
}

// monthName: the fourth month is tháng tư.
func monthName(m int) string {
	if m == 4 {
		return "tư"
	}
	return number(strconv.Itoa(m))
}

// clock says a time of day; false when it is none.
func (s *scan) clock(hour, minute, rest string) bool {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	if h > 24 || m > 59 || rest != "" && guide.IsWordRune(firstRune(rest)) {
		return false
	}
	s.say(number(strconv.Itoa(h)) + " giờ")
	if m > 0 {
		s.say(number(minute))
	}
	return true
}

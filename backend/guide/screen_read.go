package guide

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// readScreen gives what is wrong with words on a drawing, at the text that has it: what
// [Pack.Validate] and [Pack.Proofread] would find and do not find in the pack's, and
// whatever would make the drawing say more than how the real page looks.
func (p *Pack) readScreen(w Wording, beside []Wording, today string) []Flaw {
	list := w.days(today)
	d, there := p.drawnAt(w.Target)
	if !there {
		return list
	}
	if d.step.Screen == nil {
		return append(list, p.readCopy(d, w, beside)...)
	}
	said, fits := d.step.Screen.Said(w.Say)
	switch {
	case !fits:
		return append(list, Flaw{"say", "Tỉnh vừa đổi hình này.", "Mời ghi lại chữ cần đổi.", false})
	case len(said) == 0:
		return append(list, Flaw{"say", "Chữ trên hình đang giống của tỉnh.", "Mời sửa chỗ cần sửa.", false})
	}
	for _, t := range said {
		list = append(list, p.drawnFlaws(d.step.Screen, t)...)
	}
	own := d.step
	own.redraw(w.Say)
	list = own.Screen.fresh(list, p.drawnProblems(d.step), p.drawnProblems(own))
	for _, advice := range d.step.stillNamed(said) {
		if !slices.ContainsFunc(list, func(f Flaw) bool { return f.Field == advice.Field }) {
			list = append(list, advice)
		}
	}
	return list
}

// fresh adds to flaws the problems of a drawing that are not known from before, each at
// the text that has it.
func (s *Screen) fresh(list []Flaw, before, after []Problem) []Flaw {
	known := map[string]bool{}
	for _, problem := range before {
		known[problem.Where.Path+problem.Message] = true
	}
	for _, problem := range after {
		field := s.fieldOf(problem.Where.Path)
		told := slices.ContainsFunc(list, func(f Flaw) bool {
			return !f.Warning && (f.Field == field || f.Message == problem.Message || field == "say")
		})
		if known[problem.Where.Path+problem.Message] || told {
			continue
		}
		mend := problem.Mend
		if strings.Contains(mend, ".yaml") { // nobody here has the file
			mend = "Mời viết lại chữ này."
		}
		list = append(list, Flaw{field, problem.Message, mend, problem.Warning})
	}
	return list
}

// drawnProblems are those of a step's drawing, and of what is said by it.
func (p *Pack) drawnProblems(st Step) []Problem {
	c := &checker{kind: "service"}
	if st.Screen != nil {
		newPackChecker(p).screen(c, "screen", st.Screen)
	}
	r := p.proofreader()
	r.texts(c, st)
	r.steps(c, []Step{st})
	return c.problems
}

// shownPart finds the part that a path of the checks is about.
var shownPart = regexp.MustCompile(`show\[(\d+)\](\.value)?`)

// fieldOf is the key of the text that a path of the checks is about; of what the step
// says to do, what is ringed; say: what else is said by the drawing.
func (s *Screen) fieldOf(path string) string {
	at := s.TargetIndex()
	value := false
	switch m := shownPart.FindStringSubmatch(path); {
	case strings.HasSuffix(path, ".app"):
		return appKey
	case strings.HasSuffix(path, ".title"):
		return titleKey
	case !strings.HasSuffix(path, "say") && !strings.Contains(path, "screen"):
		return "say"
	case m != nil:
		at, _ = strconv.Atoi(m[1])
		value = m[2] != ""
	}
	switch {
	case at < 0 || at >= len(s.Show):
		return "say"
	case value:
		return partKey(at, valueKey)
	}
	return partKey(at, string(s.Show[at].Kind()))
}

// drawnFlaws are those of one new text by itself.
func (p *Pack) drawnFlaws(s *Screen, t DrawnText) []Flaw {
	before := *s.at(t)
	flaw := func(message, mend string, args ...any) []Flaw {
		return []Flaw{{t.Key, Sentence(message, args...), mend, false}}
	}
	switch {
	case t.Say == "":
		return flaw("Chỗ này đang trống.", "Mời ghi chữ trên màn hình thật.")
	case !strings.ContainsFunc(t.Say, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return flaw("Chỗ này chưa có chữ nào.", "Mời ghi chữ trên màn hình thật.")
	case p.foreign(before, t.Say) != "":
		return flaw("Trang %q không có trong danh sách trang chính thức.", "Mời bỏ tên trang này.", p.foreign(before, t.Say))
	case freshNumber(before, t.Say) != "":
		return flaw("Số %q trông như số thật.", "Hình chỉ có số bịa: mời viết x thay chữ số.", clip(freshNumber(before, t.Say), 40))
	case made(before) && !made(t.Say) && (t.value || personName(before)):
		return flaw("Tên trên hình phải là tên bịa.", "Mời giữ chữ “Mẫu” trong tên.")
	case t.kind() == string(PartField) && s.Show[t.part].Secret == "" && asksFor(t.Say) && !asksFor(before):
		return flaw("Ô này không phải ô mã bí mật.", "Mời bỏ chữ nói về mật khẩu hay mã. Cần vẽ lại thì báo tỉnh.")
	case t.kind() == string(PartField) && s.Show[t.part].Secret != "" && !asksFor(t.Say) && asksFor(before):
		return flaw("Ô này là ô mã bí mật.", "Mời giữ tên mã trong chữ này: mật khẩu, passcode, OTP.")
	case personName(t.Say) && !personName(before) && !made(t.Say):
		return []Flaw{{t.Key, "Chữ này giống tên một người thật.", "Mời ghi tên bịa, như Nguyễn Văn Mẫu.", true}}
	}
	return nil
}

// foreign is the first name of a page that is not official and that the drawing had
// not before, "" none: a swindler's page is drawn with the pack's own names only.
func (p *Pack) foreign(before, after string) string {
	old := hostsIn(before)
	for _, host := range hostsIn(after) {
		if !p.official(host) && !slices.Contains(old, host) {
			return clip(host, 60)
		}
	}
	return ""
}

// figures is a number as people write it, in groups.
var figures = regexp.MustCompile(`\d(?:[ ./-]?\d){4,}`)

// freshNumber is a number that says something of the world, or of somebody, and that
// the drawing had not before: a telephone, an identity, a birthday, a sum. What such a
// number says has its source in a sentence of the lesson. "" none.
func freshNumber(before, after string) string {
	old := append(figures.FindAllString(before, -1), stated(before)...)
	for _, number := range append(figures.FindAllString(after, -1), stated(after)...) {
		if !slices.Contains(old, number) {
			return number
		}
	}
	return ""
}

// made says whether a name says that it is made up.
func made(name string) bool {
	return slices.ContainsFunc(syllables(name), func(s syllable) bool { return s.text == "mẫu" || s.text == "mau" })
}

// personal is a name as people of the province have them: one of the usual family
// names, and what they are called.
var personal = regexp.MustCompile(`(?:^|[^\p{L}])(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Triệu|Bàn|Đàm|Lục|Ma|Giàng|Sùng|Vàng|Lò)(?: \p{Lu}\p{Ll}+){1,3}`)

func personName(text string) bool { return personal.MatchString(text) }

// secretWords name the three secrets on a page.
var secretWords = []string{"mật khẩu", "passcode", "otp", "mã pin", "mã bí mật"}

func asksFor(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(secretWords, func(w string) bool { return strings.Contains(lower, w) })
}

// stillNamed tells which sentence of the step still calls a part by its old name.
func (st *Step) stillNamed(said []DrawnText) []Flaw {
	var list []Flaw
	for _, t := range said {
		old := *st.Screen.at(t)
		if t.part < 0 || t.value {
			continue
		}
		if strings.Contains(st.Say+" "+st.Why, "“"+old+"”") {
			list = append(list, Flaw{t.Key, Sentence("Câu của bước còn nhắc %q.", clip(old, 40)), "Mời sửa cả câu ấy.", true})
		}
	}
	return list
}

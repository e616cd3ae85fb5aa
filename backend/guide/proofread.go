package guide

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Proofread reads what is written as an editor would: sentences too long,
// office words, missing or wordless pictures, things said twice, addresses
// that are not official, review days that have passed. [Pack.Validate] keeps a
// broken pack off the kiosk and runs at every start; this is for writers and
// takes its time. Today is the office's date; the zero time checks no dates.
func (p *Pack) Proofread(today time.Time) []Problem {
	r := p.proofreader()
	if !today.IsZero() {
		r.today = today.Format(time.DateOnly)
	}
	all := append(append(p.unusedFigures(), r.topics()...), p.elsewhere()...)
	titles, names := map[string]string{}, map[string]string{}
	for i := range p.Services {
		s := &p.Services[i]
		c := &checker{kind: "service", key: s.Key}
		r.texts(c, s)
		r.steps(c, s.Steps)
		r.chapters(c, s)
		r.service(c, s, titles, names)
		all = append(all, c.problems...)
	}
	for i := range p.Flows {
		c := &checker{kind: "flow", key: p.Flows[i].Key}
		r.texts(c, &p.Flows[i])
		r.steps(c, p.Flows[i].Steps)
		if brief := p.Flows[i].Brief; brief != nil && brief.Screen != nil {
			// It may name several acts: it stands for several steps.
			r.screen(c, "brief.screen", brief.Screen)
			ringed(c, "brief.say", *brief)
			contrary(c, "brief.screen.target", *brief)
		}
		all = append(all, c.problems...)
	}
	return all
}

type proofreader struct {
	pack  *Pack
	words *plainWords
	split Splitter
	today string // "": dates are not looked at
}

// proofreader reads a pack without looking at dates.
func (p *Pack) proofreader() *proofreader {
	return &proofreader{pack: p, words: p.Plain.ready(), split: p.Speech.Splitter()}
}

// texts reads every sentence of a service or flow.
func (r *proofreader) texts(c *checker, v any) {
	for _, t := range Texts(v) {
		for _, at := range r.split.Split(t.Say) {
			s := t.Say[at.From:at.To]
			switch n := length(s); {
			case n > TooLong:
				c.add(t.Path, "Câu dài %d tiếng: %q.", fmt.Sprintf("Tách thành hai câu, mỗi câu không quá %d tiếng.", MaxSentence), n, clip(s, 80))
			case n > MaxSentence:
				c.warn(t.Path, "Câu dài %d tiếng: %q.", fmt.Sprintf("Tách thành hai câu, mỗi câu không quá %d tiếng.", MaxSentence), n, clip(s, 80))
			}
		}
		for _, w := range r.words.in(syllables(t.Say)) {
			if !w.Allowed {
				c.warn(t.Path, "Từ hành chính %q khó hiểu với bà con.", fmt.Sprintf("Nên viết: %s.", w.Say), w.Word)
			}
		}
		r.hosts(c, t.Path, t.Say)
		typography(c, t.Path, t.Say)
	}
}

// hosts reports what looks like the name of a web page and is not official.
func (r *proofreader) hosts(c *checker, path, text string) {
	for _, h := range hostsIn(text) {
		if !r.pack.official(h) {
			c.add(path, "Trang %q không có trong danh sách trang chính thức.", "Sửa tên trang, hoặc thêm vào hosts.yaml. Hình trang lừa đảo thì ghi fake: true.", clip(h, 60))
		}
	}
}

// fromPerson are words a step does not start with: it starts with what to do.
var fromPerson = [][]syllable{}

func init() {
	for _, w := range []string{"bạn", "ông bà", "bà con", "ông", "bà", "người dân", "quý khách", "tôi", "chúng tôi", "mình",
		"cán bộ", "hệ thống", "màn hình", "điện thoại", "máy", "nút", "việc", "cổng", "trang", "hồ sơ", "giấy tờ"} {
		fromPerson = append(fromPerson, syllables(w))
	}
}

func (r *proofreader) steps(c *checker, steps []Step) {
	for i, st := range steps {
		path := at("steps", i, "")
		if st.Use != "" {
			continue
		}
		said := syllables(st.Say)
		if slices.ContainsFunc(fromPerson, func(w []syllable) bool { return startsWith(said, w) }) {
			c.warn(path+".say", "Bước chưa bắt đầu bằng việc phải làm: %q.", "Viết động từ trước: Chạm, Gõ, Đọc, Tới.", clip(st.Say, 60))
		}
		if st.Screen == nil {
			switch {
			case !st.Off:
				c.warn(path, "Bước này chưa có hình màn hình.", "Vẽ screen; nếu làm ngoài điện thoại thì ghi off: true và scene.")
			case st.Scene == "":
				c.warn(path+".scene", "Bước làm ngoài điện thoại chưa có cảnh vẽ.", "Chọn một cảnh: "+sceneList()+".")
			}
			continue
		}
		r.screen(c, path+".screen", st.Screen)
		ringed(c, path+".say", st)
		oneAct(c, path+".say", st)
		contrary(c, path+".screen.target", st)
	}
}

// quoted is what a sentence quotes: the words on a button.
var quoted = regexp.MustCompile(`["“]([^"”]+)["”]`)

// parted is where one act may end and the next begin.
var parted = regexp.MustCompile(`[,;:]| rồi (?:mới )?| và `)

// acting are words that say what a finger does on a phone.
var acting = [][]syllable{}

func init() {
	for _, w := range []string{"chạm", "gõ", "bấm", "chọn", "điền", "đánh dấu", "chụp", "quét", "gửi", "mở", "tự mở", "cài", "trả", "trả phí",
		"đăng nhập", "ghi", "thêm", "kéo", "nhập", "khai", "đặt", "gọi", "lưu", "tắt", "bật", "đổi", "đính kèm"} {
		acting = append(acting, syllables(w))
	}
}

// ringed reports a step whose sentence names another thing than the one that is
// ringed.
func ringed(c *checker, path string, st Step) {
	target := st.Screen.TargetIndex()
	if target < 0 {
		return
	}
	part := st.Screen.Show[target]
	label := strings.ToLower(typed(part.Words() + "\n" + part.Value))
	for _, q := range quoted.FindAllStringSubmatch(st.Say, -1) {
		if !strings.Contains(label, strings.ToLower(typed(q[1]))) {
			c.warn(path, "Câu nhắc %q nhưng chỗ khoanh trên hình ghi %q.", "Khoanh đúng chỗ đó, hoặc viết lại câu.", clip(q[1], 40), clip(part.Words(), 40))
		}
	}
}

// oneAct reports a step that asks for two acts.
func oneAct(c *checker, path string, st Step) {
	if st.Screen.TargetIndex() < 0 {
		return
	}
	acts := 0
	for _, piece := range parted.Split(quoted.ReplaceAllString(st.Say, "“”"), -1) {
		said := syllables(piece)
		if slices.ContainsFunc(acting, func(w []syllable) bool { return startsWith(said, w) }) {
			acts++
		}
	}
	if acts > 1 {
		c.warn(path, "Một bước có %d việc phải làm: %q.", "Tách thành hai bước, hoặc chỉ nhắc việc được khoanh.", acts, clip(st.Say, 60))
	}
}

// screen reads a drawn picture as who cannot see it hears it: where one is,
// and what to touch.
func (r *proofreader) screen(c *checker, path string, s *Screen) {
	r.pages(c, path, s)
	if s.Target == "" {
		c.warn(path, "Hình chưa chỉ chỗ phải chạm hoặc phải nhìn.", "Đặt id cho một phần và ghi target.")
	}
	for _, f := range []struct{ path, words string }{{path + ".app", s.App}, {path + ".title", s.Title}} {
		if f.words != "" && !strings.ContainsFunc(f.words, IsWordRune) {
			c.add(f.path, "Lời tả hình cho người không nhìn được còn thiếu: %q không đọc lên được.", "Viết thành chữ.", clip(f.words, 40))
		}
	}
	for i, part := range s.Show {
		where := fmt.Sprintf("%s.show[%d]", path, i)
		words := part.Words()
		target := s.Target != "" && part.ID == s.Target
		switch {
		case words != "" && !strings.ContainsFunc(words, IsWordRune):
			c.add(where, "Lời tả hình cho người không nhìn được còn thiếu: %q không đọc lên được.", "Viết thành chữ.", clip(words, 40))
		case target && slices.Contains(saysNothing, strings.ToLower(strings.Trim(words, " ."))):
			c.add(where, "Chỗ phải chạm chỉ ghi %q, nghe không biết là gì.", "Ghi đúng chữ trên nút, hoặc tả biểu tượng.", clip(words, 40))
		}
		if !s.Fake {
			r.hosts(c, where, words+"\n"+part.Value)
		}
	}
	if !s.Fake {
		r.hosts(c, path+".app", s.App)
		r.hosts(c, path+".title", s.Title)
	}
}

// saysNothing are words of a target that tell a listener nothing.
var saysNothing = []string{"nút", "bấm", "chạm", "ở đây", "vào đây", "bấm vào đây", "chạm vào đây", "x", "ok", "icon", "biểu tượng", "ảnh", "hình"}

func (r *proofreader) service(c *checker, s *Service, titles, names map[string]string) {
	if r.today != "" && s.ReviewBy != "" && s.ReviewBy < r.today {
		c.warn("review_by", "Đã quá ngày phải xem lại: %s.", "Đối chiếu lại với nguồn, rồi sửa checked và review_by.", s.ReviewBy)
	}
	r.titles(c, s, titles)
	for i, name := range s.Names {
		name = strings.ToLower(name)
		if other, ok := names[name]; ok && other == s.Key {
			c.warn(at("names", i, ""), "Cách gọi %q đã ghi ở trên.", "Bỏ một chỗ.", clip(name, 60))
		} else if ok {
			c.warn(at("names", i, ""), "Cách gọi %q đã có ở dịch vụ %q.", "Giữ ở một dịch vụ, nơi người ta muốn tới.", clip(name, 60), other)
		} else {
			names[name] = s.Key
		}
	}
	twice(c, "next", s.Next, func(n Next) (string, string) { return n.Say, "" })
	twice(c, "watch", s.Watch, func(l Line) (string, string) { return l.Say, "" })
	twice(c, "trouble", s.Trouble, func(t Trouble) (string, string) { return t.Wrong, "wrong" })
	for i, t := range s.Trouble {
		r.closing(c, at("trouble", i, "wrong"), t.Wrong)
	}
	needs(c, s.Checklist)
	if s.Handoff != nil && slices.ContainsFunc([]string{"vừa học", "vừa tập"}, func(w string) bool { return strings.Contains(s.Handoff.Say, w) }) {
		c.warn("handoff.say", "Người bỏ qua bài học cũng đọc câu này: %q.", "Viết việc phải làm, không nhắc bài vừa học.", clip(s.Handoff.Say, 60))
	}
	if s.walkable() {
		r.twiceOnAPath(c, s)
	}
}

// Words that a line of a checklist starts with when there is nothing to bring, and
// words that its note starts with when not everybody needs it.
var (
	startsToDo = []string{"Hỏi ", "Xin ", "Gọi ", "Nhờ cán bộ ", "Nói ", "Làm ", "Tới ", "Đi ", "Ra "}
	startsIf   = []string{"Nếu ", "Chỉ khi ", "Chỉ cần khi ", "Chỉ với "}
)

// needs reports lines of a checklist that read as if everybody brought them.
func needs(c *checker, items []Item) {
	starts := func(text string, words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
	}
	for i, item := range items {
		if !item.Do && starts(item.Say, startsToDo) {
			c.warn(at("checklist", i, "do"), "Mục này là việc phải làm, không phải giấy tờ: %q.", "Ghi do: true.", clip(item.Say, 60))
		}
		either := item.Or || i+1 < len(items) && items[i+1].Or // the note says which
		if !item.Maybe && !either && len(item.When) == 0 && starts(item.Note, startsIf) {
			c.warn(at("checklist", i, "maybe"), "Không phải ai cũng cần mục này: %q.", "Ghi maybe: true, hoặc đặt câu hỏi và ghi when.", clip(item.Say, 60))
		}
	}
}

// titles reads the names that a service is shown under: each leads to one
// service only, and where there is little room there is a short one.
func (r *proofreader) titles(c *checker, s *Service, titles map[string]string) {
	for _, f := range []struct{ path, say string }{{"title", s.Title}, {"short", s.Short}} {
		title := strings.ToLower(f.say)
		if other, ok := titles[title]; ok && other != s.Key {
			c.add(f.path, "Dịch vụ %q đã có tên này.", "Đặt tên khác để bà con phân biệt được.", other)
		} else if title != "" {
			titles[title] = s.Key
		}
	}
	switch {
	case s.Short == s.Title:
		c.warn("short", "Tên ngắn giống hệt tên: %q.", "Bỏ short.", clip(s.Short, 60))
	case s.Short == "" && utf8.RuneCountInString(s.Title) > MaxShort:
		c.warn("title", "Tên dài %d chữ mà chưa có tên ngắn.", fmt.Sprintf("Ghi short, không quá %d chữ.", MaxShort), utf8.RuneCountInString(s.Title))
	}
}

// twice reports entries of a list that say the same.
func twice[T any](c *checker, list string, entries []T, say func(T) (text, field string)) {
	seen := map[string]bool{}
	for i, e := range entries {
		text, field := say(e)
		text = same(text)
		if seen[text] {
			c.add(at(list, i, field), "Câu này đã có ở trên: %q.", "Bỏ một câu.", clip(text, 60))
		}
		seen[text] = true
	}
}

// same is a text as it is compared: capitals, how its signs are drawn and the
// last full stop aside.
func same(text string) string { return strings.ToLower(strings.TrimRight(typed(text), ". ")) }

// twiceOnAPath reports papers that one resident is told to bring twice, and
// steps that follow themselves. Each is reported once, however many paths.
func (r *proofreader) twiceOnAPath(c *checker, s *Service) {
	reported := map[string]bool{}
	once := func(path, message, mend, text string) {
		if !reported[path] {
			reported[path] = true
			c.add(path, message, mend, clip(text, 60))
		}
	}
	for _, answers := range s.Combinations() {
		seen := map[string]bool{}
		for i, item := range s.Checklist {
			if !item.When.Holds(answers) {
				continue
			}
			if text := same(item.Say); seen[text] {
				once(at("checklist", i, "say"), "Cùng một người được dặn hai lần: %q.", "Bỏ một mục, hoặc sửa điều kiện.", item.Say)
			} else {
				seen[text] = true
			}
		}
		before := ""
		for i, st := range s.Steps {
			if !st.When.Holds(answers) {
				continue
			}
			run, err := r.pack.expand([]Step{st}, answers, "", nil)
			if err != nil {
				return // reported by Validate
			}
			for _, w := range run {
				if text := same(w.Say); text == before {
					once(at("steps", i, ""), "Hai bước liền nhau nói cùng một câu: %q.", "Bỏ một bước, hoặc sửa điều kiện.", w.Say)
				} else {
					before = text
				}
			}
		}
	}
}
